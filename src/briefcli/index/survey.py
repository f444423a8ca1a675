"""What the agendas folder looks like at this moment: every file with the marks by which a change is seen."""

import marshal
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from briefcli.index.child import Child
from briefcli.index.digests import digest

SUFFIXES = (".yaml", ".yml")

# Nanoseconds. A file can be changed twice within the grain of the clock that dates it (two seconds on FAT, far
# less elsewhere) and look the same: what is younger than this when it is looked at is read again next time.
GRAIN = 2_000_000_000

# Files; where there are more, a second process looks at half of the folders that are left: 100,000 take 330 ms
# alone and 180 so, but 10,000 no less than 30: beside the command that is being loaded no core is left for it.
_SHARED_ABOVE = 20_000

# A mark is a file's name and its stamp (modification and change time, size and inode) with a / between: no name of
# a file has one, nor the character between two marks. A file that cannot be trusted has no stamp, and equals none.
_STAMP, _NEXT = "/", "\0"
_NO_STAMP = "0 0 0 0"  # of what cannot be looked at

_Waiting = list[tuple[str, str]]


class Folder(NamedTuple):
    """The agenda files in one folder. `path` is as seen from the agendas folder: empty, or with a / at its end."""

    path: str
    marks: bytes  # of its files, taken apart only where something changed
    digest: bytes  # sums these up
    newest: int  # the latest of its own date and those of its files, in nanoseconds
    names: dict[str, str]  # the real names of the files whose name is no valid text

    def is_settled(self, taken_ns: int) -> bool:
        """Whether every stamp can be trusted by who looked at that time."""
        return self.newest < taken_ns - GRAIN or not any(_is_young(mark, taken_ns) for mark in marks_in(self.marks))

    def marks_at(self, taken_ns: int) -> list[str]:
        """The marks as they may be kept by who looked at that time."""
        marks = marks_in(self.marks)
        if self.is_settled(taken_ns):
            return marks
        return [f"{name_in(mark)}{_STAMP}" if _is_young(mark, taken_ns) else mark for mark in marks]


class Seen(NamedTuple):
    """What most often is all that is asked of a survey, begun at `taken_ns`.

    `digest` sums up all paths and stamps; it is empty where one of them cannot be trusted. `sums` are those of the
    folders by their path, `unsettled` the folders with such stamps.
    """

    taken_ns: int
    digest: bytes
    sums: dict[str, bytes]
    unsettled: list[str]


class Survey:
    """One look at a whole folder; `folders` may come from another process, and are taken only as far as asked for."""

    def __init__(self, seen: Seen, folders: Iterable[Folder]) -> None:
        self.taken_ns, self.digest, self.sums, self.unsettled = seen
        self._coming = iter(folders)
        self._here: dict[str, Folder] = {}

    @property
    def folders(self) -> dict[str, Folder]:
        """By path."""
        self._here.update((folder.path, folder) for folder in self._coming)
        return self._here

    def folder(self, path: str) -> Folder:
        """One of them; empty if it is gone by now."""
        while path not in self._here:
            coming = next(self._coming, Folder(path, b"", digest(b""), 0, {}))
            self._here[coming.path] = coming
        return self._here[path]

    @property
    def paths(self) -> list[str]:
        """Every file, relative to the folder."""
        folders = sorted(self.folders.items())
        return [f"{path}{name_in(mark)}" for path, folder in folders for mark in marks_in(folder.marks)]

    def name_of(self, path: str) -> str:
        """The name by which the system knows a file."""
        folder = path[: path.rfind("/") + 1]
        return self.folder(folder).names.get(path, path) if folder in self.sums else path


def take_survey(root: Path) -> Survey:
    """Look at every agenda file below `root`, hidden ones aside. Raises OSError where `root` cannot be read."""
    # Before the first look: what changes after it is younger, so its stamp will differ or not be trusted
    taken_ns = time.time_ns()
    waiting: _Waiting = []
    first = _look(str(root), "", waiting)
    folders = sorted([first, *_look_at_all(waiting, alone=False)])
    unsettled = [folder.path for folder in folders if not folder.is_settled(taken_ns)]
    whole = digest(b"".join([digest(folder.path.encode()) + folder.digest for folder in folders]))
    sums = {folder.path: folder.digest for folder in folders}
    return Survey(Seen(taken_ns, b"" if unsettled else whole, sums, unsettled), folders)


