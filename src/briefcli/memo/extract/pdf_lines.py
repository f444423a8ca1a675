"""The lines of a page of a PDF, made of its characters and where they stand."""

import statistics
from itertools import pairwise

import msgspec

from briefcli.memo.tables import is_table_head, rows_together
from briefcli.memo.text import RAISED

_WIDE = 1.2  # times the size: from the last letter of a cell to the next cell
_FAR = 2.0  # times the size: as much between two pieces of a line says that they may stand in two columns
_BESIDE = 0.45  # times the size: what stands no more above or below a line is on that line
_COLUMN = "   "
_NEAR = 2.0  # points between where the cells of one column begin
_APART = 1.6  # times the step between rows: what stands further below is no row
_RAISED_SIZE = 0.8  # a footnote number is set at 58–70% of the text it stands in
_RAISED_BY = 0.12  # and stands this much of the text's size higher
_NUDGE = (0.2, 0.9)  # times the text's size: one space, which can be all that is left of a bullet
_PARAGRAPH_GAP = 1.55  # times the usual distance between lines
_LOOKED_AT = 30  # lines below the names of columns, in which their cells begin


_Piece = tuple[float, str]  # where it begins, and its text


class Glyph(msgspec.Struct):
    char: str
    size: float
    left: float
    bottom: float


