"""What the agendas folder looks like at this moment: every file with the marks by which a change is seen."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

SUFFIXES = (".yaml", ".yml")

# Nanoseconds. A file can be changed twice within the grain of the clock that dates it (two seconds on FAT, far
# less elsewhere) and look the same: what is younger than this when it is looked at is read again next time.
GRAIN = 2_000_000_000
UNTRUSTED = ""  # the stamp of such a file: equal to none

_LAST = "\U0010ffff"


class Survey(msgspec.Struct, frozen=True):
    """`stamps` holds, by the path relative to the folder, the modification and change time, size and inode.

    `digest` sums them all up; it is empty where a stamp cannot be trusted. `names` are the real names of the
    files whose name is no valid text.
    """

    stamps: dict[str, str]
    digest: bytes
    names: dict[str, str]


def take_survey(root: Path) -> Survey:
    """Look at every agenda file below `root`, hidden ones aside. Raises OSError where `root` cannot be read."""
    import hashlib

    # Taken before the first look: what changes after it is younger, so the stamp will differ or not be trusted
    trusted_before = time.time_ns() - GRAIN
    stamps: dict[str, str] = {}
    names: dict[str, str] = {}
    is_trusted = True
    for path, state in _states(str(root)):
        if state is None:
            stamp = "gone"
        elif state.st_ctime_ns > trusted_before or abs(state.st_mtime_ns - trusted_before - GRAIN) < GRAIN:
            stamp, is_trusted = UNTRUSTED, False
        else:
            stamp = f"{state.st_mtime_ns} {state.st_ctime_ns} {state.st_size} {state.st_ino}"
        if not path.isascii() and (shown := _as_text(path)) != path:
            names[shown] = path
            path = shown  # noqa: PLW2901  # from here on only its text
        stamps[path] = stamp
    lines = "\n".join([f"{path}\0{stamp}" for path, stamp in stamps.items()])
    digest = hashlib.blake2b(lines.encode(), digest_size=20).digest() if is_trusted else b""
    return Survey(stamps, digest, names)


def id_of(path: str) -> str:
    """The id of the meeting in this file: its name without the folder and the ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def _states(root: str) -> Iterator[tuple[str, os.stat_result | None]]:
    """Each file with its state; None for a link to nowhere. Folders that are links are not entered: no loops."""
    waiting = [(root, "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = os.scandir(folder)
        except OSError:
            if not prefix:
                raise
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if name.endswith(SUFFIXES):
                    yield prefix + name, _state(entry)
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{name}/"))


def _state(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat()
    except OSError:  # gone meanwhile, or a link to nowhere: reading it will say so
        return None


def _as_text(path: str) -> str:
    """A path with bytes that are no UTF-8 cannot be stored or printed: those bytes are written out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
