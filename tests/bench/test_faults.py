"""The faults of the benchmark, at a size for every day."""

from pathlib import Path

from tests.bench.faults import clock_back, crowd, full_disk, kills, no_home, noise


def test_kills(tmp_path: Path) -> None:
    kills(tmp_path, size=330, times=10)


def test_many_at_once(tmp_path: Path) -> None:
    crowd(tmp_path, size=30, processes=6)


def test_noise(tmp_path: Path) -> None:
    noise(tmp_path, size=2, step=60_000)


def test_a_full_disk(tmp_path: Path) -> None:
    full_disk(tmp_path, size=12)


def test_no_home(tmp_path: Path) -> None:
    no_home(tmp_path, size=6)


def test_a_clock_that_jumps(tmp_path: Path) -> None:
    clock_back(tmp_path, size=6)
