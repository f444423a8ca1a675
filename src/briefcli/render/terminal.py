"""A view as text for a screen. Rich prints the text of a view as text, never as markup.

Each block becomes lines of styled text that fit in the place for it. Rich wraps the lines and writes the escape codes.
"""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from briefcli.render.cells import cell_words, cells_in, colour, legend, short_words
from briefcli.render.clean import clean, in_ascii
from briefcli.render.fitting import COLUMN_GAP, ends_of_lines, fit, parts_of
from briefcli.render.screen import Screen
from briefcli.views.cell import Cell, Countdown, Left, PaperCell, Strong, Struck, Words
from briefcli.views.view import Axis, Block, Facts, Heading, Point, Points, Remark, Table, View

_ENDLESS = 1_000_000  # columns of a "screen" that is a pipe or a file: nothing there is wrapped
_MEASURE = 100  # columns of running text: longer lines are hard to read

_TITLE = "bold"
_SECTION = "bold blue"
_LABEL = "dim"

Lines = list[Text]


def render_terminal(view: View, screen: Screen) -> str:
    """The view as lines of text, with escape codes only if the screen has colours or links."""
    blocks = [_block(block, screen) for block in view.blocks]
    if marks := legend(block for block in view.blocks if isinstance(block, Table)):
        blocks.append(_side_by_side(marks, columns_of(screen)))
    text = printed(_apart(blocks), screen)
    return in_ascii(text) if screen.ascii else text


def columns_of(screen: Screen) -> int:
    return screen.width or _ENDLESS


def wrapped(text: Text, width: int) -> Lines:
    """The text on lines of at most `width` columns; a longer word is broken, an id behind a hyphen."""
    if text.cell_len <= width and "\n" not in text.plain:
        return [text]
    is_id = text.plain.split() == [text.plain]
    if is_id and max(map(cell_len, parts_of(text.plain))) <= width:
        return list(text.divide(ends_of_lines(text.plain, width)[:-1]))
    return list(text.wrap(_console(None), width, overflow="fold"))


def beside(cells: Sequence[Lines], widths: Sequence[int], gap: int = 0, right: Sequence[bool] = ()) -> Lines:
    """The cells side by side, in columns of these widths with `gap` spaces after each; `right` aligns to the right."""
    lines: Lines = []
    for parts in zip_longest(*cells):
        line = Text()
        for part, width, to_right in zip_longest(parts, widths, right):
            room = " " * (width - (part.cell_len if part else 0))
            before, behind = (room, "") if to_right else ("", room)
            line.append(before).append(part or "").append(behind + " " * gap)
        lines.append(line)
    return lines


def printed(lines: Iterable[Text], screen: Screen) -> str:
    """The lines as Rich prints them on this screen, without spaces at their ends."""
    console = _console(screen)
    with console.capture() as capture:
        console.print(Text("\n").join(lines), soft_wrap=True)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


@cache
def _console(screen: Screen | None) -> Console:
    has_codes = screen is not None and (screen.color or screen.links)
    return Console(
        file=io.StringIO(),
        width=_ENDLESS,
        color_system="standard" if has_codes else None,  # without colours Rich drops links as well
        force_terminal=has_codes,
        no_color=screen is None or not screen.color,
        legacy_windows=False,
        _environ={},
    )


def _apart(blocks: Iterable[Lines]) -> Lines:
    return [line for block in blocks for line in (Text(), *block)][1:]


def _side_by_side(entries: Iterable[str], width: int) -> Lines:
    """The entries side by side, each whole, on as many lines as they need."""
    lines: list[str] = []
    for each in entries:
        if lines and len(lines[-1]) + 2 + len(each) <= width:
            lines[-1] += f"  {each}"
        else:
            lines.append(each)
    return [Text(line, _LABEL) for line in lines]


def _block(block: Block, screen: Screen) -> Lines:
    width = columns_of(screen)
    match block:
        case Heading():
            title = _text(block.title, screen)
            title.stylize(_TITLE)
            under = [] if block.under is None else wrapped(_text(block.under, screen), width)
            return [*wrapped(title, width), *under]
        case Facts():
            return _facts(block.facts, screen)
        case Points():
            return [*wrapped(_text(block.title, screen, _SECTION), width), *_points(block.points, screen, width)]
        case Table():
            return _table(block, screen)
        case Axis():
            return _axis(block, screen)
        case Remark():
            return wrapped(_text(block.text, screen), width)


def _facts(facts: Iterable[tuple[str, Cell]], screen: Screen) -> Lines:
    rows = [(Text(label, _LABEL), partial(wrapped, _text(value, screen))) for label, value in facts]
    return _grid(rows, screen, columns_of(screen), 2)


