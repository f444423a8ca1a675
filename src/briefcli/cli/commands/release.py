import contextlib
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.changing import Opened, opened, save
from briefcli.cli.input import agrees
from briefcli.cli.options import Common, MeetingId, flag
from briefcli.cli.output import emit, say
from briefcli.domain.redaction import lifted
from briefcli.errors import Exit, NothingFound, UsageError
from briefcli.folders import SETTINGS_FILE
from briefcli.views.show import release_view, shown_meeting
from briefcli.views.view import View
from briefcli.writing.releasing import open_checks, released


def run(
    meeting: MeetingId,
    yes: Annotated[bool, flag("--yes", "Do not show the texts and do not ask: I have read them.")] = False,
) -> Exit:
    """Make an imported meeting public, after you have read it.

    Shows every text that becomes public, and asks. If you say yes, it writes the day of the release into the file. What
    the file marks as not public on another ground stays withheld.

    Example: brief release dmm-2023-06
    """
    change = opened(meeting, Common(internal=True))
    _refuse_other(change)
    after = released(change.text, change.place.today.isoformat())
    if not yes:
        if not can_read_and_answer():
            message = tr("release shows the texts and asks, so it needs a terminal")
            raise UsageError(message, tr("read it with “brief show {id} --internal”, then give --yes", id=meeting))
        emit(_as_released(change, after), "table")
        if not agrees(tr("Make all of this public?"), otherwise=False):
            say(tr("{file} stays as it was: not public.", file=change.shown_as))
            return Exit.NO
    save(change, after, tr("{file} is released: it is public now", file=change.shown_as))
    return Exit.DONE


def can_read_and_answer() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _as_released(change: Opened, text: str) -> View:
    """What the public will see. Reads the released text in a temporary folder with the settings of the agendas."""
    place = change.place
    with TemporaryDirectory() as folder:
        Path(folder, change.file.name).write_bytes(text.encode())
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(place.root / SETTINGS_FILE, Path(folder, SETTINGS_FILE))
        public = place._replace(root=Path(folder), internal=False, cache=None)
        with public.open_index() as index:
            shown = shown_meeting(index, change.id, place.today, place.shown_as)
            return release_view(shown, open_checks(change.text))


def _refuse_other(change: Opened) -> None:
    """Raise NothingFound if nothing in the agenda waits for a release."""
    if not (change.agenda.public or change.agenda.is_unread):
        message = tr("{file} is withheld on a ground that a release does not lift", file=change.shown_as)
        raise NothingFound(message, tr("remove `public: false` in the file if it may be public"))
    if lifted(change.agenda) == change.agenda:
        raise NothingFound(tr("{file} has nothing that waits for a release", file=change.shown_as))
