"""Dates that are written with a day: `15 juni 2023`, `11, 12 en 13 juli`, `June 15, 2023`; in figures by numeric.py.

This file only reads what stands in the text; settle.py decides which year is meant and whether such a day exists.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates.days import DAY_LIST, Day, Written, read_days
from briefcli.domain.dates.numeric import (
    BEFORE_NUMERIC,
    COUNTS_BEFORE,
    DAY_AND_MONTH,
    ISO,
    NUMERIC,
    SHORT_YEAR,
    day_text,
    full_year,
    read_before_numeric,
    read_day_and_month,
    read_iso,
    read_numeric,
)
from briefcli.domain.dates.words import (
    GAP,
    ITS_YEAR,
    MONTH,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    SHORT_MONTHS,
    SPACE,
    WEEKDAY,
    WEEKDAYS,
    last_word,
    month_number,
    weekday_number,
)

_PAST: Final = rf"j\.?{GAP}l(?:\.|{NO_WORD_AFTER})|l\.l\.|jongstleden"
_TO_COME: Final = rf"a\.{GAP}s\.|as\.|aanstaande|aankomende?"
TOWARD: Final = rf"(?:{GAP}\(?(?:(?P<past>{_PAST})|(?P<to_come>{_TO_COME}))(?!\w)\)?)?"
SHIFTED_YEAR: Final = rf"(?:van{SPACE})?(?P<shift>dit|vorig|volgend|komend){SPACE}jaar{NO_WORD_AFTER}"
SHIFTS: Final = {"dit": 0, "vorig": -1, "volgend": 1, "komend": 1}

_WITH_MONTH: Final = re.compile(
    rf"(?P<days>{DAY_LIST})(?:{GAP}|(?P<dash>-){GAP}|{SPACE}of{SPACE})(?P<month>{MONTH})(?![^\W\d])"
    rf"(?:{ITS_YEAR}|(?(dash)-['’‘]?(?P<dashed>[0-9]{{2}}){NO_WORD_AFTER}|(?!))|{SPACE}{SHIFTED_YEAR}|(?!\d))"
    rf"{TOWARD}"
)
# "June 15-16, 2023", read from its first figure. Without a year only months that are not Dutch as well count.
_AFTER_MONTH: Final = re.compile(rf"(?P<days>{DAY_LIST})(?:,?{ITS_YEAR}|(?![\w/:.-]*[0-9]|{SPACE}(?:{MONTH}|%)|[%]))")
_MONTH_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?P<month>{MONTH}){SPACE}(?:the{SPACE})?\Z")
_NO_OTHER_WORD: Final = frozenset({"january", "february", "june", "july", "august", "october"})
_PREPOSITION_BEFORE: Final = re.compile(
    r"\b(?:on|by|until|till|before|after|since|from|of|to|through|and|for)\s{1,3}\Z"
)
_LOOK_BACK: Final = 40
_WEEKDAY_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?P<weekday>{WEEKDAY}),?{SPACE}(?:de{SPACE})?\Z")
_Form = tuple[re.Pattern[str], Callable[[re.Match[str], str], "Written | None"]]
_WEEK_OF_BEFORE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:(?:week|weekend){SPACE}(?:van|of|commencing|beginning|starting)|w/c){SPACE}(?:(?:de|the){SPACE})?\Z"
)
_WEEK_OF_ENDS: Final = frozenset({"van", "of", "commencing", "beginning", "starting", "w/c", "de", "the"})
_DIRECTIONS: Final = frozenset({"aanstaande", "aankomende", "komende", "afgelopen", "jongstleden"})
_DIRECTION_BEFORE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:(?P<to_come>aanstaande|aankomende|komende)|(?P<past>afgelopen|jongstleden)){SPACE}\Z"
)
_LOOSE_FIGURE_BEFORE: Final = re.compile(r"(?<![\w.,/:)-])(?P<figure>[123])[ \u00a0]\Z")

# `12 juni 24`, `12 juni 2024/25`: figures that may be the year
_MAY_BE_YEAR: Final = re.compile(
    rf"[\s./-]{{1,3}}(?:(?:19|20)[0-9]{{2}}(?![0-9])|[12]{SPACE}[0-9]{{3}}(?![0-9])|(?=[^\W_]{{2,3}}[0-9]|[^\W_]?[0-9]{{2,3}})[12l][0-9lo][^\W_]{{2}}(?!\w)|[0-9]{{2}}(?![0-9]|[.:hu][0-9]|{GAP}(?:uur|u|hrs?|hours|h|[ap]\.?m|{MONTH}|(?:[-–/]|t/m){GAP}[0-9]{{1,2}}{GAP}{MONTH})(?![a-z])))"
)
_YEAR_BEHIND: Final = later("The figures behind the month may be its year.")
STUCK: Final = later("The figures after the year are taken for a footnote's mark.")
_LOOSE: Final = later("A loose figure before the day may belong to it.")
_WEEK_OF: Final = later("The text names the week of this day, not the day.")


def read_written(text: str, position: int, *, floor: int = 0) -> Written | None:
    """The date whose first figure stands at `position` in a text in lower case.

    What comes before is looked at from `floor` on.
    """
    before = text[max(floor, position - _LOOK_BACK) : position]
    figures = 1 + text[position + 1 : position + 2].isdigit()
    if text[position + figures : position + figures + 1].isdigit():
        forms = _YEAR_FIRST
    else:
        forms = _WITH_MARKS if text[position + figures : position + figures + 1] in _MARKS else _DAY_FIRST
    for pattern, read in forms:
        if read is _after_month and not _follows_word(before):
            continue
        found = pattern.match(text, position)
        if found is None:
            continue
        written = read(found, before)
        if written is not None or read is not _after_month:
            return written and _with_what_comes_before(written, position, before)
    return None


def _follows_word(before: str) -> bool:
    """Whether a month can stand there, which spares most figures a pattern."""
    last = before.rstrip()[-1:]
    return before[-1:].isspace() and (last.isalpha() or last == ".")


def _with_month(found: re.Match[str], before: str) -> Written | None:
    counts = COUNTS_BEFORE.search(before) is not None
    listed = read_days(found.string, *found.span("days"), counts=counts)
    if listed is None:
        return None
    year, (end, doubt) = year_of(found), end_with_year(found)
    if found["dashed"]:
        year, doubt = full_year(int(found["dashed"])), SHORT_YEAR
    if year is None and found["shift"] is None and _MAY_BE_YEAR.match(found.string, found.end()):
        doubt = _YEAR_BEHIND
    return Written(
        start=listed.days[0].start,
        end=end,
        listed=listed,
        month=month_number(found["month"]),
        year=year,
        toward=toward_of(found),
        year_shift=SHIFTS[found["shift"]] if found["shift"] else None,
        doubt=doubt,
    )


def _after_month(found: re.Match[str], before: str) -> Written | None:
    month = _MONTH_BEFORE.search(before)
    if month is None:
        return None
    if year_of(found) is None and not _is_english(month["month"], before[: month.start()]):
        return None
    listed = read_days(found.string, *found.span("days"), counts=False)
    if listed is None:
        return None
    first = listed.days[0]
    start = first.start - (len(before) - month.start())
    days = (msgspec.structs.replace(first, start=start), *listed.days[1:])
    end, doubt = end_with_year(found)
    return Written(
        start=start,
        end=end,
        listed=msgspec.structs.replace(listed, days=days),
        month=month_number(month["month"]),
        year=year_of(found),
        doubt=doubt,
    )


def _is_english(month: str, before: str) -> bool:
    """`on March 5`; but `may 5` may be a verb, and `september 15` the month with a number of something."""
    return month in _NO_OTHER_WORD or (month not in SHORT_MONTHS and _PREPOSITION_BEFORE.search(before) is not None)


def year_of(found: re.Match[str]) -> int | None:
    """The year that ITS_YEAR found."""
    year = found["year"] or found["short"]
    return None if year is None else full_year(int(year))


def stated_year(found: re.Match[str], written: date | None) -> int | None:
    """The year that ITS_YEAR or SHIFTED_YEAR found; the latter needs the date of the text."""
    if year := year_of(found):
        return year
    return written.year + SHIFTS[found["shift"]] if found["shift"] and written else None


def end_with_year(found: re.Match[str]) -> tuple[int, str | None]:
    """Where a date with ITS_YEAR ends, without the mark of a footnote that is stuck to it, and the doubt it leaves."""
    if found["footnote"]:
        return found.end("year"), STUCK
    return found.end(), SHORT_YEAR if found["short"] else None


def toward_of(found: re.Match[str]) -> int:
    """The direction that TOWARD found: -1, 0 or 1."""
    return -1 if found["past"] else int(found["to_come"] is not None)


def _with_what_comes_before(written: Written, position: int, before: str) -> Written:
    """The same date with the weekday and the direction that stand in front of it."""
    if written.start > position:
        return written
    day = written.listed.days[0]
    before = before[: len(before) - (position - written.start)]
    if before[-2:-1].isdigit() and (loose := _LOOSE_FIGURE_BEFORE.search(before)):
        return _doubted(written, day, int(loose["figure"]))
    start, weekday, toward = written.start, None, written.toward
    last = last_word(before)
    if (last in WEEKDAYS or last == "de") and (found := _WEEKDAY_BEFORE.search(before)):
        weekday = weekday_number(found["weekday"])
        start -= len(before) - found.start()
        before = before[: found.start()]
        last = last_word(before)
    if last in _DIRECTIONS and (found := _DIRECTION_BEFORE.search(before)):
        toward = toward_of(found)
        start -= len(before) - found.start()
    days = (msgspec.structs.replace(day, weekday=weekday, start=start), *written.listed.days[1:])
    listed = msgspec.structs.replace(written.listed, days=days)
    doubt = written.doubt or (_WEEK_OF if last in _WEEK_OF_ENDS and _WEEK_OF_BEFORE.search(before) else None)
    return msgspec.structs.replace(written, start=start, listed=listed, toward=toward, doubt=doubt)


def _doubted(written: Written, day: Day, figure: int) -> Written:
    """A scan that tears `11 oktober` into `1 1 oktober` leaves two readings."""
    number = figure * 10 + day.number
    if day.number > 9 or number > 31:
        return written
    alternatives = () if written.year is None else (day_text(written.year, written.month, number),)
    return msgspec.structs.replace(written, doubt=_LOOSE, alternatives=alternatives)


# The forms to try by what stands behind the first figures: more figures, a mark, or something else.
_MARKS: Final = tuple("-/.")
_YEAR_FIRST: Final[tuple[_Form, ...]] = ((ISO, read_iso),)
_ROW: Final[tuple[_Form, ...]] = ((BEFORE_NUMERIC, read_before_numeric),)
_DAY_FIRST: Final[tuple[_Form, ...]] = ((_WITH_MONTH, _with_month), *_ROW, (_AFTER_MONTH, _after_month))
_WITH_MARKS: Final[tuple[_Form, ...]] = (
    (NUMERIC, read_numeric), *_DAY_FIRST, (DAY_AND_MONTH, read_day_and_month),
)  # fmt: skip
