"""Who made an index, from which folder: what must be the same for its rows to be believed."""

import os
import sqlite3
import sys
from importlib.machinery import PathFinder
from typing import NamedTuple

from briefcli import __version__
from briefcli.index import schema
from briefcli.index.digests import digest
from briefcli.index.source import Source

# The rooms whose code decides what is in a row, and the libraries they read and count with
_ROOMS = ("", "domain", "domain/dates", "domain/citations", "index", "reading")
_LIBRARIES = ("Stemmer", "dateutil", "msgspec", "yaml")


class Made(NamedTuple):
    """`by` names maker and folder, `listing` the state of the folder (empty: not all of it), `round` grows.

    Versions of agendas are numbered up to `highest`, no number ever twice; the words are in of those up to `worded`.
    """

    by: str
    listing: bytes = b""
    round: int = 0
    highest: int = 0
    worded: int = 0


def made_by(source: Source) -> str:
    """Changes with the program, its libraries, the settings and the folder."""
    parts = (
        __version__,
        sys.version,
        sqlite3.sqlite_version,
        os.path.realpath(source.root),
        digest(source.counted_with or b"").hex(),
        *_code(),
    )
    return "\n".join(part.encode("utf-8", "backslashreplace").decode() for part in parts)


def read(connection: sqlite3.Connection) -> Made | None:
    """What the index says of itself; None where it is none of ours."""
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != schema.VERSION:
            return None
        row = connection.execute("SELECT by, listing, round, highest, worded FROM made").fetchone()
    except sqlite3.DatabaseError:
        return None
    return Made(*row) if row is not None else None


def write(connection: sqlite3.Connection, made: Made) -> None:
    connection.execute("DELETE FROM made")
    connection.execute("INSERT INTO made (by, listing, round, highest, worded) VALUES (?, ?, ?, ?, ?)", made)


def _code() -> list[str]:
    """Sizes and dates of the files of code: a new release, or an edit, reads everything again. Takes 0.4 ms."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120  # not worth a Path at every start
    found = []
    for room in _ROOMS:
        try:
            with os.scandir(os.path.join(package, room)) as entries:  # noqa: PTH118
                files = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".py")]
        except OSError:  # not in a folder, but in an archive: its version must do
            continue
        found += [f"{room}/{name} {state.st_size} {state.st_mtime_ns}" for name, state in files]
    for library in _LIBRARIES:
        spec = PathFinder.find_spec(library)
        if spec is not None and spec.origin and os.path.exists(spec.origin):  # noqa: PTH110
            state = os.stat(spec.origin)  # noqa: PTH116
            found.append(f"{library} {state.st_size} {state.st_mtime_ns}")
    return sorted(found)
