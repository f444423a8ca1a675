"""Finds the positions in a text where a citation may begin: at an opening word, at a number, or by a form's own `find`.

Most text cites nothing, so this search takes most of the time of a scan. Words that start with a capital are found by
one small pattern for their first two characters. For the other words, a plain search for each is faster than a pattern.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from briefcli.domain.citations.form import Opening, Reader
from briefcli.patterns import Pattern

_LAST: Final = 1_000  # the rank of numbers: at the same position, all openings come first
# A number with what may follow it in any form: a letter (2023Z12345, 32012R0260), a slash (9000/23), "EK" (35.673 EK).
_NUMBER: Final = Pattern(
    r"[0-9](?<![0-9].)(?:[0-9]{3}(?:[ZDAzda][ ]?[0-9]|[0-9][A-Za-z]{1,2}[0-9]|[0-9]?[/_][0-9])"
    r"|[0-9][. ]?[0-9]{3}(?:[- ]?[A-Z]{1,5})?,?[ -]EK[ ,-])"
)

Candidate = tuple[int, int, tuple[Reader, ...]]  # position, rank of the opening, readers to try there
Word = tuple[str, int, int, Opening]  # text to search for, number of `~` before it, rank of the opening


class Search:
    """The openings of all forms, prepared once and then searched for in many texts."""

    def __init__(self, openings: Iterable[Opening]) -> None:
        ranked = list(enumerate(openings))
        self._by_head: dict[str, list[Word]] = defaultdict(list)
        self._others: dict[str, list[Word]] = defaultdict(list)
        for rank, opening in ranked:
            for spelt in _spellings(opening.words):
                sought = spelt.lstrip("~")
                group = self._by_head[sought[:2]] if spelt[0].isupper() else self._others[sought]
                group.append((sought, len(spelt) - len(sought), rank, opening))
        seconds: dict[str, str] = defaultdict(str)
        for head in self._by_head:
            seconds[head[0]] += re.escape(head[1])
        self._heads = Pattern("|".join(f"{first}[{each}]" for first, each in seconds.items()))
        self._number_readers = tuple(reader for _, each in ranked if each.at_numbers for reader in each.readers)
        self._finding = [(rank, each.find, each.readers) for rank, each in ranked if each.find]

    def candidates(self, text: str) -> list[Candidate]:
        """The positions where a citation may begin, in order, and by rank of the opening at the same position."""
        found: list[Candidate] = [(match.start(), _LAST, self._number_readers) for match in _NUMBER.finditer(text)]
        for match in self._heads.finditer(text):
            found += _opened(text, match.start(), self._by_head[match[0]])
        for sought in [each for each in self._others if each in text]:
            place = text.find(sought)
            while place >= 0:
                found += _opened(text, place, self._others[sought])
                place = text.find(sought, place + len(sought))
        for rank, find, readers in self._finding:
            found += [(position, rank, readers) for position in find(text)]
        found.sort(key=itemgetter(0, 1))
        return found


def _spellings(words: str) -> set[str]:
    """The words with each digit in place of `#`, each both as it is and with line breaks in place of its spaces."""
    spelt = {word.replace("#", figure) for word in words.split("|") if word for figure in "0123456789"}
    return spelt | {word.replace(" ", "\n") for word in spelt}


def _opened(text: str, place: int, words: list[Word]) -> Iterator[Candidate]:
    for sought, before, rank, opening in words:
        if place >= before and text.startswith(sought, place):
            yield place - before, rank, opening.readers
