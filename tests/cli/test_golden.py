"""The output of each command equals its golden file, in each format and width. `pytest --update-golden` writes them."""

from collections.abc import Callable

import pytest
from tests.conftest import SAMPLES, TODAY, Run

Golden = Callable[[str, str], None]

SCREENS = {
    "show": ("show", "raad-2031-03"),
    "show-internal": ("show", "raad-2031-03", "--internal"),
    "show-moved": ("show", "overleg-moved"),
    "show-hostile-text": ("show", "werkbezoek"),
    "list": ("list",),
    "deadlines": ("deadlines",),
    "deadlines-all": ("deadlines", "--all"),
    "next": ("next",),
    "next-days": ("next", "--days", "30"),
    "commitments": ("commitments",),
    "workdays": ("workdays", "5", "before", "2031-05-07"),
    "timeline": ("timeline", "raad-2031-03"),
    "timeline-ascii": ("timeline", "overleg", "--ascii"),
    "questions": ("questions",),
    "diff": ("diff", "raad"),
    "refs": ("refs",),
    "refs-dossier": ("refs", "99001"),
}
FORMATS = ("json", "csv", "markdown")
WIDTHS = (80, 120, 200)


@pytest.fixture(autouse=True)
def _on_a_set_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_TODAY", TODAY)
    monkeypatch.setenv("BRIEF_AGENDAS", str(SAMPLES / "agendas"))
    monkeypatch.chdir(SAMPLES)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SCREENS)
def test_tables_match_golden(name: str, width: int, run: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = run(*SCREENS[name])
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= width
    golden(f"{name}.{width}.txt", ran.out)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", SCREENS)
def test_formats_match_golden(name: str, form: str, run: Run, golden: Golden) -> None:
    ran = run(*SCREENS[name], "--format", form)
    assert ran.code == 0
    golden(f"{name}.{form}", ran.out)


@pytest.mark.parametrize("name", SCREENS)
def test_pipes_match_golden(name: str, run: Run, golden: Golden) -> None:
    golden(f"{name}.pipe.txt", run(*SCREENS[name]).out)


def test_colours_match_golden(run: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    golden("deadlines.colour.txt", run("deadlines").out)
