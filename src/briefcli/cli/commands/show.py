"""`brief show`: one meeting."""

from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import Common, MeetingId, OutputFormat, Urls
from briefcli.cli.output import emit, read_agendas, warn, warn_of_twins, workspace
from briefcli.errors import Exit, UsageError


def run(
    meeting: MeetingId,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="SECTIONS", help="Only these sections, with commas: sessions,points,documents."),
    ] = None,
    next_: Annotated[bool, typer.Option("--next", help="ID is a series: take its next meeting.")] = False,
    last: Annotated[bool, typer.Option("--last", help="ID is a series: take the last meeting held.")] = False,
    urls: Urls = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """Show one meeting: what is asked, sessions, points, papers and dates.

    Example: brief show dmm-2023-06 --only sessions,documents
    """
    from briefcli.cli.choosing import errors_in, meeting_typed
    from briefcli.index.naming import of_series
    from briefcli.views.show import sections_named, show_view, shown

    if next_ and last:
        raise UsageError(tr("--next and --last exclude each other"), tr("give one of them"))
    sections = sections_named(only) if only is not None else None
    place = workspace(common)
    with read_agendas(place) as index:
        by_series = next_ or last
        id_ = of_series(index, meeting, place.today, last=last) if by_series else meeting_typed(index, meeting, place)
        warn_of_twins(index, id_, place.shown_as)
        for path, line, message in errors_in(index, id_)[:3]:
            warn(tr("{file}, line {line}: {message}", file=place.path(path), line=line, message=message))
        view = show_view(shown(index, id_, place.today, place.shown_as), sections)
    return emit(view, form, urls=urls)
