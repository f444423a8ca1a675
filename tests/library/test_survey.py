"""A survey that was taken elsewhere says the same as one taken here."""

import os
from pathlib import Path

import pytest

from briefcli.library import survey as surveys
from briefcli.library.child import can_fork
from briefcli.library.survey import Seen, Survey, look_again, packed, take_survey, unpacked

ODD = os.fsdecode(b"caf\xe9")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("", "2023", "2024/later", "é", ODD):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        for name in ("a.yaml", "b.yml", f"{ODD}.yaml", ".hidden.yaml", "no.txt"):
            (tmp_path / folder / name).write_text("title: X", encoding="utf-8")
    return tmp_path


def from_elsewhere(root: Path) -> Survey:
    """As another process hands it over."""
    taken = take_survey(root)
    seen = Seen(taken.taken_ns, taken.digest, taken.sums, taken.unsettled)
    data = packed(taken.folders.values())
    return Survey(seen, lambda: unpacked(data), lambda path: look_again(root, path))


@pytest.mark.parametrize("many", [0, 16])
def test_every_folder_is_the_same_whether_looked_at_again_or_handed_over(
    many: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveys, "_MANY", many)
    here = take_survey(root)
    for path in here.sums:
        assert from_elsewhere(root).folder(path) == here.folders[path]
    assert from_elsewhere(root).paths == here.paths
    for path in here.paths:
        assert from_elsewhere(root).name_of(path) == here.name_of(path)
        assert (root / here.name_of(path)).exists()


def test_a_folder_that_is_gone_by_then_is_empty(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveys, "_MANY", 0)
    survey = from_elsewhere(root)
    for file in (root / "2023").iterdir():
        file.unlink()
    (root / "2023").rmdir()
    assert survey.folder("2023/").marks == b""


@pytest.mark.skipif(not can_fork(), reason="there is no second core")
def test_two_see_what_one_sees(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = take_survey(root)
    monkeypatch.setattr(surveys, "_SHARED_ABOVE", 0)
    together = take_survey(root)
    assert (together.sums, together.folders) == (alone.sums, alone.folders)
