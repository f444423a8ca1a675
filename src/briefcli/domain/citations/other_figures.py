"""What follows figures that are no number of a paper: a unit, a month, the rest of an amount, or what they count."""

from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.spelling import BLANK, GAP, GOES_ON, MONTH, THROUGH
from briefcli.patterns import Pattern

# What follows a number that is not of a paper: "24 F-16's", "5, 6 en 7 juni".
_UNIT: Final = Pattern(r"[ ]{1,12}[A-Za-z]{1,3}-?[0-9]|-[a-z]")
_DAY: Final = "[0-9]{1,2}(?![0-9])"
_MONTH: Final = Pattern(
    rf"(?>(?:(?:{GAP},{GAP}{_DAY}){{0,9}}{GAP}(?:/|(?i:en|of)(?![a-z])|{THROUGH}){GAP}{_DAY}){{0,4}}){GAP}{MONTH}"
)
# What follows digits that belong to another number or an amount: "16.30", "3½", "2e", "60 km", "2500 EB".
# "47.12" may end in a footnote mark.
OTHER_FIGURE: Final = (
    rf"{GOES_ON}|[½¼¾+°%]|[ex](?![a-z])|(?<=[0-9]{{4}})[ ][A-Z]{{2}}(?![A-Za-z])"
    rf"|{GAP}(?:{MONTH}|%|[kM]?€|à|(?i:miljoen|miljard|mln|mld|procent|euro|uur|keer|km|stuks|jaar|maand|weken|dag)"
    rf"|(?i:blz|pagina|week)(?!\.?(?:['’]s)?\s?[0-9]))"
)
# A word for something that the number may count: any word except those that continue the sentence, and no paragraph.
COUNTED_WORD: Final = (
    r"(?=\s)[ \t]{0,12}+\n?[ \t]{0,12}+"
    r"(?!(?:van|over|in|op|bij|met|en|of|om|is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden"
    r"|kan|kunnen|zal|zullen|zou|moet|moeten|mag|inzake|aan|te|ter|ten|tot|door|voor|uit|die|dat|zoals|waarin|waarbij"
    r"|waarop|alsmede|alsook|onder|naar|tegen|tussen|tijdens|na|als|dan|dus|ook|niet|nog|al|betreffende|aangaande"
    r"|respectievelijk|resp|nrs?|jo|juncto|evenals|versie|herdruk|gewijzigd|pagina|blz|bijlage|gaat|gaan|staat|staan|komt|komen|ziet|zien|dd|final|def|definitief"
    r"|dit|deze|de|het|een|vergaderjaar|motie|amendement|brief|kamerstuk(?:ken)?|dossier|zaak)(?![a-z]))[a-z]{2}"
)
MAY_BE_COUNT: Final = later("The number may belong to what follows it, and not be that of a paper.")
MAY_COUNT: Final = Pattern(COUNTED_WORD)
# What must not follow a number without "nr.": what it counts, or the rest of a date, an amount or a longer number.
NOT_COUNTED: Final = (
    rf"(?!{OTHER_FIGURE}|{GAP}(?:andere|moties|brieven|bijlagen|leden|vragen)|-[0-9]{{1,2}}-[0-9])"
    r"(?!/[0-9]{1,4}(?![0-9]))(?![\s.][0-9]{3}(?![0-9]))(?![A-Za-z])"
)
NOT_A_YEAR: Final = r"(?!(?:19|20)[0-9]{2}(?![0-9]))"
# The number may count what follows: "150 Nederlandse militairen", "3 van de 5".
MAY_BELONG_TO_NEXT: Final = Pattern(
    rf"{COUNTED_WORD}|[ \t]{{1,12}}[A-Z][a-z]"
    rf"|{BLANK}van{BLANK}(?:de{BLANK})?[0-9]{{1,3}}(?![0-9/.-]|{BLANK}{MONTH})"
)
# The letter may be an initial, or the label of what follows: "C en V. Putin", "C en V Financiën".
NAME_BEHIND: Final = Pattern(
    r"[ \t]{1,12}[A-Z][a-z]"
    r"|\.\s{1,12}(?!(?:De|Het|Een|Dit|Dat|Deze|Die|In|Op|Met|Voor|Er|Ook|Zie|Vgl|Idem|Kamerst\w*|Hand\w*)(?!\w))"
    r"[A-Z][a-z]"
)


def has_unit(text: str, end: int, item: str, *, may_be_day: bool = True) -> bool:
    """Whether a unit follows the digits, or a month if the digits can be a day."""
    may_be_day = may_be_day and item.isdigit() and int(item) <= 31
    return bool(_UNIT.match(text, end) or (may_be_day and _MONTH.match(text, end)))
