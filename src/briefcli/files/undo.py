"""Keep the last change that a command made to agendas, so that `brief undo` can take it back.

The change is stored in the user's folder for program state. Only the user can read the file, because an agenda may
hold text that is not public.
"""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefcli.catalog import tr
from briefcli.errors import BriefError, NothingFound
from briefcli.files.read import bytes_of
from briefcli.files.write import create, delete, holds, replace

_FILE = "last-change.json"
_LARGEST = 200_000_000  # bytes


class WrittenFile(NamedTuple):
    """One changed file, with its bytes before and after."""

    file: Path
    before: bytes | None  # None if the command created the file
    after: bytes


class UndoEntry(msgspec.Struct, frozen=True):
    """The files that one command changed, the message that reports the change, and the folder of the agendas."""

    said: str
    folder: Path
    written: tuple[WrittenFile, ...]


def remember(change: UndoEntry) -> bool:
    """Store this change in place of the previous one. Return False if it cannot be stored."""
    try:
        file = _place()
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.unlink(missing_ok=True)
        create(file, msgspec.json.encode(change, enc_hook=str), file.name, 0o600)
    except (OSError, ValueError, BriefError):  # ValueError: a path that is not valid Unicode
        return False
    return True


def last_change() -> UndoEntry:
    """Return the stored change. Raises NothingFound if there is none, or if it cannot be read."""
    with suppress(OSError, ValueError, msgspec.DecodeError):
        return msgspec.json.decode(bytes_of(_place(), _LARGEST), type=UndoEntry, dec_hook=lambda _, path: Path(path))
    raise NothingFound(
        tr("there is no change to take back"),
        tr("undo takes back only the last change: a done, move, cancel, add, new, import, release or match"),
    )


def take_back(change: UndoEntry) -> None:
    """Restore the files. If one of them changed since, raise BriefError before any file is touched."""
    for each in change.written:
        if not holds(each.file, each.after):
            message = tr("{file} changed since, so it is left as it is", file=each.file.name)
            raise BriefError(message, tr("brief edit opens it"))
    for each in change.written:
        if each.before is None:
            delete(each.file, each.after, each.file.name)
        else:
            replace(each.file, each.before, each.file.name, each.after)
    _place().unlink(missing_ok=True)


def _place() -> Path:
    """The file with the last change. Raises OSError if this user has no folder for program state."""
    from platformdirs import user_state_path

    folder = user_state_path("briefcli", appauthor=False)
    if not folder.is_absolute():
        raise FileNotFoundError(folder)
    return folder / _FILE
