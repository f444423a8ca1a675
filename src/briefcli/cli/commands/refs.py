"""`brief refs`: the papers that the agendas cite."""

from typing import Annotated

from briefcli.cli.options import OutputFormat, Undated, Urls, argument, flag
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.index.queries import Index
from briefcli.views.refs import check_view, papers_view, summary_view
from briefcli.views.view import View
from briefcli.workspace import Workspace


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

    def view_of(index: Index, _: Workspace) -> View:
        if check:
            return check_view(index, paper)
        return summary_view(index) if paper is None else papers_view(index, paper)

    return answer(common, form, view_of, urls=urls)
