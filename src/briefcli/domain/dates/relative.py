"""Dates that need the date of the text: whose year is left out (`week 24`, `in juni`), or that count from it."""

import re
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.session_year import opening_day
from briefcli.domain.dates.counted import COUNT_STARTS, COUNTED_FORMS, COUNTED_STARTS, month_on
from briefcli.domain.dates.mention import Form, Meaning, Partial, first_reading
from briefcli.domain.dates.parts import ITS_YEAR, TOWARD, read_year, toward_of
from briefcli.domain.dates.periods import (
    MAY_HAVE_DAY,
    ORDINAL_LETTERS,
    ORDINALS,
    PART,
    PART_LETTERS,
    PART_OF_MONTH,
    PARTS,
    day_before,
    quarter,
    years_of_week,
)
from briefcli.domain.dates.settle import nearest, nearest_years
from briefcli.domain.dates.words import (
    ENGLISH_ONLY,
    FULL_MONTHS,
    GAP,
    MONTH,
    MONTHS,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    SEASONS,
    SPACE,
    any_of,
    month_number,
)
from briefcli.domain.when import UNKNOWN

STARTS: Final = (
    *COUNTED_STARTS, *MONTHS, *PARTS, *SEASONS, "week", "weken", "wk", "weeknummer", "weeknr", "prinsjesdag",
    "q1", "q2", "q3", "q4", "k1", "k2", "k3", "k4", "h1", "h2", "early", "late", "mid", "end", "start",
)  # fmt: skip
# Ordinals only before a quarter or a half, or a link to another one: most in our texts are those of the chambers.
NUMBER_STARTS: Final = (
    rf"{COUNT_STARTS}|[1-4](?:e|ste|de|st|nd|rd|th)\b|la(?:atste|st)(?=\s(?:kwart|quart|week|h[ae]l))"
    rf"|[12][0-9]{{3}}(?:[- ]|, )?[wq]|{any_of(ORDINALS)}"
    r"(?!\s(?!kwart|quart|week|h[ae]l|en\b|of\b|and\b|or\b|t|u|resp|dan|hetzij|naar|op\b)[a-z])"
)


def read_relative(lower: str, position: int, written: date | None) -> Partial | None:
    """The date that begins at `position`, counted from `written` or in the year that is nearest to it."""
    try:
        found = first_reading(_FORMS, lower, position, written)
        return found or (first_reading(_DATED_FORMS, lower, position, written) if written else None)
    except (OverflowError, ValueError):  # counted out of the calendar's years
        return None


_NO_YEAR: Final = later("The year is not stated.")
_MONTH_ALONE: Final = re.compile(
    rf"(?:(?P<part>{PART_OF_MONTH}){SPACE}(?P<of_part>{MONTH})|(?P<month>{'|'.join((*FULL_MONTHS, *ENGLISH_ONLY))}))"
    rf"{NO_WORD_AFTER}{TOWARD}"
)
_IN_BEFORE: Final = re.compile(rf"(?<!\w)(?:in|maand){SPACE}\Z")
_WEEK: Final = re.compile(rf"(?:week|wk\.?|weeknummer|weeknr\.?){SPACE}(?P<week>[0-9]{{1,2}})(?![0-9]|[.,:/-][0-9])")
_COUNTED_WEEKS: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:per|elke|iedere|de|een|één|die|deze|vorige|volgende|komende|afgelopen|hele|halve){SPACE}\Z"
)
_COUNTED_IN_WEEK: Final = re.compile(
    rf"{GAP}(?:%|(?:uur|uren|keer|maal|dag|dagen|euro|mensen|procent|weken|maanden|jaar){NO_WORD_AFTER})"
)
_BUDGET_DAY: Final = re.compile(rf"prinsjesdag(?:{ITS_YEAR}|{NO_WORD_AFTER})")
_QUARTER: Final = re.compile(
    rf"(?:(?:{PART}){SPACE})?(?:(?:van{SPACE})?(?:het{SPACE})?)(?:q(?P<q>[1-4])|(?:(?P<word>{'|'.join(ORDINALS)}|laatste)|(?P<number>[1-4])(?:e|ste|de|st|nd|rd|th)){SPACE}(?:kwartaal|quarter)){NO_WORD_AFTER}"
)


def _month_alone(found: re.Match[str], written: date | None) -> Meaning | None:
    """A month's name alone may be a person's or part of another word: it needs `begin`, `in`, `jl.` or the like."""
    toward = toward_of(found)
    if not (toward or found["part"] or _IN_BEFORE.search(found.string, max(0, found.start() - 12), found.start())):
        return None
    month = month_number(found["month"] or found["of_part"])
    has_day = found["month"] is not None and day_before(found.string, found.start()) is not None
    doubt = MAY_HAVE_DAY if has_day else None
    if found["late"]:
        return Meaning(f"{found['late']}-{month:02}", doubt)
    if written is None:
        return Meaning(f"XXXX-{month:02}", doubt)
    if toward:
        return msgspec.structs.replace(month_on(written, toward, month), reason=doubt)
    return _in_nearest([f"{year:04}-{month:02}" for year in nearest_years(month, 15, written)[:2]])


def _week(found: re.Match[str], written: date | None) -> Meaning | None:
    lower, position, week = found.string, found.start(), int(found["week"])
    if _COUNTED_WEEKS.search(lower[max(0, position - 16) : position]) or _COUNTED_IN_WEEK.match(lower, found.end()):
        return None
    return _in_nearest([f"{year:04}-W{week:02}" for year in years_of_week(week, written)[:2]] if written else [])


def _in_nearest(readings: list[str]) -> Meaning:
    """The first of the readings in several years, nearest first."""
    if not readings:
        return Meaning(UNKNOWN, _NO_YEAR)
    return Meaning(readings[0], nearest(int(readings[0][:4])), tuple(readings[1:]))


def _budget_day(found: re.Match[str], written: date | None) -> Meaning | None:
    """`Prinsjesdag 2024`; without a year the first to come."""
    year, _, doubt = read_year(found)
    if year:
        return Meaning(opening_day(year).isoformat(), doubt)
    if written is None:
        return None
    year = written.year + (opening_day(written.year) < written)
    return Meaning(opening_day(year).isoformat(), first_fit(year))


def _quarter(found: re.Match[str], written: date) -> Meaning:
    """`eind Q1`: the quarter of the year of the text, or of the next one."""
    figure = found["q"] or found["number"]
    number = int(figure) if figure else ORDINALS.get(found["word"], 4)
    year = written.year + (number * 3 < written.month)
    return Meaning(quarter(year, number), first_fit(year))


def first_fit(year: int) -> str:
    return tr("The year is not stated; {year} is the first that fits the date of the text.", year=year)


_FORMS: Final[tuple[Form[date | None], ...]] = (
    (PART_LETTERS | ORDINAL_LETTERS | frozenset(name[0] for name in MONTHS), _MONTH_ALONE, _month_alone),
    (frozenset("w"), _WEEK, _week),
    (frozenset("p"), _BUDGET_DAY, _budget_day),
)
# These need the date of the text.
_DATED_FORMS: Final[tuple[Form[date], ...]] = (
    (PART_LETTERS | ORDINAL_LETTERS | frozenset("q"), _QUARTER, _quarter),
    *COUNTED_FORMS,
)
