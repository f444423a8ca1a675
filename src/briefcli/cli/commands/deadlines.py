from typing import Annotated

from briefcli.cli.options import Common, Mine, OutputFormat, Owner, Series, flag, option
from briefcli.cli.output import answer, owners
from briefcli.config import HORIZON, value_of
from briefcli.domain.vocabulary import EVENT_KINDS, usual_word
from briefcli.errors import Exit
from briefcli.index.queries import Filter, Index
from briefcli.views.deadlines import DeadlineChoice, deadlines_view
from briefcli.views.view import View
from briefcli.workspace import Workspace


def run(
    common: Common,
    days: Annotated[int | None, option("--days", "N", "Only the next N days.", min=0)] = None,
    series: Series = None,
    meeting: Annotated[str | None, option("--meeting", "ID", "Only of this meeting.")] = None,
    owner: Owner = None,
    mine: Mine = False,
    kind: Annotated[
        str | None, option("--kind", "KIND", "Only of this kind: event, deadline, commitment, debate, letter, …")
    ] = None,
    everything: Annotated[bool, flag("--all", "Also what has passed, and what is more than 90 days ahead.")] = False,
    form: OutputFormat = "table",
) -> Exit:
    """Show what is late, and what comes in the next 90 days, over all meetings.

    Example: brief deadlines --days 30 --owner DCO
    """

    def make(index: Index, place: Workspace) -> View:
        wanted = Filter(series=series)
        if meeting is not None:
            from briefcli.cli.choosing import meeting_typed

            wanted = Filter(series=series, meeting=meeting_typed(index, meeting, place))
        choice = DeadlineChoice(
            wanted=wanted,
            days=days,
            horizon=int(value_of(HORIZON)),
            owners=owners(owner, mine=mine),
            kind=kind and usual_word(kind, EVENT_KINDS),
            everything=everything,
        )
        return deadlines_view(index, place.today, choice)

    return answer(common, form, make)
