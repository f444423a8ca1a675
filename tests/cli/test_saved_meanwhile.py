"""A command never overwrites what another program saved while it ran."""

from pathlib import Path

import pytest
from tests.conftest import Run

from briefcli.files import write

AGENDA = """\
when: 2031-03-18
title: Proefraad
series: proef
key_points: [{text: Water, public: false}]
deadlines:
  - {id: nota, title: Nota, due: 2031-03-10}
"""
MEMO = "Aanleiding\nDe proefraad komt op 18 maart 2031 bijeen.\n\nKernpunten\n- Riet telt mee.\n"


@pytest.mark.parametrize(
    "command",
    [
        ("fmt", "proef.yaml"),
        ("done", "proef", "nota"),
        ("move", "proef", "2031-03-25"),
        ("cancel", "proef"),
        ("add", "proef", "point", "Riet"),
        ("import", "memo.txt", "--id", "proef", "--merge"),
    ],
    ids=lambda command: command[0],
)
def test_a_file_saved_meanwhile_is_kept_and_reported(
    command: tuple[str, ...], tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.setenv("BRIEF_TODAY", "2031-03-04")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "proef.yaml"
    file.write_text(AGENDA, encoding="utf-8")
    Path("memo.txt").write_text(MEMO, encoding="utf-8")
    saved = f"{AGENDA}# met de hand\n"
    made = write._temporary

    def saving_first(folder: Path, data: bytes, mode: int) -> Path:
        """Let the user's editor save the file just before the command writes its own text."""
        if folder == tmp_path:
            file.write_text(saved, encoding="utf-8")
        return made(folder, data, mode)

    monkeypatch.setattr(write, "_temporary", saving_first)
    ran = run(*command)
    assert ran.code == 3
    assert "proef.yaml was saved by someone else meanwhile" in ran.err
    assert file.read_text(encoding="utf-8") == saved
    assert not list(tmp_path.glob(".brief-*"))
