"""Days and times of the year with a name: `Prinsjesdag`, `de laatste werkdag van juni`, `voor de zomer`.

A holiday without a year is the next one. Terms with a recess or a season are never certain: they name no day, and the
days of a recess are set each year.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from briefcli.catalog import later, tr
from briefcli.domain.citations.session import opening_day
from briefcli.domain.dates.parts import Meaning, Partial, read_year, toward_of
from briefcli.domain.dates.settle import FIRST_FIT, misfit, years_around
from briefcli.domain.dates.words import DAYS_IN_WORDS, counted, regex, weekday_number
from briefcli.domain.due import moved
from briefcli.domain.when import until
from briefcli.domain.workdays import Calendar, day_off, national_day

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
_NAMES: Final = "|".join(sorted(NAMED_STARTS, key=len, reverse=True))
_AS_WRITTEN: Final = _NAMES.replace("eerste ", "(?:eerste|1e) ").replace("tweede ", "(?:tweede|2e) ")
NAMED_DAY: Final = regex(rf"(?P<name>{_AS_WRITTEN})(?!\w)(?:ITS_YEAR| SHIFTED_YEAR|TOWARD)")


def named_day(found: re.Match[str], written: date | None) -> Meaning | None:
    name = " ".join(found["name"].split()).replace("1e ", "eerste ").replace("2e ", "tweede ")
    year, _, doubt = read_year(found, written)
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


# `de tweede dinsdag van juni 2024`, `de laatste werkdag van juni`, `op twaalf juni`, `de vijftiende juni 2024`
_NTH: Final = {**DAYS_IN_WORDS, **{f"{day}e": day for day in range(1, 6)}, "laatste": 0, "last": 0}  # 0: the last
MAY_HAVE_DAY: Final = later("What is before the month may be its day.")
_NTH_DAY: Final = regex(
    rf"\b(?:(?P<nth>{'|'.join(_NTH)}) (?:(?P<weekday>WEEKDAY)|(?P<work>werk|working )?da[gy])"
    r"|(?:(?P<of>WEEKDAY),? (?:(?:de|the) )?)?(?P<number>0?[1-9]|[12][0-9]|3[01])(?:e|ste|de|st|nd|rd|th))"
    r" (?:van|in|of) \Z"
    rf"|(?<=\b(?:op|de|on)\s)(?P<word>{'|'.join(DAYS_IN_WORDS)}) \Z"
)


def nth_before(lower: str, start: int) -> re.Match[str] | None:
    """The words before a month at `start` that say which of its days is meant, as a match."""
    return _NTH_DAY.search(lower, max(0, start - 40), start)


def nth_day(lower: str, month: Partial) -> Partial | None:
    """The day that words before a month and its year select (`de tweede dinsdag van juni 2024`); None without them."""
    start, end, meaning = month
    months = [each for each in (meaning.edtf, *meaning.alternatives) if re.fullmatch("[0-9X]{4}-[0-9]{2}", each)]
    found = nth_before(lower, start)
    if found is None or meaning.edtf not in months:
        return None
    number = int(found["number"] or _NTH[found["word"] or found["nth"]])
    try:
        first, *others = (_days_of(each, found)[number - 1] for each in months)
    except IndexError:  # a day that the month does not have
        return start, end, Meaning(meaning.edtf, meaning.reason or MAY_HAVE_DAY)
    stated = weekday_number(found["of"]) if found["of"] and first[0] != "X" else None
    reason = meaning.reason or (misfit(date.fromisoformat(first), stated) if stated is not None else None)
    return found.start(), end, Meaning(first, reason, tuple(others))


def _days_of(month: str, found: re.Match[str]) -> list[str]:
    """The days of a month, or only those with a weekday or its working days; none of these if its year is not known."""
    first = date.fromisoformat(f"{month.replace('XXXX', '2000')}-01")
    days = [first.replace(day=each + 1) for each in range(monthrange(first.year, first.month)[1])]
    if found["work"]:
        days = [each for each in days if day_off(each, Calendar()) is None]
    if found["weekday"]:
        days = [each for each in days if each.weekday() == weekday_number(found["weekday"])]
    is_known = month[0] != "X" or not found["nth"]
    return [f"{month}-{each.day:02}" for each in days if is_known]


# Month and day of the earliest start and of the earliest end of each break, and the month of its latest end. Months
# count on after December: 13 is January. Source of the recesses: those of the House from 2021 on. The seasons are those
# that ministries count with.
_Break = tuple[tuple[int, int], tuple[int, int], int]
_SUMMER: Final = ((7, 1), (8, 29), 9)
_WINTER: Final = ((12, 16), (13, 7), 13)
_SPRING: Final = ((2, 9), (2, 21), 3)
_AUTUMN: Final = ((10, 8), (10, 18), 11)
_MAY: Final = ((4, 17), (5, 4), 5)
_RECESSES: Final[dict[str, _Break]] = {
    "voorjaars": _SPRING, "mei": _MAY, "zomer": _SUMMER, "herfst": _AUTUMN, "kerst": _WINTER, "krokus": _SPRING,
    "spring": _SPRING, "may": _MAY, "summer": _SUMMER, "autumn": _AUTUMN, "christmas": _WINTER,
}  # fmt: skip
_IN_ORDER: Final = (_SPRING, _MAY, _SUMMER, _AUTUMN, _WINTER)
_LATER: Final = timedelta(days=14)  # how much later a break can begin or end
_EARLY, _LATE, _CHRISTMAS = ((4, 1), (6, 1), 6), ((10, 15), (12, 1), 12), ((12, 25), (12, 26), 12)
SEASON_DAYS: Final[dict[str, _Break]] = {
    "voorjaar": _EARLY, "lente": _EARLY, "spring": _EARLY, "zomer": _SUMMER, "summer": _SUMMER,
    "najaar": _LATE, "herfst": _LATE, "autumn": _LATE,
}  # fmt: skip
FEASTS: Final[dict[str, _Break]] = {
    **SEASON_DAYS, "kerst": _CHRISTMAS, "kerstmis": _CHRISTMAS, "christmas": _CHRISTMAS,
    "jaarwisseling": ((13, 1), (13, 1), 13),
}  # fmt: skip
_LOOK_BACK: Final = 60
_ITS_YEAR: Final = "(?:ITS_YEAR| SHIFTED_YEAR)?"
_BREAK: Final = regex(rf"(?:reces(?:s(?=\W|\Z)|(?!\w))|(?P<holiday>(?:vakantie|break)(?!\w))){_ITS_YEAR}")
_FEAST: Final = regex(rf"(?P<feast>{'|'.join(FEASTS)})(?!\w|[\s-](?:reces|vakantie|break)){_ITS_YEAR}")
# `ruim voor` names no limit, and `de laatste twee weken voor` no day to count from.
_WORDS_BEFORE: Final = regex(
    r"\b(?:(?<!laatste\x20)(?<!eerste\x20)(?<!afgelopen\x20)(?<!over\x20)(?:(?P<limit>uiterlijk|binnen|within) )?"
    r"COUNT UNIT (?=(?:AHEAD|AFTER)\x20))?(?<!ruim\x20)\b"
    r"(?:(?P<before>AHEAD|tot(?: aan)?|until)|(?P<after>AFTER)|(?P<around>rond|omstreeks|around)"
    r"|(?P<by>uiterlijk(?: met)?|by)|in|tijdens|gedurende|during) "  # with `by`, that day counts too
    r"(?:(?P<end>(?:het\s|the\s)?(?:einde?|end)\s(?:van|of)\s)|(?:de\s|het\s)?(?:aanvang|begin|start)\s(?:van\s)?)?"
    rf"(?P<article>(?:het|de|the) )?(?:(?P<name>{'|'.join(_RECESSES)})[\x20-]?)?\Z"
)
NO_DAY: Final = later("The words name no day; this is about when it begins or ends.")
_WHICH: Final = later("The text does not say which recess is meant; it may be the next one.")


def read_breaks(lower: str, words: Sequence[int], written: date | None) -> Iterator[Partial]:
    """Every term that names a recess, a season or a feast; without a year, the first one that is not over yet.

    `words` are the places of words that may name a season or a feast.
    """
    for found in (*_BREAK.finditer(lower), *filter(None, (_FEAST.match(lower, place) for place in words))):
        before = _WORDS_BEFORE.search(lower, max(0, found.start() - _LOOK_BACK), found.start())
        if before is None or not _is_term(found, before):
            continue
        named = FEASTS[found["feast"]] if found.re is _FEAST else _RECESSES.get(before["name"])
        year, is_before = read_year(found, written)[0], (before["before"] or before["by"]) and not before["end"]
        if written is None and (year is None or named is None):
            continue
        breaks = (named,) if named else _IN_ORDER
        coming, chosen = _next(breaks, written or date.min, is_begin=bool(is_before))
        with suppress(OverflowError, ValueError):  # outside the years of the calendar
            edtf = _term(before, chosen, coming if year is None else year)
            yield before.start(), found.end(), Meaning(edtf, NO_DAY if named else _WHICH)


def _is_term(found: re.Match[str], before: re.Match[str]) -> bool:
    """Whether the words are a term.

    `voor het reces`, `na de zomer` and `rond kerst` are; `in reces`, `in de zomer` and `na de vakantie` are not.
    """
    if found.re is _FEAST:
        is_season = found["feast"] in SEASON_DAYS
        if before["by"]:  # `uiterlijk in de zomer` is until the last month of the season (due_by.py)
            return not is_season and not before["name"]
        is_named = before["article"] or not is_season or found["year"]
        is_beside = before["before"] or before["after"] or before["around"]
        return bool(is_beside and is_named) and not before["name"]
    return before["article"] is not None and not (found["holiday"] and not before["name"])


def _next(breaks: Sequence[_Break], written: date, *, is_begin: bool) -> tuple[int, _Break]:
    """The year and the first of these breaks that may not have begun yet (with `is_begin`) or not have ended yet."""
    since = (max(written, date.min + _LATER) - _LATER).isoformat()
    coming = [(year, each) for year in range(written.year - 1, written.year + 2) for each in breaks]
    begins = ((pair, pair[1][0] if is_begin else pair[1][1]) for pair in coming)
    return next((pair for pair, day in begins if _text(pair[0], *day) >= since), coming[-1])


def _term(words: re.Match[str], of: _Break, year: int) -> str:
    (begin, end, last), side = of, 1 if words["after"] else -1
    if not (words["before"] or words["by"] or words["after"]):
        is_month_before = words["around"] and begin[1] == 1  # `rond de jaarwisseling` begins in December
        return "/".join(dict.fromkeys(_text(year, month) for month in (begin[0] - bool(is_month_before), last)))
    day = date.fromisoformat(_text(year, *(begin if side < 0 and not words["end"] else end)))
    if words["count"]:  # `twee weken voor het reces`
        count, unit = counted(words["count"], words["unit"])
        day = moved(day, side * count, unit)
    if words["before"]:
        return f"../{day}"
    return until(day).text if words["limit"] or words["by"] else f"{day}/.."


def _text(year: int, month: int, *day: int) -> str:
    """A month, or a day of it, in the notation; months count on after December."""
    return "-".join((f"{year + (month > 12):04}", *(f"{part:02}" for part in ((month - 1) % 12 + 1, *day))))
