"""A memo's lines are divided over its head and its sections."""

import re

import msgspec

from briefcli.memo.layout.head_labels import SIGNATORY, WANTED, fits, label_of
from briefcli.memo.layout.headings import (
    Part,
    SectionKind,
    begins_heading,
    heading_of,
    number_of,
    split_heading,
    withheld_at,
)
from briefcli.memo.layout.points import expects_more
from briefcli.memo.text import Line

_ADDRESS = re.compile(
    r"\b[1-9][0-9]{3} ?[A-Z]{2}\b.*|.*\bPostbus [0-9]+|\s*(?:T|F|M)\s+(?:\+31|0)[0-9 ().-]{8,}\s*|\s*www\.\S+\s*"
)
_OFFICE = re.compile(r"\s*(?:Directoraat-[Gg]eneraal|DG|Directie|Hoofddirectie|Kabinet)\s+[A-Z].*")
_GLUED_HEAD = re.compile(r"\s*Aan:?\s?[A-Z][A-Z&/]+Van:?\s?[A-Z].*")
_LONGEST_OFFICE = 90
_LETTERHEAD_LINE = 60
# Headings of the memo as a whole, which no part of it has within it
_ENDS_WITHHELD = {Part.REASON, Part.DECISION, Part.KEY_POINTS, Part.SESSIONS, Part.CONSULTED, Part.ANNEXES}


class Section(msgspec.Struct):
    """What stands under one heading; `title` is the heading as the memo writes it."""

    heading: SectionKind
    title: str
    place: Line
    lines: list[Line] = []

    @property
    def part(self) -> Part:
        return self.heading.part

    def withhold(self) -> None:
        self.heading = withheld_at(self.heading.level)


class Outline(msgspec.Struct):
    """The lines before the first heading, the sections, and head-like lines from further on."""

    head: list[Line]
    sections: list[Section]
    tail: list[Line]


def divide(lines: list[Line]) -> Outline:
    """Every line goes to exactly one place; headings themselves become sections."""
    outline = Outline([], [], [])
    place = 0
    while place < len(lines):
        place += _take(lines, place, outline)
    return outline


def _take(lines: list[Line], place: int, outline: Outline) -> int:
    """Put one line, or a heading on two lines, in its place; gives the number of lines taken."""
    line = lines[place]
    opened = _opened(lines, place, in_body=bool(outline.sections))
    in_annexes = bool(outline.sections) and outline.sections[-1].part is Part.ANNEXES
    if opened is not None and not (in_annexes and not opened[0].heading.is_declared):  # a marked annex is no heading
        section, taken = opened
        if _is_below_withheld(outline.sections, section):
            section.withhold()
        outline.sections.append(section)
        return taken
    if not outline.sections:
        outline.head.append(line)
        return 1
    apart = _head_lines(lines, place)
    if apart:
        outline.tail += lines[place : place + apart]
        outline.tail.append(Line("", line.page, line.line))
        return apart
    outline.sections[-1].lines.append(line)
    return 1


def _opened(lines: list[Line], place: int, *, in_body: bool) -> tuple[Section, int] | None:
    """A section that begins at this line, and how many lines its heading takes."""
    line = lines[place]
    if line.is_blank:
        return None
    heading, taken = heading_of(line.text), 1
    if heading is None and begins_heading(line.text) and place + 1 < len(lines):
        heading, taken = heading_of(f"{line.text.strip()} {lines[place + 1].text.strip()}"), 2
    if heading is not None:
        if not in_body and not _can_be_first(heading):
            return None
        title = " ".join(" ".join(each.text for each in lines[place : place + taken]).split())
        return Section(heading, title, line), taken
    found = split_heading(line.text)
    if found is None or not (in_body or _can_be_first(found[0])):
        return None
    heading, rest = found
    title = line.text.strip()[: -len(rest)].strip()
    return Section(heading, title, line, [Line(rest, line.page, line.line)]), 1


def _is_below_withheld(above: list[Section], section: Section) -> bool:
    """Whether a section still belongs to what is not public: in doubt it does."""
    if not above or above[-1].part is not Part.WITHHELD:
        return False
    first = len(above) - 1
    while first and above[first - 1].part is Part.WITHHELD:
        first -= 1
    opened_by = above[first]
    number, outer = number_of(section.title), number_of(opened_by.title)
    if number and outer:
        return number.count(".") > outer.count(".")
    if opened_by.heading.level > 1:
        return section.heading.level > opened_by.heading.level
    return section.part not in _ENDS_WITHHELD


def _can_be_first(heading: SectionKind) -> bool:
    """Before the first section, `Bijlagen` is a field of the head and a heading of level 2 a mere word."""
    return heading.level == 1 and heading.part is not Part.ANNEXES and heading.is_declared


def _head_lines(lines: list[Line], place: int) -> int:
    """How many lines from here belong to the head, though they are printed among the sections."""
    line = lines[place]
    if line.is_blank:
        return 0
    if _GLUED_HEAD.fullmatch(line.text):
        return 2 if expects_more(line.text) and place + 1 < len(lines) else 1
    if WANTED.fullmatch(line.text) or SIGNATORY.fullmatch(line.text):
        return 1
    label = label_of(line.text)
    if label is not None and label.shape is not None:
        value = _next_written(lines, place + 1)
        if value is not None and fits(label, lines[value].text):
            return value + 1 - place
    is_office = _OFFICE.fullmatch(line.text) and not line.text.rstrip().endswith((".", ";", ":", ","))
    near = [each for each in lines[place + 1 : place + 4] if not each.is_blank]
    if _ADDRESS.fullmatch(line.text) or (is_office and any(_ADDRESS.search(each.text) for each in near)):
        return _letterhead(lines, place)
    return 0


def _next_written(lines: list[Line], place: int) -> int | None:
    return next((each for each in range(place, min(place + 3, len(lines))) if not lines[each].is_blank), None)


def _letterhead(lines: list[Line], place: int) -> int:
    """An address, with the short lines that go with it, up to an empty line, a heading or running text."""
    end = place + 1
    while end < len(lines):
        text = lines[end].text
        is_address = _ADDRESS.search(text) is not None and len(text) < _LONGEST_OFFICE
        is_short = len(text) < _LETTERHEAD_LINE and not text.rstrip().endswith((".", ";", ":", ","))
        if not text.strip() or heading_of(text) or label_of(text) or not (is_address or is_short):
            break
        end += 1
    return end - place
