"""Times of day in a text: `om 14.30 uur`, `van 10.00 tot 12.30 uur`, `at 7:30 a.m.`, `T09:30`.

Also the time zone that the text states: `14.00 uur CET`, `10:00 UTC+2`, `9.00 uur lokale tijd`.
"""

import re
from datetime import datetime, timedelta
from typing import Final

import msgspec
from msgspec.structs import replace

from briefcli.catalog import later
from briefcli.domain.dates.words import regex
from briefcli.domain.when import HOME

_HOUR: Final = "(?:2[0-3]|[01]?[0-9])(?![0-9])"
_OCLOCK: Final = r"(?:uur|u|uhr|hrs?|hours|h|noon)\b"
_GLUED: Final = "(?:2[0-3]|[01][0-9])[0-5][0-9]"  # `1400 uur`, `1400Z`, as the military writes it
_TIME: Final = (
    rf"(?:{_HOUR}(?:[.:hu][0-5][0-9](?::[0-5][0-9])?(?![0-9]|[.:][0-9]))?"
    rf"|{_GLUED}(?=~(?:[-–]~{_GLUED}~)?(?:{_OCLOCK}|(?:z|zulu|utc|gmt|ces?t)\b))|noon\b)"
)
_HALF: Final = r"[ap]\.?m(?:\.|\b)"
_NEAR: Final = r"rond|circa|ca\.|omstreeks|ongeveer|approximately|approx\.|around|about"
_LEAD: Final = (
    r"om|van|vanaf|tussen|te|aanvang|begin|start|tijd|tijdstip|tot|AHEAD|uiterlijk|um|à(?=\s[0-9]{1,2}~h)"
    f"|until|by|at|from|between|{_NEAR}"
)
# What may come between two times of a range: `10.00 uur tot uiterlijk 12.00 uur`, `aanvang 10.00 uur, einde 12.00 uur`
_TIE: Final = r"(?:DASH|UP_TO|tot|to|until|till|(?:(?:[,;.]|~\()~)?(?:eind(?:e|tijd|igt)?|ends?)(?: (?:om|at))?:?)"
_PARTS: Final = "ochtends|morgens|middags|avonds"
_AND_OR: Final = "en|and|of|or|&"
# One time or two: a range, or two times beside each other.
_TIMES: Final = (
    rf"(?:(?:telkens|steeds|each) )?(?:(?P<lead>{_LEAD}):? )?"
    rf"(?P<start>{_TIME})(?:~(?P<said>{_OCLOCK}))?(?:~(?P<half>{_HALF}))?"
    rf"(?:~(?:{_TIE}|(?P<and>{_AND_OR}))~(?:(?:uiterlijk|maximaal|no later than|(?P<near>{_NEAR})) )?(?P<end>{_TIME})"
    rf"(?:~(?P<end_said>{_OCLOCK}))?(?:~(?P<end_half>{_HALF}))?)?"
)
_BEHIND: Final = regex(rf"(?:(?:,|~(?:[;:|]|DASH))~| )\(?(?:['’]s (?P<part>{_PARTS}) )?{_TIMES}")
_ISO: Final = regex(
    r"t(?P<start>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]{1,9})?)?"
    r"(?:/(?P<end>(?:[01][0-9]|2[0-3]):[0-5][0-9]))?(?P<zone>z|[+-][0-9]{2}:?[0-9]{2})?(?!\w)"
)
# `10:00 on 8 July 2024`, `om 14.00 uur op 14 juni`, `10:30/14-06-2024`
_TO_DATE: Final = r"(?:/|,? (?:(?:op|on) )?(?:(?:the|den?) )?)\Z"
_ANYWHERE: Final = regex(rf"(?<![\w.,:/-]){_TIMES}")
_LONGEST_BEFORE: Final = 40
# Another time after the first, or its minutes: `10.00-12.00 uur en 14.00-16.00 uur`, `9.30 uur inloop, 10.00 uur`
_ANOTHER: Final = regex(
    rf"~(?:(?:(?:\w{{3,12}}(?=,))?[,/;+(]|{_AND_OR})~(?:(?:om|van|vanaf|tot|uiterlijk) ){{0,2}}"
    rf"|{_TIE}~(?:\w{{2,9}} ){{0,2}})"
    rf"(?:(?:{_HOUR}|24)[.:][0-5][0-9](?![0-9]|[.:][0-9])|middernacht\b|midnight\b)"
    r"|\s(?:(?<=[^.:][0-9]\suur\s)|(?<=[^.:][0-9]{2}\suur\s))[0-5][0-9](?![0-9]|[.,:][0-9])"
)
# `om 8 uur 's avonds`, `woensdagavond 12 juni om 8 uur`
_PART_BEHIND: Final = regex(rf"~['’]s (?P<part>{_PARTS}|nachts)\b")
# `om half 10`, `om drie uur`, `in de ochtend om 9 uur`, `24.00 uur`
_IN_OTHER_WORDS: Final = regex(
    r",? (?:(?:om )?(?:half|kwart (?:voor|over)) \w|om \w{3,6} uur\b|(?:['’]s|in de) \w{5,10} om [0-9]"
    r"|(?:om )?(?:24[.:]00|[0-9]{2}[.:][0-9]{2}~uur)\b|(?:om|tot) (?:middernacht|midnight)"
    r"|(?:at|until) midnight)"
)
_NOON: Final = 12
_LATER_HOURS: Final = {"middag": range(1, 7), "avond": range(5, 12)}
ENDS: Final = regex(r"\s{0,8}(?:[,.;)\]\"”|\n]|\Z|(?:en|and) (?!een\b|[0-9]{1,2} (?!MONTH)))")
_AMOUNT: Final = regex(r"~(?:%|(?:miljoen|miljard|euro|procent|km|kilometer|meter|graden)\b)")
_HALF_OF_DAY: Final = later("The text does not say whether the time is before or after noon.")
MAY_BE_TIME: Final = later("The digits after the date are read as a time.")
_ABOUT: Final = later("The time is approximate.")
_SEVERAL: Final = later("The text names more than one time beside this date.")


