"""What the folder with the indexes holds."""

from pathlib import Path

import pytest

from briefcli.index.cache import kept_in


def test_a_file_that_another_command_removes_meanwhile_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("0.sqlite", "0.sqlite-journal", "notes.txt"):
        (tmp_path / name).write_bytes(b"12345")
    assert kept_in(tmp_path) == {tmp_path / "0.sqlite": 5, tmp_path / "0.sqlite-journal": 5}
    lstat = Path.lstat

    def late(file: Path) -> object:
        if file.suffix == ".sqlite-journal":
            file.unlink()
        return lstat(file)

    monkeypatch.setattr(Path, "lstat", late)
    assert kept_in(tmp_path) == {tmp_path / "0.sqlite": 5}
    assert kept_in(tmp_path / "gone") == {}
