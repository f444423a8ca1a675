"""What written dates mean: their year where it is left out, their ranges, and whether they can be right at all.

Nothing is repaired. A day that does not exist is unknown; a weekday that does not fit is reported; a year that is
taken from the date of the text is a guess, unless the text says on which side it lies (jl., a.s.).
"""

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.mention import Meaning, Partial, read_when
from briefcli.domain.dates.parts import Day, Link
from briefcli.domain.dates.words import full_month, full_weekday
from briefcli.domain.dates.written import Written
from briefcli.domain.when import UNKNOWN, WhenError

# Why a date is doubted whose weekday does not fit
MISFIT: Final = later("{day} {month} {year} is a {real}, not a {stated}.")
MOVED: Final = later("The text moves this date to the next one.")
CHOICE: Final = later("The text leaves open which of these dates it is.")
BACKWARDS: Final = later("The range ends before it begins.")
FROM_NEIGHBOUR: Final = later("The year is taken from the date beside it.")
_LEAP_CYCLE: Final = 8  # years within which every date of the calendar comes by


class _Year(msgspec.Struct, frozen=True):
    value: int | None = None
    reason: str | None = None
    others: tuple[int, ...] = ()


class _Point(msgspec.Struct, frozen=True):
    """One day with its month, and the year as far as it is known."""

    year: int | None
    month: int
    day: Day

    @property
    def exact(self) -> date | None:
        return None if self.year is None else day_or_none(self.year, self.month, self.day.number)

    @property
    def edtf(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day.number:02}"

    def in_year(self, year: int | None) -> "_Point":
        return msgspec.structs.replace(self, year=year)


class _DayRange(msgspec.Struct, frozen=True):
    """One day, or the days from `first` to `last`; `reason` says what the words between the dates leave open."""

    first: _Point
    last: _Point
    source: Written
    year: _Year
    reason: str | None


def settle(dates: Sequence[Written], links: Sequence[Link], written: date | None) -> list[Partial]:
    """The meaning of dates that are tied together; `written` is the date of the text."""
    spans: list[_DayRange] = []
    for source, year, before in zip(dates, _years(dates, links, written), [None, *links], strict=True):
        for day, link in zip(source.days, [before, *source.links], strict=True):
            point = _Point(year.value, source.month, day)
            if spans and _joins(spans[-1], link, source, day):
                doubted = spans[-1].source if spans[-1].source.doubt else source
                spans[-1] = msgspec.structs.replace(spans[-1], last=point, source=doubted)
                continue
            reason = {Link.OR: CHOICE, Link.MOVED: MOVED}.get(link) if link else None
            if reason and spans[-1].reason != CHOICE:
                spans[-1] = msgspec.structs.replace(spans[-1], reason=reason)
            spans.append(_DayRange(point, point, source, year, CHOICE if link is Link.OR else None))
    return [(span.first.day.start, span.last.day.end, _reading(span)) for span in spans]


def _joins(span: _DayRange, link: Link | None, source: Written, day: Day) -> bool:
    """Whether the day is in one range with those before it; in one month also where it merely follows on them."""
    is_same_month = day is not source.days[0]
    if link is Link.AND:
        return is_same_month and day.number == span.last.day.number + 1
    begins_range = source.links[:1] == (Link.THROUGH,)  # `30 juni - 2 - 4 juli`
    return link is Link.THROUGH and (is_same_month or (span.first is span.last and not begins_range))


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_years(month: int, day: int, written: date, toward: int = 0) -> list[int]:
    """The years in which that day exists, nearest to `written` first; only those on the side of `toward`."""
    around = range(written.year - _LEAP_CYCLE, written.year + _LEAP_CYCLE + 1)
    days = [found for year in around if (found := day_or_none(year, month, day))]
    on_side = [found for found in days if (found - written).days * toward >= 0]
    return [found.year for found in sorted(on_side, key=lambda found: abs((found - written).days))]


def nearest(year: int) -> str:
    return tr("The year is not stated; {year} is nearest to the date of the text.", year=year)


