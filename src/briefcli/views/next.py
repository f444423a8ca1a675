"""`brief next`: what is late over all meetings, the next meeting, and what must be ready for it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from briefcli.catalog import count, tr
from briefcli.domain.item import is_hidden
from briefcli.domain.late import DELIVERABLE
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain, When, parse_when, when_of
from briefcli.domain.workdays import Calendar, day_off
from briefcli.index.naming import next_of, some
from briefcli.index.queries import Filter, Index
from briefcli.index.records import DatedItem, ListedMeeting
from briefcli.views.cell import Cell, Countdown, Words
from briefcli.views.dated import DATED_FIELDS, dated_record, dated_table, last_passed, meeting_record, when_cell
from briefcli.views.deadlines import DeadlineChoice, found_dates
from briefcli.views.filters import has_owner, unknown_owners
from briefcli.views.labels import reason_words
from briefcli.views.making import joined_cells, known_facts, sentence, view_of, words
from briefcli.views.nearness import by_day, is_late, is_settled, late_first, limit_of, own_day
from briefcli.views.official_facts import commitment_remarks, moved_events, moved_remarks
from briefcli.views.view import Heading, Point, Points, Remark, View

_MONTH = re.compile(r"(?<=-)(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?\Z")  # at the end of an id

Road = dict[str, list[DatedItem]]  # open items by part: `until` the meeting, `after` it, with an `unknown` date


def next_view(index: Index, today: date, owners: Sequence[str] = ()) -> View:
    """The late items of all meetings, then the next meeting with a date; `found` is false if both are missing.

    With `owners`, only items that one of them delivers are listed.
    """
    ahead = [each for each in index.dated(since=today) if has_owner(each.owner, owners)]
    late = sorted((each for each in ahead if is_late(each, today)), key=lambda each: late_first(each, today))
    meeting = next_meeting(index, today)
    found = index.agenda(meeting.id) if meeting else None
    if meeting is None or found is None:
        return _nothing_ahead(index, today, late)
    items = index.dated(Filter(meeting=meeting.id))
    road = _road_to(meeting, (each for each in items if has_owner(each.owner, owners)), today)
    agenda, _ = found
    about = meeting_record(meeting, today)
    known = {name: about[name] for name in about if name not in {"series", "body", "kind"}}
    return view_of(
        {"meeting": known, **_records({"late": late, **road}, today)},
        dated_table(late, today, tr("Late"), meeting=True),
        Heading(Words(meeting.title, withheld=meeting.withheld), Countdown(meeting.when, today)),
        known_facts(
            (tr("Meeting"), Words(meeting.id)),
            (tr("When"), when_cell(meeting.status, meeting.when, meeting.original)),
            (tr("Place"), words(agenda.place)),
            (tr("Leads to"), Words(", ".join(agenda.leads_to))),
        ),
        Points(tuple(Point(words(each)) for each in agenda.decision if not each.given), tr("What is asked")),
        dated_table(road["until"], today, tr("Until then")),
        dated_table(road["after"], today, tr("After it")),
        dated_table(road["unknown"], today, tr("Without a day yet")),
        _sooner(ahead, meeting, today),
        _withheld(index, today),
        unknown_owners(index, owners),
        *moved_remarks(moved_events(index, meeting.id)),
        *([] if owners else commitment_remarks(index, today, meeting.when.days_from(today))),
    )


def _sooner(items: Sequence[DatedItem], meeting: ListedMeeting, today: date) -> Remark | None:
    """When the first deadline or commitment of another meeting is due, if that is before this meeting."""
    others = (each for each in items if each.meeting != meeting.id and each.source in DELIVERABLE)
    days = [limit_of(each, today) for each in others if not is_settled(each, today)]
    sooner = [day for day in days if day and meeting.when.first and today <= day < meeting.when.first]
    said = tr("Other meetings have deadlines before this meeting, the first on {date}; brief deadlines shows them.")
    return Remark(sentence(said, date=when_of(min(sooner)))) if sooner else None


def _withheld(index: Index, today: date) -> Remark | None:
    """The meetings that the public version shows without their date, such as an imported one before its release.

    Those whose id names a month or year that is past are left out.
    """
    hidden = (each for each in index.meetings(since=today) if is_hidden(each.title))
    unknown = (each.id for each in hidden if each.when.grain is Grain.UNKNOWN)
    found = [id_ for id_ in unknown if not ((month := _MONTH.search(id_)) and parse_when(month[0]).is_past(today))]
    said = tr("The dates of these meetings are not public: {ids}. --internal shows them.", ids=some(found))
    return Remark(said) if found else None


def _records(parts: Road, today: date) -> dict[str, Any]:
    return {name: [dated_record(each, today) for each in items] for name, items in parts.items()}


def days_view(index: Index, today: date, days: int, calendar: Calendar, owners: Sequence[str] = ()) -> View:
    """Everything in the next `days` days over all meetings, late items first.

    `found` is false if nothing is due; open deadlines and commitments without any date are listed, but do not count.
    """
    found = found_dates(index, today, DeadlineChoice(horizon=days, owners=tuple(owners)))
    dated, undated = ([one for one in each if not is_settled(one, today)] for each in (found.dated, found.undated))
    bounded = [each for each in undated if each.when.first or each.when.last]
    undated = [each for each in undated if each.when.first or each.when.last or each.source in DELIVERABLE]
    until = today + timedelta(days=min(days, (date.max - today).days))
    return view_of(
        [dated_record(each, today) for each in (*dated, *undated)],
        Heading(Words(count("The day ahead", "The {n} days ahead", days)), when_of(today, until)),
        dated_table(dated, today, meeting=True),
        None if dated or bounded else Remark(tr("Nothing is due.")),
        dated_table(undated, today, tr("Without a day yet"), meeting=True),
        unknown_owners(index, owners),
        _withheld(index, today),
        _remark_on(today, until, calendar),
        *([] if owners else commitment_remarks(index, today, days)),
        found=bool(dated or bounded),
        fields=DATED_FIELDS,
    )


def next_meeting(index: Index, today: date) -> ListedMeeting | None:
    ahead = (each for each in index.meetings(since=today) if each.status != Status.CANCELLED)
    return next_of(each for each in ahead if each.when.grain is not Grain.UNKNOWN)


def _road_to(meeting: ListedMeeting, items: Iterable[DatedItem], today: date) -> Road:
    """The parts of the road, each in order of the day that counts, without past and settled items.

    Late items are past too; the view lists them separately, above the meeting.
    """
    road: Road = {"until": [], "after": [], "unknown": []}
    for each in sorted(items, key=lambda each: by_day(each, today)):
        if each.source != "meeting" and not is_settled(each, today) and not each.when.is_past(today):
            road[_part_of(each, meeting.when)].append(each)
    return road


def _part_of(item: DatedItem, meeting: When) -> str:
    day = own_day(item)
    first, last = (day, day) if day else (item.when.first, item.when.last)
    if meeting.first and last and last <= meeting.first:
        return "until"
    if meeting.last and first and first >= meeting.last:
        return "after"
    return "until" if day and meeting.last and day <= meeting.last else "unknown"


def _nothing_ahead(index: Index, today: date, late: Sequence[DatedItem]) -> View:
    past = [each for each in index.meetings() if each.when.is_past(today) and each.status != Status.CANCELLED]
    last = max(past, key=lambda each: each.when.last or date.min, default=None)
    said: Cell = tr("No meeting is ahead.")
    if last is not None:
        said = (said, " ", last_passed(last.title, last.id, last.when))
    data = {"meeting": None, **_records({"late": list(late), "until": [], "after": [], "unknown": []}, today)}
    return view_of(
        data,
        dated_table(late, today, tr("Late"), meeting=True),
        Remark(said),
        _withheld(index, today),
        found=bool(late),
    )


def _remark_on(first: date, last: date, calendar: Calendar) -> Remark | None:
    """The holidays on weekdays and the recesses in this period, which a plan has to take into account."""
    days = [first + timedelta(days=each) for each in range(min((last - first).days, 366) + 1)]
    off = [(day, reason) for day in days if day.weekday() < 5 and (reason := day_off(day, calendar))]
    said = [sentence(tr("{date}: {reason}."), date=when_of(day), reason=Words(reason_words(why))) for day, why in off]
    recesses = dict.fromkeys(filter(None, map(calendar.recess_on, days)))
    said += [sentence(tr("The House does not sit: {recess}."), recess=Words(each)) for each in recesses]
    return Remark(joined_cells(" ", said)) if said else None
