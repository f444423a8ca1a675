"""What written dates mean: their year where it is left out, their ranges, and whether they can be right at all.

Nothing is repaired. A day that does not exist is unknown; a weekday that does not fit is reported; a year that is
taken from the date of the text is a guess, unless the text says on which side it lies (jl., a.s.).
"""

import calendar
from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.days import Day, Link, Written
from briefcli.domain.dates.mention import Meaning, Partial, read_when
from briefcli.domain.dates.words import full_month, full_weekday
from briefcli.domain.when import UNKNOWN, WhenError

# Why a date is doubted whose weekday does not fit
MISFIT = later("{day} {month} {year} is a {real}, not a {stated}.")


class _Year(msgspec.Struct, frozen=True, kw_only=True):
    value: int | None = None
    reason: str | None = None
    others: tuple[int, ...] = ()


class _Point(msgspec.Struct, frozen=True, kw_only=True):
    """One day with its month, and the year as far as it is known."""

    day: Day
    month: int
    year: int | None

    @property
    def exact(self) -> date | None:
        return None if self.year is None else day_or_none(self.year, self.month, self.day.number)

    @property
    def edtf(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day.number:02}"

    def in_year(self, year: int | None) -> "_Point":
        return msgspec.structs.replace(self, year=year)


class _DayRange(msgspec.Struct, frozen=True, kw_only=True):
    """One day, or the days from `first` to `last`."""

    first: _Point
    last: _Point
    source: Written
    year: _Year
    is_choice: bool = False
    is_moved: bool = False


_LEAP_CYCLE: Final = 8  # years within which every date of the calendar comes by
MOVED: Final = later("The text moves this date to the next one.")
CHOICE: Final = later("The text leaves open which of these dates it is.")
BACKWARDS: Final = later("The range ends before it begins.")
FROM_NEIGHBOUR: Final = later("The year is taken from the date beside it.")


def settle(dates: Sequence[Written], links: Sequence[Link], written: date | None) -> list[Partial]:
    """The meaning of dates that are tied together; `written` is the date of the text."""
    years = _years(dates, links, written)
    spans: list[_DayRange] = []
    for index, (source, year) in enumerate(zip(dates, years, strict=True)):
        own = _ranges_of(source, year)
        link = links[index - 1] if index else None
        if link is Link.THROUGH and _is_day(spans[-1]) and _is_day(own[0]):
            own[0] = _joined(spans.pop(), own[0])
        elif link is Link.MOVED:
            spans[-1] = msgspec.structs.replace(spans[-1], is_moved=True)
        elif link is Link.OR:
            spans[-1] = msgspec.structs.replace(spans[-1], is_choice=True)
            own[0] = msgspec.structs.replace(own[0], is_choice=True)
        spans.extend(own)
    ends = {source.listed.days[-1]: source.end for source in dates}
    return [(span.first.day.start, ends.get(span.last.day, span.last.day.end), _reading(span)) for span in spans]


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


def _is_day(span: _DayRange) -> bool:
    return span.first == span.last


def _joined(start: _DayRange, end: _DayRange) -> _DayRange:
    source = start.source if start.source.doubt else end.source
    return msgspec.structs.replace(start, last=end.last, source=source)


def _ranges_of(source: Written, year: _Year) -> list[_DayRange]:
    """Days that follow on each other are one range, others stand alone."""
    points = [_Point(day=day, month=source.month, year=year.value) for day in source.listed.days]
    spans = [_DayRange(first=points[0], last=points[0], source=source, year=year)]
    for link, point in zip(source.listed.links, points[1:], strict=True):
        last = spans[-1]
        follows = point.day.number == last.last.day.number + 1
        if link is Link.THROUGH or (link is Link.AND and follows):
            spans[-1] = msgspec.structs.replace(last, last=point)
            continue
        if link is Link.MOVED:
            spans[-1] = msgspec.structs.replace(last, is_moved=True)
            spans.append(_DayRange(first=point, last=point, source=source, year=year))
            continue
        is_choice = link is Link.OR
        spans[-1] = msgspec.structs.replace(last, is_choice=last.is_choice or is_choice)
        spans.append(_DayRange(first=point, last=point, source=source, year=year, is_choice=is_choice))
    return spans


