"""A sentence for answers that are passed on: agendas have errors, so something may be missing."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefcli.catalog import count
from briefcli.views.view import Heading, Remark, View

if TYPE_CHECKING:  # sqlite3 is not for `--help`
    from briefcli.index.queries import Index


def missing_words(index: "Index") -> str:
    """A sentence; empty where no agenda and no file of the record has errors."""
    broken = len(index.broken_files())
    said = count("Mind: {n} file has errors, so something may be missing here.",
                 "Mind: {n} files have errors, so something may be missing here.", broken)  # fmt: skip
    return said if broken else ""


def with_missing(view: View, index: "Index") -> View:
    """The view with that sentence on top, below its title."""
    words = missing_words(index)
    if not words:
        return view
    titles, rest = (view.blocks[:1], view.blocks[1:]) if isinstance(view.blocks[0], Heading) else ((), view.blocks)
    return replace(view, blocks=(*titles, Remark(words), *rest))
