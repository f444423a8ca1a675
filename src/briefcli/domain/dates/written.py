"""Dates that are written with a day: `15 juni 2023`, `11, 12 en 13 juli`, `June 15, 2023`.

figures.py reads dates in figures. settle.py decides which year is meant and whether such a day exists.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates import parts
from briefcli.domain.dates.figures import COUNTS_BEFORE, FIGURE_RULES, NUMBERED_BEFORE, NUMERIC, in_figures
from briefcli.domain.dates.settle import other_day
from briefcli.domain.dates.words import SHORT_MONTHS, WHOLE_MONTHS, month_number, regex, weekday_number

_LOOK_BACK: Final = 40

_WITH_MONTH: Final = regex(
    r"(?P<days>DAY_LIST)(?:(?P<glued>)(?=[a-z])|~|(?P<dash>[-/])~| of |(?<=[a-z]) van )(?P<month>MONTH)(?![^\W\d])"
    r"(?:ITS_YEAR|(?:(?(dash)[-/]['’‘]?|(?(glued)|(?!)))(?P<dashed>[0-9]{2})\b)| SHIFTED_YEAR|(?!\d))TOWARD"
)
# After such a word, a single number may count something else. It does if the month is on a line below:
# `Versie 2\nMaart 2026`. After `de nieuwe versie` it does not.
_MAY_COUNT_BEFORE: Final = regex(
    r"(?<!\w)(?<!e\s)(?:\w{0,12}(?:versie|deel|fase|editie|jaargang|aflevering|punt|tranche|variant|scenario|zaal"
    r"|version|part|phase|edition|issue|volume)|leden|vragen|bijlagen|artikelen|dag|sessie)[^\S\n]{1,3}\Z"
)
# `12 juni 24`, `12 juni 2024/25`, `12 juni 2O24`: figures that may be the year, and are no time or next date
_MAY_BE_YEAR: Final = regex(
    r"(?:\)|~\(WEEKDAY\)) (?:19|20)[0-9]{2}(?![0-9])"
    r"|[\s./-]{1,3}(?:(?:1[5-9]|20)[0-9]{2}(?![0-9])|[12] [0-9]{3}(?![0-9])|(?:19|20)(?:[0-9] | [0-9])[0-9](?![0-9])"
    r"|(?=[^\W_]{2,3}[0-9]|[^\W_]?[0-9]{2,3})[12l][0-9lo][^\W_]{2}(?!\w)|[0-9]{2}(?![0-9]|[.:hu][0-9]"
    r"|~(?:uur|u|hrs?|hours|h|[ap]\.?m|[-/]?MONTH|(?:[-–/]|UP_TO)~[0-9]{1,2}~(?:MONTH|uur|u))(?![a-z])))"
)

# Words before a row of days, dates after it, and a number before it that was left out
_ROW_BEFORE: Final = regex(r"(?<!\w)(?:(?:op|on|d\.?d\.?) (?:(?:de|the) )?|WEEKDAY,? |(?:\w{0,12}data|dates): )\Z")
_MEETING_BEFORE: Final = regex(r"(?:(?<!voor)raad|council|(?<![a-z])top|summit)(?: (?:van|of))? \Z")
_ROW_BEHIND: Final = regex("(?:ITS_YEAR)?(?:LINK)(?:ON_DAY)(?:UNNAMED_WEEKDAY)(?:DAY_LIST)(?:~[-/]?~MONTH)")
_DAY_ABOVE: Final = regex(r"(?<![\w.,:/-])(?P<number>[0-9]{1,2})(?:NTH)?\n\s{0,4}[-–] ?\Z")  # wrapped, or an item
_LEFT_OUT: Final = regex(r"(?<![0-9])(?<!week\s)(?<!weken\s)(?<![0-9]{4},\s)(?P<number>[0-9]{1,2})(?:NTH)?~,~\Z")
_SLASHED: Final = regex("NUMBER~/~NUMBER")  # `17/19 maart`; `17/18 maart` is both days in any case
_BY_SLASH: Final = later("The slash may stand for the days between these two, or for these two alone.")


def _are_days(found: re.Match[str], before: str) -> bool:
    """Whether the first two numbers are consecutive days of a row: `30, 31 mei en 1 juni`, `JBZ-raad 13, 14 juni`."""
    first, second, *_ = (*map(int, re.findall("[0-9]+", found["days"])), 0)
    is_row = _ROW_BEHIND.match(found.string, found.end("month")) or _MEETING_BEFORE.search(before)
    return second == first + 1 and is_row is not None


def _with_month(found: re.Match[str], before: str, written: date | None) -> parts.WrittenDate | None:
    if NUMERIC.match(found.string, found.start()) and NUMBERED_BEFORE.search(before):  # `tel. 12-3-26 en 15 april`
        return None
    counts = COUNTS_BEFORE.search(before) is not None
    may_count = _MAY_COUNT_BEFORE.search(before) is not None and (found["days"].isdigit() or not counts)
    is_above = may_count and "\n" in found.string[found.end("days") : found.start("month")]
    counts = is_above or (counts and not may_count)
    is_row = not found["days"].isdigit() and (_ROW_BEFORE.search(before) is not None or _are_days(found, before))
    days = parts.read_days(found.string, *found.span("days"), counts=counts, is_row=is_row)
    if not days:
        return None
    may_count = may_count and days[0].start == found.start("days")  # not in `zaal 3, op 4 juni`
    month, toward = month_number(found["month"]), parts.toward_of(found)
    year, end, doubt = parts.read_year(found, written)
    others: tuple[str, ...] = ()
    left_out = _LEFT_OUT.search(found.string, found.start("days"), days[0].start) or _DAY_ABOVE.search(before)
    is_glued = left_out and left_out[0].endswith(",")  # `2,5 maart`
    if may_count or is_glued or (left_out and not counts and int(left_out["number"]) < days[0].number):
        doubt, others = parts.MAY_BE_OTHER_DAY, (f"{year:04}-{month:02}",) if year and len(days) == 1 else ()
    may_be = parts.NEXT_YEAR if year or found["shift"] or toward else _MAY_BE_YEAR
    if behind := may_be.match(found.string, found.end()):
        doubt, others = parts.YEAR_BEHIND, _in_year_behind(behind[0], month, days)
    if len(days) == 2 and days[1].number > days[0].number + 1 and _SLASHED.fullmatch(found["days"]):
        doubt = doubt or _BY_SLASH
    days = parts.up_to(days, end)
    return parts.WrittenDate(days=days, month=month, year=year, toward=toward, doubt=doubt, alternatives=others)


def _in_year_behind(figures: str, month: int, days: tuple[parts.Day, ...]) -> tuple[str, ...]:
    """The day in the year that the figures after it may be (`26`, `20 26`); empty if they are no year."""
    year = "".join(filter(str.isdigit, figures))
    is_year = len(days) == 1 and len(year) in (2, 4)
    return other_day(parts.full_year(int(year)), month, days[0].number) if is_year else ()


# "June 15-16, 2023", read from its first figure. Without a year, only months that are not also Dutch count.
_AFTER_MONTH: Final = regex(r"(?<=(?:[^\W\d_]|[.\s])\s)(?P<days>DAY_LIST)(?:,?ITS_YEAR|(?![\w/:.-]*[0-9]| MONTH|~%))")
_MONTH_BEFORE: Final = regex(r"\b(?P<month>MONTH) (?:the )?\Z")
_MORE_MONTHS: Final = regex("(?:LINK)MONTH [0-9]")  # `Dec 30 – Jan 2, 2025`
_NO_OTHER_WORD: Final = frozenset({"january", "february", "june", "july", "august", "october"})
_PREPOSITION_BEFORE: Final = regex(
    r"\b(?:(?:on|by|until|till|before|after|since|from|of|to|through|and|for)\s{1,3}|WEEKDAY,? )\Z"
)


def _after_month(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    named, (year, end, doubt) = _MONTH_BEFORE.search(before), parts.read_year(found)
    if named is None:
        return None
    is_row = _MORE_MONTHS.match(found.string, end)
    month, is_after = named["month"], _PREPOSITION_BEFORE.search(before[: named.start()])
    # The `may` of `may 5` may be a verb, and the 15 of `september 15` may count something
    if not (year or is_row or month in _NO_OTHER_WORD or (month not in SHORT_MONTHS and is_after)):
        return None
    first, *more = parts.every_day(found.string, *found.span("days"))
    if more and not (year or is_row) and found.string[[first, *more][-2].end : more[-1].start].strip() == ",":
        del more[-1]  # `June 15, 20 members`
        end = [first, *more][-1].end
    first = msgspec.structs.replace(first, start=first.start - (len(before) - named.start()))
    days = parts.up_to((first, *more), end)
    return parts.WrittenDate(days=days, month=month_number(month), year=year, doubt=doubt)


# `op 1 en 15 van elke maand`
_MONTHLY: Final = regex(r"(?P<days>DAY_LIST)(?:(?<=[a-z])| (?:van|of)) (?:elke|iedere|every|each) (?:maand|month)\b")
_EACH: Final = later("The text names this day of every month.")


def _every_month(found: re.Match[str], _before: str, written: date | None) -> parts.WrittenDate | None:
    """The days in the month of the text, or in the next month if they are over."""
    if written is None:
        return None
    days = parts.every_day(found.string, *found.span("days"))
    is_over = days[-1].number < written.day
    month, year = written.month % 12 + 1 if is_over else written.month, written.year + (is_over and written.month == 12)
    if not all(0 < each.number <= monthrange(year, month)[1] for each in days):
        return None
    return parts.WrittenDate(days=parts.up_to(days, found.end()), month=month, year=year, doubt=_EACH)


# `1 febuari 2026`, `op 12 meert`: a word after a day that is one or two letters away from a month
_MISSPELT: Final = regex(
    r"(?P<day>[0-9]{1,2}) (?!(?:jaar|maar|markt|unie|units?|maat|match|kaart|aparte?|jury|junior)\b)"
    r"(?P<word>[^\W\d_]{4,10})(?: (?P<year>(?:19|20)[0-9]{2}))?(?![\w-])"
)
_DAY_BEFORE: Final = regex(r"(?<!\w)(?:op|uiterlijk|AHEAD|vanaf|per|d\.?d\.?|WEEKDAY,?) (?:de )?\Z")
_LONG_MONTHS: Final = [name for name in WHOLE_MONTHS if len(name) > len("mei")]
_LEAST_LIKE, _LEAST_IN_PLACE = 0.72, 0.6
_AS_MONTH: Final = later("The word after the day is taken for the month; it is not spelled so.")


def _misspelt(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    word, year = found["word"], int(found["year"] or 0) or None
    if word in WHOLE_MONTHS or not (year or _DAY_BEFORE.search(before)):  # `Conceptversie 3\n\njuni 2026`
        return None
    name = _month_like(word)
    return in_figures(found, before, month_number(name), year=year, doubt=_AS_MONTH) if name else None


@lru_cache(maxsize=256)
def _month_like(word: str) -> str | None:
    """The month that a word may stand for; it may differ most if its first and last letters are right."""
    from difflib import get_close_matches

    for name in get_close_matches(word, _LONG_MONTHS, 1, _LEAST_LIKE):
        return name
    in_place = [name for name in _LONG_MONTHS if (name[0], name[-1], len(name)) == (word[0], word[-1], len(word))]
    return next(iter(get_close_matches(word, in_place, 1, _LEAST_IN_PLACE)), None)


# In the order in which they are tried
_RULES: Final[tuple[parts.WrittenRule, ...]] = (
    *FIGURE_RULES, (_WITH_MONTH, _with_month), (_AFTER_MONTH, _after_month), (_MONTHLY, _every_month),
    (_MISSPELT, _misspelt),
)  # fmt: skip


def read_written(text: str, position: int, written: date | None, *, floor: int = 0) -> parts.WrittenDate | None:
    """The date whose first figure is at `position` in a text in lower case; None if there is no date.

    `written` is the date of the text, if known. What comes before `floor` is not looked at.
    """
    before = text[max(floor, position - _LOOK_BACK) : position]
    for pattern, read in _RULES:
        if (found := pattern.match(text, position)) and (dated := read(found, before, written)):
            return _with_what_is_beside(dated, text, position, before)
    return None


# The direction and the weekday before a date: `komende vrijdag 12 juni`
_BESIDE_BEFORE: Final = regex(
    r"(?:\b(?:(?P<past>afgelopen|jongstleden)|(?P<to_come>aanstaande|aankomende|komende)) )?"
    r"(?:\b(?P<weekday>WEEKDAY)(?:en)?OF_DAY,? (?:(?:de|the|van) )?)?\Z"
)
_WEEKDAY_BEHIND: Final = regex(r"~\((?P<weekday>WEEKDAY)\)|, (?:een|a) (?P<named>WEEKDAY)")
_WEEK_OF_BEFORE: Final = regex(r"\b(?:week(?:end)? (?:van|of|commencing|beginning|starting)|w/c) (?:(?:de|the) )?\Z")
WEEK_OF: Final = later("The text names the week of this day, not the day.")
_LOOSE_FIGURE_BEFORE: Final = regex(r"(?<![\w.,/:)-])(?P<figure>[123])[\x20\u00a0]\Z")
_LOOSE: Final = later("The digit before the day may belong to it.")


def _with_what_is_beside(dated: parts.WrittenDate, text: str, position: int, before: str) -> parts.WrittenDate:
    """The same date with the direction before it, and with the weekday before it or in brackets after it."""
    if dated.start > position:
        return dated
    before = before[: len(before) - (position - dated.start)]
    loose, figure = _LOOSE_FIGURE_BEFORE.search(before), dated.days[0].number
    whole = int(loose["figure"]) * 10 + figure if loose and figure < 10 else 0
    if 0 < whole < 32:  # a scan may split `11 oktober` into `1 1 oktober`
        others = other_day(dated.year, dated.month, whole) if dated.year else ()
        return msgspec.structs.replace(dated, doubt=_LOOSE, alternatives=others)
    start, weekday, toward = dated.start, None, dated.toward
    if found := _BESIDE_BEFORE.search(before):
        start, before = start - len(found[0]), before[: found.start()]
        weekday, toward = found["weekday"], parts.toward_of(found) or toward
    if behind := _WEEKDAY_BEHIND.match(text, dated.end):
        weekday = weekday or behind["weekday"] or behind["named"]
    number = weekday_number(weekday) if weekday else None
    days = (msgspec.structs.replace(dated.days[0], weekday=number, start=start), *dated.days[1:])
    is_week = len(days) == 1 and _WEEK_OF_BEFORE.search(before)
    doubt = dated.doubt or (WEEK_OF if is_week else None)
    return msgspec.structs.replace(dated, days=days, toward=toward, doubt=doubt)
