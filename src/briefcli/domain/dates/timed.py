"""Dates with the times beside them, even if a place comes between: `14 juni 2024 in Brussel om 14.00 uur`."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from briefcli.catalog import later
from briefcli.domain.dates import clock
from briefcli.domain.dates.clock import AWAY, Times, at_home, later_by, times_before, times_behind
from briefcli.domain.dates.hedge import PAPER_BEFORE, SENTENCE_END
from briefcli.domain.dates.parts import DateMention, Meaning, doubted, mention_of
from briefcli.domain.dates.words import regex
from briefcli.domain.when import Grain, clock_changes

_PART_OF_DAY: Final = regex("middag|avond")
_PART_OF_DAY_BEFORE: Final = regex(r"(middag|avond)(?: van)?,? (?:de )?\Z")
# What may come between a date and its time: a place. These patterns need the text with its upper case.
_NAME: Final = (
    r"[A-Z][\w’'-]{1,30}(?:[\x20](?:[A-Z][\w’'-]{0,30}|van|de|der|den|het|of|the|[0-9]{1,2}(?![0-9.:]))){0,5}"
)
_ROOM: Final = (
    "[a-z]{0,20}(?:zaal|gebouw|ministerie|huis|hotel|centrum|paleis|hoofdkwartier|kantoor|departement|kamer)"
    r"(?:[\x20][0-9]{1,2}(?![0-9.:]))?|videoverbinding|videoconferentie|vtc|webex|teams"
)
_WHERE: Final = (
    rf"(?:(?:in|te|at|op|bij|per|via) (?:(?:de|het|the|een) )?(?:plenaire )?(?:{_NAME}|{_ROOM})|{_NAME}"
    r"|online|digitaal|plenair)(?!\w)"
)
_PLACE: Final = regex(rf"(?:,? {_WHERE}|~\([^()0-9]{{1,40}}\)){{1,2}}")
_PLACE_BEFORE: Final = regex(rf"(?<=\s){_WHERE}(?=,? (?:op|on) (?:(?:the|den?) )?\Z)")
_REACH: Final = 80
_LOOK_BACK: Final = 60
_ROW: Final = regex("LINK")
_ENDS_IN_DAY: Final = regex(r"(?<![0-9.:/hu-])(?<![0-9]\s)[0-9]{1,2}NTH?\Z")
_ENDS_IN_DATE: Final = regex(r"(?:MONTH|YEAR|-[0-9]{4})\Z")
_MONTH: Final = regex("MONTH")
_APART: Final = re.compile(r"[\n;|]")
_TIED: Final = regex(r"\b(?:op|on) ")  # `om 14.00 uur op 12 juni`
_TO_NEXT: Final = regex("~THROUGH~(?:op )?|(?<=[0-9z])/")
_LOST: Final = later("The text gives a time beside this date that was not read.")
_ZONE: Final = later("The time is stated with its time zone, which need not be that of the Netherlands.")
_ELSEWHERE: Final = later("The time may be that of the place, which is not that of the Netherlands.")
_CLOCK_CHANGES: Final = later("The clocks change in that night: the time comes twice, or not at all.")
_WHOSE: Final = later("The text gives a time further on, which may belong to this date.")


def with_times(text: str, lower: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, each with the time beside it. A mention is uncertain if its time cannot be read with it."""
    timed: list[DateMention] = []
    limits = [*(mention.start for mention in mentions[1:]), len(text)]
    for mention, limit in zip(mentions, limits, strict=False):
        timed.append(_with_time(text, lower, mention, timed[-1].end if timed else 0, limit))
    for place in range(len(timed) - 2, -1, -1):
        timed[place] = _with_time_of(text, lower, timed[place], timed[place + 1])
    for place in range(1, len(timed)):
        timed[place] = _with_time_of(text, lower, timed[place], timed[place - 1])
    return _joined(text, lower, timed)


