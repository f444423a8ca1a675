"""The exported calendar, read back with an independent parser."""

import email
import email.policy
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject  # type: ignore[import-untyped]
from tests.conftest import SAMPLES, Run

from briefcli.cli.commands import export

FOLDER = SAMPLES / "planning"
Read = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def _planning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(FOLDER))
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-04")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[datetime]:
    """Let each export happen one second after the previous one."""
    moments = (datetime(2031, 3, 4, 9, tzinfo=UTC) + timedelta(seconds=number) for number in count())
    monkeypatch.setattr(export, "_moment", lambda _: next(moments))
    return moments


@pytest.fixture
def read(run: Run) -> Read:
    """Export a calendar and return its entries by title."""

    def read_(*arguments: str) -> dict[str, Any]:
        ran = run("export", *arguments)
        assert ran.code == 0, ran.err
        return _entries(ran.out)

    return read_


def _entries(text: str) -> dict[str, Any]:
    """The entries of a calendar, by title without the name of the meeting."""
    return {event.summary.value.partition(" · ")[0]: event for event in vobject.readOne(text).vevent_list}


def _agenda(folder: Path, text: str, name: str = "raad") -> None:
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_every_entry_is_on_its_day(read: Read) -> None:
    found = read("raad-2031-03")
    amsterdam = ZoneInfo("Europe/Amsterdam")
    meeting = found["Raad maart 2031"]
    assert meeting.dtstart.value == datetime(2031, 3, 18, 9, 30, tzinfo=amsterdam)
    assert meeting.dtend.value == datetime(2031, 3, 19, 13, 0, tzinfo=amsterdam)
    assert meeting.location.value == "Brussel"
    assert found["Commissiedebat"].dtstart.value == datetime(2031, 3, 11, 10, 0, tzinfo=amsterdam)
    lines = found["by this day: Woordvoeringslijnen"]
    assert (lines.dtstart.value, lines.dtend.value) == (date(2031, 3, 7), date(2031, 3, 8))  # the 10th is a day off
    assert "2031-03-10 is no working day" in lines.description.value
    assert "Owner: DCO" in lines.description.value
    assert found["Verslag"].dtstart.value == date(2031, 3, 28)  # a Friday
    assert "2031-03-29 is no working day, so it stands on the one before" in found["Verslag"].description.value
    assert "standard deadline of “raad”" in found["Verslag"].description.value
    assert found["Top"].dtend.value == date(2031, 6, 26)
    assert "✓ Dossier" in found


