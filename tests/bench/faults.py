"""Whatever happens to the index, the answers are those of the files: kills, noise, many at once, a full disk.

Each fault is a function that can be run small (in the suite) and at full size (`python -m tests.bench --faults`).
It raises AssertionError where an answer is wrong.
"""

import contextlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.bench.generated import name_of, text_of, write_agendas
from tests.bench.speed import BRIEF, environment_for

_ASKED = (("deadlines", "--format", "json"), ("refs", "--format", "json"), ("check", "--format", "json"))


def kills(work: Path, *, size: int, times: int) -> None:
    """SIGKILL at random moments of the first run, of a refresh, and of reading."""
    agendas, environment = _made(work, size)
    chance = random.Random(1)  # noqa: S311  # the same moments each time
    start = time.monotonic()
    _answers(environment)
    longest = time.monotonic() - start
    for number in range(times):
        if number % 3 == 0:
            _forget(environment)
        _edit(agendas, chance.randrange(size), number)
        process = _start(environment)
        time.sleep(chance.uniform(0, longest / len(_ASKED)))
        process.kill()
        process.wait()
        if number % 25 == 9:
            assert _answers(environment) == _answers(environment | {"BRIEF_NO_CACHE": "1"}), f"after {number + 1} kills"
    assert _answers(environment) == _answers(environment | {"BRIEF_NO_CACHE": "1"})


def crowd(work: Path, *, size: int, processes: int) -> None:
    """Many at once, on no index and on a warm one, while files are being edited."""
    agendas, environment = _made(work, size)
    for _ in ("cold", "warm"):
        running = [_start(environment) for _ in range(processes)]
        number = 0
        while any(process.poll() is None for process in running):
            _edit(agendas, number % size, number)
            number += 1
            time.sleep(0.02)
        codes = {process.returncode for process in running}
        assert codes <= {0, 1}, f"exit codes {codes}"
        assert _answers(environment) == _answers(environment | {"BRIEF_NO_CACHE": "1"})


def noise(work: Path, *, size: int, step: int) -> None:
    """Each region of the index, and of its seal, overwritten."""
    _, environment = _made(work, size)
    right = _answers(environment)
    chance = random.Random(2)  # noqa: S311  # the same noise each time
    for kind in ("*.sqlite", "*.seal"):
        index = next(Path(environment["XDG_CACHE_HOME"]).rglob(kind))
        for start in range(0, index.stat().st_size, step):
            index = next(Path(environment["XDG_CACHE_HOME"]).rglob(kind))
            with index.open("r+b") as file:
                file.seek(start)
                file.write(chance.randbytes(min(step, 512)))
            assert _answers(environment) == right, f"{kind} overwritten at {start}"


def full_disk(work: Path, *, size: int) -> None:
    """A cache on a file system that is too small for it. Needs the right to mount one; else nothing is tried."""
    _, environment = _made(work, size)
    right = _answers(environment | {"BRIEF_NO_CACHE": "1"})
    for room in ("64k", "512k", "2m"):
        with _small_disk(work / "small", room) as disk:
            if disk is not None:
                assert _answers(environment | {"XDG_CACHE_HOME": str(disk)}) == right, f"with {room}"


def no_home(work: Path, *, size: int) -> None:
    """No folder for a cache: a file in its place, a home that is not there, a home that may only be read."""
    _, environment = _made(work, size)
    right = _answers(environment | {"BRIEF_NO_CACHE": "1"})
    (work / "file").write_text("in the way", encoding="utf-8")
    without = {name: value for name, value in environment.items() if name != "XDG_CACHE_HOME"}
    for home in (work / "file", Path("/proc/nowhere"), Path("/sys")):
        assert _answers(without | {"HOME": str(home)}) == right, f"with {home.name} as home"


def clock_back(work: Path, *, size: int) -> None:
    """Files with dates in the future and long ago, as after a clock that was wrong, changed without a new date."""
    agendas, environment = _made(work, size)
    _answers(environment)
    for number, year in enumerate((1971, 2099, 2026)):
        file = _edit(agendas, number, number)
        then = int(time.mktime((year, 1, 1, 0, 0, 0, 0, 0, 0))) * 10**9
        os.utime(file, ns=(then, then))
        assert _answers(environment) == _answers(environment | {"BRIEF_NO_CACHE": "1"}), f"with a date in {year}"


FULL: dict[str, Callable[[Path], None]] = {
    "500 kills": lambda work: kills(work, size=3_000, times=500),
    "32 processes at once": lambda work: crowd(work, size=3_000, processes=32),
    "noise over each region": lambda work: noise(work, size=60, step=4096),
    "a full disk": lambda work: full_disk(work, size=300),
    "no home to write in": lambda work: no_home(work, size=60),
    "a clock that jumps": lambda work: clock_back(work, size=60),
}


def run_all(work: Path, write: Callable[[str], None]) -> bool:
    """All of them at full size; False where an answer was wrong."""
    is_right = True
    for name, fault in FULL.items():
        start = time.monotonic()
        with tempfile.TemporaryDirectory(dir=work) as folder:
            try:
                fault(Path(folder))
            except AssertionError as wrong:
                is_right = False
                write(f"✗ {name}: {wrong}")
            else:
                write(f"✓ {name} ({time.monotonic() - start:.0f} s)")
    return is_right


def _made(work: Path, size: int) -> tuple[Path, dict[str, str]]:
    agendas = work / "agendas"
    write_agendas(agendas, size)
    return agendas, environment_for(agendas, work / "cache")


def _answers(environment: Mapping[str, str]) -> list[bytes]:
    """What the commands print; none may fail or complain."""
    found = []
    for words in _ASKED:
        ran = subprocess.run((*BRIEF, *words), env=environment, capture_output=True, check=False, timeout=300)
        assert ran.returncode in (0, 1), ran.stderr.decode()
        found.append(ran.stdout)
    return found


def _start(environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    command = (*BRIEF, *_ASKED[0])
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _edit(agendas: Path, number: int, salt: int) -> Path:
    """Another text for one agenda, put in its place at once, as editors do."""
    file = next(agendas.rglob(f"{name_of(number)}.yaml"))
    beside = file.with_suffix(".new")
    beside.write_text(text_of(number + salt * 7 + 1, 10**6), encoding="utf-8")
    beside.replace(file)
    return file


def _forget(environment: Mapping[str, str]) -> None:
    for file in Path(environment["XDG_CACHE_HOME"]).rglob("*.sqlite"):
        file.unlink(missing_ok=True)


@contextlib.contextmanager
def _small_disk(place: Path, room: str) -> Iterator[Path | None]:
    place.mkdir(exist_ok=True)
    command = ("mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(place))
    try:
        mounted = sys.platform == "linux" and subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    try:
        yield place if mounted else None
    finally:
        if mounted:
            subprocess.run(("umount", str(place)), capture_output=True, check=False)
