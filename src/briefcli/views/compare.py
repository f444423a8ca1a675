"""Compares two lists: which entries are new, changed, gone and the same, paired as a reader would pair them."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import partial

import msgspec

from briefcli.views.cell import Cell

_ALIKE = 0.6  # two texts with at least this share of their words in common count as versions of each other
_MOST_PAIRS = 20_000  # with more possible pairs, pairing by likeness would take seconds


class Entry(msgspec.Struct, frozen=True):
    """One thing in a list: `key` identifies it, `text` is the part that may change, `shown` is how it looks."""

    key: str
    text: str
    shown: Cell
    id: str = ""
    kind: str = ""


Pair = tuple[Entry, Entry]
# By `new`, `changed`, `gone` and `same`: single entries if new or gone, else pairs of the old and the new entry
Compared = dict[str, list[tuple[Entry, ...]]]


def differs(found: Compared) -> bool:
    return any(found[name] for name in ("new", "changed", "gone"))


def compare(before: Sequence[Entry], after: Sequence[Entry]) -> Compared:
    """Pair entries by id, then by key, then the rest by likeness of their keys' words; each entry is used once."""
    pairs: list[Pair] = []
    old, new = [*before], [*after]
    for pair_up in (partial(_by_name, "id"), partial(_by_name, "key"), _by_likeness):
        pairs += pair_up(old, new)
        taken = {id(each) for pair in pairs for each in pair}
        old, new = ([each for each in entries if id(each) not in taken] for entries in (old, new))
    return {
        "new": [(each,) for each in new],
        "changed": [pair for pair in pairs if _differ(*pair)],
        "gone": [(each,) for each in old],
        "same": [pair for pair in pairs if not _differ(*pair)],
    }


def _differ(before: Entry, after: Entry) -> bool:
    return _plain(before.text) != _plain(after.text)


def _by_name(field: str, before: Sequence[Entry], after: Sequence[Entry]) -> list[Pair]:
    waiting: dict[str, list[Entry]] = {}
    for entry in before:
        waiting.setdefault(_plain(getattr(entry, field)), []).append(entry)
    named = ((_plain(getattr(entry, field)), entry) for entry in after)
    return [(waiting[wanted].pop(0), entry) for wanted, entry in named if wanted and waiting.get(wanted)]


def _by_likeness(before: Sequence[Entry], after: Sequence[Entry]) -> list[Pair]:
    if len(before) * len(after) > _MOST_PAIRS:
        return []
    likely = [(_likeness(old, new), place, at) for place, old in enumerate(before) for at, new in enumerate(after)]
    pairs: dict[int, int] = {}  # the place in `before` of each place in `after`
    for likeness, place, at in sorted(likely, key=lambda each: (-each[0], each[1], each[2])):
        if likeness >= _ALIKE and at not in pairs and place not in pairs.values():
            pairs[at] = place
    return [(before[place], after[at]) for at, place in sorted(pairs.items())]


def _likeness(first: Entry, second: Entry) -> float:
    """The share of words that the keys have in common; 0 if the entries have different ids or kinds."""
    for one, other in ((first.id, second.id), (first.kind, second.kind)):
        if one and other and _plain(one) != _plain(other):
            return 0.0
    matcher = SequenceMatcher(None, _plain(first.key).split(), _plain(second.key).split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def _plain(text: str) -> str:
    """The text without differences in case, whitespace and closing punctuation."""
    return " ".join(text.split()).rstrip(".;,").casefold()
