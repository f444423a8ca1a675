"""CELEX numbers, by which EUR-Lex files the law of the European Union: `32012R0260`, `CELEX:52022PC0546`."""

from typing import Final

from briefcli.domain.citations.form import EUR_LEX, Form, Opening, Shape
from briefcli.domain.citations.spelling import ALONE

ADDRESS: Final = f"{EUR_LEX}CELEX:{{}}"

_NAMED: Final = r"(?:(?<=(?i:celex)[:=_ /-])|(?<=(?i:celex%3a)))"
_YEAR: Final = r"[02-9](?:19[5-9]|20[0-9])[0-9]"
# Sector, year, type and number; a corrigendum or the day of a consolidated text may follow.
_CELEX: Final = Shape(
    rf"(?:{ALONE}|{_NAMED}){_YEAR}[A-Z]{{1,2}}[0-9]{{4}}(?:R\([0-9]{{2}}\))?(?:-[0-9]{{8}}(?![0-9]))?(?![0-9A-Za-z])"
)
# `uri=celex:32012r0260`: small letters count only where the word stands before them.
_SMALL: Final = Shape(rf"{_NAMED}{_YEAR}[a-z]{{1,2}}[0-9]{{4}}(?![0-9A-Za-z])", lambda match: match[0].upper())

FORM: Final = Form(
    title="European legislation",
    openings=(Opening(at_numbers=True, readers=(_CELEX, _SMALL)),),
    address=ADDRESS,
    examples=(
        ("32012R0260", "32012R0260"),
        ("62019CJ0311", "62019CJ0311"),
        ("02012R0260-20140131", "02012R0260-20140131"),
        ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX%3A52022PC0546", "52022PC0546"),
        ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=celex:32016r0679", "32016R0679"),
    ),
    lookalikes="artikelnummer 12012R0260 | bestelling 32912R0260 | 32012R026 | NL32012R0260 | 32012r0260",
)
