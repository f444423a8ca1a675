"""What the readers of dates pass on: what stands in a text as it is written, what it means, and the mention of it.

Also what the words of the grammar mean that stand between the parts of a date and beside them.
"""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import Any, Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.words import form, weekday_number
from briefcli.domain.when import When, WhenError, parse_when


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """One date expression: `start` and `end` count code points, and `text` is what stands between them.

    `doubt` says why the meaning is a guess or the text contradicts itself, untranslated where it is one of the fixed
    texts, so that it can be compared in any language; `reason` is that for people. `alternatives` holds the other
    readings in the notation of `when`. A term that counts from a meeting or a debate has an unknown `when`, and is
    written in `due` as an agenda has it (`2 weeks before meeting`).
    """

    text: str
    start: int
    end: int
    when: When
    doubt: str | None = None
    alternatives: tuple[str, ...] = ()
    due: str | None = None

    @property
    def certain(self) -> bool:
        return self.doubt is None

    @property
    def reason(self) -> str | None:
        return tr(self.doubt) if self.doubt else None

    @property
    def notation(self) -> str:
        return self.due or self.when.text


class Meaning(msgspec.Struct, frozen=True):
    """What an expression means, before it is tied to its place."""

    edtf: str
    reason: str | None = None
    alternatives: tuple[str, ...] = ()


Partial = tuple[int, int, Meaning]  # start, end and meaning
# A pattern, and what a match means, given the date of the text, which may be None where the form does without
Form = tuple[re.Pattern[str], Callable[[re.Match[str], Any], Meaning | None]]


def mention_of(text: str, start: int, end: int, meaning: Meaning) -> DateMention | None:
    """The mention at that place; None where the calendar has no such date (the year 10000)."""
    try:
        when = parse_when(meaning.edtf)
    except WhenError:
        return None
    doubt, others = meaning.reason, meaning.alternatives
    return DateMention(text=text[start:end], start=start, end=end, when=when, doubt=doubt, alternatives=others)


def doubted(mention: DateMention, doubt: str, *others: str) -> DateMention:
    """The mention, not certain, with further readings; an earlier doubt stays, as it says more."""
    alternatives = (*mention.alternatives, *others)
    return msgspec.structs.replace(mention, doubt=mention.doubt or doubt, alternatives=alternatives)


SHORT_YEAR: Final = later("The century of the year is not stated.")
STUCK: Final = later("The figures after the year are taken for a footnote's mark.")
YEAR_BEHIND: Final = later("The figures behind the month may be its year.")
NEXT_YEAR: Final = form(
    "(?:/| (?:en|of|and|or) )20[0-9]{2}(?![0-9-]|[./ ][0-9])"
)  # `1 december 2023/2024`, `2023 en 2024`


class Link(Enum):
    """What ties two days, or two dates, together."""

    THROUGH = auto()
    AND = auto()
    OR = auto()
    MOVED = auto()


_EITHER: Final = form(r"\bEITHER")
_ALSO: Final = re.compile(r"[,&+]|\b(?:en|resp\.|respectievelijk|and)\Z")


def link_of(separator: str) -> Link:
    separator = separator.strip().removeprefix(",").strip() or ","
    if _EITHER.search(separator):
        return Link.OR
    if separator.endswith("naar"):
        return Link.MOVED
    return Link.AND if _ALSO.search(separator) else Link.THROUGH


_SHIFTS: Final = {
    "dit": 0, "lopend": 0, "vorig": -1, "volgend": 1, "komend": 1, "this": 0, "last": -1, "next": 1,
}  # fmt: skip


def full_year(year: int) -> int:
    return year + 2000 if year < 100 else year


def read_year(found: re.Match[str], written: date | None = None) -> tuple[int | None, int, str | None]:
    """The year that ITS_YEAR, SHIFTED_YEAR or TOWARD found, where the date with it ends, and the doubt it leaves.

    The mark of a footnote stuck to it is left out. A shifted year needs the date of the text.
    """
    parts = found.groupdict()
    if parts["footnote"]:
        return int(parts["year"]), found.end("year"), STUCK
    short = parts["short"] or parts.get("dashed")
    if year := parts["year"] or short or parts.get("late"):
        return full_year(int(year)), found.end(), SHORT_YEAR if short else None
    shift = parts.get("shift")
    return written.year + _SHIFTS[shift] if shift and written else None, found.end(), None


