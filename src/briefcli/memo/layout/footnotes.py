"""Takes footnotes from the foot of the page, so that `points.py` can put them back behind their words."""

import itertools
import re
from collections import defaultdict

import msgspec

from briefcli.memo.layout.headings import Part, heading_of
from briefcli.memo.text import LOWERED, SUPERSCRIPTS, Line, text_at

RAISED_MARK = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}}")
_NUMBER = rf"\s{{0,3}}(?P<number>[(\[]?[0-9]{{1,2}}[)\]]|[0-9]{{1,3}}|{RAISED_MARK.pattern})\s*"
_NUMBER_ALONE = re.compile(_NUMBER)
_DEFINITION = re.compile(rf"{_NUMBER}(?P<text>[^\W\d_“‘(].*|[“‘(].*)")
_NEXT = re.compile(r"\s(?P<number>[0-9]{1,3})\s(?=[A-Z“(])")
# A number glued to a word or to the end of a sentence, where it may have a bracket: “halen.1”, “c.s.2”, “halen? 1)”;
# never “CO2” or “1.2”
GLUED_MARK = re.compile(
    r"(?:(?<=[a-zà-ÿ]{2})|(?<=[^\W\d][.,;:!?)\]’”\"])|(?<=[)\]’”\"][.,;:!?]))[0-9]{1,3}(?=[\s.,;:)]|$)"
    r"|(?<=[.!?”’\"])\s?[(\[]?[0-9]{1,2}[)\]](?=\s|$)"
)


# A number after the title of an item: `3. Dykes and bridges 1`
LOOSE_MARK = re.compile(r"(?<=[a-z])\s(?P<number>[0-9]{1,2})\s*$")
_LOOSE_NOTE = re.compile(r"\s{0,3}(?P<number>[0-9]{1,2})\s(?P<text>[A-Z].*)")
_ITEM = re.compile(r"\s*[0-9]{1,2}\.\s?[A-Z](?:[^.]|\.(?!\s))*")  # one title, no sentences


class Note(msgspec.Struct):
    """One footnote. `used`: it has been put back behind its words."""

    lines: list[Line]
    used: bool = False


def lift_notes(lines: list[Line]) -> tuple[list[Line], dict[int, Note]]:
    """The lines without footnotes, and the footnotes by number.

    A line starts a footnote if it starts with the next number, and a line before it has that number raised or glued
    to a word.
    """
    lines = _below_items(lines)
    marks = _marks(lines)
    notes: dict[int, Note] = {}
    kept: list[Line] = []
    place = 0
    row = 0  # the next number of the annexes, if these are numbered from 1 right below their heading
    while place < len(lines):
        line = lines[place]
        first, text = _definition(lines, place)
        is_row = bool(row and text and _number(text) == row)
        if heading := heading_of(line.text):
            row = int(heading.part is Part.ANNEXES)
        elif is_row or (row == 1 and not line.is_blank):
            row = row + 1 if is_row else 0
        number = len(notes) + 1
        mark = text["number"].translate(LOWERED) if text else ""
        is_note = not is_row and text and _number(text) == number and marks.get(mark, place) < place
        if is_note and text and heading and not heading.is_declared:  # `1 Niet openbaar maken.` is perhaps both
            notes[number] = Note([line.saying(text["text"])])
        if heading or not is_note or not text:
            kept.append(line)
            place += 1
            continue
        words = text["text"]
        found = (each for each in _NEXT.finditer(words) if each["number"] == str(number + 1))
        if (following := next(found, None)) and marks.get(str(number + 1), place) < place:  # on the same line
            lines.insert(first + 1, line.saying(words[following.start() :].lstrip()))
            words = words[: following.start()]
        end = _end_of_note(lines, first, number)
        notes[number] = Note([line.saying(words), *(each for each in lines[first + 1 : end] if not each.is_blank)])
        kept += [each.saying() for each in lines[place:end]]
        place = end
    return kept, notes


def _definition(lines: list[Line], place: int) -> tuple[int, re.Match[str] | None]:
    """The place of the first words of a footnote that starts here, and its match. Its number may be alone on a line."""
    below = text_at(lines, place + 1)
    if below and _NUMBER_ALONE.fullmatch(lines[place].text):
        return place + 1, _DEFINITION.fullmatch(f"{lines[place].text.strip()} {below}")
    return place, _DEFINITION.fullmatch(lines[place].text)


def _below_items(lines: list[Line]) -> list[Line]:
    """Move a footnote whose number follows the title of an item to the end of that item, as one line."""
    notes: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if note := _LOOSE_NOTE.fullmatch(line.text):
            notes[note["number"]].append(place)
    kept = [[line] for line in lines]
    items = [place for place, line in enumerate(lines) if _ITEM.fullmatch(line.text)]
    for place, following in itertools.pairwise([*items, len(lines)]):
        mark = LOOSE_MARK.search(lines[place].text)
        places = notes[mark["number"]] if mark else []
        start = next((each for each in places if each > place and kept[each]), None)
        if mark is None or start is None:
            continue
        end = _end_of_note(lines, start, int(mark["number"]))
        words = " ".join(each.text.strip() for each in lines[start:end] if not each.is_blank)
        kept[place] = [lines[place].saying(lines[place].text[: mark.start()])]
        kept[start:end] = [[] for _ in lines[start:end]]
        kept[following - 1].append(lines[start].saying(words.removeprefix(mark["number"]).lstrip()))
    return list(itertools.chain(*kept))


def _marks(lines: list[Line]) -> dict[str, int]:
    """The first place of each number that marks a footnote in the text."""
    marks: dict[str, int] = {}
    for place, line in enumerate(lines):
        for found in [*RAISED_MARK.finditer(line.text), *GLUED_MARK.finditer(line.text)]:
            if found.start() > 0:
                marks.setdefault(found[0].translate(LOWERED), place)
    return marks


def _number(note: re.Match[str]) -> int:
    return int(note["number"].translate(LOWERED).rstrip(")"))


def _end_of_note(lines: list[Line], place: int, number: int) -> int:
    """The place of the first line after a footnote: the next note or page, a heading, or text after a sentence end."""
    end, last, gap = place + 1, lines[place].text.rstrip(), False
    while end < len(lines):
        line = lines[end]
        is_next = (note := _definition(lines, end)[1]) and _number(note) == number + 1
        if line.page != lines[place].page or is_next or heading_of(line.text):
            break
        if not line.is_blank:
            is_same = last.endswith((",", "-", "(", ":")) or line.text.lstrip()[:1].islower()
            if gap and (last.endswith((".", "!", "?", ")")) or not is_same):
                break
            last = line.text.rstrip()
        gap = line.is_blank
        end += 1
    return end
