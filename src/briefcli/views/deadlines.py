"""`brief deadlines`: everything with a date ahead, nearest first, over all agendas."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Status
from briefcli.library.questions import Dated, Library, Wanted
from briefcli.views.model import Column, Remark, Table, View, Words
from briefcli.views.nearness import is_overdue, left_until, limit_of


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
    return View(data=[_record(each, today) for each in shown], blocks=(_table(shown, today),))


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


def _order(item: Dated, today: date) -> tuple[bool, bool, str, str]:
    day = limit_of(item)
    return (not is_overdue(item, today), day is None, day.isoformat() if day else "", "|".join(item.when.sort_key))


def _nothing(library: Library, today: date, choice: Choice) -> tuple[Any, ...]:
    """Never an empty table: say so, and name the last thing that passed."""
    last = library.latest_past(today, choice.wanted)
    nothing = tr("Nothing ahead.")
    if last is None:
        return (nothing,)
    return (nothing, " ", tr("The last was"), ": ", Words(last.title), " (", Words(last.meeting), "), ", last.when, ".")


def _table(items: Iterable[Dated], today: date) -> Table:
    columns = (
        Column("days", tr("Left"), whole=True),
        Column("when", tr("Date"), whole=True),
        Column("title", tr("What")),
        Column("kind", tr("Kind"), spare=True),
        Column("meeting", tr("Meeting"), whole=True),
        Column("owner", tr("Owner")),
    )
    return Table(columns, tuple(_row(each, today) for each in items))


def _row(item: Dated, today: date) -> tuple[Any, ...]:
    title = item.meeting_title if item.source == "meeting" else item.title
    return (
        left_until(item, today),
        item.when,
        Words(title),
        tr(item.kind or item.source),
        Words(item.meeting),
        Words(item.owner),
    )


def _record(item: Dated, today: date) -> dict[str, Any]:
    day = limit_of(item)
    return {
        "date": day,
        "until": item.when.last,
        "days": (day - today).days if day else None,
        "when": item.when.text,
        "title": item.title,
        "kind": item.source,
        "type": item.kind or None,
        "meeting": item.meeting,
        "owner": item.owner or None,
        "status": "overdue" if is_overdue(item, today) else item.status or None,
        "written": item.written or None,
    }
