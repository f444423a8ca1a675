"""A view on a screen: the only room that knows Rich. Text is put on it as text, never as markup."""

import io
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text

from briefcli.render.cells import cell_words, colour, legend, papers_in, short_words
from briefcli.render.clean import clean
from briefcli.render.fitting import Fit, fit
from briefcli.render.screen import Screen
from briefcli.views.view import (
    Axis,
    Block,
    Cell,
    Countdown,
    Facts,
    Heading,
    Left,
    PaperCell,
    Point,
    Points,
    Remark,
    Strong,
    Struck,
    Table,
    View,
    Words,
)

ENDLESS = 1_000_000  # columns of a "screen" that is a pipe or a file: nothing there is wrapped
_MEASURE = 100  # columns of running text that an eye still follows

_TITLE = "bold"
_SECTION = "bold blue"
_LABEL = "dim"
_WITHHELD = "reverse"
_FOUND = "bold magenta"


def render_terminal(view: View, screen: Screen) -> str:
    """The view as lines of text, with escape codes only where the screen has colours or links."""
    parts: list[RenderableType] = []
    for block in view.blocks:
        parts += ["", _block(block, screen)] if parts else [_block(block, screen)]
    if marks := legend(block for block in view.blocks if isinstance(block, Table)):
        parts += ["", Text(_lines_of(marks, screen), _LABEL)]
    return printed(parts, screen)


