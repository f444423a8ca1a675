"""By when something is due, as the words around a date say: `uiterlijk 1 juni`, `vóór eind 2031`, `in het najaar`.

A term is a date in the notation of `when`, which is not confirmed if the words are rough.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from briefcli.catalog import later
from briefcli.domain.dates.named import SEASON_DAYS
from briefcli.domain.dates.parts import DateMention
from briefcli.domain.dates.words import (
    AHEAD,
    EARLY,
    LATE,
    MIDDLE,
    SEASONS,
    counted,
    in_figures,
    lowered,
    regex,
    spelled,
)
from briefcli.domain.dates.written import WEEK_OF
from briefcli.domain.due import moved
from briefcli.domain.when import AT_LATEST, Grain, When, before, period, provisional, until

# Words before a day by which something is due
DUE: Final = re.compile(
    rf"(?i)\b(?:(?P<before>{AHEAD})|(?:{AT_LATEST})(?:\s(?:op|on|gereed|klaar|in|per|met))?):?\s+"
    r"(?:(?:het|de|the)\s)?(?:week\s(?:van|of)\s)?(?:\w+dag\s)?$"
)
_NOT_DUE: Final = re.compile(r"(?i)(?:tot|until)\b")  # `tot het reces`
# `niet naar de Kamer voor` denies a day; `niet tevreden en vraagt voor` and conditions do not
_DENIED: Final = re.compile(
    r"(?i)\b(?:niet|nooit|geen\sgeval|not|never)\s(?!alleen\b|slechts\b)(?:(?!(?:en|maar|of|want|dus|and|but)\b)\w+\s){0,4}$"
)
# What comes right after is in a condition, which another date may follow: `als het kabinet niet voor 1 juni besluit, `
CONDITION: Final = re.compile(
    r"(?i)\b(?:(?<!net\s)als(?=\s(?:de|het|een|er|geen|uw?|wij|we|ik|dit|dat|die|deze)\b)|wanneer"
    r"|indien(?!\s(?:mogelijk|nodig|akkoord|gewenst)\b)|mocht(?:en)?|tenzij|if(?!\s(?:possible|needed))|unless)\b[^,;:]{0,120}$"
)


def denies(words: str) -> bool:
    """Whether words deny what comes right after them: `niet voor 1 december`. A condition (`als … niet`) does not."""
    return _DENIED.search(words) is not None and not CONDITION.search(words)


def due_by(words: str, mention: DateMention) -> When | None:
    """The term that the words before a date make of it: some day before it after `vóór`, else the date itself.

    None if the words do not say that something is due then.
    """
    if mention.when.grain is Grain.BEFORE and not _NOT_DUE.match(mention.text):  # `voor de zomer` includes the word
        return None if denies(words) else provisional(mention.when)
    found = DUE.search(words)
    if found is None or mention.when.first is None or denies(words[: found.start()]):
        return None
    is_before = found["before"] and mention.when.from_time is None  # `voor 4 december 12.00 uur` is by that hour
    term = before_date(mention) if is_before else term_of(mention)
    is_rough = CONDITION.search(words) or "eerder" in found[0].lower()  # `eerder dan 1 juli lukt niet`
    return provisional(term) if term and is_rough else term


_BEFORE: Final = r"(?i)\b" + spelled("(?:COUNT UNIT )?(?:AHEAD) ")
_OF_DAY: Final = r"\s(?:van|op|in)\s$"
# `voor het debat van`, `twee weken voor het debat van` before a date
_BEFORE_EVENT: Final = re.compile(
    rf"{_BEFORE}(?:de|het|uw|ons|the)\s(?:\w+\s)?[\w-]*"
    r"(?:debat|overleg|behandeling|raad|vergadering|top|briefing|bijeenkomst|stemming(?:en)?|verkiezingen|conferentie|\b(?:AO|CD|WGO))"
    rf"(?:\s[\w-]+){{0,4}}{_OF_DAY}"
)
# In a promise, what has a day is an event too, as `voor de Eurogroep van`; `een plan voor de opvang in` need not be one
_BEFORE_ANY: Final = re.compile(
    rf"{_BEFORE}(?:(?:de|het)\s)?[\w-]+(?:\s[\w-]+){{0,2}}(?(count){_OF_DAY}|\s(?:van|op)\s$)"
)


def before_event(words: str, mention: DateMention, *, promised: bool = False) -> tuple[str, When] | None:
    """The words before a date that name an event before which something is due, and the term, which is a guess.

    `promised` if the words are those of a promise.
    """
    found = _BEFORE_EVENT.search(words) or (_BEFORE_ANY.search(words) if promised else None)
    first, term = mention.when.first, before_date(mention)
    if found is None or first is None or term is None or denies(words[: found.start()]):
        return None
    if found["count"]:
        count, unit = counted(found["count"].lower(), found["unit"].lower())
        term = until(moved(first, -count, unit))
    return found[0], provisional(term)


# The part of a period that a date names, although it is read as the whole period: “eind 2031” is 2031
_ITS_END: Final = re.compile(rf"(?i)(?:het\s)?(?:{'|'.join(LATE)})\b")
_ITS_MIDDLE: Final = re.compile(rf"(?i)(?:{'|'.join(MIDDLE)})\b")


def before_date(mention: DateMention) -> When | None:
    """The meaning of `vóór` before a date; None if the first day of the date is not known.

    Before the end of a period means before the next period. Before its middle, or before a season, is never certain.
    """
    first, last = mention.when.first, mention.when.last
    if first is None or last is None:
        return None
    if _ITS_END.match(mention.text):
        return until(last, confirmed=mention.certain)
    if _ITS_MIDDLE.match(mention.text):
        return before(first + (last - first) / 2, confirmed=False)
    season = next((each for name, each in SEASON_DAYS.items() if name in mention.text.lower()), None)
    if season and mention.when.grain is Grain.YEAR:
        return before(date(first.year, *season[0]), confirmed=False)
    return before(first, confirmed=mention.certain)


# The last month of the part of a year with that name: `medio 2031`, `in het voorjaar van 2031`. The first name that is
# found in the words counts, so seasons come first: `begin volgend najaar`
_LAST_MONTHS: Final = {
    **{season: begin + 3 for season, begin in SEASONS.items()}, **dict.fromkeys(EARLY, 3), **dict.fromkeys(MIDDLE, 8),
}  # fmt: skip


def term_of(mention: DateMention) -> When:
    """The date as a term. Two kinds are changed, and then not confirmed; any other date is returned as it is.

    If the text names the week of a day, the result is that week. If the date is a part of a year (`medio 2031`), the
    result is before the end of that part.
    """
    when, text = mention.when, mention.text.lower()
    if mention.doubt == WEEK_OF and when.first:
        return period(when.first, when.first, Grain.WEEK, confirmed=False)
    month = next((last for word, last in _LAST_MONTHS.items() if word in text), None)
    is_year = when.grain is Grain.YEAR and len(when.text) <= len("2031?")
    if month is None or when.first is None or not is_year:
        return when
    return before(date(when.first.year + month // 12, month % 12 + 1, 1), confirmed=False)


# `uiterlijk twee weken voor de vergadering`
_FROM_MEETING: Final = regex(
    r"\b(?:uiterlijk|ten minste|tenminste|minstens|minimaal|niet later dan|binnen) "
    "COUNT UNIT "
    r"(?:AHEAD|(?P<after>AFTER)) (?:(?:de|het|die|dat|deze|dit|elke|iedere?) )?"
    r"(?:(?P<meeting>\w{0,30}(?:vergadering|bijeenkomst|top|raad)|dmm|rbz|raz)|(?P<debate>\w{0,30}debat|ao|cd|wgo))\b(?!-)"
)
_OTHER_DAY: Final = later("It is counted from another day, which the text need not state.")


def scan_terms(text: str) -> Iterator[DateMention]:
    """Every term in the text that counts from a meeting or a debate, in order."""
    for found in _FROM_MEETING.finditer(lowered(text)):
        start, end = found.span()
        count, side = in_figures(found["count"], found["unit"]), "after" if found["after"] else "before"
        due = f"{count} {side} {'meeting' if found['meeting'] else 'debate'}"
        unknown = When.unknown()
        yield DateMention(text=text[start:end], start=start, end=end, when=unknown, doubt=_OTHER_DAY, due=due)
