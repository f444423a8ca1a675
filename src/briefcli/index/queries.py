"""Queries over all agendas of an index. Each returns only rows that its audience may see, except `diagnostics`."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.domain.composed import composed
from briefcli.domain.diagnostic import Diagnostic
from briefcli.domain.file_names import id_of
from briefcli.domain.late import first_late_day
from briefcli.domain.vocabulary import body_names
from briefcli.index import records
from briefcli.index.records import DatedItem, EventLink, ListedCitation, ListedCommitment, ListedMeeting, ListedQuestion
from briefcli.index.tables import FAR, WORD_TABLES, Audience, R, RecordTable, Row

if TYPE_CHECKING:
    from briefcli.domain.agenda import Agenda
    from briefcli.index.house_record import HouseRecord


# What SQLite raises for a damaged index, and decoding for a value in it that cannot be
DAMAGE = (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError)


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Selects meetings. A field that is None selects all."""

    series: str | None = None
    body: str | None = None
    year: int | None = None
    meeting: str | None = None


_BY_DATE = "m.sort, m.id, m.path"  # never by number, which says only which file was read last
# If two files have the same id, the first one counts in everything that is shown of one meeting
_MEETING_ID = (
    "m.file = (SELECT m3.file FROM meeting m3 WHERE m3.id = :meeting AND m3.audience & :audience"
    " ORDER BY m3.path LIMIT 1)"
)
_FILTERS = {
    "series": "m.series = :series COLLATE NOCASE",
    "body": "m.body COLLATE NOCASE IN (SELECT value FROM json_each(:body))",
    "year": (
        ":year BETWEEN CAST(substr(m.sort, 1, 4) AS INTEGER) AND CAST(substr(m.last, 1, 4) AS INTEGER)"
        " AND m.sort < '9999'"
    ),
    "meeting": _MEETING_ID,
}

# Items that can be on or after a day, or late on that day. An item without a last day counts as long as its meeting is
# ahead, or, if we must deliver it and it is in a file, until it is done. If the day on which something was done is not
# a plain day, the view decides. CROSS makes SQLite join in this order: else it goes through all meetings first
_DATED_AHEAD = (
    "(SELECT file, number FROM dated WHERE last >= :since AND last < :far UNION"
    " SELECT d2.file, d2.number FROM meeting m2 JOIN dated d2 ON d2.file = m2.file"
    " WHERE m2.last >= :since AND m2.audience & :audience AND (d2.last >= :since OR d2.status = 'open') UNION"
    " SELECT file, number FROM dated WHERE (status = 'open' OR done_on <> 'unknown') AND last >= :far"
    " AND rhythm = '' UNION"
    " SELECT file, number FROM dated WHERE (status = 'open' OR done_on <> 'unknown') AND last < :since"
    " AND (rhythm = '' OR last >= :late) AND (status = 'open' OR done_on > :since OR done_on NOT GLOB"
    " '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) ahead"
    " CROSS JOIN dated t ON t.file = ahead.file AND t.number = ahead.number CROSS"
)
# A commitment that is carried over counts at the meeting where it was made. If no meeting with that id has it for the
# same day (the id may be misspelt, the commitment withheld, unreadable, or carried over itself), it counts here, so
# that it is always in a list
_COUNTS_HERE = (
    " AND (t.carried_from = '' OR NOT EXISTS (SELECT 1 FROM meeting n JOIN commitment o"
    " ON o.file = n.file AND o.audience & :audience WHERE n.id = t.carried_from AND n.audience & :audience"
    " AND n.file <> t.file AND o.carried_from = '' AND o.title = t.title"
    " AND (t.written = '' OR t.[when] = o.[when])))"
)
# A dossier with those that have a suffix (`36200-X`): a range, so that SQLite uses the index of the column
_DOSSIER = "({0} = :dossier OR {0} >= :dossier || '-' AND {0} < :dossier || '.')".format
_COMMITMENT_IN_DOSSIER = (
    " AND EXISTS (SELECT 1 FROM citation p WHERE p.file = t.file AND p.audience & :audience"  # noqa: S608
    f" AND {_DOSSIER('p.dossier')} AND p.spot GLOB 'commitments[[]' || t.place || ']*')"
)
_OTHER_NAME = "SELECT o.document FROM other_name o WHERE o.audience & :audience AND "
_OF_DOCUMENT = f" AND (t.document = :document OR t.document IN ({_OTHER_NAME} o.other = :document))"
_IN_DOSSIER = (
    f" AND t.document IN (SELECT document FROM citation WHERE {_DOSSIER('dossier')}"  # noqa: S608
    f" UNION ALL {_OTHER_NAME} {_DOSSIER('o.dossier')})"
)


