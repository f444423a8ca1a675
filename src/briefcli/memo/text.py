"""The text of a memo as lines, as extracted from a file: cleaned, but with nothing left out."""

import codecs
import re
from collections.abc import Callable

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.composed import INVISIBLE, composed

# How to install the libraries that read documents
DOCUMENTS_EXTRA = later('in the folder of the program: pip install ".[documents]"')
Progress = Callable[[int, int], None]  # called with the number of pages done and the total
LARGEST_TEXT = 1_000_000  # characters: three times what a hundred pages hold
MOST_LINES = 10_000  # lines that are not blank: twice what a hundred pages hold, read in some ten seconds
HEADING = "\x0f"  # put before a line that the file marks as a heading
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")

# Control characters and surrogates: an agenda file may contain none of them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\uffff]")
_INVISIBLE = re.compile(rf"(?!\xad\s*$)[{INVISIBLE}]")
_LEADING = re.compile(r"\s*")
# What a text can begin with. UTF-32 comes first, because its mark begins with that of UTF-16
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_SLOW = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}  # codecs that are not for texts
_LOOKED_AT = 512  # bytes


class Line(msgspec.Struct, frozen=True):
    """One line of the memo. `line` counts from 1: on its page, or in the whole file if that has no pages.

    `is_heading`: the file itself marks the line as a heading, with a style or in Markdown.
    """

    text: str
    page: int | None
    line: int
    is_heading: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    def saying(self, text: str = "") -> "Line":
        """A line with other words at the same place; without words, an empty line."""
        return Line(text, self.page, self.line)


def text_at(lines: list[Line], place: int) -> str:
    """The words of the line at index `place`; empty before the first line and after the last."""
    return lines[place].text.strip() if 0 <= place < len(lines) else ""


def not_blank(lines: list[Line]) -> list[int]:
    """The indices of the lines that are not blank."""
    return [place for place, line in enumerate(lines) if not line.is_blank]


class MemoText(msgspec.Struct):
    """All lines of a memo, and remarks for the user on how they were read."""

    lines: list[Line]
    remarks: list[str] = []


def clean_line(raw: str) -> str:
    """Show unprintable characters as a visible one, drop invisible ones, make spaces single, except at the start."""
    text = composed(_INVISIBLE.sub("", _UNPRINTABLE.sub(REPLACEMENT, raw)))
    indent = len(_LEADING.match(text)[0])  # type: ignore[index]  # it matches the empty text as well
    return " " * indent + " ".join(text.split())


def memo_text(lines: list[Line], remarks: list[str] | None = None) -> MemoText:
    """Combine lines and remarks, with one more remark if `clean` had to replace characters."""
    remarks = list(remarks or [])
    replaced = sum(line.text.count(REPLACEMENT) for line in lines)
    if replaced:
        remarks.append(tr("{n} unreadable characters are shown as {sign}", n=replaced, sign=REPLACEMENT))
    return MemoText(lines=lines, remarks=remarks)


def decoded(data: bytes, *charsets: str | None) -> str:
    """Decode in the first of these character sets that fits, else in Windows-1252. UTF-16 and UTF-32 show themselves.

    Bytes that have no character become `�`.
    """
    if shown := _shown_by(data):
        return data.decode(shown, errors="replace")
    for name in filter(None, charsets):
        try:
            codec = codecs.lookup(name).name
            if codec not in _SLOW:
                return data.decode({"iso8859-1": "cp1252", "utf-8": "utf-8-sig"}.get(codec, codec))
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", errors="replace")


def as_utf8(data: bytes) -> bytes:
    """The same text in UTF-8, if it is in UTF-16 or UTF-32. All other bytes stay as they are."""
    return decoded(data).encode(errors="replace") if _shown_by(data) else data


def _shown_by(data: bytes) -> str | None:
    """UTF-16 or UTF-32 if the text begins with its mark, or if every other byte of its letters is 0."""
    if marked := next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None):
        return marked
    even, odd = data[:_LOOKED_AT:2], data[1:_LOOKED_AT:2]
    for name, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) > len(zeros) / 2 and not letters.count(0):
            return name
    return None
