"""The official record in the index: its activities, papers and commitments."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.domain.citations.reference import dossier_of
from briefcli.index.records import LINK, PROBLEMS
from briefcli.index.tables import Audience, Row, Table
from briefcli.official.contents import Activity, HousePaper, OfficialFact, Toezegging

if TYPE_CHECKING:
    from briefcli.domain.diagnostic import Diagnostic

Activities = Mapping[str, Activity]  # by their numbers


ACTIVITY = Table("official_activity", Activity, "(official)")
PAPER = Table("official_paper", HousePaper, "(document)", "(official)", "(dossier)", "(id)")
PROMISE = Table("official_promise", Toezegging, "(activity)")
WITHDRAWN = Table("official_withdrawn", OfficialFact, "(id)")
TABLES = (ACTIVITY, PAPER, PROMISE, WITHDRAWN, PROBLEMS)  # in which a file of the record has rows

_NOT_WITHDRAWN = (
    "NOT EXISTS (SELECT 1 FROM official_withdrawn w WHERE w.id = {alias}.id "
    "AND (w.changed = '' OR w.changed >= {alias}.changed))"
)
# CROSS fixes the order of the join
_NAMED = "FROM official_link l CROSS JOIN official_activity a ON a.official = l.official WHERE"
_LIVE = _NOT_WITHDRAWN.format(alias="a")
# In order of their last change, so that the newest row of a number is the last
LINKED = f"SELECT DISTINCT {ACTIVITY.select('a')} {_NAMED} {_LIVE} ORDER BY a.changed"
WITHDRAWN_LINKS = f"SELECT DISTINCT a.official {_NAMED} NOT {_LIVE}"
LINKS = f"SELECT {LINK.select('l')} FROM official_link l WHERE l.audience & :audience"  # noqa: S608
PAPERS = (
    f"SELECT {PAPER.select('p')} FROM official_paper p WHERE {_NOT_WITHDRAWN.format(alias='p')} AND "  # noqa: S608
    "NOT EXISTS (SELECT 1 FROM official_paper n WHERE n.id = p.id AND n.id <> '' AND n.changed > p.changed) AND "
    "{condition}"
)
PROMISES = (
    f"SELECT {PROMISE.select('p')} FROM official_promise p "  # noqa: S608
    f"WHERE {_NOT_WITHDRAWN.format(alias='p')} ORDER BY p.changed, p.file, p.number"
)


def activities_in(rows: Iterable[Row]) -> dict[str, Activity]:
    """By their numbers; `rows` are those of `LINKED`."""
    return {each.official: each for each in map(ACTIVITY.read, rows)}


def official_rows(path: str, data: bytes) -> "tuple[dict[str, list[Row]], list[Diagnostic]]":
    """All rows of one file of the record by the name of their table, and what is wrong in it."""
    from briefcli.official.reader import read_official

    record = read_official(path, data)
    made: dict[Table[Any], list[Any]] = {
        ACTIVITY: [each for each in record.activities if each.official],
        PAPER: [_with_dossier(each) for each in record.papers],
        PROMISE: record.toezeggingen,
        WITHDRAWN: [each for each in record.withdrawn if each.id],
    }
    rows = {table.name: [(int(Audience.BOTH), *table.values(each)) for each in found] for table, found in made.items()}
    return rows, record.diagnostics


def _with_dossier(paper: HousePaper) -> HousePaper:
    return msgspec.structs.replace(paper, dossier=paper.dossier or dossier_of(paper.document) or "")
