"""`brief refs --check`: papers with two dates, a date outside their session, or that their dossier does not have."""

from collections.abc import Iterable, Iterator

from briefcli.catalog import tr
from briefcli.domain.citations.reader import read_reference
from briefcli.domain.citations.session import fits_session
from briefcli.domain.when import parse_when
from briefcli.index.checks.record import missing_papers
from briefcli.index.queries import Index
from briefcli.views.refs import FIELDS, Cited, each_date, named_paper, papers_asked, record, references_named
from briefcli.views.view import Cell, Column, Remark, View, Words, joined, nothing_found, table, view_of

_FIELDS = (*FIELDS, "outside_session", "missing")


Misfit = dict[str, str]  # a date outside the session that the paper is cited with, and in which meeting


def refs_check_view(index: Index, asked: str | None) -> View:
    """What is wrong with the dates of all papers, or of those asked for; found (exit code 0) where all fit."""
    papers = papers_asked(index, None if asked is None else references_named(asked))
    if not papers:
        return nothing_found(tr("No agenda cites such a paper."), _FIELDS)
    missing = missing_papers(index, [each.document for each in papers])
    checked = [(each, list(_misfits(each)), each.document in missing) for each in papers]
    wrong = [each for each in checked if each[0].conflicts or any(each[1:])]
    if not wrong:
        message = tr("All fit: no paper has two dates, and each date is one of its session year.")
        return view_of([], Remark(message), fields=_FIELDS)
    problems = table(
        wrong,
        (Column(tr("Paper"), whole=True), lambda each: named_paper(each[0])),
        (Column(tr("Problem")), lambda each: _problems(*each)),
    )
    data = [record(paper) | {"outside_session": misfits, "missing": is_missing} for paper, misfits, is_missing in wrong]
    return view_of(data, problems, found=False)


def _misfits(paper: Cited) -> Iterator[Misfit]:
    for citation in filter(lambda each: each.dated, paper.citations):
        when = parse_when(citation.dated)
        for reference in read_reference(citation.written):
            is_it = reference.canonical == citation.document
            if is_it and reference.session and not fits_session(when, reference.session):
                yield {"date": citation.dated, "session": reference.session, "in": citation.meeting}


def _problems(paper: Cited, misfits: Iterable[Misfit], is_missing: bool) -> Cell:  # noqa: FBT001  # a row of the table
    lines: list[Cell] = []
    if paper.conflicts:
        lines.append((tr("the agendas give it different dates:"), *each_date(paper)))
    if is_missing:
        lines.append(tr("the record has this dossier, with papers before and after, but not this paper"))
    for misfit in misfits:
        session = f"{misfit['session'][:4]}/{misfit['session'][6:]}"
        outside = tr("is not a date of session {session}", session=session)
        lines.append((parse_when(misfit["date"]), f" {outside} (", Words(misfit["in"]), ")"))
    return joined("\n", lines)
