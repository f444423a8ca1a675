"""Dates in figures: `09-03-2023`, `2023-03-09`, `9 t/m 11-03-2023`, `d.d. 9/3`. The day comes first, as in Dutch."""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.dates.days import WEEKDAY_FIRST, Day, Days, Written
from briefcli.domain.dates.words import GAP, NO_WORD_AFTER, SPACE, THROUGH, WEEKDAY

_WEEKDAY_FIRST: Final = WEEKDAY_FIRST.replace("?P<weekday>", "?:")
# A day and a month without a year are a date only where the text says so: "AO d.d. 07/12", "donderdag 13/6".
DAY_AND_MONTH: Final = re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})(?![0-9]|[-/.][0-9])")
NUMERIC: Final = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?:(?P<year>[0-9]{4})|['’‘]?(?P<short>[0-9]{2}))"
    r"(?!\w|[-/.][0-9](?![0-9]?[-/.][0-9]{1,2}[-/.][0-9]{4}))"
)
# "28 t/m 30-06-2024", "28-06 t/m 30-06-2024": the days before one in figures, which has their year.
BEFORE_NUMERIC: Final = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:[-/.](?P<month>[0-9]{{1,2}})\.?)?(?P<link>{GAP}(?:{THROUGH}|/|&|en{NO_WORD_AFTER}|and{NO_WORD_AFTER}){GAP})"
    rf"(?={_WEEKDAY_FIRST}(?P<last>[0-9]{{1,2}})(?P<mark>[-/.])(?P<last_month>[0-9]{{1,2}})(?P=mark)[0-9]{{4}}(?!\w|[-/.][0-9]))"
)
ISO: Final = re.compile(
    r"(?P<year>(?:1[5-9]|20|21)[0-9]{2})(?P<mark>[-/. ])(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})"
    r"(?!(?:[-.]| (?![0-9]{1,2}[:.hu][0-9]{2}(?![0-9])))?[0-9]|[^\Wt_]|/(?![0-9]{4}-))"
)

# After such a word a number counts something else: `artikel 5, 6 en 7 juni`, `Pagina 1 van 3\n\nmei 2023`.
COUNTS_BEFORE: Final = re.compile(
    r"(?:(?<!\w)(?:artikel(?:en)?|sections?|articles?|paragraphs?|items?|pages?|artt?\.?|nrs?\.?|nummers?|no\.|pp?\.|blz\.?|pagina(?:\s{1,3}[0-9]{1,4}\s{1,3}van)?"
    r"|leden|lid|punt|vraag|vragen|bijlagen?|tabel|figuur|noot|paragraaf|hoofdstuk)|§)\s{0,3}\Z"
)
_NUMBERED_BEFORE: Final = re.compile(
    r"(?<!\w)(?:nrs?|nummers?|no|tel|telefoon(?:nummer)?|fax|dossier|artikel|art|versie|€|eur)[.:]{0,2}\s{0,3}\Z"
)
_DATED_BEFORE: Final = re.compile(rf"(?<!\w)(?:(?:d\.?d\.?|datum:?|deadline:?){GAP}|{WEEKDAY},?{SPACE}\(?)\Z")
_FIGURES_BEFORE: Final = re.compile(r"[0-9]\s\Z")
SHORT_YEAR: Final = later("The century of the year is not stated.")
_MAY_BE_DAY: Final = later("The figure before the date may be another day, or count something.")


def read_numeric(found: re.Match[str], before: str) -> Written | None:
    if _NUMBERED_BEFORE.search(before):
        return None
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"] or found["short"])
    is_short = found["short"] is not None
    if not (1 <= day <= 31 and 1 <= month <= 31 and (is_short or 1500 <= year < 2200)):
        return None
    if is_short and (month > 12 or (found["mark"] == "." and not _DATED_BEFORE.search(before))):
        return None  # a section number or an account looks the same
    year = full_year(year)
    alternatives: tuple[str, ...] = ()
    if is_short:
        alternatives = (day_text(year - 100, month, day),)
    elif month > 12 >= day:
        alternatives = (day_text(year, day, month),)
    return Written(
        start=found.start(),
        end=found.end(),
        listed=_single(day, *found.span()),
        month=month,
        year=year,
        doubt=SHORT_YEAR if is_short else None,
        alternatives=alternatives,
    )


def read_before_numeric(found: re.Match[str], before: str) -> Written | None:
    """The first day of a row or range in figures; the next date of the row gives its year."""
    day, month = int(found["day"]), int(found["month"] or found["last_month"])
    is_dashed = found["month"] is None and found["link"] == found["mark"]
    if COUNTS_BEFORE.search(before) or _NUMBERED_BEFORE.search(before) or not (1 <= day <= 31 and 1 <= month <= 12):
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


def read_iso(found: re.Match[str], before: str) -> Written | None:
    if _NUMBERED_BEFORE.search(before):
        return None
    month, day = int(found["month"]), int(found["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if found["mark"] == " " and _FIGURES_BEFORE.search(before):
        return None  # groups of a longer number
    listed = _single(day, *found.span())
    return Written(start=found.start(), end=found.end(), listed=listed, month=month, year=int(found["year"]))


def read_day_and_month(found: re.Match[str], before: str) -> Written | None:
    month = int(found["month"])
    if not (1 <= month <= 12 and 1 <= int(found["day"]) <= 31 and _DATED_BEFORE.search(before)):
        return None
    return Written(start=found.start(), end=found.end(), listed=_single(int(found["day"]), *found.span()), month=month)


def _single(number: int, start: int, end: int) -> Days:
    return Days(days=(Day(number=number, start=start, end=end),))


def full_year(year: int) -> int:
    return year + 2000 if year < 100 else year


def day_text(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"
