"""What written dates mean: their year if it is left out, their ranges, and whether they can be right at all.

Nothing is repaired. A day that does not exist is unknown, and a weekday that does not fit is reported. A year that is
taken from the date of the text is a guess, unless the text says that the date is past or to come (jl., a.s.).
"""

import calendar
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.parts import Day, Link, Meaning, Partial, WrittenDate
from briefcli.domain.dates.words import WHOLE_MONTH, full_month, full_weekday, regex
from briefcli.domain.when import UNKNOWN, WhenError, day_or_none, parse_when

# The doubt about a date whose weekday does not fit
MISFIT: Final = later("{day} {month} {year} is a {real}, not a {stated}.")
MOVED: Final = later("The text moves this date to the next one.")
CHOICE: Final = later("The text leaves open which of these dates it is.")
_BACKWARDS: Final = later("The range ends before it begins.")
_NEAREST: Final = later("The year is not stated; {year} is nearest to the date of the text.")
FIRST_FIT: Final = later("The year is not stated; {year} is the first that fits the date of the text.")
OTHER_YEAR: Final = later("The date of the text is so near that another year may be meant.")
_BY_WEEKDAY: Final = later("The year is not stated; {year} is the one in which the weekday fits.")
_NO_YEAR: Final = later("The year is not stated.")
_FROM_NEIGHBOUR: Final = later("The year is taken from the date beside it.")
LENGTHS: Final = {"month": 1, "quarter": 3, "half": 6}  # in months
_BETWEEN_BEFORE: Final = regex(r"\b(?:tussen|between) (?:(?:het|de|the) )?\Z")
_FAR: Final = timedelta(days=91)  # this far off, another year is more likely than another weekday
# A date on the side meant that is so far off is in doubt if it is so near in another year, on the other side
_MUCH_FURTHER, _NEAR_BY = timedelta(days=300), timedelta(days=60)
_HALF_YEAR: Final = 26  # in weeks
_HALF_YEAR_BACK: Final = 6  # months back in a range over the turn of the year; fewer is a long range or a typo
_LEAP_CYCLE: Final = 8  # years within which each day of the calendar exists at least once


class _Year(msgspec.Struct, frozen=True):
    value: int | None = None
    reason: str | None = None
    others: tuple[int, ...] = ()


class _Point(msgspec.Struct, frozen=True):
    """One day of a month, or one week, month, quarter or half of a year, with its year if that is known."""

    year: int | None
    source: WrittenDate
    day: Day

    @property
    def exact(self) -> date | None:
        return None if self.year is None else day_or_none(self.year, self.source.month, self.day.number)

    @property
    def misfit(self) -> str | None:
        return misfit(self.exact, self.day.weekday)

    @property
    def edtf(self) -> tuple[str, str]:
        """Its start and its end, in the notation of `when.py`."""
        number, year = self.day.number, "XXXX" if self.year is None else f"{self.year:04}"
        if length := LENGTHS.get(self.source.unit):
            return f"{year}-{number * length - length + 1:02}", f"{year}-{number * length:02}"
        part = f"W{number:02}" if self.source.unit == "week" else f"{self.source.month:02}-{number:02}"
        return f"{year}-{part}", f"{year}-{part}"

    def in_year(self, year: int | None) -> "_Point":
        return msgspec.structs.replace(self, year=year)


class _Range(msgspec.Struct, frozen=True):
    """One point, or all from `first` to `last`."""

    first: _Point
    last: _Point
    doubt: str | None
    year: _Year


