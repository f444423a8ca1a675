"""Show what is longer than the terminal in a pager, as git does; never in a pipe or a file."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping

from briefcli.catalog import tr
from briefcli.cli.options import pager_wanted
from briefcli.cli.programs import program_named
from briefcli.config import PAGER

_USUAL = ("less", "-FRX")  # ends at once where all fits, keeps colours, leaves the text on the screen


def pager_for(text: str, environ: Mapping[str, str]) -> list[str] | None:
    """The command that shows this text a screen at a time; None where it fits, or where none is wanted."""
    if not pager_wanted() or not (sys.stdin is not None and sys.stdin.isatty()):
        return None
    if text.count("\n") < os.get_terminal_size().lines:
        return None
    wanted = environ.get(PAGER.variable) or environ.get("PAGER")
    command = None if wanted == "cat" else program_named(" ".join(_USUAL) if wanted is None else wanted)
    if command and wanted in (None, "less", " ".join(_USUAL)) and "LESS" not in environ:
        return [command[0], *_USUAL[1:], f"-Ps?e(END) .{tr('the space bar shows more, q stops')}"]
    return command


def show_in_pager(text: str, pager: list[str]) -> bool:
    """Show the text in the pager; False where it could not be started."""
    try:
        with _left_to_the_pager():
            subprocess.run(pager, input=text.encode("utf-8", "backslashreplace"), check=False)  # noqa: S603  # the user's own
    except OSError:
        return False
    return True


@contextlib.contextmanager
def _left_to_the_pager() -> Iterator[None]:
    """Ctrl-C is for the pager as long as it runs."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
