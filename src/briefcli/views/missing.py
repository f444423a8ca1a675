"""What is said in an answer that is passed on, where agendas with errors may be why something is not in it."""

from msgspec.structs import replace

from briefcli.catalog import count
from briefcli.index.queries import Index
from briefcli.views.view import Remark, View


def missing_words(index: Index) -> str:
    """A sentence; empty where no agenda file has errors."""
    broken = index.broken_files()
    if not broken:
        return ""
    return count(
        "Mind: {n} agenda file has errors, so something may be missing here.",
        "Mind: {n} agenda files have errors, so something may be missing here.",
        broken,
    )


def with_missing(view: View, index: Index) -> View:
    """The view with that sentence on top."""
    words = missing_words(index)
    return replace(view, blocks=(Remark(words), *view.blocks)) if words else view
