"""Parses bytes into YAML nodes with line and column, or into one diagnostic that says why they cannot be parsed."""

import operator
import re
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.diagnostic import Diagnostic, problem
from briefcli.patterns import Pattern
from briefcli.reading import codes
from briefcli.reading.encodings import wide_encoding
from briefcli.reading.limits import LARGEST
from briefcli.reading.lines import place_of
from briefcli.reading.pyyaml import yaml
from briefcli.reading.yaml_places import is_nothing, spot_of

# How web pages, PDF files and documents of Word and the like begin
_OTHER_PROGRAM = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[!?a-zA-Z]|%PDF-|\{\\rtf|PK\x03\x04|\xd0\xcf\x11\xe0)")
HAS_LIBYAML: bool = yaml.__with_libyaml__  # without it: slower, but the same results
# The spaces in or behind a text, a key or a dash: a tab there is harmless, and nobody sees it
_NO_INDENT = Pattern(r"(?<=[^\s?])[ \t]++|(?<![ \t])[ \t]++(?![^\r\n])")
_TEXT = "text"  # the tag of every node: the declaration says what a value means, never YAML


class _Resolver:
    """Replaces YAML's own guessing of types, which takes a third of the time of composing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:  # noqa: ARG002  # as the parser calls it
        return _TEXT

    # Called before and after each node, and their result is not used. Functions in C that accept those arguments are
    # the fastest
    descend_resolver = staticmethod(operator.is_)
    ascend_resolver = staticmethod(int)


if HAS_LIBYAML:

    class _Loader(_Resolver, yaml.CBaseLoader):  # type: ignore[misc]  # two methods take any arguments
        """libyaml's parser with its positions."""


class PlainLoader(_Resolver, yaml.BaseLoader):  # type: ignore[misc]  # two methods take any arguments
    """The parser in Python: used if libyaml is missing, and to describe every error in the same words."""


class Unreadable(Exception):  # noqa: N818  # carries the diagnostic; the reader turns it into data at once
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def compose(text: str, loader: type | None = None) -> yaml.MappingNode:
    """The file's top mapping. Raises Unreadable, with a position that counts from 1, columns in code points."""
    text = _NO_INDENT.sub(lambda found: " " * len(found[0]), text) if "\t" in text else text
    loader = loader or (_Loader if HAS_LIBYAML else PlainLoader)
    if loader is PlainLoader or _is_suspect(text):
        _explain(text)
    try:
        node = loader(text).get_single_node()
    except yaml.YAMLError as error:
        _explain(text)
        mark = getattr(error, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise Unreadable(problem(place, codes.SYNTAX, hint=tr("compare with a file that brief new writes"))) from error
    if node is None or is_nothing(node):
        hint = tr("brief new ID writes a complete example")
        raise Unreadable(problem((1, 1), codes.EMPTY, tr("the file is empty"), hint))
    if not isinstance(node, yaml.MappingNode):
        hint = tr("begin with title: and when:, each on a line of its own")
        message = tr("the file has no keys with values")
        raise Unreadable(problem(spot_of(node)[0], codes.NOT_A_MAPPING, message, hint))
    return node


def decoded(data: bytes) -> str:
    """The text of the file. Raises Unreadable if it is no agenda at all, or not UTF-8."""
    if refused := no_agenda(data):
        raise Unreadable(refused)
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        raise Unreadable(not_utf8(place_of(before, len(before)), data[error.start])) from error


def no_agenda(data: bytes) -> Diagnostic | None:
    """The diagnostic for a file that is too large, in UTF-16, or of another program. Nothing else in it is reported."""
    if data and not data.strip(b"\0"):
        hint = tr("look for an earlier version of it: a sync or a power cut can empty a file")
        return problem((1, 1), codes.EMPTY, tr("there is nothing in this file but zero bytes"), hint)
    if len(data) > LARGEST:
        message = tr("the file is larger than {size} kB", size=LARGEST // 1000)
        return problem((1, 1), codes.TOO_LARGE, message, tr("is this the right file?"))
    if wide_encoding(data):
        message, hint = tr("the file is written in UTF-16"), tr("save it as UTF-8 in your editor")
        return problem((1, 1), codes.NOT_UTF8, message, hint)
    if _OTHER_PROGRAM.match(data):
        message = tr("this is a web page, a PDF or a document of a program such as Word")
        return problem((1, 1), codes.NOT_A_MAPPING, message, tr("is this the right file?"))
    return None


def not_utf8(place: tuple[int, int], byte: int) -> Diagnostic:
    message = tr("the byte {byte} is not UTF-8", byte=f"0x{byte:02X}")
    hint = tr("save the file as UTF-8 in your editor")
    return problem(place, codes.NOT_UTF8, message, hint)


# Characters with a special meaning at the start of a text: & and * make YAML bombs possible, and all three lose text
_SIGN = re.compile(r"(?:^ *|[-:?] +|[\[{,] *)[&*!]", re.MULTILINE)
# Each level of nesting takes a bracket, or a column before the text of a line. (Searching for a pattern that starts
# with a fixed character is ten times as fast as for one that starts with ^.)
_MANY = 25
_FAR_RIGHT = re.compile(rf"\n[ ?:-]{{{_MANY}}}")


def _is_suspect(text: str) -> bool:
    """Whether to ask the parser in Python first: it reads tabs differently, and deep nesting crashes libyaml."""
    return (
        "\t" in text
        or "\ufeff" in text
        # Few agendas have a #, and searching for one character takes a thirtieth of the time of searching for two
        or ("#" in text and any(sign in text for sign in ("|#", ">#", "-#", "+#")))
        or (("&" in text or "*" in text or "!" in text) and _SIGN.search(text) is not None)
        or text.count("[") + text.count("{") > _MANY
        or _FAR_RIGHT.search(text) is not None
        or not text[:_MANY].strip(" ?:-")
    )


def _explain(text: str) -> None:
    """Raise Unreadable for what the parser in Python refuses: both parsers then refuse the same, in the same words."""
    from briefcli.reading.syntax import first_mistake

    if found := first_mistake(text, PlainLoader):
        raise Unreadable(found)
