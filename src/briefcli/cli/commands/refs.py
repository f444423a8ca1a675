from typing import Annotated

from briefcli.cli.options import OutputFormat, Undated, Urls, argument, flag
from briefcli.cli.output import answer
from briefcli.errors import Exit
from briefcli.views.refs import paper_check_view, papers_view


def run(
    common: Undated,
    paper: Annotated[
        str | None, argument("[DOSSIER | PAPER]", "28676, “28 676, nr. 427”, kst-28676-427; default: all.")
    ] = None,
    check: Annotated[
        bool, flag("--check", "Only papers whose dates conflict, or do not fit their session year.")
    ] = False,
    urls: Urls = False,
    form: OutputFormat = "table",
) -> Exit:
    """List every paper that the agendas cite, with its date and where it is cited.

    Example: brief refs "28 676, nr. 427"
    """
    make = paper_check_view if check else papers_view
    return answer(common, form, lambda index, _: make(index, paper), urls=urls)
