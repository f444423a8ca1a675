"""Values as YAML: plain where every reader takes them for the same text, in quotes where not."""

import re
from datetime import date
from typing import Any

import yaml
from yaml.resolver import Resolver

from briefcli.reading.nodes import Unreadable, compose

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_RESOLVER: Any = Resolver()
_DATE = "tag:yaml.org,2002:timestamp"
_TEXT = "tag:yaml.org,2002:str"
_PLAIN_IN_FLOW = re.compile(r"[\w.][\w ./()%+-]*")
_OCTAL = re.compile(r"[-+]?0o[0-7]+|[-+]?[0-9]+[eE][-+]?[0-9]+")  # numbers of YAML 1.2 that 1.1 takes for text


def scalar(text: str) -> str:
    """The text as it may stand behind a key or a dash, on one line; never one that another reader takes otherwise."""
    if _CONTROL.search(text):
        return f'"{_CONTROL.sub(_sign, _escaped(text))}"'
    if text and not is_taken_otherwise(text) and _survives(text):
        return text
    return f'"{_escaped(text)}"' if "'" in text else f"'{text}'"


def _sign(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def is_taken_otherwise(text: str) -> bool:
    """True where a reader of YAML 1.1 or 1.2 takes the plain text for a number, a truth value or nothing."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return (tag != _TEXT and not (tag == _DATE and _is_day(text))) or _OCTAL.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    """A day is the same in every reader, as text or as a date."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _survives(text: str) -> bool:
    """Whether the plain text comes back as it is."""
    if text != text.strip() or "\t" in text:
        return False
    try:
        root = compose("", f"a:\n  - {text}\n  - b: {text}\n")
        plain, (_, value) = root.value[0][1].value[0], root.value[0][1].value[1].value[0]
    except (Unreadable, AttributeError, IndexError, TypeError, ValueError):
        return False
    return all(isinstance(each, yaml.ScalarNode) and each.value == text for each in (plain, value))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def lines_of_value(name: str, value: Any, indent: str = "") -> list[str]:
    """The lines of one field with plain data: a text, a number, a list or a mapping."""
    if isinstance(value, dict):
        return [f"{indent}{name}:", *_mapping(value, indent + "  ")]
    if isinstance(value, list):
        return [f"{indent}{name}:", *(line for each in value for line in _item(each, indent + "  "))]
    return [f"{indent}{name}: {_one(value)}"]


def _mapping(fields: dict[str, Any], indent: str) -> list[str]:
    return [line for name, value in fields.items() for line in lines_of_value(name, value, indent)]


def _item(value: Any, indent: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{indent}- {_one(value)}"]
    lines = _mapping(value, indent + "  ")
    return [f"{indent}- {lines[0].lstrip(' ')}", *lines[1:]]


def _one(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return scalar(value) if isinstance(value, str) else str(value)


def flow_of_value(value: Any) -> str:
    """Plain data on one line, as it may stand anywhere: `{title: Nota, done: true}`."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow_of_value(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_of_value, value)) + "]"
    written = _one(value)
    if isinstance(value, str) and written == value and not _PLAIN_IN_FLOW.fullmatch(value):
        return f"'{value.replace(chr(39), chr(39) * 2)}'"
    return written
