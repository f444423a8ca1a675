"""The time of day behind a date: `om 14.30 uur`, `van 10.00 tot 12.30 uur`, `T09:30`."""

import re
from typing import Final

from briefcli.domain.dates.mention import DateMention, Reading, mention_of
from briefcli.domain.dates.words import GAP, NO_WORD_AFTER, SPACE
from briefcli.domain.when import Grain

_HOUR: Final = r"(?:2[0-3]|[01]?[0-9])(?![0-9])"
_TIME: Final = rf"{_HOUR}(?:[.:][0-5][0-9](?![0-9]))?"
_OCLOCK: Final = rf"(?:uur|u){NO_WORD_AFTER}"
_CLOCK: Final = re.compile(
    rf",?{SPACE}\(?(?:(?P<lead>om|van|vanaf|tussen|te){SPACE})?(?P<start>{_TIME})(?P<oclock>{GAP}{_OCLOCK})?"
    rf"(?:{GAP}(?:[-–—]|t/m|tot|en){GAP}(?P<end>{_TIME})(?:{GAP}{_OCLOCK}))?"
)
_ISO_CLOCK: Final = re.compile(r"t(?P<start>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?::00)?(?![\w:.+-]*[0-9z])")


def with_time(text: str, lower: str, mention: DateMention, limit: int) -> DateMention:
    """The mention with the time that follows it before `limit`; only a single day can carry one."""
    when = mention.when
    if when.grain is not Grain.DAY or when.is_range or when.from_time:
        return mention
    found = _ISO_CLOCK.match(lower, mention.end, limit) or _clock_of(lower, mention.end, limit)
    if found is None:
        return mention
    start, end = _padded(found["start"]), found.groupdict().get("end")
    timed = f"{when.text}T{start}"
    if end:
        timed = f"{timed}/{when.text}T{_padded(end)}"
    reading = Reading(edtf=timed, reason=mention.reason, alternatives=mention.alternatives)
    return mention_of(text, mention.start, found.end(), reading) or mention


def _clock_of(lower: str, position: int, limit: int) -> re.Match[str] | None:
    """A time that is clearly one: with `uur`, or with minutes after `om` or the like."""
    found = _CLOCK.match(lower, position, limit)
    if not found:
        return None
    has_minutes = not found["start"].isdigit()
    is_said = bool(found["oclock"] or found["end"])
    return found if (is_said and (has_minutes or found["lead"])) or (has_minutes and found["lead"]) else None


def _padded(clock: str) -> str:
    """`9.30` and `9` in the form 09:30 and 09:00."""
    hour, _, minute = clock.replace(".", ":").partition(":")
    return f"{int(hour):02}:{minute or '00'}"
