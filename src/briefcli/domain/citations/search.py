"""Where in a text a citation may begin: at an opening word, at a number, or where a form itself looks.

Most text cites nothing, so this is what takes the time of a scan. Words with a capital are found by one pattern, other
words by a plain search for each, which is quicker than a pattern for words that begin with any letter.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from briefcli.domain.citations.form import Opening, Reader
from briefcli.domain.citations.spelling import SESSION_YEARS, Pattern

# A citation has a figure or a Roman dossier within this distance of its opening word.
_REACH: Final = 100
_LAST: Final = 1_000  # what opens with a word goes first
_FIGURE: Final = Pattern(r"(?s)(?:[^0-9CLX]++|[CLX](?![CLXVI]))*+.")
_FIGURE_BEYOND_SESSION: Final = Pattern(
    rf"(?s)(?:[^0-9CLX]++|[CLX](?![CLXVI])|{SESSION_YEARS}[ ]?(?:[0-9]{{2}}){{1,2}}+(?![0-9]))*+."
)
# A number with what may follow it in any form: a letter (2023Z12345, 32012R0260), a slash (9000/23), "EK" (35.673 EK).
_NUMBER: Final = Pattern(
    r"[0-9](?<![0-9].)(?:[0-9]{3}(?:[ZDAzda][ ]?[0-9]|[0-9][A-Za-z]{1,2}[0-9]|[0-9]?[/_][0-9])"
    r"|[0-9][. ]?[0-9]{3}(?:[- ]?[A-Z]{1,5})?,?[ -]EK[ ,-])"
)

Candidate = tuple[int, int, tuple[Reader, ...]]  # place, order of the form, readers to try there


class Search:
    """The openings of all forms, prepared to be looked for in one text after another."""

    def __init__(self, openings: Iterable[Opening]) -> None:
        ranked = list(enumerate(openings))
        self._by_word: dict[str, list[tuple[int, Opening]]] = defaultdict(list)
        for rank, opening in ranked:
            for word in filter(None, opening.words.split("|")):
                for spelt in {word, word.replace(" ", "\n")}:  # a line may break in an opening of two words
                    self._by_word[spelt].append((rank, opening))
        self._capitals = Pattern(_pattern_of(word for word in self._by_word if word[0].isupper()))
        self._others = [(word.lstrip("~"), word) for word in self._by_word if not word[0].isupper()]
        self._beginnings: dict[str, list[str]] = {}
        self._number_readers = tuple(reader for _, each in ranked if each.at_numbers for reader in each.readers)
        self._finding = [(rank, each.sign, each.find, each.readers) for rank, each in ranked if each.find]

    def candidates(self, text: str) -> list[Candidate]:
        """In order of place, and at one place in the order of the forms."""
        numbers = ((match.start(), _LAST, self._number_readers) for match in _NUMBER.finditer(text))
        found: list[Candidate] = [*self._at_words(text), *numbers]
        for rank, sign, find, readers in self._finding:
            if sign in text:
                found += [(position, rank, readers) for position in find(text)]
        found.sort(key=itemgetter(0, 1))
        return found

    def _at_words(self, text: str) -> Iterator[Candidate]:
        for match in self._capitals.finditer(text):
            for word in self._words_of(match[0] + match[match.lastindex or 0]):
                yield from self._opened(text, word, match.start(), match.start() + len(word))
        for sought, word in self._others:
            if sought not in text:
                continue
            before = len(word) - len(sought)
            place = text.find(sought)
            while place >= 0:
                end = place + len(sought)
                if place >= before:
                    yield from self._opened(text, word, place - before, end)
                place = text.find(sought, end)

    def _words_of(self, longest: str) -> list[str]:
        """The words that a text begins with: a longer one (C-M) hides a shorter one (C-)."""
        if longest not in self._beginnings:
            self._beginnings[longest] = [each for each in self._by_word if re.match(_spelt(each), longest)]
        return self._beginnings[longest]

    def _opened(self, text: str, word: str, position: int, end: int) -> Iterator[Candidate]:
        for rank, opening in self._by_word[word]:
            figure = _FIGURE_BEYOND_SESSION if opening.has_session else _FIGURE
            if figure.match(text, end, end + _REACH):
                yield position, rank, opening.readers


def _pattern_of(words: Iterable[str]) -> str:
    """A pattern for the first letter of any of the words; the group holds the rest of the longest."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        rests[word[0]].append(_spelt(word[1:]))
    return "|".join(f"{letter}(?=({'|'.join(rest)}))" for letter, rest in rests.items())


def _spelt(word: str) -> str:
    return re.escape(word).replace(r"\#", "[0-9]")
