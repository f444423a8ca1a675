"""The questions that many agendas answer together. Each sees only the rows meant for its audience."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.diagnostic import Diagnostic
from briefcli.domain.late import first_late_day
from briefcli.domain.when import UNKNOWN, When, parse_when
from briefcli.index.bodies import FAR, decode
from briefcli.index.ids import Ids
from briefcli.index.schema import WORDS, Audience


class Meeting(msgspec.Struct, frozen=True):
    """One meeting as lists show it."""

    id: str
    path: str
    title: str
    short: str
    series: str
    body: str
    kind: str
    place: str
    status: str
    when: When
    original: When
    withheld: bool  # shown to internal eyes only, at least in part


class Dated(msgspec.Struct, frozen=True):
    """One thing with a date: a meeting itself, an event, a deadline or a commitment of it."""

    source: str
    place: int
    title: str
    kind: str
    when: When
    written: str
    owner: str
    status: str
    done_on: When
    meeting: str
    meeting_title: str
    meeting_when: When
    meeting_status: str
    series: str
    rhythm: str  # the rhythm it is inherited from; empty where the file has it
    recess: str  # the recess of the House that its day falls in
    withheld: bool  # shown to internal eyes only, at least in part


class Pledge(msgspec.Struct, frozen=True):
    """One commitment or motion; `document` identifies the paper it stands in, as far as its ref says."""

    title: str
    kind: str
    ref: str
    document: str
    made: When
    by: str
    to: str
    debate: str
    due: When
    written: str
    owner: str
    status: str
    done_on: When
    withheld: bool
    meeting: str
    meeting_title: str


class Citation(msgspec.Struct, frozen=True):
    """One place that cites one paper; `dated`, `kind` and `title` are what that place says of it."""

    document: str
    dossier: str
    certain: bool
    written: str
    spot: str
    dated: str
    kind: str
    title: str
    meeting: str
    others: tuple[str, ...] = ()  # its identifiers in other dossiers; of an uncertain one, what else it may be


class Candidate(NamedTuple):
    """An agenda that may answer a search; `sort` orders by date, `body` is for `bodies.decode`."""

    id: str
    path: str
    sort: str
    body: bytes


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What to leave out of a list; None asks for everything."""

    series: str | None = None
    body: str | None = None
    year: int | None = None
    meeting: str | None = None


_Row = tuple[Any, ...]  # sqlite3 has no types for rows
_MEETING = "m.id, f.path, m.title, m.short, m.series, m.body, m.kind, m.place, m.status, m.withheld, m.held, m.original"
_CITATION = (
    "p.document, p.dossier, p.certain, p.written, p.spot, p.dated, p.kind, p.title, m.id, "
    "(SELECT group_concat(o.other, '; ') FROM filed o"
    " WHERE o.file = p.file AND o.document = p.document AND o.audience & :audience)"
)
# Of an id that two files have the first file counts, in all that is told of one meeting
_OF_MEETING = (
    "m.file = (SELECT m3.file FROM meeting m3 JOIN file f3 ON f3.number = m3.file"
    " WHERE m3.id = :meeting AND m3.audience & :audience ORDER BY f3.path LIMIT 1)"
)
_WANTED = {
    "series": "m.series = :series COLLATE NOCASE",
    "body": "m.body = :body COLLATE NOCASE",
    "year": "substr(m.sort, 1, 4) <= :year AND substr(m.last, 1, 4) >= :year AND m.sort < '9999'",
    "meeting": _OF_MEETING,
}

# What has no last day stays in sight as long as its meeting is ahead; what may be late, always.
# Joined in this order: SQLite would go through all meetings first
_AHEAD = (
    "(SELECT file, number FROM dated WHERE last >= :since AND last < :far UNION"
    " SELECT d2.file, d2.number FROM meeting m2 JOIN dated d2 ON d2.file = m2.file"
    " WHERE m2.last >= :since AND m2.audience & :audience AND (d2.last >= :since OR d2.status = 'open') UNION"
    " SELECT file, number FROM dated WHERE (status = 'open' OR done_on <> '') AND last < :since"
    " AND (rhythm = '' OR last >= :late) AND (status = 'open' OR substr(done_on, -10) > :since)) ahead"
    " CROSS JOIN dated d ON d.file = ahead.file AND d.number = ahead.number CROSS"
)

_OF_DOSSIER = (
    " AND EXISTS (SELECT 1 FROM paper p WHERE p.file = c.file AND p.audience & :audience"
    " AND (p.dossier = :dossier OR p.dossier GLOB :dossier || '-*')"
    " AND p.spot GLOB 'commitments[[]' || c.place || ']*')"
)


_OF_DOCUMENT = (
    " AND (p.document = :document OR p.document IN"
    " (SELECT o.document FROM filed o WHERE o.other = :document AND o.audience & :audience))"
)
_IN_DOSSIER = (
    " AND p.document IN (SELECT document FROM paper WHERE (dossier = :dossier"
    " OR (dossier >= :dossier || '-' AND dossier < :dossier || '.')) UNION ALL"
    " SELECT o.document FROM filed o WHERE (o.dossier = :dossier"
    " OR (o.dossier >= :dossier || '-' AND o.dossier < :dossier || '.')) AND o.audience & :audience)"
)


