"""A date as a person types it: `15-06-2023`, `15 juni 2023`, `June 15, 2023`, `morgen`, `next week Tuesday`.

The forms of the file are read first. Only other words need `typed_words.py`, which takes long to load.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from briefcli.domain.when import DateRefusedError, When, WhenError, parse_when

if TYPE_CHECKING:  # a plain date needs no due dates
    from briefcli.domain.due import Due

# In front of a date that is the last day
AT_LATEST: Final = r"uiterlijk|niet later dan|op zijn laatst|ten laatste|t/m|tot en met|no later than|at the latest|by"
# Compiled when first needed: most commands read no due date
_AROUND: Final = rf"(?i)\A(?:{AT_LATEST})(?: op| on)? | (?:uiterlijk|op zijn laatst|at the latest)\Z"
_COUNTED: Final = r"\b(?:before|after|on|v[oó][oó]r|na|op)\b"


def read_typed(text: str, today: date, *, ahead: bool) -> When:
    """The date that was typed on `today`; a year that is left out is the next one, or with `ahead` false the last.

    Raises WhenError; DateRefusedError where it is a date, with the two readings where there are two.
    """
    try:
        return parse_when(text)
    except WhenError as refused:
        from briefcli.domain.dates.typed_words import read_words

        return read_words(text, today, refused, ahead=ahead)


def read_typed_due(text: str, today: date) -> "Due":
    """A due date: counted as in the file, or a date as a person types it. Raises WhenError."""
    from briefcli.domain.due import Due, parse_due

    text = re.sub(_AROUND, "", " ".join(text.split()))
    try:
        when = read_typed(text, today, ahead=True)  # first: “vóór 1 juli” would count from something called “1 juli”
    except WhenError as error:
        if isinstance(error, DateRefusedError) or not re.search(_COUNTED, text.casefold()):
            raise
        return parse_due(text)
    return Due(text=when.text, when=when)
