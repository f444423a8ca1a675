"""Terms that count from a date, a meeting or a debate: `drie weken na 14 juni`, `uiterlijk een week voor het debat`.

They are never certain: the text does not say whether the first day counts, and which meeting is meant depends on the
agenda that the term is written into.
"""

from collections.abc import Iterator
from typing import Final

from briefcli.catalog import later
from briefcli.domain.dates.counted import by
from briefcli.domain.dates.parts import DateMention, Meaning, doubted, mention_of
from briefcli.domain.dates.words import counted, form, in_figures, lowered, weekday_number
from briefcli.domain.due import moved, nearest_weekday
from briefcli.domain.when import When

_SIDE: Final = "voor|vóór|voorafgaand aan"
_LOOK_BACK: Final = 60

# `binnen drie weken na`, `de dag voor`, `de vrijdag na`, in front of a date
_FROM_DATE: Final = form(
    r"\b(?<!over\x20)(?<!in\x20)(?:(?P<limit>uiterlijk|binnen|(?P<within>within)) )?"
    "(?:(?:(?:de|the)(?: (?:eerste|first))?|(?:eerste|first)|COUNT) UNIT|daags"
    "|(?:(?:de|the|eerste|first) ){0,2}(?P<weekday>WHOLE_WEEKDAY)) "
    rf"(?P<side>{_SIDE}|before|na|after|(?P<from>vanaf|from|(?(within)of|(?!)))) (?:(?:op|de|the) ){{0,2}}\Z"
)
_FROM: Final = later("The day is counted from the date that the text gives.")
_BY: Final = later("By {day} {month} {year} at the latest, counted from the date that the text gives.")


def counted_from(text: str, lower: str, mention: DateMention) -> DateMention:
    """The day that a term before a date means, with the date as other reading. Without a term, the mention itself."""
    day = mention.when.day
    if day is None or mention.when.is_range or "T" in mention.when.text:
        return mention
    before = lower[max(0, mention.start - _LOOK_BACK) : mention.start]
    found = _FROM_DATE.search(before)
    if found is None or (found["from"] and not found["limit"]):  # `twee weken vanaf 14 juni` may be how long it takes
        return mention
    side = 1 if found["from"] or found["side"] in ("na", "after") else -1
    try:
        if found["weekday"]:
            end = nearest_weekday(day, weekday_number(found["weekday"]), side)
        else:
            count, unit = counted(found["count"] or "1", found["unit"] or "dag")
            end = moved(day, side * count, unit)
        meaning = by(end, _BY) if found["limit"] else Meaning(end.isoformat(), _FROM)
    except (OverflowError, ValueError):  # out of the calendar's years
        return doubted(mention, _FROM)
    meaning = Meaning(meaning.edtf, meaning.reason, (day.isoformat(),))
    return mention_of(text, mention.start - len(before) + found.start(), mention.end, meaning) or mention


_FROM_MEETING: Final = form(
    r"\b(?:uiterlijk|ten minste|tenminste|minstens|minimaal|niet later dan|binnen) "
    "COUNT UNIT "
    rf"(?P<side>{_SIDE}|na) (?:(?:de|het|die|dat|deze|dit|elke|iedere?) )?"
    r"(?:(?P<meeting>\w{0,30}(?:vergadering|bijeenkomst|top|raad)|dmm)|(?P<debate>\w{0,30}debat))\b"
)
_OTHER_DAY: Final = later("It is counted from another day, which the text need not state.")


def scan_terms(text: str) -> Iterator[DateMention]:
    """Every term in the text that counts from a meeting or a debate, in order."""
    for found in _FROM_MEETING.finditer(lowered(text)):
        start, end = found.span()
        count, side = in_figures(found["count"], found["unit"]), "after" if found["side"] == "na" else "before"
        due = f"{count} {side} {'meeting' if found['meeting'] else 'debate'}"
        unknown = When.unknown()
        yield DateMention(text=text[start:end], start=start, end=end, when=unknown, doubt=_OTHER_DAY, due=due)
