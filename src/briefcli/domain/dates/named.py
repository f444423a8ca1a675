"""Days that the calendar names: `Prinsjesdag`, `Goede Vrijdag`, `de laatste werkdag van juni`.

A holiday without a year is the first to come.
"""

import re
from datetime import date, timedelta
from typing import Final

from briefcli.catalog import tr
from briefcli.domain.citations.session import opening_day
from briefcli.domain.dates.mention import Meaning, Partial
from briefcli.domain.dates.parts import read_year, toward_of
from briefcli.domain.dates.settle import FIRST_FIT, years_around
from briefcli.domain.dates.words import ORDINALS, form, weekday_number
from briefcli.domain.due import Unit, moved, nearest_weekday
from briefcli.domain.workdays import national_day

# In days from Easter Sunday
_FROM_EASTER: Final = {
    "goede vrijdag": -2, "good friday": -2, "pasen": 0, "paaszondag": 0, "eerste paasdag": 0, "easter": 0,
    "easter monday": 1, "paasmaandag": 1, "tweede paasdag": 1, "hemelvaart": 39, "hemelvaartsdag": 39,
    "ascension day": 39, "pinksteren": 49, "eerste pinksterdag": 49, "tweede pinksterdag": 50, "pinkstermaandag": 50,
    "whit monday": 50,
}  # fmt: skip
_FIXED: Final = {
    "nieuwjaarsdag": (1, 1), "bevrijdingsdag": (5, 5), "sinterklaas": (12, 5), "eerste kerstdag": (12, 25),
    "christmas day": (12, 25), "tweede kerstdag": (12, 26), "boxing day": (12, 26), "oudjaarsdag": (12, 31),
    "oudejaarsdag": (12, 31),
}  # fmt: skip
_BY_RULE: Final = {"prinsjesdag": opening_day, "koningsdag": national_day}
NAMED_STARTS: Final = (*_FROM_EASTER, *_FIXED, *_BY_RULE)
NAMED_DAY: Final = form(
    rf"(?P<name>{'|'.join(sorted(NAMED_STARTS, key=len, reverse=True))})(?!\w)(?:ITS_YEAR| SHIFTED_YEAR|TOWARD)"
)


def named_day(found: re.Match[str], written: date | None) -> Meaning | None:
    name, (year, _, doubt) = " ".join(found["name"].split()), read_year(found, written)
    if year:
        return Meaning(_day_in(year, name).isoformat(), doubt)
    if written is None:
        return None
    toward = toward_of(found)
    year = years_around(written, lambda each: _day_in(each, name), toward or 1)[0]
    day, before = _day_in(year, name).isoformat(), _day_in(year - 1, name).isoformat()
    return Meaning(day) if toward else Meaning(day, tr(FIRST_FIT, year=year), (before,))


def _day_in(year: int, name: str) -> date:
    if fixed := _FIXED.get(name):
        return date(year, *fixed)
    if rule := _BY_RULE.get(name):
        return rule(year)
    from dateutil.easter import easter

    return easter(year) + timedelta(days=_FROM_EASTER[name])


# `de tweede dinsdag van juni 2024`, `de laatste werkdag van juni`
_NTH: Final = {**ORDINALS, "laatste": -1, "last": -1}
_NTH_DAY: Final = form(
    rf"\b(?:(?P<nth>{'|'.join(_NTH)}) (?:(?P<weekday>WEEKDAY)|(?P<work>werk|working )?da[gy])"
    r"|(?P<number>[0-3]?[0-9])(?:e|ste|de|st|nd|rd|th)) (?:van|in|of) \Z"
)


def nth_before(lower: str, start: int) -> re.Match[str] | None:
    """What says which day it is of a month that begins at `start`."""
    return _NTH_DAY.search(lower, max(0, start - 40), start)


def nth_day(lower: str, month: Partial) -> Partial | None:
    """The day that an ordinal with a weekday or the like in front of a month with its year means."""
    start, end, meaning = month
    months = [each for each in (meaning.edtf, *meaning.alternatives) if re.fullmatch("[0-9]{4}-[0-9]{2}", each)]
    found = nth_before(lower, start)
    if found is None or meaning.edtf not in months:
        return None
    try:
        first, *others = (_nth_of(date.fromisoformat(f"{each}-01"), found).isoformat() for each in months)
    except (OverflowError, ValueError):  # the last month of the calendar; a day that the month does not have
        return None
    return found.start(), end, Meaning(first, meaning.reason, tuple(others))


def _nth_of(first: date, found: re.Match[str]) -> date:
    if found["number"]:
        return first.replace(day=int(found["number"]))
    nth = _NTH[found["nth"]]
    side = 1 if nth > 0 else -1
    beside = first - timedelta(days=1) if nth > 0 else (first + timedelta(days=31)).replace(day=1)
    if found["weekday"]:
        nearest = nearest_weekday(beside, weekday_number(found["weekday"]), side)
        return nearest + timedelta(weeks=nth - side)
    return moved(beside, nth, Unit.WORKDAY if found["work"] else Unit.DAY)
