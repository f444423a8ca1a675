from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.choosing import errors_in, meeting_typed
from briefcli.cli.options import Common, MeetingId, OutputFormat, Urls, flag, option
from briefcli.cli.output import answer, warn
from briefcli.errors import Exit, UsageError
from briefcli.index.naming import of_series
from briefcli.index.queries import Index
from briefcli.views.show import sections_named, show_view, shown_meeting
from briefcli.views.view import View
from briefcli.workspace import Workspace


def run(
    common: Common,
    meeting: MeetingId,
    only: Annotated[
        str | None, option("--only", "SECTIONS", "Only these sections, with commas: sessions,points,documents.")
    ] = None,
    next_: Annotated[bool, flag("--next", "ID is a series: show its next meeting.")] = False,
    last: Annotated[bool, flag("--last", "ID is a series: show its last meeting held.")] = False,
    urls: Urls = False,
    form: OutputFormat = "table",
) -> Exit:
    """Show one meeting: what is asked, sessions, points, papers and dates.

    Example: brief show dmm-2023-06 --only sessions,documents
    """
    if next_ and last:
        raise UsageError(tr("--next and --last exclude each other"), tr("give one of them"))
    sections = sections_named(only) if only is not None else None

    def make(index: Index, place: Workspace) -> View:
        by_series = next_ or last
        id_ = of_series(index, meeting, place.today, last=last) if by_series else meeting_typed(index, meeting, place)
        first, *others = index.paths_of(id_)
        if others:
            twins = tr(
                "“{id}” is also the name of {others}; this is {first} in {shown_as}: give one another name",
                id=id_, others=", ".join(others), first=first, shown_as=place.shown_as,
            )  # fmt: skip
            warn(twins)
        for each in errors_in(index, id_)[:3]:
            warn(tr("{file}, line {line}: {message}", file=place.path(each.path), line=each.line, message=each.message))
        return show_view(shown_meeting(index, id_, place.today, place.shown_as), sections)

    return answer(common, form, make, urls=urls)
