"""Cases of the Court of Justice of the European Union: `C-123/22`, `T-604/18`, `zaak C-402/05 P`, `zaak 26/62`."""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import NO_WORD, Form, Matcher, is_near
from briefcli.domain.citations.spelling import ALONE, BLANK, GAP, GOES_ON
from briefcli.patterns import Pattern

_NO_CASES_THEN: Final = later("The Court had no case with that letter and year.")
_OTHER_COURT: Final = later("Only the word beside the number suggests that this is a case of the Court of Justice.")
# The Court began in 1953 and put no letter before its numbers until the General Court came in 1989.
_FIRST_LETTER_YEAR: Final = 89
_LAST_YEAR: Final = 49  # 2049: higher years are of the last century
_CIVIL_SERVICE: Final = range(5, 17)

_JUDGE_BESIDE: Final = Pattern(
    r"HvJ|Hof van Justitie|Court of Justice|Europe(?:se|es)|[Gg]evoegde|Jur(?:ispr)?\.|ECR|EU:C:"
    r"|(?<![A-Za-z])EE?G(?![A-Za-z])"
)
_COURT_BEFORE: Final = Pattern(
    r"(?<![A-Za-z])(?:[Zz]aak(?:nrs?|nummers?)?|[Zz]aken|[Cc]ases?|HvJ(?:EU|EG)?|HvJEU|GvEA|Gerecht|Hof|CURIA|[Cc]uria|[Aa]rrest(?:en)?|[Jj]udgments?|ECLI)(?![a-z])"
)


def _is_timely(case: re.Match[str]) -> bool:
    year = int(case["year"])
    return year in _CIVIL_SERVICE if case["court"] == "F" else year >= _FIRST_LETTER_YEAR or year <= _LAST_YEAR


def _identifier(case: re.Match[str]) -> str | None:
    if not is_near(case, _COURT_BEFORE, 120) and (not _is_timely(case) or case["court"] == "F"):
        return None
    sort = f" {case['sort']}" if case["sort"] else ""
    return f"{case['court']}-{int(case['number'])}/{case['year']}{sort}"


def _doubt(case: re.Match[str]) -> str | None:
    if not is_near(case, _COURT_BEFORE, 120):
        return NO_WORD
    return None if _is_timely(case) else _NO_CASES_THEN


_CASE: Final = Matcher(
    rf"{ALONE}(?P<court>[CTF])-(?!0+/)(?P<number>[0-9]{{1,4}})/(?P<year>[0-9]{{2}})(?![0-9/])"
    rf"(?:\s(?P<sort>P|PPU|R|P-R)(?![A-Za-z0-9-]))?",
    _identifier,
    _doubt,
)
# `zaak 26/62`, `gevoegde zaken 60/84 en 61/84`: cases from before 1989, which have no letter.
_OLD_CASE: Final = Matcher(
    rf"{ALONE}(?:[Zz]a(?:ak|ken)|[Cc]ases?|HvJ(?:{BLANK}(?:EG|EU))?[^;.\n/]{{0,40}}?,){BLANK}(?:nrs?\.?{GAP})?"
    rf"(?P<paper>[1-9][0-9]{{0,2}}/(?:5[3-9]|[67][0-9]|8[0-8]))(?![0-9/-]|{GOES_ON})",
    "{paper}",
    lambda match: None if is_near(match, _JUDGE_BESIDE, 120, 60) else _OTHER_COURT,
)


FORM: Final = Form(
    title="Court of Justice of the EU",
    words="C-|T-|F-|zaak |Zaak |zaken |Zaken |case|Case|HvJ",
    readers=(_CASE, _OLD_CASE),
    address=lambda canonical: f"https://curia.europa.eu/juris/liste.jsf?num={canonical.replace(' ', '%20')}",
    examples="""
        zaak C-123/22 → C-123/22
        HvJ EU 12 maart 2024, C-123/22, punt 45 → C-123/22
        gevoegde zaken C-203/15 en C-698/15 | gevoegde zaken C-203/15 en 698/15 → C-203/15;C-698/15
        gevoegde zaken C-203/15 t/m C-205/15 → C-203/15;C-204/15;C-205/15
        zaak C-402/05 P → C-402/05 P
        arrest T-604/18 → T-604/18
        HvJ EG 5 februari 1963, zaak 26/62 → 26/62
    """,
)
