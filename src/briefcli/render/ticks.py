"""The scale of a time axis: which column a day has, and the finest ticks whose labels do not touch."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from briefcli.catalog import tr
from briefcli.render.wording import month_name

_GAP = 2


class Scale(msgspec.Struct, frozen=True):
    """`size` columns from `first` to `last`; `labels` is the line above the axis."""

    first: date
    last: date
    size: int
    ticks: frozenset[int] = frozenset()
    labels: str = ""

    def column(self, day: date) -> int:
        """The column of a day, in proportion; days beyond the ends stand at the ends."""
        span = (self.last - self.first).days
        place = round((day - self.first).days * (self.size - 1) / span) if span else 0
        return min(max(place, 0), self.size - 1)


def scale_for(days: Iterable[date], size: int) -> Scale:
    """A scale that holds all these days."""
    known = sorted(days)
    scale = Scale(known[0], known[-1], size, labels=_line([], size))
    for label, every in _STEPS:
        ticks = [(scale.column(day), label(day)) for day in every(scale.first, scale.last)]
        if ticks and _fit(ticks, size):
            return Scale(scale.first, scale.last, size, frozenset(at for at, _ in ticks), _line(ticks, size))
    return scale


def _fit(ticks: Sequence[tuple[int, str]], size: int) -> bool:
    ends = [*(at for at, _ in ticks[1:]), size + _GAP]
    return all(at + len(text) + _GAP <= end for (at, text), end in zip(ticks, ends, strict=True))


def _line(ticks: Iterable[tuple[int, str]], size: int) -> str:
    line = ""
    for at, text in ticks:
        line = line.ljust(at) + text
    return line.ljust(size)


def _day_label(day: date) -> str:
    return tr("{day} {month}", day=day.day, month=month_name(day.month))


def _month_label(day: date) -> str:
    return str(day.year) if day.month == 1 else month_name(day.month)


def _mondays(step: int) -> Callable[[date, date], Iterator[date]]:
    def every(first: date, last: date) -> Iterator[date]:
        ahead = (7 - first.weekday()) % 7
        yield from (first + timedelta(days=each) for each in range(ahead, (last - first).days + 1, 7 * step))

    return every


def _months(step: int) -> Callable[[date, date], Iterator[date]]:
    """The first day of every so many months, counted so that January is one of them."""

    def every(first: date, last: date) -> Iterator[date]:
        start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
        for month in range(start, end + 1):
            day = date(month // 12, month % 12 + 1, 1)
            if month % step == 0 and first <= day:
                yield day

    return every


_STEPS: tuple[tuple[Callable[[date], str], Callable[[date, date], Iterator[date]]], ...] = (
    (_day_label, _mondays(1)),
    (_day_label, _mondays(2)),
    (_month_label, _months(1)),
    (_month_label, _months(3)),
    *((_month_label, _months(12 * years)) for years in (1, 2, 5, 10, 50, 100, 500)),
)
