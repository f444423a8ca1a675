import os
from pathlib import Path

import pytest

from briefcli.domain.diagnostic import Diagnostic
from briefcli.files.read import read_bytes
from briefcli.reading.limits import LARGEST


def refused(file: Path) -> Diagnostic:
    found = read_bytes(file, "shown.yaml")
    assert isinstance(found, Diagnostic)
    assert (found.path, found.line, found.column) == ("shown.yaml", 1, 1)
    return found


def test_bytes_are_read_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xff\x00 any bytes \r\n")
    assert read_bytes(file, "shown.yaml") == b"\xff\x00 any bytes \r\n"


def test_a_file_that_is_too_large_is_read_just_past_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    with file.open("wb") as opened:
        opened.truncate(LARGEST * 3)
    data = read_bytes(file, "shown.yaml")
    assert isinstance(data, bytes)
    assert len(data) == LARGEST + 1


@pytest.mark.posix
def test_a_pipe_without_a_writer_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert refused(tmp_path / "a.yaml").code == "not-a-file"


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/full"])
@pytest.mark.posix
def test_a_device_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "a.yaml").symlink_to(target)
    assert refused(tmp_path / "a.yaml").code == "not-a-file"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert refused(tmp_path / "a.yaml").code == "not-a-file"


@pytest.mark.posix
def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert refused(tmp_path / "a.yaml").code == "unreadable"


@pytest.mark.posix
def test_a_missing_file_and_a_broken_link_get_a_hint(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    for name in ("a.yaml", "never.yaml"):
        found = refused(tmp_path / name)
        assert found.message == "the file cannot be read: no such file or directory"
        assert found.hint == "it may be a link to a file that is gone"


def test_without_permission_the_hint_says_whom_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:  # the folder of the test is removed with os.open
        patch.setattr(os, "open", denied)
        found = refused(tmp_path / "a.yaml")
    assert (found.message, found.hint) == (
        "the file cannot be read: permission denied", "ask its owner for permission to read it",
    )  # fmt: skip


@pytest.mark.posix
def test_no_file_is_left_open(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "a.yaml").write_bytes(b"x")
    for name in ("pipe.yaml", "a.yaml"):
        read_bytes(tmp_path / name, "x")
    links = (each.readlink() for each in Path("/proc/self/fd").iterdir() if each.is_symlink())
    assert [link for link in links if link.is_relative_to(tmp_path)] == []
