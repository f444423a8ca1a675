"""A text as the eye sees it: without signs that have no width, and with words that a line break tears made whole."""

import re
from collections.abc import Callable, Sequence
from typing import Final, Protocol, TypeVar

import msgspec

from briefcli.domain.composed import UNSEEN

_UNSEEN: Final = re.compile(rf"(?<=[a-z])(?:-|\u00ad)[ \t]{{0,8}}\r?\n[ \t]{{0,8}}(?=[a-z])|[{UNSEEN}]")
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
    places: list[int] = []
    end = 0
    for unseen in _UNSEEN.finditer(text):
        places += range(end, unseen.start())
        end = unseen.end()
    places += range(end, len(text))
    return [_placed(text, each, places) for each in read(_UNSEEN.sub("", text))]


def _placed(text: str, found: _F, places: Sequence[int]) -> _F:
    start, end = places[found.start], places[found.end - 1] + 1
    moved: _F = msgspec.structs.replace(found, start=start, end=end, text=text[start:end])  # type: ignore[type-var]
    return moved
