"""A view: the answer to one question, in titled blocks of raw data."""

from datetime import date
from typing import Any

import msgspec

from briefcli.domain.when import When
from briefcli.views.cell import Cell, Nearness, Words


class Column(msgspec.Struct, frozen=True):
    """One column of a table.

    `main` gets the room that is left; `whole` keeps each cell on one line, but an `id` may go on behind a hyphen;
    `right` aligns to the right; `spare` may be left out on a narrow screen.
    """

    heading: str
    whole: bool = False
    id: bool = False
    right: bool = False
    spare: bool = False
    main: bool = False


class Table(msgspec.Struct, frozen=True):
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


class Facts(msgspec.Struct, frozen=True):
    """Labelled values, one per line."""

    facts: tuple[tuple[str, Cell], ...]


class Point(msgspec.Struct, frozen=True):
    """One point of a list, and the points below it."""

    text: Cell
    label: str = ""
    below: tuple["Point", ...] = ()


class Points(msgspec.Struct, frozen=True):
    points: tuple[Point, ...]
    title: str = ""


class AxisMark(msgspec.Struct, frozen=True):
    """One thing on a time axis. `sort` chooses its symbol; `leads_to` holds the first days of what it prepares."""

    when: When
    text: Cell
    sort: str
    near: Nearness
    leads_to: tuple[date, ...] = ()


class Axis(msgspec.Struct, frozen=True):
    """Things along time, in order, with today among them."""

    marks: tuple[AxisMark, ...]
    today: date

    @property
    def days(self) -> list[date]:
        """The first and the last day of each thing, as far as they are known."""
        return [day for mark in self.marks for day in (mark.when.first, mark.when.last) if day]


class Heading(msgspec.Struct, frozen=True):
    """The title of the answer, and the line below it."""

    title: Words
    under: Cell = None


class Remark(msgspec.Struct, frozen=True):
    """A sentence by the program itself about the answer."""

    text: Cell


Block = Heading | Facts | Points | Table | Axis | Remark


class View(msgspec.Struct, frozen=True):
    """The answer to one question: `data` for machines, by the contract; `blocks` for people.

    `found` is false for exit code 1. `fields` are the names of the fields of a record, for when `data` has no record.
    """

    data: Any
    blocks: tuple[Block, ...]
    found: bool = True
    fields: tuple[str, ...] = ()
