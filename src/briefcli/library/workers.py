"""Reading many files on all the cores there are. The one who asked writes the index meanwhile."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefcli.library.filing import Filed, Task, file_agenda
from briefcli.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

WORTH_IT = 300  # files; below it starting the workers (15 ms) costs as much as they save
BATCH = 40  # files; about 15 ms of work, and small enough for a smooth progress bar

_encode = msgspec.msgpack.Encoder().encode
_decoder = msgspec.msgpack.Decoder(list[Filed])


def file_all(root: Path, tasks: Sequence[Task], settings: Settings) -> Iterator[list[Filed]]:
    """Every file, in batches, in any order. Closing the iterator early ends the workers."""
    cores = _cores()
    if len(tasks) < WORTH_IT or cores < 2:
        for start in range(0, len(tasks), BATCH):
            yield [file_agenda(root, task, settings) for task in tasks[start : start + BATCH]]
        return
    yield from _shared_out(root, tasks, settings, cores)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shared_out(root: Path, tasks: Sequence[Task], settings: Settings, cores: int) -> Iterator[list[Filed]]:
    from multiprocessing import get_context
    from multiprocessing.connection import wait

    # A fork has everything at hand and starts at once; elsewhere it is not safe beside the system's own threads
    forks = sys.platform == "linux"
    if forks:
        _load_readers()
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
            worker = context.Process(target=_work, args=(root, share, settings, sink, inherited), daemon=True)
            worker.start()
            sink.close()
            workers.append(worker)
        while sources:
            ready = wait(sources)
            for source in [each for each in sources if each in ready]:
                try:
                    yield _decoder.decode(source.recv_bytes())
                except EOFError:
                    sources.remove(source)
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join()
    if any(worker.exitcode for worker in workers if worker.exitcode != -signal.SIGTERM):
        raise ChildProcessError("a worker ended before its work was done")


def _load_readers() -> None:
    """Once, for all who are forked: each would take 90 ms for it."""
    import briefcli.domain.reference.reader
    import briefcli.reading.reader  # noqa: F401


def _work(
    root: Path,
    tasks: Sequence[Task],
    settings: Settings,
    sink: "Connection[bytes, bytes]",
    inherited: Sequence["Connection[bytes, bytes]"],
) -> None:
    for source in inherited:
        source.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asked decides
    try:
        for start in range(0, len(tasks), BATCH):
            filed = [file_agenda(root, task, settings) for task in tasks[start : start + BATCH]]
            sink.send_bytes(_encode(filed))
    except BrokenPipeError:
        return
