from typing import Annotated

from briefcli.catalog import count, tr
from briefcli.cli.options import Common, MailFormat, MailOutput, Mine, option
from briefcli.cli.output import emit_or_mail, owners, read_agendas, with_warning, workspace_for
from briefcli.errors import Exit
from briefcli.render.wording import day_words
from briefcli.views.next import days_view, next_view


def run(
    common: Common,
    days: Annotated[
        int | None, option("--days", "N", "Everything in the next N days, over all meetings.", min=0)
    ] = None,
    mine: Mine = False,
    form: Annotated[
        MailFormat, option("--format -f", None, "The format; eml is a mail, which opens as a draft.")
    ] = "table",
    output: MailOutput = None,
) -> Exit:
    """Show the next meeting and what must be ready for it; with --days, all that is due soon.

    Exit code 1: there is nothing to show.

    Example: brief next --days 7
    """
    place = workspace_for(form, output, common)
    whose, day = owners(None, mine=mine), day_words(place.today)
    with read_agendas(place) as index:
        if days is None:
            view, subject = next_view(index, place.today, whose), tr("The next meeting, seen from {day}", day=day)
        else:
            view = days_view(index, place.today, days, place.settings().calendar, whose)
            subject = count("The day ahead, seen from {day}", "The {n} days ahead, seen from {day}", days, day=day)
        view = with_warning(view, index, form)
    return emit_or_mail(view, form, subject, output, internal=place.internal)
