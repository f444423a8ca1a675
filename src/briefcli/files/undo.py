"""The last change that a command made to agendas, kept so that it can be taken back.

It is kept in the system's folder for a program's state, in a file that only the user can read: an agenda may hold
what is not public.
"""

import base64
import json
from pathlib import Path
from typing import NamedTuple

from briefcli.catalog import tr
from briefcli.errors import BriefError, NothingFound
from briefcli.files.read import bytes_of
from briefcli.files.write import create, delete, replace

_NAME = "briefcli"
_FILE = "last-change.json"
_LARGEST = 200_000_000


class Written(NamedTuple):
    """One file that was changed: its bytes before (None where it was made) and after."""

    file: Path
    before: bytes | None
    after: bytes


class UndoEntry(NamedTuple):
    """What one command changed, with the words in which it says so and the folder of the agendas."""

    said: str
    folder: Path
    written: tuple[Written, ...]


def remember(change: UndoEntry) -> bool:
    """Keep this change instead of the one before; False where it cannot be kept."""
    file = _place()
    if file is None:
        return False
    kept = [
        [str(each.file), None if each.before is None else _packed(each.before), _packed(each.after)]
        for each in change.written
    ]
    data = json.dumps({"said": change.said, "folder": str(change.folder), "written": kept}).encode()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.unlink(missing_ok=True)
        create(file, data, file.name, 0o600)
    except (OSError, BriefError):
        return False
    return True


def last_change() -> UndoEntry:
    """Raises NothingFound where there is none."""
    file = _place()
    try:
        kept = json.loads(bytes_of(file, _LARGEST)) if file is not None else None
        if kept is not None:
            written = (
                Written(Path(path), None if before is None else base64.b64decode(before), base64.b64decode(after))
                for path, before, after in kept["written"]
            )
            return UndoEntry(str(kept["said"]), Path(kept["folder"]), tuple(written))
    except (OSError, ValueError, KeyError, TypeError):
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


def _packed(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _place() -> Path | None:
    from platformdirs import user_state_path

    folder = user_state_path(_NAME, appauthor=False)
    return folder / _FILE if folder.is_absolute() else None
