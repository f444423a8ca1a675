"""Dates that are counted from the date of the text: `morgen`, `volgende week dinsdag`, `binnen drie weken`.

Without that date nothing is reported. Where people differ on what the words mean, the other meaning is given.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from briefcli.catalog import later
from briefcli.domain.dates.mention import Meaning, Partial
from briefcli.domain.dates.terms import COUNTS
from briefcli.domain.dates.words import FULL_WEEKDAYS, NO_WORD_AFTER, NO_WORD_BEFORE, SPACE, WEEKDAYS, weekday_number
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
    "aankomende": 1, "komende": 1, "komend": 1, "volgende": 1, "volgend": 1,
    "deze": 0, "dit": 0,
    "vorige": -1, "vorig": -1, "afgelopen": -1, "jongstleden": -1,
}  # fmt: skip
_SEASONS: Final = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9}
_LOOSE: Final = frozenset({"komende", "komend", "aankomende", "aanstaande", "afgelopen"})
_TWOFOLD: Final = frozenset({"volgende", "vorige"})

_WEEKDAY: Final = rf"(?:{'|'.join(FULL_WEEKDAYS)})"
_DAY: Final = re.compile(rf"(?P<day>{'|'.join(_DAYS)}){NO_WORD_AFTER}")
_SIDE: Final = re.compile(
    rf"(?P<side>{'|'.join(map(re.escape, _SIDES))}){SPACE}"
    rf"(?P<unit>week(?:{SPACE}(?P<weekday>{_WEEKDAY}))?|maand|jaar|{_WEEKDAY}){NO_WORD_AFTER}"
)
_WEEKDAY_FIRST: Final = re.compile(
    rf"(?P<weekday>{_WEEKDAY})(?:{SPACE}(?P<side>volgende|vorige|deze){SPACE}week{NO_WORD_AFTER}|{TOWARD})"
)
# `next Thursday`, but not `the last week` or `last week of June`
_ENGLISH_SIDES: Final = {"next": 1, "this": 0, "last": -1}
_ENGLISH_WEEKDAYS: Final = tuple(name for name in WEEKDAYS if name.endswith("day"))
_ENGLISH: Final = re.compile(
    rf"(?P<side>next|this|last){SPACE}(?P<unit>week|month|year|{'|'.join(_ENGLISH_WEEKDAYS)}){NO_WORD_AFTER}(?!['’]s|{SPACE}of)"
)
_ENGLISH_UNITS: Final = {"month": "maand", "year": "jaar"}
_THE_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?:the|at|very){SPACE}\Z")
_OVER: Final = re.compile(
    rf"over{SPACE}(?P<count>{'|'.join(COUNTS)}|[0-9]{{1,3}}){SPACE}(?P<unit>dagen|dag|weken|week|maanden|maand|jaar){NO_WORD_AFTER}"
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
    rf"binnen{SPACE}(?P<count>{'|'.join(COUNTS)}|[0-9]{{1,3}}){SPACE}(?P<unit>dagen|weken|week|maanden|maand|jaar){NO_WORD_AFTER}"
    rf"(?!{SPACE}(?:na|nadat|van|sinds|voor|op|vanaf){NO_WORD_AFTER})"
)
_SEASON: Final = re.compile(
    rf"(?P<side>dit|deze|komende?|aankomende|volgende?|afgelopen|vorige?){SPACE}(?P<season>{'|'.join(_SEASONS)}){NO_WORD_AFTER}"
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
    *FULL_WEEKDAYS,
    "binnen",
    *_ENGLISH_SIDES,
    *(f"over {count}" for count in (*COUNTS, *"123456789")),
)


def read_relative(lower: str, position: int, written: date) -> Partial | None:
    """The relative date that begins at `position`, counted from `written`."""
    letter = lower[position]
    try:
        for letters, read in _READERS:
            if letter in letters and (found := read(lower, position, written)):
                return found
    except (OverflowError, ValueError):  # counted out of the calendar's years
        return None
    return None


def _day(lower: str, position: int, written: date) -> Partial | None:
    found = _DAY.match(lower, position)
    if not found:
        return None
    if found["day"] in _ALSO_NO_DAY and _PART_OF_DAY_BEFORE.search(lower[max(0, position - 16) : position]):
        return None
    if _FIGURE_OF_SPEECH.match(lower, found.end()) or _is_figure_of_speech(lower, position):
        return None
    return found.start(), found.end(), Meaning(edtf=(written + timedelta(days=_DAYS[found["day"]])).isoformat())


def _term(unit: str, count: int) -> relativedelta:
    if unit.startswith("dag"):
        return relativedelta(days=count)
    if unit.startswith("we"):
        return relativedelta(weeks=count)
    return relativedelta(months=count) if unit.startswith("maand") else relativedelta(years=count)


def _is_figure_of_speech(lower: str, position: int) -> bool:
    before = _OF_BEFORE.search(lower, max(0, position - 24), position + len("vandaag"))
    return before is not None and before.end() == position


def _within(lower: str, position: int, written: date) -> Partial | None:
    found = _WITHIN.match(lower, position)
    if not found:
        return None
    count = COUNTS.get(found["count"]) or int(found["count"])
    last = written + _term(found["unit"], count)
    return found.start(), found.end(), Meaning(edtf=f"../{last.isoformat()}", reason=_COUNTED)


def _over(lower: str, position: int, written: date) -> Partial | None:
    """`over twee weken`: no more exact than the unit that is counted in."""
    found = _OVER.match(lower, position)
    if not found:
        return None
    day = written + _term(found["unit"], COUNTS.get(found["count"]) or int(found["count"]))
    if found["unit"].startswith("we"):
        edtf = f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}"
    else:
        edtf = day.isoformat()[: {"d": 10, "m": 7, "j": 4}[found["unit"][0]]]
    return found.start(), found.end(), Meaning(edtf=edtf, reason=_ABOUT_OR_AHEAD)


def _english(lower: str, position: int, written: date) -> Partial | None:
    found = _ENGLISH.match(lower, position)
    if not found or _THE_BEFORE.search(lower, max(0, position - 8), position):
        return None
    side, unit = _ENGLISH_SIDES[found["side"]], found["unit"]
    if unit not in WEEKDAYS:
        meaning = _calendar_unit(_ENGLISH_UNITS.get(unit, unit), side, written, is_loose=False)
    elif side:
        meaning = _weekday_on(written, side, weekday_number(unit), is_twofold=True)
    else:
        meaning = Meaning(edtf=_in_week(written, 0, unit).isoformat())
    return found.start(), found.end(), meaning


def _season(lower: str, position: int, written: date) -> Partial | None:
    """`dit voorjaar`, `komende zomer`: the year, as no more exact days are meant."""
    found = _SEASON.match(lower, position)
    if not found:
        return None
    is_over = written.month >= _SEASONS[found["season"]]
    if found["side"] in ("dit", "deze"):
        return found.start(), found.end(), Meaning(edtf=f"{written.year:04}")
    shift = -(not is_over) if found["side"].startswith(("afgelopen", "vorig")) else int(is_over)
    return found.start(), found.end(), Meaning(edtf=f"{written.year + shift:04}", reason=_WHICH_YEAR)


def _side(lower: str, position: int, written: date) -> Partial | None:
    found = _SIDE.match(lower, position)
    if not found:
        return None
    word, unit = found["side"], found["unit"]
    side = _SIDES[word]
    if found["weekday"]:
        meaning = Meaning(edtf=_in_week(written, side, found["weekday"]).isoformat())
    elif unit in {"week", "maand", "jaar"}:
        meaning = _calendar_unit(unit, side, written, is_loose=word in _LOOSE)
    elif side:
        meaning = _weekday_on(written, side, weekday_number(unit), is_twofold=word in _TWOFOLD)
    else:
        meaning = Meaning(edtf=_in_week(written, 0, unit).isoformat())
    return found.start(), found.end(), meaning


def _weekday_first(lower: str, position: int, written: date) -> Partial | None:
    found = _WEEKDAY_FIRST.match(lower, position)
    if not found:
        return None
    if found["side"]:
        meaning = Meaning(edtf=_in_week(written, _SIDES[found["side"]], found["weekday"]).isoformat())
    elif toward := toward_of(found):
        meaning = _weekday_on(written, toward, weekday_number(found["weekday"]), is_twofold=False)
    else:
        return None
    return found.start(), found.end(), meaning


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
        year, week, _ = (written + timedelta(days=7 * side)).isocalendar()
        return Meaning(edtf=f"{year:04}-W{week:02}", reason=reason)
    if unit == "jaar":
        return Meaning(edtf=f"{written.year + side:04}", reason=reason)
    months = written.year * 12 + written.month - 1 + side
    return Meaning(edtf=f"{months // 12:04}-{months % 12 + 1:02}", reason=reason)


# Each with the letters that it can begin with
_READERS: Final[tuple[tuple[frozenset[str], Callable[[str, int, date], Partial | None]], ...]] = (
    (frozenset(word[0] for word in _DAYS), _day),
    (frozenset("b"), _within),
    (frozenset("o"), _over),
    (frozenset("ntl"), _english),
    (frozenset(word[0] for word in _SIDES), _season),
    (frozenset(word[0] for word in _SIDES), _side),
    (frozenset(name[0] for name in FULL_WEEKDAYS), _weekday_first),
)
