"""Dates that are written in figures: `09-03-2023`, `2023-03-09`, `28 t/m 30-06-2024`, `op 14/3`.

The day comes before the month, as in Dutch. A day and a month without a year are a date only if the text says so.
"""

import re
from datetime import date
from typing import Any, Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates import parts
from briefcli.domain.dates.clock import ENDS, times_behind
from briefcli.domain.dates.settle import other_day
from briefcli.domain.dates.words import regex
from briefcli.domain.when import SHORT_YEAR

# After such a word on its line, a number counts something else: `artikel 5, 6 en 7 juni`, `Pagina 1 van 3\n\nmei 2023`.
_LABELLED: Final = "nrs?|nummers?|art|artikel|paragraaf|tabel|figuur"
_COUNTED: Final = (
    rf"{_LABELLED}|nrs?\.|no\.|artt?\.|artt|artikelen|leden|lid|hoofdstuk|(?:voet)?noot|bijlagen?|punt|pp?\.|blz\.?"
    r"|pagina(?:['’]?s|\s{1,3}[0-9]{1,4}\s{1,3}van)?|sections?|articles?|paragraphs?|items?|pages?"
)
COUNTS_BEFORE: Final = regex(rf"(?:(?<!\w)(?:{_COUNTED}|vraag|vragen)|§)[^\S\n]{{0,3}}\Z")
NUMERIC: Final = regex(
    r"(?P<day>[0-9]{1,2})(?P<mark>[-/.]|\x20[-/–]\x20|[.-]\x20|\x20-)(?P<month>[0-9]{1,2})"
    r"(?:(?P=mark)|(?P<other>-\x20?|\x20-))(?:(?P<year>[0-9]{4})|['’‘]?(?P<short>[0-9]{2}))"
    r"(?!(?!t[0-9]{2}:)\w|[-/.][0-9](?![0-9]?[-/.][0-9]{1,2}[-/.][0-9]{4}))"
)
_MORE_DAYS: Final = regex("LINK(?P<next>[0-9]{1,2}) MONTH")
_MONTH_BEHIND: Final = regex(r"[\x20\u00a0]MONTH")
# "28 t/m 30-06-2024", "28-06 t/m 30-06-2024": the days before a date in figures, which has their year.
_BEFORE_NUMERIC: Final = regex(
    r"(?P<day>[0-9]{1,2})(?:[-/.](?P<month>[0-9]{1,2})\.?|(?P<dot>\.)(?=DASH)|(?P<item>\.)(?= DASH))?"
    r"(?P<link>~(?:THROUGH|[/&,]|en\b|and\b)~)"
    r"(?=(?:UNNAMED_WEEKDAY[0-9]{1,2}(?:[-/.][0-9]{1,2})?~(?:[&,]|en\b|and\b)~){0,4}UNNAMED_WEEKDAY(?P<last>[0-9]{1,2})(?P<mark>(?(dot)\.|[-/.]))"
    r"(?P<last_month>[0-9]{1,2})(?P=mark)[0-9]{4}(?!\w|[-/.][0-9]))"
)
_ISO: Final = regex(
    r"(?P<year>(?:1[5-9]|20|21)[0-9]{2})(?P<mark>[-/._\x20]|)(?P<month>[0-9]{2}|(?<=[-/])[0-9])(?P=mark)"
    r"(?P<day>[0-9]{2}|(?<=[-/])[0-9])"
    r"(?:(?:~(?:UP_TO)~|/)(?P<last>[0-9]{2})(?![\w:/.-]*[0-9]| (?:uur|MONTH)))?"
    r"(?![-.]?[0-9]|[^\Wt_]|/(?![0-9]{4}-))"
)
_AS_DATE: Final = later("The digits are read as a date; they may be another number.")
# `d.d. 120326`, `12 03 2026`
_ONLY_DIGITS: Final = regex(
    r"(?P<day>[0-9]{2})(?P<gap>\x20|)(?P<month>[0-9]{2})(?P=gap)(?P<year>(?:19|20)?[0-9]{2})(?![\w/-]|[.,:][0-9])"
)
# "AO d.d. 07/12", "op 14 en 15/3"
_DAY_AND_MONTH: Final = regex(
    r"(?P<days>(?:[0-9]{1,2}(?:~(?:THROUGH|en|and|&|of|or)~)(?:UNNAMED_WEEKDAY)){0,2}?(?P<day>[0-9]{1,2}))"
    r"(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])"
    r"(?![0-9]|[-/.][0-9]|~[-/]?~MONTH|~(?:uur|u|werkdagen|dagen|weken|maanden|jaar)\b)(?: (?P<year>YEAR)\b|TOWARD)"
)
_NUMBERED: Final = rf"{_LABELLED}|no|tel|telefoon(?:nummer)?|fax|kvk|bsn|rsin|btw|dossier|versie|€|eur"
NUMBERED_BEFORE: Final = regex(rf"(?<!\w)(?:{_NUMBERED})[.:]{{0,2}}~\Z")
_FIRST_OF_ROW: Final = r"(?:WEEKDAY )?(?:[0-9]{1,2}[-/.][0-9]{1,2}LINK){0,4}\Z"  # `op 14/3 en 15/3`
# Before figures that are a date only if the text says so: `de stand is 15/6`, `kenmerk 2024-2-1`, `Hoofdstraat 12-3`
_OTHER_BEFORE: Final = regex(
    rf"(?<!\w)(?:{_NUMBERED}|{_COUNTED}|zaal|fte|set|deel|groep|klasse|toestel|mc|kenmerk"
    "|ref(?:erentie)?|release|build|iso"
    r"|(?:stand|score|uitslag|ratio|\w*verhouding)(?: (?:is|was|werd|wordt|bleef|van|met))?"
    rf"|\w*(?:nummers?|codes?|schaal|straat|laan|kade|gracht))[.:]{{0,2}} {_FIRST_OF_ROW}"
)
_DATED_BEFORE: Final = regex(
    rf"(?<!\w)(?:(?:d\.?d\.?|dat(?:um|a)(?: is|:)?|deadline(?:(?: \w{{2,15}}){{0,2}}:| is)?)~{_FIRST_OF_ROW}"
    r"|WEEKDAY,? \(?\Z)"
)
_ON_BEFORE: Final = regex(
    rf"(?<!\w)(?:(?:op|per|on) {_FIRST_OF_ROW}|(?:van|vanaf|tussen|from) (?:1[3-9]|2[0-9]|3[01])/[01]?[0-9]LINK\Z)"
)
_SIDE_BEFORE: Final = regex(rf"(?<!\w)(?:van|tot|vanaf|by|until|from|UP_TO|AHEAD|AFTER) {_FIRST_OF_ROW}")
_UP_TO: Final = regex("UP_TO")
# `MR 21/3, TK 28/3` in a planning; not the end of a row (`14 en 15/3`). A score may come after a verb
_NOTED_BEFORE: Final = regex(r"(?<![0-9]\x20)\b(?:(?P<verb>is|was|werd|wordt|bleef|met)|[a-z]{2,20}) \Z")
# `14-2 en 15-2`, `29-6 t/m 3-7`
_PAIR: Final = "(?P<first>[0-9]{1,2})[-/](?:1[0-2]|0?[1-9])"
_TO_PAIR: Final = "~(?:UP_TO|tot|en|and|&|of|or|,)~(?:WEEKDAY )?"
_PAIR_BEHIND: Final = regex(rf"{_TO_PAIR}{_PAIR}(?![-/]?[0-9])")
_PAIR_BEFORE: Final = regex(rf"(?<![\w.,:/-]){_PAIR}{_TO_PAIR}\Z")
# `22/01: College meeting` at the start of a line, as in a calendar
_LINE_BEFORE: Final = regex(rf"(?:\A|\n)[\x20\t]{{0,8}}(?:[-•*–]~)?{_FIRST_OF_ROW}")
_COLON_BEHIND: Final = regex(r"(?<=/[01][0-9])(?:LINK[0-9]{1,2}/[0-9]{2})?~:(?![0-9])")
_BRACKET_BEFORE: Final = regex(r"[^\W\d_] \(\Z")  # `De Vries (5/3) is akkoord`
_PLACE_OR_TIME_BEHIND: Final = regex(r" (?:na|om|in|te|bij)\b")  # `debat 26/3 na de stemmingen`
_PART_BEHIND: Final = regex(r"e\b| (?:van|of|deel)\b")
PERHAPS: Final = later("The numbers may be a date or a fraction.")
_LATEST_BEFORE: Final = regex(rf"(?<!\w)(?:uiterlijk(?: op)?|niet later dan|v(?:ó[oó]|oó)r) {_FIRST_OF_ROW}")
_LOOSE: Final = later("The spaces in the date are uneven.")
_FIGURES_BEHIND: Final = regex(r"\x20(?![0-9]{1,2}[:.hu][0-9]{2}(?![0-9]))[0-9]")


