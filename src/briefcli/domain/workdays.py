"""Working days: those of the Algemene termijnenwet, article 3, and days that settings add to them."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import msgspec

_DAY = timedelta(days=1)


class Calendar(msgspec.Struct, frozen=True):
    """Days that count as days off beyond the law's own list."""

    extra: frozenset[date] = frozenset()


@lru_cache(maxsize=64)
def holidays(year: int) -> dict[date, str]:
    """The generally recognised holidays of one year, with their names (Algemene termijnenwet, article 3).

    King's Day is 27 April, or the 26th where that is a Sunday; before 2014 it was Queen's Day, 30 April, or
    the 29th.
    """
    from dateutil.easter import easter

    sunday = easter(year)
    return {
        date(year, 1, 1): "New Year's Day",
        sunday - 2 * _DAY: "Good Friday",
        sunday + _DAY: "Easter Monday",
        _national_day(year): "King's Day" if year >= 2014 else "Queen's Day",
        date(year, 5, 5): "Liberation Day",
        sunday + 39 * _DAY: "Ascension Day",
        sunday + 50 * _DAY: "Whit Monday",
        date(year, 12, 25): "Christmas Day",
        date(year, 12, 26): "Second Day of Christmas",
    }


def _national_day(year: int) -> date:
    day = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    return day - _DAY if day.weekday() == 6 else day


def day_off(day: date, calendar: Calendar) -> str | None:
    """Why `day` is no working day, or None where it is one."""
    if day in calendar.extra:
        return "set as a day off"
    if name := holidays(day.year).get(day):
        return name
    return ("Saturday", "Sunday")[day.weekday() - 5] if day.weekday() >= 5 else None


def shift(day: date, count: int, calendar: Calendar) -> date:
    """The day `count` working days after `day` (before it where negative), `day` itself not counted."""
    step = _DAY if count > 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= day_off(day, calendar) is None
    return day


def skipped(start: date, end: date, calendar: Calendar) -> Iterator[tuple[date, str]]:
    """The days off strictly between two days, with the reason of each."""
    day, last = sorted((start, end))
    while (day := day + _DAY) < last:
        if reason := day_off(day, calendar):
            yield day, reason
