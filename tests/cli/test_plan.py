"""The commands about time: `next`, `deadlines`, `commitments`, `workdays`, `timeline` and `diff`."""

import email
import email.policy
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_official import _commit
from tests.conftest import SAMPLES, Run

FOLDER = SAMPLES / "planning"
FORMATS = ("table", "json", "csv", "markdown")


@pytest.fixture(autouse=True)
def _planning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(FOLDER))
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-04")


@pytest.fixture
def data(run: Run) -> Callable[..., Any]:
    return lambda *arguments: json.loads(run(*arguments, "--format", "json").out)


def _titles(records: list[dict[str, Any]]) -> list[str]:
    return [each["title"] for each in records]


def test_next_lists_items_in_the_order_in_which_they_are_due(data: Callable[..., Any]) -> None:
    answer = data("next")
    assert answer["meeting"]["id"] == "raad-2031-03"
    assert answer["meeting"]["days"] == 14
    assert _titles(answer["late"]) == ["Nota", "Kamer informeren over de kosten"]
    assert [each["status"] for each in answer["late"]] == ["overdue", "overdue"]
    assert _titles(answer["until"]) == [
        "Woordvoeringslijnen", "Commissiedebat", "Ontbijt met bedrijven",
    ]  # fmt: skip
    assert _titles(answer["after"]) == ["Gesprek achteraf", "Verslag", "Motie uitvoeren", "Top"]
    assert sorted(_titles(answer["unknown"])) == [
        "Stuk voor het vooroverleg", "[withheld: Woo 5.1.2a]", "[withheld: Woo 5.1.2b]", "[withheld]",
    ]  # fmt: skip


