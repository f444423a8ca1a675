"""The index of an agendas folder: kept on disk between commands if possible, else made in memory.

The files are the source of truth. Files that changed are read again, in one transaction. If the kept index cannot be
used, a new one is made from the files.
"""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from briefcli import __version__
from briefcli.config import RECORD_FOLDER
from briefcli.index import records
from briefcli.index.cache import discard, index_file
from briefcli.index.queries import DAMAGE, Index
from briefcli.index.scan import Scan, Stamp, scan
from briefcli.index.tables import WORD_TABLES, Audience, Row
from briefcli.official.names import is_official

if TYPE_CHECKING:
    from briefcli.official.applied import AppliedRecord
    from briefcli.settings import Settings

Watch = Callable[[int, int], None]  # reports progress: called with the number done and the total

PATIENCE = 1.0  # seconds to wait for another process that writes, or that reads when we want to write
# Problems that pass, whatever the file holds: of locks, space or the disk. After any other, the index is made anew
_PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")
_MADE = """
CREATE TABLE made (version TEXT NOT NULL, stamps BLOB NOT NULL, worded INTEGER NOT NULL);
CREATE TABLE file (number INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE)
"""

# What each file took from the record when its rows were made
_APPLIED = (
    "SELECT file, official, applied FROM official_link WHERE {condition} UNION "
    "SELECT file, official, applied FROM commitment WHERE official <> '' AND {condition}"
)


class Source(NamedTuple):
    """What an index is made from. `settings_data` are the bytes of the settings; `settings` parses them if needed."""

    root: Path
    settings_data: bytes | None
    settings: "Callable[[], Settings]"
    language: str = "en"

    @property
    def record_folder(self) -> str:
        """The folder of the official record. The settings are parsed only if they may name one."""
        return self.settings().official.folder if b"folder" in (self.settings_data or b"") else RECORD_FOLDER


def open_index(
    source: Source,
    cache: Path | None = None,
    watch: Watch = lambda _done, _total: None,
    *,
    internal: bool = False,
    for_search: bool = False,
) -> Index:
    """An index of every agenda in the folder as it is now. It does not see later changes.

    `cache` is the folder in which indexes are kept, None if they may not be kept. With `for_search`, the index can be
    searched. Close the index before printing anything: until then other processes cannot write to it. Raises OSError
    if the agendas folder cannot be read.
    """
    opened = partial(_opened, source, scan(source.root, source.record_folder), watch, for_search=for_search)
    try:
        file = index_file(cache, source.root, source.language) if cache else None
    except OSError:  # no permission or no space, or not the user's own
        file = None

    def from_files(problem: Exception) -> sqlite3.Connection:
        """Instead of a kept index with a problem. If that does not pass, the next command makes another index."""
        connection = opened(":memory:")  # raises if the settings are wrong: the index is not to blame
        with contextlib.suppress(OSError):  # Windows cannot remove a file that another process has open
            if file and not getattr(problem, "sqlite_errorname", "").startswith(_PASSING):
                discard(file)
        return connection

    try:
        connection = opened(file or ":memory:")
    except DAMAGE as error:
        connection = from_files(error)
    return Index(connection, from_files if file else None, internal=internal)


def _opened(source: Source, scanned: Scan, watch: Watch, place: Path | str, *, for_search: bool) -> sqlite3.Connection:
    """A connection in a transaction that sees the folder as it is. Committing it saves what had to be written."""
    connection = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA cache_size = -32000")
        refresh = Refresh(connection, source, scanned, watch)
        connection.execute("BEGIN")
        if not refresh.is_done(for_search=for_search):
            connection.execute("ROLLBACK")
            connection.execute("BEGIN IMMEDIATE")
            refresh.do(for_search=for_search)
    except BaseException:
        connection.close()
        raise
    return connection


