"""`brief export --to sqlite`: the public version of all agendas as one SQLite file with a stable, documented schema.

Every table and column is declared here once; the page `docs/sqlite.md` is made from these declarations. The database
is built in memory from public rows only and returned as bytes, so that no unused page of the file can hold other data.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from briefcli.domain.citations.reference import url_of
from briefcli.domain.late import DELIVERABLE, STANDARD_DAYS
from briefcli.domain.texts import passages
from briefcli.files.outputs import DATABASE_MARK
from briefcli.index.queries import Index

SCHEMA_VERSION = 1
_DATE = (
    ("when", "TEXT", "The date as exactly as it is known, in EDTF: 2023-06-15, 2023-06, ../2023-06-15."),
    ("first", "TEXT", "The first day it can be, as 2023-06-15; NULL if there is none."),
    ("last", "TEXT", "The last day it can be; NULL if there is none."),
)
_MEETING = ("meeting", "TEXT NOT NULL REFERENCES meetings (id)", "The meeting's id.")


class ExportedTable(NamedTuple):
    """A table: its columns as name, type and meaning."""

    name: str
    about: str
    columns: tuple[tuple[str, str, str], ...]


TABLES = (
    ExportedTable("meta", "One row: what this file is.", (
        ("schema", "INTEGER NOT NULL", "The version of this schema."),
        ("program", "TEXT NOT NULL", "The version of brief that wrote it."),
        ("day", "TEXT NOT NULL", "The day from which it was written."),
        ("broken", "INTEGER NOT NULL", "The number of agenda files with errors: something of them may be missing."),
    )),
    ExportedTable("meetings", "Every meeting.", (
        ("id", "TEXT PRIMARY KEY", "The meeting's id."),
        ("title", "TEXT NOT NULL", "What meeting it is."),
        ("short", "TEXT", "Its short name."),
        ("series", "TEXT", "What ties the editions of one meeting together."),
        ("body", "TEXT", "Whose meeting it is: NATO, EU."),
        ("kind", "TEXT", "The kind of meeting."),
        ("place", "TEXT", "Where it is held."),
        ("status", "TEXT", "planned, held, moved or cancelled."),
        *_DATE,
    )),
    ExportedTable("events", "What happens around the meetings.", (
        _MEETING,
        ("title", "TEXT NOT NULL", "What happens."),
        ("kind", "TEXT", "The kind of event."),
        *_DATE,
        ("status", "TEXT", "Its status."),
        ("standard", "TEXT", "The rhythm of brief.toml that it comes from; NULL if the agenda has it."),
    )),
    ExportedTable("deadlines", "What must be delivered, commitments and motions included.", (
        _MEETING,
        ("source", "TEXT NOT NULL", "deadline or commitment."),
        ("title", "TEXT NOT NULL", "What must be delivered."),
        ("kind", "TEXT", "The kind of product."),
        ("due", "TEXT", "When, as the agenda has it: 5 workdays before meeting."),
        *_DATE,
        ("owner", "TEXT", "Who delivers it."),
        ("status", "TEXT", "open, done or dropped."),
        ("done_on", "TEXT", "The day on which it was delivered."),
        ("standard", "TEXT", "The rhythm of brief.toml that it comes from; NULL if the agenda has it."),
        ("workday", "TEXT", "The working day by which it must be ready, if a counted date is a day off; else NULL."),
    )),
    ExportedTable("papers", "Every paper that the agendas cite.", (
        ("paper", "TEXT PRIMARY KEY", "Its official identifier: kst-28676-427, COM(2022)546. The same in every file."),
        ("dossier", "TEXT", "The dossier of its number."),
        ("dated", "TEXT", "Its date, if an agenda gives it."),
        ("kind", "TEXT", "The kind of paper."),
        ("title", "TEXT", "Its title."),
        ("url", "TEXT", "Its address."),
    )),
    ExportedTable("citations", "Where each paper is cited.", (
        ("paper", "TEXT NOT NULL REFERENCES papers (paper)", "The paper's identifier."),
        _MEETING,
        ("field", "TEXT NOT NULL", "The field that cites it: documents[0].ref."),
        ("written", "TEXT NOT NULL", "How it is written in that file."),
        ("certain", "INTEGER NOT NULL", "0 if the reading is a guess."),
    )),
    ExportedTable("texts", "Every text of the agendas; texts_fts searches them.", (
        _MEETING,
        ("field", "TEXT NOT NULL", "The field that contains it: sessions[1].topics[0]."),
        ("text", "TEXT NOT NULL", "The text; [withheld: ground] replaces what is not public."),
    )),
)  # fmt: skip
_COLUMNS = {table.name: table.columns for table in TABLES}
VIEWS = {
    "calendar": (
        "Meetings, events and deadlines in one list, by date.",
        """
        SELECT * FROM (
        SELECT "first", "last", "when", 'meeting' AS source, title, id AS meeting, NULL AS owner, status FROM meetings
        UNION ALL SELECT "first", "last", "when", 'event', title, meeting, NULL, status FROM events
        UNION ALL SELECT "first", "last", "when", source, title, meeting, owner, status FROM deadlines
        ) ORDER BY coalesce("first", "last")
        """,
    ),
    "open_deadlines": (
        f"What is not done or cancelled, sorted by last day; a standard deadline until {STANDARD_DAYS} days after it.",
        f"""
        SELECT deadlines.*, meetings.title AS meeting_title, meetings.series
        FROM deadlines JOIN meetings ON meetings.id = deadlines.meeting
        WHERE coalesce(deadlines.status, '') NOT IN ('done', 'dropped', 'cancelled')
        AND (meetings.status IS NOT 'cancelled' OR deadlines.source = 'commitment')
        AND (standard IS NULL OR deadlines."last" IS NULL
             OR deadlines."last" >= (SELECT date(day, '-{STANDARD_DAYS} days') FROM meta))
        ORDER BY deadlines."last" IS NULL, deadlines."last"
        """,  # noqa: S608  # a number of our own
    ),
    "cited_papers": (
        "Every paper with how often, and in which meetings, it is cited.",
        """
        SELECT papers.*, count(DISTINCT meeting) AS meetings, group_concat(DISTINCT meeting) AS cited_in
        FROM papers JOIN citations USING (paper) GROUP BY paper ORDER BY dossier, paper
        """,
    ),
}


def database(index: Index, program: str, day: str, harmless: Callable[[str], str]) -> bytes:
    """The bytes of the SQLite file, with every text made `harmless`. Raises ValueError if the index is not public."""
    if index.internal:
        raise ValueError("the database is made of the public version alone")
    connection = sqlite3.connect(":memory:")
    connection.execute(f"PRAGMA application_id = {int.from_bytes(DATABASE_MARK)}")
    try:
        for table in TABLES:
            columns = ", ".join(f'"{name}" {kind}' for name, kind, _ in table.columns)
            connection.execute(f"CREATE TABLE {table.name} ({columns})")
        for view, (_, query) in VIEWS.items():
            connection.execute(f"CREATE VIEW {view} AS {query}")
        # Datasette recognises the full-text table by these double quotes
        connection.execute(
            'CREATE VIRTUAL TABLE texts_fts USING fts5 (text, meeting UNINDEXED, field UNINDEXED, content="texts")'
        )
        connection.execute(
            "INSERT INTO meta VALUES (?, ?, ?, ?)", (SCHEMA_VERSION, program, day, len(index.broken_files()))
        )
        for name, rows in _contents(index):
            # An empty text becomes NULL, except in a NOT NULL column
            values = ("?" if "NOT NULL" in kind else "nullif(?, '')" for _, kind, _ in _COLUMNS[name])
            plain = (tuple(harmless(each) if isinstance(each, str) else each for each in row) for row in rows)
            connection.executemany(f"INSERT INTO {name} VALUES ({', '.join(values)})", plain)  # noqa: S608  # our own names
        connection.execute("INSERT INTO texts_fts (texts_fts) VALUES ('rebuild')")
        for filled in ("events", "deadlines", "citations", "texts"):
            connection.execute(f"CREATE INDEX {filled}_meeting ON {filled} (meeting)")
        connection.execute("CREATE INDEX citations_paper ON citations (paper)")
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _contents(index: Index) -> Iterator[tuple[str, Iterable[tuple[object, ...]]]]:
    """The rows of each table that is made of agendas."""
    agendas = {id_: found for id_ in index.ids if (found := index.agenda(id_))}
    # If two files have one id, the meeting and its texts are those of the same file, the first
    meetings = [each for each in index.meetings() if agendas[each.id][1] == each.path]
    items, citations = index.dated(), index.citations()
    papers: dict[str, list[str | None]] = {}
    for each in citations:
        known = papers.setdefault(each.document, [each.dossier, None, None, None, url_of(each.document)])
        for place, value in enumerate((each.dated, each.kind, each.title), 1):
            known[place] = known[place] or value
    yield "meetings", _rows("meetings", meetings)
    yield "events", _rows("events", (each for each in items if each.source == "event"))
    yield "deadlines", _rows("deadlines", (each for each in items if each.source in DELIVERABLE))
    yield "papers", ((name, *known) for name, known in papers.items())
    yield "citations", _rows("citations", citations)
    for id_, (agenda, _) in agendas.items():
        yield "texts", [(id_, each.where, each.text) for each in passages(agenda) if not each.withheld]


# How to fill the columns whose name is not a field of the record in the index
_OTHERWISE: dict[str, Callable[[Any], object]] = {
    "when": lambda each: each.when.text,
    "first": lambda each: each.when.first and each.when.first.isoformat(),
    "last": lambda each: each.when.last and each.when.last.isoformat(),
    "due": lambda each: each.written,
    "done_on": lambda each: each.done_on.text if each.done_on.first else None,
    "standard": lambda each: each.rhythm,
    "workday": lambda each: each.workday.day and each.workday.day.isoformat(),
    "paper": lambda each: each.document,
    "field": lambda each: each.spot,
    "certain": lambda each: int(each.certain),
}


def _rows(table: str, records: Iterable[Any]) -> Iterator[tuple[object, ...]]:
    """The rows of this table that these records of the index make."""
    says = [_OTHERWISE.get(name) or attrgetter(name) for name, _, _ in _COLUMNS[table]]
    return (tuple(say(each) for say in says) for each in records)
