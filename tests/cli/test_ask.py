"""`brief show`, `list`, `deadlines` and `refs`: what they select, their messages, and the exit codes."""

import email
import json
import os
import sqlite3
from contextlib import closing
from email.policy import default
from pathlib import Path

import pytest
from tests.conftest import SAMPLES, TODAY, Run

from briefcli.cli import choosing
from briefcli.errors import Exit


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_TODAY", TODAY)


def test_a_unique_part_of_an_id_is_enough(run: Run) -> None:
    assert "Raad Proefzaken van maart 2031" in run("show", "raad-2031").out
    assert "Werkbezoek" in run("show", "WERK").out


def test_an_ambiguous_id_lists_the_matches(run: Run) -> None:
    ran = run("show", "raad")
    assert (ran.code, ran.out) == (Exit.NO, "")
    assert ran.err.index("raad-2031-03") < ran.err.index("raad-2030-11")  # the newest first


def test_a_conflict_copy_is_not_the_first_choice(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("raad-2031-03 - kopie", "raad-2031-03", "raad-2031-03-LAPTOP"):
        (tmp_path / f"{name}.yaml").write_text("title: Raad\nwhen: 2031-03-18\n", encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    said = run("show", "raad").err
    assert said.index("raad-2031-03  Tue") < min(said.index("kopie  Tue"), said.index("LAPTOP  Tue"))


@pytest.mark.usefixtures("cold")
def test_the_index_is_not_locked_while_the_user_chooses(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(question: str, otherwise: str) -> str:
        (index,) = Path(os.environ["XDG_CACHE_HOME"]).rglob("*.sqlite")
        with closing(sqlite3.connect(index, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            other.execute("ROLLBACK")
        return "2"

    monkeypatch.setattr(choosing, "is_terminal", lambda: True)
    monkeypatch.setattr(choosing, "ask", ask)
    ran = run("show", "raad")
    assert (ran.code, "12 Nov 2030" in ran.out) == (0, True), ran.err


def test_an_unknown_id_suggests_the_nearest(run: Run) -> None:
    ran = run("show", "raad-2031-04")
    assert (ran.code, ran.out) == (Exit.NO, "")
    assert "did you mean raad-2031-03" in ran.err


@pytest.mark.parametrize("typed", ["../secret", "sub/overleg-moved", "a\0b", "", "..", "%", "[", "\x1b[31m"])
def test_an_invalid_id_is_not_found(typed: str, run: Run) -> None:
    ran = run("show", typed)
    assert ran.code == Exit.NO
    assert "there is no meeting" in ran.err
    assert "\x1b" not in ran.err


def test_show_finds_the_next_and_last_of_a_series(run: Run) -> None:
    assert run("show", "raad", "--next").out.startswith("Raad Proefzaken van maart 2031\n")
    assert run("show", "raad", "--last").out.startswith("Raad Proefzaken van november 2030\n")
    after = run("show", "raad", "--next", "--today", "2032-01-01")
    assert after.code == Exit.NO
    assert "no meeting of raad is ahead" in after.err
    assert "did you mean raad" in run("show", "rad", "--next").err
    assert run("show", "raad", "--next", "--last").code == Exit.USAGE


def test_a_cancelled_meeting_is_never_the_next(run: Run) -> None:
    assert run("show", "overleg", "--next").out.startswith("Verplaatst overleg\n")


def test_only_picks_sections(run: Run) -> None:
    out = run("show", "raad-2031", "--only", "sessions,documents").out
    assert "Sessions" in out
    assert "Related papers" in out
    assert "Key points" not in out
    record = json.loads(run("show", "raad-2031", "--only", "figures", "--format", "json").out)
    assert set(record) == {"id", "path", "days", "title", "figures"}
    wrong = run("show", "raad-2031", "--only", "sesions")
    assert "did you mean sessions?" in wrong.err
    wrong = run("show", "raad-2031", "--only", "everything")
    assert wrong.code == Exit.USAGE
    assert "choose from: facts (the meeting), decision (what is asked)" in wrong.err


def test_empty_sections_do_not_appear(run: Run) -> None:
    ran = run("show", "top-2031-06")
    assert (ran.code, "When" in ran.out) == (Exit.DONE, True)
    out = ran.out
    for heading in ("Sessions", "Key points", "Figures", "Related papers", "Deadlines and events", "Not made public"):
        assert heading not in out


def test_show_follows_the_json_contract(run: Run) -> None:
    record = json.loads(run("show", "raad-2031", "--format", "json").out)
    assert record["id"] == "raad-2031-03"
    assert record["days"] == 14
    assert record["when"] == "2031-03-18/2031-03-19"
    assert record["sessions"][0]["topics"] == ["Voorstel van de Commissie", "[withheld: Woo 5.1.2b]"]
    assert json.loads(run("show", "werk", "--format", "json").out)["days"] is None


def test_list_follows_the_json_contract(run: Run) -> None:
    records = json.loads(run("list", "--format", "json").out)
    keys = {"id", "title", "series", "body", "kind", "when", "timezone", "start", "end", "days", "status", "public"}
    assert all(set(record) == keys for record in records)
    by_id = {record["id"]: record for record in records}
    assert by_id["top-2031-06"] | {"days": None, "start": "2031-06-01", "end": "2031-06-30"} == by_id["top-2031-06"]
    assert by_id["overleg-moved"]["when"] == "2031-04-02?"
    assert records[-1]["id"] == "werkbezoek"


def test_list_can_be_filtered(run: Run) -> None:
    def ids(*options: str) -> list[str]:
        return [record["id"] for record in json.loads(run("list", *options, "--format", "json").out)]

    assert ids("--series", "RAAD") == ["raad-2030-11", "raad-2031-03"]
    assert ids("--body", "nato") == ["top-2031-06"]
    assert ids("--past") == ["raad-2030-11"]
    assert "overleg-cancelled" not in ids("--upcoming")
    assert ids("--year", "2030") == ["raad-2030-11"]
    assert run("list", "--year", "1999").code == Exit.NO
    assert run("list", "--past", "--upcoming").code == Exit.USAGE


def test_deadlines_follows_the_json_contract(run: Run) -> None:
    records = json.loads(run("deadlines", "--format", "json").out)
    keys = {"date", "until", "days", "when", "title", "kind", "meeting", "owner", "status"}
    assert all(keys <= set(record) for record in records)
    first = records[0]
    assert (first["title"], first["status"], first["days"]) == ("Kamer informeren over de kosten", "overdue", -3)
    dated = [record["date"] for record in records[1:]]
    known = [date for date in dated if date]
    assert known == sorted(known)
    assert dated == known + [None] * (len(dated) - len(known))
    breakfast = next(record for record in records if record["title"] == "Ontbijt met bedrijven")
    assert (breakfast["date"], breakfast["when"]) == (None, "../2031-03-18")


def test_deadlines_can_be_filtered(run: Run) -> None:
    def titles(*options: str) -> list[str]:
        return [record["title"] for record in json.loads(run("deadlines", *options, "--format", "json").out)]

    assert titles("--owner", "dco") == ["Woordvoeringslijnen"]
    assert titles("--kind", "debate") == ["Commissiedebat"]
    assert titles("--kind", "commitment", "--days", "3") == ["Kamer informeren over de kosten"]
    assert "Verplaatst overleg" in titles("--series", "overleg")
    assert "Afgezegd overleg" not in titles()
    assert set(titles("--meeting", "werk")) == {"Werkbezoek", "Voorbereiding"}
    assert "Raad Proefzaken van november 2030" in titles("--all")


@pytest.mark.parametrize("command", ["list", "deadlines", "questions", "search raad"])
def test_a_series_that_no_meeting_has_is_not_an_empty_answer(run: Run, command: str) -> None:
    ran = run(*command.split(), "--series", "raat")
    assert ran.code == 1
    assert ran.out.startswith("There is no meeting of the series “raat”. The series are: ")
    assert "There is no meeting of the series" not in run(*command.split(), "--series", "RAAD").out


def test_if_nothing_is_ahead_the_last_item_is_named(run: Run) -> None:
    ran = run("deadlines", "--kind", "meeting", "--series", "raad", "--today", "2040-01-01")
    assert ran.code == Exit.NO
    assert ran.out.startswith(
        "Nothing ahead. The last one before today: Raad Proefzaken van maart 2031 (raad-2031-03), "
    )


def test_refs_shows_a_conflict_of_dates(run: Run) -> None:
    papers = {paper["document"]: paper for paper in json.loads(run("refs", "99001", "--format", "json").out)}
    assert papers["kst-99001-12"]["date"] is None
    assert papers["kst-99001-12"]["conflicts"] == [
        {"date": "2031-02-12", "in": ["raad-2030-11"]},
        {"date": "2031-02-10", "in": ["raad-2031-03"]},
    ]
    assert papers["kst-99001-12"]["cited_in"] == ["raad-2030-11", "raad-2031-03"]
    assert papers["kst-99001-13"]["date"] == "2031-02-11"
    assert "conflict" in run("refs", "kst-99001-12").out


@pytest.mark.parametrize("asked", ["99 001, nr. 13", "99001 13", "kst-99001-13", "Kamerstuk 99 001, nr. 13"])
def test_refs_accepts_a_paper_in_any_form(asked: str, run: Run) -> None:
    (paper,) = json.loads(run("refs", asked, "--format", "json").out)
    assert (paper["document"], paper["dossier"], paper["number"]) == ("kst-99001-13", "99001", "13")
    assert paper["url"] == "https://zoek.officielebekendmakingen.nl/kst-99001-13.html"


def test_refs_reports_unreadable_and_uncited_papers(run: Run) -> None:
    assert run("refs", "hallo").code == Exit.USAGE
    unknown = run("refs", "12345")
    assert (unknown.code, unknown.out) == (Exit.NO, "No agenda cites 12 345.\n")


@pytest.mark.parametrize("day", ["31-06-2023", "2023-06", "2023-02-30", "ooit", "2023-06-15/2023-06-16"])
def test_an_invalid_day_is_refused(day: str, run: Run) -> None:
    ran = run("deadlines", "--today", day)
    assert ran.code == Exit.USAGE
    assert day in ran.err


def test_a_broken_file_does_not_hide_the_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(SAMPLES / "broken"))
    for command in (("list",), ("deadlines",), ("show", "goed")):
        ran = run(*command)
        assert ran.code == Exit.DONE
        assert "Een goede bijeenkomst" in ran.out
        assert ran.err == (
            "brief: 2 files have errors, so something may be missing here: fouten.yaml, quote.yaml; "
            "brief check shows them\nbrief: nothing in quote.yaml can be read, so no answer has what is due there\n"
        )


def test_show_names_the_errors_of_its_own_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("raad", "top"):
        text = f"title: Overleg\nwhen: 2031-03-18\ndeadlines: [{{title: Nota, due: {name}-dag}}]\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    said = run("show", "raad").err
    assert "raad.yaml, line 3: " in said
    assert "top.yaml, line 3: " not in said


def test_without_a_folder_the_error_says_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.chdir(tmp_path)
    ran = run("list")
    assert ran.code == Exit.UNUSABLE
    assert "no folder “agendas” here or in any folder above" in ran.err
    assert "BRIEF_AGENDAS" in ran.err


@pytest.mark.posix
def test_the_folder_is_found_in_a_parent(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BRIEF_AGENDAS")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "agendas").symlink_to(SAMPLES / "agendas")
    monkeypatch.chdir(deep)
    ran = run("show", "top", "--format", "json")
    assert json.loads(ran.out)["path"] == "../../agendas/top-2031-06.yaml"


@pytest.mark.posix
def test_a_bug_prints_one_line_and_writes_a_log(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("briefcli.views.listing.table", broken)
    ran = run("list")
    assert ran.code == Exit.BUG
    (line,) = ran.err.splitlines()
    log = Path(line.rpartition(" ")[2])
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0
    log.unlink()


def test_mails_and_exports_warn_about_broken_agendas(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Once a mail said that nothing was due, although the agenda with the deadline could not be read."""
    monkeypatch.setenv("BRIEF_AGENDAS", str(SAMPLES / "broken"))
    said = "Note: 2 files have errors, so something may be missing here."
    for command in (
        ("next", "-f", "eml"), ("next", "--days", "3", "-f", "eml"), ("next", "--days", "3", "-f", "markdown"),
        ("list", "-f", "markdown"), ("show", "goed", "-f", "markdown"), ("timeline", "goed", "-f", "markdown"),
        ("search", "goed", "-f", "markdown"), ("official", "match", "-f", "markdown"),
        ("official", "practice", "-f", "markdown"), ("changes", "-f", "eml"), ("export", "goed", "--to", "md"),
        ("export", "goed", "--to", "html"), ("export",),
    ):  # fmt: skip
        out = run(*command).out
        bodies = email.message_from_string(out, policy=default).walk() if "eml" in command else ()
        texts = [each.get_content() for each in bodies if not each.is_multipart()] or [out.replace("\r\n ", "")]
        assert all(said in each.replace("\\,", ",") for each in texts), command
    assert run("export", "--to", "sqlite", "-o", str(tmp_path / "a.db")).code == Exit.DONE
    with closing(sqlite3.connect(tmp_path / "a.db")) as made:
        assert made.execute("SELECT broken FROM meta").fetchall() == [(2,)]
    monkeypatch.setenv("BRIEF_AGENDAS", str(SAMPLES / "agendas"))
    mail = email.message_from_string(run("next", "-f", "eml").out, policy=default)
    assert "errors" not in str(mail.get_body(("plain",)))
