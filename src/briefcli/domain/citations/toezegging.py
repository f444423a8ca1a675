"""Commitments to parliament, as the chambers register them: `TZ202501-123`, `T02867`."""

from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import stands_alone

_LETTER_FOR_NOUGHT: Final = later("The letter O is taken for a nought.")

_NUMBER: Final = Pattern(r"T(?:Z[ ]?[0-9]{6}-[0-9]{1,4}|[0O][0-9]{4})(?![0-9A-Za-z])")


def read_commitment(text: str, position: int) -> Citation | None:
    match = _NUMBER.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    canonical = match.group().replace("O", "0").replace(" ", "")
    reason = None if "O" not in match.group() else _LETTER_FOR_NOUGHT
    number = canonical.rpartition("-")[2]
    citation = cite_one("toezegging", canonical, match, number=number, reason=reason)
    chamber = "II" if canonical.startswith("TZ") else "I"
    return Citation((msgspec.structs.replace(citation.references[0], chamber=chamber),), citation.end)


FORM: Final = Form(
    title="commitments (toezeggingen)",
    openings=(Opening(words="TZ|T0|TO", readers=(read_commitment,)),),
    examples=(("TZ202501-123", "TZ202501-123"), ("T02867", "T02867"), ("T02867.", "T02867")),
    uncertain=(("TO2867", "T02867"),),
    lookalikes=("T0286", "T12867", "AT02867", "TZ20250-12", "TO DO 2867", "T028671", "tel. T0 2867"),
)
