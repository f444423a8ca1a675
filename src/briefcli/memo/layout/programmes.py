"""Programmes: items that begin with a time, under lines that name their day."""

import re
from datetime import date

from briefcli.domain.dates.reader import scan_dates
from briefcli.domain.when import When
from briefcli.memo.text import Line

TIME = re.compile(
    r"\s*(?:\+/-|±|ca\.?|from|vanaf|at|om)?\s*(?P<time>[0-2]?[0-9][.:][0-5][0-9])"
    r"(?:\s?[-–]\s?(?P<end>[0-2]?[0-9][.:][0-5][0-9]))?"
    r"(?:\s?(?:uur|hrs?|h)\b)?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"(?:\W|\d|\b(?:day|dag|on|op)\b|\b\w+(?:day|dag)\b)*", re.IGNORECASE)
_DAY_COUNT = re.compile(r"^\W*(?:day|dag)\s*[0-9]\b\W*", re.IGNORECASE)
_WEEK = 7  # days
_DAY_WORDS = 6  # of a line that is only a day: `Thursday, 13 February 2031`


def timed_lines(lines: list[Line], body: list[int]) -> list[int]:
    """The lines of a programme that begin with a time."""
    times = [place for place in body if TIME.fullmatch(lines[place].text) and not scan_dates(lines[place].text)]
    return times if len(times) > 2 else []


def days_of(lines: list[Line], body: list[int], starts: list[int]) -> tuple[dict[int, When], list[int]]:
    """The day of each item that stands below a line with only a day, and those lines among the items."""
    found: dict[int, When] = {}
    taken: list[int] = []
    day: When | None = None
    near = _first_day(lines, [place for place in body if starts and place < starts[0]])
    begun = set(starts)
    for place in sorted({*body, *starts}):
        if place in begun:
            found |= {place: day} if day is not None else {}
        elif (named := _day_alone(lines[place].text, near)) is not None:
            day = named
            taken += [place] if starts and place > starts[0] else []
    return found, taken


def _first_day(lines: list[Line], places: list[int]) -> date | None:
    """The first day that the lines above the items give last: that of the meeting."""
    days = [each.when.day for place in places for each in scan_dates(lines[place].text) if each.certain]
    return next(filter(None, reversed(days)), None)


def _day_alone(text: str, near: date | None) -> When | None:
    """The day that a line is; one without a year has to lie within a week of the first day of the meeting."""
    text = _DAY_COUNT.sub("", text)
    mentions = scan_dates(text, near) if len(text.split()) <= _DAY_WORDS else []
    is_day = len(mentions) == 1 and mentions[0].when.day is not None
    if is_day and not mentions[0].certain:
        is_day = near is not None and abs((mentions[0].when.day - near).days) < _WEEK  # type: ignore[operator]
    if is_day and not _NO_MORE.fullmatch(text[: mentions[0].start] + text[mentions[0].end :]):
        return None
    return mentions[0].when if is_day and mentions[0].when.day is not None else None
