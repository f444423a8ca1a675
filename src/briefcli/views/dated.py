"""Cells and records of dated items, shared by several views."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from briefcli.catalog import tr
from briefcli.domain.item import is_hidden
from briefcli.domain.late import Standing
from briefcli.domain.vocabulary import WITH_THE_HOUSE, Status, plain_name
from briefcli.domain.when import Grain, When
from briefcli.index.queries import Index
from briefcli.index.records import DatedItem, ListedMeeting
from briefcli.views.cell import Cell, Struck, Words
from briefcli.views.labels import due_words, in_words
from briefcli.views.making import joined_cells, record_of, sentence, table, with_remark
from briefcli.views.nearness import days_left, left_until, own_day, standing_of
from briefcli.views.view import Column, Table

if TYPE_CHECKING:  # lists do not need agendas
    from briefcli.domain.agenda import Agenda, Commitment, Deadline, Event

_TWO_WEEKS = timedelta(days=14)
_UNUSUAL = (Status.CANCELLED, Status.MOVED, Status.NOT_REACHED)


DATED_FIELDS = (
    "date", "until", "days", "when", "timezone", "title", "kind", "type", "meeting", "owner", "status", "written",
    "rhythm", "recess", "workday", "public",
)  # fmt: skip


def title_of(item: DatedItem) -> Cell:
    """The item's title, followed by what is unusual about the item: standard, cancelled, moved, not reached."""
    return with_unusual(bare_title(item), item)


def bare_title(item: DatedItem) -> Words:
    """The item's title alone, marked if only the internal version shows it."""
    title = item.meeting_title if item.source == "meeting" else item.title
    return Words(title, withheld=item.withheld and not is_hidden(title))


def with_unusual(said: Cell, item: DatedItem) -> Cell:
    """The cell `said`, followed in brackets by what is unusual about the item."""
    unusual: list[Cell] = [in_words(item.status)] if item.status in _UNUSUAL else []
    if item.rhythm:
        unusual.append(Words(tr("standard deadline {name}", name=item.rhythm)))
    if item.recess and (item.rhythm or plain_name(item.kind) in WITH_THE_HOUSE):
        unusual.append(Words(item.recess))
    if remark := due_remark(item):
        unusual.append(remark)
    return with_remark(said, joined_cells("; ", unusual))


def due_remark(item: DatedItem) -> Cell:
    """The remark on an item's due date; None if there is nothing to say.

    An open item due on a day off gets the working day before, by which it must be ready. A commitment whose term comes
    from the record gets a note that says so.
    """
    if item.workday.day and item.status == "open":
        return sentence(tr("no working day: by {day}"), day=item.workday)
    is_recorded = item.source == "commitment" and not item.written and item.when.grain is not Grain.UNKNOWN
    return tr("term from the record") if is_recorded else None


def date_of(item: DatedItem) -> Cell:
    """The item's date or, if that is not known, what it is counted from (`2 weeks before debate`)."""
    unknown = When.unknown().text
    is_known = item.when.text != unknown or item.written in {"", unknown}
    return item.when if is_known else Words(due_words(item.written, item.anchor))


def when_cell(status: str | None, when: When, first_set: When) -> Cell:
    """The date of a meeting; for a moved meeting also the date that was set first."""
    moved = tr("{date} (was {old})")
    return sentence(moved, date=when, old=Struck(first_set)) if status == Status.MOVED else when


def dated_table(
    items: Iterable[DatedItem], today: date, title: str = "", *, meeting: bool = False, kind: bool = True
) -> Table:
    """One row per item. `meeting` adds a column with its meeting; `kind` adds one with its kind on a wide screen."""
    return table(
        items,
        (Column(tr("Left"), whole=True), lambda each: left_until(each, today)),
        (Column(tr("Date")), date_of),
        (Column(tr("What"), main=True), title_of),
        (Column(tr("Kind"), spare=True), lambda each: in_words(each.kind or each.source) if kind else None),
        (Column(tr("Meeting"), whole=True, id=True), lambda each: Words(each.meeting) if meeting else None),
        (Column(tr("Owner")), lambda each: Words(each.owner)),
        title=title,
    )


