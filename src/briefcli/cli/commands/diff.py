"""`brief diff`: two editions of a meeting compared."""

from typing import Annotated

import typer

from briefcli.cli.options import Format, Internal, NoCache, OutputFormat, Today
from briefcli.cli.output import emit, warn_of_broken, workspace


def run(
    first: Annotated[
        str,
        typer.Argument(metavar="A", help="A meeting; alone: a series, or a meeting to compare with the one before."),
    ],
    second: Annotated[str | None, typer.Argument(metavar="[B]", help="The later meeting.")] = None,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """What is new, changed, carried over and gone between two editions of a meeting.

    Example: brief diff dmm-2022-02 dmm-2023-06
    """
    from briefcli.views.diff import diff_view

    place = workspace(today, internal=internal, no_cache=no_cache)
    with place.open_index() as index:
        warn_of_broken(index)
        view = diff_view(index, place.today, first, second)
    raise typer.Exit(emit(view, form))
