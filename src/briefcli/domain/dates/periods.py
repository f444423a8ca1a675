"""Dates without a day: `juni 2023`, `week 24`, `Q1 t/m Q3 2024`, `begin juni`, `voorjaar 2024`; also several in a row.

What follows on each other is one stretch, other ones stand apart, and a choice (`juni of juli 2023`) is not made.
`begin`, `medio` and `eind` are read as the whole month or year, and a season as its year: a smaller stretch
would be made up. A winter lies in two years and a year alone is mostly part of something else (a session, an
edition), so neither is read.
"""

import calendar
import re
from datetime import date, timedelta
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates.mention import Form, Meaning, Partial, first_reading
from briefcli.domain.dates.parts import (
    DAY_LIST,
    ITS_YEAR,
    LINK,
    SHIFTED_YEAR,
    Day,
    Link,
    Written,
    link_of,
    read_days,
    read_year,
    up_to,
)
from briefcli.domain.dates.settle import LENGTHS, monday_of, nearest, no_such_week, other_day, settle
from briefcli.domain.dates.words import (
    DAYS_IN_WORDS,
    MONTH,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    SEASON_LETTERS,
    SEASONS,
    SPACE,
    WEEKDAY,
    month_number,
    weekday_number,
)

PARTS: Final = ("begin", "half", "medio", "midden", "eind", "einde", "ultimo", "primo", "in de loop")
PART: Final = "|".join(PARTS).replace(" ", SPACE)
PART_LETTERS: Final = frozenset(part[0] for part in PARTS)
ORDINALS: Final = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
ORDINAL_LETTERS: Final = frozenset("1234l") | {name[0] for name in ORDINALS}
_NTH_WORD: Final = rf"(?:{'|'.join(ORDINALS)}|laatste|last|[1-4](?:e|ste|de|st|nd|rd|th))"
# `begin juni`, `de tweede helft van juni`, `eerste week juni`: as no more exact than the month
PART_OF_MONTH: Final = (
    rf"(?:{PART}|(?:de{SPACE})?{_NTH_WORD}{SPACE}(?:helft|half|week)"
    rf"(?:{SPACE}(?:van|of|in))?(?:{SPACE}de{SPACE}maand)?)"
)


def read_periods(lower: str, position: int, written: date | None) -> list[Partial]:
    """The period that begins at `position`, or those that share a year there; the year is stated."""
    items, links = _weeks(lower, position, written) if lower[position] == "w" else _row(lower, position, written)
    if items:
        return settle(items, links, written)
    found = first_reading(_OTHER_FORMS, lower, position, written)
    return [found] if found else []


_Row = tuple[list[Written], list[Link]]
_WEEKS: Final = re.compile(
    rf"(?:weken|week|wk\.?|weeknummers?|weeknrs?\.?){SPACE}(?P<weeks>{DAY_LIST})(?:(?:{SPACE}(?:in|of)(?=\s))?{ITS_YEAR}|,?{SPACE}{SHIFTED_YEAR}|(?![\w%]|[.,:/-][0-9]))"
)


def _weeks(lower: str, position: int, written: date | None) -> _Row:
    """Weeks whose year is stated, or several: `week 24 (2023)`, `weken 24 en 25 van 2023`."""
    found = _WEEKS.match(lower, position)
    listed = read_days(lower, *found.span("weeks"), counts=False) if found else None
    if found is None or listed is None:
        return [], []
    (weeks, links), (year, end, doubt) = listed, read_year(found, written)
    if year is None and written and links and (near := years_of_week(weeks[-1].number, written)):
        year, doubt = near[0], nearest(near[0])
    if year is None:
        return [], []
    doubt = None if Link.OR in links else doubt  # which of them is open anyhow
    weeks = up_to((msgspec.structs.replace(weeks[0], start=position), *weeks[1:]), end)
    return [Written(days=weeks, links=links, unit="week", year=year, doubt=doubt)], []


