"""Papers of the European Parliament: `P9_TA(2024)0123`, `A9-0123/2024`, `E-001234/2024`."""

from typing import Final

from briefcli.domain.citations.form import NO_WORD, Form, Matcher, is_near
from briefcli.domain.citations.other_figures import COUNTED_WORD
from briefcli.domain.citations.spelling import ALONE, GAP, GOES_ON
from briefcli.domain.when import SHORT_YEAR
from briefcli.patterns import Pattern

_SITE: Final = "https://www.europarl.europa.eu/doceo/document"

_TERM: Final = r"(?P<term>[5-9]|1[0-9])"
# Adopted texts, reports (A) and motions (B, RC), which carry the parliamentary term; questions (E, O, P), which do not.
_TABLED: Final = (
    Matcher(
        rf"{ALONE}P{_TERM}_TA(?:-PROV)?\((?P<year>20[0-9]{{2}})\)(?P<number>[0-9]{{4}})(?![0-9])",
        "P{term}_TA({year}){number}",
    ),
    Matcher(rf"{ALONE}(?:(?:RC-B|[ABCT]){_TERM}-[0-9]{{4}}/(?:19|20)|[EPO]-[0-9]{{6}}/20)[0-9]{{2}}(?![0-9])"),
    Matcher(rf"{ALONE}(?P<number>[EPO]-[0-9]{{6}})/(?P<year>[0-2][0-9])(?![0-9])", "{number}/20{year}", SHORT_YEAR),
)
# In web addresses, the term and the year precede the number.
_IN_ADDRESS: Final = Matcher(
    rf"doceo/document/(?P<series>TA|RC|[ABC])-{_TERM}-(?P<year>20[0-9]{{2}})-(?P<number>[0-9]{{4}})(?![0-9])",
    lambda match: (
        f"P{match['term']}_TA({match['year']}){match['number']}"
        if match["series"] == "TA"
        else f"{match['series'].replace('RC', 'RC-B')}{match['term']}-{match['number']}/{match['year']}"
    ),
)
_PARLIAMENT: Final = Pattern(
    r"Parlement|Parliament|(?<![A-Za-z])EP(?![A-Za-z])|[Aa]mendement|rapporteur|[Dd]oc(?:ument|\.)"
)
# Papers of committees and members before they are tabled. The version is not in the identifier.
_UNDER_WAY: Final = Matcher(
    rf"{ALONE}PE{GAP}(?P<number>[0-9]{{3}}[.][0-9]{{3}})(?P<version>v[0-9]{{2}}-[0-9]{{2}})?"
    rf"(?![0-9]|{GOES_ON}|{COUNTED_WORD})",
    "PE {number}",
    lambda match: None if match["version"] or is_near(match, _PARLIAMENT, 150, 150) else NO_WORD,
)
_CANONICAL: Final = Pattern(r"(RC-B|[ABCT])([0-9]+)-([0-9]{4})/([0-9]{4})|P([0-9]+)_TA\(([0-9]{4})\)([0-9]{4})")


def address(canonical: str) -> str | None:
    match = _CANONICAL.fullmatch(canonical)
    if match is None:
        return None
    if match[5]:
        return f"{_SITE}/TA-{match[5]}-{match[6]}-{match[7]}_NL.html"
    series = "TA" if match[1] == "T" else match[1].removesuffix("-B")
    return f"{_SITE}/{series}-{match[2]}-{match[4]}-{match[3]}_NL.html"


FORM: Final = Form(
    title="European Parliament",
    words="P#|A#|B#|C#|T#|RC-B#|E-0|O-0|P-0|PE |PE#|doceo/document/",
    readers=(*_TABLED, _UNDER_WAY, _IN_ADDRESS),
    address=address,
    examples="""
        P9_TA(2024)0123 | A9-0123/2024
        https://www.europarl.europa.eu/doceo/document/TA-9-2024-0123_NL.html → P9_TA(2024)0123
        https://www.europarl.europa.eu/doceo/document/A-9-2024-0123_NL.html → A9-0123/2024
        RC-B9-0123/2024 | E-001234/2024
    """,
)