def settle(lower: str, dates: list[WrittenDate], written: date | None) -> list[Partial]:
    """The meaning of a row of dates that are linked in a text; `written` is the date of the text."""
    if _BETWEEN_BEFORE.search(lower, max(0, dates[0].start - 16), dates[0].start):  # its `en` makes a range
        date_, day_ = (0, 1) if len(dates[0].days) > 1 else (1, 0)
        if dates[date_:] and dates[date_].days[day_].link is Link.AND:
            dates[date_] = dates[date_].tied(Link.THROUGH if len(dates[0].days) < 3 else Link.OR, day_)
    spans: list[_Range] = []
    for source, year in zip(dates, _years(dates, written), strict=True):
        for day in source.days:
            point = _Point(_year_of(day, source, year.value), source, day)
            if spans and _joins(spans[-1], point):
                spans[-1] = msgspec.structs.replace(spans[-1], last=point, doubt=spans[-1].doubt or source.doubt)
            else:
                spans.append(_Range(point, point, source.doubt, year))
    links = [*(span.first.day.link for span in spans), None]
    read: list[Partial] = []
    for span, (before, behind) in zip(spans, pairwise(links), strict=True):
        left_open = CHOICE if Link.OR in (before, behind) else MOVED if behind is Link.MOVED else None
        read.append((span.first.day.start, span.last.day.end, _meaning(span, left_open)))
    return read


def _year_of(day: Day, source: WrittenDate, year: int | None) -> int | None:
    """The year of one day of a date. In a row of weeks, the first may be in the previous year (`weken 52 en 1`)."""
    far = 0 if any(each.link is Link.THROUGH for each in source.days[1:]) else _HALF_YEAR
    is_before = source.unit == "week" and day.number - source.days[-1].number > far
    return year - is_before if year else year


def _joins(span: _Range, point: _Point) -> bool:
    """Whether the point belongs to the range before it: by the words between them, or because it is the next one.

    Of days, a next one counts only within one month.
    """
    source, last, link = point.source, span.last, point.day.link
    if source.unit in LENGTHS:
        end = (last.year or 0) * 12 + last.day.number * LENGTHS[last.source.unit]
        begin = (point.year or 0) * 12 + (point.day.number - 1) * LENGTHS[source.unit]
        return link is Link.THROUGH or (link is Link.AND and begin == end)
    is_same = last.source is source
    if link is Link.AND:
        return is_same and point.day.number == last.day.number + 1
    begins_range = len(source.days) > 1 and source.days[1].link is Link.THROUGH  # `30 juni - 2 - 4 juli`
    return link is Link.THROUGH and (is_same or (span.first is last and not begins_range))


def other_day(year: int, month: int, day: int) -> tuple[str, ...]:
    """The day as the only other reading of a date; empty if it does not exist."""
    found = day_or_none(year, month, day)
    return (found.isoformat(),) if found else ()


def years_around(day: date, on: Callable[[int], date | None], toward: int = 0) -> list[int]:
    """The years for which `on` returns a day, nearest to `day` first; only those on the side of `toward` (0: both)."""
    around = range(max(1, day.year - _LEAP_CYCLE), day.year + _LEAP_CYCLE + 1)
    apart = {year: (found - day).days for year in around if (found := on(year))}
    return sorted((year for year in apart if apart[year] * toward >= 0), key=lambda year: abs(apart[year]))


def years_of(source: WrittenDate, written: date, toward: int = 0) -> list[int]:
    """The years that a date can be in, the most likely first; only those on the side of `toward` (0: both).

    A period that has begun counts as past and as to come. A week must be in the year of the text, the previous or the
    next.
    """
    found = years_around(written, lambda year: _day_in(source, year, toward), toward)
    return [year for year in found if source.unit != "week" or abs(year - written.year) < 2]


def _day_in(source: WrittenDate, year: int, toward: int) -> date | None:
    """The day by which a date is compared: the last if it is to come, the first if it is past, else one between.

    Of a row of days it is the last if there is a direction, else the first.
    """
    number = source.days[-1].number
    if source.unit == "week":
        return day_of_week(year, number, {1: 7, 0: 4, -1: 1}[toward])
    if source.unit == "day":
        return day_or_none(year, source.month, number if toward else source.days[0].number)
    length = LENGTHS[source.unit]
    month, (first, last) = number * length - (length - 1 if toward < 0 else 0), source.stretch
    last = min(last, calendar.monthrange(year, month)[1])
    return day_or_none(year, month, {1: last, 0: 15, -1: first}[toward])


