"""Joins printed lines into running text: mends words broken by hyphens, and remembers the line of each word."""

import bisect
import itertools
import re
from collections import Counter

import msgspec

from briefcli.memo.text import SOFT_HYPHEN, Line

_FIRST_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+)")
_TAIL = 40  # characters at the end of a line that show how it ends
_SENTENCE_END = re.compile(r"[.?!:;…][”’\"')\]]*[0-9⁰¹²³⁴-⁹]{0,2}\s*$")
# Words that end in a stop and do not end a sentence: `Mw. Riet`, `o.a. Riet`, but not `de ING.`
ABBREVIATIONS = (
    r"\b(?![A-Z]{2})(?i:nrs?|artt?|doc|blz|p|dr|mr|mw|mevr|dhr|prof|drs|ir|ing|bijv|incl|excl|resp|ca|max|min|st|zgn|evt|jo"
    r"|inz|[a-z](?:\.[a-z])+)\."
)
ABBREVIATION = re.compile(rf"(?:{ABBREVIATIONS}|\bjl\.)\s*$")
_EXPECTS_MORE = re.compile(
    r"(?i)(?:[,\-–(/]|\b(?:de|het|een|van|en|of|in|op|te|aan|met|voor|door|bij|naar|over|tot|om|dat|die|als|per|uit|is|zijn"
    r"|wordt|worden|heeft|hebben|der|den|ter|ten|tussen|onder|uw|deze|dit|niet|nr\.?|nrs\.?|artikel|lid|d\.d\.))\s*$"
)
_HANGING = re.compile(r"\s*(?:en|of|dan wel|alsmede|respectievelijk|t/m|tot)\b")


class Stretch(msgspec.Struct):
    """Running text. The words from offset `starts[i]` on come from the printed line `lines[i]`."""

    text: str
    starts: list[int]
    lines: list[Line]

    def line_at(self, offset: int) -> Line:
        return self.lines[max(bisect.bisect_right(self.starts, offset) - 1, 0)]

    def with_insert(self, start: int, end: int, inserted: "Stretch | str") -> "Stretch":
        """The text with `[start:end]` replaced by `inserted`. The words of an inserted Stretch keep their own lines."""
        new = inserted if isinstance(inserted, Stretch) else Stretch(inserted, [0], [self.line_at(start)])
        stop, own = start + len(new.text), list(zip(self.starts, self.lines, strict=True))
        places = [(s, line) for s, line in own if s < start or s == 0]
        places += [(s + start, line) for s, line in zip(new.starts, new.lines, strict=True)]
        places += [(stop, self.line_at(end)), *((s + stop - end, line) for s, line in own if s > end)]
        text = self.text[:start] + new.text + self.text[end:]
        return Stretch(text, [s for s, _ in places], [line for _, line in places])


class Hyphens:
    """Decides whether a hyphen at the end of a line belongs to the word.

    An abbreviation or a figure keeps its hyphen (`NAVO-top`), and so does a word of which the rest is left out
    (`in- en uitvoer`). For other words, the spelling elsewhere in the memo decides.
    """

    def __init__(self, lines: list[Line]) -> None:
        self._known: Counter[str] = Counter()
        written = [line.text for line in lines if line.text.strip()]
        for line in written:
            self._known.update(map(_bare, line.split()))
        for line, following in itertools.pairwise(written):
            broken, next_word = _broken_word(line.rstrip()), _FIRST_WORD.match(following)
            if broken and next_word:
                self._known.update({_bare(f"{broken}{sign}{next_word['word']}"): 1 for sign in ("", "-")})

    def knows(self, word: str) -> bool:
        """Whether the memo has this word, on one line or broken over two."""
        return self._known[_bare(word)] > 0

    def join(self, left: str, right: str) -> str:
        """Join two pieces of a text, between which a line ended."""
        left, right = left.rstrip(), right.lstrip()
        if left.endswith(SOFT_HYPHEN):
            return left[:-1] + right
        broken, following = _broken_word(left), _FIRST_WORD.match(right)
        if not broken or _HANGING.match(right):
            return f"{left} {right}" if left and right else left + right
        if following is None or not following["word"][0].islower() or self._keeps(broken, following["word"]):
            return left + right
        return left[:-1] + right

    def _keeps(self, word: str, following: str) -> bool:
        last = re.split(r"[-/]", word)[-1]
        if any(char.isdigit() for char in last) or (last.isupper() and len(last) > 1):
            return True
        return self._known[_bare(f"{word}-{following}")] > self._known[_bare(word + following)]


def joined(lines: list[Line], hyphens: Hyphens) -> Stretch:
    """The lines of one paragraph as one text, with single spaces."""
    pieces: list[str] = []
    for line in lines:
        piece = " ".join(line.text.split())
        if pieces:  # joining can only change the end of the last piece
            pieces[-1] = hyphens.join(pieces[-1], piece).removesuffix(piece)
        pieces.append(piece)
    starts = [0, *itertools.accumulate(map(len, pieces[:-1]))]
    return Stretch("".join(pieces).removesuffix(SOFT_HYPHEN), starts, lines)


def ends_sentence(text: str) -> bool:
    tail = text[-_TAIL:]
    return bool(_SENTENCE_END.search(tail)) and not ABBREVIATION.search(tail)


def expects_more(text: str) -> bool:
    """Whether a line ends in a word or character after which its sentence must go on."""
    return _EXPECTS_MORE.search(text[-_TAIL:]) is not None


def _broken_word(line: str) -> str | None:
    """The part of a word before a hyphen at the end of a line, or None."""
    if not line.endswith(("-", "‐")):
        return None
    word = line[-80:].rsplit(maxsplit=1)[-1][:-1]
    return word if word and (word[-1].isalnum() or word[-1] == "%") else None


def _bare(word: str) -> str:
    return word.strip("‘’“”\"'().,;:!?[]").casefold()
