"""The effects of changing one agenda: dates that shift, what is no longer due, and the meetings that lead to it."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from briefcli.catalog import tr, tr_as
from briefcli.domain.agenda import Agenda
from briefcli.domain.anchors import anchor_items
from briefcli.domain.due import parse_due
from briefcli.domain.late import DELIVERABLE
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import Grain, WhenError
from briefcli.index.queries import Filter, Index
from briefcli.index.records import DATED, DatedItem
from briefcli.index.rows import records_of
from briefcli.settings import Settings
from briefcli.views.cell import Cell, Left, Words
from briefcli.views.dated import bare_title, due_remark
from briefcli.views.labels import in_words
from briefcli.views.making import sentence, table, view_of, with_remark
from briefcli.views.nearness import called_off, left_until
from briefcli.views.view import Column, Point, Points, View


class Shift(msgspec.Struct, frozen=True):
    """One dated item before and after the change; `before` is None for a new item."""

    before: DatedItem | None
    after: DatedItem

    @property
    def is_off(self) -> bool:
        return self.before is not None and called_off(self.after) and not called_off(self.before)

    @property
    def is_on_same_date(self) -> bool:
        return self.before is not None and self.before.when.text == self.after.when.text

    @property
    def is_another(self) -> bool:
        """Whether the date or the status changes; true for a new item."""
        return not self.is_on_same_date or self.before is None or self.before.status != self.after.status


def consequences(index: Index, path: str, agendas: tuple[Agenda, Agenda], settings: Settings, today: date) -> View:
    """What changes with the agenda; without blocks if nothing does.

    `agendas` are the agenda before and after the change, each without what this reader may not see.
    """
    before, after = ({_key(item): item for _, item in records_of(path, each, settings)[DATED]} for each in agendas)
    # A standard deadline that the change wrote into the file is compared with the inherited one of the same title
    shifts = [Shift(before.get(key) or before.get((new.source, -1, new.title)), new) for key, new in after.items()]
    changed = [each for each in shifts if each.is_another]
    of_meeting = next(each for each in shifts if each.after.source == "meeting")
    led_from = _led_from(index, of_meeting.before) if of_meeting.is_another and of_meeting.before else None
    days = {(each.when.first, each.when.last) for each in (of_meeting.before, of_meeting.after) if each}
    is_moved = of_meeting.after.status == Status.MOVED and len(days) > 1  # not only to another hour
    staying = _staying(shifts, today) if is_moved else None
    off = [each.after for each in shifts if each.is_off and each.after.source != "meeting"]
    points = (Point(bare_title(each)) for each in off if each.status != Promise.DONE)
    due_no_longer = Points(tuple(points), tr("No longer due"))
    listed = table(
        (each for each in changed if not called_off(each.after)),
        (
            Column(tr("What changes"), main=True),
            lambda each: with_remark(bare_title(each.after), due_remark(each.after)),
        ),
        (Column(tr_as("date", "From")), lambda each: _date_or_status(each, each.before)),
        (Column(tr_as("date", "To")), lambda each: _date_or_status(each, each.after)),
        (Column(tr("Left"), whole=True), lambda each: _left(each, today)),
    )
    return view_of(None, listed, staying, due_no_longer, _left_behind(shifts, agendas[1]), led_from)


def _key(item: DatedItem) -> tuple[str, int, str]:
    return (item.source, -1 if item.rhythm else item.place, item.title if item.rhythm else "")


def _date_or_status(shift: Shift, item: DatedItem | None) -> Cell:
    """What changes: the date or, if that stays, the status; `item` is the one before or after the change."""
    if item is None:
        return None
    return in_words(item.status or Status.PLANNED) if shift.is_on_same_date else item.when


def _left(shift: Shift, today: date) -> Left | None:
    return None if shift.is_on_same_date or shift.after.status == Promise.DONE else left_until(shift.after, today)


def _staying(shifts: Iterable[Shift], today: date) -> Points:
    """What is still to come around the meeting and has a date of its own, which the new date of the meeting leaves."""
    same = (each.after for each in shifts if each.before is not None and not each.is_another)
    around = (each for each in same if each.source in {"event", "deadline"} and each.when.grain is not Grain.UNKNOWN)
    open_ = (each for each in around if not called_off(each) and each.status != Promise.DONE)
    return _with_dates((each for each in open_ if not each.when.is_past(today)), tr("Does not move with it"))


def _left_behind(shifts: Sequence[Shift], agenda: Agenda) -> Points:
    """What is still due and counts from an event that this change calls off."""
    off = {each.after.place for each in shifts if each.is_off and each.after.source == "event"}
    anchors = anchor_items(agenda)
    events = [agenda.events[place] for place in off if place < len(agenda.events)]
    due = (each.after for each in shifts if each.after.source in DELIVERABLE and not called_off(each.after))
    open_ = (each for each in due if each.status == Promise.OPEN)
    found = (each for each in open_ if any(anchors.get(_anchor(each)) is event for event in events))
    return _with_dates(found, tr("Still due, although it counts from what is called off"))


def _with_dates(items: Iterable[DatedItem], title: str) -> Points:
    return Points(tuple(Point((bare_title(each), ": ", each.when)) for each in items), title)


def _anchor(item: DatedItem) -> str:
    """The name of what the item's date is counted from; empty if the date is not counted."""
    try:
        return parse_due(item.written).anchor
    except WhenError:
        return ""


def _led_from(index: Index, meeting: DatedItem) -> Points:
    """The meetings that lead to this one, each with its event on the same days: that is this meeting too."""
    points, told = [], tr("{event}: {date}; brief move {id} changes that too")
    for each in index.meetings():
        if meeting.meeting in each.leads_to:
            events = (one for one in index.dated(Filter(meeting=each.id)) if one.source == "event")
            same = [one for one in events if (one.when.first, one.when.last) == (meeting.when.first, meeting.when.last)]
            here = [one for one in same if one.kind == meeting.kind]
            below = tuple(Point(sentence(told, event=bare_title(one), date=one.when, id=each.id)) for one in here)
            points.append(Point((Words(each.title, withheld=each.withheld), " (", Words(each.id), ")"), below=below))
    return Points(tuple(points), tr("Meetings that lead to it"))
