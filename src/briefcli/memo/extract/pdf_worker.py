"""Reads a PDF in a process of its own, so that one made to do harm harms nothing else: `-m` this module.

The file comes on standard input. Each line on standard output is a JSON list: `[pages done, pages in all]` after each
page, and last an `Answer`.
PDFium (through pypdfium2) does the reading; it gives every character's place and size.
"""

import contextlib
import itertools
import statistics
import sys
from ctypes import byref, c_double
from typing import Any

import msgspec
import pypdfium2
from pypdfium2 import raw

from briefcli.memo.extract.looks import STRUCK
from briefcli.memo.extract.pdf import SECONDS, UNSEEN, PdfText
from briefcli.memo.extract.pdf_seen import Sight, forget_other_words, is_picture
from briefcli.memo.tables import is_table_head, rows_together
from briefcli.memo.text import LARGEST_TEXT, RAISED

MOST_PAGES = 500
_FEW_LETTERS = 200  # of a scanned page: no more than a stamp or a page number
_PICTURE = 0.3  # of a page: an image that may hold what the page says
_WIDE = 1.2  # times the size: from the last letter of a cell to the next cell
_BACK = 3.0  # times the size: a sign that stands so much to the left of the last one begins a line
_FAR = 2.0  # times the size: as much between two pieces of a line says that they may stand in two columns
_BESIDE = 0.45  # times the size: what stands no more above or below a line is on that line
_COLUMN = "   "
_NEAR = 2.0  # points between where the cells of one column begin
_APART = 1.6  # times the step between rows: what stands further below is no row
MEMORY = 1_000_000_000  # bytes
_LINE_HYPHENS = "\x02\ufffe"  # PDFium's mark for a hyphen at a line end, after which it leaves the line end out
_RAISED_SIZE = 0.8  # a footnote number is set at 58–70% of the text it stands in
_RAISED_BY = 0.12  # and stands this much of the text's size higher
_NUDGE = (0.2, 0.9)  # times the text's size: one space, which can be all that is left of a bullet
_PARAGRAPH_GAP = 1.55  # times the usual distance between lines


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


def main() -> None:
    _limit()
    answer = _answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")


