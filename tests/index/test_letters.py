"""Names and words are found in any of their Unicode forms."""

import unicodedata
from pathlib import Path

import pytest
from tests.conftest import Run

COMPOSED = "café-reünie"
APART = unicodedata.normalize("NFD", COMPOSED)


@pytest.mark.parametrize("name", [COMPOSED, APART])
@pytest.mark.parametrize("typed", [COMPOSED, APART])
def test_a_name_is_found_in_any_unicode_form(
    name: str, typed: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    (tmp_path / f"{name}.yaml").write_text(
        f"title: T\nwhen: 2031-03-18\nseries: {name}\nbody: {name}\n"
        f"deadlines: [{{title: x, due: 2031-03-01, owner: {name}}}]\n",
        encoding="utf-8",
    )
    assert run("show", typed).code == 0
    assert run("list", "--series", typed, "--body", typed).code == 0
    assert run("deadlines", "--owner", typed, "--today", "2031-02-01").code == 0
    assert f'"id": "{COMPOSED}"' in run("list", "--format", "json").out


@pytest.mark.parametrize(
    "written", ["ﬁnancieel beleid", "finan\u00adcieel be\u200bleid", "ﬁnan\u00adcie\u0308el beleids"]
)
def test_ligatures_and_invisible_characters_hide_no_word(
    written: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    (tmp_path / "a.yaml").write_text(f"title: {written}\nwhen: 2031-03-18\n", encoding="utf-8")
    for asked in ("financieel", "beleid", "beleid*"):
        assert run("search", asked).code == 0, asked


@pytest.mark.parametrize(
    ("asked", "found"),
    [("nieuwe -DIP", ["b"]), ("-DIP nieuwe", ["b"]), ('nieuwe -"een DIP"', ["b"]), ("nieuwe -title:dip", ["b"]),
     ("nieuwe-DIP", ["a"]), ("nieuwe -brief -DIP", []), ("(nieuwe -DIP) OR qqq", ["b"])],
)  # fmt: skip
def test_a_minus_excludes_a_word(
    asked: str, found: list[str], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    for id_, title in (("a", "nieuwe een DIP, nieuwe-DIP"), ("b", "nieuwe brief")):
        (tmp_path / f"{id_}.yaml").write_text(f"title: {title}\nwhen: 2031-03-18\n", encoding="utf-8")
    ran = run("search", "--format", "csv", "--", asked)
    assert [line.partition(",")[0] for line in ran.out.splitlines()[1:]] == found


def test_a_query_of_only_excluded_words_is_refused(run: Run) -> None:
    ran = run("search", "--", "-DIP")
    assert ran.code == 2
    assert "leaves out what has that word" in ran.err