class Times(msgspec.Struct, frozen=True):
    """A time or a range of times in the form 09:30. `other` is another reading, `zone` the words for its zone."""

    start: str
    end: str | None
    place: int  # the end of the words, or their start if they come before the date
    doubt: str | None = None
    other: str | None = None
    zone: str = ""
    is_exact: bool = False  # the zone is an offset in figures, so the time at home is known


def times_behind(lower: str, position: int, limit: int) -> Times | None:
    """The times that start at `position`, with a doubt if the figures may be something else; None if there are none."""
    if iso := _ISO.match(lower, position, limit):
        return Times(iso["start"], iso["end"], iso.end(), zone=iso["zone"] or "", is_exact=iso["zone"] is not None)
    found = _BEHIND.match(lower, position, limit)
    is_time = found is not None and _is_time(found)
    if found is None or not (is_time or _may_be_time(found)):
        return None
    times, part = _times_of(found), found["part"]
    times = times if is_time else replace(times, doubt=MAY_BE_TIME)
    if behind := _PART_BEHIND.match(lower, times.place, limit):
        part = behind["part"]
        is_open = times.start.startswith("12") and part in ("avonds", "nachts")
        times = replace(times, place=behind.end(), doubt=_HALF_OF_DAY if is_open else times.doubt)
    if zone := _ZONE.match(lower, times.place, limit):
        times = replace(times, place=zone.end(), zone=zone[0].strip(" \n\t()"))
    if _ANOTHER.match(lower, times.place, limit):
        times = replace(times, doubt=times.doubt or _SEVERAL)
    return later_by(times, part)


