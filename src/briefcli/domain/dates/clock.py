"""The time of day behind a date: `om 14.30 uur`, `van 10.00 tot 12.30 uur`, `at 7:30 a.m.`, `T09:30`."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.mention import DateMention, Meaning, mention_of
from briefcli.domain.dates.words import GAP, NO_WORD_AFTER, SPACE
from briefcli.domain.when import Grain

_HOUR: Final = r"(?:2[0-3]|[01]?[0-9])(?![0-9])"
_TIME: Final = rf"{_HOUR}(?:[.:hu][0-5][0-9](?::[0-5][0-9])?(?![0-9]|[.:][0-9]))?"
_OCLOCK: Final = rf"(?:uur|u|hrs?|hours|h){NO_WORD_AFTER}"
_HALF: Final = rf"[ap]\.?m(?:\.|{NO_WORD_AFTER})"
_LEAD: Final = (
    r"om|van|vanaf|tussen|te|aanvang|begin|start|tijd|tijdstip|tot|voor|vóór|uiterlijk"
    r"|until|before|by|at|from|between|rond|circa|omstreeks"
)
_NEAR: Final = frozenset({"rond", "circa", "omstreeks"})
_PARTS: Final = "ochtends|morgens|middags|avonds"
_CLOCK: Final = re.compile(
    rf"(?:(?:,|{GAP}[;:|–—-]){GAP}|{SPACE})\(?(?:['’]s{SPACE}(?P<part>{_PARTS}){SPACE})?(?:(?P<lead>{_LEAD}):?{SPACE})?(?P<start>{_TIME})(?:{GAP}(?P<said>{_OCLOCK}))?(?:{GAP}(?P<half>{_HALF}))?"
    rf"(?:{GAP}(?:[-–—]|t/m|tot|en|to|until|and){GAP}(?P<end>{_TIME})(?:{GAP}(?P<end_said>{_OCLOCK}))?(?:{GAP}(?P<end_half>{_HALF}))?)?"
)
_ISO_CLOCK: Final = re.compile(
    r"t(?P<start>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]{1,9})?)?(?P<zone>z|[+-][0-9]{2}:?[0-9]{2})?(?!\w)"
)
# `10:00 on 8 July 2024`, `om 14.00 uur op 14 juni`
_MAY_END: Final = re.compile(
    rf"(?:[0-9]|uur|u|hrs?|hours|h|m\.?),?{SPACE}(?:(?:op|on){SPACE})?(?:(?:the|den?){SPACE})?\Z"
)
_BEFORE: Final = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<lead>{_LEAD}){SPACE})?(?P<start>{_TIME})(?:{GAP}(?P<said>{_OCLOCK}))?(?:{GAP}(?P<half>{_HALF}))?"
    rf"(?:{GAP}(?:[-–—]|t/m|tot|en|to|until|and){GAP}(?P<end>{_TIME})(?:{GAP}(?P<end_said>{_OCLOCK}))?(?:{GAP}(?P<end_half>{_HALF}))?)?"
    rf",?{SPACE}(?:(?:op|on){SPACE})?(?:(?:the|den?){SPACE})?\Z"
)
_LONGEST_BEFORE: Final = 40
# `om 8 uur 's avonds`, `woensdagavond 12 juni om 8 uur`
_PART_BEHIND: Final = re.compile(rf"{GAP}['’]s{SPACE}(?P<part>{_PARTS}){NO_WORD_AFTER}")
_PART_OF_DAY_BEFORE: Final = re.compile(rf"(?P<part>middag|avond)(?:{SPACE}van)?,?{SPACE}(?:de{SPACE})?\Z")
_AT_NIGHT: Final = re.compile(rf"{GAP}['’]s{SPACE}(?:avonds|nachts)")
# `om half 10`, `in de ochtend om 9 uur`
_IN_OTHER_WORDS: Final = re.compile(
    rf",?{SPACE}(?:(?:om{SPACE})?(?:half|kwart{SPACE}(?:voor|over)){SPACE}\w|(?:['’]s|in{SPACE}de){SPACE}\w{{5,10}}{SPACE}om{SPACE}[0-9])"
)
_LATER_HOURS: Final = {"middag": range(1, 7), "avond": range(5, 12)}
# `om half tien`: which half of the day is a guess, unless the text says it.
_HOURS: Final = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
_MINUTES: Final = {"half": -30, "kwart voor": -15, "kwart over": 15}
_IN_WORDS: Final = re.compile(
    rf",?{SPACE}om{SPACE}(?:(?P<part>half|kwart{SPACE}(?:voor|over)){SPACE})?(?P<hour>één|{'|'.join(_HOURS)})"
    rf"(?P<said>{SPACE}uur)?{NO_WORD_AFTER}(?:{SPACE}['’]s{SPACE}(?P<half>ochtends|morgens|middags|avonds))?"
)
# `1400 uur`, as the military writes it
_GLUED: Final = re.compile(
    rf",?{SPACE}\(?(?:(?P<lead>om|at|van){SPACE})?(?P<hours>[01][0-9]|2[0-3])(?P<minutes>[0-5][0-9]){GAP}{_OCLOCK}"
)
_ENDS: Final = re.compile(r"\s{0,8}(?:[,.;)|\n]|\Z)")
_AMOUNT: Final = re.compile(rf"{GAP}(?:%|(?:miljoen|miljard|euro|procent|km|kilometer|meter|graden){NO_WORD_AFTER})")
_HALF_OF_DAY: Final = later("The text does not say whether the time is before or after noon.")
_LOST: Final = later("The text names a time beside this date that is not in the reading.")
_ZONE: Final = later("The time is stated with its time zone, which need not be that of the Netherlands.")
_MAY_BE_TIME: Final = later("The figures behind the date are taken for a time.")
_ABOUT: Final = later("The time is approximate.")
_NOON: Final = 12
_NOON_MINUTES: Final = 720


class _Times(msgspec.Struct, frozen=True):
    start: str
    end: str | None
    place: int  # where the words end, or begin where they stand before the date
    doubt: str | None = None
    other: str | None = None  # the time that it can also be


def with_times(text: str, lower: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, each with the time beside it; one whose time cannot be read with it is uncertain."""
    timed: list[DateMention] = []
    limits = [*(mention.start for mention in mentions[1:]), len(text)]
    for mention, limit in zip(mentions, limits, strict=False):
        timed.append(_with_time(text, lower, mention, timed[-1].end if timed else 0, limit))
    return timed


