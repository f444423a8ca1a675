"""`brief check`: its output in each format, the files that it checks, and its exit codes."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from tests.conftest import Run

CLEAN = "title: Raad\nwhen: 2031-03-18\nleads_to: top\n"
TOP = "title: Top\nwhen: 2031-06-18\n"
WRONG = "titel: x\ntitle: Overleg\nwhen: 2031-02-30\nkind: counsil\n"


@pytest.fixture
def agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An agendas folder in a working directory of its own."""
    folder = tmp_path / "werk" / "agendas"
    folder.mkdir(parents=True)
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.chdir(folder.parent)
    (folder / "raad.yaml").write_text(CLEAN, encoding="utf-8")
    (folder / "top.yaml").write_text(TOP, encoding="utf-8")
    return folder


def places(out: str) -> list[tuple[str, int, int, str]]:
    return [(each["path"], each["line"], each["column"], each["code"]) for each in json.loads(out)]


def test_check_reports_that_nothing_is_wrong(agendas: Path, run: Run) -> None:
    ran = run("check")
    assert (ran.code, ran.out) == (0, "No mistakes found.\n")
    assert run("check", "--format", "json").out == "[]\n"
    assert run("check", "--format", "github").out == ""


def test_each_mistake_shows_its_line_position_and_hint(agendas: Path, run: Run) -> None:
    (agendas / "fout.yaml").write_text(WRONG, encoding="utf-8")
    ran = run("check")
    assert ran.code == 1
    assert ran.out == (
        "agendas/fout.yaml:1:1: error[unknown-key] the key “titel” does not exist\n"
        " 1 │ titel: x\n"
        "   │ ^^^^^\n"
        "   → did you mean “title”?\n"
        "\n"
        "agendas/fout.yaml:3:7: error[bad-date] “2031-02-30” does not exist: that month has 28 days\n"
        " 3 │ when: 2031-02-30\n"
        "   │       ^^^^^^^^^^\n"
        "   → write 2023-06-15, 2023-06-15/2023-06-16, 2023-06, 2023-W24 or unknown\n"
        "\n"
        "agendas/fout.yaml:4:7: warning[unknown-kind] “counsil” is not one of the usual kinds\n"
        " 4 │ kind: counsil\n"
        "   │       ^^^^^^^\n"
        "   → did you mean “council”?\n"
        "\n"
        "2 errors, 1 warning in 1 file. brief check --explain CODE says more about a code.\n"
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_screen(agendas: Path, run: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    long = (
        f"title: {'heel ' * 60}\nwhen: {'ooit ' * 60}\nplace: {'[' * 3}{'x' * 300}\nplaats: 部长会议部长会议部长会议\n"
    )
    (agendas / "lang.yaml").write_text(long, encoding="utf-8")
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("check").out
    assert max(map(len, out.splitlines())) <= width
    assert "^" in out


def test_json_csv_and_markdown_list_the_mistakes(agendas: Path, run: Run) -> None:
    (agendas / "fout.yaml").write_text(WRONG, encoding="utf-8")
    ran = run("check", "--format", "json")
    assert ran.code == 1
    assert json.loads(ran.out)[0] == {
        "path": "agendas/fout.yaml", "line": 1, "column": 1, "severity": "error", "code": "unknown-key",
        "message": "the key “titel” does not exist", "hint": "did you mean “title”?",
    }  # fmt: skip
    assert len(run("check", "--format", "csv").out.splitlines()) == 4
    assert "| agendas/fout.yaml | 1 | 1 | error | unknown-key |" in run("check", "--format", "markdown").out


def test_github_output_has_annotations(agendas: Path, run: Run) -> None:
    (agendas / "f,o:u%t.yaml").write_text(WRONG, encoding="utf-8")
    lines = run("check", "--format", "github").out.splitlines()
    expected = "::error file=agendas/f%2Co%3Au%25t.yaml,line=1,col=1,title=unknown-key::"
    assert lines[0] == expected + "the key “titel” does not exist; did you mean “title”?"
    assert lines[2].startswith("::warning ")


def test_sarif_output_is_consistent(agendas: Path, run: Run) -> None:
    (agendas / "fout.yaml").write_text(WRONG, encoding="utf-8")
    log = json.loads(run("check", "--format", "sarif").out)
    (sarif_run,) = log["runs"]
    rules = [rule["id"] for rule in sarif_run["tool"]["driver"]["rules"]]
    assert log["version"] == "2.1.0"
    for result in sarif_run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    (place,) = sarif_run["results"][1]["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "agendas/fout.yaml"},
        "region": {"startLine": 3, "startColumn": 7, "endColumn": 17},
    }


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "github", "sarif"])
def test_no_format_shows_withheld_text(agendas: Path, run: Run, form: str) -> None:
    text = "title: T\nwhen: 2031\ndocuments:\n  - title: geheimpje\n    date: geheimpje-nu\n    publc: false\n"
    (agendas / "geheim.yaml").write_text(text, encoding="utf-8")
    (agendas / "kapot.yaml").write_text(text + "place: a: b\n", encoding="utf-8")
    shown = run("check", "--format", form)
    assert shown.code == 1
    assert "geheimpje" not in shown.out + shown.err
    if form == "sarif":
        results = json.loads(shown.out)["runs"][0]["results"]
        regions = [each["locations"][0]["physicalLocation"]["region"] for each in results]
        assert not any("endColumn" in region for region in regions)  # its length would reveal something
    assert "geheimpje" in run("check", "--internal", "--format", form).out


