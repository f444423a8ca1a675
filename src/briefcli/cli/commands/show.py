"""`brief show`: one meeting."""

from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import Format, Internal, NoCache, OutputFormat, Today, Urls
from briefcli.cli.output import emit, warn, warn_of_broken, warn_of_twins, workspace
from briefcli.errors import UsageError


def run(
    meeting: Annotated[str, typer.Argument(metavar="ID", help="The meeting's id, or as much of it as is unique.")],
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="SECTIONS", help="Only these sections, with commas: sessions,points,documents."),
    ] = None,
    next_: Annotated[bool, typer.Option("--next", help="ID is a series: take its next meeting.")] = False,
    last: Annotated[bool, typer.Option("--last", help="ID is a series: take the last meeting held.")] = False,
    urls: Urls = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """Show one meeting: what is asked, sessions, points, papers and dates.

    Example: brief show dmm-2023-06 --only sessions,documents
    """
    from briefcli.cli.choosing import errors_in, meeting_typed
    from briefcli.index.naming import of_series
    from briefcli.views.show import sections_named, show_view, shown

    if next_ and last:
        raise UsageError(tr("--next and --last exclude each other"), tr("give one of them"))
    sections = sections_named(only) if only is not None else None
    place = workspace(today, internal=internal, no_cache=no_cache)
    with place.open_index() as index:
        warn_of_broken(index)
        by_series = next_ or last
        id_ = of_series(index, meeting, place.today, last=last) if by_series else meeting_typed(index, meeting, place)
        warn_of_twins(index, id_, place.shown_as)
        for path, line, message in errors_in(index, id_)[:3]:
            warn(tr("{file}, line {line}: {message}", file=place.path(path), line=line, message=message))
        view = show_view(shown(index, id_, place.today, place.shown_as), sections)
    raise typer.Exit(emit(view, form, urls=urls))
