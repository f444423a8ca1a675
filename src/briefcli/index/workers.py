"""Much work of one sort, done on all the cores there are. The one who asked uses each part as it comes."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

import msgspec

from briefcli.index.child import Child, answered, can_fork

WORTH_IT = 300  # tasks; below it starting the workers costs as much as they save
BATCH = 40  # tasks; about 15 ms of work, and small enough for a smooth progress bar

_encode = msgspec.msgpack.Encoder().encode
_DONE = b""  # the last part of a worker that came to its end

T = TypeVar("T")
R = TypeVar("R")


def done_in_batches(work: Callable[[Sequence[T]], R], tasks: Sequence[T], made: type[R]) -> Iterator[R]:
    """What `work` makes of all tasks (of the type `made`), a batch at a time, in any order.

    Closing the iterator early ends the workers.
    """
    workers = _begun(work, tasks) if len(tasks) >= WORTH_IT and can_fork() else []
    if workers:
        yield from map(msgspec.msgpack.Decoder(made).decode, _parts(workers))
    else:
        yield from map(work, _batches(tasks))


def _begun(work: Callable[[Sequence[T]], R], tasks: Sequence[T]) -> list[Child]:
    """A worker for each core, with its share of the tasks; none where not all of them can be had."""
    cores = _cores()
    workers: list[Child] = []
    for number in range(cores):
        worker = Child.begin(partial(_answers, work, tasks[number::cores]))
        if worker is None:
            for each in workers:
                each.end()
            return []
        workers.append(worker)
    return workers


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _batches(tasks: Sequence[T]) -> Iterator[Sequence[T]]:
    return (tasks[start : start + BATCH] for start in range(0, len(tasks), BATCH))


def _answers(work: Callable[[Sequence[T]], R], tasks: Sequence[T]) -> Iterator[bytes]:
    for batch in _batches(tasks):
        yield _encode(work(batch))
    yield _DONE


def _parts(workers: list[Child]) -> Iterator[bytes]:
    working = list(workers)
    try:
        while working:
            for worker in answered(working):
                part = worker.part()
                if part is None:
                    raise ChildProcessError("a worker ended before its work was done")
                if part == _DONE:
                    working.remove(worker)
                else:
                    yield part
    finally:
        for worker in workers:
            worker.end()
