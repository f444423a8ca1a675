"""Advice of the Council of State (Raad van State): `W12.01.0024/IV`."""

from typing import Final

from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import stands_alone

_ADVICE: Final = Pattern(
    r"W[ ]?(?P<department>[0-9]{2})[.][ ]?(?P<year>[0-9]{2})[.][ ]?(?P<number>[0-9]{4,5})"
    r"(?P<section>[ ]?/[ ]?[IVX]{1,4}(?![A-Za-z])(?:/[A-Z](?![A-Za-z]))?)?(?![0-9])"
)


def read_advice(text: str, position: int) -> Citation | None:
    match = _ADVICE.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    section = (match["section"] or "").replace(" ", "")
    canonical = f"W{match['department']}.{match['year']}.{match['number']}{section}"
    return cite_one("rvs", canonical, match, number=match["number"])


FORM: Final = Form(
    title="Raad van State",
    openings=(Opening(words="W0|W1|W ", readers=(read_advice,)),),
    examples=(
        ("W12.01.0024/IV", "W12.01.0024/IV"),
        ("W02.23.00123/II/K", "W02.23.00123/II/K"),
        ("no. W07.19.0123", "W07.19.0123"),
    ),
    lookalikes=("W12.01", "BMW12.01.0024/IV", "12.01.0024/IV", "W1.23.0024/IV", "W12.01.24"),
)
