"""A cell as plain words, shared by all renderers; and the marks and colours for how near a date is."""

from collections.abc import Iterable, Iterator

from briefcli.catalog import tr
from briefcli.config import COLOUR_OF, MARK_OF, value_of
from briefcli.domain.vocabulary import NOT_READ
from briefcli.domain.when import When
from briefcli.render.clean import clean
from briefcli.render.wording import countdown, date_words, known_words, left_words, near_words
from briefcli.views.cell import Cell, Countdown, Left, Nearness, PaperCell, Strong, Struck, Words
from briefcli.views.labels import number_words
from briefcli.views.view import Table

NOT_CONFIRMED = "?"  # after a date in a table


def cell_words(cell: Cell) -> str:
    """The cell's words, cleaned; empty for None."""
    match cell:
        case None:
            return ""
        case Words():
            text = clean(cell.text).strip()
            return f"{text} ⟨{not_public(cell)}⟩" if cell.withheld else text
        case Strong():
            return clean(cell.text)
        case (When() as when) | Struck(when=when):
            return date_words(when)
        case Countdown():
            return countdown(cell.when, cell.today)
        case Left():
            return f"{mark(cell.near)} {left_words(cell)}".rstrip()
        case PaperCell():
            return clean(cell.text) if cell.certain else tr("{paper} (uncertain)", paper=clean(cell.text))
        case tuple():
            return "".join(map(cell_words, cell))
        case float():
            return number_words(cell)
        case _:
            return clean(str(cell))


def short_words(cell: Cell) -> str:
    """The cell's words in a table: a date that is not confirmed only gets a mark, which the legend explains."""
    match cell:
        case (When() as when) | Struck(when=when):
            return known_words(when) if when.confirmed else f"{known_words(when)}{NOT_CONFIRMED}"
        case tuple():
            return "".join(map(short_words, cell))
        case _:
            return cell_words(cell)


def legend(tables: Iterable[Table]) -> list[str]:
    """The meaning of each mark that is used in these tables."""
    cells = [cell for table in tables for row in table.rows for cell in cells_in(row)]
    near = {cell.near for cell in cells if isinstance(cell, Left)}
    said = [f"{mark(each)} {near_words(each)}" for each in Nearness if each in near]
    if any(isinstance(cell, When) and not cell.confirmed for cell in cells):
        said.append(f"{NOT_CONFIRMED} {tr('not confirmed')}")
    return said


def cells_in(cells: tuple[Cell, ...]) -> Iterator[Cell]:
    """The cells of a row. A cell that consists of several is replaced by these."""
    for each in cells:
        yield from cells_in(each) if isinstance(each, tuple) else (each,)


def not_public(cell: Words) -> str:
    """That a text is not public, with the ground if it has one."""
    if not cell.ground:
        return tr("not public")
    ground = tr(cell.ground) if cell.ground == NOT_READ else cell.ground  # all other grounds are a user's own words
    return f"{tr('not public')}: {clean(ground)}"


def colour(near: Nearness) -> str:
    """A style for Rich, in the terminal's own sixteen colours, so that it is readable on a light and a dark theme."""
    return value_of(COLOUR_OF[near])


def mark(near: Nearness) -> str:
    """The character that shows how near a date is; it is one column wide."""
    return value_of(MARK_OF[near])