_YEAR: Final = rf"(?:{ITS_YEAR}|,?{SPACE}{SHIFTED_YEAR})"
_OF_PART: Final = rf"(?:(?:{PART}){SPACE}(?:van{SPACE})?)?"
_ORDINAL: Final = (
    rf"(?:het{SPACE}|de{SPACE})?(?:(?P<word>{'|'.join(ORDINALS)}|(?:laatste|last)(?={SPACE}(?:kwartaal|quarter)))"
    rf"|(?P<number>[1-4])(?:e|ste|de|st|nd|rd|th))"
    rf"(?:{SPACE}(?P<noun>kwartaal|quarter|helft|halfjaar|half(?={SPACE}(?:jaar|of|[12][0-9]{{3}})))"
    rf"(?:(?<=half){SPACE}jaar|(?:(?<=half)|(?<=quarter)){SPACE}of(?={SPACE}[12]))?)?"
)
_FORMS: Final = tuple(
    re.compile(rf"{form}(?:{_YEAR}|{NO_WORD_AFTER})")
    for form in (
        rf"(?:{PART_OF_MONTH}{SPACE}(?:van{SPACE})?)?(?P<month>{MONTH})",
        rf"{_OF_PART}(?:[qk](?P<quarter>[1-4])|h(?P<half>[12]))(?:{SPACE}of(?={SPACE}[12]))?",
        rf"{_OF_PART}{_ORDINAL}",
    )
)
# A day that is not written as such: `3. juni`, `derde juni`, `twaalf juni`, `l juni` (a scan), `first of June`
_BEFORE_MONTH: Final = re.compile(
    r"(?:(?<!\w)(?<![a-z]-)(?<![0-9]\.)(?P<figure>[0-9]{1,2})(?:\.\s{0,8}|,|[^\S\n]{1,2})|(?<!\w)(?P<word>\w{1,17})(?:\s(?:van|of))?\s{1,8})\Z"
)
_SCANNED_DAY: Final = re.compile(r"[li]|(?:l[lo]|i[il]|[lio][0-9]|[0-3][lios])(?:de|ste|e)?")
MAY_HAVE_DAY: Final = later("What stands before the month may be its day.")
_LINK: Final = re.compile(LINK)
_BETWEEN_BEFORE: Final = re.compile(r"\btussen\s{1,3}(?:het\s{1,3})?\Z")
_MOST: Final = 12
_MONTH_START: Final = re.compile(MONTH)


def _row(lower: str, position: int, written: date | None) -> _Row:
    """The months, quarters or halves that begin at `position` and have a year; none where they have not."""
    for form in _FORMS:
        first = form.match(lower, position)
        if first is None or _stands_alone(first):
            continue
        items, links = _items(form, lower, position, written)
        if not items:
            continue
        if links and links[0] is Link.AND and _BETWEEN_BEFORE.search(lower[max(0, position - 16) : position]):
            links[0] = Link.THROUGH
        if any(item.days[0].number * LENGTHS[item.unit] > 12 for item in items):
            return [], []  # a year has no third half
        items[0] = _with_day_before(items[0], lower, position)
        return items, links
    return [], []


def _with_day_before(month: Written, lower: str, position: int) -> Written:
    """The month, in doubt where its day may stand before it, which is the other reading."""
    number = day_before(lower, position) if _MONTH_START.match(lower, position) else None
    if number is None:
        return month
    others = other_day(month.year, month.days[0].number, number) if month.year else ()
    return msgspec.structs.replace(month, doubt=month.doubt or MAY_HAVE_DAY, alternatives=others)


