"""Papers of the European Parliament: `P9_TA(2024)0123`, `A9-0123/2024`, `E-001234/2024`."""

from typing import Final

from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import Span, stands_alone

_SITE: Final = "https://www.europarl.europa.eu/doceo/document"

# Adopted texts; reports (A), motions (B, RC) and questions (E, O, P), which carry the term or not.
_ADOPTED: Final = Pattern(r"P(?P<term>[5-9]|1[0-9])_TA(?:-PROV)?\((?P<year>20[0-9]{2})\)(?P<number>[0-9]{4})(?![0-9])")
_TABLED: Final = Pattern(
    r"(?P<series>RC-B|[ABCT])(?P<term>[5-9]|1[0-9])-(?P<number>[0-9]{4})/(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
)
_QUESTION: Final = Pattern(r"(?P<series>[EPO])-(?P<number>[0-9]{6})/(?P<year>20[0-9]{2})(?![0-9])")
_WORDS: Final = (
    *(
        f"{letter}{term}{mark}"
        for term in range(5, 13)
        for letter, mark in (("P", "_TA"), *((each, "-") for each in "ABCT"))
    ),
    *(f"RC-B{term}-" for term in range(5, 13)),
    *("E-0", "O-0", "P-0"),
)
_CANONICAL: Final = Pattern(r"(RC-B|[ABCT])([0-9]+)-([0-9]{4})/([0-9]{4})|P([0-9]+)_TA\(([0-9]{4})\)([0-9]{4})")


def read_parliament(text: str, position: int) -> Citation | None:
    if not stands_alone(text, position):
        return None
    match = _ADOPTED.match(text, position) or _TABLED.match(text, position) or _QUESTION.match(text, position)
    if match is None:
        return None
    canonical = match.group().replace("-PROV", "")
    return cite_one("ep", canonical, Span(text, *match.span()), number=match["number"])


def address(canonical: str) -> str | None:
    match = _CANONICAL.fullmatch(canonical)
    if match is None:
        return None
    if match[5]:
        return f"{_SITE}/TA-{match[5]}-{match[6]}-{match[7]}_NL.html"
    return (
        f"{_SITE}/{'TA' if match[1] == 'T' else match[1].removesuffix('-B')}-{match[2]}-{match[4]}-{match[3]}_NL.html"
    )


FORM: Final = Form(
    title="European Parliament",
    openings=(Opening(words=_WORDS, readers=(read_parliament,)),),
    address=address,
    examples=(
        ("P9_TA(2024)0123", "P9_TA(2024)0123"),
        ("A9-0123/2024", "A9-0123/2024"),
        ("RC-B9-0123/2024", "RC-B9-0123/2024"),
        ("E-001234/2024", "E-001234/2024"),
        ("P10_TA-PROV(2024)0012", "P10_TA(2024)0012"),
    ),
    lookalikes=("snelweg A9-123", "A4-0123/24", "E-1234/2024", "TA(2024)0123", "A9-01234/2024", "vitamine B12-2024"),
)
