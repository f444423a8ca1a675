"""Bytes become YAML nodes with line and column, or one diagnostic that says why they cannot."""

import yaml

from briefcli.domain.diagnostic import Code, Diagnostic, problem
from briefcli.reading import codes, syntax

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML was built without libyaml: slower, the same answers
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

LARGEST = 5_000_000  # bytes; the largest real agenda seen is 12 KB
DEEPEST = 50  # levels; an agenda needs five
SUSPECT = 2_000  # brackets, or characters on one line, above which the depth is counted first


class Unreadable(Exception):  # noqa: N818  # carries the diagnostic; the reader turns it into data at once
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def compose(path: str, data: bytes) -> yaml.MappingNode:
    """The file's top mapping. Raises Unreadable; positions count from 1, columns in code points."""
    text = _decoded(path, data)
    if _needs_survey(data):
        _survey(path, text)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise Unreadable(syntax.explain(path, text, error)) from error
    if node is None:
        raise _stop(path, (1, 1), codes.EMPTY, "the file is empty", "brief new ID writes a complete example")
    if not isinstance(node, yaml.MappingNode):
        hint = "begin with title: and when:, each on a line of its own"
        raise _stop(path, place_of(node), codes.NOT_A_MAPPING, "the file holds no keys with values", hint)
    return node


def place_of(part: yaml.Node | yaml.Event) -> tuple[int, int]:
    """Line and column of a node or event, both from 1."""
    mark = part.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


def may_withhold(data: bytes) -> bool:
    """True where a file that could not be read may hold text that is not public, so that none may be quoted."""
    return b"public" in data or b"withheld" in data


def _decoded(path: str, data: bytes) -> str:
    if len(data) > LARGEST:
        message = f"the file is {len(data) / 1e6:.0f} MB; an agenda may be {LARGEST / 1e6:.0f} MB"
        raise _stop(path, (1, 1), codes.TOO_LARGE, message, "is this the right file?")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _stop(path, (1, 1), codes.NOT_UTF8, "the file is written in UTF-16", "save it as UTF-8 in your editor")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        raise _stop(path, (line, column), codes.NOT_UTF8, message, "save the file as UTF-8 in your editor") from error


def _needs_survey(data: bytes) -> bool:
    """Deep nesting crashes the C composer, and anchors bring bombs and lost text; both are rare enough to look for."""
    if b"&" in data or b"*" in data or data.count(b"[") + data.count(b"{") > SUSPECT:
        return True
    return len(data) > SUSPECT and max(map(len, data.splitlines()), default=0) > SUSPECT


def _survey(path: str, text: str) -> None:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if getattr(event, "anchor", None) is not None:
                raise _stop(path, place_of(event), codes.ALIAS, codes.ALIAS.title, "put the text in quotes")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                message = f"more than {DEEPEST} lists and mappings inside each other"
                hint = "an agenda needs five; look for brackets that are never closed"
                raise _stop(path, place_of(event), codes.TOO_DEEP, message, hint)
    except yaml.YAMLError as error:
        raise Unreadable(syntax.explain(path, text, error)) from error


def _stop(path: str, place: tuple[int, int], code: Code, message: str, hint: str) -> Unreadable:
    return Unreadable(problem(path, place, code, message, hint))
