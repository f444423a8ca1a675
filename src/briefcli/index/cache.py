"""The cache of indexes: a folder that belongs to the user, with files that only the user can read."""

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from briefcli.folders import index_name, user_folder

CACHE_NAME = "briefcli"
INDEX = ".sqlite"
_OURS = (INDEX, f"{INDEX}-journal")
_OTHERS_CAN_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS_CAN_READ = stat.S_IRGRP | stat.S_IROTH


def cache_folder() -> Path | None:
    """The folder that the system reserves for caches. None if there is none."""
    folder = user_folder("cache", CACHE_NAME, os.environ)
    return Path(folder) if folder else None


def index_file(folder: Path, root: Path, language: str) -> Path:
    """The index file for the agendas in `root`, with messages in `language`. An empty one is made if there is none.

    Two folders can, very rarely, share a file name. So each index records what it was made from (`index._version`).

    Raises OSError if the file cannot be made. Also raises it if the cache folder or the file is owned by another
    user, is writable by others, or is a link: such an index is never read or changed.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _require_own(folder, stat.S_ISDIR)
    file = folder / index_name(root, language)
    if not os.path.lexists(file):
        _create(file)
    if _require_own(file, stat.S_ISREG).st_mode & _OTHERS_CAN_READ and os.name != "nt":
        discard(file)  # ours, but readable by others: something else copied it here
        _create(file)
    return file


def discard(file: Path) -> None:
    """Remove an index and its journal."""
    file.unlink(missing_ok=True)
    file.with_name(f"{file.name}-journal").unlink(missing_ok=True)


def kept_in(folder: Path) -> dict[Path, int]:
    """The size in bytes of each file in the cache: the indexes, and their journals. Raises OSError."""
    sizes: dict[Path, int] = {}
    for file in folder.iterdir() if os.path.lexists(folder) else ():
        with contextlib.suppress(FileNotFoundError):  # another command removed it just now
            if file.name.endswith(_OURS) and not stat.S_ISDIR((state := file.lstat()).st_mode):
                sizes[file] = state.st_size
    return sizes


def _create(file: Path) -> None:
    """Create an empty file that only its owner can read, before any data is written to it."""
    with contextlib.suppress(FileExistsError):  # another command made it just now
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _require_own(path: Path, is_kind: Callable[[int], bool]) -> os.stat_result:
    state = path.lstat()
    is_own = not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & _OTHERS_CAN_WRITE)
    if not is_kind(state.st_mode) or not is_own:
        raise PermissionError(f"{path} is not this user's own")
    return state