def _with_time(text: str, lower: str, mention: DateMention, floor: int, limit: int) -> DateMention:
    if not _can_have_time(mention):
        return mention
    limit = _reach(text, lower, mention, floor, limit)
    times = times_behind(lower, mention.end, limit) or _own_ahead(text, lower, mention, floor)
    times = times or _beyond_place(text, lower, mention, limit)
    if times is None:
        if clock.may_be_left(lower, mention.end, limit):
            return doubted(mention, _LOST)
        return _with_time_further_on(text, lower, mention, limit)
    if "/" in mention.when.text:  # only a single day can carry a time
        return doubted(mention, _LOST)
    part = _PART_OF_DAY_BEFORE.search(lower, max(floor, mention.start - 16), mention.start)
    part = part or _PART_OF_DAY.search(lower, mention.start, mention.end)
    return _timed(text, lower, mention, later_by(times, part[part.re.groups] if part else None))


def _reach(text: str, lower: str, mention: DateMention, floor: int, limit: int) -> int:
    """The place up to which the text can give times of the mention: `limit`, or where times of the next date begin.

    Times between two dates are of the one on their line, or of the next if `op` ties them to it or the row begins so.
    """
    is_close = limit < min(len(lower), mention.end + 2 * _REACH) and lower[mention.end] != "t"
    own = (times_behind(lower, mention.end, limit) or _beyond_place(text, lower, mention, limit)) if is_close else None
    following = _times_ahead(text, lower, mention.end, limit) if own else None
    if own is None or following is None:
        return limit
    to_next = lower[following.place : limit]
    is_apart, is_near = _APART.search(lower, mention.end, following.place), not _APART.search(to_next)
    is_tied = ((is_apart and is_near) or _TIED.search(to_next)) and "," not in to_next
    is_next = (is_apart or is_near) and (is_tied or _own_ahead(text, lower, mention, floor))
    return following.place if is_next or own.place <= following.place else limit


def _own_ahead(text: str, lower: str, mention: DateMention, floor: int) -> Times | None:
    """The times before the mention, unless they are on the line of the date before it."""
    ahead = _times_ahead(text, lower, floor, mention.start)
    before, behind = (lower[floor : ahead.place], lower[ahead.place : mention.start]) if ahead else ("", "")
    return None if floor and "\n" in behind and "\n" not in before else ahead


def _can_have_time(mention: DateMention) -> bool:
    when = mention.when
    is_day = when.grain is Grain.DAY or (when.grain is Grain.YEARLESS and len(when.text) == len("XXXX-06-15"))
    return is_day and "T" not in when.text


def _beyond_place(text: str, lower: str, mention: DateMention, limit: int) -> Times | None:
    place = _PLACE.match(text, mention.end, min(limit, mention.end + _REACH))
    times = times_behind(lower, place.end(), limit) if place else None
    if times is None or times.doubt:
        return None
    is_capital = text[mention.start : mention.end].isupper()  # then any word looks like a name
    return replace(times, doubt=_WHOSE) if is_capital else times


def _times_ahead(text: str, lower: str, floor: int, start: int) -> Times | None:
    """The times before a date that starts there, also with a place between them."""
    if times := times_before(lower, floor, start):
        return times
    place = _PLACE_BEFORE.search(text, max(floor, start - _LOOK_BACK), start)
    return times_before(lower, floor, place.start()) if place else None


def _with_time_further_on(text: str, lower: str, mention: DateMention, limit: int) -> DateMention:
    """`op 14 juni 2024 begint het debat om 14.00 uur`: uncertain, unless the date is that of a paper."""
    times = clock.times_within(lower, mention.end, min(limit, mention.end + _REACH)) if mention.certain else None
    is_paper = PAPER_BEFORE.search(lower, mention.start - _LOOK_BACK, mention.start)
    if times is None or is_paper or SENTENCE_END.search(text, mention.end, times.place):
        return mention
    others = [] if "/" in mention.when.text else [_moments(mention, times.start, times.end)]
    return doubted(mention, _WHOSE, *others)


