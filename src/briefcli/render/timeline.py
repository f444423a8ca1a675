"""A time axis drawn with characters: dates on the left, a strip with a symbol for each thing, its text on the right.

The scale of the strip says which column a day has. Its ticks are the finest whose labels do not touch.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

import msgspec

from briefcli.catalog import tr
from briefcli.domain.when import Grain, When, when_of
from briefcli.render.cells import NOT_CONFIRMED, colour
from briefcli.render.wording import known_words, month_name
from briefcli.views.cell import Cell
from briefcli.views.view import Axis, AxisMark

IN_A_PIPE = 100  # columns of a drawing in a pipe or a file, which have no width of their own
_GAPS = 4  # columns: the gaps before and after the strip
_LEAST, _MOST = 12, 90  # columns of the strip
_WORDS = 24  # least columns for the text beside a strip
_LONGEST_WORD = 20  # least columns for the text beside a date, if there is no strip
_GAP = 2


class Scale(msgspec.Struct, frozen=True):
    """`size` columns from `first` to `last`; `ticks` are columns, `labels` is the line above the axis."""

    first: date
    last: date
    size: int
    ticks: frozenset[int] = frozenset()
    labels: str = ""

    def column(self, day: date) -> int:
        """The column of a day, in proportion; a day outside the scale gets the first or the last column."""
        span = (self.last - self.first).days
        place = round((day - self.first).days * (self.size - 1) / span) if span else 0
        return min(max(place, 0), self.size - 1)


def scale_for(days: Iterable[date], size: int) -> Scale:
    """A scale from the first of these days to the last, with the finest ticks that fit."""
    known = sorted(days)
    scale = Scale(known[0], known[-1], size, labels=_line([], size))
    for label, every, step in _STEPS:
        some = islice(every(scale.first, scale.last, step), size + 1)  # more ticks than columns never fit
        ticks = [(scale.column(day), label(day)) for day in some]
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


def _month_label(day: date) -> str:
    return str(day.year) if day.month == 1 else month_name(day.month)


def _mondays(first: date, last: date, step: int) -> Iterator[date]:
    ahead = (7 - first.weekday()) % 7
    yield from (first + timedelta(days=each) for each in range(ahead, (last - first).days + 1, 7 * step))


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """The first day of every `step` months between two days, so that January is one of the months."""
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    days = (date(month // 12, month % 12 + 1, 1) for month in range(start + -start % step, end + 1, step))
    yield from (day for day in days if first <= day)


_STEPS: tuple[tuple[Callable[[date], str], Callable[[date, date, int], Iterator[date]], int], ...] = (
    *((lambda day: f"{day.day} {month_name(day.month)}", _mondays, weeks) for weeks in (1, 2)),
    *((_month_label, _months, months) for months in (1, 3)),
    *((_month_label, _months, 12 * years) for years in (1, 2, 5, 10, 50, 100, 500)),
)


# The characters to draw with: one for each sort of thing, and the others
_SORTS = {"meeting": "█", "event": "●", "deadline": "▲", "commitment": "■", "done": "✓", "cancelled": "×"}
_WITHIN, _OPEN, _BOUND, _LASTING, _ARROW, _NOW, _TICK, _RULE = "░┄┊━▶│┬─"


class DrawnLine(msgspec.Struct, frozen=True):
    """One line; `style` is that of its strip, for Rich."""

    date: str
    strip: str
    words: Cell
    style: str


class Drawing(msgspec.Struct, frozen=True):
    """`words` is the number of columns left for the text; 0 if the text must go below its date."""

    rows: tuple[DrawnLine, ...]
    legend: str
    words: int


def draw(axis: Axis, width: int | None) -> Drawing:
    """The picture; only dates and text if a screen of this width has no room for a strip."""
    years = {day.year for day in (*axis.days, axis.today)}
    year = str(years.pop()) if len(years) == 1 else ""  # stands once, above the axis
    dates = [_short(mark.when, year) for mark in axis.marks]
    today = _short(when_of(axis.today), year)
    room = (width or IN_A_PIPE) - max(map(len, [*dates, today])) - _GAPS
    size = min(_MOST, room * 9 // 20, room - _WORDS)
    # Today comes after the last thing that is past. Things without a last day are never past, but may come before it
    at = max((place for place, mark in enumerate(axis.marks, start=1) if mark.when.is_past(axis.today)), default=0)
    if size < _LEAST:
        rows = [DrawnLine(shown, "", mark.text, "") for shown, mark in zip(dates, axis.marks, strict=True)]
        rows.insert(at, DrawnLine(today, "", tr("today"), ""))
        return Drawing(tuple(rows), "", room if room >= _LONGEST_WORD else 0)
    scale = scale_for([*axis.days, axis.today], size)
    now = {scale.column(axis.today): _NOW}
    strips = [_joined(now | _drawn(mark, axis.today, scale), size) for mark in axis.marks]
    shown = zip(dates, strips, axis.marks, strict=True)
    rows = [DrawnLine(day, strip, mark.text, colour(mark.near)) for day, strip, mark in shown]
    rows.insert(at, DrawnLine(today, _joined(now, size), tr("today"), "bold"))
    ruler = _joined(dict.fromkeys(scale.ticks, _TICK), size, blank=_RULE)
    head = (DrawnLine(year, scale.labels, "", "dim"), DrawnLine("", ruler, "", "dim"))
    return Drawing((*head, *rows), _legend("".join([*strips, *dates])), max(_WORDS, room - size))


def _joined(drawn: dict[int, str], size: int, blank: str = " ") -> str:
    return "".join(drawn.get(each, blank) for each in range(size))


def _drawn(mark: AxisMark, today: date, scale: Scale) -> dict[int, str]:
    """The characters of one thing by column; if its day is not known, they cover the days that it may be on."""
    when, sign = mark.when, _SORTS[mark.sort]
    first, last = (scale.column(day) if day else None for day in (when.first, when.last))
    if first is not None and last is not None:
        filled = (sign if mark.sort == "meeting" else _LASTING) if when.grain is Grain.DAY else _WITHIN
        drawn = dict.fromkeys(range(first, last + 1), filled)
        return drawn | ({first: sign} if when.grain is Grain.DAY else {}) | _arrows(mark, last, scale)
    if last is not None:
        begin = scale.column(today) + 1 if when.last and today < when.last else 0
        return dict.fromkeys(range(begin, last), _OPEN) | {last: _BOUND if mark.sort == "event" else sign}
    if first is not None:
        return {first: _BOUND} | dict.fromkeys(range(first + 1, scale.size), _OPEN)
    return {}


def _arrows(mark: AxisMark, start: int, scale: Scale) -> dict[int, str]:
    """The arrows by column, from the end of a meeting to the start of each meeting that it prepares."""
    drawn: dict[int, str] = {}
    for end in sorted(map(scale.column, mark.leads_to), reverse=True):
        drawn |= dict.fromkeys(range(start + 1, end), _LASTING) | ({end: _ARROW} if end > start else {})
    return drawn


def _short(when: When, year: str) -> str:
    """The date in words, without the year if the picture has only this one, and with `?` if it is not confirmed."""
    is_whole = not year or when.grain is Grain.WEEK  # `week 24 of 2023` does not end at its number
    words = known_words(when) if is_whole else known_words(when).replace(f" {year}", "")
    return words if when.confirmed else f"{words}{NOT_CONFIRMED}"


def _legend(drawn: str) -> str:
    others = {_OPEN: tr("some day before or after"), _WITHIN: tr("some day within"), NOT_CONFIRMED: tr("not confirmed")}
    named = {sign: tr(sort) for sort, sign in _SORTS.items()} | others
    return "  ".join(f"{sign} {words}" for sign, words in named.items() if sign in drawn)
