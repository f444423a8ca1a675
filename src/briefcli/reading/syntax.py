"""What a YAML parser stumbles over, told in our own words: the same for every parser."""

import re

import yaml

from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.reading import codes

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_KEY_IN_TEXT = re.compile(r"^\s*(?:- )?[^\s#][^:#]*: .*: ")


def explain(path: str, text: str, error: yaml.YAMLError) -> Diagnostic:
    """The diagnostic for a parser's error, found from its position and the text around it."""
    if found := _CONTROL.search(text):
        line, column = _position(text, found.start())
        message = f"the character U+{ord(found[0]):04X} may not stand in a text"
        return problem(path, (line, column), codes.CONTROL_CHARACTER, message, "remove it")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return problem(path, (1, 1), codes.SYNTAX, codes.SYNTAX.title, "compare with a file that brief new writes")
    return _at(path, text, mark.line, mark.column, error)


def _at(path: str, text: str, line: int, column: int, error: yaml.YAMLError) -> Diagnostic:
    said = str(getattr(error, "problem", "") or "")
    lines = text.splitlines()
    words = lines[line] if line < len(lines) else ""
    if "but found another document" in said:
        message = "a second document begins here"
        return problem(path, (line + 1, 1), codes.SECOND_DOCUMENT, message, "give each meeting a file of its own")
    if "\t" in words[: column + 1] or words[: len(words) - len(words.lstrip())].count("\t"):
        place = words.index("\t") + 1
        return problem(path, (line + 1, place), codes.TAB, "a tab stands here", "use spaces, two for each step")
    if opened := _opened_quote(error):
        message = "this quote is never closed"
        return problem(path, opened, codes.UNCLOSED_QUOTE, message, "close it with the same sign")
    if _KEY_IN_TEXT.match(words):
        hint = "a text with a colon and a space in it must stand in quotes"
        return problem(path, (line + 1, column + 1), codes.SYNTAX, "a second colon on this line", hint)
    if "block" in str(getattr(error, "context", "") or "") or "indent" in said:
        hint = "let items of one list, and keys of one mapping, begin in the same column"
        return problem(path, (line + 1, column + 1), codes.INDENT, codes.INDENT.title, hint)
    hint = "look for a colon, quote or bracket that is missing or one too many"
    return problem(path, (line + 1, column + 1), codes.SYNTAX, codes.SYNTAX.title, hint)


def _opened_quote(error: yaml.YAMLError) -> tuple[int, int] | None:
    """Where a quoted text began that the parser was still reading when it gave up."""
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "context_mark", None)
    return (mark.line + 1, mark.column + 1) if "quoted scalar" in context and mark else None


def _position(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1
