"""Ctrl-C while the index is written: what was done so far is put away first."""

import signal
import threading
from types import FrameType, TracebackType
from typing import Self


class Interrupts:
    """Holds an interruption back until the end of the block, and says in `wanted` that there is one.

    Only the main thread is interrupted by signals; in any other nothing is held back.
    """

    def __init__(self) -> None:
        self.wanted = False
        self._is_main = threading.current_thread() is threading.main_thread()

    def __enter__(self) -> Self:
        if self._is_main:
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_main:
            signal.signal(signal.SIGINT, self._before)
        if self.wanted and kind is None:
            raise KeyboardInterrupt

    def _note(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self.wanted = True
