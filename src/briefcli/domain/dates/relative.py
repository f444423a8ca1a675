"""Dates that are counted from the date of the text: `morgen`, `volgende week dinsdag`, `aanstaande donderdag`.

Without that date nothing is reported. Where people differ on what the words mean, the other reading is given.
"""

import re
from datetime import date, timedelta
from typing import Final

from briefcli.domain.dates.mention import Reading
from briefcli.domain.dates.words import FULL_WEEKDAYS, NO_WORD_AFTER, NO_WORD_BEFORE, SPACE, weekday_number
from briefcli.domain.dates.written import TOWARD, toward_of

Relative = tuple[int, int, Reading]  # start, end and meaning

_DAYS: Final = {
    "eergisteren": -2,
    "gisteren": -1, "gisterochtend": -1, "gistermorgen": -1, "gistermiddag": -1, "gisteravond": -1,
    "vandaag": 0, "vanochtend": 0, "vanmorgen": 0, "vanmiddag": 0, "vanavond": 0,
    "morgen": 1, "morgenochtend": 1, "morgenmiddag": 1, "morgenavond": 1,
    "overmorgen": 2,
}  # fmt: skip
_SIDES: Final = {
    "eerstvolgende": 1, "aanstaande": 1, "aankomende": 1, "komende": 1, "komend": 1, "volgende": 1, "volgend": 1,
    "deze": 0, "dit": 0,
    "vorige": -1, "vorig": -1, "afgelopen": -1, "jongstleden": -1,
}  # fmt: skip
_LOOSE: Final = frozenset({"komende", "komend", "aankomende", "aanstaande", "afgelopen"})
_TWOFOLD: Final = frozenset({"volgende", "vorige"})

_WEEKDAY: Final = rf"(?:{'|'.join(FULL_WEEKDAYS)})"
_DAY: Final = re.compile(rf"(?P<day>{'|'.join(_DAYS)}){NO_WORD_AFTER}")
_SIDE: Final = re.compile(
    rf"(?P<side>{'|'.join(_SIDES)}){SPACE}"
    rf"(?P<unit>week(?:{SPACE}(?P<weekday>{_WEEKDAY}))?|maand|jaar|{_WEEKDAY}){NO_WORD_AFTER}"
)
_WEEKDAY_FIRST: Final = re.compile(
    rf"(?P<weekday>{_WEEKDAY})(?:{SPACE}(?P<side>volgende|vorige|deze){SPACE}week{NO_WORD_AFTER}|{TOWARD})"
)
# `goedemorgen`, `de morgen`, `elke morgen`: the part of a day, not the day after this one.
_PART_OF_DAY_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?:de|des|die|elke|iedere|goeden?|een|in de){SPACE}\Z")

_WEEK_OR_DAYS: Final = "The words can mean the calendar week, month or year, or the days right beside the text's date."
_THIS_OR_NEXT: Final = "The words can mean the first such day or the one in the calendar week after or before."

ANCHOR: Final = "|".join((*_DAYS, *_SIDES, *FULL_WEEKDAYS))


def read_relative(lower: str, position: int, written: date) -> Relative | None:
    """The relative date that begins at `position`, counted from `written`."""
    readers = (_day, _side, _weekday_first)
    try:
        return next(filter(None, (read(lower, position, written) for read in readers)), None)
    except (OverflowError, ValueError):  # counted out of the calendar's years
        return None


def _day(lower: str, position: int, written: date) -> Relative | None:
    found = _DAY.match(lower, position)
    if not found:
        return None
    if found["day"] == "morgen" and _PART_OF_DAY_BEFORE.search(lower[max(0, position - 16) : position]):
        return None
    return found.start(), found.end(), Reading(edtf=(written + timedelta(days=_DAYS[found["day"]])).isoformat())


def _side(lower: str, position: int, written: date) -> Relative | None:
    found = _SIDE.match(lower, position)
    if not found:
        return None
    word, unit = found["side"], found["unit"]
    side = _SIDES[word]
    if found["weekday"]:
        reading = Reading(edtf=_in_week(written, side, found["weekday"]).isoformat())
    elif unit in {"week", "maand", "jaar"}:
        reading = _calendar_unit(unit, side, written, is_loose=word in _LOOSE)
    elif side:
        reading = _weekday_on(written, side, weekday_number(unit), is_twofold=word in _TWOFOLD)
    else:
        reading = Reading(edtf=_in_week(written, 0, unit).isoformat())
    return found.start(), found.end(), reading


def _weekday_first(lower: str, position: int, written: date) -> Relative | None:
    found = _WEEKDAY_FIRST.match(lower, position)
    if not found:
        return None
    if found["side"]:
        reading = Reading(edtf=_in_week(written, _SIDES[found["side"]], found["weekday"]).isoformat())
    elif toward := toward_of(found):
        reading = _weekday_on(written, toward, weekday_number(found["weekday"]), is_twofold=False)
    else:
        return None
    return found.start(), found.end(), reading


def _in_week(written: date, side: int, weekday: str) -> date:
    monday = written - timedelta(days=written.weekday())
    return monday + timedelta(days=7 * side + weekday_number(weekday))


def _weekday_on(written: date, side: int, weekday: int, *, is_twofold: bool) -> Reading:
    """The first such day strictly on that side; `volgende` and `vorige` may skip it."""
    distance = side * ((side * (weekday - written.weekday())) % 7 or 7)
    first = written + timedelta(days=distance)
    if not is_twofold:
        return Reading(edtf=first.isoformat())
    other = (first + timedelta(days=7 * side)).isoformat()
    return Reading(edtf=first.isoformat(), reason=_THIS_OR_NEXT, alternatives=(other,))


def _calendar_unit(unit: str, side: int, written: date, *, is_loose: bool) -> Reading:
    reason = _WEEK_OR_DAYS if is_loose else None
    if unit == "week":
        year, week, _ = (written + timedelta(days=7 * side)).isocalendar()
        return Reading(edtf=f"{year:04}-W{week:02}", reason=reason)
    if unit == "jaar":
        return Reading(edtf=f"{written.year + side:04}", reason=reason)
    months = written.year * 12 + written.month - 1 + side
    return Reading(edtf=f"{months // 12:04}-{months % 12 + 1:02}", reason=reason)
