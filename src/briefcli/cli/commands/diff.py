from typing import Annotated

from briefcli.cli.choosing import meeting_typed, meetings_typed
from briefcli.cli.options import Common, OutputFormat, argument
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.index.queries import Index
from briefcli.views.diff import diff_view, editions_of
from briefcli.views.view import View
from briefcli.workspace import Workspace


def run(
    common: Common,
    first: Annotated[
        str, argument("A", "The earlier meeting. Alone: a series, or a meeting to compare with its previous edition.")
    ],
    second: Annotated[str | None, argument("[B]", "The later meeting.")] = None,
    form: OutputFormat = "table",
) -> Exit:
    """Show what is new, changed, carried over and gone between two editions of a meeting.

    Example: brief diff dmm-2022-02 dmm-2023-06
    """

    def make(index: Index, place: Workspace) -> View:
        if second is None:
            return diff_view(index, editions_of(index, place.today, meetings_typed(index, first, place)))
        return diff_view(index, (meeting_typed(index, first, place), meeting_typed(index, second, place)))

    return answer(common, form, make)
