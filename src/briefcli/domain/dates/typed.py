"""A date as a person types it: `15-06-2023`, `15 juni 2023`, `June 15, 2023`, `morgen`, `next week Tuesday`.

The forms of the file are read first, then the reader of running text is asked for the whole text. Where words can mean
two dates, neither is chosen: the error names both.
"""

import re
from datetime import date
from typing import Final

from briefcli.catalog import tr
from briefcli.domain.dates.mention import DateMention
from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.dates.relative import moved
from briefcli.domain.dates.words import COUNTS, WHOLE_WEEKDAYS
from briefcli.domain.due import Due, parse_due
from briefcli.domain.when import UNKNOWN, When, WhenError, parse_when, when_of

# English words that the reader of texts does not take for a date
_ENGLISH: Final = {
    "the day after tomorrow": "overmorgen", "the end of": "eind", "end of": "eind", "the beginning of": "begin",
    "early": "begin", "mid": "medio", "coming": "komende", "to": "t/m", "until": "t/m", "at": "om",
}  # fmt: skip
_WORD: Final = re.compile(rf"\b(?:{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b")
_TIME: Final = re.compile(r"(?<=[0-9]) ([0-9]{1,2})[:.]([0-9]{2})(?: ?uur)?$")
_IN: Final = re.compile(rf"(?:in|over) (?P<count>[0-9]{{1,3}}|a|{'|'.join(COUNTS)}) (?P<unit>da|we|maand|month)[a-z]*")
_BOUND: Final = re.compile(r"(?:before|voor|vóór) (?P<before>.+)|(?:after|na) (?P<after>.+)")
_AT_LATEST: Final = re.compile(  # a due date is the last day in any case
    r"(?i)\A(?:uiterlijk|niet later dan|op zijn laatst|ten laatste|t/m|tot en met|no later than|at the latest|by)"
    r"(?: op| on)? | (?:uiterlijk|op zijn laatst|at the latest)\Z"
)
_COUNTED: Final = r"\b(?:before|after|on|v[oó][oó]r|na|op)\b"
_NOT_KNOWN: Final = frozenset({UNKNOWN, "onbekend", "nog onbekend", "?", "-"})


def read_typed(text: str, today: date, *, ahead: bool = True) -> When:
    """The date that was typed on `today`; a year that is left out is the next one, or with `ahead` false the last.

    Raises WhenError, with the two readings where there are two.
    """
    try:
        return parse_when(text)
    except WhenError as refused:
        plain = _WORD.sub(lambda word: _ENGLISH[word[0]], " ".join(text.casefold().split()))
        plain = _TIME.sub(r" om \1.\2 uur", plain)
        if plain in _NOT_KNOWN:
            return When.unknown()
        if bound := _BOUND.fullmatch(plain):
            day = _read(bound["before"] or bound["after"], today, refused, ahead=ahead).text
            return parse_when(f"../{day}" if bound["before"] else f"{day}/..")
        return _read(plain, today, refused, ahead=ahead)


def read_typed_due(text: str, today: date) -> Due:
    """A due date: counted as in the file, or a date as a person types it. Raises WhenError."""
    text = _AT_LATEST.sub("", " ".join(text.split()))
    try:
        when = read_typed(text, today)  # first, as “vóór 1 juli” would count from something called “1 juli”
    except WhenError:
        if not re.search(_COUNTED, text.casefold()):
            raise
        return parse_due(text)
    return Due(text=when.text, when=when)


def _read(plain: str, today: date, refused: WhenError, *, ahead: bool) -> When:
    if plain in WHOLE_WEEKDAYS:
        plain = f"komende {plain}" if ahead else f"afgelopen {plain}"
    if found := _IN.fullmatch(plain):
        count = COUNTS.get(found["count"]) or (1 if found["count"] == "a" else int(found["count"]))
        return when_of(moved(today, count, found["unit"]))
    mentions = scan_dates(plain, today)
    if len(mentions) != 1 or (mentions[0].start, mentions[0].end) != (0, len(plain)):
        raise WhenError(str(refused), _how())
    return _decided(mentions[0], today, ahead=ahead)


def _decided(found: DateMention, today: date, *, ahead: bool) -> When:
    """The reading, where there is one; of several that differ in the year alone the nearest on the side meant."""
    if found.certain:
        return found.when
    if not found.alternatives:
        raise WhenError(tr("“{text}” is not a date: {reason}", text=found.text, reason=found.reason or ""), _how())
    readings = [found.when, *map(parse_when, found.alternatives)]
    if len({each.text[4:] for each in readings}) == 1:
        days = ((each, each.last if ahead else each.first) for each in readings)
        on_side = (each for each, day in days if day and (day == today or (day > today) == ahead))
        return next(on_side, found.when)
    message = tr("“{text}” can mean two dates", text=found.text)
    raise WhenError(message, tr("write {one} or {other}", one=readings[0].text, other=readings[1].text))


def _how() -> str:
    return tr("write it as 15-06-2023, 15 juni 2023, morgen, volgende week dinsdag, 2023-06, 2023-W24 or unknown")
