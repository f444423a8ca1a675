"""`brief diff`: two editions of a meeting compared."""

from typing import Annotated

from briefcli.cli.choosing import must_be_readable
from briefcli.cli.options import Common, OutputFormat, argument
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.index.queries import Index
from briefcli.views.diff import diff_view
from briefcli.views.view import View
from briefcli.workspace import Workspace


def run(
    first: Annotated[str, argument("A", "A meeting; alone: a series, or a meeting to compare with the one before.")],
    second: Annotated[str | None, argument("[B]", "The later meeting.")] = None,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """What is new, changed, carried over and gone between two editions of a meeting.

    Example: brief diff dmm-2022-02 dmm-2023-06
    """

    def view_of(index: Index, place: Workspace) -> View:
        must_be_readable(index, place, first, second)
        return diff_view(index, place.today, first, second)

    return answer(common, form, view_of)
