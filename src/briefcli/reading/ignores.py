"""`# brief: ignore[code]` on a line silences messages with that code on that line, and nowhere else.

A text of several lines cannot contain a comment. A comment on the line with its | or > counts for all its lines.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefcli.catalog import tr
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.reading import codes
from briefcli.reading.comments import comments
from briefcli.reading.leaves import nearest
from briefcli.reading.limits import MOST_MISTAKES
from briefcli.reading.pyyaml import yaml
from briefcli.reading.yaml_places import last_line, scalars

_IGNORE = re.compile(r"#\s*brief:\s*ignore\[([^\]]*)\]")


def unsilenced(path: str, text: str, root: yaml.Node, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that are not silenced, and a warning for each code in a comment that does not exist."""
    ignored: dict[int, set[str]] = defaultdict(set)
    left: list[Diagnostic] = []
    for line, column, names in _ignores(text, root):
        ignored[line].update(names)
        unknown = [name for name in names if name not in codes.CODES]
        left += (_unknown(path, (line, column), name) for name in unknown[: MOST_MISTAKES - len(left)])
    for first, last in _long_texts(root):
        for line in range(first + 1, last + 1):
            ignored[line] |= ignored[first]
    return [each for each in found if each.code not in ignored[each.line]] + left


def _ignores(text: str, root: yaml.Node) -> Iterator[tuple[int, int, list[str]]]:
    for line, column, comment in comments(text, root):
        for found in _IGNORE.finditer(comment):
            yield line, column + found.start(), [name.strip() for name in found[1].split(",")]


def _long_texts(root: yaml.Node) -> Iterator[tuple[int, int]]:
    """The first and last line (from 1) of each text after a | or >."""
    for node in scalars(root):
        if node.style in ("|", ">") and node.start_mark is not None:
            yield node.start_mark.line + 1, last_line(node) + 1


def _unknown(path: str, place: tuple[int, int], name: str) -> Diagnostic:
    hint = nearest(name, codes.CODES) or tr("brief check --explain lists the codes")
    return problem(path, place, codes.UNKNOWN_IGNORE, tr(codes.UNKNOWN_IGNORE.title), hint)
