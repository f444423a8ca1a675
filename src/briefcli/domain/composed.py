"""Text as a reader sees it: accents composed, characters without width left out, words split by a line break joined."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

# Soft hyphens and other characters without width, and the signs that set the direction in which a text runs
INVISIBLE = "\xad\u200b\u200c\u200d\u2060\ufeff\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_unseen = re.compile(f"[{INVISIBLE}]")
# Words before a name that Dutch ignores when it sorts names: “van den Berg” is under B. Source: NEN 2357
_INSERTED = re.compile(r"(?:d'|(?:aan|bij|de|den|der|het|'s|'t|in|op|te|ten|ter|uit|van|von|voor)\s+)+(?=\S)")


def composed(text: str) -> str:
    """The text in Unicode's NFC: a letter and its accent are one character."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def without_unseen(text: str) -> str:
    return _unseen.sub("", text)


def folded(text: str) -> str:
    """The text in lower case without accents; a ligature such as `ĳ` becomes its letters."""
    small = text.lower()
    if small.isascii():
        return small
    letters = unicodedata.normalize("NFKD", without_unseen(small)).lower()
    return "".join([each for each in letters if not unicodedata.combining(each)])


def is_in(typed: str, text: str) -> bool:
    """Whether a text contains what was typed, apart from accents and case."""
    return folded(typed) in folded(text)


def dutch_order(name: str) -> tuple[str, str, str]:
    """The key by which Dutch sorts names: without accents, case and words such as “van der” before the name."""
    plain = folded(name).replace("’", "'")
    return _INSERTED.sub("", plain, count=1) if _INSERTED.match(plain) else plain, plain, name


# Dashes and spaces that look like the plain ones and mean the same
PLAIN_SIGNS = dict(zip("\u2010\u2011\u2012\u2212\u00a0\u2007\u2008\u2009\u200a\u202f", "----      ", strict=True))
# What a line break leaves behind: the hyphen of a split word, the break after the dash or slash of a number, and the
# indent of the next line. Also the second of two spaces, as in justified lines. More spaces separate columns.
_TORN = re.compile(
    rf"[-{INVISIBLE}](?:(?<=[a-z][-\u00ad])[ \t]{{0,8}}\r?\n[ \t]{{0,8}}(?=[a-z])|(?<!-))"
    r"|(?<=[0-9A-Z][-/])[ \t]{0,8}\r?\n[ \t]{0,8}(?=[0-9A-Z])|\r(?=\n)|(?<=\n)[ \t]{1,40}+|(?<=\S[ ])[ ](?=\S)"
)
_SIGNS_OF_TORN = ("-\n", "/\n", "\n ", "\n\t", "\r\n", "  ")


_Found = TypeVar("_Found", bound=Any)  # with `start`, `end` and `text`


def read_seen(text: str, read: Callable[[str], list[_Found]]) -> list[_Found]:
    """What `read` finds in the text as a reader sees it, each with its place and words in the original text."""
    seen = text
    for sign, plain in () if text.isascii() else PLAIN_SIGNS.items():  # ten times as fast as `translate`
        seen = seen.replace(sign, plain)
    if not any(sign in seen for sign in (_SIGNS_OF_TORN if seen.isascii() else (*_SIGNS_OF_TORN, *INVISIBLE))):
        found = read(seen)
        return found if seen == text else [_placed(text, each, each.start, each.end) for each in found]
    pieces: list[str] = []
    starts = [0]  # where each piece starts in the text that is read
    places = [0]  # and in the original text
    end = 0
    for unseen in _TORN.finditer(seen):
        pieces.append(seen[end : unseen.start()])
        end = unseen.end()
        starts.append(starts[-1] + len(pieces[-1]))
        places.append(end)

    def place(position: int) -> int:
        piece = bisect_right(starts, position) - 1
        return places[piece] + position - starts[piece]

    found = read("".join((*pieces, seen[end:])))
    return [_placed(text, each, place(each.start), place(each.end - 1) + 1) for each in found]


def _placed(text: str, found: _Found, start: int, end: int) -> _Found:
    return msgspec.structs.replace(found, start=start, end=end, text=text[start:end])
