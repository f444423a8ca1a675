"""`brief list`: all meetings."""

from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import Body, Format, Internal, NoCache, OutputFormat, Series, Today, Year
from briefcli.cli.output import emit, warn_of_broken, workspace
from briefcli.errors import UsageError


def run(
    series: Series = None,
    body: Body = None,
    year: Year = None,
    upcoming: Annotated[bool, typer.Option("--upcoming", help="Only what is ahead, and what has no date.")] = False,
    past: Annotated[bool, typer.Option("--past", help="Only what is over.")] = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """List all meetings in order of date, with a countdown.

    Example: brief list --series dmm --upcoming
    """
    from briefcli.index.queries import Filter
    from briefcli.views.listing import Period, list_view

    if upcoming and past:
        raise UsageError(tr("--upcoming and --past exclude each other"), tr("give one of them, or neither for all"))
    side = Period.UPCOMING if upcoming else Period.PAST if past else None
    place = workspace(today, internal=internal, no_cache=no_cache)
    with place.open_index() as index:
        warn_of_broken(index)
        view = list_view(index, place.today, Filter(series=series, body=body, year=year), side)
    raise typer.Exit(emit(view, form))
