"""Reads a PDF in a process of its own, so that one made to do harm harms nothing else: `-m` this module.

The file comes on standard input. Each line on standard output is a JSON list: `[pages done, pages in all]` after each
page, and last an `Answer`.
PDFium (through pypdfium2) does the reading; it gives every character's place and size.
"""

import contextlib
import sys
from ctypes import byref, c_double
from typing import Any

import msgspec
import pypdfium2
from pypdfium2 import raw

from briefcli.memo.extract.pdf import SECONDS, PdfText
from briefcli.memo.extract.pdf_layout import Glyph, page_lines
from briefcli.memo.extract.pdf_seen import Sight
from briefcli.memo.text import LARGEST_TEXT, clean

MOST_PAGES = 500
MEMORY = 1_000_000_000  # bytes
_LINE_HYPHENS = "\x02\ufffe"  # PDFium's mark for a hyphen at a line end, after which it leaves the line end out


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
    count = len(document)
    if count > MOST_PAGES:
        return PdfText(trouble="pages", number=count)
    answer, read = PdfText(), 0
    for number in range(1, count + 1):
        try:
            lines, unseen = _page(document[number - 1])
        except (pypdfium2.PdfiumError, MemoryError):
            return PdfText(trouble="page", number=number)
        answer.lines += [(number, line) for line in lines]
        answer.unseen = answer.unseen or unseen
        read += sum(map(len, lines))
        if read > LARGEST_TEXT:
            return PdfText(trouble="text")
        sys.stdout.buffer.write(msgspec.json.encode((number, count)) + b"\n")
        sys.stdout.buffer.flush()
    return answer


def _page(page: Any) -> tuple[list[str], bool]:
    """The lines that a reader of the page sees, and whether there is text that nobody sees."""
    text = page.get_textpage()
    count = min(text.count_chars(), LARGEST_TEXT)
    sight = Sight(page, text.raw, count)
    lines = [clean(line) for line in page_lines(_printed_lines(text.raw, count, sight))]
    text.close()
    page.close()
    return lines, sight.has_unseen


def _printed_lines(page: Any, count: int, sight: Sight) -> list[list[Glyph]]:
    """The characters of a page that are seen, broken where PDFium puts a line end."""
    x, y = c_double(), c_double()
    lines: list[list[Glyph]] = [[]]
    for index in range(count):
        char = chr(raw.FPDFText_GetUnicode(page, index))
        if char in "\r\n":
            if lines[-1]:
                lines.append([])
            continue
        is_line_end = char in _LINE_HYPHENS
        if is_line_end:
            char = "-"
        if sight.sees(index, char):
            raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
            lines[-1].append(Glyph(char, raw.FPDFText_GetFontSize(page, index), x.value, y.value))
        if is_line_end:
            lines.append([])
    return lines


if __name__ == "__main__":
    main()