def marks_in(marks: bytes) -> list[str]:
    """The marks of a folder, taken apart."""
    return marks.decode().split(_NEXT) if marks else []


def together(marks: Iterable[str]) -> bytes:
    """Marks as they are stored."""
    return _NEXT.join(marks).encode()


def name_in(mark: str) -> str:
    """Whose mark it is."""
    return mark.partition(_STAMP)[0]


def is_trusted(mark: str) -> bool:
    """Whether a file with the same mark is still the same."""
    return not mark.endswith(_STAMP)


def _look_at_all(waiting: _Waiting, *, alone: bool) -> list[Folder]:
    """The folders in `waiting`, and those in them; links are not entered."""
    folders: list[Folder] = []
    seen = 0
    while waiting:
        if not alone and seen > _SHARED_ABOVE and len(waiting) > 1:
            return folders + _look_together(waiting)
        try:
            folder = _look(*waiting.pop(), waiting)
        except OSError:  # gone meanwhile, or closed to the user: so are the files in it
            continue
        folders.append(folder)
        seen += folder.marks.count(_NEXT.encode()) + 1
    return folders


def _look_together(waiting: _Waiting) -> list[Folder]:
    others, ours = waiting[::2], waiting[1::2]
    other = Child.begin(lambda: [packed(_look_at_all(others, alone=True))])
    folders = _look_at_all(ours, alone=True)
    found = other.last_part() if other is not None else None
    return folders + (_look_at_all(others, alone=True) if found is None else unpacked(found))


def packed(folders: Iterable[Folder]) -> bytes:
    """For another process of ours."""
    return marshal.dumps([tuple(folder) for folder in folders])


def unpacked(data: bytes) -> list[Folder]:
    """What `packed` made."""
    return [Folder(*each) for each in marshal.loads(data)]  # noqa: S302


def _look(folder: str, prefix: str, waiting: _Waiting) -> Folder:
    """One folder; those in it are added to `waiting`. A loop with few calls, as it looks at every file each time."""
    found: list[str] = []
    dates = [os.stat(folder).st_mtime_ns]  # noqa: PTH116  # of what came and went
    with _entries_of(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(SUFFIXES) and name[0] != ".":
                try:
                    state = entry.stat()
                except OSError:  # gone meanwhile, or a link to nowhere: reading it will say so
                    found.append(f"{name}{_STAMP}{_NO_STAMP}")
                    continue
                modified, changed = state.st_mtime_ns, state.st_ctime_ns
                dates += (modified, changed)
                found.append(f"{name}{_STAMP}{modified} {changed} {state.st_size} {state.st_ino}")
            elif name[0] != "." and entry.is_dir(follow_symlinks=False):
                waiting.append((f"{folder}/{name}", f"{prefix}{name}/"))
    text, newest = _NEXT.join(found), max(dates)
    if text.isascii() and prefix.isascii():
        marks = text.encode()
        return Folder(prefix, marks, digest(marks), newest, {})
    shown = _written_out(prefix)
    names = {f"{shown}{_written_out(each)}": f"{prefix}{each}" for each in map(name_in, found)}
    odd = {written: real for written, real in names.items() if written != real}
    marks = _written_out(text).encode()
    return Folder(shown, marks, digest(marks), newest, odd)


@contextmanager
def _entries_of(folder: str) -> Iterator[Iterable[os.DirEntry[str]]]:
    """By the open folder where that can be: to look at its files by their whole path takes a fifth longer."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def _is_young(mark: str, taken_ns: int) -> bool:
    modified, changed, *_ = map(int, mark.rpartition(_STAMP)[2].split())
    return changed > taken_ns - GRAIN or abs(modified - taken_ns) < GRAIN


def _written_out(name: str) -> str:
    """Bytes that are no UTF-8 can be neither stored nor printed: they are written as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
