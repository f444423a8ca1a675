"""Finds the agendas folder, reads its settings and opens its index for a command."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefcli.catalog import tr
from briefcli.config import AGENDAS
from briefcli.errors import BriefError, NoAgendas
from briefcli.folders import AGENDAS_FOLDER, SETTINGS_FILE, agendas_above

if TYPE_CHECKING:  # importing sqlite3 would slow down `--help`
    from datetime import date

    from briefcli.domain.agenda import Agenda
    from briefcli.index.queries import Index
    from briefcli.settings import Settings


class Workspace(NamedTuple):
    """The agendas folder, with what the command line and the environment say about reading it."""

    root: Path
    shown_as: str  # the path of the folder in messages
    internal: bool  # whether this user sees what is not public
    today: "date"  # the day to count from
    cache: Path | None = None  # the folder in which indexes are kept; None if none may be kept
    # Reports progress: called with the number of files that were read and the number of all files
    watch: Callable[[int, int], None] = lambda _done, _total: None

    def settings(self) -> "Settings":
        """The settings from `brief.toml` in the agendas folder, or the defaults if it has none. Raises BriefError."""
        data = _settings_bytes(self.root, self.shown_as)
        if data is None:
            from briefcli.settings import Settings

            return Settings()
        from briefcli.settings_reading import read_settings

        return read_settings(data, self.path(SETTINGS_FILE))

    def open_index(self, *, for_search: bool = False) -> "Index":
        """Open the index of the agendas as they are now; with `for_search` it can be searched. Raises BriefError.

        Close the index before anything is printed: until then other commands cannot update it.
        """
        from briefcli.catalog import language
        from briefcli.index.index import Source, open_index

        source = Source(self.root, _settings_bytes(self.root, self.shown_as), self.settings, language())
        try:
            return open_index(source, self.cache, self.watch, internal=self.internal, for_search=for_search)
        except OSError as error:
            from briefcli.files.read import reason

            place, why = self.shown_as, reason(error)
            message = tr("the agendas folder {shown_as} cannot be read: {reason}", shown_as=place, reason=why)
            raise BriefError(message, tr("choose another")) from error

    @property
    def record_folder(self) -> str:
        """The folder of the official record, relative to the agendas folder. Raises BriefError."""
        return self.settings().official.folder

    def seen(self, agenda: "Agenda") -> "Agenda":
        """The version of the agenda that this user may see."""
        from briefcli.domain.redaction import redact

        return agenda if self.internal else redact(agenda)

    def path(self, inside: str) -> str:
        """A file's path as the user would write it."""
        return f"{self.shown_as}/{inside}"


def _settings_bytes(folder: Path, shown_as: str) -> bytes | None:
    """The contents of the folder's `brief.toml`; None if it has none. Raises BriefError."""
    file, name = folder / SETTINGS_FILE, f"{shown_as}/{SETTINGS_FILE}"
    if not os.path.lexists(file):
        return None
    from briefcli.files.read import bytes_or_error

    return bytes_or_error(file, name)


def find_agendas(cwd: Path, environ: Mapping[str, str]) -> Path:
    """The agendas folder that the environment names, else the one in `cwd` or in a folder above. Raises BriefError."""
    if wanted := environ.get(AGENDAS.variable):
        with suppress(RuntimeError, OSError):  # the home of an unknown user; no access, or an invalid name
            folder = cwd / Path(wanted).expanduser()
            if folder.is_dir():
                return folder
        hint = tr("correct --agendas, BRIEF_AGENDAS or the setting agendas, or leave it out to search from here up")
        raise BriefError(tr("{folder} is not a folder", folder=wanted), hint)
    if found := agendas_above(str(cwd)):
        return Path(found)
    raise NoAgendas(
        tr("no folder “{name}” here or in any folder above", name=AGENDAS_FOLDER),
        tr(
            "brief init makes one; or go to the folder that holds it, or name it once: brief config set agendas FOLDER "
            "(or set {name})",
            name=AGENDAS.variable,
        ),
    )


def agendas_here() -> Path | None:
    """The agendas folder that `find_agendas` finds from the current folder; None if it finds none."""
    with suppress(BriefError):
        return find_agendas(Path.cwd(), os.environ)
    return None


def shown_path(folder: Path, cwd: Path) -> str:
    """The folder relative to `cwd`, or as it is if it is more than two levels up; with / as separator everywhere."""
    try:
        relative = os.path.relpath(folder, cwd).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return folder.as_posix()
    return folder.as_posix() if relative.startswith("../../..") else relative
