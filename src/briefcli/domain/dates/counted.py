"""Dates that count from that of the text (`morgen`, `binnen drie weken`) or from another date (`de dag na 14 juni`).

If people differ on what the words mean, the other meaning is given too, or at least a remark.
"""

import re
from datetime import date, timedelta
from typing import Final

from briefcli.catalog import later, tr
from briefcli.domain.dates.parts import DateMention, DateRule, Link, Meaning, doubted, link_of, mention_of, toward_of
from briefcli.domain.dates.settle import CHOICE
from briefcli.domain.dates.words import (
    COUNTS,
    MONTHS,
    SEASONS,
    WHOLE_WEEKDAYS,
    counted,
    full_month,
    regex,
    weekday_number,
)
from briefcli.domain.due import Unit, moved, nearest_weekday
from briefcli.domain.when import Grain, period, until
from briefcli.patterns import beginnings

_DAYS: Final = {
    "eergisteren": -2,
    "gisteren": -1, "gisterochtend": -1, "gistermorgen": -1, "gistermiddag": -1, "gisteravond": -1,
    "vandaag": 0, "vanochtend": 0, "vanmorgen": 0, "vanmiddag": 0, "vanavond": 0,
    "morgen": 1, "morgenochtend": 1, "morgenmiddag": 1, "morgenavond": 1,
    "overmorgen": 2,
    "today": 0, "tomorrow": 1, "day after tomorrow": 2, "yesterday": -1, "day before yesterday": -2,
}  # fmt: skip
# Words that count in calendar weeks, months and years: `dit kwartaal`, `vorige maand`
_ENGLISH: Final = {"this": 0, "next": 1, "last": -1}
_SIDES: Final = {"deze": 0, "dit": 0, "volgende": 1, "volgend": 1, "vorige": -1, "vorig": -1, **_ENGLISH}
# Words that may do so too, or mean the days right before or after the text's date: `komende week`
_LOOSE: Final = {
    "eerstvolgende": 1, "aanstaande": 1, "aanstaand": 1, "a.s.": 1, "as.": 1, "aankomende": 1, "komende": 1,
    "komend": 1, "coming": 1, "afgelopen": -1, "jongstleden": -1, "jl.": -1, "j.l.": -1,
}  # fmt: skip
COUNTED_STARTS: Final = (*_DAYS, *_LOOSE, *_SIDES, *WHOLE_WEEKDAYS, "binnen", "within", "eind", "end", "weekend")
_COUNT_BEGINS: Final = beginnings((*COUNTS, "anderhal"))
# `over`, `in` or a count starts a date only if it goes on like this.
COUNT_STARTS: Final = (
    rf"over(?=\s(?:[0-9]|{_COUNT_BEGINS}))"
    r"|in(?=\s(?:[0-9]{1,3}|[a-z]{3,6})\s(?:days|weeks|months|years))"
    rf"|(?:[0-9]{{1,3}}|{_COUNT_BEGINS}\w{{0,9}})(?=\s(?:half\s)?\w{{3,10}}\s(?:geleden|ago)\b)"
)

# `vandaag de dag` and the like name no day.
_DAY: Final = regex(
    rf"(?P<day>{'|'.join(_DAYS)})\b(?: over COUNT UNIT\b)?(?!['’]s\b"
    r"| (?:de dag|of morgen|op morgen|(?:and|or) tomorrow|is er (?:weer|nog) een dag)\b)"
)
# `goedemorgen`, `de morgen`, `elke morgen`, `de wereld van morgen`: the part of a day, or no day at all
_NO_DAY_BEFORE: Final = regex(
    r"\b(?:(?:de|des|die|elke|iedere|goeden?|een|in de|of|day after(?! tomorrow)|day before(?! yesterday)) "
    r"(?=(?:morgen|today|tomorrow|yesterday)\b)"
    r"|(?:van|voor|vandaag o[fp]) (?=morgen(?! [0-9]{1,2}(?:[.:][0-9]{2}|~[uh])))|dag van (?=vandaag))"
)