class _Row(msgspec.Struct):
    """One printed line: its text and how high it stands on the page, in points from below."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


def fill_in(printed: list[list[Glyph]], others: list[list[Glyph]]) -> None:
    """Put each of the other lines behind the words that it stands beside, or between the lines above and below it."""
    for each in filter(None, others):
        first = each[0]
        near = (line for line in printed if line and abs(line[-1].bottom - first.bottom) < first.size * _BESIDE)
        line = max((line for line in near if line[-1].left < first.left), key=lambda line: line[-1].left, default=None)
        if line is not None:
            line += [msgspec.structs.replace(line[-1], char=" "), *each]
        else:
            below = (place for place, line in enumerate(printed) if line and line[0].bottom < first.bottom)
            printed.insert(next(below, len(printed)), each)


def page_lines(printed: list[list[Glyph]]) -> list[str]:
    """The lines of one page, with an empty one where the page leaves room between paragraphs.

    A table whose first row names columns of what and when, or of what is public, has each of its rows on one line.
    """
    lines: list[str] = []
    start = 0
    for place, glyphs in enumerate(printed):
        names = _cells(glyphs, [])
        if place < start or len(names) < 2 or not is_table_head([text for _, text in names]):
            continue
        ways = ([left for left, _ in names], _begins(names, printed[place + 1 : place + _LOOKED_AT]))
        tables = (_table(printed, place, names, columns) for columns in ways)
        together, end = next(((found, end) for rows, end in tables if (found := rows_together(rows))), ([], start))
        if together:
            lines += [*_loose_lines(printed[start:place]), ""]
            lines += [each for row in together for each in (*row.split("\n"), "")]
            start = end
    return lines + _loose_lines(printed[start:])


def _loose_lines(printed: list[list[Glyph]]) -> list[str]:
    return _with_gaps(_rejoined([_row(each) for each in printed if any(glyph.char.strip() for glyph in each)]))


def _cells(glyphs: list[Glyph], columns: list[float]) -> list[_Piece]:
    """The pieces of a line, each with where it begins: at a column, or without columns behind a wide space.

    Nothing where a piece goes on over the beginning of the next column, as no cell does.
    """
    found: list[_Piece] = []
    last: Glyph | None = None  # the last sign that is no space
    is_word = False
    for glyph in glyphs:
        if not glyph.char.strip():
            found[-1:] = [(left, f"{text} ") for left, text in found[-1:]]
            is_word = False
            continue
        near = [each for each in columns if abs(glyph.left - each) < _NEAR and not is_word]
        is_apart = last is None or glyph.left - last.left > _WIDE * glyph.size
        if last is None or (near if columns else is_apart):
            found.append((near[0] if near else glyph.left, ""))
        if any(found[-1][0] < each <= glyph.left - _NEAR for each in columns):
            return []
        found[-1] = found[-1][0], found[-1][1] + glyph.char
        last, is_word = glyph, True
    return found


def _begins(names: list[_Piece], below: list[list[Glyph]]) -> list[float]:
    """Where the cells below the names of columns begin: those names may stand in the middle of their columns."""
    begins = [left for glyphs in below for left, _ in _cells(glyphs, [])]
    bounds = [-_NEAR, *(left + _NEAR for left, _ in names)]
    return [next((left for left in begins if low < left <= high), high - _NEAR) for low, high in pairwise(bounds)]


def _table(
    printed: list[list[Glyph]], place: int, names: list[_Piece], columns: list[float]
) -> tuple[list[list[str]], int]:
    """The rows of the table whose columns this line names, up to a line that is no row or stands further below."""
    rows = [[text.strip() for _, text in names]]
    last = len(columns) - 1  # the column of the piece before
    low, highest = printed[place][0].bottom, 0.0  # where the last row stands, and the largest step between two
    for end in range(place + 1, len(printed)):
        cells = _cells(printed[end], columns)
        bottom = printed[end][0].bottom if cells else 0.0
        step = low - bottom
        if any(left not in columns for left, _ in cells) or not cells or (len(rows) > 2 and step > highest * _APART):
            return rows, end
        low, highest = min(low, bottom), max(step, highest)
        for left, text in cells:
            column = columns.index(left)
            if column < last or (column == last == 0 and any(rows[-1][1:])):
                rows.append([""] * len(columns))
            rows[-1][column] = f"{rows[-1][column]} {text}".strip()
            last = column
    return rows, len(printed)


def _row(glyphs: list[Glyph]) -> _Row:
    printed = [glyph for glyph in glyphs if glyph.char.strip()]
    size = statistics.median_high([glyph.size for glyph in printed])
    bottom = statistics.median_low([glyph.bottom for glyph in printed])
    text, last = "", printed[0]
    for glyph in glyphs:
        is_raised = glyph.size < size * _RAISED_SIZE and glyph.bottom > bottom + size * _RAISED_BY
        if glyph.char.strip():
            text += _COLUMN if text.endswith(" ") and glyph.left - last.left > _FAR * size else ""
            last = glyph
        text += glyph.char.translate(RAISED) if is_raised else glyph.char
    return _Row(text, printed[0].left, printed[-1].left + printed[-1].size / 2, bottom, size)


def _rejoined(rows: list[_Row]) -> list[_Row]:
    """Pieces of one printed line are put together again: a bullet or a raised number with its text."""
    joined: list[_Row] = []
    for row in rows:
        before = joined[-1] if joined else row
        label, room = before.text.strip(), row.left - before.right
        is_beside = abs(before.bottom - row.bottom) < max(before.size, row.size) * _BESIDE
        if not (is_beside and before.left < row.left):
            joined.append(row)
        elif row.size < before.size * _RAISED_SIZE and row.text.strip().isdecimal():
            before.text, before.right = before.text.rstrip() + row.text.strip().translate(RAISED), row.right
        elif len(label) <= 3 and not label.isalpha():
            joined[-1] = _Row(f"{label} {row.text}", before.left, row.right, row.bottom, row.size)
        elif room < before.size:
            space = " " if room < before.size / 2 else _COLUMN
            before.text, before.right = f"{before.text.rstrip()}{space}{row.text.lstrip()}", row.right
        else:
            joined.append(row)
    return joined


def _with_gaps(rows: list[_Row]) -> list[str]:
    """The lines, with an empty one where the page leaves more room than between lines of one paragraph."""
    steps = [above.bottom - below.bottom for above, below in pairwise(rows)]
    usual = statistics.median_low([step for step in steps if step > 0] or [0])
    edge = min((row.left for row in rows), default=0.0)
    lines: list[str] = []
    for row, step in zip(rows, [*steps, 0.0], strict=False):
        is_nudged = row.size * _NUDGE[0] < row.left - edge < row.size * _NUDGE[1]
        lines.append(f" {row.text}" if is_nudged else row.text)
        if step < 0 or step > usual * _PARAGRAPH_GAP:
            lines.append("")
    return lines
