"""The user's settings file: what it sets, what overrides it, and that a mistake affects only its own line."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefcli.config import COLOUR_OF, LANGUAGE, MARK_OF, MINE, SETTINGS
from briefcli.configuring import settings_in_text, with_setting
from briefcli.views.cell import Nearness
from tests.conftest import Run


@pytest.fixture
def file() -> Path:
    path = Path(os.environ["XDG_CONFIG_HOME"], "brief", "config.toml")
    path.parent.mkdir(parents=True)
    return path


def test_a_mistake_is_reported_and_only_its_line_is_ignored(run: Run, file: Path) -> None:
    file.write_text(
        'language = "nl"\nhorizon = veel\nkleur = "rood"\nhorizon = "zes"\ncsv = "excel"\n', encoding="utf-8"
    )
    ran = run("list", "--format", "csv", "--lang", "en")
    assert ran.code == 0
    assert ran.out.startswith("\ufeff")
    for line in (2, 3, 4):
        assert f"config.toml, line {line}: " in ran.err
    assert 'line 2: this is no setting; write it as horizon = "veel"' in ran.err
    assert "line 1" not in ran.err


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("pager = less -R", 'pager = "less -R"'),
        ("pager = “cat”", 'pager = "cat"'),
        (r'agendas = "C:\Users\jan"', r"agendas = 'C:\Users\jan'"),
        ("kleur = rood", 'language = "nl"'),
        ("pager =", 'language = "nl"'),
        ("mine = DCO # me", 'language = "nl"'),
        ("[mark]", 'language = "nl"'),
    ],
)
def test_a_line_that_is_no_toml_is_shown_as_it_must_be_written(line: str, example: str) -> None:
    assert settings_in_text(line).mistakes == [(1, f"this is no setting; write it as {example}")]


def test_a_settings_file_that_cannot_be_read_is_reported_once_without_a_line(run: Run, file: Path) -> None:
    file.mkdir()
    ran = run("list")
    assert (ran.code, ran.err.count(str(file)), "line 1" in ran.err) == (0, 1, False)


@pytest.mark.parametrize("value", ["[" * 40_000, "9" * 5000])
def test_a_value_that_no_parser_can_hold_is_a_mistake(value: str) -> None:
    found = settings_in_text(f"horizon = {value}\nmine = 'x'\n")
    assert ([line for line, _ in found.mistakes], list(found.given)) == ([1], ["mine"])


def test_option_beats_environment_beats_file(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_a_relative_agendas_folder_is_written_as_the_folder_that_it_is_here(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "één map").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("config", "set", "agendas", "x/../één map").code == 0
    assert settings_in_text(file.read_text(encoding="utf-8")).given["agendas"].value == str(tmp_path / "één map")
    ran = run("config", "set", "agendas", "elders")
    assert (ran.code, "is not a folder" in ran.err) == (2, True)
    run("config", "set", "agendas", "")
    assert settings_in_text(file.read_text(encoding="utf-8")).given["agendas"].value == "", "not the folder we are in"


def test_config_itself_is_shown_by_the_settings_in_the_file(run: Run, file: Path) -> None:
    file.write_text('csv = "excel"\n', encoding="utf-8")
    ran = run("config", "--format", "csv")
    assert ran.out.startswith("\ufeff")
    assert "config.toml, line 1" in ran.out


def test_config_unset_removes_a_setting(run: Run, file: Path) -> None:
    file.write_text('# mine\nhorizon = 30\ncsv = "excel"\n"horizon" = 60\nmark.done = "V"\n', encoding="utf-8")
    assert run("config", "unset", "horizon").code == 0
    rest = '# mine\ncsv = "excel"\nmark.done = "V"\n'
    assert file.read_text(encoding="utf-8") == rest
    assert run("config", "unset", "horizon").code == 1
    assert run("config", "unset", "horizn").code == 2
    assert file.read_text(encoding="utf-8") == rest


def test_a_written_setting_is_read_back() -> None:
    for setting, value in ((MINE, "a\\b\t'ü"), (LANGUAGE, "nl")):
        found = settings_in_text(with_setting("", setting, value))
        assert found.given[setting.key].value == value
        assert not found.mistakes


def test_colours_and_marks_can_be_set_by_name(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(
        'mark.late = "!"\nmark.dne = "x"\ncolour.late = "bold rood"\nmark.week = "\\u001b"\n[mark]\n', encoding="utf-8"
    )
    monkeypatch.setenv("BRIEF_COLOUR_LATE", "cyan")
    monkeypatch.setenv("BRIEF_MARK_MONTH", "📅")
    monkeypatch.setenv("COLUMNS", "100")
    ran = run("deadlines", "--today", "2031-03-14", "--colours", "always")
    assert ran.code == 0
    assert "\x1b[36m! " in ran.out
    assert "‼" not in ran.out
    assert "line 2: mark.dne: there is no such setting; did you mean mark.done?" in ran.err
    assert "line 3: colour.late: “rood” is not allowed there; did you mean red?" in ran.err
    assert "line 4: mark.week: not one plain character" in ran.err
    assert "line 5: this is no setting" in ran.err
    assert "BRIEF_MARK_MONTH: not one plain character" in ran.err
    assert run("config", "set", "mark.done", "V").code == 0
    assert 'mark.done = "V"' in file.read_text(encoding="utf-8")


@given(st.characters())
def test_a_mark_is_one_column_wide(text: str) -> None:
    if MARK_OF[0].mistake_in(text) is None:
        assert cell_len(text) == 1
        assert text.isprintable()


def test_every_nearness_has_a_mark_setting() -> None:
    assert [each.key.removeprefix("mark.").replace("-", "_").upper() for each in MARK_OF] == [
        each.name for each in Nearness
    ]
    assert all(each.mistake_in(each.default) is None for each in (*COLOUR_OF, *MARK_OF))


def test_mine_shows_only_the_users_own_items(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("deadlines", "--mine").code == 2
    monkeypatch.setenv("BRIEF_MINE", "nobody at all")
    assert run("deadlines", "--mine", "--format", "json").out == "[]\n"
    monkeypatch.setenv("BRIEF_MINE", "DCO")
    owners = {each["owner"] for each in json.loads(run("deadlines", "--all", "--mine", "--format", "json").out)}
    assert owners == {"DCO"}
