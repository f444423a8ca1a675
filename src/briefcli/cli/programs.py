"""Finds the user's editor and pager, and shows a text that is longer than the terminal in the pager."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping

from briefcli.catalog import tr
from briefcli.config import PAGER

_USUAL = ("less", "-FRX")  # exits at once if all fits, keeps colours, leaves the text on the screen


def program_named(line: str) -> list[str] | None:
    r"""The full path of the program in this command line, with its arguments; None if there is no such program.

    A path with spaces needs no quotes, as in `C:\Program Files\Editor\editor.exe --wait`.
    """
    is_windows = os.name == "nt"
    try:
        words, parts = shlex.split(line, posix=not is_windows), line.split(" ")  # on Windows a path has backslashes
    except ValueError:  # a quote that is not closed, or an apostrophe
        words, parts = [], [line]
    ways = ([" ".join(parts[:number]), *parts[number:]] for number in range(len(parts), 0, -1))
    for command in ([word.strip('"') for word in words] if is_windows else words, *ways):
        # Windows starts a script (`code.cmd`) only by its path
        if command and (program := shutil.which(command[0])):
            return [program, *filter(None, command[1:])]
    return None


def pager_for(text: str, environ: Mapping[str, str]) -> list[str] | None:
    """The pager's command for this text; None if the text fits on the terminal, or if no pager is wanted or found."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    if text.count("\n") < os.get_terminal_size().lines:
        return None
    wanted = environ.get(PAGER.variable) or environ.get("PAGER")
    command = None if wanted == "cat" else program_named(" ".join(_USUAL) if wanted is None else wanted)
    if command and wanted in (None, "less", " ".join(_USUAL)) and "LESS" not in environ:
        return [command[0], *_USUAL[1:], f"-Ps?e(END) .{tr('the space bar shows more, q stops')}"]
    return command


def show_in_pager(text: str, pager: list[str]) -> bool:
    """Show the text in the pager, which Ctrl-C is left to. Returns False if it cannot be started or fails."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        data = text.encode("utf-8", "backslashreplace")
        return subprocess.run(pager, input=data, check=False).returncode == 0  # noqa: S603  # the user's own
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
