"""`brief refs`: every paper cited in the agendas, by dossier and number; with `--check`, which dates are wrong."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.paper_names import dossier_name, paper_name
from briefcli.domain.citations.reference import Reference, dossier_of, kind_of, number_in_dossier, sort_key, url_of
from briefcli.domain.when import When, conflict, parse_when
from briefcli.errors import UsageError
from briefcli.index.queries import Index
from briefcli.index.records import ListedCitation
from briefcli.views.cell import Cell, PaperCell, Words
from briefcli.views.labels import in_words
from briefcli.views.making import joined_cells, nothing_found, record_of, table, view_of
from briefcli.views.official_facts import date_of_paper, official_record, withdrawn_papers
from briefcli.views.paper_numbers import paper_cell
from briefcli.views.view import Column, Remark, Table, View

if TYPE_CHECKING:  # needed only if there is a record
    from briefcli.official.contents import HousePaper

_document = attrgetter("document")
_DOSSIER = re.compile("[1-9][0-9]{4}")  # the most common question; the grammar for all others takes 40 ms to load


_FIELDS = (
    "document", "dossier", "number", "date", "kind", "title", "cited_in", "url", "conflicts", "certain", "alternatives",
    "official",
)  # fmt: skip
_CHECK_FIELDS = (*_FIELDS, "outside_session", "missing")


class Cited(msgspec.Struct, frozen=True):
    """One paper with all that the agendas say of it; `dates` holds each date with the meetings that give it."""

    document: str
    citations: tuple[ListedCitation, ...]
    official: "HousePaper | None" = None  # what the record says of it

    @property
    def meetings(self) -> list[str]:
        return list(dict.fromkeys(each.meeting for each in self.citations))

    @property
    def dates(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for each in self.citations:
            if each.dated and each.meeting not in found.setdefault(each.dated, []):
                found[each.dated].append(each.meeting)
        return found

    @property
    def date(self) -> When | None:
        """The most exact date in the agendas, None if they conflict; if they have no date, that of the record."""
        if not self.dates:
            return date_of_paper(self.official) if self.official else None
        whens = () if self.conflicts else map(parse_when, self.dates)
        return min(
            whens, key=lambda when: when.last - when.first if when.first and when.last else timedelta.max, default=None
        )

    @property
    def kind(self) -> str:
        return self.first("kind") or (self.official.our_kind if self.official else "")

    @property
    def title(self) -> str:
        return self.first("title") or (self.official.title if self.official else "")

    @property
    def conflicts(self) -> list[dict[str, Any]]:
        """All dates with their meetings if they cannot all be right (March 2023 and 9 March 2023 can); else empty."""
        if not conflict(*self.dates):
            return []
        return [{"date": day, "in": ids} for day, ids in self.dates.items()]

    @property
    def certain(self) -> bool:
        """Whether every citation can only mean this paper."""
        return all(each.certain for each in self.citations)

    @property
    def others(self) -> list[str]:
        """Its identifiers in other dossiers; for an uncertain paper, what else it may be."""
        return list(dict.fromkeys(other for each in self.citations for other in each.others))

    def first(self, name: str) -> str:
        return next((value for each in self.citations if (value := getattr(each, name))), "")


def papers_view(index: Index, asked: str | None) -> View:
    """The papers that `asked` names, by number or dossier; for None all papers, with a row per dossier on the screen.

    Raises UsageError if `asked` names no paper and no dossier.
    """
    wanted = None if asked is None else _references_named(asked)
    papers = _papers_asked(index, wanted)
    if not papers:
        names = ", ".join(paper_name(reference.canonical) for reference in wanted or ())
        said = tr("No agenda cites {papers}.", papers=names) if names else tr("The agendas cite no papers.")
        return nothing_found(said, _FIELDS)
    if asked is None:
        return view_of([_record(each) for each in papers], _summary(papers))
    withdrawn = index.house.withdrawn(each.document for each in papers) if index.has_record else {}
    listed = table(
        papers,
        (Column(tr("Paper"), whole=True), _named),
        (Column(tr("Date")), lambda each: (tr("conflict:"), *_each_date(each)) if each.conflicts else each.date),
        (Column(tr("Kind")), lambda each: in_words(each.kind)),
        (Column(tr("About"), main=True), lambda each: Words(each.title)),
        (Column(tr("Cited in")), lambda each: Words(", ".join(each.meetings))),
    )
    return view_of([_record(each) for each in papers], listed, withdrawn_papers(withdrawn))


def _references_named(asked: str) -> list[Reference]:
    """The papers and dossiers in what was typed: a number, several, or a text with some. Raises UsageError if none."""
    if _DOSSIER.fullmatch(asked):
        return [Reference(asked, 0, 5, asked)]
    from briefcli.domain.citations.finder import read_reference, scan_references

    wanted = read_reference(asked) or scan_references(asked)
    if not wanted:
        message = tr("“{asked}” is not a paper or a dossier", asked=asked)
        raise UsageError(message, tr("write 28676, “28 676, nr. 427” or kst-28676-427"))
    return wanted


def _papers_asked(index: Index, wanted: Sequence[Reference] | None) -> list[Cited]:
    named = ({"dossier" if each.kind == "dossier" else "document": each.canonical} for each in wanted or ())
    found = index.citations() if wanted is None else [one for each in named for one in index.citations(**each)]
    # In natural order; a dossier cited as a whole is not a paper
    cited = sorted((each for each in dict.fromkeys(found) if kind_of(each.document) != "dossier"), key=_document)
    found_in = {document: tuple(citations) for document, citations in groupby(cited, key=_document)}
    known = index.house.papers(found_in) if index.has_record else {}
    return [Cited(each, found_in[each], known.get(each)) for each in sorted(found_in, key=sort_key)]


def _named_paper(paper: Cited) -> PaperCell:
    return paper_cell(paper.document, certain=paper.certain)


def _named(paper: Cited) -> Cell:
    dossiers = dict.fromkeys(dossier for each in paper.others if (dossier := dossier_of(each)))
    if not paper.certain or not dossiers:
        return _named_paper(paper)
    return (_named_paper(paper), "\n", tr("also in {dossiers}", dossiers=", ".join(map(dossier_name, dossiers))))


def _each_date(paper: Cited) -> list[Cell]:
    dates = paper.dates.items()
    return [part for day, ids in dates for part in ("\n", parse_when(day), " (", Words(", ".join(ids)), ")")]


def _summary(papers: Sequence[Cited]) -> Table:
    by_dossier = groupby(papers, key=lambda paper: dossier_of(paper.document) or tr("other"))
    listed = ((dossier, list(found)) for dossier, found in by_dossier)
    return table(
        ((dossier, found, max(found, key=_by_date)) for dossier, found in listed),
        (Column(tr("Dossier"), whole=True), lambda each: dossier_name(each[0])),
        (Column(tr("Papers"), right=True), lambda each: len(each[1])),
        (Column(tr("Latest paper"), whole=True), lambda each: _latest(each[2], each[1][-1])),
        (Column(tr("Date"), whole=True), lambda each: each[2].date),
        (Column(tr("Meetings"), right=True), lambda each: len({id_ for one in each[1] for id_ in one.meetings})),
    )


def _latest(latest: Cited, highest: Cited) -> Cell:
    """The last dated paper of a dossier, and the one with the highest number if that has no date: it is often later."""
    if not latest.date or highest.date or not dossier_of(latest.document):
        return _named_paper(latest)
    return _named_paper(latest), "\n", tr("{paper} has no date", paper=paper_name(highest.document))


def _by_date(paper: Cited) -> tuple[tuple[str, ...], Any]:
    return (paper.date.sort_key if paper.date else ("",), sort_key(paper.document))


def _record(paper: Cited) -> dict[str, Any]:
    return {
        "document": paper.document,
        "dossier": dossier_of(paper.document),
        "number": number_in_dossier(paper.document),
        "date": paper.date.text if paper.date else None,
        **record_of(paper, "kind?", "title?"),
        "cited_in": paper.meetings,
        "url": url_of(paper.document),
        "conflicts": paper.conflicts,
        "certain": paper.certain,
        "alternatives": paper.others,
        "official": official_record(paper.official, paper.title),
    }


def paper_check_view(index: Index, asked: str | None) -> View:
    """What is wrong with all papers, or those asked for: conflicting dates, dates outside the session, missing papers.

    `found` is true (exit code 0) if nothing is wrong. Raises UsageError if `asked` names no paper and no dossier.
    """
    from briefcli.index.checks.record import missing_papers

    papers = _papers_asked(index, None if asked is None else _references_named(asked))
    if not papers:
        return nothing_found(tr("No agenda cites such a paper."), _CHECK_FIELDS)
    missing = missing_papers(index, [each.document for each in papers])
    checked = [(each, list(_misfits(each)), each.document in missing) for each in papers]
    wrong = [each for each in checked if each[0].conflicts or any(each[1:])]
    if not wrong:
        message = tr("All agree: no paper has two dates, and each date is in its session year.")
        return view_of([], Remark(message), fields=_CHECK_FIELDS)
    problems = table(
        wrong,
        (Column(tr("Paper"), whole=True), lambda each: _named_paper(each[0])),
        (Column(tr("Problem")), lambda each: _problems(*each)),
    )
    data = [
        _record(paper) | {"outside_session": misfits, "missing": is_missing} for paper, misfits, is_missing in wrong
    ]
    return view_of(data, problems, found=False)


def _misfits(paper: Cited) -> Iterator[dict[str, str]]:
    """Each date of the paper that is outside the session in the same citation, with the citing meeting."""
    from briefcli.domain.citations.finder import read_reference
    from briefcli.domain.citations.session import fits_session

    for citation in filter(lambda each: each.dated, paper.citations):
        when = parse_when(citation.dated)
        for reference in read_reference(citation.written):
            is_it = reference.canonical == citation.document
            if is_it and reference.session and not fits_session(when, reference.session):
                yield {"date": citation.dated, "session": reference.session, "in": citation.meeting}


def _problems(paper: Cited, misfits: Iterable[dict[str, str]], is_missing: bool) -> Cell:  # noqa: FBT001  # a row of the table
    lines: list[Cell] = []
    if paper.conflicts:
        lines.append((tr("the agendas give it different dates:"), *_each_date(paper)))
    if is_missing:
        lines.append(tr("the record has this dossier, with papers before and after, but not this paper"))
    for misfit in misfits:
        session = f"{misfit['session'][:4]}/{misfit['session'][6:]}"
        outside = tr("is not a date of session {session}", session=session)
        lines.append((parse_when(misfit["date"]), f" {outside} (", Words(misfit["in"]), ")"))
    return joined_cells("\n", lines)
