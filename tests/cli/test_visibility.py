"""Two agendas that differ only in withheld text have the same public output: words, counts and exit codes."""

import re
from pathlib import Path

import pytest
from tests.agendas import DEBATE_RHYTHM
from tests.conftest import Run

_QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("show", "raad"), ("deadlines", "--all"), ("refs",), ("check",), ("commitments",), ("search", "inzet"),
    ("list", "--past"), ("refs", "--check"), ("next",), ("timeline",), ("diff", "raad", "ander"), ("search", "debat*"),
)  # fmt: skip
# What is withheld: kind, day, due date, paper, id and words
_CONTENTS = (
    ("debate", "2031-03-08", "2031-03-01", "28 676, nr. 427", "debat-1", "De inzet is tegen"),
    ("visit", "2031-05-30", "5 days after debat-1", "bijlage 3", "reis", "Op maandag 18 maart 2031 inzet in het debat"),
)  # fmt: skip
_AGENDA = """\
title: Raad
when: 2031-03-15
series: raad
body: EU
kind: council
key_points:
  - Onze inzet
  - text: {5}
    public: false
sessions:
  - title: Besloten deel
    when: {1}
    public: false
events:
  - title: Besloten
    id: {4}
    kind: {0}
    when: {1}
    public: false
deadlines:
  - title: Lijnen
    due: 2 days before debate
  - title: {5}
    id: {4}-af
    due: {2}
    public: false
commitments:
  - title: {5}
    due: {2}
    ref: {3}
    public: false
documents:
  - title: {5}
    ref: {3}
    date: {1}
    public: false
"""
_CLOCK = re.compile(r"(?:DTSTAMP|SEQUENCE|LAST-MODIFIED):.*")


def test_public_output_does_not_depend_on_withheld_days_and_papers_near_public_ones(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-04")
    (tmp_path / "ander.yaml").write_text(
        "title: Ander\nwhen: 2031-03-15\ndocuments: [{ref: kst-28676-427, date: 2031-01-01}]\n", encoding="utf-8"
    )
    (tmp_path / "brief.toml").write_text(DEBATE_RHYTHM, encoding="utf-8")
    seen = []
    for content in _CONTENTS:
        (tmp_path / "raad.yaml").write_text(_AGENDA.format(*content), encoding="utf-8")
        seen.append([run(*question, "--format", form) for question in _QUESTIONS for form in ("table", "json")])
        exported = run("export")
        exported.out = _CLOCK.sub("", exported.out)
        seen[-1].append(exported)
    assert seen[0] == seen[1]
    assert not any("mistake in brief itself" in each.err for each in seen[0])
