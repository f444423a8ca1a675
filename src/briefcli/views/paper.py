"""The contents of a paper about one or more meetings, the same for every format that it is exported to."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.citations.paper_names import dossier_name
from briefcli.domain.citations.reference import dossier_of, kind_of
from briefcli.domain.late import DELIVERABLE
from briefcli.errors import NothingFound, UsageError
from briefcli.index.queries import Filter, Index
from briefcli.settings import PaperStyle
from briefcli.views.cell import Words
from briefcli.views.dated import dated_table
from briefcli.views.making import missing_words, table
from briefcli.views.nearness import late_first
from briefcli.views.paper_numbers import paper_cell
from briefcli.views.show import show_view, shown_meeting
from briefcli.views.timeline import timeline_view
from briefcli.views.view import Axis, Block, Column, Heading, Remark, Table

_NO_PAPER = frozenset({"dossier", "tk-activiteit", "toezegging", "date"})  # kinds of citations that cite no paper


class Logo(msgspec.Struct, frozen=True):
    """The bytes of a picture whose format was checked; `kind` is png or jpeg, `ratio` its width by its height."""

    data: bytes
    kind: str
    ratio: float


class Chapter(msgspec.Struct, frozen=True):
    """One meeting: its heading, the road to it as a time axis, and the blocks that `brief show` has."""

    id: str
    heading: Heading
    road: Axis
    blocks: tuple[Block, ...]


class Paper(msgspec.Struct, frozen=True):
    """All that is printed. `state` is a hash of the agendas; `internal` says that the paper is not public."""

    title: str
    chapters: tuple[Chapter, ...]
    road: Axis
    deadlines: Table
    dossiers: Table
    made: date
    state: str
    internal: bool
    style: PaperStyle
    logo: Logo | None = None
    missing: str = ""  # why something may not be in it


def chosen_ids(index: Index, asked: Sequence[Filter], today: date, days: int | None) -> list[str]:
    """The ids of the meetings asked for and of those in the next `days` days, each once, in order of date.

    Raises UsageError if nothing is asked for, NothingFound if no meeting matches.
    """
    wanted = {meeting.id for each in asked for meeting in index.meetings(each)}
    if days is not None:
        until = today + timedelta(days=days)
        ahead = index.meetings(since=today)
        wanted.update(each.id for each in ahead if each.when.first is not None and each.when.first <= until)
    if not asked and days is None:
        raise UsageError(tr("no meeting is named"), tr("name one or more, a series, or the days ahead: --days 30"))
    found = list(dict.fromkeys(each.id for each in index.meetings() if each.id in wanted))
    if not found:
        raise NothingFound(tr("no meeting is held in these days"), tr("brief list shows what there is"))
    return found


def make_paper(
    index: Index, ids: Sequence[str], today: date, style: PaperStyle, sections: Sequence[str] | None, logo: Logo | None
) -> Paper:
    """The paper of these meetings, as far as the index's audience may see them."""
    missing = missing_words(index)
    chapters = tuple(_chapter(index, each, today, sections, missing) for each in ids)
    firsts = (next((one for one in each.road.marks if one.sort in {"meeting", "cancelled"}), None) for each in chapters)
    road = Axis(tuple(filter(None, firsts)), today)
    several = count("{n} meeting", "{n} meetings", len(ids))
    title = chapters[0].heading.title.text if len(ids) == 1 else several
    bodies = [msgspec.json.encode(found[0]) for each in ids if (found := index.agenda(each))]
    state = hashlib.blake2b(b"\0".join(bodies), digest_size=4).hexdigest()
    due = [each for id_ in ids for each in index.dated(Filter(meeting=id_)) if each.source in DELIVERABLE]
    deadlines = dated_table(sorted(due, key=lambda each: late_first(each, today)), today, tr("Deadlines"), meeting=True)
    return Paper(
        title, chapters, road, deadlines, _dossiers(index, ids), today, state, index.internal, style, logo, missing
    )


def _chapter(index: Index, id_: str, today: date, sections: Sequence[str] | None, missing: str) -> Chapter:
    heading, *blocks = show_view(shown_meeting(index, id_, today, ""), sections).blocks
    assert isinstance(heading, Heading)  # noqa: S101  # every view of a meeting starts with one
    (road,) = [each for each in timeline_view(index, today, Filter(meeting=id_)).blocks if isinstance(each, Axis)]
    said = (Remark(missing),) if missing else ()
    return Chapter(id_, heading, road, (*said, *blocks))


def _dossiers(index: Index, ids: Sequence[str]) -> Table:
    """Every paper that these meetings certainly cite, by dossier; papers without a dossier come last."""
    where: dict[str, list[str]] = {}
    for each in index.citations():
        if each.meeting in ids and each.certain and kind_of(each.document) not in _NO_PAPER:
            where.setdefault(each.document, []).append(each.meeting)
    order = sorted(where, key=lambda each: (dossier_of(each) is None, dossier_of(each) or "", len(each), each))
    return table(
        order,
        (Column(tr("Dossier"), whole=True), lambda each: dossier_name(dossier_of(each) or "")),
        (Column(tr("Paper"), whole=True), paper_cell),
        (Column(tr("Meetings"), main=True), lambda each: Words(", ".join(dict.fromkeys(where[each])))),
        title=tr("Papers by dossier"),
    )
