"""Texts as the eye sees them: accents in their letters, no signs without width, words that a line break tears whole."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from typing import Protocol, TypeVar

import msgspec

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens and other characters without width
_unseen = re.compile(f"[{UNSEEN}]")
# What Dutch leaves out of account when it sorts names: “van den Berg” stands under B. Source: NEN 2357
_INSERTED = re.compile(r"(?:d'|(?:aan|bij|de|den|der|het|'s|'t|in|op|te|ten|ter|uit|van|von|voor)\s+)+(?=\S)")


def composed(text: str) -> str:
    """The text with each accent in its letter (Unicode's NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def without_unseen(text: str) -> str:
    return _unseen.sub("", text)


def folded(text: str) -> str:
    """Small letters without accents; a ligature such as `ĳ` is its letters."""
    small = text.lower()
    if small.isascii():
        return small
    letters = unicodedata.normalize("NFKD", without_unseen(small))
    return "".join([each for each in letters if not unicodedata.combining(each)])


def is_in(typed: str, text: str) -> bool:
    """Whether a text holds what was typed, whatever the accents and capitals."""
    return folded(typed) in folded(text)


def dutch_order(name: str) -> tuple[str, str, str]:
    """The key by which Dutch sorts names: whatever the accents and capitals, and without “van der” before them."""
    plain = folded(name).replace("’", "'")
    return _INSERTED.sub("", plain, count=1) if _INSERTED.match(plain) else plain, plain, name


_TORN = re.compile(rf"[-{UNSEEN}](?:(?<=[a-z][-\u00ad])[ \t]{{0,8}}\r?\n[ \t]{{0,8}}(?=[a-z])|(?<!-))")


class _Found(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_F = TypeVar("_F", bound=_Found)


def read_seen(text: str, read: Callable[[str], list[_F]]) -> list[_F]:
    """What `read` finds in the text as it is seen, each with its place and words in the text itself."""
    if "-\n" not in text and (text.isascii() or not any(sign in text for sign in UNSEEN)):
        return read(text)
    pieces: list[str] = []
    starts = [0]  # where each piece starts in what is read
    places = [0]  # and in the text
    end = 0
    for unseen in _TORN.finditer(text):
        pieces.append(text[end : unseen.start()])
        end = unseen.end()
        starts.append(starts[-1] + len(pieces[-1]))
        places.append(end)

    def place(position: int) -> int:
        piece = bisect_right(starts, position) - 1
        return places[piece] + position - starts[piece]

    return [
        _placed(text, each, place(each.start), place(each.end - 1) + 1) for each in read("".join((*pieces, text[end:])))
    ]


def _placed(text: str, found: _F, start: int, end: int) -> _F:
    moved: _F = msgspec.structs.replace(found, start=start, end=end, text=text[start:end])  # type: ignore[type-var]
    return moved
