"""Files are written completely or not at all, keep their metadata, and never overwrite someone else's work."""

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefcli.errors import BriefError, UsageError
from briefcli.files import write
from briefcli.files.write import create, delete, replace, write_output

CALENDAR = b"BEGIN:VCALENDAR"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)


@pytest.mark.posix
def test_a_new_file_gets_the_default_permissions(tmp_path: Path) -> None:
    create(tmp_path / "a.yaml", b"x", "a")
    (tmp_path / "b.yaml").touch()
    assert (tmp_path / "a.yaml").read_bytes() == b"x"
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "b.yaml").stat().st_mode
    assert names(tmp_path) == ["a.yaml", "b.yaml"]


@pytest.mark.posix
def test_create_never_overwrites_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"mine")
    (tmp_path / "link.yaml").symlink_to("nowhere.yaml")
    for name in ("a.yaml", "link.yaml"):
        with pytest.raises(UsageError, match="exists already"):
            create(tmp_path / name, b"x", name)
    assert (tmp_path / "a.yaml").read_bytes() == b"mine"
    assert names(tmp_path) == ["a.yaml", "link.yaml"]


@pytest.mark.posix
def test_create_works_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


@pytest.mark.parametrize("name", ["fsync", "chmod", "utime"])
def test_a_file_is_written_where_the_file_system_cannot_do_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def unsupported(*_: object, **__: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(os, name, unsupported)
    create(tmp_path / "a.yaml", b"before", "a.yaml")
    replace(tmp_path / "a.yaml", b"after", "a.yaml", b"before")
    assert (names(tmp_path), (tmp_path / "a.yaml").read_bytes()) == (["a.yaml"], b"after")


@pytest.mark.parametrize("now", [b"saved by another", b"", b"befor", b"before and more", None])
def test_replace_keeps_what_someone_else_saved_meanwhile(tmp_path: Path, now: bytes | None) -> None:
    file = tmp_path / "a.yaml"
    if now is not None:
        file.write_bytes(now)
    with pytest.raises(BriefError, match="saved by someone else meanwhile"):
        replace(file, b"after", "a.yaml", b"before")
    assert (file.read_bytes() if file.exists() else None) == now
    assert len(names(tmp_path)) == (now is not None)


@pytest.fixture(params=["swaps", "renames"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test with swapping of two names, if this system can do that, and without it."""
    if request.param == "renames":
        monkeypatch.setattr(write, "_exchange", lambda *_: False)


def saved_in_place(file: Path) -> None:
    file.write_bytes(b"saved last")


def saved_by_rename(file: Path) -> None:
    (file.parent / "saving").write_bytes(b"saved last")
    (file.parent / "saving").replace(file)


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("save", [saved_in_place, saved_by_rename])
def test_replace_keeps_what_is_saved_at_the_last_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: Callable[[Path], None]
) -> None:
    file, replace_only = tmp_path / "a.yaml", write._replace_only

    def with_a_save(*arguments: Any) -> bool:
        save(file)
        return replace_only(*arguments)

    file.write_bytes(b"before")
    replace(file, b"after", "a.yaml", b"before")
    assert (file.read_bytes(), names(tmp_path)) == (b"after", ["a.yaml"])
    monkeypatch.setattr(write, "_replace_only", with_a_save)
    with pytest.raises(BriefError, match="saved by someone else meanwhile"):
        replace(file, b"again", "a.yaml", b"after")
    assert (file.read_bytes(), names(tmp_path)) == (b"saved last", ["a.yaml"])


@pytest.mark.usefixtures("system")
def test_replace_keeps_what_is_saved_during_the_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, holds = tmp_path / "a.yaml", write.holds

    def with_a_save(looked_at: Path, *contents: bytes) -> bool:
        if looked_at != file:  # the names are swapped, or the file is set aside
            monkeypatch.setattr(write, "holds", holds)
            saved_by_rename(file)
        return holds(looked_at, *contents)

    file.write_bytes(b"before")
    monkeypatch.setattr(write, "holds", with_a_save)
    with contextlib.suppress(BriefError):
        replace(file, b"after", "a.yaml", b"before")
    assert (file.read_bytes(), names(tmp_path)) == (b"saved last", ["a.yaml"])


def test_the_old_file_stays_if_the_new_one_cannot_be_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, name_first, failures = tmp_path / "a.yaml", write._name_first, [OSError(errno.EIO, "Input/output error")]

    def failing(source: Path, name: Path) -> None:
        if failures:
            raise failures.pop()
        name_first(source, name)

    file.write_bytes(b"before")
    monkeypatch.setattr(write, "_exchange", lambda *_: False)
    monkeypatch.setattr(write, "_name_first", failing)
    with pytest.raises(BriefError, match="input/output error"):
        replace(file, b"after", "a.yaml", b"before")
    assert (file.read_bytes(), names(tmp_path)) == (b"before", ["a.yaml"])


def test_replace_retries_while_a_virus_scanner_has_the_file_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, rename, refusals = tmp_path / "a.yaml", Path.rename, [PermissionError(errno.EACCES, "Access is denied")] * 2

    def refusing(source: Path, name: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return rename(source, name)

    file.write_bytes(b"before")
    monkeypatch.setattr(write, "_WAITS", (0, 0))
    monkeypatch.setattr(write, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refusing)
    replace(file, b"after", "a.yaml", b"before")
    assert (file.read_bytes(), refusals) == (b"after", [])


def test_delete_removes_only_an_unchanged_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    for now in (None, b"saved by another"):
        if now is not None:
            file.write_bytes(now)
        with pytest.raises(BriefError, match="saved by someone else meanwhile"):
            delete(file, b"before", "a.yaml")
    assert file.read_bytes() == b"saved by another"
    delete(file, b"saved by another", "a.yaml")
    assert names(tmp_path) == []


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
def test_permissions_and_attributes_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x")
    file.chmod(0o640)
    if hasattr(os, "setxattr"):
        os.setxattr(file, "user.note", b"mine")
    replace(file, b"y", "a.yaml", b"x")
    assert file.stat().st_mode & 0o777 == 0o640
    if hasattr(os, "getxattr"):
        assert os.getxattr(file, "user.note") == b"mine"


def test_a_file_is_written_in_place_if_its_owner_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x")
    number = file.stat().st_ino
    monkeypatch.setattr(write, "_took_over", lambda *_: False)
    for before in (b"x", None):
        replace(file, b"longer", "a.yaml", before)
        assert (file.read_bytes(), file.stat().st_ino) == (b"longer", number)
    with pytest.raises(BriefError, match="saved by someone else meanwhile"):
        replace(file, b"y", "a.yaml", b"x")
    assert file.read_bytes() == b"longer"


@pytest.mark.posix
def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x")
    file.chmod(0o444)
    with pytest.raises(BriefError, match="is read-only"):
        replace(file, b"y", "a.yaml", b"x")
    assert file.read_bytes() == b"x"


OURS = ((".ics",), lambda data: data.startswith(CALENDAR))


def test_an_output_replaces_only_a_file_of_its_kind(tmp_path: Path) -> None:
    file = tmp_path / "cal.ics"
    for number in (b" 1", b" 2"):
        write_output(file, CALENDAR + number, *OURS)
        assert file.read_bytes() == CALENDAR + number
    (tmp_path / "letter.txt").write_bytes(CALENDAR)
    (tmp_path / "mine.ics").write_bytes(b"mine")
    for name in ("letter.txt", "mine.ics", "new.yaml", "new.YML"):
        with pytest.raises(UsageError, match="was not made by brief"):
            write_output(tmp_path / name, CALENDAR, *OURS)
    assert names(tmp_path) == ["cal.ics", "letter.txt", "mine.ics"]


def test_a_device_as_output_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    write_output(Path(os.devnull), CALENDAR, *OURS)
    assert not Path(os.devnull).is_file()
    with pytest.raises(BriefError):
        write_output(tmp_path, CALENDAR, *OURS)


@pytest.mark.posix
def test_the_temporary_copy_of_a_private_file_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"oud")
    file.chmod(0o600)
    seen = []
    monkeypatch.setattr("os.fsync", lambda descriptor: seen.append(os.fstat(descriptor).st_mode & 0o777))
    replace(file, b"nieuw", "a.yaml", b"oud")
    assert (file.read_bytes(), seen) == (b"nieuw", [0o600])
