"""CELEX numbers, by which EUR-Lex files the law of the European Union: `32012R0260`, `CELEX:52022PC0546`."""

import re
from typing import Final

from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import stands_alone

EUR_LEX: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="

# Sector, year, type and number; a corrigendum or the day of a consolidated text may follow.
_CELEX: Final = Pattern(
    r"[02-9](?:19[5-9]|20[0-9])[0-9][A-Z]{1,2}[0-9]{4}(?:R\([0-9]{2}\))?(?:-[0-9]{8}(?![0-9]))?(?![0-9A-Za-z])"
)
_SMALL_LETTERS: Final = Pattern(r"[02-9](?:19[5-9]|20[0-9])[0-9][a-z]{1,2}[0-9]{4}(?![0-9A-Za-z])")
_NAMED_BEFORE: Final = re.compile(r"celex(?:%3a|[:=_ -]|/)", re.IGNORECASE)
_NAME_LENGTH: Final = 8


def read_celex(text: str, position: int) -> Citation | None:
    match = _CELEX.match(text, position)
    if match is None:
        return None
    if not stands_alone(text, position) and not _is_named(text, position):
        return None
    return cite_one("celex", match.group(), match)


def read_small_celex(text: str, position: int) -> Citation | None:
    """`uri=celex:32012r0260`: small letters count only where the word stands before them."""
    match = _SMALL_LETTERS.match(text, position)
    if match is None or not _is_named(text, position):
        return None
    return cite_one("celex", match.group().upper(), match)


def _is_named(text: str, position: int) -> bool:
    before = _NAMED_BEFORE.search(text, max(0, position - _NAME_LENGTH), position)
    return before is not None and before.end() == position


def address(canonical: str) -> str | None:
    return f"{EUR_LEX}CELEX:{canonical}"


FORM: Final = Form(
    title="European legislation",
    openings=(Opening(at_numbers=True, readers=(read_celex, read_small_celex)),),
    address=address,
    examples=(
        ("32012R0260", "32012R0260"),
        ("62019CJ0311", "62019CJ0311"),
        ("02012R0260-20140131", "02012R0260-20140131"),
        ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX%3A52022PC0546", "52022PC0546"),
        ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=celex:32016r0679", "32016R0679"),
    ),
    lookalikes=("artikelnummer 12012R0260", "bestelling 32912R0260", "32012R026", "NL32012R0260", "32012r0260"),
)
