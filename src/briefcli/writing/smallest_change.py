"""The smallest change of an agenda's text: one field set, added or removed, one item added to a list.

All other bytes stay as they are. What comes out is read again and compared with what was asked for; where the two
differ in anything else the change is refused.
"""

from typing import Any

import msgspec
import yaml

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.errors import BriefError
from briefcli.reading.lines import line_starts
from briefcli.reading.nodes import Unreadable, compose
from briefcli.reading.shapes import shapes_of
from briefcli.reading.yaml_places import Places, last_line
from briefcli.writing.yaml_text import flow_of_value, lines_of_value

RecordType = type[msgspec.Struct]


class Unchangeable(BriefError):  # noqa: N818  # not an error of the program
    """The text is written in a way in which this change cannot be made safely."""

    def __init__(self) -> None:
        super().__init__(
            tr("the file is written in a way that this change does not fit in"),
            tr("brief edit opens it; nothing was changed"),
        )


class Draft:
    """The text of one agenda while it is changed; `where` is a field's path (`deadlines[1]`), empty for the agenda."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._compose()

    def set(self, where: str, name: str, value: Any) -> None:
        """Give a field of the mapping at `where` this plain value: in the place of its old one, or as a new field."""
        mapping = self._mapping(where)
        pair = _pair(mapping, name)
        wanted = _plain(self._root)
        _reach(wanted, where)[name] = _as_text(value)
        if pair is None:
            self._insert(mapping, _record_at(where), name, value)
        else:
            self._replace(pair, value)
        self._settle(wanted)

    def remove(self, where: str, name: str) -> None:
        """Take a field away from the mapping at `where`; nothing changes where it has none of that name."""
        mapping = self._mapping(where)
        if _pair(mapping, name) is None:
            return
        wanted = _plain(self._root)
        del _reach(wanted, where)[name]
        self._cut(mapping, name)
        self._settle(wanted)

    def add(self, name: str, item: dict[str, Any] | str) -> int:
        """Add an item to a list of the agenda, behind those that are there; its number in that list, from 0."""
        pair = _pair(self._root, name)
        wanted = _plain(self._root)
        there = wanted.get(name)
        wanted[name] = [*(there if isinstance(there, list) else []), _as_text(item)]
        if pair is None:
            self._insert(self._root, Agenda, name, [item])
        elif isinstance(pair[1], yaml.SequenceNode):
            self._append(pair[1], item)
        elif _is_empty(pair[1]):
            self._begin(pair, item)
        else:  # one item without a dash
            raise Unchangeable
        self._settle(wanted)
        return len(wanted[name]) - 1

    def _compose(self) -> None:
        try:
            self._root = compose("", self.text)
        except Unreadable as error:
            raise Unchangeable from error
        self._starts = line_starts(self.text)
        self._end = "\r\n" if "\r\n" in self.text else "\n"

    def _settle(self, wanted: Any) -> None:
        """Read the changed text; refuse it where it does not say what was wanted."""
        self._compose()
        if _plain(self._root) != wanted:
            raise Unchangeable

    def _mapping(self, where: str) -> yaml.MappingNode:
        node = Places(self._root).node(where) if where else self._root
        if not isinstance(node, yaml.MappingNode):
            raise Unchangeable
        return node

    def _at(self, mark: yaml.Mark) -> int:
        """The place of a mark in the text."""
        return min(self._starts[mark.line] + mark.column, len(self.text))

    def _put(self, start: int, end: int, new: str) -> None:
        self.text = self.text[:start] + new + self.text[end:]

    def _line_after(self, node: yaml.Node) -> int:
        """The place at which the line after a value begins; a last line without an end gets one."""
        line = last_line(node)
        while line > node.start_mark.line and not self._line(line).strip():
            line -= 1
        if line + 1 < len(self._starts):
            return self._starts[line + 1]
        self.text += self._end
        return len(self.text)

    def _line(self, number: int) -> str:
        stop = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number] : stop]

    def _replace(self, pair: tuple[yaml.Node, yaml.Node], value: Any) -> None:
        key, old = pair
        if not isinstance(old, yaml.ScalarNode) or old.style in {"|", ">"}:
            raise Unchangeable
        written = flow_of_value(value)
        if _is_empty(old) and not old.value:
            colon = self.text.index(":", self._at(key.end_mark))
            self._put(colon + 1, colon + 1, f" {written}")
        else:
            self._put(self._at(old.start_mark), self._at(old.end_mark), written)

    def _insert(self, mapping: yaml.MappingNode, record: RecordType, name: str, value: Any) -> None:
        """Write a new field behind those that come before it in the declared order."""
        if mapping.flow_style:
            self._insert_in_flow(mapping, f"{name}: {flow_of_value(value)}")
            return
        order = list(shapes_of(record))
        before = [pair for pair in mapping.value if pair[0].value in order[: order.index(name)]]
        after = max(before or mapping.value[:1], key=lambda pair: pair[0].start_mark.line)
        place = self._line_after(after[1] if not _is_empty(after[1]) else after[0])
        lines = lines_of_value(name, value, " " * mapping.start_mark.column)
        if isinstance(value, list) and mapping is self._root and self._is_spaced(mapping):
            lines.insert(0, "")
        self._put(place, place, "".join(f"{line}{self._end}" for line in lines))

    def _insert_in_flow(self, node: yaml.CollectionNode, written: str) -> None:
        if not node.value:
            place = self._at(node.start_mark) + 1
            self._put(place, place, written)
            return
        last = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        place = self._at(last.end_mark)
        self._put(place, place, f", {written}")

    def _append(self, items: yaml.SequenceNode, item: Any) -> None:
        if items.flow_style:
            self._insert_in_flow(items, flow_of_value(item))
            return
        place = self._line_after(items.value[-1])
        indent = " " * items.start_mark.column
        lines = [line[2:] for line in lines_of_value("", [item])[1:]]
        self._put(place, place, "".join(f"{indent}{line}{self._end}" for line in lines))

    def _begin(self, pair: tuple[yaml.Node, yaml.Node], item: Any) -> None:
        """Write the first item of a list whose key stands there without a value."""
        key, empty = pair
        if self._root.flow_style or empty.value:
            self._put(self._at(empty.start_mark), self._at(empty.end_mark), f" {flow_of_value([item])}")
            return
        place = self._line_after(key)
        lines = lines_of_value("", [item])[1:]
        self._put(place, place, "".join(f"{line}{self._end}" for line in lines))

    def _is_spaced(self, root: yaml.MappingNode) -> bool:
        """Whether most fields with lists stand apart from each other by blank lines."""
        lists = [key.start_mark.line for key, value in root.value[1:] if isinstance(value, yaml.CollectionNode)]
        blank = [line for line in lists if line and not self._line(line - 1).strip()]
        return len(blank) * 2 > len(lists)

    def _cut(self, mapping: yaml.MappingNode, name: str) -> None:
        """Take a field out: its lines, or its part of a line."""
        number = next(place for place, (key, _) in enumerate(mapping.value) if key.value == name)
        key, value = mapping.value[number]
        following = mapping.value[number + 1][0] if number + 1 < len(mapping.value) else None
        start = self._at(key.start_mark)
        if mapping.flow_style:
            end = self._at(following.start_mark) if following is not None else self._at(value.end_mark)
            if following is None and number:
                start = self._at(mapping.value[number - 1][1].end_mark)
            self._put(start, end, "")
        elif self._line(key.start_mark.line)[: key.start_mark.column].strip():  # behind the dash of its item
            if following is None:
                raise Unchangeable
            self._put(start, self._at(following.start_mark), "")
        else:
            end = self._line_after(value if not _is_empty(value) else key)
            self._put(self._starts[key.start_mark.line], end, "")


def _pair(mapping: yaml.MappingNode, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    return next((pair for pair in mapping.value if pair[0].value == name), None)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in {"", "~", "null", "Null", "NULL"}


def _record_at(where: str) -> RecordType:
    """The record that the mapping at this path is declared as."""
    record: RecordType = Agenda
    for step in where.split(".") if where else ():
        below = shapes_of(record)[step.partition("[")[0]].record
        if below is None:
            raise Unchangeable
        record = below
    return record


def _plain(node: Any) -> Any:
    """What a node says, as plain texts, lists and mappings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each) for each in node.value]
    return "" if _is_empty(node) else node.value


def _as_text(value: Any) -> Any:
    """Plain data as `_plain` reads it back."""
    if isinstance(value, dict):
        return {name: _as_text(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _reach(plain: Any, where: str) -> dict[str, Any]:
    """The mapping at this path in plain data."""
    found = plain
    for step in where.split(".") if where else ():
        name, _, number = step.partition("[")
        found = found[name]
        if number and isinstance(found, list):
            found = found[int(number.rstrip("]"))]
    mapping: dict[str, Any] = found
    return mapping
