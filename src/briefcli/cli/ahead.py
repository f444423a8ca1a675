"""While a command is being loaded, a second process looks at the agendas and brings their index up to date.

To load takes 60 ms, to look at 10,000 files 30: side by side nobody waits for the files. Whatever it does not manage,
the command does itself, and tells what is wrong.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefcli.cli.commands import READING
from briefcli.library.child import Child

if TYPE_CHECKING:
    from briefcli.library.ready import Ready

_ELSEWHERE = frozenset({"--no-cache", "--help", "-h"})  # nothing to prepare


class Ahead:
    """What goes on beside this command; nothing, as long as nobody was sent."""

    def __init__(self) -> None:
        self._sent: Child | None = None

    def send(self, arguments: list[str]) -> None:
        """Let another process begin, if the command asks the library."""
        if arguments and arguments[0] in READING and not _ELSEWHERE.intersection(arguments):
            self._sent = Child.begin(_get_ready)

    def ready(self, root: Path) -> "Ready | None":
        """The index of this folder as it was made ready; None where it was not. To be asked once."""
        sent, self._sent = self._sent, None
        found = sent.result() if sent is not None else None
        if not found:
            return None
        from briefcli.library.ready import Ready

        ready = Ready.unpacked(found)
        return ready if ready.root == str(root) else None


AHEAD = Ahead()


def _get_ready() -> bytes:
    from briefcli.config import cache_wanted
    from briefcli.library.cache import cache_folder
    from briefcli.workspace import find_agendas, get_ready

    cache = cache_folder() if cache_wanted(option=False, environ=os.environ) else None
    ready = get_ready(find_agendas(Path.cwd(), os.environ), cache) if cache is not None else None
    return b"" if ready is None else ready.packed()
