"""What a reader of a file does not see is no part of the memo; that some was there is always said."""

from briefcli.catalog import later, tr

HIDDEN = later("hidden text is left out")
BLACKENED = later("text that was made black is left out")
COVERED = later("text that a shape may lie over is left out")
COLOURLESS = later("text in the colour of its background is left out")
TINY = later("text too small to be read is left out")
DELETED = later("text that a tracked change deleted is left out")
COMMENTS = later("comments are left out")
OTHER_FILE = later("a part that is another file is left out")
PLACEHOLDER = later("the prompt of an empty field is left out")
UNSEEN = later("text that nobody sees on the page (covered, blackened, transparent, hidden or outside it) is left out")


class LeftOut:
    """Collects what was left out of one file, each sort once."""

    def __init__(self) -> None:
        self._sorts: set[str] = set()

    def add(self, sort: str) -> None:
        self._sorts.add(sort)

    def remarks(self) -> list[str]:
        return [tr(sort) for sort in sorted(self._sorts)]
