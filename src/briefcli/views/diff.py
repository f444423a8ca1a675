"""`brief diff`: what is new, changed, carried over and gone between two editions, as a colleague would tell it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.item import is_hidden
from briefcli.domain.texts import passages
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import parse_when
from briefcli.errors import NothingFound
from briefcli.index.queries import Filter, Index
from briefcli.index.records import Meeting
from briefcli.views.compare import Compared, Entry
from briefcli.views.diff_parts import ComparedPart, Edition, compared_parts
from briefcli.views.view import Cell, Heading, Point, Points, Remark, View, Words, labelled, record_of, view_of


def diff_view(index: Index, ids: tuple[str, str]) -> View:
    """Of two meetings. Raises NothingFound."""
    before, after = (_edition(index, each) for each in ids)
    parts = list(compared_parts(before, after))
    old, new = (each.meeting.short or each.meeting.title for each in (before, after))
    hides = any(is_hidden(each.text) for edition in (before, after) for each in passages(edition.agenda))
    sorts = ((tr("New"), "new"), (tr("Changed"), "changed"), (tr("Gone"), "gone"), (tr("Same"), "same"))
    return view_of(
        _record(before, after, parts),
        Heading(Words(tr("From {old} to {new}", old=old, new=new)), (before.meeting.when, " → ", after.meeting.when)),
        labelled(*((label, _amounts(parts, name)) for label, name in sorts)),
        None if any(part.compared.differs for part in parts) else Remark(tr("The two say the same.")),
        *(_block(part) for part in parts),
        Remark(tr("What is not public is left out of this comparison.")) if hides else None,
    )


def editions_of(index: Index, today: date, wanted: Filter) -> tuple[str, str]:
    """Of a series the next edition and the one before it, or the last two; of a meeting, it and the one before."""
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
    """The editions of a series in order, without those that were called off."""
    return [each for each in index.meetings(Filter(series=series)) if each.status != Status.CANCELLED]


def _edition(index: Index, id_: str) -> Edition:
    meeting, found = index.meeting(id_), index.agenda(id_)
    if meeting is None or found is None:
        raise NothingFound(tr("there is no meeting “{typed}”", typed=id_))
    return Edition(meeting, found[0], index.papers_of(id_))


def _amounts(parts: Iterable[ComparedPart], name: str) -> Words:
    """How much of each part is new, changed, gone or the same: what a reader asks first."""
    counted = ((part, len(getattr(part.compared, name))) for part in parts)
    said = [f"{part.title} ({number})" for part, number in counted if number]
    return Words(", ".join(said))


def _block(part: ComparedPart) -> Points:
    found = part.compared
    groups = (
        (tr("New"), tuple(Point(each.source) for each in found.new)),
        (
            tr("Changed"),
            tuple(
                Point((new.source, " (", tr("was"), ": ", _former(old, new, part), ")")) for old, new in found.changed
            ),
        ),
        (tr("Gone"), tuple(Point(each.source) for each in found.gone)),
        (tr("Same"), tuple(Point(new.source) for _, new in found.same)),
    )
    return Points(tuple(Point(label, below=points) for label, points in groups if points), part.title)


def _former(old: Entry[Cell], new: Entry[Cell], part: ComparedPart) -> Cell:
    """Only what changed, where the rest of it is the same: of a paper its date."""
    if part.key == "documents" and old.text:
        return parse_when(old.text)
    if part.key in {"events", "deadlines"} and isinstance(old.source, tuple) and old.key == new.key:
        return old.source[-1] if old.text else tr("date unknown")
    return Words(old.text) if old.key == new.key and old.text else old.source


def _record(before: Edition, after: Edition, parts: Iterable[ComparedPart]) -> dict[str, Any]:
    ends = {name: record_of(each.meeting, "id", "title", "when") for name, each in (("from", before), ("to", after))}
    return ends | {"parts": {part.key: said for part in parts if (said := _plain(part.compared))}}


def _plain(found: Compared[Cell]) -> dict[str, Any]:
    lists: dict[str, list[Any]] = {
        "new": [_said(each) for each in found.new],
        "changed": [{"before": _said(old), "after": _said(new)} for old, new in found.changed],
        "gone": [_said(each) for each in found.gone],
        "same": [_said(new) for _, new in found.same],
    }
    return {name: each for name, each in lists.items() if each}


def _said(entry: Entry[Cell]) -> str:
    return entry.key if entry.text in {"", entry.key} else f"{entry.key}: {entry.text}"
