"""`brief commitments`: commitments and motions of all meetings."""

from typing import Annotated

import typer

from briefcli.cli.options import Format, Internal, OutputFormat, Today, Urls
from briefcli.cli.output import emit, warn_of_broken, workspace


def run(
    only_open: Annotated[bool, typer.Option("--open", help="Only what is still to be done.")] = False,
    owner: Annotated[str | None, typer.Option("--owner", metavar="NAME", help="Only of this owner.")] = None,
    dossier: Annotated[
        str | None, typer.Option("--dossier", metavar="DOSSIER", help="Only what cites a paper of it: 28676.")
    ] = None,
    urls: Urls = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
) -> None:
    """Commitments (toezeggingen) and motions of all meetings, overdue ones first.

    Example: brief commitments --open --dossier 36045
    """
    from briefcli.views.commitments import Choice, commitments_view

    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    choice = Choice(only_open=only_open, owner=owner, dossier=dossier)
    raise typer.Exit(emit(commitments_view(library, place.today, choice), form, urls=urls))