def _years(dates: Sequence[Written], links: Sequence[Link], written: date | None) -> list[_Year]:
    years = [_stated(source, written) for source in dates]
    for index in range(len(dates) - 2, -1, -1):
        right = index + 1
        years[index] = years[index] or _from_the_right(dates[index], dates[right], years[right], links[index])
    for index, source in enumerate(dates):
        inherited = _from_the_left(source, dates[index - 1], years[index - 1], links[index - 1]) if index else None
        years[index] = years[index] or inherited or _nearest(source, written)
    return [year or _Year() for year in years]


def _stated(source: Written, written: date | None) -> _Year | None:
    """The year that the text gives, be it by its distance from the text's own."""
    if source.year is not None:
        return _Year(value=source.year)
    if written is None:
        return None
    if source.year_shift is not None:
        return _Year(value=written.year + source.year_shift)
    found = nearest_years(source.month, source.listed.days[-1].number, written, source.toward) if source.toward else []
    return _Year(value=found[0]) if found else None


def _nearest(source: Written, written: date | None) -> _Year | None:
    found = [] if written is None else nearest_years(source.month, source.listed.days[0].number, written)
    if not found:
        return None
    reason = tr("The year is not stated; {year} is nearest to the date of the text.", year=found[0])
    return _Year(value=found[0], reason=reason, others=tuple(found[1:2]))


def _from_the_right(source: Written, right: Written, year: _Year | None, link: Link) -> _Year | None:
    """The year that stands behind a later date holds for an earlier one too: `8 en 15 juni en 6 juli 2023`."""
    if year is None or year.value is None:
        return None
    if _last_day(source) <= _first_day(right):
        return year
    return _beside(year, -1, None if link is Link.THROUGH else FROM_NEIGHBOUR)


def _from_the_left(source: Written, left: Written, year: _Year | None, link: Link) -> _Year | None:
    """Only the end of a range takes its year from its beginning; what is merely mentioned next may be elsewhere."""
    if year is None or year.value is None or link is not Link.THROUGH:
        return None
    return year if _last_day(left) <= _first_day(source) else _beside(year, 1, None)


def _beside(year: _Year, step: int, reason: str | None) -> _Year:
    """The year before or after, as between `30 december – 2 januari`."""
    value = None if year.value is None else year.value + step
    return _Year(value=value, reason=year.reason or reason, others=tuple(other + step for other in year.others))


def _first_day(source: Written) -> tuple[int, int]:
    return source.month, source.listed.days[0].number


def _last_day(source: Written) -> tuple[int, int]:
    return source.month, source.listed.days[-1].number


def _reading(span: _DayRange) -> Meaning:
    points = (span.first,) if span.first is span.last else (span.first, span.last)
    for point in points:
        if reason := _impossible(point):
            return Meaning(edtf=UNKNOWN, reason=reason, alternatives=span.source.alternatives)
    edtf = _edtf(span.first, span.last)
    if edtf is None:
        return Meaning(edtf=UNKNOWN, reason=BACKWARDS)
    for point in points:
        if reason := _misfit(point):
            return Meaning(edtf=edtf, reason=reason, alternatives=_fitting_years(span, point))
    if span.source.doubt:
        alternatives = span.source.alternatives if _is_day(span) else ()
        return Meaning(edtf=edtf, reason=span.source.doubt, alternatives=alternatives)
    reason = span.year.reason or (CHOICE if span.is_choice else MOVED if span.is_moved else None)
    fitting = [year for year in span.year.others if not _misfit(span.first.in_year(year))]
    return Meaning(edtf=edtf, reason=reason, alternatives=_shifted(span, fitting))


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
    length = calendar.monthrange(2000 if point.year is None else point.year, point.month)[1]
    if 1 <= point.day.number <= length:
        return None
    month = full_month(point.month)
    if point.month == 2 and point.year is not None:
        return tr(
            "There is no {day} {month} {year}: that month has {length} days.",
            day=point.day.number, month=month, year=point.year, length=length,
        )  # fmt: skip
    return tr(
        "There is no {day} {month}: that month has {length} days.", day=point.day.number, month=month, length=length
    )


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
    return _shifted(span, tuple(year + shift for year in fitting))


def _shifted(span: _DayRange, years: Sequence[int]) -> tuple[str, ...]:
    """The same days with their first in each of those years."""
    if span.first.year is None or span.last.year is None:
        return ()
    turn = span.last.year - span.first.year
    texts = [_edtf(span.first.in_year(year), span.last.in_year(year + turn)) for year in years]
    return tuple(text for text in texts if text is not None)
