"""Terms that count from something else: `uiterlijk twee weken voor de vergadering`, `drie weken na 14 juni 2024`.

Which meeting it is follows from the agenda that the term is written into, and whether the first day counts is not
said, so the reading is never certain.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from dateutil.relativedelta import relativedelta

from briefcli.catalog import later, tr
from briefcli.domain.dates.mention import DateMention, Meaning, mention_of
from briefcli.domain.dates.words import NO_WORD_AFTER, NO_WORD_BEFORE, SPACE, lowered
from briefcli.domain.when import When

COUNTS: Final = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "twaalf": 12, "veertien": 14,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10,
}  # fmt: skip
_UNITS: Final = {"werkdag": "workday", "dag": "day", "we": "week", "maand": "month"}
_TERM: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:uiterlijk|ten{SPACE}minste|tenminste|minstens|minimaal|niet{SPACE}later{SPACE}dan|binnen){SPACE}"
    rf"(?P<count>{'|'.join(COUNTS)}|[0-9]{{1,3}}){SPACE}(?P<unit>werkdag|dag|we|maand)(?:ek|ken|en)?{SPACE}"
    rf"(?P<side>voor|vóór|voorafgaand{SPACE}aan|na){SPACE}(?:(?:de|het|die|dat|deze|dit|elke|iedere?){SPACE})?"
    rf"(?:(?P<meeting>\w{{0,30}}(?:vergadering|bijeenkomst|top|raad)|dmm)|(?P<debate>\w{{0,30}}debat)){NO_WORD_AFTER}"
)
# `binnen drie weken na`, `de dag voor`, in front of a date
_FROM_DATE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:(?P<limit>uiterlijk|binnen|within){SPACE})?(?P<count>de|{'|'.join(COUNTS)}|[0-9]{{1,3}}){SPACE}"
    rf"(?P<unit>werkdag|dag|we|maand|jaar|day|month|year)(?:ek|eks?|ken|en|s)?{SPACE}"
    rf"(?P<side>voor|vóór|voorafgaand{SPACE}aan|before|na|after){SPACE}(?:(?:op|de|the){SPACE}){{0,2}}\Z"
)
_IN_DAYS: Final = {
    "dag": "days",
    "day": "days",
    "we": "weeks",
    "maand": "months",
    "month": "months",
    "jaar": "years",
    "year": "years",
}
_FROM_SIDES: Final = (" voor ", " vóór ", " aan ", " na ", "before", "after")
_LOOK_BACK: Final = 50
_FROM: Final = later("The day is counted from the date that the text gives.")
_WORKDAYS: Final = later("The text counts working days from this date.")
_OTHER_DAY: Final = later("It is counted from another day, which the text need not state.")


def with_counted(text: str, lower: str, mentions: Iterable[DateMention]) -> list[DateMention]:
    """The mentions; one that a term counts from gives the day that is meant, and its own as the other reading."""
    return [_counted(text, lower, each) for each in mentions]


def _counted(text: str, lower: str, mention: DateMention) -> DateMention:
    day = mention.when.day
    if day is None or mention.when.is_range or "T" in mention.when.text:
        return mention
    before = lower[max(0, mention.start - _LOOK_BACK) : mention.start]
    found = _FROM_DATE.search(before) if any(side in before for side in _FROM_SIDES) else None
    if found is None:
        return mention
    if found["unit"] == "werkdag":
        return msgspec.structs.replace(mention, certain=False, reason=mention.reason or tr(_WORKDAYS))
    number = COUNTS.get(found["count"]) or (1 if found["count"] == "de" else int(found["count"]))
    sign = 1 if found["side"] in ("na", "after") else -1
    try:
        counted = day + relativedelta(**{_IN_DAYS[found["unit"]]: sign * number})  # type: ignore[arg-type]
    except (OverflowError, ValueError):  # out of the calendar's years
        return msgspec.structs.replace(mention, certain=False, reason=mention.reason or tr(_FROM))
    edtf = f"../{counted.isoformat()}" if found["limit"] else counted.isoformat()
    meaning = Meaning(edtf=edtf, reason=_FROM, alternatives=(day.isoformat(),))
    return mention_of(text, mention.start - len(before) + found.start(), mention.end, meaning) or mention


def scan_terms(text: str) -> Iterator[DateMention]:
    """Every such term in the text, in order."""
    for found in _TERM.finditer(lowered(text)):
        count = COUNTS.get(found["count"]) or int(found["count"])
        unit = _UNITS[found["unit"]] + ("s" if count > 1 else "")
        side = "after" if found["side"] == "na" else "before"
        yield DateMention(
            text=text[found.start() : found.end()],
            start=found.start(),
            end=found.end(),
            when=When.unknown(),
            certain=False,
            reason=tr(_OTHER_DAY),
            due=f"{count} {unit} {side} {'meeting' if found['meeting'] else 'debate'}",
        )
