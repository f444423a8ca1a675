"""Edge cases of a run: an early Ctrl-C, arguments that are not UTF-8, a wrong time zone, and the log of a bug."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Run

BAD = os.fsdecode(b"x\xff\xe9")

# Raises the signal while one module is imported
_EARLY = """
import builtins, os, signal, sys
plain = builtins.__import__
def at_first(name, *rest):
    if name == sys.argv[0]:
        signal.raise_signal(signal.SIGINT)
    return plain(name, *rest)
builtins.__import__ = at_first
sys.argv = [sys.argv[1], "list"]
from briefcli.__main__ import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console, so no test can send it to one")
@pytest.mark.parametrize("module", ["gc", "briefcli.cli.app"])
def test_an_early_ctrl_c_ends_silently(module: str) -> None:
    ran = subprocess.run([sys.executable, "-c", _EARLY, module], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, b"", b"")  # a shell reports this as 130


@pytest.mark.parametrize(
    "words",
    [
        ["show", BAD], ["timeline", BAD], ["diff", BAD], ["refs", BAD], ["search", BAD], ["scan", BAD], ["export", BAD],
        ["list", "--series", BAD, "--format", "json"], ["deadlines", "--owner", BAD], ["list", "--today", BAD],
        ["new", "--title", BAD, "--when", "2031-01-01"], ["move", "raad-2031-03", BAD], ["done", "raad-2031-03", BAD],
    ],
)  # fmt: skip
def test_arguments_that_are_not_utf8_cause_no_crash(words: list[str], run: Run) -> None:
    ran = run(*words)
    assert ran.code in {1, 2, 3}
    assert "mistake in brief" not in ran.err


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes no time zone from the environment")
@pytest.mark.parametrize("zone", ["X-99", "X-167", "Nergens/Niets"])
def test_a_wrong_time_zone_stops_no_command(zone: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        ran = [run("list"), run("show", "raad-2031-03"), run("export", "raad-2031-03")]
    time.tzset()
    assert [each.code for each in ran] == [0, 0, 0]


def test_an_output_path_without_permission_is_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    is_dir = Path.is_dir

    def refusing(path: Path) -> bool:
        if path.name == "c.ics":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return is_dir(path)

    monkeypatch.setattr(Path, "is_dir", refusing)
    ran = run("export", "raad-2031-03", "--output", "/theirs/c.ics")
    assert (ran.code, ran.err.splitlines()[-1]) == (3, "brief: /theirs/c.ics cannot be used: permission denied")


def test_the_log_of_a_bug_leaves_out_exception_messages(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = "GEHEIM"

    def broken(_: object) -> None:
        raise ValueError(word) from KeyError(word)

    monkeypatch.setattr("briefcli.cli.app._run", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ran = run("list")
    (log,) = tmp_path.glob("brief-*.log")
    assert (ran.code, str(log) in ran.err) == (70, True)
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "KeyError" in written
    assert "line " in written
    assert word not in written
