"""A cell as plain words: what terminal and markdown share."""

from briefcli.catalog import tr
from briefcli.domain.when import When
from briefcli.render.clean import clean
from briefcli.render.wording import countdown, date_words, left_words
from briefcli.views.model import Cell, Countdown, Left, Near, Paper, Strong, Struck, Words

MARKS = {
    Near.OVERDUE: "‼",
    Near.NOW: "●",
    Near.WEEK: "◕",
    Near.MONTH: "◑",
    Near.LATER: "○",
    Near.UNDATED: "?",
    Near.PAST: "·",
    Near.DONE: "✓",
}


def cell_words(cell: Cell) -> str:
    """The cell's words, cleaned; empty for None."""
    match cell:
        case None:
            return ""
        case Words():
            return _marked(cell)
        case Strong():
            return clean(cell.text)
        case When() | Struck():
            return date_words(cell if isinstance(cell, When) else cell.when)
        case Countdown():
            return countdown(cell.when, cell.today)
        case Left():
            return f"{MARKS[cell.near]} {left_words(cell)}".rstrip()
        case Paper():
            return clean(cell.text) if cell.certain else f"{clean(cell.text)} ({tr('uncertain')})"
        case tuple():
            return "".join(map(cell_words, cell))
        case float():
            return f"{cell:.15g}"
        case _:
            return clean(str(cell))


def _marked(cell: Words) -> str:
    text = clean(cell.text).strip()
    if not cell.withheld:
        return text
    ground = f": {clean(cell.ground)}" if cell.ground else ""
    return f"{text} ⟨{tr('not public')}{ground}⟩"


def papers_in(cell: Cell) -> list[Paper]:
    if isinstance(cell, Paper):
        return [cell]
    return [paper for each in cell for paper in papers_in(each)] if isinstance(cell, tuple) else []
