"""An agenda as plain data for machines: the fields of the file, dates in the notation of the file."""

from typing import Any

import msgspec

from briefcli.domain.due import Due
from briefcli.domain.item import Item
from briefcli.domain.when import When


def plain(value: Any) -> Any:
    """Mappings, lists, texts and numbers; fields that are not set are left out."""
    if isinstance(value, When | Due):
        return value.text
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, msgspec.Struct):
        return dict(_set_fields(value))
    return value


def _set_fields(record: msgspec.Struct) -> list[tuple[str, Any]]:
    defaults = _defaults(type(record))
    if isinstance(record, Item) and record.ground is not None:
        defaults.pop("public")  # a ground alone would read as "not public"
    values = ((name, getattr(record, name)) for name in record.__struct_fields__)
    return [(name, plain(value)) for name, value in values if value not in (None, []) and value != defaults.get(name)]


def _defaults(record: type[msgspec.Struct]) -> dict[str, Any]:
    given = record.__struct_defaults__
    return dict(zip(record.__struct_fields__[len(record.__struct_fields__) - len(given) :], given, strict=True))