class Refresh:
    """Brings the index in one connection up to date with one scan of the folder."""

    def __init__(self, connection: sqlite3.Connection, source: Source, scanned: Scan, watch: Watch) -> None:
        self._connection = connection
        self._source = source
        self._scan = scanned
        self._watch = watch
        self._version = _version(source)
        # A file that is passed over, or could not be read, has the message of that problem as its stamp
        passed_over = {path: each.message for path, each in scanned.remarks.items() if path not in scanned.stamps}
        self._files: dict[str, Stamp | str] = {**scanned.stamps, **passed_over}

    def is_done(self, *, for_search: bool) -> bool:
        """Whether the index, as this transaction sees it, is up to date; with `for_search`, to be searched as well."""
        made = self._made()
        is_same = made == msgspec.msgpack.encode(self._files)
        if made is not None and not is_same:
            self._keep_unreadable(_stamps(made))
            is_same = made == msgspec.msgpack.encode(self._files)
        return is_same and all(self._files.values()) and not (for_search and self._lacks_words())

    def _keep_unreadable(self, known: Mapping[str, Stamp | str]) -> None:
        """Keep the stamp of each file that could not be read and still cannot: then there is nothing to write."""
        from briefcli.files.read import read_bytes

        for path, stamp in known.items():
            if isinstance(stamp, str) and path in self._scan.stamps:
                found = read_bytes(f"{self._source.root}/{self._scan.name_of(path)}", path)
                if getattr(found, "message", "") == stamp:
                    self._files[path] = stamp

    def do(self, *, for_search: bool) -> None:
        """Read the changed files, within a transaction. Raises sqlite3.Error if the index cannot be written."""
        if self._made() is None:
            self._make_tables()
        changed, outdated = self._differences()
        self._remove(outdated)
        self._add(changed)
        if any(is_official(path, self._scan.record_folder) for path in (*changed, *outdated)):
            self._merge_record()
        self._follow_record()
        self._connection.execute("UPDATE made SET stamps = ?", (msgspec.msgpack.encode(self._files),))
        if for_search and self._lacks_words():
            from briefcli.index.search.fulltext import add_words

            add_words(self._connection, self._watch)

    def _differences(self) -> tuple[list[str], list[str]]:
        """The paths of the files to read, and of those whose rows must go, because they changed or are gone."""
        made = self._made()
        known: Mapping[str, Stamp | str] = _stamps(made) if made else {}
        changed = [path for path, stamp in self._files.items() if not stamp or known.get(path) != stamp]
        gone = [path for path in known if path not in self._files]
        return changed, [*(path for path in changed if path in known), *gone]

    def _lacks_words(self) -> bool:
        """Whether agendas were added since words were last indexed for search, or there was no search yet."""
        newer = "SELECT 1 FROM made WHERE worded < coalesce((SELECT max(number) FROM file), 0)"
        return self._connection.execute(newer).fetchone() is not None

    def _made(self) -> bytes | None:
        """The stamps of the last write. None if the index is empty, or was made from something else (`_version`)."""
        try:
            row = self._connection.execute("SELECT version, stamps FROM made").fetchone()
        except sqlite3.OperationalError as error:
            if "no such" not in str(error):
                raise
            return None
        return row[1] if row and row[0] == self._version else None

    def _make_tables(self) -> None:
        old = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        # Virtual tables first: dropping one also drops the tables that it stores its data in
        for (name,) in self._connection.execute(f"{old} ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'").fetchall():
            self._connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        own = chain.from_iterable(table.create() for table in (*records.OF_FILE, records.OFFICIAL))
        for statement in (*_MADE.split(";"), *own):
            self._connection.execute(statement)
        self._connection.execute("INSERT INTO made VALUES (?, x'80', -1)", (self._version,))

    def _merge_record(self) -> None:
        """Work out anew what all files of the record say together."""
        from briefcli.index.house_record import things_of

        things = things_of(Index(self._connection, None, internal=True).house.files())
        self._connection.execute("DELETE FROM official")
        self._insert("official", 0, [(int(Audience.BOTH), *records.OFFICIAL.values(each)) for each in things])

    def _follow_record(self) -> None:
        """Read an agenda again if the record has changed for an activity or commitment that the agenda names."""
        index = Index(self._connection, None, internal=True)
        condition = "true" if index.has_record else "applied <> ''"  # without a record: only what was taken from one
        applied = self._connection.execute(_APPLIED.format(condition=condition)).fetchall()
        if not applied:
            return
        record = index.house.applied({number for _, number, _ in applied})
        files = {file for file, number, said in applied if said != record.signature(number)}
        paths = [path for number, path in self._connection.execute("SELECT number, path FROM file") if number in files]
        self._remove(paths)
        self._add(paths, record)

    def _add(self, paths: Sequence[str], record: "AppliedRecord | None" = None) -> None:
        """Read these files and insert their rows."""
        if not paths:
            return
        from briefcli.index.file_rows import Task, read_files
        from briefcli.index.parallel import in_batches
        from briefcli.official.applied import EMPTY_RECORD

        names = {path: self._scan.name_of(path) for path in paths if path in self._scan.stamps}
        tasks = [Task(path, names.get(path), self._scan.remarks.get(path)) for path in paths]
        work = partial(read_files, self._source.root, self._source.settings(), record or EMPTY_RECORD)
        for done, (path, unread, by_table) in enumerate(in_batches(work, tasks), 1):
            if unread:
                self._files[path] = unread  # another program may have it open, or the network be gone for a moment
            file = self._connection.execute("INSERT INTO file (path) VALUES (?)", (path,)).lastrowid
            for table, own in by_table.items():
                self._insert(table, file, own)
            self._watch(done, len(tasks))

    def _insert(self, table: str, file: int | None, own: Sequence[Row]) -> None:
        if own:
            values = ", ".join("?" * (2 + len(own[0])))
            rows = ((file, number, *row) for number, row in enumerate(own))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({values})", rows)  # noqa: S608  # our own names

    def _remove(self, paths: Iterable[str]) -> None:
        own = [*(f"{each.name} WHERE file = :file" for each in records.OF_FILE), "file WHERE number = :file"]
        words = [f"{table} WHERE rowid BETWEEN 4 * :file AND 4 * :file + 3" for table in WORD_TABLES.values()]
        for path in paths:
            statement = "SELECT number, number <= worded FROM file JOIN made WHERE path = ?"
            file, is_worded = self._connection.execute(statement, (path,)).fetchone()
            for rows in (*own, *(words if is_worded else ())):
                self._connection.execute(f"DELETE FROM {rows}", {"file": file})  # noqa: S608  # our own names