def last_passed(title: str, meeting: str, when: When) -> Cell:
    """For when nothing is ahead: what passed last, and a value of `--today` for which it is still ahead."""
    said = tr("The last one before today: {title} ({meeting}), {date}.")
    last = sentence(said, title=Words(title), meeting=Words(meeting), date=when)
    day = when.first or when.last
    if day is None or day - date.min < _TWO_WEEKS:
        return last
    return (last, " ", tr("--today {day} shows what was ahead then.", day=(day - _TWO_WEEKS).isoformat()))


# Several events of these kinds may be on one day: two are the same only if their titles share a word
_SEVERAL_A_DAY = frozenset({"bilateral", "side meeting", "visit", "working group", "conference", "press", "other"})


def each_once(index: Index, items: Sequence[DatedItem]) -> list[DatedItem]:
    """The items without the events that are also listed as a meeting.

    An event is the same as a meeting if its own meeting leads to that meeting, and both have the same kind and days,
    or the event still has the days from which the meeting was moved. If two events of one agenda could be that
    meeting, both stay.
    """
    meetings: dict[_Likeness, list[DatedItem]] = {}
    for each in items:
        if each.source == "meeting":
            moved = index.meeting(each.meeting) if each.status == Status.MOVED else None
            for when in {each.when, moved.original if moved else each.when}:
                meetings.setdefault(_likeness(each, when), []).append(each)
    events = Counter((each.meeting, _likeness(each, each.when)) for each in items if each.source == "event")
    return [
        each
        for each in items
        if events[each.meeting, _likeness(each, each.when)] != 1 or not _is_a_meeting(index, each, meetings)
    ]


_Likeness = tuple[date | None, date | None, str]


def _likeness(item: DatedItem, when: When) -> _Likeness:
    return when.first, when.last, plain_name(item.kind)


def _is_a_meeting(index: Index, item: DatedItem, meetings: dict[_Likeness, list[DatedItem]]) -> bool:
    if item.source != "event" or item.when.grain is not Grain.DAY or not item.kind:
        return False
    same = [each for each in meetings.get(_likeness(item, item.when), ()) if _may_be_one(item, each)]
    found = index.meeting(item.meeting) if same else None
    return found is not None and not {each.meeting for each in same}.isdisjoint(found.leads_to)


def _may_be_one(event: DatedItem, meeting: DatedItem) -> bool:
    if is_hidden(meeting.meeting_title):
        return False
    one, other = (set(re.findall(r"\w{3,}", each.casefold())) for each in (event.title, meeting.title))
    return plain_name(event.kind) not in _SEVERAL_A_DAY or not one.isdisjoint(other)


def source_of(item: DatedItem, agenda: "Agenda") -> "Agenda | Event | Deadline | Commitment | None":
    """The part of the agenda that the item was made from; None for a standard deadline or event."""
    if item.rhythm:
        return None
    if item.source == "meeting":
        return agenda
    found: Event | Deadline | Commitment = getattr(agenda, f"{item.source}s")[item.place]
    return found


_MEETING = ("id", "title", "series?", "body?", "kind?", "when")
MEETING_FIELDS = (*(each.rstrip("?") for each in _MEETING), "timezone", "start", "end", "days", "status", "public")


def meeting_record(meeting: ListedMeeting, today: date) -> dict[str, Any]:
    when = meeting.when
    dates = {"timezone": when.zone or None, "start": when.first, "end": when.last, "days": when.days_from(today)}
    public = {"public": not (meeting.withheld or is_hidden(meeting.title))}
    return record_of(meeting, *_MEETING) | dates | record_of(meeting, "status?") | public


def dated_record(item: DatedItem, today: date) -> dict[str, Any]:
    """An item in machine-readable output; `rhythm` is the standard it comes from, `recess` the recess it falls in.

    `workday` is the working day by which it must be ready, if its own `date` is a day off; `days` counts to that.
    """
    return {
        "date": own_day(item),
        "until": item.when.last,
        "days": days_left(item, today),
        "when": item.when.text,
        "timezone": item.when.zone or None,
        "title": item.title,
        "kind": item.source,
        "type": item.kind or None,
        **record_of(item, "meeting", "owner?"),
        "status": standing_of(item, today) if item.status in set(Standing) else item.status or None,
        **record_of(item, "written?", "rhythm?", "recess?"),
        "workday": item.workday.day,
        "public": not (item.withheld or is_hidden(item.title)),
    }
