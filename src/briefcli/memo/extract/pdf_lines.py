"""Put the characters of a PDF page together into lines, by their positions."""

import re
import statistics
from itertools import pairwise

import msgspec

from briefcli.memo.layout.table_rows import TextRow, are_columns, rows_together
from briefcli.memo.text import HOUR, RAISED

_WIDE = 1.2  # times the font size: the least distance from the start of the last letter of a cell to the next cell
_FAR = 2.0  # times the font size: pieces of a line that are further apart may be in different columns
_BESIDE = 0.45  # times the font size: text that is less than this above or below a line is on that line
_COLUMN = "   "  # between pieces that may be in different columns
_NEAR = 2.0  # points: cells of one column start within this distance of each other
_APART = 1.6  # times the largest distance between rows: a line further below is not a row
_RAISED_SIZE = 0.8  # times the font size of the text: a footnote number, at 58–70% of it, is smaller than this
_RAISED_BY = 0.12  # times the font size of the text: a footnote number is at least this much higher
_NUDGE = (0.2, 0.9)  # times the font size: an indent of one space, which can be all that is left of a bullet
_PARAGRAPH_GAP = 1.55  # times the usual distance between lines
_LOOKED_AT = 30  # lines below the column names that are searched for the start of each column
_RISING = 0.25  # share of lines above the one before them: with more, the file does not have its lines in reading order

_LARGE = 1.12  # times the usual font size: a heading
_NUMBERED = re.compile(r"\s*(?:[0-9]{1,2}|[A-Z]|[IVX]+)[.)]\s")

_TIMED = re.compile(rf"\s*{HOUR}\b")
_LONGEST_CELL = 5  # printed lines

_Piece = tuple[float, str]  # its left edge and its text


class Glyph(msgspec.Struct):
    char: str
    size: float
    left: float
    bottom: float


_Line = list[Glyph]