def times_before(lower: str, floor: int, start: int) -> Times | None:
    """The times right before a date that begins at `start`: `om 14.00 uur op`."""
    floor = max(floor, start - _LONGEST_BEFORE)
    found = _BEFORE.search(lower, floor, start)
    # Right before "op 12 juni", "9 uur" is a time and not a number of hours.
    if found is None or not (_is_time(found) or found["said"] or found["end_said"]):
        return None
    return replace(_times_of(found), place=found.start(), zone=(found["zone"] or "").strip(" \n\t()"))


def times_within(lower: str, position: int, limit: int) -> Times | None:
    """The first clear time, or range of times, in a stretch of text."""
    times = filter(_is_time, _ANYWHERE.finditer(lower, position, limit))
    return next(map(_times_of, times), None)


def may_be_left(lower: str, position: int, limit: int) -> bool:
    """Whether there is something at `position` that may be a time, but is not clearly one: `at 10`."""
    if _IN_OTHER_WORDS.match(lower, position, limit):
        return True
    found = _BEHIND.match(lower, position, limit)
    if found is None:
        return False
    return found["lead"] in ("om", "at") or (found["lead"] in ("van", "tussen") and found["end"] is not None)


def later_by(times: Times, part: str | None) -> Times:
    """The times in the part of the day that the text names: `8 uur` in the evening is 20:00."""
    hours = _LATER_HOURS.get((part or "").removesuffix("s"), ())
    clocks = (times.start, times.end)
    start, end = (f"{int(at[:2]) + _NOON}{at[2:]}" if at and int(at[:2]) in hours else at for at in clocks)
    return replace(times, start=start, end=end)


def _times_of(found: re.Match[str]) -> Times:
    start = _padded(found["start"], found["half"] or found["end_half"])
    doubt = _ABOUT if found["near"] or re.fullmatch(_NEAR, found["lead"] or "") else None
    if not _has_end(found):
        return Times(start, None, max(map(found.end, ("start", "said", "half"))), doubt)
    end = _padded(found["end"], found["end_half"])
    if found["and"] and found["lead"] not in ("tussen", "between"):
        return Times(start, None, found.end("end"), _SEVERAL, end)
    return Times(start, end, max(map(found.end, ("end", "end_said", "end_half"))), doubt)


def _may_be_time(found: re.Match[str]) -> bool:
    """Whether it may be a time: `14 juni 2024 14.00`, which may be a section as well, and `14 juni 15u`."""
    has_dot = found["start"][-3:-2] == "." and "\n" not in found[0]
    is_said = found["said"] and (found["said"] == "u" or ENDS.match(found.string, found.end("said")))
    return bool(is_said or (has_dot and not _AMOUNT.match(found.string, found.end())))


def _is_time(found: re.Match[str]) -> bool:
    """Whether it is clearly a time: with a colon, with a.m., with `uur` and minutes, or after `om` or the like."""
    if not found["start"].replace(".", "").isdigit() or found["half"]:
        return True
    has_minutes = "." in found["start"]
    if has_minutes and (found["lead"] or not (found["end"] or "0").isdigit()):
        return not _AMOUNT.match(found.string, found.end())
    is_glued = _is_glued(found["start"])
    if not (found["said"] or found["end_said"] or found["end_half"]):
        return is_glued  # a time zone follows
    # ", 9 uur" may also be the start of "9 uur rijden", and " 10-12 uur" that of "10-12 uur rijden".
    ends = (found[0][0] == "," or found["end_said"] or is_glued) and ENDS.match(found.string, found.end())
    return bool(found["lead"] or has_minutes or ends or (found["said"] and found["end_said"]))


def _is_glued(clock: str) -> bool:
    return clock.isdigit() and len(clock) == len("1400")


