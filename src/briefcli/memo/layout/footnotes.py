"""Footnotes are lifted from the foot of the page, to be put back at the words they belong to."""

import re

import msgspec

from briefcli.memo.layout.headings import heading_of
from briefcli.memo.text import LOWERED, SUPERSCRIPTS, Line

_DEFINITION = re.compile(
    rf"\s{{0,3}}(?P<number>[0-9]{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})\s*(?P<text>[^\W\d_“‘(].*|[“‘(].*)"
)
_END = re.compile(r"[.!?)]\s*$")
RAISED_MARK = re.compile(rf"[{SUPERSCRIPTS}]{{1,3}}")
# A number glued to a word or to the end of a sentence: “halen.1”, “c.s.2”; never “CO2” or “1.2”
GLUED_MARK = re.compile(
    r"(?:(?<=[a-zà-ÿ]{2})|(?<=[^\W\d][.,;:!?)\]’”\"])|(?<=[)\]’”\"][.,;:!?]))[0-9]{1,3}(?=[\s.,;:)]|$)"
)


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
    marks = _marks(lines)
    notes: dict[int, Note] = {}
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        found = _definition(lines, place, len(notes) + 1, marks)
        if found is None:
            kept.append(lines[place])
            place += 1
            continue
        end = _end_of_note(lines, place, found.number)
        found.lines += [line for line in lines[place + 1 : end] if not line.is_blank]
        notes[found.number] = found
        kept += [Line("", line.page, line.line) for line in lines[place:end]]
        place = end
    return kept, notes


def _marks(lines: list[Line]) -> dict[int, int]:
    """Where each number first stands as a mark."""
    marks: dict[int, int] = {}
    for place, line in enumerate(lines):
        for found in [*RAISED_MARK.finditer(line.text), *GLUED_MARK.finditer(line.text)]:
            if found.start() > 0:
                marks.setdefault(int(found[0].translate(LOWERED)), place)
    return marks


def _definition(lines: list[Line], place: int, expected: int, marks: dict[int, int]) -> Note | None:
    line = lines[place]
    found = _DEFINITION.fullmatch(line.text)
    if not found or heading_of(line.text):
        return None
    number = int(found["number"].translate(LOWERED))
    if number != expected or marks.get(number, place) >= place:
        return None
    return Note(number, [Line(found["text"], line.page, line.line)])


def _end_of_note(lines: list[Line], place: int, number: int) -> int:
    """The first line after the footnote: another footnote, another page, or what follows a finished sentence."""
    following = re.compile(rf"\s{{0,3}}(?:{number + 1}|{str(number + 1).translate(_TO_RAISED)})\s*[^\W\d_]")
    end = place + 1
    finished = bool(_END.search(lines[place].text))
    gap = False
    while end < len(lines):
        line = lines[end]
        if line.page != lines[place].page or following.match(line.text) or heading_of(line.text):
            break
        if line.is_blank:
            gap = True
        elif gap and (finished or not _goes_on(lines[place:end], line)):
            break
        else:
            finished, gap = bool(_END.search(line.text)), False
        end += 1
    return end


def _goes_on(note: list[Line], line: Line) -> bool:
    """Whether a line after an empty one still belongs to the unfinished sentence of the footnote."""
    last = next(each.text.rstrip() for each in reversed(note) if not each.is_blank)
    return last.endswith((",", "-", "(", ":")) or line.text.lstrip()[:1].islower()


_TO_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
