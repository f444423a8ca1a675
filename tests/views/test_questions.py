"""Questions with their answers, and texts to be spoken: those of one meeting and of all meetings."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Run

from briefcli.domain.agenda import minutes_of

OLD = """
title: Oud
when: 2030-03-01
series: raad
questions:
  - {question: Wat kost het?, answer: Drie miljoen., by: Lid Proef}
  - {question: Hoe lang duurt het?}
"""
NEW = """
title: Nieuw
when: 2031-03-01
series: raad
questions:
  - {question: Wat kosten de schepen?, answer: Vier miljoen., ref: "99 001, nr. 12"}
  - {question: GEHEIM A, answer: GEHEIM B, audience: minister, ground: Woo}
  - {question: Voor wie?, answer: {text: GEHEIM C miljoen, public: false, ground: Woo}}
speaking:
  - {text: GEHEIM D, public: false, ground: Woo}
"""


@pytest.fixture(autouse=True)
def _agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "oud.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "nieuw.yaml").write_text(NEW, encoding="utf-8")
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))


def asked(run: Run, *arguments: str) -> list[Any]:
    return [each["question"] for each in json.loads(run("questions", *arguments, "--format", "json").out)]


def test_the_latest_meeting_comes_first(run: Run) -> None:
    assert asked(run) == ["Wat kosten de schepen?", "Voor wie?", "Wat kost het?", "Hoe lang duurt het?"]


def test_a_record_says_whether_the_question_and_its_answer_are_public(run: Run) -> None:
    found = json.loads(run("questions", "--format", "json").out)
    assert [each["public"] for each in found] == [True, False, True, True]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["miljoen"], ["Wat kosten de schepen?", "Wat kost het?"]),
        (["schepen", "miljoen"], ["Wat kosten de schepen?"]),  # one in the question, the other in the answer
        (["proef"], ["Wat kost het?"]),
        (["answer:kost"], []),
    ],
)
def test_words_are_searched_in_all_fields_of_a_question(words: list[str], found: list[str], run: Run) -> None:
    assert asked(run, *words) == found
    assert run("questions", *words).code == (0 if found else 1)


def test_a_meeting_without_a_day_comes_last(run: Run, tmp_path: Path) -> None:
    (tmp_path / "later.yaml").write_text("title: L\nwhen: unknown\nquestions: [{question: Later?}]\n", encoding="utf-8")
    found = json.loads(run("questions", "-f", "json").out)
    assert [each["meeting"] for each in found][-1] == "later"


def test_only_internal_shows_questions_for_a_small_audience(run: Run) -> None:
    for command in (("questions",), ("show", "nieuw"), ("questions", "GEHEIM"), ("search", "miljoen"), ("check",)):
        assert "GEHEIM" not in run(*command).out
    assert asked(run, "--internal", "GEHEIM") == ["GEHEIM A", "Voor wie?"]


def test_public_true_overrides_a_small_audience(run: Run, tmp_path: Path) -> None:
    text = "title: T\nwhen: 2031-03-01\nquestions:\n  - {question: Q, audience: minister, public: true}\n"
    (tmp_path / "nieuw.yaml").write_text(text, encoding="utf-8")
    assert asked(run, "--series", "raad") == ["Wat kost het?", "Hoe lang duurt het?"]
    assert "Q" in asked(run)


def test_withheld_texts_add_no_speaking_time(run: Run) -> None:
    assert "minute" not in run("show", "nieuw").out
    assert json.loads(run("show", "nieuw", "--format", "json").out)["speaking_minutes"] == 0


def test_a_minute_is_130_words() -> None:
    assert minutes_of("woord " * 260) == 2.0


def test_an_open_question_is_carried_to_the_next_edition(run: Run, tmp_path: Path) -> None:
    assert run("new", "raad-2032", "--from", "oud", "--title", "T").code == 0
    text = (tmp_path / "raad-2032.yaml").read_text(encoding="utf-8")
    assert "question: Hoe lang duurt het?" in text
    assert "Wat kost het?" not in text


def test_diff_pairs_equal_questions_with_different_answers(run: Run, tmp_path: Path) -> None:
    changed = NEW.replace("Wat kosten de schepen?, answer: Vier", "Wat kost het?, answer: Vijf")
    (tmp_path / "nieuw.yaml").write_text(changed, encoding="utf-8")
    found = json.loads(run("diff", "oud", "nieuw", "--format", "json").out)["parts"]["questions"]
    assert [each["after"] for each in found["changed"]] == ["Wat kost het?: Vijf miljoen."]
    assert found["gone"] == ["Hoe lang duurt het?"]


def test_search_and_refs_find_questions_and_their_papers(run: Run) -> None:
    hits = json.loads(run("search", "schepen", "--in", "questions", "--format", "json").out)
    assert [each["where"] for each in hits] == ["questions[0].question"]
    (paper,) = json.loads(run("refs", "99001", "--format", "json").out)
    assert paper["cited_in"] == ["nieuw"]
