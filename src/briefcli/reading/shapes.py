"""What the declaration of the agenda asks of each field, in the form in which the walker uses it."""

from functools import cache
from typing import Any

import msgspec
from msgspec import inspect as declared

from briefcli.domain.agenda import Agenda, Item, Marked
from briefcli.domain.due import Due
from briefcli.domain.when import When


class Shape(msgspec.Struct, frozen=True):
    """One field: a leaf of type `leaf`, a mapping of type `record`, or either; `many` for a list of them."""

    leaf: type | None = None
    record: type[msgspec.Struct] | None = None
    many: bool = False
    required: bool = False
    vocabulary: tuple[str, ...] = ()
    description: str = ""
    examples: tuple[str, ...] = ()


class Form(msgspec.Struct, frozen=True):
    """A record's fields as they are written, and how it is marked; `public` is None for what bears no mark.

    The fields that say nothing of that are all but the mark and its ground.
    """

    shapes: dict[str, Shape]
    required: tuple[str, ...]
    public: bool | None
    says_nothing: frozenset[str]


@cache
def form_of(record: type[msgspec.Struct]) -> Form:
    """What a record may hold."""
    info = declared.type_info(record)
    assert isinstance(info, declared.StructType)  # noqa: S101  # a Struct has no other kind of information
    fields = sorted(info.fields, key=lambda field: field.name in Item.__struct_fields__)  # the mark comes last
    shapes = {field.name: _shape(field) for field in fields}
    public = next((field.default for field in info.fields if field.name == "public"), None)
    required = tuple(name for name, shape in shapes.items() if shape.required)
    says_nothing = frozenset(shapes) - {"public", "ground"}
    return Form(shapes, required, bool(public) if issubclass(record, Item) else None, says_nothing)


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
    shapes = [(name, shape) for record in records() for name, shape in shapes_of(record).items()]
    return frozenset(word for name, shape in shapes for word in (name, *shape.vocabulary))


def _shape(field: declared.Field) -> Shape:
    kind, meta = _unwrapped(field.type)
    many = isinstance(kind, declared.ListType)
    if isinstance(kind, declared.ListType):
        kind, _ = _unwrapped(kind.item_type)
    leaf, record = _leaf_and_record(kind)
    return Shape(leaf=leaf, record=record, many=many, required=field.required, **meta)


def _unwrapped(kind: declared.Type) -> tuple[declared.Type, dict[str, Any]]:
    """The bare type, and what the declaration says in words."""
    meta: dict[str, Any] = {}
    while isinstance(kind, declared.Metadata):
        schema = kind.extra_json_schema or {}
        meta = meta or {
            "vocabulary": tuple((kind.extra or {}).get("vocabulary", ())),
            "description": str(schema.get("description", "")),
            "examples": tuple(map(str, schema.get("examples", ()))),
        }
        kind = kind.type
    return kind, meta


def _leaf_and_record(kind: declared.Type) -> tuple[type | None, type[msgspec.Struct] | None]:
    leaf: type | None = None
    record: type[msgspec.Struct] | None = None
    for option in kind.types if isinstance(kind, declared.UnionType) else (kind,):
        bare, _ = _unwrapped(option)
        if isinstance(bare, declared.StructType) and bare.cls not in (When, Due):
            record = bare.cls
        elif not isinstance(bare, declared.NoneType):
            leaf = _leaf(bare)
    if record is not None and leaf is None and issubclass(record, Marked):
        leaf = record  # a plain text is the short form
    return leaf, record


def _leaf(kind: declared.Type) -> type:
    if isinstance(kind, declared.EnumType):
        return kind.cls
    if isinstance(kind, declared.StructType):
        return kind.cls
    return _PLAIN[type(kind)]


_PLAIN: dict[type[Any], type] = {
    declared.StrType: str,
    declared.IntType: int,
    declared.FloatType: float,
    declared.BoolType: bool,
}
