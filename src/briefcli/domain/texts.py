"""Every text of an agenda, with the path of its field: what search looks through and citations are read from."""

from collections.abc import Iterator
from typing import Any

import msgspec

from briefcli.domain.agenda import Agenda, Item, Marked
from briefcli.domain.due import Due
from briefcli.domain.when import When


class Passage(msgspec.Struct, frozen=True):
    """One text; `where` is its field's path (`sessions[1].topics[0]`), `withheld` whether it is not public."""

    where: str
    text: str
    withheld: bool = False


# Words of the format itself, not of the author
_NO_TEXT = frozenset({"public", "ground", "id", "leads_to", "drops", "timezone", "kind", "status", "ref"})


def passages(agenda: Agenda) -> Iterator[Passage]:
    """In the order of the declaration; refs, kinds and the like are no texts."""
    yield from _of_record(agenda, "", withheld=False)


def _of_record(record: msgspec.Struct, where: str, *, withheld: bool) -> Iterator[Passage]:
    hidden = withheld or (isinstance(record, Item) and not record.public)
    for name in record.__struct_fields__:
        if name not in _NO_TEXT:
            yield from _of_value(getattr(record, name), f"{where}.{name}" if where else name, withheld=hidden)


def _of_value(value: Any, where: str, *, withheld: bool) -> Iterator[Passage]:
    if isinstance(value, str):
        if type(value) is str and value:
            yield Passage(where, value, withheld)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _of_value(each, f"{where}[{number}]", withheld=withheld)
    elif isinstance(value, Marked):
        if value.text:
            yield Passage(where, value.text, withheld or not value.public)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, When | Due):
        yield from _of_record(value, where, withheld=withheld)
