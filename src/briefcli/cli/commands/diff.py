"""`brief diff`: two editions of a meeting compared."""

from typing import Annotated

import typer

from briefcli.cli.options import Common, OutputFormat
from briefcli.cli.output import emit, read_agendas, workspace
from briefcli.errors import Exit


def run(
    first: Annotated[
        str,
        typer.Argument(metavar="A", help="A meeting; alone: a series, or a meeting to compare with the one before."),
    ],
    second: Annotated[str | None, typer.Argument(metavar="[B]", help="The later meeting.")] = None,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """What is new, changed, carried over and gone between two editions of a meeting.

    Example: brief diff dmm-2022-02 dmm-2023-06
    """
    from briefcli.views.diff import diff_view

    place = workspace(common)
    with read_agendas(place) as index:
        view = diff_view(index, place.today, first, second)
    return emit(view, form)
