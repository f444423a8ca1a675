"""What the index holds of files, of agendas and of the official record: their rows, and what is wrong with them.

Only a changed file needs this, and other processes may do it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefcli.domain.diagnostic import Diagnostic, Severity
from briefcli.files.read import read_bytes
from briefcli.index.records import PROBLEMS, FileProblems
from briefcli.index.rows import rows_of
from briefcli.index.tables import Audience, Row
from briefcli.official.names import is_official
from briefcli.reading.reader import read_agenda
from briefcli.settings import Settings

if TYPE_CHECKING:
    from briefcli.index.official import Named

Rows = dict[str, list[Row]]  # by the name of their table


class Task(NamedTuple):
    """One file to read: its path, the name by which the system knows it, and what is wrong with that name."""

    path: str
    name: str
    remark: Diagnostic | None


class FileRows(NamedTuple):
    """What the index holds of one file."""

    path: str
    rows: Rows


def read_files(root: Path, settings: Settings, record: "Named | None", tasks: Sequence[Task]) -> list[FileRows]:
    """What the index holds of each file.

    Nothing that it holds, and nothing that happens to it meanwhile, makes this raise.
    """
    return [with_problems(task.path, *_read(root, settings, record, task)) for task in tasks]


def _read(root: Path, settings: Settings, record: "Named | None", task: Task) -> tuple[Rows, list[Diagnostic]]:
    """The rows of one file, and what is wrong with it."""
    file, found = f"{root}/{task.name}", [task.remark] if task.remark else []
    if is_official(task.path, settings.official.folder):
        from briefcli.index.official import official_rows
        from briefcli.official.folder import read_record_bytes

        data = read_record_bytes(file, task.path)
        return official_rows(task.path, data) if isinstance(data, bytes) else ({}, [data])
    data = read_bytes(file, task.path)
    if isinstance(data, Diagnostic):
        return {}, [*found, data]
    reading = read_agenda(task.path, data, settings.rhythms)
    agenda, found = reading.agenda, found + reading.diagnostics
    return (rows_of(task.path, agenda, settings, record, reading.public) if agenda else {}), found


def with_problems(path: str, rows: Rows, found: list[Diagnostic]) -> FileRows:
    """The rows of a file, with one for all that is wrong in it."""
    if found:
        errors = [each for each in found if each.severity is Severity.ERROR]
        public = sum(not each.internal for each in errors)
        problems = FileProblems(path, len(errors), public, msgspec.json.encode(found))
        rows[PROBLEMS.name] = [(int(Audience.BOTH), *PROBLEMS.values(problems))]
    return FileRows(path, rows)
