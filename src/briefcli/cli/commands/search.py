"""`brief search`: find words in all agendas."""

from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import Body, OutputFormat, Series, Undated, Year
from briefcli.cli.output import emit, read_agendas, warn, workspace
from briefcli.errors import Exit


def run(
    query: Annotated[
        list[str], typer.Argument(metavar="QUERY", help="Words, “phrases”, prefix*, AND OR NOT, field:word.")
    ],
    within: Annotated[
        str | None,
        typer.Option("--in", metavar="FIELDS", help="Only in these fields, with commas: points,sessions."),
    ] = None,
    series: Series = None,
    body: Body = None,
    year: Year = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="So many hits at most; 0 for all.")] = 50,
    form: OutputFormat = "table",
    *,
    common: Undated,
) -> Exit:
    """Find words in all fields of all agendas, the best answers first.

    Several words must all be there; accents, capitals and Dutch endings make no difference. A meeting is found
    by all that its file says, and shown with the texts that have all words, or else with those that have some.
    NEAR(a b, 5) asks for words close together; NOT leaves meetings out.

    Example: brief search "luchtverdediging OR title:dmm" --year 2023
    """
    from briefcli.index.queries import Filter
    from briefcli.views.search import search_agendas, search_view

    asked = " ".join(query)
    with read_agendas(workspace(common), words=True) as index:
        answer = search_agendas(index, asked, within, Filter(series=series, body=body, year=year), limit)
    if answer.is_cut:
        warn(tr("these are the best {n}; --limit 0 shows all").format(n=len(answer.hits)))
    return emit(search_view(answer), form)
