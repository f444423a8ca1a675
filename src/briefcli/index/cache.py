"""Where indexes are kept: a folder of the user's own, with files that only the user can read."""

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from briefcli.folders import user_folder

NAME = "briefcli"
INDEX = ".sqlite"
_OURS = (INDEX, f"{INDEX}-journal", ".seal")  # the last one of earlier versions
_OTHERS_CAN_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS_CAN_READ = stat.S_IRGRP | stat.S_IROTH


class CacheState(NamedTuple):
    """What the cache holds: how many indexes, and how many bytes in all its files."""

    folder: Path
    indexes: int
    size: int


def cache_folder() -> Path | None:
    """The folder in which the system wants caches; None where it has none."""
    folder = user_folder("cache", NAME, os.environ)
    return Path(folder) if folder else None


def index_file(folder: Path, root: Path, language: str) -> Path:
    """The index of the agendas in `root`, with its messages in one language; made empty where there is none.

    Two folders may share a name, though hardly ever: each index says what it was made from (`refresh`).

    Raises OSError where it cannot be made, and for a folder or file that another user owns, could have written, or
    put behind a link: such an index is never read, and never changed.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _require_own(folder, stat.S_ISDIR)
    # Not hashlib, which loads OpenSSL: that takes longer than to ask the index
    key = crc32(os.fsencode(f"{os.path.realpath(root)}\0{language}"))
    file = folder / f"{key:08x}{INDEX}"
    if not os.path.lexists(file):
        _create(file)
    if _require_own(file, stat.S_ISREG).st_mode & _OTHERS_CAN_READ and os.name != "nt":
        discard(file)  # ours, but copied here by something else
        _create(file)
    return file


def discard(file: Path) -> None:
    """Remove an index with its journal."""
    file.unlink(missing_ok=True)
    file.with_name(f"{file.name}-journal").unlink(missing_ok=True)


def look(folder: Path) -> CacheState:
    """What is kept now."""
    files = _files(folder)
    sizes = [file.lstat().st_size for file in files]
    return CacheState(folder, sum(file.suffix == INDEX for file in files), sum(sizes))


def clear(folder: Path) -> CacheState:
    """Remove all of it, and say what it was. Raises OSError where a file cannot be removed.

    A command that reads or writes an index at this moment goes on with its file, which has no name any more.
    """
    held = look(folder)
    for file in _files(folder):
        file.unlink(missing_ok=True)
    return held


def _create(file: Path) -> None:
    """An empty file that only its owner can read, before anything is in it."""
    with contextlib.suppress(FileExistsError):  # another command made it just now
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _require_own(path: Path, is_kind: Callable[[int], bool]) -> os.stat_result:
    state = path.lstat()
    is_own = not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & _OTHERS_CAN_WRITE)
    if not is_kind(state.st_mode) or not is_own:
        raise PermissionError(f"{path} is not this user's own")
    return state


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.name.endswith(_OURS) and not file.is_dir())
    except FileNotFoundError:
        return []