def _with_time(text: str, lower: str, mention: DateMention, floor: int, limit: int) -> DateMention:
    when = mention.when
    is_day = when.grain is Grain.DAY or (when.grain is Grain.YEARLESS and len(when.text) == len("XXXX-06-15"))
    if not is_day or "T" in when.text:
        return mention
    times = _times_at(lower, mention.end, limit) or _times_before(lower, floor, mention.start)
    if "/" in when.text or times is None:  # only a single day can carry a time
        is_lost = times is not None or _is_left(lower, mention.end, limit)
        return _doubted(mention, _LOST) if is_lost else mention
    part = _PART_OF_DAY_BEFORE.search(lower, max(floor, mention.start - 16), mention.start)
    start, end = (_later(clock, part["part"] if part else None) for clock in (times.start, times.end))
    timed = f"{when.text}T{start}"
    if end:
        timed = f"{timed}/{when.text}T{end}"
    others = (*mention.alternatives, f"{when.text}T{times.other}") if times.other else mention.alternatives
    meaning = Meaning(edtf=timed, reason=mention.reason or times.doubt, alternatives=others)
    return mention_of(text, min(mention.start, times.place), max(mention.end, times.place), meaning) or _doubted(
        mention, _LOST
    )


def _doubted(mention: DateMention, reason: str) -> DateMention:
    return msgspec.structs.replace(mention, certain=False, reason=mention.reason or tr(reason))


def _later(clock: str | None, part: str | None) -> str | None:
    """The time in the half of the day that the text names: `8 uur` in the evening is 20:00."""
    name = (part or "").removesuffix("s")
    if clock is None or int(clock[:2]) not in _LATER_HOURS.get(name, ()):
        return clock
    return f"{int(clock[:2]) + _NOON:02}{clock[2:]}"


def _is_left(lower: str, position: int, limit: int) -> bool:
    """Whether something like a time stands there that is not plainly one: `at 10`, `10u`."""
    if _IN_OTHER_WORDS.match(lower, position, limit):
        return True
    found = _CLOCK.match(lower, position, limit)
    if found is None:
        return False
    is_said = found["said"] is not None and _ENDS.match(lower, found.end("said")) is not None
    return is_said or found["lead"] in ("om", "at") or (found["lead"] in ("van", "tussen") and found["end"] is not None)


