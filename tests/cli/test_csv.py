"""The header of a CSV answer is the same with and without rows."""

from pathlib import Path

import pytest
from tests.conftest import TODAY, Run

ASKED = {
    "list": ((), ("--year", "1999")),
    "deadlines": (("--all",), ("--owner", "nobody at all")),
    "commitments": ((), ("--owner", "nobody at all")),
    "refs": (("99001",), ("12345",)),
    "search": (("raad",), ("qqq",)),
    "questions": ((), ("qqqq",)),
    "scan": (("full.txt",), ("empty.txt",)),
}


@pytest.mark.parametrize("command", ASKED)
def test_the_header_is_the_same_without_rows(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEF_TODAY", TODAY)
    Path("full.txt").write_text("Kamerstuk 28 676, nr. 427", encoding="utf-8")
    Path("empty.txt").write_text("Niets.", encoding="utf-8")
    full, none = (run(command, *each, "--format", "csv").out.splitlines() for each in ASKED[command])
    assert len(full) > 1
    assert none == full[:1]


def test_next_has_the_same_header_without_meetings(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_TODAY", TODAY)
    full = run("next", "--days", "90", "--format", "csv").out.splitlines()
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    assert run("next", "--days", "90", "--format", "csv").out.splitlines() == full[:1]
