"""No withheld word is in any output of any command, error messages included.

Agendas are generated at random, with secrets in every place, under correct and misspelt marks. Each agenda has a twin
with other secrets: every command must print the same for both, in every format, with the same exit code.
BRIEF_TEST_LEAKS=100 tries a hundred sets of agendas, different ones each time.
"""

import io
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest import mock

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, assume, given, note, settings
from hypothesis import strategies as st
from tests.agendas import DEBATE_RHYTHM
from tests.cli.questions import (
    BESIDES,
    CHANGED,
    COMPLETED,
    ELSEWHERE,
    EXPORTED,
    FORMATS,
    LOOKED,
    NOT_ASKED,
    PAPERS,
    TAB,
    TABLES,
)
from tests.cli.steady import steady
from tests.conftest import TESTS
from tests.export.made import everything_in
from tests.strategies import Planted, planted_agendas
from tests.word_template import FILE as OWN_TEMPLATE

from briefcli.cli.app import run_command
from briefcli.cli.registry import SUMMARIES
from briefcli.completing import WORDS, Program, offers

DAY = "2031-03-04"
SETS = int(os.environ.get("BRIEF_TEST_LEAKS", "1"))
MEMO = (
    "TER BESLISSING\nDatum\n3 maart 2031\n\nAanleiding\nDe Kamer vroeg om een brief over de dijken.\n\nKernpunten\n"
    "- De dijken zijn af.\n- (vertrouwelijk) De kosten niet.\n"
)


class Said(msgspec.Struct):
    """What a command did: its exit code, what it printed and what it wrote to a file."""

    code: int
    text: str


def test_every_command_is_covered() -> None:
    asked = {*LOOKED, "export", *(each[0] for each in CHANGED)}
    assert asked | ELSEWHERE.keys() == SUMMARIES.keys()
    assert not asked & ELSEWHERE.keys()


def test_every_option_that_reads_agendas_is_covered() -> None:
    asked = [(name, *each) for some in (LOOKED, BESIDES) for name, questions in some.items() for each in questions]
    asked += [*(("export", *each) for each in EXPORTED), *CHANGED]
    program = Program(Path(WORDS).read_text(encoding="utf-8"))
    missing = [
        (name, word.options)
        for name in program.commands
        if name.split()[0] not in ELSEWHERE and name != "official add"
        for word in program.options(name)
        if word.command == name
        and not {*NOT_ASKED[""], *NOT_ASKED.get(name, ())} & {*word.options}
        and not any(" ".join(each).startswith(name) and {*word.options} & {*each} for each in asked)
    ]
    assert missing == []


