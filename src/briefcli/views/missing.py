"""A warning for answers that users pass on: files have errors, so something may be missing."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefcli.catalog import count
from briefcli.views.view import Heading, Remark, View

if TYPE_CHECKING:  # `--help` must not load sqlite3
    from briefcli.index.queries import Index


def missing_words(index: "Index") -> str:
    """The warning as a sentence; empty if no agenda and no file of the record has errors."""
    broken = len(index.broken_files())
    said = count("Mind: {n} file has errors, so something may be missing here.",
                 "Mind: {n} files have errors, so something may be missing here.", broken)  # fmt: skip
    return said if broken else ""


def with_missing(view: View, index: "Index") -> View:
    """The view with the warning, if there is one, on top or below its title."""
    words, below = missing_words(index), isinstance(next(iter(view.blocks), None), Heading)
    return replace(view, blocks=(*view.blocks[:below], Remark(words), *view.blocks[below:])) if words else view
