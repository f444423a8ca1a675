"""Every text of an agenda, with the path of its field: what search looks through and citations are read from."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec
from msgspec.structs import astuple

from briefcli.domain.agenda import Agenda
from briefcli.domain.due import Due
from briefcli.domain.item import Item, Marked
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
SETTINGS_OF_FORMAT = frozenset({"public", "ground", "id", "drops", "timezone", "status", "audience"})
_DATES = (When, Due)


def passages(agenda: Agenda, *, labels: bool = False, keep: Callable[[str], object] = lambda _: True) -> list[Passage]:
    """In the order of the declaration; refs, kinds and the like are no texts, and come only when asked for.

    `keep` says of a text whether it is wanted: where few are, to ask first saves half of the time.
    """
    found = _Found(keep)
    _add_record(found, agenda, "", withheld=False)
    return found if labels else [each for each in found if not each.label]


def texts_by_field(agenda: Agenda) -> dict[str, list[str]]:
    """The same texts and labels by the agenda's field: at half the cost, as the paths to them are not made."""
    found: dict[str, list[str]] = {}
    for name, value in _texts_of(agenda):
        texts: list[str] = []
        _gather(texts, value)
        if texts:
            found[name] = texts
    return found


def _gather(found: list[str], value: Any) -> None:
    kind = type(value)
    if kind is str:
        found.append(value)
    elif kind is list:
        for each in value:
            if each:
                _gather(found, each)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, _DATES):
        for _, part in _texts_of(value):
            _gather(found, part)


class _Found(list[Passage]):
    """Passages, and which texts are wanted among them."""

    def __init__(self, keep: Callable[[str], object]) -> None:
        super().__init__()
        self.keep = keep


def _add_record(found: _Found, record: msgspec.Struct, where: str, *, withheld: bool, but: str = "") -> None:
    hidden = withheld or (isinstance(record, Item) and not record.public)
    before = f"{where}." if where else ""
    for name, value in _texts_of(record):
        if name == but:
            continue
        if type(value) is str:
            if found.keep(value):
                found.append(Passage(before + name, value, hidden, name in _LABELS))
        else:
            _add(found, value, before + name, withheld=hidden, label=name in _LABELS)


def _add(found: _Found, value: Any, where: str, *, withheld: bool, label: bool) -> None:
    if type(value) is list:
        for number, each in enumerate(value):
            if type(each) is str:  # the most frequent by far
                if each and found.keep(each):
                    found.append(Passage(f"{where}[{number}]", each, withheld, label))
            else:
                _add(found, each, f"{where}[{number}]", withheld=withheld, label=label)
    elif isinstance(value, Marked):
        _add_marked(found, value, where, withheld=withheld, label=label)
    elif isinstance(value, msgspec.Struct) and not isinstance(value, _DATES):
        _add_record(found, value, where, withheld=withheld)


def _add_marked(found: _Found, value: Marked, where: str, *, withheld: bool, label: bool) -> None:
    """The text at its own path, without `.text`; then the other fields of a record that is such a text."""
    if value.text and found.keep(value.text):
        found.append(Passage(where, value.text, withheld or not value.public, label))
    if type(value) is not Marked:
        _add_record(found, value, where, withheld=withheld, but="text")


def _texts_of(record: msgspec.Struct) -> list[tuple[str, Any]]:
    """The fields with a value that can be, or hold, texts or labels; most fields of most agendas are empty."""
    values = astuple(record)
    return [(name, values[place]) for place, name in _texts_in(type(record)) if values[place]]


@lru_cache(maxsize=32)
def _texts_in(record: type[msgspec.Struct]) -> list[tuple[int, str]]:
    """The fields that can hold texts or labels, each with its place among all fields."""
    return [(place, name) for place, name in enumerate(record.__struct_fields__) if name not in SETTINGS_OF_FORMAT]