def _years(dates: Sequence[Written], links: Sequence[Link], written: date | None) -> list[_Year]:
    """The year behind a later date holds for an earlier one too (`8 en 15 juni en 6 juli 2023`), and the year of its
    beginning for the end of a range. What is merely mentioned next may be in another year.
    """
    years = [_stated(source, written) for source in dates]
    for left in reversed(range(len(links))):
        years[left] = years[left] or _beside(years[left + 1], -1, dates[left], dates[left + 1], links[left])
    for right, source in enumerate(dates):
        if right and not years[right] and links[right - 1] is Link.THROUGH:
            years[right] = _beside(years[right - 1], 1, dates[right - 1], source, Link.THROUGH)
        years[right] = years[right] or _nearest(source, written)
    return [year or _Year() for year in years]


def _stated(source: Written, written: date | None) -> _Year | None:
    if source.year is not None:
        return _Year(source.year)
    if written is None or not source.toward:
        return None
    found = nearest_years(source.month, source.days[-1].number, written, source.toward)
    return _Year(found[0]) if found else None


def _nearest(source: Written, written: date | None) -> _Year | None:
    found = [] if written is None else nearest_years(source.month, source.days[0].number, written)
    return _Year(found[0], nearest(found[0]), tuple(found[1:2])) if found else None


def _beside(year: _Year | None, step: int, left: Written, right: Written, link: Link) -> _Year | None:
    """The year of the date beside it; the year before or after where the turn of a year lies between the two."""
    if year is None or year.value is None or (left.month, left.days[-1].number) <= (right.month, right.days[0].number):
        return year
    reason = year.reason or (None if link is Link.THROUGH else FROM_NEIGHBOUR)
    return _Year(year.value + step, reason, tuple(other + step for other in year.others))


def _reading(span: _DayRange) -> Meaning:
    points = (span.first,) if span.first is span.last else (span.first, span.last)
    for point in points:
        if reason := _impossible(point):
            return Meaning(UNKNOWN, reason, span.source.alternatives)
    edtf = _edtf(span.first, span.last)
    if edtf is None:
        return Meaning(UNKNOWN, BACKWARDS)
    for point in points:
        if reason := _misfit(point):
            return Meaning(edtf, reason, _fitting_years(span, point))
    if span.source.doubt:
        return Meaning(edtf, span.source.doubt, span.source.alternatives if span.first == span.last else ())
    fitting = [year for year in span.year.others if not _misfit(span.first.in_year(year))]
    return Meaning(edtf, span.year.reason or span.reason, _shifted(span, fitting))


def _edtf(first: _Point, last: _Point) -> str | None:
    """The notation, where it has one."""
    text = first.edtf if first == last else f"{first.edtf}/{last.edtf}"
    try:
        return read_when(text).text
    except WhenError:
        return None


def _impossible(point: _Point) -> str | None:
    if not 1 <= point.month <= 12:
        return tr("There is no month {month}.", month=point.month)
    day, year, month = point.day.number, point.year, full_month(point.month)
    length = calendar.monthrange(2000 if year is None else year, point.month)[1]
    if 1 <= day <= length:
        return None
    if point.month == 2 and year is not None:
        return tr(
            "There is no {day} {month} {year}: that month has {length} days.",
            day=day, month=month, year=year, length=length,
        )  # fmt: skip
    return tr("There is no {day} {month}: that month has {length} days.", day=day, month=month, length=length)


def _misfit(point: _Point) -> str | None:
    exact, weekday = point.exact, point.day.weekday
    if exact is None or weekday is None or exact.weekday() == weekday:
        return None
    return tr(
        MISFIT,
        day=exact.day, month=full_month(exact.month), year=exact.year,
        real=full_weekday(exact.weekday()), stated=full_weekday(weekday),
    )  # fmt: skip


def _fitting_years(span: _DayRange, point: _Point) -> tuple[str, ...]:
    """The year before or after, where the weekday fits in it: a wrong year is the most common slip."""
    if point.year is None:
        return ()
    beside = (point.year - 1, point.year + 1)
    fitting = [year for year in beside if (moved := point.in_year(year)).exact and not _misfit(moved)]
    shift = (span.first.year or 0) - point.year
    return _shifted(span, (year + shift for year in fitting))


def _shifted(span: _DayRange, years: Iterable[int]) -> tuple[str, ...]:
    """The same days with their first in each of those years."""
    if span.first.year is None or span.last.year is None:
        return ()
    turn = span.last.year - span.first.year
    texts = [_edtf(span.first.in_year(year), span.last.in_year(year + turn)) for year in years]
    return tuple(text for text in texts if text is not None)
