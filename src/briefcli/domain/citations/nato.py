"""Papers of NATO: `PO(2023)0123`, `C-M(2022)0042`, `AC/322-D(2021)0032`, `MC 400/4`."""

import re
from typing import Final

from briefcli.domain.citations.form import NO_WORD, Citation, Form, Matcher, is_near, reference
from briefcli.domain.citations.spelling import ALONE, GOES_ON
from briefcli.patterns import Pattern

_NATO_BESIDE: Final = Pattern(
    r"NATO|NAVO|Milita(?:ry|ir) (?:Committee|Comité)|SACEUR|SHAPE|Noord-Atlantisch|North Atlantic"
)
_REACH: Final = 150


def _doubt(match: re.Match[str]) -> str | None:
    """PO and SG also mean a school and a secretary-general; their papers have numbers of four figures."""
    may_be_other = match[0].startswith(("PO", "SG")) and len(match["number"]) < 4
    return NO_WORD if may_be_other and not is_near(match, _NATO_BESIDE, _REACH, _REACH) else None


# Papers of NATO's Council, the Secretary General, committees (D: document, N: notice, WP: working paper) and the staff.
_PAPER: Final = Matcher(
    rf"{ALONE}(?:PO|C-M|D?SG|DPRC-[DN]|NPC-[DN]|EAPC|PCC|RDC|AC/[0-9]{{2,4}}(?:\([A-Z0-9/]{{1,12}}\))?-(?:DS?|N|WP|R))"
    rf"[ ]?\(\s?(?:19|20)?[0-9]{{2}}\s?\)\s?(?P<number>[0-9]{{1,4}})(?![0-9])"
    rf"(?:-(?:REV|ADD|COR|AS|SIX|FINAL)[0-9]{{0,2}}(?![A-Za-z0-9])){{0,3}}(?:[ ]?\((?:INV|R|Final)\))?",
    doubt=_doubt,
)
# Papers of the staff, papers of committees that have no year (AC/35-D/2004-REV3 is a security directive), and papers
# for the press
_OTHER: Final = Matcher(
    rf"{ALONE}(?:(?:MCM|IMSM|IMSWM|IMSTAM)-[0-9]{{3,4}}-(?:19|20)[0-9]{{2}}"
    r"|PR/CP[ ]?\((?:19|20)[0-9]{2}\)[ ]?[0-9]{3,4}|AC/[0-9]{2,4}-D/[0-9]{4}(?:-REV[0-9]{1,2})?)(?![0-9])"
)
# The Military Committee puts the version of a paper after the slash.
_MILITARY: Final = Pattern(
    rf"{ALONE}MC(?:[ ]|-)(?!0+(?![0-9]))(?P<number>[0-9]{{1,4}})(?:/(?P<version>[0-9]{{1,2}}))?"
    rf"(?![0-9/]|{GOES_ON})(?P<final>\s?\((?:(?:MIL|FINAL|[Ff]inal)[ ]?(?:DECISION|[Dd]ecision)?)\))?"
)


def read_military(text: str, position: int) -> Citation | None:
    """`MC 400/4`, `MC 0400/4 (Final)`: strategy papers. One without a version needs `(Final)` or NATO near it."""
    match = _MILITARY.match(text, position)
    if match is None:
        return None
    is_sure = match["final"] or is_near(match, _NATO_BESIDE, _REACH, _REACH)
    if not is_sure and not match["version"]:
        return None
    canonical = f"MC {int(match['number'])}" + (f"/{int(match['version'])}" if match["version"] else "")
    doubt = None if is_sure and match["version"] else NO_WORD
    return Citation((reference(text, *match.span(), canonical, doubt),), match.end())


FORM: Final = Form(
    title="NATO",
    words="PO(|PO (|C-M|SG(|SG (|DSG(|DSG (|AC/|DPRC|NPC|EAPC|PCC(|RDC(|MCM|IMSM|IMSWM|IMSTAM|PR/CP|MC |MC-",
    readers=(_PAPER, _OTHER, read_military),
    examples="""
        PO(2023)0123 | C-M(2022)0042 | AC/322-D(2021)0032 | PO(2023)0123-AS1 | SG(2023)0045 | DSG(2023)0045
        MC 400/4 → MC 400/4?
    """,
)
