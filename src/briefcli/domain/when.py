"""A date as exactly as it is known, in a subset of EDTF (ISO 8601-2).

`2023-06-15`, `2023-06-15T09:30`, `2023-06-15/2023-06-16`, `2023-06`, `2023-W24`, `2023`, `2023-06-15?`,
`../2023-06-15` (unknown, before), `2023-06-15/..` (unknown, after), `XXXX-06-15` and
`XXXX-06-15/XXXX-06-16` (year unknown), `unknown`.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

import msgspec

from briefcli.catalog import later, tr
from briefcli.errors import UsageError

UNKNOWN = "unknown"
HOME = "Europe/Amsterdam"  # the time zone of an agenda that names none
OPEN = ".."
# Words that make a date the last possible day
AT_LATEST = r"uiterlijk|niet later dan|op zijn laatst|ten laatste|t/m|tot en met|not? later than|at the latest|by"
# What people write for a date that is not known yet
NOT_KNOWN = (
    r"(?i)(?:(?:date|datum) )?(?:nog )?(?:niet bekend|onbekend|unknown|onzeker)|nader te bepalen|n\.?[tn]\.?b\.?"
    r"|tb[acd]|p\.?m\.?|(?:datum )?volgt(?: nog)?|[?-]"
)
SHORT_YEAR = later("The century of the year is not stated.")


class WhenError(UsageError, ValueError):
    """The text is not a date in the notation above; the hint says how to write it."""


class DateRefusedError(WhenError):
    """The text is a date, but an impossible or ambiguous one. The caller must not try to read it as something else."""


class Grain(StrEnum):
    """How exact a date is: a countdown may never be more exact than this."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    BEFORE = "before"
    AFTER = "after"
    YEARLESS = "yearless"
    UNKNOWN = "unknown"


class When(msgspec.Struct, frozen=True, omit_defaults=True):
    """One date, range or bound.

    `first` and `last` are the earliest and latest day it can mean, inclusive: those of a month are its first and last
    day, and `../2023-06-15` (before that day) ends on the 14th. `from_time` and `to_time` are local times in `zone`,
    which is empty for `HOME`. `text` is the notation itself.
    """

    text: str
    grain: Grain
    first: date | None = None
    last: date | None = None
    from_time: time | None = None
    to_time: time | None = None
    confirmed: bool = True
    zone: str = ""

    @property
    def day(self) -> date | None:
        """The first day if the exact day is known, else None."""
        return self.first if self.grain is Grain.DAY else None

    @property
    def final_day(self) -> date | None:
        """The last day if the exact day is known, else None."""
        return self.last if self.grain is Grain.DAY else None

    @property
    def is_range(self) -> bool:
        return self.grain is Grain.DAY and self.first != self.last

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """The key to sort by time; a date without any day comes last."""
        start = self.first or self.last
        return (
            start.isoformat() if start else "9999-99-99",
            self.from_time.isoformat() if self.from_time else "",
            self.last.isoformat() if self.last else "9999-99-99",
        )

    def days_from(self, today: date) -> int | None:
        """Days from `today` to the first day; negative if past; None if the day is not known."""
        return None if self.day is None else (self.day - today).days

    def is_past(self, today: date) -> bool:
        """Whether even its latest possible day is before `today`."""
        return self.last is not None and self.last < today

    def is_running(self, today: date) -> bool:
        """Whether its days are known and `today` is one of them."""
        return self.day is not None and self.last is not None and self.day <= today <= self.last

    @staticmethod
    def unknown() -> "When":
        return _NO_DATE

    def __str__(self) -> str:
        return self.text


_NO_DATE = When(text=UNKNOWN, grain=Grain.UNKNOWN)

HOW_TO_WRITE = later("write 2023-06-15, 2023-06-15/2023-06-16, 2023-06, 2023-W24 or unknown")
# Strings that `re` compiles on first use: a list of meetings with plain days needs none of them
_POINT = (
    r"(?P<year>[0-9]{4}|XXXX)"
    r"(?:-W(?P<week>[0-9]{2})|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::00)?)?)?)?"
    r"(?P<doubt>\?)?"
)
_DAY_FIRST = r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})"
_SLOPPY = r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
_DAY_LENGTH = len("2023-06-15")


