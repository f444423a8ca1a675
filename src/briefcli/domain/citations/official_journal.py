"""The Official Journal of the European Union: `PbEU 2016, L 119`, `OJ L, 2024/1689`."""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import EUR_LEX, Citation, Form, Matcher, reference, with_further
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import ALONE, BLANK, DAY_AND_MONTH, GAP, JOINT, PAGE_WORD, WORD, skip_pages
from briefcli.patterns import Pattern

_NO_YEAR: Final = later("The year of the Official Journal is not stated.")

_WORD: Final = (
    rf"{WORD}(?:P[bB](?:\.?{GAP}(?:EU|EG|EEG|EGKS|EC)(?![A-Za-z]))?|[Pp]ublicatieblad|OJ|JO|Official Journal)"
    rf"(?![A-Za-z])\.?(?:{BLANK}van{BLANK}de{BLANK}E(?:U|G|uropese{BLANK}(?:Unie|Gemeenschappen)))?{GAP},?{GAP}"
)
# Since October 2023 every act has a number of its own, also in the series C: "L, 2024/1689", "C, C/2025/659".
_SERIES: Final = (
    rf"(?:nr\.?{GAP})?(?P<series>[LC])(?:{GAP}(?:nr\.?{GAP})?|(?:,{GAP}(?:(?P=series)/)?|/)(?=20[0-9]{{2}}/))"
)
# The day of the issue is read as a date of its own; the reference takes only its year.
_DAY: Final = rf"{GAP},?{GAP}(?:van|d\.d\.|of)?{GAP}\(?{DAY_AND_MONTH}(?P<day>(?:19|20)[0-9]{{2}})"
_NUMBER: Final = (
    r"(?:(?P<act>20(?:2[3-9]|[3-4][0-9]))/(?=[0-9])|(?!20[0-9]{2}/))(?=[0-9]{1,5}(?![0-9]))0*"
    r"(?P<number>[0-9]+(?:[ ]?I(?![A-Za-z]))?)(?:/[0-9]{1,4})?(?![0-9])"
    rf"(?:(?=(?:{GAP},{GAP}{PAGE_WORD}{GAP}[0-9]{{1,4}})?{_DAY})|)"
)
_FIRST_YEAR_OF_ACTS: Final = "2023"
_LONGEST_ISSUE: Final = 3

_FIRST: Final = Pattern(rf"{_WORD}(?:(?P<year>(?:19|20)[0-9]{{2}}){GAP},?{GAP})?{_SERIES}{_NUMBER}")
_NEXT: Final = Pattern(rf"{JOINT}(?:{_SERIES}|(?=20[2-4][0-9]/[0-9]{{3}})){_NUMBER}")
_DAY_BEHIND: Final = Pattern(rf"{_DAY}\)?")
# EUR-Lex writes the number of an issue in three digits: "OJ:L:2012:072:TOC", and a link to a page as
# "uriserv:OJ.L_.2016.119.01.0001.01.NLD".
_IDENTIFIER: Final = Matcher(
    ALONE + r"OJ(?P<sign>[:.])(?P<series>[LC])"
    r"(?:(?P<act>_20[0-9]{7})|_?(?P=sign)(?P<year>(?:19|20)[0-9]{2})(?P=sign)0{0,2}(?P<number>[1-9][0-9]{0,2}I?))"
    r"(?::(?:TOC|FULL))?(?![0-9])",
    lambda match: f"OJ:{match['series']}{match['act'] or ':{}:{}'.format(match['year'], match['number'])}",
)


@with_further
def read_issues(text: str, position: int) -> Citation | None:
    """`PbEU 2016, L 119 en C 202`: an issue without a year has the year of the previous one."""
    cited: list[Reference] = []
    match, start, year, series = _FIRST.match(text, position), position, "", ""
    while match:
        stated = match.groupdict()
        series = stated["series"] or series
        year = stated["act"] or stated.get("year") or stated["day"] or year
        canonical = _issue_or_act(series, match, year)
        if canonical is None:
            break
        cited.append(reference(text, start, match.end(), canonical, None if year else _NO_YEAR))
        match = _NEXT.match(text, skip_pages(text, _DAY_BEHIND.after(text, match.end())))
        start = match.start("series" if match["series"] else "act") if match else start
    return Citation(tuple(cited), cited[-1].end) if cited else None


def _issue_or_act(series: str, match: re.Match[str], year: str) -> str | None:
    """`PbEU 2016, L 119` is an issue, `PbEU 2024, L 119` an act. The year with both, 2023, has at most 300 issues."""
    number = match["number"].replace(" ", "")
    is_long = len(number.rstrip("I")) > _LONGEST_ISSUE
    if match["act"] or year > _FIRST_YEAR_OF_ACTS or (year == _FIRST_YEAR_OF_ACTS and is_long):
        return f"OJ:{series}_{year}{number:0>5}" if number.isdigit() else None
    return None if is_long else f"OJ:{series}:{year or 'XXXX'}:{number}"


def address(canonical: str) -> str | None:
    """The web address; None without a year. EUR-Lex writes the number of an issue in three digits."""
    issue, _, number = canonical.rpartition(":")
    if "XXXX" in canonical:
        return None
    return f"{EUR_LEX}{canonical}" if "_" in number else f"{EUR_LEX}{issue}:{number:0>{3 + number.count('I')}}:TOC"


FORM: Final = Form(
    title="Official Journal of the EU",
    words="Pb|PB|~ublicatieblad|OJ|JO L|JO C|Official Journal",
    readers=(read_issues, _IDENTIFIER),
    address=address,
    examples="""
        PbEU 2016, L 119 → OJ:L:2016:119
        OJ L, 2024/1689 → OJ:L_202401689
        PbEU L 2024/1689 en 2024/1690 → OJ:L_202401689;OJ:L_202401690
        PB L 187 van 29.7.1993, blz. 52 → OJ:L:1993:187
        PB C, C/2025/659 → OJ:C_202500659
    """,
)
