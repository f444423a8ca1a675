"""The text of a new agenda: known fields are filled in, the others are comments with their meaning.

A # without a space at the start of a line switches off a field; a # with a space starts an explanation.
"""

from collections.abc import Mapping
from enum import StrEnum
from textwrap import fill
from typing import Any

from briefcli.catalog import later, tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.due import Due
from briefcli.domain.item import Item, Marked
from briefcli.domain.when import When
from briefcli.reading.shapes import Shape, form_of, shapes_of
from briefcli.writing.yaml_text import BlockText, scalar

_HEAD = later("""\
# One meeting. Only title and when are required. Remove the # before a field that you need, and delete what you do not.
# Dates are year-month-day, as exact as they are known: 2023-06-15, 2023-06-15/2023-06-16, 2023-06, 2023-W24, unknown.
# To keep a text out of public output, write it as text: with public: false and ground: below it, as under withheld.
""")
_SAMPLES: Mapping[type, str] = {
    str: "…", int: "1", float: "1.5", bool: "false", When: "2023-06-15", Due: "5 workdays before meeting",
}  # fmt: skip
_WIDTH = 100
_NARROW = 78  # a short file is read on a small terminal
_LATER = frozenset({"moved_to", "unplaced", "released"})  # fields that only a later change, or an import, writes


def template(known: Mapping[str, Any], schema: str) -> str:
    """The file's text. `known` is plain data by field, `schema` the path of the schema relative to the file."""
    parts = [f"# yaml-language-server: $schema={schema}\n{tr(_HEAD)}"]
    for name, shape in shapes_of(Agenda).items():
        if name in known or name not in _LATER:
            lines = BlockText().field(name, known[name]) if name in known else [f"#{x}" for x in _sample(name, shape)]
            parts.append("".join(f"{line}\n" for line in (f"# {_meaning(shape)}", *lines)))
    return "\n".join(parts)


def short_template(known: Mapping[str, Any], schema: str) -> str:
    """A shorter text with only the known fields, and a comment that names the others."""
    shapes = shapes_of(Agenda)
    lines = [line for name in shapes if name in known for line in BlockText().field(name, known[name])]
    others = ", ".join(name for name in shapes if name not in known and name not in {*_LATER, *Item.__struct_fields__})
    comment = fill(tr("Other fields: {names}.", names=others), _NARROW, initial_indent="# ", subsequent_indent="# ")
    help_ = tr("# `brief help agenda` says what each means; `brief add` fills some of them.")
    return "\n".join([f"# yaml-language-server: $schema={schema}", *lines, "", comment, help_, ""])


def _meaning(shape: Shape) -> str:
    examples = ", ".join(shape.examples)
    description = tr(shape.description)
    if not examples:
        return description
    if shape.vocabulary:
        return tr("{description} One of: {examples}.", description=description, examples=examples)
    return tr("{description} For example: {examples}.", description=description, examples=examples)


def _sample(name: str, shape: Shape) -> list[str]:
    # Texts are shown in their short form; the head explains the long one
    if shape.record is None or shape.record is Marked:
        value = _sample_of(shape)
        return [f"{name}:", f"  - {value}"] if shape.many else [f"{name}: {value}"]
    shown = shapes_of(shape.record)
    if form_of(shape.record).public:  # a record that is not public by default shows its mark
        shown = {name: each for name, each in shown.items() if name not in Item.__struct_fields__}
    lines = [line for each in shown.items() for line in _line_of(*each)]
    dashes = ["- ", *["  "] * len(lines)] if shape.many else [""] * len(lines)
    return [f"{name}:", *(f"  {dash}{line}" for dash, line in zip(dashes, lines, strict=False))]


def _line_of(name: str, shape: Shape) -> list[str]:
    if shape.many:
        return [f"{name}:  # {tr(shape.description)}", f"  - {_sample_of(shape)}"]
    return [f"{name}: {_sample_of(shape)}  # {tr(shape.description)}"]


def _sample_of(shape: Shape) -> str:
    kind = shape.leaf or str
    if shape.examples:
        return shape.examples[0] if kind in {int, float} else scalar(shape.examples[0])
    if issubclass(kind, StrEnum):
        return str(next(iter(kind)))
    return _SAMPLES.get(kind, "…")
