"""What is new, changed, carried over and gone between two lists, as a reader would pair them."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
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
    pairs, old, new = _by(lambda each: each.id, before, after)
    of_one_key, old, new = _by(lambda each: each.key, old, new)
    pairs += of_one_key
    alike = _by_likeness(old, new)
    pairs += alike
    taken = {id(each) for pair in alike for each in pair}
    return Compared(
        new=[each for each in new if id(each) not in taken],
        changed=[pair for pair in pairs if _plain(pair[0].text) != _plain(pair[1].text)],
        same=[pair for pair in pairs if _plain(pair[0].text) == _plain(pair[1].text)],
        gone=[each for each in old if id(each) not in taken],
    )


def _by(
    name: Callable[[Entry[T]], str], before: Sequence[Entry[T]], after: Sequence[Entry[T]]
) -> tuple[list[tuple[Entry[T], Entry[T]]], list[Entry[T]], list[Entry[T]]]:
    waiting: dict[str, list[Entry[T]]] = {}
    for entry in before:
        waiting.setdefault(_plain(name(entry)), []).append(entry)
    pairs, new = [], []
    for entry in after:
        if (wanted := _plain(name(entry))) and (fitting := waiting.get(wanted)):
            pairs.append((fitting.pop(0), entry))
        else:
            new.append(entry)
    taken = {id(pair[0]) for pair in pairs}
    return pairs, [each for each in before if id(each) not in taken], new


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
