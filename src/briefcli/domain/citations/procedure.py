"""Procedures by which the European Union makes law: `2023/0123(COD)`."""

from typing import Final

from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import stands_alone

_SITE: Final = "https://oeil.secure.europarl.europa.eu/oeil/en/procedure-file?reference="
_KIND: Final = "COD|NLE|CNS|APP|BUD|BUI|INI|RSP|ACI|INL|DEC|IMM|DEA|RPS|SYN|AVC|COS|REG|ACC|DCE|GBD"

_PROCEDURE: Final = Pattern(
    rf"(?P<year>(?:19|20)[0-9]{{2}})[/_](?P<number>[0-9]{{1,4}}[A-Z]?)[ ]?"
    rf"(?:\((?P<kind>{_KIND})\)|[/ ](?P<bare>{_KIND})(?![A-Z]))"
)
_KIND_FIRST: Final = Pattern(
    rf"(?P<kind>{_KIND})[ /]?\(?(?P<year>(?:19|20)[0-9]{{2}})/(?P<number>[0-9]{{4}}[A-Z]?)(?![0-9])\)?"
)


def read_procedure(text: str, position: int) -> Citation | None:
    match = _PROCEDURE.match(text, position) or _KIND_FIRST.match(text, position)
    if match is None or not stands_alone(text, position) or text[position - 1 : position] == "/":
        return None
    kind = match["kind"] or match["bare"]
    canonical = f"{match['year']}/{match['number'].zfill(4)}({kind})"
    return cite_one("eu-procedure", canonical, match, number=match["number"])


def address(canonical: str) -> str | None:
    return f"{_SITE}{canonical}"


FORM: Final = Form(
    title="procedure of the EU",
    openings=(
        Opening(at_numbers=True, readers=(read_procedure,)),
        Opening(words="COD|NLE|CNS|APP", readers=(read_procedure,)),
    ),
    address=address,
    examples=(
        ("2023/0123(COD)", "2023/0123(COD)"),
        ("2023/0123 (NLE)", "2023/0123(NLE)"),
        ("2023/123 (COD)", "2023/0123(COD)"),
        ("2023/0123/COD", "2023/0123(COD)"),
        ("COD 2023/0123", "2023/0123(COD)"),
    ),
    lookalikes=("2023/0123", "2023/0123(ABC)", "12023/0123(COD)", "CODE 2023/0123", "2023/0123 CODE"),
)
