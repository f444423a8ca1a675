"""Warns of what YAML reads differently than its writer expects: invisible characters, a # or dashes in a text."""

import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from briefcli.catalog import tr
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.patterns import Pattern
from briefcli.reading import codes
from briefcli.reading.comments import CommentMarks, comments
from briefcli.reading.leaves import LIST
from briefcli.reading.lines import lines_of
from briefcli.reading.pyyaml import yaml
from briefcli.reading.quoting import hidden_lines
from briefcli.reading.syntax import BULLET
from briefcli.reading.yaml_places import scalars

# Spaces, hyphens and other characters that look like another character, or are invisible
_INVISIBLE = Pattern(
    "[\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2010\u2011\u2028-\u202f"
    "\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff]"
)
_HASH = Pattern(r"[^\s#][ \t]+#\w")


def with_invisible_named(text: str, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same diagnostics. A hint names an invisible character if there is one at the place or on its line."""
    lines = lines_of(text)
    return [_named(each, lines[each.line - 1]) if each.line <= len(lines) else each for each in found]


def _named(found: Diagnostic, line: str) -> Diagnostic:
    begin = found.column - 1 if found.width else 0
    sign = _INVISIBLE.search(line, begin, begin + found.width if found.width else len(line))
    if sign is None or "U+" in found.message:
        return found
    name = f"U+{ord(sign[0]):04X} ({unicodedata.name(sign[0], '?').lower()})"  # U+00A0 (no-break space)
    column = sign.start() + 1
    hint = tr("replace the invisible character {name} in column {column}", name=name, column=column)
    return msgspec.structs.replace(found, hint="; ".join(filter(None, (hint, found.hint))))


def misread(
    text: str, root: yaml.MappingNode, plain: list[yaml.ScalarNode], marks: CommentMarks
) -> Iterator[Diagnostic]:
    """The warnings about a # and dashes. `plain` are unquoted texts with a dash that may start a line."""
    yield from _texts_cut_off(text, root)
    yield from _marks_in_comments(text, root, marks)
    yield from _lists_in_texts(text, plain)


def _texts_cut_off(text: str, root: yaml.Node) -> Iterator[Diagnostic]:
    """Warnings about texts that end early because a # begins a comment."""
    if not _HASH.search(text):
        return
    lines = lines_of(text)
    plain = [node for node in scalars(root) if not node.style and node.end_mark]
    ends = {node.end_mark.line + 1 for node in plain if node.value}
    left_empty = {node.end_mark.line + 1 for node in plain if not node.value}  # the whole text is after the #
    for line, column, comment in comments(text, root):
        is_behind_key = lines[line - 1][: column - 1].rstrip().endswith(":")
        is_cut = line in left_empty or (line in ends and not is_behind_key)
        if is_cut and comment[1:2].isalnum() and not comment.startswith("#brief:"):
            hint = tr("put the whole text in quotes, or a space behind the # of a comment")
            yield problem((line, column), codes.CUT_BY_HASH, hint=hint)


def _marks_in_comments(text: str, root: yaml.MappingNode, marks: CommentMarks) -> Iterator[Diagnostic]:
    """Warnings about comments that mark something as not public, as a memo would, if nothing else marks it."""
    hidden: frozenset[int] | None = None
    for each in marks.found:
        place = (each.line, each.column)
        if each.line in marks.unbegun:
            message = tr("what is not public ends here, but no comment says where it begins")
            hint = tr("what is above it is withheld; write # begin niet openbaar where it begins")
            yield problem(place, codes.MARK_IN_COMMENT, message, hint)  # which tell nothing of what is withheld
            continue
        hidden = hidden_lines(root, text) if hidden is None else hidden
        if not hidden & {each.line, each.line + (not each.is_beside)}:
            hint = tr("put public: false on a line of its own, under text:")
            yield problem(place, codes.MARK_IN_COMMENT, hint=hint, withheld=True)


def _lists_in_texts(text: str, plain: Iterable[yaml.ScalarNode]) -> Iterator[Diagnostic]:
    """Warnings about unquoted texts that look like lists: with the bullets of Word, or with a dash on a later line."""
    lines = lines_of(text)
    for node in plain:
        start, end = node.start_mark, node.end_mark
        below = lines[start.line + 1 : end.line + bool(end.column)]
        if below and all(BULLET.match(each) for each in (lines[start.line][start.column :], below[0].strip(" \t"))):
            yield problem((start.line + 1, start.column + 1), codes.DASH_IN_TEXT, hint=tr(LIST))
        for number, line in enumerate(below, start.line + 2):
            if line.lstrip().startswith("- "):
                hint = tr("let the dashes of one list start in the same column, or join the lines if they are one text")
                yield problem((number, line.index("-") + 1), codes.DASH_IN_TEXT, hint=hint)
