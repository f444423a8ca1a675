"""Dates that are written with a day: `15 juni 2023`, `11, 12 en 13 juli`, `June 15, 2023`, `09-03-2023`.

This file only reads what stands in the text; settle.py decides which year is meant and whether such a day exists.
Figures alone have the day first, as in Dutch.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates.days import DAY_LIST, WEEKDAY_FIRST, Day, Days, read_days
from briefcli.domain.dates.words import (
    GAP,
    ITS_YEAR,
    MONTH,
    NO_WORD_AFTER,
    NO_WORD_BEFORE,
    SHORT_MONTHS,
    SPACE,
    THROUGH,
    WEEKDAY,
    month_number,
    weekday_number,
)


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """Days of one month as they are written.

    `toward` is -1 for a date said to be past (jl.), 1 for one to come (a.s.); `year_shift` counts from the year
    of the text (vorig jaar: -1); `doubt` says why the reading is unsure by itself, with the other readings.
    """

    start: int
    end: int
    listed: Days
    month: int
    year: int | None = None
    toward: int = 0
    year_shift: int | None = None
    doubt: str | None = None
    alternatives: tuple[str, ...] = ()


_WEEKDAY_FIRST: Final = WEEKDAY_FIRST.replace("?P<weekday>", "?:")
_PAST: Final = rf"j\.?{GAP}l(?:\.|{NO_WORD_AFTER})|l\.l\.|jongstleden"
_TO_COME: Final = rf"a\.{GAP}s\.|as\.|aanstaande|aankomende?"
TOWARD: Final = rf"(?:{GAP}\(?(?:(?P<past>{_PAST})|(?P<to_come>{_TO_COME}))(?!\w)\)?)?"
SHIFTED_YEAR: Final = rf"(?:van{SPACE})?(?P<shift>dit|vorig|volgend|komend){SPACE}jaar{NO_WORD_AFTER}"
SHIFTS: Final = {"dit": 0, "vorig": -1, "volgend": 1, "komend": 1}

_WITH_MONTH: Final = re.compile(
    rf"(?P<days>{DAY_LIST})(?:{GAP}|(?P<dash>-){GAP}|{SPACE}of{SPACE})(?P<month>{MONTH})(?![^\W\d])"
    rf"(?:{ITS_YEAR}|(?(dash)-['’‘]?(?P<dashed>[0-9]{{2}}){NO_WORD_AFTER}|(?!))|{SPACE}{SHIFTED_YEAR}|(?!\d))"
    rf"{TOWARD}"
)
# "June 15-16, 2023", read from its first figure. Without a year only months that are not Dutch as well count.
_AFTER_MONTH: Final = re.compile(rf"(?P<days>{DAY_LIST})(?:,?{ITS_YEAR}|(?![\w/:.-]*[0-9]|{SPACE}(?:{MONTH}|%)|[%]))")
_MONTH_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?P<month>{MONTH}){SPACE}(?:the{SPACE})?\Z")
_NO_OTHER_WORD: Final = frozenset({"january", "february", "june", "july", "august", "october"})
_PREPOSITION_BEFORE: Final = re.compile(
    r"\b(?:on|by|until|till|before|after|since|from|of|to|through|and|for)\s{1,3}\Z"
)
# A day and a month without a year are a date only where the text says so: "AO d.d. 07/12", "donderdag 13/6".
_DAY_AND_MONTH: Final = re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})(?![0-9]|[-/.][0-9])")
_NUMERIC: Final = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?:(?P<year>[0-9]{4})|['’‘]?(?P<short>[0-9]{2}))"
    r"(?!\w|[-/.][0-9])"
)
# "28 t/m 30-06-2024", "28-06 t/m 30-06-2024": the days before one in figures, which has their year.
_BEFORE_NUMERIC: Final = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:[-/.](?P<month>[0-9]{{1,2}}))?(?P<link>{GAP}(?:{THROUGH}|/|&|en{NO_WORD_AFTER}|and{NO_WORD_AFTER}){GAP})"
    rf"(?={_WEEKDAY_FIRST}(?P<last>[0-9]{{1,2}})(?P<mark>[-/.])(?P<last_month>[0-9]{{1,2}})(?P=mark)[0-9]{{4}}(?!\w|[-/.][0-9]))"
)
_ISO: Final = re.compile(
    r"(?P<year>(?:1[5-9]|20|21)[0-9]{2})(?P<mark>[-/. ])(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})"
    r"(?!(?:[-.]| (?![0-9]{1,2}[:.hu][0-9]{2}(?![0-9])))?[0-9]|[^\Wt_]|/(?![0-9]{4}-))"
)

_LOOK_BACK: Final = 40
_WEEKDAY_BEFORE: Final = re.compile(rf"{NO_WORD_BEFORE}(?P<weekday>{WEEKDAY}),?{SPACE}(?:de{SPACE})?\Z")
_Form = tuple[re.Pattern[str], Callable[[re.Match[str], str], "Written | None"]]
_WEEK_OF_BEFORE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:(?:week|weekend){SPACE}(?:van|of|commencing|beginning|starting)|w/c){SPACE}(?:(?:de|the){SPACE})?\Z"
)
_DIRECTION_BEFORE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?:(?P<to_come>aanstaande|aankomende|komende)|(?P<past>afgelopen|jongstleden)){SPACE}\Z"
)
# After such a word a number counts something else: `artikel 5, 6 en 7 juni`, `Pagina 1 van 3\n\nmei 2023`.
_COUNTS_BEFORE: Final = re.compile(
    r"(?:(?<!\w)(?:artikel(?:en)?|sections?|articles?|paragraphs?|items?|pages?|artt?\.?|nrs?\.?|nummers?|no\.|pp?\.|blz\.?|pagina(?:\s{1,3}[0-9]{1,4}\s{1,3}van)?"
    r"|leden|lid|punt|vraag|vragen|bijlagen?|tabel|figuur|noot|paragraaf|hoofdstuk)|§)\s{0,3}\Z"
)
_NUMBERED_BEFORE: Final = re.compile(
    r"(?<!\w)(?:nrs?|nummers?|no|tel|telefoon(?:nummer)?|fax|dossier|artikel|art|versie|€|eur)[.:]{0,2}\s{0,3}\Z"
)
_DATED_BEFORE: Final = re.compile(rf"(?<!\w)(?:(?:d\.?d\.?|datum:?){GAP}|{WEEKDAY},?{SPACE}\(?)\Z")
_LOOSE_FIGURE_BEFORE: Final = re.compile(r"(?<![\w.,/:)-])(?P<figure>[123])[ \u00a0]\Z")
_FIGURES_BEFORE: Final = re.compile(r"[0-9]\s\Z")

# `12 juni 24`, `12 juni 2024/25`: figures that may be the year
_MAY_BE_YEAR: Final = re.compile(
    rf"[\s./-]{{1,3}}(?:(?:19|20)[0-9]{{2}}(?![0-9])|[12]{SPACE}[0-9]{{3}}(?![0-9])|(?=[^\W_]{{2,3}}[0-9]|[^\W_]?[0-9]{{2,3}})[12l][0-9lo][^\W_]{{2}}(?!\w)|[0-9]{{2}}(?![0-9]|[.:hu][0-9]|{GAP}(?:uur|u|hrs?|hours|h|[ap]\.?m|{MONTH}|(?:[-–/]|t/m){GAP}[0-9]{{1,2}}{GAP}{MONTH})(?![a-z])))"
)
_YEAR_BEHIND: Final = later("The figures behind the month may be its year.")
_SHORT_YEAR: Final = later("The century of the year is not stated.")
STUCK: Final = later("The figures after the year are taken for a footnote's mark.")
_MAY_BE_DAY: Final = later("The figure before the date may be another day, or count something.")
_LOOSE: Final = later("A loose figure before the day may belong to it.")
_WEEK_OF: Final = later("The text names the week of this day, not the day.")


def read_written(text: str, position: int, *, floor: int = 0) -> Written | None:
    """The date whose first figure stands at `position` in a text in lower case.

    What comes before is looked at from `floor` on.
    """
    before = text[max(floor, position - _LOOK_BACK) : position]
    figures = 1 + text[position + 1 : position + 2].isdigit()
    if text[position + figures : position + figures + 1].isdigit():
        forms = _YEAR_FIRST
    else:
        forms = _WITH_MARKS if text[position + figures : position + figures + 1] in _MARKS else _DAY_FIRST
    for pattern, read in forms:
        if read is _after_month and not _follows_word(before):
            continue
        found = pattern.match(text, position)
        if found is None:
            continue
        written = read(found, before)
        if written is not None or read is not _after_month:
            return written and _with_what_comes_before(written, position, before)
    return None


def _follows_word(before: str) -> bool:
    """Whether a month can stand there, which spares most figures a pattern."""
    last = before.rstrip()[-1:]
    return before[-1:].isspace() and (last.isalpha() or last == ".")


def _numeric(found: re.Match[str], before: str) -> Written | None:
    if _NUMBERED_BEFORE.search(before):
        return None
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"] or found["short"])
    is_short = found["short"] is not None
    if not (1 <= day <= 31 and 1 <= month <= 31 and (is_short or 1500 <= year < 2200)):
        return None
    if is_short and (month > 12 or (found["mark"] == "." and not _DATED_BEFORE.search(before))):
        return None  # a section number or an account looks the same
    year = _full_year(year)
    alternatives: tuple[str, ...] = ()
    if is_short:
        alternatives = (_day_text(year - 100, month, day),)
    elif month > 12 >= day:
        alternatives = (_day_text(year, day, month),)
    return Written(
        start=found.start(),
        end=found.end(),
        listed=_single(day, *found.span()),
        month=month,
        year=year,
        doubt=_SHORT_YEAR if is_short else None,
        alternatives=alternatives,
    )


def _before_numeric(found: re.Match[str], before: str) -> Written | None:
    """The first day of a row or range in figures; the next date of the row gives its year."""
    day, month = int(found["day"]), int(found["month"] or found["last_month"])
    is_dashed = found["month"] is None and found["link"] == found["mark"]
    if _COUNTS_BEFORE.search(before) or _NUMBERED_BEFORE.search(before) or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    is_sure = found["month"] or not (found["link"].strip().isalpha() or is_dashed) or int(found["last"]) == day + 1
    end = found.start("link")
    return Written(
        start=found.start(),
        end=end,
        listed=_single(day, found.start(), end),
        month=month,
        doubt=None if is_sure else _MAY_BE_DAY,
    )


def _iso(found: re.Match[str], before: str) -> Written | None:
    if _NUMBERED_BEFORE.search(before):
        return None
    month, day = int(found["month"]), int(found["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if found["mark"] == " " and _FIGURES_BEFORE.search(before):
        return None  # groups of a longer number
    listed = _single(day, *found.span())
    return Written(start=found.start(), end=found.end(), listed=listed, month=month, year=int(found["year"]))


def _with_month(found: re.Match[str], before: str) -> Written | None:
    counts = _COUNTS_BEFORE.search(before) is not None
    listed = read_days(found.string, *found.span("days"), counts=counts)
    if listed is None:
        return None
    year, (end, doubt) = year_of(found), end_with_year(found)
    if found["dashed"]:
        year, doubt = _full_year(int(found["dashed"])), _SHORT_YEAR
    if year is None and found["shift"] is None and _MAY_BE_YEAR.match(found.string, found.end()):
        doubt = _YEAR_BEHIND
    return Written(
        start=listed.days[0].start,
        end=end,
        listed=listed,
        month=month_number(found["month"]),
        year=year,
        toward=toward_of(found),
        year_shift=SHIFTS[found["shift"]] if found["shift"] else None,
        doubt=doubt,
    )


def _after_month(found: re.Match[str], before: str) -> Written | None:
    month = _MONTH_BEFORE.search(before)
    if month is None:
        return None
    if year_of(found) is None and not _is_english(month["month"], before[: month.start()]):
        return None
    listed = read_days(found.string, *found.span("days"), counts=False)
    if listed is None:
        return None
    first = listed.days[0]
    start = first.start - (len(before) - month.start())
    days = (msgspec.structs.replace(first, start=start), *listed.days[1:])
    end, doubt = end_with_year(found)
    return Written(
        start=start,
        end=end,
        listed=msgspec.structs.replace(listed, days=days),
        month=month_number(month["month"]),
        year=year_of(found),
        doubt=doubt,
    )


def _is_english(month: str, before: str) -> bool:
    """`on March 5`; but `may 5` may be a verb, and `september 15` the month with a number of something."""
    return month in _NO_OTHER_WORD or (month not in SHORT_MONTHS and _PREPOSITION_BEFORE.search(before) is not None)


def _day_and_month(found: re.Match[str], before: str) -> Written | None:
    month = int(found["month"])
    if not (1 <= month <= 12 and 1 <= int(found["day"]) <= 31 and _DATED_BEFORE.search(before)):
        return None
    return Written(start=found.start(), end=found.end(), listed=_single(int(found["day"]), *found.span()), month=month)


def year_of(found: re.Match[str]) -> int | None:
    """The year that ITS_YEAR found."""
    year = found["year"] or found["short"]
    return None if year is None else _full_year(int(year))


def stated_year(found: re.Match[str], written: date | None) -> int | None:
    """The year that ITS_YEAR or SHIFTED_YEAR found; the latter needs the date of the text."""
    if year := year_of(found):
        return year
    return written.year + SHIFTS[found["shift"]] if found["shift"] and written else None


def end_with_year(found: re.Match[str]) -> tuple[int, str | None]:
    """Where a date with ITS_YEAR ends, without the mark of a footnote that is stuck to it, and the doubt it leaves."""
    if found["footnote"]:
        return found.end("year"), STUCK
    return found.end(), _SHORT_YEAR if found["short"] else None


def toward_of(found: re.Match[str]) -> int:
    """The direction that TOWARD found: -1, 0 or 1."""
    return -1 if found["past"] else int(found["to_come"] is not None)


def _with_what_comes_before(written: Written, position: int, before: str) -> Written:
    """The same date with the weekday and the direction that stand in front of it."""
    if written.start > position:
        return written
    day = written.listed.days[0]
    before = before[: len(before) - (position - written.start)]
    if loose := _LOOSE_FIGURE_BEFORE.search(before):
        return _doubted(written, day, int(loose["figure"]))
    start, weekday, toward = written.start, None, written.toward
    if found := _WEEKDAY_BEFORE.search(before):
        weekday = weekday_number(found["weekday"])
        start -= len(before) - found.start()
        before = before[: found.start()]
    if found := _DIRECTION_BEFORE.search(before):
        toward = toward_of(found)
        start -= len(before) - found.start()
    days = (msgspec.structs.replace(day, weekday=weekday, start=start), *written.listed.days[1:])
    listed = msgspec.structs.replace(written.listed, days=days)
    doubt = written.doubt or (_WEEK_OF if _WEEK_OF_BEFORE.search(before) else None)
    return msgspec.structs.replace(written, start=start, listed=listed, toward=toward, doubt=doubt)


def _doubted(written: Written, day: Day, figure: int) -> Written:
    """A scan that tears `11 oktober` into `1 1 oktober` leaves two readings."""
    number = figure * 10 + day.number
    if day.number > 9 or number > 31:
        return written
    alternatives = () if written.year is None else (_day_text(written.year, written.month, number),)
    return msgspec.structs.replace(written, doubt=_LOOSE, alternatives=alternatives)


def _single(number: int, start: int, end: int) -> Days:
    return Days(days=(Day(number=number, start=start, end=end),))


def _full_year(year: int) -> int:
    return year + 2000 if year < 100 else year


def _day_text(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


# The forms to try by what stands behind the first figures: more figures, a mark, or something else.
_MARKS: Final = tuple("-/.")
_YEAR_FIRST: Final[tuple[_Form, ...]] = ((_ISO, _iso),)
_ROW: Final[tuple[_Form, ...]] = ((_BEFORE_NUMERIC, _before_numeric),)
_DAY_FIRST: Final[tuple[_Form, ...]] = ((_WITH_MONTH, _with_month), *_ROW, (_AFTER_MONTH, _after_month))
_WITH_MARKS: Final[tuple[_Form, ...]] = (
    (_NUMERIC, _numeric), *_DAY_FIRST, (_DAY_AND_MONTH, _day_and_month),
)  # fmt: skip
