"""A date as a person types it: `15-06-2023`, `15 juni 2023`, `June 15, 2023`, `morgen`, `next week Tuesday`.

The notation of the file is tried first. Only other words need the reader of running text, which takes long to load;
they must be one date as a whole. If they can mean two dates, neither is chosen and the error names both. A weekday
that does not fit its date is refused.
"""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.when import (
    AT_LATEST,
    NOT_KNOWN,
    SHORT_YEAR,
    DateRefusedError,
    Grain,
    When,
    WhenError,
    after,
    can_agree,
    parse_when,
    provisional,
    when_of,
)

if TYPE_CHECKING:  # not loaded for a plain date
    from briefcli.domain.dates.parts import DateMention
    from briefcli.domain.due import Due

# Strings that `re` compiles on first use: most commands read no such date
_AROUND: Final = rf"(?i)\A(?:{AT_LATEST})(?: op| on)? | (?:uiterlijk|op zijn laatst|at the latest)\Z"
# `15-6 10.00`, `dinsdag 10u`, `3 dec, 10u30`; not `dinsdag 15.06`, which may be 15 June
_DAY_OR_TIME: Final = r",? [0-3]?[0-9]\.(?:0[1-9]|1[0-2])\Z"
_TIME: Final = (
    r"([0-9]|\b(?:{months})\.?|\b(?:{weekdays})\.?(?!{either})),? (?:(?:om|at) )?([0-9]{{1,2}})(?=[:.]| ?[uh])"
    r"(?:[:.uh]([0-9]{{2}}))?(?: ?(?:uur|[uh]))?\Z"
)
_ITS_TIME: Final = r"(?=,? (?:(?:om|at) )?[0-9]{1,2}(?:[.:][0-9]{2}| ?u(?:ur)?\b)| (?:om|at) [0-9]|\Z)"
_DAY_AND_MONTH: Final = r"(?:\A|(?<=[-–] )|(?<=/m ))([0-9]{1,2})[-/.](0?[1-9]|1[0-2])(?=\Z| (?:om |at )?[0-9]| [-–t])"
# In the grammar of words.py
# With `end` or `start`, the period itself is the bound: `voor eind juni`, `na het begin van juni`
_BOUND: Final = (
    "(?:(?P<before>AHEAD) (?P<end>(?:(?:het|the) )?(?:einde?|end)(?: van| of)? )?"
    "|(?:AFTER) (?P<start>(?:het begin van|the start of) )?)(?:the )?(?P<date>.+)"
)
# As `brief` and people write them
_NOT_CONFIRMED: Final = (
    r"(?P<date>.+?)(?:\?| \((?:not confirmed|niet bevestigd|onder voorbehoud|o\.?v\.?b\.?|tb[acd])\))"
)
_YEARLESS: Final = r"(?P<date>.+), (?:year unknown|jaar onbekend)"
_UNTIL_TIME: Final = r"(?P<days>.+?),? (?:tot|until) (?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?: uur)?"
_HOW: Final = later("write it as 15-06-2023, 15 juni 2023, morgen, volgende week dinsdag, 2023-06, 2023-W24 or unknown")
_FAR_YEARS: Final = 10


def read_typed(text: str, today: date, *, ahead: bool) -> When:
    """The date that was typed on `today`. Without a year it is the next such date, or the last if `ahead` is false.

    Raises WhenError if the text is no date, DateRefusedError if it is an impossible date or has two readings.
    """
    try:
        return parse_when(text)
    except WhenError as refused:
        if when := _read(_in_usual_words(text), today, ahead=ahead):
            return when
        raise WhenError(str(refused), tr(_HOW)) from refused


def read_typed_due(text: str, today: date) -> "Due":
    """A due date: a term as in the file, or a date as a person types it. Raises WhenError."""
    from briefcli.domain.dates.words import AFTER, AHEAD
    from briefcli.domain.due import Due, parse_due

    text = re.sub(_AROUND, "", " ".join(text.split()))
    try:
        when = read_typed(text, today, ahead=True)  # first, or “vóór 1 juli” would count from something called “1 juli”
    except WhenError as error:
        if isinstance(error, DateRefusedError) or not re.search(rf"\b(?:{AHEAD}|{AFTER}|on|op)\b", text.casefold()):
            raise
        return parse_due(_in_figures(text))
    return Due(text=when.text, when=when)