class _Row(msgspec.Struct):
    """One printed line: its text, font size and edges, in points from the left and the bottom of the page."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


def fill_in(printed: list[_Line], others: list[_Line]) -> None:
    """Insert each other line into the printed ones: after the words beside it, or between the lines above and below."""
    for each in filter(None, others):
        first = each[0]
        near = (line for line in printed if line and abs(line[-1].bottom - first.bottom) < first.size * _BESIDE)
        line = max((line for line in near if line[-1].left < first.left), key=lambda line: line[-1].left, default=None)
        if line is not None:
            line += [msgspec.structs.replace(line[-1], char=" "), *each]
        else:
            below = (place for place, line in enumerate(printed) if line and line[0].bottom < first.bottom)
            printed.insert(next(below, len(printed)), each)


def page_lines(printed: list[_Line]) -> list[str]:
    """Return the lines of one page, with empty ones between paragraphs. A row of a table with known columns is one."""
    lines: list[str] = []
    start = 0
    printed = _from_top([each for each in printed if any(glyph.char.strip() for glyph in each)])
    usual = statistics.median([glyph.size for each in printed for glyph in each] or [0.0])
    for place, glyphs in enumerate(printed):
        names = _cells(glyphs, [])
        if place < start or len(names) < 2 or not are_columns([text for _, text in names]):
            continue
        ways = ([left for left, _ in names], _begins(names, printed[place + 1 : place + _LOOKED_AT]))
        tables = (_table(printed, place, names, columns) for columns in ways)
        found = ((end, together) for rows, end in tables if (together := rows_together(rows)))
        end, together = max(found, default=(start, []))  # the way in which the table goes on furthest
        if together:
            lines += [*_loose_lines(printed[start:place], usual), ""]
            lines += [each for row in together for each in (*row.split("\n"), "")]
            start = end
    return lines + _loose_lines(printed[start:], usual)


def _loose_lines(printed: list[_Line], usual: float) -> list[str]:
    return _with_gaps(_whole_headings(_rejoined(list(map(_row, printed))), usual))


def _from_top(printed: list[_Line]) -> list[_Line]:
    """The lines in the order of the file, or each column sorted from top to bottom if many lines are above the last."""
    columns: list[list[_Line]] = []
    rising = 0
    for line in printed:
        above = columns[-1][-1] if columns else []
        if above and above[0].left < line[-1].left and line[0].left < above[-1].left:
            columns[-1].append(line)
            rising += line[0].bottom - above[0].bottom > line[0].size * _BESIDE
        else:
            columns.append([line])
    if rising <= len(printed) * _RISING:
        return printed
    return [line for column in columns for line in sorted(column, key=lambda line: -line[0].bottom)]


def _cells(glyphs: _Line, columns: list[float]) -> list[_Piece]:
    """Split a line into pieces: at these columns (their left edges), or at wide spaces if `columns` is empty.

    Returns nothing if a piece runs on into the next column, because a cell does not.
    """
    found: list[_Piece] = []
    last: Glyph | None = None  # the last character that is not a space
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


def _begins(names: list[_Piece], below: list[_Line]) -> list[float]:
    """The left edges of the cells below the column names. The names themselves may be centred in their columns."""
    begins = [left for glyphs in below for left, _ in _cells(glyphs, [])]
    bounds = [-_NEAR, *(left + _NEAR for left, _ in names)]
    return [next((left for left in begins if low < left <= high), high - _NEAR) for low, high in pairwise(bounds)]


def _table(printed: list[_Line], place: int, names: list[_Piece], columns: list[float]) -> tuple[list[TextRow], int]:
    """Return the rows of the table whose columns are named in the line at `place`, and the index after its last line.

    The table ends at a line that is not a row, or that is further below than the rows are apart.
    """
    rows = [[text.strip() for _, text in names]]
    last = len(columns) - 1  # the column of the previous piece
    low, highest = printed[place][0].bottom, 0.0  # the lowest row so far, and the largest distance between two rows
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


def _row(glyphs: _Line) -> _Row:
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
    """Join pieces of one printed line, such as a bullet and its text, or the cells of a row that starts with a time."""
    joined: list[_Row] = []
    for row in rows:
        before = joined[-1] if joined else row
        begun = next((each for each in joined[-_LONGEST_CELL:-1] if _is_row_with_time(each, row)), None)
        if begun is not None:  # above `row` is the rest of the cell before it, which is too narrow
            place = joined.index(begun)
            text = " ".join(each.text.strip() for each in joined[place:])
            joined[place:] = [msgspec.structs.replace(begun, text=f"{text}{_COLUMN}{row.text}", right=row.right)]
            continue
        label, room = before.text.strip(), row.left - before.right
        is_beside = before.left < row.left and abs(before.bottom - row.bottom) < max(before.size, row.size) * _BESIDE
        is_label = len(label) <= 3 and not label.isalpha()
        if is_beside and (is_label or room < before.size):
            space = " " if is_label or room < before.size / 2 else _COLUMN
            text = f"{before.text.rstrip()}{space}{row.text.lstrip()}"
            joined[-1] = _Row(text, before.left, row.right, row.bottom, row.size)
        else:
            joined.append(row)
    return joined


def _is_row_with_time(begun: _Row, row: _Row) -> bool:
    """Whether a piece of text is to the right of a printed line that starts with a time, at the same height."""
    return bool(_TIMED.match(begun.text)) and begun.right < row.left and abs(begun.bottom - row.bottom) < _NEAR


def _whole_headings(rows: list[_Row], usual: float) -> list[_Row]:
    """Join the lines of a heading in larger letters, or in capitals, that goes on below because the line is full."""
    width = max((row.right for row in rows), default=0.0) - min((row.left for row in rows), default=0.0)
    kept: list[_Row] = []
    for row in rows:
        is_large, before = row.size > usual * _LARGE, kept[-1] if kept else row
        is_open = before.text.count("(") > before.text.count(")")
        is_heading = is_large or is_open or (row.text.isupper() and before.text.isupper())
        is_near = abs(row.size - before.size) < 1 and 0 < before.bottom - row.bottom < row.size * _PARAGRAPH_GAP
        word = len(row.text.split(maxsplit=1)[0]) * row.size * 0.6
        is_full = before.right - before.left + word > width - row.size
        if is_heading and is_near and is_full and not _NUMBERED.match(row.text):
            space = "" if before.text.rstrip().endswith("-") else " "
            text = f"{before.text.rstrip()}{space}{row.text.lstrip()}"
            kept[-1] = msgspec.structs.replace(row, text=text)  # with the edges of its last line
        else:
            kept.append(row)
    return kept


def _with_gaps(rows: list[_Row]) -> list[str]:
    """The lines, with an empty one below larger letters, and where the space is that between paragraphs."""
    steps = [above.bottom - below.bottom for above, below in pairwise(rows)]
    usual = statistics.median_low([step for step in steps if step > 0] or [0])
    edge = min((row.left for row in rows), default=0.0)
    lines: list[str] = []
    for row, below, step in zip(rows, [*rows[1:], *rows[-1:]], [*steps, 0.0], strict=False):
        is_nudged = row.size * _NUDGE[0] < row.left - edge < row.size * _NUDGE[1]
        lines.append(f" {row.text}" if is_nudged else row.text)
        is_heading = row.size > below.size * _LARGE and _COLUMN not in below.text  # a table is no text below it
        if step < 0 or step > usual * _PARAGRAPH_GAP or is_heading:
            lines.append("")
    return lines
