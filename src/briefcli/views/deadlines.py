"""`brief deadlines`: everything with a date ahead, nearest first, over all agendas."""

from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Status
from briefcli.index.questions import Dated, Library, Wanted
from briefcli.views.dated import dated_record, dated_table, in_order
from briefcli.views.model import Remark, View, Words
from briefcli.views.nearness import is_overdue, limit_of


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What of it to show."""

    wanted: Wanted = Wanted()
    days: int | None = None
    owner: str | None = None
    kind: str | None = None
    past: bool = False


def deadlines_view(library: Library, today: date, choice: Choice) -> View:
    """Overdue ones first, then by date, those without a date last; what is cancelled drops out."""
    found = library.dated(choice.wanted, since=None if choice.past else today)
    shown = [each for each in found if _is_wanted(each, choice, today)]
    shown.sort(key=lambda each: _order(each, today))
    if not shown:
        return View(data=[], blocks=(Remark(_nothing(library, today, choice)),), found=False)
    return View(data=[dated_record(each, today) for each in shown], blocks=(dated_table(shown, today, meeting=True),))


def _is_wanted(item: Dated, choice: Choice, today: date) -> bool:
    if Status.CANCELLED in {item.status, item.meeting_status}:
        return False
    if choice.owner is not None and choice.owner.casefold() not in item.owner.casefold():
        return False
    if choice.kind is not None and _plain_kind(choice.kind) not in {item.source, _plain_kind(item.kind)}:
        return False
    if choice.days is None:
        return True
    day = limit_of(item)
    return day is not None and (day - today).days <= choice.days


def _plain_kind(kind: str) -> str:
    return kind.replace("-", " ").casefold()


def _order(item: Dated, today: date) -> tuple[bool, bool, str, tuple[str, str, str]]:
    return (not is_overdue(item, today), *in_order(item))


def _nothing(library: Library, today: date, choice: Choice) -> tuple[Any, ...]:
    """Never an empty table: say so, and name the last thing of the sort that passed."""
    nothing = (
        tr("Nothing ahead.")
        if choice.days is None
        else count("Nothing within {n} day.", "Nothing within {n} days.", choice.days)
    )
    anything = msgspec.structs.replace(choice, days=None)
    # What a rhythm brings need never have happened
    past = library.past(today, choice.wanted)
    last = next((each for each in past if _is_wanted(each, anything, today)), None)
    if last is None:
        return (nothing,)
    return (nothing, " ", tr("The last was"), ": ", Words(last.title), " (", Words(last.meeting), "), ", last.when, ".")
