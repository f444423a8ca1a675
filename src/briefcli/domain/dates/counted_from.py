"""Dates that count from another date: `drie weken na 14 juni 2024`, `de vrijdag voor 1 juli`.

They are never certain, as the text does not say whether the first day counts.
"""

from typing import Final

from briefcli.catalog import later
from briefcli.domain.dates.counted import by
from briefcli.domain.dates.parts import DateMention, Meaning, doubted, mention_of
from briefcli.domain.dates.words import counted, regex, weekday_number
from briefcli.domain.due import moved, nearest_weekday

_LOOK_BACK: Final = 60
# `binnen drie weken na`, `de dag voor`, `de vrijdag na`, in front of a date
_FROM_DATE: Final = regex(
    r"\b(?<!over\x20)(?<!in\x20)(?:(?P<limit>uiterlijk|binnen|(?P<within>within)) )?"
    "(?:(?:(?:de|the)(?: (?:eerste|first))?|(?:eerste|first)|COUNT) UNIT|daags"
    "|(?:(?:de|the|eerste|first) ){0,2}(?P<weekday>WHOLE_WEEKDAY)) "
    r"(?P<side>voor|vóór|voorafgaand aan|before|na|after|(?P<from>vanaf|from|(?(within)of|(?!))))"
    r" (?:(?:op|de|the) ){0,2}\Z"
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
