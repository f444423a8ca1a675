"""`brief undo`: take back the last change that a command made."""

import typer

from briefcli.catalog import tr
from briefcli.cli.changing import DryRun
from briefcli.cli.output import write
from briefcli.errors import Exit


def run(dry_run: DryRun = False) -> None:
    """Take back the last change that done, move, cancel, add or new made, unless the file changed since.

    Example: brief undo
    """
    from briefcli.files.undo import last_change, take_back
    from briefcli.render.clean import one_line

    change = last_change()
    said = one_line(change.said)
    if dry_run:
        write(tr("This would be taken back: {said}.", said=said) + "\n")
    else:
        take_back(change)
        write(tr("Taken back: {said}.", said=said) + "\n")
    raise typer.Exit(Exit.DONE)
