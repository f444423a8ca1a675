"""While a command is being loaded, a second process looks at the agendas and brings their index up to date.

To load takes 60 ms, to look at 10,000 files 30: side by side nobody waits for the files. Whatever it does not manage,
the command does itself, and tells what is wrong.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefcli.cli.commands import READING
from briefcli.library.child import Child

if TYPE_CHECKING:
    from briefcli.library.ready import Ready

_SEARCHING = frozenset({"search"})
_TABLES = READING - {"check", "export"}
_ELSEWHERE = frozenset({"--no-cache", "--help", "-h"})  # nothing to prepare


class Ahead:
    """What goes on beside this command; nothing, as long as nobody was sent."""

    def __init__(self) -> None:
        self._sent: Child | None = None
        self._will_print_tables = False

    def send(self, arguments: list[str]) -> None:
        """Let another process begin, if the command asks the library."""
        if arguments and arguments[0] in READING and not _ELSEWHERE.intersection(arguments):
            self._sent = Child.begin(partial(_index_made_ready, words=arguments[0] in _SEARCHING))
            has_format = any(each.startswith(("--format", "-f")) for each in arguments)
            self._will_print_tables = arguments[0] in _TABLES and not has_format

    def ready(self, root: Path) -> "Ready | None":
        """The index of this folder as it was made ready; None where it was not. To be asked once."""
        if self._sent is None:
            return None
        if self._will_print_tables and not self._sent.is_done():
            import briefcli.render.terminal  # noqa: F401  # 12 ms, better spent now than after the wait
        from briefcli.cli.readying import ready_in

        sent, self._sent = self._sent, None
        return ready_in(root, sent.result())


AHEAD = Ahead()


def _index_made_ready(*, words: bool) -> bytes:
    from briefcli.cli.readying import index_made_ready

    return index_made_ready(words=words)
