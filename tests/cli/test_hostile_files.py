"""Files made to break the program: each is reported with its mistake, and the other files are still checked."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Run

from briefcli.files.read import read_bytes
from briefcli.reading.limits import LARGEST

GOOD = "title: Goed\nwhen: 2031-03-18\n"
SLOWEST = 60.0  # seconds; only a hang takes longer, even on a busy machine


def _file(content: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


def _huge(path: Path) -> None:
    with path.open("wb") as opened:
        opened.truncate(100_000_000)


def _loop(path: Path) -> None:
    path.symlink_to(path.with_name("terug.yaml"))
    path.with_name("terug.yaml").symlink_to(path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _bomb() -> bytes:
    lines = ["a0: &a0 [lol, lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    return "\n".join(lines).encode()


HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "300 brackets": (_file(b"title: " + b"[" * 300 + b"]" * 300), "too-deep"),
    "1,500 braces": (_file(b"title: " + b"{a: " * 1_500), "too-deep"),
    "30,000 dashes": (_file(b"- " * 30_000 + b"x"), "too-deep"),
    "30,000 question marks": (_file(b"? " * 30_000 + b"x"), "too-deep"),
    "300 levels of indentation": (
        _file(b"".join(b" " * n + b"a:\n" for n in range(300))),
        "too-deep",
    ),
    "an alias bomb": (_file(_bomb()), "needs-quotes"),
    "100 MB": (_huge, "empty"),
    "more than is read": (_file(GOOD.encode() + b"#" * LARGEST), "too-large"),
    "lines that begin with %": (_file(GOOD.encode() + b"%x\n" * 1_000), "indent"),
    "10,000 quotes": (_file(b"title: " + b"'" * 10_001), "unclosed-quote"),
    "a long line that is no date": (_file(b"title: T\nwhen: " + b"x" * 240_000), "bad-date"),
    "a long key": (_file(b"t" * 10_000 + b": T\n"), "indent"),
    "1,001 keys": (_file(b"".join(b"p%d: 1 # x\n" % (n % 100) for n in range(1_001))), "too-many"),
    "deadlines in a row of 300": (
        _file(
            b"title: T\nwhen: 2031\ndeadlines:\n"
            + b"".join(b"  - {title: x, id: d%d, due: before d%d}\n" % (n, n + 1) for n in range(300))
        ),
        "due-nowhere",
    ),
    "NUL": (_file(b"title: a\x00b\n"), "control-character"),
    "UTF-16": (_file(GOOD.encode("utf-16")), "not-utf8"),
    "UTF-16 without its mark": (_file(GOOD.encode("utf-16-le")), "not-utf8"),
    "Latin-1": (_file("title: Coördinatie".encode("latin-1")), "not-utf8"),
    "a folder": (Path.mkdir, "not-a-file"),
    "a FIFO": (_pipe, "not-a-file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "not-a-file"),
    "a device that waits": (lambda path: path.symlink_to("/dev/tty"), "unreadable not-a-file"),
    "a link that loops": (_loop, "unreadable"),
    "a link to nowhere": (lambda path: path.symlink_to("nergens"), "unreadable"),
}


ON_POSIX = {
    "a FIFO", "a device", "a device that waits", "a link that loops", "a link to nowhere",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEF_AGENDAS", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "goed.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "zacht.yaml").write_text(GOOD + "kind: counsil\n", encoding="utf-8")
    return tmp_path


def test_hostile_files_are_reported_and_the_others_still_checked(folder: Path, run: Run) -> None:
    names = [name for name in HOSTILE if os.name != "nt" or name not in ON_POSIX]
    for name in names:
        HOSTILE[name][0](folder / f"{name}.yaml")
    began = time.monotonic()
    ran = run("check", "--format", "json")
    assert ran.code == 1
    found = {(Path(each["path"]).stem, each["code"]) for each in json.loads(ran.out)}
    assert [name for name in names if not any((name, code) in found for code in HOSTILE[name][1].split())] == []
    assert ("zacht", "unknown-kind") in found
    assert {run("fmt", "--check", f"{name}.yaml").code for name in names} <= {0, 1}
    assert run("list").out.count("Goed") == 2
    assert time.monotonic() - began < SLOWEST


def test_a_mistake_in_a_very_long_line_is_shown_in_brief(folder: Path, run: Run) -> None:
    (folder / "x.yaml").write_text(f"title: T\nwhen: {'x' * 240_000}\n", encoding="utf-8")
    ran = run("check")
    assert ran.code == 1
    assert len(ran.out) < 2_000


@pytest.mark.posix
def test_a_file_name_with_a_line_break_is_on_one_line(folder: Path, run: Run) -> None:
    (folder / "a\nb.yaml").write_text("title: T\nwhen: nooit\n", encoding="utf-8")
    assert "may be missing here: a b.yaml; brief check shows them\n" in run("list").err


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()])
def test_byte_order_marks_and_crlf_are_accepted(folder: Path, run: Run, data: bytes) -> None:
    (folder / "zacht.yaml").write_bytes(data)
    assert run("check").out == "No mistakes found.\n"


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file")])
def test_a_file_that_cannot_be_opened_is_reported(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """The error is simulated, because root may read every file."""
    (folder / "x.yaml").write_text(GOOD, encoding="utf-8")
    opened = os.open

    def refusing(path: object, *arguments: object, **options: object) -> int:
        if str(path).endswith("x.yaml"):
            raise error
        return opened(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refusing)
    ran = run("check", "--format", "json")
    assert next((each["path"], each["code"]) for each in json.loads(ran.out)) == ("./x.yaml", "unreadable")
    assert "counsil" in ran.out
    assert (error.strerror or "").lower() in ran.out


def test_the_shown_line_is_from_the_bytes_checked(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file vanishes after it is read, so it cannot be read a second time."""
    file = folder / "zacht.yaml"

    def vanishing(path: Path, shown_as: str) -> object:
        data = read_bytes(path, shown_as)
        path.unlink(missing_ok=True)
        return data

    monkeypatch.setattr("briefcli.index.checks.files.read_bytes", vanishing)
    ran = run("check")
    assert "kind: counsil" in ran.out
    assert not file.exists()
