"""A view: raw data in titled blocks. Dates are dates and numbers are numbers; a renderer decides how they look."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum
from typing import Any, TypeVar

import msgspec

from briefcli.domain.item import Item, Marked, Text, marker
from briefcli.domain.when import When


class Words(msgspec.Struct, frozen=True):
    """Text from a file; `withheld` marks what only the internal version shows."""

    text: str
    withheld: bool = False
    ground: str | None = None


class Strong(msgspec.Struct, frozen=True):
    """Text that stands out, such as the words that were searched for."""

    text: str


class Struck(msgspec.Struct, frozen=True):
    """A date that no longer holds."""

    when: When


class Countdown(msgspec.Struct, frozen=True):
    """How far off a date is, seen from a day."""

    when: When
    today: date


class PaperCell(msgspec.Struct, frozen=True):
    """A paper's number as it is written, with its address."""

    text: str
    url: str | None = None
    certain: bool = True


class Nearness(IntEnum):
    """How near a date is: it is shown as a colour, and as a mark for those who do not see colours."""

    LATE = 0
    NOW = 1  # today, or within two days
    WEEK = 2
    MONTH = 3
    LATER = 4
    UNDATED = 5
    PAST = 6
    DONE = 7
    NOT_RECORDED = 8  # a standard deadline that passed, and nobody wrote down what became of it
    CALLED_OFF = 9  # cancelled or dropped


class Left(msgspec.Struct, frozen=True):
    """The time left from `today` until `day`, which is None if unknown, and how near that is."""

    near: Nearness
    day: date | None
    today: date


Cell = str | int | float | None | Words | Strong | When | Struck | Countdown | PaperCell | Left | tuple["Cell", ...]


class Column(msgspec.Struct, frozen=True):
    """One column of a table.

    `main` gets the room that is left; `whole` keeps each cell on one line; `right` aligns to the right; `spare` may be
    left out on a narrow screen.
    """

    heading: str
    whole: bool = False
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


class Mark(msgspec.Struct, frozen=True):
    """One thing on a time axis. `sort` chooses its symbol; `leads_to` holds the first days of what it prepares."""

    when: When
    text: Cell
    sort: str
    near: Nearness
    leads_to: tuple[date, ...] = ()


class Axis(msgspec.Struct, frozen=True):
    """Things along time, in order, with today among them."""

    marks: tuple[Mark, ...]
    today: date


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


T = TypeVar("T")


def view_of(data: Any, *blocks: Block | None, found: bool = True, fields: tuple[str, ...] = ()) -> View:
    """A view without the blocks that are None or empty, so that no empty section appears."""
    return View(data, present(blocks), found, fields)


def is_empty(cell: Cell) -> bool:
    """Whether the cell would show nothing; one with withheld text is not empty."""
    if isinstance(cell, tuple):
        return all(map(is_empty, cell))
    return cell is None or cell == "" or (isinstance(cell, Words) and not (cell.text.strip() or cell.withheld))


def labelled(*facts: tuple[str, Cell]) -> Facts:
    """A block of the facts that have a value."""
    return Facts(tuple(each for each in facts if not is_empty(each[1])))


def table(items: Iterable[T], *columns: tuple[Column, Callable[[T], Cell]], title: str = "") -> Table:
    """One row per item. Each column has a function that makes its cells; a column of empty cells is left out."""
    rows = [[cell(each) for _, cell in columns] for each in items]
    used = [place for place in range(len(columns)) if not all(is_empty(row[place]) for row in rows)]
    return Table(
        tuple(columns[each][0] for each in used), tuple(tuple(row[each] for each in used) for row in rows), title
    )


def record_of(item: Any, *names: str) -> dict[str, Any]:
    """These attributes of an item for machines: a date as its notation; empty becomes null if `?` follows the name."""
    found = {}
    for name in names:
        value = getattr(item, name.rstrip("?"))
        found[name.rstrip("?")] = None if name[-1] == "?" and not value else getattr(value, "text", value)
    return found


def nothing_found(said: Cell, fields: tuple[str, ...], *more: Block | None) -> View:
    """The answer that there is nothing (exit code 1), and why; `fields` are the fields that a record would have."""
    return view_of([], Remark(said), *more, found=False, fields=fields)


def words(text: Text | None) -> Words | None:
    """A text as a cell, with its ground, and marked as withheld if only the internal version shows it."""
    if text is None:
        return None
    if isinstance(text, Marked):
        is_shown_as_marker = text.text == marker(text.ground)
        return Words(text.text, withheld=not text.public and not is_shown_as_marker, ground=text.ground)
    return Words(text)


def item_words(item: Item, text: Text | None) -> Words | None:
    """A text of an item as a cell, marked as withheld also if the item as a whole is withheld."""
    cell = words(text)
    if cell is None or item.public or cell.withheld or cell.text == marker(item.ground):
        return cell
    return Words(cell.text, withheld=True, ground=item.ground)


def sentence(template: str, **places: Cell) -> Cell:
    """A translated sentence with cells in its named places, so that a renderer still sees dates and papers."""
    parts = re.split(r"\{([a-z_]+)\}", template)
    return tuple(places[part] if number % 2 else part for number, part in enumerate(parts) if part)


def joined(sign: str, cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells one after the other, with `sign` between them."""
    return tuple(part for each in cells for part in (sign, each))[1:]


def with_remark(said: Cell, remark: Cell) -> Cell:
    """The cell `said`, followed in brackets by the remark if there is one."""
    return (said, " (", remark, ")") if remark else said


_HELD = {Table: "rows", Facts: "facts", Points: "points", Axis: "marks"}  # a block is empty if this field is


def present(blocks: Iterable[Block | None]) -> tuple[Block, ...]:
    """The blocks that are neither None nor empty."""
    return tuple(each for each in blocks if each is not None and getattr(each, _HELD.get(type(each), ""), True))