def _lines_of(entries: Iterable[str], screen: Screen) -> str:
    """The entries side by side, each whole, on as many lines as they need."""
    lines = [""]
    for each in entries:
        longer = f"{lines[-1]}  {each}" if lines[-1] else each
        if lines[-1] and len(longer) > _columns(screen):
            lines.append(each)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def printed(parts: Iterable[RenderableType], screen: Screen) -> str:
    """What Rich makes of the parts on such a screen, each line without spaces at its end."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=_columns(screen),
        height=25,
        color_system="standard" if screen.color or screen.links else None,  # without one Rich drops links as well
        force_terminal=screen.color or screen.links,
        no_color=not screen.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _block(block: Block, screen: Screen) -> RenderableType:
    match block:
        case Heading():
            title = _text(block.title, screen)
            title.stylize(_TITLE)
            return title if block.under is None else Group(title, _text(block.under, screen))
        case Facts():
            return _facts(block, screen)
        case Points():
            return Group(_text(block.title, screen, _SECTION), _points(block.points, screen))
        case Table():
            return _table(block, screen)
        case Axis():
            return _axis(block, screen)
        case Remark():
            return _text(block.text, screen)


def _facts(block: Facts, screen: Screen) -> RenderableType:
    grid = _grid(screen, wide=True)
    for label, value in block.facts:
        grid.add_row(Text(label, _LABEL), _text(value, screen))
    return grid


def _axis(axis: Axis, screen: Screen) -> RenderableType:
    """Dates left, the picture in the middle, words right; a screen too narrow for a picture does without."""
    from briefcli.render.timeline import LABEL, TODAY, draw

    drawn = draw(axis, screen.width, plain=screen.ascii)
    words = [Text(row.words) if isinstance(row.mark, str) else _text(row.mark.text, screen) for row in drawn.rows]
    if not drawn.words:
        for each in words:
            each.overflow = "fold"
        rows = zip(drawn.rows, words, strict=True)
        return Group(
            *(
                part
                for row, said in rows
                for part in (Text(row.date, _LABEL, overflow="fold"), Padding(said, (0, 0, 0, 2)))
            )
        )
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", max_width=drawn.words)
    for row, said in zip(drawn.rows, words, strict=True):
        style = {LABEL: _LABEL, TODAY: _TITLE}.get(row.mark) if isinstance(row.mark, str) else colour(row.mark.near)
        grid.add_row(Text(row.date, _LABEL), Text(row.strip, style or ""), said)
    return Group(grid, "", Text(drawn.legend, _LABEL)) if drawn.legend else grid


def _points(points: tuple[Point, ...], screen: Screen) -> RenderableType:
    if all(isinstance(point.text, str) and point.below for point in points):
        return _labelled(points, screen)
    grid = _grid(screen)
    for point in points:
        grid.add_row(Text(clean(point.label) or "•", _LABEL), _point(point, screen))
    return grid


def _point(point: Point, screen: Screen) -> RenderableType:
    text = _text(point.text, screen)
    if not point.below:
        return text
    text.stylize(_TITLE)
    return Group(text, _points(point.below, screen))


def _labelled(points: tuple[Point, ...], screen: Screen) -> RenderableType:
    """Groups of points under labels of our own: labels left, points right."""
    grid = _grid(screen, wide=True)
    for point in points:
        single = len(point.below) == 1
        below = _text(point.below[0].text, screen) if single else _points(point.below, screen)
        grid.add_row(_text(point.text, screen, _LABEL), below)
    return grid


def _grid(screen: Screen, *, wide: bool = False) -> Grid:
    grid = Grid.grid(padding=(0, 2 if wide else 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", max_width=min(_MEASURE, _columns(screen)) if screen.width else None)
    return grid


def _table(table: Table, screen: Screen) -> RenderableType:
    fitted = fit(table, _columns(screen))
    body = _stacked(table, screen) if fitted is None else _lined(table, fitted, screen)
    parts: list[RenderableType] = [_text(table.title, screen, _SECTION)] if table.title else []
    parts.append(body)
    if screen.shows_urls and (addresses := _addresses(table, screen)):
        parts += ["", addresses]
    return Group(*parts)


def _lined(table: Table, fitted: Fit, screen: Screen) -> Group:
    """The header, then the rows: those whose cells all fit on one line as that line, others as a table.

    Every column has its width, so the pieces stand in line. For one table of all rows Rich takes three times as long.
    """
    parts: list[RenderableType] = [_columns_of(table, fitted, header=True)]
    rows = ([_text(row[place], screen, words=short_words) for place in fitted.shown] for row in table.rows)
    for are_short, some in groupby(rows, key=partial(_are_on_one_line, fitted=fitted)):
        if are_short:
            parts += [_one_line(cells, table, fitted) for cells in some]
        else:
            parts.append(grid := _columns_of(table, fitted, header=False))
            for cells in some:
                grid.add_row(*cells)
    return Group(*parts)


def _columns_of(table: Table, fitted: Fit, *, header: bool) -> Grid:
    grid = Grid(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=_LABEL, show_header=header)
    for place in fitted.shown:
        column = table.columns[place]
        grid.add_column(
            Text(column.heading),
            justify="right" if column.right else "left",
            no_wrap=place in fitted.whole,
            width=fitted.widths[place],
            overflow="fold",
        )
    return grid


def _are_on_one_line(cells: Sequence[Text], fitted: Fit) -> bool:
    widths = (fitted.widths[place] for place in fitted.shown)
    return all(cell.cell_len <= width and "\n" not in cell.plain for cell, width in zip(cells, widths, strict=True))


def _one_line(cells: Sequence[Text], table: Table, fitted: Fit) -> Text:
    line = Text(no_wrap=True, overflow="ignore")
    for cell, place in zip(cells, fitted.shown, strict=True):
        left = fitted.widths[place] - cell.cell_len
        if table.columns[place].right:
            cell.pad_left(left)
        else:
            cell.pad_right(left)
        line.append_text(cell).append("  ")
    return line


def _stacked(table: Table, screen: Screen) -> Group:
    """For a screen too narrow for columns: each row as labelled lines."""
    rows: list[RenderableType] = []
    for row in table.rows:
        filled = tuple(
            (column.heading, cell) for column, cell in zip(table.columns, row, strict=True) if cell_words(cell)
        )
        rows += ["", _facts(Facts(filled), screen)] if rows else [_facts(Facts(filled), screen)]
    return Group(*rows)


def _addresses(table: Table, screen: Screen) -> Grid | None:
    """Each paper's full address on a separate line: an address that is broken over two lines cannot be copied."""
    addressed = {
        cell_words(paper): paper.url for row in table.rows for cell in row for paper in papers_in(cell) if paper.url
    }
    if not addressed:
        return None
    grid = _grid(screen, wide=True)
    for words, url in addressed.items():
        grid.add_row(Text(words, _LABEL), Text(url, "", overflow="fold"))
    return grid


def _text(cell: Cell, screen: Screen, style: str = "", words: Callable[[Cell], str] = cell_words) -> Text:
    if isinstance(cell, tuple):
        return Text("").join([_text(each, screen, words=words) for each in cell])
    return Text(words(cell), _style(cell, screen) or style)


def _style(cell: Cell, screen: Screen) -> str | Style:
    match cell:
        case Words(withheld=True):
            return _WITHHELD
        case Strong():
            return _FOUND
        case Struck():
            return "strike dim"
        case Left():
            return colour(cell.near)
        case Countdown():
            return "bold"
        case PaperCell(url=str() as url) if screen.links:
            return Style(link=url)
        case _:
            return ""


def _columns(screen: Screen) -> int:
    return screen.width or ENDLESS