def test_strict_fails_on_warnings(agendas: Path, run: Run) -> None:
    (agendas / "soort.yaml").write_text("title: T\nwhen: 2031\nkind: counsil\n", encoding="utf-8")
    assert run("check").code == 0
    assert run("check", "--strict").code == 1


def test_only_the_named_files_and_folders_are_checked(agendas: Path, run: Run, tmp_path: Path) -> None:
    (agendas / "fout.yaml").write_text(WRONG, encoding="utf-8")
    (agendas / "sub").mkdir()
    (agendas / "sub" / "ook.yaml").write_text("title: T\nwhen: gisteren\n", encoding="utf-8")
    other = tmp_path / "elders"
    other.mkdir()
    (other / "los.yml").write_text("title: T\nwhen: morgen\n", encoding="utf-8")
    (other / "notitie.txt").write_text("title: T\nwhen: nooit\n", encoding="utf-8")
    expected = {
        ("agendas/raad.yaml",): [],
        ("agendas/fout.yaml",): ["agendas/fout.yaml"],
        ("agendas/sub",): ["agendas/sub/ook.yaml"],
        ("agendas",): ["agendas/fout.yaml", "agendas/sub/ook.yaml"],
        ("../elders",): ["../elders/los.yml"],
        ("../elders/los.yml", "agendas/sub"): ["agendas/sub/ook.yaml", "../elders/los.yml"],
        ("../elders/notitie.txt",): ["../elders/notitie.txt"],
    }
    for paths, found in expected.items():
        ran = run("check", *paths, "--format", "json")
        assert list(dict.fromkeys(each[0] for each in places(ran.out))) == found
        assert ran.code == (1 if found else 0)


def test_the_settings_can_be_checked_by_their_path(agendas: Path, run: Run) -> None:
    (agendas / "fout.yaml").write_text(WRONG, encoding="utf-8")
    settings = '[[rhythm]]\nbody = "EUX"\n[[rhythm.deadlines]]\nid = "a"\ntitle = "A"\ndue = "1 day before meeting"\n'
    (agendas / "brief.toml").write_text(settings, encoding="utf-8")
    ran = run("check", "agendas/brief.toml", "--format", "json")
    assert [each[0] for each in places(ran.out)] == ["agendas/brief.toml"]
    (agendas / "brief.toml").write_text("[[rhythm]]\nbody = EU\n", encoding="utf-8")
    broken = run("check", "agendas/brief.toml")
    assert (broken.code, "brief.toml:2:8: this cannot be read" in broken.err) == (3, True)


def test_a_named_file_is_checked_without_an_agendas_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.chdir(tmp_path)
    Path("los.yaml").write_text(WRONG, encoding="utf-8")
    assert run("check").code == 3
    assert run("check", "los.yaml").code == 1
    assert run("check", "niets.yaml").code == 3
    assert run("check", "niets\0.yaml").code == 3


def test_mistakes_across_files_are_found(agendas: Path, run: Run) -> None:
    (agendas / "oud").mkdir()
    (agendas / "oud" / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-03-18\ndocuments: [{ref: 'kst-28676-427', date: 2023-03-10}]\n", encoding="utf-8"
    )
    (agendas / "top.yaml").write_text(
        TOP
        + "leads_to: [raad, nergens]\ndocuments:\n  - ref: 28 676, nr. 427\n    date: 2023-03-09\nstatus: planned\n"
        + "questions: [{question: Wat kost het?, answer: Zie het dossier., ref: 29 279}]\n",  # no paper to list
        encoding="utf-8",
    )
    found = places(run("check", "--format", "json", "--today", "2031-07-03").out)
    assert found == [
        ("agendas/oud/raad.yaml", 1, 1, "id-twice"),
        ("agendas/oud/raad.yaml", 3, 42, "date-conflict"),
        ("agendas/raad.yaml", 1, 1, "id-twice"),
        ("agendas/top.yaml", 3, 12, "circle"),
        ("agendas/top.yaml", 3, 18, "leads-nowhere"),
        ("agendas/top.yaml", 6, 11, "date-conflict"),
        ("agendas/top.yaml", 7, 9, "still-planned"),
    ]


