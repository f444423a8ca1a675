"""Waiting for files to change: done by watchfiles, which is installed only where it is wanted."""

import contextlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefcli.catalog import tr
from briefcli.errors import BriefError
from briefcli.workspace import find_agendas


def changes(paths: Sequence[str]) -> Iterator[None]:
    """Once at the beginning, then each time something changed in these files or folders. Raises BriefError."""
    try:
        from watchfiles import watch
    except ImportError as error:
        hint = tr("install it with: pip install '.[watch]'")
        raise BriefError(tr("--watch needs the package watchfiles, which is not installed"), hint) from error
    watched = [Path(path) for path in paths] or [find_agendas(Path.cwd(), os.environ)]
    for path in watched:
        if not path.exists():
            raise BriefError(
                tr("there is no file or folder {name}", name=path), tr("without a name all agendas are checked")
            )
    # An editor that replaces a file leaves a watch on the old one behind, so its folder is watched
    folders = {path if path.is_dir() else path.parent for path in watched}
    options: dict[str, Any] = {"watch_filter": _is_agenda, "debounce": 200, "step": 50}
    while True:
        identities = _identities(folders)
        is_begun = False
        with contextlib.suppress(FileNotFoundError):  # gone for a moment, as where git changes branches
            # The first time-out says that the watch has begun: what changes during the first check is seen as well
            for changed in watch(*folders, rust_timeout=200, yield_on_timeout=True, **options):
                if changed or not is_begun:
                    yield
                is_begun = True
                if _identities(folders) != identities:
                    break
        time.sleep(0.2)


def _identities(folders: Iterable[Path]) -> list[tuple[int, int]]:
    """A folder that came in the place of another is seen by these, and must be watched anew."""
    states = [folder.stat() for folder in folders if folder.exists()]
    return [(state.st_dev, state.st_ino) for state in states]


def _is_agenda(_change: object, path: str) -> bool:
    name = Path(path).name
    return name.lower().endswith((".yaml", ".yml", ".toml")) and not name.startswith(".")
