"""`brief next`: the next meeting and what must be ready for it."""

from typing import Annotated

import typer

from briefcli.cli.options import Format, Internal, NoCache, OutputFormat, Today
from briefcli.cli.output import emit, warn_of_broken, workspace


def run(
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=0, help="Everything of the next N days, over all meetings.")
    ] = None,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """The next meeting and what must be ready for it; with --days all that is due soon. Exit code 1: nothing is.

    Example: brief next --days 7
    """
    from briefcli.views.next import days_view, next_view

    place = workspace(today, internal=internal, no_cache=no_cache)
    with place.open_index() as index:
        warn_of_broken(index)
        if days is None:
            view = next_view(index, place.today)
        else:
            view = days_view(index, place.today, days, place.settings().calendar)
    raise typer.Exit(emit(view, form))
