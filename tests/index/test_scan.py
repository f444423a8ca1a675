import errno
import os
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefcli.index import scan as scans
from briefcli.index.scan import UNTRUSTED, Scan, scan


def passed_over(found: Scan) -> dict[str, str]:
    return {path: each.message for path, each in found.remarks.items() if each.code == "passed-over"}


def copies(found: Scan) -> dict[str, str]:
    pattern = re.compile("this seems to be a copy of (.*);")
    return {path: said[1] for path, each in found.remarks.items() if (said := pattern.match(each.message))}


ODD = os.fsdecode(b"caf\xe9")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("", "2023", "2024/later", "é", ODD, ".hidden"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        for name in ("a.yaml", "b.yml", f"{ODD}.yaml", ".hidden.yaml", "no.txt"):
            (tmp_path / folder / name).write_text("title: X", encoding="utf-8")
    return tmp_path


def test_every_agenda_is_found_under_a_path_that_can_be_printed(root: Path) -> None:
    found = scan(root)
    folders = ("", "2023/", "2024/later/", "caf\\xe9/", "é/")
    assert found.paths == sorted(
        f"{folder}{name}" for folder in folders for name in ("a.yaml", "b.yml", "caf\\xe9.yaml")
    )
    assert all((root / found.name_of(path)).exists() for path in found.paths)


@pytest.mark.posix
def test_names_that_differ_only_in_how_bytes_are_written_are_two_files(tmp_path: Path) -> None:
    for name in (f"{ODD}.yaml", "caf\\xe9.yaml"):
        (tmp_path / name).touch()
    found = scan(tmp_path)
    assert found.paths == ["caf\\\\xe9.yaml", "caf\\xe9.yaml"]
    assert len({found.name_of(path) for path in found.paths}) == 2


def test_a_recently_changed_file_is_not_trusted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "GRAIN_NS", 10**12)
    assert set(scan(root).stamps.values()) == {UNTRUSTED}
    monkeypatch.setattr(scans, "GRAIN_NS", 0)
    assert all(scan(root).stamps.values())


def test_a_file_of_1601_has_a_stamp(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows, files of some network drives and cloud folders have no other time."""
    old = SimpleNamespace(st_mtime_ns=-11_644_473_600 * 10**9, st_ctime_ns=0, st_size=8, st_ino=2**70)
    monkeypatch.setattr(scans, "_IS_WINDOWS", True)
    with monkeypatch.context() as changed:
        changed.setattr(os, "stat", lambda _: old)
        found = scan(root)
    assert all(found.stamps.values())


@pytest.mark.posix
def test_links_to_folders_are_not_followed(root: Path) -> None:
    (root / "2023" / "again").symlink_to(root)
    found = scan(root)
    assert not any("again" in path for path in found.paths)
    assert passed_over(found) == {"2023/again": "a link to a folder is not followed"}


@pytest.mark.posix
def test_a_link_without_permission_does_not_stop_the_scan(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stat = os.stat

    def refusing(path: Any, **options: bool) -> os.stat_result:
        if str(path).endswith("theirs"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return stat(path, **options)

    (root / "theirs").symlink_to("/nowhere")
    monkeypatch.setattr(os, "stat", refusing)
    assert "a.yaml" in scan(root).paths


def test_file_extensions_ignore_case(root: Path) -> None:
    (root / "2023" / "c.YAML").touch()
    (root / "2023" / "d.Yml").touch()
    assert {"2023/c.YAML", "2023/d.Yml"} <= set(scan(root).paths)


def test_a_file_that_seems_meant_as_an_agenda_is_reported(root: Path) -> None:
    for name in ("c.yaml.txt", "d.yalm", "E~1.YAM", "a.yaml.bak", "a.yalm", "notes.txt", "x.pyc", "style.css.yaml2"):
        (root / name).touch()
    assert passed_over(scan(root)) == dict.fromkeys(
        ("c.yaml.txt", "d.yalm", "E~1.YAM"), "the name of an agenda ends in .yaml"
    )


@pytest.mark.parametrize("name", ["brief.toml.txt", "brief.tml", "brief (1).toml", "brief - kopie.toml"])
def test_settings_under_a_name_that_is_not_read_are_reported(root: Path, name: str) -> None:
    (root / name).touch()
    (root / "debrief.toml").touch()
    message = "the settings are read only from brief.toml beside the agendas"
    assert passed_over(scan(root)) == {name: message}
    (root / "brief.toml").touch()
    (root / "2023" / "brief.toml").touch()
    assert passed_over(scan(root)) == {"2023/brief.toml": message}


def test_a_leftover_backup_is_reported_if_its_agenda_is_gone(root: Path) -> None:
    for name in (".a.yaml.before-edit", ".gone.yaml.before-1f2e", ".away.yaml.icloud"):
        (root / name).touch()
    assert sorted(passed_over(scan(root))) == [".away.yaml.icloud", ".gone.yaml.before-1f2e"]


def test_a_copy_of_a_copy_names_the_original(root: Path) -> None:
    for name in ("a - kopie (2).yaml", "Kopie van b.yml", "c (1).yaml", "a 2.yaml"):
        (root / name).touch()
    assert copies(scan(root)) == {"a - kopie (2).yaml": "a.yaml", "a 2.yaml": "a.yaml", "Kopie van b.yml": "b.yml"}


def test_an_unreadable_folder_is_skipped_and_reported(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = os.scandir

    def refusing(folder: str) -> object:
        if folder.endswith("later"):
            raise PermissionError(13, "Permission denied")
        return entries(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    found = scan(root)
    assert passed_over(found) == {"2024/later": "the folder cannot be read: permission denied"}
    assert "2023/a.yaml" in found.paths


def test_a_copy_is_reported_while_its_original_exists(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "GRAIN_NS", 0)
    (root / "2023" / "a (1).yaml").touch()
    (root / "2023" / "other (1).yaml").touch()
    before = scan(root)
    assert copies(before) == {"2023/a (1).yaml": "2023/a.yaml"}
    (root / "2023" / "a.yaml").unlink()
    after = scan(root)
    assert copies(after) == {}
    assert before.stamps["2023/a (1).yaml"] != after.stamps["2023/a (1).yaml"]


@pytest.mark.posix
def test_a_broken_link_is_found_and_not_trusted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "GRAIN_NS", 0)
    (root / "link.yaml").symlink_to("gone")
    assert scan(root).stamps["link.yaml"] == UNTRUSTED


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        scan(tmp_path / "gone")
