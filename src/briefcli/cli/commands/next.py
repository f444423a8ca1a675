"""`brief next`: the next meeting and what must be ready for it."""

from typing import Annotated

import typer

from briefcli.catalog import count, tr
from briefcli.cli.mail import deliver_mail, workspace_for
from briefcli.cli.options import Common, MailFormat, MailOutput, Mine
from briefcli.cli.output import emit, owners, read_agendas
from briefcli.errors import Exit


def run(
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=0, help="Everything of the next N days, over all meetings.")
    ] = None,
    mine: Mine = False,
    form: Annotated[
        MailFormat, typer.Option("--format", "-f", help="How to print it; eml is a mail, opened as a draft.")
    ] = "table",
    output: MailOutput = None,
    *,
    common: Common,
) -> Exit:
    """The next meeting and what must be ready for it; with --days all that is due soon. Exit code 1: nothing is.

    Example: brief next --days 7
    """
    from briefcli.views.next import days_view, next_view

    place = workspace_for(form, output, common)
    whose = owners(None, mine=mine)
    with read_agendas(place) as index:
        if days is None:
            view = next_view(index, place.today, whose)
        else:
            view = days_view(index, place.today, days, place.settings().calendar, whose)
    if form != "eml":
        return emit(view, form)
    from briefcli.render.wording import day_words

    day = day_words(place.today)
    if days is None:
        subject = tr("The next meeting, seen from {day}", day=day)
    else:
        subject = count("The day ahead, seen from {day}", "The {n} days ahead, seen from {day}", days, day=day)
    return deliver_mail(view, subject, output)
