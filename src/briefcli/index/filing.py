"""One file becomes what the index holds of it: plain values, made in one process and kept by another."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from briefcli.domain.agenda import id_of
from briefcli.domain.diagnostic import Diagnostic, Severity
from briefcli.files.read import read_bytes
from briefcli.index.rows import rows_of
from briefcli.index.survey import Survey
from briefcli.index.workers import done_in_batches
from briefcli.reading import reader
from briefcli.settings import Settings


class Task(msgspec.Struct):
    """A file to read: `path` as it is stored and shown, `name` as the file system has it."""

    path: str
    name: str


def tasks_for(survey: Survey, paths: Iterable[str]) -> list[Task]:
    return [Task(path, survey.name_of(path)) for path in paths]


class Filed(msgspec.Struct, array_like=True):
    """What one file gave: its diagnostics always, its rows by table where it could be read."""

    path: str
    id: str
    errors: int
    told_errors: int  # those that the public may know of
    diagnostics: bytes | None
    rows: dict[str, list[tuple[Any, ...]]]


def file_all(root: Path, tasks: Sequence[Task], settings: Settings) -> Iterator[list[Filed]]:
    """Every file, in batches, in any order."""
    return done_in_batches(partial(_file_batch, root, settings), tasks, list[Filed])


def file_agenda(root: Path, task: Task, settings: Settings) -> Filed:
    """Read one file. Nothing that it holds, and nothing that happens to it meanwhile, makes this raise."""
    data = read_bytes(f"{root}/{task.name}", task.path)
    if isinstance(data, Diagnostic):
        reading = reader.Reading(None, [data])
    else:
        reading = reader.read_agenda(task.path, data, settings.rhythms)
    id_ = id_of(task.path)
    errors = [each for each in reading.diagnostics if each.severity is Severity.ERROR]
    return Filed(
        path=task.path,
        id=id_,
        errors=len(errors),
        told_errors=sum(not each.internal for each in errors),
        diagnostics=msgspec.json.encode(reading.diagnostics) if reading.diagnostics else None,
        rows=rows_of(id_, reading.agenda, settings).by_table() if reading.agenda is not None else {},
    )


def _file_batch(root: Path, settings: Settings, tasks: Sequence[Task]) -> list[Filed]:
    return [file_agenda(root, task, settings) for task in tasks]
