"""The Official Journal of the European Union: `PbEU 2016, L 119`, `OJ L, 2024/1689`."""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import EUR_LEX, Form, Opening, Shape
from briefcli.domain.citations.spelling import ALONE, BLANK, GAP, PAGE_WORD

_NO_YEAR: Final = later("The year of the Official Journal is not stated.")

_WORD: Final = (
    rf"{ALONE}(?:P[bB](?:{GAP}(?:EU|EG|EEG|EGKS|EC)(?![A-Za-z]))?|[Pp]ublicatieblad|OJ|JO|Official Journal)"
    rf"(?![A-Za-z])\.?(?:{BLANK}van{BLANK}de{BLANK}E(?:U|G|uropese{BLANK}(?:Unie|Gemeenschappen)))?{GAP},?{GAP}"
)
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})"
_ISSUE: Final = (
    rf"(?:nr\.?{GAP})?(?P<series>[LC]){GAP}(?:nr\.?{GAP})?"
    r"(?=[0-9]{1,5}(?![0-9]))(?!20[0-9]{2}/)0*(?P<number>[0-9]+(?:[ ]?I(?![A-Za-z]))?)(?:/[0-9]{1,4})?(?![0-9])"
)
# The day of the issue is a date of its own; only its year is taken.
_DAY_BEHIND: Final = (
    rf"(?=(?:{GAP},{GAP}{PAGE_WORD}{GAP}[0-9]{{1,4}})?{GAP},?{GAP}(?:van|d\.d\.|of)?{GAP}\(?"
    rf"[0-9]{{1,2}}(?:[./-]{GAP}[0-9]{{1,2}}[./-]{GAP}|{BLANK}[A-Za-z]{{3,9}}{BLANK}){_YEAR})"
)
# Since October 2023 every act has a number of its own, and the series C too.
_ACT: Final = (
    rf"(?P<series>[LC])(?:,{GAP}(?:(?P=series)/)?|/|{BLANK})"
    r"(?P<year>20(?:2[3-9]|[3-4][0-9]))/(?P<number>[0-9]{1,5})(?![0-9])"
)
_FIRST_YEAR_OF_ACTS: Final = "2023"
_LONGEST_ISSUE: Final = 3


def _issue_or_act(match: re.Match[str]) -> str | None:
    """`PbEU 2016, L 119` is an issue, `PbEU 2024, L 119` an act: the year with both has no more than 300 issues."""
    series, year, number = match["series"], match["year"] or "", match["number"].replace(" ", "")
    if year > _FIRST_YEAR_OF_ACTS or (year == _FIRST_YEAR_OF_ACTS and len(number) > _LONGEST_ISSUE):
        return f"OJ:{series}_{year}{number:0>5}" if number.isdigit() else None
    return f"OJ:{series}:{year or 'XXXX'}:{number}" if len(number.rstrip("I")) <= _LONGEST_ISSUE else None


_ISSUES: Final = (
    Shape(rf"{_WORD}(?:20[0-9]{{2}}{GAP},?{GAP})?{_ACT}", "OJ:{series}_{year}{number:0>5}"),
    Shape(f"{_WORD}{_YEAR}{GAP},?{GAP}{_ISSUE}", _issue_or_act),
    Shape(rf"{_WORD}{_ISSUE}(?:{_DAY_BEHIND}|)", _issue_or_act, lambda match: None if match["year"] else _NO_YEAR),
)
_IDENTIFIER: Final = Shape(
    ALONE + r"(?P<name>OJ:[LC](?:_20[0-9]{7}|:(?:19|20)[0-9]{2}:[0-9]{1,3}))(?::TOC)?(?![0-9])", "{name}"
)


def address(canonical: str) -> str | None:
    if "XXXX" in canonical:
        return None
    return f"{EUR_LEX}{canonical}" if "_" in canonical else f"{EUR_LEX}{canonical}:TOC"


FORM: Final = Form(
    title="Official Journal of the EU",
    openings=(
        Opening(words="Pb|PB|~ublicatieblad|OJ L|OJ C|OJ, |JO L|JO C|Official Journal", readers=_ISSUES),
        Opening(words="OJ:", readers=(_IDENTIFIER,)),
    ),
    address=address,
    examples=(
        ("PbEU 2016, L 119", "OJ:L:2016:119"),
        ("OJ L, 2024/1689", "OJ:L_202401689"),
        ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L_202401689", "OJ:L_202401689"),
        ("PbEU 2009, L140/1", "OJ:L:2009:140"),
        ("PB L 187 van 29.7.1993, blz. 52", "OJ:L:1993:187"),
        ("PB C, C/2025/659", "OJ:C_202500659"),
    ),
    lookalikes="Postbus L 119 | PBL 119/1 | PB 2016 | het Publicatieblad van 2016 | OJ 119 | Postbus 3011",
)
