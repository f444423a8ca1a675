from datetime import date
from pathlib import Path

import pytest

from briefcli.errors import BriefError, Exit
from briefcli.workspace import Workspace, find_agendas, shown_path

TODAY = date(2031, 3, 4)


def test_the_folder_is_found_here_or_in_a_parent(tmp_path: Path) -> None:
    folder = tmp_path / "agendas"
    below = tmp_path / "a" / "b"
    folder.mkdir()
    below.mkdir(parents=True)
    assert find_agendas(tmp_path, {}) == folder
    assert find_agendas(below, {}) == folder


def test_the_nearest_folder_wins(tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "a" / "agendas").mkdir(parents=True)
    assert find_agendas(tmp_path / "a", {}) == tmp_path / "a" / "agendas"


@pytest.mark.parametrize("name", ["raad.yaml", "raad.yml", "RAAD.YAML"])
def test_the_folder_is_found_from_inside_it(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "agendas" / "2031"
    inside.mkdir(parents=True)
    (tmp_path / "agendas" / name).touch()
    assert find_agendas(tmp_path / "agendas", {}) == tmp_path / "agendas"
    assert find_agendas(inside, {}) == tmp_path / "agendas"


def test_a_file_named_agendas_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "agendas").touch()
    assert find_agendas(tmp_path / "a", {}) == tmp_path / "agendas"


def test_the_environment_wins(tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "other").mkdir()
    for wanted in ("other", str(tmp_path / "other")):
        assert find_agendas(tmp_path, {"BRIEF_AGENDAS": wanted}) == tmp_path / "other"
    assert find_agendas(tmp_path, {"BRIEF_AGENDAS": ""}) == tmp_path / "agendas"


def test_a_tilde_stands_for_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stukken").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_agendas(tmp_path / "elsewhere", {"BRIEF_AGENDAS": "~/stukken"}) == tmp_path / "stukken"


@pytest.mark.parametrize("wanted", ["nowhere", "~no-such-user/x", "x" * 5000, "a.yaml"])
def test_a_missing_folder_in_the_environment_is_refused(tmp_path: Path, wanted: str) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "a.yaml").touch()
    with pytest.raises(BriefError, match=f"{wanted} is not a folder") as refused:
        find_agendas(tmp_path, {"BRIEF_AGENDAS": wanted})
    assert refused.value.exit_code == Exit.UNUSABLE
    assert "BRIEF_AGENDAS" in (refused.value.hint or "")


def test_without_a_folder_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="no folder “agendas”") as refused:
        find_agendas(tmp_path, {})
    assert int(refused.value.exit_code) == 3
    assert "BRIEF_AGENDAS" in (refused.value.hint or "")


@pytest.mark.parametrize(
    ("cwd", "shown"),
    [("", "agendas"), ("agendas", "."), ("a", "../agendas"), ("a/b", "../../agendas"), ("a/b/c", "{root}/agendas")],
)
def test_a_path_is_shown_as_the_user_would_write_it(tmp_path: Path, cwd: str, shown: str) -> None:
    assert shown_path(tmp_path / "agendas", tmp_path / cwd) == shown.format(root=tmp_path)


def test_a_folder_on_another_drive_is_shown_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", refusing)
    assert shown_path(tmp_path, tmp_path / "a") == str(tmp_path)


def test_an_index_holds_withheld_text_only_if_internal(tmp_path: Path) -> None:
    (tmp_path / "raad.yaml").write_text("{title: Raad, when: 2031-03-04, summary: [{text: geheim, public: false}]}")
    seen = {}
    for internal in (False, True):
        workspace = Workspace(root=tmp_path, shown_as="agendas", internal=internal, today=TODAY)
        with workspace.open_index() as index:
            found = index.agenda("raad")
        assert found is not None
        seen[internal] = str(found[0])
        assert workspace.path(found[1]) == "agendas/raad.yaml"
    assert "geheim" in seen[True]
    assert "geheim" not in seen[False]


def test_an_unreadable_folder_is_reported(tmp_path: Path) -> None:
    workspace = Workspace(root=tmp_path / "gone", shown_as="agendas", internal=False, today=TODAY)
    with pytest.raises(BriefError, match="the agendas folder agendas cannot be read: no such file") as refused:
        workspace.open_index()
    assert refused.value.exit_code == Exit.UNUSABLE
