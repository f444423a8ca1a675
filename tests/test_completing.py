"""What the TAB key offers, and what it never reveals."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefcli.completing import FILES, main, offers
from tests.conftest import Run

KEPT = "Klapekster"
PLAIN = "title: Raad van maart\nshort: Raad\nseries: raad\nbody: EU\nwhen: 2031-03-18\n"
HIDDEN = f"title: {KEPT}\npublic: false\nwhen: 2031-03-19\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "agendas"
    made.mkdir()
    for name, text in {"raad-2031-03": PLAIN, "geheim-2031-03": HIDDEN}.items():
        (made / f"{name}.yaml").write_text(
            f"{text}deadlines:\n  - title: Brief naar de Kamer\n    due: 2031-03-11\n    owner: DCO\n"
            f"  - title: {KEPT} melden\n    due: 2031-03-12\n    owner: {KEPT}\n    public: false\n"
            f"events:\n  - title: Commissiedebat\n    when: 2031-03-14\n  - title: {KEPT} bezoeken\n    public: false\n"
            "  - title: Persmoment\n    status: cancelled\n",
            encoding="utf-8",
        )
        os.utime(made / f"{name}.yaml", (time.time() - 60, time.time() - 60))
    monkeypatch.setenv("BRIEF_AGENDAS", str(made))
    return made


def _values(*words: str) -> list[str]:
    return [value for value, _ in offers(list(words), os.environ)]


@pytest.mark.parametrize(
    ("variable", "setting", "locale", "begins"),
    [
        ("nl", "en", "C", "Eén"),
        ("en", "nl", "nl_NL", "One"),
        ("", "nl", "C", "Eén"),
        ("", "", "nl_NL.UTF-8", "Eén"),
        ("", "", "Dutch_Netherlands.1252", "Eén"),
    ],
)
def test_descriptions_are_in_the_language_of_the_user(
    variable: str, setting: str, locale: str, begins: str, tmp_path: Path
) -> None:
    (tmp_path / "brief").mkdir()
    (tmp_path / "brief" / "config.toml").write_text(f'language = "{setting}"\n' if setting else "", encoding="utf-8")
    environ = {"BRIEF_LANG": variable, "LANG": locale, "XDG_CONFIG_HOME": str(tmp_path)}
    ((value, about),) = offers(["sho"], environ)
    assert (value, about.split()[0]) == ("show", begins)


def test_commands_options_and_values_are_completed() -> None:
    assert _values("sh") == ["show"]
    assert "match" in _values("official", "")
    assert _values("list", "--form") == ["--format"]
    assert _values("list", "--format", "c") == ["csv"]
    assert _values("list", "--format=c") == ["--format=csv"]
    assert _values("list", "--upcoming=") == []
    assert _values("--lang", "") == ["en", "nl"]
    assert _values("--lang", "nl", "sh") == ["show"]
    assert _values("scan", "") == [FILES]
    assert "exit-codes" in _values("help", "e")
    assert _values("config", "set", "la") == ["language"]
    assert _values("config", "set", "language", "") == ["en", "nl"]
    assert _values("config", "set", "colour.late", "bri")[0] == "bright_black"
    assert _values("config", "set", "agendas", "") == [FILES]
    assert _values("config", "set", "mine", "") == _values("config", "set", "unknown", "") == []
    assert _values("check", "--explain", "bad-") == ["bad-date", "bad-due"]
    assert _values("show", "--only", "sessions,po") == ["sessions,points"]
    assert _values("show", "sessions,po") == []


def test_names_from_the_agendas_are_completed(folder: Path, run: Run) -> None:
    assert run("list").code == 0
    assert offers(["show", "ra"], os.environ) == [("raad-2031-03", "Raad · 2031-03-18")]
    assert _values("list", "--series", "") == ["raad"]
    assert _values("list", "--body", "") == ["EU"]
    assert _values("deadlines", "--owner", "") == ["DCO"]
    assert _values("done", "raad-2031-03", "Brief") == ["Brief naar de Kamer"]
    assert _values("move", "raad-2031-03", "") == _values("cancel", "raad-2031-03", "C") == ["Commissiedebat"]
    assert _values("show", "--only", "po") == ["points"]
    elsewhere = folder.parent / "elsewhere"
    (elsewhere / "agendas").mkdir(parents=True)
    (elsewhere / "agendas" / "top-2031.yaml").write_text("title: Top\nwhen: 2031-05-01\n", encoding="utf-8")
    os.utime(elsewhere / "agendas" / "top-2031.yaml", (0, 0))
    assert run("list", "--agendas", str(elsewhere / "agendas")).code == 0
    assert _values("--agendas", str(elsewhere / "agendas"), "show", "") == ["top-2031"]
    assert _values("show", f"--agendas={elsewhere / 'agendas'}", "") == ["top-2031"]
    assert _values("show", "--agendas", "") == [FILES]


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize("internal", ["0", "1"])
def test_withheld_text_is_never_offered(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, indexed: bool, internal: str
) -> None:
    monkeypatch.setenv("BRIEF_INTERNAL", internal)
    if indexed:
        run("list")
    for words in (
        ("show", ""), ("list", "--series", ""), ("deadlines", "--owner", ""), ("done", "raad-2031-03", ""),
        ("done", "geheim-2031-03", ""), ("move", "raad-2031-03", ""), ("move", "geheim-2031-03", ""), ("refs", ""),
        ("deadlines", "--meeting", ""),
    ):  # fmt: skip
        shown = str(offers(list(words), os.environ))
        assert KEPT not in shown
        assert "geheim-2031-03" not in shown
    assert ("raad-2031-03" in _values("show", "")) == indexed


def test_no_control_character_is_printed(folder: Path, run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    text = PLAIN.replace("Raad\n", '"Raad\\e[2J\\u202e van\\nmaart"\n')
    (folder / "raad\x1b[2J-2031.yaml").write_text(text, encoding="utf-8")
    os.utime(folder / "raad\x1b[2J-2031.yaml", (0, 0))
    run("list")
    main(["show", ""])
    offered = capfd.readouterr().out
    assert "raad [2J-2031" in offered
    assert offered.replace("\n", "").replace("\t", "").isprintable()


def test_a_file_marked_after_indexing_is_not_offered(folder: Path, run: Run) -> None:
    run("list")
    (folder / "raad-2031-03.yaml").write_text(f"{PLAIN}public: false\n", encoding="utf-8")
    assert _values("show", "") == []


@pytest.mark.parametrize("text", ["title: Raad (niet openbaar)\n", "# NIET OPENBAAR\ntitle: Raad\n", "withheld: all\n"])
def test_without_an_index_no_id_is_offered(folder: Path, text: str) -> None:
    (folder / "geheim-2031-04.yaml").write_text(text, encoding="utf-8")
    assert _values("show", "") == []


def test_completion_loads_no_heavy_modules(folder: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); sys.argv = ['brief', '__complete', 'show', '']\n"
        "from briefcli.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: print(*sorted(set(sys.modules) - before), sep='\\n', file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stderr.split())
    assert "briefcli.completing" in loaded
    assert not loaded & {
        "typer",
        "rich",
        "yaml",
        "msgspec",
        "typing",
        "json",
        "re",
        "pathlib",
        "hashlib",
        "enum",
        "datetime",
    }


@pytest.mark.posix
def test_completion_takes_at_most_2_5_bare_python_starts(folder: Path, run: Run, tmp_path: Path) -> None:
    """Compares the least processor time of five runs, so that a busy machine makes no difference.

    The script with which pip starts a command imports `re`.
    """
    run("list")
    tab = "import re, sys; sys.argv = ['brief', *{words}]; from briefcli.__main__ import main; main()"
    asked = (["show", ""], ["done", "raad-2031-03", ""], ["deadlines", "--owner", ""], ["list", "--format", ""])
    codes = ["pass", *(tab.format(words=["__complete", *words]) for words in asked)]
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    import resource

    least = dict.fromkeys(codes, float("inf"))
    for _ in range(5):
        for code in codes:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            ran = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            assert bool(ran.stdout) == (code != "pass")
            taken = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
            least[code] = min(least[code], taken)
    bare = least.pop("pass")
    assert {code: round(taken / bare, 2) for code, taken in least.items() if taken > 2.5 * bare} == {}
