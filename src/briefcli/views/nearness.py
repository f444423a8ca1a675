"""How near a dated item is, and whether it is late."""

from datetime import date

from briefcli.domain.late import DELIVERABLE, Standing, is_called_off, known_limit, standing
from briefcli.domain.when import When
from briefcli.index.records import DatedItem
from briefcli.views.cell import Left, Nearness


def limit_of(item: DatedItem, today: date) -> date | None:
    """The day that every output counts to; None if unknown.

    For an item due on a day off this is the working day before it or, once that is past, the item's own day. What is
    late counts from the last day on which it was in time.
    """
    if item.workday.day and item.workday.day >= today:
        return item.workday.day
    return item.when.last if is_late(item, today) else own_day(item)


def days_left(item: DatedItem, today: date) -> int | None:
    """The days until `limit_of`, negative if that is past; None if it is unknown."""
    day = limit_of(item, today)
    return (day - today).days if day else None


def own_day(item: DatedItem) -> date | None:
    """The last day of a deadline or commitment, the first of a meeting or event, even a day off; None if unknown."""
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


def by_day(item: DatedItem, today: date) -> tuple[str, tuple[str, str, str]]:
    """A sort key: by the day to count to (`limit_of`) or, without one, by the first day that it may be on."""
    day = limit_of(item, today)
    return day.isoformat() if day else item.when.sort_key[0], item.when.sort_key


def late_first(item: DatedItem, today: date) -> tuple[bool, bool, tuple[str, tuple[str, str, str]]]:
    """A sort key: late items first, then the others `by_day`, then those without a day to count to."""
    return not is_late(item, today), limit_of(item, today) is None, by_day(item, today)


def left_until(item: DatedItem, today: date) -> Left:
    """The time left until `limit_of`; for what is past, the time since its last day."""
    standing = Standing.DROPPED if called_off(item) else standing_of(item, today)
    day = limit_of(item, today)
    near = _NEAR.get(standing, nearness(item.when, day, today))
    return Left(near, item.when.final_day if near is Nearness.PAST else day, today)


def nearness(when: When, day: date | None, today: date) -> Nearness:
    if when.is_running(today):
        return Nearness.NOW
    if when.is_past(today):
        return Nearness.PAST
    if day is None:
        return Nearness.UNDATED
    days = (day - today).days
    return next(near for near, most in _STEPS if days <= most)


_NEAR = {  # by standing; of what is open, the date says how near it is
    Standing.LATE: Nearness.LATE,
    Standing.DONE: Nearness.DONE,
    Standing.NOT_RECORDED: Nearness.NOT_RECORDED,
    Standing.DROPPED: Nearness.CALLED_OFF,
}
_STEPS = ((Nearness.PAST, -1), (Nearness.NOW, 2), (Nearness.WEEK, 7), (Nearness.MONTH, 31), (Nearness.LATER, 10**7))
