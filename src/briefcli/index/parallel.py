"""Spreads work on many files over the processor cores, if there is enough work."""

import contextlib
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from briefcli.catalog import language, use

WORTH_IT = 300  # tasks; with fewer, another process takes longer to start than it saves
BATCH = 25  # tasks, about 60 ms of work: small enough that no core waits long for another at the end

T = TypeVar("T")
R = TypeVar("R")


def in_batches(work: Callable[[Sequence[T]], list[R]], tasks: Sequence[T]) -> Iterator[R]:
    """The results of `work` for all tasks, in any order. `work` is a function that another process can import."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    left = {start: tasks[start : start + BATCH] for start in range(0, len(tasks), BATCH)}
    if cores > 1 and len(tasks) >= WORTH_IT:
        # No process can be started: go on alone. Alone too with the batch of a process that ended early
        with contextlib.suppress(OSError, ImportError, RuntimeError):
            for start, made in _shared(work, left, cores - 1):
                del left[start]
                yield from made
    yield from chain.from_iterable(map(work, left.values()))


def _shared(
    work: Callable[[Sequence[T]], list[R]], batches: Mapping[int, Sequence[T]], others: int
) -> Iterator[tuple[int, list[R]]]:
    """The number of the first task of each batch, and the results of that batch.

    Other processes work on the first batches, each with a thread here that waits for it, and this one on the last. They
    have pipes alone: Python warns of the semaphores of its own pool if this process is killed.
    """
    from multiprocessing import get_context
    from threading import Thread

    left, done, context = deque(batches), deque[tuple[int, list[R]]](), get_context("spawn")

    def give(pipe: Any) -> None:
        with pipe, contextlib.suppress(IndexError, EOFError, OSError):  # nothing is left, or the process was killed
            while True:
                start = left.popleft()
                pipe.send(batches[start])
                done.append((start, pipe.recv()))

    threads = []
    try:
        for _ in range(others):
            ours, theirs = context.Pipe()
            with theirs:
                context.Process(target=_serve, args=(theirs, work, language()), daemon=True).start()
            threads.append(Thread(target=give, args=(ours,), daemon=True))
            threads[-1].start()
        while left:
            with contextlib.suppress(IndexError):  # a thread has just taken the last
                start = left.pop()
                yield start, work(batches[start])
            while done:
                yield done.popleft()
        for thread in threads:
            thread.join()
        yield from done
    finally:
        left.clear()


def _serve(pipe: Any, work: Callable[[Any], Any], speaking: str) -> None:
    """Do the work that comes through the pipe until the parent closes it or is killed. Ctrl-C is for the parent."""
    import gc
    import signal

    gc.set_threshold(200_000, 20, 20)  # as in the parent: reading makes many objects, but no reference cycles
    use(speaking)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(Exception):  # after a mistake in the work itself, the parent makes it too
        while True:
            pipe.send(work(pipe.recv()))
