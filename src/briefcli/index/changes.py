"""What of a folder's files an index has not read as they are now: found folder by folder, by their sums first."""

import sqlite3
from collections.abc import Iterator

from briefcli.index.survey import Folder, Survey, is_trusted, marks_in, name_in, together


class Changes:
    """The difference between an index and a survey, apart from what was `done` just now.

    `read` lists the files to read, `gone` those that are no more. What was read is told to `note`, and `marks` then
    says what the index is to remember of each folder.
    """

    def __init__(self, connection: sqlite3.Connection, survey: Survey, done: set[str]) -> None:
        self.read: list[str] = []
        self.gone: list[str] = []
        self._survey = survey
        self._differences: dict[str, _Difference] = {}
        self._touched: set[str] = set()
        stored = dict(connection.execute("SELECT path, digest FROM folder"))
        for path, digest in survey.sums.items():
            if stored.pop(path, None) != digest or path in survey.unsettled:
                self._compare(survey.folder(path), _marks_stored(connection, path), done)
        for path in stored:
            self._compare(Folder(path, b"", b"", 0, {}), _marks_stored(connection, path), done)

    def note(self, path: str) -> None:
        """Tell that a file is in the index as it was surveyed."""
        folder = path[: path.rfind("/") + 1]
        self._differences[folder].settle(path[len(folder) :])
        self._touched.add(folder)

    def marks(self) -> Iterator[tuple[str, bytes]]:
        """By folder, the marks of the files in the index; only of folders that changed since this was last asked."""
        for folder in sorted(self._touched):
            yield folder, self._differences[folder].marks()
        self._touched = set()

    def _compare(self, folder: Folder, stored: list[str], done: set[str]) -> None:
        difference = _Difference(folder, self._survey.taken_ns, stored)
        self._differences[folder.path] = difference
        self._touched.add(folder.path)
        self.gone += [f"{folder.path}{name}" for name in difference.gone]
        self.read += [path for name in difference.changed if (path := f"{folder.path}{name}") not in done]


class _Difference:
    """Between the marks of one folder and those stored of it.

    A folder may hold a thousand files of which one changed: only what differs is taken apart, a mark at a time.
    """

    def __init__(self, folder: Folder, taken_ns: int, stored: list[str]) -> None:
        marks, known = folder.marks_at(taken_ns), set(stored)
        untrusted = set() if folder.is_settled(taken_ns) else {mark for mark in marks if not is_trusted(mark)}
        self._whole = None if untrusted else folder.marks
        self._same = known.intersection(marks) - untrusted
        self.changed = {name_in(mark): mark for mark in marks if mark not in self._same}
        # What changed stays noted as it was until it is read, so that it is missed once it is gone
        self._before = {name_in(mark): mark for mark in known - self._same}
        left = self._before.keys() - self.changed.keys()
        self.gone = sorted(left.difference(map(name_in, self._same)) if left else left)

    def settle(self, name: str) -> None:
        """Note that this file is in the index now."""
        self._same.add(self.changed.pop(name))

    def marks(self) -> bytes:
        """What the index holds by now."""
        if self._whole is not None and not self.changed:
            return self._whole  # in the order of the survey, so that the next one gives the same sum
        before = [self._before[name] for name in self.changed if name in self._before]
        return together(sorted([*self._same, *before]))


def _marks_stored(connection: sqlite3.Connection, path: str) -> list[str]:
    row = connection.execute("SELECT marks FROM folder WHERE path = ?", (path,)).fetchone()
    return marks_in(row[0]) if row is not None else []
