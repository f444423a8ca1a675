"""How far long work is, on a line of standard error."""

import sys
import time

_SOON = 0.5  # seconds; what is done sooner needs no line


class Bar:
    """A line that appears once the work has taken `_SOON`, and disappears when the work is done.

    Call it with the number of things done and their total.
    """

    def __init__(self, words: str) -> None:
        self._words, self._since, self._columns = words, time.monotonic(), 0

    def __call__(self, done: int, total: int) -> None:
        if done < total and time.monotonic() - self._since >= _SOON:
            share = 20 * done // total
            line = f"{self._words} {'#' * share}{'.' * (20 - share)} {done}/{total}"
            self._columns = len(line)
            sys.stderr.write(f"\r{line}")
        elif done >= total and self._columns:
            sys.stderr.write(f"\r{' ' * self._columns}\r")
            self._columns = 0
        sys.stderr.flush()
