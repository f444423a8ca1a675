"""`brief changes`: what is new since a day, in the House's record and in the agendas."""

from datetime import timedelta
from typing import Annotated

import typer

from briefcli.catalog import tr
from briefcli.cli.mail import deliver_mail, workspace_for
from briefcli.cli.options import Common, MailFormat, MailOutput
from briefcli.cli.output import emit
from briefcli.config import one_day
from briefcli.errors import Exit

_WEEK = timedelta(days=7)


def run(
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Since this day; else a week ago.")
    ] = None,
    form: Annotated[MailFormat, typer.Option("--format", "-f", help="How to print the answer.")] = "table",
    output: MailOutput = None,
    *,
    common: Common,
) -> Exit:
    """What is new, moved, cancelled, met or published since a day, in the record and in the agendas (with git).

    Exit code 1: nothing changed.

    Example: brief changes --since 2023-06-01 --format eml --output news.eml
    """
    from briefcli.cli.comparing import news_since
    from briefcli.official.news import in_order
    from briefcli.views.changes import changes_view

    place = workspace_for(form, output, common)
    day = one_day(since, place.today) if since else place.today - _WEEK
    found, remarks = news_since(place, day)
    view = changes_view(in_order(found), day, remarks)
    if form != "eml":
        return emit(view, form)
    from briefcli.render.wording import day_words

    return deliver_mail(view, tr("What changed since {day}", day=day_words(day)), output)
