"""Every text of an agenda, with the path of its field. Search and the reader of citations go through these texts."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import msgspec
from msgspec.structs import astuple

from briefcli.domain.agenda import Agenda, Commitment, Document, Question, declared
from briefcli.domain.item import Item, Marked


class Passage(msgspec.Struct, frozen=True):
    where: str  # the path of its field: sessions[1].topics[0]
    text: str
    withheld: bool = False
    label: bool = False  # whether it is a word that is not the author's own, such as a ref or a kind


# Fields with words of the format instead of the author's text. The labels do say something about the subject
_LABELS = frozenset({"kind", "leads_to", "ref"})
SETTINGS_OF_FORMAT = frozenset({"public", "ground", "id", "drops", "timezone", "status", "audience"})


def passages(agenda: Agenda, *, labels: bool = False) -> list[Passage]:
    """The texts of an agenda, in the order of its fields; with `labels` also refs, kinds and the like."""
    return list(_passages(agenda, "", withheld=False, label=False, labels=labels))


def _passages(record: Item, where: str, *, withheld: bool, label: bool, labels: bool) -> Iterator[Passage]:
    """The texts of a record; `where` is its path with a dot before it."""
    hidden = withheld or not record.public
    values = astuple(record)
    for place, step, is_label in _texts_in(type(record)):
        value = values[place]
        if not value or (is_label and not labels):
            continue
        is_list = type(value) is list
        parts = (
            [(f"{where}{step}[{at}]", each) for at, each in enumerate(value)] if is_list else [(where + step, value)]
        )
        for path, each in parts:
            if type(each) is not str:
                yield from _passages(each, path, withheld=hidden, label=is_label, labels=labels)
            elif each:
                yield Passage(path[1:], each, hidden, label or is_label)


def refs_of(agenda: Agenda) -> Iterator[tuple[str, str, Document | Commitment | Question]]:
    """Every `ref:` of an agenda: the path of the field, its text, and the item that has it."""
    listed = items_of(agenda, "documents", "commitments", "questions")
    return ((f"{where}.ref", item.ref, item) for where, item in listed if item.ref)


def items_of(agenda: Agenda, *names: str) -> Iterator[tuple[str, Any]]:
    """Each item in the lists of these names, with its path (`deadlines[1]`)."""
    return ((f"{name}[{number}]", item) for name in names for number, item in enumerate(getattr(agenda, name)))


def texts_by_field(agenda: Agenda) -> dict[str, list[str]]:
    """All texts and labels by field of the agenda."""
    found: dict[str, list[str]] = {}
    for said in passages(agenda, labels=True):
        found.setdefault(re.split(r"[.\[]", said.where, maxsplit=1)[0], []).append(said.text)
    return found


@cache
def _texts_in(record: type[Item]) -> list[tuple[int, str, bool]]:
    """The fields that can hold texts: the index among all fields, the step in the path, and whether it is a label.

    The path of a text with a mark is that of the text itself, without `.text`.
    """
    own = "text" if issubclass(record, Marked) else ""
    return [
        (place, "" if field.name == own else f".{field.name}", field.name in _LABELS)
        for place, field in enumerate(declared(record))
        if field.name not in SETTINGS_OF_FORMAT and _holds_text(field.type)
    ]


def _holds_text(kind: Any) -> bool:
    if parts := get_args(kind):
        return any(map(_holds_text, parts))
    return kind is str or (isinstance(kind, type) and issubclass(kind, Item))
