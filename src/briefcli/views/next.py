"""`brief next`: what is late over all meetings, the next meeting, and what must be ready for it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain, When, when_of
from briefcli.domain.workdays import Calendar, day_off
from briefcli.index.naming import next_of
from briefcli.index.queries import Filter, Index
from briefcli.index.records import DatedItem, Meeting
from briefcli.views.dated import (
    FIELDS,
    dated_record,
    dated_table,
    each_once,
    is_of,
    late_first,
    meeting_record,
    the_last,
    undated_table,
    when_cell,
)
from briefcli.views.labels import reason_words
from briefcli.views.nearness import is_late, is_settled, limit_of
from briefcli.views.official_facts import moved_events, moved_remarks
from briefcli.views.view import (
    Block,
    Cell,
    Countdown,
    Facts,
    Heading,
    Point,
    Points,
    Remark,
    View,
    Words,
    present,
    sentence,
    words,
)


class Road(msgspec.Struct, frozen=True):
    """What is still open around a meeting, each part in the order in which it has to happen."""

    until: list[DatedItem]
    after: list[DatedItem]
    unknown: list[DatedItem]


def next_view(index: Index, today: date, owners: Sequence[str] = ()) -> View:
    """What is late anywhere, then the next meeting with a date; not found where there is neither.

    With `owners`, of what must be ready only what one of them delivers.
    """
    late = [each for each in late_over_all(index, today) if is_of(each.owner, owners)]
    meeting = next_meeting(index, today)
    found = index.agenda(meeting.id) if meeting else None
    if meeting is None or found is None:
        return _nothing_ahead(index, today, late)
    items = index.dated(Filter(meeting=meeting.id))
    road = road_to(meeting, (each for each in items if is_of(each.owner, owners)), today)
    agenda, _ = found
    blocks = (
        late_table(late, today),
        Heading(Words(meeting.title, withheld=meeting.withheld), Countdown(meeting.when, today)),
        _facts(meeting, agenda),
        Points(tuple(Point(words(each)) for each in agenda.decision if not each.given), tr("What is asked")),
        dated_table(road.until, today, tr("Until then")),
        dated_table(road.after, today, tr("After it")),
        undated_table(road.unknown),
        *moved_remarks(moved_events(index, meeting.id)),
    )
    return View(data=_record(meeting, late, road, today), blocks=present(blocks))


def late_over_all(index: Index, today: date) -> list[DatedItem]:
    """What is late of all meetings, the longest first."""
    late = [each for each in index.dated(since=today) if is_late(each, today)]
    return sorted(late, key=lambda each: late_first(each, today))


def late_table(late: Sequence[DatedItem], today: date) -> Block:
    return dated_table(late, today, tr("Late"), meeting=True)


def days_view(index: Index, today: date, days: int, calendar: Calendar, owners: Sequence[str] = ()) -> View:
    """Everything of the next so many days over all meetings, late things first; not found where there is nothing."""
    ahead = [each for each in index.dated(since=today) if _is_within(each, today, days) and is_of(each.owner, owners)]
    shown = sorted(each_once(index, ahead), key=lambda each: late_first(each, today))
    period = when_of(today, _last_day(today, days))
    blocks = (
        Heading(Words(count("The day ahead", "The {n} days ahead", days)), period),
        dated_table(shown, today, meeting=True),
        Remark(tr("Nothing is due.")) if not shown else None,
        _remark_on(period, calendar),
    )
    return View(
        data=[dated_record(each, today) for each in shown], blocks=present(blocks), found=bool(shown), fields=FIELDS
    )


def next_meeting(index: Index, today: date) -> Meeting | None:
    """The first meeting with a date that is not over nor cancelled."""
    ahead = (each for each in index.meetings(since=today) if each.status != Status.CANCELLED)
    return next_of(each for each in ahead if each.when.grain is not Grain.UNKNOWN)


def road_to(meeting: Meeting, items: Iterable[DatedItem], today: date) -> Road:
    """What is past, settled or late is left out: what is late stands above all."""
    road = Road([], [], [])
    for each in sorted(items, key=lambda each: each.when.sort_key):
        if each.source != "meeting" and not is_settled(each, today) and not each.when.is_past(today):
            _part_of(road, each, meeting.when).append(each)
    return road


def _part_of(road: Road, item: DatedItem, meeting: When) -> list[DatedItem]:
    when = item.when
    if meeting.first and when.last and when.last <= meeting.first:
        return road.until
    if meeting.last and when.first and when.first >= meeting.last:
        return road.after
    if when.day and meeting.last and when.day <= meeting.last:
        return road.until
    return road.unknown


def _is_within(item: DatedItem, today: date, days: int) -> bool:
    if is_late(item, today):
        return True
    if is_settled(item, today):
        return False
    day, last = limit_of(item), _last_day(today, days)
    if day is None:  # a week, a month, or some day before or after another
        first, end = item.when.first, item.when.last
        return bool(first or end) and (first or date.min) <= last and (end or date.max) >= today
    return day <= last and not item.when.is_past(today)


def _last_day(today: date, days: int) -> date:
    return today + timedelta(days=min(days, (date.max - today).days))


def _facts(meeting: Meeting, agenda: Agenda) -> Facts:
    return Facts(
        (
            (tr("Meeting"), Words(meeting.id)),
            (tr("When"), when_cell(meeting.status, meeting.when, meeting.original)),
            (tr("Place"), words(agenda.place)),
            (tr("Leads to"), Words(", ".join(agenda.leads_to)) if agenda.leads_to else None),
        )
    )


def _nothing_ahead(index: Index, today: date, late: Sequence[DatedItem]) -> View:
    past = [each for each in index.meetings() if each.when.is_past(today) and each.status != Status.CANCELLED]
    last = max(past, key=lambda each: each.when.last or date.min, default=None)
    said: Cell = tr("No meeting is ahead.")
    if last is not None:
        said = (said, " ", the_last(last.title, last.id, last.when))
    data: dict[str, Any] = {
        "meeting": None, "late": [dated_record(each, today) for each in late], "until": [], "after": [], "unknown": [],
    }  # fmt: skip
    return View(data=data, blocks=present((late_table(late, today), Remark(said))), found=bool(late))


def _remark_on(period: When, calendar: Calendar) -> Remark | None:
    """Holidays and recesses that these days hold: what a plan for them has to reckon with."""
    if period.first is None or period.last is None:
        return None
    days = [period.first + timedelta(days=each) for each in range(min((period.last - period.first).days, 366) + 1)]
    said: list[Cell] = []
    for day in days:
        reason = day_off(day, calendar)
        if reason and day.weekday() < 5:
            said += [
                " " if said else "",
                sentence(tr("{date}: {reason}."), date=when_of(day), reason=Words(reason_words(reason))),
            ]
    for recess in dict.fromkeys(filter(None, map(calendar.recess_on, days))):
        said += [" " if said else "", sentence(tr("The House does not sit: {recess}."), recess=Words(recess))]
    return Remark(tuple(said)) if said else None


def _record(meeting: Meeting, late: Sequence[DatedItem], road: Road, today: date) -> dict[str, Any]:
    known = meeting_record(meeting, today)
    about = {name: value for name, value in known.items() if name not in {"series", "body", "kind"}}
    parts = {name: [dated_record(each, today) for each in getattr(road, name)] for name in road.__struct_fields__}
    return {"meeting": about, "late": [dated_record(each, today) for each in late], **parts}
