"""Days with a name, and terms that count from something else: a date, a meeting, or a recess of the House.

`Prinsjesdag`, `de laatste werkdag van juni`; `drie weken na 14 juni 2024`, `uiterlijk twee weken voor de vergadering`,
`voor de zomer`, `na het kerstreces van 2024`. A holiday without a year is the next one. The reading of a term is never
certain: the meeting that it counts from depends on the agenda that it is written into, the text does not say whether
the first day counts, and the days of a recess are set each year.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from briefcli.catalog import later, tr
from briefcli.domain.citations.session import opening_day
from briefcli.domain.dates.counted import by
from briefcli.domain.dates.parts import DateMention, Meaning, Partial, doubted, mention_of, read_year, toward_of
from briefcli.domain.dates.settle import FIRST_FIT, years_around
from briefcli.domain.dates.words import ORDINALS, SEASONS, counted, form, in_figures, lowered, weekday_number
from briefcli.domain.dates.written import WEEK_OF
from briefcli.domain.due import Unit, moved, nearest_weekday
from briefcli.domain.when import Grain, When, before, period, provisional, until
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
    """The words before a month at `start` that say which of its days is meant, as a match."""
    return _NTH_DAY.search(lower, max(0, start - 40), start)


def nth_day(lower: str, month: Partial) -> Partial | None:
    """The day that words before a month and its year select (`de tweede dinsdag van juni 2024`); None without them."""
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


_SIDE: Final = "voor|vóór|voorafgaand aan"
_LOOK_BACK: Final = 60

# `binnen drie weken na`, `de dag voor`, `de vrijdag na`, in front of a date
_FROM_DATE: Final = form(
    r"\b(?<!over\x20)(?<!in\x20)(?:(?P<limit>uiterlijk|binnen|(?P<within>within)) )?"
    "(?:(?:(?:de|the)(?: (?:eerste|first))?|(?:eerste|first)|COUNT) UNIT|daags"
    "|(?:(?:de|the|eerste|first) ){0,2}(?P<weekday>WHOLE_WEEKDAY)) "
    rf"(?P<side>{_SIDE}|before|na|after|(?P<from>vanaf|from|(?(within)of|(?!)))) (?:(?:op|de|the) ){{0,2}}\Z"
)
_FROM: Final = later("The day is counted from the date that the text gives.")
_BY: Final = later("By {day} {month} {year} at the latest, counted from the date that the text gives.")


def counted_from(text: str, lower: str, mention: DateMention) -> DateMention:
    """The day that a term before a date means, with the date as other reading. Without a term, the mention itself."""
    day = mention.when.day
    if day is None or mention.when.is_range or "T" in mention.when.text:
        return mention
    before = lower[max(0, mention.start - _LOOK_BACK) : mention.start]
    found = _FROM_DATE.search(before)
    if found is None or (found["from"] and not found["limit"]):  # `twee weken vanaf 14 juni` may be how long it takes
        return mention
    side = 1 if found["from"] or found["side"] in _AFTER else -1
    try:
        if found["weekday"]:
            end = nearest_weekday(day, weekday_number(found["weekday"]), side)
        else:
            count, unit = counted(found["count"] or "1", found["unit"] or "dag")
            end = moved(day, side * count, unit)
        meaning = by(end, _BY) if found["limit"] else Meaning(end.isoformat(), _FROM)
    except (OverflowError, ValueError):  # out of the calendar's years
        return doubted(mention, _FROM)
    meaning = Meaning(meaning.edtf, meaning.reason, (day.isoformat(),))
    return mention_of(text, mention.start - len(before) + found.start(), mention.end, meaning) or mention


_FROM_MEETING: Final = form(
    r"\b(?:uiterlijk|ten minste|tenminste|minstens|minimaal|niet later dan|binnen) "
    "COUNT UNIT "
    rf"(?P<side>{_SIDE}|na) (?:(?:de|het|die|dat|deze|dit|elke|iedere?) )?"
    r"(?:(?P<meeting>\w{0,30}(?:vergadering|bijeenkomst|top|raad)|dmm)|(?P<debate>\w{0,30}debat))\b"
)
_OTHER_DAY: Final = later("It is counted from another day, which the text need not state.")


def scan_terms(text: str) -> Iterator[DateMention]:
    """Every term in the text that counts from a meeting or a debate, in order."""
    for found in _FROM_MEETING.finditer(lowered(text)):
        start, end = found.span()
        count, side = in_figures(found["count"], found["unit"]), "after" if found["side"] == "na" else "before"
        due = f"{count} {side} {'meeting' if found['meeting'] else 'debate'}"
        unknown = When.unknown()
        yield DateMention(text=text[start:end], start=start, end=end, when=unknown, doubt=_OTHER_DAY, due=due)


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
_SEASONS: Final[dict[str, _Break]] = {
    "voorjaar": _EARLY, "lente": _EARLY, "spring": _EARLY, "zomer": _SUMMER, "summer": _SUMMER,
    "najaar": _LATE, "herfst": _LATE, "autumn": _LATE,
}  # fmt: skip
FEASTS: Final[dict[str, _Break]] = {
    **_SEASONS, "kerst": _CHRISTMAS, "kerstmis": _CHRISTMAS, "christmas": _CHRISTMAS,
    "jaarwisseling": ((13, 1), (13, 1), 13),
}  # fmt: skip
_BEFORE: Final = ("voor", "vóór", "before", "tot", "until")
_AFTER: Final = ("na", "after")
_AROUND: Final = ("rond", "omstreeks", "around")
_ITS_YEAR: Final = "(?:ITS_YEAR| SHIFTED_YEAR)?"
_BREAK: Final = form(rf"(?:reces(?:s(?=\W|\Z)|(?!\w))|(?P<holiday>(?:vakantie|break)(?!\w))){_ITS_YEAR}")
_FEAST: Final = form(rf"(?P<feast>{'|'.join(FEASTS)})(?!\w|[\s-](?:reces|vakantie|break)){_ITS_YEAR}")
# `ruim voor` names no limit.
_WORDS_BEFORE: Final = form(
    rf"\b(?<!ruim\x20)(?P<side>{'|'.join((*_BEFORE, *_AFTER, *_AROUND))}|in|tijdens|gedurende|during)(?:(?<=tot) aan)? "
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
        year, is_before = read_year(found, written)[0], before["side"] in _BEFORE and not before["end"]
        if written is None and (year is None or named is None):
            continue
        breaks = (named,) if named else _IN_ORDER
        coming, chosen = _next(breaks, written or date.min, is_begin=is_before)
        edtf = _term(before, chosen, coming if year is None else year)
        yield before.start(), found.end(), Meaning(edtf, NO_DAY if named else _WHICH)


def _is_term(found: re.Match[str], before: re.Match[str]) -> bool:
    """Whether the words are a term.

    `voor het reces`, `na de zomer` and `rond kerst` are; `in reces`, `in de zomer` and `na de vakantie` are not.
    """
    if found.re is _FEAST:
        is_named = before["article"] or found["feast"] not in _SEASONS or found["year"]
        return before["side"] in (*_BEFORE, *_AFTER, *_AROUND) and not before["name"] and bool(is_named)
    return before["article"] is not None and not (found["holiday"] and not before["name"])


def _next(breaks: Sequence[_Break], written: date, *, is_begin: bool) -> tuple[int, _Break]:
    """The year and the first of these breaks that may not have begun yet (with `is_begin`) or not have ended yet."""
    since = (max(written, date.min + _LATER) - _LATER).isoformat()
    coming = [(year, each) for year in range(written.year - 1, written.year + 2) for each in breaks]
    begins = ((pair, pair[1][0] if is_begin else pair[1][1]) for pair in coming)
    return next((pair for pair, day in begins if _text(pair[0], *day) >= since), coming[-1])


def _term(words: re.Match[str], of: _Break, year: int) -> str:
    begin, end, last = of
    if words["side"] in _BEFORE:
        return f"../{_text(year, *(end if words['end'] else begin))}"
    if words["side"] in _AFTER:
        return f"{_text(year, *end)}/.."
    is_month_before = words["side"] in _AROUND and begin[1] == 1  # `rond de jaarwisseling` begins in December
    return "/".join(dict.fromkeys(_text(year, month) for month in (begin[0] - is_month_before, last)))


def _text(year: int, month: int, *day: int) -> str:
    """A month, or a day of it, in the notation; months count on after December."""
    return "-".join((f"{year + (month > 12):04}", *(f"{part:02}" for part in ((month - 1) % 12 + 1, *day))))


# The part of a period that a date names, although it is read as the whole period: “eind 2031” is 2031
_ITS_END: Final = form(r"(?:het\s)?einde?\b")
_ITS_MIDDLE: Final = form(r"(?:medio|half|midden|halverwege)\b")


def before_date(mention: DateMention) -> When | None:
    """The meaning of `vóór` before a date; None if the first day of the date is not known.

    Before the end of a period means before the next period. Before its middle, or before a season, is never certain.
    """
    first, last, words = mention.when.first, mention.when.last, mention.text.lower()
    if mention.when.grain is Grain.BEFORE:  # `voor de zomer` includes the word
        return provisional(mention.when)
    if first is None or last is None:
        return None
    if _ITS_END.match(words):
        return until(last, confirmed=mention.certain)
    if _ITS_MIDDLE.match(words):
        return before(first + (last - first) / 2, confirmed=False)
    season = next((season for name, season in _SEASONS.items() if name in words), None)
    if season and mention.when.grain is Grain.YEAR:
        return before(date(first.year, *season[0]), confirmed=False)
    return before(first, confirmed=mention.certain)


# The last month of the part of a year with that name: `medio 2031`, `in het voorjaar van 2031`. The first name that is
# found in the words counts, so seasons come first: `begin volgend najaar`
_LAST_MONTHS: Final = {
    **{season: begin + 3 for season, begin in SEASONS.items()}, "begin": 3, "early": 3, "medio": 8, "half": 8, "mid": 8,
}  # fmt: skip


def term_of(mention: DateMention) -> When:
    """The date as a term. Two kinds are changed, and then not confirmed; any other date is returned as it is.

    If the text names the week of a day, the result is that week. If the date is a part of a year (`medio 2031`), the
    result is before the end of that part.
    """
    when, words = mention.when, mention.text.lower()
    if mention.doubt == WEEK_OF and when.first:
        return period(when.first, when.first, Grain.WEEK, confirmed=False)
    month = next((last for word, last in _LAST_MONTHS.items() if word in words), None)
    is_year = when.grain is Grain.YEAR and len(when.text) <= len("2031?")
    if month is None or when.first is None or not is_year:
        return when
    return before(date(when.first.year + month // 12, month % 12 + 1, 1), confirmed=False)
