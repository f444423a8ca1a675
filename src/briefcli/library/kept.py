"""The index that is kept: read where it still fits the folder, brought up to date where it does not.

Whoever reads shares the lock of the seal until the process ends; whoever writes has it alone. So nobody sees
half of a change, and readers can open the file as one that does not change, without locks of SQLite's own.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from briefcli.library import maker
from briefcli.library.cache import Place, create_private, is_private, place_in
from briefcli.library.changes import Changes
from briefcli.library.interrupts import Interrupts
from briefcli.library.maker import Made
from briefcli.library.progress import Watch, unwatched
from briefcli.library.seal import Seal
from briefcli.library.survey import Survey

if TYPE_CHECKING:
    from briefcli.library.source import Source
    from briefcli.library.store import Store

ROUND = 6_000  # files; a few seconds' work, after which other processes have their turn

# No journal: whatever ends a write before its time leaves the seal broken, and the index is made anew. A journal
# would save that work, but not the doubt. One changed file among 10,000 is stored in 3 ms this way, against 8 ms
# with a rollback journal and 9 ms with a write-ahead log, whose shared memory also rules out a home on a network.
_WRITING = (
    "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA cache_size = -32000",
)  # fmt: skip


class _Reading(sqlite3.Connection):
    """Holds the seal for as long as it is read."""

    seal: Seal | None = None

    def close(self) -> None:
        super().close()
        if self.seal is not None:
            self.seal.close()


def open_kept(cache: Path, source: "Source", survey: Survey, watch: Watch) -> sqlite3.Connection:
    """The index in this cache, fit for reading. Raises OSError or sqlite3.Error where it cannot be had."""
    place = place_in(cache, source.root)
    with _sealed(place) as seal:
        keeper = _Keeper(place, seal, maker.made_by(source), survey)
        connection = keeper.fresh() or keeper.refreshed(source, watch)
        connection.seal = seal
        return connection


def open_as_left(place: Place, made: Made) -> sqlite3.Connection | None:
    """The index as someone has just left it; None where it is another by now. Raises OSError or sqlite3.Error."""
    with _sealed(place) as seal:
        seal.share()
        connection = _reading(place.file) if seal.fits(place.file) else None
        if connection is None or maker.read(connection) != made:
            seal.close()
            return None
        connection.seal = seal
        return connection


def make_ready(cache: Path, source: "Source", survey: Survey, most: int) -> tuple[Place, Made] | None:
    """Bring the index in this cache up to date if that takes no more than `most` files; None where it takes more.

    Says how it was left, for `open_as_left` in another process. Raises OSError or sqlite3.Error.
    """
    place = place_in(cache, source.root)
    with _sealed(place) as seal:
        keeper = _Keeper(place, seal, maker.made_by(source), survey)
        connection = keeper.fresh()
        if connection is None:
            to_read = survey.paths if keeper.changes is None else keeper.changes.read
            if len(to_read) > most:
                return None
            connection = keeper.refreshed(source, unwatched)
        made = maker.read(connection)
        connection.close()
        seal.close()
        return None if made is None else (place, made)


@contextmanager
def _sealed(place: Place) -> Iterator[Seal]:
    """The seal of an index, closed if all goes wrong."""
    seal = Seal(place.seal)
    try:
        yield seal
    except BaseException:
        seal.close()
        raise


class _Keeper:
    def __init__(self, place: Place, seal: Seal, by: str, survey: Survey) -> None:
        self.changes: Changes | None = None  # what is to be done, once that was looked at
        self._index = place.file
        self._seal = seal
        self._by = by
        self._survey = survey
        self._round = 0  # the one in which that was looked at, or the last one that was ours
        self._done: set[str] = set()

    def fresh(self) -> _Reading | None:
        """The index, if nothing is to be done; else `changes` says what is, unless that is to begin anew."""
        self._seal.share()
        if not self._seal.fits(self._index):
            return None
        connection = _reading(self._index)
        made = maker.read(connection)
        if made is not None and made.by == self._by:
            if made.listing == self._survey.digest() != b"":
                return connection
            self._look(connection, made)
        connection.close()
        return None

    def refreshed(self, source: "Source", watch: Watch) -> _Reading:
        """The index, after all that was to be done."""
        is_done = False
        while not is_done:
            self._seal.own()
            is_done = self._write(source, watch)
        self._seal.share_owned()
        return _reading(self._index)

    def _look(self, connection: sqlite3.Connection, made: Made) -> Changes:
        self.changes = Changes(connection, self._survey, self._done)
        self._round = made.round
        return self.changes

    def _write(self, source: "Source", watch: Watch) -> bool:
        """One round: store what fits in it; True when nothing is left to do."""
        is_whole = self._seal.fits(self._index) and is_private(self._index)
        self._seal.break_()
        try:
            with Interrupts() as interrupts:
                connection, made = self._writing(is_whole=is_whole)
                try:
                    is_done = self._bring_up_to_date(connection, made, source, watch, interrupts)
                finally:
                    connection.close()
                self._seal.close_on(self._index)
        except (OSError, sqlite3.Error):
            self._index.unlink(missing_ok=True)  # it may be what fills the disk
            raise
        return is_done

    def _writing(self, *, is_whole: bool) -> tuple[sqlite3.Connection, Made]:
        """The index that is there, if this program made it; else a new one."""
        if is_whole:
            connection = _open_for_writing(self._index)
            made = maker.read(connection)
            if made is not None and made.by == self._by:
                return connection, made
            connection.close()
        from briefcli.library.store import make_tables

        create_private(self._index)
        connection = _open_for_writing(self._index)
        make_tables(connection)
        self.changes, self._done = None, set()
        return connection, Made(self._by, b"", 0)

    def _bring_up_to_date(
        self, connection: sqlite3.Connection, made: Made, source: "Source", watch: Watch, interrupts: Interrupts
    ) -> bool:
        from briefcli.library.store import Store

        connection.execute("BEGIN EXCLUSIVE")
        changes = self.changes
        if changes is None or self._round != made.round:  # the others have had their turn
            changes = self._look(connection, made)
        store = Store(connection)
        store.remove(changes.gone)
        changes.gone = []
        self._read(changes, store, source, watch, interrupts)
        for folder, marks in changes.marks():
            store.keep_folder(folder, marks)
        is_done = not changes.read
        self._round = made.round + 1
        maker.write(connection, Made(self._by, self._survey.digest() if is_done else b"", self._round))
        connection.execute("COMMIT")
        return is_done

    def _read(self, changes: Changes, store: "Store", source: "Source", watch: Watch, interrupts: Interrupts) -> None:
        from briefcli.library.filing import tasks_for
        from briefcli.library.workers import file_all

        left = len(changes.read)
        for batch in file_all(source.root, tasks_for(self._survey, islice(changes.read, ROUND)), source.settings()):
            store.remove([filed.path for filed in batch])
            store.add(batch)
            for filed in batch:
                changes.note(filed.path)
                self._done.add(filed.path)
            watch(len(self._done), len(self._done) + left - len(batch))
            left -= len(batch)
            if interrupts.wanted:
                break
        changes.read = [path for path in changes.read if path not in self._done]


def _reading(index: Path) -> _Reading:
    path = str(index).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, factory=_Reading)


def _open_for_writing(index: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(index, isolation_level=None)
    for pragma in _WRITING:
        connection.execute(pragma)
    return connection
