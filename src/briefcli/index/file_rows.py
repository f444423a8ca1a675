"""Makes the rows of the index of changed files: agendas and the official record. Other processes may run it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefcli.domain.diagnostic import Diagnostic, Severity
from briefcli.files.read import read_bytes
from briefcli.index.records import CONTENTS, PROBLEMS, FileProblems, StoredBody
from briefcli.index.rows import records_of
from briefcli.index.tables import Audience, Records, Row
from briefcli.official.applied import AppliedRecord
from briefcli.official.names import is_official
from briefcli.reading.reader import read_agenda
from briefcli.settings import Settings


class Task(NamedTuple):
    """A file to read."""

    path: str
    name: str | None  # in the file system; None if the file is passed over
    remark: Diagnostic | None  # what is wrong with the name


class FileRows(NamedTuple):
    """The rows of a file."""

    path: str
    unread: str  # why it cannot be read; empty if it can
    by_table: dict[str, list[Row]]  # by the name of the table


def read_files(root: Path, settings: Settings, record: AppliedRecord, tasks: Sequence[Task]) -> list[FileRows]:
    """The rows of each file. All problems of a file are in one row of the table of problems.

    Never raises because of a file: whatever it holds, and even if it changes or disappears meanwhile.
    """
    read: list[FileRows] = []
    for task in tasks:
        made, found, unread = _read(root, settings, record, task)
        found = [*([task.remark] if task.remark else []), *found]
        if found:
            errors = [each for each in found if each.severity is Severity.ERROR]
            public = sum(not each.internal for each in errors)
            problems = FileProblems(task.path, len(errors), public, msgspec.json.encode(found))
            made[PROBLEMS] = [(Audience.BOTH, problems)]
        rows = {table.name: [(int(to), *table.values(each)) for to, each in own] for table, own in made.items()}
        read.append(FileRows(task.path, unread, rows))
    return read


def _read(root: Path, settings: Settings, record: AppliedRecord, task: Task) -> tuple[Records, list[Diagnostic], str]:
    """The records of one file, its problems, and why it cannot be read (empty if it can, or is passed over)."""
    if task.name is None:
        return {}, [], ""
    path, file = task.path, f"{root}/{task.name}"
    if is_official(path, settings.official.folder):
        from briefcli.official.folder import read_record_file

        contents = read_record_file(Path(file), path)
        unread = "" if contents.downloaded else contents.diagnostics[0].message
        body = StoredBody(msgspec.msgpack.encode(contents))
        return {CONTENTS: [(Audience.BOTH, body)]}, contents.diagnostics, unread
    data = read_bytes(file, path)
    if isinstance(data, Diagnostic):
        return {}, [data], data.message
    reading = read_agenda(path, data, settings.rhythms)
    made = records_of(path, reading.agenda, settings, record, reading.public) if reading.agenda else {}
    return made, reading.diagnostics, ""
