"""Finds the comments of a file, and those that are marks of what is not public. A # in a text starts no comment."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from briefcli.domain.dates.words import FULL_MONTHS
from briefcli.domain.marks import is_mark_alone, is_marked_heading
from briefcli.patterns import Pattern
from briefcli.reading.lines import indent_of, lines_of
from briefcli.reading.mark_words import holds_mark, is_mark_line, may_hold_mark
from briefcli.reading.pyyaml import yaml
from briefcli.reading.yaml_places import nodes_in, scalars

_OF_BRIEF = Pattern(r"#\s*(?:check|brief):")
# A key that a # at the left margin switches off. In the template of a new agenda a comment explains it above
_KEY_SWITCHED_OFF = Pattern(r"#(?! \S)\s*(?:- )?\w+:")
_SIGN = re.compile(r"(?:^|(?<=\s))#")
_WORDS = re.compile(r"#[# \t\"'(\[-]*+(?=([^\n]+))")  # behind each #, also one in a text
_NO_SENTENCE = 3  # words; a full stop after so few does not end a sentence
# How a comment points at the text above or below it, or at all from here or up to here
_UP = Pattern(
    "(?i)(?![\u2193\u21d3\u25bc\u25bd\u2b07])[\\^\u2190-\u21ff\u25b2-\u25c5\u261d\u2900-\u297f\u2b00-\u2b2f\U0001f446\U0001f53c]"
    r"|/\\|<[-=]|\b(?:hier\s?boven|zie\sboven|boven(?!\s|dien)|voorgaand|vorige?\b(?!\s(?:week|maand|keer))|above|previous|preceding)"
)
_DOWN = Pattern(r"(?i)[\u2193\u21d3\u25bc\u25bd\u2b07]|\b(?:hieronder|onderstaand|volgende?\b|below|following|next)")
_BEGINS = Pattern(
    rf"(?i)^\W*(?:begin|start|aanvang)\b(?!\s(?:week\b|(?:[0-9]+\s)?(?:{'|'.join(FULL_MONTHS)})\b))"
    r"|\b(?:vanaf|from)\s(?:hier|here)\b|\balle?s?\b.*onder(?:\b|staand)"
)
# `einde vertrouwelijk` or `/intern`, but not `eind mei openbaar` or `einde embargo: 15 juni`
_ENDS = Pattern(
    r"(?i)^\W*(?:(?:einde?|end)\b(?:\W+(?:of|van|the|de|het|this|dit|deze)\b)*\W*|/)"
    r"(?:$|niet|geen|not|non|vertr|geheim|conf|intern|gevoel|restr|secr|gelakt|tlp|woo|dep|stg|deel|blok|passage|section|part)"
    r"|\b(?:tot(?:\sen\smet)?|t/m|to)\s(?:hier|here)\b|\balle?s?\s.*(?:boven|above)"
)
_IS_END = Pattern(  # without a mark
    r"(?i)\W*(?:einde?|end|(?:tot(?:\sen\smet)?|t/m|to)\s(?:hier|here)|(?:(?:weer|vanaf\shier)\s)?(?:openbaar|public))"
    r"[^\w?]*"
)
CommentMark = tuple[int, int, bool]  # line and column of a comment that is a mark, and whether something is before it
_Point = tuple[int, int]


def comments(text: str, root: yaml.Node) -> Iterator[tuple[int, int, str]]:
    """Line and column (from 1) of each comment, and the comment itself, `#` included."""
    if "#" not in text:
        return
    texts = sorted(_texts(root))
    for number, line in enumerate(lines_of(text)):
        for found in _SIGN.finditer(line) if "#" in line else ():
            before = bisect_right(texts, (number, found.start()), key=itemgetter(0)) - 1
            if before < 0 or texts[before][1] <= (number, found.start()):
                yield number + 1, found.start() + 1, line[found.start() :].rstrip()
                break


def _texts(root: yaml.Node) -> Iterator[tuple[_Point, _Point]]:
    """The start and end of each text, as line and column from 0."""
    for node in scalars(root):
        if node.start_mark is not None and node.end_mark is not None:
            start = (node.start_mark.line, node.start_mark.column)
            if node.style in ("|", ">"):
                start = (start[0] + 1, 0)  # a comment may follow the | or >; the text starts below it
            yield start, (node.end_mark.line, node.end_mark.column)


def comment_marks(text: str, root: yaml.MappingNode) -> tuple[list[CommentMark], frozenset[int]]:
    """The comments that mark something as not public, and the `id`s of the nodes that they mark."""
    if "#" not in text or not any(map(may_hold_mark, _WORDS.findall(text))):  # a quick test, as most comments are none
        return [], frozenset()
    lines = lines_of(text)
    rows = _rows(lines)
    numbers = [*rows]
    found: list[CommentMark] = []
    meant = set[int]()
    begun = opened = 0  # the first line of a range: it says so, or is the first mark since the last end
    ended = all_above = depth = 0  # the depth counts the ranges that say where they begin and are still open
    for line, column, comment in comments(text, root):
        before = lines[line - 1][: column - 1].strip()
        is_beside = bool(before.strip(" -"))
        is_key = column == 1 and _KEY_SWITCHED_OFF.match(comment) is not None
        of_program = _OF_BRIEF.match(comment) or (is_key and line > 1 and lines[line - 2].startswith("#"))
        points = {each for each in (_UP, _DOWN, _BEGINS, _ENDS) if each.search(comment)}
        is_mark = not of_program and _is_mark(comment, is_beside=is_beside, points=points)
        is_end = is_mark and _ENDS in points
        if is_end or ((begun or opened) and not (is_mark or before) and _IS_END.fullmatch(comment)):
            depth, all_above = max(depth - 1, 0), line if _UP in points else all_above
            if not depth:
                meant.update(range(begun or opened or ended + 1, line + 1))
                begun, opened, ended = 0, 0, line
        if is_mark:
            found.append((line, column, is_beside))
            depth += _BEGINS in points
            begun = begun or line * (_BEGINS in points)
            opened = opened or line * (not before and not is_end)
            if not is_end or _DOWN in points:
                meant |= _lines_meant(lines, rows, numbers, line, before, points)
            meant |= {line - 1} if is_key else set()  # such a key may have belonged to the line above it
    meant.update(range(1, all_above + 1), range(begun, len(lines) + 1) if begun else ())
    return found, _marked_at(meant, root) if found else frozenset()


def _is_mark(comment: str, *, is_beside: bool, points: set[Pattern]) -> bool:
    """Whether a comment is a mark, in the style of a file or a memo. It may have other words too, but not a sentence.

    Beside a text, or if it `points` at the text that it means, it may be a sentence.
    """
    words = comment.lstrip("# ")
    words = words.rstrip(".") if points or len(words.split()) <= _NO_SENTENCE else words
    rest = words  # `vanaf hier intern`
    for each in points:
        rest = each.sub("", rest)
    if any(map(is_mark_line, (words, rest))) or is_mark_alone(words) or (is_beside and holds_mark(words)):
        return True
    return is_marked_heading(words) and (is_beside or not words.endswith("."))


def _marked_at(at: set[int], root: yaml.MappingNode) -> frozenset[int]:
    """The `id`s of the nodes that are marked by comments about these lines."""
    found = {id(root)} if root.start_mark.line + 1 in at else set[int]()
    for node in nodes_in(root):
        if isinstance(node, yaml.SequenceNode):
            found |= {id(each) for each in node.value if _is_at(each, at)}
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(value, yaml.ScalarNode) and (_is_at(value, at) or _is_at(key, at)):
                found.add(id(value))
            elif _is_at(key, at):
                found |= {id(each) for each in (value, *(value.value if isinstance(value, yaml.SequenceNode) else ()))}
    return frozenset(found)


def _is_at(node: yaml.Node, lines: set[int]) -> bool:
    """Whether a text is on one of these lines, or a mapping or list starts on one."""
    start = end = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark.line + (node.end_mark.column > 0)
    return not lines.isdisjoint(range(start, end + 1))


def _rows(lines: Sequence[str]) -> dict[int, int]:
    """The number of each line with more than a comment on it, and of the nearest above that starts further left, or 0.

    This looks at each line once, so that thousands of comments cost no more than a few.
    """
    found, open_ = dict[int, int](), list[tuple[int, int]]()
    for number, line in enumerate(lines, start=1):
        if line.lstrip()[:1] not in {"", "#"}:
            indent = indent_of(line)
            while open_ and open_[-1][1] >= indent:
                open_.pop()
            found[number] = open_[-1][0] if open_ else 0
            open_.append((number, indent))
    return found


def _lines_meant(
    lines: Sequence[str], rows: dict[int, int], numbers: Sequence[int], number: int, before: str, points: set[Pattern]
) -> set[int]:
    """The lines that a comment on line `number`, with the words `before` it, is about. `numbers` are keys of `rows`.

    A comment beside a text is about its own line. Behind dashes alone it is about the item, which may start on the next
    row. Alone it is about the next row, or the previous one if it is indented deeper than the next. One that points up
    may be about either, and about each item that ends above it and does not start left of it.
    """
    place, column = bisect_left(numbers, number), indent_of(lines[number - 1])
    above, below = numbers[max(place - 1, 0) : place], numbers[place + bool(before) : place + bool(before) + 1]
    if before:
        meant = {number} if before.strip(" -") else {number, *below}
    elif not above or (below and column <= indent_of(lines[below[0] - 1])):
        meant = {*(below or above)}
    else:
        meant = {*above}
    if _UP in points:
        meant |= {*below, *above}
        outer = rows[above[0]] if above else 0
        while outer and indent_of(lines[outer - 1]) >= column:
            meant |= {outer} if lines[outer - 1].lstrip().startswith("-") else set()
            outer = rows[outer]
    return meant | {*below} if _DOWN in points else meant
