"""Makes the smallest change to the text of an agenda: sets or removes one field, or adds one item to a list.

All other bytes stay as they are. The result is read again and compared with what was asked for. If they differ, the
change is refused.
"""

from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.errors import BriefError
from briefcli.reading.lines import line_end, line_starts
from briefcli.reading.nodes import Unreadable, compose
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import shapes_of
from briefcli.reading.yaml_places import is_nothing, last_line, pair_of, value_of
from briefcli.writing.yaml_text import BlockText, flow_of_value, one_value, plain_text

RecordType = type[msgspec.Struct]


class Unchangeable(BriefError):  # noqa: N818  # not an error of the program
    """The text is written in a way in which this change cannot be made safely."""

    def __init__(self) -> None:
        super().__init__(
            tr("the file is written in a way that this change does not fit in"),
            tr("brief edit opens it; nothing was changed"),
        )


class Draft:
    """The text of one agenda while it is changed. `where` is a field's path (`deadlines[1]`), empty for the agenda.

    Raises Unchangeable for an unreadable text and for a change that cannot be made, which leaves the text as it was.
    """

    def __init__(self, text: str, block: BlockText | None = None) -> None:
        self._block = block or BlockText()
        self._take(text)

    def set(self, where: str, name: str, value: Any) -> None:
        """Set a field of the mapping at `where` to this plain value. The field is added if the mapping has none."""
        mapping, record, wanted, fields = self._open(where)
        fields[name] = _as_text(value)
        pair = pair_of(mapping, name)
        if pair is None:
            self._insert(mapping, record, name, value)
        else:
            self._replace(pair, flow_of_value(value) if mapping.flow_style else one_value(value))
        self._settle(wanted)

    def remove(self, where: str, name: str) -> None:
        """Remove a field from the mapping at `where`. Nothing changes if it has no such field."""
        mapping, _, wanted, fields = self._open(where)
        if fields.pop(name, None) is not None:
            self._cut(mapping, name)
            self._settle(wanted)

    def add(self, name: str, item: dict[str, Any] | str, where: str = "") -> int:
        """Add an item at the end of a list of the mapping at `where`, and return its number, from 0."""
        mapping, record, wanted, fields = self._open(where)
        there = fields.get(name)
        fields[name] = [*(there if isinstance(there, list) else []), _as_text(item)]
        pair = pair_of(mapping, name)
        if pair is None:
            self._insert(mapping, record, name, [item])
        elif isinstance(pair[1], yaml.SequenceNode):
            self._append(pair[1], item)
        elif is_nothing(pair[1]):
            self._begin(pair, item)
        else:  # one item without a dash
            raise Unchangeable
        self._settle(wanted)
        return len(fields[name]) - 1

    def _take(self, text: str, wanted: Any = None) -> None:
        """Read a text and use it. Raises Unchangeable if it does not say what is wanted."""
        try:
            root = compose(text)
        except Unreadable as error:
            raise Unchangeable from error
        if wanted is not None and plain_of(root) != wanted:
            raise Unchangeable
        self.text = self._read = text
        self.root = root
        self._starts = line_starts(text)
        self._end = line_end(text)

    def _settle(self, wanted: Any) -> None:
        """Keep the changed text if it says what is wanted, else raise Unchangeable and keep the old one."""
        changed, self.text = self.text, self._read
        self._take(changed, wanted)

    def _open(self, where: str) -> tuple[yaml.MappingNode, RecordType, dict[str, Any], dict[str, Any]]:
        """The mapping at a path, the record that it is declared as, and the plain data of the file and the mapping."""
        mapping: yaml.MappingNode = self.root
        record: RecordType = Agenda
        whole = here = plain_of(self.root)
        for step in where.split(".") if where else ():
            name, _, number = step.rstrip("]").partition("[")
            node, here, below = value_of(mapping, name), here[name], shapes_of(record)[name].record
            if number and isinstance(node, yaml.SequenceNode):
                node, here = node.value[int(number)], here[int(number)]
            if not isinstance(node, yaml.MappingNode) or below is None:
                raise Unchangeable
            mapping, record = node, below
        return mapping, record, whole, here

    def _put(self, start: int, end: int, new: str) -> None:
        self.text = self.text[:start] + new + self.text[end:]

    def _put_lines(self, node: yaml.Node, lines: list[str]) -> None:
        place = self._line_after(node)
        self._put(place, place, "".join(f"{line}{self._end}" for line in lines))

    def _line_after(self, node: yaml.Node) -> int:
        """The position at which the line after a value starts. A last line without a line end gets one."""
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

    def _replace(self, pair: tuple[yaml.Node, yaml.Node], written: str) -> None:
        key, old = pair
        if not isinstance(old, yaml.ScalarNode) or old.style in {"|", ">"}:
            raise Unchangeable
        if is_nothing(old) and not old.value:
            colon = self.text.index(":", key.end_mark.index)
            self._put(colon + 1, colon + 1, f" {written}")
        else:
            self._put(old.start_mark.index, old.end_mark.index, written)

    def _insert(self, mapping: yaml.MappingNode, record: RecordType, name: str, value: Any) -> None:
        """Write a new field after the fields that come before it in the declared order."""
        if mapping.flow_style:
            self._insert_in_flow(mapping, f"{name}: {flow_of_value(value)}")
            return
        order = list(shapes_of(record))
        before = [pair for pair in mapping.value if pair[0].value in order[: order.index(name)]]
        after = max(before or mapping.value[:1], key=lambda pair: pair[0].start_mark.line)
        lines = self._block.field(name, value, " " * mapping.start_mark.column)
        if isinstance(value, list | dict) and mapping is self.root and self._is_spaced(mapping):
            lines.insert(0, "")
        self._put_lines(after[1] if not is_nothing(after[1]) else after[0], lines)

    def _insert_in_flow(self, node: yaml.CollectionNode, written: str) -> None:
        if not node.value:
            place = node.start_mark.index + 1
            self._put(place, place, written)
            return
        last = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        place = last.end_mark.index
        self._put(place, place, f", {written}")

    def _append(self, items: yaml.SequenceNode, item: Any) -> None:
        if items.flow_style:
            self._insert_in_flow(items, flow_of_value(item))
            return
        self._put_lines(items.value[-1], self._block.items([item], " " * items.start_mark.column))

    def _begin(self, pair: tuple[yaml.Node, yaml.Node], item: Any) -> None:
        """Write the first item of a list whose key has no value yet."""
        key, empty = pair
        if self.root.flow_style or empty.value:
            self._replace(pair, flow_of_value([item]))
        else:
            self._put_lines(key, self._block.items([item], f"{' ' * key.start_mark.column}  "))

    def _is_spaced(self, root: yaml.MappingNode) -> bool:
        """Whether most fields with lists or mappings have a blank line above them."""
        lists = [key.start_mark.line for key, value in root.value[1:] if isinstance(value, yaml.CollectionNode)]
        blank = [line for line in lists if line and not self._line(line - 1).strip()]
        return len(blank) * 2 > len(lists) if lists else self._block.spaced

    def _cut(self, mapping: yaml.MappingNode, name: str) -> None:
        """Remove a field: its lines, or its part of a line."""
        number = next(place for place, (key, _) in enumerate(mapping.value) if key.value == name)
        key, value = mapping.value[number]
        following = mapping.value[number + 1][0] if number + 1 < len(mapping.value) else None
        is_behind_dash = bool(self._line(key.start_mark.line)[: key.start_mark.column].strip())
        if following is not None and (mapping.flow_style or is_behind_dash):
            self._put(key.start_mark.index, following.start_mark.index, "")
        elif mapping.flow_style:
            start = mapping.value[number - 1][1].end_mark if number else key.start_mark
            self._put(start.index, value.end_mark.index, "")
        elif is_behind_dash:
            raise Unchangeable
        else:
            end = self._line_after(value if not is_nothing(value) else key)
            self._put(self._starts[key.start_mark.line], end, "")


def plain_of(node: Any) -> Any:
    """A node as plain texts, lists and mappings, without line ends behind a text: the last of a file may have none."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain_of(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain_of(each) for each in node.value]
    return "" if is_nothing(node) else node.value.rstrip("\n")


def _as_text(value: Any) -> Any:
    """Plain data in the form in which `plain_of` reads it back."""
    if isinstance(value, dict):
        return {name: _as_text(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    return plain_text(value).rstrip("\n")
