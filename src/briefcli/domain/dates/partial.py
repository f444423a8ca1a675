"""Dates without a day: `juni 2023`, `begin juni 2023`, `week 24`, `voorjaar 2024`, `eerste kwartaal 2024`.

`begin`, `medio` and `eind` are read as the whole month or year, and a season as its year: a smaller stretch
would be made up. A winter lies in two years and a year alone is mostly part of something else (a session, an
edition), so neither is read.
"""

import calendar
import re
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.session_year import opening_day
from briefcli.domain.dates.mention import Form, Meaning, Partial, first_reading
from briefcli.domain.dates.months import MONTH_LETTERS, ORDINALS, PART, PART_LETTERS, PARTS, read_row
from briefcli.domain.dates.settle import nearest_years
from briefcli.domain.dates.weeks import monday_of, read_weeks, years_of_week
from briefcli.domain.dates.words import (
    ENGLISH_ONLY,
    FULL_MONTHS,
    GAP,
    ITS_YEAR,
    MONTH,
    MONTHS,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    SEASONS,
    SPACE,
    WEEKDAY,
    any_of,
    month_number,
    weekday_number,
)
from briefcli.domain.dates.written import TOWARD, end_with_year, toward_of, year_of
from briefcli.domain.when import UNKNOWN

_SEASON: Final = "|".join(SEASONS)
_FULL_MONTH: Final = rf"(?:{'|'.join((*FULL_MONTHS, *ENGLISH_ONLY))})"

_MONTH_ALONE: Final = re.compile(
    rf"(?:(?P<part>{PART}){SPACE}(?P<of_part>{MONTH})|(?P<month>{_FULL_MONTH})){NO_WORD_AFTER}{TOWARD}"
)
_WEEK: Final = re.compile(rf"(?:week|wk\.?|weeknummer|weeknr\.?){SPACE}(?P<week>[0-9]{{1,2}})(?![0-9]|[.,:/-][0-9])")
_IN_BEFORE: Final = re.compile(rf"(?<!\S)in{SPACE}\Z")
_COUNTED_WEEKS: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:per|elke|iedere|de|een|één|die|deze|vorige|volgende|komende|afgelopen|hele|halve){SPACE}\Z"
)
_COUNTED_IN_WEEK: Final = re.compile(
    rf"{GAP}(?:%|(?:uur|uren|keer|maal|dag|dagen|euro|mensen|procent|weken|maanden|jaar){NO_WORD_AFTER})"
)
_STRETCH_OF_YEAR: Final = re.compile(
    rf"(?:{PART}|{_SEASON}|early|late|mid|end|(?:spring|summer|autumn|end|beginning|start){SPACE}of){ITS_YEAR}"
)
_SEASON_ALONE: Final = re.compile(
    rf"(?P<season>{_SEASON}){NO_WORD_AFTER}(?!{SPACE}(?:recess|van{SPACE}(?:dit|vorig|volgend|komend)))"
)
_BOUND_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?:voor|vóór|na|tot|before|after){SPACE}(?:de|het|the){SPACE}\Z")
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
    rf"[1-4](?:e|ste|de)\b|[12][0-9]{{3}}[- ]?[wq]|{any_of(ORDINALS)}"
    r"(?!\s(?!kwart|quart|h[ae]l|en\b|of\b|and\b|or\b|t|u|resp|dan|hetzij|naar|op\b)[a-z])"
)


# `de tweede dinsdag van juni 2024`
_NTH: Final = {**ORDINALS, "laatste": -1, "last": -1}
_NTH_WEEKDAY: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?P<nth>{'|'.join(_NTH)}){SPACE}(?P<weekday>{WEEKDAY}){SPACE}(?:van|in|of){SPACE}\Z"
)


def read_partial(lower: str, position: int, written: date | None) -> list[Partial]:
    """The partial date that begins at `position`, or those that share a year there, if there is one."""
    row = read_weeks(lower, position, written) if lower[position] == "w" else read_row(lower, position, written)
    if row:
        return row
    found = first_reading(_FORMS, lower, position, written)
    return [found] if found else []


