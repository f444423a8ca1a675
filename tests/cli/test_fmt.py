"""`brief fmt`: which files it writes, what it says, and what it leaves alone."""

import os
import stat
from pathlib import Path

import pytest
from tests.conftest import Run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("when: 2031\ntitle: NO\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("title: T\nwhen: 2031\n", encoding="utf-8")
    return tmp_path


def test_fmt_rewrites_only_unformatted_files(folder: Path, run: Run) -> None:
    ran = run("fmt")
    assert ran.code == 0
    assert ran.out == "./a.yaml\n"
    assert "changed: 1, left as they are: 1, not readable: 0" in ran.err
    assert (folder / "a.yaml").read_text(encoding="utf-8") == "title: 'NO'\nwhen: 2031\n"
    assert run("fmt").out == ""


@pytest.mark.posix
def test_a_file_whose_name_is_not_utf8_is_formatted(folder: Path, run: Run) -> None:
    odd = folder / os.fsdecode(b"caf\xe9.yaml")
    odd.write_text("when: 2031\ntitle: NO\n", encoding="utf-8")
    assert (run("fmt").out, odd.read_text(encoding="utf-8")) == (
        "./a.yaml\n./caf\\xe9.yaml\n",
        "title: 'NO'\nwhen: 2031\n",
    )


def test_check_changes_nothing(folder: Path, run: Run) -> None:
    assert run("fmt", "--check").code == 1
    assert (folder / "a.yaml").read_text(encoding="utf-8") == "when: 2031\ntitle: NO\n"
    assert run("fmt", "--check", "b.yaml").code == 0


def test_an_unreadable_file_is_left_alone_and_reported(folder: Path, run: Run) -> None:
    broken = 'when: 2031\ntitle: geheim: x\npublic: false\nplace: "\n'
    (folder / "c.yaml").write_text(broken, encoding="utf-8")
    ran = run("fmt")
    assert ran.code == 1
    assert "c.yaml:2:14: left as it is: a second colon stands on this line" in ran.err
    assert "geheim" not in ran.out + ran.err
    assert (folder / "c.yaml").read_text(encoding="utf-8") == broken
    assert (folder / "a.yaml").read_text(encoding="utf-8").startswith("title")


@pytest.mark.posix
def test_permissions_links_and_byte_order_marks_are_kept(folder: Path, run: Run) -> None:
    (folder / "a.yaml").write_bytes(b"\xef\xbb\xbfwhen: 2031\r\ntitle: T\r\n")
    (folder / "a.yaml").chmod(0o640)
    (folder / "sub").mkdir()
    (folder / "sub" / "link.yaml").symlink_to("../a.yaml")
    assert run("fmt", "sub/link.yaml").code == 0
    assert (folder / "sub" / "link.yaml").is_symlink()
    assert (folder / "a.yaml").read_bytes() == b"\xef\xbb\xbftitle: T\r\nwhen: 2031\r\n"
    assert stat.S_IMODE((folder / "a.yaml").stat().st_mode) == 0o640
    assert sorted(each.name for each in folder.iterdir()) == ["a.yaml", "b.yaml", "sub"]


def test_a_file_name_cannot_control_the_terminal(folder: Path, run: Run) -> None:
    (folder / "c\x1b]0;x\x07.yaml").write_text("when: 2031\ntitle: T\n", encoding="utf-8")
    ran = run("fmt")
    assert "c␛]0;x␇.yaml" in ran.out
    assert not set("\x1b\x07") & set(ran.out + ran.err)


@pytest.mark.posix
def test_a_read_only_file_is_left_alone(folder: Path, run: Run) -> None:
    (folder / "a.yaml").chmod(0o444)
    ran = run("fmt")
    assert ran.code == 3
    assert "a.yaml is read-only" in ran.err
    assert (folder / "a.yaml").read_text(encoding="utf-8").startswith("when")


def test_a_missing_file_is_refused(folder: Path, run: Run) -> None:
    assert run("fmt", "x.yaml").code == 3
