"""An answer as a mail: saved as a file that mail programs open as a draft, or printed."""

from briefcli.catalog import tr
from briefcli.cli.options import MailFormat
from briefcli.cli.output import deliver
from briefcli.errors import Exit, UsageError
from briefcli.views.view import View


def require_mail(form: MailFormat, output: str | None) -> None:
    """Raises UsageError where a file is named for an answer that is not a mail."""
    if output is not None and form is not MailFormat.EML:
        raise UsageError(tr("--output saves a mail"), tr("add --format eml"))


def deliver_mail(view: View, subject: str, output: str | None) -> Exit:
    """Save or print the mail. Windows PowerShell changes the encoding of what goes through `>`, so there is a file."""
    from briefcli.render.as_eml import render_eml

    deliver(render_eml(view, subject).encode(), output, begins=b"Subject:")
    return Exit.DONE if view.found else Exit.NO
