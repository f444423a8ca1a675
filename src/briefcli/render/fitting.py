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
    """The columns to show, those that stay on one line, and the width of each."""

    shown: tuple[int, ...]
    whole: frozenset[int]
    widths: dict[int, int]


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
        room = width - _GAP * (len(shown) - 1)
        least = {place: _least(table, place, 0 if place in kept else comfort) for place in shown}
        if sum(least.values()) <= room:
            return Fit(tuple(shown), kept, _widened(table, least, room))
    return None


def _widened(table: Table, least: dict[int, int], room: int) -> dict[int, int]:
    """Each column as wide as its words or, where there is no room for that, the narrowest first.

    Exact, so that nothing is left for Rich to decide: where a column of its own choice is narrower than its
    least width, Rich widens it beyond the screen and cuts what does not fit.
    """
    natural = {place: _natural(table, place) for place in least}
    if sum(natural.values()) <= room:
        return natural
    widths = dict(least)
    for _ in range(room - sum(least.values())):
        narrowest = min((place for place in widths if widths[place] < natural[place]), key=widths.__getitem__)
        widths[narrowest] += 1
    return widths


def _natural(table: Table, place: int) -> int:
    """The width at which nothing in the column needs to be wrapped."""
    return max(cell_len(line) for cell in _cells(table, place) for line in (cell.splitlines() or [""]))


def _least(table: Table, place: int, comfort: int) -> int:
    """The least width of a column: of one that stays whole (no comfort) all of it, of others what reads well."""
    natural = _natural(table, place)
    if not comfort:
        return natural
    longest_word = max(cell_len(word) for cell in _cells(table, place) for word in (cell.split() or [""]))
    return min(natural, max(comfort, min(longest_word, _LONGEST_WORD)))


def _cells(table: Table, place: int) -> list[str]:
    return [table.columns[place].heading, *(cell_words(row[place]) for row in table.rows)]