def _limit() -> None:
    """Keep to the limits, where the system has them."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))


def _answer(content: bytes) -> PdfText:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        return PdfText(trouble="locked" if locked else "broken")
    document.init_forms()  # so that fields are painted, which may lie over text
    count = len(document)
    if count > MOST_PAGES:
        return PdfText(trouble="pages", number=count)
    answer, read = PdfText(), 0
    for number in range(1, count + 1):
        try:
            page, own = _flat(document, number - 1)
            is_scan = is_picture(page, _PICTURE)
            lines, left_out = _page(page, own)
        except (pypdfium2.PdfiumError, MemoryError):
            return PdfText(trouble="page", number=number)
        answer.lines += [(number, line) for line in lines]
        answer.left_out |= left_out
        letters = sum(map(len, lines))
        answer.scans += [number] if is_scan and letters < _FEW_LETTERS else []
        read += letters
        if read > LARGEST_TEXT:
            return PdfText(trouble="text")
        sys.stdout.buffer.write(msgspec.json.encode((number, count)) + b"\n")
        sys.stdout.buffer.flush()
    return answer


def _flat(document: Any, place: int) -> tuple[Any, int | None]:
    """A page on which what was filled in or typed over it is a part of its text; notes beside it are not.

    And how many characters it has of its own, where there are others.
    """
    page = document[place]
    if not raw.FPDFPage_GetAnnotCount(page):
        return page, None
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page, None
    own = page.get_textpage().count_chars()  # it still has the page as it was
    page.close()
    return document[place], own


def _page(page: Any, own: int | None) -> tuple[list[str], set[str]]:
    """The lines that a reader of the page sees, and the sorts of text that is left out."""
    forget_other_words(page)
    text = page.get_textpage()
    chars = [chr(raw.FPDFText_GetUnicode(text.raw, index)) for index in range(min(text.count_chars(), LARGEST_TEXT))]
    sight = Sight(page, text.raw, chars)
    seen, struck = _seen_words(chars, sight), [sight.is_struck(index) for index in range(len(chars))]
    read = [is_seen and not is_struck for is_seen, is_struck in zip(seen, struck, strict=True)]
    printed = _printed_lines(text.raw, chars, read, range(own if own is not None else len(chars)))
    if own is not None:
        _fill_in(printed, _printed_lines(text.raw, chars, read, range(own, len(chars))))
    text.close()
    page.close()
    return page_lines(printed), ({UNSEEN} if not all(seen) else set()) | ({STRUCK} if any(struck) else set())


def _fill_in(printed: list[list[Glyph]], others: list[list[Glyph]]) -> None:
    """Put each of the other lines behind the words that it stands beside, or between the lines above and below it."""
    for each in filter(None, others):
        first = each[0]
        beside = [
            line
            for line in printed
            if line and line[-1].left < first.left and abs(line[-1].bottom - first.bottom) < first.size * _BESIDE
        ]
        if beside:
            line = max(beside, key=lambda line: line[-1].left)
            line += [msgspec.structs.replace(line[-1], char=" "), *each]
        else:
            below = (place for place, line in enumerate(printed) if line and line[0].bottom < first.bottom)
            printed.insert(next(below, len(printed)), each)


def _seen_words(chars: list[str], sight: Sight) -> list[bool]:
    """For each character whether it is read: not one of a word of which a letter cannot be seen."""
    seen = [True] * len(chars)
    start = 0
    for end in range(1, len(chars) + 1):
        is_over = end == len(chars) or chars[start].isspace() or chars[end].isspace()
        if not is_over and sight.layer(start) == sight.layer(end):
            continue
        word = range(start, end)
        letters = [index for index in word if chars[index].isalnum()]
        if letters:
            is_seen = all(map(sight.sees, letters))
        else:  # a sign that hardly shows goes with what stands before it
            is_seen = (start == 0 or seen[start - 1]) or (not chars[start].isspace() and any(map(sight.sees, word)))
        seen[start:end] = [is_seen] * len(word)
        start = end
    return seen


def _printed_lines(page: Any, chars: list[str], seen: list[bool], places: range) -> list[list[Glyph]]:
    """The characters at these places of a page that are read, broken where PDFium puts a line end."""
    x, y = c_double(), c_double()
    lines: list[list[Glyph]] = [[]]
    for index in places:
        found = chars[index]
        if found in "\r\n":
            if lines[-1]:
                lines.append([])
            continue
        is_line_end = found in _LINE_HYPHENS
        if seen[index]:
            raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
            size = raw.FPDFText_GetFontSize(page, index)
            # The number of a note below
            if lines[-1] and found.strip() and x.value < lines[-1][-1].left - _BACK * size:
                lines.append([])
            lines[-1].append(Glyph("-" if is_line_end else found, size, x.value, y.value))
        if is_line_end:
            lines.append([])
    return lines


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
        rows, end = _table(printed, place, [left for left, _ in names])
        together = rows_together(rows)
        if together is not None:
            lines += [
                *_loose_lines(printed[start:place]),
                "",
                *(each for row in together for each in (*row.split("\n"), "")),
            ]
            start = end
    return lines + _loose_lines(printed[start:])


def _loose_lines(printed: list[list[Glyph]]) -> list[str]:
    rows = [_row(glyphs) for glyphs in printed]
    return _with_gaps(_rejoined([row for row in rows if row.text.strip()]))


def _cells(glyphs: list[Glyph], columns: list[float]) -> list[tuple[float, str]]:
    """The pieces of a line, each with where it begins: at a column, or without columns behind a wide space.

    Nothing where a piece goes on over the beginning of the next column, as no cell does.
    """
    found: list[tuple[float, str]] = []
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


def _table(printed: list[list[Glyph]], place: int, columns: list[float]) -> tuple[list[list[str]], int]:
    """The rows of the table that begins at this line, up to a line that is no row or stands further below."""
    rows: list[list[str]] = []
    last = len(columns)  # the column of the piece before
    low, highest = float("inf"), 0.0  # where the last row stands, and the largest step between two
    for end in range(place, len(printed)):
        cells = _cells(printed[end], columns)
        bottom = printed[end][0].bottom if cells else 0.0
        step = low - bottom if rows else 0.0
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
    if not printed:
        return _Row("", 0, 0, 0, 0)
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
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.left < row.left
            and abs(before.bottom - row.bottom) < max(before.size, row.size) * _BESIDE
        ):
            is_raised = row.size < before.size * _RAISED_SIZE and row.text.strip().isdecimal()
            is_label = len(before.text.strip()) <= 3 and not before.text.strip().isalpha()
            if is_raised:
                before.text = before.text.rstrip() + row.text.strip().translate(RAISED)
                before.right = row.right
                continue
            if is_label:
                joined[-1] = _Row(f"{before.text.strip()} {row.text}", before.left, row.right, row.bottom, row.size)
                continue
            if row.left - before.right < before.size:
                space = " " if row.left - before.right < before.size / 2 else _COLUMN
                before.text, before.right = f"{before.text.rstrip()}{space}{row.text.lstrip()}", row.right
                continue
        joined.append(row)
    return joined


def _with_gaps(rows: list[_Row]) -> list[str]:
    """The lines, with an empty one where the page leaves more room than between lines of one paragraph."""
    if not rows:
        return []
    steps = [above.bottom - below.bottom for above, below in itertools.pairwise(rows)]
    usual = statistics.median_low([step for step in steps if step > 0] or [0])
    edge = min(row.left for row in rows)
    lines: list[str] = []
    for row, step in zip(rows, [*steps, 0.0], strict=True):
        is_nudged = row.size * _NUDGE[0] < row.left - edge < row.size * _NUDGE[1]
        lines.append(f" {row.text}" if is_nudged else row.text)
        if step < 0 or step > usual * _PARAGRAPH_GAP:
            lines.append("")
    return lines


if __name__ == "__main__":
    main()
