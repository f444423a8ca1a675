import os
from pathlib import Path

from briefcli.catalog import tr
from briefcli.cli.input import agrees, is_terminal
from briefcli.cli.options import DryRun
from briefcli.cli.output import warn, write
from briefcli.config import AGENDAS
from briefcli.errors import UsageError
from briefcli.files.undo import last_change, take_back
from briefcli.render.clean import one_line
from briefcli.workspace import find_agendas


def run(dry_run: DryRun = False) -> None:
    """Take back the last change of done, move, cancel, add, new, import, release or official match.

    On a terminal it asks first. If the file has changed since, it is left as it is.

    Example: brief undo
    """
    change = last_change()
    if find_agendas(Path.cwd(), os.environ).resolve() != change.folder:
        folder = one_line(str(change.folder))
        hint = tr('brief undo {option} "{folder}" takes it back', option=AGENDAS.option, folder=folder)
        raise UsageError(tr("the last change was made in another folder: {folder}", folder=folder), hint)
    said = one_line(change.said)
    if dry_run:
        write(tr("brief undo would take back: {said}.", said=said) + "\n")
    elif not is_terminal() or agrees(tr("Take back: {said}?", said=said), otherwise=True):
        take_back(change)
        write(tr("Taken back: {said}.", said=said) + "\n")
    else:
        warn(tr("nothing was changed"))