def _times_before(lower: str, floor: int, start: int) -> _Times | None:
    floor = max(floor, start - _LONGEST_BEFORE)
    if _MAY_END.search(lower, max(floor, start - 20), start) is None:
        return None
    found = _BEFORE.search(lower, floor, start)
    return _times_of(found, found.start(), None) if found and _is_time(found) else None


def _times_at(lower: str, position: int, limit: int) -> _Times | None:
    if iso := _ISO_CLOCK.match(lower, position, limit):
        return _Times(iso["start"], None, iso.end(), _ZONE if iso["zone"] else None)
    found = _CLOCK.match(lower, position, limit)
    if found is None:
        return _in_words(lower, position, limit)
    doubt = None
    if not _is_time(found):
        if not _may_be_time(found):
            return _in_words(lower, position, limit)
        doubt = _MAY_BE_TIME
    end = found.end() if _has_end(found) else max(found.end(part) for part in ("start", "said", "half"))
    behind = _PART_BEHIND.match(lower, end, limit)
    part = behind["part"] if behind else found["part"]
    times = _times_of(found, behind.end() if behind else end, doubt)
    if times.start.startswith("12") and _AT_NIGHT.match(lower, end, limit):
        times = msgspec.structs.replace(times, doubt=_HALF_OF_DAY)
    return msgspec.structs.replace(times, start=_later(times.start, part), end=_later(times.end, part))


def _times_of(found: re.Match[str], place: int, doubt: str | None) -> _Times:
    half = found["half"] or (found["end_half"] if found["end"] else None)
    if found["lead"] in _NEAR:
        doubt = _ABOUT
    end = _padded(found["end"], found["end_half"]) if _has_end(found) else None
    return _Times(_padded(found["start"], half), end, place, doubt)


def _may_be_time(found: re.Match[str]) -> bool:
    """`14 juni 2024 14.00`: figures with a dot on the same line, which may also be an amount or a section."""
    has_dot = found["start"][-3:-2] == "." and "\n" not in found[0]
    return has_dot and not _AMOUNT.match(found.string, found.end())


def _in_words(lower: str, position: int, limit: int) -> _Times | None:
    glued = _GLUED.match(lower, position, limit)
    if glued and (glued["lead"] or _ENDS.match(lower, glued.end())):
        return _Times(f"{glued['hours']}:{glued['minutes']}", None, glued.end())
    found = _IN_WORDS.match(lower, position, limit)
    if found is None or not (found["part"] or found["said"]):
        return None
    hour = 1 if found["hour"] == "één" else _HOURS.index(found["hour"]) + 1
    minutes = hour * 60 + _MINUTES.get(" ".join((found["part"] or "").split()), 0)
    early, late = (_clock(minutes % _NOON_MINUTES), _clock(minutes % _NOON_MINUTES + _NOON_MINUTES))
    if found["half"] is None:
        return _Times(early, None, found.end(), _HALF_OF_DAY, late)
    return _Times(late if found["half"] in ("middags", "avonds") else early, None, found.end())


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _is_time(found: re.Match[str]) -> bool:
    """Whether it is clearly a time: with a colon, with a.m., with `uur` and minutes, or behind `om` or the like."""
    has_minutes = not found["start"].isdigit()
    is_said = bool(found["said"] or found["end_said"] or found["end_half"])
    if not found["start"].replace(".", "").isdigit() or found["half"]:
        return True
    if found["lead"] is not None:
        return has_minutes or is_said
    if has_minutes and found["end"] and not found["end"].isdigit():
        return not _AMOUNT.match(found.string, found.end())
    # ", 9 uur" may also begin "9 uur rijden".
    ends = found[0][0] == "," and _ENDS.match(found.string, found.end("said")) is not None
    return is_said and (has_minutes or ends)


def _has_end(found: re.Match[str]) -> bool:
    """Whether the second figure is a time as well: `10.00 tot 12.30`, `9 tot 12 uur`, `9-12:30`."""
    if not found["end"] or found["end_said"] or found["end_half"]:
        return bool(found["end"])
    return ":" in found["end"] or not (found["start"].isdigit() or found["end"].isdigit())


def _padded(clock: str, half: str | None) -> str:
    """`9.30`, `9` and `7 p.m.` in the form 09:30, 09:00 and 19:00."""
    hour, _, minute = re.sub("[.hu]", ":", clock).partition(":")
    hours = int(hour)
    if half and hours <= _NOON:
        hours = hours % _NOON + (_NOON if half.startswith("p") else 0)
    return f"{hours:02}:{minute[:2] or '00'}"
