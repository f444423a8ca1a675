"""The text of a memo as lines, as extracted from a file: cleaned, but with nothing left out."""

import re
from pathlib import Path

import msgspec

from briefcli.catalog import later
from briefcli.domain.composed import INVISIBLE, composed

# How to install the libraries that read documents
DOCUMENTS_EXTRA = later('in the folder of the program: pip install ".[documents]"')
LARGEST_TEXT = 1_000_000  # characters: three times what a hundred pages hold
MOST_LINES = 10_000  # lines that are not blank: twice what a hundred pages hold, read in some ten seconds
PROMPT = "Kies een item."  # stands in a field of a form that is not filled in
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
HOUR = r"[0-2]?[0-9][.:hu][0-5][0-9]"
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789ivx", f"{SUPERSCRIPTS}ⁱᵛˣ")
LOWERED = str.maketrans(SUPERSCRIPTS + "]", "0123456789)", " ([")  # the mark of a footnote: `1` or `1)`

# Control characters and surrogates: an agenda file may contain none of them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\uffff]")
_INVISIBLE = re.compile(rf"(?!\xad\s*$)[{INVISIBLE}]")
_GLUED = re.compile(r"(?i)\b(uiterlijk|v[oó][oó]r)(?=[0-9]{1,2}(?:[-/][0-9]|\s[a-z]{3}))")  # `uiterlijk17 april`
_VERSION = re.compile(r"(?i)(?>(?:[\s_.-]+(?:(?:v(?:ersie)?[\s_.]?)?[0-9]+|def\w*|concept\w*|draft|final))+)[._]*$")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")  # notaDepV
_LONGEST_NAME = 255  # characters: more is the address or description of a picture
_WIDEST = 200  # characters of an indent: more says nothing, and takes long to search


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


class FileLine(msgspec.Struct, frozen=True):
    """One line as the reader of a file format finds it: not yet cleaned, numbered or split into columns.

    `is_heading`: the file marks it as a heading. `is_label`: it is a table cell that may be the label of the next cell.
    `is_marked`: a comment on it says that it is not public. `page` and `number` become those of its `Line`; without a
    number, lines are counted in the whole file.
    """

    text: str
    is_heading: bool = False
    is_label: bool = False
    is_marked: bool = False
    page: int | None = None
    number: int | None = None

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


class FileText(msgspec.Struct):
    """The lines of a file, what it says `beside` them (in properties, comments, headers, hidden text), and remarks."""

    lines: list[FileLine]
    beside: list[str] = []
    remarks: list[str] = []


class MemoText(msgspec.Struct):
    """All lines of a memo, remarks for the user on how they were read, and what stands beside the text.

    `marked` has the numbers of the lines on which a comment says that they are not public.
    """

    lines: list[Line]
    remarks: list[str] = []
    beside: list[str] = []
    marked: set[int] = set()


def clean_line(raw: str) -> str:
    """Show unprintable characters as a visible one, drop invisible ones, make spaces single, except at the start."""
    text = composed(_INVISIBLE.sub("", _UNPRINTABLE.sub(REPLACEMENT, raw)))
    indent = min(len(text) - len(text.lstrip()), _WIDEST)
    return " " * indent + _GLUED.sub(r"\1 ", " ".join(text.split()))


def words_of_file_name(name: str) -> list[str]:
    """The words of a name such as `nota_dep_v_versie2.docx`, as one text and apart, without the version."""
    stem = Path(name).stem
    if len(stem) <= _LONGEST_NAME:
        stem = _VERSION.sub("", stem)
    stems = dict.fromkeys([stem, _CAMEL.sub(" ", stem)])
    return [each.replace("_", between) for each in stems for between in (" ", "; ")]
