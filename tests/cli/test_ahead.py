"""What is done beside a command changes no answer, and leaves nothing behind."""

import inspect
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import SAMPLES, TODAY

from briefcli.cli.ahead import Ahead
from briefcli.cli.registry import COMMANDS, READING
from briefcli.index.child import can_fork
from briefcli.index.survey import take_survey

AGENDAS = SAMPLES / "agendas"


def brief(*arguments: str, cache: Path, before: Callable[[], object] | None = None) -> subprocess.CompletedProcess[str]:
    environment = {
        "BRIEF_AGENDAS": str(AGENDAS), "BRIEF_TODAY": TODAY, "XDG_CACHE_HOME": str(cache), "PATH": os.environ["PATH"],
    }  # fmt: skip
    command = [sys.executable, "-m", "briefcli", *arguments]
    return subprocess.run(  # no thread is there
        command, env=environment, capture_output=True, text=True, check=False, preexec_fn=before
    )


def on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def test_the_commands_that_read_are_those_that_can_show_what_is_internal() -> None:
    offering = {name for name in COMMANDS if "internal" in inspect.signature(COMMANDS[name]).parameters}
    assert offering - {"edit", "import", "workdays"} == READING, "these three ask no index"


@pytest.mark.skipif(not can_fork(), reason="there is no second core")
@pytest.mark.parametrize(
    "arguments",
    [("list",), ("show", "raad-2031-03", "--format", "json"), ("search", "raad"), ("check", "--format", "json")],
    ids=" ".join,
)
def test_on_one_core_the_answer_is_the_same(arguments: tuple[str, ...], tmp_path: Path) -> None:
    for _ in ("from nothing", "again"):
        both = brief(*arguments, cache=tmp_path / "two")
        one = brief(*arguments, cache=tmp_path / "one", before=on_one_core)
        assert (both.stdout, both.stderr, both.returncode) == (one.stdout, one.stderr, one.returncode)
        assert both.stdout


@pytest.mark.skipif(not hasattr(signal, "SIGCHLD"), reason="there is no such signal here")
def test_who_hears_of_no_ended_process_may_start_it(tmp_path: Path) -> None:
    ran = brief("list", cache=tmp_path, before=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
    assert (ran.stderr, ran.returncode) == ("", 0)


@pytest.mark.skipif(not can_fork(), reason="there is no second core")
def test_the_survey_is_that_of_the_folder_that_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(AGENDAS))
    for asked, is_given in ((AGENDAS, True), (tmp_path, False)):
        ahead = Ahead()
        ahead.send(["list", "--format", "json"])
        survey = ahead.survey(asked)
        assert (survey is not None) is is_given
        if survey is not None:
            assert survey.folders == take_survey(AGENDAS).folders
            assert ahead.survey(asked) is None, "each survey is given once"
        ahead.end()


@pytest.mark.skipif(not can_fork(), reason="there is no second core")
def test_a_survey_whose_process_is_gone_is_taken_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(AGENDAS))
    ahead = Ahead()
    ahead.send(["list"])
    survey = ahead.survey(AGENDAS)
    assert survey is not None
    monkeypatch.setattr(ahead._sent, "part", lambda: None)
    assert survey.folders == take_survey(AGENDAS).folders
    ahead.end()


@pytest.mark.skipif(not can_fork(), reason="there is no second core")
@pytest.mark.parametrize(
    ("arguments", "is_left"),
    [(["list"], True), (["check"], True), (["export"], False), (["list", "--format", "json"], False)],
)
def test_what_prints_is_loaded_once_while_we_wait(
    arguments: list[str], is_left: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(AGENDAS))
    ahead = Ahead()
    ahead.send(arguments)
    load = ahead.left_to_load()
    assert (load is not None) is is_left
    if load is not None:
        load()
    assert ahead.left_to_load() is None
    ahead.end()


@pytest.mark.parametrize("arguments", [[], ["list", "--help"], ["scan", "x"], ["nonsense"]])
def test_nobody_is_sent_for_nothing(arguments: list[str]) -> None:
    ahead = Ahead()
    ahead.send(arguments)
    assert ahead.survey(AGENDAS) is None
    assert ahead._sent is None
    ahead.end()


@pytest.mark.parametrize("arguments", [("list",), ("--help",), ("list", "--format", "json")], ids=" ".join)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_output_that_takes_nothing_is_told(arguments: tuple[str, ...], tmp_path: Path) -> None:
    script = f"{sys.executable} -m briefcli {' '.join(arguments)} >/dev/full"
    environment = {"BRIEF_AGENDAS": str(AGENDAS), "XDG_CACHE_HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    ran = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert ran.stderr.startswith("brief: ")
    assert "mistake in brief" not in ran.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_a_closed_stream_is_no_mistake_of_the_program(closed: str, tmp_path: Path) -> None:
    script = f"{sys.executable} -m briefcli list {closed}"
    environment = {"BRIEF_AGENDAS": str(AGENDAS), "XDG_CACHE_HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    ran = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == (3 if closed == ">&-" else 0)
    assert "Traceback" not in ran.stderr
