"""The front door cannot drift: its generated parts, its pictures and its examples are what the program does."""

import re
import shlex

import pytest

from tests.conftest import PROJECT, Run
from tests.pictures import FOLDER, PICTURES, picture
from tests.readme import README, with_parts

TEXT = README.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    (brief .+)$", TEXT, re.MULTILINE)


def test_the_generated_parts_are_up_to_date() -> None:
    assert with_parts(TEXT) == TEXT, "python -m tests.readme writes them anew"


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_are_up_to_date(name: str) -> None:
    assert f"tests/pictures/{name}.svg" in TEXT
    assert picture(name) == (FOLDER / f"{name}.svg").read_text(encoding="utf-8"), "python -m tests.pictures"


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_work(example: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_TODAY", "2023-06-01")
    monkeypatch.setenv("BRIEF_AGENDAS", str(PROJECT / "agendas"))
    ran = run(*shlex.split(example)[1:])
    assert ran.code == 0, ran.err
    assert ran.out


def test_every_command_has_an_example_in_its_help(run: Run) -> None:
    from briefcli.cli.app import COMMANDS

    for name, command in COMMANDS.items():
        assert f"Example: brief {name}" in (command.__doc__ or ""), name
        assert f"brief {name}" in TEXT
