"""`brief changes`: what is new since a day, in the House's record and in the agendas."""

from datetime import timedelta
from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.mail import deliver_mail, require_mail
from briefcli.cli.options import Format, Internal, MailFormat, MailOutput, NoCache, Today
from briefcli.cli.output import emit, workspace
from briefcli.cli.starting import speak_as_exported
from briefcli.config import one_day

_WEEK = timedelta(days=7)


def run(
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Since this day; else a week ago.")
    ] = None,
    form: Annotated[MailFormat, typer.Option("--format", "-f", help="How to print the answer.")] = MailFormat.TABLE,
    output: MailOutput = None,
    today: Today = None,
    internal: Internal = False,
    no_cache: NoCache = False,
) -> None:
    """What is new, moved, cancelled, met or published since a day, in the record and in the agendas (with git).

    Exit code 1: nothing changed.

    Example: brief changes --since 2023-06-01 --format eml --output news.eml
    """
    from briefcli.cli.comparing import news_since
    from briefcli.official.news import in_order
    from briefcli.views.changes import changes_view

    require_mail(form, output)
    place = workspace(today, internal=internal, no_cache=no_cache)
    if form is MailFormat.EML:
        speak_as_exported(place.settings())
    day = one_day(since, place.today) if since else place.today - _WEEK
    found, remarks = news_since(place, day)
    view = changes_view(in_order(found), day, remarks)
    if form is not MailFormat.EML:
        raise typer.Exit(emit(view, Format(form)))
    from briefcli.render.wording import day_words

    raise typer.Exit(deliver_mail(view, tr("What changed since {day}", day=day_words(day)), output))
