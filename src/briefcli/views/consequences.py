"""What a change of one agenda brings about: dates that shift, what is no longer due, and the meetings around it."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.late import is_called_off
from briefcli.index.queries import Index
from briefcli.index.records import DATED, DatedItem
from briefcli.index.rows import records_of
from briefcli.settings import Settings
from briefcli.views.model import Block, Cell, Column, Countdown, Point, Points, Table, Words

Key = tuple[str, int, str]


class Shift(msgspec.Struct, frozen=True):
    """One thing before and after the change."""

    before: DatedItem
    after: DatedItem
    is_off: bool


def consequences(
    index: Index, path: str, agendas: tuple[Agenda, Agenda], settings: Settings, today: date
) -> list[Block]:
    """What changes with it, in blocks that may be empty; the agendas are what this reader may see of them."""
    before, after = (_items(path, each, settings) for each in agendas)
    shifts = list(_shifts(before, after))
    return [_moved(shifts, today), _called_off(shifts), _led_from(index, next(iter(after.values())).meeting)]


def _items(path: str, agenda: Agenda, settings: Settings) -> dict[Key, DatedItem]:
    made = [record for _, record in records_of(path, agenda, settings)[DATED]]
    return {_key(each): each for each in made}


def _key(item: DatedItem) -> Key:
    return (item.source, -1 if item.rhythm else item.place, item.title if item.rhythm else "")


def _shifts(before: dict[Key, DatedItem], after: dict[Key, DatedItem]) -> Iterable[Shift]:
    for key, old in before.items():
        new = after.get(key)
        if new is not None:
            yield Shift(old, new, _is_off(new) and not _is_off(old))


def _is_off(item: DatedItem) -> bool:
    return is_called_off(item.source, item.status, item.meeting_status)


def _moved(shifts: Iterable[Shift], today: date) -> Table:
    columns = (
        Column("what", tr("What shifts"), main=True),
        Column("before", tr("From")),
        Column("after", tr("To")),
        Column("left", tr("Left"), whole=True),
    )
    shifted = [each for each in shifts if each.before.when.text != each.after.when.text and not _is_off(each.after)]
    return Table(columns, tuple(_row(each, today) for each in shifted))


def _row(shift: Shift, today: date) -> tuple[Cell, ...]:
    when = shift.after.when
    left = Countdown(when, today) if when.first or when.last else None
    return (Words(shift.after.title), shift.before.when, when, left)


def _called_off(shifts: Sequence[Shift]) -> Points:
    off = [each for each in shifts if each.is_off and each.after.source != "meeting" and each.before.status != "done"]
    return Points(tuple(Point(Words(each.after.title)) for each in off), tr("No longer due"))


def _led_from(index: Index, id_: str) -> Points:
    found = dict.fromkeys(each.id for each in index.leads() if each.target == id_)
    meetings = [meeting for other in found if (meeting := index.meeting(other))]
    points = (Point((Words(each.title, withheld=each.withheld), " (", Words(each.id), ")")) for each in meetings)
    return Points(tuple(points), tr("Meetings that lead to it"))
