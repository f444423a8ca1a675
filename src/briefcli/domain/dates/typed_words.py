"""A date as a person types it in another form than that of a file, read by the reader of running text.

It has to be the whole text. Where the words can mean two dates, neither is chosen: the error names both. A weekday that
does not fit its date is refused.
"""

import re
from datetime import date, timedelta
from typing import Final

from briefcli.catalog import tr
from briefcli.domain.dates.counted import counted, moved
from briefcli.domain.dates.mention import DateMention
from briefcli.domain.dates.parts import SHORT_YEAR
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.dates.relative import first_fit
from briefcli.domain.dates.settle import by_weekday, nearest
from briefcli.domain.dates.words import COUNTS, ENGLISH_ONLY, FULL_MONTHS, WHOLE_WEEKDAYS, weekday_number
from briefcli.domain.when import UNKNOWN, DateRefusedError, Grain, When, WhenError, parse_when, when_of

# English words that the reader of texts does not take for a date
_ENGLISH: Final = {
    "the day after tomorrow": "overmorgen", "the end of": "eind", "end of": "eind", "the beginning of": "begin",
    "early": "begin", "mid": "medio", "coming": "komende", "to": "t/m", "until": "t/m", "at": "om",
}  # fmt: skip
_WORD: Final = re.compile(rf"\b(?:{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b")
_TIME: Final = re.compile(r"(?<=[0-9]) ([0-9]{1,2})[:.]([0-9]{2})(?: ?uur)?$")
_IN: Final = re.compile(rf"(?:in|over) (?P<count>[0-9]{{1,3}}|a|{'|'.join(COUNTS)}) (?P<unit>da|we|maand|month)[a-z]*")
_DAY_AND_MONTH: Final = re.compile(r"\A([0-9]{1,2})[-/.](0?[1-9]|1[0-2])\Z")
_BOUND: Final = re.compile(r"(?:before|voor|vóór) (?P<before>.+)|(?:after|na) (?P<after>.+)")
_NOT_KNOWN: Final = frozenset({UNKNOWN, "onbekend", "nog onbekend", "?", "-"})
_YEARS: Final = 4  # on either side of today, so that one of them has a 29 February
# A year that is left out is asked for where the side that is meant is this far off and the other this near
_FAR: Final = timedelta(days=300)
_NEAR: Final = timedelta(days=60)


def read_words(text: str, today: date, refused: WhenError, *, ahead: bool) -> When:
    """The date that was typed on `today`; `refused` says why it is none in a form of the file.

    Raises WhenError as `read_typed` does.
    """
    plain = _WORD.sub(lambda word: _ENGLISH[word[0]], " ".join(text.casefold().split()))
    plain = _TIME.sub(r" om \1.\2 uur", plain).removeprefix("op ").removeprefix("on ")
    plain = _DAY_AND_MONTH.sub(lambda found: f"{found[1]} {FULL_MONTHS[int(found[2]) - 1]}", plain)
    if plain in _NOT_KNOWN:
        return When.unknown()
    if plain in (*FULL_MONTHS, *ENGLISH_ONLY):
        plain = f"begin {plain}"  # which is as exact as the month
    if (bound := _BOUND.fullmatch(plain)) and _in_words(plain, today, ahead=ahead) is None:
        day = _read(bound["before"] or bound["after"], today, refused, ahead=ahead).text
        return parse_when(f"../{day}" if bound["before"] else f"{day}/..")
    return _read(plain, today, refused, ahead=ahead)


def _read(plain: str, today: date, refused: WhenError, *, ahead: bool) -> When:
    try:
        when = _in_words(plain, today, ahead=ahead)
    except WhenError:
        raise
    except (OverflowError, ValueError):  # beyond the calendar
        when = None
    if when is None:
        raise WhenError(str(refused), _how())
    return when


def _in_words(plain: str, today: date, *, ahead: bool) -> When | None:
    """The date that the whole text is, if it is one. Raises DateRefusedError."""
    if plain in WHOLE_WEEKDAYS:
        if weekday_number(plain) == today.weekday():
            raise _twofold(plain, when_of(today), when_of(today + timedelta(days=7 if ahead else -7)))
        plain = f"komende {plain}" if ahead else f"afgelopen {plain}"
    if ahead_by := _IN.fullmatch(plain):
        count = 1 if ahead_by["count"] == "a" else counted(ahead_by["count"])
        return when_of(moved(today, count, ahead_by["unit"]))
    mentions = scan_dates(plain, today)
    if len(mentions) != 1 or (mentions[0].start, mentions[0].end) != (0, len(plain)):
        return None
    found = mentions[0]
    if found.certain or found.doubt == SHORT_YEAR:
        return found.when
    if _lacks_year(found):
        return _nearest(found, today, ahead=ahead)
    raise _refused(found, *map(parse_when, found.alternatives[:1]))


def _lacks_year(found: DateMention) -> bool:
    return _is_fitting(found) or any(each.when.grain is Grain.YEARLESS for each in scan_dates(found.text))


def _is_fitting(found: DateMention) -> bool:
    """Whether nothing but the year is a guess: the weekday fits."""
    year = found.when.text[:4]
    return year.isdigit() and found.doubt in [text(int(year)) for text in (nearest, by_weekday, first_fit)]


def _nearest(typed: DateMention, today: date, *, ahead: bool) -> When:
    """The date on the side meant, in the nearest year. Raises DateRefusedError where the other side is more likely."""
    years = range(max(1, today.year - _YEARS), min(9999, today.year + _YEARS) + 1)
    around = (date(year, today.month, min(today.day, 28)) for year in years)
    readings = [found for day in around for found in scan_dates(typed.text, day)]
    dated = [(first, last, found) for found in readings if (first := found.when.first) and (last := found.when.last)]
    none = (timedelta.max, typed)  # at the end of the calendar
    later = min(((first - today, each) for first, last, each in dated if last >= today), default=none, key=_distance)
    earlier = min(((today - last, each) for first, last, each in dated if first <= today), default=none, key=_distance)
    (distance, chosen), (aside, other) = (later, earlier) if ahead else (earlier, later)
    if not _is_fitting(chosen):
        raise _refused(chosen, *([other.when] if _is_fitting(other) else []))
    if distance > _FAR and aside < _NEAR and _is_fitting(other):
        raise _twofold(typed.text, other.when, chosen.when)
    return chosen.when


def _distance(found: tuple[timedelta, DateMention]) -> timedelta:
    return found[0]


def _refused(found: DateMention, *others: When) -> DateRefusedError:
    """What is wrong with a date whose year alone is in doubt; else the two dates that it can be."""
    if any(each.text[4:10] != found.when.text[4:10] for each in others):
        return _twofold(found.text, found.when, others[0])
    message = tr("“{text}” is not a date: {reason}", text=found.text, reason=(found.reason or "").rstrip("."))
    if others:
        return DateRefusedError(message, _one_or_other(found.when, others[0]))
    is_known = found.when.grain not in (Grain.UNKNOWN, Grain.YEARLESS)
    return DateRefusedError(message, tr("write {date}", date=found.when.text) if is_known else _how())


def _twofold(text: str, one: When, other: When) -> DateRefusedError:
    return DateRefusedError(tr("“{text}” can mean two dates", text=text), _one_or_other(one, other))


def _one_or_other(one: When, other: When) -> str:
    return tr("write {one} or {other}", one=one.text, other=other.text)


def _how() -> str:
    return tr("write it as 15-06-2023, 15 juni 2023, morgen, volgende week dinsdag, 2023-06, 2023-W24 or unknown")
