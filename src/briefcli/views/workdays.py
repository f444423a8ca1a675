"""`brief workdays`: the day that is a number of working days before or after another, and the days skipped."""

import contextlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import count, later, tr
from briefcli.domain.dates.typed import read_typed
from briefcli.domain.due import MEETING_ANCHOR, Due, Side, Unit, parse_due, resolve
from briefcli.domain.vocabulary import DUTCH, EVENT_KINDS
from briefcli.domain.when import DateRefusedError, When, WhenError, when_of
from briefcli.domain.workdays import Calendar, skipped, years_without_decree
from briefcli.errors import UsageError
from briefcli.views.cell import Cell, Words
from briefcli.views.labels import reason_words
from briefcli.views.making import table, view_of
from briefcli.views.view import Column, Remark, View

_HOW = later("write it as in: 5 before 2023-06-15, 10 after 2023-06-16")

_NOT_BUILT_IN = later(
    "Not built in: which days were made equal to holidays in {years} (often the Friday after Ascension Day); "
    "brief.toml can add them."
)
_NAMES = frozenset({MEETING_ANCHOR, *EVENT_KINDS, *DUTCH})  # never read as dates, as the reader of dates loads slowly


class WorkdayCount(msgspec.Struct, frozen=True):
    """A number of working days before or after a date or, if `start` is None, before or after a name in an agenda."""

    due: Due
    start: When | None


def question(typed: Iterable[str], today: date) -> WorkdayCount:
    """Read `5 before 2023-06-15`, `5 voor debat` or `5 workdays before morgen`. Raises UsageError for another text."""
    text = " ".join(typed)
    number, _, rest = text.partition(" ")
    if not rest.casefold().startswith(("workday", "werkdag")):
        rest = f"{'werkdagen' if rest.casefold().startswith(('voor', 'vóór', 'na ')) else 'workdays'} {rest}"
    due = None
    with contextlib.suppress(WhenError):
        due = parse_due(f"{number} {rest}")
    if due is not None and due.unit is Unit.WORKDAY and due.count is not None:
        return WorkdayCount(due, _date_in(due, today))
    raise UsageError(tr("“{text}” is no count of working days from a day", text=text), tr(_HOW))


def _date_in(due: Due, today: date) -> When | None:
    if due.anchor in _NAMES:
        return None
    target = due.text.split(maxsplit=3)[3]
    try:
        return read_typed(target, today, ahead=True)
    except WhenError as error:
        if isinstance(error, DateRefusedError) or target[:1].isdigit() or target.startswith("."):
            raise
        return None


def start_in(asked: WorkdayCount, anchors: Mapping[str, When]) -> When:
    """The date that the question counts from; `anchors` has the dates of one agenda by their names.

    Raises UsageError if the agenda has no date of that name.
    """
    if (name := asked.due.anchor) not in anchors:
        words = {each: tr(each) for each in anchors if not anchors.keys() & {*DUTCH.get(each, ())}}
        known = ", ".join(word if word in anchors or each == MEETING_ANCHOR else each for each, word in words.items())
        message = tr("the agenda has no date for “{name}”", name=name)
        raise UsageError(message, tr("count from one of: {names}", names=known))
    return anchors[name]


def workdays_view(asked: WorkdayCount, start: When, calendar: Calendar) -> View:
    """The answer in one sentence, never more exact than the date `start`, then the days that were skipped."""
    end = resolve(msgspec.structs.replace(asked.due, anchor=MEETING_ANCHOR), {MEETING_ANCHOR: start}, calendar)
    first = start.day if asked.due.side is Side.BEFORE else start.final_day
    if first is None or end.day is None:
        said = _sentence(asked, start, end)
        return view_of(_record(asked, start, end, [], None), Remark(said), found=end.text != "unknown")
    passed = list(skipped(first, end.day, calendar))
    if asked.due.side is Side.BEFORE:
        passed.reverse()
    recess, years = calendar.recess_on(end.day), years_without_decree(first, end.day)
    listed = table(
        passed,
        (Column(tr("Skipped"), whole=True), lambda each: when_of(each[0])),
        (Column(tr("Reason")), lambda each: Words(reason_words(each[1]))),
    )
    return view_of(
        _record(asked, start, end, passed, recess),
        Remark(_sentence(asked, when_of(first), end)),
        listed,
        Remark((tr("The House does not sit that day"), ": ", Words(recess), ".")) if recess else None,
        Remark(tr(_NOT_BUILT_IN, years=", ".join(map(str, years)))) if years else None,
    )


def _sentence(asked: WorkdayCount, start: When, end: When) -> Cell:
    number = count("{n} working day", "{n} working days", asked.due.count or 0)
    side = tr("before") if asked.due.side is Side.BEFORE else tr("after")
    return (number, " ", side, " ", start, ": ", end)


def _record(
    asked: WorkdayCount, start: When, end: When, passed: Iterable[tuple[date, str]], recess: str | None
) -> dict[str, Any]:
    days = [day for day in (start.day, end.day) if day]
    return {
        "count": asked.due.count,
        "side": asked.due.side,
        "from": start.text,
        "date": end.text,
        "skipped": [{"date": day, "reason": reason} for day, reason in passed],
        "recess": recess,
        "years_without_decree": years_without_decree(min(days), max(days)) if days else [],
    }