def day_before(lower: str, position: int) -> int | None:
    """The day that may stand before the month at `position`; 0 where it does, but cannot be read."""
    found = _BEFORE_MONTH.search(lower, max(0, position - 24), position)
    if found is None:
        return None
    word = found["word"]
    number = int(found["figure"] or 0) or (1 if word in ("l", "i") else DAYS_IN_WORDS.get(word, 0))
    return number if 0 < number < 32 or _SCANNED_DAY.fullmatch(word or "") else None


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether neither a year nor a link to another one follows, as behind most months in a text."""
    return found["year"] is found["short"] is found["shift"] is None and not _LINK.match(found.string, found.end())


def _items(form: re.Pattern[str], lower: str, position: int, written: date | None) -> _Row:
    """Those that stand in a row, up to the last one with a year, or the end of a range that such a one begins."""
    items, links = list[Written](), list[Link]()
    while len(items) < _MOST and (found := form.match(lower, position)):
        (unit, number), (year, end, doubt) = _unit_and_number(found), read_year(found, written)
        items.append(Written(days=(Day(number, found.start(), end),), unit=unit, year=year, doubt=doubt))
        if not (link := _LINK.match(lower, end)):
            break
        links.append(link_of(link[0]))
        position = link.end()
    kept = max((place for place, item in enumerate(items, 1) if item.year is not None), default=0)
    if 0 < kept < len(items) and links[kept - 1] is Link.THROUGH and items[kept].unit:
        kept += 1
    if not kept or not items[kept - 1].unit:
        return [], []
    for at in reversed(range(kept - 1)):  # a quarter or a half is named at least once, by the last
        items[at] = msgspec.structs.replace(items[at], unit=items[at].unit or items[at + 1].unit)
    return items[:kept], links[: kept - 1]


def _unit_and_number(found: re.Match[str]) -> tuple[str, int]:
    groups = found.groupdict()
    if groups.get("month"):
        return "month", month_number(groups["month"])
    for unit in ("quarter", "half"):
        if groups.get(unit):
            return unit, int(groups[unit])
    noun = groups["noun"] or ""
    unit = "half" if noun.startswith("h") else noun and "quarter"
    return unit, ORDINALS.get(groups["word"], 4) if groups["word"] else int(groups["number"])


def years_of_week(week: int, written: date) -> list[int]:
    """The years with such a week around `written`, the nearest first."""
    around = range(written.year - 1, written.year + 2)
    mondays = [monday for year in around if (monday := monday_of(year, week))]
    mondays.sort(key=lambda monday: abs((monday + timedelta(days=3) - written).days))
    return [monday.isocalendar().year for monday in mondays]


_STRETCH_OF_YEAR: Final = re.compile(
    rf"(?:{PART}|{'|'.join(SEASONS)}|early|late|mid|end|(?:spring|summer|autumn|end|beginning|start){SPACE}of){ITS_YEAR}"
)
_WEEK_ISO: Final = re.compile(
    r"(?P<year>(?:19|20|21)[0-9]{2})(?:-w(?P<week>[0-9]{2})|(?:[- ]|, )?q(?P<q>[1-4]))(?![\w-])"
)


def _iso(found: re.Match[str], _written: date | None) -> Meaning:
    year, week = int(found["year"]), int(found["week"] or 0)
    if found["q"]:
        return Meaning(quarter(year, int(found["q"])))
    return Meaning(f"{year:04}-W{week:02}") if monday_of(year, week) else no_such_week(year, week)


def quarter(year: int, number: int) -> str:
    return f"{year:04}-{number * 3 - 2:02}/{year:04}-{number * 3:02}"


def _stretch_of_year(found: re.Match[str], _written: date | None) -> Meaning:
    year, _, doubt = read_year(found)
    return Meaning(f"{year:04}", doubt)


_OTHER_FORMS: Final[tuple[Form[date | None], ...]] = (
    (frozenset("12"), _WEEK_ISO, _iso),
    (PART_LETTERS | SEASON_LETTERS | frozenset("el"), _STRETCH_OF_YEAR, _stretch_of_year),
)

# `de tweede dinsdag van juni 2024`
_NTH: Final = {**ORDINALS, "laatste": -1, "last": -1}
_NTH_WEEKDAY: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?P<nth>{'|'.join(_NTH)}){SPACE}(?P<weekday>{WEEKDAY}){SPACE}(?:van|in|of){SPACE}\Z"
)


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
    return found.start(), end, Meaning(day.isoformat(), meaning.reason)
