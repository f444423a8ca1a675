"""`brief refs`: the papers that the agendas cite."""

from typing import Annotated

import typer

from briefcli.cli.options import OutputFormat, Undated, Urls
from briefcli.cli.output import emit, read_agendas, workspace
from briefcli.errors import Exit


def run(
    paper: Annotated[
        str | None,
        typer.Argument(metavar="[DOSSIER | PAPER]", help="28676, “28 676, nr. 427”, kst-28676-427; nothing for all."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only papers whose dates conflict, or do not fit their session year.")
    ] = False,
    urls: Urls = False,
    form: OutputFormat = "table",
    *,
    common: Undated,
) -> Exit:
    """Every paper that the agendas cite, with its date and where it is cited.

    Example: brief refs "28 676, nr. 427"
    """
    from briefcli.views.refs import papers_view, summary_view

    place = workspace(common)
    with read_agendas(place) as index:
        if check:
            from briefcli.views.refs_check import refs_check_view

            view = refs_check_view(index, paper)
        else:
            view = summary_view(index) if paper is None else papers_view(index, paper)
    return emit(view, form, urls=urls)
