"""Pieces of patterns that the forms share: gaps, joints, Roman figures, and figures that are no part of a number.

Every repetition is bounded and possessive, so that no text takes longer than its length explains.
"""

from typing import Final

from briefcli.catalog import later
from briefcli.patterns import Pattern

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
THROUGH: Final = rf"(?:(?!(?<=\n).\s)-|(?i:t[/.]?m(?![a-z])\.?|tot{BLANK}en{BLANK}met))"
# A number goes on behind a sign; but at the end of a sentence, "1325.12" has the mark of a footnote behind it.
GOES_ON: Final = r"(?!\.[0-9]{1,2}\.?(?:\s{1,12}[A-Z]|\s{0,12}\Z))[.,:][0-9]"
PAGE_WORD: Final = r"(?:[Pp]p?|[Bb]lz|[Bb]l|[Pp]ag|[Pp]agina(?:['’]s)?|[Bb]ladzijden?)(?![a-z])\.?"
# The figures and the month of a date, before its year: "9 maart ", "9-3-", "9. 3. "
DAY_AND_MONTH: Final = rf"[0-9]{{1,2}}(?:{BLANK}[A-Za-z]{{3,9}}{BLANK}|[-./]{GAP}[0-9]{{1,2}}[-./]{GAP})"
DATE: Final = DAY_AND_MONTH + "[0-9]{4}"
CHAPTER_IN_BRACKETS: Final = rf"{GAP}\({GAP}(?:(?:[Hh]oofdstuk|[Hh]f(?:dst|st|d)k?\.?|H\.){GAP})?({CHAPTER}){GAP}\)"
# "nrs. 427 (geannoteerde agenda) en 430 (p. 3)": what the paper is, its date, or pages
NOTE: Final = rf"(?!{CHAPTER_IN_BRACKETS}){GAP}\((?:[^()0-9]{{2,60}}|{DATE}|{PAGE_WORD}{GAP}[0-9][0-9\s,en-]{{0,20}})\)"
MONTH: Final = r"(?i:jan|feb|maart|march|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)"
SESSION_YEARS: Final = r"(?:18|19|20)[0-9]{2}[ ]?[/-]"

# A dossier of the Eerste Kamer's own: "CVIII"
ROMAN_DOSSIER: Final = Pattern(
    r"(?=[CLXVI]{2})(?!II(?![A-Za-z]))C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Za-z])"
)
# The blanks by which a number can be torn: on one line only, as the next may begin with a footnote's number.
TEAR: Final = r" \u00a0\u2009\u202f"
TORN: Final = later("The figures behind the number may be a part of it, or have nothing to do with it.")
# What follows a figure that is no number of a paper: "24 F-16's", "5, 6 en 7 juni".
COUNTED_UNIT: Final = r"(?:[ ]{1,12}[A-Z]{1,3}-?[0-9]|-[a-z])"
_DAY: Final = "[0-9]{1,2}(?![0-9])"
NO_NUMBER: Final = (
    rf"(?:{COUNTED_UNIT}"
    rf"|(?>(?:(?:{GAP},{GAP}{_DAY}){{0,9}}{GAP}(?:/|en(?![a-z])|{THROUGH}){GAP}{_DAY}){{0,4}}){GAP}{MONTH})"
)
# A part of another figure, or an amount: "16.30", "3½", "2e", "60 km", "2500 EB". "47.12" may end in a footnote mark.
OTHER_FIGURE: Final = (
    rf"{GOES_ON}|[½¼¾+°%]|[ex](?![a-z])|(?<=[0-9]{{4}})[ ][A-Z]{{2}}(?![A-Za-z])"
    rf"|{GAP}(?:{MONTH}|%|à|miljoen|miljard|mln|mld|procent|euro|uur|keer|km|stuks|jaar|maand|weken|dag"
    rf"|(?:blz|pagina|week)(?!\.?(?:['’]s)?{GAP}[0-9]))"
)
# A word that may be what is counted: all but those that go on with the sentence.
COUNTED_WORD: Final = (
    rf"{BLANK}(?!(?:van|over|in|op|bij|met|en|of|om|is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden"
    r"|kan|kunnen|zal|zullen|zou|moet|moeten|mag|inzake|aan|te|ter|ten|tot|door|voor|uit|die|dat|zoals|waarin|waarbij"
    r"|waarop|alsmede|alsook|onder|naar|tegen|tussen|tijdens|na|als|dan|dus|ook|niet|nog|al|betreffende|aangaande"
    r"|respectievelijk|resp|jo|juncto|evenals|versie|herdruk|gewijzigd|pagina|blz|bijlage|gaat|gaan|staat|staan|komt|komen|ziet|zien|dd|final|definitief"
    r"|dit|deze|de|het|een)(?![a-z]))[a-z]{2}"
)
MAY_BE_COUNT: Final = later("The figure may belong to what follows it, and be no number of a paper.")
_NO_PAGE_BEHIND: Final = r"(?![0-9_]|[\s.][0-9]{3}(?![0-9]))"
_PAGES: Final = rf"{GAP}[,;(]?{GAP}{PAGE_WORD}{GAP}[0-9]{{1,5}}{_NO_PAGE_BEHIND}"
# A further page is no dossier, and no number such as "2023Z01234" or "2023/0140(COD)".
_MORE_PAGES: Final = (
    rf"{GAP}(?:(?:,|/|en(?![a-z])|t/m){GAP}(?!(?:19|20)[0-9]{{2}}(?:[ZDA][0-9]|/[0-9]{{4}}))[0-9]{{1,4}}"
    rf"|-{GAP}[0-9]{{1,5}}){_NO_PAGE_BEHIND}(?!{GAP}(?:{MONTH}|%|miljoen|miljard))"
)
_PARTS: Final = (
    rf"{GAP},{GAP}(?:pt|par|punt|paragraaf|onderdeel|ad|noot|voetnoot|§){GAP}\.?{GAP}"
    r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[a-z]?(?![0-9A-Za-z])"
)
_AND_SO_ON: Final = rf"{GAP}(?:e\.?{GAP}v\.?(?![a-z])|[lr]k\.|\))"
_ATTACHED: Final = (
    rf"{GAP},?{GAP}\(?{GAP}(?:(?:(?:met{BLANK})?(?:[Bb]ijlagen?|[Bb]ijl\.|[Bb]lg\.)"
    rf"(?:{GAP}(?:{MARK}{GAP})?(?:{CHAPTER}|[0-9]{{1,3}}|[A-Z])(?![A-Za-z0-9]))?)"
    rf"|[Hh]erdruk|HERDRUK|gewijzigd(?=,?{GAP}(?:\)|t\.v\.v))"
    rf"|(?:t\.{GAP}v\.{GAP}v\.|ter{BLANK}vervanging{BLANK}van){GAP}(?:{MARK}{GAP})?[0-9]{{1,4}}"
    rf"(?![0-9]|[ .][0-9]{{3}}))(?![a-z]){GAP}\)?"
)
_BEHIND: Final = Pattern(
    rf"(?>(?:(?>{_PAGES}|{_PARTS}|{_ATTACHED})(?>(?:{_MORE_PAGES})*)(?>(?:{_AND_SO_ON})?)){{0,4}})"
)
MAY_COUNT: Final = Pattern(COUNTED_WORD)


def skip_pages(text: str, position: int) -> int:
    """Where the page parts, attachments and reprint notes that follow a number end."""
    return position if text[position : position + 1] in ("", ")") else _BEHIND.after(text, position)
