"""What of a folder's files an index has not read as they are now: found folder by folder, by their sums first."""

import sqlite3
from collections.abc import Iterator

from briefcli.library.survey import UNTRUSTED, Folder, Stamps, Survey, marks_of, stamps_in


class Changes:
    """The difference between an index and a survey, apart from what was `done` just now.

    `read` lists the files to read, `gone` those that are no more. What was read is told to `note`, and `marks` then
    says what the index is to remember of each folder.
    """

    def __init__(self, connection: sqlite3.Connection, survey: Survey, done: set[str]) -> None:
        self.read: list[str] = []
        self.gone: list[str] = []
        self._survey = survey
        self._now: dict[str, Stamps] = {}
        self._held: dict[str, Stamps] = {}
        self._touched: set[str] = set()
        stored = dict(connection.execute("SELECT path, digest FROM folder"))
        for path, digest in survey.sums.items():
            if stored.pop(path, None) != digest or path in survey.unsettled:
                self._compare(survey.folder(path), _stamps_stored(connection, path), done)
        for path in stored:
            self._compare(Folder(path, b"", b"", 0, {}), _stamps_stored(connection, path), done)

    def note(self, path: str) -> None:
        """Tell that a file is in the index as it was surveyed."""
        folder = path[: path.rfind("/") + 1]
        name = path[len(folder) :]
        self._held[folder][name] = self._now[folder][name]
        self._touched.add(folder)

    def marks(self) -> Iterator[tuple[str, bytes]]:
        """By folder, the marks of the files in the index; only of folders that changed since this was last asked."""
        for folder in sorted(self._touched):
            held = self._held[folder]
            surveyed = self._survey.folder(folder) if folder in self._survey.sums else None
            whole = surveyed is not None and held == stamps_in(surveyed.marks)
            # In the order of the survey, so that the next one gives the same sum
            yield folder, surveyed.marks if surveyed is not None and whole else marks_of(held)
        self._touched = set()

    def _compare(self, folder: Folder, stored: Stamps, done: set[str]) -> None:
        now = folder.stamps(self._survey.taken_ns)
        path = folder.path
        self._now[path] = now
        # What changed stays noted as it was until it is read, so that it is missed once it is gone
        self._held[path] = {name: stamp for name, stamp in stored.items() if name in now}
        self._touched.add(path)
        self.gone += [f"{path}{name}" for name in stored if name not in now]
        for name, stamp in now.items():
            if (stamp == UNTRUSTED or stored.get(name) != stamp) and f"{path}{name}" not in done:
                self.read.append(f"{path}{name}")


def _stamps_stored(connection: sqlite3.Connection, path: str) -> Stamps:
    row = connection.execute("SELECT marks FROM folder WHERE path = ?", (path,)).fetchone()
    return stamps_in(row[0]) if row is not None else {}
