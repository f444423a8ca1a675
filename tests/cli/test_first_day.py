"""The first day of a person who has never seen YAML: from an empty folder, by commands alone, on a real terminal."""

import re
from pathlib import Path

import pytest
from tests.cli.terminals import Terminal

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
# What each question holds, and what the person types
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
def terminal(tmp_path: Path) -> Terminal:
    (tmp_path / "memo.txt").write_text(MEMO, encoding="utf-8")
    return Terminal(tmp_path, {"BRIEF_TODAY": "2031-02-03"})


def no_colours(text: str) -> str:
    return re.sub(r"\x1b\[[?0-9;]*[A-Za-z]", "", text)


def test_a_whole_first_day_by_commands_alone(terminal: Terminal, tmp_path: Path) -> None:
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
    assert "body: NATO\n" in text  # as the edition before has it
    assert "drops:\n" in text

    third = terminal.run(
        "new",
        answers=[
            ("What meeting is it", "Top van Oslo"), ("When", "11 en 12 juli 2031"), ("Series", "top"), ("Body", "NATO"),
            ("Kind", "summit"), ("Place", "Oslo"), ("asked to decide", ""), ("standard deadlines", ""),
        ],
    )  # fmt: skip
    assert third.code == 0, third.screen

    imported = terminal.run("import", "memo.txt", "--id", "proefraad-2031-05")
    assert imported.code == 0, imported.screen

    printed = no_colours(terminal.run("deadlines").screen).splitlines()
    shown = "\n".join(line for line in printed if "Reading agendas" not in line)  # a slow machine shows how far it is
    assert "Geannoteerde agenda naar de Kamer" in shown
    assert max(map(len, shown.splitlines())) <= 80

    done = terminal.run("done", "dmm-2031-03", "annotated", "--paper", "99001-12")
    assert done.code == 0, done.screen
    assert "+     done: true" in no_colours(done.screen)

    moved = terminal.run("move", "dmm-2031-03", "25-03-2031")
    assert moved.code == 0, moved.screen
    assert re.search(r"Woordvoeringslijnen +Mon 17 +Mon 24", no_colours(moved.screen)) or "Mon 24" in moved.screen

    chosen = terminal.run("show", "dmm", answers=[("Which one", "2")])
    assert "DMM maart 2031" in chosen.screen
    assert "This meeting was moved" in chosen.screen

    cancelled = terminal.run("cancel", "dmm-2031-03")
    assert "No longer due" in cancelled.screen
    assert "Woordvoeringslijnen" in cancelled.screen
    assert "status: cancelled\n" in agenda.read_text(encoding="utf-8")
    assert "This meeting is cancelled." in terminal.run("show", "agendas/dmm-2031-03.yaml").screen

    undone = terminal.run("undo")
    assert undone.code == 0, undone.screen
    assert "status: moved\n" in agenda.read_text(encoding="utf-8")
    assert terminal.run("check").code == 0


def test_a_file_that_changed_since_is_left_as_it_is(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("init", answers=[("NATO", ""), ("EU", ""), ("House", ""), ("first meeting", "y"), *FIRST_MEETING])
    terminal.run("add", "dmm", "point", "Een", "punt")
    agenda = tmp_path / "agendas" / "dmm-2031-03.yaml"
    agenda.write_text(agenda.read_text(encoding="utf-8") + "# met de hand\n", encoding="utf-8")
    refused = terminal.run("undo")
    assert refused.code == 3
    assert "changed since" in refused.screen
    assert "Een punt" in agenda.read_text(encoding="utf-8")


def test_what_is_not_given_is_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("init", answers=[("NATO", ""), ("EU", ""), ("House", ""), ("first meeting", "y"), *FIRST_MEETING])
    added = terminal.run(
        "add",
        "dmm",
        "deadline",
        answers=[("What is it called", "Nota"), ("Due", "next Tuesday"), ("Due", "morgen"), ("Who", "")],
    )
    assert added.code == 0, added.screen
    assert "can mean two dates; write 2031-02-04 or 2031-02-11" in " ".join(added.screen.split())
    assert "due: 2031-02-04\n" in (tmp_path / "agendas" / "dmm-2031-03.yaml").read_text(encoding="utf-8")
