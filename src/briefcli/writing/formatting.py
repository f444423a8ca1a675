"""`brief fmt`: fields in their order, quotes where another reader would take a text for something else.

Whole fields are moved as the lines that they are, so neither a value nor a comment can change; what comes out is
compared with what went in all the same, and a file in which anything differs is left as it was.
"""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec
import yaml

from briefcli.domain.agenda import Agenda
from briefcli.domain.due import Due, in_english
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import usual_word
from briefcli.reading.comments import comments
from briefcli.reading.lines import lines_of
from briefcli.reading.nodes import compose
from briefcli.reading.reader import read_agenda
from briefcli.reading.shapes import Shape, shapes_of
from briefcli.writing.moving import Mover
from briefcli.writing.yaml_text import is_taken_otherwise, scalar


def formatted(path: str, text: str) -> str:
    """The text of the file in its usual form; the same text where that cannot be done safely. Raises Unreadable."""
    text = _in_usual_words(path, text)
    root = compose(path, text)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    if len(lines) != len(lines_of(text)):  # a rare line end somewhere: not worth a risk
        return text
    quoted = _quoted(lines, root)
    moved = Mover(quoted, compose(path, end.join(quoted))).lines()
    if moved[-1]:
        moved.append("")
    result = end.join(moved)
    return result if _same(path, text, result) else text


def _in_usual_words(path: str, text: str) -> str:
    """Dutch words for what is counted and chosen become the usual ones, where the agenda stays the same."""
    root = compose(path, text)
    lines = text.split("\n")
    worded = [(node, _usual(shape, node.value)) for shape, node in _fields(Agenda, root)]
    found = [(node, word) for node, word in worded if word != node.value and node.start_mark.line == node.end_mark.line]
    if not found or len(lines) != len(lines_of(text)):
        return text
    for node, word in sorted(found, key=lambda each: each[0].start_mark.column, reverse=True):
        line = lines[node.start_mark.line]
        lines[node.start_mark.line] = line[: node.start_mark.column] + scalar(word) + line[node.end_mark.column :]
    result = "\n".join(lines)
    before, after = (read_agenda(path, each.encode()).agenda for each in (text, result))
    return result if before == after else text


def _usual(shape: Shape, word: str) -> str:
    if shape.leaf is Due:
        return in_english(word)
    if shape.leaf is not None and issubclass(shape.leaf, StrEnum):
        return usual_word(word, [str(each) for each in shape.leaf])
    return usual_word(word, shape.vocabulary)


def _fields(record: type[msgspec.Struct], node: yaml.Node) -> Iterator[tuple[Shape, yaml.ScalarNode]]:
    """Every single value that the declaration knows, with its shape."""
    shapes = shapes_of(record)
    for key, value in node.value:
        shape = shapes.get(key.value) if isinstance(key, yaml.ScalarNode) else None
        if shape is not None:
            for each in value.value if shape.many and isinstance(value, yaml.SequenceNode) else [value]:
                if isinstance(each, yaml.MappingNode) and shape.record is not None:
                    yield from _fields(shape.record, each)
                elif isinstance(each, yaml.ScalarNode):
                    yield shape, each


def _quoted(lines: list[str], root: yaml.MappingNode) -> list[str]:
    """The lines with quotes around each text that needs them, from the last to the first so that places hold."""
    lines = list(lines)
    found = [node for shape, node in _fields(Agenda, root) if _needs_quotes(shape, node)]
    for node in sorted(found, key=lambda each: (each.start_mark.line, each.start_mark.column), reverse=True):
        start, end, line = node.start_mark.column, node.end_mark.column, lines[node.start_mark.line]
        lines[node.start_mark.line] = line[:start] + scalar(node.value) + line[end:]
    return lines


def _needs_quotes(shape: Shape, node: yaml.ScalarNode) -> bool:
    holds_text = shape.leaf is not None and (shape.leaf is str or issubclass(shape.leaf, Marked))
    plain = not node.style and node.start_mark.line == node.end_mark.line
    return holds_text and plain and bool(node.value) and not _is_nothing(node) and is_taken_otherwise(node.value)


def _is_nothing(node: yaml.ScalarNode) -> bool:
    return node.value in {"~", "null", "Null", "NULL"}


def _same(path: str, before: str, after: str) -> bool:
    """Whether both files say the same and have the same comments."""
    one, other = compose(path, before), compose(path, after)
    if _values(one) != _values(other):
        return False
    return _comments(before, one) == _comments(after, other)


def _comments(text: str, root: yaml.Node) -> Counter[str]:
    return Counter(words for _, _, words in comments(text, root))


def _values(node: Any) -> Any:
    """The value of a node, the same for any order of its keys; of a key that occurs twice, the first counts."""
    if isinstance(node, yaml.MappingNode):
        pairs = [(repr(_values(key)), _values(value)) for key, value in node.value]
        return ("mapping", sorted(pairs, key=lambda pair: pair[0]))
    if isinstance(node, yaml.SequenceNode):
        return [_values(each) for each in node.value]
    return (node.value, not node.style and (not node.value or _is_nothing(node)))
