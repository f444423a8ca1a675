"""A view as a mail that is not sent yet: mail programs open it as a draft.

Its HTML is made from the view in Markdown: only headings, lists and tables, which every mail program shows alike.
"""

from email.message import EmailMessage
from email.policy import SMTP

from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefcli.catalog import tr
from briefcli.files.outputs import MAIL_MARK
from briefcli.render.as_markdown import render_markdown
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.views.cell import Strong
from briefcli.views.view import Remark, View

_COLUMNS = 78  # of plain text: mail programs break longer lines
_STYLE = "font-family: sans-serif; font-size: 11pt"


def render_eml(view: View, subject: str, *, internal: bool = False) -> str:
    """The whole message, as plain text and as HTML, without sender and recipients: the user fills them in."""
    if internal:
        view = replace(view, blocks=(Remark(Strong(tr("INTERN – niet openbaar"))), *view.blocks))
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message[MAIL_MARK[0]] = MAIL_MARK[1]
    message.set_content(render_terminal(view, Screen(width=_COLUMNS)), cte="quoted-printable")
    message.add_alternative(_html(view), subtype="html", cte="quoted-printable")
    return message.as_string()


def _html(view: View) -> str:
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(render_markdown(view))
    body = body.replace("<table>", '<table cellpadding="4">').replace("<th>", '<th align="left">')
    return f'<html><body style="{_STYLE}">\n{body}</body></html>\n'
