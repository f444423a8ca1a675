"""Work that a second process does meanwhile, where there is a second core for it.

The child is forked: it starts at once, has everything at hand, and answers with bytes. Whatever goes wrong with it,
its asker does the work again; so it never says anything itself, and nothing that it does may need to be undone.
"""

import contextlib
import os
import select
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Self

try:
    import fcntl
except ImportError:  # no such system forks
    fcntl = None  # type: ignore[assignment]

_OPENED = (0, 1, 2)  # the streams of the asker, on which the child neither reads nor writes
_PIPE = 1 << 20  # bytes that it can send before they are read
_LENGTH = 8  # bytes before each part, which say how long it is

Work = Callable[[], Iterable[bytes]]


# On which processes of ours this one listens. A child must let go of them: else the others would not be told when
# nobody listens any more, and work on for nobody.
_listening: set[int] = set()
_ending: list[int] = []  # processes that gave their last answer, and are to be buried by who begins the next


class Child:
    """A process at work, which answers in one part or several."""

    def __init__(self, process: int, source: int) -> None:
        self.process = process
        self.source = source
        _listening.add(source)

    @classmethod
    def begin(cls, work: Work) -> Self | None:
        """Let another process do this work; None where that gains nothing or cannot be."""
        if not can_fork():
            return None
        _bury_dead()
        source, sink = os.pipe()
        with contextlib.suppress(OSError, AttributeError):  # else it is sent in more pieces
            fcntl.fcntl(sink, fcntl.F_SETPIPE_SZ, _PIPE)
        try:
            process = os.fork()
        except OSError:  # too many processes
            os.close(source)
            os.close(sink)
            return None
        if process == 0:
            _listening.add(source)
            _work(work, sink)
        os.close(sink)
        return cls(process, source)

    def has_answered(self) -> bool:
        """Whether the next part is there, or will never be."""
        return bool(select.select([self.source], [], [], 0)[0])

    def part(self) -> bytes | None:
        """The next part of its answer, as soon as it is there; None where there is none any more."""
        length = self._read(_LENGTH)
        return self._read(int.from_bytes(length)) if length is not None else None

    def last_part(self) -> bytes | None:
        """The next part, if none is expected after it: the process then ends by itself."""
        found = self.part()
        self._let_go()
        _ending.append(self.process)  # to wait for its end takes a millisecond, in which nothing would be done
        return found

    def end(self) -> None:
        """Have no more of it, whatever it is at: so only for work that leaves nothing half done."""
        os.kill(self.process, signal.SIGKILL)
        self._let_go()
        os.waitpid(self.process, 0)

    def _let_go(self) -> None:
        os.close(self.source)
        _listening.discard(self.source)

    def _read(self, length: int) -> bytes | None:
        """So many bytes, and none more: what is not read is seen by who waits for it."""
        found: list[bytes] = []
        while length and (data := os.read(self.source, length)):
            found.append(data)
            length -= len(data)
        return None if length else b"".join(found)


def answered(children: Iterable[Child]) -> list[Child]:
    """Those of them whose next part is there, or that have ended; waits for one."""
    by_source = {child.source: child for child in children}
    return [by_source[source] for source in select.select(list(by_source), [], [])[0]]


def can_fork() -> bool:
    """Only Linux forks safely beside the system's own threads; on a single core it would cost and not gain."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _bury_dead() -> None:
    """Who waits for changes asks again and again: what ended must not stay in the system's list until he stops."""
    _ending[:] = [process for process in _ending if os.waitpid(process, os.WNOHANG)[0] == 0]


def _work(work: Work, sink: int) -> None:
    """In the child: all of it, and the end of the process. Ctrl-C is for the one who asked."""
    try:
        while _listening:  # and forget them: it may begin a child of its own
            os.close(_listening.pop())
        _ending.clear()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in _OPENED:
            os.dup2(nowhere, stream)
        with os.fdopen(sink, "wb") as answer:
            for part in work():
                answer.write(len(part).to_bytes(_LENGTH))
                answer.write(part)
                answer.flush()
    finally:
        os._exit(0)
