"""Waiting for files to change: done by watchfiles, which is installed only where it is wanted."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

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
    # The first time-out says that the watch has begun: what changes during the first check is seen as well
    begun = False
    for changed in watch(
        *folders, watch_filter=_is_agenda, debounce=200, step=50, rust_timeout=200, yield_on_timeout=True
    ):
        if changed or not begun:
            yield
        begun = True


def _is_agenda(_change: object, path: str) -> bool:
    name = Path(path).name
    return name.lower().endswith((".yaml", ".yml", ".toml")) and not name.startswith(".")
