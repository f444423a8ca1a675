"""What a relative due date can point at: the meeting, an event by id or kind, a deadline by id."""

from collections.abc import Mapping, Sequence

from briefcli.domain.agenda import Agenda, Deadline, Event
from briefcli.domain.due import MEETING, Due, anchor_name, resolve
from briefcli.domain.rhythm import Expected, Inherited
from briefcli.domain.when import When, provisional
from briefcli.domain.workdays import Calendar

Written = Event | Deadline
Anchor = Written | Expected


def anchor_items(agenda: Agenda) -> dict[str, Written]:
    """Each name that points at something in the file; an id wins over a kind, the first of a kind over later ones."""
    found: dict[str, Written] = {}
    items: list[Written] = [*agenda.events, *agenda.deadlines]
    for item in items:
        if item.id:
            found.setdefault(anchor_name(item.id), item)
    for event in agenda.events:
        if event.kind:
            found.setdefault(anchor_name(event.kind), event)
    return found


def anchor_dates(agenda: Agenda, calendar: Calendar, inherited: Sequence[Inherited] = ()) -> dict[str, When]:
    """The date of each name, inherited ones where the file has none of that name.

    What is counted in a circle, or from nothing, stays unknown.
    """
    items: dict[str, Anchor] = {**_expected_items(inherited), **anchor_items(agenda)}
    dates: dict[str, When] = {MEETING: agenda.held_when}
    for name in items:
        _settle(name, items, dates, calendar, frozenset())
    return dates


def due_date(due: Due | None, anchors: Mapping[str, When], calendar: Calendar) -> When:
    return When.unknown() if due is None else resolve(due, anchors, calendar)


def expected_date(item: Expected, anchors: Mapping[str, When], calendar: Calendar) -> When:
    """When an inherited thing is due; of what happens by practice, the date is not confirmed."""
    when = due_date(item.due, anchors, calendar)
    return provisional(when) if item.happens else when


def _expected_items(inherited: Sequence[Inherited]) -> dict[str, Expected]:
    by_kind = {anchor_name(each.item.kind): each.item for each in inherited if each.item.happens and each.item.kind}
    return by_kind | {anchor_name(each.item.id): each.item for each in inherited}


def _settle(
    name: str,
    items: Mapping[str, Anchor],
    dates: dict[str, When],
    calendar: Calendar,
    on_the_way: frozenset[str],
) -> None:
    item = items.get(name)
    if item is None or name in dates or name in on_the_way:
        return
    if isinstance(item, Event):
        dates[name] = item.when or When.unknown()
        return
    due = item.due
    if due is not None and due.when is None:
        _settle(due.anchor, items, dates, calendar, on_the_way | {name})
    dates[name] = expected_date(item, dates, calendar) if isinstance(item, Expected) else due_date(due, dates, calendar)
