"""Papers of the European Parliament: `P9_TA(2024)0123`, `A9-0123/2024`, `E-001234/2024`."""

from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import GAP, stands_alone
from briefcli.domain.citations.trailing_figures import COUNTED_WORD

_SITE: Final = "https://www.europarl.europa.eu/doceo/document"

# Adopted texts; reports (A), motions (B, RC) and questions (E, O, P), which carry the term or not.
_ADOPTED: Final = Pattern(r"P(?P<term>[5-9]|1[0-9])_TA(?:-PROV)?\((?P<year>20[0-9]{2})\)(?P<number>[0-9]{4})(?![0-9])")
_TABLED: Final = Pattern(
    r"(?P<series>RC-B|[ABCT])(?P<term>[5-9]|1[0-9])[-‑–](?P<number>[0-9]{4})/(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
)
_QUESTION: Final = Pattern(r"(?P<series>[EPO])-(?P<number>[0-9]{6})/(?P<year>20[0-9]{2}|[0-2][0-9])(?![0-9])")
_TERMS: Final = range(5, 13)
_WORDS: Final = (
    *(f"P{term}_TA" for term in _TERMS),
    *(f"{series}{term}{dash}" for series in ("A", "B", "C", "T", "RC-B") for term in _TERMS for dash in "-‑–"),
    *("E-0", "O-0", "P-0"),
)
# Papers under way, of committees and members.
_SESSION_PAPER: Final = Pattern(
    rf"PE{GAP}(?P<number>[0-9]{{3}}[.][0-9]{{3}})(?P<version>v[0-9]{{2}}-[0-9]{{2}})?(?![0-9]|[.,][0-9])(?!{COUNTED_WORD})"
)
_PARLIAMENT_BESIDE: Final = Pattern(
    r"Parlement|Parliament|(?<![A-Za-z])EP(?![A-Za-z])|[Aa]mendement|rapporteur|[Dd]oc(?:ument|\.)"
)
_NO_PARLIAMENT: Final = later("No word beside the number says that this is a paper of the European Parliament.")
_SHORT_YEAR: Final = later("The century of the year is not stated.")
_REACH: Final = 150
_CANONICAL: Final = Pattern(r"(RC-B|[ABCT])([0-9]+)-([0-9]{4})/([0-9]{4})|P([0-9]+)_TA\(([0-9]{4})\)([0-9]{4})")


def read_parliament(text: str, position: int) -> Citation | None:
    if not stands_alone(text, position):
        return None
    match = _ADOPTED.match(text, position) or _TABLED.match(text, position) or _QUESTION.match(text, position)
    if match is None:
        return None
    canonical = match.group().replace("-PROV", "").replace("‑", "-").replace("–", "-")
    is_short = len(match["year"]) == 2
    if is_short:
        canonical = f"{canonical[:-2]}20{match['year']}"
    reason = _SHORT_YEAR if is_short else None
    return cite_one("ep", canonical, match, number=match["number"], reason=reason)


def read_session_paper(text: str, position: int) -> Citation | None:
    """`PE 745.123`, `PE745.123v01-00`: a paper before it is tabled, whatever its version."""
    match = _SESSION_PAPER.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    beside = (max(0, position - _REACH), match.end() + _REACH)
    is_sure = match["version"] or _PARLIAMENT_BESIDE.search(text, *beside)
    span = match
    canonical = f"PE {match['number']}"
    return cite_one("ep", canonical, span, number=match["number"], reason=None if is_sure else _NO_PARLIAMENT)


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
    openings=(
        Opening(words="|".join(_WORDS), readers=(read_parliament,)),
        Opening(
            words="PE |PE\u00a0|" + "|".join(f"PE{figure}" for figure in range(1, 10)), readers=(read_session_paper,)
        ),
    ),
    address=address,
    examples=(
        ("P9_TA(2024)0123", "P9_TA(2024)0123"),
        ("A9-0123/2024", "A9-0123/2024"),
        ("RC-B9-0123/2024", "RC-B9-0123/2024"),
        ("E-001234/2024", "E-001234/2024"),
        ("P10_TA-PROV(2024)0012", "P10_TA(2024)0012"),
        ("A9‑0123/2024", "A9-0123/2024"),
        ("PE745.123v01-00", "PE 745.123"),
        ("het ontwerpverslag van het Europees Parlement (PE 745.123)", "PE 745.123"),
    ),
    uncertain=(("PE 745.123", "PE 745.123"), ("P-001234/24", "P-001234/2024")),
    lookalikes=(
        "snelweg A9-123",
        "A4-0123/24",
        "E-1234/2024",
        "TA(2024)0123",
        "A9-01234/2024",
        "PE 745.123 ton",
        "PE 745 onderwijs",
        "TPE 745.123",
        "vitamine B12-2024",
    ),
)