def _timed(text: str, lower: str, mention: DateMention, times: Times) -> DateMention:
    moments, doubt = _moments(mention, times.start, times.end), times.doubt
    others = [_moments(mention, times.other)] if times.other else []
    if times.zone:
        home = at_home(moments, times.zone) if mention.when.day else ""
        if home and times.is_exact:
            moments = home
        elif home != moments:
            others, doubt = [*others, home] if home else others, doubt or _ZONE
    elif AWAY.search(lower, mention.start, times.place) or AWAY.match(lower, max(mention.end, times.place)):
        doubt = doubt or _ELSEWHERE
    place = min(mention.start, times.place), max(mention.end, times.place)
    return _read_again(text, mention, place, moments, doubt, others)


def _moments(mention: DateMention, *clocks: str | None) -> str:
    return "/".join(f"{mention.when.text}T{clock}" for clock in clocks if clock)


def _read_again(
    text: str, mention: DateMention, place: tuple[int, int], edtf: str, doubt: str | None, others: Iterable[str] = ()
) -> DateMention:
    """The mention with another place and meaning; in doubt if there is no such moment, or if the clocks change then."""
    day, of_day = mention.when.text, len("2023-06-15")
    own = (edtf.replace(day, each) if len(each) == of_day else each for each in mention.alternatives)
    meaning = Meaning(edtf, mention.doubt or doubt, (*own, *others))
    read = mention_of(text, *place, meaning)
    if read is None:
        return doubted(mention, _LOST)
    return doubted(read, _CLOCK_CHANGES) if clock_changes(read.when) else read


def _with_time_of(text: str, lower: str, mention: DateMention, beside: DateMention) -> DateMention:
    """`12 en 19 juni om 10.00 uur`: one time holds for days that share a month; for other days it is a guess."""
    first, last = sorted((mention, beside), key=lambda each: each.start)
    if not _can_have_time(mention) or not _ROW.fullmatch(lower, first.end, last.start):
        return mention
    if beside.doubt == _LOST:
        return doubted(mention, _LOST)
    clocks = [part.partition("T")[2] for part in beside.when.text.split("/")]
    if not all(clocks) or "/" in mention.when.text:
        return doubted(mention, _LOST) if any(clocks) else mention
    times = clock.times_within(lower, last.start, last.end) if beside is last else None
    if times and times.place < last.end:  # `12 juni, om 14.00 uur op 13 juni`
        return mention
    notation = _moments(mention, *clocks)
    # Whether only one of the two names the month: `12 en 19 juni`, `June 12 and 19`
    day = last if _MONTH.match(lower, first.start) else first
    if _ENDS_IN_DAY.search(lower, day.start, day.end) and not _MONTH.search(lower, day.start, day.end):
        return _read_again(text, mention, (mention.start, mention.end), notation, beside.doubt)
    if beside is first and not _ENDS_IN_DATE.search(lower, first.start, first.end):
        return mention  # `12 juni om 10.00 uur en 19 juni`: the time is between them
    return doubted(mention, _WHOSE, notation)


def _joined(text: str, lower: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, with the two moments of a range as one: `14 juni, 10.00 uur – 15 juni, 12.00 uur`."""
    joined: list[DateMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        is_end = _is_moment(mention) or mention.when.day is not None  # `14 juni, 10.00 uur – 15 juni`
        if last and _is_moment(last) and is_end and _TO_NEXT.fullmatch(lower, last.end, mention.start):
            others = tuple("/".join(pair) for pair in zip(last.alternatives, mention.alternatives, strict=False))
            year = mention.when.text[:4]  # also that of a first moment without a year
            edtf = f"{last.when.text.replace('XXXX', year)}/{mention.when.text}"
            if both := mention_of(text, last.start, mention.end, Meaning(edtf, last.doubt or mention.doubt, others)):
                joined[-1] = both
                continue
        joined.append(mention)
    return joined


def _is_moment(mention: DateMention) -> bool:
    return "T" in mention.when.text and "/" not in mention.when.text
