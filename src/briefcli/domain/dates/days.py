"""The days in front of a month's name: `15`, `15-16`, `11, 12 en 13`, `donderdag 15 en vrijdag 16`."""

import re
from enum import Enum, auto
from typing import Final

import msgspec

from briefcli.domain.dates.words import GAP, NO_WORD_AFTER, SPACE, THROUGH, WEEKDAY, weekday_number


class Link(Enum):
    """What ties two days, or two dates, together."""

    THROUGH = auto()
    AND = auto()
    OR = auto()
    MOVED = auto()


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A day's number with its place, which includes the weekday in front of it."""

    number: int
    weekday: int | None = None
    start: int
    end: int


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """One or more days; each link stands between a day and the next one."""

    days: tuple[Day, ...]
    links: tuple[Link, ...] = ()


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """Days of one month as they are written.

    `toward` is -1 for a date said to be past (jl.), 1 for one to come (a.s.); `year_shift` counts from the year
    of the text (vorig jaar: -1); `doubt` says why the reading is unsure by itself, with the other readings.
    """

    start: int
    end: int
    listed: Days
    month: int
    year: int | None = None
    toward: int = 0
    year_shift: int | None = None
    doubt: str | None = None
    alternatives: tuple[str, ...] = ()


_MOST_DAYS: Final = 12
_AND_OR: Final = (
    rf"(?:(?:en|of(?!{SPACE}the)|resp\.|respectievelijk|dan{SPACE}wel|danwel|hetzij|and|or|naar){NO_WORD_AFTER}|&)"
)
# `van 8 op 9 juni`: the night between two days
_NIGHT: Final = r"op(?<=[0-9]\sop)"
LINK: Final = rf"{GAP}(?:{THROUGH}|{_NIGHT}|/|,{GAP}{_AND_OR}|{_AND_OR}|,){GAP}"
WEEKDAY_FIRST: Final = rf"(?:(?P<weekday>{WEEKDAY}),?{SPACE}(?:de{SPACE})?)?"
_UNNAMED_WEEKDAY: Final = WEEKDAY_FIRST.replace("?P<weekday>", "?:")
_ORDINAL: Final = r"(?:ste|den?|e|st|nd|rd|th)?"
_NUMBER: Final = rf"[0-9]{{1,2}}{_ORDINAL}(?![0-9])"
DAY_LIST: Final = rf"{_NUMBER}(?:{LINK}{_UNNAMED_WEEKDAY}{_NUMBER}){{0,{_MOST_DAYS}}}+"

_ONE: Final = re.compile(rf"(?P<link>{LINK})?{WEEKDAY_FIRST}(?P<number>[0-9]{{1,2}}){_ORDINAL}")
_EITHER: Final = re.compile(rf"\b(?:of|or|dan{SPACE}wel|danwel|hetzij){NO_WORD_AFTER}")
_MOVED: Final = re.compile(r"\bnaar\Z")
_ALSO: Final = re.compile(r"[,&]|\b(?:en|resp\.|respectievelijk|and)\Z")


def read_days(text: str, start: int, end: int, *, counts: bool) -> Days | None:
    """The days of a stretch that DAY_LIST matched.

    Numbers that count something else are left out: the first ones where `counts` says that the words before it
    announce them (`nr. 4 en 28 mei`), and those before a comma that closes no enumeration (`5, 28 mei`).
    """
    if not counts and text[start:end].isdigit():  # most often
        return Days(days=(Day(number=int(text[start:end]), start=start, end=end),))
    days: list[Day] = []
    separators: list[str] = []
    for found in _ONE.finditer(text, start, end):
        if days:
            separators.append(found["link"].strip())
        weekday = weekday_number(found["weekday"]) if found["weekday"] else None
        first = found.start("weekday") if found["weekday"] else found.start("number")
        days.append(Day(number=int(found["number"]), weekday=weekday, start=first, end=found.end()))
    is_night = [
        mark == "op" and before.number + 1 != day.number
        for mark, before, day in zip(separators, days, days[1:], strict=False)
    ]
    counts = counts or any(is_night)
    cut = len(days) - 1 if counts and len(days) > 1 else _first_of_enumeration(separators)
    if counts and len(days) == 1:
        return None
    return Days(days=tuple(days[cut:]), links=tuple(map(link_of, separators[cut:])))


def link_of(separator: str) -> Link:
    separator = separator.strip()
    if _EITHER.search(separator):
        return Link.OR
    if _MOVED.search(separator):
        return Link.MOVED
    return Link.AND if _ALSO.search(separator) else Link.THROUGH


def _first_of_enumeration(separators: list[str]) -> int:
    """Where the days begin that belong together: after the last comma that no `en` or `of` follows."""
    closed = False
    for index in range(len(separators) - 1, -1, -1):
        if separators[index] == "," and not closed:
            return index + 1
        closed = closed or link_of(separators[index]) is not Link.THROUGH
    return 0
