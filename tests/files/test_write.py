"""Files are written whole or not at all, keep what they had besides their bytes, and never go over another's work."""

import errno
import os
from pathlib import Path

import pytest

from briefcli.errors import BriefError, UsageError
from briefcli.files import write
from briefcli.files.write import create, replace, write_output

CALENDAR = b"BEGIN:VCALENDAR"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)


@pytest.mark.posix
def test_a_new_file_gets_the_rights_of_the_users_other_files(tmp_path: Path) -> None:
    create(tmp_path / "a.yaml", b"x", "a")
    (tmp_path / "b.yaml").touch()
    assert (tmp_path / "a.yaml").read_bytes() == b"x"
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "b.yaml").stat().st_mode
    assert names(tmp_path) == ["a.yaml", "b.yaml"]


@pytest.mark.posix
def test_a_file_that_is_there_is_never_created_again(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"mine")
    (tmp_path / "link.yaml").symlink_to("nowhere.yaml")
    for name in ("a.yaml", "link.yaml"):
        with pytest.raises(UsageError, match="exists already"):
            create(tmp_path / name, b"x", name)
    assert (tmp_path / "a.yaml").read_bytes() == b"mine"
    assert names(tmp_path) == ["a.yaml", "link.yaml"]


@pytest.mark.posix
def test_on_a_share_without_hard_links_a_file_is_created_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", unsupported)
    create(tmp_path / "a.yaml", b"x", "a")
    with pytest.raises(UsageError):
        create(tmp_path / "a.yaml", b"y", "a")
    assert (tmp_path / "a.yaml").read_bytes() == b"x"
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_nothing_changes(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    with pytest.raises(BriefError, match="cannot be written: no space left"):
        create(file, b"x", "a.yaml")
    assert names(tmp_path) == []
    file.write_bytes(b"before")
    with pytest.raises(BriefError, match="no space left"):
        replace(file, b"after", "a.yaml", b"before")
    assert (names(tmp_path), file.read_bytes()) == (["a.yaml"], b"before")


@pytest.mark.parametrize("now", [b"saved by another", b"", b"befor", b"before and more", None])
def test_what_someone_else_saved_meanwhile_stays(tmp_path: Path, now: bytes | None) -> None:
    file = tmp_path / "a.yaml"
    if now is not None:
        file.write_bytes(now)
    with pytest.raises(BriefError, match="saved by someone else meanwhile"):
        replace(file, b"after", "a.yaml", b"before")
    assert (file.read_bytes() if file.exists() else None) == now
    assert len(names(tmp_path)) == (now is not None)


@pytest.mark.parametrize("after", [b"longer than it was before", b"short", b""])
@pytest.mark.posix
def test_a_hard_link_and_a_symbolic_link_stay_links(tmp_path: Path, after: bytes) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"as it was before")
    (tmp_path / "hard.yaml").hardlink_to(file)
    (tmp_path / "soft.yaml").symlink_to("a.yaml")
    replace(tmp_path / "soft.yaml", after, "soft.yaml", b"as it was before")
    assert file.read_bytes() == (tmp_path / "hard.yaml").read_bytes() == after
    assert (tmp_path / "soft.yaml").is_symlink()


@pytest.mark.posix
def test_rights_and_attributes_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x")
    file.chmod(0o640)
    if hasattr(os, "setxattr"):
        os.setxattr(file, "user.note", b"mine")
    replace(file, b"y", "a.yaml", b"x")
    assert file.stat().st_mode & 0o777 == 0o640
    if hasattr(os, "getxattr"):
        assert os.getxattr(file, "user.note") == b"mine"


def test_where_the_owner_cannot_be_kept_the_file_itself_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x")
    number = file.stat().st_ino
    monkeypatch.setattr(write, "_took_over", lambda *_: False)
    replace(file, b"longer", "a.yaml", b"x")
    assert (file.read_bytes(), file.stat().st_ino) == (b"longer", number)


@pytest.mark.posix
def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x")
    file.chmod(0o444)
    with pytest.raises(BriefError, match="is read-only"):
        replace(file, b"y", "a.yaml", b"x")
    assert file.read_bytes() == b"x"


def test_an_output_replaces_only_a_file_of_its_kind(tmp_path: Path) -> None:
    file = tmp_path / "cal.ics"
    for number in (b" 1", b" 2"):
        write_output(file, CALENDAR + number, CALENDAR)
        assert file.read_bytes() == CALENDAR + number
    (tmp_path / "letter.txt").write_bytes(b"Geachte voorzitter")
    for name in ("letter.txt", "new.yaml", "new.YML"):
        with pytest.raises(UsageError, match="another kind of file"):
            write_output(tmp_path / name, CALENDAR, CALENDAR)
    assert names(tmp_path) == ["cal.ics", "letter.txt"]


def test_an_output_that_is_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    write_output(Path(os.devnull), CALENDAR, CALENDAR)
    assert not Path(os.devnull).is_file()
    with pytest.raises(BriefError):
        write_output(tmp_path, CALENDAR, CALENDAR)
