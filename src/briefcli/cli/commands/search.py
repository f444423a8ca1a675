from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.options import Body, OutputFormat, Series, Undated, Year, argument, option
from briefcli.cli.output import answer, warn
from briefcli.errors import Exit
from briefcli.index.queries import Filter, Index
from briefcli.views.search import LIMIT, search_view
from briefcli.views.view import View
from briefcli.workspace import Workspace


def run(
    common: Undated,
    query: Annotated[list[str], argument("QUERY", "Words, “phrases”, prefix*, AND OR NOT, field:word.")],
    within: Annotated[
        str | None, option("--in", "FIELDS", "Only in these fields, with commas: points,sessions.")
    ] = None,
    series: Series = None,
    body: Body = None,
    year: Year = None,
    limit: Annotated[int, option("--limit", "N", "At most N hits; 0 for all.", min=0)] = LIMIT,
    form: OutputFormat = "table",
) -> Exit:
    """Find words in all fields of all agendas, the best answers first.

    Several words must all be there, except words such as “de” and “van”; accents, capitals and Dutch endings make no
    difference. A meeting is found by everything in its file, and shown with the texts that have all words, or else
    with those that have some. NEAR(a b, 5) asks for words close together; NOT leaves meetings out.

    Example: brief search "luchtverdediging OR title:dmm" --year 2023
    """

    def make(index: Index, _: Workspace) -> View:
        wanted = Filter(series=series, body=body, year=year)
        view, is_cut = search_view(index, " ".join(query), within, wanted, limit)
        if is_cut:
            warn(tr("these are the best {n}; --limit 0 shows all", n=len(view.data)))
        return view

    return answer(common, form, make, for_search=True)
