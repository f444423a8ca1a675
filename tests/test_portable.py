"""Every command runs where a system lacks what only POSIX has, as Windows does."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLES, TODAY

# Takes the modules and names away, then runs the command
_DRIVER = """
import os, signal, stat, sys
import asyncio, multiprocessing, platformdirs.unix, shutil, subprocess, tempfile  # these may need what we may not
taken = {os: ("fork", "getuid", "geteuid", "getgid", "fchmod", "mkfifo", "sched_getaffinity", "O_NOFOLLOW",
              "O_NONBLOCK", "O_CLOEXEC", "O_DIRECTORY", "getppid", "killpg", "wait4"),
         signal: ("SIGCHLD", "SIGHUP", "SIGALRM", "SIGPIPE", "SIGKILL", "setitimer", "alarm")}
for module, names in taken.items():
    for name in names:
        if hasattr(module, name):
            delattr(module, name)
os.supports_fd = set()
for name in ("fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog"):
    sys.modules[name] = None
sys.argv = ["brief", *sys.argv[1:]]
from briefcli.cli.app import run_command
sys.exit(run_command())
"""

SAMPLE = str(SAMPLES / "agendas" / "raad-2031-03.yaml")
COMMANDS = {
    ("list",): 0,
    ("show", "raad-2031-03"): 0,
    ("deadlines",): 0,
    ("next",): 0,
    ("commitments",): 0,
    ("timeline", "raad-2031-03"): 0,
    ("diff", "raad"): 0,
    ("search", "raad"): 0,
    ("workdays", "5", "before", "2031-03-18"): 0,
    ("refs",): 0,
    ("scan", SAMPLE): 0,
    ("export", "raad-2031-03"): 0,
    ("fmt", "--check", SAMPLE): None,
    ("check",): None,
    ("schema",): 0,
    ("cache",): 0,
    ("cache", "clear"): 0,
}


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda each: " ".join(map(str, each[:2])))
def test_a_command_needs_nothing_that_only_posix_has(arguments: tuple[str, ...], tmp_path: Path) -> None:
    environment = {
        "BRIEF_AGENDAS": str(SAMPLES / "agendas"), "BRIEF_TODAY": TODAY, "XDG_CACHE_HOME": str(tmp_path),
        "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path),
    }  # fmt: skip
    command = [sys.executable, "-c", _DRIVER, *arguments]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "mistake in brief" not in ran.stderr, next(tmp_path.glob("brief-*.log")).read_text(encoding="utf-8")
    assert ran.returncode in ({0, 1} if COMMANDS[arguments] is None else {COMMANDS[arguments]}), ran.stderr
    assert ran.stdout or COMMANDS[arguments] is None
