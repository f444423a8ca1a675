"""`brief deadlines`: what must be ready when, over all meetings."""

import os
from typing import Annotated

import typer

from briefcli.cli.options import Common, Mine, OutputFormat, Owner, Series
from briefcli.cli.output import emit, owners, read_agendas, workspace
from briefcli.config import horizon_of
from briefcli.errors import Exit


def run(
    days: Annotated[int | None, typer.Option("--days", metavar="N", min=0, help="Only within so many days.")] = None,
    series: Series = None,
    meeting: Annotated[str | None, typer.Option("--meeting", metavar="ID", help="Only of this meeting.")] = None,
    owner: Owner = None,
    mine: Mine = False,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Only meeting, event, deadline, commitment, or debate, letter, …"),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="What has passed, and what is further off than 90 days, as well.")
    ] = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """What is late, and what comes in the next 90 days, over all meetings.

    Example: brief deadlines --days 30 --owner DCO
    """
    from briefcli.index.naming import choose
    from briefcli.index.queries import Filter
    from briefcli.views.deadlines import DeadlineChoice, deadlines_view

    place = workspace(common)
    with read_agendas(place) as index:
        wanted = Filter(series=series, meeting=choose(index.ids, meeting) if meeting is not None else None)
        choice = DeadlineChoice(
            wanted=wanted,
            days=days,
            horizon=horizon_of(os.environ),
            owners=owners(owner, mine=mine),
            kind=kind,
            everything=everything,
        )
        view = deadlines_view(index, place.today, choice)
    return emit(view, form)
