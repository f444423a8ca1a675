"""`brief import`: the files that it writes, and its messages."""

import io
import json
from pathlib import Path

import pytest
from tests.conftest import TESTS, Run

from briefcli.cli.app import run_command
from briefcli.errors import Exit

MEMO = TESTS / "memo" / "fixtures" / "jachtraad.txt"
PDF = TESTS / "memo" / "fixtures" / "jachtraad.pdf"


@pytest.fixture(autouse=True)
def agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "agendas"
    folder.mkdir()
    monkeypatch.setenv("BRIEF_AGENDAS", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def _written(folder: Path) -> Path:
    (path,) = folder.glob("*.yaml")
    return path


@pytest.mark.parametrize("memo", [MEMO, PDF], ids=lambda path: path.suffix)
def test_a_memo_becomes_an_agenda_that_check_accepts(memo: Path, run: Run, agendas: Path) -> None:
    ran = run("import", str(memo))
    assert ran.code == Exit.DONE
    path = _written(agendas)
    assert ran.out == f"agendas/{path.name}\n"
    assert "check" in ran.err
    assert run("check").code == Exit.DONE
    assert run("show", path.stem).code == Exit.DONE


def test_import_never_overwrites_a_file(run: Run, agendas: Path) -> None:
    run("import", str(MEMO))
    path = _written(agendas)
    path.write_text("title: van mij\nwhen: unknown\n", encoding="utf-8")
    ran = run("import", str(MEMO))
    assert ran.code == Exit.USAGE
    assert "exists already" in ran.err
    assert path.read_text(encoding="utf-8") == "title: van mij\nwhen: unknown\n"


def test_a_second_memo_of_the_same_day_gets_a_new_id(run: Run, agendas: Path) -> None:
    frame = "TER BESLISSING\nDatum\n3 maart 2031\n\nAanleiding\n{}\n\nKernpunten\n- De dijken zijn af.\n"
    for number, reason in enumerate(("De Kamer vroeg het.", "De provincie vroeg het.", "Het water steeg.")):
        memo = agendas.parent / f"memo-{number}.txt"
        memo.write_text(frame.format(reason), encoding="utf-8")
        ran = run("import", str(memo))
        assert ran.code == Exit.DONE
    assert "memo-2031-03-03-3" in ran.out
    assert "memo-2031-03-03.yaml exists already, so this memo becomes" in ran.err
    names = ["memo-2031-03-03", "memo-2031-03-03-2", "memo-2031-03-03-3"]
    assert sorted(path.stem for path in agendas.glob("*.yaml")) == names
    assert "De Kamer vroeg het." in (agendas / "memo-2031-03-03.yaml").read_text(encoding="utf-8")


def test_options_override_what_the_memo_says(run: Run, agendas: Path) -> None:
    run("import", str(MEMO), "--id", "raad-2030-01", "--title", "Raad", "--series", "raad", "--when", "2030-01-15")
    record = json.loads(run("show", "raad-2030-01", "--internal", "--format", "json").out)
    assert (record["title"], record["series"], record["when"]) == ("Raad", "raad", "2030-01-15")


def test_import_can_use_standard_input_and_output(run: Run, agendas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to_screen = run("import", str(MEMO), "-o", "-", "--internal")
    assert to_screen.out.startswith(("title:", "#"))
    assert not list(agendas.iterdir())
    stdin = io.TextIOWrapper(io.BytesIO(MEMO.read_bytes()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert run("import", "-", "-o", "-", "--internal").out == to_screen.out


@pytest.mark.parametrize("more", [(), ("--merge",)])
def test_standard_output_requires_internal_unless_it_is_a_file(
    more: tuple[str, ...], run: Run, agendas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", str(MEMO), "--id", "m")
    asked = ("import", str(MEMO), "--id", "m", *more, "-o", "-")
    refused = run(*asked)
    assert (refused.code, refused.out) == (Exit.USAGE, "")
    assert "--internal" in refused.err
    written = tmp_path / "geschreven.yaml"
    with written.open("w", encoding="utf-8") as file:
        monkeypatch.setattr("sys.argv", ["brief", *asked])
        monkeypatch.setattr("sys.stdout", file)
        assert run_command() == Exit.DONE
    assert written.read_bytes() == (agendas / "m.yaml").read_bytes()


def test_merge_adds_only_what_is_new(run: Run, agendas: Path) -> None:
    run("import", str(MEMO))
    path = _written(agendas)
    before = path.read_text(encoding="utf-8")
    again = run("import", str(MEMO), "--merge")
    assert "adds nothing new" in again.out
    assert path.read_text(encoding="utf-8") == before
    mine = "# van mij\ntitle: Mijn titel # laat staan\nwhen: unknown\n"
    path.write_text(mine, encoding="utf-8")
    merged = run("import", str(MEMO), "--merge")
    assert f"agendas/{path.name}: added" in merged.out
    after = path.read_text(encoding="utf-8")
    assert all(line in after.splitlines() for line in mine.splitlines())
    assert len(after) > len(mine)


def test_explain_tells_where_each_field_comes_from(run: Run, agendas: Path) -> None:
    traces = json.loads(run("import", str(MEMO), "--explain", "--internal", "--format", "json").out)
    assert not list(agendas.iterdir())
    lines = MEMO.read_text(encoding="utf-8").splitlines()
    assert traces
    for trace in traces:
        near = " ".join(lines[trace["line"] - 1 : trace["line"] + 3])
        assert any(word in near for word in trace["words"].split()), trace


def test_a_text_that_is_no_memo_is_refused(run: Run, agendas: Path, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Geachte voorzitter,\n\nHierbij de brief.\n", encoding="utf-8")
    ran = run("import", "brief.txt")
    assert (ran.code, ran.out) == (Exit.NO, "")
    assert "no decision memo" in ran.err
    assert not list(agendas.iterdir())


@pytest.mark.parametrize("id_", ["../weg", "a/b", "con", ""])
def test_an_id_is_never_a_path(id_: str, run: Run, agendas: Path) -> None:
    assert run("import", str(MEMO), "--id", id_).code == Exit.USAGE
    assert not list(agendas.parent.glob("*.yaml"))


def test_a_missing_memo_and_an_invalid_date_are_reported(run: Run) -> None:
    missing = run("import", "weg.pdf")
    assert missing.code == Exit.UNUSABLE
    assert "weg.pdf" in missing.err
    assert run("import", str(MEMO), "--when", "ooit").code == Exit.USAGE


@pytest.mark.parametrize("name", ["brief.toml", "raad.yaml", "raad.YML"])
def test_a_file_of_the_program_itself_is_no_memo(run: Run, agendas: Path, name: str) -> None:
    ran = run("import", f"agendas/{name}")
    assert (ran.code, "is no memo" in ran.err) == (Exit.USAGE, True)
    assert not [*agendas.glob("memo*")]


def test_withheld_text_of_a_memo_is_not_quoted(run: Run, tmp_path: Path) -> None:
    text = MEMO.read_text(encoding="utf-8")
    (tmp_path / "geheim.txt").write_text(
        text + "\nInformatie die niet openbaar gemaakt kan worden\nDe ondergrens is GEHEIMWOORD miljoen.\n",
        encoding="utf-8",
    )
    ran = run("import", "geheim.txt", "--explain")
    assert "GEHEIMWOORD" not in ran.out + ran.err
    assert "GEHEIMWOORD" in run("import", "geheim.txt", "--explain", "--internal").out
    written = run("import", "geheim.txt", "--id", "geheim-1")
    assert "GEHEIMWOORD" not in written.out + written.err
    assert "GEHEIMWOORD" not in run("show", "geheim-1").out


def test_a_series_cannot_be_a_path(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path / "agendas"))
    (tmp_path / "memo.txt").write_text(
        "Nota\nDatum: 5 juni 2031\n\nAanleiding\n\nOp 15 juni is de raad.\n\nKernpunten\n\n- Een punt.\n",
        encoding="utf-8",
    )
    before = sorted(each.name for each in tmp_path.rglob("*.yaml"))
    ran = run("import", str(tmp_path / "memo.txt"), "--series", "../raad")
    assert ran.code == 2
    assert "cannot be an id" in ran.err
    assert sorted(each.name for each in tmp_path.rglob("*.yaml")) == before
