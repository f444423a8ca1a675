"""Judgments by European Case Law Identifier, or by the Dutch number from before 2013: `ECLI:NL:…`, `LJN BD9220`."""

from typing import Final

from briefcli.domain.citations.form import EUR_LEX, Form, Matcher, without_spaces
from briefcli.domain.citations.spelling import ALONE, GAP, WORD

_MARK: Final = r"[ ]?:\s?"
# In a Dutch or European identifier, a footnote mark follows a full stop. Other countries have full stops in the number.
_ECLI: Final = Matcher(
    rf"{WORD}(?:ECLI|ecli){_MARK}(?:(?P<plain>NL|nl|EU|eu)|[A-Za-z]{{2}}){_MARK}[A-Za-z0-9]{{1,12}}"
    rf"{_MARK}(?:18|19|20)[0-9]{{2}}{_MARK}[A-Za-z0-9]{{1,30}}(?(plain)|(?:\.[A-Za-z0-9]{{1,10}}){{0,4}})",
    lambda match: without_spaces(match[0]).upper(),
)
# The Court of Justice leaves the first part out when it cites itself.
_SHORT: Final = Matcher(rf"{ALONE}(?<!:)EU:[CTF]:(?:19|20)[0-9]{{2}}:[0-9]{{1,4}}(?![0-9A-Za-z])", "ECLI:{0}")
_LJN: Final = Matcher(
    rf"{ALONE}LJN(?:-?nummer|-nr\.)?(?:{GAP}[:.])?{GAP}(?:nr\.?{GAP})?"
    r"(?P<number>[A-Z]{2}[ ]?[0-9]{4})(?![0-9A-Za-z])",
    "LJN {number}",
)


def address(canonical: str) -> str | None:
    if canonical.startswith("ECLI:NL:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={canonical}"
    return f"{EUR_LEX}ecli:{canonical}" if canonical.startswith("ECLI:EU:") else None


FORM: Final = Form(
    title="judgments",
    words="ECLI:|ecli:|EU:|LJN",
    readers=(_ECLI, _SHORT, _LJN),
    address=address,
    examples="""
        ECLI:NL:RVS:2019:1603 | ECLI:EU:C:2024:123
        EU:C:2024:123 → ECLI:EU:C:2024:123
        LJN BD9220
    """,
)
