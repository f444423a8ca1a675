"""`brief timeline`: the road to a meeting as a picture."""

from typing import Annotated

from briefcli.cli.choosing import meetings_typed
from briefcli.cli.options import Common, OutputFormat, argument, flag
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.index.queries import Index
from briefcli.views.timeline import timeline_view
from briefcli.views.view import View
from briefcli.workspace import Workspace


def run(
    target: Annotated[
        str | None, argument("[ID | SERIES]", "A meeting or a series; nothing: the next meeting.")
    ] = None,
    ascii_: Annotated[bool, flag("--ascii", "Draw with plain characters only.")] = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """Draw the road to a meeting along time: what happened, today, what is to come, and what it leads to.

    Example: brief timeline dmm-2023-06
    """

    def view_of(index: Index, place: Workspace) -> View:
        return timeline_view(index, place.today, meetings_typed(index, target, place))

    return answer(common, form, view_of, ascii_=ascii_)
