"""Give endnotes with Roman numbers figures, as footnotes have, so that a mark in one is about the words before it."""

import re

import msgspec

from briefcli.memo.layout.footnotes import lift_notes
from briefcli.memo.text import RAISED, RAISED_ROMANS, ROMANS, Line

_MOST = 39  # notes: higher numbers have the letter L
_LETTERS = rf"(?:[ivx]+|[{RAISED_ROMANS}]+)"
_DEFINITION = re.compile(rf"\s{{0,3}}\[?(?P<number>{_LETTERS})\]?(?:\s+|$)")
# Between square brackets, raised, or glued to the end of a sentence: `halen[i]`, `halenⁱ`, `halen.i`
_MARK = re.compile(
    rf"(?<=\S)(?:\[(?P<boxed>{_LETTERS})\]|(?P<raised>[{RAISED_ROMANS}]+)"
    r"|(?<=[.,;:!?)\]’”\"])(?P<glued>[ivx]+)(?=[\s.,;:)]|$))"
)
_LOWERED = str.maketrans(RAISED_ROMANS, "ivx")


def in_figures(lines: list[Line]) -> list[Line]:
    """The lines. Endnotes get the numbers that follow on those of the footnotes, in the text and before the note."""
    places: dict[str, int] = {}  # of the notes, by Roman number
    for place, line in enumerate(lines):
        number = _number(_DEFINITION.match(line.text))
        places = {} if number == "i" else places
        if number is not None and number == _roman(len(places) + 1):
            places[number] = place
    begin = min(places.values(), default=0)
    marked = {_number(found) for line in lines[:begin] for found in _MARK.finditer(line.text)}
    if not marked & places.keys():
        return lines
    others = [line for place, line in enumerate(lines) if place not in places.values()]
    footnotes = len(lift_notes(others)[1])
    figures = {name: str(footnotes + count).translate(RAISED) for count, name in enumerate(places, start=1)}
    found: list[Line] = []
    for line in others:
        text = _MARK.sub(lambda mark: figures.get(_number(mark) or "", mark[0]), line.text)
        found.append(msgspec.structs.replace(line, text=text))
    is_below = footnotes == len(lift_notes(lines[:begin])[1])  # else they go behind the footnotes, in order of number
    for name, place in places.items():
        text = _DEFINITION.sub(f"{figures[name]} ", lines[place].text, count=1)
        found.insert(place if is_below else len(found), msgspec.structs.replace(lines[place], text=text))
    return found


def _number(found: re.Match[str] | None) -> str | None:
    return found[found.lastgroup or 0].translate(_LOWERED) if found else None


def _roman(number: int) -> str:
    tens, ones = divmod(min(number, _MOST), 10)
    return ("X" * tens + ("", *ROMANS)[ones]).lower()
