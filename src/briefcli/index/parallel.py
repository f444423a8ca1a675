"""Spreads work on many files over the processor cores, if there is enough work."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

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
        try:
            for start, made in _shared(work, left, cores - 1):
                del left[start]
                yield from made
        except (OSError, ImportError, RuntimeError):  # no process can be started, or one was killed: go on alone
            pass
    yield from chain.from_iterable(map(work, left.values()))


def _shared(
    work: Callable[[Sequence[T]], list[R]], batches: Mapping[int, Sequence[T]], others: int
) -> Iterator[tuple[int, list[R]]]:
    """The number of the first task of each batch, and the results of that batch.

    Other processes work on the next batches, and this one meanwhile on the last. No batch is cancelled: before Python
    3.12 the pool prints a traceback, and may wait for ever, if a process is killed after that.
    """
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(others, get_context("spawn"), initializer=_begin, initargs=(language(),))
    left, given = deque(batches), deque[tuple[int, Future[list[R]]]]()
    try:
        while left or given:
            while left and len(given) <= others:  # one more than there are processes, so that none waits
                given.append((left[0], pool.submit(work, batches[left.popleft()])))
            if left and not given[0][1].done():
                start = left.pop()
                yield start, work(batches[start])
            else:
                start, future = given.popleft()
                yield start, future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # the processes end while the rows are written


def _begin(speaking: str) -> None:
    """Prepare a worker process: use the language of the parent for messages, ignore Ctrl-C, and end with the parent."""
    import gc
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    gc.set_threshold(200_000, 20, 20)  # as in the parent: reading makes many objects, but no reference cycles
    use(speaking)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles it

    def wait() -> None:  # a worker does not notice that its parent was killed: it would wait for work for ever
        if parent := parent_process():
            parent.join()
        signal.raise_signal(signal.SIGTERM)  # ends this process at once, from this thread too

    Thread(target=wait, daemon=True).start()
