"""The front door cannot drift: its generated parts, its pictures and its examples are what the program does."""

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer

from briefcli.cli.app import app_with
from briefcli.cli.registry import COMMANDS
from tests.conftest import PROJECT, Run
from tests.pictures import FOLDER, PICTURES, picture
from tests.readme import README, with_actions, with_parts

TEXT = README.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    (brief .+)$", TEXT, re.MULTILINE)


def test_the_generated_parts_are_up_to_date() -> None:
    assert with_parts(TEXT) == TEXT, "python -m tests.readme writes them anew"


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_are_up_to_date(name: str) -> None:
    assert f"tests/pictures/{name}.svg" in TEXT
    assert picture(name) == (FOLDER / f"{name}.svg").read_text(encoding="utf-8"), "python -m tests.pictures"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the agendas with a letter and a memo beside them, a day in 2023, an editor that changes nothing."""
    shutil.copytree(PROJECT / "agendas", tmp_path / "agendas")
    shutil.copy(PROJECT / "tests" / "memo" / "fixtures" / "jachtraad.txt", tmp_path / "memo.txt")
    (tmp_path / "letter.txt").write_text("Zie Kamerstuk 28 676, nr. 427 van 9 maart 2023.\n", encoding="utf-8")
    shutil.copy(tmp_path / "agendas" / "dmm-2024-10.yaml", tmp_path / "agendas" / "dmm-2026-02.yaml")
    monkeypatch.setenv("BRIEF_TODAY", "2023-06-01")
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.usefixtures("desk")
def test_the_examples_work(example: str, run: Run) -> None:
    if "brief new" in example:
        Path("agendas/dmm-2026-02.yaml").unlink()
    ran = run(*shlex.split(example)[1:])
    assert ran.code == 0, ran.err
    assert ran.out or ran.err or "edit" in example


def test_every_command_has_an_example_in_its_help() -> None:
    group: Any = typer.main.get_command(app_with(COMMANDS))
    for name, command in with_actions(group.commands):
        assert f"Example: brief {name.partition(' ')[0]}" in command.help, name
        assert f"brief {name}" in TEXT
