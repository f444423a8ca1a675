"""Judgments by their European Case Law Identifier, or the Dutch number of before 2013: `ECLI:NL:…`, `LJN BD9220`."""

from typing import Final

from briefcli.domain.citations.celex import EUR_LEX
from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import GAP, stands_alone

_COURTS: Final = "https://deeplink.rechtspraak.nl/uitspraak?id="

_MARK: Final = r"(?::\n?|%3[Aa])"
_ECLI: Final = Pattern(
    rf"(?:ECLI|ecli){_MARK}[A-Za-z]{{2}}{_MARK}[A-Za-z0-9]{{1,12}}{_MARK}(?:18|19|20)[0-9]{{2}}{_MARK}"
    r"[A-Za-z0-9]{1,30}(?:\.[A-Za-z0-9]{1,10}){0,4}"
)
# The Court of Justice leaves the first part out when it cites itself.
_SHORT: Final = Pattern(r"EU:[CTF]:(?:19|20)[0-9]{2}:[0-9]{1,4}(?![0-9A-Za-z])")
_LJN: Final = Pattern(
    rf"LJN(?:-?nummer|-nr\.)?(?:{GAP}[:.])?{GAP}(?:nr\.?{GAP})?(?P<number>[A-Z]{{2}}[ ]?[0-9]{{4}})(?![0-9A-Za-z])"
)


def read_ecli(text: str, position: int) -> Citation | None:
    match = _ECLI.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    canonical = match.group().upper().replace("%3A", ":").replace("\n", "")
    return cite_one("ecli", canonical, match, number=canonical.rpartition(":")[2])


def read_short_ecli(text: str, position: int) -> Citation | None:
    match = _SHORT.match(text, position)
    if match is None or not stands_alone(text, position) or text[position - 1 : position] == ":":
        return None
    return cite_one("ecli", f"ECLI:{match.group()}", match, number=match[0].rpartition(":")[2])


def read_ljn(text: str, position: int) -> Citation | None:
    match = _LJN.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    number = match["number"].replace(" ", "")
    return cite_one("ljn", f"LJN {number}", match, number=number)


def address(canonical: str) -> str | None:
    if canonical.startswith("ECLI:NL:"):
        return f"{_COURTS}{canonical}"
    return f"{EUR_LEX}ecli:{canonical}" if canonical.startswith("ECLI:EU:") else None


FORM: Final = Form(
    title="judgments",
    openings=(
        Opening(words="ECLI:|ecli:|ECLI%3|ecli%3", readers=(read_ecli,)),
        Opening(words="EU:", readers=(read_short_ecli,)),
        Opening(words="LJN", readers=(read_ljn,)),
    ),
    address=address,
    examples=(
        ("ECLI:NL:RVS:2019:1603", "ECLI:NL:RVS:2019:1603"),
        ("ECLI:EU:C:2024:123", "ECLI:EU:C:2024:123"),
        ("EU:C:2024:123", "ECLI:EU:C:2024:123"),
        ("LJN BD9220", "LJN BD9220"),
        ("ECLI:NL:HR:2008:BD9220", "ECLI:NL:HR:2008:BD9220"),
        ("https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2019:1603", "ECLI:NL:RVS:2019:1603"),
        ("ECLI:CE:ECHR:2004:0615JUD006091900", "ECLI:CE:ECHR:2004:0615JUD006091900"),
    ),
    lookalikes=("ECLI:NL:RVS", "ECLI:NL:RVS:19:1603", "DECLI:NL:RVS:2019:1603", "EU:C:24", "LJN 9220", "LJNBD92201"),
)
