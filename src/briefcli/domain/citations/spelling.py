"""Pieces of patterns that all readers share: gaps, dashes, Roman figures.

Every repetition is bounded and possessive, so that no text takes longer than its length explains.
"""

import re
from typing import Final

import msgspec

from briefcli.catalog import tr

# Line breaks and no-break spaces stand inside citations; more than a dozen blanks in a row do not.
GAP: Final = r"\s{0,12}+"
BLANK: Final = r"\s{1,12}+"
DASH: Final = r"[-\u2010\u2011\u2013\u2014\u2212]"
# The chapters of the state's budget run from I to XXIII, some of them split (IIA, IIB, IXB).
CHAPTER: Final = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[AB]?(?![A-Za-z])"
MARK: Final = r"(?:[Nn]rs?(?![a-z])\.?|NRS?(?![A-Z])\.?|[Nn]ummers?(?![a-z])|[Nn]os?\.|[Nn][°º])"
JOINT: Final = rf"(?:{GAP},?{GAP}(?:en|alsmede|juncto|jo\.?|resp\.)(?![a-z]){GAP}|{GAP}[,;&+/]{GAP})"
PAGE_WORD: Final = r"(?:[Pp]p?|[Bb]lz|[Bb]l|[Pp]ag|[Pp]agina(?:['’]s)?|[Bb]ladzijden?)(?![a-z])\.?"
MONTH: Final = r"(?:jan|feb|maart|mrt|apr|mei|juni|juli|aug|sep|okt|nov|dec)"

_SENATE_DOSSIER: Final = r"(?=[CLXVI]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"


class Span(msgspec.Struct, frozen=True):
    """A stretch of the text that is read."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def join_reasons(*reasons: str | None) -> str | None:
    """The sentences that say why a reading is not certain, as one text; None when there are none."""
    stated = dict.fromkeys(tr(reason) for reason in reasons if reason)
    return " ".join(stated) or None


def is_roman_dossier(text: str) -> bool:
    """Whether this is a dossier of the Eerste Kamer's own, numbered in Roman figures: `CVIII`."""
    return re.fullmatch(_SENATE_DOSSIER, text) is not None


def starts_word(text: str, position: int) -> bool:
    """Whether no letter stands before; a glued footnote number (`1Kamerstukken`) is no obstacle."""
    return position == 0 or not text[position - 1].isalpha()


def stands_alone(text: str, position: int) -> bool:
    """Whether neither a letter nor a figure stands before."""
    return position == 0 or not text[position - 1].isalnum()
