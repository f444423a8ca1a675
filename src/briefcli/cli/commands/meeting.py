"""The commands about one meeting: show it, compare it, draw the road to it, and what comes next."""

import sys
from typing import Annotated

from msgspec.structs import replace

from briefcli.catalog import count, tr
from briefcli.cli.options import (
    Common,
    MailFormat,
    MailOutput,
    MeetingId,
    Mine,
    OutputFormat,
    Text,
    Urls,
    argument,
    flag,
    option,
)  # fmt: skip
from briefcli.cli.output import (
    answer,
    deliver_mail,
    emit,
    owners,
    passed_on,
    read_agendas,
    screen,
    warn,
    workspace,
    workspace_for,
    write,
)  # fmt: skip
from briefcli.errors import Exit, UsageError
from briefcli.index.naming import of_series
from briefcli.index.queries import Index
from briefcli.views.view import View
from briefcli.workspace import Workspace


def show(
    meeting: MeetingId,
    only: Annotated[
        Text, option("--only", "SECTIONS", "Only these sections, with commas: sessions,points,documents.")
    ] = None,
    next_: Annotated[bool, flag("--next", "ID is a series: take its next meeting.")] = False,
    last: Annotated[bool, flag("--last", "ID is a series: take the last meeting held.")] = False,
    urls: Urls = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """Show one meeting: what is asked, sessions, points, papers and dates.

    Example: brief show dmm-2023-06 --only sessions,documents
    """
    from briefcli.cli.choosing import errors_in, meeting_typed
    from briefcli.views.show import sections_named, show_view, shown_meeting

    if next_ and last:
        raise UsageError(tr("--next and --last exclude each other"), tr("give one of them"))
    sections = sections_named(only) if only is not None else None

    def view_of(index: Index, place: Workspace) -> View:
        by_series = next_ or last
        id_ = of_series(index, meeting, place.today, last=last) if by_series else meeting_typed(index, meeting, place)
        first, *others = index.paths_of(id_)
        if others:
            warn(tr(
                "“{id}” is also the name of {others}; this is {first} in {shown_as}: give one another name",
                id=id_, others=", ".join(others), first=first, shown_as=place.shown_as,
            ))  # fmt: skip
        for path, line, message in errors_in(index, id_)[:3]:
            warn(tr("{file}, line {line}: {message}", file=place.path(path), line=line, message=message))
        return show_view(shown_meeting(index, id_, place.today, place.shown_as), sections)

    return answer(common, form, view_of, urls=urls)


def diff(
    first: Annotated[str, argument("A", "A meeting; alone: a series, or a meeting to compare with the one before.")],
    second: Annotated[Text, argument("[B]", "The later meeting.")] = None,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """What is new, changed, carried over and gone between two editions of a meeting.

    Example: brief diff dmm-2022-02 dmm-2023-06
    """
    from briefcli.cli.choosing import must_be_readable
    from briefcli.views.diff import diff_view

    def view_of(index: Index, place: Workspace) -> View:
        for each in filter(None, (first, second)):
            must_be_readable(index, each, place)
        return diff_view(index, place.today, first, second)

    return answer(common, form, view_of)


def next_(
    days: Annotated[
        int | None, option("--days", "N", "Everything of the next N days, over all meetings.", min=0)
    ] = None,
    mine: Mine = False,
    form: Annotated[
        MailFormat, option("--format -f", None, "How to print it; eml is a mail, opened as a draft.")
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
        view = passed_on(view, index, form)
    if form != "eml":
        return emit(view, form)
    from briefcli.render.wording import day_words

    day = day_words(place.today)
    if days is None:
        subject = tr("The next meeting, seen from {day}", day=day)
    else:
        subject = count("The day ahead, seen from {day}", "The {n} days ahead, seen from {day}", days, day=day)
    return deliver_mail(view, subject, output, internal=place.internal)


def timeline(
    target: Annotated[Text, argument("[ID | SERIES]", "A meeting or a series; nothing: the next meeting.")] = None,
    ascii_: Annotated[bool, flag("--ascii", "Draw with plain characters only.")] = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """Draw the road to a meeting along time: what happened, today, what is to come, and what it leads to.

    Example: brief timeline dmm-2023-06
    """
    from briefcli.cli.choosing import must_be_readable
    from briefcli.views.timeline import timeline_view

    place = workspace(common)
    with read_agendas(place) as index:
        if target is not None:
            must_be_readable(index, target, place)
        view = passed_on(timeline_view(index, place.today, target), index, form)
    if form != "table":
        return emit(view, form)
    from briefcli.render.terminal import render_terminal

    write(render_terminal(view, replace(screen(), ascii=ascii_ or not writes_lines())))
    return Exit.DONE


def writes_lines() -> bool:
    """Whether the output can carry the characters that lines are drawn with."""
    try:
        "█━┄▶".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
