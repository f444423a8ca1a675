"""The first day of a person who has never seen YAML: from an empty folder, by commands alone, on a real terminal."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.terminals import Terminal
from tests.conftest import Run

pytestmark = pytest.mark.posix

MEMO = """\
Aan: de minister
Beslisnota

Onderwerp
Geannoteerde agenda voor de proefraad van 20 mei 2031

Aanleiding
De proefraad komt op 20 mei 2031 bijeen in Brussel.

Geadviseerd besluit
U wordt gevraagd in te stemmen met de geannoteerde agenda.

Kernpunten
- De raad spreekt over de proef.
"""
# A part of each question, and the answer that is typed
FIRST_MEETING = [
    ("What meeting is it", "DMM maart 2031"),
    ("When", "18 maart 2031"),
    ("Series", ""),
    ("Body", "NATO"),
    ("Kind", ""),  # Enter takes the kind of meeting for which NATO has standard deadlines
    ("Place", "Brussel"),
    ("asked to decide", "Instemmen met de brief"),
    ("standard deadlines", ""),
]


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in a folder. Commands that run in this process use the same folders."""
    (tmp_path / "memo.txt").write_text(MEMO, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / ".state"))
    monkeypatch.setenv("BRIEF_TODAY", "2031-02-03")
    monkeypatch.delenv("BRIEF_AGENDAS")
    return Terminal(tmp_path, {"BRIEF_TODAY": "2031-02-03"})