def day_of_week(year: int, week: int, day: int = 1) -> date | None:
    """A day of a week, from 1 for Monday; None if the year has no such week."""
    try:
        return date.fromisocalendar(year, week, day)
    except ValueError:
        return None


def _years(dates: Sequence[WrittenDate], written: date | None) -> list[_Year]:
    """The year of each date.

    A year after a later date also holds for earlier dates (`8 en 15 juni en 6 juli 2023`), and the year of the start of
    a range for its end. A date that is merely mentioned next may be in another year.
    """
    years = [_stated(source, written) for source in dates]
    for left in reversed(range(len(dates) - 1)):
        if left and years[left - 1] and dates[left].link is Link.THROUGH:
            continue
        years[left] = years[left] or _beside(years[left + 1], -1, dates[left], dates[left + 1])
    for right, source in enumerate(dates):
        if right and not years[right] and source.link is Link.THROUGH:
            years[right] = _beside(years[right - 1], 1, dates[right - 1], source)
        years[right] = years[right] or _nearest(source, written)
    return [year or _Year() for year in years]


def _stated(source: WrittenDate, written: date | None) -> _Year | None:
    """The year that the text states, or the one on the side that it states (`mei jl.`).

    That one is in doubt if half of the period, or any of a part of a month, is not on that side; or if the same date in
    another year is much nearer, on the other side.
    """
    if source.year is not None:
        return _Year(source.year, None if source.unit == "day" else source.doubt)
    if written is None or not source.toward:
        return None
    toward = source.toward
    far = 0 if source.stretch == WHOLE_MONTH else -toward
    found, beyond = years_of(source, written, toward)[:1], years_of(source, written, -toward)[:1]
    wholly = years_around(written, lambda year: _day_in(source, year, far), toward)[:1]
    days = [_day_in(source, year, side) for years, side in ((found, -toward), (beyond, toward)) for year in years]
    off, beside, *_ = (*(abs(day - written) for day in days if day), _FAR, _FAR)
    nearer = beyond if off > _MUCH_FURTHER and beside < _NEAR_BY else []
    others = tuple(
        year for year in {*wholly, *nearer} if year not in found and not _Point(year, source, source.days[0]).misfit
    )
    return _Year(found[0], OTHER_YEAR if others else None, others) if found else None


def _nearest(source: WrittenDate, written: date | None) -> _Year | None:
    """The nearest year; or the second nearest, if the weekday fits only in that one and the nearest date is far off."""
    is_quarter = source.unit == "quarter"  # of which the next one is meant
    found = [] if written is None else years_of(source, written, 1 if is_quarter else 0)[: 1 if is_quarter else 2]
    if not found or written is None:
        return None
    points = [_Point(year, source, source.days[0]) for year in found]
    is_far = any(each.exact and abs(each.exact - written) > _FAR for each in points[:1])
    if is_far and [each for each in points if not each.misfit] == points[1:]:
        return _Year(found[1], tr(_BY_WEEKDAY, year=found[1]), (found[0],))
    return _Year(found[0], tr(FIRST_FIT if is_quarter else _NEAREST, year=found[0]), tuple(found[1:]))


def _beside(year: _Year | None, step: int, left: WrittenDate, right: WrittenDate) -> _Year | None:
    """The year of the date beside it; or the previous or next year, if a turn of the year is between the two."""
    if year and right.toward and right.year is None and right.link is not Link.THROUGH:  # `3 februari, 12 december jl.`
        return _Year(year.value, _FROM_NEIGHBOUR)
    is_in_order = (left.month, left.days[-1].number) <= (right.month, right.days[0].number)
    if year is None or year.value is None or is_in_order or left.unit != right.unit:
        return year
    turns = right.link is Link.THROUGH and _month(left) - _month(right) >= _HALF_YEAR_BACK
    reason = year.reason or (None if turns else _FROM_NEIGHBOUR)
    return _Year(year.value + step, reason, tuple(other + step for other in year.others))


