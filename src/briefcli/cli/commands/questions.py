"""`brief questions`: what was answered before on a point."""

from typing import Annotated

import typer

from briefcli.cli.options import Body, Format, Internal, NoCache, OutputFormat, Series, Urls, Year
from briefcli.cli.output import emit, warn_of_broken, workspace


def run(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="What it is about, as for search; nothing: all.")
    ] = None,
    series: Series = None,
    body: Body = None,
    year: Year = None,
    urls: Urls = False,
    form: OutputFormat = Format.TABLE,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """Find what was asked before and what the answer was, over all meetings, the latest first.

    The words may stand in the question, its answer, its agenda item or who asked it; the id of a meeting gives its own.

    Example: brief questions luchtverdediging --series dmm
    """
    from briefcli.index.queries import Filter
    from briefcli.views.questions import questions_view

    with workspace(None, internal=internal, no_cache=no_cache).open_index() as index:
        warn_of_broken(index)
        view = questions_view(index, " ".join(words or ()), Filter(series=series, body=body, year=year))
    raise typer.Exit(emit(view, form, urls=urls))
