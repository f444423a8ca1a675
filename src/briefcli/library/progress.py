"""How far a long piece of work is, for whoever waits for it at a terminal."""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefcli.catalog import tr

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Watch = Callable[[int, int], None]  # called with how much is done, and of how much
SOON = 0.5  # seconds; what is done sooner needs no bar


def unwatched(done: int, total: int) -> None:
    """For whoever does not look."""


class Bar:
    """A bar on standard error, once the work takes longer than `SOON`; gone when it is done."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._bar: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            if time.monotonic() - self._since < SOON or done >= total:
                return
            self._bar = self._drawn(total)
        progress, task = self._bar
        progress.update(task, completed=done, total=total, refresh=True)
        if done >= total:
            self.close()

    def close(self) -> None:
        if self._bar is not None:
            self._bar[0].stop()
            self._bar = None

    @staticmethod
    def _drawn(total: int) -> "tuple[Progress, TaskID]":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # Refreshed by whoever works: a thread of its own would be there when workers are forked
        progress = Progress(*columns, console=Console(file=sys.stderr), transient=True, auto_refresh=False)
        progress.start()
        return progress, progress.add_task(tr("Reading agendas"), total=total)