def _stamps(made: bytes) -> Mapping[str, Stamp | str]:
    return msgspec.msgpack.decode(made, type=dict[str, Any])


def _version(source: Source) -> str:
    """What must be the same for a kept index to be used: folder, language, program, libraries and settings."""
    parts = [os.path.realpath(source.root), source.language, __version__, sys.version, sqlite3.sqlite_version, *_code()]
    settings = (source.settings_data or b"").decode("utf-8", "backslashreplace")
    return "\n".join((*parts, settings))


# The packages whose code decides what is in a row
_ROOMS = ("", "domain", "domain/dates", "domain/citations", "index", "index/search", "official", "reading")


def _code() -> Iterator[str]:
    """Sizes and dates of the code files, and the date of the folder with the libraries, which an update changes."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120  # not worth a Path at every start
    try:
        yield str(os.stat(os.path.dirname(os.path.dirname(msgspec.__file__))).st_mtime_ns)  # noqa: PTH116, PTH120
        for room in _ROOMS:
            with os.scandir(f"{package}/{room}") as entries:
                files = [each for each in entries if each.name.endswith(".py")]
                yield from sorted(
                    f"{room}/{each.name} {each.stat().st_size} {each.stat().st_mtime_ns}" for each in files
                )
    except OSError:  # the code is in an archive, not a folder: the version number must do
        return
