"""Puts fields in order by moving their lines, with the comments above them."""

import msgspec
import yaml

from briefcli.domain.agenda import Agenda
from briefcli.reading.shapes import shapes_of
from briefcli.reading.yaml_places import last_line

RecordType = type[msgspec.Struct]


class _Entry(msgspec.Struct):
    """One field: the blank lines and comments above it, and its own lines."""

    name: str
    above: list[str]
    lines: list[str]


class Mover:
    """One file; places are counted in its lines, from 0."""

    def __init__(self, lines: list[str], root: yaml.MappingNode) -> None:
        self._lines = lines
        self._root = root

    def lines(self) -> list[str]:
        """All lines, every mapping of the declaration in its order."""
        return self._mapping(Agenda, self._root, 0, len(self._lines))

    def _mapping(self, record: RecordType, node: yaml.MappingNode, start: int, end: int) -> list[str]:
        """The lines from `start` to `end`, which hold this mapping and nothing else but comments."""
        if not node.value or node.flow_style or not self._is_regular(node):
            return self._lines[start:end]
        column = node.start_mark.column
        prefix = self._lines[node.start_mark.line][:column]
        keys = [key.start_mark.line for key, _ in node.value]
        begins = [self._head(start, keys[0])]
        begins += [
            self._above(self._last(value) + 1, line, column)
            for (_, value), line in zip(node.value, keys[1:], strict=False)
        ]
        tail = min(self._last(node.value[-1][1]) + 1, end)
        stops = [*begins[1:], tail]
        entries = [
            _Entry(key.value, self._lines[begin:line], self._field(record, key.value, value, line, stop))
            for (key, value), begin, line, stop in zip(node.value, begins, keys, stops, strict=True)
        ]
        entries[0].lines[0] = " " * column + entries[0].lines[0][column:]
        moved = _in_order(record, entries)
        _first_without_blanks(entries, moved)
        above = [" " * prefix.find("-") + line.lstrip() if "-" in prefix else line for line in moved[0].above]
        moved[0].lines[0] = prefix + moved[0].lines[0][column:]
        rest = [line for entry in moved[1:] for line in (*entry.above, *entry.lines)]
        return [*self._lines[start : begins[0]], *above, *moved[0].lines, *rest, *self._lines[tail:end]]

    def _field(self, record: RecordType, name: str, value: yaml.Node, line: int, stop: int) -> list[str]:
        shape = shapes_of(record).get(name)
        below = shape.record if shape is not None else None
        if below is None or value.start_mark.line == line or getattr(value, "flow_style", True):
            return self._lines[line:stop]
        first = value.start_mark.line
        if isinstance(value, yaml.MappingNode):
            return [self._lines[line], *self._mapping(below, value, line + 1, stop)]
        if not isinstance(value, yaml.SequenceNode):
            return self._lines[line:stop]
        starts = [self._dash(each, first) for each in value.value]
        made = self._lines[line : starts[0]]
        for each, begin, until in zip(value.value, starts, [*starts[1:], stop], strict=True):
            inside = isinstance(each, yaml.MappingNode) and each.start_mark.line == begin
            made += self._mapping(below, each, begin, until) if inside else self._lines[begin:until]
        return made

    def _dash(self, item: yaml.Node, first: int) -> int:
        """The line of an item's dash: the item may begin on a line below it."""
        line: int = item.start_mark.line
        while line > first and "-" not in self._lines[line][: item.start_mark.column or None]:
            line -= 1
        return line

    def _is_regular(self, node: yaml.MappingNode) -> bool:
        """Whether every key begins a line, in the column of the first one: else nothing is moved."""
        column = node.start_mark.column
        keys = [key for key, _ in node.value]
        return all(
            isinstance(key, yaml.ScalarNode) and key.start_mark.line == key.end_mark.line
            and key.start_mark.column == column
            and (key is keys[0] or not self._lines[key.start_mark.line][:column].strip())
            for key in keys
        ) and not self._lines[keys[0].start_mark.line][:column].strip(" -")  # fmt: skip

    def _last(self, value: yaml.Node) -> int:
        """The last line of a value; blank lines at the end of a text belong to it only where `+` keeps them."""
        last = min(last_line(value), len(self._lines) - 1)
        while last > value.start_mark.line and not self._lines[last].strip() and not self._keeps(value):
            last -= 1
        return last

    def _keeps(self, value: yaml.Node) -> bool:
        while isinstance(value, yaml.CollectionNode) and value.value:
            value = value.value[-1][1] if isinstance(value, yaml.MappingNode) else value.value[-1]
        sign = self._lines[value.start_mark.line][value.start_mark.column :]
        return getattr(value, "style", None) in ("|", ">") and "+" in sign.partition("#")[0]

    def _above(self, start: int, key: int, column: int) -> int:
        """Where the comments directly above a key begin, with the blank lines before them.

        A comment that is indented deeper than the key belongs to the field above it.
        """
        begin = key
        while begin > start and self._lines[begin - 1].lstrip().startswith("#"):
            if self._lines[begin - 1].index("#") > column:
                return begin
            begin -= 1
        while begin > start and not self._lines[begin - 1].strip():
            begin -= 1
        return begin

    def _head(self, start: int, key: int) -> int:
        """Where the comments above the first key begin that are about it and not about the whole file."""
        begin = key
        while begin > start and self._lines[begin - 1].lstrip().startswith("#"):
            if "yaml-language-server" in self._lines[begin - 1]:
                break
            begin -= 1
        return begin


def _in_order(record: RecordType, entries: list[_Entry]) -> list[_Entry]:
    """The entries by the declaration; keys that it does not know stand behind the others, as they stood."""
    order = {name: place for place, name in enumerate(shapes_of(record))}
    return sorted(entries, key=lambda entry: order.get(entry.name, len(order)))


def _first_without_blanks(before: list[_Entry], after: list[_Entry]) -> None:
    """Blank lines separate: the field that comes first has none above it, the one that stood there gets its."""
    first = after[0]
    if first is before[0]:
        return
    blanks = next((number for number, line in enumerate(first.above) if line.strip()), len(first.above))
    before[0].above = first.above[:blanks] + before[0].above
    first.above = first.above[blanks:]
