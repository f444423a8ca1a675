"""How near a thing with a date is, and whether it is overdue."""

from datetime import date

from briefcli.domain.when import Grain, When
from briefcli.index.questions import Dated
from briefcli.views.model import Left, Near

_DUE_SOURCES = ("deadline", "commitment")


def limit_of(item: Dated) -> date | None:
    """The day that counts: of what must be delivered its last, of what happens its first; None where unknown."""
    if item.source in _DUE_SOURCES and item.when.grain in {Grain.DAY, Grain.BEFORE}:
        return item.when.last
    return item.when.day


def is_overdue(item: Dated, today: date) -> bool:
    """Past, not done, and its meeting still ahead."""
    return (
        item.source in _DUE_SOURCES
        and item.status == "open"
        and item.when.is_past(today)
        and not item.meeting_when.is_past(today)
    )


def left_until(item: Dated, today: date) -> Left:
    day = limit_of(item)
    days = (day - today).days if day else None
    if item.status == "done":
        return Left(Near.DONE, days)
    if is_overdue(item, today):
        return Left(Near.OVERDUE, days)
    return Left(nearness(item.when, days, today), days)


def nearness(when: When, days: int | None, today: date) -> Near:
    if when.is_running(today):
        return Near.NOW
    if when.is_past(today):
        return Near.PAST
    if days is None:
        return Near.UNDATED
    return next(near for near, most in _STEPS if days <= most)


_STEPS = ((Near.PAST, -1), (Near.NOW, 2), (Near.WEEK, 7), (Near.MONTH, 31), (Near.LATER, 10**7))
