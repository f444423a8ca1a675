"""Cells and records of things with a date, as several answers show them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.agenda import Status
from briefcli.domain.when import When
from briefcli.index.questions import Dated
from briefcli.views.model import Cell, Column, Table, Words
from briefcli.views.nearness import is_overdue, left_until, limit_of

_UNUSUAL = (Status.CANCELLED, Status.MOVED, Status.NOT_REACHED)


def from_rhythm(item: Dated) -> Words:
    """The mark of what no file has, but the settings bring to every such meeting; and whether the House sits then."""
    recess = f"; {item.recess}" if item.recess else ""
    return Words(f"({tr('rhythm')} {item.rhythm}{recess})")


def title_of(item: Dated) -> Cell:
    """What it is, with what is unusual about it: inherited, cancelled, moved, not reached."""
    title = item.meeting_title if item.source == "meeting" else item.title
    parts: list[Cell] = [Words(title, withheld=item.withheld)]
    if item.status in _UNUSUAL:
        parts += [" (", tr(item.status), ")"]
    if item.rhythm:
        parts += [" ", from_rhythm(item)]
    return tuple(parts)


def date_of(item: Dated) -> Cell:
    """Its date; where that is not known, what it is counted from."""
    unknown = When.unknown().text
    return item.when if item.when.text != unknown or item.written in {"", unknown} else Words(item.written)


def dated_table(items: Iterable[Dated], today: date, title: str = "", *, meeting: bool = False) -> Table:
    """One line a thing; with its meeting where they are of several."""
    columns = [
        Column("days", tr("Left"), whole=True),
        Column("when", tr("Date"), whole=True),
        Column("title", tr("What")),
        Column("kind", tr("Kind"), spare=True),
        Column("meeting", tr("Meeting"), whole=True),
        Column("owner", tr("Owner")),
    ]
    rows = (
        (
            left_until(each, today),
            date_of(each),
            title_of(each),
            tr(each.kind or each.source),
            Words(each.meeting) if meeting else None,
            Words(each.owner),
        )
        for each in items
    )
    return Table(tuple(columns), tuple(rows), title)


def in_order(item: Dated) -> tuple[bool, str, tuple[str, str, str]]:
    """By the day that counts; what has none comes last, by what is known of it."""
    day = limit_of(item)
    return (day is None, day.isoformat() if day else "", item.when.sort_key)


def dated_record(item: Dated, today: date) -> dict[str, Any]:
    """For machines; `rhythm` names what it is inherited from, `recess` the recess it falls in."""
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
        "rhythm": item.rhythm or None,
        "recess": item.recess or None,
    }
