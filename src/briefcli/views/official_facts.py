"""What the official record says of an agenda's papers and events: on the screens, and for machines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.citations.paper_names import paper_name
from briefcli.domain.citations.reference import sort_key
from briefcli.domain.item import is_hidden, words_of
from briefcli.domain.when import When, when_of
from briefcli.index.queries import Index
from briefcli.index.records import Citation
from briefcli.views.labels import in_words
from briefcli.views.view import Cell, Remark, Struck, Words, record_of, sentence

if TYPE_CHECKING:  # without a record none of it is needed
    from briefcli.domain.agenda import Document, Event
    from briefcli.index.checks.record import LinkedEvent
    from briefcli.official.contents import Activity, HousePaper


def date_of_paper(paper: "HousePaper") -> When | None:
    """The paper's own date; not the day on which it was received or published."""
    return when_of(paper.dated) if paper.dated else None


def as_recorded(document: "Document", paper: "HousePaper | None") -> "Document":
    """A document of an agenda with what the record says where it has no title, kind or date itself."""
    if paper is None:
        return document
    return msgspec.structs.replace(
        document,
        title=document.title or paper.title or None,
        kind=document.kind or paper.our_kind or None,
        date=document.date or date_of_paper(paper),
    )


def official_record(paper: "HousePaper | None", title: str = "") -> dict[str, Any] | None:
    """For machines: the record's own words, and its three dates apart.

    Where the public does not see the `title` that the agendas give, the record's own is not shown either.
    """
    if paper is None:
        return None
    known = {"title": None if is_hidden(title) else paper.title or None, "kind": paper.kind or None}
    return known | {"date": paper.dated or None, **record_of(paper, "received?", "published?")}


def moved_events(index: Index, id_: str | None = None) -> "tuple[LinkedEvent, ...]":
    """Every event that names an activity which the record has or had; of one meeting, or of all."""
    if not index.event_links(id_):
        return ()
    from briefcli.index.checks.record import linked_events

    return tuple(each for each in linked_events(index, id_) if each.news != "unknown")


def moved_remarks(events: "Sequence[LinkedEvent]") -> Iterator[Remark]:
    """One sentence for each event that the record has changed."""
    for event in events:
        if not event.news:
            continue
        yield Remark(_moved_sentence(event))
        for came in event.successors:
            number, day = Words(came.official), came.when
            yield Remark(sentence(tr("In its place came {number}: {date}."), number=number, date=day))
        if event.shifts:
            many = len(event.shifts)
            said = count("{n} deadline counts from it", "{n} deadlines count from it", many)
            if event.successors or event.news == "another day":
                said = count("{n} deadline shifts with it", "{n} deadlines shift with it", many)
            yield Remark((f"{said}: ", Words("; ".join(event.shifts))))


def _moved_sentence(event: "LinkedEvent") -> Cell:
    title, number, activity = Words(event.link.title), event.link.official, event.activity
    if activity is None:
        return sentence(tr("The House has withdrawn “{title}” ({number}) from its record."), title=title, number=number)
    if event.news == "gone":
        told = tr("The record of the House: “{title}” ({number}) is {status}.")
        return sentence(told, title=title, number=number, status=in_words(activity.status or ""))
    if event.news == "no day":
        told = tr("The record of the House gives no day for “{title}” any more; here it is on {old}.")
        return sentence(told, title=title, old=event.link.when)
    told = tr("The record of the House: “{title}” is on {new}, not on {old}.")
    return sentence(told, title=title, new=activity.when, old=Struck(event.link.when))


def withdrawn_papers(withdrawn: Iterable[str]) -> Remark | None:
    """One sentence for all papers, by their identifiers, that the House took back."""
    names = [paper_name(each) for each in sorted(withdrawn, key=sort_key)]
    return Remark(tr("The House has withdrawn from its record: {papers}.", papers="; ".join(names))) if names else None


def commitment_remarks(index: Index, today: date, days: int | None) -> Iterator[Remark]:
    """What a list of dates leaves to `brief commitments`: what the record has besides, and what is met.

    Named is what is late or due within so many days; with None on any day.
    """
    if not index.has_record:
        return
    from briefcli.views.commitments import met_remark, unlisted_due

    if due := unlisted_due(index, today, days):
        said = count(
            "The record of the House has {n} commitment besides that is late or due by then: "
            "brief commitments --open shows it.",
            "The record of the House has {n} commitments besides that are late or due by then: "
            "brief commitments --open shows them.",
            due,
        )
        yield Remark(said)
    if met := met_remark(index):
        yield met


def with_official(
    fields: dict[str, Any],
    cited: Mapping[str, Citation],
    papers: "Mapping[str, HousePaper]",
    events: "Sequence[LinkedEvent]",
    written: "Sequence[Event]",
) -> dict[str, Any]:
    """An agenda's plain fields, its documents and events with what the record says of them under `official`.

    `written` are the agenda's events. Of a title or place that it withholds, the record's own is not shown either.
    """
    if papers:
        for place, each in enumerate(fields.get("documents", [])):
            citation, title = cited.get(f"documents[{place}].ref"), each.get("title")
            paper = papers.get(citation.document) if citation else None
            each["official"] = official_record(paper, title if isinstance(title, str) else "")
    for event in events:
        place = event.link.place
        if event.activity is not None:
            fields["events"][place]["official"] = _event_record(event, event.activity, written[place])
    return fields


def _event_record(event: "LinkedEvent", activity: "Activity", written: "Event") -> dict[str, Any]:
    return {
        "number": activity.official,
        "date": activity.when.text,
        "status": activity.status or None,
        "kind": activity.form,
        "subject": None if is_hidden(words_of(written.title)) else activity.subject,
        "place": None if is_hidden(words_of(written.place)) else activity.place or None,
        "committee": activity.committee,
        "written": event.link.when.text,
    }
