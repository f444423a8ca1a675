"""An index that another process has brought up to date, so that the one who asks need not look at the files itself."""

import marshal
import sqlite3
from pathlib import Path
from typing import NamedTuple, Self

from briefcli.library.cache import Place
from briefcli.library.kept import make_ready, open_as_left
from briefcli.library.maker import Made
from briefcli.library.source import Source
from briefcli.library.survey import take_survey

# Files; more of them are read by several processes, with a progress bar, by the one who asks
MOST = 300


class Ready(NamedTuple):
    """Where the index of the folder `root` is, and how it was left."""

    root: str
    place: Place
    made: Made

    def packed(self) -> bytes:
        return marshal.dumps((self.root, str(self.place.file), str(self.place.seal), tuple(self.made)))

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """From what `packed` gave in a process of our own."""
        root, index, seal, made = marshal.loads(data)  # noqa: S302
        return cls(root, Place(Path(index), Path(seal)), Made(*made))

    def open(self) -> sqlite3.Connection | None:
        """That index; None where it is another by now, or cannot be had."""
        try:
            return open_as_left(self.place, self.made)
        except (OSError, sqlite3.Error):
            return None


def get_ready(source: Source, cache: Path, *, words: bool) -> Ready | None:
    """Bring the index in this cache up to date; None where there is more to read than `MOST` files.

    Raises OSError or sqlite3.Error where it cannot be kept.
    """
    left = make_ready(cache, source, take_survey(source.root), MOST, words=words)
    return None if left is None else Ready(str(source.root), *left)
