"""What the lines of a file look like from afar, for files that no parser can read: levels, dashes, keys, sections."""

import re
from functools import cache

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.reading.shapes import all_words, form_of, records, shapes_of

Lines = list[str]

_PARTS = re.compile(r"(\s*(?:[-?]\s+)*)(?:([^\W\d][\w-]*|\"[^\"]*\"|'[^']*') *:(?:\s+|$))?")
_FIRST_WORD = re.compile(r"[a-z_]+")
_OPENS = re.compile(r"(?::|[|>][+-]?)\s*(?:#.*)?$")  # what belongs to it stands on the next lines
_NO_TEXT = re.compile(r"\s*(?:#.*)?$")
_CLOSING = frozenset("]},")


class Parts(msgspec.Struct, frozen=True):
    """A line as `- key: value`: where its text begins behind the dashes, its key, and where the value begins."""

    text: int
    key: str
    value: int


def parts_of(line: str) -> Parts:
    """A line without a key has its value where its text begins."""
    found = _PARTS.match(line)
    assert found is not None  # noqa: S101  # every line has at least an empty beginning
    return Parts(found.end(1), (found[2] or "").strip("\"'"), found.end())


def indent(line: str) -> int:
    """How far a line is indented; a tab counts as one column."""
    return len(line) - len(line.lstrip())


def known_word(text: str) -> str:
    """The key of an agenda that the text begins with; empty where there is none."""
    found = _FIRST_WORD.match(text)
    return found[0] if found and found[0] in all_words() else ""


def has_known_key(line: str) -> bool:
    return parts_of(line).key in all_words()


def top_key(line: str) -> str:
    """The key of the agenda itself that begins on this line; empty where none does."""
    parts = parts_of(line)
    return parts.key if parts.text == 0 and parts.key in form_of(Agenda).shapes else ""


def section_start(lines: Lines, number: int) -> int:
    """The line with the agenda's key to which this line seems to belong; the first line where there is none."""
    return next((each for each in range(min(number, len(lines) - 1), 0, -1) if top_key(lines[each])), 0)


def section_end(lines: Lines, number: int) -> int:
    """Where the next of the agenda's keys stands."""
    return next((each for each in range(number + 1, len(lines)) if top_key(lines[each])), len(lines))


def next_text(lines: Lines, number: int) -> int:
    """The next line that is neither blank nor a comment."""
    return next((each for each in range(number + 1, len(lines)) if not _NO_TEXT.match(lines[each])), len(lines))


def may_have_below(lines: Lines, number: int, key: str) -> bool:
    """Whether what stands on the next line can belong to this key."""
    below = next_text(lines, number)
    if below == len(lines):
        return False
    child = parts_of(lines[below])
    return child.text > indent(lines[below]) or any(child.key in shapes_of(record) for record in _records_of(key))


@cache
def _records_of(key: str) -> tuple[type[msgspec.Struct], ...]:
    shapes = (shapes_of(record).get(key) for record in records())
    return tuple({shape.record for shape in shapes if shape is not None and shape.record is not None})


def last_text(lines: Lines, number: int) -> int | None:
    """The line before that is not blank."""
    return next((each for each in range(number - 1, -1, -1) if lines[each].strip()), None)


def opener(lines: Lines, number: int) -> int | None:
    """The nearest line above that is indented less, or begins an item."""
    for each in range(number - 1, -1, -1):
        line = lines[each]
        if line.strip() and (indent(line) < indent(lines[number]) or line.lstrip().startswith("- ")):
            return each
    return None


def block_end(lines: Lines, number: int, column: int) -> int:
    """The first line below that is not indented further than `column`."""
    below = range(number + 1, len(lines))
    return next((each for each in below if lines[each].strip() and indent(lines[each]) <= column), len(lines))


def text_end(lines: Lines, number: int, column: int) -> int:
    """Where a text that begins on this line, under something at `column`, seems to be over."""
    last = block_end(lines, number, column)
    end = next((each for each in range(number + 1, last) if has_known_key(lines[each])), last)
    if end < len(lines) and indent(lines[end]) == column and set(lines[end].strip()) <= _CLOSING:
        end += bool(lines[end].strip())
    return end


def levels(lines: Lines, number: int) -> list[int]:
    """The columns in which this line might begin: first that of a child or neighbour of the line above."""
    found: list[int] = []
    nearest: int | None = None
    for each in range(number - 1, -1, -1):
        line = lines[each]
        if not line.strip() or (nearest is not None and indent(line) >= nearest):
            continue
        text = parts_of(line).text
        if nearest is None and _OPENS.search(line):
            found.append(text + 2)
        found += (text, indent(line))
        nearest = indent(line)
        if nearest == 0:
            break
    below = next_text(lines, number)
    if below < len(lines):
        found.append(indent(lines[below]))
    return list(dict.fromkeys([*found, 0]))
