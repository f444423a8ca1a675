"""Work that a second process does meanwhile, where there is a second core for it.

The child is forked: it starts at once, has everything at hand, and answers with bytes. Whatever goes wrong with it,
its asker does the work again; so it never says anything itself, and nothing that it does may need to be undone.
"""

import os
import select
import signal
import sys
from collections.abc import Callable
from typing import Self

_OPENED = (0, 1, 2)  # the streams of the asker, on which the child neither reads nor writes


class Child:
    """A process at work."""

    def __init__(self, process: int, source: int) -> None:
        self._process = process
        self._source = source

    @classmethod
    def begin(cls, work: Callable[[], bytes]) -> Self | None:
        """Let another process do this work; None where that gains nothing or cannot be."""
        if not can_fork():
            return None
        source, sink = os.pipe()
        try:
            process = os.fork()
        except OSError:  # too many processes
            os.close(source)
            os.close(sink)
            return None
        if process == 0:
            os.close(source)  # else it would wait for itself to listen, once its asker is gone
            _work(work, sink)
        os.close(sink)
        return cls(process, source)

    def is_done(self) -> bool:
        """Whether `result` answers at once."""
        return bool(select.select([self._source], [], [], 0)[0])

    def result(self) -> bytes | None:
        """What it found, as soon as it has; None where it failed. To be asked once."""
        try:
            with os.fdopen(self._source, "rb") as source:
                found = source.read()
            _, status = os.waitpid(self._process, 0)
        except OSError:
            return None
        return found if status == 0 else None


def can_fork() -> bool:
    """Only Linux forks safely beside the system's own threads; on a single core it would cost and not gain."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _work(work: Callable[[], bytes], sink: int) -> None:
    """In the child: all of it, and the end of the process. Ctrl-C is for the one who asked."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in _OPENED:
            os.dup2(nowhere, stream)
        with os.fdopen(sink, "wb") as answer:
            answer.write(work())
        status = 0
    finally:
        os._exit(status)
