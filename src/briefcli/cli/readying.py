"""What the second process does for a command: find the agendas, and get their index ready."""

import os
from pathlib import Path

from briefcli.config import cache_wanted
from briefcli.library.cache import cache_folder
from briefcli.library.ready import Ready, get_ready
from briefcli.workspace import find_agendas, source_in


def index_made_ready(*, words: bool) -> bytes:
    """How the index was left, packed; empty where that is for the command itself to do. With `words` for a search.

    Raises BriefError, OSError or sqlite3.Error where it cannot be done, which the command will find out too.
    """
    cache = cache_folder() if cache_wanted(option=False, environ=os.environ) else None
    if cache is None:
        return b""
    root = find_agendas(Path.cwd(), os.environ)
    return get_ready(source_in(root, root.name), cache, words=words).packed()


def ready_in(root: Path, found: bytes | None) -> Ready | None:
    """What was found, if it is about this folder."""
    ready = Ready.unpacked(found) if found else None
    return ready if ready is not None and ready.root == str(root) else None
