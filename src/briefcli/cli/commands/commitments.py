"""`brief commitments`: commitments and motions of all meetings."""

from typing import Annotated

import typer

from briefcli.cli.options import Common, Mine, OutputFormat, Owner, Urls
from briefcli.cli.output import emit, owners, read_agendas, workspace
from briefcli.errors import Exit


def run(
    only_open: Annotated[bool, typer.Option("--open", help="Only what is still to be done.")] = False,
    owner: Owner = None,
    mine: Mine = False,
    dossier: Annotated[
        str | None, typer.Option("--dossier", metavar="DOSSIER", help="Only what cites a paper of it: 28676.")
    ] = None,
    urls: Urls = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """Commitments (toezeggingen) and motions of all meetings, overdue ones first.

    Example: brief commitments --open --dossier 36045
    """
    from briefcli.views.commitments import CommitmentChoice, commitments_view

    place = workspace(common)
    choice = CommitmentChoice(only_open=only_open, owners=owners(owner, mine=mine), dossier=dossier)
    with read_agendas(place) as index:
        view = commitments_view(index, place.today, choice)
    return emit(view, form, urls=urls)
