"""The command that makes files for other programs and for readers: export."""

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from briefcli import __version__
from briefcli.catalog import count, tr
from briefcli.cli.options import Common
from briefcli.cli.output import clock, deliver, read_agendas, say, warn, workspace
from briefcli.cli.starting import speak_as_exported
from briefcli.errors import Exit, UsageError
from briefcli.workspace import Workspace

if TYPE_CHECKING:
    from briefcli.views.export import WithoutDay

_BEGINS = b"BEGIN:VCALENDAR"
_NAMED = 10  # of what a calendar leaves out


Target = Literal["ics", "docx", "pdf", "html", "odt", "md", "sqlite"]


def run(
    meetings: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID | SERIES]…", help="Meetings or series; for a calendar nothing: all meetings."),
    ] = None,
    to: Annotated[
        Target, typer.Option("--to", help="What to make: a calendar (ics), a paper, or a public database (sqlite).")
    ] = "ics",
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE|DIR|-", help="Write here; a folder gets a calendar for each series or body."
        ),
    ] = None,
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=0, max=3660, help="A paper of all meetings in N days.")
    ] = None,
    only: Annotated[
        str | None, typer.Option("--only", metavar="SECTIONS", help="Only these sections of a paper, with commas.")
    ] = None,
    template: Annotated[
        str | None, typer.Option("--template", metavar="FILE", help="A Word template of your own.")
    ] = None,
    alarm: Annotated[
        int | None, typer.Option("--alarm", metavar="DAYS", min=0, max=365, help="Remind so many days before.")
    ] = None,
    *,
    common: Common,
) -> Exit:
    """Make a paper of meetings for Word, PDF or the web, or a calendar that Outlook and others import and update.

    A web page of several meetings is a folder of pages. --internal puts in what is not public, and says so on every
    page and in the file's name. A calendar lists what has no known day and leaves it out.

    Example: brief export dmm-2023-06 --to pdf --output dmm.pdf
    """
    typed = meetings or []
    if to == "sqlite":
        _database(workspace(common), typed, output)
    elif to != "ics":
        from briefcli.cli.paper import Wanted, export_paper

        wanted = Wanted(meetings=typed, days=days, only=only, form=to, output=output, template=template)
        export_paper(workspace(common), wanted)
    elif len(typed) > 1 or days is not None or only is not None or template is not None:
        raise UsageError(tr("a calendar is of one meeting, of one series, or of all"), tr("add --to pdf for a paper"))
    else:
        _calendar(workspace(common), typed[0] if typed else None, output, alarm)
    return Exit.DONE


def _calendar(place: Workspace, target: str | None, output: str | None, alarm: int | None) -> None:
    from briefcli.files.write import make_folder, write_output
    from briefcli.render.as_ics import render_ics
    from briefcli.views.export import by_calendar, export_of, nothing_to_export

    speak_as_exported(place.settings())
    with read_agendas(place) as index, index.as_public() as public:
        found = export_of(index, public, target, place.settings().rhythms)
    _warn_of(found.left_out)
    if not found.entries:
        raise nothing_to_export(target)
    now = _moment(place.today)
    if output is not None and (Path(output).is_dir() or output.endswith(("/", os.sep))):
        make_folder(Path(output))
        for stem, entries in by_calendar(found.entries).items():
            file = Path(output, f"{stem}.ics")
            write_output(file, render_ics(entries, now, alarm, entries[0].calendar), _BEGINS)
            say(str(file))
        return
    deliver(render_ics(found.entries, now, alarm, target or "brief"), output, begins=_BEGINS)


def _warn_of(left_out: "Sequence[WithoutDay]") -> None:
    """Name what has no day; many of them would push the rest off the screen."""
    from briefcli.render.wording import date_words

    for each in left_out[:_NAMED]:
        date = date_words(each.when)
        warn(tr("left out: {meeting}: {title}: {date}", meeting=each.meeting, title=each.title, date=date))
    if (more := len(left_out) - _NAMED) > 0:
        warn(
            count(
                "left out: one more without a day; brief deadlines --all shows it",
                "left out: {n} more without a day; brief deadlines --all shows them",
                more,
            )
        )


def _database(place: Workspace, typed: Sequence[str], output: str | None) -> None:
    """Write all agendas as one file: the public version, also with --internal. Raises UsageError without a file."""
    from briefcli.index.database import BEGINS, database

    if typed:
        raise UsageError(tr("a database holds all meetings"), tr("leave “{name}” out", name=typed[0]))
    if output in {None, "-"}:
        raise UsageError(tr("a database needs a file"), tr("name it with --output agendas.db"))
    if place.internal:
        warn(tr("the database holds the public version alone, with --internal too"))
    with read_agendas(place._replace(internal=False)) as index:
        data = database(index, __version__, place.today.isoformat())
    deliver(data, output, begins=BEGINS)


def _moment(today: date) -> datetime:
    """The present moment, on the day that counts as today."""
    return datetime.now(UTC) + timedelta(days=(today - clock()).days)
