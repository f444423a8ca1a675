"""Reads every reference to an official paper in a text, or a text that is meant as a reference."""

import re
from collections.abc import Iterator
from typing import Final

from briefcli.domain.citations import opening_words
from briefcli.domain.citations.aanhangsel import read_aanhangsel, read_aanhangsel_later
from briefcli.domain.citations.bare import (
    bare_places,
    read_bare,
    read_given,
    read_number_before_word,
    read_number_first,
)
from briefcli.domain.citations.european import (
    CELEX,
    COUNCIL_NUMBER,
    read_celex,
    read_commission,
    read_council,
    read_named_council,
)
from briefcli.domain.citations.gazettes import read_gazette
from briefcli.domain.citations.handelingen import read_handelingen
from briefcli.domain.citations.identifier import read_paper_identifier, read_publication
from briefcli.domain.citations.kamer_numbers import TWEEDE_KAMER, read_commitment, read_kamer_number
from briefcli.domain.citations.kamerstuk import read_chamber, read_kamerstuk, read_named_dossier
from briefcli.domain.citations.legislation import read_legislation
from briefcli.domain.citations.model import Reference
from briefcli.domain.citations.spelling import DASH, Reader

# A plain search for a few letters is several times faster than one regular expression for all words.
_Opened = tuple[tuple[opening_words.Words, tuple[Reader, ...]], ...]
_WITH_SESSION: Final[_Opened] = (
    (opening_words.KAMERSTUK, (read_number_before_word, read_kamerstuk, read_aanhangsel_later)),
    (opening_words.KAMERSTUK_IN_CAPITALS, (read_kamerstuk, read_aanhangsel_later)),
    (opening_words.CHAMBER, (read_chamber,)),
    (opening_words.HANDELINGEN, (read_handelingen, read_aanhangsel_later)),
    (opening_words.HANDELINGEN_SHORT, (read_handelingen,)),
    (opening_words.AANHANGSEL, (read_aanhangsel,)),
    (opening_words.DOSSIER, (read_named_dossier,)),
)
_OTHERS: Final[_Opened] = (
    (opening_words.PAPER_IDENTIFIER, (read_paper_identifier, read_kamerstuk)),
    (opening_words.PUBLICATION, (read_publication,)),
    (opening_words.GAZETTE, (read_gazette,)),
    (opening_words.COMMISSION, (read_commission,)),
    (opening_words.COUNCIL, (read_council,)),
    (opening_words.COUNCIL_BY_NAME, (read_named_council,)),
    (opening_words.LEGISLATION, (read_legislation,)),
    (opening_words.COMMITMENT, (read_commitment,)),
)
# Every reference has a figure or a Roman dossier near the word that opens it, which is no part of a session.
_REACH: Final = 100
_FIGURE: Final = re.compile(r"(?:[^0-9CLX]++|[CLX](?![CLXVI]))*+.", re.DOTALL)
_BEYOND_SESSION: Final = re.compile(
    rf"(?:[^0-9CLX]++|[CLX](?![CLXVI])|(?:18|19|20)[0-9]{{2}}[ ]?(?:/|{DASH})[ ]?(?:[0-9]{{2}}){{1,2}}+(?![0-9]))*+.",
    re.DOTALL,
)
_FIGURES: Final[tuple[tuple[re.Pattern[str], tuple[Reader, ...]], ...]] = (
    (re.compile(TWEEDE_KAMER), (read_kamer_number,)),
    (re.compile(CELEX), (read_celex,)),
    (re.compile(COUNCIL_NUMBER), (read_council,)),
)
_READERS: Final[tuple[Reader, ...]] = (
    read_paper_identifier,
    *dict.fromkeys(reader for _, readers in (*_WITH_SESSION, *_OTHERS) for reader in readers),
    read_kamer_number,
    read_celex,
    read_number_first,
    read_given,
)
_BETWEEN: Final = re.compile(r"(?:[\s\u200b.,;:()\[\]\"'“”‘’]|en(?![a-z]))*+")


def scan_references(text: str) -> list[Reference]:
    """Every reference in running text, in order of place.

    Places do not overlap; only the papers of one range (`nrs. 1–3`) share the place of the range.
    """
    references: list[Reference] = []
    end = 0
    for position, readers in sorted(_candidates(text), key=lambda candidate: candidate[0]):
        if position < end:
            continue
        for reader in readers:
            reading = reader(text, position)
            if reading is not None and reading.references[0].start >= end:
                references += reading.references
                end = reading.end
                break
    return references


def read_reference(text: str) -> list[Reference]:
    """What a text means that is a reference as a whole: a `ref:` field, a command's argument.

    Bare forms count (`28676`, `36200-X`, `28676 427`). Empty when the text is no reference, or when something
    is left over that is no part of one.
    """
    references: list[Reference] = []
    position = _after_punctuation(text, 0)
    while position < len(text):
        reading = next((found for reader in _READERS if (found := reader(text, position))), None)
        if reading is None or reading.references[0].start < position:
            return []
        references += reading.references
        position = _after_punctuation(text, reading.end)
    return references


def _candidates(text: str) -> Iterator[tuple[int, tuple[Reader, ...]]]:
    """Every place where a reference may begin, cheaply: most text has none."""
    for opened, substance in ((_WITH_SESSION, _BEYOND_SESSION), (_OTHERS, _FIGURE)):
        for words, readers in opened:
            for position in _openings(text, words, substance):
                yield position, readers
    for pattern, readers in _FIGURES:
        for match in pattern.finditer(text):
            yield match.start(), readers
    for position in bare_places(text):
        yield position, (read_bare,)


def _openings(text: str, words: opening_words.Words, substance: re.Pattern[str]) -> Iterator[int]:
    for word, before in words:
        found = text.find(word)
        while found >= 0:
            if found >= before and substance.match(text, found + len(word), found + _REACH):
                yield found - before
            found = text.find(word, found + len(word))


def _after_punctuation(text: str, position: int) -> int:
    match = _BETWEEN.match(text, position)
    return match.end() if match else position
