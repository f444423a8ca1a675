"""Dates without a day: `juni 2023`, `begin juni 2023`, `week 24`, `voorjaar 2024`, `eerste kwartaal 2024`.

`begin`, `medio` and `eind` are read as the whole month or year, and a season as its year: a smaller stretch
would be made up. A winter lies in two years and a year alone is mostly part of something else (a session, an
edition), so neither is read.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from briefcli.catalog import later, tr
from briefcli.domain.dates.mention import Meaning, Partial
from briefcli.domain.dates.months import ORDINALS, PART, read_row
from briefcli.domain.dates.settle import nearest_years
from briefcli.domain.dates.weeks import monday_of, read_weeks
from briefcli.domain.dates.words import (
    ENGLISH_ONLY,
    FULL_MONTHS,
    GAP,
    ITS_YEAR,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    SPACE,
    month_number,
)
from briefcli.domain.dates.written import TOWARD, toward_of, without_footnote
from briefcli.domain.when import UNKNOWN

_SEASON: Final = "voorjaar|lente|zomer|najaar|herfst"
_FULL_MONTH: Final = rf"(?:{'|'.join((*FULL_MONTHS, *ENGLISH_ONLY))})"

_MONTH_ALONE: Final = re.compile(rf"(?:(?P<part>{PART}){SPACE})?(?P<month>{_FULL_MONTH}){NO_WORD_AFTER}{TOWARD}")
_IN_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}in{SPACE}\Z")
_WEEK: Final = re.compile(rf"(?:week|wk\.?){SPACE}(?P<week>[0-9]{{1,2}})(?![0-9]|[.,:/-][0-9])")
_COUNTED_WEEKS: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:per|elke|iedere|de|een|één|die|deze|vorige|volgende|komende|afgelopen|hele|halve){SPACE}\Z"
)
_COUNTED_IN_WEEK: Final = re.compile(
    rf"{GAP}(?:%|(?:uur|uren|keer|maal|dag|dagen|euro|mensen|procent|weken|maanden|jaar){NO_WORD_AFTER})"
)
_STRETCH_OF_YEAR: Final = re.compile(rf"(?:{PART}|{_SEASON}){ITS_YEAR}")
_WEEK_ISO: Final = re.compile(r"(?P<year>(?:19|20|21)[0-9]{2})-w(?P<week>[0-9]{2})(?![\w-])")

_QUARTER: Final = re.compile(
    rf"(?:(?:{PART}){SPACE})?(?:(?:van{SPACE})?(?:het{SPACE})?)(?:q(?P<q>[1-4])|(?P<word>{'|'.join(ORDINALS)}){SPACE}kwartaal){NO_WORD_AFTER}"
)
_NO_YEAR: Final = later("The year is not stated.")

ANCHOR: Final = (
    rf"{_FULL_MONTH}|(?:jan|feb|mrt|mar|apr|jun|jul|aug|sep|okt|oct|nov|dec)|{PART}|{_SEASON}|week|weken|wk"
    rf"|{'|'.join(ORDINALS)}|q[1-4]|[1-4](?:e|ste|de)\b|[12][0-9]{{3}}-w"
)


def read_partial(lower: str, position: int, written: date | None) -> list[Partial]:
    """The partial date that begins at `position`, or those that share a year there, if there is one."""
    if row := read_row(lower, position, written) or read_weeks(lower, position, written):
        return row
    found = next(filter(None, (read(lower, position, written) for read in _READERS)), None)
    return [found] if found else []


def _month_alone(lower: str, position: int, written: date | None) -> Partial | None:
    """A month's name alone may be a person's or part of another word: it needs `begin`, `in`, `jl.` or the like."""
    found = _MONTH_ALONE.match(lower, position)
    if not found:
        return None
    toward = toward_of(found)
    if not (toward or found["part"] or _IN_BEFORE.search(lower[max(0, position - 12) : position])):
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


def _week(lower: str, position: int, written: date | None) -> Partial | None:
    if iso := _WEEK_ISO.match(lower, position):
        year, week = int(iso["year"]), int(iso["week"])
        if monday_of(year, week):
            return _partial(iso, f"{year:04}-W{week:02}")
        return _partial(iso, UNKNOWN, tr("{year} has no week {week}.", year=year, week=week))
    found = _WEEK.match(lower, position)
    if not found:
        return None
    week = int(found["week"])
    if _COUNTED_WEEKS.search(lower[max(0, position - 16) : position]) or _COUNTED_IN_WEEK.match(lower, found.end()):
        return None
    if written is None or not _weeks_near(week, written):
        return found.start(), found.end(), Meaning(edtf=UNKNOWN, reason=_NO_YEAR)
    near = _weeks_near(week, written)
    reason = tr("The year is not stated; {near} is nearest to the date of the text.", near=near[0][:4])
    return found.start(), found.end(), Meaning(edtf=near[0], reason=reason, alternatives=tuple(near[1:2]))


def _weeks_near(week: int, written: date) -> list[str]:
    around = range(written.year - 1, written.year + 2)
    weeks = [
        (abs((monday + timedelta(days=3) - written).days), year) for year in around if (monday := monday_of(year, week))
    ]
    return [f"{year:04}-W{week:02}" for _, year in sorted(weeks)]


def _stretch_of_year(lower: str, position: int, _written: date | None) -> Partial | None:
    found = _STRETCH_OF_YEAR.match(lower, position)
    if not found:
        return None
    end, doubt = without_footnote(found)
    return found.start(), end, Meaning(edtf=found["year"], reason=doubt)


def _quarter_alone(lower: str, position: int, written: date | None) -> Partial | None:
    """`eind Q1`: the quarter of the year of the text, or of the next one."""
    found = _QUARTER.match(lower, position) if written else None
    if not found or not written:
        return None
    number = int(found["q"]) if found["q"] else ORDINALS[found["word"]]
    year = written.year + (number * 3 < written.month)
    reason = tr("The year is not stated; {year} is the first that fits the date of the text.", year=year)
    return _partial(found, f"{year:04}-{number * 3 - 2:02}/{year:04}-{number * 3:02}", reason)


def _partial(found: re.Match[str], edtf: str, reason: str | None = None) -> Partial:
    return found.start(), found.end(), Meaning(edtf=edtf, reason=reason)


_READERS: Final[tuple[Callable[[str, int, date | None], Partial | None], ...]] = (
    _month_alone, _week, _stretch_of_year, _quarter_alone,
)  # fmt: skip
