"""The time of day behind a date: `om 14.30 uur`, `van 10.00 tot 12.30 uur`, `at 7:30 a.m.`, `T09:30`."""

import re
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates.mention import DateMention, Meaning, mention_of
from briefcli.domain.dates.words import GAP, NO_WORD_AFTER, SPACE
from briefcli.domain.when import Grain

_HOUR: Final = r"(?:2[0-3]|[01]?[0-9])(?![0-9])"
_TIME: Final = rf"{_HOUR}(?:[.:hu][0-5][0-9](?::[0-5][0-9])?(?![0-9.:]))?"
_OCLOCK: Final = rf"(?:uur|u|hrs?|hours|h){NO_WORD_AFTER}"
_HALF: Final = rf"[ap]\.?m(?:\.|{NO_WORD_AFTER})"
_LEAD: Final = (
    r"om|van|vanaf|tussen|te|aanvang|begin|start|tijd|tijdstip|tot|voor|vóór|uiterlijk"
    r"|until|before|by|at|from|between|rond|circa|omstreeks"
)
_NEAR: Final = frozenset({"rond", "circa", "omstreeks"})
_CLOCK: Final = re.compile(
    rf"(?:,|{GAP}\|)?{SPACE}\(?(?:(?P<lead>{_LEAD}):?{SPACE})?(?P<start>{_TIME})(?:{GAP}(?P<said>{_OCLOCK}))?(?:{GAP}(?P<half>{_HALF}))?"
    rf"(?:{GAP}(?:[-–—]|t/m|tot|en|to|until|and){GAP}(?P<end>{_TIME})(?:{GAP}(?P<end_said>{_OCLOCK}))?(?:{GAP}(?P<end_half>{_HALF}))?)?"
)
_ISO_CLOCK: Final = re.compile(r"t(?P<start>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?::00)?(?![\w:.+-]*[0-9z])")
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
_ABOUT: Final = later("The time is approximate.")
_NOON: Final = 12
_NOON_MINUTES: Final = 720


class _Times(msgspec.Struct, frozen=True):
    start: str
    end: str | None
    place: int  # where the words end
    doubt: str | None = None
    other: str | None = None  # the time that it can also be


def with_time(text: str, lower: str, mention: DateMention, limit: int) -> DateMention:
    """The mention with the time that follows it before `limit`; only a single day can carry one."""
    when = mention.when
    is_day = when.grain is Grain.DAY or (when.grain is Grain.YEARLESS and len(when.text) == len("XXXX-06-15"))
    if not is_day or "/" in when.text or "T" in when.text:
        return mention
    times = _times_at(lower, mention.end, limit)
    if times is None:
        return mention
    timed = f"{when.text}T{times.start}"
    if times.end:
        timed = f"{timed}/{when.text}T{times.end}"
    others = (*mention.alternatives, f"{when.text}T{times.other}") if times.other else mention.alternatives
    meaning = Meaning(edtf=timed, reason=mention.reason or times.doubt, alternatives=others)
    return mention_of(text, mention.start, times.place, meaning) or mention


def _times_at(lower: str, position: int, limit: int) -> _Times | None:
    if iso := _ISO_CLOCK.match(lower, position, limit):
        return _Times(iso["start"], None, iso.end())
    found = _CLOCK.match(lower, position, limit)
    if found is None or not _is_time(found):
        return _in_words(lower, position, limit)
    half = found["half"] or (found["end_half"] if found["end"] else None)
    start = _padded(found["start"], half)
    doubt = _ABOUT if found["lead"] in _NEAR else None
    if not _has_end(found):
        return _Times(start, None, max(found.end(part) for part in ("start", "said", "half")), doubt)
    return _Times(start, _padded(found["end"], found["end_half"]), found.end(), doubt)


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
