"""Which columns of a table fit a screen, and how wide they are: text is wrapped, never cut off."""

import re
from bisect import bisect_left
from functools import lru_cache

import msgspec
from rich.cells import cell_len

from briefcli.render.cells import short_words
from briefcli.views.view import Table

# Widths are in characters of the screen
COLUMN_GAP = 2  # between two columns
_LONGEST_WORD = 20  # a longer word may be broken
# The least width of the main column: to be easy to read, on a narrow screen, and on the narrowest
_COMFORT, _NARROW, _LEAST = 30, 18, 14
_LONGEST_WHOLE = 24  # a longer cell of a `whole` column, such as an id of fifty letters, may be broken after all
_TRIES = 12  # widths of the main column that are tried
_LOOKED_AT = 60  # rows by which the widths are judged
_LINES = 2  # the most over which a cell outside the main column, such as a date, is spread if room is short


def fit(table: Table, width: int) -> dict[int, int] | None:
    """The width of each column that is shown, by its place in the table; None if even the fewest columns do not fit.

    If room is short, spare columns are left out first, the last one before the others. Then columns get narrower:
    first those that are not `whole`, or ids if that takes fewer lines, at last all but the first column.
    """
    columns = dict(enumerate(table.columns))
    sizes = {place: _sizes(table, place) for place in columns}
    whole = {place for place, each in columns.items() if each.whole and sizes[place].natural <= _LONGEST_WHOLE}
    shown = list(columns)
    tries = [(shown, whole, _COMFORT)]
    for spare in reversed([place for place in columns if columns[place].spare]):
        shown = [place for place in shown if place != spare]
        tries.append((shown, whole, _COMFORT))
    tries.append((shown, whole, _NARROW))
    if found := next(filter(None, (_fitted(table, sizes, width, *each) for each in tries)), None):
        return found
    ids = {place for place, each in columns.items() if each.id}
    either = (_fitted(table, sizes, width, shown, *each) for each in ((whole, _LEAST), (whole - ids, _NARROW)))
    narrow = min(filter(None, either), key=lambda widths: _cost(table, widths), default=None)
    return narrow or _fitted(table, sizes, width, shown, whole & {*shown[:1]}, _LEAST)


class _Sizes(msgspec.Struct, frozen=True):
    """Widths of one column: to wrap nothing, to break no word, and to spread no line over more than `_LINES`."""

    natural: int
    word: int
    lines: int


def _sizes(table: Table, place: int) -> _Sizes:
    cells = {table.columns[place].heading, *(short_words(row[place]) for row in table.rows)}
    lines = {line for cell in cells for line in (cell.splitlines() or [""])}
    natural = max(map(cell_len, lines))
    word = min(_LONGEST_WORD, max(map(cell_len, {word for line in lines for word in (parts_of(line) or [""])})))
    spread = bisect_left(  # a search is possible as more room never takes more lines
        range(natural), -_LINES, lo=min(word, natural), key=lambda room: -max(_lines_at(line, room) for line in lines)
    )
    return _Sizes(natural, min(word, natural), min(spread, natural))


def parts_of(text: str) -> list[str]:
    """The parts between which a line may end: words or, of an id, what ends in a hyphen (`dmm-`, `2023-`, `06`)."""
    is_id = len(text.split()) == 1 and any(map(str.isalpha, text))
    return re.findall("[^-]*-|[^-]+", text) if is_id else text.split()


@lru_cache(maxsize=10_000)  # the same words are tried at many widths
def ends_of_lines(text: str, width: int) -> tuple[int, ...]:
    """Where each line ends, in characters, if the text is wrapped at this width between its parts."""
    ends, used, gap = [0], 0, len(text.split()) > 1
    for part in parts_of(text):
        size = cell_len(part)
        if used and used + gap + size > width:
            ends.append(ends[-1])
            used = 0
        used += size + (gap if used else 0)
        ends[-1] += len(part) + gap
    return tuple(ends)


def _lines_at(text: str, width: int) -> int:
    return len(ends_of_lines(text, width))


def _least(sizes: _Sizes, comfort: int, *, main: bool) -> int:
    """The least width of a column: `comfort` for the main one, else that of a whole cell, a few lines or a word."""
    if main:
        return min(sizes.natural, max(comfort, sizes.word))
    if comfort == _COMFORT:
        return min(sizes.natural, max(sizes.word, _LONGEST_WHOLE))
    return sizes.lines if comfort == _NARROW else sizes.word


def _fitted(
    table: Table, sizes: dict[int, _Sizes], width: int, places: list[int], unbroken: set[int], comfort: int
) -> dict[int, int] | None:
    """The widths of these columns; None if they do not fit."""
    room = width - COLUMN_GAP * (len(places) - 1)
    least = {place: _least(sizes[place], comfort, main=table.columns[place].main) for place in places}
    least |= {place: sizes[place].natural for place in places if place in unbroken}
    return _widened(table, least, sizes, room) if sum(least.values()) <= room else None


def _widened(table: Table, least: dict[int, int], sizes: dict[int, _Sizes], room: int) -> dict[int, int]:
    """Share out the room that is left. The main column gets the width with the lowest `_cost` of those tried."""
    left = room - sum(least.values())
    main = next((place for place in least if table.columns[place].main), None)
    if main is None:
        return _spread(least, sizes, left)
    most = min(left, sizes[main].natural - least[main])
    tried = sorted({most * part // _TRIES for part in range(_TRIES + 1)}, reverse=True)
    choices = [_spread(least | {main: least[main] + more}, sizes, left - more) for more in tried]
    return min(choices, key=lambda widths: _cost(table, widths))  # at equal cost the widest main column


def _spread(widths: dict[int, int], sizes: dict[int, _Sizes], left: int) -> dict[int, int]:
    """Give the room that is left to the narrowest columns first, as far as their text needs it."""
    widths = dict(widths)
    while left and (growing := [place for place in widths if widths[place] < sizes[place].natural]):
        widths[min(growing, key=widths.__getitem__)] += 1
        left -= 1
    return widths


def _cost(table: Table, widths: dict[int, int]) -> int:
    """How badly the first rows fit: twice the lines of each row, plus those of its cells outside the main column."""
    others = [place for place in widths if not table.columns[place].main]
    cost = 0
    for row in table.rows[:_LOOKED_AT]:
        words = {place: short_words(row[place]).splitlines() for place in widths}
        lines = {place: sum(_lines_at(line, width) for line in words[place]) for place, width in widths.items()}
        cost += 2 * max(lines.values()) + sum(lines[place] for place in others)
    return cost