def test_a_whole_first_day_by_commands_alone(
    terminal: Terminal, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = terminal.run(
        "deadlines",
        answers=[
            ("brief init", "y"), ("NATO", "y"), ("EU", "y"), ("House", "n"), ("first meeting now", "y"), *FIRST_MEETING,
        ],
    )  # fmt: skip
    assert begun.code == 0, begun.screen
    agenda = tmp_path / "agendas" / "dmm-2031-03.yaml"
    assert "when: 2031-03-18\n" in agenda.read_text(encoding="utf-8")
    assert "“18 maart 2031” is read as Tue 18 Mar 2031" in begun.screen

    second = terminal.run(
        "new",
        answers=[
            ("What meeting is it", "DMM juni 2031"), ("When", "juni 2031"), ("Series", "dmm"), ("Body", ""),
            ("Kind", ""), ("Place", ""), ("asked to decide", ""), ("standard deadlines", "n"),
        ],
    )  # fmt: skip
    assert second.code == 0, second.screen
    text = (tmp_path / "agendas" / "dmm-2031-06.yaml").read_text(encoding="utf-8")
    assert "body: NATO\n" in text  # as in the previous edition
    assert "drops:\n" in text

    # Commands that ask nothing can run in this process
    monkeypatch.setenv("COLUMNS", "80")
    shown = run("deadlines").out
    assert "Geannoteerde agenda naar de Kamer" in shown
    assert max(map(len, shown.splitlines())) <= 80

    assert run("import", "memo.txt", "--id", "proefraad-2031-05").code == 0

    done = run("done", "dmm-2031-03", "annotated", "--paper", "99001-12")
    assert done.code == 0, done.err
    assert "+     done: true" in done.out

    moved = run("move", "dmm-2031-03", "25-03-2031")
    assert moved.code == 0, moved.err
    assert re.search(r"Woordvoeringslijnen +Mon 17 Mar 2031 +Mon 24 Mar 2031", moved.out)

    chosen = terminal.run("show", "dmm", answers=[("Which one", "2")])
    assert "DMM maart 2031" in chosen.screen
    assert "This meeting was moved" in chosen.screen

    cancelled = run("cancel", "dmm-2031-03")
    assert "No longer due" in cancelled.out
    assert "Woordvoeringslijnen" in cancelled.out
    assert "status: cancelled\n" in agenda.read_text(encoding="utf-8")
    assert "This meeting is cancelled." in run("show", "agendas/dmm-2031-03.yaml").out

    undone = run("undo")
    assert undone.code == 0, undone.err
    assert "status: moved\n" in agenda.read_text(encoding="utf-8")
    assert run("check").code == 0

    # Undo leaves a file alone that was changed since
    assert run("add", "dmm-2031-03", "point", "Een", "punt").code == 0
    agenda.write_text(agenda.read_text(encoding="utf-8") + "# met de hand\n", encoding="utf-8")
    refused = run("undo")
    assert refused.code == 3
    assert "changed since" in refused.err
    assert "Een punt" in agenda.read_text(encoding="utf-8")


def test_an_empty_folder_says_what_to_do(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    for command, code in (("deadlines", 1), ("list", 1), ("next", 1), ("show x", 1), ("done x y", 1), ("check", 0)):
        ran = run(*command.split())
        assert ran.code == code
        assert ran.err.count("brief new writes one, brief import MEMO makes one of a memo") == 1


def test_missing_arguments_are_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    agenda = tmp_path / "agendas" / "dmm-2031-03.yaml"
    agenda.parent.mkdir()
    agenda.write_text("title: DMM\nwhen: 2031-03-18\n", encoding="utf-8")
    added = terminal.run(
        "add",
        "dmm",
        "deadline",
        answers=[("What is it called", "Nota"), ("Due", "next Tuesday"), ("Due", "morgen"), ("Who", "")],
    )
    assert added.code == 0, added.screen
    assert "can mean two dates; write 2031-02-04 or 2031-02-11" in " ".join(added.screen.split())
    assert "due: 2031-02-04\n" in agenda.read_text(encoding="utf-8")
    asked = [
        ("What is it called", "Diner"),
        ("What kind (debate, written consultation, side meeting", ""),
        ("When", ""),
    ]
    assert terminal.run("add", "dmm", "event", answers=[*asked, ("Where", "")]).code == 0


def test_undo_says_what_it_takes_back_and_asks(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "agendas" / "dmm-2031-03.yaml"
    file.parent.mkdir()
    terminal.run("new", "dmm-2031-03", "--title", "DMM", "--when", "2031-03-18")
    kept = terminal.run("undo", answers=[("Take back: dmm-2031-03 is written?", "n")])
    assert (kept.code, "nothing was changed" in kept.screen, file.exists()) == (0, True, True)
    terminal.run("undo", answers=[("Take back: dmm-2031-03 is written?", "")])
    assert not file.exists()


def test_a_calendar_is_not_shown_on_the_screen(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "dmm-2031-03.yaml").write_text("title: DMM\nwhen: 2031-03-18\n", encoding="utf-8")
    ran = terminal.run("export", "dmm")
    assert (ran.code, "BEGIN:VCALENDAR" in ran.screen, "--output FILE" in ran.screen) == (2, False, True)
    assert "BEGIN:VCALENDAR" in terminal.run("export", "dmm", "--output", "-").screen


@pytest.mark.parametrize(("language", "name"), [("en", "debates"), ("nl", "debatten")])
def test_standard_deadlines_are_named_in_the_language_of_the_user(
    run: Run, tmp_path: Path, language: str, name: str
) -> None:
    assert run("init", str(tmp_path), "--for", "house", "--lang", language).code == 0
    assert "brief.toml" in run("init", str(tmp_path), "--lang", language).err  # it stays as it is
    assert f'name = "{name}"' in (tmp_path / "agendas" / "brief.toml").read_text(encoding="utf-8")


def test_the_standard_debate_of_a_council_is_on_a_thursday_or_in_writing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("init", str(tmp_path), "--for", "eu").code == 0
    assert "188 consultations in" in (tmp_path / "agendas" / "brief.toml").read_text(encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path / "agendas"))
    council = "title: Milieuraad\nbody: EU\nkind: council\nwhen: 2031-06-17\n"
    own = "events: [{id: so, title: SO, kind: Inbreng schriftelijk overleg, when: 2031-06-10}]\n"
    for name, events in (("standard", ""), ("own", own)):
        (tmp_path / "agendas" / f"{name}.yaml").write_text(council + events, encoding="utf-8")
    assert "unknown-kind" not in run("check").out
    found = json.loads(run("deadlines", "--today", "2031-05-01", "-f", "json").out)
    debates = [(each["meeting"], each["date"], each["type"]) for each in found if each["kind"] == "event"]
    assert debates == [("own", "2031-06-10", "written consultation"), ("standard", "2031-06-12", "debate")]
