from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.options import Body, Common, OutputFormat, Series, Year, flag
from briefcli.cli.output import answer
from briefcli.errors import Exit, UsageError
from briefcli.index.queries import Filter
from briefcli.views.listing import Period, list_view


def run(
    common: Common,
    series: Series = None,
    body: Body = None,
    year: Year = None,
    upcoming: Annotated[bool, flag("--upcoming", "Only what is to come, and what has no date.")] = False,
    past: Annotated[bool, flag("--past", "Only what is over.")] = False,
    form: OutputFormat = "table",
) -> Exit:
    """List all meetings in order of date, with a countdown.

    Example: brief list --series dmm --upcoming
    """
    if upcoming and past:
        raise UsageError(tr("--upcoming and --past exclude each other"), tr("give one of them, or neither for all"))
    side: Period | None = "upcoming" if upcoming else "past" if past else None
    wanted = Filter(series=series, body=body, year=year)
    return answer(common, form, lambda index, place: list_view(index, place.today, wanted, side))
