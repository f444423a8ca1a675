"""Reads by when a commitment must be met, from its own words: “voor de zomer”, “binnen twee weken”, “uiterlijk 1 juni”.

A rough term gets a question mark. A date before the promise itself is not a term.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from briefcli.domain.dates.words import EARLY, LATE, MIDDLE
from briefcli.domain.when import Grain, When, before, parse_when, provisional

if TYPE_CHECKING:  # imported only when needed: most rows have no term
    from briefcli.domain.dates.parts import DateMention

_LIMIT: Final = re.compile("binnen|uiterlijk", re.IGNORECASE)
_ROUGH: Final = re.compile(r"maand|jaar|kwarta|werk|anderhal|\s(?:tot|à|a|of)\s|[-–]", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!niet )\bv(?:óó|oo)r (?:(?:de )?(?:aanvang|start|begin) van )?(20[0-9]{2})\b(?! *[-–/])")
_THIS_YEAR: Final = re.compile(r"\bdit (?:kalender)?jaar\b")
# Dates whose own first word makes them a term: `begin februari`, `volgende week`
_OWN: Final = re.compile(
    rf"(?:{'|'.join((*EARLY, *MIDDLE, *LATE))}|volgende?|komende?|aanstaande|deze|dit|over|(?:over)?morgen|in de loop"
    r"|rond|eerste|tweede)\b",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\b(?:van|sinds|vanaf|na|dan|v(?:óó|oo)r)\s(?:de |het )?\Z")
# After `tussen` the date is a term. After other words it may be the day of an event that the promise is about
_BY: Final = re.compile(
    r"\b(?:(?P<limit>tussen)|(?P<until>tot)|in|op|eind|begin|medio|per|rond|in de week van)\s(?:de |het )?\Z"
)


def term_in(words: str, made: date | None) -> When | None:
    """The term in the words of a promise that was made on this day. None if they name none."""
    if made is None or not words:
        return None
    from briefcli.domain.dates.due_by import CONDITION
    from briefcli.domain.dates.in_text import scan_dates

    dates = scan_dates(words, made)
    said = [each.text.casefold() for each in dates]
    is_finer = any(_THIS_YEAR.sub("", each) not in {"", each} for each in said)  # `september van dit jaar`
    own = [each for each in dates if not CONDITION.search(_in_front(words, each))]
    terms = (
        _limit(words, each, made) or (not is_finer and _in_year(words, made)) or _by_date(words, each, made)
        for each in (own, dates)
    )
    return next(filter(None, terms), None)


def _limit(words: str, dates: "Sequence[DateMention]", made: date) -> When | None:
    """The first date that is a term by itself (`voor de zomer`), or else the first by the words in front of it."""
    from briefcli.domain.dates.due_by import before_event, denies, due_by
    from briefcli.domain.dates.named import NO_DAY

    limits = [each for each in dates if each.when.grain is Grain.BEFORE and each.when.last and each.when.last >= made]
    if limit := next((each for each in limits if not denies(_in_front(words, each))), None):
        is_exact = limit.doubt != NO_DAY and _LIMIT.match(limit.text) and not _ROUGH.search(limit.text)
        return limit.when if is_exact else provisional(limit.when)
    others = (_ahead(each, made) for each in dates if each.when.grain is not Grain.BEFORE)
    for found in filter(None, others):
        in_front = _in_front(words, found)
        event = before_event(in_front, found, promised=True)
        term = due_by(in_front, found) or (event and event[1])
        if term and term.last and term.last >= made:
            return term if found.certain else provisional(term)
    return None


def _in_year(words: str, made: date) -> When | None:
    words = " ".join(words.casefold().split())
    if _THIS_YEAR.search(words):
        return before(date(made.year + 1, 1, 1))
    found = _YEAR.search(words)
    return before(date(int(found[1]), 1, 1)) if found and int(found[1]) > made.year else None


def _by_date(words: str, dates: "Sequence[DateMention]", made: date) -> When | None:
    """The first date that is a term by its own first word, or by the word in front of it."""
    from briefcli.domain.dates.due_by import before_date, term_of

    for found in dates:
        in_front = _in_front(words, found)
        is_own, by = _OWN.match(found.text) is not None and not _OF.search(in_front), _BY.search(in_front)
        ahead = _ahead(found, made) if is_own or by else None
        term = term_of(ahead) if ahead else None
        if ahead and by and by["until"]:
            return before_date(ahead)
        if ahead and term and (term != ahead.when or term.grain is Grain.YEAR):
            return term if term.last and term.last > made else ahead.when
        if ahead:
            return ahead.when if ahead.certain and not is_own and by and by["limit"] else provisional(ahead.when)
    return None


def _in_front(words: str, found: "DateMention") -> str:
    return words[max(0, found.start - 60) : found.start].casefold()


def _ahead(found: "DateMention", made: date) -> "DateMention | None":
    """The date, a year later if the words give no year and it would be before the promise. None if it still is."""
    when = found.when
    if when.last is None or when.last > made:
        return found if when.grain not in {Grain.YEARLESS, Grain.UNKNOWN} else None
    if found.certain:
        return None
    try:
        moved = parse_when(when.text.replace(str(when.last.year), str(when.last.year + 1)))
    except ValueError:
        return None
    return msgspec.structs.replace(found, when=moved) if moved.last and moved.last > made else None
