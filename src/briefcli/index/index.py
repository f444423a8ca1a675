"""The index of an agendas folder: kept from one command to the next where possible, else made in memory.

The files are the truth: when the kept index cannot be used, the answer comes from the files.
"""

import contextlib
import sqlite3
from pathlib import Path

import msgspec

from briefcli.index.cache import discard, index_file
from briefcli.index.queries import Index
from briefcli.index.refresh import Refresh, Source, Watch, unwatched
from briefcli.index.scan import Scan, scan

PATIENCE = 1.0  # seconds to wait for another process that writes, or that reads when we want to write


def open_index(
    source: Source,
    cache: Path | None = None,
    watch: Watch = unwatched,
    *,
    internal: bool = False,
    words: bool = False,
) -> Index:
    """An index of every agenda in the folder as it is now, which sees no later change.

    `cache` is the folder in which indexes are kept, if they may be. Only with `words` it can be searched. Close it
    before anything is printed: until then other processes cannot write. Raises OSError where the folder of agendas
    cannot be read.
    """
    scanned = scan(source.root, source.record_folder)
    file: Path | None = None
    connection: sqlite3.Connection | None = None
    if cache is not None:
        try:
            file = index_file(cache, source.root, source.language)
            connection = _kept(file, source, scanned, watch, words=words)
        except (OSError, sqlite3.Error):
            pass  # no room, no permission, a damaged file, no locks, another process that goes on for too long

    def in_memory() -> sqlite3.Connection:
        return _opened(":memory:", source, scanned, watch, words=words)

    def instead_of_damaged() -> sqlite3.Connection:
        with contextlib.suppress(OSError):  # Windows removes no file that another process has open
            if file is not None:
                discard(file)
        return in_memory()

    return Index(connection or in_memory(), instead_of_damaged, internal=internal)


def _kept(file: Path, source: Source, scanned: Scan, watch: Watch, *, words: bool) -> sqlite3.Connection:
    try:
        return _opened(str(file), source, scanned, watch, words=words)
    except sqlite3.OperationalError:  # locked, full or read-only: nothing is wrong with the file
        raise
    except (sqlite3.DatabaseError, msgspec.MsgspecError):  # damaged, or no database at all
        discard(file)
        file = index_file(file.parent, source.root, source.language)
        return _opened(str(file), source, scanned, watch, words=words)


def _opened(place: str, source: Source, scanned: Scan, watch: Watch, *, words: bool) -> sqlite3.Connection:
    """A connection in a transaction that sees the folder as it is; what had to be written is kept with its end."""
    connection = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA cache_size = -32000")
        refresh = Refresh(connection, source, scanned, watch)
        connection.execute("BEGIN")
        if not refresh.is_done(words=words):
            connection.execute("ROLLBACK")
            connection.execute("BEGIN IMMEDIATE")
            refresh.do(words=words)
    except BaseException:
        connection.close()
        raise
    return connection
