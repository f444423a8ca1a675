"""A text as the eye sees it: without signs that have no width, and with words that a line break tears made whole."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Final, Protocol, TypeVar

import msgspec

from briefcli.domain.composed import UNSEEN

_UNSEEN: Final = re.compile(rf"[-{UNSEEN}](?:(?<=[a-z][-\u00ad])[ \t]{{0,8}}\r?\n[ \t]{{0,8}}(?=[a-z])|(?<!-))")
_SIGNS: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class _Found(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_F = TypeVar("_F", bound=_Found)


def read_seen(text: str, read: Callable[[str], list[_F]]) -> list[_F]:
    """What `read` finds in the text as it is seen, each with its place and words in the text itself."""
    if "-\n" not in text and not any(sign in text for sign in _SIGNS):  # much quicker than a pattern
        return read(text)
    pieces: list[str] = []
    starts = [0]  # where each piece starts in what is read
    places = [0]  # and in the text
    end = 0
    for unseen in _UNSEEN.finditer(text):
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
