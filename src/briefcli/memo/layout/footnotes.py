"""Footnotes are lifted from the foot of the page, to be put back at the words they belong to."""

import re

import msgspec

from briefcli.memo.layout.headings import Part, heading_of
from briefcli.memo.text import LOWERED, SUPERSCRIPTS, Line, text_at

_DEFINITION = re.compile(
    rf"\s{{0,3}}(?P<number>[0-9]{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})\s*(?P<text>[^\W\d_“‘(].*|[“‘(].*)"
)
_NUMBER_ALONE = re.compile(rf"\s{{0,3}}(?:[0-9]{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})\s*")
_NEXT = re.compile(r"\s(?P<number>[0-9]{1,3})\s(?=[A-Z“(])")
RAISED_MARK = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}}")
# A number glued to a word or to the end of a sentence: “halen.1”, “c.s.2”; never “CO2” or “1.2”
GLUED_MARK = re.compile(
    r"(?:(?<=[a-zà-ÿ]{2})|(?<=[^\W\d][.,;:!?)\]’”\"])|(?<=[)\]’”\"][.,;:!?]))[0-9]{1,3}(?=[\s.,;:)]|$)"
)


# A number behind the title of an item: `3. Dykes and bridges 1`
LOOSE_MARK = re.compile(r"(?<=[a-z])\s(?P<number>[0-9]{1,2})\s*$")
_LOOSE_NOTE = re.compile(r"\s{0,3}(?P<number>[0-9]{1,2})\s(?P<text>[A-Z].*)")
_ITEM = re.compile(r"\s*[0-9]{1,2}\.\s?[A-Z](?:[^.]|\.(?!\s))*")  # one title, no sentences


class Note(msgspec.Struct):
    """One footnote, line by line; `used` once it stands behind its words again."""

    number: int
    lines: list[Line]
    used: bool = False


def lift(lines: list[Line]) -> tuple[list[Line], dict[int, Note]]:
    """The lines without footnotes, and the footnotes by number.

    A line is a footnote where it begins with the number that is next, and that number stands raised or glued
    to a word somewhere before it.
    """
    lines = _below_items(lines)
    marks = _marks(lines)
    notes: dict[int, Note] = {}
    kept: list[Line] = []
    place = 0
    row = 0  # the next of the annexes, where these are numbered from 1 right below their heading
    while place < len(lines):
        line = lines[place]
        first, text = _definition(lines, place)
        is_row = bool(row and text and text["number"] == str(row))
        if heading := heading_of(line.text):
            row = int(heading.part is Part.ANNEXES)
        elif is_row or (row == 1 and not line.is_blank):
            row = row + 1 if is_row else 0
        number = len(notes) + 1
        if is_row or heading or not text or _number(text) != number or marks.get(number, place) >= place:
            kept.append(line)
            place += 1
            continue
        end = _end_of_note(lines, first, number)
        words = [line.saying(text["text"]), *(each for each in lines[first + 1 : end] if not each.is_blank)]
        notes |= {each.number: each for each in _apart(Note(number, words), marks, place)}
        kept += [each.saying() for each in lines[place:end]]
        place = end
    return kept, notes


def _definition(lines: list[Line], place: int) -> tuple[int, re.Match[str] | None]:
    """The footnote that begins at a line, and where its first words stand: its number may stand alone above them."""
    below = text_at(lines, place + 1)
    if below and _NUMBER_ALONE.fullmatch(lines[place].text):
        return place + 1, _DEFINITION.fullmatch(f"{lines[place].text.strip()} {below}")
    return place, _DEFINITION.fullmatch(lines[place].text)


def _apart(note: Note, marks: dict[int, int], place: int) -> list[Note]:
    """The footnotes that were printed on the line of the first: `1 KST 12345-6 2 KST 12345-9`."""
    found = [note]
    while (number := found[-1].number + 1) in marks and marks[number] < place:
        text = found[-1].lines[0].text
        at = next((each for each in _NEXT.finditer(text) if each["number"] == str(number)), None)
        if at is None:
            break
        line, *others = found[-1].lines
        found[-1].lines = [line.saying(text[: at.start()])]
        found.append(Note(number, [line.saying(text[at.end() :]), *others]))
    return found


def _below_items(lines: list[Line]) -> list[Line]:
    """The notes of items whose number stands behind a title go below that title, as one line."""
    last = {found["number"]: place for place, line in enumerate(lines) if (found := _LOOSE_NOTE.fullmatch(line.text))}
    for place in range(len(lines)):
        if place == len(lines):  # a note of several lines became one
            break
        mark = LOOSE_MARK.search(lines[place].text) if _ITEM.fullmatch(lines[place].text) else None
        if mark is not None and last.get(mark["number"], 0) > place:  # a note that was moved only went up
            lines = _below_item(lines, place, mark)
    return lines


def _below_item(lines: list[Line], place: int, mark: re.Match[str]) -> list[Line]:
    """All lines, with the note of the item at this place below it."""
    for start in range(place + 1, len(lines)):
        note = _LOOSE_NOTE.fullmatch(lines[start].text)
        if note is None or note["number"] != mark["number"]:
            continue
        end = _end_of_note(lines, start, int(mark["number"]))
        title = lines[place].saying(lines[place].text[: mark.start()])
        words = [note["text"], *(each.text.strip() for each in lines[start + 1 : end])]
        rest = [*lines[place + 1 : start], *lines[end:]]
        following = next((at for at, each in enumerate(rest) if _ITEM.fullmatch(each.text)), len(rest))
        below = lines[start].saying(" ".join(filter(None, words)))
        return [*lines[:place], title, *rest[:following], below, *rest[following:]]
    return lines


def _marks(lines: list[Line]) -> dict[int, int]:
    """Where each number first stands as a mark."""
    marks: dict[int, int] = {}
    for place, line in enumerate(lines):
        for found in [*RAISED_MARK.finditer(line.text), *GLUED_MARK.finditer(line.text)]:
            if found.start() > 0:
                marks.setdefault(int(found[0].translate(LOWERED)), place)
    return marks


def _number(note: re.Match[str]) -> int:
    return int(note["number"].translate(LOWERED))


def _end_of_note(lines: list[Line], place: int, number: int) -> int:
    """The first line after the footnote: another footnote, another page, or what follows a finished sentence."""
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
