"""Decides which lines of a file may be quoted in a message that the public may see. In doubt, none."""

import re
from collections.abc import Callable, Collection, Mapping

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.reading.comments import comment_marks
from briefcli.reading.lines import lines_of
from briefcli.reading.mark_words import has_own_line, holds_mark, is_word_of_mark, line_may_withhold
from briefcli.reading.nodes import Unreadable, compose, decoded
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import MARKS, Shape, all_words, form_of
from briefcli.reading.visibility import has_mark_below, is_only_mark, marked_by_next, says_withheld
from briefcli.reading.yaml_places import lines_with

_WORD = re.compile("[a-z]+")
_COMMENT = re.compile(r"(?:^|\s)#")


class Quotable(msgspec.Struct, frozen=True):
    """The lines of a file. `hidden` are the numbers of those that the public may not see; None means all of them."""

    lines: list[str]
    hidden: frozenset[int] | None

    def line(self, number: int, *, internal: bool) -> str | None:
        """The line with that number (from 1). None if it may not be shown. Comments are not public either."""
        if not 1 <= number <= len(self.lines):
            return None
        if internal:
            return self.lines[number - 1]
        if self.hidden is None or number in self.hidden:
            return None
        line = self.lines[number - 1]
        comment = _COMMENT.search(line)
        return line if comment is None else line[: comment.start()].rstrip() or None


def quotable(data: bytes) -> Quotable:
    """Which lines of a file may be quoted to whom."""
    try:
        text = decoded("", data)
    except Unreadable:
        return Quotable([], None)
    lines = lines_of(text)
    try:
        root = compose("", text)
    except Unreadable:
        return Quotable(lines, None if may_withhold(data) else frozenset())
    return Quotable(lines, hidden_lines(root, text, comment_marks(text, root)[1]))


def may_withhold(data: bytes) -> bool:
    """Whether a file that could not be read may contain text that is not public. Then none of it may be quoted."""
    from briefcli.reading.syntax import CONTROL

    text = data.decode("utf-8", "replace")
    text += "\n" + CONTROL.sub("", data.decode("utf-8", "ignore"))  # such a character may split a mark
    words = {*_WORD.findall(text.lower())} - (all_words() - {*MARKS})
    return any(map(is_word_of_mark, words)) or any(map(line_may_withhold, {*lines_of(text)}))


def hidden_lines(
    root: yaml.Node, text: str, commented: Collection[int] = (), record: type[msgspec.Struct] | None = Agenda
) -> frozenset[int]:
    """The numbers of all lines of marked mappings and texts, and of everything under `withheld`.

    `root` is a node of the file, declared as a `record`. `commented` are the ids of nodes that a comment marks.
    """
    lines, found = lines_of(text), set[int]()

    def bears_mark(node: yaml.Node) -> bool:
        return id(node) in commented or (
            isinstance(node, yaml.ScalarNode) and (holds_mark(node.value) or has_own_line(node, lines))
        )

    waiting = [(root, record)]
    while waiting:
        node, record = waiting.pop()
        shapes = form_of(record).shapes if record else None
        if bears_mark(node) or (isinstance(node, yaml.MappingNode) and _is_marked(node, shapes, bears_mark)):
            found.update(lines_with(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                # A special space before a key, which YAML reads as a letter, separates it from what it belongs to
                if isinstance(key, yaml.ScalarNode) and (key.value == "withheld" or key.value[:1].isspace()):
                    found.update(lines_with(value))
                elif isinstance(value, yaml.MappingNode) and is_only_mark(value):  # its text may be anywhere
                    found.update(lines_with(root))
                shape = shapes.get(key.value) if shapes and isinstance(key, yaml.ScalarNode) else None
                waiting.append((value, shape.record if shape else None))
        elif isinstance(node, yaml.SequenceNode):
            for place in marked_by_next(node.value, shapes):
                found.update(lines_with(node.value[place]))
            waiting += [(each, record) for each in node.value]
    return frozenset(found)


def _is_marked(
    node: yaml.MappingNode, shapes: Mapping[str, Shape] | None, bears_mark: Callable[[yaml.Node], bool]
) -> bool:
    """Whether a mapping is not public as a whole: by its keys, or by a mark in one of its texts or lists."""
    return (
        bool(says_withheld(node, shapes or all_words()))
        or any(bears_mark(value) for _, value in node.value if isinstance(value, yaml.ScalarNode))
        or has_mark_below(node)
    )
