"""What the agendas folder looks like at this moment: every file with the marks by which a change is seen."""

import os
import time
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from briefcli.library.digests import digest

SUFFIXES = (".yaml", ".yml")

# Nanoseconds. A file can be changed twice within the grain of the clock that dates it (two seconds on FAT, far
# less elsewhere) and look the same: what is younger than this when it is looked at is read again next time.
GRAIN = 2_000_000_000
UNTRUSTED = ""  # the stamp of such a file: equal to none

_GONE = "0 0 0 0"


class Survey:
    """One look at a folder. Most often its `digest` is all that is asked, so the rest is made when it is."""

    def __init__(self, lines: list[str], names: dict[str, str], taken_ns: int, *, is_settled: bool) -> None:
        self._lines = lines
        self._taken_ns = taken_ns
        self._is_settled = is_settled
        self.names = names  # the real names of the files whose name is no valid text

    @cached_property
    def digest(self) -> bytes:
        """Sums up all paths and stamps; empty where a stamp cannot be trusted."""
        return digest("\n".join(self._lines).encode()) if self._is_settled else b""

    @cached_property
    def stamps(self) -> dict[str, str]:
        """By path (relative to the folder): modification and change time, size and inode, or UNTRUSTED."""
        pairs = (line.split("\0") for line in self._lines)
        if self._is_settled:
            return {path: stamp for path, stamp in pairs}  # noqa: C416  # dict() knows no lists of two
        return {path: UNTRUSTED if _is_young(stamp, self._taken_ns) else stamp for path, stamp in pairs}


def take_survey(root: Path) -> Survey:
    """Look at every agenda file below `root`, hidden ones aside. Raises OSError where `root` cannot be read.

    A loop without calls, on purpose: of 100,000 files the system tells in 250 ms, and the rest takes 60.
    """
    # Before the first look: what changes after it is younger, so its stamp will differ or not be trusted
    taken_ns = time.time_ns()
    lines: list[str] = []
    newest = 0
    for folder, prefix, waiting in _folders(str(root)):
        for entry in folder:
            name = entry.name
            if name.endswith(SUFFIXES) and name[0] != ".":
                try:
                    state = entry.stat()
                except OSError:  # gone meanwhile, or a link to nowhere: reading it will say so
                    lines.append(f"{prefix}{name}\0{_GONE}")
                    continue
                modified, changed = state.st_mtime_ns, state.st_ctime_ns
                newest = max(newest, modified, changed)
                lines.append(f"{prefix}{name}\0{modified} {changed} {state.st_size} {state.st_ino}")
            elif name[0] != "." and entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{prefix}{name}/"))
    is_settled = newest < taken_ns - GRAIN or not any(_is_young(line.partition("\0")[2], taken_ns) for line in lines)
    return Survey(lines, _written_out(lines), taken_ns, is_settled=is_settled)


def id_of(path: str) -> str:
    """The id of the meeting in this file: its name without the folder and the ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def _is_young(stamp: str, taken_ns: int) -> bool:
    modified, changed, *_ = map(int, stamp.split())
    return changed > taken_ns - GRAIN or abs(modified - taken_ns) < GRAIN


_Waiting = list[tuple[str, str]]


def _folders(root: str) -> Iterator[tuple[Iterable[os.DirEntry[str]], str, _Waiting]]:
    """Each folder's entries, with the path so far and the list to add its folders to; links are not entered."""
    waiting: _Waiting = [(root, "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = os.scandir(folder)
        except OSError:
            if not prefix:
                raise
            continue
        with entries:
            yield entries, prefix, waiting


def _written_out(lines: list[str]) -> dict[str, str]:
    """Names with bytes that are no UTF-8 can be neither stored nor printed: in `lines` those bytes are written out."""
    names: dict[str, str] = {}
    for number, line in enumerate(lines):
        if not line.isascii():
            shown = os.fsencode(line).decode("utf-8", "backslashreplace")
            if shown != line:
                lines[number] = shown
                names[shown.partition("\0")[0]] = line.partition("\0")[0]
    return names
