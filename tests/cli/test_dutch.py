"""The screens in Dutch."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.test_golden import SCREENS, Golden
from tests.conftest import GOLDEN, SAMPLES, TODAY, Run
from tests.speaking import compile_into

from briefcli import catalog
from briefcli.catalog import LANGUAGES


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
def test_json_and_csv_are_the_same_in_every_language(name: str, form: str, run: Run, golden: Golden) -> None:
    golden(f"{name}.{form}", run(*SCREENS[name], "--format", form).out)


@pytest.mark.usefixtures("in_dutch")
def test_withheld_text_stays_withheld_in_dutch(run: Run) -> None:
    assert "[niet openbaar: Woo 5.1.2b]" in run(*SCREENS["show"]).out
    assert "[niet openbaar: Woo 5.1.2b]" not in run(*SCREENS["show-internal"]).out


# Exports, which other people read
_EXPORTS = {
    "export.md": ("export", "raad-2031-03", "--to", "md"),
    "export.html": ("export", "raad-2031-03", "--to", "html"),
    "export.ics": ("export", "raad-2031-03", "--to", "ics"),
    "mail.eml": ("next", "--days", "30", "--format", "eml"),
    "schema.json": ("schema",),
}


@pytest.mark.parametrize("name", _EXPORTS)
@pytest.mark.usefixtures("in_dutch")
def test_exports_in_dutch(name: str, run: Run, golden: Golden) -> None:
    ran = run(*_EXPORTS[name])
    assert ran.code == 0
    out = re.sub(r"(DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\r\n", "", ran.out)
    # The style sheet is the same in every language: tests/export
    out = re.sub(r"(?<=<style>).*(?=</style>)|(?<='sha256-)[^']+", "", out, flags=re.DOTALL)
    golden(f"nl/{name}", re.sub(r"===============\d+==", "====", out))


def test_golden_files_contain_no_withheld_text() -> None:
    for file in (each for each in GOLDEN.rglob("*.*") if "-internal" not in each.name):
        shown = file.read_text(encoding="utf-8")
        assert "geheim" not in shown.casefold(), file
        if file.parent.name == "nl" and file.suffix != ".json":
            assert not any(each in shown for each in ("withheld", "not public")), file


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", [*_EXPORTS.values(), ("check",), ("search", "geheim")], ids=" ".join)
@pytest.mark.usefixtures("in_dutch")
def test_no_language_shows_withheld_text(
    asked: tuple[str, ...], language: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_LANG", language)
    ran = run(*asked)
    assert "geheim" not in (ran.out + ran.err).casefold().replace("“geheim”", "")


_CALENDAR, _PAPER, _MAIL = ("export", "raad", "--to", "ics"), ("export", "raad", "--to", "md"), ("next", "-f", "eml")


@pytest.mark.parametrize(
    ("form", "folder", "variable", "option", "spoken"),
    [
        (_CALENDAR, "", "en", (), "en"),
        (_PAPER, "", "nl", (), "nl"),
        (_CALENDAR, "nl", "en", (), "nl"),
        (_PAPER, "nl", "en", (), "nl"),
        (_MAIL, "nl", "en", (), "nl"),
        (_CALENDAR, "en", "nl", (), "en"),
        (_MAIL, "nl", "en", ("--lang", "en"), "en"),
        (_PAPER, "en", "en", ("--lang=nl",), "nl"),
    ],
)
@pytest.mark.usefixtures("in_dutch")
def test_exports_use_the_language_of_the_folder(
    form: tuple[str, ...], folder: str, variable: str, option: tuple[str, ...], spoken: str, run: Run, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    text = "title: Raad\nwhen: 2031-03-18\ndeadlines:\n- {title: Lijnen, due: 2031-03-11, owner: DCO}\n"
    (tmp_path / "raad.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "brief.toml").write_text(f'language = "{folder}"\n' if folder else "", encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("BRIEF_LANG", variable)
    ran = run(*option, *form)
    assert ran.code == 0, ran.err
    assert (("DCO" in ran.out), ("Vergadering" in ran.out or "vergadering" in ran.out or "Steller" in ran.out)) == (
        True, spoken == "nl"
    )  # fmt: skip
    screen = run(*option, "next").out
    assert ("over 14 dagen" in screen) == ((option[-1][-2:] if option else variable) == "nl")


@pytest.mark.usefixtures("in_dutch")
def test_an_unknown_language_of_a_folder_is_reported(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "brief.toml").write_text('\nlanguage = "fr"\n', encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    assert "brief.toml:2: brief spreekt geen “fr”" in run("export", "--to", "ics").err


@pytest.mark.parametrize(
    ("variable", "told"), [("fr_FR", True), ("en_GB.UTF-8", False), ("C", False), ("nl-BE", False)]
)
@pytest.mark.usefixtures("in_dutch")
def test_an_unknown_language_of_the_user_is_reported(
    variable: str, told: bool, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_LANG", variable)
    assert ("BRIEF_LANG: brief does not speak “fr_FR”" in run("list").err) is told


@pytest.mark.usefixtures("in_dutch")
def test_the_index_answers_in_the_current_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "heeft geen antwoord" in run("check").out
    monkeypatch.setenv("BRIEF_LANG", "en")
    assert "has no answer" in run("check").out
    monkeypatch.setenv("BRIEF_LANG", "nl")
    assert "heeft geen antwoord" in run("check").out
