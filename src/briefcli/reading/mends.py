"""What could stand in place of a mistake in the notation, so that what follows it can be read as well.

Every line stays where it is. What is put in place of a value says nothing, and is never shown or told of.
"""

import re
from collections.abc import Callable, Iterator

import msgspec

from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading import codes
from briefcli.reading.outline import (
    Lines,
    block_end,
    has_known_key,
    indent,
    known_word,
    last_text,
    levels,
    may_have_below,
    next_text,
    opener,
    parts_of,
    text_end,
    top_key,
)

Point = tuple[int, int]  # line and column, both from 0

FILLER = "_"  # a value that says nothing
_NOT_CHECKED = "what follows here is not checked"
_HALF_SIGN = re.compile(r"\\(?=u[dD][89a-fA-F])")
_BLANKS = " \t"
_JUNK = re.compile(r"[\"'\[\]{}@`*&!%,|>? ]*((?:- +)*)[\"'\[\]{}@`*&!%,|>? ]*")  # that may stand before a key


class Mend(msgspec.Struct, frozen=True):
    """Other words for some lines (by number, from 0).

    `altered` are the places that say something else now, `moved` says how far a line went to the right, `gone` are
    lines of which nothing is left, and `note` is what the user has to know of it.
    """

    lines: dict[int, str]
    altered: tuple[Point, ...] = ()
    moved: dict[int, int] = {}
    gone: frozenset[int] = frozenset()
    note: str = ""


def proposals(found: Diagnostic, lines: Lines) -> Iterator[list[Mend]]:
    """What might mend the mistake: the most careful ways first, then what costs more of the text."""
    number, column = found.line - 1, found.column - 1
    yield _SPECIAL.get(found.code, _without_value)(lines, number, column)
    yield _without_value(lines, number, column)
    yield [_without_line(lines, number)]
    yield [without(number, block_end(lines, number, indent(lines[number])))]


def without(first: int, end: int) -> Mend:
    """Nothing is left of these lines."""
    return Mend(dict.fromkeys(range(first, end), ""), gone=frozenset(range(first, end)))


def _without_line(lines: Lines, number: int) -> Mend:
    """Nothing is left of the line but its dashes, so that what stands below it stays the same item."""
    line = lines[number]
    text = parts_of(line).text
    if text == indent(line):
        return without(number, number + 1)
    below = next_text(lines, number)
    goes_on = below < len(lines) and indent(lines[below]) > indent(line)
    left = line[:text].rstrip() if goes_on else line[:text] + FILLER
    return Mend({number: left}, altered=((number, text),), gone=frozenset({number}))


def _without_tab(lines: Lines, number: int, column: int) -> list[Mend]:
    line = lines[number]
    if "\t" in line[: indent(line)]:
        return [_moved(lines, number, each) for each in levels(lines, number)]
    first = len(line[:column].rstrip(_BLANKS))
    end = len(line) - len(line[column:].lstrip(_BLANKS))
    return [Mend({number: line[:first] + " " * (end - first) + line[end:]})]


def _without_control(lines: Lines, number: int, column: int) -> list[Mend]:
    """With a sign in its place, or a blank, or nothing: it may have been put in between."""
    line, place = lines[number], ((number, column),)
    before, after = line[:column], line[column + 1 :]
    ways = [Mend({number: before + sign + after}, altered=place) for sign in (FILLER, " ")]
    return [*ways, Mend({number: before + after}, altered=place, moved={number: -1})]


def _without_escape(lines: Lines, number: int, column: int) -> list[Mend]:
    line = lines[number]
    if line[column : column + 1] == '"':  # half a sign: known is only in which text
        return _without_half_sign(lines, number, column)
    at = line.rfind("\\", 0, column + 1)
    return [] if at < 0 else [Mend({number: line[:at] + FILLER + line[at + 1 :]}, altered=((number, at),))]


def _without_half_sign(lines: Lines, number: int, column: int) -> list[Mend]:
    mended: dict[int, str] = {}
    altered: list[Point] = []
    for each in range(number, text_end(lines, number, indent(lines[number]))):
        places = [found.start() for found in _HALF_SIGN.finditer(lines[each], column if each == number else 0)]
        if places:
            altered += ((each, place) for place in places)
            mended[each] = "".join(FILLER if at in places else sign for at, sign in enumerate(lines[each]))
    return [Mend(mended, altered=tuple(altered))] if mended else []


def _one_document(lines: Lines, number: int, _column: int) -> list[Mend]:
    """Without the mark, where what follows it may be of the same meeting; else without what follows."""
    mark = next((each for each in range(number, -1, -1) if lines[each].startswith(("---", "..."))), number)
    if not lines[mark].strip(".- ") and _is_same_meeting(lines, mark):
        return [Mend({mark: ""})]
    return [Mend(dict.fromkeys(range(number, len(lines)), ""), note=_NOT_CHECKED)]


