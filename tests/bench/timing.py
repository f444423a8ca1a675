"""How long commands take, always side by side: each round runs all of them once, and ratios are taken per round."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

import msgspec

Command = Sequence[str]


class Run(msgspec.Struct):
    """One run: seconds, and the most memory that it held, in MB."""

    seconds: float
    memory: float


class Measured(msgspec.Struct):
    """Medians over the rounds; `ratio` is the median of the ratios to what it is compared with."""

    name: str
    milliseconds: float
    ratio: float
    memory: float


def run(command: Command, environment: Mapping[str, str]) -> Run:
    """Run it to its end, its answer thrown away. Raises CalledProcessError for anything but an answer."""
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        errors = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command, stderr=errors)
    return Run(seconds, used.ru_maxrss / 1024)


def compare(
    commands: Mapping[str, tuple[Command, Command]],
    environment: Mapping[str, str],
    rounds: int,
    before: Callable[[], object] = lambda: None,
    between: Callable[[], object] = lambda: None,
) -> list[Measured]:
    """By name, a command and what it is compared with. Untimed, `before` runs ahead of the pair, `between` in it."""
    runs: dict[str, list[tuple[Run, Run]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, other) in commands.items():
            before()
            first = run(command, environment)
            between()
            runs[name].append((first, run(other, environment)))
    return [_measured(name, pairs) for name, pairs in runs.items()]


def _measured(name: str, pairs: Sequence[tuple[Run, Run]]) -> Measured:
    return Measured(
        name=name,
        milliseconds=round(median(one.seconds for one, _ in pairs) * 1000, 1),
        ratio=round(median(one.seconds / other.seconds for one, other in pairs), 2),
        memory=round(max(one.memory for one, _ in pairs), 1),
    )
