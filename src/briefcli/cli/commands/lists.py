"""The commands that list what all agendas say: meetings, deadlines, commitments, questions, papers, found words."""

import os
from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.options import (
    Body,
    Common,
    Mine,
    OutputFormat,
    Owner,
    Series,
    Text,
    Texts,
    Undated,
    Urls,
    Year,
    argument,
    flag,
    option,
)  # fmt: skip
from briefcli.cli.output import answer, emit, owners, passed_on, read_agendas, warn, workspace
from briefcli.config import horizon_of
from briefcli.errors import Exit, UsageError
from briefcli.index.naming import choose
from briefcli.index.queries import Filter, Index
from briefcli.views.view import View
from briefcli.workspace import Workspace


def list_(
    series: Series = None,
    body: Body = None,
    year: Year = None,
    upcoming: Annotated[bool, flag("--upcoming", "Only what is ahead, and what has no date.")] = False,
    past: Annotated[bool, flag("--past", "Only what is over.")] = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """List all meetings in order of date, with a countdown.

    Example: brief list --series dmm --upcoming
    """
    from briefcli.views.listing import Period, list_view

    if upcoming and past:
        raise UsageError(tr("--upcoming and --past exclude each other"), tr("give one of them, or neither for all"))
    side = Period.UPCOMING if upcoming else Period.PAST if past else None
    wanted = Filter(series=series, body=body, year=year)
    return answer(common, form, lambda index, place: list_view(index, place.today, wanted, side))


def deadlines(
    days: Annotated[int | None, option("--days", "N", "Only within so many days.", min=0)] = None,
    series: Series = None,
    meeting: Annotated[Text, option("--meeting", "ID", "Only of this meeting.")] = None,
    owner: Owner = None,
    mine: Mine = False,
    kind: Annotated[
        Text, option("--kind", "KIND", "Only meeting, event, deadline, commitment, or debate, letter, …")
    ] = None,
    all_: Annotated[bool, flag("--all", "What has passed, and what is further off than 90 days, as well.")] = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """What is late, and what comes in the next 90 days, over all meetings.

    Example: brief deadlines --days 30 --owner DCO
    """
    from briefcli.views.deadlines import DeadlineChoice, deadlines_view

    def view_of(index: Index, place: Workspace) -> View:
        if meeting is not None:
            from briefcli.cli.choosing import must_be_readable

            must_be_readable(index, meeting, place)
        wanted = Filter(series=series, meeting=choose(index.ids, meeting) if meeting is not None else None)
        horizon, whose = horizon_of(os.environ), owners(owner, mine=mine)
        choice = DeadlineChoice(wanted=wanted, days=days, horizon=horizon, owners=whose, kind=kind, everything=all_)
        return deadlines_view(index, place.today, choice)

    return answer(common, form, view_of)


def commitments(
    only_open: Annotated[bool, flag("--open", "Only what is still to be done.")] = False,
    owner: Owner = None,
    mine: Mine = False,
    dossier: Annotated[Text, option("--dossier", "DOSSIER", "Only what cites a paper of it: 28676.")] = None,
    urls: Urls = False,
    form: OutputFormat = "table",
    *,
    common: Common,
) -> Exit:
    """Commitments (toezeggingen) and motions of all meetings, overdue ones first.

    Example: brief commitments --open --dossier 36045
    """
    from briefcli.views.commitments import CommitmentChoice, commitments_view

    choice = CommitmentChoice(only_open=only_open, owners=owners(owner, mine=mine), dossier=dossier)
    return answer(common, form, lambda index, place: commitments_view(index, place.today, choice), urls=urls)


def questions(
    words: Annotated[Texts, argument("[WORDS]", "What it is about, as for search; nothing: all.")] = None,
    series: Series = None,
    body: Body = None,
    year: Year = None,
    urls: Urls = False,
    form: OutputFormat = "table",
    *,
    common: Undated,
) -> Exit:
    """Find what was asked before and what the answer was, over all meetings, the latest first.

    The words may stand in the question, its answer, its agenda item or who asked it; the id of a meeting gives its own.

    Example: brief questions luchtverdediging --series dmm
    """
    from briefcli.views.questions import questions_view

    asked, wanted = " ".join(words or ()), Filter(series=series, body=body, year=year)
    return answer(common, form, lambda index, _: questions_view(index, asked, wanted), urls=urls)


def refs(
    paper: Annotated[
        Text, argument("[DOSSIER | PAPER]", "28676, “28 676, nr. 427”, kst-28676-427; nothing for all.")
    ] = None,
    check: Annotated[
        bool, flag("--check", "Only papers whose dates conflict, or do not fit their session year.")
    ] = False,
    urls: Urls = False,
    form: OutputFormat = "table",
    *,
    common: Undated,
) -> Exit:
    """Every paper that the agendas cite, with its date and where it is cited.

    Example: brief refs "28 676, nr. 427"
    """

    def view_of(index: Index, _: Workspace) -> View:
        if check:
            from briefcli.views.refs_check import refs_check_view

            return refs_check_view(index, paper)
        from briefcli.views.refs import papers_view, summary_view

        return summary_view(index) if paper is None else papers_view(index, paper)

    return answer(common, form, view_of, urls=urls)


def search(
    query: Annotated[list[str], argument("QUERY", "Words, “phrases”, prefix*, AND OR NOT, field:word.")],
    within: Annotated[Text, option("--in", "FIELDS", "Only in these fields, with commas: points,sessions.")] = None,
    series: Series = None,
    body: Body = None,
    year: Year = None,
    limit: Annotated[int, option("--limit", "N", "So many hits at most; 0 for all.", min=0)] = 50,
    form: OutputFormat = "table",
    *,
    common: Undated,
) -> Exit:
    """Find words in all fields of all agendas, the best answers first.

    Several words must all be there; accents, capitals and Dutch endings make no difference. A meeting is found
    by all that its file says, and shown with the texts that have all words, or else with those that have some.
    NEAR(a b, 5) asks for words close together; NOT leaves meetings out.

    Example: brief search "luchtverdediging OR title:dmm" --year 2023
    """
    from briefcli.views.search import search_agendas, search_view

    wanted = Filter(series=series, body=body, year=year)
    with read_agendas(workspace(common), words=True) as index:
        found = search_agendas(index, " ".join(query), within, wanted, limit)
        view = passed_on(search_view(found), index, form)
    if found.is_cut:
        warn(tr("these are the best {n}; --limit 0 shows all").format(n=len(found.hits)))
    return emit(view, form)
