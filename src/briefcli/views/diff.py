"""`brief diff`: what is new, changed, carried over and gone between two editions, as a colleague would tell it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from briefcli.catalog import later, tr
from briefcli.domain.item import is_hidden
from briefcli.domain.texts import passages
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import parse_when
from briefcli.errors import NothingFound
from briefcli.index.queries import Filter, Index
from briefcli.index.records import Meeting
from briefcli.views.compare import Entry, differs
from briefcli.views.diff_parts import ComparedPart, Edition, compared_parts
from briefcli.views.view import Cell, Heading, Point, Points, Remark, View, Words, labelled, record_of, view_of

_SORTS = {"new": later("New"), "changed": later("Changed"), "gone": later("Gone"), "same": later("Same")}


def diff_view(index: Index, ids: tuple[str, str]) -> View:
    """The comparison of two meetings, given by their ids. Raises NothingFound if one of them does not exist."""
    before, after = (_edition(index, each) for each in ids)
    parts = list(compared_parts(before, after))
    old, new = (each.meeting.short or each.meeting.title for each in (before, after))
    hides = any(is_hidden(each.text) for edition in (before, after) for each in passages(edition.agenda))
    return view_of(
        _record(before, after, parts),
        Heading(Words(tr("From {old} to {new}", old=old, new=new)), (before.meeting.when, " → ", after.meeting.when)),
        labelled(*((tr(label), _amounts(parts, name)) for name, label in _SORTS.items())),
        None if any(differs(part.compared) for part in parts) else Remark(tr("The two say the same.")),
        *(_block(part) for part in parts),
        Remark(tr("What is not public is left out of this comparison.")) if hides else None,
    )


def editions_of(index: Index, today: date, wanted: Filter) -> tuple[str, str]:
    """The ids of the two editions to compare, the earlier one first.

    For a series: the next edition and the one before it or, if none is ahead, the last two. For a meeting: the edition
    before it, and the meeting itself. Raises NothingFound if there is no earlier edition.
    """
    if wanted.series is not None:
        editions = _held(index, wanted.series)
        ahead = (place for place, each in enumerate(editions) if not each.when.is_past(today))
        at = max(1, next(ahead, len(editions) - 1))
    else:
        meeting = next(index.meetings(wanted), None)
        editions = _held(index, meeting.series) if meeting and meeting.series else []
        at = next((place for place, each in enumerate(editions) if each.id == wanted.meeting), 0)
    if not 1 <= at < len(editions):
        message = tr("“{typed}” has no earlier edition to compare with", typed=wanted.series or wanted.meeting)
        raise NothingFound(message, tr("name two meetings: brief diff A B"))
    return editions[at - 1].id, editions[at].id


def _held(index: Index, series: str) -> list[Meeting]:
    """The editions of a series in order of date, without cancelled ones."""
    return [each for each in index.meetings(Filter(series=series)) if each.status != Status.CANCELLED]


def _edition(index: Index, id_: str) -> Edition:
    meeting, found = index.meeting(id_), index.agenda(id_)
    if meeting is None or found is None:
        raise NothingFound(tr("there is no meeting “{typed}”", typed=id_))
    return Edition(meeting, found[0], index.papers_of(id_))


def _amounts(parts: Iterable[ComparedPart], name: str) -> Words:
    """The parts with entries of this sort (such as `new`), each with their number: what a reader asks first."""
    return Words(", ".join(f"{part.title} ({len(found)})" for part in parts if (found := part.compared[name])))


def _block(part: ComparedPart) -> Points:
    found = {name: [Point(each[-1].shown) for each in entries] for name, entries in part.compared.items()}
    found["changed"] = [
        Point((new.shown, " (", tr("was"), ": ", _former(old, new, part.key), ")"))
        for old, new in part.compared["changed"]
    ]
    groups = (Point(tr(_SORTS[name]), below=tuple(points)) for name, points in found.items() if points)
    return Points(tuple(groups), part.title)


def _former(old: Entry, new: Entry, part: str) -> Cell:
    """How a changed entry was; if only a part of it changed, that part alone, such as the date of a paper."""
    if part == "documents" and old.text:
        return parse_when(old.text)
    if part in {"events", "deadlines"} and isinstance(old.shown, tuple) and old.key == new.key:
        return old.shown[-1] if old.text else tr("date unknown")
    return Words(old.text) if old.key == new.key and old.text else old.shown


def _record(before: Edition, after: Edition, parts: Iterable[ComparedPart]) -> dict[str, Any]:
    ends = {name: record_of(each.meeting, "id", "title", "when") for name, each in (("from", before), ("to", after))}
    return ends | {"parts": {part.key: said for part in parts if (said := _plain(part))}}


def _plain(part: ComparedPart) -> dict[str, Any]:
    found: dict[str, Any] = {name: [_said(each[-1]) for each in entries] for name, entries in part.compared.items()}
    found["changed"] = [{"before": _said(old), "after": _said(new)} for old, new in part.compared["changed"]]
    return {name: said for name, said in found.items() if said}


def _said(entry: Entry) -> str:
    return entry.key if entry.text in {"", entry.key} else f"{entry.key}: {entry.text}"