def _in_figures(text: str) -> str:
    """A count in words in the notation of a due date: `binnen twee weken na de raad`, `de dag voor het debat`."""
    from briefcli.domain.dates.words import AFTER, AHEAD, COUNT, UNIT, in_figures

    one = r"(?:de|the|an?)(?= (?:da[gy]|week|month))"
    found = re.match(rf"(?i)(?:(?:binnen|within) )?(?:{one}|{COUNT}) {UNIT} (?:{AHEAD}|(?P<after>{AFTER})) ", text)
    if found is None:
        return text
    side = "after" if found["after"] else "before"
    return f"{in_figures((found['count'] or '1').lower(), found['unit'].lower())} {side} {text[found.end() :]}"


def _in_usual_words(text: str) -> str:
    """The text without its first preposition, and with its time as the reader of running text knows it."""
    from briefcli.domain.dates.words import MONTHS, WEEKDAY_NUMBERS

    plain = re.sub(r"\A(?:(?:op|on|naar|van|the) )+", "", " ".join(text.casefold().split()))
    plain = re.sub(r"\b([0-9]{4})\.([0-9]{1,2})\.([0-9]{1,2})\b", r"\1-\2-\3", plain)
    plain = re.sub(r" as(?= |\Z)", " a.s.", plain)
    clock = _TIME.format(months="|".join(MONTHS), weekdays="|".join(WEEKDAY_NUMBERS), either=_DAY_OR_TIME)
    clocked = re.sub(clock, lambda time: f"{time[1]} om {time[2]}.{time[3] or '00'} uur", plain)
    return re.sub(r"\Aa\.?s\.? ", "komende ", clocked)


def _read(plain: str, today: date, *, ahead: bool) -> When | None:
    from briefcli.domain.dates.words import spelled

    if re.fullmatch(NOT_KNOWN, plain):
        return When.unknown()
    if found := re.fullmatch(_NOT_CONFIRMED, plain):
        when = _read(found["date"], today, ahead=ahead)
        return when and provisional(when)
    if found := re.fullmatch(_YEARLESS, plain):
        of_any_year = _mention(found["date"])
        return of_any_year.when if of_any_year and of_any_year.when.grain is Grain.YEARLESS else None
    when, bound = _whole(plain, today, ahead=ahead), re.fullmatch(spelled(_BOUND), plain)
    until = None if when and when.to_time else re.fullmatch(_UNTIL_TIME, plain)
    if days := until and _whole(until["days"], today, ahead=ahead):
        return parse_when(f"{days.first}/{days.last}T{until['hour']:0>2}:{until['minute']}")
    if when or bound is None:
        return when
    when = _whole(bound["date"], today, ahead=ahead)
    return when and _bounded(when, bound)


def _bounded(when: When, bound: re.Match[str]) -> When | None:
    """Some day before the first day of the date or after its last; before the end of a period, or after its start."""
    if when.from_time or when.first is None or when.last is None or bound["end"] or bound["start"]:
        return parse_when(f"../{when.text}" if bound["before"] else f"{when.text}/..")
    if bound["before"]:
        from briefcli.domain.dates.due_by import before_date
        from briefcli.domain.dates.parts import DateMention

        return before_date(DateMention(text=bound["date"], start=0, end=0, when=when))
    return after(when.last, confirmed=when.confirmed)


def _mention(plain: str, written: date | None = None) -> "DateMention | None":
    """The date that the text is as a whole; the name of a month alone is that month."""
    from briefcli.domain.dates.in_text import scan_dates
    from briefcli.domain.dates.words import MONTHS

    plain = f"in de loop van {plain}" if plain in MONTHS else plain
    found = next(iter(scan_dates(plain, written)), None)
    return found if found and found.text == plain else None


