"""The last change that a command made to agendas, kept so that it can be taken back.

It is kept in the system's folder for a program's state, in a file that only the user can read: an agenda may hold
what is not public.
"""

from pathlib import Path
from typing import NamedTuple

import msgspec

from briefcli.catalog import tr
from briefcli.errors import BriefError, NothingFound
from briefcli.files.read import bytes_of
from briefcli.files.write import create, delete, replace

_FILE = "last-change.json"
_LARGEST = 200_000_000


class Written(NamedTuple):
    """One file that was changed: its bytes before (None where it was made) and after."""

    file: Path
    before: bytes | None
    after: bytes


class UndoEntry(msgspec.Struct, frozen=True):
    """What one command changed, with the words in which it says so and the folder of the agendas."""

    said: str
    folder: Path
    written: tuple[Written, ...]


def remember(change: UndoEntry) -> bool:
    """Keep this change instead of the one before; False where it cannot be kept."""
    file = _place()
    if file is None:
        return False
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.unlink(missing_ok=True)
        create(file, msgspec.json.encode(change, enc_hook=str), file.name, 0o600)
    except (OSError, ValueError, BriefError):  # ValueError: a path that is no text
        return False
    return True


def last_change() -> UndoEntry:
    """Raises NothingFound where there is none."""
    file = _place()
    try:
        if file is not None:
            return msgspec.json.decode(bytes_of(file, _LARGEST), type=UndoEntry, dec_hook=lambda _, path: Path(path))
    except (OSError, ValueError, msgspec.DecodeError):
        pass
    raise NothingFound(
        tr("there is no change to take back"),
        tr("undo takes back only the last change: a done, move, cancel, add, new, import, release or match"),
    )


def take_back(change: UndoEntry) -> None:
    """Put the files back as they were. Raises BriefError where one changed since; then none is touched."""
    for each in change.written:
        if _bytes(each) != each.after:
            raise BriefError(
                tr("{file} changed since, so it is left as it is", file=each.file.name),
                tr("brief edit opens it"),
            )
    for each in change.written:
        if each.before is None:
            delete(each.file, each.after, each.file.name)
        else:
            replace(each.file, each.before, each.file.name, each.after)
    place = _place()
    if place is not None:
        place.unlink(missing_ok=True)


def _bytes(written: Written) -> bytes | None:
    try:
        return bytes_of(written.file, len(written.after) + 1)
    except OSError:
        return None


def _place() -> Path | None:
    from platformdirs import user_state_path

    folder = user_state_path("briefcli", appauthor=False)
    return folder / _FILE if folder.is_absolute() else None
