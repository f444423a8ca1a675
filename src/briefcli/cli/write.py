"""The commands around the writing of agendas: check."""

import typer

from briefcli.cli.options import Format, Internal, OutputFormat
from briefcli.cli.output import emit, workspace


def check(form: OutputFormat = Format.TABLE, internal: Internal = False) -> None:
    """Find the mistakes in all agenda files: path:line:column: error[code] message.

    Example: brief check --format json
    """
    from briefcli.views.check import check_view

    place = workspace(None, internal=internal)
    view = check_view(place.library().diagnostics(), internal=place.internal, folder=place.shown_as)
    raise typer.Exit(emit(view, form))
