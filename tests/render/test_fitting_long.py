"""A column is measured in a time that does not grow with the square of its longest cell."""

import time
from pathlib import Path

import pytest
from tests.conftest import Run


def test_a_cell_of_200000_characters_is_fitted_at_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    (tmp_path / "lang-2031.yaml").write_text(f"title: {'woord ' * 33_000}\nwhen: 2031-03-18\n", encoding="utf-8")
    before = time.monotonic()
    assert run("list").code == 0
    assert time.monotonic() - before < 30  # a busy machine; one width at a time took minutes