def test_a_deadline_before_a_time_is_at_that_time(read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    due = "{title: Nota, due: ../2031-03-04T12:00}, {title: Lijnen, due: ../2031-03-06T00:00}"
    _agenda(tmp_path, f"title: Raad\nwhen: 2031-03-18\ndeadlines: [{due}]\n")
    found = read()
    assert found["Nota"].dtstart.value == datetime(2031, 3, 4, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert found["by this day: Lijnen"].dtstart.value == date(2031, 3, 5)


def test_items_without_a_day_are_reported_as_left_out(run: Run) -> None:
    ran = run("export", "raad-2031-03")
    assert "left out: raad-2031-03: Ontbijt met bedrijven: before Tue 18 Mar 2031" in ran.err
    assert "left out: raad-2031-03: Gesprek achteraf: after Wed 19 Mar 2031" in ran.err
    assert "Ontbijt" not in ran.out
    listed = run("export").err
    assert "left out: overleg-undated: Later overleg: May 2031" in listed


def test_many_items_without_a_day_are_counted(run: Run, tmp_path: Path) -> None:
    events = "".join(f"  - title: Overleg {number}\n    when: unknown\n" for number in range(12))
    (tmp_path / "los.yaml").write_text(f"title: Los\nwhen: 2031-03-20\nevents:\n{events}", encoding="utf-8")
    lines = run("export", "--agendas", str(tmp_path), "los").err.splitlines()
    assert [line for line in lines if "Overleg" in line][-1].startswith("brief: left out: los: Overleg 9")
    assert "brief: left out: 2 more without a day; brief deadlines --all shows them" in lines


def test_two_exports_at_the_same_moment_are_identical(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_moment", lambda _: datetime(2031, 3, 4, 9, tzinfo=UTC))
    assert run("export", "--alarm", "1").out == run("export", "--alarm", "1").out


def test_the_time_stamp_is_the_current_time_on_the_given_day() -> None:
    now = datetime.now(UTC)
    today = now.astimezone().date()
    assert now <= export._moment(today) <= now + timedelta(minutes=1)
    assert now <= export._moment(today - timedelta(days=9000)) + timedelta(days=9000) <= now + timedelta(minutes=1)


def test_status_tells_cancelled_and_provisional(read: Read) -> None:
    found = read("overleg")
    assert found["Afgezegd overleg"].status.value == "CANCELLED"
    assert found["Stukken voor het afgezegde overleg"].status.value == "CANCELLED"
    assert found["Verplaatst overleg"].status.value == "TENTATIVE"
    assert found["Verplaatst overleg"].dtstart.value == date(2031, 4, 2)
    assert read("raad-2031-03")["Werkbezoek"].status.value == "CANCELLED"


@pytest.mark.usefixtures("clock")
def test_a_move_keeps_the_uid_and_raises_the_sequence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    text = (
        "title: Raad\nwhen: 2031-03-18\nevents:\n- {title: Ontbijt, when: 2031-03-17}\n"
        "deadlines:\n- {title: Brief, due: 2 days before meeting}\n"
    )
    states = (
        text,
        text.replace("title: Raad\n", "title: Raad\nstatus: moved\nmoved_to: 2031-04-01\n"),
        text.replace("title: Raad\n", "title: Raad\nstatus: moved\n"),
        text.replace("title: Raad\n", "title: Raad\nstatus: cancelled\n"),
    )
    found = []
    for state in states:
        _agenda(tmp_path, state)
        found.append(_entries(run("export").out))
    assert len({each["Raad"].uid.value for each in found}) == 1
    assert [each["Raad"].dtstart.value for each in found] == [
        date(2031, 3, 18), date(2031, 4, 1), date(2031, 3, 18), date(2031, 3, 18),
    ]  # fmt: skip
    assert [each["Raad"].status.value for each in found] == ["CONFIRMED", "CONFIRMED", "CANCELLED", "CANCELLED"]
    sequences = [int(each["Raad"].sequence.value) for each in found]
    assert sequences[0] < sequences[1] < sequences[2] < sequences[3]
    stamps = [each["Raad"].dtstamp.value for each in found]
    assert stamps[0] < stamps[1] < stamps[2] < stamps[3]
    assert found[1]["Brief"].dtstart.value == date(2031, 3, 28)  # the 30th is a Sunday
    assert found[0]["Brief"].uid.value == found[1]["Brief"].uid.value
    _agenda(tmp_path, text)  # planned again: the latest export still wins
    assert int(_entries(run("export").out)["Raad"].sequence.value) > sequences[3]


def test_inserting_an_event_does_not_change_uids(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    one = "  - {title: Debat, when: 2031-03-01}\n"
    _agenda(tmp_path, f"title: Raad\nwhen: 2031-03-18\nevents:\n{one}")
    before = _entries(run("export").out)
    _agenda(
        tmp_path, f"title: Raad, hernoemd\nwhen: 2031-03-18\nevents:\n  - {{title: Ontbijt, when: 2031-02-01}}\n{one}"
    )
    after = _entries(run("export").out)
    assert before["Debat"].uid.value == after["Debat"].uid.value
    assert before["Raad"].uid.value == after["Raad, hernoemd"].uid.value


@pytest.mark.parametrize(
    "own",
    [
        "events: [{id: debate, title: Debat met de Kamer, when: 2031-03-02}]",
        "events: [{id: Debate, title: Debat met de Kamer, when: 2031-03-02}]",
        "events: [{title: Debat met de Kamer, kind: debate, when: 2031-03-02}]",
        "deadlines: [{id: lines, title: Debat van lijnen, due: 2031-03-02}]",
    ],
)
def test_a_standard_item_keeps_its_uid_when_the_agenda_replaces_it(
    own: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    (tmp_path / "brief.toml").write_text(
        "[[rhythm]]\n"
        '[[rhythm.events]]\nid = "debate"\ntitle = "Debat"\nkind = "debate"\ndue = "7 days before meeting"\n'
        '[[rhythm.deadlines]]\nid = "lines"\ntitle = "Lijnen"\ndue = "3 days before meeting"\n',
        encoding="utf-8",
    )
    _agenda(tmp_path, "title: Raad\nwhen: 2031-03-18\n")
    before = {event.uid.value for event in vobject.readOne(run("export").out).vevent_list}
    _agenda(tmp_path, f"title: Raad\nwhen: 2031-03-18\n{own}\n")
    after = _entries(run("export").out)
    assert {event.uid.value for event in after.values()} == before
    assert any(name.startswith("Debat ") and event.dtstart.value == date(2031, 3, 2) for name, event in after.items())


def test_withheld_events_do_not_change_public_uids(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    hidden = "{title: Debat, when: 2031-05-13, public: false, ground: x}"
    _agenda(tmp_path, f"title: Raad\nwhen: 2031-05-18\nevents: [{hidden}, {{title: Debat, when: 2031-05-15}}]\n")
    public, internal = (
        {event.dtstart.value: event.uid.value for event in vobject.readOne(ran.out).vevent_list}
        for ran in (run("export"), run("export", "--internal"))
    )
    assert public.items() <= internal.items()
    assert len(set(internal.values())) == 3


def test_of_two_files_with_one_id_the_first_is_exported(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    for folder, title, day in (("a", "Een", 1), ("b", "Twee", 2)):
        (tmp_path / folder).mkdir()
        text = f"title: {title}\nwhen: 2031-05-0{day}\ndocuments: [{{ref: kst-28676-{day}}}]\n"
        (tmp_path / folder / "raad.yaml").write_text(text, encoding="utf-8")
    for arguments in ((), ("raad",)):
        entries = vobject.readOne(run("export", *arguments).out).vevent_list
        assert [(each.summary.value, each.dtstart.value.day) for each in entries] == [("Een", 1)]
    ran = run("show", "raad")
    assert "Twee" not in ran.out
    assert "kst-28676-1.html" in ran.out
    assert "kst-28676-2" not in ran.out
    assert "b/raad.yaml" in ran.err


def test_all_uids_differ(run: Run) -> None:
    uids = [event.uid.value for event in vobject.readOne(run("export").out).vevent_list]
    assert len(uids) == len(set(uids)) > 10


@pytest.mark.parametrize(
    ("day", "offset"),
    [("2031-03-29", 1), ("2031-03-31", 2), ("2031-10-25", 2), ("2031-10-27", 1), ("2045-07-01", 2), ("2031-12-31", 1)],
)
def test_times_are_right_across_daylight_saving_changes(
    day: str, offset: int, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    _agenda(tmp_path, f"title: Raad\nwhen: {day}T09:30/{day}T11:00\n")
    meeting = _entries(run("export").out)["Raad"]
    assert meeting.dtstart.value.hour == 9
    assert meeting.dtstart.value.utcoffset() == timedelta(hours=offset)


def test_another_time_zone_is_exported_with_rules(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    _agenda(
        tmp_path,
        "title: Top\nwhen: 2031-07-09T10:00\ntimezone: America/New_York\nevents:\n"
        "- {title: Debat, kind: debate, when: 2031-07-02T20:00}\n",
    )
    out = run("export").out
    assert "TZID:America/New_York" in out
    assert _entries(out)["Top"].dtstart.value.utcoffset() == timedelta(hours=-4)
    assert _entries(out)["Debat"].dtstart.value.utcoffset() == timedelta(hours=2)  # in The Hague


def test_year_ends_and_leap_days_are_exported(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    _agenda(tmp_path, "title: Schrikkel\nwhen: 2032-02-29\n", "a")
    _agenda(tmp_path, "title: Oud en nieuw\nwhen: 2031-12-31/2032-01-01\n", "b")
    _agenda(tmp_path, "title: Einde\nwhen: 9999-12-31\n", "c")
    _agenda(tmp_path, "title: Slot\nwhen: 9999-12-30T10:00/9999-12-31\n", "d")
    found = _entries(run("export").out)
    assert found["Schrikkel"].dtend.value == date(2032, 3, 1)
    assert found["Oud en nieuw"].dtend.value == date(2032, 1, 2)
    # Both end on the last day of the calendar, after which no end can be written: they have a duration instead
    assert found["Einde"].duration.value == timedelta(days=1)
    assert found["Slot"].dtstart.value.replace(tzinfo=None) == datetime(9999, 12, 30, 10, 0)  # noqa: DTZ001  # local
    assert found["Slot"].duration.value == timedelta(days=1, hours=14)


def test_alarms_are_set_on_request_but_not_for_cancelled_items(read: Read) -> None:
    assert not hasattr(read("raad-2031-03")["Verslag"], "valarm")
    found = read("--alarm", "2")
    assert found["Verslag"].valarm.trigger.value == timedelta(days=-2, hours=9)
    assert found["Raad maart 2031"].valarm.trigger.value == timedelta(days=-2)
    assert not hasattr(found["Afgezegd overleg"], "valarm")


def test_nothing_withheld_is_exported(run: Run) -> None:
    for arguments in ((), ("raad-2031-03",), ("verborgen",), ("--alarm", "1")):
        ran = run("export", *arguments)
        unfolded = (ran.out + ran.err).replace("\r\n ", "")
        assert ("BEGIN:VEVENT" in unfolded) is ("verborgen" not in arguments)
        assert "GEHEIM" not in unfolded
        assert "withheld" not in unfolded.replace("[withheld: Woo 5.1.2a]”", "")
        hidden = ("20310306", "20310305", "START;VALUE=DATE:20310308", "20310308T", "20310309")
        assert not any(day in unfolded for day in hidden)


def test_internal_marks_withheld_entries_and_those_derived_from_them(read: Read) -> None:
    found = read("--internal")
    secret = {name for name, entry in found.items() if hasattr(entry, "class")}
    assert all(found[name].summary.value.endswith(" ⟨not public⟩") for name in secret)
    confidential = {name.removesuffix(" ⟨not public⟩") for name in secret}
    assert confidential >= {
        "GEHEIM vooroverleg", "GEHEIM stuk", "GEHEIM toezegging", "GEHEIM overleg", "GEHEIM diner",
        "Stuk voor het vooroverleg",
    }  # fmt: skip
    assert not confidential & {"Raad maart 2031", "Commissiedebat", "by this day: Woordvoeringslijnen"}


def test_an_internal_calendar_is_labelled_in_its_name_and_title(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", "raad-2031-03", "--internal", "-o", "k.ics").code == 0
    assert run("export", "--internal", "-o", "k/").code == 0
    assert run("next", "--days", "30", "--internal", "--format", "eml", "-o", "w.eml").code == 0
    assert sorted(each.name for each in tmp_path.glob("*.*")) == [
        "k-INTERN-niet-openbaar.ics",
        "w-INTERN-niet-openbaar.eml",
    ]
    assert all("INTERN-niet-openbaar" in each.name for each in (tmp_path / "k").iterdir())
    calendar = (tmp_path / "k-INTERN-niet-openbaar.ics").read_text(encoding="utf-8")
    assert "X-WR-CALNAME:raad-2031-03 (INTERN – niet openbaar)" in calendar
    mail = email.message_from_bytes((tmp_path / "w-INTERN-niet-openbaar.eml").read_bytes(), policy=email.policy.default)
    assert "INTERN – niet openbaar" in mail["Subject"]
    texts = [each.get_content() for each in mail.walk() if not each.is_multipart()]
    assert ["INTERN – niet openbaar" in each[:200] for each in texts] == [True, True]


def test_a_cancelled_meeting_keeps_its_commitments(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    _agenda(
        tmp_path,
        "title: Raad\nwhen: 2031-03-18\nstatus: cancelled\ncommitments:\n- {title: Brief, due: 2031-04-01}\n"
        "- {title: Nota, due: 2031-04-01, status: dropped}\ndeadlines:\n- {title: Lijnen, due: 2031-03-17}\n",
    )
    found = {title: entry.status.value for title, entry in _entries(run("export").out).items()}
    assert found == {"Raad": "CANCELLED", "Brief": "CONFIRMED", "Nota": "CANCELLED", "Lijnen": "CANCELLED"}


def test_text_from_a_file_cannot_inject_lines(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    hostile = r'title: "a, b; c\\nd\r\nBEGIN:VEVENT\x1b[31m é 😀"' + "\nwhen: 2031-03-18\n"
    _agenda(tmp_path, hostile)
    out = run("export").out
    (title,) = _entries(out)
    assert out.count("BEGIN:VEVENT\r\n") == 1
    assert "\x1b" not in out
    assert title.startswith("a, b; c")
    assert title.endswith("é 😀")
    assert all(len(line.encode()) <= 75 for line in out.split("\r\n"))


def test_a_calendar_is_written_to_a_file_or_the_error_is_reported(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "raad.ics"
    ran = run("export", "raad", "--to", "ics", "--output", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert _entries(file.read_bytes().decode()).keys() >= {"Raad maart 2031", "Raad november 2030"}
    refused = run("export", "raad", "-o", str(tmp_path / "nergens" / "raad.ics"))
    assert refused.code == 3
    assert "cannot be written" in refused.err


def test_a_folder_gets_a_calendar_for_each_series(run: Run, tmp_path: Path) -> None:
    assert run("export", "-o", str(tmp_path)).code == 0
    made = {file.name: file.read_bytes().decode() for file in tmp_path.glob("*.ics")}
    assert "raad.ics" in made
    assert len(made) > 1
    assert sum(len(vobject.readOne(text).vevent_list) for text in made.values()) == len(
        vobject.readOne(run("export").out).vevent_list
    )
    assert "X-WR-CALNAME:raad\r\n" in made["raad.ics"]


def test_series_with_the_same_file_name_share_a_calendar(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agendas = tmp_path / "agendas"
    agendas.mkdir()
    for name in ("Raad/EU", "raad eu"):
        text = f"title: {name}\nseries: {name}\nwhen: 2031-03-18\n"
        (agendas / f"{len(list(agendas.iterdir()))}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(agendas))
    ran = run("export", "--output", f"{tmp_path}/new/")
    assert ran.out == f"{tmp_path / 'new' / 'raad-eu.ics'}\n"
    assert _entries((tmp_path / "new" / "raad-eu.ics").read_bytes().decode()).keys() == {"Raad/EU", "raad eu"}
    assert b"DESCRIPTION" not in (tmp_path / "new" / "raad-eu.ics").read_bytes()  # the title says it all
    for each in agendas.iterdir():
        each.write_text("title: Top\nseries: top\nwhen: 2031-03-18\n", encoding="utf-8")
    (tmp_path / "new" / "own.ics").write_text("BEGIN:VCALENDAR\r\n", encoding="utf-8")
    err = run("export", "--output", f"{tmp_path}/new/").err
    assert f"brief: {tmp_path / 'new' / 'raad-eu.ics'} is of an earlier export, and stays as it was\n" in err
    assert "own.ics" not in err


def test_an_entry_title_names_its_meeting(run: Run) -> None:
    out = run("export", "raad-2031-03").out.replace("\r\n ", "")
    assert "SUMMARY:Verslag · Raad maart 2031\r\n" in out
    assert "SUMMARY:Raad maart 2031\r\n" in out


def test_a_calendar_never_overwrites_an_agenda(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    _agenda(tmp_path, "title: Raad\nwhen: 2031-03-18\n")
    ran = run("export", "--to", "ics", "-o", str(tmp_path / "raad.yaml"))
    assert (ran.code, ran.out) == (2, "")
    assert "was not made by brief" in ran.err
    assert (tmp_path / "raad.yaml").read_text(encoding="utf-8").startswith("title: Raad")


def test_a_hyphen_as_output_means_standard_output(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "BEGIN:VCALENDAR" in run("export", "-o", "-").out
    assert not Path("-").exists()


def test_nothing_to_export_is_exit_code_one(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("export", "nergens").code == 1
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    assert run("export").code == 1


@pytest.mark.parametrize(
    ("name", "begins"), [("dmm.HTML", b"<!doctype html>"), ("dmm.md", b"# Raad"), ("dmm.ics", b"BEGIN:VCALENDAR")]
)
def test_the_file_extension_determines_the_format(run: Run, tmp_path: Path, name: str, begins: bytes) -> None:
    assert run("export", "raad-2031-03", "--output", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_missing_output_folder_is_reported(run: Run, tmp_path: Path) -> None:
    ran = run("export", "raad-2031-03", "--output", str(tmp_path / "no" / "dmm.md"))
    assert (ran.code, "make the folder first" in ran.err) == (3, True)


def test_a_folder_is_no_file_to_write(run: Run, tmp_path: Path) -> None:
    ran = run("export", "raad-2031-03", "--to", "md", "--output", str(tmp_path))
    assert (ran.code, "is a folder" in ran.err, "name one file in it" in ran.err) == (3, True, True)


def test_the_file_extension_of_another_format_is_refused(run: Run, tmp_path: Path) -> None:
    for to, name in (("docx", "nota.pdf"), ("ics", "nota.docx"), ("pdf", "nota.html")):
        ran = run("export", "raad-2031-03", "--to", to, "-o", str(tmp_path / name))
        assert (ran.code, (tmp_path / name).exists()) == (2, False)
        assert f"{name} is the name of a {name.rpartition('.')[2]} file" in ran.err


def test_the_name_of_a_file_without_its_option_is_recognised(run: Run) -> None:
    ran = run("export", "raad-2031-03", "Nota.DOCX")
    assert (ran.code, ran.out) == (2, "")
    assert "--output Nota.DOCX" in ran.err


def test_a_meeting_may_have_the_name_of_a_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nota.md.yaml").write_text("title: Overleg\nwhen: 2031-03-01\n", encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    assert "SUMMARY:Overleg" in run("export", "nota.md").out


@pytest.mark.parametrize("name", ["nota.doc", "deadlines.xlsx", "nota.rtf", "nota"])
def test_an_unsupported_file_extension_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    ran = run("export", "raad-2031-03", "-o", str(tmp_path / name))
    assert (ran.code, (tmp_path / name).exists()) == (2, False)
    assert "give it one of the extensions .ics, .docx, .pdf" in ran.err
