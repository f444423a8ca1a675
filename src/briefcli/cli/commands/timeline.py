from typing import Annotated

from briefcli.cli.choosing import meetings_typed
from briefcli.cli.options import Common, OutputFormat, argument, flag
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.views.timeline import timeline_view


def run(
    common: Common,
    target: Annotated[
        str | None, argument("[ID | SERIES]", "A meeting or a series; default: the next meeting.")
    ] = None,
    ascii_: Annotated[bool, flag("--ascii", "Draw with ASCII characters only.")] = False,
    form: OutputFormat = "table",
) -> Exit:
    """Draw the road to a meeting along time: what happened, today, what is to come, and what it leads to.

    Example: brief timeline dmm-2023-06
    """
    return answer(
        common,
        form,
        lambda index, place: timeline_view(index, place.today, meetings_typed(index, target, place)),
        ascii_=ascii_,
    )
