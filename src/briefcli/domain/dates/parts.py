"""The types that the readers of dates share: a date as it is written, its meaning, and its mention in a text.

Also the functions that interpret the parts of a date that all forms share: its days, its year and the words between.
"""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import Any, Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.words import WHOLE_MONTH, regex, weekday_number
from briefcli.domain.when import SHORT_YEAR, When, WhenError, parse_when


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """One date expression. `start` and `end` count code points; `text` is the text between them.

    `doubt` says why the meaning is a guess, or how the text contradicts itself. A fixed message is not translated, so
    that code can compare it; `reason` is the translation. `alternatives` has the other readings in the notation of
    `when`. For a term that counts from a meeting or a debate, `when` is unknown and `due` has the term in the notation
    of an agenda (`2 weeks before meeting`).
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
    """What an expression means, without its place; `edtf` is the date in the notation of `when.py`."""

    edtf: str
    reason: str | None = None
    alternatives: tuple[str, ...] = ()


Partial = tuple[int, int, Meaning]  # start, end and meaning
# A pattern, and a function that returns what a match means. Its second argument is the date of the text, or None if the
# rule does without
DateRule = tuple[re.Pattern[str], Callable[[re.Match[str], Any], Meaning | None]]


def mention_of(text: str, start: int, end: int, meaning: Meaning) -> DateMention | None:
    """The mention at that place; None if the calendar has no such date (the year 10000)."""
    try:
        when = parse_when(meaning.edtf)
    except WhenError:
        return None
    doubt, others = meaning.reason, meaning.alternatives
    return DateMention(text=text[start:end], start=start, end=end, when=when, doubt=doubt, alternatives=others)


def doubted(mention: DateMention, doubt: str, *others: str) -> DateMention:
    """The mention, marked as uncertain, with further readings. An earlier doubt is kept, as it says more."""
    alternatives = (*mention.alternatives, *others)
    return msgspec.structs.replace(mention, doubt=mention.doubt or doubt, alternatives=alternatives)


STUCK: Final = later("The digits after the year are read as a footnote's number.")
MAY_BE_OTHER_DAY: Final = later("The number before the date may be another day, or count something.")
YEAR_BEHIND: Final = later("The digits after the month may be its year.")
# `1 december 2023/2024`, `2023 en 2024`
NEXT_YEAR: Final = regex("(?:/| (?:en|of|and|or) )20[0-9]{2}(?![0-9-]|[./ ][0-9])")


class Link(Enum):
    """What ties two days, or two dates, together."""

    THROUGH = auto()
    AND = auto()
    OR = auto()
    MOVED = auto()


_EITHER: Final = regex(r"\bEITHER")
_ALSO: Final = re.compile(r"[,&+]|\b(?:en|resp\.|respectievelijk|and|et|und|als|alsmede|alsook|evenals|as)\Z")


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
    """The year that ITS_YEAR, SHIFTED_YEAR or TOWARD matched, the end of the date with its year, and a doubt or None.

    The mark of a footnote that is stuck to the year is left out. A shifted year (`volgend jaar`) needs `written`, the
    date of the text.
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
    """The direction that TOWARD matched: -1 for a past date (jl.), 1 for a date to come (a.s.), else 0."""
    return -1 if found["past"] else int(found["to_come"] is not None)


class Day(msgspec.Struct, frozen=True):
    """The number of a day, its place (which includes a weekday before it), and its link to the previous day."""

    number: int
    start: int
    end: int
    weekday: int | None = None
    link: Link | None = None


_ONE: Final = regex(
    r"(?P<link>LINK)?(?P<on>ON_DAY)(?P<day>(?:week )?(?:WEEKDAY_FIRST)(?P<number>[0-9]{1,2})(?:NTH|\.)?)(?=LINK|\Z)"
)


def every_day(text: str, start: int, end: int) -> tuple[Day, ...]:
    """Each number of a stretch of text that DAY_LIST or WEEK_LIST matched, as a day or a week."""
    return _tied(*_days_and_marks(list(_ONE.finditer(text, start, end))))


