"""Resolutions and papers of the United Nations: `S/RES/2231 (2015)`, `VNVR-resolutie 1325`, `A/RES/71/1`."""

import re
from functools import lru_cache
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Matcher, Opening, reference, without_spaces
from briefcli.domain.citations.number_list import COMMA_OR_AND, NEVER, NumberSeries, read_list
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import BLANK, DAY_AND_MONTH, GAP, GOES_ON, WORD
from briefcli.patterns import Pattern

_NO_COUNCIL: Final = later("The text does not say that this is a resolution of the Security Council.")

_SITE: Final = r"(?:(?<=\.org/)|(?<=\.org/[a-z]{2}/))"
_SESSION: Final = r"[IVXL]{1,6}"  # until 1976 sessions of the General Assembly had Roman numerals
_TREATY_BODY: Final = "(?:CCPR|CEDAW|CAT|CRC|CERD|CRPD|CED)"
_COUNCIL: Final = (
    rf"(?:(?:VN|UN)[- ]?(?:[Vv]eiligheidsraad|VR)|VNVR|UNSCR?|[Vv]eiligheidsraad|(?:UN{BLANK})?Security{BLANK}Council)"
)
_RESOLUTION: Final = r"(?:[Rr]esolut(?:(?P<plural>ies|ions)|ie|ion)|[Rr]es(?:\.|(?![a-z])))"
# Only of the Security Council: other bodies have a resolution 2231 of another year
_WITH_YEAR: Final = Pattern(
    rf"{WORD}(?:S/RES/|(?:VNVR|UNSCR)s?{BLANK}|{_COUNCIL}s?[- ]?{GAP}{_RESOLUTION}{BLANK})"
    rf"(?P<number>[0-9]{{1,4}}){GAP}\({GAP}(?P<year>(?:19|20)[0-9]{{2}}){GAP}\)"
)


@lru_cache(maxsize=1)  # a text may cite the same resolution thousands of times
def _years_in(text: str) -> dict[str, str]:
    """The year of each resolution for which the text states one, by number; empty if it states more than one."""
    years: dict[str, str] = {}
    for found in _WITH_YEAR.finditer(text):
        number, year = found.group("number", "year")
        years[number] = year if years.get(number, year) == year else ""
    return years


def _with_year(text: str, canonical: str) -> str:
    """The resolution with the year that the text states elsewhere."""
    year = _years_in(text).get(canonical.removeprefix("S/RES/"))
    return f"{canonical}({year})" if year else canonical


_SYMBOL: Final = Matcher(
    rf"(?:{WORD}(?<!/)|{_SITE})(?:S/RES/[0-9]{{1,4}}(?:{GAP}\({GAP}(?:19|20)[0-9]{{2}}{GAP}\)|(?![0-9/]))"
    rf"|A/RES/[0-9]{{1,4}}{GAP}\({_SESSION}\)|(?:A/RES/(?:ES-)?[0-9]{{1,4}}/[0-9]{{1,4}}[A-Z]?"
    rf"|{_TREATY_BODY}/C/[A-Z0-9][A-Z0-9/.]{{2,24}}[0-9]|E/(?:19|20)[0-9]{{2}}/[0-9]{{1,4}}"
    r"|[SA]/(?:[0-9]{2}/)?PV\.[0-9]{1,5}|S/(?:PRST/)?(?:19|20)[0-9]{2}/[0-9]{1,4}|A/[3-9][0-9]/(?:L\.)?[0-9]{1,4}|A/HRC/(?:RES/)?[0-9]{1,2}/[0-9]{1,3})(?![0-9/]))",
    lambda match: _with_year(match.string, without_spaces(match[0])),
)
_DAY: Final = rf"{GAP}(?:{DAY_AND_MONTH})?"
_YEAR: Final = r"(?:19|20)[0-9]{2}"
# The year after a number: "1325 (2000)", "1325 van 2000", "2231/2015"
_YEAR_BEHIND: Final = (
    rf"(?:{GAP}\({_DAY}(?P<year>{_YEAR}){GAP}\)|{BLANK}(?:uit|van){BLANK}(?P<said>{_YEAR})(?![0-9A-Za-z])"
    rf"|/(?P<slashed>{_YEAR})(?![0-9A-Za-z/]))"
)
_YEAR_OF_SECOND: Final = Pattern(rf"(?<=(?:uit|van)[ ][12][0-9]{{3}}\sen\s){_YEAR}")  # "uit 2015 en 2021"
_SERIES: Final = NumberSeries(other=_YEAR_OF_SECOND, joint=COMMA_OR_AND, mark=NEVER, note=_YEAR_BEHIND)
_NAMED: Final = Pattern(
    rf"{WORD}(?:(?P<short>(?:VNVR|UNSCR)s?{BLANK}(?=[0-9]{{3}}))|(?P<before>{_COUNCIL}s?[- ]?{GAP})?"
    rf"(?P<un>(?:VN|UN)[- ]{{1,2}})?{_RESOLUTION}{BLANK}(?:nr\.?{GAP}|no\.?{GAP})?)"
    rf"(?P<number>[0-9]{{1,4}})(?![0-9])(?(short)|(?!/|{GOES_ON}))"
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


def read_resolution(text: str, position: int) -> Citation | None:
    """Resolutions with plain numbers, which only the Security Council has: `VNVR-resolutie 1325`."""
    match = _NAMED.match(text, position)
    if match is None or not match["number"].strip("0"):
        return None
    is_plural = match["short"] is not None or match["plural"] is not None
    items = read_list(text, position, match.span("number"), is_plural=is_plural, series=_SERIES)
    years = [_SERIES.note.match(text, item.end) for item in items]
    ends = [year.end() if year else item.end for year, item in zip(years, items, strict=True)]
    behind = _BY_COUNCIL.match(text, ends[-1])
    is_named = match["short"] or match["before"] or behind
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
        reasons = (None if is_named else _NO_COUNCIL, item.reason)
        others = [_resolution(other, year) for other in item.others]
        canonical = _with_year(text, _resolution(item.value, year))
        references.append(reference(text, item.start, end, canonical, *reasons, alternatives=others))
    return Citation(tuple(references), whole_end)


def _resolution(number: str, year: re.Match[str] | None) -> str:
    return f"S/RES/{number}({year[year.lastgroup or 0]})" if year else f"S/RES/{number}"


def address(canonical: str) -> str | None:
    is_whole = not canonical.startswith("S/RES/") or canonical.endswith(")")
    return f"https://undocs.org/{canonical}" if is_whole else None


FORM: Final = Form(
    title="United Nations",
    openings=(
        Opening(words="S/|A/|E/|CCPR/|CEDAW/|CAT/|CRC/|CERD/|CRPD/|CED/", readers=(_SYMBOL,)),
        Opening(words="VN|UN|~eiligheidsraad|Security Council|~esolut", readers=(read_resolution,)),
        Opening(
            words="AVVN|UNGA|Algemene Verg|General Assembly|HRC|VN-A|~ensenrechtenraad|Human Rights|~esolut",
            readers=(_OF_SESSION,),
        ),
    ),
    address=address,
    examples="""
        S/RES/2231 (2015) → S/RES/2231(2015)
        Resolutie 1973 (2011) van de VN-Veiligheidsraad → S/RES/1973(2011)
        VNVR-resolutie 1325 → S/RES/1325
        UNSCR 1325 (2000) → S/RES/1325(2000)
        VN-resolutie 2231 (2015) → S/RES/2231(2015)?
    """,
)
