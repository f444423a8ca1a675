"""`brief release`: what was imported becomes public, once a person has read it."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.input import agrees
from briefcli.cli.options import Format
from briefcli.cli.output import emit, workspace, write
from briefcli.errors import BriefError, Exit, NothingFound, UsageError

if TYPE_CHECKING:
    from briefcli.domain.agenda import Agenda


def run(
    meeting: Annotated[str, typer.Argument(metavar="ID", help="The meeting's id, or as much of it as is unique.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not show it and do not ask: I have read it.")] = False,
) -> None:
    """Make an imported meeting public, after you have read it.

    Shows every text that becomes public, and asks. On a yes it writes the day of the release in the file; what the
    file marks as not public on another ground stays withheld.

    Example: brief release dmm-2023-06
    """
    from briefcli.cli.commands.edit import file_of
    from briefcli.files.read import bytes_or_error
    from briefcli.files.write import replace
    from briefcli.views.release import release_view
    from briefcli.writing.releasing import open_checks, released

    place = workspace(None, internal=True)
    name = file_of(place, meeting)
    file, shown_as = place.root / name, place.path(name)
    before = bytes_or_error(file, shown_as)
    text = before.decode("utf-8", errors="replace")
    agenda = _unread_agenda(shown_as, before)
    if not yes:
        if not is_terminal():
            raise UsageError(
                tr("release shows the texts and asks, so it needs a terminal"),
                tr("read it with “brief show {id} --internal”, then give --yes", id=meeting),
            )
        emit(release_view(agenda, open_checks(text)), Format.TABLE)
        if not agrees(tr("Make all of this public?"), otherwise=False):
            write(tr("{file} stays as it was: not public.", file=shown_as) + "\n")
            raise typer.Exit(Exit.NO)
    replace(file, released(text, place.today.isoformat()).encode(), shown_as, before)
    write(tr("{file} is released: it is public now.", file=shown_as) + "\n")
    raise typer.Exit(Exit.DONE)


def is_terminal() -> bool:
    """Whether a person can see the texts and answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _unread_agenda(shown_as: str, data: bytes) -> "Agenda":
    """The agenda in the file. Raises BriefError where it cannot be read, NothingFound where nothing waits."""
    from briefcli.domain.diagnostic import Severity
    from briefcli.domain.redaction import lifted
    from briefcli.reading.reader import read_agenda

    reading = read_agenda(shown_as, data)
    if reading.agenda is None or any(each.severity is Severity.ERROR for each in reading.diagnostics):
        raise BriefError(
            tr("{file} has errors, so it is not certain what would become public", file=shown_as),
            tr("brief check shows them"),
        )
    if not (reading.agenda.public or reading.agenda.is_unread):
        raise NothingFound(
            tr("{file} is withheld on a ground that a release does not lift", file=shown_as),
            tr("remove `public: false` in the file if it may be public"),
        )
    if lifted(reading.agenda) == reading.agenda:
        raise NothingFound(tr("{file} holds nothing that waits for a release", file=shown_as))
    return reading.agenda
