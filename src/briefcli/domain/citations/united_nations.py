"""Resolutions and papers of the United Nations: `S/RES/2231 (2015)`, `VNVR-resolutie 1325`, `A/RES/71/1`."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from briefcli.catalog import later, tr
from briefcli.domain.citations.form import Citation, Form, Matcher, reference, with_further
from briefcli.domain.citations.number_list import COMMA_OR_AND, NEVER, NumberSeries, read_list
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import BLANK, DAY_AND_MONTH, GAP, GOES_ON, WORD
from briefcli.patterns import Pattern

_NO_COUNCIL: Final = later("The text does not say that this is a resolution of the Security Council.")
_OTHER_YEAR: Final = later("Resolution {number} of the Security Council is of {year}.")
_LATER: Final = later("Resolution {number} of the Security Council is later than {year}.")

_SYMBOL_BEGINS: Final = rf"(?:{WORD}(?<!/)|(?<=\.org/)|(?<=\.org/[a-z]{{2}}/))"
_SESSION: Final = r"[IVXL]{1,6}"  # until 1976 sessions of the General Assembly had Roman numerals
_COUNCIL: Final = (
    rf"(?:(?:VN|UN)[- ]?(?:[Vv]eiligheidsraad|VR|SC)|UNSCR|[Vv]eiligheidsraad|(?:UN{BLANK})?Security{BLANK}Council)"
)
_RESOLUTION: Final = r"(?:[Rr]esolut(?:(?P<plural>ies|ions)|ie|ion)|[Rr]es(?:\.|(?![a-z])))"
_FIRST_YEAR: Final = 1946
# The number of the last resolution of the Security Council in each year from then on; it numbers them through.
_LAST_OF_YEAR: Final = (
    15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219, 232, 244, 262, 275,
    291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 528, 545, 559, 580, 593, 606, 626, 646, 683, 725, 799,
    892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032,
    2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767,
)  # fmt: skip

_SYMBOL: Final = Matcher(
    rf"{_SYMBOL_BEGINS}(?:A/RES/[0-9]{{1,4}}{GAP}\({_SESSION}\)|(?:A/RES/(?:ES-)?[0-9]{{1,4}}/[0-9]{{1,4}}[A-Z]?"
    rf"|(?:CCPR|CEDAW|CAT|CRC|CERD|CRPD|CED)/C/[A-Z0-9][A-Z0-9/.]{{2,24}}[0-9]|E/(?:19|20)[0-9]{{2}}/[0-9]{{1,4}}"
    r"|[SA]/(?:[0-9]{2}/)?PV\.[0-9]{1,5}|S/(?:PRST/)?(?:19|20)[0-9]{2}/[0-9]{1,4}|A/[3-9][0-9]/(?:L\.)?[0-9]{1,4}"
    r"|A/HRC/(?:RES/)?[0-9]{1,2}/[0-9]{1,3})(?![0-9/]))"
)
_YEAR: Final = r"(?:19|20)[0-9]{2}"
# The year after a number: "1325 (2000)", "1325 van 2000", "2231/2015"
_YEAR_BEHIND: Final = (
    rf"(?:{GAP}\({GAP}(?:{DAY_AND_MONTH})?(?P<year>{_YEAR}){GAP}\)|{BLANK}(?:uit|van){BLANK}(?P<said>{_YEAR})(?![0-9A-Za-z])"
    rf"|/(?P<slashed>{_YEAR})(?![0-9A-Za-z/]))"
)
_YEAR_OF_SECOND: Final = Pattern(rf"(?<=(?:uit|van)[ ][12][0-9]{{3}}\sen\s){_YEAR}")  # "uit 2015 en 2021"
_SERIES: Final = NumberSeries(other=_YEAR_OF_SECOND, joint=COMMA_OR_AND, mark=NEVER, note=_YEAR_BEHIND)
_NAMED: Final = Pattern(
    rf"(?:(?P<symbol>{_SYMBOL_BEGINS}S/RES/)|{WORD}(?P<short>(?:VNVR|UNSCR)s?{BLANK}(?=[0-9]{{3}}))"
    rf"|{WORD}(?P<before>{_COUNCIL}s?[- ]?{GAP})?(?P<un>(?:VN|UN)[- ]{{1,2}})?"
    rf"{_RESOLUTION}{BLANK}(?:nr\.?{GAP}|no\.?{GAP})?)"
    rf"(?P<number>[0-9]{{1,4}})(?![0-9])(?(symbol)(?!/)|(?(short)|(?!/|{GOES_ON})))"
)
_BY_COUNCIL: Final = Pattern(rf"{GAP},?{GAP}(?:van{BLANK}(?:de{BLANK})?|of{BLANK}the{BLANK}){_COUNCIL}")
_OTHER_BODY: Final = Pattern(rf"{BLANK}(?:van|of){BLANK}(?:de|het|the){BLANK}")


def _of_session(match: re.Match[str]) -> str | None:
    is_assembly, is_rights = match["assembly"] or match["of_assembly"], match["rights"] or match["of_rights"]
    if bool(is_assembly) == bool(is_rights):
        return None
    number = match["number"] or f"{match['older']}{match['session']}"
    return f"{'A/RES' if is_assembly else 'A/HRC/RES'}/{number}"


# `AVVN-resolutie 76/262`, `HRC-resolutie 49/1`: a session and a number
_ASSEMBLY: Final = rf"(?:AVVN|UNGA|(?:VN-)?Algemene{BLANK}Vergadering|General{BLANK}Assembly)"
_HUMAN_RIGHTS: Final = rf"(?:HRC|(?:VN-)?[Mm]ensenrechtenraad|Human{BLANK}Rights{BLANK}Council)"
_OF_SESSION: Final = Matcher(
    rf"{WORD}(?:(?:(?P<assembly>{_ASSEMBLY})|(?P<rights>{_HUMAN_RIGHTS}))s?[- ]?{GAP})?"
    rf"(?:(?:VN|UN)[- ])?[Rr]es(?:oluti(?:e|on)s?|\.|(?![a-z])){BLANK}"
    rf"(?:(?P<number>(?:ES-)?[0-9]{{1,3}}/[0-9]{{1,3}})(?![0-9/]|{GOES_ON})"
    rf"|(?P<older>[0-9]{{1,4}})(?:[ ]?[A-Z])?{GAP}(?P<session>\({_SESSION}\)))"
    rf"(?:{BLANK}(?:van{BLANK}de|of{BLANK}the){BLANK}(?:(?P<of_assembly>{_ASSEMBLY})|(?P<of_rights>{_HUMAN_RIGHTS})))?",
    _of_session,
)


@lru_cache(maxsize=1)  # a text may cite the same resolution thousands of times
def _years_in(text: str) -> dict[str, str]:
    """The year of each resolution for which the text states one, by number; empty if it states more than one."""
    years: dict[str, str] = {}
    for found in _NAMED.finditer(text):
        year = _SERIES.note.match(text, found.end())
        # Other bodies have a resolution 2231 of another year
        if year and year["year"] and any(found.group("symbol", "short", "before")):
            years[found["number"]] = year["year"] if years.get(found["number"], year["year"]) == year["year"] else ""
    return years


def _year_of(number: str) -> str | None:
    """The year of a resolution of the Security Council; None for those after the last year that is listed."""
    place = bisect_left(_LAST_OF_YEAR, int(number))
    return str(_FIRST_YEAR + place) if place < len(_LAST_OF_YEAR) else None


def _with_year(text: str, number: str, stated: str | None) -> tuple[str, str | None]:
    """The identifier of a resolution of the Security Council, and a doubt if the year stated is not that of its number.

    Without a year, it is that of the number, or the one that the text states elsewhere.
    """
    known = _year_of(number)
    year = stated or known or _years_in(text).get(number)
    doubt = tr(_OTHER_YEAR, number=number, year=known) if stated and known not in (None, stated) else None
    if stated and known is None and int(stated) < _FIRST_YEAR + len(_LAST_OF_YEAR):
        doubt = tr(_LATER, number=number, year=stated)
    return f"S/RES/{number}({year})" if year else f"S/RES/{number}", doubt


@with_further
def read_resolution(text: str, position: int) -> Citation | None:
    """Resolutions with plain numbers, which only the Security Council has: `VNVR-resolutie 1325`, `S/RES/1325`."""
    match = _NAMED.match(text, position)
    if match is None or not match["number"].strip("0"):
        return None
    is_plural = match["short"] is not None or match["plural"] is not None
    items = read_list(text, position, match.span("number"), is_plural=is_plural, series=_SERIES)
    years = [_SERIES.note.match(text, item.end) for item in items]
    ends = [year.end() if year else item.end for year, item in zip(years, items, strict=True)]
    behind = _BY_COUNCIL.match(text, ends[-1])
    is_named = any(match.group("symbol", "short", "before")) or behind
    # Resolutions of the Security Council are cited with the year in brackets.
    is_in_brackets = years[0] is not None and years[0]["year"] is not None
    is_council_form = is_in_brackets and len(match["number"]) >= 3 and text[position - 1 : position] != "-"
    if not (is_named or match["un"] or (is_council_form and not _OTHER_BODY.match(text, ends[-1]))):
        return None
    whole_end = behind.end() if behind else ends[-1]
    if len(items) == 1:
        ends = [whole_end]
    references: list[Reference] = []
    for item, year, end in zip(items, years, ends, strict=True):
        stated = year[year.lastgroup or 0] if year else None
        if year and year["said"] and len(items) > 1:  # "2254 en 2585 uit 2015 en 2021": each has a year of its own
            stated = _year_of(item.value) or stated
        canonical, doubt = _with_year(text, item.value, stated)
        reasons = (None if is_named else _NO_COUNCIL, item.reason, doubt)
        others = [_with_year(text, number, None)[0] for number in (*item.others, *((item.value,) if doubt else ()))]
        references.append(reference(text, item.start, end, canonical, *reasons, alternatives=others))
    return Citation(tuple(references), whole_end)


def address(canonical: str) -> str | None:
    is_whole = not canonical.startswith("S/RES/") or canonical.endswith(")")
    return f"https://undocs.org/{canonical}" if is_whole else None


FORM: Final = Form(
    title="United Nations",
    words="S/|A/|E/|CCPR/|CEDAW/|CAT/|CRC/|CERD/|CRPD/|CED/|VN|UN|~eiligheidsraad|Security Council|~esolut"
    "|AVVN|Algemene Verg|General Assembly|HRC|~ensenrechtenraad|Human Rights",
    readers=(read_resolution, _SYMBOL, _OF_SESSION),
    address=address,
    examples="""
        S/RES/2231 (2015) → S/RES/2231(2015)
        Resolutie 1973 (2011) van de VN-Veiligheidsraad → S/RES/1973(2011)
        VNVR-resolutie 1325 → S/RES/1325(2000)
        UNSCR 1325 (2000) → S/RES/1325(2000)
        VN-resolutie 2231 (2015) → S/RES/2231(2015)?
    """,
)