def _month_alone(found: re.Match[str], written: date | None) -> Meaning | None:
    """A month's name alone may be a person's or part of another word: it needs `begin`, `in`, `jl.` or the like."""
    toward = toward_of(found)
    if not (toward or found["part"] or _IN_BEFORE.search(found.string, max(0, found.start() - 12), found.start())):
        return None
    month = month_number(found["month"] or found["of_part"])
    if written is None:
        return Meaning(edtf=f"XXXX-{month:02}")
    if toward:
        is_this_year = (written.month - month) * -toward >= 0
        return Meaning(edtf=f"{written.year if is_this_year else written.year + toward:04}-{month:02}")
    return _nearest([f"{year:04}-{month:02}" for year in nearest_years(month, 15, written)[:2]])


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


def _iso(found: re.Match[str], _written: date | None) -> Meaning:
    year, week = int(found["year"]), int(found["week"] or 0)
    if found["q"]:
        return Meaning(edtf=_months_of(year, int(found["q"]), 3))
    if monday_of(year, week):
        return Meaning(edtf=f"{year:04}-W{week:02}")
    return Meaning(edtf=UNKNOWN, reason=tr("{year} has no week {week}.", year=year, week=week))


def _week(found: re.Match[str], written: date | None) -> Meaning | None:
    lower, position, week = found.string, found.start(), int(found["week"])
    if _COUNTED_WEEKS.search(lower[max(0, position - 16) : position]) or _COUNTED_IN_WEEK.match(lower, found.end()):
        return None
    return _nearest([f"{year:04}-W{week:02}" for year in years_of_week(week, written)[:2]] if written else [])


def _nearest(readings: list[str]) -> Meaning:
    """The first of the readings in several years, nearest first."""
    if not readings:
        return Meaning(edtf=UNKNOWN, reason=_NO_YEAR)
    reason = tr("The year is not stated; {year} is nearest to the date of the text.", year=readings[0][:4])
    return Meaning(edtf=readings[0], reason=reason, alternatives=tuple(readings[1:]))


def _stretch_of_year(found: re.Match[str], _written: date | None) -> Meaning:
    return Meaning(edtf=f"{year_of(found):04}", reason=end_with_year(found)[1])


def _season_alone(found: re.Match[str], written: date | None) -> Meaning | None:
    """`voor de zomer`: the year of the first such season that is not over."""
    if not written or not _BOUND_BEFORE.search(found.string, max(0, found.start() - 20), found.start()):
        return None
    year = written.year + (SEASONS[found["season"]] + 3 < written.month)
    return Meaning(edtf=f"{year:04}", reason=_first_fit(year))


def _months_of(year: int, number: int, length: int) -> str:
    """The quarter (`length` 3) or half with that number."""
    last = number * length
    return f"{year:04}-{last - length + 1:02}/{year:04}-{last:02}"


def _quarter_alone(found: re.Match[str], written: date | None) -> Meaning | None:
    """`eind Q1`: the quarter of the year of the text, or of the next one."""
    if not written:
        return None
    number = int(found["q"]) if found["q"] else ORDINALS[found["word"]]
    year = written.year + (number * 3 < written.month)
    return Meaning(edtf=_months_of(year, number, 3), reason=_first_fit(year))


def _budget_day(found: re.Match[str], written: date | None) -> Meaning | None:
    """`Prinsjesdag 2024`; without a year the first to come."""
    if year := year_of(found):
        return Meaning(edtf=opening_day(year).isoformat(), reason=end_with_year(found)[1])
    if written is None:
        return None
    year = written.year + (opening_day(written.year) < written)
    return Meaning(edtf=opening_day(year).isoformat(), reason=_first_fit(year))


def _first_fit(year: int) -> str:
    return tr("The year is not stated; {year} is the first that fits the date of the text.", year=year)


_FORMS: Final[tuple[Form[date | None], ...]] = (
    (MONTH_LETTERS | PART_LETTERS, _MONTH_ALONE, _month_alone),
    (frozenset("12"), _WEEK_ISO, _iso),
    (frozenset("w"), _WEEK, _week),
    (frozenset("p"), _BUDGET_DAY, _budget_day),
    (PART_LETTERS | frozenset("vlznhsael"), _STRETCH_OF_YEAR, _stretch_of_year),
    (frozenset("vlznhsa"), _SEASON_ALONE, _season_alone),
    (PART_LETTERS | frozenset("qetdv"), _QUARTER, _quarter_alone),
)
