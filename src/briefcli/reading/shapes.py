"""What the declaration of the agenda requires of each field, in the form that the reader of fields uses."""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin

import msgspec

from briefcli.domain.agenda import Agenda, declared
from briefcli.domain.due import Due
from briefcli.domain.item import Item, Marked
from briefcli.domain.when import When

MARKS = ("public", "withheld", "ground")
OPENNESS_KEYS = frozenset({*MARKS, "audience", "released"})  # the last two only with some values

WHO = frozenset({"owner", "by", "to"})  # who does something, or to whom


class Shape(msgspec.Struct, frozen=True):
    """One field: a single value of type `leaf`, a mapping of type `record`, or either. With `many`, a list of them."""

    leaf: type | None = None
    record: type[msgspec.Struct] | None = None
    many: bool = False
    required: bool = False
    is_ground: bool = False
    is_of_item: bool = False  # a place or a source: any word of a mark in it is about the item
    is_who: bool = False
    vocabulary: tuple[str, ...] = ()
    description: str = ""
    examples: tuple[str, ...] = ()


class RecordShape(msgspec.Struct, frozen=True):
    """A record's fields as they are written."""

    shapes: dict[str, Shape]
    required: tuple[str, ...]
    public: bool  # by default
    says_nothing: frozenset[str]  # the fields that do not say whether it is public


@cache
def form_of(record: type[msgspec.Struct]) -> RecordShape:
    fields = sorted(declared(record), key=lambda field: field.name in Item.__struct_fields__)  # the mark comes last
    shapes = {field.name: _shape(field) for field in fields}
    public = next(field.default for field in fields if field.name == "public")
    required = tuple(name for name, shape in shapes.items() if shape.required)
    says_nothing = frozenset(shapes) - OPENNESS_KEYS
    return RecordShape(shapes, required, public, says_nothing)


def shapes_of(record: type[msgspec.Struct]) -> dict[str, Shape]:
    """The fields of a record as they are written: in their order, with the mark of what is not public last."""
    return form_of(record).shapes


@cache
def records() -> tuple[type[msgspec.Struct], ...]:
    """Every record of the declaration, the agenda first."""
    found: dict[type[msgspec.Struct], None] = {Agenda: None}
    waiting: list[type[msgspec.Struct]] = [Agenda]
    while waiting:
        below = [shape.record for shape in shapes_of(waiting.pop(0)).values() if shape.record is not None]
        waiting += [each for each in dict.fromkeys(below) if each not in found]
        found |= dict.fromkeys(below)
    return tuple(found)


@cache
def all_words() -> frozenset[str]:
    """Every key and every suggested word of the format."""
    return frozenset(word for name, shape in _all_fields() for word in (name, *shape.vocabulary))


@cache
def flags() -> frozenset[str]:
    """The fields that are true or false, without the mark `public`."""
    return frozenset(name for name, shape in _all_fields() if shape.leaf is bool) - {"public"}


@cache
def lists() -> frozenset[str]:
    return frozenset(name for name, shape in _all_fields() if shape.many)


def _all_fields() -> Iterator[tuple[str, Shape]]:
    return (field for record in records() for field in shapes_of(record).items())


def _shape(field: msgspec.structs.FieldInfo) -> Shape:
    kind, meta = _unwrapped(field.type)
    many = get_origin(kind) is list
    if many:
        kind, _ = _unwrapped(*get_args(kind))
    leaf, record = _leaf_and_record(kind)
    name = field.name
    is_ground, is_of_item = name == "ground", name in {"place", "source"}
    return Shape(leaf, record, many, field.required, is_ground, is_of_item, name in WHO, **meta)


def _unwrapped(kind: Any) -> tuple[Any, dict[str, Any]]:
    """The bare type, and the vocabulary, description and examples in the declaration."""
    if get_origin(kind) is not Annotated:
        return kind, {}
    bare, words = get_args(kind)
    meta = {
        "vocabulary": tuple((words.extra or {}).get("vocabulary", ())),
        "description": words.description or "",
        "examples": tuple(map(str, words.examples or ())),
    }
    return bare, meta


def _leaf_and_record(kind: Any) -> tuple[type | None, type[msgspec.Struct] | None]:
    leaf: type | None = None
    record: type[msgspec.Struct] | None = None
    for option in get_args(kind) if isinstance(kind, UnionType) else (kind,):
        if issubclass(option, msgspec.Struct) and option not in (When, Due):
            record = option
        elif option is not NoneType:
            leaf = option
    if record is not None and leaf is None and issubclass(record, Marked):
        leaf = record  # a plain text is the short form
    return leaf, record
