"""`# brief: ignore[code]` on a line silences messages with that code on that line, and nowhere else."""

import re
from collections.abc import Iterable, Iterator

import yaml

from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.reading import codes
from briefcli.reading.leaves import nearest
from briefcli.reading.syntax import lines_of

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*brief:\s*ignore\[([^\]]*)\]")


def unsilenced(path: str, text: str, root: yaml.Node, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is left of the diagnostics, and a warning for each code that does not exist."""
    if "brief:" not in text:
        return list(found)
    ignored: dict[int, frozenset[str]] = {}
    left: list[Diagnostic] = []
    for line, column, names in _ignores(text, root):
        ignored[line] = frozenset(names)
        left += (_unknown(path, (line, column), name) for name in names if name not in codes.CODES)
    return [each for each in found if each.code not in ignored.get(each.line, ())] + left


def _ignores(text: str, root: yaml.Node) -> Iterator[tuple[int, int, list[str]]]:
    scalars = list(_scalars(root))
    for number, line in enumerate(lines_of(text)):
        for found in _COMMENT.finditer(line):
            if not any(start <= (number, found.start()) < end for start, end in scalars):
                names = [name.strip() for name in found[1].split(",")]
                yield number + 1, found.start() + 1, names


def _scalars(root: yaml.Node) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """From where to where each text goes: what looks like a comment inside one is none."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            waiting += (part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif node.start_mark is not None and node.end_mark is not None:
            start = (node.start_mark.line, node.start_mark.column)
            if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
                start = (start[0] + 1, 0)  # behind the sign, on its own line, a comment may stand
            yield start, (node.end_mark.line, node.end_mark.column)


def _unknown(path: str, place: tuple[int, int], name: str) -> Diagnostic:
    hint = nearest(name, codes.CODES) or "brief check --explain lists the codes"
    return problem(path, place, codes.UNKNOWN_IGNORE, codes.UNKNOWN_IGNORE.title, hint)
