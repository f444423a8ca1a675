"""Dates that are counted from the date of the text: `morgen`, `volgende week dinsdag`, `binnen drie weken`.

Without that date nothing is reported. Where people differ on what the words mean, the other meaning is given.
"""

import re
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from briefcli.catalog import later
from briefcli.domain.dates.mention import Form, Meaning, Partial, first_reading
from briefcli.domain.dates.terms import COUNTS
from briefcli.domain.dates.words import (
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    SEASONS,
    SPACE,
    WHOLE_WEEKDAYS,
    weekday_number,
)
from briefcli.domain.dates.written import TOWARD, toward_of

_DAYS: Final = {
    "eergisteren": -2,
    "gisteren": -1, "gisterochtend": -1, "gistermorgen": -1, "gistermiddag": -1, "gisteravond": -1,
    "vandaag": 0, "vanochtend": 0, "vanmorgen": 0, "vanmiddag": 0, "vanavond": 0,
    "morgen": 1, "morgenochtend": 1, "morgenmiddag": 1, "morgenavond": 1,
    "overmorgen": 2,
    "today": 0, "tomorrow": 1, "yesterday": -1,
}  # fmt: skip
_SIDES: Final = {
    "eerstvolgende": 1, "aanstaande": 1, "a.s.": 1, "as.": 1,
    "aankomende": 1, "komende": 1, "komend": 1, "volgende": 1, "volgend": 1, "next": 1,
    "deze": 0, "dit": 0, "this": 0,
    "vorige": -1, "vorig": -1, "afgelopen": -1, "jongstleden": -1, "last": -1,
}  # fmt: skip
_ENGLISH: Final = frozenset({"next", "this", "last"})
_UNITS: Final = {"week": "week", "maand": "month", "month": "month", "jaar": "year", "year": "year"}
_LOOSE: Final = frozenset({"komende", "komend", "aankomende", "aanstaande", "afgelopen"})
_TWOFOLD: Final = frozenset({"volgende", "vorige", "next", "last"})

_WEEKDAY: Final = rf"(?:{'|'.join(WHOLE_WEEKDAYS)})"
_COUNT: Final = rf"(?P<count>{'|'.join(COUNTS)}|[0-9]{{1,3}})"
_DAY: Final = re.compile(rf"(?P<day>{'|'.join(_DAYS)}){NO_WORD_AFTER}")
_SIDE: Final = re.compile(
    rf"(?P<side>{'|'.join(map(re.escape, _SIDES))}){SPACE}"
    rf"(?P<unit>week(?:{SPACE}(?P<weekday>{_WEEKDAY}))?|maand|month|jaar|year|{_WEEKDAY}){NO_WORD_AFTER}"
)
_WEEKDAY_FIRST: Final = re.compile(
    rf"(?P<weekday>{_WEEKDAY})(?:{SPACE}(?P<side>volgende|vorige|deze|next|last|this){SPACE}week{NO_WORD_AFTER}|{TOWARD})"
)
# `next Thursday`, but not `the last week`, `last week of June` or `this week's`
_THE_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?:the|at|very){SPACE}\Z")
_OF_BEHIND: Final = re.compile(rf"['’]s|{SPACE}of")
_OVER: Final = re.compile(
    rf"over{SPACE}{_COUNT}{SPACE}(?P<unit>dagen|dag|weken|week|maanden|maand|jaar){NO_WORD_AFTER}"
)
_ABOUT_OR_AHEAD: Final = later('The words count from the date of the text, or "over" means "about".')
_ALSO_NO_DAY: Final = frozenset({"morgen", "today", "tomorrow", "yesterday"})
# `goedemorgen`, `de morgen`, `elke morgen`: the part of a day, not the day after this one.
_PART_OF_DAY_BEFORE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:de|des|die|elke|iedere|goeden?|een|in de|day (?:after|before)|of){SPACE}\Z"
)

# `vandaag de dag`, `de wereld van morgen`: no day is meant.
_FIGURE_OF_SPEECH: Final = re.compile(
    rf"{SPACE}(?:de{SPACE}dag|of{SPACE}morgen|op{SPACE}morgen|(?:and|or){SPACE}tomorrow){NO_WORD_AFTER}|['’]s{NO_WORD_AFTER}"
)
_OF_BEFORE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:(?:van|voor|vandaag{SPACE}of|vandaag{SPACE}op){SPACE}(?=morgen)|dag{SPACE}van{SPACE}(?=vandaag))"
)
_WITHIN: Final = re.compile(
    rf"binnen{SPACE}{_COUNT}{SPACE}(?P<unit>dagen|weken|week|maanden|maand|jaar){NO_WORD_AFTER}"
    rf"(?!{SPACE}(?:na|nadat|van|sinds|voor|op|vanaf){NO_WORD_AFTER})"
)
_SEASON: Final = re.compile(
    rf"(?P<side>dit|deze|komende?|aankomende|volgende?|afgelopen|vorige?){SPACE}(?P<season>{'|'.join(SEASONS)}){NO_WORD_AFTER}"
)
_COUNTED: Final = later("The term is counted from the date of the text; it may begin on another day.")
_WHICH_YEAR: Final = later("The year is not stated; it is taken from the date of the text.")
_WEEK_OR_DAYS: Final = later(
    "The words can mean the calendar week, month or year, or the days right beside the text's date."
)
_THIS_OR_NEXT: Final = later("The words can mean the first such day or the one in the calendar week after or before.")

