"""The edges of a run: Ctrl-C before the program can answer it, and words that are not UTF-8."""

import os
import signal
import subprocess
import sys

import pytest

from tests.conftest import Run

BAD = os.fsdecode(b"x\xff\xe9")

# Raises the signal while the first module of the command line is imported
_EARLY = """
import builtins, os, signal, sys
plain = builtins.__import__
def at_first(name, *rest):
    if name == "briefcli.cli.app":
        signal.raise_signal(signal.SIGINT)
    return plain(name, *rest)
builtins.__import__ = at_first
sys.argv = ["brief", "list"]
from briefcli.__main__ import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console, so no test can send it to one")
def test_ctrl_c_before_the_command_runs_ends_without_a_word() -> None:
    ran = subprocess.run([sys.executable, "-c", _EARLY], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, b"", b"")  # a shell makes 130 of it


@pytest.mark.parametrize(
    "words",
    [
        ["show", BAD], ["timeline", BAD], ["diff", BAD], ["refs", BAD], ["search", BAD], ["scan", BAD], ["export", BAD],
        ["list", "--series", BAD, "--format", "json"], ["deadlines", "--owner", BAD], ["list", "--today", BAD],
        ["new", "--title", BAD, "--when", "2031-01-01"], ["move", "raad-2031-03", BAD], ["done", "raad-2031-03", BAD],
    ],
)  # fmt: skip
def test_words_that_are_not_utf8_find_nothing_and_break_nothing(words: list[str], run: Run) -> None:
    ran = run(*words)
    assert ran.code in {1, 2, 3}
    assert "mistake in brief" not in ran.err