def test_planned_is_accepted_for_two_weeks_after_a_meeting(agendas: Path, run: Run) -> None:
    (agendas / "top.yaml").write_text(TOP + "status: planned\n", encoding="utf-8")
    assert places(run("check", "--format", "json", "--today", "2031-07-02").out) == []
    assert places(run("check", "--format", "json", "--today", "2031-07-03").out) != []
    assert run("check", "--today", "0001-01-01").code == 0


def test_mistakes_across_files_can_be_ignored(agendas: Path, run: Run) -> None:
    (agendas / "raad.yaml").write_text(CLEAN.replace("top", "ooit # brief: ignore[leads-nowhere]"), encoding="utf-8")
    assert run("check").out == "No mistakes found.\n"


def test_a_conflict_with_withheld_text_is_shown_only_internally(agendas: Path, run: Run) -> None:
    document = "documents:\n  - ref: 28 676, nr. 427\n    date: {}\n"
    (agendas / "een.yaml").write_text(TOP + document.format("2023-03-09"), encoding="utf-8")
    hidden = document.format("2023-03-10") + "    public: false\n    ground: Woo\n"
    (agendas / "twee.yaml").write_text(TOP + hidden, encoding="utf-8")
    assert run("check").out == "No mistakes found.\n"
    assert "date-conflict" in run("check", "--internal").out


def test_explain_describes_a_code(run: Run) -> None:
    ran = run("check", "--explain", "weekday")
    assert ran.code == 0
    assert ran.out.startswith("weekday\n")
    assert "Before:" in ran.out
    assert "After:" in ran.out
    wrong = run("check", "--explain", "weekdai")
    assert (wrong.code, wrong.out) == (1, "")
    assert "did you mean “weekday”?" in wrong.err


def test_text_from_a_file_cannot_control_the_terminal(agendas: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (agendas / "kwaad.yaml").write_text('title: T\nwhen: "[red]\\e[31m\\u202e"\nstatus: "[/]"\nt\u202ex: 1\n', "utf-8")
    (agendas / "stuur.yaml").write_bytes(b"title: T\nwhen: 2031\nt\xc2\x9bx: 1\n")
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = run("check").out
    assert "[/]" in out
    assert "\x1b[31m" not in out
    assert "\x9b" not in out
    assert "\u202e" not in out


def test_watch_checks_again_when_a_file_changes(agendas: Path) -> None:
    pytest.importorskip("watchfiles", reason="the extra “watch” is not installed")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "briefcli", "check", "--watch", "--format", "github"]
    with subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as watching:  # fmt: skip
        assert watching.stdout is not None
        assert watching.stderr is not None
        patience = Timer(20, watching.kill)
        patience.start()
        try:
            assert "watching" in watching.stderr.readline()
            (agendas / "fout.yaml").write_text(WRONG, encoding="utf-8")
            assert "unknown-key" in watching.stdout.readline()
            agendas.rename(agendas.with_name("away"))  # another folder takes its place
            agendas.mkdir()
            for text, code in (("---\n", "empty"), (WRONG, "unknown-key")):
                (agendas / "fout.yaml").write_text(text, encoding="utf-8")
                assert any(code in line for line in watching.stdout)
        finally:
            watching.send_signal(signal.SIGINT)
            watching.communicate()
            patience.cancel()
    assert watching.returncode == 130


@pytest.mark.posix
def test_skipped_files_are_counted_by_list_and_named_by_check(agendas: Path, run: Run) -> None:
    (agendas / "los.yaml.txt").write_text(TOP, encoding="utf-8")
    (agendas / "link").symlink_to(agendas)
    (agendas / "top (1).yaml").write_text(TOP, encoding="utf-8")
    for _ in range(2):
        assert "3 files have errors" in run("list").err
        ran = run("check", "--format", "json")
        assert sorted((each["path"].rpartition("/")[2], each["code"]) for each in json.loads(ran.out)) == [
            ("link", "passed-over"), ("los.yaml.txt", "passed-over"), ("top (1).yaml", "copy"),
        ]  # fmt: skip
    (agendas / "top (1).yaml").unlink()
    (agendas / "link").unlink()
    (agendas / "los.yaml.txt").unlink()
    assert run("check").code == 0