class Index(contextlib.AbstractContextManager["Index"]):
    """The agendas of one folder as one audience sees them, until the index is closed.

    `from_files` returns another connection with the same agendas. It is called if the first one turns out to have a
    problem. It is None if there can be none.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        from_files: Callable[[Exception], sqlite3.Connection] | None,
        *,
        internal: bool,
    ) -> None:
        self._connection = connection
        self._from_files = from_files
        self._audience = Audience.INTERNAL if internal else Audience.PUBLIC
        self.internal = internal

    def __exit__(self, *_: object) -> None:
        self.close()

    def as_public(self) -> "Index":
        """The same agendas as the public sees them, in this same transaction: another one might have to wait for it."""
        return Index(self._connection, self._from_files, internal=False) if self.internal else self

    def commit(self) -> None:
        """Commit what was written, and let other processes write. What is asked from now on may be newer."""
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:  # no space, or another process still reads: the next command writes
            if not isinstance(error, sqlite3.ProgrammingError) and not self._connection.in_transaction:
                self._connection.close()  # SQLite undid what was written: `_ask` makes a new index

    def close(self) -> None:
        self.commit()
        self._connection.close()

    @cached_property
    def ids(self) -> Sequence[str]:
        """The ids of all meetings that can be shown, in alphabetical order."""
        return self._texts("SELECT DISTINCT id FROM meeting ORDER BY id")

    def agenda(self, id_: str) -> tuple["Agenda", str] | None:
        """The agenda with exactly this id and the path of its file, the first file if several have the id."""
        statement = (
            "SELECT a.body, m.path FROM meeting m JOIN agenda a ON a.file = m.file AND a.audience = m.audience "  # noqa: S608  # our own names
            f"WHERE {_MEETING_ID} AND m.audience & :audience"
        )
        found = self._ask(statement, lambda row: (records.decoded_agenda(row[0]), row[1]), meeting=id_)
        return next(iter(found), None)

    def agendas(self) -> Iterator[tuple[str, "Agenda"]]:
        """The id and the agenda of each meeting, read one after the other."""
        for id_ in self.ids:
            if found := self.agenda(id_):
                yield id_, found[0]

    def meetings(self, wanted: Filter | None = None, *, since: date | None = None) -> list[ListedMeeting]:
        """Meetings in order of date, undated ones last. With `since`, only those that can be on or after that day."""
        conditions, values = _conditions(wanted)
        if since is not None:
            conditions += " AND m.last >= :since"
            values["since"] = since.isoformat()
        return self._records(records.MEETING, _BY_DATE, conditions, values)

    def paths_of(self, id_: str) -> list[str]:
        """The files that have this id: more than one is a mistake."""
        asked = "SELECT DISTINCT path FROM meeting WHERE id = :id AND audience & :audience ORDER BY path"
        return self._texts(asked, id=id_)

    def meeting(self, id_: str) -> ListedMeeting | None:
        """The meeting with exactly this id, as lists show it."""
        return next(iter(self.meetings(Filter(meeting=id_))), None)

    def dated(self, wanted: Filter | None = None, *, since: date | None = None) -> list[DatedItem]:
        """All dated items, earliest first. With `since`, only those that can be on or after that day, or late then."""
        conditions, values = _conditions(wanted)
        among = ""
        if since is not None:
            among = _DATED_AHEAD
            values |= {"since": since.isoformat(), "far": FAR, "late": first_late_day(since).isoformat()}
        order = "t.sort, t.meeting, t.source DESC, t.place, m.path"
        return self._records(records.DATED, order, conditions + _COUNTS_HERE, values, among)

    def past(self, today: date, wanted: Filter | None = None) -> list[DatedItem]:
        """The items in the files themselves (not from a rhythm) that are wholly before `today`, latest first."""
        conditions, values = _conditions(wanted)
        conditions += " AND t.last < :today AND t.rhythm = ''" + _COUNTS_HERE
        order = "t.last DESC, t.sort, t.meeting, t.source DESC, t.place, m.path"
        return self._records(records.DATED, order, conditions, values | {"today": today.isoformat()})

    def owners(self) -> list[str]:
        """Everyone who delivers something, in no particular order."""
        return self._texts("SELECT DISTINCT t.owner FROM dated t WHERE t.audience & :audience AND t.owner <> ''")

    def commitments(self, *, dossier: str | None = None) -> list[ListedCommitment]:
        """Every commitment and motion, at the meeting where it counts. With `dossier`, those that cite its papers."""
        conditions, values = ("", {}) if dossier is None else (_COMMITMENT_IN_DOSSIER, {"dossier": dossier})
        return self._records(records.COMMITMENT, f"{_BY_DATE}, t.place", conditions + _COUNTS_HERE, values)

    def questions(self, wanted: Filter | None = None) -> list[ListedQuestion]:
        """Every question, those of the latest meeting first."""
        order = "m.sort > '9999', m.sort DESC, m.id, m.path, t.place"
        return self._records(records.QUESTION, order, *_conditions(wanted))

    def citations(self, *, dossier: str | None = None, document: str | None = None) -> list[ListedCitation]:
        """Every citation, or only those of one dossier (with its suffixed ones), or of one paper by any identifier."""
        conditions, values = "", {}
        if document is not None:
            conditions, values = _OF_DOCUMENT, {"document": document}
        elif dossier is not None:
            conditions, values = _IN_DOSSIER, {"dossier": dossier}
        return self._records(records.CITATION, _BY_DATE, conditions, values)

    def papers_of(self, id_: str) -> dict[str, ListedCitation]:
        """The papers that the `ref` fields of one meeting cite, by the path of the field."""
        conditions = f" AND {_MEETING_ID} AND t.spot LIKE '%.ref'"
        return {each.spot: each for each in self._records(records.CITATION, _BY_DATE, conditions, {"meeting": id_})}

    @property
    def word_tables(self) -> list[str]:
        """The full-text tables that this audience may search, the public one first."""
        return [table for audience, table in WORD_TABLES.items() if self.internal or audience is Audience.PUBLIC]

    def candidates(
        self, table: str, expression: str, wanted: Filter | None = None
    ) -> Iterator[tuple[str, str, str, "Agenda"]]:
        """The agendas whose words in a full-text table match, best first: id, path, a text that sorts by date."""
        conditions, values = _conditions(wanted)
        statement = (
            f"SELECT m.audience, m.id, m.path, m.sort FROM {table} JOIN meeting m "  # noqa: S608
            f"ON m.file = {table}.rowid / 4 AND m.audience = {table}.rowid % 4 "
            f"WHERE {table} MATCH :expression AND m.audience & :audience {conditions} "
            "ORDER BY rank, m.sort DESC, m.id, m.path"
        )
        # By path, as a file has another number in an index that replaces a damaged one; as bytes, to be left as it is
        one = (
            "SELECT a.body FROM file f JOIN agenda a ON a.file = f.number "
            "WHERE f.path = CAST(:path AS TEXT) AND a.audience = :to"
        )
        for to, id_, path, sort in self._ask(statement, expression=expression, **values):
            for agenda in self._ask(one, lambda row: records.decoded_agenda(row[0]), path=path.encode(), to=to):
                yield id_, path, sort, agenda

    def words_like(self, word: str) -> list[str]:
        """The words of all agendas that start like this one and are about as long. Needs an index with `words`."""
        statement = "SELECT term FROM {}_terms WHERE term GLOB :begin AND abs(length(term) - :length) <= 2".format
        values = {"begin": f"{word[:1]}*", "length": len(word)}
        return [each for table in self.word_tables for each in self._texts(statement(table), **values)]

    def diagnostics(self, id_: str | None = None) -> list[Diagnostic]:
        """The problems of all files or of one meeting, in order; `views.check.readable` hides the internal ones."""
        decode = msgspec.json.Decoder(list[Diagnostic]).decode
        rows = self._ask("SELECT path, diagnostics FROM problems ORDER BY path", lambda row: (row[0], decode(row[1])))
        return [each for path, found in rows if id_ is None or id_of(path) == id_ for each in found]

    @property
    def is_empty(self) -> bool:
        """Whether there is no agenda that can be read."""
        return not self._ask("SELECT 1 FROM meeting LIMIT 1")

    def broken_files(self) -> dict[str, bool]:
        """The files with an error that this audience may know of, and whether each could be read as an agenda."""
        errors = "errors" if self.internal else "public_errors"
        read = "EXISTS (SELECT 1 FROM meeting m WHERE m.file = p.file)"
        asked = f"SELECT p.path, {read} FROM problems p WHERE p.{errors} > 0 ORDER BY p.path"  # noqa: S608  # our own names
        return {path: bool(is_read) for path, is_read in self._ask(asked)}

    def withheld_paths(self) -> list[str]:
        """The paths of the agendas in which something is not public."""
        return self._texts("SELECT DISTINCT path FROM meeting WHERE audience <> :both", both=int(Audience.BOTH))

    def event_links(self, id_: str | None = None) -> list[EventLink]:
        """The events that name an activity of the record, of all meetings or of one."""
        return self._records(records.LINK, "m.path, t.number", *_conditions(Filter(meeting=id_)))

    @cached_property
    def has_record(self) -> bool:
        """Whether there is any file of the official record."""
        return bool(self._ask("SELECT 1 FROM official_contents LIMIT 1"))

    @cached_property
    def house(self) -> "HouseRecord":
        """The official record in this index."""
        from briefcli.index.house_record import HouseRecord

        return HouseRecord(self._ask)

    def _records(
        self, table: RecordTable[R], order: str, conditions: str = "", values: Mapping[str, Any] = {}, among: str = ""
    ) -> list[R]:
        """The records of a table. In the SQL of the parameters, `t` is the table and `m` the meeting of each row."""
        statement = (
            f"SELECT {table.select('t')} FROM {among or f'{table.name} t'} JOIN meeting m "  # noqa: S608  # our own names
            "ON m.file = t.file AND m.audience & :audience "
            f"WHERE t.audience & :audience {conditions} ORDER BY {order}"
        )
        return self._ask(statement, table.read, **values)

    def _texts(self, statement: str, **values: object) -> list[str]:
        """The values of the one column that a statement returns."""
        return self._ask(statement, lambda row: row[0], **values)

    def _ask(self, statement: str, read: Callable[[Row], Any] = tuple, **values: object) -> list[Any]:
        """What `read` makes of each row that a statement returns, which must filter by `:audience` itself."""
        values = {name: composed(value) if isinstance(value, str) else value for name, value in values.items()}
        values["audience"] = int(self._audience)
        try:
            return [read(row) for row in self._connection.execute(statement, values)]
        except UnicodeEncodeError:
            return []  # a value was typed in another encoding than UTF-8: no row holds it
        except DAMAGE as error:
            if self._from_files is None:
                raise
            self._connection.close()  # the index is damaged: what it holds is read from the files
            self._connection, self._from_files = self._from_files(error), None
            return self._ask(statement, read, **values)


def _conditions(wanted: Filter | None) -> tuple[str, dict[str, Any]]:
    values = {name: value for name in _FILTERS if (value := getattr(wanted or Filter(), name)) is not None}
    if "body" in values:
        values["body"] = msgspec.json.encode(body_names(values["body"])).decode()
    return "".join(f" AND {_FILTERS[name]}" for name in values), values