def _day(found: re.Match[str], written: date) -> Meaning | None:
    if _NO_DAY_BEFORE.search(found.string, found.start() - 24, found.end() + len(" 12.00")):
        return None
    day = written + timedelta(days=_DAYS[found["day"]])
    return _over(found, day) if found["unit"] else Meaning(day.isoformat())


def _over(found: re.Match[str], *days: date) -> Meaning:
    """A count from other days than that of the text, the first most likely: `morgen over een week`."""
    when, *others = (moved(day, *counted(found["count"], found["unit"])).isoformat() for day in days)
    return Meaning(when, ABOUT_OR_AHEAD, (*others, days[0].isoformat()))


_WITHIN: Final = regex(
    r"(?P<word>binnen|within) (?:ABOUT_COUNT UNIT|(?P<hours>24|48|72|96) (?:uur|hours))\b"
    r"(?: (?:na|vanaf) (?:heden|vandaag|nu)\b"
    r"|(?! (?:na|nadat|van|sinds|voor|op|vanaf|of|after|before|from)\b))"
)
_OVER: Final = regex(r"(?P<word>over|in) ABOUT_COUNT UNIT\b(?! (?:of|before|after|from|prior)\b)")
_AGO: Final = regex(r"ABOUT_COUNT UNIT (?P<word>geleden|ago)\b")
_TERM: Final = later(
    "By {day} {month} {year} at the latest, counted from the date of the text; it may begin on another day."
)
_IN_ALL: Final = later("The words count from the date of the text, or say how long it takes.")
_ABOUT_THEN: Final = later("The words count back from the date of the text, and may be rounded.")
ABOUT_OR_AHEAD: Final = later('The words count from the date of the text, or "over" means "about".')
_DOUBTS: Final = {"over": ABOUT_OR_AHEAD, "in": _IN_ALL, "geleden": _ABOUT_THEN, "ago": _ABOUT_THEN}


