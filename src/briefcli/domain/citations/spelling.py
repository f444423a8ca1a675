"""Pieces of patterns that the forms share: gaps, dashes, Roman figures.

Every repetition is bounded and possessive, so that no text takes longer than its length explains.
"""

import re
from typing import Final

# Line breaks stand inside citations; more than a dozen blanks in a row do not. `composed.py` has made plain blanks and
# dashes of all odd ones before a text is read.
GAP: Final = r"\s{0,12}+"
BLANK: Final = r"\s{1,12}+"
# Neither a letter nor a figure stands before; no letter does. A raised figure may, as the mark of a footnote.
ALONE: Final = r"(?<![^\W_\u00b2\u00b3\u00b9\u2070-\u2079])"
WORD: Final = r"(?<![^\W\d_\u00b2\u00b3\u00b9\u2070-\u2079])"
# The chapters of the state's budget run from I to XXIII, some of them split (IIA, IIB, IXB).
# A PDF may have lost the blank before "nr.": "36 200 Xnr. 5".
CHAPTER: Final = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[AB]?(?![A-Za-mo-z]|n(?!rs?[. ])|-(?!nr|num|let)[a-z]{3})"
MARK: Final = r"(?:(?i:(?:onder|volg)?(?:nrs?(?![a-z])(?:[ ]?\.)?|nummers?(?![a-z]))|nos?\.|n[°º])|#)"
AND: Final = (
    rf"(?i:[eé]n(?:{BLANK}ook)?|and|of|als(?:mede|ook)|evenals|juncto|jo\.?|resp(?:\.|ectievelijk)"
    rf"|dan{BLANK}wel)(?![A-Za-z])"
)
JOINT: Final = rf"(?:{GAP},?{GAP}{AND}{GAP}|{GAP}[,;&+/]{GAP})"
# A dash that a blank follows at the head of a line is the mark of a list.
THROUGH: Final = rf"(?:(?!(?<=\n).\s)-|(?i:t/?m(?![a-z])|tot{BLANK}en{BLANK}met))"
# A number goes on behind a sign; but at the end of a sentence, "1325.12" has the mark of a footnote behind it.
GOES_ON: Final = r"(?!\.[0-9]{1,2}\.?(?:\s{1,12}[A-Z]|\s{0,12}\Z))[.,:][0-9]"
PAGE_WORD: Final = r"(?:[Pp]p?|[Bb]lz|[Bb]l|[Pp]ag|[Pp]agina(?:['’]s)?|[Bb]ladzijden?)(?![a-z])\.?"
MONTH: Final = r"(?i:jan|feb|maart|march|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)"
SESSION_YEARS: Final = r"(?:18|19|20)[0-9]{2}[ ]?[/-]"

_SENATE_DOSSIER: Final = r"(?=[CLXVI]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"


def is_roman_dossier(text: str) -> bool:
    """Whether this is a dossier of the Eerste Kamer's own, numbered in Roman figures: `CVIII`."""
    return re.fullmatch(_SENATE_DOSSIER, text) is not None