def _whole(plain: str, today: date, *, ahead: bool) -> When | None:
    """The date that the whole text is; None if it is not one date. Raises DateRefusedError."""
    from briefcli.domain.dates.in_text import scan_dates
    from briefcli.domain.dates.words import COUNT, FULL_MONTHS, UNIT, WEEKDAY_NUMBERS, WHOLE_WEEKDAYS, counted
    from briefcli.domain.due import moved

    plain = re.sub(_DAY_AND_MONTH, lambda found: f"{found[1]} {FULL_MONTHS[int(found[2]) - 1]}", plain)
    try:
        if (name := plain.partition(" om ")[0]) in WHOLE_WEEKDAYS:
            if WEEKDAY_NUMBERS[name] == today.weekday():
                raise _twofold(plain, when_of(today), when_of(today + timedelta(days=7 if ahead else -7)))
            plain = f"komende {plain}" if ahead else f"afgelopen {plain}"
        if away := re.fullmatch(rf"(?P<ahead>(?:in|over) )?(?:a|{COUNT}) {UNIT}(?(ahead)| (?:geleden|ago))", plain):
            count, unit = counted(away["count"] or "1", away["unit"])
            return when_of(moved(today, count if away["ahead"] else -count, unit))
    except DateRefusedError:
        raise
    except (OverflowError, ValueError):  # beyond the calendar
        return None
    if re.fullmatch("[0-9]{4}", plain):
        return parse_when(plain)
    found = _mention(plain, today)
    if found is None:
        return None
    is_near = found.when.first is not None and abs(found.when.first.year - today.year) < _FAR_YEARS
    if found.certain or (found.doubt == SHORT_YEAR and is_near):  # else the year may come first: `28-06-12`
        return found.when
    if all(each.when != found.when for each in scan_dates(found.text)):  # it lacks its year
        chosen = _mention(re.sub(_ITS_TIME, " a.s." if ahead else " jl.", found.text, count=1), today)
        found = msgspec.structs.replace(chosen, text=found.text) if chosen else found
    return _sure(found, today)


def _sure(found: "DateMention", today: date) -> When:
    """The date, if it is certain, or is about today (`mei` in May). Raises DateRefusedError if it is not."""
    from briefcli.domain.dates.clock import MAY_BE_TIME
    from briefcli.domain.dates.counted import ABOUT_OR_AHEAD
    from briefcli.domain.dates.settle import OTHER_YEAR

    is_other = found.doubt == OTHER_YEAR
    is_time = found.doubt == MAY_BE_TIME and not re.search(_DAY_OR_TIME, found.text)
    is_ahead = found.doubt == ABOUT_OR_AHEAD and len(found.alternatives) == 1  # `vrijdag over een week`
    if found.certain or is_time or is_ahead or (is_other and can_agree((found.when, when_of(today)))):
        return found.when
    others = [parse_when(each) for each in found.alternatives[:1]]
    raise _twofold(found.text, others[0], found.when) if is_other and others else _refused(found, *others)


def _refused(found: "DateMention", *others: When) -> DateRefusedError:
    """The error for a date in doubt: the two dates that it can be, or the reason if only its year is in doubt."""
    known = [each for each in (found.when, *others) if each.grain not in (Grain.UNKNOWN, Grain.YEARLESS)]
    is_other_day = any(each.text[4:10] != known[0].text[4:10] for each in known)
    message = tr("“{text}” is not a date: {reason}", text=found.text, reason=(found.reason or "").rstrip("."))
    if len(known) > 1:
        return _twofold(found.text, *known[:2], message="" if is_other_day else message)
    return DateRefusedError(message, tr("write {date}", date=known[0].text) if known else tr(_HOW))


def _twofold(text: str, one: When, other: When, *, message: str = "") -> DateRefusedError:
    hint = tr("write {one} or {other}", one=one.text, other=other.text)
    return DateRefusedError(message or tr("“{text}” can mean two dates", text=text), hint)