def test_next_places_a_deadline_before_a_day_by_that_day(
    run: Run, data: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-03-10/2031-03-11\ncommitments:\n  - {title: Brief, due: ../2031-03-15}\n"
        "  - {title: Nota, due: ../2031-03-08}\n  - {title: Eens, due: 2031-03}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    answer = data("next")
    parts = {name: _titles(answer[name]) for name in ("until", "after", "unknown")}
    assert parts == {"until": ["Nota"], "after": ["Brief"], "unknown": ["Eens"]}


def test_next_distinguishes_standard_deadlines(run: Run, data: Callable[..., Any]) -> None:
    report = next(each for each in data("next")["after"] if each["title"] == "Verslag")
    assert (report["rhythm"], report["date"], report["when"], report["written"]) == (
        "raad", "2031-03-29", "2031-03-29", "10 days after meeting",
    )  # fmt: skip
    assert (
        "Verslag (standard deadline raad; no working day: by Fri 28 Mar 2031)"
        in run("next", "--format", "markdown").out
    )
    assert "Verslag" not in _titles(data("deadlines", "--all", "--meeting", "raad-2030-11"))


def test_next_shows_the_old_date_of_a_moved_meeting(run: Run) -> None:
    ran = run("next", "--today", "2031-03-21")
    assert ran.code == 0
    assert "Wed 2 Apr 2031 (not confirmed) (was Thu 20 Mar 2031)" in ran.out
    assert "Stukken" in ran.out


def test_next_with_days_covers_all_meetings_and_days_off(run: Run, data: Callable[..., Any]) -> None:
    assert _titles(data("next", "--days", "7"))[:3] == [
        "Nota",
        "Kamer informeren over de kosten",
        "Woordvoeringslijnen",
    ]
    out = run("next", "--days", "30").out
    assert "Stukken" in out
    assert "afgezegd" not in out.casefold()
    assert "Mon 10 Mar 2031: Ministerie gesloten" in out
    assert "The House does not sit: Meireces 2031" in out
    assert "Uitnodiging" in _titles(data("next", "--days", "60"))  # due in some week of April


def _settled(folder: Path) -> Path:
    text = "{title: Raad, when: 2031-03-18, deadlines: [{title: Nota, due: 2031-03-10, done: true}]}"
    (folder / "raad.yaml").write_text(text, encoding="utf-8")
    return folder


def test_next_exits_with_one_only_if_nothing_is_due_or_late(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    long_after = run("next", "--today", "2033-01-01")
    assert (long_after.code, "No meeting is ahead. The last one before today:" in long_after.out) == (0, True)
    assert long_after.out.startswith("Late\n")
    monkeypatch.setenv("BRIEF_AGENDAS", str(_settled(tmp_path)))
    quiet = run("next", "--days", "2", "--today", "2031-08-01")
    assert quiet.code == 1
    assert "Nothing is due." in quiet.out
    assert run("next", "--today", "2033-01-01").code == 1
    assert run("next", "--days", "-1").code == 2
    assert run("next", "--days", "9999999").code == 0


def test_commitments_lists_overdue_first_and_settled_last(data: Callable[..., Any]) -> None:
    found = data("commitments")
    assert _titles(found)[0] == "Kamer informeren over de kosten"
    assert _titles(found)[-1] == "Brief gestuurd"
    assert [each["status"] for each in found if not each["title"].startswith("[")] == ["overdue", "open", "done"]
    first = found[0]
    assert (first["by"], first["to"], first["debate"], first["days"]) == ("minister", "Kamer", "Vorig debat", -3)
    assert first["document"] == "kst-99001-12"


def test_commitments_can_be_filtered(run: Run, data: Callable[..., Any]) -> None:
    assert _titles(data("commitments", "--owner", "bpz")) == ["Motie uitvoeren"]
    assert _titles(data("commitments", "--dossier", "99 002")) == ["Motie uitvoeren"]
    assert "Brief gestuurd" not in _titles(data("commitments", "--open"))
    none = run("commitments", "--dossier", "12345")
    assert (none.code, "match" in none.out) == (1, True)
    assert run("commitments", "--dossier", "x").code == 2


def test_a_commitment_may_be_due_relative_to_its_meeting(
    data: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "agendas"
    shutil.copytree(FOLDER, folder)
    monkeypatch.setenv("BRIEF_AGENDAS", str(folder))
    file = folder / "raad-2031-03.yaml"
    for day, due in (("2031-03-18/2031-03-19", "2031-03-29"), ("2031-03-25", "2031-04-04")):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^when: .*", f"when: {day}", text), encoding="utf-8")
        motion = next(each for each in data("commitments") if each["title"] == "Motie uitvoeren")
        assert (motion["due"], motion["written"]) == (due, "10 days after meeting")


def test_workdays_shows_which_days_it_skipped(run: Run, data: Callable[..., Any]) -> None:
    ran = run("workdays", "5", "before", "2031-03-14")
    assert ran.code == 0
    assert ran.out.startswith("5 working days before Fri 14 Mar 2031: Thu 6 Mar 2031\n")
    assert [each["reason"] for each in data("workdays", "5 before 2031-03-14")["skipped"]] == [
        "Ministerie gesloten", "Sunday", "Saturday",
    ]  # fmt: skip
    assert data("workdays", "1", "workday", "after", "2031-03-31")["recess"] == "Meireces 2031"


def test_workdays_can_count_from_an_item_of_an_agenda(data: Callable[..., Any], run: Run) -> None:
    assert data("workdays", "5", "before", "meeting", "--meeting", "raad-2031")["date"] == "2031-03-11"
    assert data("workdays", "1", "before", "debate", "--meeting", "raad-2031-03")["date"] == "2031-03-07"
    unknown = run("workdays", "1", "before", "etentje", "--meeting", "raad-2031-03")
    assert unknown.code == 2
    assert "debate" in unknown.err


def test_workdays_accepts_dutch(run: Run) -> None:
    for dutch, english in (
        ("5 voor 2031-06-12", "5 before 2031-06-12"),
        ("3 werkdagen na 2031-06-12", "3 after 2031-06-12"),
    ):
        assert run("workdays", *dutch.split()).out == run("workdays", *english.split()).out != ""


def test_workdays_accepts_dates_as_people_type_them(run: Run, data: Callable[..., Any]) -> None:
    for typed in ("14 maart 2031", "14-03-2031", "vrijdag 14 maart", "14 March 2031"):
        assert data("workdays", "5", "before", *typed.split())["date"] == "2031-03-06"
    assert data("workdays", "5 voor 14 maart 2031")["date"] == "2031-03-06"
    assert data("workdays", "1", "na", "morgen")["date"] == "2031-03-06"
    refused = run("workdays", "5", "before", "maandag", "14", "maart", "2031")
    assert refused.code == 2
    assert "14 March 2031 is a Friday, not a Monday" in refused.err


def test_workdays_is_as_exact_as_its_date(data: Callable[..., Any]) -> None:
    assert data("workdays", "5", "before", "2031-W12")["date"] == "2031-W10/2031-W12"


def test_workdays_needs_no_agendas(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.chdir(tmp_path)
    assert run("workdays", "5", "before", "2023-06-15").out.startswith("5 working days before Thu 15 Jun 2023: Thu 8")
    assert "Not built in" in run("workdays", "1", "after", "2021-05-12").out


@pytest.mark.parametrize(
    "typed",
    [
        "5",
        "x before 2031-01-01",
        "5 days before 2031-01-01",
        "5 before someday",
        "5 before 31-02-2031",
        "5 before ma 1 jan 2031",
        "-5 b",
    ],
)
def test_workdays_refuses_invalid_input(typed: str, run: Run) -> None:
    ran = run("workdays", *typed.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


# The days of withheld items, and the days counted from them
HIDDEN_DAYS = (
    "2031-03-05", "2031-03-06", "2031-03-08", "2031-03-09",
    "5 Mar 2031", "Thu 6 Mar", "Sat 8 Mar", "Sun 9 Mar",
)  # fmt: skip
PUBLIC_COMMANDS = (
    ("next",),
    ("next", "--days", "20"),
    ("commitments",),
    ("timeline", "raad-2031-03"),
    ("timeline", "verborgen"),
    ("diff", "raad"),
    ("diff", "raad-2031-03", "verborgen"),
    ("workdays", "1", "before", "vooroverleg", "--meeting", "raad-2031-03"),
    ("workdays", "1", "before", "zzz", "--meeting", "raad-2031-03"),
)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("arguments", PUBLIC_COMMANDS, ids=" ".join)
def test_nothing_withheld_is_ever_printed(arguments: tuple[str, ...], form: str, run: Run) -> None:
    ran = run(*arguments, "--format", form)
    shown = ran.out + ran.err
    assert "GEHEIM" not in shown
    assert not any(day in shown for day in HIDDEN_DAYS)
    if "vooroverleg" in arguments:
        assert ran.code == 2


def test_internal_shows_withheld_items(run: Run) -> None:
    assert "GEHEIM vooroverleg" in run("next", "--internal", "--today", "2031-03-05", "--days", "9").out
    assert "GEHEIM toezegging" in run("commitments", "--internal").out
    assert "GEHEIM punt" in run("diff", "raad", "--internal").out
    assert run("workdays", "1", "before", "vooroverleg", "--meeting", "raad-2031-03", "--internal").code == 0


def test_timeline_shows_a_meeting_and_those_that_it_leads_to(run: Run, data: Callable[..., Any]) -> None:
    titles = _titles(data("timeline", "raad-2031-03"))
    assert titles.index("Nota") < titles.index("Commissiedebat") < titles.index("Raad Proefzaken van maart 2031")
    assert "Top" not in titles  # the event is the meeting itself, which is in the chain
    assert titles.index("Verslag") < titles.index("Top van juni 2031")
    assert data("timeline", "raad-2031-03")[titles.index("Raad Proefzaken van maart 2031")]["leads_to"] == [
        "top-2031-06"
    ]
    out = run("timeline", "raad-2031-03").out
    assert "▶" in out
    assert "Werkbezoek (cancelled)" in out
    assert max(map(len, out.splitlines())) <= 100


def test_timeline_defaults_to_the_next_meeting_and_accepts_a_series(run: Run, data: Callable[..., Any]) -> None:
    assert data("timeline") == data("timeline", "raad-2031-03")
    assert [each["id"] for each in data("timeline", "overleg")] == [
        "overleg-cancelled",
        "overleg-moved",
        "overleg-undated",
    ]
    assert run("timeline", "nergens").code == 1
    assert run("timeline", "--today", "2040-01-01").code == 1


def test_timeline_uses_ascii_on_request(run: Run) -> None:
    assert run("timeline", "raad-2031-03", "--ascii").out.isascii()
    assert not run("timeline", "raad-2031-03").out.isascii()


def test_diff_lists_what_is_new_changed_and_gone(data: Callable[..., Any]) -> None:
    parts = data("diff", "raad-2030-11", "raad-2031-03")["parts"]
    assert parts["sessions"] == {"new": ["Diner"], "gone": ["Begroting: not reached"], "same": ["Proefverordening"]}
    assert parts["sessions.Proefverordening.position"]["changed"] == [
        {"before": "Geen steun voor het voorstel", "after": "Steun voor het voorstel"}
    ]
    assert parts["figures"]["changed"] == [
        {"before": "Bijdrage 2031: 11 miljoen euro", "after": "Bijdrage 2031: 12.5 miljoen euro"}
    ]
    assert parts["facts"]["changed"] == [{"before": "Place: Luxemburg", "after": "Place: Brussel"}]
    assert [each.split(":")[0] for each in parts["documents"]["same"]] == ["kst-99001-12"]


def test_diff_lists_a_paper_of_which_only_the_title_is_withheld(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    (tmp_path / "een.yaml").write_text("title: Raad\nwhen: 2031-03-18\n", encoding="utf-8")
    (tmp_path / "twee.yaml").write_text(
        "title: Raad\nwhen: 2031-04-18\ndocuments:\n"
        "  - {ref: 'kst-99001-12', title: {text: GEHEIM, public: false, ground: Woo}}\n"
        "  - {ref: 'kst-99001-13', title: GEHEIM, public: false, ground: Woo}\n",
        encoding="utf-8",
    )
    assert json.loads(run("diff", "een", "twee", "-f", "json").out)["parts"]["documents"] == {"new": ["kst-99001-12"]}
    shown = run("diff", "een", "twee").out
    assert "99 001, nr. 12 — [withheld: Woo]" in shown
    assert "GEHEIM" not in shown
    after = (tmp_path / "twee.yaml").read_text(encoding="utf-8")
    (tmp_path / "twee.yaml").write_text("title: Raad\nwhen: 2031-04-18\n", encoding="utf-8")
    _commit(tmp_path, "2031-02-01T12:00:00")
    (tmp_path / "twee.yaml").write_text(after, encoding="utf-8")
    (new,) = json.loads(run("changes", "--since", "2031-02-10", "-f", "json").out)
    assert (new["what"], new["document"], new["title"]) == ("new", "kst-99001-12", "[withheld: Woo]")
    assert "GEHEIM" not in run("changes", "--since", "2031-02-10").out


def test_diff_pairs_events_by_id_and_names_the_former_title(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    event = "title: Raad\nwhen: 2031-03-18\nevents:\n  - {{title: {}, id: {}, kind: publication, when: {}}}\n"
    for name, fields in {
        "een": ("Verslag naar de Kamer", "report", "2031-03-20"),
        "twee": ("Brief met de uitkomst", "report", "2031-03-21"),
        "drie": ("Agenda naar de Kamer", "agenda", "2031-03-10"),
    }.items():
        (tmp_path / f"{name}.yaml").write_text(event.format(*fields), encoding="utf-8")
    renamed = " ".join(run("diff", "een", "twee").out.split())
    assert "Brief met de uitkomst: Fri 21 Mar 2031 (was: Verslag naar de Kamer: Thu 20 Mar 2031)" in renamed
    parts = json.loads(run("diff", "een", "drie", "-f", "json").out)["parts"]
    assert set(parts["events"]) == {"new", "gone"}


def test_diff_writes_the_former_number_and_a_kind_as_people_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    for name, amount in (("een", 25.1), ("twee", 26.5)):
        text = f"title: Raad\nwhen: 2031-03-18\nfigures: [{{what: Vangst, amount: {amount}, unit: ton}}]\n"
        (tmp_path / f"{name}.yaml").write_text(
            f"{text}documents: [{{ref: 22 112, kind: BNC-fiche}}]\n", encoding="utf-8"
        )
    assert "Vangst: 26,5 ton (was: 25,1 ton)" in run("diff", "een", "twee", "--lang", "nl").out
    assert "BNC-fiche" in run("show", "een").out


def test_diff_compares_with_the_previous_edition(run: Run, data: Callable[..., Any]) -> None:
    for arguments in (
        ("raad",),
        ("raad-2031-03",),
        ("raad", "--today", "2040-01-01"),
        ("raad", "--today", "2030-01-01"),
    ):
        found = data("diff", *arguments)
        assert (found["from"]["id"], found["to"]["id"]) == ("raad-2030-11", "raad-2031-03")
    assert "overleg-cancelled" not in run("diff", "overleg", "--format", "json").out
    assert run("diff", "raad-2030-11").code == 1
    assert run("diff", "top-2031-06").code == 1
    assert run("diff", "nergens").code == 1


def test_diff_reads_as_a_summary(run: Run) -> None:
    out = run("diff", "raad").out
    assert out.startswith("From Raad november 2030 to Raad maart 2031\n")
    assert "Changed  Bijdrage (2031): 12.5 miljoen euro (was: 11 miljoen euro)" in out
    assert "What is not public is left out" in out
    assert "withheld" not in out
    same = run("diff", "raad-2031-03", "raad-2031-03")
    assert "The two say the same." in same.out


def test_deadlines_explains_an_empty_list(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    agenda = "title: Raad\nwhen: {when}\ndeadlines:\n  - {{title: Brief, due: unknown}}\n"
    (tmp_path / "raad.yaml").write_text(agenda.format(when="2031-03-18"), encoding="utf-8")
    past = run("deadlines", "--today", "2032-01-01").out
    assert "Without a day yet" in past
    assert "--today 2031-03-04 shows what was ahead then." in past
    (tmp_path / "raad.yaml").write_text(agenda.format(when="2031-09-18"), encoding="utf-8")
    far = run("deadlines", "--today", "2031-03-04").out
    assert "Nothing within 90 days." in far
    assert "1 more comes after " in far
    assert "Nothing ahead" not in far


def test_a_saved_mail_replaces_only_an_earlier_mail(run: Run, tmp_path: Path) -> None:
    saved = tmp_path / "week.eml"
    ran = run("next", "--days", "7", "--format", "eml", "--output", str(saved))
    assert (ran.code, ran.out) == (0, "")
    message = email.message_from_bytes(saved.read_bytes(), policy=email.policy.default)
    assert message["Subject"].startswith("The 7 days ahead, seen from")
    assert "Nota" in str(message.get_body(("plain",)))
    assert run("next", "--format", "eml", "--output", str(saved)).code == 0  # a newer mail replaces an older one
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text("title: Raad\n", encoding="utf-8")
    assert run("next", "--format", "eml", "--output", str(agenda)).code == 2
    assert agenda.read_text(encoding="utf-8") == "title: Raad\n"
    assert "add --format eml" in run("changes", "--output", str(saved)).err


def test_a_due_date_counted_from_an_id_shows_its_title(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-03-18\nevents:\n  - {title: Peiling van de dijken, id: dijk-2}\n"
        "deadlines:\n  - {title: Brief, due: 2 days after dijk-2}\n  - {title: Lijnen, due: before debate}\n"
        "commitments:\n  - {title: Kamer informeren, due: after dijk-2}\n",
        encoding="utf-8",
    )
    (tmp_path / "raad-2.yaml").write_text("title: Raad\nwhen: 2031-06-18\n", encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    shown = run("show", "raad").out
    assert "2 days after “Peiling van de dijken”" in shown
    assert "before debate" in shown
    for command in ("show raad", "deadlines", "commitments", "diff raad raad-2"):
        ran = run(*command.split(), "--lang", "nl")
        assert "na “Peiling van de dijken”" in ran.out
        assert "dijk-2" not in ran.out


def test_undated_commitments_are_listed_in_the_days_ahead(
    run: Run, data: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-03-10\ncommitments:\n  - title: Motie\n  - {title: Klaar, status: done}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    assert _titles(data("next", "--days", "7")) == ["Raad", "Motie"]
    for form in ("table", "markdown", "eml"):
        assert "Without a day yet" in run("next", "--days", "7", "-f", form).out
    ahead = run("next", "--days", "1")
    assert (ahead.code, "Motie" in ahead.out, "Nothing is due." in ahead.out) == (1, True, True)


def test_cancelled_items_and_recesses_are_labelled(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "brief.toml").write_text(
        "[[recess]]\nfirst = 2031-03-10\nlast = 2031-03-14\nname = 'Lentereces'\n", encoding="utf-8"
    )
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-04-04\nevents:\n"
        "  - {title: Debat, kind: debate, when: 2031-03-11, status: cancelled}\n"
        "  - {title: Tweede debat, kind: debate, when: 2031-03-12}\n"
        "commitments:\n  - {title: Belofte, due: 2031-05-01, status: dropped}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    shown = run("show", "raad").out
    assert re.search(r"11 Mar 2031 +× called off +debate +Debat \(cancelled; Lentereces\)", shown)
    assert re.search(r"12 Mar 2031 +◑ in 8 days +debate +Tweede debat \(Lentereces\)", shown)
    assert re.search(r"1 May 2031 +× called off +commitment +Belofte", shown)
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nstatus: cancelled\nwhen: 2031-04-04\ndeadlines: [{title: Lijnen, due: 2031-03-20}]\n"
        "commitments: [{title: Belofte, due: 2031-05-01}]\n",
        encoding="utf-8",
    )
    shown = run("show", "raad").out
    assert re.search(r"20 Mar 2031 +× called off +deadline +Lijnen", shown)
    assert re.search(r"4 Apr 2031 +× called off +meeting +Raad", shown)
    assert re.search(r"1 May 2031 +○ in 58 days +commitment +Belofte", shown)


def test_a_deadline_before_a_monday_names_the_friday(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-03-18\nevents: [{title: Debat, kind: debate, when: 2031-03-17T10:00}]\n"
        "deadlines: [{title: Lijnen, due: before debate}]\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    shown = run("deadlines", "--today", "2031-03-13").out
    assert re.search(r"● tomorrow +before Mon 17 Mar 2031 +Lijnen \(no working day: by Fri 14 Mar 2031\)", shown)


def test_a_counted_deadline_on_a_day_off_names_the_working_day_before(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raad.yaml").write_text(
        "title: Raad\nwhen: 2031-04-04\ndeadlines:\n  - {title: Brief, due: 10 days after meeting}\n"
        "  - {title: Lijnen, due: 2031-04-13}\n  - {title: Memo, due: 10 days after meeting, done: true}\n"
        "  - {title: Verslag, due: 1 day after meeting}\n"  # Saturday; Friday is the meeting itself
        "commitments: [{title: Belofte, due: 10 days after meeting}]\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    shown = run("show", "raad", "--today", "2031-03-04").out  # 14 April 2031 is Easter Monday
    assert "Brief (no working day: by Thu 10 Apr 2031)" in shown
    assert shown.count("no working day") == 5  # Brief and Belofte in the timeline and the dates, Belofte as commitment
    for command in ("deadlines", "commitments"):
        found = json.loads(run(command, "--today", "2031-04-09", "-f", "json").out)
        assert {each["title"]: each["days"] for each in found}["Belofte"] == 1  # to the working day before it
    late = json.loads(run("deadlines", "--today", "2031-04-11", "-f", "json").out)
    assert {each["title"]: each["status"] for each in late} == {
        "Brief": "open", "Belofte": "open", "Lijnen": "open", "Verslag": "overdue", "Memo": "done",
    }  # fmt: skip
    assert "Belofte (no working day: by Thu 10 Apr 2031)" in run("commitments", "--today", "2031-03-04").out
    assert re.search(r"● tomorrow +Mon 14 Apr 2031", run("deadlines", "--today", "2031-04-09").out)
