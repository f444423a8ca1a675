"""Divides the lines of a memo into its head and its sections."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

import msgspec

from briefcli.domain.marks import classified_as, is_mark_alone, is_not_to_be_published, may_close, range_side
from briefcli.domain.when import When
from briefcli.memo.layout import headings
from briefcli.memo.layout.head import MemoHead
from briefcli.memo.layout.head_labels import ADDRESS, GLUED, SHAPES, WANTED, Field, fits, label_of, labelled
from briefcli.memo.layout.headings import (
    Part,
    SectionKind,
    heading_of,
    number_of,
    squash,
    withheld_at,
    words_of_heading,
)
from briefcli.memo.layout.house import LetterKind, begins_text, is_outcome
from briefcli.memo.layout.items import (
    called,
    goes_on,
    is_next_heading,
    is_unknown_heading,
    is_withheld_heading,
    labelled_items,
    next_text,
    programme_below,
)
from briefcli.memo.layout.joining import expects_more
from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.layout.persons import is_greeting, is_salutation_alone
from briefcli.memo.text import Line, text_at

REASON = SectionKind(Part.REASON, ("Aanleiding",), level=1)
PROGRAMME = next(each for each in headings.HEADINGS if each.part is Part.SESSIONS)
_OFFICE = re.compile(r"\s*(?:Directoraat-[Gg]eneraal|DG|Directie|Hoofddirectie|Kabinet)\s+[A-Z].*")
_ROW_NUMBER = re.compile(r"(?:(?:Bijlage|Annex)\s)?\(?([0-9]{1,2}|[A-Ha-h])[.):](?:\s|$)")
_AGENDA = re.compile(r"(?i)\W*(?:concept-?)?agenda\b")
# The number and sender of a letter as the House prints it
_OF_THE_HOUSE = re.compile(r"\s*Nr\.?\s*[0-9]{1,5}\s+(?:BRIEF|VERSLAG|LIJST) VAN\b")
_COUNT = re.compile(r"(?i)\s*(?:[0-9]{1,2}|geen|-)\s*")
# Fields of the form that can come after the text
_FORM_FIELDS = {Field.AUTHOR, Field.CONSULTED, Field.COPY, Field.INITIALS, Field.RECEIVED, Field.ANNEXES}
_BEHIND_TEXT = _FORM_FIELDS - {Field.RECEIVED, Field.ANNEXES}  # if their value is on the same line
_NAMES = re.compile(r"(?:(?:[A-Z][\w&/-]*|en|het|de|van)[,;]?\s?)+\.")  # `Financiën, BZ en OCW.`
_BEGINS = re.compile(r"(?i)begin|start|aanvang")
# Parts of the memo as a whole, so that none of these is within a withheld section
_ENDS_WITHHELD = {Part.REASON, Part.DECISION, Part.KEY_POINTS, Part.SESSIONS, Part.CONSULTED, Part.ANNEXES}


class Section(msgspec.Struct):
    """A heading and what is below it. `title` is the heading as the memo writes it, `closing` the mark that ends it.

    `kind` is what an item of an agenda says of itself (its `= …` line, its label or its time), `day` when it is held.
    `paragraphs` are the points read from its lines, once the whole text is divided.
    """

    heading: SectionKind
    title: str
    place: Line
    lines: list[Line] = []
    closing: Line | None = None
    kind: str | None = None
    day: When | None = None
    paragraphs: list[Paragraph] = []

    @property
    def part(self) -> Part:
        return self.heading.part

    def withhold(self) -> None:
        """Make the section and all of its points not public."""
        self.become(withheld_at(self.heading.level))

    def become(self, heading: SectionKind) -> None:
        """Give the section and its points another heading. Points that are not public stay so."""
        self.heading = heading
        for each in self.paragraphs:
            each.part = each.part if each.part is Part.WITHHELD else heading.part


class Outline(msgspec.Struct):
    """A divided text: the lines of its head, its sections, and lines of the head from further on (`tail`).

    `printed` has what a head without labels says; `head_lines` is empty then. `opening` has the lines above the items
    of a council's agenda or a programme, `dropped` the lines that are in no section, each with the reason. `items` has
    the section of each item by number and title. `is_listed`: the text lists items.
    """

    head_lines: list[Line] = []
    sections: list[Section] = []
    tail: list[Line] = []
    form: LetterKind = LetterKind.MEMO
    printed: MemoHead = msgspec.field(default_factory=MemoHead)
    opening: list[Line] = []
    dropped: list[tuple[Line, str]] = []
    items: dict[str, Section] = {}
    is_listed: bool = True

    @property
    def kind(self) -> LetterKind:
        """The kind of paper. The conclusions of a council are divided like its agenda, but are a report."""
        above = "\n".join(line.text for line in self.opening)
        if self.form is LetterKind.MEMO and _AGENDA.match(next((line.text for line in self.head_lines), "")):
            return LetterKind.COUNCIL
        return LetterKind.REPORT if self.form is LetterKind.COUNCIL and is_outcome(above) else self.form

    @property
    def is_of_memo(self) -> bool:
        """Whether the sections are those of a memo, and the head is not that of a letter as the House prints it.

        A heading that comes back, such as `Doel:` below each item of an agenda, is no section of a memo.
        """
        titles = Counter(section.title for section in self.sections)
        parts = {each.part for each in self.sections if each.heading.is_known and titles[each.title] == 1}
        main = parts & {Part.REASON, Part.DECISION, Part.KEY_POINTS, Part.EXPLANATION}
        is_asked = bool(main) and any(WANTED.fullmatch(line.text) for line in self.head_lines)
        has_sessions = Part.SESSIONS in parts and not parts.isdisjoint({Part.SPEAKING, Part.REASON})
        is_memo = is_asked or len(main) > 1 or has_sessions
        is_agenda = bool(labelled_items(self.head_lines))  # of a debate: it can say `Ter kennisname.` below an item
        return is_memo and not (is_agenda or any(_OF_THE_HOUSE.match(line.text) for line in self.head_lines))

    def drop(self, lines: list[Line], places: Iterable[int], why: str) -> None:
        """Move the lines at these places to `dropped`, and leave empty lines there."""
        for place in sorted(places):
            self.dropped.append((lines[place], why))
            lines[place] = lines[place].saying()


def is_topic(section: Section) -> bool:
    """Whether a section is an item under a heading in its own words."""
    return section.part is Part.SESSIONS and section.heading.own_words


def divide(lines: list[Line]) -> Outline:
    """Divide the lines of a memo: every line goes to exactly one place, and headings become sections."""
    outline = Outline()
    lines, ranges = take_ranges(lines)
    place = 0
    while place < len(lines):
        place += _take(lines, place, outline)
    outline.sections += ranges
    return outline


def open_message(outline: Outline) -> None:
    """Move the text from a salutation in the head on, as in a mail, to a section for the reason of the memo."""
    place = next((place for place, line in enumerate(outline.head_lines) if is_salutation_alone(line.text)), None)
    if place is not None and any(not line.is_blank for line in outline.head_lines[:place]):
        outline.sections.insert(0, Section(REASON, "", outline.head_lines[place], outline.head_lines[place:]))
        del outline.head_lines[place:]


def take_ranges(lines: list[Line]) -> tuple[list[Line], list[Section]]:
    """Split off the lines between `[begin vertrouwelijk]` and `[einde vertrouwelijk]`, which become sections.

    A heading such as `Niet openbaar` also starts such a range, if the mark that ends the range has the same words.
    """
    kept: list[Line] = []
    ranges: list[Section] = []
    is_open = False
    opened: int | None = None  # where a heading among the kept lines says that what follows is not public
    for place, line in enumerate(lines):
        side = range_side(line.text)
        if side == "begin" and not is_open:
            ranges.append(Section(withheld_at(1), line.text.strip(), line))
        elif is_open and side is None:
            ranges[-1].lines.append(line)
        elif side == "end" and opened is not None and squash(words_of_heading(kept[opened].text)) in squash(line.text):
            first, *inside = kept[opened:]
            ranges.append(Section(withheld_at(1), first.text.strip(), first, inside, closing=line))
            kept[opened:], opened = [line.saying()], None
        elif side is not None and ranges:
            ranges[-1].closing = line
        if side is None and not is_open:
            if is_withheld_heading(lines, place):
                opened = len(kept)
            elif _BEGINS.search(line.text):  # a range may start within this line, and the mark ends that range
                opened = None
            kept.append(line)
        is_open = side == "begin" or (is_open and side is None)
    return kept, ranges


def _take(lines: list[Line], place: int, outline: Outline) -> int:
    """Put one line, or a field of the head on several lines, in its place. Returns the number of lines taken."""
    line = lines[place]
    above = outline.sections[-1] if outline.sections else None
    section = _opened(lines, place, above)
    is_annex = False
    if section is not None and above is not None and above.part is Part.ANNEXES:
        below = next_text(lines, place)  # `3. Planning` is the third annex, or the heading of a text
        is_list = not below or _ROW_NUMBER.match(below) is not None or heading_of(below) is not None
        can_be = is_list and not number_of(above.title) and section.part is not Part.WITHHELD
        is_annex = (can_be or not section.heading.is_declared) and _is_row(lines, place)
    if section is not None and not is_annex:
        if _is_below_withheld(outline.sections, section):
            section.withhold()
        outline.sections.append(section)
        return 1
    apart = 0 if above is None or above.part is Part.WITHHELD else _head_lines(lines, place)
    if apart:
        outline.tail += [*lines[place : place + apart], line.saying()]
    else:
        (outline.head_lines if above is None else above.lines).append(line)
    return apart or 1


def _is_row(lines: list[Line], place: int) -> bool:
    """Whether a line is an item of a list, by its number, or a mark that belongs to the line above it."""
    text = lines[place].text.strip()
    if text_at(lines, place - 1) and is_mark_alone(text) and not text.endswith(":"):
        return True
    found = _ROW_NUMBER.match(text)
    if found is None:
        return False
    above = (_ROW_NUMBER.match(text_at(lines, each)) for each in range(place - 1, -1, -1))
    last = next(filter(None, above), None)
    return found[1] in {"1", "A", "a"} or (last is not None and found[1] == headings.counted_on(last[1]))


def _opened(lines: list[Line], place: int, above: Section | None) -> Section | None:
    """The section that starts here, below the section `above`; else None."""
    line, in_body = lines[place], above is not None
    if line.is_blank or _is_count_of_annexes(lines, place):
        return None
    heading, title = heading_of(line.text), line.text.strip()
    if heading is not None and (heading.is_declared or not goes_on(lines, place)):
        if not in_body and not _can_be_first(heading) and not _withholds_head(lines, place, heading):
            return None
        return Section(heading, title, line)
    if not (above is not None and above.part is Part.WITHHELD) and programme_below(lines, place):
        return Section(PROGRAMME, title, line)  # in a withheld part it may be of that part
    if above is not None:
        is_own = is_unknown_heading(lines, place) or is_next_heading(lines, place, above.title, above.lines)
        is_item = above.part is Part.SESSIONS or called(line.text) is not None
        if is_own and not (line.is_heading and is_item):
            return Section(headings.in_own_words(title), title, line)
    below = next((each for each in range(place + 1, len(lines)) if not lines[each].is_blank), place)
    if line.is_heading and label_of(title) and not heading_of(lines[below].text) and begins_text(lines, below):
        return Section(headings.in_own_words(title), title, line)
    found = headings.split_heading(line.text)
    if found is None or not (in_body or _can_be_first(found[0])):
        return None
    if found[0].part is Part.ANNEXES and _COUNT.fullmatch(found[1]):  # a field of the head
        return None
    return Section(found[0], title[: -len(found[1])].strip(), line, [line.saying(found[1])])


def _is_count_of_annexes(lines: list[Line], place: int) -> bool:
    """Whether a line is the field `Bijlagen` of the head, above a number, and not the heading of a list of annexes."""
    if label_of(lines[place].text) is not Field.ANNEXES:
        return False
    value, *after = [line.text for line in lines[place + 1 :] if not line.is_blank][:2] or [""]
    return bool(_COUNT.fullmatch(value)) and all(label_of(each) or heading_of(each) for each in after)


def _is_below_withheld(above: list[Section], section: Section) -> bool:
    """Whether a section is part of the withheld section above it. In doubt it is."""
    run = list(takewhile(lambda each: each.part is Part.WITHHELD, reversed(above)))
    if not run:
        return False
    opened_by = run[-1]
    number, outer = number_of(section.title), number_of(opened_by.title)
    if number and outer:
        return number.count(".") > outer.count(".")
    if opened_by.heading.level > 1:
        return section.heading.level > opened_by.heading.level
    return section.part not in _ENDS_WITHHELD


def _can_be_first(heading: SectionKind) -> bool:
    """Whether a heading can be the first. In the head `Bijlagen` is a field, and words of level 2 are no headings."""
    return heading.level == 1 and heading.part is not Part.ANNEXES and heading.is_declared


def is_of_memo(text: str) -> bool:
    """Whether a marked line of the head is about the memo as a whole: a classification, or the value of a label."""
    return bool(classified_as(text) or is_not_to_be_published(text) or may_close(text) or labelled(text))


def _withholds_head(lines: list[Line], place: int, heading: SectionKind) -> bool:
    """Whether a marked heading in the head opens a withheld section, and does not mark the whole memo."""
    text = lines[place].text
    # A mark in the first five lines is about the memo as a whole
    above = sum(not line.is_blank for line in lines[:place])
    return heading.part is Part.WITHHELD and not is_of_memo(text) and above >= 5


def _head_lines(lines: list[Line], place: int) -> int:
    """The number of lines from here that belong to the head, although they are printed among the sections."""
    text = lines[place].text
    field = label_of(text)
    named, value = (labelled(text) if ":" in text else None) or (None, "")
    if GLUED.fullmatch(text):
        return 1 + expects_more(text)
    is_field = named in _BEHIND_TEXT or (named is Field.ANNEXES and _COUNT.fullmatch(value))
    if WANTED.fullmatch(text) or is_field:
        return 1
    if field in SHAPES:  # a label with its value below it, perhaps after empty lines
        below = next((each for each in range(place + 1, len(lines)) if not lines[each].is_blank), None)
        if below is not None and fits(field, lines[below].text):
            return below + 1 - place
        return int(field is Field.RECEIVED)
    is_office = _OFFICE.fullmatch(text) and not text.rstrip().endswith((".", ";", ":", ","))
    texts = [line.text for line in lines[place + 1 : place + 4]]
    is_addressed = is_office and any(ADDRESS.search(each) or label_of(each) in _FORM_FIELDS for each in texts)
    if field in _FORM_FIELDS or (field is None and (is_addressed or ADDRESS.fullmatch(text))):
        return 1 + sum(1 for _ in takewhile(_is_of_form, (line.text for line in lines[place + 1 :])))
    return 0


def _is_of_form(text: str) -> bool:
    """Whether a line continues a short value or an address, and is no heading, label, greeting or running text."""
    words = text.strip()
    if not words or heading_of(words) or label_of(words) or is_greeting(words):
        return False
    is_short = len(words) < 60 and (not words.endswith((".", ";", ":")) or _NAMES.fullmatch(words) is not None)
    return is_short or (len(words) < 90 and ADDRESS.search(words) is not None)
