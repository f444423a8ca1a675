"""The user's settings file: what it sets, what wins over it, and that a mistake costs one line."""

import json
from pathlib import Path

import pytest

from briefcli.config import LANGUAGE, MINE, SETTINGS
from briefcli.configuring import read_text, with_setting
from tests.conftest import Run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config" / "brief" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def test_a_mistake_costs_its_line_and_says_where_it_stands(run: Run, file: Path) -> None:
    file.write_text(
        'language = "nl"\nhorizon = veel\nkleur = "rood"\nhorizon = "zes"\ncsv = "excel"\n', encoding="utf-8"
    )
    ran = run("list", "--format", "csv", "--lang", "en")
    assert ran.code == 0
    assert ran.out.startswith("\ufeff")
    for line in (2, 3, 4):
        assert f"config.toml, line {line}: " in ran.err
    assert "line 1" not in ran.err


def test_the_option_wins_over_the_environment_and_that_over_the_file(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('dates = "iso"\n', encoding="utf-8")
    assert "2031-03-18" in run("list").out
    monkeypatch.setenv("BRIEF_CSV", "excel")
    assert run("list", "--format", "csv").out.startswith("\ufeff")
    assert not run("list", "--format", "csv", "--csv", "standard").out.startswith("\ufeff")
    assert run("list", "--csv=standard", "--format", "csv").code == 0


def test_config_says_where_each_value_comes_from(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("\nhorizon = 30\n", encoding="utf-8")
    monkeypatch.setenv("BRIEF_MINE", "DCO")
    shown = {each["variable"]: each for each in json.loads(run("config", "--format", "json").out)}
    assert (shown["BRIEF_HORIZON"]["value"], shown["BRIEF_HORIZON"]["from"]) == ("30", "config.toml, line 2")
    assert (shown["BRIEF_MINE"]["value"], shown["BRIEF_MINE"]["from"]) == ("DCO", "BRIEF_MINE")
    assert set(shown) == {each.variable for each in SETTINGS}


def test_config_set_writes_one_line(run: Run, file: Path) -> None:
    file.write_text("# mine\nhorizon = 30\n", encoding="utf-8")
    assert run("config", "set", "mine", 'DCO, "Jansen"').code == 0
    assert run("config", "set", "horizon", "60").code == 0
    assert file.read_text(encoding="utf-8") == '# mine\nhorizon = 60\nmine = "DCO, \\"Jansen\\""\n'
    assert run("config", "set", "horizn", "60").code == 2
    assert "did you mean horizon?" in run("config", "set", "horizn", "60").err
    assert run("config", "set", "language", "fr").code == 2


def test_what_is_set_is_read_back() -> None:
    for setting, value in ((MINE, "a\\b\t'ü"), (LANGUAGE, "nl")):
        found = read_text(with_setting("", setting, value))
        assert found.given[setting.key].value == value
        assert not found.mistakes


def test_mine_shows_what_is_mine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("deadlines", "--mine").code == 2
    monkeypatch.setenv("BRIEF_MINE", "nobody at all")
    assert run("deadlines", "--mine", "--format", "json").out == "[]\n"
    monkeypatch.setenv("BRIEF_MINE", "DCO")
    owners = {each["owner"] for each in json.loads(run("deadlines", "--all", "--mine", "--format", "json").out)}
    assert all("DCO" in each for each in owners)
