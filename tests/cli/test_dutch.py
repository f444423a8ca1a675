"""The screens in Dutch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.test_golden import SCREENS, Golden
from tests.conftest import SAMPLES, TODAY, Run
from tests.speaking import compile_into

from briefcli import catalog


@pytest.fixture(scope="module")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the compiled catalog."""
    folder = tmp_path_factory.mktemp("nl")
    compile_into(folder, "nl")
    return folder


@pytest.fixture(autouse=True)
def _on_a_set_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEF_TODAY", TODAY)
    monkeypatch.setenv("BRIEF_AGENDAS", str(SAMPLES / "agendas"))
    monkeypatch.setenv("BRIEF_LANG", "nl")
    monkeypatch.chdir(SAMPLES)
    yield
    catalog.use("en")


@pytest.fixture
def in_dutch(dutch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "_FOLDER", dutch)


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.usefixtures("in_dutch")
def test_screens_in_dutch(name: str, width: int, run: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = run(*SCREENS[name])
    assert max(map(len, ran.out.splitlines())) <= width
    golden(f"nl/{name}.{width}.txt", ran.out)


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("name", ["show", "deadlines", "workdays", "commitments", "diff", "refs"])
@pytest.mark.usefixtures("in_dutch")
def test_machines_read_the_same_in_every_language(
    name: str, form: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    dutch = run(*SCREENS[name], "--format", form).out
    monkeypatch.setenv("BRIEF_LANG", "en")
    assert run(*SCREENS[name], "--format", form).out == dutch


@pytest.mark.usefixtures("in_dutch")
def test_what_is_withheld_stays_so_in_dutch(run: Run) -> None:
    english_words = ("withheld", "not public")
    for asked in SCREENS.values():
        if "--internal" not in asked:
            shown = run(*asked).out
            assert "geheim" not in shown.casefold()
            assert not any(each in shown for each in english_words)
    assert "[niet openbaar: Woo 5.1.2b]" in run(*SCREENS["show"]).out
    assert "[niet openbaar: Woo 5.1.2b]" not in run(*SCREENS["show-internal"]).out


@pytest.mark.usefixtures("in_dutch")
def test_the_index_answers_in_the_language_of_the_day(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "heeft geen antwoord" in run("check").out
    monkeypatch.setenv("BRIEF_LANG", "en")
    assert "has no answer" in run("check").out
    monkeypatch.setenv("BRIEF_LANG", "nl")
    assert "heeft geen antwoord" in run("check").out
