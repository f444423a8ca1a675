"""By when a commitment must be met, as its own words say: “voor de zomer”, “binnen twee weken”, “uiterlijk 1 juni”.

A term that the words give roughly gets a question mark; one that lies before the promise itself is none.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from briefcli.domain.when import Grain, When, before, parse_when, provisional

if TYPE_CHECKING:  # most rows have no term
    from briefcli.domain.dates.mention import DateMention

_WITHIN: Final = re.compile("binnen", re.IGNORECASE)
_SEASONS: Final = (  # what is meant, and the day before which it must be met
    (re.compile(r"\bv(?:óó|oo)r (?:de |het )?zomer(?:reces|vakantie)?\b"), (7, 1)),
    (re.compile(r"\bv(?:óó|oo)r (?:de )?kerst(?:reces|vakantie)?\b|\bv(?:óó|oo)r het kerstreces\b"), (12, 25)),
    (re.compile(r"\bv(?:óó|oo)r (?:het )?(?:herfstreces|najaar)\b"), (10, 15)),
    (re.compile(r"\bv(?:óó|oo)r (?:het )?(?:meireces|voorjaar)\b"), (4, 25)),
)
_THIS_YEAR: Final = re.compile(
    r"\b(?:v(?:óó|oo)r (?:het )?einde? van (?:het|dit) jaar|(?:nog )?dit (?:kalender)?jaar|eind dit jaar)\b"
)
_NEXT_YEAR: Final = re.compile(r"\b(?:begin |in )?(?:volgend|komend) jaar\b")
_BOUND: Final = re.compile(
    r"\b(?P<word>v(?:óó|oo)r|uiterlijk(?: op| in)?|in|op|eind|begin|medio|per|rond)\s(?:de |het )?\Z"
)


def term_in(words: str, made: date | None) -> When | None:
    """The term in the words of a promise that was made on this day; None where they name none."""
    if made is None or not words:
        return None
    from briefcli.domain.dates.reader import scan_dates

    dates = scan_dates(words, made)
    within = next((each for each in dates if each.when.grain is Grain.BEFORE and _WITHIN.match(each.text)), None)
    if within is not None:
        return provisional(within.when) if "maand" in within.text else within.when
    return _season(" ".join(words.casefold().split()), made) or _dated(words, dates, made)


def _season(words: str, made: date) -> When | None:
    for pattern, (month, day) in _SEASONS:
        if pattern.search(words):
            end = date(made.year, month, day)
            return before(end if end > made else date(made.year + 1, month, day), confirmed=False)
    if _THIS_YEAR.search(words):
        return before(date(made.year + 1, 1, 1))
    return parse_when(str(made.year + 1)) if _NEXT_YEAR.search(words) else None


def _dated(words: str, dates: "Iterable[DateMention]", made: date) -> When | None:
    """The first of the dates in the words with a word before it that makes it a term."""
    for found in dates:
        bound = _BOUND.search(words[max(0, found.start - 30) : found.start].casefold())
        when = _ahead(found.when, made, has_year=found.certain) if bound else None
        if when is None or bound is None:
            continue
        if bound["word"] in {"voor", "vóór"} and when.first:
            return before(when.first, confirmed=found.certain)
        return when if found.certain else provisional(when)
    return None


def _ahead(when: When, made: date, *, has_year: bool) -> When | None:
    """The same date, a year later where the words give no year and it would lie before the promise."""
    if when.last is None or when.last > made:
        return when if when.grain not in {Grain.YEARLESS, Grain.UNKNOWN} else None
    if has_year:
        return None
    try:
        moved = parse_when(when.text.replace(str(when.last.year), str(when.last.year + 1)))
    except ValueError:
        return None
    return moved if moved.last and moved.last > made else None
