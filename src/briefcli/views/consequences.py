"""What a change of one agenda brings about: dates that shift, what is no longer due, and the meetings around it."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.late import is_called_off
from briefcli.domain.when import parse_when
from briefcli.index.questions import Library
from briefcli.index.rows import DatedRow, rows_of
from briefcli.index.schema import Audience
from briefcli.settings import Settings
from briefcli.views.model import Block, Cell, Column, Countdown, Point, Points, Table, Words


class Shift(msgspec.Struct, frozen=True):
    """One thing before and after the change."""

    before: DatedRow
    after: DatedRow
    is_off: bool


def consequences(
    library: Library, id_: str, agendas: tuple[Agenda, Agenda], settings: Settings, today: date
) -> list[Block]:
    """What changes with it, in blocks that may be empty; only what this reader of the agendas may see."""
    before, after = (rows_of(id_, each, settings) for each in agendas)
    status = agendas[1].status or ""
    shifts = list(_shifts(_seen(before.dated, library), _seen(after.dated, library), status))
    return [_moved(shifts, today), _called_off(shifts), _led_from(library, id_)]


def _seen(rows: Sequence[DatedRow], library: Library) -> dict[tuple[str, int, str], DatedRow]:
    wanted = Audience.INTERNAL if library.internal else Audience.PUBLIC
    return {_key(each): each for each in rows if each.audience & wanted}


def _key(row: DatedRow) -> tuple[str, int, str]:
    return (row.source, -1 if row.rhythm else row.place, row.title if row.rhythm else "")


def _shifts(
    before: dict[tuple[str, int, str], DatedRow], after: dict[tuple[str, int, str], DatedRow], status: str
) -> Iterable[Shift]:
    for key, old in before.items():
        new = after.get(key)
        if new is not None:
            off = is_called_off(new.source, new.status, status) and not is_called_off(old.source, old.status, "")
            yield Shift(old, new, off)


def _moved(shifts: Iterable[Shift], today: date) -> Table:
    columns = (
        Column("what", tr("What shifts"), main=True),
        Column("before", tr("From")),
        Column("after", tr("To")),
        Column("left", tr("Left"), whole=True),
    )
    return Table(columns, tuple(_row(each, today) for each in shifts if each.before.moment != each.after.moment))


def _row(shift: Shift, today: date) -> tuple[Cell, ...]:
    when = parse_when(shift.after.moment)
    left = Countdown(when, today) if when.first or when.last else None
    return (Words(shift.after.title), parse_when(shift.before.moment), when, left)


def _called_off(shifts: Sequence[Shift]) -> Points:
    off = [each for each in shifts if each.is_off and each.after.source != "meeting" and each.before.status != "done"]
    return Points(tuple(Point(Words(each.after.title)) for each in off), tr("No longer due"))


def _led_from(library: Library, id_: str) -> Points:
    sql = (
        "SELECT m.id, m.title FROM lead l JOIN meeting m ON m.file = l.file AND m.audience & :audience "
        "WHERE l.target = :id AND l.audience & :audience ORDER BY m.sort, m.id"
    )
    found = dict.fromkeys(library.ask(sql, id=id_))
    points = (Point((Words(title), " (", Words(other), ")")) for other, title in found)
    return Points(tuple(points), tr("Meetings that lead to it"))
