"""Puts the parts together: finds the agendas, opens the library, and asks it for a command's view."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefcli.config import AGENDAS
from briefcli.errors import BriefError

if TYPE_CHECKING:  # sqlite3 is not for `--help`
    from briefcli.library.questions import Library
    from briefcli.settings import Settings

FOLDER = "agendas"


class Workspace(msgspec.Struct, frozen=True):
    """Where the agendas are, how they are shown, and for whom."""

    root: Path
    shown_as: str
    internal: bool
    today: date

    def settings(self) -> "Settings":
        """What deadlines are counted with, as `brief.toml` in the agendas folder says. Raises BriefError."""
        return settings_in(self.root, self.shown_as)

    def library(self) -> "Library":
        from briefcli.library.index import open_index
        from briefcli.library.questions import Library

        try:
            return Library(open_index(self.root, self.settings()), internal=self.internal)
        except OSError as error:
            reason = (error.strerror or "").lower()
            raise BriefError(
                f"the agendas folder {self.shown_as} cannot be read: {reason}", "choose another"
            ) from error

    def path(self, inside: str) -> str:
        """A file's path as the user would write it."""
        return f"{self.shown_as}/{inside}"


def settings_in(folder: Path, shown_as: str) -> "Settings":
    """The settings in an agendas folder; those built in where it has none. Raises BriefError."""
    import os

    from briefcli.domain.diagnostic import Diagnostic
    from briefcli.library.files import read_bytes
    from briefcli.settings import FILE, Settings, read_settings

    file, name = folder / FILE, f"{shown_as}/{FILE}"
    if not os.path.lexists(file):
        return Settings()
    data = read_bytes(file, name)
    if isinstance(data, Diagnostic):
        raise BriefError(f"{name}: {data.message}", data.hint)
    return read_settings(data, name)


def find_agendas(cwd: Path, environ: Mapping[str, str]) -> Path:
    """The agendas folder: as the environment says, else here or in a folder above. Raises BriefError."""
    if wanted := environ.get(AGENDAS.variable):
        folder = (cwd / wanted).expanduser()
        if folder.is_dir():
            return folder
        hint = f"correct {AGENDAS.variable}, or remove it to search from here upwards"
        raise BriefError(f"{AGENDAS.variable} names {wanted}, which is not a folder", hint)
    for folder in (cwd, *cwd.parents):
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
        if folder.name == FOLDER and any(folder.glob("*.yaml")):
            return folder
    hint = f"go to the folder that holds it, or set {AGENDAS.variable} to its path"
    raise BriefError(f"no folder “{FOLDER}” here or in any folder above", hint)


def shown_path(folder: Path, cwd: Path) -> str:
    """The folder relative to where the user stands, where that is shorter."""
    import os

    relative = os.path.relpath(folder, cwd)
    return str(folder) if relative.startswith("../../..") else relative
