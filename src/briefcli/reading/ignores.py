"""`# brief: ignore[code]` on a line silences messages with that code on that line, and nowhere else.

A text of several lines cannot contain a comment. A comment on the line with its | or > counts for all its lines.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from briefcli.catalog import tr
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.reading import codes
from briefcli.reading.comments import comments
from briefcli.reading.leaves import nearest
from briefcli.reading.limits import MOST_MISTAKES
from briefcli.reading.pyyaml import yaml
from briefcli.reading.yaml_places import lines_with, scalars

_IGNORE = re.compile(r"#\s*brief:\s*ignore\[([^\]]*)\]")


def unsilenced(text: str, root: yaml.Node, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that are not silenced, and a warning for each code in a comment that does not exist."""
    ignored: dict[int, set[str]] = defaultdict(set)
    left: list[Diagnostic] = []
    for line, column, comment in comments(text, root):
        for ignore in _IGNORE.finditer(comment):
            names = [name.strip() for name in ignore[1].split(",")]
            ignored[line].update(names)
            for name in [each for each in names if each not in codes.CODES][: MOST_MISTAKES - len(left)]:
                hint = nearest(name, codes.CODES) or tr("brief check --explain lists the codes")
                left.append(problem((line, column + ignore.start()), codes.UNKNOWN_IGNORE, hint=hint))
    for node in scalars(root):
        if node.style in ("|", ">") and node.start_mark is not None:
            for line in lines_with(node)[1:]:
                ignored[line] |= ignored[node.start_mark.line + 1]
    return [each for each in found if each.code not in ignored[each.line]] + left