def _month(source: WrittenDate) -> int:
    """The month of a day, or the last month of a period."""
    return source.month or source.days[0].number * LENGTHS.get(source.unit, 0)


def _meaning(span: _Range, left_open: str | None) -> Meaning:
    source, points = span.first.source, (span.first,) if span.first is span.last else (span.first, span.last)
    alternatives = source.alternatives or span.last.source.alternatives
    for point in points:
        if reason := _impossible(point):
            return Meaning(UNKNOWN, reason, alternatives)
    if source.unit == "week" and span.first.year is None:
        return Meaning(UNKNOWN, _NO_YEAR)
    edtf = _edtf(span.first, span.last)
    if edtf is None:  # `week 6 - 3 februari 2026`: the last date may be on its own
        return Meaning(UNKNOWN, _BACKWARDS, span.last.edtf[:1] if source.unit == "day" else ())
    for point in points:
        if reason := point.misfit:
            return Meaning(edtf, reason, _fitting_years(span, point))
    if span.doubt:
        others = alternatives if span.first == span.last else ()
        return Meaning(edtf, span.doubt, tuple(each for each in others if each != edtf))
    back = (span.first.year or 0) - (span.year.value or 0)  # -1 for `week 52 t/m 1`
    fitting = [year + back for year in span.year.others if not span.first.in_year(year).misfit]
    reason = left_open if left_open == MOVED else span.year.reason or left_open  # a day given up matters more
    return Meaning(edtf, reason, _shifted(span, fitting))


def _edtf(first: _Point, last: _Point) -> str | None:
    """The notation of the range; None if it is not a valid date."""
    start, end = first.edtf[0], last.edtf[1]
    is_one = start == end and (first == last or first.source.unit != "day")  # a day to itself may end at an hour
    try:
        return parse_when(start if is_one else f"{start}/{end}").text
    except WhenError:
        return None


def _impossible(point: _Point) -> str | None:
    day, number, year = point.day.number, point.source.month, point.year
    if point.source.unit == "week" and year and day_of_week(year, day) is None:
        return tr("{year} has no week {week}.", year=year, week=day)
    if point.source.unit != "day":
        return None
    if not 1 <= number <= 12:
        return tr("There is no month {month}.", month=number)
    length, month = calendar.monthrange(2000 if year is None else year, number)[1], full_month(number)
    if 1 <= day <= length:
        return None
    if number == 2 and year is not None:
        month = f"{month} {year}"
    return tr("There is no {day} {month}: that month has {length} days.", day=day, month=month, length=length)


def misfit(exact: date | None, weekday: int | None) -> str | None:
    """The doubt about a day for which the text states another weekday; None if it fits or one of them is not known."""
    if exact is None or weekday is None or exact.weekday() == weekday:
        return None
    return tr(
        MISFIT,
        day=exact.day, month=full_month(exact.month), year=exact.year,
        real=full_weekday(exact.weekday()), stated=full_weekday(weekday),
    )  # fmt: skip


def _fitting_years(span: _Range, point: _Point) -> tuple[str, ...]:
    """The same days in the year before or after, if the weekday fits there: a wrong year is the most common mistake."""
    year = point.year or 0
    fitting = [step for step in (-1, 1) if (moved := point.in_year(year + step)).exact and not moved.misfit]
    return _shifted(span, ((span.first.year or 0) + step for step in fitting))


def _shifted(span: _Range, years: Iterable[int]) -> tuple[str, ...]:
    """The same days, with the first of them in each of those years."""
    turn = (span.last.year or 0) - (span.first.year or 0)
    texts = [_edtf(span.first.in_year(year), span.last.in_year(year + turn)) for year in years]
    return tuple(text for text in texts if text is not None)
