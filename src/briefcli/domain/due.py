"""When something must be ready: a date, or a term that counts from something in the same agenda.

`2023-06-05`, `5 workdays before meeting`, `14 days before meeting`, `before debate`, `10 days after meeting`,
`the Friday before meeting`. “Before” counts from the first day of what the term points at, “after” from the last.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.vocabulary import DUTCH, EVENT_KINDS, plain_name
from briefcli.domain.when import Grain, When, WhenError, after, before, parse_when, period, until, when_of

if TYPE_CHECKING:  # not loaded where dates are only shown
    from briefcli.domain.workdays import Calendar

MEETING_ANCHOR = "meeting"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LARGEST_COUNT = 3660  # ten years of days; a larger count must be a typo


class Unit(StrEnum):
    WORKDAY = "workday"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Side(StrEnum):
    BEFORE = "before"
    AFTER = "after"
    ON = "on"


class Due(msgspec.Struct, frozen=True, omit_defaults=True):
    """Either `when` is set, or `side` and `anchor` are: with `count` and `unit`, with `weekday`, or with neither."""

    text: str
    when: When | None = None
    side: Side = Side.BEFORE
    anchor: str = ""
    count: int | None = None
    unit: Unit | None = None
    weekday: int | None = None

    def __str__(self) -> str:
        return self.text


DUTCH_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
# Strings that `re` compiles on first use: showing dates needs none of them
_RELATIVE = (
    r"(?i)(?:(?P<count>[0-9]{1,5})\s+(?P<unit>workday|day|week|month)s?\s+|(?:the\s+)?(?P<weekday>[a-z]+day)\s+)?"
    r"(?P<side>before|after|on)\s+(?P<anchor>\S.*)"
)
_DUTCH = (
    r"(?i)(?:(?P<count>[0-9]{1,5})\s+(?P<unit>werkdag|dag|week|weken|maand)(?:en)?\s+"
    rf"|(?:de\s+)?(?P<weekday>{'|'.join(DUTCH_WEEKDAYS)})\s+)?(?P<side>v[oó][oó]r|na|op)\s+(?P<anchor>\S.*)"
)
_DUTCH_SIDES = frozenset({"voor", "vóór", "vóor", "voór", "na", "op"})  # a term without any needs no pattern
_IN_ENGLISH = {
    "na": "after", "op": "on", "werkdag": "workday", "dag": "day", "week": "week", "weken": "week", "maand": "month",
    **dict(zip(DUTCH_WEEKDAYS, map(str.capitalize, WEEKDAYS), strict=True)),
}  # fmt: skip
_MEETINGS = frozenset({"vergadering", "bijeenkomst", "afloop", MEETING_ANCHOR})  # “10 dagen na afloop”
_HOW = later("write a date (2023-06-05) or count: 5 workdays before meeting, 10 days after meeting, before debate")


def parse_due(text: str) -> Due:
    """Read either form, in English or Dutch. Raises WhenError, with a hint, for anything else."""
    text = in_english(" ".join(text.split()))
    found = re.fullmatch(_RELATIVE, text)
    if not found:
        try:
            return Due(text=text, when=parse_when(text))
        except WhenError as error:
            raise WhenError(str(error), error.hint if re.match(r"\S*[0-9]{4}", text) else tr(_HOW)) from error
    count = int(found["count"]) if found["count"] else None
    side, weekday = Side(found["side"].lower()), (found["weekday"] or "").lower()
    if weekday and weekday not in WEEKDAYS:
        raise WhenError(tr("“{word}” is not a day of the week", word=found["weekday"]), tr("write monday … sunday"))
    if count is not None and count > LARGEST_COUNT:
        raise WhenError(tr("“{text}” counts more than {most}", text=text, most=LARGEST_COUNT), tr(_HOW))
    if side is Side.ON and (count is not None or weekday):
        raise WhenError(tr("“{text}” has a count and “on”", text=text), tr(_HOW))
    if count is None and not weekday and re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){1,2}", found["anchor"]):
        day = parse_when(found["anchor"])
        if side is not Side.ON and day.first and day.last:
            day = before(day.first) if side is Side.BEFORE else after(day.last)
        return Due(text=day.text, when=day)
    anchor = _anchor(found["anchor"])
    if anchor != plain_name(found["anchor"]):
        text = f"{text[: found.start('anchor')]}{anchor}"
    unit = Unit(found["unit"].lower()) if found["unit"] else None
    return Due(text, None, side, anchor, count, unit, WEEKDAYS.index(weekday) if weekday else None)


def in_english(text: str) -> str:
    """A term in Dutch (`5 werkdagen voor vergadering`) in the usual English form; any other text unchanged."""
    if _DUTCH_SIDES.isdisjoint(text.lower().split()) or not (found := re.fullmatch(_DUTCH, text)):
        return text
    unit, weekday, side = (_IN_ENGLISH.get((found[each] or "").lower()) for each in ("unit", "weekday", "side"))
    head = f"{found['count']} {unit}{'' if found['count'] == '1' else 's'} " if unit else ""
    head = f"the {weekday} " if weekday else head
    name = _anchor(found["anchor"])
    anchor = found["anchor"] if name == plain_name(found["anchor"]) else name
    return f"{head}{side or 'before'} {anchor}"


def _anchor(words: str) -> str:
    """The name under which the anchor is looked up: an id, or a kind of event without its article (`het debat`)."""
    name = plain_name(words)
    bare = re.sub(r"\A(?:de|het|the) ", "", name)
    if bare in _MEETINGS:
        return MEETING_ANCHOR
    return bare if bare in EVENT_KINDS or bare in DUTCH else name


def resolve(due: Due | None, anchors: Mapping[str, When], calendar: "Calendar") -> When:
    """The date that `due` stands for, no more exact than the date it counts from; unknown if either is missing.

    Counted from a week, month or year, the result is a week, month or year too (or a range of them). Counted from
    “some day before 15 June”, it is “some day before” another day.
    """
    if due is None:
        return When.unknown()
    if due.when is not None:
        return due.when
    target = anchors.get(due.anchor)
    if target is None or due.side is Side.ON:
        return target or When.unknown()
    try:
        is_open = due.count is None and due.weekday is None
        return _open(due, target) if is_open else _counted(due, target, calendar)
    except (OverflowError, ValueError):  # counted out of the calendar's years
        return When.unknown()


def _open(due: Due, target: When) -> When:
    """Some day before the first day of `target`, or after its last day.

    If `target` is not an exact day, its outer bound counts: the last day for “before”, the first for “after”. But
    before a week, month or year the result is that period itself, as its last day would promise too much time.
    """
    is_exact, is_before = target.grain is Grain.DAY, due.side is Side.BEFORE
    if is_before and not is_exact and target.first and target.last:
        return period(target.first, target.last, target.grain, confirmed=target.confirmed)
    near, far = (target.first, target.last) if is_before else (target.last, target.first)
    day = near if is_exact else far
    return (before if is_before else after)(day, confirmed=target.confirmed) if day else When.unknown()


def _counted(due: Due, target: When, calendar: "Calendar") -> When:
    """The day counted back from the first day of `target`, or on from its last. Of a period both ends are moved."""
    if target.grain is Grain.DAY:
        day = target.first if due.side is Side.BEFORE else target.last
        return when_of(_moved(due, day, calendar), confirmed=target.confirmed) if day else When.unknown()
    first, last = (_moved(due, day, calendar) if day else None for day in (target.first, target.last))
    if first and last:
        return period(first, last, target.grain, confirmed=target.confirmed)
    if last:
        return until(last, confirmed=target.confirmed)
    return after(first, confirmed=target.confirmed) if first else When.unknown()


def _moved(due: Due, day: date, calendar: "Calendar") -> date:
    sign = -1 if due.side is Side.BEFORE else 1
    if due.weekday is not None:
        return nearest_weekday(day, due.weekday, sign)
    return moved(day, sign * (due.count or 0), due.unit or Unit.DAY, calendar)


def moved(day: date, count: int, unit: Unit, calendar: "Calendar | None" = None) -> date:
    """The day `count` units after `day`, or before it if `count` is negative.

    Raises OverflowError or ValueError if the result is outside the years 1 to 9999.
    """
    match unit:
        case Unit.WORKDAY:
            from briefcli.domain.workdays import Calendar, shift

            return shift(day, count, calendar or Calendar())
        case Unit.MONTH:
            from dateutil.relativedelta import relativedelta

            return day + relativedelta(months=count)
        case Unit.WEEK:
            return day + timedelta(weeks=count)
        case _:
            return day + timedelta(days=count)


def nearest_weekday(day: date, weekday: int, sign: int) -> date:
    """The first `weekday` (0 is Monday) strictly after `day` if `sign` is 1, strictly before it if -1."""
    distance = (sign * (weekday - day.weekday())) % 7 or 7
    return day + timedelta(days=sign * distance)
