"""Reads every reference to an official paper in a text, or a text that is meant as a reference."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from briefcli.domain.reference.aanhangsel import read_aanhangsel, read_aanhangsel_later
from briefcli.domain.reference.bare import (
    bare_places,
    read_bare,
    read_given,
    read_number_before_word,
    read_number_first,
)
from briefcli.domain.reference.european import (
    CELEX,
    COUNCIL_NUMBER,
    read_celex,
    read_commission,
    read_council,
    read_named_council,
)
from briefcli.domain.reference.gazettes import read_gazette
from briefcli.domain.reference.handelingen import read_handelingen
from briefcli.domain.reference.identifier import read_paper_identifier, read_publication
from briefcli.domain.reference.kamer_numbers import TWEEDE_KAMER, read_commitment, read_kamer_number
from briefcli.domain.reference.kamerstuk import read_chamber, read_kamerstuk, read_named_dossier
from briefcli.domain.reference.legislation import read_legislation
from briefcli.domain.reference.model import Reference
from briefcli.domain.reference.spelling import DASH, Reader

# A plain search for a few letters is several times faster than one regular expression for all words, and
# a capital or a small initial makes no difference when the search begins at the second letter.
_Words = tuple[tuple[str, int, tuple[Reader, ...]], ...]
_WORDS_WITH_SESSION: Final[_Words] = (
    ("amerst", 1, (read_number_before_word, read_kamerstuk, read_aanhangsel_later)),
    ("KAMERST", 0, (read_kamerstuk, read_aanhangsel_later)),
    ("Tweede Kamer", 0, (read_chamber,)),
    ("Eerste Kamer", 0, (read_chamber,)),
    ("TK", 0, (read_chamber,)),
    ("EK", 0, (read_chamber,)),
    ("andelingen", 1, (read_handelingen, read_aanhangsel_later)),
    ("HANDELINGEN", 0, (read_handelingen, read_aanhangsel_later)),
    ("Hand.", 0, (read_handelingen, read_aanhangsel_later)),
    ("HTK", 0, (read_handelingen,)),
    ("HEK", 0, (read_handelingen,)),
    ("anhangsel", 1, (read_aanhangsel,)),
    ("AANHANGSEL", 0, (read_aanhangsel,)),
    ("Aanh.", 0, (read_aanhangsel,)),
    ("etsvoorst", 1, (read_named_dossier,)),
    ("nitiatiefwetsvoorst", 1, (read_named_dossier,)),
    ("amerdossier", 1, (read_named_dossier,)),
    ("ossier", 1, (read_named_dossier,)),
)
_OTHER_WORDS: Final[_Words] = (
    ("kst", 0, (read_paper_identifier, read_kamerstuk)),
    ("KST", 0, (read_paper_identifier, read_kamerstuk)),
    ("Kst", 0, (read_paper_identifier, read_kamerstuk)),
    ("ah-", 0, (read_publication,)),
    ("h-tk", 0, (read_publication,)),
    ("h-ek", 0, (read_publication,)),
    ("h-vv", 0, (read_publication,)),
    ("blg-", 0, (read_publication,)),
    ("stb-", 0, (read_publication,)),
    ("stcrt-", 0, (read_publication,)),
    ("trb-", 0, (read_publication,)),
    ("taatsblad", 1, (read_gazette,)),
    ("taatscourant", 1, (read_gazette,)),
    ("ractatenblad", 1, (read_gazette,)),
    ("Stb", 0, (read_gazette,)),
    ("Stc", 0, (read_gazette,)),
    ("Trb", 0, (read_gazette,)),
    ("COM", 0, (read_commission,)),
    ("JOIN", 0, (read_commission,)),
    ("SWD", 0, (read_commission,)),
    ("SEC", 0, (read_commission,)),
    ("C(", 0, (read_commission,)),
    ("ST ", 0, (read_council,)),
    ("ST-", 0, (read_council,)),
    ("aadsdocument", 1, (read_named_council,)),
    ("ouncil document", 1, (read_named_council,)),
    ("oc.", 1, (read_named_council,)),
    ("erordening", 1, (read_legislation,)),
    ("egulation", 1, (read_legislation,)),
    ("ichtlijn", 1, (read_legislation,)),
    ("irective", 1, (read_legislation,)),
    ("esluit", 1, (read_legislation,)),
    ("ptreden", 1, (read_legislation,)),
    ("eschikking", 1, (read_legislation,)),
    ("ecision", 1, (read_legislation,)),
    ("TZ", 0, (read_commitment,)),
    ("T0", 0, (read_commitment,)),
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
    *dict.fromkeys(reader for *_, readers in (*_WORDS_WITH_SESSION, *_OTHER_WORDS) for reader in readers),
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


@lru_cache(maxsize=4_000)
def known_reference(text: str) -> tuple[Reference, ...]:
    """As `read_reference`, remembered: a folder's agendas cite the same papers, each more than once."""
    return tuple(read_reference(text))


def _candidates(text: str) -> Iterator[tuple[int, tuple[Reader, ...]]]:
    """Every place where a reference may begin, cheaply: most text has none."""
    for words, substance in ((_WORDS_WITH_SESSION, _BEYOND_SESSION), (_OTHER_WORDS, _FIGURE)):
        for word, offset, readers in words:
            found = text.find(word)
            while found >= 0:
                if found >= offset and substance.match(text, found + len(word), found + _REACH):
                    yield found - offset, readers
                found = text.find(word, found + len(word))
    for pattern, readers in _FIGURES:
        for match in pattern.finditer(text):
            yield match.start(), readers
    for position in bare_places(text):
        yield position, (read_bare,)


def _after_punctuation(text: str, position: int) -> int:
    match = _BETWEEN.match(text, position)
    return match.end() if match else position