def parse_when(text: str) -> When:
    """Read the notation. Raises WhenError, with a hint, for anything else (an impossible date too)."""
    text = text.strip()
    if text == UNKNOWN:
        return _NO_DATE
    is_slashed = len(text) <= _DAY_LENGTH and (re.fullmatch(_DAY_FIRST, text) or re.fullmatch(_SLOPPY, text))
    if "/" not in text or " " in text or is_slashed:  # a slash that separates no range: 15/06/2023
        return _point(text)
    left, _, right = text.partition("/")
    if left == OPEN:
        return _NO_DATE if right == OPEN else _bounded(_point(right), Grain.BEFORE, text)
    return _bounded(_point(left), Grain.AFTER, text) if right == OPEN else _range(_point(left), _point(right), text)


def when_of(first: date, last: date | None = None, *, confirmed: bool = True) -> When:
    """The date for one day or for a range of whole days."""
    text = first.isoformat() if last in (None, first) else f"{first.isoformat()}/{last}"
    doubt = "" if confirmed else "?"
    return When(text=f"{text}{doubt}", grain=Grain.DAY, first=first, last=last or first, confirmed=confirmed)


def period(first: date, last: date, grain: Grain, *, confirmed: bool = True) -> When:
    """The weeks, months or years (`grain`) that contain all days from `first` to `last`."""
    start, end = _period_text(first, grain), _period_text(last, grain)
    text = start if start == end else f"{start}/{end}"
    return parse_when(text if confirmed else f"{text}?")


def _period_text(day: date, grain: Grain) -> str:
    if grain is Grain.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()[: len("2023" if grain is Grain.YEAR else "2023-06")]


def provisional(when: When) -> When:
    """The same date, marked as not confirmed. An unknown date is returned as it is."""
    if not when.confirmed or when.grain is Grain.UNKNOWN:
        return when
    head, open_end, _ = when.text.partition("/..")
    return parse_when(f"{head}?{open_end}")


def before(day: date, *, confirmed: bool = True) -> When:
    """Some day before `day`."""
    return parse_when(f"{OPEN}/{day.isoformat()}{'' if confirmed else '?'}")


def until(day: date, *, confirmed: bool = True) -> When:
    """`day` or some day before it. Raises OverflowError for the last day of the calendar."""
    return before(day + timedelta(days=1), confirmed=confirmed)


def after(day: date, *, confirmed: bool = True) -> When:
    """Some day after `day`."""
    return parse_when(f"{day.isoformat()}{'' if confirmed else '?'}/{OPEN}")


def clock_changes(when: When) -> bool:
    """Whether a time at home comes twice or not at all, because the clocks change that night: `2023-03-26T02:30`."""
    times = ((when.first, when.from_time), (when.last, when.to_time))
    moments = [datetime.combine(day, clock) for day, clock in times if day and clock and clock.hour == 2]
    if when.zone or not moments:
        return False
    from zoneinfo import ZoneInfo

    at_home = [each.replace(tzinfo=ZoneInfo(HOME)) for each in moments]
    return any(each.utcoffset() != each.replace(fold=1).utcoffset() for each in at_home)


def can_agree(dates: Iterable[When]) -> bool:
    """Whether all dates can mean the same day, as March 2023 and 9 March 2023 can."""
    latest_start, earliest_end = date.min, date.max
    for when in dates:
        latest_start = max(latest_start, when.first or date.min)
        earliest_end = min(earliest_end, when.last or date.max)
    return latest_start <= earliest_end


def conflict(*dates: str) -> bool:
    """Whether dates of one thing, in the notation, contradict each other."""
    return not can_agree(map(parse_when, dates))


def _bounded(point: When, grain: Grain, text: str) -> When:
    if point.first is None:
        raise WhenError(tr("“{text}” has no year", text=text), tr(HOW_TO_WRITE))
    first = None if grain is Grain.BEFORE else point.first
    last = None if grain is Grain.AFTER else point.last
    clock = point.from_time
    if last and point.grain is Grain.DAY and not (clock and clock > time.min):  # before a time, that day counts too
        last, clock = max(last, date.min + timedelta(days=1)) - timedelta(days=1), None
    start, end = (None, clock) if grain is Grain.BEFORE else (clock, None)
    return When(text, grain, first, last, start, end, point.confirmed)


