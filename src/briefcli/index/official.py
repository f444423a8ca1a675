"""The official record in the index: its activities, papers and commitments."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.domain.citations.reference import dossier_of
from briefcli.index.records import PROBLEMS
from briefcli.index.tables import Audience, Row, Table
from briefcli.official.contents import Activity, HousePaper, OfficialFact, Replacement, Toezegging, newest
from briefcli.official.recorded_events import only_successors

if TYPE_CHECKING:
    from briefcli.domain.diagnostic import Diagnostic


class Named(msgspec.Struct, frozen=True):
    """What agendas name of the record: activities and commitments, by their numbers; what `came` in their place."""

    activities: Mapping[str, Activity] = {}
    promises: Mapping[str, Toezegging] = {}
    came: Mapping[str, Activity] = {}

    def signature(self, number: str) -> str:
        """All that an agenda takes from it; empty where the record has nothing of that number."""
        found = (self.activities.get(number), self.promises.get(number), self.came.get(number))
        return "\n".join(each.signature for each in found if each)


ACTIVITY = Table("official_activity", Activity, "(official)")
PAPER = Table("official_paper", HousePaper, "(document)", "(official)", "(dossier)", "(id)")
PROMISE = Table("official_promise", Toezegging, "(activity)", "(official)")
WITHDRAWN = Table("official_withdrawn", OfficialFact, "(id)")
REPLACED = Table("official_replaced", Replacement, "(old)")
TABLES = (ACTIVITY, PAPER, PROMISE, WITHDRAWN, REPLACED, PROBLEMS)  # in which a file of the record has rows

_NOT_WITHDRAWN = (
    "NOT EXISTS (SELECT 1 FROM official_withdrawn w WHERE w.id = {alias}.id "
    "AND (w.changed = '' OR w.changed >= {alias}.changed))"
)
# CROSS fixes the order of the join
_NAMED = "FROM official_link l CROSS JOIN official_activity a ON a.official = l.official WHERE"
_LIVE = _NOT_WITHDRAWN.format(alias="a")
# In order of their last change, so that the newest row of a number is the last
_IN_ORDER = "{alias}.changed, (SELECT path FROM file f WHERE f.number = {alias}.file), {alias}.number"
LINKED = f"SELECT {ACTIVITY.select('a')} {_NAMED} {_LIVE} ORDER BY {_IN_ORDER.format(alias='a')}"
# A later row may have brought it back
WITHDRAWN_NAMES = (
    f"SELECT a.official {_NAMED} l.audience & :audience GROUP BY a.official HAVING NOT max({_LIVE}) UNION "  # noqa: S608
    "SELECT c.document FROM official_withdrawn g JOIN official_paper o ON o.id = g.id "
    "JOIN citation c ON c.document = o.document AND c.audience & :audience WHERE NOT EXISTS "
    f"(SELECT 1 FROM official_paper p WHERE p.document = o.document AND {_NOT_WITHDRAWN.format(alias='p')})"
)
# What came in the place of an activity, and of that in turn
SUCCESSORS = (
    "WITH RECURSIVE came(number) AS (SELECT new FROM official_replaced WHERE old IN (:number, :id) UNION "  # noqa: S608
    "SELECT r.new FROM came JOIN official_activity o ON o.official = came.number "
    f"JOIN official_replaced r ON r.old IN (o.official, o.id)) SELECT {ACTIVITY.select('a')} FROM came "
    f"JOIN official_activity a ON a.official = came.number WHERE {_LIVE} ORDER BY {_IN_ORDER.format(alias='a')}"
)
# With every other row of their ids: an older one may say more, a newer one may have another number
PAPERS = (
    f"SELECT {PAPER.select('p')} FROM official_paper p WHERE {_NOT_WITHDRAWN.format(alias='p')} AND "  # noqa: S608
    "({condition} OR p.id IN (SELECT p.id FROM official_paper p WHERE p.id <> '' AND {condition})) "
    f"ORDER BY {_IN_ORDER.format(alias='p')}"
)
NAMED_PROMISES = (
    f"SELECT {PROMISE.select('p')} FROM commitment c CROSS JOIN official_promise p ON p.official = c.official "  # noqa: S608
    f"WHERE c.official <> '' AND {_NOT_WITHDRAWN.format(alias='p')} ORDER BY {_IN_ORDER.format(alias='p')}"
)
PROMISES = (
    f"SELECT {PROMISE.select('p')} FROM official_promise p "  # noqa: S608
    f"WHERE {_NOT_WITHDRAWN.format(alias='p')} ORDER BY {_IN_ORDER.format(alias='p')}"
)


def named(connection: sqlite3.Connection) -> Named:
    """What the record says now of all that the agendas in an index name."""
    promises = newest(map(PROMISE.read, connection.execute(NAMED_PROMISES))).values()
    activities = activities_in(connection.execute(LINKED))

    def successors(activity: Activity) -> list[Activity]:
        return going_on(connection.execute(SUCCESSORS, {"number": activity.official, "id": activity.id}))

    return Named(activities, {each.official: each for each in promises}, only_successors(activities, successors))


def going_on(rows: Iterable[Row]) -> list[Activity]:
    """What is not gone itself, by day; `rows` are those of `SUCCESSORS`."""
    found = (each for each in activities_in(rows).values() if not each.is_gone)
    return sorted(found, key=lambda each: each.when.sort_key)


def activities_in(rows: Iterable[Row]) -> dict[str, Activity]:
    """By their numbers; `rows` are those of `LINKED`."""
    return {each.official: each for each in newest(map(ACTIVITY.read, rows)).values()}


def official_rows(path: str, data: bytes) -> "tuple[dict[str, list[Row]], list[Diagnostic]]":
    """All rows of one file of the record by the name of their table, and what is wrong in it."""
    from briefcli.official.reader import read_official

    record = read_official(path, data)
    made: dict[Table[Any], list[Any]] = {
        ACTIVITY: [each for each in record.activities if each.official],
        PAPER: [_with_dossier(each) for each in record.papers],
        PROMISE: record.toezeggingen,
        WITHDRAWN: [each for each in record.withdrawn if each.id],
        REPLACED: record.replacements,
    }
    rows = {table.name: [(int(Audience.BOTH), *table.values(each)) for each in found] for table, found in made.items()}
    return rows, record.diagnostics


def _with_dossier(paper: HousePaper) -> HousePaper:
    """The dossier that its number belongs to; else the first that the House files it in."""
    return msgspec.structs.replace(paper, dossier=dossier_of(paper.document) or paper.dossier)
