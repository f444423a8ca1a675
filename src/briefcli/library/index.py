"""The index of an agendas folder: filled from the files, and asked by `questions`."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from briefcli.domain.diagnostic import Diagnostic, Severity
from briefcli.library import rows, schema
from briefcli.library.files import Found, find_files, read_bytes
from briefcli.settings import Settings


def open_index(root: Path, settings: Settings) -> sqlite3.Connection:
    """An index of every agenda below `root`. Raises OSError where the folder itself cannot be read."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(schema.TABLES)
    connection.execute("BEGIN")
    for found in sorted(find_files(root), key=lambda each: each.path):
        add_file(connection, root, found, settings)
    connection.execute("COMMIT")
    return connection


def add_file(connection: sqlite3.Connection, root: Path, found: Found, settings: Settings) -> None:
    """Read one file and store what it gave: its diagnostics always, its rows where it could be read."""
    from briefcli.reading.reader import Reading, read_agenda

    data = read_bytes(root / found.path, found.path)
    reading = Reading(None, [data]) if isinstance(data, Diagnostic) else read_agenda(found.path, data, settings.rhythms)
    errors = sum(each.severity is Severity.ERROR for each in reading.diagnostics)
    number = connection.execute(
        "INSERT INTO file (path, id, mtime_ns, ctime_ns, size, inode, errors, diagnostics) VALUES (?,?,?,?,?,?,?,?)",
        (
            found.path, found.id, found.mtime_ns, found.ctime_ns, found.size, found.inode,
            errors, msgspec.json.encode(reading.diagnostics),
        ),
    ).lastrowid  # fmt: skip
    if reading.agenda is not None and number is not None:
        made = rows.rows_of(found.id, reading.agenda, settings)
        _insert(connection, "meeting", number, made.meetings)
        _insert(connection, "dated", number, made.dated)
        _insert(connection, "promise", number, made.promises)
        _insert(connection, "paper", number, made.papers)
        _insert(connection, "filed", number, made.filed)


def _insert(connection: sqlite3.Connection, table: str, number: int, made: Iterable[tuple[Any, ...]]) -> None:
    values = [(number, *row) for row in made]
    if values:
        marks = ",".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608  # our own names
