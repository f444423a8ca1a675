"""How near a dated item is, and whether it is late."""

from datetime import date

from briefcli.domain.late import DELIVERABLE, Standing, is_called_off, known_limit, standing
from briefcli.domain.when import When
from briefcli.index.records import DatedItem
from briefcli.views.view import Left, Nearness


def limit_of(item: DatedItem, today: date) -> date | None:
    """The day to count down to; None if unknown.

    For an item due on a day off this is the working day before it or, once that is past, the item's own day.
    """
    return item.workday.day if item.workday.day and item.workday.day >= today else own_day(item)


def own_day(item: DatedItem) -> date | None:
    """The last day of a deadline or commitment, the first day of a meeting or event; None if unknown.

    It may be a day off.
    """
    return known_limit(item.when) if item.source in DELIVERABLE else item.when.day


def standing_of(item: DatedItem, today: date) -> Standing:
    """The standing of a deadline or commitment; meetings and events, and items that are called off, are never late."""
    if item.source not in DELIVERABLE:
        return Standing.OPEN
    found = standing(item.status, item.when, today, done_on=item.done_on, standard=bool(item.rhythm))
    return Standing.OPEN if found is Standing.LATE and called_off(item) else found


def called_off(item: DatedItem) -> bool:
    return is_called_off(item.source, item.status, item.meeting_status)


def is_late(item: DatedItem, today: date) -> bool:
    return standing_of(item, today) is Standing.LATE


def is_settled(item: DatedItem, today: date) -> bool:
    """Whether nothing is left to do: done, dropped, cancelled, or a past standard deadline that nobody recorded."""
    return called_off(item) or standing_of(item, today) in {Standing.DONE, Standing.DROPPED, Standing.NOT_RECORDED}


def left_until(item: DatedItem, today: date) -> Left:
    """The time left until the day to count down to (`limit_of`)."""
    standing = Standing.DROPPED if called_off(item) else standing_of(item, today)
    day = limit_of(item, today)
    near = _SETTLED.get(standing) or nearness(item.when, day, today)
    if standing is Standing.LATE:
        return Left(Nearness.LATE, item.when.last, today)
    return Left(near, item.when.final_day if near is Nearness.PAST else day, today)  # past: since its last day


def nearness(when: When, day: date | None, today: date) -> Nearness:
    if when.is_running(today):
        return Nearness.NOW
    if when.is_past(today):
        return Nearness.PAST
    if day is None:
        return Nearness.UNDATED
    days = (day - today).days
    return next(near for near, most in _STEPS if days <= most)


_SETTLED = {
    Standing.DONE: Nearness.DONE,
    Standing.NOT_RECORDED: Nearness.NOT_RECORDED,
    Standing.DROPPED: Nearness.CALLED_OFF,
}
_STEPS = ((Nearness.PAST, -1), (Nearness.NOW, 2), (Nearness.WEEK, 7), (Nearness.MONTH, 31), (Nearness.LATER, 10**7))
