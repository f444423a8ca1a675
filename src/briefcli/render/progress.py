"""A progress bar for long work, on standard error."""

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SOON = 0.5  # seconds; what is done sooner needs no bar


class Bar:
    """A bar that appears once the work has taken `_SOON`, and disappears when the work is done.

    Call it with the number of things done and their total.
    """

    def __init__(self, words: str) -> None:
        self._words = words
        self._since = time.monotonic()
        self._bar: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None and done < total and time.monotonic() - self._since >= _SOON:
            self._bar = self._drawn(total)
        if self._bar is not None:
            progress, task = self._bar
            progress.update(task, completed=done, total=total, refresh=True)
            if done >= total:
                progress.stop()
                self._bar = None

    def _drawn(self, total: int) -> "tuple[Progress, TaskID]":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # The working thread refreshes the bar: a second thread does not go well with worker processes
        progress = Progress(*columns, console=Console(file=sys.stderr), transient=True, auto_refresh=False)
        progress.start()
        return progress, progress.add_task(self._words, total=total)
