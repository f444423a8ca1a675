"""Working days according to the Algemene termijnenwet (article 3) and the days off that the settings add.

Days that follow from no rule are listed here: days made equal to holidays by decree, and recesses of the House.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from briefcli.catalog import later


class Recess(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days on which the House of Representatives does not sit, both ends included."""

    first: date
    last: date
    name: str = "Recess"


# Days made equal to holidays by royal decree under article 3(3). Decrees for other years exist, but they are left out
# until their text is at hand; `brief workdays` says so. Sources: Besluit van 24 oktober 2016, nr. 2016001827
# (wetten.overheid.nl, BWBR0038666), and two decrees called “Besluit gelijkstelling van … met een algemeen erkende
# feestdag”: one for 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025, the other for
# 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028.
DECREED_DAYS = frozenset({
    date(2017, 4, 28), date(2017, 5, 26), date(2018, 5, 11), date(2018, 12, 24), date(2018, 12, 31),
    date(2019, 5, 31), date(2019, 12, 27),
    date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30),
    date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26),
})  # fmt: skip
DECREED_YEARS = frozenset(day.year for day in DECREED_DAYS)

# Source: tweedekamer.nl, page “Recessen”, for 2023 and the first half of 2024. The Presidium sets later recesses each
# year; they go into the settings.
RECESSES = (
    Recess(date(2023, 4, 21), date(2023, 5, 8), "Meireces 2023"),
    Recess(date(2023, 7, 7), date(2023, 9, 4), "Zomerreces 2023"),
    Recess(date(2023, 10, 13), date(2023, 10, 23), "Herfstreces 2023"),
    Recess(date(2023, 12, 22), date(2024, 1, 15), "Kerstreces 2023"),
    Recess(date(2024, 2, 16), date(2024, 2, 26), "Voorjaarsreces 2024"),
    Recess(date(2024, 4, 26), date(2024, 5, 13), "Meireces 2024"),
    Recess(date(2024, 7, 5), date(2024, 9, 2), "Zomerreces 2024"),
)

_DAY = timedelta(days=1)
_MANY_WEEKS = 8  # up to this many weeks, counting day by day is faster
_WEEKEND = {5: later("Saturday"), 6: later("Sunday")}
BY_DECREE = later("made equal to a holiday by decree")


class Calendar(msgspec.Struct, frozen=True):
    """What the settings add: days off with their names, and recesses of the House.

    A recess is not a day off: officials work, but the House does not sit. A date in a recess is shown with its name.
    """

    days_off: dict[date, str] = {}
    recesses: tuple[Recess, ...] = ()

    def recess_on(self, day: date) -> str | None:
        """The name of the recess that `day` falls in, from the settings or the list above; None if there is none."""
        return next((each.name for each in (*self.recesses, *RECESSES) if each.first <= day <= each.last), None)


@lru_cache(maxsize=64)
def holidays(year: int) -> dict[date, str]:
    """The generally recognised holidays of one year, with their names (Algemene termijnenwet, article 3).

    King's Day is 27 April, or 26 April if the 27th is a Sunday. Before 2014 it was Queen's Day: 30 April, or 29 April
    if the 30th was a Sunday (the rule since 1980). Days made equal by decree, under article 3(3), are not included.
    """
    from dateutil.easter import easter

    sunday = easter(year)
    days = (
        (date(year, 1, 1), later("New Year's Day")),
        (national_day(year), later("King's Day") if year >= 2014 else later("Queen's Day")),
        (date(year, 5, 5), later("Liberation Day")),
        (date(year, 12, 25), later("Christmas Day")),
        (date(year, 12, 26), later("Second Day of Christmas")),
        (sunday - 2 * _DAY, later("Good Friday")),
        (sunday + 1 * _DAY, later("Easter Monday")),
        (sunday + 39 * _DAY, later("Ascension Day")),
        (sunday + 50 * _DAY, later("Whit Monday")),
    )
    named: dict[date, str] = {}
    for day, name in days:  # Ascension Day can fall on King's Day or Liberation Day: then both are named
        named[day] = f"{named[day]}, {name}" if day in named else name
    return named


def national_day(year: int) -> date:
    """The date of King's Day in `year`; before 2014 that of Queen's Day."""
    day = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    return day - _DAY if day.weekday() == 6 else day


def day_off(day: date, calendar: Calendar) -> str | None:
    """The reason why `day` is not a working day; None if it is one."""
    return (
        holidays(day.year).get(day)
        or (BY_DECREE if day in DECREED_DAYS else None)
        or calendar.days_off.get(day)
        or _WEEKEND.get(day.weekday())
    )


def _weekdays_off(first: date, last: date, calendar: Calendar) -> int:
    """The number of days off that fall on Monday to Friday, from `first` to `last` inclusive."""
    off = {*calendar.days_off, *DECREED_DAYS}.union(*(holidays(year) for year in range(first.year, last.year + 1)))
    return sum(first <= day <= last and day.weekday() not in _WEEKEND for day in off)


def shift(day: date, count: int, calendar: Calendar) -> date:
    """The day `count` working days after `day`, or before it if `count` is negative; `day` itself does not count.

    Raises OverflowError if the result is outside the years 1 to 9999.
    """
    step = _DAY if count > 0 else -_DAY
    left = abs(count)
    # Whole weeks at once: a file may count thousands of days, thousands of times
    while (weeks := (left - 1) // 5) > _MANY_WEEKS:
        end = day + 7 * weeks * step
        left -= 5 * weeks - _weekdays_off(min(day + step, end), max(day + step, end), calendar)
        day = end
    while left > 0:
        day += step
        left -= day.weekday() not in _WEEKEND and day_off(day, calendar) is None  # the cheap test first
    return day


def workday_by(day: date, calendar: Calendar) -> date:
    """The last working day on or before `day`; `day` itself if there is none in the years of the calendar."""
    try:
        return shift(day, -1, calendar) if day_off(day, calendar) else day
    except OverflowError:
        return day


def skipped(start: date, end: date, calendar: Calendar) -> Iterator[tuple[date, str]]:
    """The days off strictly between two days, earliest first, with the reason for each."""
    first, last = sorted((start, end))
    days = (first + count * _DAY for count in range(1, (last - first).days))
    return ((day, reason) for day in days if (reason := day_off(day, calendar)))


def years_without_decree(start: date, end: date) -> list[int]:
    """The years from `start` to `end` for which no days made equal to holidays are listed here."""
    years = range(min(start, end).year, max(start, end).year + 1)
    return [year for year in years if year not in DECREED_YEARS]
