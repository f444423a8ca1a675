"""`brief undo`: take back the last change that a command made."""

from pathlib import Path

from briefcli.catalog import tr
from briefcli.cli.options import DryRun
from briefcli.cli.output import warn, write
from briefcli.errors import Exit
from briefcli.files.undo import last_change, take_back
from briefcli.render.clean import one_line


def run(dry_run: DryRun = False) -> Exit:
    """Take back the last change that done, move, cancel, add or new made, unless the file changed since.

    Example: brief undo
    """
    change = last_change()
    said = one_line(change.said)
    if dry_run:
        write(tr("This would be taken back: {said}.", said=said) + "\n")
    else:
        take_back(change)
        write(tr("Taken back: {said}.", said=said) + "\n")
    cwd = Path.cwd().resolve()
    for each in change.written:
        if not each.file.resolve().is_relative_to(cwd):
            warn(tr("the change is in another folder: {file}", file=one_line(str(each.file))))
    return Exit.DONE
