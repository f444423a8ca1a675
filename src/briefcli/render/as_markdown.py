"""A view as Markdown (CommonMark with tables), in which text from a file stays text."""

import re
from collections.abc import Iterator

from briefcli.catalog import tr
from briefcli.files.outputs import MARKDOWN_MARK
from briefcli.render.cells import cell_words, legend
from briefcli.render.clean import one_line
from briefcli.views.cell import Cell, PaperCell, Strong, Words
from briefcli.views.paper import Paper
from briefcli.views.view import Axis, Block, Facts, Heading, Point, Points, Remark, Table, View

# A `#` inside a word is no heading, `_` inside a word no emphasis, and `&` is an entity only before its name: without
# a backslash there, an address stays whole in programs that make a link of it
_SPECIAL = re.compile(r"([\\`*{}\[\]<>|~]|(?<!\S)#|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w*(?:;|$)))")
_BACKSLASH = r"\\\1"  # in front of what was found
# Where a backslash keeps a line from starting a list or drawing a rule: behind its number, or before its hyphen or plus
_OPENING = re.compile(r"^(?:([0-9]{1,9})(?=[.)](?:\s|$))|(?=[-+](?:\s|$|[-\s]+$)))")


def render_markdown(view: View) -> str:
    parts = ["\n".join(_block(block)) for block in view.blocks]
    if marks := legend(block for block in view.blocks if isinstance(block, Table)):
        parts.append(_escaped("  ".join(marks)))
    return "\n\n".join(parts) + "\n"


def render_paper(paper: Paper) -> str:
    """The meetings of a paper one after the other, then their papers by dossier."""
    mark = (Heading(Words(tr("INTERN – niet openbaar"))),) if paper.internal else ()
    blocks = [block for each in paper.chapters for block in (each.heading, *each.blocks)]
    dossiers = (paper.dossiers,) if len(paper.chapters) > 1 and paper.dossiers.rows else ()
    return f"{render_markdown(View(None, (*mark, *blocks, *dossiers)))}\n{MARKDOWN_MARK}\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"# {_cell(block.title)}"
            if block.under is not None:
                yield f"\n*{_cell(block.under)}*"
        case Facts():
            yield from (f"- **{label}**: {_cell(value)}" for label, value in block.facts)
        case Points():
            yield f"## {_cell(block.title)}\n"
            yield from (line for point in block.points for line in _point(point, ""))
        case Table():
            yield from _table(block)
        case Axis():
            yield from (f"- {_cell(mark.when)}: {_cell(mark.text)}" for mark in block.marks)
        case Remark():
            yield _cell(block.text)


def _point(point: Point, indent: str) -> Iterator[str]:
    label = f"**{_escaped(one_line(point.label))}** " if point.label else ""
    yield f"{indent}- {label}{_cell(point.text)}"
    for each in point.below:
        yield from _point(each, indent + "  ")


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"## {_cell(table.title)}\n"
    yield f"| {' | '.join(column.heading for column in table.columns)} |"
    yield f"| {' | '.join('---:' if column.right else '---' for column in table.columns)} |"
    yield from (f"| {' | '.join(map(_cell, row))} |" for row in table.rows)


def _cell(cell: Cell) -> str:
    """The cell on one line, escaped so that its text cannot become a list or other markup."""
    return _OPENING.sub(r"\1\\", " ".join(_inline(cell).split()))


def _inline(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return "".join(map(_inline, cell))
    words = _escaped(cell_words(cell))
    if isinstance(cell, Strong):
        return f"**{words}**"
    if isinstance(cell, PaperCell) and cell.url:
        return f"[{words}]({re.sub('([()])', _BACKSLASH, _escaped(cell.url))})"
    return words


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_BACKSLASH, text)
