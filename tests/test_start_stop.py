"""Edge cases of a run: an early Ctrl-C, arguments that are not UTF-8, a wrong time zone, and the log of a bug."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Run

BAD = os.fsdecode(b"x\xff\xe9")

# Raises the signal while one module is imported
_EARLY = """
import builtins, os, signal, sys
plain = builtins.__import__
def at_first(name, *rest):
    if name == sys.argv[0]:
        signal.raise_signal(signal.SIGINT)
    return plain(name, *rest)
builtins.__import__ = at_first
sys.argv = [sys.argv[1], "list"]
from briefcli.__main__ import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console, so no test can send it to one")
@pytest.mark.parametrize("module", ["gc", "briefcli.cli.app"])
def test_an_early_ctrl_c_ends_silently(module: str) -> None:
    ran = subprocess.run([sys.executable, "-c", _EARLY, module], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, b"", b"")  # a shell reports this as 130


# Raises the signal in a function that cannot raise an exception
_LOST = """
import signal, sys, weakref
from briefcli.cli import app
def work(_):
    nothing = set()
    known = weakref.ref(nothing, lambda _: signal.raise_signal(signal.SIGINT))
    del nothing
    print("goes on")
app._run = work
from briefcli.__main__ import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has another exit code")
def test_a_ctrl_c_ends_where_no_exception_can_be_raised() -> None:
    ran = subprocess.run([sys.executable, "-c", _LOST], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, b"", b"")


def test_a_bug_is_reported_even_if_no_log_can_be_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "no usable temporary folder")

    monkeypatch.setattr("briefcli.cli.app._run", lambda _: 1 / 0)
    monkeypatch.setattr("tempfile.mkstemp", broken)
    ran = run("list")
    assert (ran.code, ran.err) == (70, "brief: this is a mistake in brief itself\n")


def test_too_little_memory_is_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("briefcli.cli.app._run", too_large)
    ran = run("list")
    assert (ran.code, ran.err) == (3, "brief: there is not enough memory for this\n")


@pytest.mark.parametrize(
    "words",
    [
        ["show", BAD], ["timeline", BAD], ["diff", BAD], ["refs", BAD], ["search", BAD], ["scan", BAD], ["export", BAD],
        ["list", "--series", BAD, "--format", "json"], ["deadlines", "--owner", BAD], ["list", "--today", BAD],
        ["new", "--title", BAD, "--when", "2031-01-01"], ["move", "raad-2031-03", BAD], ["done", "raad-2031-03", BAD],
    ],
)  # fmt: skip
def test_arguments_that_are_not_utf8_cause_no_crash(words: list[str], run: Run) -> None:
    ran = run(*words)
    assert ran.code in {1, 2, 3}
    assert "mistake in brief" not in ran.err


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes no time zone from the environment")
@pytest.mark.parametrize("zone", ["X-99", "X-167", "Nergens/Niets"])
def test_a_wrong_time_zone_stops_no_command(zone: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        ran = [run("list"), run("show", "raad-2031-03"), run("export", "raad-2031-03")]
    time.tzset()
    assert [each.code for each in ran] == [0, 0, 0]


def test_an_output_path_without_permission_is_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    is_dir = Path.is_dir

    def refusing(path: Path) -> bool:
        if path.name == "c.ics":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return is_dir(path)

    monkeypatch.setattr(Path, "is_dir", refusing)
    ran = run("export", "raad-2031-03", "--output", "/theirs/c.ics")
    assert (ran.code, ran.err.splitlines()[-1]) == (3, "brief: /theirs/c.ics cannot be used: permission denied")


def test_the_log_of_a_bug_leaves_out_exception_messages(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = "GEHEIM"

    def broken(_: object) -> None:
        raise ValueError(word) from KeyError(word)

    monkeypatch.setattr("briefcli.cli.app._run", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ran = run("list")
    (log,) = tmp_path.glob("brief-*.log")
    assert (ran.code, str(log) in ran.err) == (70, True)
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "KeyError" in written
    assert "line " in written
    assert word not in written


def started(
    *words: str, cwd: Path, stdin: int = subprocess.DEVNULL, stdout: int = subprocess.PIPE
) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "briefcli", *words]
    return subprocess.Popen(command, cwd=cwd, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE)


@pytest.mark.posix
def test_input_that_comes_late_from_a_pipe_that_does_not_wait_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    with started("scan", "-", "--format", "csv", cwd=tmp_path, stdin=reading) as ran:
        time.sleep(1)
        for paper in (b"28676, nr. 427\n", b"28676, nr. 428\n"):
            os.write(writing, paper)
            time.sleep(0.1)
        os.close(writing)
        out, err = ran.communicate(timeout=60)
    os.close(reading)
    assert (b"kst-28676-427" in out, b"kst-28676-428" in out, err, ran.returncode) == (True, True, b"", 0)


@pytest.mark.posix
def test_input_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    with Path(os.devnull).open("wb") as nothing, started("scan", "-", cwd=tmp_path, stdin=nothing.fileno()) as ran:
        _, err = ran.communicate(timeout=60)
    assert (err.startswith(b"brief: standard input cannot be read: "), ran.returncode) == (True, 3)


@pytest.mark.posix
@pytest.mark.parametrize("fault", ["no folder", "no reader", "a pipe as settings", "a pipe as agenda"])
def test_a_tab_prints_no_error_and_does_not_wait(fault: str, tmp_path: Path) -> None:
    here = tmp_path / "here"
    (here / "agendas").mkdir(parents=True)
    if fault == "a pipe as agenda":
        os.mkfifo(here / "agendas" / "a.yaml")
    elif fault == "a pipe as settings":
        settings = Path(os.environ["XDG_CONFIG_HOME"], "brief", "config.toml")
        settings.parent.mkdir(parents=True)
        os.mkfifo(settings)
    script = "import os, shutil, sys; " + ("shutil.rmtree(os.getcwd()); " if fault == "no folder" else "")
    script += "sys.argv = ['brief', '__complete', 'show', '']; from briefcli.__main__ import main; main()"
    full = os.open("/dev/full" if fault == "no reader" and Path("/dev/full").exists() else os.devnull, os.O_WRONLY)
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=here, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(full)
    assert (ran.returncode, ran.stderr) == (0, b"")
