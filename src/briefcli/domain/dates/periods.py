"""Dates without a day: `juni 2023`, `week 24`, `Q1 t/m Q3 2024`, `begin juni`, `voorjaar 2024`; also several in a row.

Consecutive periods are one range, others stay apart, and no choice is made in `juni of juli 2023`. `begin`, `medio` and
`eind` are read as the whole month or year, and a season as its year: anything more exact would be made up. A winter is
in two years, and a year alone is mostly part of something else (a session, an edition), so neither is read.
"""

import re
from datetime import date
from typing import Final

import msgspec

from briefcli.domain.dates import parts
from briefcli.domain.dates.counted import COUNT_STARTS, COUNTED_RULES, COUNTED_STARTS, in_week
from briefcli.domain.dates.named import MAY_HAVE_DAY, NAMED_DAY, NAMED_STARTS, named_day, nth_before
from briefcli.domain.dates.settle import LENGTHS, other_day, settle
from briefcli.domain.dates.words import (
    DAYS_IN_WORDS,
    MONTHS,
    ORDINALS,
    PARTS,
    SEASONS,
    WHOLE_MONTH,
    WHOLE_MONTHS,
    month_number,
    regex,
)
from briefcli.patterns import beginnings

# `begin juni`, `de tweede helft van juni`, `eerste week juni`: no more exact than the month
_PART_OF_MONTH: Final = (
    rf"(?:(?:PART)(?: van)?(?: de maand)?|(?:de )?(?:{'|'.join(ORDINALS)}|laatste|last|[1-4]NTH) "
    "(?:helft|half|week|(?:twee|drie|2|3|paar) weken)(?: (?:van|of|in))?(?: de maand)?)"
)

STARTS: Final = (
    *COUNTED_STARTS, *MONTHS, *PARTS, *SEASONS, "week", "weken", "wk", "weeknummer", "weeknr", *NAMED_STARTS,
    "kwartaal", "kw", "q1", "q2", "q3", "q4", "k1", "k2", "k3", "k4", "h1", "h2", "end",
)  # fmt: skip
# Ordinals count only before a quarter, a half or a link to another ordinal: most ordinals in our texts are those of the
# chambers (`Tweede Kamer`).
NUMBER_STARTS: Final = (
    rf"{COUNT_STARTS}|[1-4](?:e|ste|de|st|nd|rd|th)\b|la(?:atste|st)(?=\s(?:kwart|quart|week|h[ae]l))"
    rf"|[12][0-9]{{3}}(?=(?:[-\x20]|,\x20)?[wq])|{beginnings(ORDINALS)}"
    r"(?!\s(?!kwart|quart|week|h[ae]l|semester|en\b|of\b|and\b|or\b|t|u|resp|dan|hetzij|naar|op\b)[a-z])"
)

_WEEKS: Final = regex(
    r"(?:weken|week|wk\.?|weeknummers?|weeknrs?\.?)~(?P<weeks>WEEK_LIST)"
    r"(?:(?: (?:in|of)(?=\s))?ITS_YEAR|,? SHIFTED_YEAR|(?![\w%]|[.,:/-][0-9])TOWARD)"
)
_COUNTED_WEEKS: Final = regex(
    r"\b(?:per|elke|iedere|de|een|één|die|deze|vorige|volgende|komende|afgelopen|hele|halve) \Z"
)
_COUNTED_IN_WEEK: Final = regex(r"~(?:%|(?:uur|uren|keer|maal|dag|dagen|euro|mensen|procent|weken|maanden|jaar)\b)")


def _weeks(lower: str, position: int, written: date | None) -> list[parts.WrittenDate]:
    """Weeks by their number: `week 24 (2023)`, `weken 24 en 25 van 2023`, `week 24`; not `elke week 24 uur`."""
    found = _WEEKS.match(lower, position)
    if found is None:
        return []
    (year, end, doubt), toward = parts.read_year(found, written), parts.toward_of(found)
    weeks = (parts.every_day if year else parts.read_days)(lower, *found.span("weeks"))
    if year is None and weeks[0].start > found.start("weeks"):  # `week 21, 11 leden`
        start = found.start("weeks")
        end = start + len(found["weeks"]) - len(found["weeks"].lstrip("0123456789"))
        weeks, toward = (parts.Day(int(lower[start:end]), start, end),), 0
    may_count = _COUNTED_WEEKS.search(lower, position - 16, position) or _COUNTED_IN_WEEK.match(lower, end)
    if year is None and not toward and (may_count or (len(weeks) == 1 and lower.startswith("weken", position))):
        return []
    weeks = parts.up_to((msgspec.structs.replace(weeks[0], start=position), *weeks[1:]), end)
    return [parts.WrittenDate(days=weeks, unit="week", year=year, toward=toward, doubt=doubt)]


