"""The order in which fields are written: that of the declaration, with the mark of what is not public last."""

import msgspec

from briefcli.domain.agenda import Item
from briefcli.reading.shapes import shapes_of

_LAST = Item.__struct_fields__


def ordered(record: type[msgspec.Struct]) -> list[str]:
    """The names of a record's fields as they are written."""
    names = list(shapes_of(record))
    return [name for name in names if name not in _LAST] + [name for name in names if name in _LAST]