@settings(max_examples=SETS, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(
    planted=st.lists(planted_agendas(withheld_as_a_whole=True, slips=True), min_size=6, max_size=6),
    chance=st.randoms(use_true_random=False),
)
def test_public_output_does_not_depend_on_withheld_text(planted: list[Planted], chance: Random) -> None:
    secrets = [secret for each in planted for secret in each.secrets]
    assume(secrets)  # the first example of Hypothesis hides nothing
    words = {
        "secret": next((each for each in secrets if each.startswith("ZILVER")), "ZILVER0000X"),
        "open": next(
            (word for each in planted for word in each.publics if word.startswith("OPENBAAR")), "OPENBAAR0000X"
        ),
    }
    questions = [tuple(part.format(**words) for part in each) for each in _questions(chance)]
    with TemporaryDirectory() as folder:
        own = {"BRIEF_MINE": words["open"], "BRIEF_LANG": chance.choice(("en", "nl"))}
        one, other = (_told(Path(folder), texts, questions, own) for texts in (
            [each.text for each in planted], [each.twin for each in planted],
        ))  # fmt: skip
    for question, said, of_twin in zip(questions, one, other, strict=True):
        assert "mistake in brief itself" not in said.text, question
        assert "brief.toml:" not in said.text, question  # otherwise no command would have read the agendas
        echoed = {
            each for each in secrets if any(each in part for part in question)
        }  # a message may repeat what was typed
        leaked = [secret for secret in secrets if secret in said.text and secret not in echoed]
        if leaked or said != of_twin:
            for each in planted:
                note(each.text)
        assert not leaked, question
        assert said == of_twin, question


def _questions(chance: Random) -> Iterator[tuple[str, ...]]:
    """Each question once, in a random format. Commands that change files come last."""
    besides = [(command, question) for command, asked in BESIDES.items() for question in asked]
    looked = [(command, question) for command, asked in LOOKED.items() for question in asked]
    for command, question in looked + (besides if SETS > 2 else chance.sample(besides, 12)):
        forms = FORMATS.get(command, TABLES)
        if command in {"fmt", "completion"} or "--print-urls" in question:
            yield (command, *question)
        elif "week.eml" in question:
            yield (command, *question[:-2], "--format", "eml", *question[-2:])
        else:
            yield (command, *question, "--format", chance.choice(forms))
    for question in COMPLETED:
        yield (TAB, *question)
    for question in EXPORTED:
        yield ("export", *question)
    paper = chance.choice(PAPERS)
    yield ("export", "plan-0", "plan-1", "--to", paper, "-o", f"out.{paper}")
    yield from CHANGED


def _told(folder: Path, texts: list[str], questions: list[tuple[str, ...]], own: dict[str, str]) -> list[Said]:
    """Ask the questions about these agendas, in a new folder and with these settings of the user."""
    shutil.rmtree(folder / "work", ignore_errors=True)
    agendas = folder / "work" / "agendas"
    shutil.copytree(TESTS / "official" / "files", agendas / "official")
    (agendas / "brief.toml").write_text(DEBATE_RHYTHM, encoding="utf-8")
    shutil.copy(OWN_TEMPLATE, folder / "work" / "house.docx")
    (folder / "work" / "memo.txt").write_text(MEMO, encoding="utf-8")
    environment = {
        "BRIEF_AGENDAS": str(agendas), "BRIEF_TODAY": DAY, "XDG_CACHE_HOME": str(folder / "work" / "cache"),
        "XDG_STATE_HOME": str(folder / "work" / "state"), "EDITOR": "true", "VISUAL": "true", **own,
    }  # fmt: skip
    with mock.patch.dict(os.environ, environment), chdir(folder / "work"):
        if SETS > 2:  # commit an earlier version with other secrets
            _write(agendas, [text.replace("ZILVER", "EERDER") for text in texts])
            _commit(agendas)
        _write(agendas, texts)
        return [_said(question) for question in questions]


def _write(agendas: Path, texts: list[str]) -> None:
    for number, text in enumerate(texts):
        (agendas / f"plan-{number}.yaml").write_text(text, encoding="utf-8")
    (agendas / "kapot.yaml").write_text(texts[0] + '\nplace: "nooit gesloten\n', encoding="utf-8")


def _commit(agendas: Path) -> None:
    name = {"GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@t", "GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@t"}
    date = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z"}
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "x")):
        subprocess.run(["git", *command], cwd=agendas, env={**os.environ, **name, **date}, check=True)


def _said(question: tuple[str, ...]) -> Said:
    if question[0] == TAB:
        return Said(0, repr(offers(list(question[1:]), os.environ)))
    file = Path(question[-1]) if "-o" in question and question[-1] != "-" else None
    code, text = run_here(*question)
    if file is not None and file.exists():
        made = sorted(file.rglob("*.*")) if file.is_dir() else [file]  # several meetings become a folder of web pages
        text += "\n".join(f"{each}\n{_held(each)}" for each in made)
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    return Said(code, steady(text))


def _held(file: Path) -> str:
    if file.suffix != ".db":
        return everything_in(file.suffix[1:], file.read_bytes())
    with sqlite3.connect(file) as connection:
        return "\n".join(connection.iterdump()) + file.read_bytes().decode("latin-1")


def run_here(*arguments: str) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    answers = io.StringIO("y\n" * 20)
    with mock.patch.multiple(sys, argv=["brief", *arguments], stdin=answers, stdout=out, stderr=err):
        code = run_command()
    return code, f"{out.getvalue()}{err.getvalue()}"


def test_internal_shows_withheld_text_with_a_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: T\nwhen: 2031-03-18\nkey_points:\n  - {text: GEHEIM, public: false, ground: Woo 5.1.2b}\n"
    (tmp_path / "t.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    assert "[withheld: Woo 5.1.2b]" in run_here("show", "t")[1]
    assert "GEHEIM ⟨not public: Woo 5.1.2b⟩" in run_here("show", "t", "--internal")[1]
    monkeypatch.setenv("BRIEF_INTERNAL", "1")
    assert "GEHEIM ⟨not public: Woo 5.1.2b⟩" in run_here("show", "t")[1]
    monkeypatch.setenv("BRIEF_INTERNAL", "misschien")
    assert "GEHEIM" not in run_here("show", "t")[1]


@pytest.mark.parametrize("command", ["list", "deadlines", "commitments", "next", "timeline"])
def test_withheld_items_are_marked_in_every_internal_list(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.yaml").write_text(
        "title: {text: GEHEIM A, public: false}\nwhen: 2031-03-18\n"
        "commitments:\n  - {title: GEHEIM B, due: 2031-03-10, public: false}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("BRIEF_TODAY", DAY)
    public = run_here(command)[1]
    assert "GEHEIM" not in public
    assert "⟨not public" not in public  # which is the mark for what --internal shows
    lines = [line for line in run_here(command, "--internal")[1].splitlines() if "GEHEIM" in line]
    assert lines
    assert all("not public" in line for line in lines)
