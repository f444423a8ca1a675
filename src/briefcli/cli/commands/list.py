"""`brief list`: all meetings."""

from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import Body, Common, OutputFormat, Series, Year
from briefcli.cli.output import emit, read_agendas, workspace
from briefcli.errors import Exit, UsageError


def run(
    series: Series = None,
    body: Body = None,
    year: Year = None,
    upcoming: Annotated[bool, typer.Option("--upcoming", help="Only what is ahead, and what has no date.")] = False,
    past: Annotated[bool, typer.Option("--past", help="Only what is over.")] = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """List all meetings in order of date, with a countdown.

    Example: brief list --series dmm --upcoming
    """
    from briefcli.index.queries import Filter
    from briefcli.views.listing import Period, list_view

    if upcoming and past:
        raise UsageError(tr("--upcoming and --past exclude each other"), tr("give one of them, or neither for all"))
    side = Period.UPCOMING if upcoming else Period.PAST if past else None
    place = workspace(common)
    with read_agendas(place) as index:
        view = list_view(index, place.today, Filter(series=series, body=body, year=year), side)
    return emit(view, form)
