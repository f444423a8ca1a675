"""Finds the other mistakes in a file that cannot be parsed: it leaves out each broken block and checks the rest.

A block is the smallest part that can be separated: a line, a list item, a second document, else one of the agenda's
own keys with everything below it. Its lines are emptied, so that all other lines keep their numbers. What a block says
is unknown, so nothing is reported that could depend on it.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading import codes
from briefcli.reading.limits import MOST_BLOCKS, MOST_WORK
from briefcli.reading.lines import indent_of, lines_of
from briefcli.reading.nodes import Unreadable, compose, no_agenda, not_utf8
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import shapes_of
from briefcli.reading.syntax import CONFLICT_MARK, CONTROL, control_character

_BAD_BYTE = re.compile("[\udc80-\udcff]")  # a byte that is not UTF-8, as "surrogateescape" decodes it
_BAD_LETTER = re.compile(r"(?<=\w)[\udc80-\udcff]|[\udc80-\udcff](?=\w)")  # in a word: ë in another encoding
_SECTION = re.compile(r"[^\s#\-\]}]|-\S")  # the first line of a key at the left margin
_DASH = re.compile(r"([ \t]*)-(?:[ \t]|$)")
_ROW = re.compile(r"\s*\S")
_KEY_ALONE = re.compile(r"\s+(\w+):\s*")
_NO_CONTENT = frozenset({codes.EMPTY.name, codes.NOT_A_MAPPING.name})

# What is missing may be in what was left out
_MISSING = frozenset({codes.MISSING_KEY.name, codes.UNANSWERED.name})
DATES = frozenset({"", "when", "moved_to", "status"})  # the keys that say when the meeting is
_NAMES = frozenset({"", "events", "deadlines"})  # the keys whose items a due date can count from
_CHOOSES_RHYTHM = frozenset({"series", "body", "kind", "drops"})

LineRange = tuple[int, int]  # first line, and line after the last, counted from 0


class Recovered(msgspec.Struct):
    mistakes: list[Diagnostic]  # in the whole file
    sections: frozenset[str] = frozenset()  # the agenda's own keys below which something was left out; "" for no key
    text: str = ""  # the rest of the file
    root: yaml.MappingNode | None = None  # of the rest; None if it could not be read

    def is_certain(self, found: Diagnostic, *, has_rhythms: bool) -> bool:
        """Whether the mistake is in the file itself, and not a result of what was left out."""
        naming = _NAMES | _CHOOSES_RHYTHM if has_rhythms else _NAMES
        is_lost = found.code == codes.DUE_NOWHERE.name and not self.sections.isdisjoint(naming)
        if found.code == codes.NO_GROUND.name:
            is_lost = not self.sections.isdisjoint({"", "ground", _key(lines_of(self.text), found.line - 1)})
        return not is_lost and found.code not in _MISSING and all(found.line != each.line for each in self.mistakes)


def recover(data: bytes, first: Diagnostic) -> Recovered:
    """Everything that is wrong with the notation of the file; `first` is the mistake that stopped the parser.

    The rest is not read if that takes too much time, or if it stays broken whatever is left out.
    """
    if no_agenda(data):
        return Recovered([first])
    lines, mistakes = _decoded(data)
    if len(mistakes) > min(MOST_BLOCKS, len(lines) // 2):  # another encoding, or no text at all
        return Recovered(mistakes[:1])
    sections = {_key(lines, each.line - 1) for each in mistakes}
    of_bytes = [each for each in mistakes if each.code == codes.NOT_UTF8.name]
    mistakes = [each for each in mistakes if each not in of_bytes[1:]]  # the encoding is one mistake
    blocks: Iterator[LineRange] = iter(())
    # `begin` is the first line that may be broken, `last` the last that was left out, `above` the last with a mistake
    work = begin = last = above = 0
    while found := _next(lines, begin):
        # A slow parser reads up to the line of the mistake to explain it; the rest of the text is only searched
        work += sum(map(len, lines[begin : found.line])) + sum(map(len, lines[begin:])) // 10
        if found.line > last:  # else too little was left out
            blocks = _blocks(lines, found)
            is_repeated = above and _is_same(mistakes[-1], found, lines, is_next=found.line == above + 1)
            if not is_repeated and all(each.line != found.line for each in mistakes):
                mistakes.append(found)
        block = next(blocks, None)
        if block is None or work > MOST_WORK or len(mistakes) >= MOST_BLOCKS:
            return Recovered(mistakes)
        if found.code != codes.SECOND_DOCUMENT.name:  # which is about another meeting
            # A key at the margin with more below it may be that of an item above it; one in a list may be the agenda's
            above_it = block[0] - (block[1] > block[0] + 1)
            sections |= {_key(lines, block[0]), _key(lines, above_it), lines[found.line - 1].strip().rstrip(":")}
        elif block[1] > block[0] + 1:
            hint = tr("give each meeting a file of its own; what follows here is not checked")
            if not _own_keys(lines[slice(*block)]):
                hint = tr("remove it and what follows, which is not checked")
            mistakes[-1] = msgspec.structs.replace(mistakes[-1], hint=hint)
        lines[slice(*block)] = [""] * (block[1] - block[0])
        begin, last, above = _section(lines, block[0])[0], max(found.line, block[1]), found.line
    rest = Recovered(mistakes or [first], frozenset(sections), "\n".join(lines))
    with suppress(Unreadable):
        rest.root = compose(rest.text)
    return rest


def _is_same(before: Diagnostic, found: Diagnostic, lines: list[str], *, is_next: bool) -> bool:
    """Whether a line begins with the mistake of the line above (`is_next`), as in a pasted text, or of its list."""
    if (found.code, found.hint) != (before.code, before.hint):
        return False
    line = lines[found.line - 1]
    if found.code == codes.INDENT.name:
        is_in_list = _section(lines, before.line - 1) == _section(lines, found.line - 1)
        return is_in_list and before.column == found.column and _DASH.match(line) is not None
    return is_next and found.column <= indent_of(line) + 1


def _next(lines: list[str], begin: int) -> Diagnostic | None:
    try:
        compose("\n".join(lines[begin:]))
    except Unreadable as refused:
        found = refused.diagnostic
        return None if found.code in _NO_CONTENT else msgspec.structs.replace(found, line=found.line + begin)
    return None


def _decoded(data: bytes) -> tuple[list[str], list[Diagnostic]]:
    """The lines without bytes and characters that no text may contain, and the first such mistake on each line."""
    lines = lines_of(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape"))
    mistakes: list[Diagnostic] = []
    for number, line in enumerate(lines):
        if bad := _BAD_BYTE.search(line):
            mistakes.append(not_utf8((number + 1, bad.start() + 1), ord(bad[0]) - 0xDC00))
        elif found := CONTROL.search(line):
            mistakes.append(control_character((number + 1, found.start() + 1), found[0]))
        lines[number] = CONTROL.sub("", _BAD_LETTER.sub("_", line))
    return lines, mistakes


def _blocks(lines: list[str], found: Diagnostic) -> Iterator[LineRange]:
    """The blocks that may be left out because of a mistake, from the smallest to the largest."""
    number = found.line - 1
    if found.code == codes.SECOND_DOCUMENT.name:
        mark = next((each for each in range(number, -1, -1) if lines[each].startswith(("---", "..."))), number)
        keys, rest = _own_keys(lines), lines[mark + 1 :]
        is_same = len(keys) == len(set(keys)) and (_own_keys(rest) or not any(map(str.strip, rest)))
        yield mark, mark + 1 if is_same else len(lines)  # one meeting has each key once
        return
    if CONFLICT_MARK.match(lines[number]):
        last = next((each for each in range(number, len(lines)) if lines[each].startswith(">" * 7)), number)
        has_key = any(_SECTION.match(line) and not CONFLICT_MARK.match(line) for line in lines[number:last])
        yield number, _section(lines, last)[1] if has_key else last + 1  # what follows may be below that key
    section, end = _section(lines, number)
    key = _KEY_ALONE.fullmatch(lines[number])
    # All below a key of the agenda itself is its own
    below = end if key and key[1] in shapes_of(Agenda) else _below(lines, number, end)
    least = len(lines[number])
    if found.code == codes.TAB.name:  # nothing but this line is wrong
        yield number, below
    for start in range(number, section, -1):
        dash = _DASH.match(lines[start])
        if dash and len(dash[1]) < least and "\t" not in dash[1]:
            least = len(dash[1])
            if found.code == codes.INDENT.name and below < end and indent_of(lines[number]) <= least:  # too far
                below = _below(lines, start, end, _DASH)
            yield start, max(below, _below(lines, start, end))
    yield section, end


def _own_keys(lines: list[str]) -> list[str]:
    """The keys at the left margin that an agenda has, as often as they are there."""
    return [key[1] for line in lines if (key := re.match(r"(\w+):(?: |$)", line)) and key[1] in shapes_of(Agenda)]


def _below(lines: list[str], number: int, end: int, sort: re.Pattern[str] = _ROW) -> int:
    """The first line of this sort after a line that is not indented deeper than that one; `end` if there is none."""
    indent, after = indent_of(lines[number]), range(number + 1, end)
    return next((each for each in after if sort.match(lines[each]) and indent_of(lines[each]) <= indent), end)


def _section(lines: list[str], number: int) -> LineRange:
    """The lines of the key at the left margin to which the line belongs, and of everything below that key."""
    start = next((each for each in range(number, 0, -1) if _SECTION.match(lines[each])), 0)
    end = next((each for each in range(number + 1, len(lines)) if _SECTION.match(lines[each])), len(lines))
    return start, end


def _key(lines: list[str], number: int) -> str:
    """The agenda's own key to which the line belongs; empty if there is none."""
    return re.split(r"[\W\d]", lines[_section(lines, number)[0]], maxsplit=1)[0]
