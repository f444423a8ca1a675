"""Decides which lines of a file may be quoted in a message that the public may see. In doubt, none."""

import re

import msgspec

from briefcli.domain.composed import composed
from briefcli.reading.comments import comment_marks, comments
from briefcli.reading.fields import Walker
from briefcli.reading.lines import lines_of
from briefcli.reading.mark_words import is_word_of_mark, line_may_withhold
from briefcli.reading.nodes import Unreadable, compose, decoded
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import MARKS, all_words

_WORD = re.compile("[a-z]+")


class Quotable(msgspec.Struct, frozen=True):
    """The lines of a file. `hidden` are the numbers of those that the public may not see; None means all of them."""

    lines: list[str]
    hidden: frozenset[int] | None
    comments: dict[int, int] = {}  # the column of the # that starts a comment, by the number of its line

    def line(self, number: int, *, internal: bool) -> str | None:
        """The line with that number (from 1). None if it may not be shown. Comments are not public either."""
        if not 1 <= number <= len(self.lines):
            return None
        if internal:
            return self.lines[number - 1]
        if self.hidden is None or number in self.hidden:
            return None
        line, column = self.lines[number - 1], self.comments.get(number)
        return line if column is None else line[: column - 1].rstrip() or None


def quotable(data: bytes) -> Quotable:
    """Which lines of a file may be quoted to whom."""
    try:
        text = composed(decoded(data))
    except Unreadable:
        return Quotable([], None)
    try:
        root = compose(text)
        hidden: frozenset[int] | None = hidden_lines(root, text, comment_marks(text, root).nodes)
    except Unreadable:
        root = yaml.MappingNode("", [])  # so that every # counts
        hidden = None if may_withhold(data) else frozenset()
    return Quotable(lines_of(text), hidden, {line: column for line, column, _ in comments(text, root)})


def may_withhold(data: bytes) -> bool:
    """Whether a file that could not be read may contain text that is not public. Then none of it may be quoted."""
    from briefcli.reading.syntax import CONTROL

    text = data.decode("utf-8", "replace")
    text += "\n" + CONTROL.sub("", data.decode("utf-8", "ignore"))  # such a character may split a mark
    words = {*_WORD.findall(text.lower())} - (all_words() - {*MARKS})
    return any(map(is_word_of_mark, words)) or any(map(line_may_withhold, {*lines_of(text)}))


def hidden_lines(root: yaml.MappingNode, text: str, commented: frozenset[int] = frozenset()) -> frozenset[int]:
    """The numbers of all lines of marked mappings and texts, and of `withheld`. `commented` is as in `Walker`."""
    walker = Walker(text, commented)
    walker.agenda(root, "")
    return walker.hidden_lines()
