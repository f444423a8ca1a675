"""Work on many files, spread over the cores where there is enough of it."""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from briefcli.catalog import language, use

WORTH_IT = 300  # tasks; with fewer, other processes take longer to start than they save
BATCH = 50  # tasks, about 100 ms of work

T = TypeVar("T")
R = TypeVar("R")


def in_batches(work: Callable[[Sequence[T]], list[R]], tasks: Sequence[T]) -> Iterator[R]:
    """What `work` makes of the tasks, in their order. `work` is a function that another process can import."""
    batches = [tasks[start : start + BATCH] for start in range(0, len(tasks), BATCH)]
    if len(tasks) < WORTH_IT or _cores() < 2:
        yield from chain.from_iterable(map(work, batches))
        return
    done = 0
    try:
        for made in _by_processes(work, batches):
            yield from made
            done += 1
    except (OSError, ImportError, RuntimeError):  # no processes can be had, or one was killed: go on alone
        yield from chain.from_iterable(map(work, batches[done:]))


def _cores() -> int:
    """How many cores this process may use; where that cannot be asked, how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _by_processes(work: Callable[[Sequence[T]], list[R]], batches: Sequence[Sequence[T]]) -> Iterator[list[R]]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_begin, initargs=(language(),))
    try:
        yield from pool.map(work, batches)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # the processes end while the rows are written


def _begin(speaking: str) -> None:
    """Speak the language of the parent, as messages about files are made here too, and end with it."""
    import gc

    gc.set_threshold(200_000, 20, 20)  # as in the parent: reading makes much and no circles
    use(speaking)
    _end_with_parent()


def _end_with_parent() -> None:
    """A pool's process does not see that its parent was killed, and would wait for ever. Ctrl-C is for the parent."""
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    Thread(target=wait, daemon=True).start()
