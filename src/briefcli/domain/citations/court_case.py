"""Cases of the Court of Justice of the European Union: `C-123/22`, `T-604/18`, `zaak C-402/05 P`."""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import DASH, Span, stands_alone

_SITE: Final = "https://curia.europa.eu/juris/liste.jsf?num="
_NO_COURT: Final = later("No word beside the number says that this is a case of the Court of Justice.")
_LOOK_BACK: Final = 120

_CASE: Final = Pattern(
    rf"(?P<court>[CT]){DASH}(?P<number>[0-9]{{1,4}})/(?P<year>[0-9]{{2}})(?![0-9/])"
    rf"(?:[ ](?P<sort>P|PPU|R|P{DASH}R)(?![A-Za-z-]))?"
)
_COURT_BEFORE: Final = Pattern(
    r"(?<![A-Za-z])(?:[Zz]aak|[Zz]aken|[Cc]ases?|HvJ(?:EU|EG)?|HvJEU|GvEA|Gerecht|Hof|CURIA|[Cc]uria|[Aa]rrest(?:en)?|[Jj]udgments?|ECLI)(?![a-z])"
)


def read_court_case(text: str, position: int) -> Citation | None:
    match = _CASE.match(text, position)
    if match is None or not stands_alone(text, position) or int(match["number"]) == 0:
        return None
    canonical = f"{match['court']}-{int(match['number'])}/{match['year']}"
    if match["sort"]:
        canonical += " " + re.sub(DASH, "-", match["sort"])
    is_named = _COURT_BEFORE.search(text, max(0, position - _LOOK_BACK), position) is not None
    return cite_one(
        "eu-case", canonical, Span(text, *match.span()), number=match["number"], reason=None if is_named else _NO_COURT
    )


def address(canonical: str) -> str | None:
    return f"{_SITE}{canonical.replace(' ', '%20')}"


FORM: Final = Form(
    title="Court of Justice of the EU",
    openings=(Opening(words=("C-", "T-", "C‑", "T‑", "C–", "T–"), readers=(read_court_case,)),),
    address=address,
    examples=(
        ("zaak C-123/22", "C-123/22"),
        ("HvJ EU 12 maart 2024, C-123/22, punt 45", "C-123/22"),
        ("gevoegde zaken C-203/15 en C-698/15", "C-203/15;C-698/15"),
        ("zaak C-402/05 P", "C-402/05 P"),
        ("arrest T-604/18", "T-604/18"),
    ),
    uncertain=(("C-123/22", "C-123/22"),),
    lookalikes=("C-130", "zaak C-123/2022", "AC-123/22", "T-72/80/90", "F-16/F-35", "C-000/22", "categorie C-12"),
)
