"""The zone that a text gives with a time: `14.00 uur CET`, `10:00 UTC+2`, `9.00 uur lokale tijd`."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from briefcli.domain.dates.words import GAP, NO_WORD_AFTER, SPACE

_HOURS: Final = {"cet": 1, "cest": 2, "z": 0, "zulu": 0, "utc": 0, "gmt": 0, "bst": 1, "eet": 2, "eest": 3, "msk": 3}
_AT_HOME: Final = r"(?:nederlandse|brusselse|amsterdamse|dutch|brussels|amsterdam)"
ZONE: Final = re.compile(
    rf"{GAP}\(?(?:(?:{'|'.join(_HOURS)}){NO_WORD_AFTER}(?:{GAP}[+-]{GAP}[0-9]{{1,2}}(?::?[0-9]{{2}})?(?![0-9]))?"
    rf"|(?:e[ds]?t|[cp][ds]t|trt|gst|jst){NO_WORD_AFTER}"
    rf"|{_AT_HOME}{SPACE}(?:tijd|time)|(?:\w{{2,20}}se?|plaatselijke|local|\w{{3,20}}){SPACE}(?:tijd|time){NO_WORD_AFTER})\)?"
)
_OFFSET: Final = re.compile(
    rf"(?P<name>[a-z]*){GAP}(?:(?P<sign>[+-]){GAP}(?P<hours>[0-9]{{1,2}}):?(?P<minutes>[0-9]{{2}})?)?"
)


def hours_from_home(zone: str, day: date | None) -> float | None:
    """How many hours later it is at home than where that time is stated; None where that is not known."""
    if re.fullmatch(rf"{_AT_HOME}{SPACE}(?:tijd|time)", zone):
        return 0
    found = _OFFSET.fullmatch(zone)
    if day is None or found is None or (found["name"] and found["name"] not in _HOURS):
        return None
    stated = float(_HOURS.get(found["name"], 0))
    if found["sign"]:
        stated += int(f"{found['sign']}1") * (int(found["hours"]) + int(found["minutes"] or 0) / 60)
    return _home_offset(day) - stated


def _home_offset(day: date) -> float:
    from zoneinfo import ZoneInfo

    from briefcli.domain.zones import HOME

    offset = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(HOME)).utcoffset() or timedelta()
    return offset / timedelta(hours=1)
