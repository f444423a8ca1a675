"""Which mistakes of a mended file are its author's: in doubt, what a mend may have caused is not told."""

from bisect import bisect_left
from collections.abc import Iterator

import yaml

from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading import codes
from briefcli.reading.mending import Mended
from briefcli.reading.mends import Point
from briefcli.reading.outline import indent, parts_of, section_start, top_key

Lost = tuple[str, str]  # the agenda's key, and the key below it; empty where that is not known
Span = tuple[Point, Point]

_OF_A_MAPPING = frozenset({codes.MISSING_KEY.name, codes.NO_GROUND.name})
_NAMED = frozenset({"events", "deadlines"})
_NAMING = frozenset({"", "id", "kind", *_NAMED})
_BRINGING = frozenset({"", "series", "body", "kind", "drops"})  # they decide which names there are besides
_DATING = frozenset({"", "moved_to", "status"})


def is_undated(mended: Mended) -> bool:
    """Whether what is lost may have said on which day the meeting is."""
    return any(section in _DATING for section, _ in _lost(mended))


def certain(mended: Mended, found: list[Diagnostic], *, are_names_brought: bool) -> list[Diagnostic]:
    """Those of the mistakes that the file has as well, each where the file has it.

    `are_names_brought` says that due dates may count from what a rhythm brings, so from what is in no list.
    """
    if mended.root is None:
        return []
    altered = sorted(mended.altered)
    keys, values = _texts(mended.root)
    holes = [span for span in (*keys, *values) if _is_in(span, altered)]
    told = {point for point in altered if any(start <= point <= end for start, end in values)}
    touched = {line for line, _ in {*altered} - told}
    for line in mended.moved:  # the line above may be the one that stands wrong, so the one before it counts too
        touched |= {line, line - 1, line - 2}
    doubtful = {_span(node)[0] for node in _mappings(mended.root) if _is_touched(node, touched, mended.gone)}
    silent = codes.DUE_NOWHERE.name if _are_names_lost(mended, are_names_brought=are_names_brought) else None
    return [
        mended.in_file(each)
        for each in found
        if each.code != silent
        and not any(start <= (each.line - 1, each.column - 1) <= end for start, end in holes)
        and not (each.code in _OF_A_MAPPING and (each.line - 1, each.column - 1) in doubtful)
    ]


def _texts(root: yaml.Node) -> tuple[list[Span], list[Span]]:
    """From where to where each key goes, and each other text."""
    keys: list[Span] = []
    values: list[Span] = []
    waiting: list[tuple[yaml.Node, list[Span]]] = [(root, values)]
    while waiting:
        node, spans = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            waiting += (part for key, value in node.value for part in ((key, keys), (value, values)))
        elif isinstance(node, yaml.SequenceNode):
            waiting += ((each, spans) for each in node.value)
        else:
            spans.append(_span(node))
    return keys, values


def _mappings(root: yaml.Node) -> Iterator[yaml.MappingNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            yield node
            waiting += (part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    assert start is not None  # noqa: S101  # the parsers give every node its marks
    assert end is not None  # noqa: S101
    return (start.line, start.column), (end.line, end.column)


def _is_in(span: Span, points: list[Point]) -> bool:
    """Whether one of the points (sorted) lies in it."""
    at = bisect_left(points, span[0])
    return at < len(points) and points[at] <= span[1]


def _is_touched(node: yaml.MappingNode, touched: set[int], gone: set[int]) -> bool:
    """Whether one of the lines is part of it; what is gone may have been its first line as well."""
    (first, _), (end, _) = _span(node)
    last = end if node.flow_style or end == first else end - 1
    return any(first <= line <= last for line in touched) or any(first - 1 <= line <= last for line in gone)


def _are_names_lost(mended: Mended, *, are_names_brought: bool) -> bool:
    """Whether what is lost may have been a name that a due date counts from."""
    bringing = _BRINGING if are_names_brought else {""}
    return any(section in bringing or (section in _NAMED and key in _NAMING) for section, key in _lost(mended))


def _lost(mended: Mended) -> Iterator[Lost]:
    """Where something of the file is not read."""
    for line in mended.gone:
        is_top = indent(mended.original[line]) == 0
        yield "" if is_top else _section(mended, line), ""
    for line, _ in mended.altered:
        has_more_keys = "{" in mended.original[line]
        yield _section(mended, line), "" if has_more_keys else parts_of(mended.lines[line]).key


def _section(mended: Mended, line: int) -> str:
    """The key at the left to which this line belongs, though it may be none of the agenda's."""
    parts = parts_of(mended.lines[line])
    if parts.text == 0 and mended.lines[line]:
        return parts.key
    return top_key(mended.lines[section_start(mended.lines, line)])
