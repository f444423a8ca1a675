"""What a relative due date can point at: the meeting, an event by id or kind, a deadline by id."""

from collections.abc import Iterator, Mapping

from briefcli.domain.agenda import Agenda, Deadline, Event
from briefcli.domain.due import MEETING, Due, anchor_name, resolve
from briefcli.domain.when import When
from briefcli.domain.workdays import Calendar

Anchor = Event | Deadline


def anchor_items(agenda: Agenda) -> dict[str, Anchor]:
    """Each name that points at something, with what it points at; an id wins over a kind, the first of a kind."""
    found: dict[str, Anchor] = {}
    for name, item in _names(agenda):
        found.setdefault(name, item)
    return found


def anchor_dates(agenda: Agenda, calendar: Calendar) -> dict[str, When]:
    """The date of each name; what is counted in a circle, or from nothing, stays unknown."""
    items = anchor_items(agenda)
    dates: dict[str, When] = {MEETING: agenda.held_when}
    for name in items:
        _settle(name, items, dates, calendar, frozenset())
    return dates


def due_date(due: Due | None, anchors: Mapping[str, When], calendar: Calendar) -> When:
    return When.unknown() if due is None else resolve(due, anchors, calendar)


def _names(agenda: Agenda) -> Iterator[tuple[str, Anchor]]:
    items: list[Anchor] = [*agenda.events, *agenda.deadlines]
    for item in items:
        if item.id:
            yield anchor_name(item.id), item
    for event in agenda.events:
        if event.kind:
            yield anchor_name(event.kind), event


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
    dates[name] = due_date(due, dates, calendar)
