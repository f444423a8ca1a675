"""The front door cannot drift: its pictures and its examples are what the program does; so are the pages behind it."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from briefcli.cli.registry import COMMANDS, LONGEST_SUMMARY, SUMMARIES
from briefcli.completing import TABLE
from briefcli.manual.described import DOCS, FILE, TOPICS, described
from tests.conftest import PROJECT, Run
from tests.describe import description, words
from tests.pictures import FOLDER, PICTURES, picture
from tests.readme import PARTS, README, with_part

TEXT = README.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    (brief .+)$", TEXT, re.MULTILINE)
_ANEW = "python -m tests.readme writes it anew"


@pytest.mark.parametrize("name", PARTS)
def test_the_generated_parts_are_up_to_date(name: str) -> None:
    assert with_part(name) == PARTS[name][0].read_text(encoding="utf-8"), _ANEW


def test_the_description_of_the_commands_is_up_to_date() -> None:
    assert description() == FILE.read_text(encoding="utf-8"), _ANEW
    assert words() == Path(TABLE).read_text(encoding="utf-8"), _ANEW


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_are_up_to_date(name: str) -> None:
    assert f"tests/pictures/{name}.svg" in TEXT
    assert picture(name) == (FOLDER / f"{name}.svg").read_text(encoding="utf-8"), "python -m tests.pictures"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a clone has, as a newcomer finds it."""
    for name in ("agendas", "examples"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.usefixtures("desk")
def test_the_examples_work_and_show_something(example: str, run: Run) -> None:
    ran = run(*shlex.split(example)[1:])
    assert ran.code == 0, ran.err
    assert ran.out or ran.err


def test_the_front_door_stays_one() -> None:
    assert len(TEXT.splitlines()) <= 150
    for path in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (PROJECT / path).exists(), path


def test_every_command_has_an_example_and_a_line_of_its_own() -> None:
    for command in described().commands.values():
        assert f"Example: brief {command.name.partition(' ')[0]}" in command.help, command.name
    assert set(COMMANDS) <= set(SUMMARIES)
    assert all(len(each) <= LONGEST_SUMMARY for each in SUMMARIES.values())


def test_every_topic_has_its_page() -> None:
    assert all((DOCS / f"{name}.md").exists() for name in TOPICS)
