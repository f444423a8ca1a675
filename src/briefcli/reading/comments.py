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
    rf"(?i)^\W*(?:begin|start|aanvang)\b(?!\s(?:week|[0-9]|{'|'.join(FULL_MONTHS)}))"
    r"|^#\s*(?:[=*-]{3,}|>>+)(?!\W*(?:/|eind|end))|\b(?:vanaf|from)\s(?:hier|here)\b|\balle?s?\b.*onder(?:\b|staand)"
)
# `einde vertrouwelijk`, but not `eind mei openbaar` or `einde embargo: 15 juni`
_ENDS = Pattern(
    r"(?i)^\W*(?:(?:einde?|end)\b|/)(?:\W+(?:of|van|the|de|het|this|dit|deze)\b)*"
    r"(?:\W*$|\W+(?:niet|geen|not|non|vertr|geheim|conf|intern|gevoel|restr|secr|gelakt|tlp|woo|dep|stg|deel|blok|passage|section|part))"
    r"|\b(?:tot(?:\sen\smet)?|t/m|to)\s(?:hier|here)\b|\balle?s?\s.*(?:boven|above)"
)
_IS_END = Pattern(  # without a mark
    r"(?i)\W*(?:einde?|end|(?:tot(?:\sen\smet)?|t/m|to)\s(?:hier|here)|(?:(?:weer|vanaf\shier)\s)?(?:openbaar|public))"
    r"[^\w?]*"
)
CommentMark = tuple[int, int, bool]  # line and column of a comment that is a mark, and whether something is before it
_Point = tuple[int, int]
_Range = tuple[int, int]  # the first line, and the line behind the last


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
    rows = _Rows(lines)
    found: list[CommentMark] = []
    meant, since_end = list[_Range](), list[_Range]()
    begun = opened = 0  # the first line of a range: it says so, or is the first mark since the last end
    for line, column, comment in comments(text, root):
        before = lines[line - 1][: column - 1].strip()
        is_beside = bool(before.strip(" -"))
        is_key = column == 1 and _KEY_SWITCHED_OFF.match(comment) is not None
        of_program = _OF_BRIEF.match(comment) or (is_key and line > 1 and lines[line - 2].startswith("#"))
        points = {each for each in (_UP, _DOWN, _BEGINS, _ENDS) if each.search(comment)}
        is_mark = not of_program and _is_mark(comment, is_beside=is_beside, points=points)
        if is_mark:
            found.append((line, column, is_beside))
        first = begun or opened
        ends = is_mark and _ENDS in points and points.isdisjoint((_BEGINS, _DOWN))
        if first and (ends or (not is_mark and _IS_END.fullmatch(comment))):
            meant += [(start, min(end, line + 1)) for start, end in since_end] + [(first, line + 1)]
            since_end, begun, opened = [], 0, 0
        elif is_mark:
            begun = begun or line * (_BEGINS in points)
            opened = opened or line * (not before)
            since_end += rows.meant(line, before, points)
            since_end += [(line - 1, line)] if is_key else []  # such a key may have belonged to the line above it
    return found, _marked_at(_numbers([*meant, *since_end]), root) if found else frozenset()


def _numbers(ranges: list[_Range]) -> set[int]:
    """The numbers of all lines in the ranges, which may overlap."""
    found, last = set[int](), 0
    for start, end in sorted(ranges):
        found.update(range(max(start, last), end))
        last = max(last, end)
    return found


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


class _Rows:
    """The lines of a file with more than a comment on them: their numbers (from 1) and their indents.

    `above` and `below` have, for each of them, the place of the nearest one that starts further to the left.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self.numbers = [number for number, line in enumerate(lines, 1) if line.lstrip()[:1] not in ("", "#")]
        self.indents = [indent_of(lines[number - 1]) for number in self.numbers]
        self.above = _further_left(self.indents)
        last = len(self.numbers) - 1
        self.below = [last - place for place in reversed(_further_left(self.indents[::-1]))]

    def meant(self, number: int, before: str, points: set[Pattern]) -> list[_Range]:
        """The lines that a comment on line `number`, with the words `before` it, is about.

        A comment beside a text is about its own line. Behind dashes alone it is about the item, which may start on the
        next row. Alone it is about the next row, or the previous one if it is indented deeper than the next. One that
        points up may be about either, and about each item that ends above it and does not start left of it.
        """
        column = indent_of(self._lines[number - 1])
        above, below = bisect_left(self.numbers, number) - 1, bisect_right(self.numbers, number)
        last, following = self._row(above), self._row(below)
        if before:
            meant = [(number, number + 1), *(following if not before.strip(" -") else ())]
        elif _ENDS in points:
            meant = self._block(above, column, self.above)
        else:
            is_of_next = not last or (following and column <= self.indents[below])
            meant = (following or last) if is_of_next else last
        if _UP in points:
            meant = [*meant, *following, *last, *self._items_ending(above, column)]
        if _BEGINS in points:
            meant = [*meant, *self._block(below, column, self.below)]
        return [*meant, *following] if _DOWN in points else meant

    def _row(self, place: int) -> list[_Range]:
        return [(number, number + 1) for number in self.numbers[max(place, 0) : place + 1]]

    def _block(self, place: int, column: int, further_left: Sequence[int]) -> list[_Range]:
        """The lines from a row on, up or down, to one that starts left of the column and of the row."""
        if not self._row(place):
            return []
        least, end = min(column, self.indents[place]), place
        while 0 <= end < len(self.indents) and self.indents[end] >= least:
            end = further_left[end]
        first, last = (end + 1, place) if end < place else (place, end - 1)
        return [(self.numbers[first], self.numbers[last] + 1)]

    def _items_ending(self, place: int, column: int) -> Iterator[_Range]:
        """The first line of each list item that ends with a row, unless it starts left of the column."""
        place = self.above[place] if place >= 0 else -1
        while place >= 0 and self.indents[place] >= column:
            if self._lines[self.numbers[place] - 1].lstrip().startswith("-"):
                yield from self._row(place)
            place = self.above[place]


def _further_left(indents: Sequence[int]) -> list[int]:
    """For each indent the place of the nearest earlier one that is smaller, or -1."""
    found, open_ = list[int](), list[int]()
    for place, indent in enumerate(indents):
        while open_ and indents[open_[-1]] >= indent:
            open_.pop()
        found.append(open_[-1] if open_ else -1)
        open_.append(place)
    return found
