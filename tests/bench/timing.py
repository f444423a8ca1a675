"""Measures how long commands take: the least of several rounds, because other work on the machine only adds time."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence

import msgspec

Command = Sequence[str]


class Run(msgspec.Struct):
    """One run: processor time in seconds (with child processes), elapsed time in seconds, and peak memory in MB."""

    seconds: float
    waited: float
    memory: float


class Measured(msgspec.Struct):
    """The least time of all rounds. `ratio` divides it by the least time of the command that it is compared with."""

    name: str
    milliseconds: float
    ratio: float
    memory: float


def run(command: Command, environment: Mapping[str, str]) -> Run:
    """Run a command to its end, and discard its output. Raises CalledProcessError if its exit code is not 0 or 1."""
    began = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        errors = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command, stderr=errors)
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)


def compare(
    name: str,
    command: Command,
    other: Command,
    environment: Mapping[str, str],
    rounds: int,
    before: Callable[[], object] = lambda: None,
    seconds: Callable[[Run], float] = lambda one: one.seconds,
) -> Measured:
    """Compare two commands by the `seconds` of their runs, which alternate. `before` is called before each pair."""
    runs = []
    for _ in range(rounds):
        before()
        runs.append((run(command, environment), run(other, environment)))
    least = min(seconds(one) for one, _ in runs)
    return Measured(
        name=name,
        milliseconds=round(least * 1000, 1),
        ratio=round(least / min(seconds(other) for _, other in runs), 2),
        memory=round(max(one.memory for one, _ in runs), 1),
    )
