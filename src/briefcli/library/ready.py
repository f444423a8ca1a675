"""What another process finds out while a command is being loaded: an index that is up to date, or what lacks."""

import marshal
import sqlite3
from pathlib import Path
from typing import Any, NamedTuple, Self

from briefcli.library.cache import Place
from briefcli.library.kept import make_ready, open_as_left
from briefcli.library.maker import Made
from briefcli.library.source import Source
from briefcli.library.survey import Folder, Survey, take_survey

# Files; more of them are read by several processes, with a progress bar, by the one who asks
MOST = 300


class Ready(NamedTuple):
    """About the folder `root`: where its index is and how it was `left`, or else the survey that it does not fit."""

    root: str
    left: tuple[Place, Made] | None
    survey: Survey | None

    def packed(self) -> bytes:
        left: tuple[Any, ...] = (*map(str, self.left[0]), *self.left[1]) if self.left else ()
        folders: list[Any] = [tuple(each) for each in self.survey.folders.values()] if self.survey else []
        return marshal.dumps((self.root, left, self.survey.taken_ns if self.survey else 0, folders))

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """From what `packed` gave in a process of our own."""
        root, left, taken_ns, folders = marshal.loads(data)  # noqa: S302
        survey = Survey({each[0]: Folder(*each) for each in folders}, taken_ns) if folders else None
        return cls(root, (Place(Path(left[0]), Path(left[1])), Made(*left[2:])) if left else None, survey)

    def open(self) -> sqlite3.Connection | None:
        """The index as it was left; None where it is another by now, or cannot be had."""
        try:
            return open_as_left(*self.left) if self.left is not None else None
        except (OSError, sqlite3.Error):
            return None


def get_ready(source: Source, cache: Path, *, words: bool) -> Ready:
    """Bring the index in this cache up to date, unless there is more to read than `MOST` files.

    Raises OSError or sqlite3.Error where it cannot be kept.
    """
    survey = take_survey(source.root)
    left = make_ready(cache, source, survey, MOST, words=words)
    return Ready(str(source.root), left, None if left else survey)
