"""Weeks whose year is stated, one or several: `week 24 (2023)`, `weken 24 en 25 van 2023`."""

import re
from datetime import date, timedelta
from typing import Final

from briefcli.catalog import tr
from briefcli.domain.dates.days import DAY_LIST, Day, Link, read_days
from briefcli.domain.dates.mention import Meaning, Partial
from briefcli.domain.dates.settle import CHOICE
from briefcli.domain.dates.words import ITS_YEAR, SPACE
from briefcli.domain.dates.written import SHIFTED_YEAR, end_with_year, stated_year
from briefcli.domain.when import UNKNOWN

_WEEKS: Final = re.compile(
    rf"(?:weken|week|wk\.?|weeknummers?|weeknrs?\.?){SPACE}(?P<weeks>{DAY_LIST})(?:(?:{SPACE}in(?=\s))?{ITS_YEAR}|,?{SPACE}{SHIFTED_YEAR}|(?![\w%]|[.,:/-][0-9]))"
)


def read_weeks(lower: str, position: int, written: date | None) -> list[Partial]:
    """The weeks that begin at `position`: those that follow on each other as one stretch, others apart."""
    found = _WEEKS.match(lower, position)
    listed = read_days(lower, *found.span("weeks"), counts=False) if found else None
    if found is None or listed is None:
        return []
    year, (end, doubt) = stated_year(found, written), end_with_year(found)
    if year is None and written and len(listed.days) > 1 and (near := years_of_week(listed.days[0].number, written)):
        year = near[0]
        doubt = tr("The year is not stated; {near} is nearest to the date of the text.", near=year)
    if year is None:
        return []
    rows = _rows(listed.days, listed.links)
    if Link.OR in listed.links:
        doubt = CHOICE
    starts = [position, *(row[0].start for row in rows[1:])]
    ends = [*(row[-1].end for row in rows[:-1]), end]
    readings = [_reading(year, row[0].number, row[-1].number, doubt) for row in rows]
    return list(zip(starts, ends, readings, strict=True))


def years_of_week(week: int, written: date) -> list[int]:
    """The years with such a week around `written`, the nearest first."""
    around = range(written.year - 1, written.year + 2)
    middles = [
        (abs((monday + timedelta(days=3) - written).days), year) for year in around if (monday := monday_of(year, week))
    ]
    return [year for _, year in sorted(middles)]


def monday_of(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _rows(weeks: tuple[Day, ...], links: tuple[Link, ...]) -> list[list[Day]]:
    rows = [[weeks[0]]]
    for link, week in zip(links, weeks[1:], strict=True):
        follows = week.number == rows[-1][-1].number + 1
        if link is Link.THROUGH or (link is Link.AND and follows):
            rows[-1].append(week)
        else:
            rows.append([week])
    return rows


def _reading(year: int, first: int, last: int, doubt: str | None) -> Meaning:
    """The week, or the weeks from `first` to `last`, which may begin in the year before."""
    begin = year - (first > last)
    for its_year, week in ((begin, first), (year, last)):
        if monday_of(its_year, week) is None:
            return Meaning(edtf=UNKNOWN, reason=tr("{its_year} has no week {week}.", its_year=its_year, week=week))
    text = f"{begin:04}-W{first:02}"
    return Meaning(edtf=text if first == last else f"{text}/{year:04}-W{last:02}", reason=doubt)
