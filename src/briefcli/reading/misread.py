"""What the parser reads otherwise than it looks to the writer: invisible characters, comments and dashes in a text."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import msgspec

from briefcli.catalog import tr
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.domain.marks import is_mark_alone, is_marked_heading
from briefcli.patterns import Pattern
from briefcli.reading import codes, mark_codes
from briefcli.reading.comments import comments
from briefcli.reading.lines import indent_of, lines_of
from briefcli.reading.mark_words import has_comment_with_mark, holds_mark, is_mark
from briefcli.reading.pyyaml import yaml
from briefcli.reading.yaml_places import nodes_in, scalars

# Blanks, hyphens and marks that look like another character, or like nothing
_INVISIBLE = Pattern(
    "[\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2010\u2011\u2028-\u202f"
    "\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff]"
)
_HASH = Pattern(r"[^\s#][ \t]+#\w")
_IGNORE = Pattern(r"#brief:")
_OF_BRIEF = Pattern(r"#\s*(?:check|brief):")
_OF_TEMPLATE = Pattern(r"#(?! \S)\s*(?:- )?\w+:")  # at the margin: a field that is not used


def with_invisible_named(text: str, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same diagnostics; a hint says so where there is an invisible character at the place, or on its line."""
    lines = lines_of(text)
    return [_named(each, lines[each.line - 1]) if each.line <= len(lines) else each for each in found]


def _named(found: Diagnostic, line: str) -> Diagnostic:
    begin = found.column - 1 if found.width else 0
    sign = _INVISIBLE.search(line, begin, begin + found.width if found.width else len(line))
    if sign is None or "U+" in found.message:
        return found
    name, column = name_of(sign[0]), sign.start() + 1
    hint = tr("replace the invisible character {name} in column {column}", name=name, column=column)
    if found.hint:
        hint = tr(
            "replace the invisible character {name} in column {column}; {hint}",
            name=name, column=column, hint=found.hint,
        )  # fmt: skip
    return msgspec.structs.replace(found, hint=hint)


def name_of(character: str) -> str:
    """The number and the name of a character, as Unicode has it: U+00A0 (no-break space)."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"


def texts_cut_off(path: str, text: str, root: yaml.Node) -> Iterator[Diagnostic]:
    """Warnings about texts that end early because a # begins a comment."""
    if not _HASH.search(text):
        return
    lines = lines_of(text)
    ends = {node.end_mark.line + 1 for node in scalars(root) if node.value and not node.style and node.end_mark}
    for line, column, comment in comments(text, root):
        is_behind_key = lines[line - 1][: column - 1].rstrip().endswith(":")
        if line in ends and not is_behind_key and comment[1:2].isalnum() and not _IGNORE.match(comment):
            hint = tr("put the whole text in quotes, or a blank behind the # of a comment")
            yield problem(path, (line, column), codes.CUT_BY_HASH, hint=hint)


Mark = tuple[int, int, bool]  # line and column of a comment that is a mark, and whether it stands beside something


def marks_in_comments(path: str, text: str, root: yaml.MappingNode, marks: Iterable[Mark]) -> Iterator[Diagnostic]:
    """Warnings about comments that say, as a memo would, that something is not public, where nothing else does."""
    hidden: frozenset[int] | None = None
    for line, column, is_beside in marks:
        from briefcli.reading.quoting import hidden_lines

        hidden = frozenset(hidden_lines(root, text)) if hidden is None else hidden
        if not hidden & {line, line + (not is_beside)}:
            hint = tr("put public: false on a line of its own, under text:")
            yield problem(path, (line, column), mark_codes.MARK_IN_COMMENT, hint=hint, withheld=True)


def marked_by_comment(text: str, root: yaml.MappingNode, marks: Iterable[Mark]) -> frozenset[int]:
    """What a comment with a mark stands at, by the `id` of its node: beside it, above it, or below it and indented."""
    lines = lines_of(text)
    written = [each for each, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    at = {line - 1 if is_beside else _line_meant(lines, written, line - 1) for line, _, is_beside in marks}
    found = {id(root)} if root.start_mark.line in at else set[int]()
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
    last = (
        node.end_mark.line - (node.end_mark.column == 0) if isinstance(node, yaml.ScalarNode) else node.start_mark.line
    )
    return not lines.isdisjoint(range(node.start_mark.line, last + 1))


def _line_meant(lines: list[str], written: list[int], number: int) -> int:
    """The line (from 0) that a comment alone on the line `number` speaks of; `written` are those that hold more."""
    place = bisect_left(written, number)
    above, below = (written[place - 1] if place else None), (written[place] if place < len(written) else None)
    if above is None or (below is not None and indent_of(lines[number]) <= indent_of(lines[below])):
        return number if below is None else below
    return above


def comment_marks(text: str, root: yaml.MappingNode) -> list[Mark]:
    """The comments that say that something is not public."""
    if not has_comment_with_mark(text):
        return []
    lines = lines_of(text)
    found: list[Mark] = []
    for line, column, comment in comments(text, root):
        is_beside = bool(lines[line - 1][: column - 1].strip())
        of_program = _OF_BRIEF.match(comment) or (column == 1 and _OF_TEMPLATE.match(comment))
        if not of_program and _is_mark(comment, is_beside=is_beside):
            found.append((line, column, is_beside))
    return found


def _is_mark(comment: str, *, is_beside: bool) -> bool:
    """Whether a comment is a mark, as a file or a memo has it; one beside a text may also have it among other words."""
    words = comment.lstrip("# ")
    if is_mark(words):
        return True
    return holds_mark(words) or is_marked_heading(words) if is_beside else is_mark_alone(words)


_BULLET = Pattern(r"(?:[–—•·‐‑▪‣]|--|-(?=[^\W\d])|-\u00a0)|[0-9]{1,2}[.)][ \t]")


def bullets_in_texts(path: str, text: str, plain: Iterable[yaml.ScalarNode]) -> Iterator[Diagnostic]:
    """Warnings about unquoted texts of which the first two lines or more begin as the items of a list in Word do."""
    lines = lines_of(text)
    for node in plain:
        line, column = node.start_mark.line, node.start_mark.column
        is_listed = node.end_mark.line > line and _BULLET.match(lines[line][column:])
        if is_listed and _BULLET.match(lines[line + 1].strip(" \t")):
            hint = tr("begin each item of a list with a hyphen and a blank")
            yield problem(path, (line + 1, column + 1), codes.DASH_IN_TEXT, hint=hint)


def dashes_in_texts(path: str, text: str, plain: Iterable[yaml.ScalarNode]) -> Iterator[Diagnostic]:
    """Warnings about lines of unquoted texts that look like list items and are none."""
    lines = lines_of(text)
    for node in plain:
        if node.start_mark is None or node.end_mark is None:
            continue
        for number in range(node.start_mark.line + 1, min(node.end_mark.line + 1, len(lines))):
            words = lines[number].lstrip()
            if words.startswith("- ") and number < node.end_mark.line + bool(node.end_mark.column):
                column = len(lines[number]) - len(words) + 1
                hint = tr("let the dashes of one list begin in the same column, or join the lines if it is one text")
                yield problem(path, (number + 1, column), codes.DASH_IN_TEXT, hint=hint)
