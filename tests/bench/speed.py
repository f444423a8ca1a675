"""Measures the main commands at each size: with an index, without one, and after one changed file."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.generated import TODAY, name_of, series_of, write_agendas
from tests.bench.timing import Command, Measured, compare, run

BRIEF = (sys.executable, "-m", "briefcli")
FLOOR = (sys.executable, "-m", "tests.bench.floor")
BARE = (sys.executable, "-m", "tests.bench.bare")
# The maximum ratio, by the number of agendas
WARM = {12: 1.15, 1_000: 1.3, 10_000: 1.6, 100_000: 7.0}
_OTHER_GOALS = {
    ("search", 10_000): 2.2,
    ("one changed file", 1_000): 1.3,
    ("one changed file", 10_000): 1.5,
}
_FIRST_RUN = 1.25
_SEARCH = ("search", "crisisverdediging")
_SETTLED = 2.1  # seconds after which the date of a file is trusted


def goal_of(name: str, size: int) -> float:
    """The maximum ratio of this figure. A size in between has the goal of the next larger size."""
    if name == "first run":
        return _FIRST_RUN
    size = min((each for each in WARM if each >= size), default=max(WARM))
    return _OTHER_GOALS.get((name, size), WARM[size])


def measure(size: int, rounds: int, work: Path) -> Iterator[Measured]:
    """All figures for one size. The agendas are generated in `work` if they are not there yet."""
    agendas = work / f"agendas-{size}"
    if not agendas.is_dir():
        write_agendas(agendas, size)
        time.sleep(_SETTLED)
    environment = environment_for(agendas, work / "cache")
    run((*BRIEF, "--version"), environment)  # compiles the program, as an installed one already is
    yield _from_nothing(agendas, environment, min(rounds, max(1, 10_000 // size)))
    run((*BRIEF, *_SEARCH), environment)
    for name, words in commands(size).items():
        command = (*BRIEF, *words)
        yield compare(name, command, (*FLOOR, str(_rows(command, environment))), environment, rounds)
    yield _after_a_change(agendas, size, environment, rounds)


def environment_for(agendas: Path, cache: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIEF_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # with it each run would compile the program
    ours = {"BRIEF_AGENDAS": str(agendas), "BRIEF_TODAY": TODAY.isoformat(), "XDG_CACHE_HOME": str(cache)}
    return kept | ours | {"COLUMNS": "200"}


def commands(size: int) -> dict[str, Command]:
    """The arguments of each command that is measured."""
    return {
        "show": ("show", name_of(size - 1)),
        "deadlines": ("deadlines",),
        "refs": ("refs", str(29_000 + 3 * series_of(0, size))),
        "list --upcoming": ("list", "--upcoming"),
        "search": _SEARCH,
    }


def _rows(command: Command, environment: Mapping[str, str]) -> int:
    """The number of rows that a command prints, so that the floor program prints as many."""
    ran = subprocess.run((*command, "--format", "json"), env=environment, capture_output=True, check=False)
    answer: Any = json.loads(ran.stdout)
    return len(answer) if isinstance(answer, list) else 25  # the lines of a meeting's tables


def _from_nothing(agendas: Path, environment: Mapping[str, str], rounds: int) -> Measured:
    """The elapsed time without an index, on all cores, compared with PyYAML's fast loader on one core."""

    def forget() -> None:
        shutil.rmtree(environment["XDG_CACHE_HOME"], ignore_errors=True)

    command, bare = (*BRIEF, "list", "--upcoming"), (*BARE, str(agendas))
    return compare("first run", command, bare, environment, rounds, before=forget, seconds=lambda run: run.waited)


def _after_a_change(agendas: Path, size: int, environment: Mapping[str, str], rounds: int) -> Measured:
    """A list after one file has changed, compared with the same list once more."""
    file = next(agendas.rglob(f"{name_of(size // 2)}.yaml"))
    text = file.read_text(encoding="utf-8")
    command = (*BRIEF, "list", "--upcoming")
    run(command, environment)

    def change() -> None:
        file.write_text(f"{text}# {time.time_ns()}\n", encoding="utf-8")
        time.sleep(_SETTLED)

    try:
        return compare("one changed file", command, command, environment, rounds, before=change)
    finally:
        file.write_text(text, encoding="utf-8")
