"""Read a PDF in a separate process (`python -m` this module), so that a malicious file can do no harm elsewhere.

The file is read from standard input, and a `PdfText` is written to standard output as JSON. PDFium (through pypdfium2)
reads the PDF, and returns the position and size of every character.
"""

import contextlib
import re
import sys
from ctypes import POINTER, byref, c_double, c_uint, cast, create_string_buffer
from math import degrees
from typing import Any

import msgspec
import pypdfium2
from pypdfium2 import raw

from briefcli.memo.extract.looks import STRUCK
from briefcli.memo.extract.pdf import SECONDS, UNSEEN, PdfText
from briefcli.memo.extract.pdf_lines import Glyph, fill_in, page_lines
from briefcli.memo.extract.pdf_seen import Sight, forget_other_words, is_picture
from briefcli.memo.text import LARGEST_TEXT, FileLine

MOST_PAGES = 500
_FEW_LETTERS = 200  # characters: a scanned page with fewer has no text but a stamp or a page number
_PICTURE = 0.3  # share of a page: an image of this size may contain the text of the page
_BACK = 3.0  # times the font size: a character that is this far to the left of the last one starts a line
MEMORY = 1_000_000_000  # bytes
_LINES = {raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_POLYLINE, raw.FPDF_ANNOT_INK}
_DARK = 3 * 96  # the sum of red, green and blue: black text does not show on a darker colour
_MOST_NOTES, _LONGEST = 1000, 20_000  # notes on a page, and bytes of each
_MOST_UNSEEN = 10  # lines at each edge of a page: more is the text of a scan, or a passage that was made black
_SLANT = 5  # degrees from the nearest side of the page: less is text on a page that was scanned askew
_LABEL = re.compile(rb"MSIP_Label_[\w-]+_Name\W{0,3}?[(>]((?:\\.|[^<>)]){1,200})", re.DOTALL)  # of sensitivity
# A property in XMP, the metadata in XML: `<pdfx:Rubricering>…`
_PROPERTY = re.compile(rb"<(?:pdfx|dc|xmpRights):(\w+)>\s*(?:<rdf:[^<>]{1,80}>\s*){0,2}([^<>\s][^<>]{0,200})")
_LINE_HYPHENS = "\x02\ufffe"  # PDFium's marks for a hyphen at a line end; it leaves out the line end itself


def main() -> None:
    _limit()
    answer = _answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(msgspec.json.encode(answer))


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
    answer, read = PdfText(beside=_properties(document, content)), 0
    for number in range(1, count + 1):
        try:
            notes, blackened = _notes(document[number - 1])
            page, own = _flat(document, number - 1)
            _blacken(page, blackened)
            is_scan = is_picture(page, _PICTURE)
            lines, left_out, beside = _page(page, own)
        except (pypdfium2.PdfiumError, MemoryError):
            return PdfText(trouble="page", number=number)
        answer.lines += [FileLine(line, page=number, number=place) for place, line in enumerate(lines, start=1)]
        answer.left_out |= left_out
        answer.beside += [*notes, *beside]
        letters = sum(map(len, lines))
        answer.scans += [number] if is_scan and letters < _FEW_LETTERS else []
        read += letters
        if read > LARGEST_TEXT:
            return PdfText(trouble="text")
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


def _page(page: Any, own: int | None) -> tuple[list[str], set[str], list[str]]:
    """Return the lines that a reader of the page sees, the reasons why text was left out, and what stands beside it."""
    forget_other_words(page)
    text = page.get_textpage()
    chars = [chr(raw.FPDFText_GetUnicode(text.raw, index)) for index in range(min(text.count_chars(), LARGEST_TEXT))]
    sight = Sight(page, text.raw, chars)
    seen = _seen_words(chars, sight)
    slanting = _slanting(text.raw, chars)
    read = [is_seen and index not in sight.struck | slanting for index, is_seen in enumerate(seen)]
    printed = _printed_lines(text.raw, chars, read, range(len(chars) if own is None else own))
    if own is not None:
        fill_in(printed, _printed_lines(text.raw, chars, read, range(own, len(chars))))
    slanted = "".join(chars[index] for index in sorted(slanting))
    beside = [" ".join(slanted.split()), "".join(slanted.split())]  # letter by letter, it has spaces within words
    if not all(seen):
        unseen = page_lines(_printed_lines(text.raw, chars, [not each for each in seen], range(len(chars))))
        beside += [*unseen[:_MOST_UNSEEN], *unseen[-_MOST_UNSEEN:]]
    text.close()
    page.close()
    return page_lines(printed), ({UNSEEN} if not all(seen) else set()) | ({STRUCK} if sight.struck else set()), beside


def _properties(document: Any, content: bytes) -> list[str]:
    labels = [each.replace(b"\0", b"").removeprefix(b"\xfe\xff").decode("latin-1") for each in _LABEL.findall(content)]
    own = [b": ".join(each).decode(errors="replace") for each in _PROPERTY.findall(content)]
    return [*document.get_metadata_dict(skip_empty=True).values(), *labels, *own]


def _notes(page: Any) -> tuple[list[str], list[Any]]:
    """What somebody wrote in notes on a page, and the edges of the notes that cover a text or ask to blacken it."""
    texts: list[str] = []
    blackened: list[Any] = []
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = raw.FPDFPage_GetAnnot(page, number)
        held = create_string_buffer(_LONGEST)
        raw.FPDFAnnot_GetStringValue(note, b"Contents", cast(held, POINTER(raw.FPDF_WCHAR)), _LONGEST)
        texts.append(held.raw.decode("utf-16-le", "replace").partition("\0")[0])
        # Without an appearance, PDFium does not draw a note, but other programs do
        is_drawn = not raw.FPDFAnnot_HasKey(note, b"AP") and _covers(note)
        if is_drawn or raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_REDACT:
            edges = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(note, byref(edges))
            blackened.append(edges)
        raw.FPDFPage_CloseAnnot(note)
    return texts, blackened


def _covers(note: Any) -> bool:
    """Whether a note perhaps covers text: it is filled, dark, or a line that may be thick."""
    sort = raw.FPDFAnnot_GetSubtype(note)
    red, green, blue, _ = shades = [c_uint() for _ in range(4)]
    raw.FPDFAnnot_GetColor(note, raw.FPDFANNOT_COLORTYPE_Color, *map(byref, shades))
    is_dark = sort == raw.FPDF_ANNOT_HIGHLIGHT and red.value + green.value + blue.value < _DARK
    has_paper = sort == raw.FPDF_ANNOT_FREETEXT and raw.FPDFAnnot_HasKey(note, b"C")
    return is_dark or has_paper or sort in _LINES or bool(raw.FPDFAnnot_HasKey(note, b"IC"))


def _blacken(page: Any, places: list[Any]) -> None:
    """Paint a black box at these places of a page, so that the text there counts as unseen."""
    for each in places:
        box = raw.FPDFPageObj_CreateNewRect(each.left, each.bottom, each.right - each.left, each.top - each.bottom)
        raw.FPDFPageObj_SetFillColor(box, 0, 0, 0, 255)
        raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_WINDING, False)  # noqa: FBT003  # a C function
        raw.FPDFPage_InsertObject(page, box)


def _slanting(text: Any, chars: list[str]) -> set[int]:
    """The indexes of slanting characters, as in a watermark, unless most of the text is slanting."""
    turns = [degrees(raw.FPDFText_GetCharAngle(text, index)) % 90 for index in range(len(chars))]
    found = {index for index, turn in enumerate(turns) if _SLANT < turn < 90 - _SLANT}
    return found if 2 * len(found) < len(chars) else set()


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
