"""The folder of the official record inside that of the agendas: its files, and what they hold."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import msgspec

from briefcli.catalog import tr
from briefcli.domain.diagnostic import problem
from briefcli.errors import BriefError
from briefcli.files.read import bytes_of, reason
from briefcli.files.write import create
from briefcli.official import codes
from briefcli.official.ics import day_in_name
from briefcli.official.model import Record
from briefcli.official.reader import ENDINGS, LARGEST, read_official

FOLDER = "official"


class File(msgspec.Struct, frozen=True):
    """One file of the record; `downloaded` is the day in its name, else that of its last change."""

    record: Record
    downloaded: date | None


def files_in(folder: Path, shown_as: str) -> Iterator[File]:
    """Every file of the record, by name, in folders below it too. Nothing in them raises."""
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.suffix.lower() in ENDINGS and path.is_file() and not any(part[0] == "." for part in inside.parts):
            yield read_file(path, f"{shown_as}/{inside.as_posix()}")


def read_file(path: Path, shown_as: str) -> File:
    try:
        data = bytes_of(path, LARGEST + 1)
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
    except OSError as error:
        message = tr("the file cannot be read: {reason}", reason=reason(error))
        return File(
            Record(path=shown_as, diagnostics=[problem(shown_as, (1, 1), codes.OFFICIAL_UNREADABLE, message)]), None
        )
    return File(read_official(shown_as, data), day_in_name(shown_as) or changed)


def add_file(folder: Path, source: Path) -> None:
    """Put a file that the user downloaded into the folder, under its own name. Raises BriefError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        data = bytes_of(source, LARGEST)
    except OSError as error:
        raise BriefError(tr("{file} cannot be added: {reason}", file=source, reason=reason(error))) from error
    create(folder / source.name, data, source.name)
