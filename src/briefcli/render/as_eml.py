"""A view as a mail that is not sent yet: mail programs open it as a draft.

Its HTML has headings, lists and tables alone, so that every mail program shows it alike.
"""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from msgspec.structs import replace

from briefcli.catalog import tr
from briefcli.files.outputs import MAIL_MARK
from briefcli.render.cells import cell_words, legend
from briefcli.render.clean import clean, one_line
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.views.view import Axis, Block, Cell, Facts, Heading, PaperCell, Point, Points, Remark, Strong, Table, View

_COLUMNS = 78  # of plain text, that mail programs do not break
_STYLE = "font-family: sans-serif; font-size: 11pt"
_SPACES = re.compile(r"\s+")
_CELL = "text-align: left; vertical-align: top; padding: 2px 12px 2px 0"


def render_eml(view: View, subject: str, *, internal: bool = False) -> str:
    """The whole message, as plain text and as HTML; who it is from and for is left to the user."""
    if internal:
        view = replace(view, blocks=(Remark(Strong(tr("INTERN – niet openbaar"))), *view.blocks))
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message[MAIL_MARK[0]] = MAIL_MARK[1]
    message.set_content(render_terminal(view, Screen(width=_COLUMNS)))
    message.add_alternative(_html(view), subtype="html")
    return message.as_string()


def _html(view: View) -> str:
    parts = [part for block in view.blocks for part in _block(block)]
    if marks := legend(block for block in view.blocks if isinstance(block, Table)):
        parts.append(f"<p>{escape('  '.join(marks))}</p>")
    return f'<html><body style="{_STYLE}">\n' + "\n".join(parts) + "\n</body></html>\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h1>{_cell(block.title)}</h1>"
            if block.under is not None:
                yield f"<p><em>{_cell(block.under)}</em></p>"
        case Facts():
            yield f"<table>{''.join(_row('td', each) for each in block.facts)}</table>"
        case Points():
            yield f"<h2>{_cell(block.title)}</h2>"
            yield f"<ul>{''.join(map(_point, block.points))}</ul>"
        case Table():
            if block.title:
                yield f"<h2>{_cell(block.title)}</h2>"
            head = _row("th", [column.heading for column in block.columns])
            yield f"<table>{head}{''.join(_row('td', row) for row in block.rows)}</table>"
        case Axis():
            yield f"<ul>{''.join(f'<li>{_cell(each.when)}: {_cell(each.text)}</li>' for each in block.marks)}</ul>"
        case Remark():
            yield f"<p>{_cell(block.text)}</p>"


def _row(tag: str, cells: tuple[Cell, ...] | list[str]) -> str:
    inner = "".join(f'<{tag} style="{_CELL}">{_cell(each)}</{tag}>' for each in cells)
    return f"<tr>{inner}</tr>"


def _point(point: Point) -> str:
    label = f"<strong>{escape(one_line(point.label))}</strong> " if point.label else ""
    below = f"<ul>{''.join(map(_point, point.below))}</ul>" if point.below else ""
    return f"<li>{label}{_cell(point.text)}{below}</li>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return "".join(map(_cell, cell))
    words = escape(_SPACES.sub(" ", clean(cell_words(cell))))
    if isinstance(cell, Strong):
        return f"<strong>{words}</strong>"
    if isinstance(cell, PaperCell) and cell.url:
        return f'<a href="{escape(cell.url)}">{words}</a>'
    return words
