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
    said = count("Note: {n} file has errors, so something may be missing here.",
                 "Note: {n} files have errors, so something may be missing here.", broken)  # fmt: skip
    return said if broken else ""


def with_missing(view: View, index: "Index") -> View:
    """The view with the warning, if there is one, on top or below its title."""
    words = missing_words(index)
    if not words:
        return view
    titles, rest = (view.blocks[:1], view.blocks[1:]) if isinstance(view.blocks[0], Heading) else ((), view.blocks)
    return replace(view, blocks=(*titles, Remark(words), *rest))
