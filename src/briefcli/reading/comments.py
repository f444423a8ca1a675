"""Finds the comments of a file, and those that are marks of what is not public. A # in a text starts no comment."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from briefcli.domain.agenda import Agenda
from briefcli.domain.dates.words import FULL_MONTHS
from briefcli.domain.mark_remarks import NO_COMMENT, is_remark
from briefcli.domain.marks import is_mark_alone, is_marked_heading
from briefcli.patterns import Pattern
from briefcli.reading.lines import indent_of, lines_of
from briefcli.reading.mark_words import NO, holds_mark, is_mark_line, may_hold_mark
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import shapes_of
from briefcli.reading.yaml_places import nodes_in, scalars

_OF_BRIEF = Pattern(r"#\s*(?:check|brief):")
# A key that a # at the left margin switches off. In the template of a new agenda a comment explains it above
_KEY_SWITCHED_OFF = Pattern(r"#(?! \S)\s*(?:- )?\w+:")
_SIGN = re.compile(r"(?:^|(?<=\s))#")
_WORDS = re.compile(r"#[# \t\"'(\[-]*+(?=([^\n]+))")  # behind each #, also one in a text
_CROWDED = re.compile(r"(?:#[^#\n]+){20}")  # to look behind each of thousands of # in one line would take minutes
_NO_SENTENCE = 3  # words; a full stop after so few does not end a sentence
# How a comment points at the text above or below it, at several items, or at all from here or up to here
_UP = Pattern(
    "(?i)(?![\u2193\u21d3\u25bc\u25bd\u2b07])[\\^\u2190-\u21ff\u25b2-\u25c5\u261d\u2900-\u297f\u2b00-\u2b2f\U0001f446\U0001f53c]"
    r"|/\\|<[-=]|\b(?:hier\s?boven|zie\sboven|boven(?!\s|dien)|voorgaand|vorige?\b(?!\s(?:week|maand|keer))|above|previous|preceding)"
)
_DOWN = Pattern(r"(?i)[\u2193\u21d3\u25bc\u25bd\u2b07]|\b(?:hieronder|onderstaand|volgende?\b|below|following|next)")
_SEVERAL = Pattern(
    r"(?i)\b(?:beide|both|twee|drie|vier|vijf|zes|two|three|four|five|punten|items|regels|blok|block|alinea[’']?s|passages|vragen"
    r"|stukken|sessies|points|lines|(?:volgende|onderstaande|vorige|bovenstaande|next|following|previous)\s[2-9])\b"
)
_BEGINS = Pattern(
    rf"(?i)^\W*(?:begin|start|aanvang)\b(?!\s(?:(?:[0-9]+|volgende|deze)\s)?(?:week|{'|'.join(FULL_MONTHS)})\b)"
    r"|^# ?>{2}(?!.*<)"
    r"|\b(?:vanaf|from)\s(?:hier|here)\b|\balle?s?\b.{0,80}onder(?:\b|staand)|\bt/?m\spunt\b"
)
# `einde vertrouwelijk` or `/intern`, but not `eind mei openbaar` or `einde embargo: 15 juni`
_ENDS = Pattern(
    r"(?i)^\W*(?:(?:einde?|end)\b(?:\W+(?:of|van|the|de|het|this|dit|deze)\b)*\W*|/)"
    r"(?:$|niet|geen|not|non|vertr|geheim|conf|intern|gevoel|restr|secr|gelakt|tlp|woo|dep|stg|deel|blok|passage|section|part)"
    r"|^# ?<{2}(?!.*>)|\b(?:tot(?:\sen\smet)?|t/m|to)\s(?:hier|here)\b"
)
_IS_END = Pattern(  # without a mark
    r"(?i)\W*(?:einde?|end|(?:tot(?:\sen\smet)?|t/m|to)\s(?:hier|here)"
    r"|(?:weer\s|vanaf\shier\s)?(?:openbaar|public)(?:\sweer|\svanaf\shier)?)[^\w?]*"
)
_ALL_ABOVE = Pattern(r"(?i)\balle?s?\s.{0,80}(?:boven|above)")
# A comment that surely means nothing below it. Others may mean the next item too: `vertrouwelijk, zie boven`,
# `deze en vorige niet openbaar`, `intern: de bovengrens`
_ONLY_UP = Pattern(
    r"(?i)#++(?!.*(?:[,;+&]|\b(?:en|and|ook|also|too|di[et]|deze|this|these|hier|here|maar|but|wel)\b)) ?"
    r"(?:(?:the|de|het|all|alles?|beide|both|twee|drie|[2-9])\s(?:\w+\s)?)?"
    r"(?:(?:hierboven|bovenstaande?|voorgaande?|above(?!\s(?:the|all|a)\b)"
    r"|(?:vorige?|previous)\s(?:punt|item|regel|vraag|alinea|passage|point|line|question)\w*)\b|/\\|<-"
    "|[\\^\u2190\u2191\u21d0\u21d1\u25b2\u25b3\u261d\u2b05\u2b06\U0001f446\U0001f53c])"
)
# Doubt whether a text may be public: `nog checken of dit openbaar mag`, but not `mag openbaar` or `overleg is openbaar`
_DOUBTS = Pattern(
    r"(?i)\b(?:(?:of|mag|kan|moet)\s(?:nog|het|di?[et]\w*)|check\w*|afstem\w*|overleggen|navragen)\b.{0,80}"
    r"\b(?:openbaar(?!\s(?:ministerie|register|vervoer|bestuur)\b)|publiek|publiceren|woo)\b"
    r"|\b(?:openbaar|publiek|public)\s?(?:\?|(?:te\s)?maken)"
)
# Above the whole file it says for whom the agenda is, beside a text that nobody else may read it
_FOR_READER = Pattern(r"(?i)#\s*(?:voor|for)\s(?:de\s)?(?:mp?|minister|stas|staatssecretaris|bwp?|p?sg|dg)\W*")
_RULER = Pattern(r"#\s?(?:={3}|-{3}|\*{3}|~{3}|#{3})")  # a mark between rulers begins a range; the next ruler ends it
_Point = tuple[int, int]


class Comment(NamedTuple):
    """A comment: its place (from 1), its words, how it points at other lines, and whether it is a mark.

    `before` is what comes before it on its line: nothing, dashes alone, or (`is_beside`) a text or a key.
    """

    line: int
    column: int
    text: str
    before: str
    is_beside: bool
    points: set[Pattern]
    is_mark: bool


class CommentMarks(NamedTuple):
    """The comments that are marks, the `id`s of the nodes that they mark, and the lines of ends without a begin."""

    found: Sequence[Comment] = ()
    nodes: frozenset[int] = frozenset()
    unbegun: frozenset[int] = frozenset()


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


def comment_marks(text: str, root: yaml.MappingNode) -> CommentMarks:
    """The comments that mark something as not public, and what they mark."""
    # A quick test, as most comments are none
    if "#" not in text or not (
        _CROWDED.search(text) or any(may_hold_mark(each) or is_remark(each) for each in _WORDS.findall(text))
    ):
        return CommentMarks()
    lines = lines_of(text)
    begin = root.start_mark.line
    written = (each for each in comments(text, root) if each[0] > begin or not _FOR_READER.fullmatch(each[-1]))
    said = [_understood(lines, *each) for each in written]
    found = [each for each in said if each.is_mark]
    rows = _Rows(lines, root)
    ranges = [*_ranges(said, rows)]
    unbegun = frozenset(each[-1] for each, is_begun in ranges if not is_begun)
    # `# <<< geheim` without a begin may be an arrow that points at nothing
    alone = (each._replace(points=set()) if each.line in unbegun and "<<" in each.text else each for each in found)
    meant = {line for each, _ in ranges for line in each}.union(*map(rows.meant_by, alone))
    return CommentMarks(found, _marked_at(meant, root) if found else frozenset(), unbegun)


def _understood(lines: Sequence[str], line: int, column: int, text: str) -> Comment:
    before = lines[line - 1][: column - 1].strip()
    is_beside = bool(before.strip(" -"))
    points = {each for each in (_UP, _DOWN, _BEGINS, _ENDS, _ALL_ABOVE) if each.search(text)}
    is_key = column == 1 and _KEY_SWITCHED_OFF.match(text) is not None
    of_program = _OF_BRIEF.match(text) or (is_key and line > 1 and lines[line - 2].startswith("#"))
    is_mark = not of_program and _is_mark(text, is_beside=is_beside, points=points)
    if not points.isdisjoint({_UP, _DOWN}) and _SEVERAL.search(text):
        points.add(_BEGINS if _DOWN in points else _SEVERAL)
    if not (is_beside or points.isdisjoint({_UP, _ALL_ABOVE}) or _ONLY_UP.match(text)):
        points.add(_DOWN)
    points |= {_KEY_SWITCHED_OFF} if is_key else set()
    points |= {_RULER} if any(map(_RULER.match, map(str.lstrip, (text, *lines[line - 2 : line + 1 : 2])))) else set()
    return Comment(line, column, text, before, is_beside, points, is_mark)


def _ranges(said: Iterable[Comment], rows: "_Rows") -> Iterator[tuple[range, bool]]:
    """The lines of each range that is not public, and whether it is known where it begins.

    It begins at a comment that says so, else at the first mark on a line of its own since the last range, else below
    the last range or the head of the agenda. A range inside another does not end that one. A range without an end goes
    on to the last line.
    """
    begins = list[int]()  # the lines where the ranges begin that are still open
    first_mark = ruled = last_end = last_several = all_above = 0
    for each in said:
        points = each.points if each.is_mark else set()
        may_end = (begins or first_mark) and not (each.is_mark or each.before) and _IS_END.fullmatch(each.text)
        if _ENDS in points or may_end:
            begin = begins[0] if begins else first_mark
            begins = begins[:-1]
            if not begins:
                yield range(begin or max(rows.below_head(each.line), last_end + 1), each.line + 1), bool(begin)
                first_mark, last_end = 0, each.line
        elif _SEVERAL in points:
            yield range(max(rows.begin_of_field(each.line), last_several + 1), each.line + 1), True
            last_several = each.line
        elif each.is_mark and not each.before:
            first_mark = first_mark or each.line
        begins += [each.line] if _BEGINS in points else []
        all_above = each.line if _ALL_ABOVE in points else all_above
        if ruled and _RULER in each.points and each.line > ruled + 1:
            yield range(ruled, each.line), True
            ruled = 0
        ruled = ruled or (each.line if _RULER in points and not each.before else 0)
    yield range(1, all_above + 1), True
    begins += [ruled or rows.last + 1]
    yield range(min(begins), rows.last + 1), True


def _is_mark(comment: str, *, is_beside: bool, points: set[Pattern]) -> bool:
    """Whether a comment is a mark, in the style of a file or a memo. It may have other words too, but not a sentence.

    Beside a text, or if it `points` at the text that it means, it may be a sentence.
    """
    words = comment.lstrip("# ")
    if NO_COMMENT.fullmatch(words):
        return False
    words = words.rstrip(".") if points or len(words.split()) <= _NO_SENTENCE else words
    rest = words  # `vanaf hier intern`
    for each in points:
        rest = each.sub("", rest)
    if (
        words.lower().strip(" .!") in NO
        or any(map(is_mark_line, (words, rest)))
        or is_mark_alone(words)
        or (is_beside and holds_mark(words))
        or is_remark(words)
    ):
        return True
    return (is_marked_heading(words) and (is_beside or not words.endswith("."))) or _DOUBTS.search(words) is not None


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
    """The rows of a file: its lines with more than a comment on them.

    This looks at each line once, so that thousands of comments cost no more than a few.
    """

    def __init__(self, lines: Sequence[str], root: yaml.MappingNode) -> None:
        self.last = len(lines)
        self._indents = {at: indent_of(line) for at, line in enumerate(lines, 1) if line.lstrip()[:1] not in {"", "#"}}
        self._numbers = [*self._indents]
        self._items = {at for at in self._numbers if lines[at - 1].lstrip().startswith("-")}
        self._outer = dict[int, int]()  # the nearest row above that starts further left; 0 if none does
        open_ = list[int]()
        for at, indent in self._indents.items():
            while open_ and self._indents[open_[-1]] >= indent:
                open_.pop()
            self._outer[at] = open_[-1] if open_ else 0
            open_.append(at)
        self._fields = [key.start_mark.line + 1 for key, _ in root.value]
        many = [name for name, shape in shapes_of(Agenda).items() if shape.many or name == "considerations"]
        self._first_text = next((key.start_mark.line + 1 for key, _ in root.value if key.value in many), 1)

    def below_head(self, line: int) -> int:
        """The line where the texts of the agenda begin, if that is above this line; 1 if not.

        The title and the date above them are seldom meant by a mark.
        """
        begin = self.begin_of_field(line)
        return begin if begin == self._first_text + 1 else self._first_text if self._first_text < line else 1

    def begin_of_field(self, line: int) -> int:
        """The first line below the last key that has rows between it and this line, or a row on this line."""
        row = bisect_right(self._numbers, line)
        field = bisect_left(self._fields, self._numbers[row - 1]) if row else 0
        return self._fields[field - 1] + 1 if field else 1  # the key itself would be about the whole field

    def meant_by(self, comment: Comment) -> set[int]:
        """The lines that a mark is about, apart from a range.

        Beside a text, it is about its own line. Behind dashes alone it is about the item, which may start on the next
        row. Alone it is about the next row, or the previous one if it is indented deeper than the next. One that points
        up is about the previous row, and about each item that ends there and does not start left of the comment.
        """
        points, at = comment.points, comment.line
        place = bisect_left(self._numbers, at)
        above = {*self._numbers[max(place - 1, 0) : place]}
        after = place + bool(comment.before)
        below = {*self._numbers[after : after + 1]}
        indent = self._indents.get(at, comment.column - 1)
        meant = {at - 1} if _KEY_SWITCHED_OFF in points else set[int]()  # such a key may belong to the line above it
        if comment.before:
            meant |= {at} if comment.is_beside else {at, *below}
        elif not points.isdisjoint({_ENDS, _ALL_ABOVE}) and _DOWN not in points:
            return meant  # the rows of a range
        elif _UP not in points:
            is_of_next = not above or any(indent <= self._indents[each] for each in below)
            meant |= (below or above) if is_of_next else above
        if _UP in points:
            meant |= above or below
            outer = self._outer[max(above)] if above else 0
            while outer and self._indents[outer] >= indent:
                meant |= {outer} & self._items
                outer = self._outer[outer]
        return meant | below if _DOWN in points else meant