def _has_end(found: re.Match[str]) -> bool:
    """Whether the second figure is a time as well: `10.00 tot 12.30`, `9 tot 12 uur`, `9-12:30`."""
    if not found["end"] or found["end_said"] or found["end_half"] or found["end"] == "noon":
        return bool(found["end"])
    is_glued = _is_glued(found["start"]) and _is_glued(found["end"])
    return is_glued or ":" in found["end"] or not (found["start"].isdigit() or found["end"].isdigit())


def _padded(clock: str, half: str | None) -> str:
    """`9.30`, `9` and `7 p.m.` in the form 09:30, 09:00 and 19:00."""
    hour, _, minute = re.sub("[.hu]|(?<=^[0-9]{2})(?=[0-9]{2}$)", ":", clock.replace("noon", "12")).partition(":")
    hours = int(hour)
    if half and hours <= _NOON:
        hours = hours % _NOON + (_NOON if half.startswith("p") else 0)
    return f"{hours:02}:{minute[:2] or '00'}"


_HOURS: Final = {"cet": 1, "cest": 2, "z": 0, "zulu": 0, "utc": 0, "gmt": 0, "bst": 1, "eet": 2, "eest": 3, "msk": 3}
_TIME_OF: Final = r"(?:\s{1,8}|-)(?:tijd|time)"
_AT_HOME: Final = (
    rf"(?:(?:nl|nederlandse|brusselse|amsterdamse|dutch|brussels|amsterdam){_TIME_OF}|(?:zomer|winter)tijd)"
)
# Places in another time zone: `9.00 uur (Washington)`, `in Londen om 9.00 uur`
AWAY: Final = regex(
    r"~(?:\b(?:in|te) |\(|, )(?:washington|new york|ottawa|lond(?:en|on)|dublin|lissabon|lisbon|reykjavik|helsinki"
    "|tallinn|riga|vilnius|k(?:yi|ie)v|athene|athens|sofia|boekarest|bucharest|chisinau|ankara|istanbul"
    r"|jeru[sz]alem|tel aviv|tokio|tokyo|seoul|peking|beijing|(?:new )?delhi)\b"
)
_ZONE_WORDS: Final = (
    rf"~\(?(?:(?:{'|'.join(_HOURS)})\b(?:~[+-]~[0-9]{{1,2}}(?::?[0-9]{{2}})?(?![0-9:]|~(?:z|zulu|utc|gmt|ces?t)\b))?"
    r"|(?:e[ds]?t|[cp][ds]t|trt|gst|jst)\b"
    rf"|{_AT_HOME}|\w{{3,20}}(?:{_TIME_OF}|tijd)\b)\)?"
)
_ZONE: Final = regex(_ZONE_WORDS)
_BEFORE: Final = regex(rf"(?<![\w.,:/-]){_TIMES}(?P<zone>{_ZONE_WORDS})?{_TO_DATE}")
_OFFSET: Final = regex("(?P<name>[a-z]*)~(?:(?P<sign>[+-])~(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?)?")
_FURTHEST: Final = 14 * 60  # the largest offset of a zone from UTC, in minutes


def at_home(moments: str, zone: str) -> str:
    """The time at home for `2023-06-15T09:30`, or for two such times with a slash between them, stated in `zone`.

    Empty if the zone is not known.
    """
    if re.fullmatch(_AT_HOME, zone):
        return moments
    found = _OFFSET.fullmatch(zone)
    minutes = int(found["hours"] or 0) * 60 + int(found["minutes"] or 0) if found else 0
    if found is None or minutes > _FURTHEST or (found["name"] and found["name"] not in _HOURS):
        return ""
    from zoneinfo import ZoneInfo

    ahead = timedelta(hours=_HOURS.get(found["name"], 0), minutes=-minutes if found["sign"] == "-" else minutes)
    stated = [datetime.fromisoformat(f"{moment}Z") - ahead for moment in moments.split("/")]
    return "/".join(f"{moment.astimezone(ZoneInfo(HOME)):%Y-%m-%dT%H:%M}" for moment in stated)