def _by_count(found: re.Match[str], written: date) -> Meaning:
    """The date of `over twee weken`, `in two weeks`: no more exact than the unit.

    With `binnen` it is some day up to and including that day.
    """
    word, hours = found["word"], found.groupdict().get("hours")
    count, unit = (int(hours) // 24, Unit.DAY) if hours else counted(found["count"], found["unit"])
    day = moved(written, -count if found.re is _AGO else count, unit)
    return Meaning(_in_unit(day, found["unit"]), _DOUBTS[word]) if word in _DOUBTS else by(day, _TERM)


def by(day: date, words: str) -> Meaning:
    """Some day up to and including `day`; `words` is the message to say so."""
    return Meaning(until(day).text, tr(words, day=day.day, month=full_month(day.month), year=day.year))


def _in_unit(day: date, unit: str) -> str:
    """The day, or the week, month or year around it, as `unit` says; for half a year or a quarter the month."""
    grains = {Unit.WEEK: Grain.WEEK, Unit.MONTH: Grain.YEAR if unit in ("jaar", "year") else Grain.MONTH}
    grain = grains.get(counted("1", unit)[1])
    return period(day, day, grain).text if grain else day.isoformat()


_WHICH_YEAR: Final = later("The year is not stated; it is taken from the date of the text.")


def _season(written: date, side: int, season: str) -> Meaning:
    """The year of `dit voorjaar`, `komende zomer`: nothing more exact is meant."""
    has_begun = written.month >= SEASONS[season]
    year = written.year + (side > 0 and has_begun) - (side < 0 and not has_begun)
    return Meaning(f"{year:04}", _WHICH_YEAR if side else None)


# `in het najaar`
_IN_SEASON: Final = regex(r"(?:(?<=\bin\sde\s)|(?<=\bin\s(?:het|the)\s))(?P<season>SEASON)(?!\w| (?:van )?[('’‘0-9])")


def _in_season(found: re.Match[str], written: date) -> Meaning:
    """The year of the first season that is not over yet; the other reading is the year before."""
    year = written.year + (written.month > SEASONS[found["season"]] + 3)
    return Meaning(f"{year:04}", _WHICH_YEAR, (f"{year - 1:04}",))


# `voor het weekend`: in a text of that weekend, it may be about the next one
_WEEKEND: Final = regex(
    r"(?:(?<=\b(?:na|in)\s(?:het|the)\s)|(?<=\b(?:voor|vóór|over)\s(?:het|the)\s)|(?<=\bafter\s(?:het|the)\s)"
    r"|(?<=\bbefore\s(?:het|the)\s))(?P<unit>weekend)(?!\w)(?! (?:van|of)\b)"
)

# `maandag of dinsdag`, `maandag t/m woensdag`
_MORE_DAYS: Final = r"(?P<more>(?:(?<=dag|day|end|gen|ond)LINK(?:WHOLE_WEEKDAY)(?!\w)){0,6})"
_PERIODS: Final = ("weekend", "week", "maand", "month", "kwartaal", "quarter", "jaar", "year")
_SIDE: Final = regex(
    # `begin volgend jaar`, `next Thursday`, but not `the last week`, `last week of June` or `this week's`
    r"(?:(?:PART) (?:(?:van|of) )?)?(?P<side>(?P<english>(?<!\bthe\s)(?<!\bat\s)(?<!\bvery\s)"
    rf"(?:{'|'.join(_ENGLISH)}))|{'|'.join(re.escape(each) for each in (*_LOOSE, *_SIDES) if each not in _ENGLISH)}) "
    rf"(?P<unit>{'|'.join(_PERIODS)}|WHOLE_WEEKDAY|(?:SEASON|WHOLE_MONTH)(?! (?:van )?[('’‘0-9]))"
    rf"OF_DAY{_MORE_DAYS}"
    r"(?:(?:(?<=jaar)|(?<=year)) (?:in )?(?P<month>WHOLE_MONTH)(?! [0-9]{4}(?!-)))?\b(?(english)(?!['’]s| of))"
)
_WEEKDAY_FIRST: Final = regex(
    rf"(?P<weekday>WHOLE_WEEKDAY)OF_DAY{_MORE_DAYS}"
    r"(?: (?:de|den|the) (?P<day>[0-9]{1,2})(?:st|nd|rd|th|de|ste|e)\b(?! (?:van|kamer|termijn|ronde)\b)"
    r"| over COUNT (?P<unit>week|weken|dagen)\b|TOWARD)"
)
_MORE: Final = regex("(?P<link>LINK)(?P<weekday>WEEKDAY)")
_WEEK_OR_DAYS: Final = later("The words can mean the calendar week, month or year, or the days beside the text's date.")
_THIS_OR_NEXT: Final = later("The words can mean the first such day or the one in the calendar week after or before.")


def _side(found: re.Match[str], written: date) -> Meaning | None:
    word, unit = found["side"], found["unit"]
    side, is_loose = {**_LOOSE, **_SIDES}[word], word in _LOOSE
    if word.endswith("l."):  # it may end the sentence before, too: `in de ministerraad jl. Donderdag volgt`
        days = unit in WHOLE_WEEKDAYS and [_on_side(written, each, found).edtf for each in (side, -side)]
        return Meaning(days[0], _THIS_OR_NEXT, (days[1],)) if days else None
    if found["month"]:
        return Meaning(f"{written.year + side:04}-{MONTHS[found['month']]:02}")
    if unit in SEASONS:
        return _season(written, side, unit)
    if unit in MONTHS:
        return _month(written, side, MONTHS[unit], is_twofold=not is_loose) if side else None
    if unit in _PERIODS:
        if unit == "weekend" and side:  # on a weekday `komend weekend` is that of the same week
            is_own = is_loose and side > 0 and weekday_number("za") > written.weekday()
            return Meaning(_period(written, unit, 0 if is_own else side), _WEEK_OR_DAYS)
        return Meaning(_period(written, unit, side), _WEEK_OR_DAYS if is_loose else None)
    if side:
        return _on_side(written, side, found, is_twofold=not is_loose)
    meaning = in_week(written - timedelta(days=written.weekday()), found)
    day = date.fromisoformat(meaning.edtf[:10])
    if day >= written:
        return meaning
    return Meaning(meaning.edtf, _THIS_OR_NEXT, ((day + timedelta(days=7)).isoformat(),))  # `deze maandag` on a Friday


def _period(written: date, unit: str, side: int) -> str:
    """The week, weekend, month, quarter or year of the text's date, or the previous (-1) or next (1) one by `side`."""
    if unit == "weekend":
        sunday = written + timedelta(days=6 - written.weekday() + 7 * side)
        return f"{sunday - timedelta(days=1)}/{sunday}"
    count, of = counted("1", unit)
    day = moved(written, side * count, of)
    if unit not in ("kwartaal", "quarter"):
        return _in_unit(day, unit)
    last = day.month + (-day.month) % 3
    return f"{day.year:04}-{last - 2:02}/{day.year:04}-{last:02}"


# `het eind van het jaar`, `the end of the week`
_END_OF: Final = regex(
    r"(?:einde?|end) (?:(?:(?:van|of) )?(?:de|het|the)|v\.?d\.?|v/d) "
    rf"(?P<unit>{'|'.join(_PERIODS)})\b(?! (?:van\b|of\b|[0-9]|WHOLE_MONTH))"
)


def _in_period(found: re.Match[str], written: date) -> Meaning:
    return Meaning(_period(written, found["unit"], 0), _WEEK_OR_DAYS)


def _month(written: date, side: int, month: int, *, is_twofold: bool) -> Meaning:
    """The first such month on that side, this month included. `volgende` and `vorige` (`is_twofold`) may skip it.

    So may other words in the other half of this month (`komende mei` on 20 May).
    """
    is_twofold = is_twofold or (month == written.month and (written.day - 15) * side > 0)
    year = written.year + (0 if (month - written.month) * side >= 0 else side)
    edtf, beyond = f"{year:04}-{month:02}", f"{year + side:04}-{month:02}"
    return Meaning(edtf, _WHICH_YEAR, (beyond,)) if is_twofold else Meaning(edtf)


# `uiterlijk vrijdag`, `op vrijdag om 12.00 uur`; but not `op vrijdag de 13e`, `op maandag en dinsdag`
_ON_BEFORE: Final = regex(
    r"(?:\A|\s|\()(?<!week\s)(?:op|uiterlijk|AHEAD|tot|(?<!dag\s|day\s)t/m|vanaf|deadline:?|on|by|until"
    r"|from) \Z"
)
_NOT_ALONE: Final = regex(
    r"\w|,? \(?(?:(?:de|the) )?[0-9]{1,2}(?![0-9]|[.:hu][0-9]|~(?:uur|u|h)\b)"
    r"|~(?:THROUGH|,|en|of|and|or|/)~(?:WHOLE_WEEKDAY)| (?:(?:van|in|of)\b|\(?(?:week|wk\.?) [0-9])"
)
_MORE_THAN_ONE: Final = later("The text names more than one day.")
_NO_MONTH: Final = later("The month is not stated; this is the first in which the weekday fits the day.")
_NO_DATE: Final = later("Only the weekday is stated; this is the first one after the date of the text.")


def _weekday_first(found: re.Match[str], written: date) -> Meaning | None:
    lower, number = found.string, weekday_number(found["weekday"])
    if found["day"]:  # `vrijdag de 14e`, in this month or the next
        days = (written + timedelta(days=ahead) for ahead in range(60))
        fitting = next((each for each in days if (each.day, each.weekday()) == (int(found["day"]), number)), None)
        return Meaning(fitting.isoformat(), _NO_MONTH) if fitting else None
    if toward := toward_of(found):
        return _on_side(written, toward, found)
    if found["unit"]:
        own = written + timedelta(days=number - written.weekday())  # `maandag over twee weken`, written on a Friday
        return _over(found, *dict.fromkeys((nearest_weekday(written, number, 1), own)))
    before = _ON_BEFORE.search(lower, found.start() - 14, found.start())
    if before and found["more"] and {*_row(found)[1]} == {Link.OR}:
        return _on_side(written, 1, found)
    if before is None or found["more"] or _NOT_ALONE.match(lower, found.end()):
        return None
    other = written if written.weekday() == number else nearest_weekday(written, number, -1)
    return Meaning(nearest_weekday(written, number, 1).isoformat(), _NO_DATE, (other.isoformat(),))


def _row(found: re.Match[str]) -> tuple[list[int], list[Link]]:
    """The weekdays in a row, and the links between them."""
    more = list(_MORE.finditer(found["more"]))
    names = [found.groupdict().get("weekday") or found["unit"], *(each["weekday"] for each in more)]
    return [weekday_number(name) for name in names], [link_of(each["link"]) for each in more]


def in_week(monday: date, found: re.Match[str]) -> Meaning:
    """The weekdays of a row in the week of that Monday."""
    weekdays, links = _row(found)
    return _together([monday + timedelta(days=each) for each in weekdays], links)


def _on_side(written: date, side: int, found: re.Match[str], *, is_twofold: bool = False) -> Meaning:
    """The first such days strictly on that side. `volgende` and `vorige` (`is_twofold`) may skip them."""
    weekdays, links = _row(found)
    days = [written]
    for weekday in weekdays[::side]:
        days.append(nearest_weekday(days[-1], weekday, side))
    meaning = _together(days[1:][::side], links)
    if not is_twofold or links:
        return meaning
    return Meaning(meaning.edtf, _THIS_OR_NEXT, ((days[1] + timedelta(days=7 * side)).isoformat(),))


def _together(days: list[date], links: list[Link]) -> Meaning:
    """One range if `t/m` links the days or they are consecutive, else the first day with the others as alternatives."""
    first, *others = (day.isoformat() for day in days)
    is_row = links.count(Link.AND) == (days[-1] - days[0]).days == len(links)
    if days[0] < days[-1] and (links == [Link.THROUGH] or is_row):
        return Meaning(f"{first}/{others[-1]}")
    return Meaning(first, (CHOICE if Link.OR in links else _MORE_THAN_ONE) if links else None, tuple(others))


COUNTED_RULES: Final[tuple[DateRule, ...]] = (
    (_DAY, _day), (_WITHIN, _by_count), (_IN_SEASON, _in_season), (_OVER, _by_count), (_AGO, _by_count),
    (_END_OF, _in_period), (_WEEKEND, _in_period), (_SIDE, _side), (_WEEKDAY_FIRST, _weekday_first),
)  # fmt: skip

# `binnen drie weken na`, `de dag voor`, `de vrijdag na`, in front of a date. Whether the first day counts is not said.
_FROM_DATE: Final = regex(
    r"\b(?<!over\x20)(?<!in\x20)(?:(?P<limit>uiterlijk|binnen|(?P<within>within)) )?"
    "(?:(?:(?:de|the)(?: (?:eerste|first))?|(?:eerste|first)|COUNT) UNIT|daags"
    "|(?:(?:de|the|eerste|first) ){0,2}(?P<weekday>WHOLE_WEEKDAY)) "
    r"(?:AHEAD|(?P<after>AFTER)|(?P<from>vanaf|from|(?(within)of|(?!))))"
    r" (?:(?:op|de|the) ){0,2}\Z"
)
_FROM: Final = later("The day is counted from the date that the text gives.")
_BY: Final = later("By {day} {month} {year} at the latest, counted from the date that the text gives.")


def counted_from(text: str, lower: str, mention: DateMention) -> DateMention:
    """The day that a term before a date means, with the date as other reading. Without a term, the mention itself."""
    day, before = mention.when.day, lower[max(0, mention.start - 60) : mention.start]
    found = _FROM_DATE.search(before)
    if found is None or (found["from"] and not found["limit"]):  # `twee weken vanaf 14 juni` may be how long it takes
        return mention
    if day is None or mention.when.is_range or "T" in mention.when.text:
        return doubted(mention, _FROM)
    side = 1 if found["from"] or found["after"] else -1
    try:
        count, unit = counted(found["count"] or "1", found["unit"] or "dag")
        weekday = weekday_number(found["weekday"]) if found["weekday"] else None
        end = moved(day, side * count, unit) if weekday is None else nearest_weekday(day, weekday, side)
        meaning = by(end, _BY) if found["limit"] else Meaning(end.isoformat(), _FROM)
    except (OverflowError, ValueError):  # out of the calendar's years
        return doubted(mention, _FROM)
    meaning = Meaning(meaning.edtf, meaning.reason, (day.isoformat(),))
    return mention_of(text, mention.start - len(before) + found.start(), mention.end, meaning) or mention
