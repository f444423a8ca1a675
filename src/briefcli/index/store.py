"""The tables of an index: files come in, change and go."""

import sqlite3
from collections.abc import Collection, Iterable
from typing import Any

from briefcli.index import schema
from briefcli.index.digests import digest
from briefcli.index.filing import Filed
from briefcli.index.maker import Made

_Values = list[tuple[Any, ...]]


def make_tables(connection: sqlite3.Connection) -> None:
    from briefcli.index import fulltext  # for a new index only

    connection.executescript(schema.TABLES + fulltext.tables())
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")


class Store:
    """Writes one index, as it was `made` so far; the transaction is its caller's."""

    def __init__(self, connection: sqlite3.Connection, made: Made) -> None:
        self._connection = connection
        self._worded = made.worded
        (self._file,) = connection.execute("SELECT coalesce(max(number), 0) FROM file").fetchone()
        self.highest = made.highest  # the number of the last version of an agenda

    def add(self, batch: Iterable[Filed]) -> None:
        """Files that are not in it yet."""
        values: dict[str, _Values] = {}
        for filed in batch:
            self._file += 1
            told = (filed.path, filed.id, filed.errors, filed.told_errors, filed.diagnostics)
            values.setdefault("file", []).append((self._file, *told))
            rows = dict(filed.rows)
            for *fields, agenda in rows.pop("meeting", ()):
                self.highest += 1
                values.setdefault("meeting", []).append((self.highest, self._file, *fields))
                values.setdefault("agenda", []).append((self.highest, agenda))
            for table, made in rows.items():
                values.setdefault(table, []).extend([(self._file, place, *row) for place, row in enumerate(made)])
        for table, found in values.items():
            if found:
                marks = ",".join("?" * len(found[0]))
                self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608  # our own names

    def remove(self, paths: Collection[str]) -> None:
        """All that was stored of these files; what their words were stays to be forgotten."""
        ask = self._connection.execute
        for path in paths:
            file = ask("SELECT number FROM file WHERE path = ?", (path,)).fetchone()
            if file is None:
                continue
            forget = (
                "INSERT INTO forgotten SELECT m.number, m.audience, a.body "
                "FROM meeting m JOIN agenda a USING (number) WHERE m.file = ? AND m.number <= ?"
            )
            ask(forget, (*file, self._worded))
            ask("DELETE FROM agenda WHERE number IN (SELECT number FROM meeting WHERE file = ?)", file)
            for table in schema.BY_FILE:
                ask(f"DELETE FROM {table} WHERE file = ?", file)  # noqa: S608  # our own names
            ask("DELETE FROM file WHERE number = ?", file)

    def keep_folder(self, path: str, marks: bytes) -> None:
        """What the files of a folder looked like when they were read; a folder without any is forgotten."""
        if marks:
            values = (path, digest(marks), marks)
            self._connection.execute("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", values)
        else:
            self._connection.execute("DELETE FROM folder WHERE path = ?", (path,))

    def complete(self) -> None:
        """All files are in: from now on questions are asked."""
        for index in schema.INDEXES:
            self._connection.execute(index)
