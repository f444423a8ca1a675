"""What the folder with the indexes holds."""

from pathlib import Path

import pytest

from briefcli.index.cache import clear, look


def test_a_file_that_another_command_removes_meanwhile_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("0.sqlite", "0.sqlite-journal", "notes.txt"):
        (tmp_path / name).write_bytes(b"12345")
    assert look(tmp_path) == (tmp_path, 1, 10)
    lstat = Path.lstat

    def late(file: Path) -> object:
        if file.suffix == ".sqlite-journal":
            file.unlink()
        return lstat(file)

    monkeypatch.setattr(Path, "lstat", late)
    assert look(tmp_path) == (tmp_path, 1, 5)
    assert clear(tmp_path) == (tmp_path, 1, 5)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]
    assert look(tmp_path / "gone") == (tmp_path / "gone", 0, 0)
