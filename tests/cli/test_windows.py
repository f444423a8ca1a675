"""Behaviour that is different on Windows, simulated on any system."""

import ctypes
import errno
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.conftest import SAMPLES, Run

from briefcli.catalog import spoken
from briefcli.cli import output
from briefcli.cli.app import run_command
from briefcli.cli.output import write
from briefcli.errors import BriefError


def test_files_on_another_drive_are_checked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    (tmp_path / "raad.yaml").write_text("title: Raad\nwhen: 2031-02-30\n", encoding="utf-8")
    monkeypatch.setattr("os.path.relpath", refusing)
    for path in (tmp_path, tmp_path / "raad.yaml"):
        ran = run("check", str(path))
        assert ran.code == 1
        assert f"{tmp_path.as_posix()}/raad.yaml:2:7: error" in ran.out
    assert run("list").code == 0


def test_file_patterns_are_expanded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES)
    named = run("fmt", "--check", *map(str, sorted(Path("agendas").glob("r*.yaml"))))
    assert run("fmt", "--check", "agendas/r*.yaml") == named
    assert "no file or folder agendas/x*.yaml" in run("check", "agendas/x*.yaml").err


class Gone(io.StringIO):
    """A pipe whose reader has gone, with the error that Windows raises."""

    def write(self, _: str) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)


def test_a_closed_pipe_is_no_error_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Gone())
    with pytest.raises(BriefError):
        write("x")
    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        write("x")


def test_characters_outside_the_encoding_are_replaced_by_similar_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """For example in `brief deadlines > lijst.txt` or `| more`."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "argv", ["brief", "deadlines", "--today", "2031-03-04"])
    assert run_command() == 0
    out.flush()
    said = out.buffer.getvalue().decode("cp1252")
    assert "= in 14 days" in said
    assert "\\u" not in said


@pytest.mark.parametrize(("can_tell", "can_obey"), [(1, 1), (1, 0), (0, 0)])
def test_escape_codes_are_enabled_on_a_console(can_tell: int, can_obey: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def set_mode(_: object, mode: int) -> int:
        asked.append(mode)
        return can_obey

    kernel = SimpleNamespace(GetConsoleMode=lambda *_: can_tell, SetConsoleMode=set_mode)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(get_osfhandle=lambda number: number))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(fileno=lambda: 1))
    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        obeys = output.obeys_escapes()
    assert obeys is bool(can_tell and can_obey)
    assert asked == [4] * can_tell


@pytest.mark.parametrize(
    ("name", "language"), [("Dutch_Netherlands.1252", "nl"), ("English_United States.1252", "en"), ("nl-BE", "nl")]
)
def test_windows_names_of_languages_are_recognised(name: str, language: str) -> None:
    assert spoken(name) == language
