"""Work on many files, spread over the cores where there is enough of it."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from briefcli.catalog import language, use

WORTH_IT = 300  # tasks; with fewer, another process takes longer to start than it saves
BATCH = 20  # tasks, about 50 ms of work: at the end, one process waits for the last batches of another

T = TypeVar("T")
R = TypeVar("R")


def in_batches(work: Callable[[Sequence[T]], list[R]], tasks: Sequence[T]) -> Iterator[R]:
    """What `work` makes of the tasks, in any order. `work` is a function that another process can import."""
    batches = {start: tasks[start : start + BATCH] for start in range(0, len(tasks), BATCH)}
    if len(tasks) >= WORTH_IT and (others := _cores() - 1):
        try:
            for start, made in _shared(work, dict(batches), others):
                del batches[start]
                yield from made
        except (OSError, ImportError, RuntimeError):  # no processes can be had, or one was killed: go on alone
            pass
    yield from chain.from_iterable(map(work, batches.values()))


def _cores() -> int:
    """How many cores this process may use; where that cannot be asked, how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shared(
    work: Callable[[Sequence[T]], list[R]], batches: dict[int, Sequence[T]], others: int
) -> Iterator[tuple[int, list[R]]]:
    """What is made of each batch, by other processes from the first one on, and by this one from the last one back."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(others, get_context("spawn"), initializer=_begin, initargs=(language(),))
    try:
        given = deque((start, batch, pool.submit(work, batch)) for start, batch in batches.items())
        while given:
            (first, _, future), (last, batch, not_begun) = given[0], given[-1]
            if not future.done() and not_begun.cancel():
                given.pop()
                yield last, work(batch)
            else:
                yield first, future.result()
                given.popleft()
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
