"""The real program on a real terminal, in a pipe and in a file."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import HOMES, SAMPLES, TODAY, Run

pytestmark = pytest.mark.posix

LONG = " ".join(f"woord{number}" for number in range(60))
ANSI = re.compile(r"\x1b")
COLOURED = {"TERM": "xterm-256color"}


def _environment(**more: str) -> dict[str, str]:
    base = {"PATH": "/usr/bin:/bin", "BRIEF_AGENDAS": str(SAMPLES / "agendas"), "BRIEF_TODAY": TODAY, "LANG": "C.UTF-8"}
    base["PAGER"] = "cat"  # a pager would wait for a key
    return base | {name: os.environ[name] for name in HOMES} | more


def _piped(*arguments: str, **environment: str) -> str:
    command = [sys.executable, "-m", "briefcli", *arguments]
    return subprocess.run(command, env=_environment(**environment), capture_output=True, text=True, check=True).stdout


# Runs the commands on its terminal, each with its own width and environment
_DRIVER = """
import fcntl, json, os, struct, sys, termios
from briefcli.cli.app import run_command
for width, line, more in json.loads(sys.argv[1]):
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    before = dict(os.environ)
    os.environ.update(more)
    sys.argv = ["brief", *line.split()]
    run_command()
    os.environ.clear()
    os.environ.update(before)
    print(end="\\0", flush=True)
"""


def _on_terminal(*asked: tuple[int, str, dict[str, str]]) -> list[str]:
    """Run commands on a pseudo-terminal, each at its own width. Returns the output of each."""
    import pty

    parent, child = pty.openpty()
    command = [sys.executable, "-c", _DRIVER, json.dumps(asked)]
    process = subprocess.Popen(command, env=_environment(), stdout=child, stderr=child, stdin=child)
    os.close(child)
    sent = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        sent += part
    assert process.wait() == 0, sent
    os.close(parent)
    *each, rest = sent.decode().split("\0")
    assert (len(each), rest) == (len(asked), "")
    return each


@pytest.fixture
def long_text(tmp_path: Path) -> str:
    (tmp_path / "lang.yaml").write_text(f"title: Lang\nwhen: 2031-03-18\nkey_points:\n  - {LONG}\n", encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}, {"TERM": "xterm-256color"}, {"NO_COLOR": "1"}])
def test_a_pipe_gets_plain_unwrapped_lines(
    environment: dict[str, str], long_text: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", long_text)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = run("show", "lang").out
    assert not ANSI.search(out)
    assert f"• {LONG}\n" in out


def test_the_real_program_writes_plain_unwrapped_lines_to_a_pipe(long_text: str) -> None:
    out = _piped("show", "lang", BRIEF_AGENDAS=long_text, TERM="xterm-256color")
    assert not ANSI.search(out)
    assert f"• {LONG}\n" in out


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_forced_colour_in_a_pipe_truncates_nothing(
    term: str, long_text: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("BRIEF_AGENDAS", long_text), ("FORCE_COLOR", "1"), ("TERM", term)):
        monkeypatch.setenv(name, value)
    out = run("show", "lang").out
    assert ANSI.search(out)
    assert LONG in out


def test_the_variable_columns_sets_the_width(long_text: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", long_text)
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("show", "lang").out.splitlines()
    assert max(map(len, lines)) <= 60
    assert LONG.split() == [word for line in lines for word in line.split() if word.startswith("woord")]


def test_a_terminal_gets_colours_and_no_line_too_long() -> None:
    asked = [(40, "deadlines"), (40, "refs 99001"), (80, "list"), (200, "show raad-2031-03")]
    for (width, line), sent in zip(asked, _on_terminal(*((*each, COLOURED) for each in asked)), strict=True):
        assert ANSI.search(sent), line
        lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", sent).splitlines()
        assert max(map(len, lines)) <= width, line
        assert "…" not in sent, line


def test_colours_and_links_depend_on_the_terminal() -> None:
    plain, linked, unlinked, asked, wide, steered = _on_terminal(
        (80, "deadlines", COLOURED | {"NO_COLOR": "1"}),
        (80, "refs 99001", {"TERM": "xterm-kitty"}),
        (80, "refs 99001", COLOURED),
        (80, "refs 99001 --urls", COLOURED),
        (140, "refs 99001", COLOURED),
        (80, "show werkbezoek", COLOURED),
    )
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", plain)
    assert "\x1b]8;" in linked
    assert "\x1b]8;" not in unlinked
    assert "https://" not in unlinked
    assert "https://zoek.officielebekendmakingen.nl/kst-99001-12.html" in asked
    assert "https://" in wide
    # Text of a file never controls the terminal
    assert "\x1b[31mrood" not in steered
    assert "\x07" not in steered
    assert "\u202e" not in steered


def test_a_pipe_closed_early_causes_no_error() -> None:
    command = f"{sys.executable} -m briefcli list --format json | head -1"
    ran = subprocess.run(["sh", "-c", command], env=_environment(), capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("[\n", "")
