"""Terms by a recess of the House: `voor het zomerreces`, `na het kerstreces van 2024`, `before the summer recess`.

The days of a recess are set each year, so only its months are given, and never with certainty.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from briefcli.catalog import later
from briefcli.domain.dates.mention import Meaning, Partial
from briefcli.domain.dates.words import ITS_YEAR, NO_WORD_BEFORE
from briefcli.domain.dates.written import year_of

# The first and last month that a recess lies in, counted on over the end of a year.
_MONTHS: Final = {
    "zomer": (7, 9), "summer": (7, 9),
    "herfst": (10, 11), "autumn": (10, 11),
    "kerst": (12, 13), "christmas": (12, 13),
    "voorjaars": (2, 3), "krokus": (2, 3), "spring": (2, 3),
    "mei": (4, 5), "may": (4, 5),
}  # fmt: skip
_IN_ORDER: Final = ("voorjaars", "mei", "zomer", "herfst", "kerst")
_SIDES: Final = {
    "voor": "before", "vóór": "before", "before": "before", "tot": "before", "until": "before",
    "na": "after", "after": "after",
    "in": "during", "tijdens": "during", "gedurende": "during", "during": "during",
}  # fmt: skip
_RECESS: Final = re.compile(rf"reces(?:s(?=\W|\Z)|(?!\w))(?:{ITS_YEAR})?")
# `ruim voor` names no limit.
_WORDS_BEFORE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?<!ruim )(?P<side>{'|'.join(_SIDES)})\s{{1,8}}"
    rf"(?:(?P<end>(?:het\s|the\s)?(?:einde?|end)\s(?:van|of)\s)|(?:de\s|het\s)?(?:aanvang|begin|start)\s(?:van\s)?)?"
    rf"(?:(?:het|the)\s{{1,8}})(?:(?P<name>{'|'.join(_MONTHS)})[ -]?)?\Z"
)
_LOOK_BACK: Final = 60
_ITS_DAYS: Final = later("The days of a recess are set each year; only its months are meant.")
_WHICH: Final = later("Which recess is meant is not stated; it may be the first one to come.")


def read_recesses(lower: str, written: date | None) -> Iterator[Partial]:
    """Every term by a recess; without a year it is the first to come after `written`, and without that none."""
    for found in _RECESS.finditer(lower):
        before = _WORDS_BEFORE.search(lower, max(0, found.start() - _LOOK_BACK), found.start())
        if before is None:
            continue
        stated = year_of(found)
        if stated is None and written is None:
            continue
        name = before["name"] or (_next_recess(written) if written else None)
        if name is None:
            continue
        first, last = _MONTHS[name]
        year = stated or _year_to_come(last, written or date.min)
        edtf = _term(_SIDES[before["side"]], year * 12 + first - 1, year * 12 + last - 1, to_end=bool(before["end"]))
        yield before.start(), found.end(), Meaning(edtf=edtf, reason=_ITS_DAYS if before["name"] else _WHICH)


def _next_recess(written: date) -> str:
    return next((name for name in _IN_ORDER if _MONTHS[name][1] >= written.month), _IN_ORDER[-1])


def _year_to_come(last_month: int, written: date) -> int:
    if last_month > 12:
        return written.year - (written.month <= last_month - 12)
    return written.year + (last_month < written.month)


def _term(side: str, first: int, last: int, *, to_end: bool) -> str:
    """In months counted from the year 0; a recess ends in its last month or the one before."""
    if side == "before":
        return f"../{_month(last if to_end else first)}"
    if side == "after":
        return f"{_month(max(first, last - 1))}/.."
    return f"{_month(first)}/{_month(last)}"


def _month(count: int) -> str:
    return f"{count // 12:04}-{count % 12 + 1:02}"
