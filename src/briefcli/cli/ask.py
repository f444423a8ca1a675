"""The commands that answer a question: show, list, deadlines, refs."""

from typing import Annotated

import typer

from briefcli.cli.options import Body, Format, Internal, OutputFormat, Series, Today, Urls, Year
from briefcli.cli.output import emit, warn_of_broken, warn_of_twins, workspace
from briefcli.errors import UsageError


def show(
    meeting: Annotated[str, typer.Argument(metavar="ID", help="The meeting's id, or as much of it as is unique.")],
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="SECTIONS", help="Only these sections, with commas: sessions,points,documents."),
    ] = None,
    next_: Annotated[bool, typer.Option("--next", help="ID is a series: take its next meeting.")] = False,
    last: Annotated[bool, typer.Option("--last", help="ID is a series: take the last meeting held.")] = False,
    urls: Urls = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
) -> None:
    """Show one meeting: what is asked, sessions, points, papers and dates.

    Example: brief show dmm-2023-06 --only sessions,documents
    """
    from briefcli.library.naming import choose, of_series
    from briefcli.views.show import SECTIONS, sections_named, show_view, shown

    if next_ and last:
        raise UsageError("--next and --last exclude each other", "give one of them")
    sections = sections_named(only) if only is not None else tuple(SECTIONS)
    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    by_series = next_ or last
    id_ = of_series(library, meeting, place.today, last=last) if by_series else choose(library.ids, meeting)
    warn_of_twins(library, id_, place.shown_as)
    view = show_view(shown(library, id_, place.today, place.shown_as), sections)
    raise typer.Exit(emit(view, form, urls=urls))


def list_(
    series: Series = None,
    body: Body = None,
    year: Year = None,
    upcoming: Annotated[bool, typer.Option("--upcoming", help="Only what is ahead, and what has no date.")] = False,
    past: Annotated[bool, typer.Option("--past", help="Only what is over.")] = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
) -> None:
    """List all meetings in order of date, with a countdown.

    Example: brief list --series dmm --upcoming
    """
    from briefcli.library.questions import Wanted
    from briefcli.views.listing import Side, list_view

    if upcoming and past:
        raise UsageError("--upcoming and --past exclude each other", "give one of them, or neither for all")
    side = Side.UPCOMING if upcoming else Side.PAST if past else None
    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    view = list_view(library, place.today, Wanted(series=series, body=body, year=year), side)
    raise typer.Exit(emit(view, form))


def deadlines(
    days: Annotated[int | None, typer.Option("--days", metavar="N", help="Only within so many days.")] = None,
    series: Series = None,
    meeting: Annotated[str | None, typer.Option("--meeting", metavar="ID", help="Only of this meeting.")] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar="NAME", help="Only of this owner.")] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Only meeting, event, deadline, commitment, or debate, letter, …"),
    ] = None,
    past: Annotated[bool, typer.Option("--all", help="What has passed as well.")] = False,
    form: OutputFormat = Format.TABLE,
    today: Today = None,
    internal: Internal = False,
) -> None:
    """Everything with a date ahead, over all meetings, nearest first.

    Example: brief deadlines --days 30 --owner DCO
    """
    from briefcli.library.naming import choose
    from briefcli.library.questions import Wanted
    from briefcli.views.deadlines import Choice, deadlines_view

    place = workspace(today, internal=internal)
    library = place.library()
    warn_of_broken(library)
    wanted = Wanted(series=series, meeting=choose(library.ids, meeting) if meeting is not None else None)
    choice = Choice(wanted=wanted, days=days, owner=owner, kind=kind, past=past)
    raise typer.Exit(emit(deadlines_view(library, place.today, choice), form))


def refs(
    paper: Annotated[
        str | None,
        typer.Argument(metavar="[DOSSIER | PAPER]", help="28676, “28 676, nr. 427”, kst-28676-427; nothing for all."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only papers whose dates conflict, or do not fit their session year.")
    ] = False,
    urls: Urls = False,
    form: OutputFormat = Format.TABLE,
    internal: Internal = False,
) -> None:
    """Every paper that the agendas cite, with its date and where it is cited.

    Example: brief refs "28 676, nr. 427"
    """
    from briefcli.views.refs import papers_view, summary_view

    place = workspace(None, internal=internal)
    library = place.library()
    warn_of_broken(library)
    if check:
        from briefcli.views.refs_check import check_view

        view = check_view(library, paper)
    else:
        view = summary_view(library) if paper is None else papers_view(library, paper)
    raise typer.Exit(emit(view, form, urls=urls))
