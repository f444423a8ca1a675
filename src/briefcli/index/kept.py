"""The index that is kept: read where it still fits the folder, brought up to date where it does not.

Whoever reads shares the lock of the seal until the process ends; whoever writes has it alone. So nobody sees
half of a change, and readers can open the file as one that does not change, without locks of SQLite's own.
"""

import marshal
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefcli.index import maker
from briefcli.index.cache import Place, create_private, is_private, place_in
from briefcli.index.changes import Changes
from briefcli.index.child import Child
from briefcli.index.interrupts import Interrupts
from briefcli.index.maker import Made
from briefcli.index.progress import Watch, unwatched
from briefcli.index.seal import Seal
from briefcli.index.survey import Survey

if TYPE_CHECKING:
    from briefcli.index.rounds import Job
    from briefcli.index.source import Source

# No journal: whatever ends a write before its time leaves the seal broken, and the index is made anew. A journal
# would save that work, but not the doubt. One changed file among 10,000 is stored in 3 ms this way, against 8 ms
# with a rollback journal and 9 ms with a write-ahead log, whose shared memory also rules out a home on a network.
_WRITING = (
    "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA cache_size = -32000",
)  # fmt: skip


FEW = 300  # agendas; more are read by several processes, with a progress bar


def _nothing() -> None: ...


class _Reading(sqlite3.Connection):
    """Holds the seal for as long as it is read."""

    seal: Seal | None = None

    def close(self) -> None:
        super().close()
        if self.seal is not None:
            self.seal.close()


def open_kept(
    cache: Path, source: "Source", survey: Survey, watch: Watch, *, words: bool, meanwhile: Callable[[], object] | None
) -> sqlite3.Connection:
    """The index in this cache, fit for reading, with its words where these are asked for.

    While other processes do what is to be done for that, this one does something `meanwhile`, if it has anything to do.
    Raises OSError or sqlite3.Error where it cannot be had.
    """
    place = place_in(cache, source.root)
    seal = Seal(place.seal)
    try:
        keeper = _Keeper(place, seal, source, survey, words=words)
        connection = keeper.fresh()
        if connection is None and meanwhile is not None and keeper.effort <= FEW:
            connection = keeper.refreshed_by_another(meanwhile)
        connection = connection or keeper.refreshed(watch, meanwhile or _nothing)
    except BaseException:
        seal.close()
        raise
    connection.seal = seal
    return connection


class _Keeper:
    def __init__(self, place: Place, seal: Seal, source: "Source", survey: Survey, *, words: bool) -> None:
        self.effort = 0  # how many agendas are to be read, or to be looked through for their words
        self._index = place.file
        self._seal = seal
        self._source = source
        self._survey = survey
        self._words = words
        self._by = maker.made_by(source)
        self._changes: Changes | None = None  # what is to be done, once that was looked at
        self._round = 0  # the one in which that was looked at, or the last one that was ours
        self._done: set[str] = set()

    def fresh(self) -> _Reading | None:
        """The index, if nothing is to be done; else `effort` says how much that is."""
        self._seal.share()
        connection = _reading(self._index) if self._seal.fits(self._index) else None
        made = maker.read(connection) if connection is not None else None
        if connection is None or made is None or made.by != self._by:
            self.effort = len(self._survey.paths)
        else:
            lacking = self._lacking(connection, made)
            if made.listing == self._survey.digest != b"" and not lacking:
                return connection
            self.effort = len(self._look(connection, made).read) + lacking
        if connection is not None:
            connection.close()
        return None

    def refreshed_by_another(self, meanwhile: Callable[[], object]) -> _Reading | None:
        """The index, after another process did what was to be done; None where it did not."""
        self._seal.release()
        other = Child.begin(self._refresh)
        if other is None:
            return None
        meanwhile()
        made = other.last_part()
        return self._as_left(Made(*marshal.loads(made))) if made else None  # noqa: S302  # our own child's

    def _refresh(self) -> Iterator[bytes]:
        connection = self.refreshed(unwatched, _nothing)
        made = maker.read(connection)
        connection.close()
        if made is not None:
            yield marshal.dumps(tuple(made))

    def _as_left(self, made: Made) -> _Reading | None:
        """The index, if nobody else has been at it since."""
        self._seal.share()
        connection = _reading(self._index) if self._seal.fits(self._index) else None
        if connection is not None and maker.read(connection) != made:
            connection.close()
            connection = None
        return connection

    def refreshed(self, watch: Watch, meanwhile: Callable[[], object]) -> _Reading:
        """The index, after all that was to be done."""
        is_done = False
        while not is_done:
            self._seal.own()
            is_done = self._write(watch, meanwhile)
        self._seal.share_owned()
        return _reading(self._index)

    def _look(self, connection: sqlite3.Connection, made: Made) -> Changes:
        self._changes = Changes(connection, self._survey, self._done)
        self._round = made.round
        return self._changes

    def _lacking(self, connection: sqlite3.Connection, made: Made) -> int:
        if not self._words:
            return 0
        from briefcli.index.words import lacking

        return lacking(connection, made)

    def _write(self, watch: Watch, meanwhile: Callable[[], object]) -> bool:
        """One round: store what fits in it; True when nothing is left to do."""
        from briefcli.index.rounds import Job

        is_whole = self._seal.fits(self._index) and is_private(self._index)
        self._seal.break_()
        try:
            with Interrupts() as interrupts:
                connection, made = self._writing(is_whole=is_whole)
                job = Job(self._source, self._survey, watch, meanwhile, lambda: interrupts.wanted)
                try:
                    is_done = self._bring_up_to_date(connection, made, job)
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
        from briefcli.index.store import make_tables

        create_private(self._index)
        connection = _open_for_writing(self._index)
        make_tables(connection)
        self._changes, self._done = None, set()
        return connection, Made(self._by)

    def _bring_up_to_date(self, connection: sqlite3.Connection, made: Made, job: "Job") -> bool:
        from briefcli.index.rounds import read_round, words_round

        connection.execute("BEGIN EXCLUSIVE")
        changes = self._changes
        if changes is None or self._round != made.round:  # the others have had their turn
            changes = self._look(connection, made)
        made = read_round(connection, made, changes, self._done, job)
        self._round = made.round
        is_done = not changes.read
        if is_done and self._lacking(connection, made):
            made = words_round(connection, made, job)
            is_done = not self._lacking(connection, made)
        maker.write(connection, made)
        connection.execute("COMMIT")
        return is_done


def _reading(index: Path) -> _Reading:
    path = str(index).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, factory=_Reading)


def _open_for_writing(index: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(index, isolation_level=None)
    for pragma in _WRITING:
        connection.execute(pragma)
    return connection