def _numeric(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    day, month, year = int(found["day"]), int(found["month"]), parts.full_year(int(found["year"] or found["short"]))
    if found["other"] or found["mark"] in (" -", "- "):  # `3 - 2- 2023`
        is_day = "-" in found["mark"] and found["year"]
        return in_figures(found, before, month, year=year, doubt=_LOOSE) if is_day else None
    if not found["short"]:
        others = other_day(year, day, month) if month > 12 else ()
        return in_figures(found, before, month, year=year, alternatives=others) if 1500 <= year < 2200 else None
    is_dated = found["mark"] in "-/" or _DATED_BEFORE.search(before)
    if found["mark"] == "/" and day < month < int(found["short"]) and _MONTH_BEHIND.match(found.string, found.end()):
        return None  # `2/9/16 april`: three days
    if month > 12 or not (is_dated or times_behind(found.string, found.end(), len(found.string))):
        return None  # the number of a section or an account looks the same
    others = other_day(year - 100, month, day)
    return in_figures(found, before, month, year=year, doubt=SHORT_YEAR, alternatives=others)


def _before_numeric(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    """The first day of a row or range in figures; the next date of the row gives its year."""
    month, link = int(found["month"] or found["last_month"]), found["link"]
    if month > 12 or COUNTS_BEFORE.search(before):
        return None
    may_count = found["month"] is None and (link.strip().isalpha() or link in (found["mark"], ", "))
    is_next, is_item = int(found["last"]) == int(found["day"]) + 1, found["item"] and found["mark"] != "."
    doubt = parts.MAY_BE_OTHER_DAY if is_item or (may_count and not is_next) else None
    return in_figures(found, before, month, end=found.start("link"), doubt=doubt)


def _iso(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    month = int(found["month"])
    is_group = (before[-2:-1].isdigit() and before[-1].isspace()) or _FIGURES_BEHIND.match(found.string, found.end())
    if month > 12 or (found["mark"] == " " and is_group):  # part of a longer number
        return None
    is_glued = found["mark"] == ""  # `20260310 nota`, but not `/20221004/` in an address
    is_bare = is_glued or len(found["month"] + found["day"]) < 4
    is_part = is_glued and (found["year"] < "1900" or (before and before[-1] not in " \n\t("))
    if is_part or (is_bare and _OTHER_BEFORE.search(before)):  # `release 2024-2-1`
        return None
    doubt = _AS_DATE if is_glued and not _DATED_BEFORE.search(before) else None
    dated = in_figures(found, before, month, year=int(found["year"]), doubt=doubt)
    if dated is None or found["last"] is None:
        return dated
    first, last = int(found["day"]), int(found["last"])  # `2024-06-12/14`, `2024-06-12 t/m 14`
    days = *parts.up_to(dated.days, found.end("day")), parts.Day(last, *found.span("last"), link=parts.Link.THROUGH)
    return msgspec.structs.replace(dated, days=days) if last > first else None


def _only_digits(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    month, figures = int(found["month"]), found["year"]
    year = parts.full_year(int(figures))
    is_group = before[-2:-1].isdigit() or _FIGURES_BEHIND.match(found.string, found.end())
    may_be_spaced = len(figures) == 4 and not is_group and not _OTHER_BEFORE.search(before)
    is_date = may_be_spaced if found["gap"] else _DATED_BEFORE.search(before)
    if not is_date or not 1 <= month <= 12:
        return None
    others = other_day(2000 + int(found["day"]), month, int(figures)) if len(figures) == 2 else ()
    return in_figures(found, before, month, year=year, doubt=_AS_DATE, alternatives=others)


def _day_and_month(found: re.Match[str], before: str, _written: date | None) -> parts.WrittenDate | None:
    month, more = int(found["month"]), _MORE_DAYS.match(found.string, found.end())
    if more and int(found["day"]) < month < int(more["next"]) and not _PAIR_BEFORE.search(before):
        return None  # `3/4 en 15 april`: three days
    is_said = found["mark"] != "." and (_LATEST_BEFORE.search(before) or parts.toward_of(found))
    is_dated = is_said or _DATED_BEFORE.search(before)
    may_be = is_dated or _may_be_day(found, before)
    last = in_figures(found, before, month, doubt=None if is_dated else PERHAPS) if may_be else None
    if last is None:
        return None
    days = parts.up_to(parts.read_days(found.string, *found.span("days")), found.end())
    year = int(found["year"] or found["late"] or 0) or None
    return msgspec.structs.replace(last, days=days, year=year, toward=parts.toward_of(found))


def _may_be_day(found: re.Match[str], before: str) -> bool:
    """Whether the figures may be a date: `op 14/3`, `voor 12/6`, `22/01: College`; not `op 2/3 van de leden`, `24/7`.

    A share is less than one, and a range of numbers ascends, so after `voor`, or with a dash, the day must be larger
    than the month.
    """
    if found["mark"] == "." or _PART_BEHIND.match(found.string, found.end()) or _OTHER_BEFORE.search(before):
        return False
    is_large = int(found["day"]) > int(found["month"]) and found.group("day", "month") != ("24", "7")
    times = times_behind(found.string, found.end(), len(found.string))
    if _is_in_row(found, before) or (times and not times.doubt):
        return True
    if found["mark"] == "-" and not is_large:
        return False
    if _BRACKET_BEFORE.search(before) and found["mark"] == "/" and found.string.startswith(")", found.end()):
        return is_large and not _OTHER_BEFORE.search(before.removesuffix("("))
    is_entry = _COLON_BEHIND.match(found.string, found.end()) and _LINE_BEFORE.search(before)
    is_whole = ENDS.match(found.string, found.end()) or _PLACE_OR_TIME_BEHIND.match(found.string, found.end())
    noted = _NOTED_BEFORE.search(before) if is_large and is_whole else None
    is_noted = noted and (noted["verb"] is None or (found["mark"] == "/" and int(found["day"]) > 12))
    is_beside = _SIDE_BEFORE.search(before) or _UP_TO.search(found["days"])  # `voor 12/3`, `10 t/m 12/3`
    return bool(is_entry or _ON_BEFORE.search(before) or is_noted or (is_large and is_beside))


def _is_in_row(found: re.Match[str], before: str) -> bool:
    """Whether another day and month is beside these, and one of the two days is too large for a month."""
    behind, ahead = _PAIR_BEHIND.match(found.string, found.end()), _PAIR_BEFORE.search(before)
    return any(beside and max(int(found["day"]), int(beside["first"])) > 12 for beside in (behind, ahead))


def in_figures(found: re.Match[str], before: str, month: int, end: int = 0, **more: Any) -> parts.WrittenDate | None:
    """The date; None if it is another number. A month above 12 is kept (`06/15/2023`), for settle.py to report it."""
    day = int(found["day"])
    if NUMBERED_BEFORE.search(before) or not (1 <= day <= 31 and 1 <= month <= 31):
        return None
    return parts.WrittenDate(days=(parts.Day(day, found.start(), end or found.end()),), month=month, **more)


# In the order in which they are tried
FIGURE_RULES: Final[tuple[parts.WrittenRule, ...]] = (
    (_ISO, _iso), (NUMERIC, _numeric), (_BEFORE_NUMERIC, _before_numeric), (_DAY_AND_MONTH, _day_and_month),
    (_ONLY_DIGITS, _only_digits),
)  # fmt: skip
