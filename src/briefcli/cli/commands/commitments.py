from typing import Annotated

from briefcli.cli.options import Common, Mine, OutputFormat, Owner, Urls, flag, option
from briefcli.cli.output import answer, owners
from briefcli.errors import Exit
from briefcli.views.commitments import commitments_view


def run(
    common: Common,
    only_open: Annotated[bool, flag("--open", "Only what is still to be done.")] = False,
    owner: Owner = None,
    mine: Mine = False,
    dossier: Annotated[
        str | None, option("--dossier", "DOSSIER", "Only what cites a paper of this dossier: 28676.")
    ] = None,
    urls: Urls = False,
    form: OutputFormat = "table",
) -> Exit:
    """List the commitments (toezeggingen) and motions of all meetings, overdue ones first.

    Example: brief commitments --open --dossier 36045
    """
    whose = owners(owner, mine=mine)
    return answer(
        common,
        form,
        lambda index, place: commitments_view(index, place.today, only_open=only_open, owners=whose, dossier=dossier),
        urls=urls,
    )
