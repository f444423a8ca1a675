"""`brief fmt`: puts fields in order, and quotes texts that another YAML reader would take for something else.

Whole fields are moved as lines, so that no value or comment can change. The result is still compared with the original,
and a file in which anything differs is left as it was.
"""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import repeat, takewhile
from typing import NamedTuple

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.due import Due, in_english
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import usual_word
from briefcli.reading.comments import comments
from briefcli.reading.lines import line_end, lines_of
from briefcli.reading.nodes import compose
from briefcli.reading.pyyaml import yaml
from briefcli.reading.reader import read_agenda
from briefcli.reading.shapes import Shape, shapes_of
from briefcli.reading.yaml_places import is_nothing, last_line
from briefcli.writing.smallest_change import plain_of
from briefcli.writing.yaml_text import is_taken_otherwise, scalar


def formatted(text: str) -> str:
    """The text of the file in its usual form, or the same text if that cannot be done safely. Raises Unreadable.

    Dutch words in due dates and in fields with fixed words become the usual ones.
    """
    root = compose(text)
    end = line_end(text)
    lines = text.split(end)
    if len(lines) != len(lines_of(text)):  # a rare line end somewhere: not worth a risk
        return text
    changes: list[tuple[yaml.ScalarNode, str]] = []
    for shape, node in _fields(Agenda, root):
        word = _usual(shape, node.value)
        if node.start_mark.line == node.end_mark.line and (word != node.value or _needs_quotes(shape, node)):
            changes.append((node, scalar(word)))
            node.value = word
    for node, written in reversed(changes):  # the last value first, so that the positions of the others stay valid
        number, start, after = node.start_mark.line, node.start_mark.column, node.end_mark.column
        lines[number] = lines[number][:start] + written + lines[number][after:]
    moved = _Mover(lines).mapping(Agenda, compose(end.join(lines)), 0, len(lines))
    result = end.join(moved if not moved[-1] else [*moved, ""])
    return result if _is_same(root, text, result) else text


def _usual(shape: Shape, word: str) -> str:
    if shape.leaf is Due:
        return in_english(word)
    if shape.leaf is not None and issubclass(shape.leaf, StrEnum):
        return usual_word(word, [str(each) for each in shape.leaf])
    return usual_word(word, shape.vocabulary)


def _fields(record: type[msgspec.Struct], node: yaml.Node) -> Iterator[tuple[Shape, yaml.ScalarNode]]:
    """Every single value in a declared field, with its shape."""
    shapes = shapes_of(record)
    for key, value in node.value:
        shape = shapes.get(key.value) if isinstance(key, yaml.ScalarNode) else None
        if shape is not None:
            for each in value.value if shape.many and isinstance(value, yaml.SequenceNode) else [value]:
                if isinstance(each, yaml.MappingNode) and shape.record is not None:
                    yield from _fields(shape.record, each)
                elif isinstance(each, yaml.ScalarNode):
                    yield shape, each


def _needs_quotes(shape: Shape, node: yaml.ScalarNode) -> bool:
    holds_text = shape.leaf is not None and (shape.leaf is str or issubclass(shape.leaf, Marked))
    return holds_text and not node.style and not is_nothing(node) and is_taken_otherwise(node.value)


class _Entry(NamedTuple):
    """A field of a mapping: its name, the comments above it, and its own lines."""

    name: str
    above: list[str]
    own: list[str]


