"""Dates that are written with a day: `15 juni 2023`, `11, 12 en 13 juli`, `June 15, 2023`, `09-03-2023`, `2023-03-09`.

In figures the day comes first, as in Dutch. settle.py decides which year is meant and whether such a day exists.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates import parts
from briefcli.domain.dates.clock import ENDS, times_behind
from briefcli.domain.dates.settle import other_day
from briefcli.domain.dates.words import SHORT_MONTHS, WHOLE_MONTHS, month_number, regex, weekday_number
from briefcli.domain.when import SHORT_YEAR

# What a match means, given the text before it and the date of the text
_Read = Callable[[re.Match[str], str, date | None], parts.WrittenDate | None]
_LOOK_BACK: Final = 40

_WITH_MONTH: Final = regex(
    r"(?P<days>DAY_LIST)(?:~|(?P<dash>[-/])~| of |(?<=[a-z]) van )(?P<month>MONTH)(?![^\W\d])"
    r"(?:ITS_YEAR|(?(dash)[-/]['’‘]?(?P<dashed>[0-9]{2})\b|(?!))| SHIFTED_YEAR|(?!\d))TOWARD"
)
# After such a word on its line, a number counts something else: `artikel 5, 6 en 7 juni`, `Pagina 1 van 3\n\nmei 2023`.
_COUNTS_BEFORE: Final = regex(
    r"(?:(?<!\w)(?:artikel(?:en)?|artt?\.?|leden|lid|paragraaf|hoofdstuk|tabel|figuur|(?:voet)?noot|bijlagen?|punt|vraag|vragen"
    r"|nrs?\.?|nummers?|no\.|pp?\.|blz\.?|pagina(?:\s{1,3}[0-9]{1,4}\s{1,3}van)?"
    r"|sections?|articles?|paragraphs?|items?|pages?)|§)[^\S\n]{0,3}\Z"
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
    r"|~(?:uur|u|hrs?|hours|h|[ap]\.?m|[-/]?MONTH|(?:[-–/]|t/m)~[0-9]{1,2}~(?:MONTH|uur|u))(?![a-z])))"
)

# Words before a row of days, dates after it, and a number before it that was left out
_ROW_BEFORE: Final = regex(r"(?<!\w)(?:(?:op|on|d\.?d\.?) (?:(?:de|the) )?|WEEKDAY,? |(?:\w{0,12}data|dates): )\Z")
_MEETING_BEFORE: Final = regex(r"(?:(?<!voor)raad|council|(?<![a-z])top|summit)(?: (?:van|of))? \Z")
_ROW_BEHIND: Final = regex("(?:ITS_YEAR)?(?:LINK)(?:ON_DAY)(?:UNNAMED_WEEKDAY)(?:DAY_LIST)(?:~[-/]?~MONTH)")
_DAY_ABOVE: Final = regex(r"(?<![\w.,:/-])(?P<number>[0-9]{1,2})(?:NTH)?\n\s{0,4}[-–] ?\Z")  # wrapped, or an item
_LEFT_OUT: Final = regex(r"(?<![0-9])(?<!week\s)(?<!weken\s)(?<![0-9]{4},\s)(?P<number>[0-9]{1,2})(?:NTH)?~,~\Z")


def _are_days(found: re.Match[str], before: str) -> bool:
    """Whether the first two numbers are consecutive days of a row: `30, 31 mei en 1 juni`, `JBZ-raad 13, 14 juni`."""
    first, second, *_ = (*map(int, re.findall("[0-9]+", found["days"])), 0)
    is_row = _ROW_BEHIND.match(found.string, found.end("month")) or _MEETING_BEFORE.search(before)
    return second == first + 1 and is_row is not None


def _with_month(found: re.Match[str], before: str, written: date | None) -> parts.WrittenDate | None:
    counts = _COUNTS_BEFORE.search(before) is not None
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
_MONTH_BEHIND: Final = regex("(?:LINK)MONTH [0-9]")  # `Dec 30 – Jan 2, 2025`
_NO_OTHER_WORD: Final = frozenset({"january", "february", "june", "july", "august", "october"})
_PREPOSITION_BEFORE: Final = regex(
    r"\b(?:(?:on|by|until|till|before|after|since|from|of|to|through|and|for)\s{1,3}|WEEKDAY,? )\Z"
)


def _after_month(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    named, (year, end, doubt) = _MONTH_BEFORE.search(before), parts.read_year(found)
    if named is None:
        return None
    is_row = _MONTH_BEHIND.match(found.string, end)
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


_NUMERIC: Final = regex(
    r"(?P<day>[0-9]{1,2})(?P<mark>[-/.]|\x20[-/–]\x20|\.\x20)(?P<month>[0-9]{1,2})"
    "(?P=mark)(?:(?P<year>[0-9]{4})|['’‘]?(?P<short>[0-9]{2}))"
    r"(?!\w|[-/.][0-9](?![0-9]?[-/.][0-9]{1,2}[-/.][0-9]{4}))"
)
# "28 t/m 30-06-2024", "28-06 t/m 30-06-2024": the days before a date in figures, which has their year.
_BEFORE_NUMERIC: Final = regex(
    r"(?P<day>[0-9]{1,2})(?:[-/.](?P<month>[0-9]{1,2})\.?|(?P<dot>\.)(?=DASH)|(?P<item>\.)(?= DASH))?"
    r"(?P<link>~(?:THROUGH|[/&,]|en\b|and\b)~)"
    r"(?=(?:UNNAMED_WEEKDAY[0-9]{1,2}(?:[-/.][0-9]{1,2})?~(?:[&,]|en\b|and\b)~){0,4}UNNAMED_WEEKDAY(?P<last>[0-9]{1,2})(?P<mark>(?(dot)\.|[-/.]))"
    r"(?P<last_month>[0-9]{1,2})(?P=mark)[0-9]{4}(?!\w|[-/.][0-9]))"
)
_ISO: Final = regex(
    r"(?P<year>(?:1[5-9]|20|21)[0-9]{2})(?P<mark>[-/.\x20])(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})"
    r"(?:(?:~(?:t/m|tot en met)~|/)(?P<last>[0-9]{2})(?![\w:/.-]*[0-9]| (?:uur|MONTH)))?"
    r"(?![-.]?[0-9]|[^\Wt_]|/(?![0-9]{4}-))"
)
# A day and a month without a year are a date only if the text says so: "AO d.d. 07/12", "op 14 en 15/3"
_DAY_AND_MONTH: Final = regex(
    r"(?P<days>(?:[0-9]{1,2}(?:~(?:THROUGH|en|and|&|of|or)~)(?:UNNAMED_WEEKDAY)){0,2}?(?P<day>[0-9]{1,2}))"
    r"(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])"
    r"(?![0-9]|[-/.][0-9]|~(?:uur|u|werkdagen|dagen|weken|maanden|jaar)\b)(?: (?P<year>YEAR)\b|TOWARD)"
)
_NUMBERED_BEFORE: Final = regex(
    r"(?<!\w)(?:nrs?|nummers?|no|tel|telefoon(?:nummer)?|fax|dossier|artikel|art|versie|€|eur|paragraaf|tabel|figuur)"
    r"[.:]{0,2}~\Z"
)
_FIRST_OF_ROW: Final = r"(?:WEEKDAY )?(?:[0-9]{1,2}[-/.][0-9]{1,2}LINK){0,4}\Z"  # `op 14/3 en 15/3`
_DATED_BEFORE: Final = regex(rf"(?<!\w)(?:(?:d\.?d\.?|dat(?:um|a):?|deadline:?)~{_FIRST_OF_ROW}|WEEKDAY,? \(?\Z)")
_ON_BEFORE: Final = regex(
    rf"(?<!\w)(?:(?:op|per|on) {_FIRST_OF_ROW}|(?:van|vanaf|tussen|from) (?:1[3-9]|2[0-9]|3[01])/[01]?[0-9]LINK\Z)"
)
_SIDE_BEFORE: Final = regex(rf"(?<!\w)(?:van|voor|tot|t/m|vanaf|na|by|before|until|from|after) {_FIRST_OF_ROW}")
# `MR 21/3, TK 28/3` in a planning; not `zaal 14/3` or the end of a row (`14 en 15/3`)
_NOTED_BEFORE: Final = regex(r"(?<![0-9]\x20)\b(?!artikel|zaal|stand|deel|punt|tabel|bijlage|groep|mc\b)[a-z]{2,20} \Z")
# `22/01: College meeting` at the start of a line, as in a calendar
_LINE_BEFORE: Final = regex(rf"(?:\A|\n)[\x20\t]{{0,8}}(?:[-•*–]~)?{_FIRST_OF_ROW}")
_COLON_BEHIND: Final = regex(r"(?<=/[01][0-9])(?:LINK[0-9]{1,2}/[0-9]{2})?~:(?![0-9])")
_PART_BEHIND: Final = regex(r"e\b| (?:van|of|deel)\b")
_PERHAPS: Final = later("The numbers may be a date or a fraction.")
_LATEST_BEFORE: Final = regex(r"(?<!\w)(?:uiterlijk(?: op)?|niet later dan|vóór) \Z")
_FIGURES_BEHIND: Final = regex(r"\x20(?![0-9]{1,2}[:.hu][0-9]{2}(?![0-9]))[0-9]")


def _numeric(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    day, month, year = int(found["day"]), int(found["month"]), parts.full_year(int(found["year"] or found["short"]))
    if not found["short"]:
        others = other_day(year, day, month) if month > 12 else ()
        return _in_figures(found, before, month, year=year, alternatives=others) if 1500 <= year < 2200 else None
    is_dated = found["mark"] in "-/" or _DATED_BEFORE.search(before)
    if month > 12 or not (is_dated or times_behind(found.string, found.end(), len(found.string))):
        return None  # the number of a section or an account looks the same
    others = other_day(year - 100, month, day)
    return _in_figures(found, before, month, year=year, doubt=SHORT_YEAR, alternatives=others)


def _before_numeric(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    """The first day of a row or range in figures; the next date of the row gives its year."""
    month, link = int(found["month"] or found["last_month"]), found["link"]
    if month > 12 or _COUNTS_BEFORE.search(before):
        return None
    may_count = found["month"] is None and (link.strip().isalpha() or link in (found["mark"], ", "))
    is_next, is_item = int(found["last"]) == int(found["day"]) + 1, found["item"] and found["mark"] != "."
    doubt = parts.MAY_BE_OTHER_DAY if is_item or (may_count and not is_next) else None
    return _in_figures(found, before, month, end=found.start("link"), doubt=doubt)


def _iso(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    month = int(found["month"])
    is_group = (before[-2:-1].isdigit() and before[-1].isspace()) or _FIGURES_BEHIND.match(found.string, found.end())
    if month > 12 or (found["mark"] == " " and is_group):  # part of a longer number
        return None
    dated = _in_figures(found, before, month, year=int(found["year"]))
    if dated is None or found["last"] is None:
        return dated
    first, last = int(found["day"]), int(found["last"])  # `2024-06-12/14`, `2024-06-12 t/m 14`
    days = *parts.up_to(dated.days, found.end("day")), parts.Day(last, *found.span("last"), link=parts.Link.THROUGH)
    return msgspec.structs.replace(dated, days=days) if last > first else None


def _day_and_month(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    month = int(found["month"])
    is_said = found["mark"] != "." and (_LATEST_BEFORE.search(before) or parts.toward_of(found))
    is_dated = is_said or _DATED_BEFORE.search(before)
    may_be = is_dated or _may_be_day(found, before)
    last = _in_figures(found, before, month, doubt=None if is_dated else _PERHAPS) if may_be else None
    if last is None:
        return None
    days = parts.up_to(parts.read_days(found.string, *found.span("days")), found.end())
    year = int(found["year"] or found["late"] or 0) or None
    return msgspec.structs.replace(last, days=days, year=year, toward=parts.toward_of(found))


def _may_be_day(found: re.Match[str], before: str) -> bool:
    """Whether the figures may be a date: `op 14/3`, `voor 12/6`, `22/01: College`; not `op 2/3 van de leden`, `24/7`.

    A share is less than one, so after `voor` the day must be larger than the month.
    """
    if found["mark"] != "/" or _PART_BEHIND.match(found.string, found.end()):
        return False
    is_entry = _COLON_BEHIND.match(found.string, found.end()) and _LINE_BEFORE.search(before)
    is_large = int(found["day"]) > int(found["month"]) and found.group("day", "month") != ("24", "7")
    is_noted = int(found["day"]) > 12 and _NOTED_BEFORE.search(before) and ENDS.match(found.string, found.end())
    return bool(is_entry or _ON_BEFORE.search(before) or (is_large and (is_noted or _SIDE_BEFORE.search(before))))


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


# `1 febuari 2026`: a word between a day and a year that is one or two letters away from a month
_MISSPELT: Final = regex(r"(?P<day>[0-9]{1,2}) (?P<word>[^\W\d_]{4,10}) (?P<year>(?:19|20)[0-9]{2})(?![\w-])")
_LONG_MONTHS: Final = [name for name in WHOLE_MONTHS if len(name) > len("mei")]
_LEAST_LIKE: Final = 0.72
_AS_MONTH: Final = later("The word before the year is taken for the month; it is not spelled so.")


def _misspelt(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    from difflib import get_close_matches

    names = get_close_matches(found["word"], _LONG_MONTHS, 1, _LEAST_LIKE)
    month = month_number(names[0]) if names else 0
    return _in_figures(found, before, month, year=int(found["year"]), doubt=_AS_MONTH)


def _in_figures(found: re.Match[str], before: str, month: int, end: int = 0, **more: Any) -> parts.WrittenDate | None:
    """The date; None if it is another number. A month above 12 is kept (`06/15/2023`), for settle.py to report it."""
    day = int(found["day"])
    if _NUMBERED_BEFORE.search(before) or not (1 <= day <= 31 and 1 <= month <= 31):
        return None
    return parts.WrittenDate(days=(parts.Day(day, found.start(), end or found.end()),), month=month, **more)


# In the order in which they are tried: the first one that matches decides, unless `_after_month` finds no month.
_FORMS: Final[tuple[tuple[re.Pattern[str], _Read], ...]] = (
    (_ISO, _iso), (_NUMERIC, _numeric), (_WITH_MONTH, _with_month), (_BEFORE_NUMERIC, _before_numeric),
    (_AFTER_MONTH, _after_month), (_MONTHLY, _every_month), (_MISSPELT, _misspelt), (_DAY_AND_MONTH, _day_and_month),
)  # fmt: skip


def read_written(text: str, position: int, written: date | None, *, floor: int = 0) -> parts.WrittenDate | None:
    """The date whose first figure is at `position` in a text in lower case; None if there is no date.

    `written` is the date of the text, if known. What comes before `floor` is not looked at.
    """
    before = text[max(floor, position - _LOOK_BACK) : position]
    for pattern, read in _FORMS:
        if found := pattern.match(text, position):
            dated = read(found, before, written)
            if dated is not None or read is not _after_month:
                return dated and _with_what_is_beside(dated, text, position, before)
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
