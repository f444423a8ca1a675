"""The screens in Dutch, and in a language of tests in which nothing may be left in English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from tests.catalog import LOCALE
from tests.cli.test_golden import SCREENS, Golden
from tests.conftest import SAMPLES, TODAY, Run
from tests.pseudo import write_pseudo

from briefcli import catalog
from briefcli.config import SETTINGS
from briefcli.manual.described import TOPICS, described

_WORD = re.compile(r"(?<![\w.=-])[A-Za-z]{3,}(?![\w-])")
# Names that no language translates
_NAMES = {"brief", "git", "toml", "json", "utf", "yaml", "ctrl", "code", "woo", "internal", "all", "check", "error",
          "warning", "explain", "agendas", "unanswered", "gfed", "toezegging", "options",
          "action", "topic", "tab"}  # fmt: skip
_MISTAKES = (
    ("show", "nix"), ("show", "raad", "--next", "--last"), ("list", "--past", "--upcoming"), ("refs", "x"),
    ("search", "(a"), ("search", "nietbestaand"), ("workdays", "veel"), ("done", "raad-2031-03", "onbekends"),
    ("timeline", "nix"), ("check", "nix.yaml"), ("scan", "nix.txt"),
    ("deadlines", "--today", "31-02-2031"), ("release", "raad-2031-03"), ("diff", "top"), ("list", "--body", "XX"),
    ("search", "raad"), ("scan", "../samples/agendas/raad-2031-03.yaml"), ("official",),
    ("help",), ("deadlines", "--help"), ("official", "--help"), ("config", "set", "language", "fr"),
    ("nix",),
    ("show",), ("list", "--yaer", "2031"), ("deadlines", "--days", "veel"), ("workdays", "5", "before", "2031-12-27"),
)  # fmt: skip


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder with a compiled catalog for Dutch, and one for the language of tests."""
    folders = {name: tmp_path_factory.mktemp(name) for name in ("nl", "pseudo")}
    with (LOCALE / "nl.po").open("rb") as text, (folders["nl"] / "nl.mo").open("wb") as compiled:
        write_mo(compiled, read_po(text))
    write_pseudo(folders["pseudo"] / "nl.mo")
    return folders


@pytest.fixture(autouse=True)
def _on_a_set_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEF_TODAY", TODAY)
    monkeypatch.setenv("BRIEF_AGENDAS", str(SAMPLES / "agendas"))
    monkeypatch.setenv("BRIEF_LANG", "nl")
    monkeypatch.chdir(SAMPLES)
    yield
    catalog.use("en")


@pytest.fixture
def in_dutch(languages: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "_FOLDER", languages["nl"])


@pytest.fixture
def in_pseudo(languages: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "_FOLDER", languages["pseudo"])


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


@pytest.mark.parametrize("asked", [*SCREENS.values(), *_MISTAKES], ids=" ".join)
@pytest.mark.usefixtures("in_pseudo")
def test_nothing_is_left_in_english(asked: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = run(*asked)
    assert not _english(ran.out + ran.err, asked)
    assert max(map(len, ran.out.splitlines()), default=0) <= 80


def _english(shown: str, asked: tuple[str, ...]) -> set[str]:
    """The words of a screen that neither the agendas nor the command line hold."""
    files = " ".join(each.read_text(encoding="utf-8") for each in sorted((SAMPLES / "agendas").rglob("*.yaml")))
    program = described()
    parameters = [each for command in program.commands.values() for each in command.parameters]
    settings = (f"{each.key} {each.variable} {each.default}" for each in SETTINGS)
    written = (each.written for each in (*parameters, *program.options))
    names = " ".join((*program.commands, *TOPICS, *written, *settings))
    known = {
        word.casefold() for word in re.findall(r"[^\W\d_]+", f"{files} {names} {' '.join(asked)} {SAMPLES}")
    } | _NAMES
    return {word for word in _WORD.findall(shown) if word.casefold() not in known}


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