class Library:
    """The agendas of one folder as one audience sees them."""

    def __init__(self, connection: sqlite3.Connection, *, internal: bool) -> None:
        self._connection = connection
        self._audience = Audience.INTERNAL if internal else Audience.PUBLIC
        self.internal = internal

    @cached_property
    def ids(self) -> Sequence[str]:
        """The ids of all meetings that can be shown, in alphabetical order."""
        return Ids(self._connection)

    def agenda(self, id_: str) -> tuple[Agenda, str] | None:
        """The agenda with this very id, and its file's path; of a doubled id the first file."""
        sql = (
            "SELECT a.body, f.path FROM meeting m JOIN file f ON f.number = m.file "  # noqa: S608  # our own names
            f"JOIN agenda a ON a.number = m.number WHERE {_OF_MEETING} AND m.audience & :audience"
        )
        row = next(self.ask(sql, meeting=id_), None)
        return (decode(row[0]), row[1]) if row else None

    def meetings(self, wanted: Wanted | None = None, *, since: date | None = None) -> Iterator[Meeting]:
        """Meetings in order of date, undated ones last. With `since`, only those that can still be on or after it."""
        conditions, values = _conditions(wanted)
        if since is not None:
            conditions += " AND m.last >= :since"
            values["since"] = since.isoformat()
        sql = (
            f"SELECT {_MEETING} FROM meeting m JOIN file f ON f.number = m.file "  # noqa: S608  # our own names
            f"WHERE m.audience & :audience {conditions} ORDER BY m.sort, m.id"
        )
        for id_, path, title, short, series, body, kind, place, status, withheld, *of in self.ask(sql, **values):
            held, original = map(parse_when, of)
            yield Meeting(id_, path, title, short, series, body, kind, place, status, held, original, bool(withheld))

    def paths_of(self, id_: str) -> list[str]:
        """The files that have this id: more than one is a mistake."""
        sql = (
            "SELECT DISTINCT f.path FROM meeting m JOIN file f ON f.number = m.file "
            "WHERE m.id = :id AND m.audience & :audience ORDER BY f.path"
        )
        return [path for (path,) in self.ask(sql, id=id_)]

    def meeting(self, id_: str) -> Meeting | None:
        """The meeting with this very id, as lists show it."""
        return next(self.meetings(Wanted(meeting=id_)), None)

    def dated(self, wanted: Wanted | None = None, *, since: date | None = None) -> Iterator[Dated]:
        """Everything with a date, nearest first. With `since`, what can be on or after that day, or be late then."""
        conditions, values = _conditions(wanted)
        order = "d.sort, m.id, d.source DESC, d.place"
        if since is None:
            return self._dated(conditions, order, values)
        values |= {"since": since.isoformat(), "far": FAR, "late": first_late_day(since).isoformat()}
        return self._dated(conditions, order, values, _AHEAD)

    def past(self, today: date, wanted: Wanted | None = None) -> Iterator[Dated]:
        """What lies wholly before `today` and stands in a file itself, latest first; read as far as it is asked."""
        conditions, values = _conditions(wanted)
        conditions += " AND d.last < :today AND d.rhythm = ''"
        order = "d.last DESC, d.sort, m.id, d.source DESC, d.place"
        return self._dated(conditions, order, values | {"today": today.isoformat()})

    def _dated(self, conditions: str, order: str, values: dict[str, object], among: str = "dated d") -> Iterator[Dated]:
        sql = (
            "SELECT d.source, d.place, d.title, d.kind, d.moment, d.written, d.owner, d.status, d.done_on, "  # noqa: S608
            "m.id, CASE m.short WHEN '' THEN m.title ELSE m.short END, m.held, m.status, d.withheld, "
            "m.series, d.rhythm, d.recess "
            f"FROM {among} JOIN meeting m ON m.file = d.file AND m.audience & :audience "
            f"WHERE d.audience & :audience {conditions} ORDER BY {order}"
        )
        for source, place, title, kind, moment, written, owner, status, done_on, *meeting in self.ask(sql, **values):
            id_, name, held, standing, hidden, series, rhythm, recess = meeting
            yield Dated(
                source, place, title, kind, parse_when(moment), written, owner, status, parse_when(done_on or UNKNOWN),
                id_, name, parse_when(held), standing, series, rhythm, recess, bool(hidden),
            )  # fmt: skip

    def pledges(self, *, dossier: str | None = None) -> Iterator[Pledge]:
        """Every commitment and motion; of one dossier those that cite a paper of it."""
        conditions, values = "", {}
        if dossier is not None:
            conditions, values = _OF_DOSSIER, {"dossier": dossier}
        sql = (
            "SELECT c.title, c.kind, c.ref, "  # noqa: S608  # our own names
            "(SELECT p.document FROM paper p WHERE p.file = c.file AND p.audience & :audience "
            "AND p.spot = 'commitments[' || c.place || '].ref' LIMIT 1), "
            "c.made, c.promiser, c.promised_to, c.debate, c.moment, c.written, c.owner, c.status, c.done_on, "
            "c.withheld, m.id, CASE m.short WHEN '' THEN m.title ELSE m.short END "
            "FROM promise c JOIN meeting m ON m.file = c.file AND m.audience & :audience "
            f"WHERE c.audience & :audience {conditions} ORDER BY m.sort, m.id, c.place"
        )
        for row in self.ask(sql, **values):
            title, kind, ref, document, made, by, to, debate, moment, written, owner, status, done_on, hidden, *of = row
            dates = parse_when(moment), written, owner, status, parse_when(done_on or UNKNOWN)
            about = title, kind, ref, document or "", parse_when(made or UNKNOWN), by, to, debate
            yield Pledge(*about, *dates, bool(hidden), *of)

    def citations(self, *, dossier: str | None = None, document: str | None = None) -> list[Citation]:
        """Every citation, of one dossier (its suffixed ones included) or of one paper where asked.

        A paper that is filed elsewhere as well is found by each of its identifiers.
        """
        conditions, values = "", {}
        if document is not None:
            conditions, values = _OF_DOCUMENT, {"document": document}
        elif dossier is not None:
            conditions, values = _IN_DOSSIER, {"dossier": dossier}
        sql = (
            f"SELECT {_CITATION} FROM paper p JOIN meeting m ON m.file = p.file AND m.audience & :audience "  # noqa: S608
            f"WHERE p.audience & :audience {conditions} ORDER BY m.sort, m.id"
        )
        return [_citation(row) for row in self.ask(sql, **values)]

    def papers_of(self, id_: str) -> dict[str, Citation]:
        """What the refs of one meeting's documents and commitments stand for, by the path of the field."""
        sql = (
            f"SELECT {_CITATION} FROM paper p JOIN meeting m ON m.file = p.file AND m.audience & :audience "  # noqa: S608
            f"WHERE p.audience & :audience AND {_OF_MEETING} AND p.spot LIKE '%.ref'"
        )
        rows = self.ask(sql, meeting=id_)
        return {row[4]: _citation(row) for row in rows}

    def candidates(self, expression: str, wanted: Wanted | None = None) -> list[Iterator[Candidate]]:
        """The agendas whose words fit the expression, best first: the public ones, then those only internal."""
        tables = WORDS.values() if self.internal else (WORDS[Audience.PUBLIC],)
        return [self._candidates(table, expression, wanted) for table in tables]

    def _candidates(self, table: str, expression: str, wanted: Wanted | None) -> Iterator[Candidate]:
        conditions, values = _conditions(wanted)
        sql = (
            f"SELECT m.number, m.id, f.path, m.sort FROM {table} JOIN meeting m ON m.number = {table}.rowid "  # noqa: S608
            f"JOIN file f ON f.number = m.file WHERE {table} MATCH :expression AND m.audience & :audience {conditions} "
            "ORDER BY rank, m.sort DESC, m.id, f.path"
        )
        for number, id_, path, sort in self.ask(sql, expression=expression, **values):
            (body,) = next(self.ask("SELECT body FROM agenda WHERE number = :number", number=number))
            yield Candidate(id_, path, sort, body)

    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong in all files, by path and place."""
        rows = self._connection.execute("SELECT diagnostics FROM file WHERE diagnostics IS NOT NULL ORDER BY path")
        return [each for (blob,) in rows for each in msgspec.json.decode(blob, type=list[Diagnostic])]

    def broken_files(self) -> int:
        """How many files hold an error that this audience may know of."""
        told = "" if self.internal else " AND told_errors > 0"
        (count,) = self._connection.execute(f"SELECT count(*) FROM file WHERE errors > 0{told}").fetchone()  # noqa: S608
        return int(count)

    def ask(self, sql: str, **values: object) -> Iterator[_Row]:
        """Rows of the index; the query chooses those of `:audience`, whose number is passed along."""
        return iter(self._connection.execute(sql, {"audience": int(self._audience), **values}))


def _conditions(wanted: Wanted | None) -> tuple[str, dict[str, object]]:
    if wanted is None:
        return "", {}
    values = {name: getattr(wanted, name) for name in _WANTED if getattr(wanted, name) is not None}
    if "year" in values:
        values["year"] = f"{values['year']:04}"
    return "".join(f" AND {_WANTED[name]}" for name in values), values


def _citation(row: _Row) -> Citation:
    document, dossier, certain, written, spot, dated, kind, title, meeting, others = row
    other_names = tuple(dict.fromkeys(others.split("; "))) if others else ()
    return Citation(document, dossier, bool(certain), written, spot, dated, kind, title, meeting, other_names)