def _is_same_meeting(lines: Lines, mark: int) -> bool:
    first = next_text(lines, mark)
    if first == len(lines):
        return False
    before = {top_key(line) for line in lines[:mark]} - {""}
    after = {top_key(line) for line in lines[first:]}
    begins = lines[first]
    return not before & after and (top_key(begins) != "" or begins.startswith((" ", "- ")))


def _at_other_level(lines: Lines, number: int, column: int) -> list[Mend]:
    """The line, or the one above that it does not fit, at another level; or nothing of it."""
    if column > indent(lines[number]):  # a list on the line of its key
        return _without_value(lines, number, column)
    ways = _levelled(lines, number)
    above, begun = last_text(lines, number), opener(lines, number)
    if above is not None:
        ways += [*_as_key(lines, above), *_levelled(lines, above)]
    if begun is not None and begun != above:
        ways += _levelled(lines, begun)
    return [*ways, _without_line(lines, number)]


def _levelled(lines: Lines, number: int) -> list[Mend]:
    here = indent(lines[number])
    others = sorted(set(levels(lines, number)) - {here}, key=lambda each: (abs(each - here), -each))
    return [_moved(lines, number, each) for each in others]


def _moved(lines: Lines, number: int, to: int) -> Mend:
    line = lines[number]
    return Mend({number: " " * to + line[indent(line) :]}, moved={number: to - indent(line)})


def _with_colon(lines: Lines, number: int, _column: int) -> list[Mend]:
    return [*_as_key(lines, number), *_at_other_level(lines, number, indent(lines[number]))]


def _as_key(lines: Lines, number: int) -> list[Mend]:
    """With the key that the line seems to begin with, though none can be read there."""
    line = lines[number]
    begin = parts_of(line).text
    junk = _JUNK.match(line, begin)
    dashes, end = (junk[1], junk.end()) if junk else ("", begin)
    word = known_word(line[end:])
    if has_known_key(line) or not word:
        return []
    key = f"{line[:begin]}{dashes}{word}:"
    filled = _with_rest(_with_key(number, key, f" {FILLER}"), number, text_end(lines, number, begin + len(dashes)))
    if not may_have_below(lines, number, word):
        return [filled]
    return [_with_key(number, key, ""), filled]


def _with_key(number: int, key: str, value: str) -> Mend:
    return Mend({number: key + value}, altered=((number, len(key) + 1),))


def _without_value(lines: Lines, number: int, column: int) -> list[Mend]:
    """Without what stands in brackets around it, without the value, or without the whole text of an item."""
    line = lines[number]
    parts = parts_of(line)
    ways = _without_part(lines, number, column)
    if parts.key:
        key = line[: parts.value].rstrip()
        filled = _with_key(number, key, f" {FILLER}")
        ways.append(_with_rest(filled, number, text_end(lines, number, parts.text)))
        if not _is_text(line[parts.value :]) and may_have_below(lines, number, parts.key):
            ways.append(_with_key(number, key, ""))
    ways += _as_key(lines, number)
    return ways if has_known_key(line) else [*ways, _without_text(lines, number)]


def _without_text(lines: Lines, number: int) -> Mend:
    """Without all that stands behind the dashes, and the lines on which it goes on."""
    line = lines[number]
    text = parts_of(line).text
    under = indent(line) if text > indent(line) else max(indent(line) - 1, 0)
    filled = Mend({number: line[:text] + FILLER}, altered=((number, text),))
    return _with_rest(filled, number, text_end(lines, number, under))


def _is_text(value: str) -> bool:
    """Whether this could stand behind a key, so that nothing can stand below it."""
    return not value.startswith("- ") and any(sign.isalnum() for sign in value)


def _without_part(lines: Lines, number: int, column: int) -> list[Mend]:
    """Without the one value among others in brackets."""
    line = lines[number]
    before = line[:column]
    if column <= parts_of(line).value or not any(sign in before for sign in "[{"):
        return []
    begin = max(before.rfind(sign) for sign in ("[", "{", ", ", ": ")) + 1
    begin += len(line[begin:column]) - len(line[begin:column].lstrip())
    end = next((at for at in range(column, len(line)) if line[at] in ",]}"), len(line))
    filler = FILLER + " " * (end - begin - 1)
    return [Mend({number: line[:begin] + filler + line[end:]}, altered=((number, begin),))]


def _with_rest(mend: Mend, number: int, end: int) -> Mend:
    """The mend, without the lines on which the text goes on."""
    rest = without(number + 1, end)
    return msgspec.structs.replace(mend, lines=mend.lines | rest.lines)


_SPECIAL: dict[str, Callable[[Lines, int, int], list[Mend]]] = {
    codes.TAB.name: _without_tab,
    codes.CONTROL_CHARACTER.name: _without_control,
    codes.ESCAPE.name: _without_escape,
    codes.SECOND_DOCUMENT.name: _one_document,
    codes.INDENT.name: _at_other_level,
    codes.MISSING_COLON.name: _with_colon,
}
