"""`brief timeline`: the road to a meeting as a picture."""

from typing import Annotated

import typer

from briefcli.cli.options import Format, Internal, NoCache, OutputFormat, Today
from briefcli.cli.output import emit, screen, warn_of_broken, workspace, write
from briefcli.errors import Exit


def run(
    target: Annotated[
        str | None, typer.Argument(metavar="[ID | SERIES]", help="A meeting or a series; nothing: the next meeting.")
    ] = None,
    ascii_: Annotated[bool, typer.Option("--ascii", help="Draw with plain characters only.")] = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """Draw the road to a meeting along time: what happened, today, what is to come, and what it leads to.

    Example: brief timeline dmm-2023-06
    """
    from briefcli.views.timeline import timeline_view

    place = workspace(today, internal=internal, no_cache=no_cache)
    with place.open_index() as index:
        warn_of_broken(index)
        view = timeline_view(index, place.today, target)
    if form is not Format.TABLE:
        raise typer.Exit(emit(view, form))
    from msgspec.structs import replace

    from briefcli.render.terminal import render_terminal

    write(render_terminal(view, replace(screen(), ascii=ascii_ or not _writes_lines())))
    raise typer.Exit(Exit.DONE)


def _writes_lines() -> bool:
    """Whether the output can carry the characters that lines are drawn with."""
    import sys

    try:
        "█━┄▶".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
