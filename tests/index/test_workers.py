"""No process outlives whoever asked for it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefcli.index.child import can_fork
from briefcli.index.workers import WORTH_IT


def _alive(folder: Path) -> list[str]:
    """The processes whose environment names this folder."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and str(folder).encode() in (process / "environ").read_bytes():
                found.append(process.name)
        except OSError:
            continue
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells which processes are alive")
def test_workers_end_when_their_asker_is_killed(tmp_path: Path) -> None:
    for number in range(WORTH_IT * 8):
        (tmp_path / f"a-{number}.yaml").write_text(
            f"title: A {number}\nwhen: 2031-03-18\n" + "key_points:\n" + "  - punt\n" * 60
        )
    environment = {
        "BRIEF_AGENDAS": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PATH": os.environ["PATH"],
    }
    asker = subprocess.Popen(
        [sys.executable, "-m", "briefcli", "list", "--format", "json"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    patience = time.monotonic() + 20
    while len(_alive(tmp_path)) < 3 and time.monotonic() < patience and asker.poll() is None:
        time.sleep(0.01)
    assert len(_alive(tmp_path)) > 2 or len(os.sched_getaffinity(0)) < 2
    asker.send_signal(signal.SIGKILL)
    asker.wait()
    while _alive(tmp_path) and time.monotonic() < patience:
        time.sleep(0.05)
    assert _alive(tmp_path) == []


@pytest.mark.skipif(not can_fork(), reason="a child is begun only where there is a second core for it")
def test_a_child_ends_when_nobody_listens(tmp_path: Path) -> None:
    script = (
        "import os, time; from briefcli.index.child import Child; "
        "Child.begin(lambda: [bytes(10**7)]); time.sleep(0.5); os.kill(os.getpid(), 9)"
    )
    environment = {"WHO": str(tmp_path), "PATH": os.environ["PATH"]}
    subprocess.run([sys.executable, "-c", script], env=environment, check=False)
    patience = time.monotonic() + 5
    while _alive(tmp_path) and time.monotonic() < patience:
        time.sleep(0.05)
    assert _alive(tmp_path) == []
