"""A view as a mail that is not sent yet: mail programs open it as a draft."""

from email.message import EmailMessage
from email.policy import SMTP

from briefcli.render.mail_html import render_mail_html
from briefcli.render.screen import Screen
from briefcli.render.terminal import render_terminal
from briefcli.views.view import View

_COLUMNS = 78  # of plain text, that mail programs do not break


def render_eml(view: View, subject: str) -> str:
    """The whole message, as plain text and as HTML; who it is from and for is left to the user."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(render_terminal(view, Screen(width=_COLUMNS)))
    message.add_alternative(render_mail_html(view), subtype="html")
    return message.as_string()
