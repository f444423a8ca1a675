"""Every text of an agenda, with the path of its field: what search looks through and citations are read from."""

from collections.abc import Iterator
from typing import Any

import msgspec

from briefcli.domain.agenda import Agenda, Item, Marked
from briefcli.domain.due import Due
from briefcli.domain.when import When


class Passage(msgspec.Struct, frozen=True):
    """One text; `where` is its field's path (`sessions[1].topics[0]`), `withheld` whether it is not public.

    A label is no text of the author's, such as a ref or a kind.
    """

    where: str
    text: str
    withheld: bool = False
    label: bool = False


# Words of the format itself, not of the author; the labels among them say something of the matter
_LABELS = frozenset({"kind", "leads_to", "ref"})
SETTINGS_OF_FORMAT = frozenset({"public", "ground", "id", "drops", "timezone", "status"})
_NO_TEXT = _LABELS | SETTINGS_OF_FORMAT


def passages(agenda: Agenda, *, labels: bool = False) -> Iterator[Passage]:
    """In the order of the declaration; refs, kinds and the like are no texts, and come only when asked for."""
    for passage in _of_record(agenda, "", withheld=False):
        if labels or not passage.label:
            yield passage


def _of_record(record: msgspec.Struct, where: str, *, withheld: bool) -> Iterator[Passage]:
    hidden = withheld or (isinstance(record, Item) and not record.public)
    for name in record.__struct_fields__:
        label = name in _LABELS
        if label or name not in _NO_TEXT:
            path = f"{where}.{name}" if where else name
            yield from _of_value(getattr(record, name), path, withheld=hidden, label=label)


def _of_value(value: Any, where: str, *, withheld: bool, label: bool) -> Iterator[Passage]:
    if isinstance(value, str):
        if type(value) is str and value:
            yield Passage(where, value, withheld, label)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _of_value(each, f"{where}[{number}]", withheld=withheld, label=label)
    elif isinstance(value, Marked):
        if value.text:
            yield Passage(where, value.text, withheld or not value.public, label)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, When | Due):
        yield from _of_record(value, where, withheld=withheld)
