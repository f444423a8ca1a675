"""How long commands take: the least of several rounds, as other work on the machine only adds to it."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence

import msgspec

Command = Sequence[str]


class Run(msgspec.Struct):
    """One run: seconds of processor time, its own processes included, seconds that one waits, the most memory in MB."""

    seconds: float
    waited: float
    memory: float


class Measured(msgspec.Struct):
    """The least over the rounds; `ratio` is that to the least of what it is compared with."""

    name: str
    milliseconds: float
    ratio: float
    memory: float


def run(command: Command, environment: Mapping[str, str]) -> Run:
    """Run it to its end, its answer thrown away. Raises CalledProcessError for anything but an answer."""
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
    """A command beside another one, in turn, by what `seconds` takes of each run. Before each pair, `before` runs."""
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
