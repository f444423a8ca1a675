"""What the official record says of an agenda's papers and events, on the screen and in machine-readable output."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.citations.paper_names import paper_name
from briefcli.domain.citations.reference import sort_key
from briefcli.domain.item import is_hidden
from briefcli.domain.when import When, when_of
from briefcli.index.queries import Index
from briefcli.views.cell import Cell, Struck, Words
from briefcli.views.labels import in_words
from briefcli.views.making import record_of, sentence
from briefcli.views.view import Remark

if TYPE_CHECKING:  # needed only if there is a record
    from briefcli.domain.agenda import Document
    from briefcli.index.checks.record import LinkedEvent
    from briefcli.official.contents import HousePaper


def date_of_paper(paper: "HousePaper") -> When | None:
    """The paper's own date; not the day on which it was received or published."""
    return when_of(paper.dated) if paper.dated else None


def as_recorded(document: "Document", paper: "HousePaper | None") -> "Document":
    """The document of an agenda; if its title, kind or date is missing, it is taken from the record."""
    if paper is None:
        return document
    return msgspec.structs.replace(
        document,
        title=document.title or paper.title or None,
        kind=document.kind or paper.our_kind or None,
        date=document.date or date_of_paper(paper),
    )


def official_record(paper: "HousePaper | None", title: str = "") -> dict[str, Any] | None:
    """The machine-readable record of a paper, with its date, day received and day published; None without a paper.

    If `title`, the paper's title in the agendas, is hidden from the public, the title in the record is left out too.
    """
    if paper is None:
        return None
    known = {"title": None if is_hidden(title) else paper.title or None, "kind": paper.kind or None}
    return known | {"date": paper.dated or None, **record_of(paper, "received?", "published?")}


def moved_events(index: Index, id_: str | None = None) -> "tuple[LinkedEvent, ...]":
    """The events, of one meeting or of all, that name an activity which the record has or had, by this number."""
    if not index.event_links(id_):
        return ()
    from briefcli.index.checks.record import linked_events

    return tuple(each for each in linked_events(index, id_) if each.news != "unknown" or each.successors)


def moved_remarks(events: "Sequence[LinkedEvent]") -> Iterator[Remark]:
    """The remarks on each event that is different in the record and in the file."""
    for event in events:
        if not event.news:
            continue
        yield Remark(_moved_sentence(event))
        for came in event.successors:
            number, day = Words(came.official), came.when
            yield Remark(sentence(tr("It was replaced by {number}: {date}."), number=number, date=day))
        if event.shifts:
            many = len(event.shifts)
            said = count("{n} deadline counts from it", "{n} deadlines count from it", many)
            if event.successors or event.news == "another day":
                said = count("{n} deadline shifts with it", "{n} deadlines shift with it", many)
            yield Remark((f"{said}: ", Words("; ".join(event.shifts))))


def _moved_sentence(event: "LinkedEvent") -> Cell:
    title, number, activity = Words(event.link.title), event.link.official, event.activity
    if event.news == "unknown":
        return sentence(tr("The House has corrected the number of “{title}” ({number})."), title=title, number=number)
    if activity is None:
        return sentence(tr("The House has withdrawn “{title}” ({number}) from its record."), title=title, number=number)
    if event.news in {"gone", "goes on"}:
        told = tr("The record of the House: “{title}” ({number}) is {status}.")
        return sentence(told, title=title, number=number, status=in_words(activity.status or ""))
    if event.news == "no day":
        told = tr("The record of the House gives no day for “{title}” any more; here it is on {old}.")
        return sentence(told, title=title, old=event.link.when)
    told = tr("The record of the House: “{title}” is on {new}, not on {old}.")
    return sentence(told, title=title, new=activity.when, old=Struck(event.link.when))


def withdrawn_papers(withdrawn: Mapping[str, str]) -> Remark | None:
    """One sentence that names all withdrawn papers, and the new number of one that has another now."""
    pairs = ((each, withdrawn[each]) for each in sorted(withdrawn, key=sort_key))
    names = "; ".join(" → ".join(paper_name(each) for each in pair if each) for pair in pairs)
    return Remark(tr("The House has withdrawn or renumbered: {papers}.", papers=names)) if names else None


def commitment_remarks(index: Index, today: date, days: int | None) -> Iterator[Remark]:
    """Remarks that point from a list of dates to `brief commitments`.

    They count the commitments that only the record has and that are late or due within `days` days (None: on any day),
    and name the ones that are open in our agendas but met in the record.
    """
    if not index.has_record:
        return
    known = {each.official for each in index.commitments()}
    promises = (each for number, each in index.house.promises.items() if number not in known and each.is_open)
    lasts = (each.due.last for each in promises)
    if due := sum(last is not None and (days is None or (last - today).days <= days) for last in lasts):
        said = count(
            "The record of the House has {n} commitment besides that is late or due by then: "
            "brief commitments --open shows it.",
            "The record of the House has {n} commitments besides that are late or due by then: "
            "brief commitments --open shows them.",
            due,
        )
        yield Remark(said)
    yield from met_remarks(index)


def met_remarks(index: Index) -> Iterator[Remark]:
    """A remark that names the commitments that are open in our agendas but met in the record, if there are any."""
    from briefcli.index.checks.record import met_in_record

    if numbers := sorted({promise.official for _, promise in met_in_record(index)}):
        said = count("The record of the House says that {n} commitment that is open here is met: {numbers}",
                     "The record of the House says that {n} commitments that are open here are met: {numbers}",
                     len(numbers), numbers=", ".join(numbers))  # fmt: skip
        yield Remark(said)
