"""`brief refs --check`: papers with two dates, a date outside their session, or that their dossier does not have."""

from collections.abc import Iterable, Iterator

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.reader import read_reference
from briefcli.domain.citations.session_year import fits_session
from briefcli.domain.when import parse_when
from briefcli.index.checks.record import missing_papers
from briefcli.index.queries import Index
from briefcli.views.refs import FIELDS, Cited, each_date, named_paper, papers_asked, record, references_named
from briefcli.views.view import Cell, Column, Remark, Table, View, Words, joined, nothing_found, table

_FIELDS = (*FIELDS, "outside_session", "missing")


class Misfit(msgspec.Struct, frozen=True):
    """A date outside the session that the paper is cited with (`20222023`)."""

    date: str
    session: str
    meeting: str


class Checked(msgspec.Struct, frozen=True):
    """One paper with what does not fit."""

    paper: Cited
    misfits: tuple[Misfit, ...]
    is_missing: bool  # from a dossier that the official record covers

    @property
    def is_wrong(self) -> bool:
        return bool(self.misfits or self.paper.conflicts or self.is_missing)


def refs_check_view(index: Index, asked: str | None) -> View:
    """What is wrong with the dates of all papers, or of those asked for; found (exit code 0) where all fit."""
    papers = papers_asked(index, None if asked is None else references_named(asked))
    if not papers:
        return nothing_found(tr("No agenda cites such a paper."), _FIELDS)
    missing = missing_papers(index, [each.document for each in papers])
    checked = [Checked(each, tuple(_misfits(each)), each.document in missing) for each in papers]
    wrong = [each for each in checked if each.is_wrong]
    if not wrong:
        message = tr("All fit: no paper has two dates, and each date is one of its session year.")
        return View(data=[], blocks=(Remark(message),), fields=_FIELDS)
    data = [record(each.paper) | {"outside_session": _told(each.misfits), "missing": each.is_missing} for each in wrong]
    return View(data=data, blocks=(_table(wrong),), found=False)


def _misfits(paper: Cited) -> Iterator[Misfit]:
    for citation in filter(lambda each: each.dated, paper.citations):
        when = parse_when(citation.dated)
        for reference in read_reference(citation.written):
            is_it = reference.canonical == citation.document
            if is_it and reference.session and not fits_session(when, reference.session):
                yield Misfit(citation.dated, reference.session, citation.meeting)


def _table(wrong: list[Checked]) -> Table:
    return table(
        wrong,
        (Column(tr("Paper"), whole=True), lambda each: named_paper(each.paper)),
        (Column(tr("Problem")), _problems),
    )


def _problems(checked: Checked) -> Cell:
    lines: list[Cell] = []
    if checked.paper.conflicts:
        lines.append((tr("the agendas give it different dates:"), *each_date(checked.paper)))
    if checked.is_missing:
        lines.append(tr("the record has this dossier, with papers before and after, but not this paper"))
    for misfit in checked.misfits:
        session = f"{misfit.session[:4]}/{misfit.session[6:]}"
        outside = tr("is not a date of session {session}", session=session)
        lines.append((parse_when(misfit.date), f" {outside} (", Words(misfit.meeting), ")"))
    return joined("\n", lines)


def _told(misfits: Iterable[Misfit]) -> list[dict[str, str]]:
    return [{"date": each.date, "session": each.session, "in": each.meeting} for each in misfits]
