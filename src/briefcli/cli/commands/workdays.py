"""`brief workdays`: count working days."""

from typing import TYPE_CHECKING, Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.options import Common, Internal, OutputFormat
from briefcli.cli.output import emit, workspace
from briefcli.errors import Exit

if TYPE_CHECKING:
    from briefcli.domain.workdays import Calendar


def run(
    count: Annotated[
        list[str],
        typer.Argument(metavar="COUNT before|after DATE", help="5 before 2023-06-15; with --meeting: 5 before debate."),
    ],
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="ID", help="Count from something in this meeting's agenda.")
    ] = None,
    form: OutputFormat = "table",
    internal: Internal = False,
) -> Exit:
    """Count working days from a day, which itself does not count, and show each day that is skipped.

    Working days are those of the Algemene termijnenwet; brief.toml can add days off.

    Example: brief workdays 5 before 2023-06-15
    """
    from briefcli.errors import UsageError
    from briefcli.views.workdays import question, start_in, workdays_view

    asked = question(count)
    if meeting is None:
        if asked.start is None:
            raise UsageError(
                tr("“{text}” is no date", text=asked.name), tr("write a date, or say with --meeting whose it is")
            )
        view = workdays_view(asked, asked.start, _calendar())
    else:
        from briefcli.domain.anchors import anchor_dates
        from briefcli.domain.redaction import inherited_in_public
        from briefcli.domain.rhythm import inherited
        from briefcli.index.naming import choose

        place = workspace(Common(internal=internal))
        settings = place.settings()
        with place.open_index() as index:
            found = index.agenda(choose(index.ids, meeting))
        bring = inherited if place.internal else inherited_in_public
        brought = bring(found[0], settings.rhythms) if found else ()
        anchors = anchor_dates(found[0], settings.calendar, brought) if found else {}
        view = workdays_view(asked, asked.start or start_in(asked, anchors), settings.calendar)
    return emit(view, form)


def _calendar() -> "Calendar":
    """With the settings of the agendas here; a bare count needs no agendas, so without them what is built in."""
    import os
    from pathlib import Path

    from briefcli.config import AGENDAS
    from briefcli.domain.workdays import Calendar
    from briefcli.errors import BriefError
    from briefcli.workspace import find_agendas, settings_in, shown_path

    cwd = Path.cwd()
    try:
        folder = find_agendas(cwd, os.environ)
    except BriefError:
        if os.environ.get(AGENDAS.variable):
            raise
        return Calendar()
    return settings_in(folder, shown_path(folder, cwd)).calendar
