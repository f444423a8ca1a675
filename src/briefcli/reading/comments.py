"""The comments of a file: what stands behind a # that is no part of a text."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from briefcli.reading.lines import lines_of
from briefcli.reading.pyyaml import yaml
from briefcli.reading.yaml_places import scalars

_SIGN = re.compile(r"(?:^|(?<=\s))#")
_Point = tuple[int, int]
_FAR: _Point = (sys.maxsize, 0)


def comments(text: str, root: yaml.Node) -> Iterator[tuple[int, int, str]]:
    """Line and column (from 1) of each comment, and the comment itself, `#` included."""
    if "#" not in text:
        return
    texts = sorted(_texts(root))
    for number, line in enumerate(lines_of(text)):
        for found in _SIGN.finditer(line) if "#" in line else ():
            before = bisect_right(texts, ((number, found.start()), _FAR)) - 1
            if before < 0 or texts[before][1] <= (number, found.start()):
                yield number + 1, found.start() + 1, line[found.start() :].rstrip()
                break


def _texts(root: yaml.Node) -> Iterator[tuple[_Point, _Point]]:
    """From where to where each text goes."""
    for node in scalars(root):
        if node.start_mark is not None and node.end_mark is not None:
            start = (node.start_mark.line, node.start_mark.column)
            if node.style in ("|", ">"):
                start = (start[0] + 1, 0)  # behind the sign, on its own line, a comment may stand
            yield start, (node.end_mark.line, node.end_mark.column)
