"""The index of an agendas folder: kept from one command to the next where possible, else made in memory.

The files are the truth: when the kept index cannot be used, the answer comes from the files.
"""

import contextlib
import sqlite3
from functools import partial
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
    opened = partial(_opened, source, scan(source.root, source.record_folder), watch, words=words)
    file: Path | None = None
    connection: sqlite3.Connection | None = None
    if cache is not None:
        # No room, no permission, no locks, another process that goes on for too long: the answer comes from memory
        with contextlib.suppress(OSError, sqlite3.Error):
            file = index_file(cache, source.root, source.language)
            try:
                connection = opened(file)
            except sqlite3.OperationalError:  # locked, full or read-only: nothing is wrong with the file
                raise
            except (sqlite3.DatabaseError, msgspec.MsgspecError):  # damaged, or no database at all
                discard(file)
                connection = opened(index_file(cache, source.root, source.language))

    def instead_of_damaged() -> sqlite3.Connection:
        with contextlib.suppress(OSError):  # Windows removes no file that another process has open
            if file is not None:
                discard(file)
        return opened(":memory:")

    return Index(connection or opened(":memory:"), instead_of_damaged, internal=internal)


def _opened(source: Source, scanned: Scan, watch: Watch, place: Path | str, *, words: bool) -> sqlite3.Connection:
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