def test_ids_that_differ_only_in_case_are_one_id(agendas: Path, run: Run) -> None:
    (agendas / "TOP.yaml").write_text(TOP, encoding="utf-8")
    assert run("check").out.count("[id-twice]") == 2


def test_watch_continues_after_invalid_settings(agendas: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def changes(_: object) -> Iterator[None]:
        for text in ("", "[[rhythm", ""):
            (agendas / "brief.toml").write_text(text, encoding="utf-8")
            yield
        raise KeyboardInterrupt

    monkeypatch.setattr("briefcli.cli.commands.check.changes", changes)
    ran = run("check", "--watch")
    assert ran.code == 130
    assert ran.out.count("No mistakes found.") == 2
    assert "brief.toml:1: this cannot be read" in ran.err
    assert ran.err.count("watching") == 3


def test_without_watchfiles_the_message_says_how_to_get_it(
    agendas: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = run("check", "--watch")
    assert ran.code == 3
    assert 'pip install ".[watch]"' in ran.err  # as a Windows command line takes it


def test_a_public_check_warns_that_it_is_incomplete(run: Run, tmp_path: Path) -> None:
    text = "title: T\nwhen: 2031-06-15\ndeadlines:\n  - {title: A, due: 3 days before debatt}\n"
    (tmp_path / "a.yaml").write_text(f"{text}  - {{title: B, due: 2031-06-01, public: false, ground: x}}\n")
    ran = run("check", "--agendas", str(tmp_path))
    assert ran.out == "No mistakes found.\n"
    assert "only with --internal" in ran.err
    assert "due-nowhere" in run("check", "--agendas", str(tmp_path), "--internal").out
    (tmp_path / "b.yaml").write_text("title: B\nwhen: 2031-06-15\n")
    assert "--internal" not in run("check", "--agendas", str(tmp_path), "b").err  # all of b is public
    assert "--internal" in run("check", "--agendas", str(tmp_path), "a").err
    (tmp_path / "a.yaml").write_text(text)
    assert "due-nowhere" in (ran := run("check", "--agendas", str(tmp_path))).out
    assert "--internal" not in ran.err


def test_a_meeting_is_checked_by_its_id(agendas: Path, run: Run) -> None:
    (agendas / "slecht.yaml").write_text("title: T\nwhen: 2031-02-30\n", encoding="utf-8")
    ran = run("check", "slecht")
    assert (ran.code, ran.out.count("slecht.yaml:2")) == (1, 1)
    assert run("check", "raad").code == 0
    (agendas / "oud").mkdir()
    (agendas / "slecht.yaml").rename(agendas / "oud" / "slecht.yaml")
    assert run("check", "slecht").code == 1
    assert run("check", "nergens").code == 3


@pytest.mark.parametrize("typed", ["kapot", "kapot-2023-06", "2023"])
def test_a_part_of_an_id_finds_an_unreadable_file(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    (tmp_path / "raad.yaml").write_text("title: Raad\nwhen: 2031-03-18\n", encoding="utf-8")
    (tmp_path / "kapot-2023-06.yaml").write_text('title: "Top\nwhen: 2023-06-01\n', encoding="utf-8")
    ran = run("show", typed)
    assert (ran.code, "kapot-2023-06.yaml cannot be shown; line " in ran.err) == (1, True)
    assert "brief edit kapot-2023-06 opens it" in " ".join(ran.err.split())


@pytest.mark.parametrize(
    "line",
    [
        "export",
        "export --to md",
        "timeline",
        "diff",
        "diff raad",
        "deadlines --meeting",
        "workdays 5 before meeting --meeting",
    ],
)
def test_commands_report_an_unreadable_file(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    (tmp_path / "raad.yaml").write_text("title: Raad\nwhen: 2031-03-18\n", encoding="utf-8")
    (tmp_path / "kapot-2023-06-07.yaml").write_text("title: Another\nwhen: 2023-06-07\n", encoding="utf-8")
    (tmp_path / "kapot-2023-06.yaml").write_text('title: "Top\nwhen: 2023-06-01\n', encoding="utf-8")
    ran = run(*line.split(), "kapot-2023-06")
    assert "kapot-2023-06.yaml cannot be shown; line " in ran.err
    assert "there is no meeting" not in ran.err
    assert ran.code == 1
