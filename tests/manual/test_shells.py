"""Completion in real shells. The words come from `brief __complete`, which has its own tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from briefcli.cli.commands.completion import Shell
from tests.conftest import SAMPLES, Run

pytestmark = pytest.mark.posix

_BASH = """
source {script}
COMP_WORDS=(brief {words}); COMP_CWORD=2
_brief
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
_FISH = "source {script}; complete -C 'brief {words}'"
_ZSH = "zsh -n {script} && echo raad-2031-03"  # it completes nothing without a terminal, so only the syntax is checked
_PROGRAMS = {"bash": ("bash", _BASH), "fish": ("fish", _FISH), "zsh": ("zsh", _ZSH)}


@pytest.fixture
def brief(tmp_path: Path) -> dict[str, str]:
    """An environment in which the command `brief` runs this program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "brief"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefcli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "BRIEF_AGENDAS": str(SAMPLES / "agendas")}


@pytest.mark.parametrize("shell", _PROGRAMS)
def test_shells_complete_an_id(shell: str, brief: dict[str, str], tmp_path: Path, run: Run) -> None:
    name, code = _PROGRAMS[shell]
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    script = tmp_path / "script"
    script.write_text(run("completion", shell).out, encoding="utf-8")
    subprocess.run(["brief", "list"], env=brief, capture_output=True, check=True)  # it makes the index
    written = code.format(script=script, words="show raad-2031")
    ran = subprocess.run([name, "-c", written], env=brief, capture_output=True, text=True, check=False, timeout=60)
    assert ran.stdout.startswith("raad-2031-03"), ran.stderr


# What is typed, and the first word that bash offers
_TYPED = {
    "list --format = c": "csv",  # bash splits words at =
    "list --series = ''": "raad",
    "list --series '\"ra'": "raad",  # the quote is still open
    'done raad-2031-03 "\'Lijnen n"': "Lijnen naar pers",
    "done raad-2031-03 'Lijnen\\ n'": "Lijnen\\ naar\\ pers",
}


def test_bash_splits_and_quotes_words(
    brief: dict[str, str], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    agendas = tmp_path / "agendas"
    agendas.mkdir()
    (agendas / "raad-2031-03.yaml").write_text(
        "title: Raad\nseries: raad\nwhen: 2031-03-18\ndeadlines:\n  - {title: Lijnen naar pers, due: 2031-03-11}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(agendas))
    run("list")
    script = tmp_path / "script"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    code = f"source {script}\n" + "".join(
        f"COMP_WORDS=(brief {words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _brief\nprintf '%s\\n' \"$COMPREPLY\"\n"
        for words in _TYPED
    )
    environment = {**brief, "BRIEF_AGENDAS": str(agendas)}
    ran = subprocess.run(["bash", "-c", code], env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert ran.stdout.splitlines() == [*_TYPED.values()], ran.stderr


@pytest.mark.parametrize("shell", get_args(Shell))
def test_install_says_what_it_did(shell: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    ran = run("completion", shell, "--install")
    assert ran.code == 0
    assert not ran.out
    (made,) = [each for each in tmp_path.rglob("*brief*") if each.is_file()]
    assert str(made) in ran.err
    assert made.read_text(encoding="utf-8") == run("completion", shell).out
