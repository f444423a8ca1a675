"""Advice of the Council of State (Raad van State): `W12.01.0024/IV`."""

from typing import Final

from briefcli.domain.citations.form import Form, Matcher
from briefcli.domain.citations.spelling import ALONE

# Department, year, number and section
_ADVICE: Final = Matcher(
    ALONE + r"W[ ]?[0-9]{2}[.]\s?[0-9]{2}[.]\s?[0-9]{4,5}"
    r"(?:[ ]?/\s?[IVX]{1,4}(?![A-Za-z])(?:/[A-Z](?![A-Za-z]))?)?(?![0-9])"
)

# "/w02-23-00123-ii/": as in a web address
_IN_ADDRESS: Final = Matcher(
    r"(?<=/)w(?P<ministry>[0-9]{2})-(?P<year>[0-9]{2})-(?P<number>[0-9]{4,5})-(?P<section>[ivx]{1,4})(?![a-z0-9])",
    lambda match: f"W{match['ministry']}.{match['year']}.{match['number']}/{match['section'].upper()}",
)

FORM: Final = Form(
    title="Raad van State",
    words="W0|W1|W |w0|w1",
    readers=(_ADVICE, _IN_ADDRESS),
    examples="""
        W12.01.0024/IV | W02.23.00123/II/K
    """,
)
