"""Read a PDF in a separate process (`python -m` this module), so that a malicious file can do no harm elsewhere.

The file is read from standard input. After each page, a line with the JSON list `[pages done, pages in all]` is written
to standard output. The last line is a `PdfText` as a JSON object. PDFium (through pypdfium2) reads the PDF, and returns
the position and size of every character.
"""

import contextlib
import sys
from ctypes import byref, c_double
from typing import Any

import msgspec
import pypdfium2
from pypdfium2 import raw

from briefcli.memo.extract.looks import STRUCK
from briefcli.memo.extract.pdf import SECONDS, UNSEEN, PdfText
from briefcli.memo.extract.pdf_lines import Glyph, fill_in, page_lines
from briefcli.memo.extract.pdf_seen import Sight, forget_other_words, is_picture
from briefcli.memo.text import LARGEST_TEXT

MOST_PAGES = 500
_FEW_LETTERS = 200  # characters: a scanned page with fewer has no text but a stamp or a page number
_PICTURE = 0.3  # share of a page: an image of this size may contain the text of the page
_BACK = 3.0  # times the font size: a character that is this far to the left of the last one starts a line
MEMORY = 1_000_000_000  # bytes
_LINE_HYPHENS = "\x02\ufffe"  # PDFium's marks for a hyphen at a line end; it leaves out the line end itself


def main() -> None:
    _limit()
    answer = _answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")


def _limit() -> None:
    """Limit memory and CPU time, if the system can."""
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
    document.init_forms()  # so that form fields, which may cover text, are rendered
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
    """Return a page with what was typed or filled in on it, and how many characters it had before (None: as many)."""
    page = document[place]
    has_notes = raw.FPDFPage_GetAnnotCount(page)
    if not has_notes or raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page, None
    own = page.get_textpage().count_chars()  # this still has the page as it was
    page.close()
    return document[place], own


def _page(page: Any, own: int | None) -> tuple[list[str], set[str]]:
    """Return the lines that a reader of the page sees, and the reasons why text was left out."""
    forget_other_words(page)
    text = page.get_textpage()
    chars = [chr(raw.FPDFText_GetUnicode(text.raw, index)) for index in range(min(text.count_chars(), LARGEST_TEXT))]
    sight = Sight(page, text.raw, chars)
    seen = _seen_words(chars, sight)
    read = [is_seen and index not in sight.struck for index, is_seen in enumerate(seen)]
    printed = _printed_lines(text.raw, chars, read, range(len(chars) if own is None else own))
    if own is not None:
        fill_in(printed, _printed_lines(text.raw, chars, read, range(own, len(chars))))
    text.close()
    page.close()
    return page_lines(printed), ({UNSEEN} if not all(seen) else set()) | ({STRUCK} if sight.struck else set())


def _seen_words(chars: list[str], sight: Sight) -> list[bool]:
    """Tell for each character whether it is read. If one letter of a word cannot be seen, none of the word is read."""
    seen = [True] * len(chars)
    start = 0
    for end in range(1, len(chars) + 1):
        is_over = end == len(chars) or chars[start].isspace() or chars[end].isspace()
        if not is_over and sight.layer(start) == sight.layer(end):
            continue
        letters = [index for index in range(start, end) if chars[index].isalnum()]
        if letters:
            is_seen = all(sight.seen[index] for index in letters)
        else:  # punctuation that hardly shows is read if the character before it is read
            is_seen = (start == 0 or seen[start - 1]) or (not chars[start].isspace() and any(sight.seen[start:end]))
        seen[start:end] = [is_seen] * (end - start)
        start = end
    return seen


def _printed_lines(page: Any, chars: list[str], seen: list[bool], places: range) -> list[list[Glyph]]:
    """The characters at these indexes that are read, split into lines at the line ends that PDFium finds."""
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
            # A jump to the left without a line end: here starts the number of a note below the text
            if lines[-1] and found.strip() and x.value < lines[-1][-1].left - _BACK * size:
                lines.append([])
            lines[-1].append(Glyph("-" if is_line_end else found, size, x.value, y.value))
        if is_line_end:
            lines.append([])
    return lines


if __name__ == "__main__":
    main()
