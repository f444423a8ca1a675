"""The command that makes files for other programs: export."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefcli.cli.options import Internal, Today
from briefcli.cli.output import warn, warn_of_broken, workspace, write
from briefcli.errors import BriefError


class Target(StrEnum):
    ICS = "ics"


def run(
    target: Annotated[
        str | None, typer.Argument(metavar="[ID | SERIES]", help="A meeting or a series; nothing: all meetings.")
    ] = None,
    to: Annotated[Target, typer.Option("--to", help="What to make: ics, a calendar.")] = Target.ICS,  # noqa: ARG001  # the only one so far
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file, not to the screen.")
    ] = None,
    alarm: Annotated[
        int | None, typer.Option("--alarm", metavar="DAYS", min=0, max=365, help="Remind so many days before.")
    ] = None,
    today: Today = None,
    internal: Internal = False,
) -> None:
    """Make a calendar of meetings, debates and deadlines, which Outlook and others import and later update.

    What has no known day is left out and listed; so is, without a word, what is not public, unless --internal
    puts it in as confidential.

    Example: brief export dmm --to ics --output dmm.ics
    """
    from briefcli.render.as_ics import render_ics
    from briefcli.render.wording import date_words
    from briefcli.views.export import export_of, nothing_to_export

    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    public = place._replace(internal=False).library() if place.internal else library
    found = export_of(library, public, target)
    for each in found.left_out:
        warn(f"left out: {each.meeting}: {each.title}: {date_words(each.when)}")
    if not found.entries:
        raise nothing_to_export(target)
    _deliver(render_ics(found.entries, place.today, alarm), output)


def _deliver(data: bytes, output: Path | None) -> None:
    """To the file, or to the screen with its bytes as they are. Raises BriefError where the file cannot be written."""
    if output is None:
        if hasattr(sys.stdout, "buffer"):
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]  # a stream of the terminal's own kind
        write(data.decode())
        return
    try:
        output.write_bytes(data)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such name can be").lower()
        raise BriefError(f"{output} cannot be written: {reason}", "give another file with --output") from error
