"""What is new, changed, carried over and gone between two lists, as a reader would pair them."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Generic, TypeVar

import msgspec

_ALIKE = 0.6  # share of words in common from which two texts are taken for versions of one another
_MOST_PAIRS = 20_000  # beyond it pairing by likeness would take seconds

T = TypeVar("T")


class Entry(msgspec.Struct, Generic[T], frozen=True):
    """One thing in a list: `key` is what makes it itself, `text` what may change of it, `source` where it is from.

    `id` and `kind` are empty where it has none.
    """

    key: str
    text: str
    source: T
    id: str = ""
    kind: str = ""


class Compared(msgspec.Struct, Generic[T], frozen=True):
    """Every entry of both lists, once: `same` and `changed` in pairs of before and after."""

    new: list[Entry[T]]
    changed: list[tuple[Entry[T], Entry[T]]]
    same: list[tuple[Entry[T], Entry[T]]]
    gone: list[Entry[T]]

    @property
    def differs(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def compare(before: Sequence[Entry[T]], after: Sequence[Entry[T]]) -> Compared[T]:
    """Pair by id first, then by key, then what is left by likeness of the key's words; each entry is used once."""
    pairs: list[tuple[Entry[T], Entry[T]]] = []
    old, new = [*before], [*after]
    for pair_up in (partial(_by, "id"), partial(_by, "key"), _by_likeness):
        pairs += pair_up(old, new)
        taken = {id(each) for pair in pairs for each in pair}
        old, new = ([each for each in entries if id(each) not in taken] for entries in (old, new))
    return Compared(
        new=new,
        changed=[pair for pair in pairs if _plain(pair[0].text) != _plain(pair[1].text)],
        same=[pair for pair in pairs if _plain(pair[0].text) == _plain(pair[1].text)],
        gone=old,
    )


def _by(name: str, before: Sequence[Entry[T]], after: Sequence[Entry[T]]) -> list[tuple[Entry[T], Entry[T]]]:
    waiting: dict[str, list[Entry[T]]] = {}
    for entry in before:
        waiting.setdefault(_plain(getattr(entry, name)), []).append(entry)
    return [
        (fitting.pop(0), entry)
        for entry in after
        if (wanted := _plain(getattr(entry, name))) and (fitting := waiting.get(wanted))
    ]


def _by_likeness(before: Sequence[Entry[T]], after: Sequence[Entry[T]]) -> list[tuple[Entry[T], Entry[T]]]:
    if len(before) * len(after) > _MOST_PAIRS:
        return []
    likely = [
        (likeness, old, new)
        for old, first in enumerate(before)
        for new, second in enumerate(after)
        if (likeness := _likeness(first, second)) >= _ALIKE
    ]
    pairs: dict[int, int] = {}
    for _, old, new in sorted(likely, key=lambda each: (-each[0], each[1], each[2])):
        if old not in pairs and new not in pairs.values():
            pairs[old] = new
    return [(before[old], after[new]) for old, new in sorted(pairs.items(), key=lambda pair: pair[1])]


def _likeness(first: Entry[T], second: Entry[T]) -> float:
    """0 of what has another id or is of another kind, whatever their words."""
    if _differ(first.id, second.id) or _differ(first.kind, second.kind):
        return 0.0
    matcher = SequenceMatcher(None, _plain(first.key).split(), _plain(second.key).split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def _differ(first: str, second: str) -> bool:
    return bool(first and second) and _plain(first) != _plain(second)


def _plain(text: str) -> str:
    """Case, spaces and closing punctuation make no difference."""
    return " ".join(text.split()).rstrip(".;,").casefold()
