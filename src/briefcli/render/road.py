"""The road to a meeting as vector pictures, and the same in words for those who do not see them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape
from itertools import accumulate
from textwrap import wrap

from briefcli.catalog import tr
from briefcli.domain.when import Grain
from briefcli.render.cells import cell_words
from briefcli.render.timeline import Scale
from briefcli.render.wording import date_words, day_words
from briefcli.views.view import Axis, AxisMark

_WIDTH, _STRIP, _AT, _ROW = 760, 190, 180, 24  # in units of the picture: the strip starts at _AT
_MARGIN = timedelta(days=1)  # before the first day and after the last
_LINE = 16  # units from one line of text to the next
_LONGEST, _LONGEST_DAY = 50, 24  # characters in a line of text beside the strip, and in one before it
_HIGHEST = 744  # units: a higher picture does not fit on a page
_PIECE = 300  # units: pictures of this height leave no half pages empty
_MOST = 8  # lines of text for one mark


def road_pictures(axis: Axis) -> list[tuple[str, str]]:
    """The marks as pictures that each fit on a page, all on one scale; none for fewer than two marks, or without a day.

    Each is SVG, with its alternative text. The pictures have no script and no style sheet, and load nothing from
    elsewhere.
    """
    if len(axis.marks) < 2 or not axis.days:
        return []
    scale = _scale(axis)
    most = _HIGHEST if sum(map(_height, axis.marks)) + _ROW <= _HIGHEST else _PIECE
    parts: list[list[AxisMark]] = [[]]
    for mark in axis.marks:
        if sum(map(_height, [*parts[-1], mark])) + _ROW > most and parts[-1]:
            parts.append([])
        parts[-1].append(mark)
    lines = ((f"{date_words(mark.when)}: {cell_words(mark.text)}" for mark in each) for each in parts)
    words = (tr("A timeline: {things}.", things="; ".join(each)) for each in lines)
    return [(_svg(each, axis.today, scale), said) for each, said in zip(parts, words, strict=True)]


def _lines(mark: AxisMark) -> list[tuple[int, list[str]]]:
    """The lines of the date and of the text of a mark, each with its place from the left."""
    parts = ((0, date_words(mark.when), _LONGEST_DAY), (_AT + _STRIP + 14, cell_words(mark.text), _LONGEST))
    return [(x, wrap(words, longest, max_lines=_MOST, placeholder=" …")) for x, words, longest in parts]


def _height(mark: AxisMark) -> int:
    return _ROW + _LINE * (max(len(lines) for _, lines in _lines(mark)) - 1)


def _scale(axis: Axis) -> Scale:
    days = axis.days
    first, last = min(days), max(days)
    if max(first - axis.today, axis.today - last) <= last - first:
        days.append(axis.today)
    return Scale(max(min(days), date.min + _MARGIN) - _MARGIN, min(max(days), date.max - _MARGIN) + _MARGIN, _STRIP)


def _svg(marks: Sequence[AxisMark], today: date, scale: Scale) -> str:
    """One picture. All of it is drawn in `currentColor`, so that a page can give it the colour of its text."""
    tops = list(accumulate(map(_height, marks), initial=0))
    height = tops[-1] + _ROW
    body = "".join(_row(mark, top, scale) for mark, top in zip(marks, tops, strict=False))
    now = ""
    if scale.first <= today <= scale.last:
        x = _AT + scale.column(today)
        label = escape(tr("today: {day}", day=day_words(today)))
        now = (
            f'<line x1="{x}" y1="4" x2="{x}" y2="{height - _ROW}" stroke="currentColor" stroke-dasharray="2 3"/>'
            f'<text x="{x}" y="{height - 8}" text-anchor="middle" font-size="11">{label}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'color="#222" fill="currentColor" font-family="sans-serif" font-size="13">{now}{body}</svg>'
    )


def _row(mark: AxisMark, top: int, scale: Scale) -> str:
    middle = top + 12
    words = "".join(
        f'<text x="{x}" y="{middle + 4 + _LINE * number}">{escape(line)}</text>'
        for x, lines in _lines(mark)
        for number, line in enumerate(lines)
    )
    return f"{words}{''.join(_signs(mark, middle, scale))}"


def _signs(mark: AxisMark, middle: int, scale: Scale) -> Iterator[str]:
    when = mark.when
    first = scale.column(when.first) if when.first else 0
    last = scale.column(when.last) if when.last else _STRIP
    if not when.first and not when.last:
        return
    if last > first:
        sure = when.grain is Grain.DAY
        dashes = "" if sure else ' stroke-dasharray="3 3"'
        width = 6 if sure and mark.sort == "meeting" else 2
        yield (
            f'<line x1="{_AT + first}" y1="{middle}" x2="{_AT + last}" y2="{middle}" stroke="currentColor" '
            f'stroke-width="{width}"{dashes}/>'
        )
    x = _AT + (first if when.first else last)
    if mark.sort == "meeting":
        yield f'<rect x="{x - 5}" y="{middle - 5}" width="10" height="10"/>'
    else:
        fill = "none" if mark.sort == "cancelled" else "currentColor"
        yield f'<circle cx="{x}" cy="{middle}" r="4" fill="{fill}" stroke="currentColor"/>'
