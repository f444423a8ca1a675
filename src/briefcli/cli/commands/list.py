"""`brief list`: all meetings."""

from typing import Annotated

import typer

from briefcli.cli.options import Body, Format, Internal, OutputFormat, Series, Today, Year
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
) -> None:
    """List all meetings in order of date, with a countdown.

    Example: brief list --series dmm --upcoming
    """
    from briefcli.index.questions import Wanted
    from briefcli.views.listing import Side, list_view

    if upcoming and past:
        raise UsageError("--upcoming and --past exclude each other", "give one of them, or neither for all")
    side = Side.UPCOMING if upcoming else Side.PAST if past else None
    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    view = list_view(library, place.today, Wanted(series=series, body=body, year=year), side)
    raise typer.Exit(emit(view, form))