def _days_and_marks(numbers: list[re.Match[str]]) -> tuple[list[Day], list[str]]:
    """The days, and the words between each two of them."""
    weekdays = [weekday_number(found["weekday"]) if found["weekday"] else None for found in numbers]
    pairs = zip(numbers, weekdays, strict=True)
    days = [Day(int(found["number"]), *found.span("day"), weekday) for found, weekday in pairs]
    return days, [found["link"].strip() for found in numbers[1:]]


def read_days(text: str, start: int, end: int, *, counts: bool = False, is_row: bool = False) -> tuple[Day, ...]:
    """The days of such a stretch without the numbers that count something else, which may leave none.

    Those are the first numbers if `counts` says that the words before them announce such numbers (`nr. 4 en 28 mei`),
    and numbers before a comma that is not part of an enumeration (`5, 28 mei`). With `is_row` the words around say
    that such numbers are days (`op 5, 28 mei`).
    """
    if not counts and text[start:end].isdigit():  # the usual case
        return (Day(int(text[start:end]), start, end),)
    numbers = list(_ONE.finditer(text, start, end))
    apart = 0 if is_row else max((at for at, found in enumerate(numbers) if found["on"]), default=0)
    counts = counts and not (numbers[apart]["on"] and not is_row)  # `zaal 3, op 4 juni`
    days, marks = _days_and_marks(numbers[apart:])
    if any(mark == "op" and days[at].number + 1 != days[at + 1].number for at, mark in enumerate(marks)):
        counts = True
    if counts and len(days) == 1:
        return ()
    falls = [at for at, mark in enumerate(marks, 1) if mark == "," and days[at].number <= days[at - 1].number]
    if falls:  # `12, 7 en 8 juli`: the days of a row ascend
        days, marks = days[falls[-1] :], marks[falls[-1] :]
    if counts and not falls:  # the last day, or the range of days that ends the row
        cut = len(marks) - (len(marks) > 1 and marks[-2] == "," and link_of(marks[-1]) is Link.THROUGH)
    else:
        cut = 0 if is_row else _first_of_enumeration(days, marks)
    return _tied(days[cut:], marks[cut:])


def _first_of_enumeration(days: list[Day], marks: list[str]) -> int:
    """The index of the first day that belongs to the row: after the last comma that no `en` or `of` follows.

    Three or more consecutive days need no such word (`3, 4, 5 juni`).
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
    """The days with their links.

    In a row that `of` closes, a comma means `of` too (`1, 2 of 3`). More than one slash stands for commas (`12/14/16`).
    """
    tied, last = list[Day](), None
    marks = [","] * len(marks) if marks.count("/") == len(marks) > 1 else marks
    for day, mark in zip(days[:0:-1], reversed(marks), strict=True):
        last = last if mark == "," and last is Link.OR else link_of(mark)
        tied.append(msgspec.structs.replace(day, link=last))
    return (days[0], *reversed(tied))


def up_to(days: tuple[Day, ...], end: int) -> tuple[Day, ...]:
    """The days, the last one extended to `end`, where the whole date ends."""
    return (*days[:-1], msgspec.structs.replace(days[-1], end=end))


class WrittenDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date as it is written: days of one month, or weeks, or one month, quarter or half of a year (`unit`).

    `days` has their numbers. The last ends where the whole date ends; the link of the first is that to the previous
    date. `toward` is the direction of TOWARD, `stretch` the first and last day of the part of a month that is meant.
    `doubt` says why the words alone leave the reading unsure, and `alternatives` has the other readings. `unit` is
    empty if a later date names it (`eerste en tweede kwartaal`).
    """

    days: tuple[Day, ...]
    unit: str = "day"
    month: int = 0
    year: int | None = None
    toward: int = 0
    stretch: tuple[int, int] = WHOLE_MONTH
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

    def tied(self, link: Link, at: int = 0) -> "WrittenDate":
        """The same date with this link before the day at index `at`."""
        day = msgspec.structs.replace(self.days[at], link=link)
        return msgspec.structs.replace(self, days=(*self.days[:at], day, *self.days[at + 1 :]))


# A pattern, and a function that returns what a match means. Its other arguments are the text before the match, and the
# date of the text or None
WrittenRule = tuple[re.Pattern[str], Callable[[re.Match[str], str, date | None], WrittenDate | None]]
