"""The commands around what is kept: search, and the cache itself."""

from enum import StrEnum
from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import Body, Format, Internal, OutputFormat, Series, Year
from briefcli.cli.output import emit, warn, warn_of_broken, workspace
from briefcli.errors import BriefError


class Action(StrEnum):
    CLEAR = "clear"


def search(
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
    form: OutputFormat = Format.TABLE,
    internal: Internal = False,
) -> None:
    """Find words in all fields of all agendas, the best answers first.

    Several words must all be there; accents, capitals and Dutch endings make no difference. A meeting is found
    by all that stands in it, and shown with the texts that have all words, or else with those that have some.
    NEAR(a b, 5) asks for words close together; NOT leaves meetings out.

    Example: brief search "luchtverdediging OR title:dmm" --year 2023
    """
    from briefcli.library.questions import Wanted
    from briefcli.views.search import find, search_view

    asked = " ".join(query)
    library = workspace(None, internal=internal).library(words=True)
    warn_of_broken(library)
    answer = find(library, asked, within, Wanted(series=series, body=body, year=year), limit)
    if answer.is_cut:
        warn(tr("these are the best {n}; --limit 0 shows all").format(n=len(answer.hits)))
    raise typer.Exit(emit(search_view(answer), form))


def cache(
    action: Annotated[Action | None, typer.Argument(metavar="[clear]", help="clear throws all of it away.")] = None,
    form: OutputFormat = Format.TABLE,
) -> None:
    """Show where the index is kept that makes every command quick, and how large it is.

    It is made, refreshed and thrown away by itself, and nothing is lost with it.

    Example: brief cache clear
    """
    from briefcli.library.cache import cache_folder, clear, look
    from briefcli.views.cache import cache_view, cleared_view, no_cache_view

    folder = cache_folder()
    if folder is None:
        raise typer.Exit(emit(no_cache_view(), form))
    try:
        view = cache_view(look(folder)) if action is None else cleared_view(clear(folder))
    except OSError as error:
        raise BriefError(f"{folder}: {(error.strerror or '').lower()}", "look at who owns it") from error
    raise typer.Exit(emit(view, form))
