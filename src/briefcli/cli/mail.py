"""An answer as a mail: saved as a file that mail programs open as a draft, or printed."""

from briefcli.catalog import tr
from briefcli.cli.options import Common, MailFormat
from briefcli.cli.output import deliver, workspace
from briefcli.cli.starting import speak_as_exported
from briefcli.errors import Exit, UsageError
from briefcli.views.view import View
from briefcli.workspace import Workspace


def workspace_for(form: MailFormat, output: str | None, common: Common) -> Workspace:
    """The agendas; a mail speaks their language. Raises UsageError where a file is named for what is no mail."""
    if output is not None and form != "eml":
        raise UsageError(tr("--output saves a mail"), tr("add --format eml"))
    place = workspace(common)
    if form == "eml":
        speak_as_exported(place.settings())
    return place


def deliver_mail(view: View, subject: str, output: str | None) -> Exit:
    """Save or print the mail. Windows PowerShell changes the encoding of what goes through `>`, so there is a file."""
    from briefcli.render.as_eml import render_eml

    deliver(render_eml(view, subject).encode(), output, begins=b"Subject:")
    return Exit.DONE if view.found else Exit.NO
