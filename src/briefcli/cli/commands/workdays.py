import os
from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.options import Common, Internal, OutputFormat, argument, option
from briefcli.cli.output import clock, emit, workspace
from briefcli.config import today_of
from briefcli.domain.workdays import Calendar
from briefcli.errors import Exit, NoAgendas, UsageError
from briefcli.views.labels import in_words
from briefcli.views.view import View
from briefcli.views.workdays import WorkdayCount, question, start_in, workdays_view


def run(
    count: Annotated[
        list[str], argument("COUNT before|after DATE", "5 before 2023-06-15; with --meeting: 5 before debate.")
    ],
    meeting: Annotated[str | None, option("--meeting", "ID", "Count from something in this meeting's agenda.")] = None,
    form: OutputFormat = "table",
    internal: Internal = False,
) -> Exit:
    """Count working days from a day, and show each day that is skipped. The first day itself does not count.

    Working days are those of the Algemene termijnenwet; brief.toml can add days off.

    Example: brief workdays 5 before 2023-06-15
    """
    asked = question(count, today_of(None, os.environ, clock()))
    if meeting is not None:
        return emit(_in_agenda(asked, meeting, internal=internal), form)
    if asked.start is None:
        hint = tr("write a date, or give --meeting")
        raise UsageError(tr("“{text}” is no date", text=in_words(asked.due.anchor)), hint)
    return emit(workdays_view(asked, asked.start, _calendar()), form)


def _in_agenda(asked: WorkdayCount, meeting: str, *, internal: bool) -> View:
    """Count from a thing in this agenda, with the settings of its folder. A count from a date needs no such imports."""
    from briefcli.cli.choosing import meeting_typed
    from briefcli.domain.anchors import anchor_dates
    from briefcli.domain.redaction import inherited_in_public
    from briefcli.domain.rhythm import inherited

    place = workspace(Common(internal=internal))
    settings = place.settings()
    with place.open_index() as index:
        found = index.agenda(meeting_typed(index, meeting, place))
    bring = inherited if place.internal else inherited_in_public
    brought = bring(found[0], settings.rhythms) if found else ()
    anchors = anchor_dates(found[0], settings.calendar, brought) if found else {}
    return workdays_view(asked, asked.start or start_in(asked, anchors), settings.calendar)


def _calendar() -> Calendar:
    """The calendar of the agendas folder, else the built-in one, because a count from a date needs no agendas."""
    try:
        return workspace().settings().calendar
    except NoAgendas:
        return Calendar()