def toward_of(found: re.Match[str]) -> int:
    """The direction that TOWARD found: -1 for a date said to be past (jl.), 1 for one to come (a.s.), else 0."""
    return -1 if found["past"] else int(found["to_come"] is not None)


class Day(msgspec.Struct, frozen=True):
    """A day's number with its place, which includes the weekday in front of it, and what ties it to the day before."""

    number: int
    start: int
    end: int
    weekday: int | None = None
    link: Link | None = None


_ONE: Final = form(r"(?P<link>LINK)?(?P<day>(?:week )?(?:WEEKDAY_FIRST)(?P<number>[0-9]{1,2})NTH?)(?=LINK|\Z)")


def read_days(text: str, start: int, end: int, *, counts: bool = False, is_all: bool = False) -> tuple[Day, ...]:
    """The days of a stretch that DAY_LIST matched, or the weeks of one that WEEK_LIST did.

    With `is_all` each number is one of them. Else numbers that count something else are left out, all if need be:
    the first ones where `counts` says that the words before it announce them (`nr. 4 en 28 mei`), and those before
    a comma that closes no enumeration (`5, 28 mei`).
    """
    if not counts and text[start:end].isdigit():  # most often
        return (Day(int(text[start:end]), start, end),)
    days: list[Day] = []
    marks: list[str] = []
    for found in _ONE.finditer(text, start, end):
        weekday = weekday_number(found["weekday"]) if found["weekday"] else None
        marks += [found["link"].strip()] if days else []
        days.append(Day(int(found["number"]), *found.span("day"), weekday))
    if is_all:
        return _tied(days, marks)
    if any(mark == "op" and days[at].number + 1 != days[at + 1].number for at, mark in enumerate(marks)):
        counts = True
    if counts and len(days) == 1:
        return ()
    falls = [at for at, mark in enumerate(marks, 1) if mark == "," and days[at].number <= days[at - 1].number]
    if falls:  # `12, 7 en 8 juli`: a row of days rises
        days, marks = days[falls[-1] :], marks[falls[-1] :]
    if counts and not falls:  # the last one, or the range of days that ends the row
        cut = len(marks) - (len(marks) > 1 and marks[-2] == "," and link_of(marks[-1]) is Link.THROUGH)
    else:
        cut = _first_of_enumeration(days, marks)
    return _tied(days[cut:], marks[cut:])


def _first_of_enumeration(days: list[Day], marks: list[str]) -> int:
    """Where the days begin that belong together: after the last comma that no `en` or `of` follows.

    Three days that follow on each other need none (`3, 4, 5 juni`).
    """
    if len(days) > 2 and [day.number for day in days] == list(range(days[0].number, days[0].number + len(days))):
        return 0
    closed = False
    for index in range(len(marks) - 1, -1, -1):
        if marks[index] == "," and not closed:
            return index + 1
        closed = closed or link_of(marks[index]) is not Link.THROUGH
    return 0


def _tied(days: list[Day], marks: list[str]) -> tuple[Day, ...]:
    """The days with what ties them; a comma ties as the word does that closes the row (`1, 2 of 3`)."""
    tied, last = list[Day](), None
    for day, mark in zip(days[:0:-1], reversed(marks), strict=True):
        last = last if mark == "," and last is Link.OR else link_of(mark)
        tied.append(msgspec.structs.replace(day, link=last))
    return (days[0], *reversed(tied))


def up_to(days: tuple[Day, ...], end: int) -> tuple[Day, ...]:
    """The days, the last of them with all that belongs to the whole date."""
    return (*days[:-1], msgspec.structs.replace(days[-1], end=end))


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """Days of one month as they are written, or weeks, or one month, quarter or half of a year (`unit`).

    The last one ends where the whole does; `link` ties the first to the date before. `toward` is the direction of
    TOWARD; `doubt` says why the reading is unsure by itself, with the other readings. A unit is empty where a later
    one says it (`eerste en tweede kwartaal`).
    """

    days: tuple[Day, ...]
    unit: str = "day"
    month: int = 0
    year: int | None = None
    toward: int = 0
    doubt: str | None = None
    alternatives: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        return self.days[0].start

    @property
    def end(self) -> int:
        return self.days[-1].end

    @property
    def link(self) -> Link | None:
        return self.days[0].link

    def tied(self, link: Link, at: int = 0) -> "Written":
        """The same with this link before one of its days."""
        day = msgspec.structs.replace(self.days[at], link=link)
        return msgspec.structs.replace(self, days=(*self.days[:at], day, *self.days[at + 1 :]))
