"""The command that makes files for other programs: export."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from briefcli.cli.options import Internal, NoCache, Today
from briefcli.cli.output import deliver, warn, warn_of_broken, workspace


class Target(StrEnum):
    ICS = "ics"


def run(
    target: Annotated[
        str | None, typer.Argument(metavar="[ID | SERIES]", help="A meeting or a series; nothing: all meetings.")
    ] = None,
    to: Annotated[Target, typer.Option("--to", help="What to make: ics, a calendar.")] = Target.ICS,  # noqa: ARG001  # the only one so far
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE|-", help="Write to this file; - or nothing: to the screen."),
    ] = None,
    alarm: Annotated[
        int | None, typer.Option("--alarm", metavar="DAYS", min=0, max=365, help="Remind so many days before.")
    ] = None,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """Make a calendar of meetings, debates and deadlines, which Outlook and others import and later update.

    What has no known day is left out and listed; so is, without a word, what is not public, unless --internal
    puts it in as confidential.

    Example: brief export dmm --to ics --output dmm.ics
    """
    from briefcli.render.as_ics import render_ics
    from briefcli.render.wording import date_words
    from briefcli.views.export import export_of, nothing_to_export

    place = workspace(today, internal=internal, no_cache=no_cache)
    with place.open_index() as index, place._replace(internal=False).open_index() as public:
        warn_of_broken(index)
        found = export_of(index, public, target, place.settings().rhythms)
    for each in found.left_out:
        warn(f"left out: {each.meeting}: {each.title}: {date_words(each.when)}")
    if not found.entries:
        raise nothing_to_export(target)
    deliver(render_ics(found.entries, _moment(place.today), alarm), output, begins=b"BEGIN:VCALENDAR")


def _moment(today: date) -> datetime:
    """The present moment, on the day that counts as today."""
    now = datetime.now(UTC)
    return now + timedelta(days=(today - now.astimezone().date()).days)
