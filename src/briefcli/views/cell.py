"""A cell: one raw value of a view. Dates are dates and numbers are numbers; a renderer decides how they look."""

from datetime import date
from enum import IntEnum

import msgspec

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


def is_empty(cell: Cell) -> bool:
    """Whether the cell says nothing, not even that a text is withheld. A countdown without a day says nothing."""
    if isinstance(cell, tuple):
        return all(map(is_empty, cell))
    if isinstance(cell, Left):
        return cell.near is Nearness.UNDATED
    return cell is None or cell == "" or (isinstance(cell, Words) and not (cell.text.strip() or cell.withheld))