# `maandag week 13`, `vrijdag (week 13)`, `maandag t/m woensdag volgende week`; `volgende week dinsdag`
_WEEKDAYS: Final = r"(?P<weekday>WEEKDAY)OF_DAY(?P<more>(?:(?:LINK)(?:WEEKDAY)OF_DAY(?!\w)){0,6})"
_WEEKDAYS_BEFORE: Final = regex(rf"\b{_WEEKDAYS}(?: in| van)? \(?\Z")
_WEEKDAYS_BEHIND: Final = regex(rf"(?<!\.)\x20\(?(?=WHOLE_WEEKDAY){_WEEKDAYS}(?!\w| (?:AHEAD|AFTER)\b)\)?")


def days_of_week(lower: str, week: parts.Partial, floor: int, limit: int) -> parts.Partial | None:
    """The days of a week whose names come before it, or behind it, between `floor` and `limit`; None without them."""
    start, end, meaning = week
    before, weeks = _WEEKDAYS_BEFORE.search(lower, max(floor, start - 60), start), (meaning.edtf, *meaning.alternatives)
    found = before or _WEEKDAYS_BEHIND.match(lower, end, limit)
    if found is None or not all(re.fullmatch("[0-9]{4}-W[0-9]{2}", each) for each in weeks):
        return None
    days, *others = (in_week(date.fromisocalendar(int(each[:4]), int(each[6:]), 1), found) for each in weeks)
    alternatives = (*days.alternatives, *(each.edtf for each in others))
    end += found[0][-1] == "(" and lower.startswith(")", end)
    place = min(start, found.start()), max(end, found.end())
    return *place, parts.Meaning(days.edtf, meaning.reason or days.reason, alternatives)


# Also as a spreadsheet writes it: `jun-25`, `Q3-25`
_YEAR: Final = r"(?:ITS_YEAR|-(?P<dashed>[1-3][0-9])(?![\w/-]|[.,:][0-9]|~MONTH)|,? SHIFTED_YEAR|(?!\w)TOWARD)"
_MONTH: Final = regex(rf"(?:(?P<part>{_PART_OF_MONTH})(?: (?:van )?|(?<=mid)-))?(?P<month>MONTH){_YEAR}")
_QUARTER: Final = regex(
    rf"(?:(?:PART) (?:van )?)?(?:(?:(?:q|kwartaal |kw\.?~|(?P<k>k))(?P<quarter>[1-4])|h(?P<half>[12]))(?: of(?= [12]))?"
    rf"|(?:het |de )?(?:(?P<word>{'|'.join(ORDINALS)}|(?:laatste|last)(?= (?:kw|quarter)))|(?P<number>[1-4])NTH)"
    r"(?: (?P<noun>kwartaal|kw(?!\w)\.?|quarter|helft|halfjaar|semester|half(?= (?:jaar|of|[12][0-9]{3})))"
    rf"(?:(?<=half) jaar|(?:(?<=half)|(?<=quarter)) of(?= [12]))?)?){_YEAR}"
)
# A day in an unusual form: `3. juni`, `op3 juni`, `derde juni`, `twaalf juni`, `l juni` (a scan), `first of June`
_BEFORE_MONTH: Final = regex(
    r"(?<!\w)(?:(?<![a-z]-)(?<![0-9]\.)(?:[^\W\d_]{2,12})?(?P<figure>[0-9]{1,3})(?:\.~|[^\S\n]?,|[^\S\n]{1,2}\.?)"
    r"|(?P<word>\w{1,17})(?:\s(?:van|of))? )\Z"
)
_SCANNED_DAY: Final = regex("[li]|(?:l[lo]|i[il]|[lio][0-9]|[0-3][lios])(?:de|ste|e)?")
_LINK: Final = regex("LINK")
_MOST: Final = 12
_MONTH_START: Final = regex("MONTH")
_COMPOUND: Final = regex("-(?!MONTH|PART)[a-z]")  # `de twee mei-vakanties`
_IN_BEFORE: Final = regex(r"(?<!\w)(?:in|maand|gedurende|tussen|vanaf|sinds|per|tegen|uiterlijk) \Z")


def _row(lower: str, position: int, written: date | None) -> list[parts.WrittenDate]:
    """The row of months, quarters or halves of a year that starts at `position`, if it has a year or needs none."""
    for row in (_MONTH, _QUARTER):
        if items := _items(row, row.match(lower, position), written):
            is_possible = all(item.days[0].number * LENGTHS[item.unit] <= 12 for item in items)  # no third half
            return [_with_day_before(items[0], lower, position), *items[1:]] if is_possible else []
    return []


def _with_day_before(month: parts.WrittenDate, lower: str, position: int) -> parts.WrittenDate:
    """The month; in doubt if its day may come before it. That day is the other reading, if it can be read."""
    found = _BEFORE_MONTH.search(lower, position - 24, position) if _MONTH_START.match(lower, position) else None
    word = found["word"] if found else ""
    is_word = word and word not in DAYS_IN_WORDS and not _SCANNED_DAY.fullmatch(word)
    if found is None or is_word or nth_before(lower, position):
        return month
    number = DAYS_IN_WORDS.get(word, 0) if word else int(found["figure"])
    others = other_day(month.year, month.days[0].number, number) if month.year else ()
    return msgspec.structs.replace(month, doubt=month.doubt or MAY_HAVE_DAY, alternatives=others)


