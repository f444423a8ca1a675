"""Every command runs without POSIX-only functions, as on Windows, and on every Python from 3.11.0."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import SAMPLES, TODAY
from tests.sources import SOURCE

# Removes POSIX-only modules and functions, then runs the commands one after the other
_DRIVER = """
import io, json, os, signal, stat, sys
import asyncio, multiprocessing, platformdirs.unix, shutil, subprocess, tempfile  # these may need what we may not
taken = {os: ("fork", "getuid", "geteuid", "getgid", "fchmod", "mkfifo", "sched_getaffinity", "O_NOFOLLOW",
              "O_NONBLOCK", "O_CLOEXEC", "O_DIRECTORY", "getppid", "killpg", "wait4", "chown", "lchown", "statvfs",
              "getxattr", "setxattr", "listxattr", "uname", "posix_spawn", "openpty", "sync", "nice"),
         signal: ("SIGCHLD", "SIGHUP", "SIGALRM", "SIGPIPE", "SIGKILL", "setitimer", "alarm")}
for module, names in taken.items():
    for name in names:
        if hasattr(module, name):
            delattr(module, name)
shutil._copyxattr = lambda *_, **__: None  # as shutil itself has it there
os.supports_fd = set()
for name in ("fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog"):
    sys.modules[name] = None
from briefcli.cli.app import run_command
told, screen = [], sys.stdout
for command in json.loads(sys.argv[1]):
    sys.argv = ["brief", *command]
    sys.stdout, sys.stderr = out, err = io.StringIO(), io.StringIO()
    code = run_command()
    told.append((command, code, out.getvalue(), err.getvalue()))
json.dump(told, screen)
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
    ("export", "raad-2031-03", "--to", "html", "--output", "raad.html"): 0,
    ("questions", "kosten"): None,
    ("changes",): None,
    ("config",): 0,
    ("help", "show"): 0,
    ("new", "proef-2032", "--title", "Proef", "--when", "2032-03-18"): 0,
    ("add", "proef-2032", "point", "Een", "punt"): 0,
    ("move", "proef-2032", "2032-03-25"): 0,
    ("cancel", "proef-2032"): 0,
    ("undo",): 0,
    ("import", "memo.txt", "--id", "nota-2032"): 0,
    ("fmt",): None,
    ("fmt", "--check", SAMPLE): None,
    ("check",): None,
    ("schema",): 0,
    ("cache",): 0,
    ("cache", "clear"): 0,
}


def test_commands_run_without_posix_functions(tmp_path: Path) -> None:
    environment = {
        "BRIEF_AGENDAS": str(tmp_path / "agendas"), "BRIEF_TODAY": TODAY, "XDG_CACHE_HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path),
        "BRIEF_LANG": "en",
    }  # fmt: skip
    shutil.copytree(SAMPLES / "agendas", tmp_path / "agendas")
    (tmp_path / "memo.txt").write_text("Aanleiding\nDe proefraad komt op 18 maart 2032 bijeen.\n", encoding="utf-8")
    command = [sys.executable, "-c", _DRIVER, json.dumps([*COMMANDS])]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    for arguments, code, out, err in json.loads(ran.stdout):
        expected = COMMANDS[tuple(arguments)]
        assert "mistake in brief" not in err, next(tmp_path.glob("brief-*.log")).read_text(encoding="utf-8")
        assert code in ({0, 1} if expected is None else {expected}), (arguments, err)
        assert out or expected is None, arguments


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 (Debian 12 has 3.11.2) matches `(…)*+` wrongly, but `(?>(…)*)` correctly."""
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{+[^\n\"]*?\}+)\+")
    assert possessive.search(r"(?:a|b){0,3}+")
    found = [file.name for file in SOURCE.rglob("*.py") if possessive.search(file.read_text(encoding="utf-8"))]
    assert found == []
