"""The worst that can happen: no withheld word appears in any output of any command, error messages included."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import agenda_texts

from briefcli.cli.app import run_command
from briefcli.cli.registry import COMMANDS

DAY = "2031-03-04"
# What a user, or a curious visitor, can ask of each command; {id} is the meeting with secrets, {secret} one of them
ASKED: dict[str, list[tuple[str, ...]]] = {
    "show": [("{id}",), ("{id}", "--urls"), ("{secret}",), ("plan", "--next")],
    "list": [(), ("--past",), ("--series", "{secret}"), ("--body", "{secret}")],
    "deadlines": [(), ("--all",), ("--meeting", "{id}", "--all"), ("--owner", "{secret}"), ("--kind", "{secret}")],
    "refs": [(), ("28676",), ("{secret}",), ("--check",)],
    "check": [()],
    "next": [(), ("--days", "400")],
    "commitments": [(), ("--owner", "{secret}"), ("--dossier", "{secret}")],
    "workdays": [("5", "before", "{secret}"), ("5", "before", "{secret}", "--meeting", "{id}")],
    "timeline": [(), ("{id}",), ("{secret}",)],
    "diff": [("plan-0", "plan-0"), ("{id}", "kapot"), ("{secret}",)],
    "export": [(), ("{id}",), ("{secret}",), ("{id}", "--to", "html"), ("{id}", "--to", "md")],
    "search": [("openbaar*",), ("{secret}",), ("text:{secret}",), ("{secret}*", "--in", "points"), ('"{secret}',)],
    "questions": [(), ("openbaar*",), ("{secret}",)],
    "cache": [()],
    "done": [("{id}", "{secret}", "--dry-run"), ("{id}", "e", "--dry-run")],
    "move": [("{id}", "2031-09-01", "--dry-run"), ("{id}", "{secret}", "2031-09-01", "--dry-run")],
    "cancel": [("{id}", "--dry-run"), ("{id}", "{secret}", "--dry-run")],
    "add": [("{id}", "point", "openbaar", "--dry-run"), ("{id}", "deadline", "openbaar", "--dry-run")],
    "changes": [()],
    "official": [(), ("match", "{id}"), ("practice",)],
}
# Commands that have one format of their own
FORMLESS = {"export", "done", "move", "cancel", "add"}
# Commands that print no agenda, or whose own tests hold them to this
ELSEWHERE: dict[str, str] = {
    "release": "asks before it shows; tests/cli/test_release.py",
    "import": "reads a memo; tests/cli/test_memo.py",
    "scan": "reads a text that it is given, and no agenda",
    "new": "prints the path of the new file",
    "edit": "shows what check shows; tests/cli/test_write_edit.py",
    "fmt": "prints paths and titles of codes; tests/cli/test_write_fmt.py",
    "schema": "prints the schema, which knows no agenda",
    "undo": "prints lines that a command printed before; tests/cli/test_change.py",
    "init": "makes a folder and reads none",
    "config": "prints the user's own settings",
    "completion": "prints a script; tests/cli/test_completion.py holds what it completes",
    "help": "prints help",
}


def run_here(*arguments: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    with mock.patch.multiple(sys, argv=["brief", *arguments], stdout=out, stderr=err):
        run_command()
    return out.getvalue() + err.getvalue()


def _questions(id_: str, secret: str) -> Iterator[tuple[str, ...]]:
    for command, asked in ASKED.items():
        for question in asked:
            yield (command, *(part.format(id=id_, secret=secret) for part in question))


def test_every_command_is_asked() -> None:
    assert ASKED.keys() | ELSEWHERE.keys() == COMMANDS.keys()


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(planted=st.lists(agenda_texts(), min_size=1, max_size=3))
def test_no_withheld_word_is_ever_printed(form: str, planted: list[tuple[str, list[str]]]) -> None:
    with TemporaryDirectory() as folder:
        for number, (text, _) in enumerate(planted):
            Path(folder, f"plan-{number}.yaml").write_text(text, encoding="utf-8")
        Path(folder, "kapot.yaml").write_text(planted[0][0] + '\nplace: "nooit gesloten\n', encoding="utf-8")
        environment = {"BRIEF_AGENDAS": folder, "BRIEF_TODAY": DAY, "XDG_CACHE_HOME": f"{folder}/.cache"}
        with mock.patch.dict(os.environ, environment):
            _assert_silent(form, [secret for _, secrets in planted for secret in secrets])


def _assert_silent(form: str, secrets: list[str]) -> None:
    asked_for = secrets[0] if secrets else "geheim"
    for question in _questions("plan-0", asked_for):
        formed = question if question[0] in FORMLESS else (*question, "--format", form)
        printed = run_here(*formed).replace("\r\n ", "")  # calendars break their lines anywhere
        assert "mistake in brief itself" not in printed
        echoed = {asked_for} if asked_for in question else set()  # what was typed may be named as not found
        leaked = [secret for secret in secrets if secret in printed and secret not in echoed]
        assert not leaked, question


def test_internal_shows_and_marks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: T\nwhen: 2031-03-18\nkey_points:\n  - {text: GEHEIM, public: false, ground: Woo 5.1.2b}\n"
    (tmp_path / "t.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    assert "[withheld: Woo 5.1.2b]" in run_here("show", "t")
    assert "GEHEIM ⟨not public: Woo 5.1.2b⟩" in run_here("show", "t", "--internal")
    monkeypatch.setenv("BRIEF_INTERNAL", "1")
    assert "GEHEIM ⟨not public: Woo 5.1.2b⟩" in run_here("show", "t")
    monkeypatch.setenv("BRIEF_INTERNAL", "misschien")
    assert "GEHEIM" not in run_here("show", "t")


@pytest.mark.parametrize("command", ["list", "deadlines", "commitments", "next", "timeline"])
def test_what_only_internal_eyes_see_is_marked_in_every_list(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.yaml").write_text(
        "title: {text: GEHEIM A, public: false}\nwhen: 2031-03-18\n"
        "commitments:\n  - {title: GEHEIM B, due: 2031-03-10, public: false}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("BRIEF_TODAY", DAY)
    assert "GEHEIM" not in run_here(command)
    lines = [line for line in run_here(command, "--internal").splitlines() if "GEHEIM" in line]
    assert lines
    assert all("not public" in line for line in lines)
