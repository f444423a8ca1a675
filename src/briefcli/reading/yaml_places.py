"""Finds the place of a field in the file. Places are found on demand, since most files need none."""

import re
from collections.abc import Iterator, Mapping

from briefcli.reading.pyyaml import yaml

Place = tuple[int, int]
Spot = tuple[Place, int]  # line and column from 1, and how many columns are meant (0: not known)

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


class Places:
    """The fields of one file by their path (`sessions[1].topics[0]`).

    `kept` has, for each list (by the `id` of its node) with items that could not be read, the places of the others.
    """

    def __init__(self, root: yaml.MappingNode | None = None, kept: Mapping[int, list[int]] | None = None) -> None:
        self._root = root
        self._kept = kept or {}

    def node(self, where: str) -> yaml.Node | None:
        """The node with the value of that field. None if the field is not in the file."""
        node: yaml.Node | None = self._root
        for name, number in _STEP.findall(where):
            if number:
                node = self._item(node, int(number))
            elif isinstance(node, yaml.MappingNode):  # else it is the short form: a text without its mapping
                node = value_of(node, name)
        return node

    def spot(self, where: str) -> Spot:
        """The place of that field's value. The start of the file if the field is not in the file."""
        return spot_of(self.node(where))

    def _item(self, node: yaml.Node | None, number: int) -> yaml.Node | None:
        if not isinstance(node, yaml.SequenceNode):
            return node  # the short form: one item without a dash
        kept = self._kept.get(id(node))
        items: list[yaml.Node] = node.value if kept is None else [node.value[place] for place in kept]
        return items[number] if number < len(items) else None


def spot_of(node: yaml.Node | None) -> Spot:
    """Line, column and width of a node. The width is 0 if it is not a text on one line."""
    if node is None or node.start_mark is None or node.end_mark is None:
        return (1, 1), 0
    start, end = node.start_mark, node.end_mark
    same_line = isinstance(node, yaml.ScalarNode) and start.line == end.line
    return (start.line + 1, start.column + 1), end.column - start.column if same_line else 0


def pair_of(node: yaml.Node | None, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The key and the value of a field; the first if it comes twice. None if the node has no such field."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((pair for pair in pairs if pair[0].value == name), None)


def value_of(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """The value of a field. None if the node has no such field."""
    pair = pair_of(node, name)
    return pair and pair[1]


def is_nothing(node: yaml.Node) -> bool:
    """Whether a value is empty, or written as null."""
    return type(node) is yaml.ScalarNode and node.value in _NULLS and not node.style


def last_line(node: yaml.Node) -> int:
    """The line (from 0) on which the last text in a node ends."""
    last = node.start_mark.line if node.start_mark else 0
    for each in nodes_in(node):
        block = isinstance(each, yaml.CollectionNode) and not each.flow_style
        if each.end_mark is not None and not block:
            last = max(last, each.end_mark.line - (each.end_mark.column == 0))
    return last


def lines_with(node: yaml.Node) -> range:
    """The lines (from 1) from the start of a node to the end of the last text in it."""
    return range(node.start_mark.line + 1 if node.start_mark else 1, last_line(node) + 2)


def scalars(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every text, keys included, in no particular order."""
    return (node for node in nodes_in(root) if isinstance(node, yaml.ScalarNode))


def nodes_in(root: yaml.Node) -> Iterator[yaml.Node]:
    """A node and all nodes below it, in no particular order. Each comes once, as an alias is the node it points at."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += (part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
