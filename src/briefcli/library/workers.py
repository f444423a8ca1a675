"""Much work of one sort, done on all the cores there are. The one who asked uses each part as it comes."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

WORTH_IT = 300  # tasks; below it starting the workers (15 ms) costs as much as they save
BATCH = 40  # tasks; about 15 ms of work, and small enough for a smooth progress bar

_encode = msgspec.msgpack.Encoder().encode

T = TypeVar("T")
R = TypeVar("R")
_Work = Callable[[Sequence[T]], bytes]


def done_in_batches(
    work: Callable[[Sequence[T]], R], tasks: Sequence[T], decoder: "msgspec.msgpack.Decoder[R]"
) -> Iterator[R]:
    """What `work` makes of all tasks, a batch at a time, in any order. Closing the iterator early ends the workers."""
    cores = _cores()
    if len(tasks) < WORTH_IT or cores < 2:
        yield from map(work, _batches(tasks))
    else:
        yield from map(decoder.decode, _shared_out(partial(_encoded, work), tasks, cores))


def _encoded(work: Callable[[Sequence[T]], R], tasks: Sequence[T]) -> bytes:
    return _encode(work(tasks))


def _batches(tasks: Sequence[T]) -> Iterator[Sequence[T]]:
    return (tasks[start : start + BATCH] for start in range(0, len(tasks), BATCH))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shared_out(work: "_Work[T]", tasks: Sequence[T], cores: int) -> Iterator[bytes]:
    from multiprocessing import get_context
    from multiprocessing.connection import wait

    # A fork has everything at hand and starts at once; elsewhere it is not safe beside the system's own threads
    forks = sys.platform == "linux"
    context = get_context("fork") if forks else get_context("spawn")
    sources: list[Connection[bytes, bytes]] = []
    workers = []
    try:
        for number in range(cores):
            source, sink = context.Pipe(duplex=False)
            share = tasks[number::cores]
            sources.append(source)
            # Daemons end with us; one whose asker was killed ends at its next word, as nobody listens any more:
            # which holds only once the listening ends that a fork inherits are closed
            inherited = tuple(sources) if forks else ()
            worker = context.Process(target=_work, args=(work, share, sink, inherited), daemon=True)
            worker.start()
            sink.close()
            workers.append(worker)
        while sources:
            ready = wait(sources)
            for source in [each for each in sources if each in ready]:
                try:
                    yield source.recv_bytes()
                except EOFError:
                    sources.remove(source)
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join()
    if any(worker.exitcode for worker in workers if worker.exitcode != -signal.SIGTERM):
        raise ChildProcessError("a worker ended before its work was done")


def _work(
    work: "_Work[T]",
    tasks: Sequence[T],
    sink: "Connection[bytes, bytes]",
    inherited: Sequence["Connection[bytes, bytes]"],
) -> None:
    for source in inherited:
        source.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asked decides
    try:
        for batch in _batches(tasks):
            sink.send_bytes(work(batch))
    except BrokenPipeError:
        return