STARTS: Final = (
    *_DAYS,
    *_SIDES,
    *WHOLE_WEEKDAYS,
    "binnen",
    *(f"over {count}" for count in (*COUNTS, *"123456789")),
)


def read_relative(lower: str, position: int, written: date) -> Partial | None:
    """The relative date that begins at `position`, counted from `written`."""
    try:
        return first_reading(_FORMS, lower, position, written)
    except (OverflowError, ValueError):  # counted out of the calendar's years
        return None


def _day(found: re.Match[str], written: date) -> Meaning | None:
    lower, position = found.string, found.start()
    if found["day"] in _ALSO_NO_DAY and _PART_OF_DAY_BEFORE.search(lower[max(0, position - 16) : position]):
        return None
    if _FIGURE_OF_SPEECH.match(lower, found.end()) or _is_figure_of_speech(lower, position):
        return None
    return Meaning(edtf=(written + timedelta(days=_DAYS[found["day"]])).isoformat())


def _counted(found: re.Match[str], written: date) -> date:
    count = COUNTS.get(found["count"]) or int(found["count"])
    name = {"d": "days", "w": "weeks", "m": "months", "j": "years"}[found["unit"][0]]
    return written + relativedelta(**{name: count})  # type: ignore[arg-type]


def _is_figure_of_speech(lower: str, position: int) -> bool:
    before = _OF_BEFORE.search(lower, max(0, position - 24), position + len("vandaag"))
    return before is not None and before.end() == position


def _within(found: re.Match[str], written: date) -> Meaning:
    return Meaning(edtf=f"../{_counted(found, written).isoformat()}", reason=_COUNTED)


def _over(found: re.Match[str], written: date) -> Meaning:
    """`over twee weken`: no more exact than the unit that is counted in."""
    day = _counted(found, written)
    if found["unit"].startswith("we"):
        return Meaning(edtf=_week_of(day), reason=_ABOUT_OR_AHEAD)
    return Meaning(edtf=day.isoformat()[: {"d": 10, "m": 7, "j": 4}[found["unit"][0]]], reason=_ABOUT_OR_AHEAD)


def _season(found: re.Match[str], written: date) -> Meaning:
    """`dit voorjaar`, `komende zomer`: the year, as no more exact days are meant."""
    is_over = written.month >= SEASONS[found["season"]]
    if found["side"] in ("dit", "deze"):
        return Meaning(edtf=f"{written.year:04}")
    shift = -(not is_over) if found["side"].startswith(("afgelopen", "vorig")) else int(is_over)
    return Meaning(edtf=f"{written.year + shift:04}", reason=_WHICH_YEAR)


def _side(found: re.Match[str], written: date) -> Meaning | None:
    word, unit, lower = found["side"], found["unit"], found.string
    before = max(0, found.start() - 8)
    if word in _ENGLISH and (_THE_BEFORE.search(lower, before, found.start()) or _OF_BEHIND.match(lower, found.end())):
        return None
    side = _SIDES[word]
    if found["weekday"]:
        return Meaning(edtf=_in_week(written, side, found["weekday"]).isoformat())
    if unit in _UNITS:
        return _calendar_unit(_UNITS[unit], side, written, is_loose=word in _LOOSE)
    if side:
        return _weekday_on(written, side, weekday_number(unit), is_twofold=word in _TWOFOLD)
    return Meaning(edtf=_in_week(written, 0, unit).isoformat())


def _weekday_first(found: re.Match[str], written: date) -> Meaning | None:
    if found["side"]:
        return Meaning(edtf=_in_week(written, _SIDES[found["side"]], found["weekday"]).isoformat())
    toward = toward_of(found)
    return _weekday_on(written, toward, weekday_number(found["weekday"]), is_twofold=False) if toward else None


def _in_week(written: date, side: int, weekday: str) -> date:
    monday = written - timedelta(days=written.weekday())
    return monday + timedelta(days=7 * side + weekday_number(weekday))


def _weekday_on(written: date, side: int, weekday: int, *, is_twofold: bool) -> Meaning:
    """The first such day strictly on that side; `volgende` and `vorige` may skip it."""
    distance = side * ((side * (weekday - written.weekday())) % 7 or 7)
    first = written + timedelta(days=distance)
    if not is_twofold:
        return Meaning(edtf=first.isoformat())
    other = (first + timedelta(days=7 * side)).isoformat()
    return Meaning(edtf=first.isoformat(), reason=_THIS_OR_NEXT, alternatives=(other,))


def _calendar_unit(unit: str, side: int, written: date, *, is_loose: bool) -> Meaning:
    reason = _WEEK_OR_DAYS if is_loose else None
    if unit == "week":
        return Meaning(edtf=_week_of(written + timedelta(days=7 * side)), reason=reason)
    if unit == "year":
        return Meaning(edtf=f"{written.year + side:04}", reason=reason)
    months = written.year * 12 + written.month - 1 + side
    return Meaning(edtf=f"{months // 12:04}-{months % 12 + 1:02}", reason=reason)


def _week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_FORMS: Final[tuple[Form[date], ...]] = (
    (frozenset(word[0] for word in _DAYS), _DAY, _day),
    (frozenset("b"), _WITHIN, _within),
    (frozenset("o"), _OVER, _over),
    (frozenset(word[0] for word in _SIDES), _SEASON, _season),
    (frozenset(word[0] for word in _SIDES), _SIDE, _side),
    (frozenset(name[0] for name in WHOLE_WEEKDAYS), _WEEKDAY_FIRST, _weekday_first),
)
