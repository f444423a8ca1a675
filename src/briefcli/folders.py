"""Where the agendas are, and where this system keeps a user's caches and settings."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # every TAB loads this file, and importing typing would take too long
if TYPE_CHECKING:
    from collections.abc import Mapping


AGENDAS_FOLDER = "agendas"
SETTINGS_FILE = "brief.toml"  # in the agendas folder
SUFFIXES = (".yaml", ".yml")  # of agendas


def is_agenda_name(name: str) -> bool:
    """Whether an agenda can have this name. The case of the extension is ignored everywhere, as Windows ignores it.

    With `~$` before a name, Word marks a file that is open.
    """
    return name[-5:].lower().endswith(SUFFIXES) and not name.startswith("~$")


def agendas_above(here: str) -> str | None:
    """The agendas folder in this folder or in one above it; None if there is none.

    This folder, or one above it, can itself be the agendas folder: if it has that name and holds an agenda.
    """
    while True:
        inside = os.path.join(here, AGENDAS_FOLDER)
        if os.path.isdir(inside):
            return inside
        if os.path.basename(here) == AGENDAS_FOLDER and any(map(is_agenda_name, _names_in(here))):
            return here
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def user_folder(sort: str, name: str, environ: Mapping[str, str]) -> str | None:
    """The user's folder of this name for a `sort` of files, `cache` or `config`; None if the user has no home folder.

    The folder is that of platformdirs. On Linux two lines find it, because importing platformdirs takes 3% of a start.
    """
    if sys.platform != "linux":
        from platformdirs import user_cache_dir, user_config_dir

        try:
            return (user_cache_dir if sort == "cache" else user_config_dir)(name, appauthor=False)
        except RuntimeError:
            return None
    wanted = environ.get(f"XDG_{sort.upper()}_HOME", "")
    folder = wanted if os.path.isabs(wanted) else os.path.expanduser(f"~/.{sort}")
    return os.path.join(folder, name) if os.path.isabs(folder) else None


def index_name(root: str | os.PathLike[str], language: str) -> str:
    """The name of the index file for the agendas in the folder `root`, with messages in `language`."""
    from zlib import crc32  # not hashlib: it loads OpenSSL, which takes longer than querying the index

    key = crc32(os.fsencode(f"{os.path.realpath(root)}\0{language}"))
    return f"{key:08x}.sqlite"


def from_settings(wanted: str, environ: Mapping[str, str]) -> str | None:
    """One value of the user's settings file, read without importing the module that reads all of them."""
    folder = user_folder("config", "brief", environ)
    if folder is None or not os.path.isfile(path := os.path.join(folder, "config.toml")):  # opening a pipe would wait
        return None
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
    except (OSError, ValueError):
        return None
    for line in lines:
        key, _, value = line.partition("=")
        if key.strip() == wanted:
            return value.strip().strip("\"'")
    return None
