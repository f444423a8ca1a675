"""`brief timeline`: the road to a meeting as a picture."""

import sys
from typing import Annotated

from msgspec.structs import replace

from briefcli.cli.choosing import must_be_readable
from briefcli.cli.options import Common, OutputFormat, argument, flag
from briefcli.cli.output import emit, passed_on, read_agendas, screen, workspace, write
from briefcli.errors import Exit
from briefcli.views.timeline import timeline_view


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
    place = workspace(common)
    with read_agendas(place) as index:
        must_be_readable(index, place, target)
        view = passed_on(timeline_view(index, place.today, target), index, form)
    if form != "table":
        return emit(view, form)
    from briefcli.render.terminal import render_terminal

    write(render_terminal(view, replace(screen(), ascii=ascii_ or not _writes_lines())))
    return Exit.DONE


def _writes_lines() -> bool:
    """Whether the output can carry the characters that lines are drawn with."""
    try:
        "█━┄▶".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
