"""Commitments to parliament, as the chambers register them: `TZ202501-123`, `T02867`."""

from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Form, Matcher, without_spaces
from briefcli.domain.citations.spelling import ALONE

_LETTER_FOR_NOUGHT: Final = later("The letter O is read as a zero.")
_NUMBER: Final = Matcher(
    rf"{ALONE}(?:[Tt][Zz]\s?20[0-9]{{2}}[01][0-9]-[0-9]{{1,4}}|(?:T[0O]|(?<=_)t0)[0-9]{{4}})(?![0-9A-Za-z])",
    lambda match: without_spaces(match[0]).upper().replace("O", "0"),
    lambda match: _LETTER_FOR_NOUGHT if "O" in match[0] else None,
)

FORM: Final = Form(
    title="commitments (toezeggingen)",
    words="TZ|Tz|tz|T0|TO|t0",
    readers=(_NUMBER,),
    examples="""
        TZ202501-123 | T02867
        TZ202501-123 en -124 → TZ202501-123;TZ202501-124
        TO2867 → T02867?
    """,
)