def _needs_no_year(found: re.Match[str], written: date | None) -> bool:
    """Whether a period can do without a year.

    The name of a month alone may be that of a person or part of another word, so it needs `begin`, `in`, `jl.` or the
    like. A quarter is one of the text's year or of the next; but `K4` alone may be anything.
    """
    lower, start = found.string, found.start()
    if found.re is _QUARTER:
        return written is not None and _unit_and_number(found)[0] == "quarter" and not found["k"]
    if parts.toward_of(found) or found["part"]:
        return True
    is_named = _IN_BEFORE.search(lower, max(0, start - 16), start) or nth_before(lower, start)
    is_alone = is_named is not None and not _COMPOUND.match(lower, found.end("month"))
    return is_alone and found["month"] in WHOLE_MONTHS


def _items(row: re.Pattern[str], found: re.Match[str] | None, written: date | None) -> list[parts.WrittenDate]:
    """The periods in a row, up to the last one with a year, or to the end of a range that starts with that one.

    If none has a year: all of them if the first needs none, otherwise nothing.
    """
    items, tie, is_plain = list[parts.WrittenDate](), None, found is not None and _needs_no_year(found, written)
    while len(items) < _MOST and found:
        (unit, number), (year, end, doubt) = _unit_and_number(found), parts.read_year(found, written)
        part = found.groupdict().get("part") or ""
        if part and tie is parts.Link.AND:  # `in april en eind mei`: not all of both
            tie = None
        days, toward = (parts.Day(number, found.start(), end, link=tie),), parts.toward_of(found)
        others: tuple[str, ...] = ()
        if found["dashed"] or (year and parts.NEXT_YEAR.match(found.string, end)):
            doubt = parts.YEAR_BEHIND
        if found["dashed"] and written and unit == "month":
            others = other_day(written.year, number, int(found["dashed"]))
        item = parts.WrittenDate(days=days, unit=unit, year=year, toward=toward, doubt=doubt, alternatives=others)
        stretch = next((each for words, each in PARTS.items() if part.startswith(words)), WHOLE_MONTH)
        items.append(msgspec.structs.replace(item, stretch=stretch))
        link = _LINK.match(found.string, end)
        if not link:
            break
        tie = parts.link_of(link[0])
        found = row.match(found.string, link.end())
    kept = max((place for place, item in enumerate(items, 1) if item.year is not None), default=0)
    if 0 < kept < len(items) and items[kept].link is parts.Link.THROUGH and items[kept].unit:
        kept += 1
    kept = kept or (len(items) if is_plain else 0)
    if not kept or not items[kept - 1].unit:
        return []
    for at in reversed(range(kept - 1)):  # `eerste en tweede kwartaal`: at least the last has the unit
        items[at] = msgspec.structs.replace(items[at], unit=items[at].unit or items[at + 1].unit)
    return items[:kept]


def _unit_and_number(found: re.Match[str]) -> tuple[str, int]:
    named = found.groupdict()
    if month := named.get("month"):
        return "month", month_number(month)
    if figure := named["quarter"] or named["half"]:
        return "quarter" if named["quarter"] else "half", int(figure)
    noun = named["noun"] or ""
    number = ORDINALS.get(named["word"], 4) if named["word"] else int(named["number"])
    return "half" if noun.startswith(("h", "s")) else noun and "quarter", number


_ISO: Final = regex(r"(?P<year>(?:19|20|21)[0-9]{2})(?:-w(?P<week>[0-9]{2})|(?:[-\x20]|,\x20)?q(?P<q>[1-4]))(?![\w-])")


def _iso(lower: str, position: int) -> list[parts.WrittenDate]:
    found = _ISO.match(lower, position)
    if found is None:
        return []
    days = (parts.Day(int(found["q"] or found["week"]), *found.span()),)
    return [parts.WrittenDate(days=days, unit="quarter" if found["q"] else "week", year=int(found["year"]))]


_STRETCH_OF_YEAR: Final = regex("(?:PART|SEASON|end|(?:spring|summer|autumn) of)ITS_YEAR")


def _stretch_of_year(found: re.Match[str], _written: date | None) -> parts.Meaning:
    year, _, doubt = parts.read_year(found)
    return parts.Meaning(f"{year:04}", doubt)


_RULES: Final[tuple[parts.DateRule, ...]] = ((NAMED_DAY, named_day), (_STRETCH_OF_YEAR, _stretch_of_year))


def read_periods(lower: str, position: int, written: date | None) -> list[parts.Partial]:
    """The row of periods that starts at `position`; else the named day or the term from the date of the text there."""
    read_row = _weeks if lower[position] == "w" else _row
    if items := read_row(lower, position, written) or _iso(lower, position):
        return settle(lower, items, written)
    try:
        for pattern, read in _RULES if written is None else (*_RULES, *COUNTED_RULES):
            found = pattern.match(lower, position)
            if found and (meaning := read(found, written)):
                return [(position, found.end("year" if found.groupdict().get("footnote") else 0), meaning)]
    except (OverflowError, ValueError):  # outside the years of the calendar
        pass
    return []
