"""Work on many files, spread over the cores where there is enough of it."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from briefcli.catalog import language, use

WORTH_IT = 300  # tasks; with fewer, another process takes longer to start than it saves
BATCH = 25  # tasks, about 60 ms of work: small enough that no core waits long for another at the end

T = TypeVar("T")
R = TypeVar("R")


def in_batches(work: Callable[[Sequence[T]], list[R]], tasks: Sequence[T]) -> Iterator[R]:
    """What `work` makes of the tasks, in any order. `work` is a function that another process can import."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    left = {start: tasks[start : start + BATCH] for start in range(0, len(tasks), BATCH)}
    if cores > 1 and len(tasks) >= WORTH_IT:
        try:
            for start, made in _shared(work, left, cores - 1):
                del left[start]
                yield from made
        except (OSError, ImportError, RuntimeError):  # no processes can be had, or one was killed: go on alone
            pass
    yield from chain.from_iterable(map(work, left.values()))


def _shared(
    work: Callable[[Sequence[T]], list[R]], batches: Mapping[int, Sequence[T]], others: int
) -> Iterator[tuple[int, list[R]]]:
    """What is made of each batch, by other processes and by this one, each of which does the next that nobody began."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(others, get_context("spawn"), initializer=_begin, initargs=(language(),))
    try:
        given = {start: pool.submit(work, batch) for start, batch in batches.items()}
        while given:
            first, future = next(iter(given.items()))
            own = None if future.done() else next((start for start in given if given[start].cancel()), None)
            if own is None:
                yield first, future.result()
                del given[first]
            else:
                yield own, work(batches[own])
                del given[own]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # the processes end while the rows are written


def _begin(speaking: str) -> None:
    """Speak the language of the parent, as messages about files are made here too, and end with it.

    A pool's process does not see that its parent was killed, and would wait for ever. Ctrl-C is for the parent.
    """
    import gc
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    gc.set_threshold(200_000, 20, 20)  # as in the parent: reading makes much and no circles
    use(speaking)
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def wait() -> None:
        if parent := parent_process():
            parent.join()
        os._exit(1)

    Thread(target=wait, daemon=True).start()
