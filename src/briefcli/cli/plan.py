"""The commands about time: next, commitments, workdays, timeline, diff."""

from typing import TYPE_CHECKING, Annotated

import typer

from briefcli.cli.options import Format, Internal, OutputFormat, Today, Urls
from briefcli.cli.output import emit, screen, warn_of_broken, workspace, write
from briefcli.errors import Exit

if TYPE_CHECKING:
    from briefcli.domain.workdays import Calendar


def next_(
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=0, help="Everything of the next N days, over all meetings.")
    ] = None,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
) -> None:
    """The next meeting and what must be ready for it; with --days all that is due soon. Exit code 1: nothing is.

    Example: brief next --days 7
    """
    from briefcli.views.next import days_view, next_view

    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    if days is None:
        view = next_view(library, place.today)
    else:
        view = days_view(library, place.today, days, place.settings().calendar)
    raise typer.Exit(emit(view, form))


def commitments(
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


def workdays(
    count: Annotated[
        list[str],
        typer.Argument(metavar="COUNT before|after DATE", help="5 before 2023-06-15; with --meeting: 5 before debate."),
    ],
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="ID", help="Count from something in this meeting's agenda.")
    ] = None,
    form: OutputFormat = Format.TABLE,
    internal: Internal = False,
) -> None:
    """Count working days from a day, which itself does not count, and show each day that is skipped.

    Working days are those of the Algemene termijnenwet; brief.toml can add days off.

    Example: brief workdays 5 before 2023-06-15
    """
    from briefcli.errors import UsageError
    from briefcli.views.workdays import question, start_in, workdays_view

    asked = question(count)
    if meeting is None:
        if asked.start is None:
            raise UsageError(f"“{asked.name}” is no date", "write a date, or say with --meeting whose it is")
        view = workdays_view(asked, asked.start, _calendar())
    else:
        from briefcli.domain.anchors import anchor_dates
        from briefcli.domain.rhythm import inherited
        from briefcli.library.naming import choose
        from briefcli.library.questions import Wanted

        place = workspace(None, internal=internal)
        library, settings = place.library(), place.settings()
        id_ = choose(library.ids, meeting)
        found = library.agenda(id_)
        # Of what the settings bring only what this reader may see: the index knows
        seen = {(each.rhythm, each.title) for each in library.dated(Wanted(meeting=id_))}
        brought = inherited(found[0], settings.rhythms) if found else ()
        brought = tuple(each for each in brought if (each.rhythm, each.item.title) in seen)
        anchors = anchor_dates(found[0], settings.calendar, brought) if found else {}
        view = workdays_view(asked, asked.start or start_in(asked, anchors), settings.calendar)
    raise typer.Exit(emit(view, form))


def timeline(
    target: Annotated[
        str | None, typer.Argument(metavar="[ID | SERIES]", help="A meeting or a series; nothing: the next meeting.")
    ] = None,
    ascii_: Annotated[bool, typer.Option("--ascii", help="Draw with plain characters only.")] = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
) -> None:
    """Draw the road to a meeting along time: what happened, today, what is to come, and what it leads to.

    Example: brief timeline dmm-2023-06
    """
    from briefcli.views.timeline import timeline_view

    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    view = timeline_view(library, place.today, target)
    if form is not Format.TABLE:
        raise typer.Exit(emit(view, form))
    from msgspec.structs import replace

    from briefcli.render.terminal import render_terminal

    write(render_terminal(view, replace(screen(), ascii=ascii_ or not _writes_lines())))
    raise typer.Exit(Exit.DONE)


def diff(
    first: Annotated[
        str,
        typer.Argument(metavar="A", help="A meeting; alone: a series, or a meeting to compare with the one before."),
    ],
    second: Annotated[str | None, typer.Argument(metavar="[B]", help="The later meeting.")] = None,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
) -> None:
    """What is new, changed, carried over and gone between two editions of a meeting.

    Example: brief diff dmm-2022-02 dmm-2023-06
    """
    from briefcli.views.diff import diff_view

    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    raise typer.Exit(emit(diff_view(library, place.today, first, second), form))


def _writes_lines() -> bool:
    """Whether the output can carry the characters that lines are drawn with."""
    import sys

    try:
        "█━┄▶".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


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
