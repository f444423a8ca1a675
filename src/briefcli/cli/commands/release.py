"""`brief release`: what was imported becomes public, once a person has read it."""

import contextlib
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.choosing import file_typed
from briefcli.cli.input import agrees
from briefcli.cli.options import Common, MeetingId, flag
from briefcli.cli.output import emit, workspace, write
from briefcli.domain.diagnostic import Severity
from briefcli.domain.redaction import lifted
from briefcli.errors import BriefError, Exit, NothingFound, UsageError
from briefcli.files.read import bytes_or_error
from briefcli.files.write import replace
from briefcli.reading.reader import read_agenda
from briefcli.views.show import release_view, shown_meeting
from briefcli.views.view import View
from briefcli.workspace import SETTINGS, Workspace
from briefcli.writing.releasing import open_checks, released


def run(
    meeting: MeetingId, yes: Annotated[bool, flag("--yes", "Do not show it and do not ask: I have read it.")] = False
) -> Exit:
    """Make an imported meeting public, after you have read it.

    Shows every text that becomes public, and asks. On a yes it writes the day of the release in the file; what the
    file marks as not public on another ground stays withheld.

    Example: brief release dmm-2023-06
    """
    place = workspace(Common(internal=True))
    name = file_typed(place, meeting)
    file, shown_as = place.root / name, place.path(name)
    before = bytes_or_error(file, shown_as)
    text = before.decode("utf-8", errors="replace")
    _refuse_other(place, shown_as, before)
    after = released(text, place.today.isoformat())
    if not yes:
        if not can_read_and_answer():
            raise UsageError(
                tr("release shows the texts and asks, so it needs a terminal"),
                tr("read it with “brief show {id} --internal”, then give --yes", id=meeting),
            )
        emit(_as_released(place, Path(name), after, open_checks(text)), "table")
        if not agrees(tr("Make all of this public?"), otherwise=False):
            write(tr("{file} stays as it was: not public.", file=shown_as) + "\n")
            return Exit.NO
    replace(file, after.encode(), shown_as, before)
    write(tr("{file} is released: it is public now.", file=shown_as) + "\n")
    return Exit.DONE


def can_read_and_answer() -> bool:
    """Whether a person can see the texts and answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _as_released(place: Workspace, file: Path, text: str, open_checks: list[int]) -> View:
    """What the public will see: the released file, read alone in a folder with the settings of the agendas."""
    with TemporaryDirectory() as folder:
        Path(folder, file.name).write_bytes(text.encode())
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(place.root / SETTINGS, Path(folder, SETTINGS))
        public = place._replace(root=Path(folder), internal=False, cache=None)
        with public.open_index() as index:
            return release_view(shown_meeting(index, file.stem, place.today, place.shown_as), open_checks)


def _refuse_other(place: Workspace, shown_as: str, data: bytes) -> None:
    """Raises BriefError for a file that cannot be read, NothingFound for one in which nothing waits."""
    reading = read_agenda(shown_as, data, place.settings().rhythms)
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