def _grid(rows: Sequence[tuple[Text, Callable[[int], Lines]]], screen: Screen, width: int, gap: int) -> Lines:
    """Labels on the left; on the right of each label the lines that its function makes for the width that is left."""
    labels = max((label.cell_len for label, _ in rows), default=0)
    room = width - labels - gap
    room = max(1, min(room, _MEASURE) if screen.width else room)
    return [line for label, made in rows for line in beside([[label], made(room)], [labels, 0], gap)]


def _axis(axis: Axis, screen: Screen) -> Lines:
    """Dates on the left, the picture in the middle, text on the right; a narrow screen has no picture."""
    from briefcli.render.timeline import draw

    drawn, width = draw(axis, screen.width), columns_of(screen)
    dates, strips = max(len(row.date) for row in drawn.rows), max(len(row.strip) for row in drawn.rows)
    lines: Lines = []
    for row in drawn.rows:
        date, words = Text(row.date, _LABEL), _text(row.words, screen)
        if drawn.words:
            strip = [Text(row.strip, row.style)]
            lines += beside([[date], strip, wrapped(words, drawn.words)], [dates, strips, 0], 2)
        else:
            lines += [*wrapped(date, width), *beside([[Text("  ")], wrapped(words, width - 2)], [2, 0])]
    return [*lines, Text(), *wrapped(Text(drawn.legend, _LABEL), width)] if drawn.legend else lines


def _points(points: Sequence[Point], screen: Screen, width: int) -> Lines:
    """Points after their labels or bullets; groups of points to the right of their labels, which are our own words."""
    if all(isinstance(point.text, str) and point.below for point in points):
        groups = [(_text(point.text, screen, _LABEL), partial(_group, point.below, screen)) for point in points]
        return _grid(groups, screen, width, 2)
    rows = [(Text(clean(point.label) or "•", _LABEL), partial(_point, point, screen)) for point in points]
    return _grid(rows, screen, width, 1)


def _group(points: Sequence[Point], screen: Screen, width: int) -> Lines:
    return wrapped(_text(points[0].text, screen), width) if len(points) == 1 else _points(points, screen, width)


def _point(point: Point, screen: Screen, width: int) -> Lines:
    text = _text(point.text, screen)
    if not point.below:
        return wrapped(text, width)
    text.stylize(_TITLE)
    return [*wrapped(text, width), *_points(point.below, screen, width)]


def _table(table: Table, screen: Screen) -> Lines:
    title = wrapped(_text(table.title, screen, _SECTION), columns_of(screen)) if table.title else []
    widths = fit(table, columns_of(screen))
    body = _stacked(table, screen) if widths is None else _lined(table, widths, screen)
    addresses = _addresses(table) if screen.shows_urls else []
    return [*title, *body, *([Text(), *_grid(addresses, screen, columns_of(screen), 2)] if addresses else [])]


def _lined(table: Table, widths: Mapping[int, int], screen: Screen) -> Lines:
    right = [table.columns[place].right for place in widths]
    heads = [Text(table.columns[place].heading, _LABEL) for place in widths]
    rows = ([_text(row[place], screen, words=short_words) for place in widths] for row in table.rows)
    lines: Lines = []
    for row in (heads, *rows):
        cells = [wrapped(text, width) for text, width in zip(row, widths.values(), strict=True)]
        lines += beside(cells, [*widths.values()], COLUMN_GAP, right)
    return lines


def _stacked(table: Table, screen: Screen) -> Lines:
    """For a screen that is too narrow for columns: each row as labelled lines."""
    headings = [column.heading for column in table.columns]
    rows = ([(name, cell) for name, cell in zip(headings, row, strict=True) if cell_words(cell)] for row in table.rows)
    return _apart(_facts(row, screen) for row in rows)


def _addresses(table: Table) -> list[tuple[Text, Callable[[int], Lines]]]:
    """Each paper's full address on a separate line: an address that is broken over two lines cannot be copied."""
    papers = [cell for row in table.rows for cell in cells_in(row) if isinstance(cell, PaperCell)]
    addressed = {cell_words(paper): paper.url for paper in papers if paper.url}
    return [(Text(words, _LABEL), partial(wrapped, Text(url))) for words, url in addressed.items()]


def _text(cell: Cell, screen: Screen, style: str = "", words: Callable[[Cell], str] = cell_words) -> Text:
    if isinstance(cell, tuple):
        return Text("").join([_text(each, screen, words=words) for each in cell])
    return Text(words(cell), _style(cell, screen) or style)


def _style(cell: Cell, screen: Screen) -> str | Style:
    match cell:
        case Words(withheld=True):
            return "reverse"
        case Strong():
            return "bold magenta"
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
