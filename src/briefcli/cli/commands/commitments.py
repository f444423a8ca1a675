"""`brief commitments`: commitments and motions of all meetings."""

from typing import Annotated

import typer

from briefcli.cli.options import Format, Internal, Mine, NoCache, OutputFormat, Owner, Today, Urls
from briefcli.cli.output import emit, owners, warn_of_broken, workspace


def run(
    only_open: Annotated[bool, typer.Option("--open", help="Only what is still to be done.")] = False,
    owner: Owner = None,
    mine: Mine = False,
    dossier: Annotated[
        str | None, typer.Option("--dossier", metavar="DOSSIER", help="Only what cites a paper of it: 28676.")
    ] = None,
    urls: Urls = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """Commitments (toezeggingen) and motions of all meetings, overdue ones first.

    Example: brief commitments --open --dossier 36045
    """
    from briefcli.views.commitments import Choice, commitments_view

    place = workspace(today, internal=internal, no_cache=no_cache)
    choice = Choice(only_open=only_open, owners=owners(owner, mine=mine), dossier=dossier)
    with place.open_index() as index:
        warn_of_broken(index)
        view = commitments_view(index, place.today, choice)
    raise typer.Exit(emit(view, form, urls=urls))
