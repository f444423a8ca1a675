"""What the declaration of the agenda asks of each field, in the form in which the walker uses it."""

from functools import lru_cache
from typing import Any

import msgspec
from msgspec import inspect as declared

from briefcli.domain.agenda import Marked
from briefcli.domain.due import Due
from briefcli.domain.when import When


class Shape(msgspec.Struct, frozen=True):
    """One field: a leaf of type `leaf`, a mapping of type `record`, or either; `many` for a list of them."""

    leaf: type | None = None
    record: type[msgspec.Struct] | None = None
    many: bool = False
    required: bool = False
    vocabulary: tuple[str, ...] = ()


@lru_cache(maxsize=32)
def shapes_of(record: type[msgspec.Struct]) -> dict[str, Shape]:
    """The fields of a record, in their order."""
    info = declared.type_info(record)
    assert isinstance(info, declared.StructType)  # noqa: S101  # a Struct has no other kind of information
    return {field.name: _shape(field) for field in info.fields}


def _shape(field: declared.Field) -> Shape:
    kind, vocabulary = _unwrapped(field.type)
    many = isinstance(kind, declared.ListType)
    if isinstance(kind, declared.ListType):
        kind, _ = _unwrapped(kind.item_type)
    leaf, record = _leaf_and_record(kind)
    return Shape(leaf=leaf, record=record, many=many, required=field.required, vocabulary=vocabulary)


def _unwrapped(kind: declared.Type) -> tuple[declared.Type, tuple[str, ...]]:
    vocabulary: tuple[str, ...] = ()
    while isinstance(kind, declared.Metadata):
        vocabulary = vocabulary or tuple((kind.extra or {}).get("vocabulary", ()))
        kind = kind.type
    return kind, vocabulary


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
