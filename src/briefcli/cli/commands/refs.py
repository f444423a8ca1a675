"""`brief refs`: the papers that the agendas cite."""

from typing import Annotated

from briefcli.cli.options import OutputFormat, Undated, Urls, argument, flag
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.views.refs import papers_view, summary_view


def run(
    paper: Annotated[
        str | None, argument("[DOSSIER | PAPER]", "28676, “28 676, nr. 427”, kst-28676-427; nothing for all.")
    ] = None,
    check: Annotated[
        bool, flag("--check", "Only papers whose dates conflict, or do not fit their session year.")
    ] = False,
    urls: Urls = False,
    form: OutputFormat = "table",
    *,
    common: Undated,
) -> Exit:
    """Every paper that the agendas cite, with its date and where it is cited.

    Example: brief refs "28 676, nr. 427"
    """
    if check:
        from briefcli.views.refs_check import refs_check_view

        return answer(common, form, lambda index, _: refs_check_view(index, paper), urls=urls)
    return answer(
        common, form, lambda index, _: summary_view(index) if paper is None else papers_view(index, paper), urls=urls
    )