class _Mover:
    """Puts fields in order by moving their lines and the comments above them. Lines are counted from 0."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def mapping(self, record: type[msgspec.Struct], node: yaml.MappingNode, start: int, end: int) -> list[str]:
        """The lines from `start` to `end`, with their fields in order. They hold only this mapping and comments."""
        if not node.value or node.flow_style or not self._is_regular(node):
            return self._lines[start:end]
        column = node.start_mark.column
        prefix = self._lines[node.start_mark.line][:column]  # with the dash of an item
        keys = [key.start_mark.line for key, _ in node.value]
        ends = [self._last(value) + 1 for _, value in node.value]
        begins = [self._above(start, keys[0], None), *map(self._above, ends, keys[1:], repeat(column))]
        stops = [*begins[1:], min(ends[-1], end)]
        entries = [
            _Entry(key.value, self._lines[begin:line], self._field(record, key.value, value, line, stop))
            for (key, value), begin, line, stop in zip(node.value, begins, keys, stops, strict=True)
        ]
        former = entries[0]
        former.own[0] = " " * column + former.own[0][column:]
        order = {name: place for place, name in enumerate(shapes_of(record))}
        first, *others = sorted(entries, key=lambda each: order.get(each.name, len(order)))
        above = first.above
        if first is not former:  # blank lines above the field that is now first go to the one that was
            blank = list(takewhile(lambda line: not line.strip(), above))
            former.above[:0], above = blank, above[len(blank) :]
        above = [" " * prefix.find("-") + line.lstrip() if "-" in prefix else line for line in above]
        first.own[0] = prefix + first.own[0][column:]
        rest = [line for each in others for line in (*each.above, *each.own)]
        return [*self._lines[start : begins[0]], *above, *first.own, *rest, *self._lines[stops[-1] : end]]

    def _field(self, record: type[msgspec.Struct], name: str, value: yaml.Node, line: int, stop: int) -> list[str]:
        shape = shapes_of(record).get(name)
        below = shape.record if shape is not None else None
        first: int = value.start_mark.line
        if below is None or first == line or getattr(value, "flow_style", True):
            return self._lines[line:stop]
        if isinstance(value, yaml.MappingNode):
            return [self._lines[line], *self.mapping(below, value, line + 1, stop)]
        starts = [self._dash(each, first) for each in value.value]
        made = self._lines[line : starts[0]]
        for each, begin, until in zip(value.value, starts, [*starts[1:], stop], strict=True):
            inside = isinstance(each, yaml.MappingNode) and each.start_mark.line == begin
            made += self.mapping(below, each, begin, until) if inside else self._lines[begin:until]
        return made

    def _dash(self, item: yaml.Node, first: int) -> int:
        """The line of an item's dash. The item itself may start on a later line."""
        line: int = item.start_mark.line
        while line > first and "-" not in self._lines[line][: item.start_mark.column or None]:
            line -= 1
        return line

    def _is_regular(self, node: yaml.MappingNode) -> bool:
        """Whether every key starts a line, in the column of the first key. If not, nothing is moved."""
        column, places = node.start_mark.column, [key.start_mark for key, _ in node.value]
        before = [self._lines[each.line][:column].strip() for each in places]
        alike = all(
            isinstance(key, yaml.ScalarNode)
            and key.start_mark.line == key.end_mark.line
            and key.start_mark.column == column
            for key, _ in node.value
        )
        return alike and not before[0].strip(" -") and not any(before[1:])

    def _last(self, value: yaml.Node) -> int:
        """The last line of a value, without the blank lines behind it."""
        last = min(last_line(value), len(self._lines) - 1)
        while last > value.start_mark.line and not self._lines[last].strip():
            last -= 1
        return last

    def _above(self, start: int, key: int, column: int | None) -> int:
        """The first line of the comments directly above a key, with the blank lines before them.

        A comment that is indented deeper than the key belongs to the field above it. For the first key, `column` is
        None: comments above it that a blank line separates are about the whole file.
        """
        begin = key
        while begin > start and (line := self._lines[begin - 1]).lstrip().startswith("#"):
            if "yaml-language-server" in line if column is None else line.index("#") > column:
                return begin
            begin -= 1
        while column is not None and begin > start and not self._lines[begin - 1].strip():
            begin -= 1
        return begin


def _is_same(root: yaml.MappingNode, before: str, after: str) -> bool:
    """Whether the new text has the same values, marks and comments as the old text (whose nodes are `root`)."""
    new = compose(after)
    one, other = (Counter(words for *_, words in comments(*each)) for each in ((before, root), (after, new)))
    one_agenda, other_agenda = (read_agenda("", each.encode()).agenda for each in (before, after))
    return one == other and plain_of(root) == plain_of(new) and one_agenda == other_agenda
