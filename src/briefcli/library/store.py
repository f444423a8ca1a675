"""The tables of an index: files come in, change and go; the listing says which folder it all was made from."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from briefcli.domain.texts import texts_by_field
from briefcli.library import fulltext, schema
from briefcli.library.bodies import decode
from briefcli.library.digests import digest
from briefcli.library.filing import Filed

_Values = list[tuple[Any, ...]]


def make_tables(connection: sqlite3.Connection) -> None:
    connection.executescript(schema.TABLES + fulltext.tables())
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")


class Store:
    """Writes one index; the transaction is its caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._file = self._highest("file")
        self._meeting = self._highest("meeting")

    def keep_folder(self, path: str, marks: bytes) -> None:
        """What the files of a folder looked like when they were read; a folder without any is forgotten."""
        if marks:
            values = (path, digest(marks), marks)
            self._connection.execute("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", values)
        else:
            self._connection.execute("DELETE FROM folder WHERE path = ?", (path,))

    def add(self, batch: Iterable[Filed]) -> None:
        """Files that are not in it yet."""
        values: dict[str, _Values] = {}
        for filed in batch:
            self._file += 1
            told = (filed.path, filed.id, filed.errors, filed.diagnostics)
            values.setdefault("file", []).append((self._file, *told))
            rows = dict(filed.rows)
            texts = rows.pop("texts", ())
            for row, text in zip(rows.pop("meeting", ()), texts, strict=True):
                self._meeting += 1
                *fields, agenda = row
                values.setdefault("meeting", []).append((self._meeting, self._file, *fields))
                values.setdefault("agenda", []).append((self._meeting, agenda))
                values.setdefault(fulltext.table_of(fields[0]), []).append((self._meeting, *text))
            for table, made in rows.items():
                values.setdefault(table, []).extend([(self._file, *row) for row in made])
        for table, found in values.items():
            self._insert(table, found)

    def remove(self, paths: Collection[str]) -> None:
        """All that was stored of these files."""
        for path in paths:
            row = self._connection.execute("SELECT number FROM file WHERE path = ?", (path,)).fetchone()
            if row is not None:
                self._remove(row)

    def _remove(self, file: tuple[int]) -> None:
        ask = self._connection.execute
        sql = "SELECT m.number, m.audience, a.body FROM meeting m JOIN agenda a USING (number) WHERE m.file = ?"
        for number, audience, body in ask(sql, file).fetchall():
            # A table without texts forgets a row only when it is told once more what stood there
            text = fulltext.indexed(texts_by_field(decode(body)))
            table = fulltext.table_of(audience)
            columns = ", ".join(f'"{name}"' for name in fulltext.COLUMNS)
            marks = ",".join("?" * len(text))
            ask(
                f"INSERT INTO {table} ({table}, rowid, {columns}) VALUES ('delete', ?, {marks})",  # noqa: S608
                (number, *text),
            )
            ask("DELETE FROM agenda WHERE number = ?", (number,))
        for table in schema.BY_FILE:
            ask(f"DELETE FROM {table} WHERE file = ?", file)  # noqa: S608  # our own names
        ask("DELETE FROM file WHERE number = ?", file)

    def _insert(self, table: str, values: Sequence[tuple[Any, ...]]) -> None:
        if not values:
            return
        marks = ",".join("?" * len(values[0]))
        # Tables of words have hidden columns, so these are named
        names = ", ".join(f'"{name}"' for name in ("rowid", *fulltext.COLUMNS))
        into = f"{table} ({names})" if table in schema.WORDS.values() else table
        self._connection.executemany(f"INSERT INTO {into} VALUES ({marks})", values)  # noqa: S608  # our own names

    def _highest(self, table: str) -> int:
        (number,) = self._connection.execute(f"SELECT max(number) FROM {table}").fetchone()  # noqa: S608
        return number or 0
