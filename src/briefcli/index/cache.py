"""Where indexes are kept: a folder of the user's own, whose files nobody else can read."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from briefcli.index.digests import digest

NAME = "briefcli"
INDEX, SEAL = ".sqlite", ".seal"
_OURS = (INDEX, SEAL, f"{INDEX}-journal")


class Place(NamedTuple):
    """Where the index of one agendas folder is kept."""

    file: Path
    seal: Path


class Kept(NamedTuple):
    """What the cache holds: how many indexes, and how many bytes in all its files."""

    folder: Path
    indexes: int
    size: int


def cache_folder() -> Path | None:
    """The folder in which the system wants caches; None where it has none."""
    from platformdirs import user_cache_path

    folder = user_cache_path(NAME, appauthor=False)
    return folder if folder.is_absolute() else None


def place_in(folder: Path, root: Path) -> Place:
    """Where the index of the agendas in `root` is kept. Makes the folder; raises OSError where that cannot be."""
    _make_private(folder)
    name = digest(os.fsencode(os.path.realpath(root))).hex()[:24]
    return Place(folder / f"{name}{INDEX}", folder / f"{name}{SEAL}")


def create_private(file: Path) -> None:
    """A new, empty file that only its owner can read, before a word is in it."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        os.fchmod(descriptor, 0o600)  # whatever the umask took
    finally:
        os.close(descriptor)


def is_private(file: Path) -> bool:
    """Whether it is an ordinary file that is the user's own and nobody else's."""
    state = file.lstat()
    return stat.S_ISREG(state.st_mode) and state.st_uid == os.geteuid() and not state.st_mode & 0o077


def look(folder: Path) -> Kept:
    """What is kept now."""
    files = _files(folder)
    sizes = [file.lstat().st_size for file in files]
    return Kept(folder, sum(file.suffix == INDEX for file in files), sum(sizes))


def clear(folder: Path) -> Kept:
    """Throw all of it away, and say what it was. Raises OSError where a file cannot be removed.

    Whoever reads or writes an index at this moment goes on with a file that has no name any more.
    """
    held = look(folder)
    for file in _files(folder):
        file.unlink(missing_ok=True)
    return held


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.name.endswith(_OURS) and not file.is_dir())
    except FileNotFoundError:
        return []


def _make_private(folder: Path) -> None:
    try:
        state = folder.stat()
    except FileNotFoundError:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        state = folder.stat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
        raise OSError("the cache folder is not a folder of this user")
    if state.st_mode & 0o777 != 0o700:
        folder.chmod(0o700)
