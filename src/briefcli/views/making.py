"""Makes cells, blocks and views: leaves out what is empty, and warns if something may be missing."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from briefcli.catalog import count
from briefcli.domain.item import Item, Marked, Text, marker
from briefcli.views.cell import Cell, Words, is_empty
from briefcli.views.view import Axis, Block, Column, Facts, Points, Remark, Table, View

if TYPE_CHECKING:  # `--help` must not load sqlite3
    from briefcli.index.queries import Index

T = TypeVar("T")
_HELD = {Table: "rows", Facts: "facts", Points: "points", Axis: "marks"}  # a block is empty if this field is


def view_of(data: Any, *blocks: Block | None, found: bool = True, fields: tuple[str, ...] = ()) -> View:
    """A view without the blocks that are None or empty, so that no empty section appears."""
    present = (each for each in blocks if each is not None and getattr(each, _HELD.get(type(each), ""), True))
    return View(data, tuple(present), found, fields)


def known_facts(*facts: tuple[str, Cell]) -> Facts:
    return Facts(tuple(each for each in facts if not is_empty(each[1])))


def table(items: Iterable[T], *columns: tuple[Column, Callable[[T], Cell]], title: str = "") -> Table:
    """One row per item. Each column has a function that makes its cells; a column of empty cells is left out."""
    rows = [[cell(each) for _, cell in columns] for each in items]
    used = [place for place in range(len(columns)) if not all(is_empty(row[place]) for row in rows)]
    shown = tuple(tuple(row[place] for place in used) for row in rows if used)
    return Table(tuple(columns[place][0] for place in used), shown, title)


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


def joined_cells(sign: str, cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells one after the other, with `sign` between them."""
    return tuple(part for each in cells for part in (sign, each))[1:]


def with_remark(said: Cell, remark: Cell) -> Cell:
    """The cell `said`, followed in brackets by the remark if there is one."""
    return (said, " (", remark, ")") if remark else said


def missing_words(index: "Index") -> str:
    """The warning that something may be missing; empty if no agenda and no file of the record has errors."""
    broken = len(index.broken_files())
    said = count("Note: {n} file has errors, so something may be missing here.",
                 "Note: {n} files have errors, so something may be missing here.", broken)  # fmt: skip
    return said if broken else ""
