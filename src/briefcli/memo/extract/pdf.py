"""The text of a PDF, line by line in the order in which it was written, with raised footnote numbers kept apart.

PDFium (through pypdfium2) does the reading; it gives every character's place and size, by which blank lines and
footnote numbers are known.
"""

import itertools
import statistics
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.errors import BriefError
from briefcli.memo.text import EXTRA, LARGEST_TEXT, RAISED, Line, MemoText, Progress, clean, memo_text

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 500
_SCAN_HINT = "make it searchable (OCR) first, or copy its text into a file"
_RAISED_SIZE = 0.8  # a footnote number is set at 58–70% of the text it stands in
_RAISED_BY = 0.12  # and stands this much of the text's size higher
_NUDGE = (0.2, 0.9)  # times the text's size: one space, which can be all that is left of a bullet
_LINE_HYPHENS = "\x02\ufffe"  # PDFium's mark for a hyphen at a line end, after which it leaves the line end out
_PARAGRAPH_GAP = 1.55  # times the usual distance between lines


class _Glyph(msgspec.Struct):
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


def read_pdf(name: str, content: bytes, progress: Progress | None = None) -> MemoText:
    """All lines of all pages. Raises BriefError for a file that is broken, encrypted or without text."""
    document = _opened(name, content)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise BriefError(f"{name} has {count} pages; a memo has fewer than {MOST_PAGES}", "split off its annexes")
        lines: list[Line] = []
        read = 0
        for number in range(1, count + 1):
            found = _page_lines(name, document, number)
            lines += found
            read += sum(len(line.text) for line in found)
            if read > LARGEST_TEXT:
                raise BriefError(f"{name} holds more text than a memo can", "split off its annexes")
            if progress is not None:
                progress(number, count)
    finally:
        document.close()
    if not any(char.isalnum() for line in lines for char in line.text):
        raise BriefError(f"{name} is a scan: its pages are images without text", _SCAN_HINT)
    return memo_text(lines)


def _opened(name: str, content: bytes) -> "pypdfium2.PdfDocument":
    try:
        import pypdfium2
    except ImportError as error:
        raise BriefError("reading PDF needs the library pypdfium2, which is not installed", EXTRA) from error
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise BriefError(f"{name} is protected with a password", "save it without a password first") from error
        raise BriefError(f"{name} is a broken PDF", "open it in a reader and print it to a new PDF") from error


def _page_lines(name: str, document: "pypdfium2.PdfDocument", number: int) -> list[Line]:
    import pypdfium2

    try:
        page = document[number - 1]
        text = page.get_textpage()
        rows = [_row(glyphs) for glyphs in _printed_lines(text.raw, text.count_chars())]
        text.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise BriefError(f"page {number} of {name} is broken", "print it to a new PDF") from error
    lines: list[Line] = []
    for text_line in _with_gaps(_rejoined([row for row in rows if row.text.strip()])):
        lines.append(Line(clean(text_line), number, len(lines) + 1))
    return lines


def _printed_lines(page: Any, count: int) -> list[list[_Glyph]]:
    """The characters of a page, broken where PDFium puts a line end."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    x, y = c_double(), c_double()
    lines: list[list[_Glyph]] = [[]]
    for index in range(min(count, LARGEST_TEXT)):
        char = chr(raw.FPDFText_GetUnicode(page, index))
        if char in "\r\n":
            if lines[-1]:
                lines.append([])
            continue
        is_line_end = char in _LINE_HYPHENS
        if is_line_end:
            char = "-"
        raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
        lines[-1].append(_Glyph(char, raw.FPDFText_GetFontSize(page, index), x.value, y.value))
        if is_line_end:
            lines.append([])
    return lines


def _row(glyphs: list[_Glyph]) -> _Row:
    printed = [glyph for glyph in glyphs if glyph.char.strip()]
    if not printed:
        return _Row("", 0, 0, 0, 0)
    size = statistics.median_high([glyph.size for glyph in printed])
    bottom = statistics.median_low([glyph.bottom for glyph in printed])
    text = "".join(
        glyph.char.translate(RAISED)
        if glyph.size < size * _RAISED_SIZE and glyph.bottom > bottom + size * _RAISED_BY
        else glyph.char
        for glyph in glyphs
    )
    return _Row(text, printed[0].left, printed[-1].left + printed[-1].size / 2, bottom, size)


def _rejoined(rows: list[_Row]) -> list[_Row]:
    """Pieces of one printed line are put together again: a bullet or a raised number with its text."""
    joined: list[_Row] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before is not None and before.left < row.left and abs(before.bottom - row.bottom) < before.size * 0.45:
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
                before.text, before.right = f"{before.text.rstrip()} {row.text.lstrip()}", row.right
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
