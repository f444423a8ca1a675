"""A survey that was taken elsewhere says the same as one taken here."""

import os
import time
from pathlib import Path

import pytest

from briefcli.index import survey as surveys
from briefcli.index.child import can_fork
from briefcli.index.survey import Seen, Survey, packed, take_survey, unpacked

ODD = os.fsdecode(b"caf\xe9")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("", "2023", "2024/later", "é", ODD):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        for name in ("a.yaml", "b.yml", f"{ODD}.yaml", ".hidden.yaml", "no.txt"):
            (tmp_path / folder / name).write_text("title: X", encoding="utf-8")
    return tmp_path


def from_elsewhere(root: Path) -> Survey:
    """As another process hands it over: the folders in any order."""
    taken = take_survey(root)
    parts = [packed([folder]) for folder in reversed(taken.folders.values())]
    seen = Seen(taken.taken_ns, taken.digest, taken.sums, taken.unsettled)
    return Survey(seen, (folder for part in parts for folder in unpacked(part)))


def test_a_survey_is_the_same_from_elsewhere(root: Path) -> None:
    here = take_survey(root)
    for path in here.sums:
        assert from_elsewhere(root).folder(path) == here.folders[path]
    elsewhere = from_elsewhere(root)
    elsewhere.folder("2023/")
    assert elsewhere.folders == here.folders
    assert elsewhere.paths == here.paths
    for path in here.paths:
        assert from_elsewhere(root).name_of(path) == here.name_of(path)
        assert (root / here.name_of(path)).exists()


def test_a_folder_that_nobody_tells_of_is_empty(root: Path) -> None:
    taken = take_survey(root)
    seen = Seen(taken.taken_ns, taken.digest, taken.sums, taken.unsettled)
    assert Survey(seen, []).folder("2023/").marks == b""


def test_the_folder_that_changed_last_has_the_latest_date(root: Path) -> None:
    def newest() -> str:
        time.sleep(0.02)  # more than a tick of the clock that dates files
        return max(take_survey(root).folders.values(), key=lambda each: each.newest).path

    newest()
    (root / "2024/later/a.yaml").write_text("title: Y", encoding="utf-8")
    assert newest() == "2024/later/"
    (root / "2023/b.yml").unlink()
    assert newest() == "2023/"


@pytest.mark.skipif(not can_fork(), reason="there is no second core")
def test_two_see_what_one_sees(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = take_survey(root)
    monkeypatch.setattr(surveys, "_SHARED_ABOVE", 0)
    together = take_survey(root)
    assert (together.sums, together.folders) == (alone.sums, alone.folders)
