"""The commands that change an agenda: what they write, show and refuse."""

import re
import time
from pathlib import Path

import pytest
from tests.agendas import DEBATE_RHYTHM
from tests.conftest import Run

RAAD = """\
title: Raad   # met een opmerking
when: 2031-03-18
body: EU
kind: council
leads_to: [top]

events:
  - title: Commissiedebat
    kind: debate
    when: 2031-03-11
deadlines:
  - title: Woordvoeringslijnen
    due: 1 workday before debate
    owner: DCO
  - {title: Geheime nota, due: 2031-03-01, public: false, ground: Woo}
commitments:
  - title: Kamer informeren
    due: 2031-04-01
"""
SETTINGS = """\
[[rhythm]]
name = "EU"
body = "EU"
[[rhythm.deadlines]]
id = "report"
title = "Verslag naar de Kamer"
due = "10 days after meeting"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "agendas"
    home.mkdir()
    monkeypatch.delenv("BRIEF_AGENDAS")
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-04")
    monkeypatch.chdir(tmp_path)
    (home / "raad.yaml").write_text(RAAD, encoding="utf-8")
    (home / "top.yaml").write_text("title: Top\nwhen: 2031-06-01\n", encoding="utf-8")
    (home / "brief.toml").write_text(SETTINGS, encoding="utf-8")
    return home


def text(folder: Path) -> str:
    return (folder / "raad.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["raad.yml", "raad.YAML"])
def test_a_file_with_another_extension_is_found_by_its_path(folder: Path, run: Run, name: str) -> None:
    (folder / "raad.yaml").rename(folder / name)
    assert run("done", f"agendas/{name}", "woordvoering").code == 0
    assert run("show", f"agendas/{name}").out.startswith("Raad")
    assert run("new", name).code == 2


def test_done_finds_a_title_and_records_day_and_paper(folder: Path, run: Run) -> None:
    ran = run("done", "raad", "woordvoering", "--on", "3 maart", "--paper", "kst-99001-12")
    assert ran.code == 0, ran.err
    assert "    done: true\n    done_on: 2031-03-03\n    paper: 99 001, nr. 12\n" in text(folder)
    assert "documents:\n  - ref: 99 001, nr. 12\n" in text(folder)
    assert "title: Raad   # met een opmerking\n" in text(folder)
    assert "+     done: true" in ran.out
    assert run("check", "agendas/raad.yaml").code == 0
    run("done", "raad", "woordvoering", "--not")
    assert "done" not in text(folder)


def test_done_refuses_a_future_day_and_shows_a_changed_day(folder: Path, run: Run) -> None:
    refused = run("done", "raad", "woordvoering", "--on", "2099-01-01")
    assert (refused.code, "Thu 1 Jan 2099 is not over yet: today is Tue 4 Mar 2031" in refused.err) == (2, True)
    assert run("done", "raad", "woordvoering", "--on", "2031-03-03").code == 0
    again = run("done", "raad", "woordvoering", "--on", "2031-03-04")
    assert "-     done_on: 2031-03-03\n+     done_on: 2031-03-04\n" in again.out


def test_done_sets_the_status_of_a_commitment(folder: Path, run: Run) -> None:
    run("done", "raad", "kamer", "informeren")
    assert "    status: done\n" in text(folder)
    run("done", "raad", "kamer", "informeren", "--not")
    assert "    status: open\n" in text(folder)


def test_done_writes_out_a_standard_deadline(folder: Path, run: Run) -> None:
    assert run("done", "raad", "report").code == 0
    written = "  - title: Verslag naar de Kamer\n    id: report\n    due: 10 days after meeting\n    done: true\n"
    assert written in text(folder)
    assert [line for line in run("deadlines", "--all").out.splitlines() if "Verslag" in line] != []


def test_a_dry_run_writes_nothing(folder: Path, run: Run) -> None:
    for arguments in (
        ("done", "raad", "report"), ("move", "raad", "morgen"), ("cancel", "raad"), ("add", "raad", "point", "Een"),
    ):  # fmt: skip
        ran = run(*arguments, "--dry-run")
        assert ran.code == 0, ran.err
        assert "\n+ " in ran.out
        assert text(folder) == RAAD
    assert run("undo").code == 1


def test_withheld_items_can_be_named_only_with_internal(folder: Path, run: Run) -> None:
    ran = run("done", "raad", "geheime")
    assert ran.code == 1
    assert "Geheime" not in ran.out + ran.err.replace("“geheime”", "")
    assert "done: true" not in text(folder)
    assert run("done", "raad", "geheime", "--internal").code == 0
    assert "{title: Geheime nota, due: 2031-03-01, public: false, ground: Woo, done: true}" in text(folder)


def test_a_typed_mark_is_refused_for_what_it_is(folder: Path, run: Run) -> None:
    ran = run("add", "raad", "point", "vertrouwelijk: de inzet")
    assert (ran.code, "a mark of what is not public has become part of a text" in ran.err) == (2, True)
    assert text(folder) == RAAD


@pytest.mark.parametrize(
    "command", [("done", "raad", "lijnen"), ("cancel", "raad", "debat"), ("move", "raad", "debat")]
)
@pytest.mark.parametrize("ground", ["Woo", "not yet read"])
def test_items_of_a_withheld_meeting_require_internal(
    folder: Path, run: Run, command: tuple[str, ...], ground: str
) -> None:
    (folder / "brief.toml").unlink()
    (folder / "raad.yaml").write_text(f"public: false\nground: {ground}\n{RAAD}", encoding="utf-8")
    ran = run(*command)
    assert (ran.code, "add --internal" in ran.err, "it has:" in ran.err) == (1, True, False)
    assert "Woordvoering" not in ran.out + ran.err


def test_a_changed_line_with_withheld_text_is_not_shown(folder: Path, run: Run) -> None:
    one_line = "{title: Raad, when: 2031-03-18, deadlines: [{title: A}, {title: Geheim, public: false, ground: x}]}"
    (folder / "raad.yaml").write_text(one_line, encoding="utf-8")
    ran = run("done", "raad", "a")
    assert ran.code == 0, ran.err
    assert "Geheim" not in ran.out + ran.err


def test_removed_lines_of_a_withheld_meeting_are_not_shown(folder: Path, run: Run) -> None:
    hidden = "title: Raad\npublic: false\nground: x\nwhen: 2031-03-18\nstatus: moved\nmoved_to: 2231-05-01  # Geheim\n"
    (folder / "raad.yaml").write_text(hidden, encoding="utf-8")
    ran = run("move", "raad", "2031-07-01")
    assert ran.code == 0, ran.err
    assert "2231" not in ran.out + ran.err
    assert "moved_to: 2031-07-01  # Geheim" in text(folder)
    assert "status: moved" not in run("cancel", "raad").out
    assert "- status: cancelled" in run("move", "raad", "2031-08-01", "--internal").out


def test_a_changed_line_with_a_marked_comment_is_not_shown(folder: Path, run: Run) -> None:
    (folder / "raad.yaml").write_text("title: Raad\nwhen: 2031-03-18\nstatus: held  # Geheim\n", encoding="utf-8")
    ran = run("cancel", "raad")
    assert "- (not shown; --internal shows it)\n" in ran.out
    assert "Geheim" not in ran.out


def test_unknown_and_ambiguous_words_list_the_choices(folder: Path, run: Run) -> None:
    none = run("done", "raad", "zzz")
    assert (none.code, "Woordvoeringslijnen" in none.err) == (1, True)
    run("add", "raad", "deadline", "Woordvoeringslijnen voor de pers")
    several = run("done", "raad", "woordvoer")
    assert (several.code, "can mean several" in several.err) == (1, True)


def test_move_shows_shifted_dates_and_meetings_that_lead_to_it(folder: Path, run: Run) -> None:
    ran = run("move", "raad", "25-03-2031")
    assert ran.code == 0, ran.err
    assert "moved_to: 2031-03-25\nstatus: moved\n" in text(folder)
    assert "when: 2031-03-18\n" in text(folder)
    assert "Fri 28 Mar 2031" in ran.out
    assert "Fri 4 Apr 2031" in ran.out
    stays = "Does not move with it\n• Commissiedebat: Tue 11 Mar 2031\n• Woordvoeringslijnen: Mon 10 Mar 2031\n"
    assert stays in ran.out
    top = "  - {title: De top, kind: summit, when: 2031-06-01}\n  - {title: Diner, when: 2031-06-02}\ndeadlines:\n"
    (folder / "raad.yaml").write_text(RAAD.replace("deadlines:\n", top), encoding="utf-8")
    (folder / "top.yaml").write_text("title: Top\nwhen: 2031-06-01\nkind: summit\n", encoding="utf-8")
    led = run("move", "top", "2031-06-08")
    assert (
        "Meetings that lead to it\n• Raad (raad)\n  • De top: Sun 1 Jun 2031; brief move raad changes that too\n"
        in led.out
    )
    assert "Diner" not in led.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("move", "raad", "2031-04-01"), "“raad” has already taken place, on Tue 18 Mar 2031"),
        (("move", "raad", "debate", "2031-04-01"), "“Commissiedebat” has already taken place"),
        (("cancel", "raad"), "“raad” has already taken place"),
    ],
)
def test_moving_or_cancelling_a_past_item_warns(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    assert "already" not in run(*arguments, "--dry-run").err
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-19")
    assert said in run(*arguments).err


def test_an_internal_list_of_what_shifts_or_stays_marks_what_is_withheld(folder: Path, run: Run) -> None:
    withheld = "  - {title: Geheime lijn, due: 4 days before meeting, public: false, ground: Woo}\ncommitments:"
    (folder / "raad.yaml").write_text(RAAD.replace("commitments:", withheld).replace("03-01,", "03-06,"), "utf-8")
    internal = run("move", "raad", "25-03-2031", "--internal", "--dry-run").out
    assert "\nGeheime lijn ⟨not public⟩  " in internal
    assert "• Geheime nota ⟨not public⟩: Thu 6 Mar 2031\n" in internal
    assert "Geheime" not in run("move", "raad", "25-03-2031", "--dry-run").out


def test_what_is_past_or_settled_or_shifts_is_not_said_to_stay(folder: Path, run: Run) -> None:
    run("done", "raad", "woordvoeringslijnen")
    settled = run("move", "raad", "25-03-2031", "--dry-run").out
    assert "• Commissiedebat: " in settled
    assert "• Woordvoeringslijnen: " not in settled
    run("cancel", "raad", "debate")
    for arguments in (("move", "raad", "25-03-2031"), ("move", "raad", "debate", "13-03-2031"), ("cancel", "raad")):
        assert "Does not move with it" not in run(*arguments, "--dry-run").out


def test_a_more_exact_date_leaves_nothing_behind(folder: Path, run: Run) -> None:
    for written, typed in (("2031-03", "18 maart 2031"), ("2031-03-18", "18 maart 2031 9:30")):
        (folder / "raad.yaml").write_text(RAAD.replace("when: 2031-03-18", f"when: {written}"), encoding="utf-8")
        assert "Does not move with it" not in run("move", "raad", typed, "--dry-run").out


def test_moving_an_event_shifts_dates_counted_from_it(folder: Path, run: Run) -> None:
    ran = run("move", "raad", "debate", "volgende", "week", "donderdag")
    assert ran.code == 0, ran.err
    assert "    when: 2031-03-13\n" in text(folder)
    assert "Woordvoeringslijnen  Mon 10 Mar 2031  Wed 12 Mar 2031" in ran.out


@pytest.mark.parametrize("words", [("debat", "2031-03-12"), ("debat", "--to-written")])
def test_moving_a_cancelled_event_reinstates_it(folder: Path, run: Run, words: tuple[str, ...]) -> None:
    run("cancel", "raad", "debat")
    assert "-     status: cancelled" in run("move", "raad", *words).out
    assert "status" not in text(folder)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2031-03-03", "the new date of “Commissiedebat” is in the past"),
        ("2031-03-16", "the new date of “Commissiedebat” is no working day: Sunday"),
        ("2031-03-19", "“Commissiedebat” now comes after the meeting (Tue 18 Mar 2031)"),
    ],
)
def test_an_unlikely_date_for_a_debate_warns(folder: Path, run: Run, day: str, said: str) -> None:
    likely = run("move", "raad", "debat", "2031-03-13", "--dry-run")
    assert likely.err == "brief: nothing was written: --dry-run\n"
    assert said in run("move", "raad", "debat", day).err


@pytest.mark.parametrize(("kind", "warns"), [("debate", True), ("summit", False)])
def test_a_debate_that_is_moved_to_a_day_off_warns(folder: Path, run: Run, kind: str, warns: bool) -> None:
    (folder / "top.yaml").write_text(f"title: Top\nwhen: 2031-04-04\nkind: {kind}\n", encoding="utf-8")
    said = "the new date of “top” is no working day: Good Friday"
    assert (said in run("move", "top", "11 april 2031").err) is warns


def test_a_past_date_for_a_meeting_warns(folder: Path, run: Run) -> None:
    said = "the new date of “raad” is in the past"
    assert said in run("move", "raad", "2031-03-03", "--dry-run").err
    assert said not in run("move", "raad", "2031-03-04", "--dry-run").err


@pytest.mark.parametrize(
    ("written", "typed", "when"),
    [
        ("2031-03", "van 18 tot en met 19 maart 2031", "2031-03-18/2031-03-19"),
        ("unknown", "18 maart 2031", "2031-03-18"),
        ("2031-03-18?", "18 maart 2031", "2031-03-18"),
        ("2031-03-18", "18 maart 2031 9:30", "2031-03-18T09:30"),
        ("2031-03", "1 april 2031", ""),
        ("2031-03-18/2031-03-19", "19 maart 2031", ""),
        ("2031-03-18", "april 2031", ""),
    ],
)
def test_a_more_exact_date_is_not_a_move(folder: Path, run: Run, written: str, typed: str, when: str) -> None:
    (folder / "top.yaml").write_text(f"title: Top\nwhen: {written}\n", encoding="utf-8")
    assert run("move", "top", typed).code == 0
    after = (folder / "top.yaml").read_text(encoding="utf-8").replace("'", "")
    assert ("status: moved" in after) == (not when)
    assert f"when: {when or written}\n" in after


def test_a_move_warns_if_the_old_hour_is_lost(folder: Path, run: Run) -> None:
    said = "the new date of “Commissiedebat” has no hour any more; it was 10:00"
    (folder / "raad.yaml").write_text(RAAD.replace("when: 2031-03-11", "when: 2031-03-11T10:00"), encoding="utf-8")
    assert said in run("move", "raad", "debat", "2031-03-12", "--dry-run").err
    assert "no hour" not in run("move", "raad", "debat", "12 maart 2031 11:00", "--dry-run").err
    (folder / "raad.yaml").write_text(RAAD.replace("when: 2031-03-18", "when: 2031-03-18T10:00"), encoding="utf-8")
    assert "the new date of “raad” has no hour any more; it was 10:00" in run("move", "raad", "19 maart 2031").err


def test_moving_a_meeting_before_its_debate_warns(folder: Path, run: Run) -> None:
    said = "“Commissiedebat” now comes after the meeting (Mon 10 Mar 2031)"
    assert said in run("move", "raad", "10 maart 2031").err
    assert "comes after" not in run("move", "raad", "7 maart 2031").err  # the debate already came after the meeting


@pytest.mark.parametrize(
    ("title", "when", "said"),
    [
        ("Raad 18 maart 2031", "25-03-2031", "the title still says “18 maart 2031”"),
        ("Raad maart 2031", "2031-04-02", "the title still says “maart 2031”"),
        ("Raad maart 2031", "25-03-2031", ""),
        ("Raad, na het debat van 3 februari", "25-03-2031", ""),
        ("{text: Raad 18 maart 2031, public: false, ground: Woo}", "25-03-2031", ""),
    ],
)
def test_moving_a_meeting_says_that_its_title_names_the_old_date(
    folder: Path, run: Run, title: str, when: str, said: str
) -> None:
    (folder / "raad.yaml").write_text(f"title: {title}\nwhen: 2031-03-18\n", encoding="utf-8")
    found = run("move", "raad", when).err
    assert said in found
    assert ("the title" in found) is bool(said)


def test_an_exact_title_wins_over_a_partial_match(folder: Path, run: Run) -> None:
    (folder / "raad.yaml").write_text(
        RAAD.replace("deadlines:\n", "  - {title: Debat, kind: debate, when: 2031-03-10}\ndeadlines:\n"),
        encoding="utf-8",
    )
    assert run("move", "raad", "debat", "2031-03-12").code == 0
    assert "{title: Debat, kind: debate, when: 2031-03-12}" in text(folder)


def test_an_event_can_be_named_by_its_kind_in_dutch(folder: Path, run: Run) -> None:
    file = folder / "raad.yaml"
    file.write_text(RAAD.replace("title: Commissiedebat", "title: Overleg met de Kamer"), encoding="utf-8")
    assert run("move", "raad", "debat", "2031-03-12").code == 0
    assert "    when: 2031-03-12\n" in file.read_text(encoding="utf-8")
    assert run("cancel", "raad", "Debat").code == 0
    assert "    status: cancelled\n" in file.read_text(encoding="utf-8")


def test_a_debate_becomes_a_written_consultation(folder: Path, run: Run) -> None:
    ran = run("move", "raad", "debate", "--to-written")
    assert ran.code == 0, ran.err
    assert "  - title: Schriftelijk overleg\n    kind: written consultation\n    when: 2031-03-11\n" in text(folder)
    assert "From" not in ran.out  # deadlines that count from the debate do not shift


def test_cancel_lists_dropped_deadlines_and_keeps_commitments(folder: Path, run: Run) -> None:
    ran = run("cancel", "raad")
    assert "No longer due" in ran.out
    assert "Woordvoeringslijnen" in ran.out
    assert "Kamer informeren" not in ran.out
    assert "Kamer informeren" in run("deadlines").out
    assert run("cancel", "raad", "commissiedebat").code == 0
    assert "    status: cancelled\n" in text(folder)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10 november", "“10 november” is read as Mon 10 Nov 2031\n"),
        ("10 oktober 2032", "“10 oktober 2032” is read as Sun 10 Oct 2032\n"),
        ("1 januari", "“1 januari” is read as Thu 1 Jan 2032, so not this year\n"),
    ],
)
def test_add_shows_how_a_typed_date_is_read(folder: Path, run: Run, typed: str, said: str) -> None:
    assert said in run("add", "raad", "deadline", "Brief", "--due", typed, "--dry-run", "--today", "2031-06-30").err


def test_a_standard_event_that_is_called_off_keeps_its_date_as_deadlines_count_from_it(folder: Path, run: Run) -> None:
    (folder / "brief.toml").write_text(DEBATE_RHYTHM, encoding="utf-8")
    agenda = "title: Top\nwhen: 2031-06-12\nbody: EU\ndeadlines: [{title: Lijnen, due: 2 days before debate}]\n"
    (folder / "top.yaml").write_text(agenda, encoding="utf-8")
    for arguments in (("cancel", "top", "debat"), ("move", "top", "debat", "--to-written")):
        ran = run(*arguments)
        assert (ran.code, "when: 2031-06-05?" in ran.out) == (0, True), ran.err
        assert "Tue 3 Jun 2031?  Lijnen" in run("deadlines", "--all", "--meeting", "top").out
        run("undo")


def test_cancelling_an_event_lists_deadlines_counted_from_it(folder: Path, run: Run) -> None:
    said = "Still due, although it counts from what is called off\n• Woordvoeringslijnen: Mon 10 Mar 2031\n"
    assert "Still due" not in run("cancel", "raad", "--dry-run").out  # the deadline is called off too
    assert said in run("cancel", "raad", "debat").out
    assert "Still due" not in run("cancel", "raad").out


def test_undo_reverts_only_the_last_change(folder: Path, run: Run) -> None:
    run("add", "raad", "point", "Een", "punt")
    run("cancel", "raad")
    assert run("undo", "--dry-run").out == "brief undo would take back: raad is cancelled.\n"
    assert run("undo").out == "Taken back: raad is cancelled.\n"
    assert "Een punt" in text(folder)
    assert run("undo").code == 1


def test_undo_refuses_a_change_in_another_folder(
    folder: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text(folder)
    run("cancel", "raad")
    after = text(folder)
    other = tmp_path / "other" / "agendas"
    other.mkdir(parents=True)
    monkeypatch.chdir(other.parent)
    for arguments in ((), ("--dry-run",)):
        ran = run("undo", *arguments)
        assert (ran.code, f"the last change was made in another folder: {folder}" in ran.err) == (2, True)
        assert f'brief undo --agendas "{folder}" takes it back' in ran.err
        assert text(folder) == after
    assert run("undo", "--agendas", str(folder)).code == 0
    assert text(folder) == before


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("event", "Diner", "--when", "17 maart 2031", "--kind", "side meeting"), "    when: 2031-03-17\n"),
        (("paper", "99001-4", "--date", "1-3-2031"), "  - ref: 99 001, nr. 4\n    date: 2031-03-01\n"),
        (("commitment", "Brief sturen", "--due", "eind mei"), "  - title: Brief sturen\n    due: 2031-05\n"),
        (("deadline", "Nota", "--due", "5 workdays before meeting"), "    due: 5 workdays before meeting\n"),
        (("figure", "Kosten", "--amount", "16,6", "--unit", "miljard"), "    amount: 16.6\n    unit: miljard\n"),
        (("point", "Eén: twee"), "  - 'Eén: twee'\n"),
        (("gebeurtenis", "Diner", "--when", "17 maart 2031"), "    when: 2031-03-17\n"),
        (("stuk", "99001-4"), "  - ref: 99 001, nr. 4\n"),
        (("document", "99001-4"), "  - ref: 99 001, nr. 4\n"),
        (("toezegging", "Brief sturen", "--due", "eind mei"), "    due: 2031-05\n"),
        (("punt", "Eén"), "  - Eén\n"),
        (("cijfer", "Kosten", "--amount", "16,6", "--unit", "miljard"), "    amount: 16.6\n"),
    ],
)
def test_add_writes_an_item(folder: Path, run: Run, arguments: tuple[str, ...], line: str) -> None:
    ran = run("add", "raad", *arguments)
    assert ran.code == 0, ran.err
    assert line in text(folder)
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("-12.500.000", "-12500000"),
        ("12 500,25", "12500.25"),
        ("1.234", ""),
        ("1.234.56", ""),
        ("1.234,567,8", ""),
        ("0.123,4", ""),
    ],
)
def test_add_reads_separators_of_thousands_where_they_are_clear(
    folder: Path, run: Run, amount: str, written: str
) -> None:
    ran = run("add", "raad", "figure", "Kosten", f"--amount={amount}")
    assert (ran.code == 0) == bool(written), ran.err
    assert not written or f"    amount: {written}\n" in text(folder)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("cijfer", "Kosten", "--year", "twintig"), "write it as in 2023"),
        (("cijfer", "Kosten", "--year", "16,6"), "write it as in 2023"),
        (("point", "Eén", "--owner", "DCO"), "give its text alone"),
    ],
)
def test_add_says_how_to_write_what_it_refuses(folder: Path, run: Run, arguments: tuple[str, ...], hint: str) -> None:
    ran = run("add", "raad", *arguments)
    assert (ran.code, hint in ran.err, text(folder)) == (2, True, RAAD)


def test_what_has_the_title_of_a_standard_deadline_takes_its_place(folder: Path, run: Run) -> None:
    ran = run("add", "raad", "deadline", "verslag naar de kamer", "--due", "2031-04-02")
    assert "  - title: verslag naar de kamer\n    id: report\n    due: 2031-04-02\n" in text(folder), ran.err
    assert run("deadlines", "--all", "--meeting", "raad").out.casefold().count("verslag naar de kamer") == 1
    run("add", "raad", "deadline", "Verslag naar de Kamer", "--due", "2031-04-03")  # nothing standard is left
    assert "  - title: Verslag naar de Kamer\n    due: 2031-04-03\n" in text(folder)
    run("add", "raad", "commitment", "Verslag naar de Kamer", "--due", "2031-04-04")
    assert text(folder).count("id: report") == 1


def test_a_due_date_may_count_from_a_standard_event(folder: Path, run: Run) -> None:
    (folder / "brief.toml").write_text(DEBATE_RHYTHM, encoding="utf-8")
    top = folder / "top.yaml"
    top.write_text("title: Top\nwhen: 2031-06-01\nbody: EU\n", encoding="utf-8")
    ran = run("add", "top", "deadline", "Lijnen", "--due", "2 workdays before debate")
    assert ran.code == 0, ran.err
    assert "    due: 2 workdays before debate\n" in top.read_text(encoding="utf-8")
    assert run("done", "top", "lijnen").code == 0  # a file with such a due date is still accepted
    assert run("add", "top", "deadline", "Nota", "--due", "2 workdays before diner").code == 2
    assert run("add", "top", "deadline", "Verslag", "--due", "3 dagen na het debat").code == 0
    assert "    due: 3 days after debat\n" in top.read_text(encoding="utf-8")
    assert run("check", "top").code == 0
    assert "Mon 26 May 2031?  Verslag" in run("deadlines", "--all", "--meeting", "top").out  # the debate is on Friday


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("de dag voor het commissiedebat", "1 day before debate"),
        ("3 werkdagen voor het diner", "3 workdays before side meeting"),
        ("een week voor de RBZ", "1 week before meeting"),
        ("5 werkdagen voor de raad", "5 workdays before meeting"),
        ("10 dagen na afloop", "10 days after meeting"),
        ("1 dag voor het ontbijt", ""),
    ],
)
def test_a_due_date_may_count_from_an_everyday_name(folder: Path, run: Run, typed: str, due: str) -> None:
    diner = "  - {title: Diner met collega's, kind: side meeting, when: 2031-03-17}\n"
    (folder / "raad.yaml").write_text(
        RAAD.replace("deadlines:", f"{diner}deadlines:") + "series: rbz\n", encoding="utf-8"
    )
    ran = run("add", "raad", "deadline", "Nota", "--due", typed)
    assert (ran.code == 0, f"  - title: Nota\n    due: {due}\n" in text(folder)) == (bool(due), bool(due))
    assert run("check", "raad").code == 0


def test_items_with_the_same_title_are_told_apart(folder: Path, run: Run) -> None:
    for title, day in (
        ("Nota", "2031-03-10"),
        ("nota", "2031-03-11"),
        ("Brief", "2031-03-12"),
        ("Brief", "2031-03-13"),
    ):
        run("add", "raad", "deadline", title, "--due", day)
    assert run("done", "raad", "nota").code == 0
    assert "  - title: nota\n    due: 2031-03-11\n    done: true\n" in text(folder)
    assert "Brief (Wed 12 Mar 2031); Brief (Thu 13 Mar 2031)" in run("done", "raad", "Brief").err


def test_move_accepts_naar_before_the_new_date(folder: Path, run: Run) -> None:
    assert run("move", "raad", "commissiedebat", "naar", "woensdag", "12", "maart", "2031").code == 0
    assert run("move", "raad", "naar", "19", "maart", "2031").code == 0
    assert "    when: 2031-03-12\n" in text(folder)
    assert "moved_to: 2031-03-19\n" in text(folder)


INVALID = (
    ("done", "raad", "report", "--on", "next Tuesday"),
    ("done", "raad", "report", "--on", "2031-03-05"),
    ("done", "raad", "report", "--on", "2031-03"),
    ("done", "raad", "report", "--on", "after 2099-01-01"),
    ("done", "raad", "report", "--paper", "geen nummer"),
    ("move", "raad", "ooit"),
    ("move", "raad", "debate", "ooit"),
    ("move", "raad", "donderdag", "19", "maart", "2031"),
    ("move", "raad", "debate", "donderdag", "19", "maart", "2031"),
    ("add", "raad", "deadline", "Nota", "--due", "donderdag 19 maart 2031"),
    ("add", "raad", "deadline", "Nota", "--due", "vóór donderdag 19 maart 2031"),
    ("add", "raad", "deadline", "Nota", "--due", "20 februari"),
    ("add", "raad", "document", "99 001, nr. 12", "--date", "20 maart"),
    ("done", "raad", "report", "--on", "20 maart"),
    ("add", "raad", "point"),
    ("add", "raad", "point", "Een", "--due", "morgen"),
    ("add", "raad", "deadline", "Nota", "--due", "ooit"),
    ("add", "raad", "deadline", "Nota", "--due", "voor het zomerreces"),
    ("add", "raad", "figure", "Kosten", "--amount", "veel"),
    ("add", "raad", "figure", "Kosten", "--amount", "12.500"),
    ("done", "nergens", "x"),
)


def test_invalid_input_changes_nothing(folder: Path, run: Run) -> None:
    for arguments in INVALID:
        ran = run(*arguments)
        assert (ran.code in {1, 2}, bool(ran.err)) == (True, True), arguments
        assert text(folder) == RAAD, arguments


def test_errors_name_the_typed_input_and_not_the_file(folder: Path, run: Run) -> None:
    assert (
        "“voor het zomerreces” is not a date"
        in run("add", "raad", "deadline", "Nota", "--due", "voor het zomerreces").err
    )
    ran = run("add", "raad", "deadline", "Nota", "--due", "voor het bal")
    assert "nothing in the agenda is called “het bal”" in ran.err
    assert "write a date, or count from: meeting, " in ran.err
    ran = run("add", "raad", "deadline", "Nota", "--due", "1 day before nazit-0")
    assert "nothing in the agenda is called “nazit-0”" in ran.err, "as it is typed, not as it is looked up"
    assert "has errors" not in ran.err
    assert "is not a year" in run("add", "top", "figure", "Kosten", "--year", "2027,5").err


@pytest.mark.parametrize(
    ("typed", "whole", "decimal"),
    [("12.500", "12500", "12.5"), ("12,000", "12000", "12.0"), ("1,125", "1125", "1.1250")],
)
def test_an_ambiguous_amount_is_refused_with_both_readings(
    folder: Path, run: Run, typed: str, whole: str, decimal: str
) -> None:
    add = ("add", "raad", "figure", "Kosten", "--dry-run", "--amount")
    assert f"write {whole} or {decimal}" in run(*add, typed).err
    assert f"    amount: {whole}\n" in run(*add, whole).out
    assert run(*add, decimal).code == 0


def test_a_file_with_errors_is_not_changed(folder: Path, run: Run) -> None:
    (folder / "raad.yaml").write_text("title: Raad\nwhen: ooit\n", encoding="utf-8")
    ran = run("cancel", "raad")
    assert (ran.code, "has errors" in ran.err) == (3, True)
    assert text(folder) == "title: Raad\nwhen: ooit\n"


def test_done_on_a_carried_over_commitment_changes_the_original(folder: Path, run: Run) -> None:
    run("new", "raad-2", "--from", "raad", "--title", "Raad twee", "--when", "2031-09-01")
    assert run("done", "raad-2", "informeren").code == 0
    assert "    status: done\n" in text(folder)
    assert "status: done" not in (folder / "raad-2.yaml").read_text(encoding="utf-8")


def test_an_agenda_that_is_too_large_is_refused_at_once(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    (tmp_path / "groot-2031.yaml").write_bytes(b"title: Groot\nwhen: 2031-03-18\n" + b"\0" * 1_000_000)
    before = time.monotonic()
    ran = run("done", "groot-2031", "x")
    assert ran.code == 3
    assert time.monotonic() - before < 30  # 10 MB of it took minutes


def test_each_change_is_summarised_in_words(folder: Path, run: Run) -> None:
    assert "Woordvoeringslijnen  open  done" in run("done", "raad", "woordvoering").out
    assert "Woordvoeringslijnen  done  open" in run("done", "raad", "woordvoering", "--not").out
    assert "Verslag naar de Kamer  open  done" in run("done", "raad", "verslag").out  # a standard deadline
    added = run("add", "raad", "deadline", "Brief", "--due", "5 workdays before meeting")
    assert "Brief         Tue 11 Mar 2031  ◕ in 7 days" in added.out
    saturday = run("add", "raad", "deadline", "Nota", "--due", "11 days after meeting").out
    assert re.search(r"Nota \(no working day: by Fri 28 Mar 2031\) +Sat 29 Mar 2031 +◑ in 24 days", saturday)
    assert "Geheime nota" not in run("move", "raad", "2031-03-20").out


def test_done_refuses_an_event(folder: Path, run: Run) -> None:
    ran = run("done", "raad", "commissiedebat")
    assert ran.code == 2
    assert "“Commissiedebat” is an event" in ran.err


def test_done_changes_a_carried_over_commitment_where_it_counts(folder: Path, run: Run) -> None:
    later = "title: Later\nwhen: 2031-06-18\ncommitments:\n  - title: Kamer informeren\n    carried_from: {}\n"
    (folder / "later.yaml").write_text(later.format("raad"), encoding="utf-8")
    run("done", "later", "informeren")
    assert "    status: done\n" in text(folder)
    (folder / "later.yaml").write_text(later.format("nergens"), encoding="utf-8")
    run("done", "later", "informeren")
    assert "    status: done\n" in (folder / "later.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("move raad woordvoering 12 maart 2031", "“Woordvoeringslijnen” is no event", "brief done"),
        ("cancel raad verslag", "“Verslag naar de Kamer” is no event", "brief done"),
        ("cancel raad informeren", "“Kamer informeren” is no event", "brief done"),
        ("done raad commissiedebat", "“Commissiedebat” is an event", "brief move"),
        ("move raad bal 12 maart 2031", "nothing in the agenda is called “bal”", "it has: Commissiedebat"),
        ("move top bal 12 maart 2031", "nothing in the agenda is called “bal”", "it has none yet; brief add"),
    ],
)
def test_a_thing_of_another_kind_says_what_to_do(folder: Path, run: Run, words: str, message: str, hint: str) -> None:
    ran = run(*words.split())
    assert message in ran.err
    assert hint in ran.err
    assert text(folder) == RAAD


def test_done_without_words_lists_what_can_be_done(folder: Path, run: Run) -> None:
    ran = run("done", "raad")
    assert ran.code == 1
    said = "brief: Which of these\nbrief: Woordvoeringslijnen; Kamer informeren (Tue 1 Apr 2031); Verslag naar de Kamer"
    assert ran.err.startswith(said)  # and not the withheld one
    assert text(folder) == RAAD
    assert "there is nothing to choose" in run("done", "top").err
    (folder / "een.yaml").write_text("title: Een\nwhen: 2031-06-01\ndeadlines:\n  - title: Nota\n", encoding="utf-8")
    only = run("done", "een")
    assert (only.code, "Which of these" in only.err) == (1, True), "the only one is not taken unasked"


def test_a_part_of_two_ids_lists_both_with_their_public_dates(folder: Path, run: Run) -> None:
    (folder / "raad-2.yaml").write_text("title: Lantaarn\nwhen: 2031-05-20\npublic: false\n", encoding="utf-8")
    (folder / "raad-3.yaml").write_text("title: Raad\nwhen: 2031-04-20\n", encoding="utf-8")
    ran = run("release", "raad-")
    assert "“raad-” fits 2 meetings, the newest first" in ran.err
    assert "raad-3  Sun 20 Apr 2031, in 47 days" in ran.err
    assert "May" not in ran.err


def test_a_motion_can_be_added(folder: Path, run: Run) -> None:
    run("add", "raad", "toezegging", "Motie Jansen", "--kind", "motion", "--due", "2031-04-02")
    assert "  - title: Motie Jansen\n    kind: motion\n    due: 2031-04-02\n" in text(folder)
    assert "--when does not go with toezegging" in run("add", "raad", "toezegging", "X", "--when", "2031-04-02").err
