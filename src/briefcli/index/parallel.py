"""Spreads work on many files over the processor cores, if there is enough work."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from briefcli.catalog import language, use

WORTH_IT = 300  # tasks; with fewer, another process takes longer to start than it saves
BATCH = 25  # tasks, about 60 ms of work

T = TypeVar("T")
R = TypeVar("R")


def in_batches(work: Callable[[Sequence[T]], list[R]], tasks: Sequence[T]) -> Iterator[R]:
    """The results of `work` for all tasks, in any order. `work` is a function that another process can import.

    Other processes work on the first tasks, this one meanwhile on the last. If one of them cannot be started, fails or
    is killed, this process does its tasks. They are joined by pipes only: what a pool makes besides (semaphores and
    threads) prints warnings or waits for ever if one of the processes is killed.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    left = deque(tasks)
    given: dict[Any, list[T]] = {}  # by the connection to a process: the batch that it works on
    try:
        if len(tasks) >= WORTH_IT:
            with suppress(OSError, ImportError, RuntimeError):
                for _ in range(cores - 1):
                    given[_started(work)] = []
        while left or any(given.values()):
            for process in [each for each in given if left or given[each]]:
                made: list[R] = []
                try:
                    if not left or process.poll():
                        made = process.recv()
                        given[process] = [left.popleft() for _ in range(min(BATCH, len(left)))]
                        process.send(given[process])
                except (OSError, EOFError):
                    left.extend(given.pop(process))
                yield from made
            if left:
                yield from work([left.pop()])
    finally:
        for process in given:
            process.close()


def _started(work: Callable[[Sequence[T]], list[R]]) -> Any:
    """A connection to a new process that does this work. Raises OSError, ImportError or RuntimeError."""
    from multiprocessing import Pipe, get_context

    ours, theirs = Pipe()
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)  # on POSIX, the process inherits this
    try:
        get_context("spawn").Process(target=_serve, args=(theirs, work, language()), daemon=True).start()
    finally:
        signal.signal(signal.SIGINT, usual)
        theirs.close()
    return ours


def _serve(parent: Any, work: Callable[[Sequence[T]], list[R]], speaking: str) -> None:
    """Return the results of one batch after the other, until the parent closes the connection or ends.

    First, an empty list tells that this process is ready. Ctrl-C is for the parent to handle.
    """
    import gc

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(200_000, 20, 20)  # as in the parent: reading makes many objects, but no reference cycles
    use(speaking)
    with suppress(Exception):  # the parent does itself what failed here
        parent.send([])
        while True:
            parent.send(work(parent.recv()))
