"""Writes values as YAML: plain if every YAML reader takes them for the same text, else in quotes."""

import re
import sys
from datetime import date
from textwrap import wrap
from typing import Any

import msgspec

from briefcli.domain.agenda import declared
from briefcli.domain.due import Due
from briefcli.domain.item import Item
from briefcli.domain.when import When
from briefcli.reading.leaves import two_numbers
from briefcli.reading.nodes import Unreadable, compose
from briefcli.reading.pyyaml import yaml
from briefcli.reading.shapes import shapes_of

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_RESOLVER: Any = yaml.resolver.Resolver()
_DATE = "tag:yaml.org,2002:timestamp"
_TEXT = "tag:yaml.org,2002:str"
_PLAIN_IN_FLOW = re.compile(r"[\w.][\w ./()%+-]*")
_NUMBER = re.compile(r"[-+]?(?:0o[0-7]+|(?:[.][0-9]+|[0-9]+(?:[.][0-9]*)?)(?:[eE][-+]?[0-9]+)?)")  # in YAML 1.2


def scalar(text: str) -> str:
    """The text as it can be written after a key or a dash, on one line, so that every reader takes it for this text."""
    if _CONTROL.search(text):
        return f'"{_CONTROL.sub(_sign, _escaped(text))}"'
    if text and not is_taken_otherwise(text) and _survives(text):
        return text
    return f'"{_escaped(text)}"' if "'" in text else f"'{text}'"


def _sign(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def is_taken_otherwise(text: str) -> bool:
    """Whether a reader of YAML 1.1 or 1.2 takes the unquoted text for a number, a truth value, a date or null."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return (tag != _TEXT and not (tag == _DATE and _is_day(text))) or _NUMBER.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    """Whether the text is a day. A day is the same for every reader, as text or as a date."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _survives(text: str) -> bool:
    if text != text.strip() or "\t" in text:
        return False
    try:
        root = compose(f"a:\n  - {text}\n  - b: {text}\n")
        plain, (_, value) = root.value[0][1].value[0], root.value[0][1].value[1].value[0]
    except (Unreadable, AttributeError, IndexError, TypeError, ValueError):
        return False
    return all(isinstance(each, yaml.ScalarNode) and each.value == text for each in (plain, value))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def in_usual_order(value: Any) -> Any:
    """A record as mappings and lists, its mark last, without empty fields and default values. Dates stay dates."""
    if isinstance(value, list):
        return [in_usual_order(each) for each in value]
    if not isinstance(value, msgspec.Struct) or isinstance(value, When | Due):
        return value
    usual = {field.name: field.default for field in declared(type(value))}
    if isinstance(value, Item) and value.public and value.ground is not None:
        usual["public"] = False  # a ground alone would read as "not public"
    fields = ((name, getattr(value, name)) for name in shapes_of(type(value)))
    return {name: in_usual_order(each) for name, each in fields if each not in (None, []) and each != usual[name]}


class BlockText(msgspec.Struct):
    """Writes plain data as indented lines. A text longer than `width` is wrapped.

    `spaced` says whether to separate lists by blank lines, if the lists in the file do not show that. Each of the
    `remarks`, by the path of a field, becomes a comment above that field and is then removed from `remarks`.
    """

    width: int = sys.maxsize
    spaced: bool = False
    remarks: dict[str, list[str]] = {}

    def field(self, name: str, value: Any, indent: str = "", path: str = "") -> list[str]:
        """The lines of a field with a text, a number, a list or a mapping. `path` is the path of its mapping."""
        path = f"{path}.{name}" if path else name
        lines, key = self._above(path, indent), f"{indent}{name}:"
        if isinstance(value, dict):
            return [*lines, key, *self._mapping(value, f"{indent}  ", path)]
        if isinstance(value, list):
            return [*lines, key, *self.items(value, f"{indent}  ", path)]
        return [*lines, *self._single(f"{key} ", value, f"{indent}  ")]

    def items(self, values: list[Any], indent: str, path: str = "") -> list[str]:
        """The lines of the items of a list, each after its dash."""
        lines: list[str] = []
        for number, each in enumerate(values):
            lines += self._above(f"{path}[{number}]", indent)
            if not isinstance(each, dict):
                lines += self._single(f"{indent}- ", each, f"{indent}  ")
                continue
            own = self._mapping(each, f"{indent}  ", f"{path}[{number}]")
            first = next(place for place, line in enumerate(own) if not line.lstrip().startswith("#"))
            lines += [line[2:] for line in own[:first]]
            lines += [f"{indent}- {own[first].lstrip()}", *own[first + 1 :]]
        return lines

    def _above(self, path: str, indent: str) -> list[str]:
        return [f"{indent}# check: {message}" for message in self.remarks.pop(path, ())]

    def _mapping(self, fields: dict[str, Any], indent: str, path: str) -> list[str]:
        return [line for name, value in fields.items() for line in self.field(name, value, indent, path)]

    def _single(self, start: str, value: Any, indent: str) -> list[str]:
        """One value after its key or dash: on the same line if it fits, else below."""
        short = f"{start}{one_value(value)}"
        if len(short) <= self.width or not isinstance(value, str) or " " not in value:
            return [short]
        lines = wrap(value, self.width - len(indent), break_long_words=False, break_on_hyphens=False)
        return [f"{start}>-", *(f"{indent}{line}" for line in lines)]


def one_value(value: Any) -> str:
    """A text, number, date or truth value as it can be written after a key or a dash."""
    return scalar(value) if isinstance(value, str) else plain_text(value)


def plain_text(value: Any) -> str:
    """A number, date or truth value as text. Three decimals get a fourth, as they may be taken for thousands."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"{text}0" if isinstance(value, float) and two_numbers(text) else text


def flow_of_value(value: Any) -> str:
    """Plain data on one line, in a form that is valid anywhere in YAML: `{title: Nota, done: true}`."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow_of_value(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_of_value, value)) + "]"
    written = one_value(value)
    if isinstance(value, str) and written == value and not _PLAIN_IN_FLOW.fullmatch(value):
        return f"'{value.replace(chr(39), chr(39) * 2)}'"
    return written
