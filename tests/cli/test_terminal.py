"""The real program on a real terminal, in a pipe and in a file."""

import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import HOMES, SAMPLES, TODAY

pytestmark = [pytest.mark.posix, pytest.mark.usefixtures("warm")]

LONG = " ".join(f"woord{number}" for number in range(60))
ANSI = re.compile(r"\x1b")


def _environment(**more: str) -> dict[str, str]:
    base = {"PATH": "/usr/bin:/bin", "BRIEF_AGENDAS": str(SAMPLES / "agendas"), "BRIEF_TODAY": TODAY, "LANG": "C.UTF-8"}
    base["PAGER"] = "cat"  # a pager would wait for a key
    return base | {name: os.environ[name] for name in HOMES} | more


def _piped(*arguments: str, **environment: str) -> str:
    command = [sys.executable, "-m", "briefcli", *arguments]
    return subprocess.run(command, env=_environment(**environment), capture_output=True, text=True, check=True).stdout


def _on_terminal(width: int, *arguments: str, **environment: str) -> str:
    """Run on a pseudo-terminal of that width and return all that it was sent."""
    import pty
    from fcntl import ioctl
    from termios import TIOCSWINSZ

    parent, child = pty.openpty()
    ioctl(child, TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    command = [sys.executable, "-m", "briefcli", *arguments]
    process = subprocess.Popen(command, env=_environment(**environment), stdout=child, stderr=child, stdin=child)
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
    process.wait()
    os.close(parent)
    return sent.decode()


@pytest.fixture
def long_text(tmp_path: Path) -> str:
    (tmp_path / "lang.yaml").write_text(f"title: Lang\nwhen: 2031-03-18\nkey_points:\n  - {LONG}\n", encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("environment", [{}, {"TERM": "dumb"}, {"TERM": "xterm-256color"}, {"NO_COLOR": "1"}])
def test_a_pipe_gets_plain_whole_lines(environment: dict[str, str], long_text: str) -> None:
    out = _piped("show", "lang", BRIEF_AGENDAS=long_text, **environment)
    assert not ANSI.search(out)
    assert f"• {LONG}\n" in out


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_forced_colour_in_a_pipe_cuts_nothing(term: str, long_text: str) -> None:
    out = _piped("show", "lang", BRIEF_AGENDAS=long_text, FORCE_COLOR="1", TERM=term)
    assert ANSI.search(out)
    assert LONG in out


def test_columns_asks_for_a_width(long_text: str) -> None:
    lines = _piped("show", "lang", BRIEF_AGENDAS=long_text, COLUMNS="60").splitlines()
    assert max(map(len, lines)) <= 60
    assert LONG.split() == [word for line in lines for word in line.split() if word.startswith("woord")]


@pytest.mark.parametrize(
    ("width", "command"), [(40, "deadlines"), (40, "refs 99001"), (80, "list"), (200, "show raad-2031-03")]
)
def test_a_terminal_gets_colours_and_no_line_too_long(width: int, command: str) -> None:
    sent = _on_terminal(width, *command.split(), TERM="xterm-256color")
    assert ANSI.search(sent)
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", sent).splitlines()
    assert max(map(len, lines)) <= width
    assert "…" not in sent


def test_no_color_on_a_terminal() -> None:
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", _on_terminal(80, "deadlines", TERM="xterm-256color", NO_COLOR="1"))


def test_links_where_the_terminal_has_them() -> None:
    linked = _on_terminal(80, "refs", "99001", TERM="xterm-kitty")
    assert "\x1b]8;" in linked
    plain = _on_terminal(80, "refs", "99001", TERM="xterm-256color")
    assert "\x1b]8;" not in plain
    assert "https://" not in plain
    asked = _on_terminal(80, "refs", "99001", "--urls", TERM="xterm-256color")
    assert "https://zoek.officielebekendmakingen.nl/kst-99001-12.html" in asked
    assert "https://" in _on_terminal(140, "refs", "99001", TERM="xterm-256color")


def test_text_never_steers_the_terminal() -> None:
    sent = _on_terminal(80, "show", "werkbezoek", TERM="xterm-256color")
    assert "\x1b[31mrood" not in sent
    assert "\x07" not in sent
    assert "\u202e" not in sent


def test_a_reader_that_leaves_early_gets_no_complaint() -> None:
    command = f"{sys.executable} -m briefcli list --format json | head -1"
    ran = subprocess.run(["sh", "-c", command], env=_environment(), capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("[\n", "")
