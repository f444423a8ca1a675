"""Dates without a day: `juni 2023`, `begin juni 2023`, `week 24`, `voorjaar 2024`, `eerste kwartaal 2024`.

`begin`, `medio` and `eind` are read as the whole month or year, and a season as its year: a smaller stretch
would be made up. A winter lies in two years and a year alone is mostly part of something else (a session, an
edition), so neither is read.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.session_year import opening_day
from briefcli.domain.dates.mention import Meaning, Partial
from briefcli.domain.dates.months import MONTH_LETTERS, ORDINALS, PART, PART_LETTERS, PARTS, read_row
from briefcli.domain.dates.settle import nearest_years
from briefcli.domain.dates.weeks import monday_of, read_weeks, years_of_week
from briefcli.domain.dates.words import (
    ENGLISH_ONLY,
    FULL_MONTHS,
    GAP,
    ITS_YEAR,
    MONTHS,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    SPACE,
    WEEKDAY,
    any_of,
    month_number,
    weekday_number,
)
from briefcli.domain.dates.written import TOWARD, end_with_year, toward_of, year_of
from briefcli.domain.when import UNKNOWN

SEASONS: Final = ("voorjaar", "lente", "zomer", "najaar", "herfst", "spring", "summer", "autumn")
_SEASON: Final = "|".join(SEASONS)
_FULL_MONTH: Final = rf"(?:{'|'.join((*FULL_MONTHS, *ENGLISH_ONLY))})"

_MONTH_ALONE: Final = re.compile(rf"(?:(?P<part>{PART}){SPACE})?(?P<month>{_FULL_MONTH}){NO_WORD_AFTER}{TOWARD}")
_WEEK: Final = re.compile(rf"(?:week|wk\.?|weeknummer|weeknr\.?){SPACE}(?P<week>[0-9]{{1,2}})(?![0-9]|[.,:/-][0-9])")
_COUNTED_WEEKS: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:per|elke|iedere|de|een|één|die|deze|vorige|volgende|komende|afgelopen|hele|halve){SPACE}\Z"
)
_COUNTED_IN_WEEK: Final = re.compile(
    rf"{GAP}(?:%|(?:uur|uren|keer|maal|dag|dagen|euro|mensen|procent|weken|maanden|jaar){NO_WORD_AFTER})"
)
_STRETCH_OF_YEAR: Final = re.compile(
    rf"(?:{PART}|{_SEASON}|early|late|mid|end|(?:spring|summer|autumn|end|beginning|start){SPACE}of){ITS_YEAR}"
)
_PART_OF_YEAR: Final = re.compile(
    rf"(?P<which>first|second|third|fourth){SPACE}(?P<noun>quarter|half)(?:{SPACE}of)?{ITS_YEAR}"
)
_ENGLISH_ORDINALS: Final = ("first", "second", "third", "fourth")
_SEASON_ALONE: Final = re.compile(
    rf"(?P<season>{_SEASON}){NO_WORD_AFTER}(?!{SPACE}(?:recess|van{SPACE}(?:dit|vorig|volgend|komend)))"
)
_BOUND_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?:voor|vóór|na|tot|before|after){SPACE}(?:de|het|the){SPACE}\Z")
_SEASON_MONTHS: Final = {
    "voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "spring": 3, "summer": 6, "autumn": 9,
}  # fmt: skip
_WEEK_ISO: Final = re.compile(r"(?P<year>(?:19|20|21)[0-9]{2})(?:-w(?P<week>[0-9]{2})|[- ]?q(?P<q>[1-4]))(?![\w-])")

_BUDGET_DAY: Final = re.compile(rf"prinsjesdag(?:{ITS_YEAR}|{NO_WORD_AFTER})")
_QUARTER: Final = re.compile(
    rf"(?:(?:{PART}){SPACE})?(?:(?:van{SPACE})?(?:het{SPACE})?)(?:q(?P<q>[1-4])|(?P<word>{'|'.join(ORDINALS)}){SPACE}kwartaal){NO_WORD_AFTER}"
)
_NO_YEAR: Final = later("The year is not stated.")

STARTS: Final = (
    *MONTHS, *PARTS, *SEASONS, "week", "weken", "wk", "q1", "q2", "q3", "q4", "k1", "k2", "k3", "k4", "h1", "h2",
    "weeknummer", "weeknr",
    "early", "late", "mid", "end", "start", "prinsjesdag",
)  # fmt: skip
# Ordinals only before a quarter or a half, or a link to another one: most in our texts are those of the chambers.
NUMBER_STARTS: Final = (
    rf"[1-4](?:e|ste|de)\b|[12][0-9]{{3}}[- ]?[wq]|{any_of((*ORDINALS, *_ENGLISH_ORDINALS))}"
    r"(?!\s(?!kwart|quart|h[ae]l|en\b|of\b|and\b|or\b|t|u|resp|dan|hetzij|naar|op\b)[a-z])"
)


# `de tweede dinsdag van juni 2024`
_NTH: Final = {**ORDINALS, "first": 1, "second": 2, "third": 3, "fourth": 4, "laatste": -1, "last": -1}
_NTH_WEEKDAY: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?P<nth>{'|'.join(_NTH)}){SPACE}(?P<weekday>{WEEKDAY}){SPACE}(?:van|in|of){SPACE}\Z"
)


def read_partial(lower: str, position: int, written: date | None) -> list[Partial]:
    """The partial date that begins at `position`, or those that share a year there, if there is one."""
    letter = lower[position]
    row = read_weeks(lower, position, written) if letter == "w" else read_row(lower, position, written)
    if row:
        return row
    for letters, read in _READERS:
        if letter in letters and (found := read(lower, position, written)):
            return [found]
    return []


def _month_alone(lower: str, position: int, written: date | None) -> Partial | None:
    """A month's name alone may be a person's or part of another word: it needs `begin`, `in`, `jl.` or the like."""
    found = _MONTH_ALONE.match(lower, position)
    if not found:
        return None
    toward = toward_of(found)
    if not (toward or found["part"] or _follows_in(lower, position)):
        return None
    month = month_number(found["month"])
    if written is None:
        return _partial(found, f"XXXX-{month:02}")
    if toward:
        is_this_year = (written.month - month) * -toward >= 0
        return _partial(found, f"{written.year if is_this_year else written.year + toward:04}-{month:02}")
    years = nearest_years(month, 15, written)[:2]
    reason = (
        tr("The year is not stated; {year} is nearest to the date of the text.", year=years[0]) if years else _NO_YEAR
    )
    readings = [f"{year:04}-{month:02}" for year in years] or [UNKNOWN]
    return found.start(), found.end(), Meaning(edtf=readings[0], reason=reason, alternatives=tuple(readings[1:]))


def nth_weekday(lower: str, month: Partial) -> Partial | None:
    """The day that a weekday in front of a month with its year means."""
    start, end, meaning = month
    found = _NTH_WEEKDAY.search(lower, max(0, start - 40), start)
    if found is None or len(meaning.edtf) != len("2024-06") or meaning.edtf.startswith("X"):
        return None
    year, number = int(meaning.edtf[:4]), int(meaning.edtf[5:])
    nth, weekday = _NTH[found["nth"]], weekday_number(found["weekday"])
    days = [week[weekday] for week in calendar.monthcalendar(year, number) if week[weekday]]
    day = date(year, number, days[nth - (nth > 0)])
    return found.start(), end, msgspec.structs.replace(meaning, edtf=day.isoformat(), alternatives=())


def _follows_in(lower: str, position: int) -> bool:
    before = lower[max(0, position - 12) : position]
    return before[-1:].isspace() and before.split()[-1:] == ["in"]


def _week(lower: str, position: int, written: date | None) -> Partial | None:
    if iso := _WEEK_ISO.match(lower, position):
        year, week = int(iso["year"]), int(iso["week"] or 0)
        if iso["q"]:
            return _partial(iso, _months_of(year, int(iso["q"]), 3))
        if monday_of(year, week):
            return _partial(iso, f"{year:04}-W{week:02}")
        return _partial(iso, UNKNOWN, tr("{year} has no week {week}.", year=year, week=week))
    found = _WEEK.match(lower, position)
    if not found:
        return None
    week = int(found["week"])
    if _COUNTED_WEEKS.search(lower[max(0, position - 16) : position]) or _COUNTED_IN_WEEK.match(lower, found.end()):
        return None
    near = years_of_week(week, written) if written else []
    if not near:
        return _partial(found, UNKNOWN, _NO_YEAR)
    reason = tr("The year is not stated; {near} is nearest to the date of the text.", near=near[0])
    first, *others = (f"{year:04}-W{week:02}" for year in near)
    return found.start(), found.end(), Meaning(edtf=first, reason=reason, alternatives=tuple(others[:1]))


def _stretch_of_year(lower: str, position: int, _written: date | None) -> Partial | None:
    found = _STRETCH_OF_YEAR.match(lower, position)
    if not found:
        return None
    end, doubt = end_with_year(found)
    return found.start(), end, Meaning(edtf=f"{year_of(found):04}", reason=doubt)


def _part_of_year(lower: str, position: int, _written: date | None) -> Partial | None:
    """`first quarter of 2025`, `second half of 2025`."""
    found = _PART_OF_YEAR.match(lower, position)
    if not found:
        return None
    length = 3 if found["noun"] == "quarter" else 6
    number = _ENGLISH_ORDINALS.index(found["which"]) + 1
    if number * length > 12:
        return None
    end, doubt = end_with_year(found)
    return found.start(), end, Meaning(edtf=_months_of(year_of(found) or 0, number, length), reason=doubt)


def _season_alone(lower: str, position: int, written: date | None) -> Partial | None:
    """`voor de zomer`: the year of the first such season that is not over."""
    found = _SEASON_ALONE.match(lower, position) if written else None
    if not found or not written or not _BOUND_BEFORE.search(lower, max(0, position - 20), position):
        return None
    year = written.year + (_SEASON_MONTHS[found["season"]] + 3 < written.month)
    reason = tr("The year is not stated; {year} is the first that fits the date of the text.", year=year)
    return _partial(found, f"{year:04}", reason)


def _months_of(year: int, number: int, length: int) -> str:
    """The quarter (`length` 3) or half with that number."""
    last = number * length
    return f"{year:04}-{last - length + 1:02}/{year:04}-{last:02}"


def _quarter_alone(lower: str, position: int, written: date | None) -> Partial | None:
    """`eind Q1`: the quarter of the year of the text, or of the next one."""
    found = _QUARTER.match(lower, position) if written else None
    if not found or not written:
        return None
    number = int(found["q"]) if found["q"] else ORDINALS[found["word"]]
    year = written.year + (number * 3 < written.month)
    reason = tr("The year is not stated; {year} is the first that fits the date of the text.", year=year)
    return _partial(found, _months_of(year, number, 3), reason)


def _budget_day(lower: str, position: int, written: date | None) -> Partial | None:
    """`Prinsjesdag 2024`; without a year the first to come."""
    found = _BUDGET_DAY.match(lower, position)
    if not found:
        return None
    if year := year_of(found):
        end, doubt = end_with_year(found)
        return found.start(), end, Meaning(edtf=opening_day(year).isoformat(), reason=doubt)
    if written is None:
        return None
    year = written.year + (opening_day(written.year) < written)
    reason = tr("The year is not stated; {year} is the first that fits the date of the text.", year=year)
    return _partial(found, opening_day(year).isoformat(), reason)


def _partial(found: re.Match[str], edtf: str, reason: str | None = None) -> Partial:
    return found.start(), found.end(), Meaning(edtf=edtf, reason=reason)


# Each with the letters that it can begin with
_READERS: Final[tuple[tuple[frozenset[str], Callable[[str, int, date | None], Partial | None]], ...]] = (
    (MONTH_LETTERS | PART_LETTERS, _month_alone),
    (frozenset("w12"), _week),
    (frozenset("p"), _budget_day),
    (PART_LETTERS | frozenset("vlznhsael"), _stretch_of_year),
    (frozenset("fst"), _part_of_year),
    (frozenset("vlznhsa"), _season_alone),
    (PART_LETTERS | frozenset("qetdv"), _quarter_alone),
)