def _range(start: When, end: When, text: str) -> When:
    confirmed = start.confirmed and end.confirmed
    if start.grain is end.grain is Grain.YEARLESS:
        if start.text[:7] == end.text[:7] and end.text < start.text:
            raise _backwards(text, tr("put the first day first: XXXX-06-15/XXXX-06-16"))
        return When(text=text, grain=Grain.YEARLESS, confirmed=confirmed)
    if start.first is None or end.last is None:
        raise WhenError(tr("“{text}” is a range without a year", text=text), tr(HOW_TO_WRITE))
    times = start.from_time, end.from_time
    if (end.last, times[1] or time.max) < (start.first, times[0] or time.min):
        raise _backwards(text, tr("put the first day first: 2023-06-15/2023-06-16"))
    grain = max(start.grain, end.grain, key=_COARSE.index)
    return When(text, grain, start.first, end.last, *times, confirmed)


def _backwards(text: str, hint: str) -> WhenError:
    return WhenError(tr("“{text}” ends before it begins", text=text), hint)


_COARSE = [Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR]


def _point(text: str) -> When:
    if day := _plain_day(text):
        return When(text=text, grain=Grain.DAY, first=day, last=day)
    match = re.fullmatch(_POINT, text)
    if not match:
        raise WhenError(tr("“{text}” cannot be read as a date", text=text), _hint_for(text))
    part = match.groupdict()
    confirmed = part["doubt"] is None
    try:
        if part["year"] == "XXXX":
            date(2000, int(part["month"] or 0), int(part["day"] or 1))  # a leap year, as 29 February may be meant
            return When(text=text, grain=Grain.YEARLESS, confirmed=confirmed)
        first, last, grain = _span(int(part["year"]), part["week"], part["month"], part["day"])
        clock = time(int(part["hour"]), int(part["minute"])) if part["hour"] else None
    except (ValueError, OverflowError) as error:  # the last week of 9999 ends beyond the calendar
        raise WhenError(tr("“{text}” does not exist: {why}", text=text, why=_why(part)), tr(HOW_TO_WRITE)) from error
    return When(text=text, grain=grain, first=first, last=last, from_time=clock, confirmed=confirmed)


def _plain_day(text: str) -> date | None:
    """The day of `2023-06-15`, the form of most dates; None for another notation or a day that does not exist."""
    if len(text) != _DAY_LENGTH or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _span(year: int, week: str | None, month: str | None, day: str | None) -> tuple[date, date, Grain]:
    if week:
        monday = date.fromisocalendar(year, int(week), 1)
        return monday, monday + timedelta(days=6), Grain.WEEK
    if month and day:
        exact = date(year, int(month), int(day))
        return exact, exact, Grain.DAY
    if month:
        return date(year, int(month), 1), date(year, int(month), _month_length(year, int(month))), Grain.MONTH
    return date(year, 1, 1), date(year, 12, 31), Grain.YEAR


def _month_length(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1]


def _why(part: dict[str, str | None]) -> str:
    if part["week"]:
        return tr("{year} has no week {week}", year=part["year"], week=part["week"])
    if part["month"] and not 1 <= int(part["month"]) <= 12:
        return tr("there is no month {month}", month=part["month"])
    if part["hour"] and (int(part["hour"]) > 23 or int(part["minute"] or 0) > 59):
        return tr("there is no time {hour}:{minute}", hour=part["hour"], minute=part["minute"])
    if part["day"] and part["month"] and (part["year"] or "").isdigit() and int(part["year"] or 0) > 0:
        length = _month_length(int(part["year"] or 0), int(part["month"]))
        return tr("that month has {length} days", length=length)
    return tr("no such day")


def _hint_for(text: str) -> str:
    """How to write the date that was probably meant, without choosing between two possible days."""
    if found := re.fullmatch(_DAY_FIRST, text):
        day, month, year = map(int, found.groups())
        if meant := day_or_none(year, month, day):
            return tr("write the year first: {date} for day {day} of month {month}", date=meant, day=day, month=month)
        return tr("write the year first: year-month-day, as in 2023-06-15")
    found = re.fullmatch(_SLOPPY, text)
    meant = day_or_none(*map(int, found.groups())) if found else None
    return tr("write {date}", date=meant) if meant else tr(HOW_TO_WRITE)


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
