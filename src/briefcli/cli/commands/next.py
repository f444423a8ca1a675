"""`brief next`: the next meeting and what must be ready for it."""

from typing import Annotated

import typer

from briefcli.catalog import count, tr
from briefcli.cli.mail import deliver_mail, require_mail
from briefcli.cli.options import Format, Internal, MailFormat, MailOutput, Mine, NoCache, Today
from briefcli.cli.output import emit, owners, warn_of_broken, workspace
from briefcli.cli.starting import speak_as_exported


def run(
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=0, help="Everything of the next N days, over all meetings.")
    ] = None,
    mine: Mine = False,
    form: Annotated[
        MailFormat, typer.Option("--format", "-f", help="How to print it; eml is a mail, opened as a draft.")
    ] = MailFormat.TABLE,
    output: MailOutput = None,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """The next meeting and what must be ready for it; with --days all that is due soon. Exit code 1: nothing is.

    Example: brief next --days 7
    """
    from briefcli.views.next import days_view, next_view

    require_mail(form, output)
    place = workspace(today, internal=internal, no_cache=no_cache)
    if form is MailFormat.EML:
        speak_as_exported(place.settings())
    whose = owners(None, mine=mine)
    with place.open_index() as index:
        warn_of_broken(index)
        if days is None:
            view = next_view(index, place.today, whose)
        else:
            view = days_view(index, place.today, days, place.settings().calendar, whose)
    if form is not MailFormat.EML:
        raise typer.Exit(emit(view, Format(form)))
    from briefcli.render.wording import day_words

    day = day_words(place.today)
    if days is None:
        subject = tr("The next meeting, seen from {day}", day=day)
    else:
        subject = count("The day ahead, seen from {day}", "The {n} days ahead, seen from {day}", days, day=day)
    raise typer.Exit(deliver_mail(view, subject, output))
