"""Which columns of a table fit a screen, so that nothing is ever cut: measured before Rich lays it out."""

import msgspec
from rich.cells import cell_len

from briefcli.render.cells import cell_words
from briefcli.views.model import Table

_GAP = 2
_LONGEST_WORD = 20  # columns; a longer word may be folded
_LEAST = 14
_COMFORT = 30  # columns that running text needs to be good to read


class Fit(msgspec.Struct, frozen=True):
    """The columns to show, those that stay on one line, and the least width of each."""

    shown: tuple[int, ...]
    whole: frozenset[int]
    least: dict[int, int]


def fit(table: Table, width: int) -> Fit | None:
    """The fullest choice of columns that fits; None where even the barest does not."""
    filled = [place for place in range(len(table.columns)) if any(cell_words(row[place]) for row in table.rows)]
    spare = [place for place in filled if table.columns[place].spare]
    whole = frozenset(place for place in filled if table.columns[place].whole)
    dropped = [spare[len(spare) - count :] for count in range(len(spare) + 1)]
    choices = [([place for place in filled if place not in some], whole, _COMFORT) for some in dropped]
    barest = choices[-1][0]
    choices += [(barest, whole, _LEAST), (barest, whole & frozenset(barest[:1]), _LEAST)]
    for shown, kept, comfort in choices:
        least = {place: _least(table, place, 0 if place in kept else comfort) for place in shown}
        if sum(least.values()) + _GAP * (len(shown) - 1) <= width:
            return Fit(tuple(shown), kept, least)
    return None


def _least(table: Table, place: int, comfort: int) -> int:
    """The least width of a column: of one that stays whole (no comfort) all of it, of others what reads well."""
    heading = table.columns[place].heading
    cells = [heading, *(cell_words(row[place]) for row in table.rows)]
    if not comfort:
        return max(cell_len(line) for cell in cells for line in (cell.splitlines() or [""]))
    longest_word = max(cell_len(word) for cell in cells for word in (cell.split() or [""]))
    natural = max(map(cell_len, cells))
    return min(natural, max(comfort, min(longest_word, _LONGEST_WORD)))
