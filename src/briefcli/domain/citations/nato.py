"""Papers of NATO: `PO(2023)0123`, `C-M(2022)0042`, `AC/322-D(2021)0032`."""

import re
from typing import Final

from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import DASH, Span, stands_alone

# Papers of the Council, the Secretary General, committees (D: document, N: notice, WP: working paper) and the staff.
_PAPER: Final = Pattern(
    rf"(?:PO|C{DASH}M|SG|DPRC{DASH}[DN]|NPC{DASH}[DN]|EAPC|PCC|RDC|AC/[0-9]{{2,4}}(?:\([A-Z0-9/]{{1,12}}\))?{DASH}(?:DS?|N|WP|R))"
    rf"[ ]?\([ ]?(?:19|20)?[0-9]{{2}}[ ]?\)[ ]?[0-9]{{1,4}}(?![0-9])"
    rf"(?:{DASH}(?:REV|ADD|COR|AS|SIX|FINAL)[0-9]{{0,2}}(?![A-Za-z0-9])){{0,3}}(?:[ ]?\((?:INV|R|Final)\))?"
)
_STAFF: Final = Pattern(rf"(?:MCM|IMSM|IMSTAM){DASH}[0-9]{{3,4}}{DASH}(?:19|20)[0-9]{{2}}(?![0-9])")


def read_nato(text: str, position: int) -> Citation | None:
    match = _PAPER.match(text, position) or _STAFF.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    canonical = re.sub(DASH, "-", match.group().replace(" ", ""))
    return cite_one("nato", canonical, Span(text, *match.span()))


FORM: Final = Form(
    title="NATO",
    openings=(
        Opening(
            words=(
                "PO(",
                "PO (",
                "C-M",
                "C–M",
                "SG(",
                "SG (",
                "AC/",
                "DPRC",
                "NPC",
                "EAPC",
                "PCC(",
                "RDC(",
                "MCM",
                "IMSM",
                "IMSTAM",
            ),
            readers=(read_nato,),
        ),
    ),
    examples=(
        ("PO(2023)0123", "PO(2023)0123"),
        ("C-M(2022)0042", "C-M(2022)0042"),
        ("AC/322-D(2021)0032", "AC/322-D(2021)0032"),
        ("PO(2023)0123-AS1", "PO(2023)0123-AS1"),
        ("SG(2023)0045", "SG(2023)0045"),
        ("MCM-0123-2023", "MCM-0123-2023"),
        ("C-M(2002)49-REV1", "C-M(2002)49-REV1"),
    ),
    lookalikes=("DEPO(2023)0123", "PO 2023", "SG (2023)", "AC/DC", "C-M 0042", "MCM-12", "een PO (2023) van school"),
)
