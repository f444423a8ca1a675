"""What the official record says of an agenda's papers and events: on the screens, and for machines."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.item import is_hidden, words_of
from briefcli.domain.when import When, when_of
from briefcli.index.queries import Index
from briefcli.index.records import Citation
from briefcli.views.labels import in_words
from briefcli.views.view import Remark, Struck, Words, record_of, sentence

if TYPE_CHECKING:  # without a record none of it is needed
    from briefcli.domain.agenda import Document, Event
    from briefcli.index.official import EventLink
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


class MovedEvent(msgspec.Struct, frozen=True):
    """An event that names an activity of the record; `shifts` are the deadlines that are counted from it."""

    link: "EventLink"
    activity: "Activity"
    shifts: tuple[str, ...] = ()

    @property
    def is_news(self) -> bool:
        """Whether the record says another day than the file, or that it does not go on then."""
        from briefcli.index.checks.record import differs

        return self.is_gone or differs(self.link.when, self.activity)

    @property
    def is_gone(self) -> bool:
        """Whether the record says that it was moved away or cancelled, and the file does not."""
        from briefcli.index.checks.record import is_gone

        return is_gone(self.link, self.activity)

    def is_ahead(self, today: date) -> bool:
        """Whether either of its days can still come."""
        return not (self.link.when.is_past(today) and self.activity.when.is_past(today))


def moved_events(index: Index, id_: str | None = None) -> tuple[MovedEvent, ...]:
    """Every event that names an activity which the record has; of one meeting, or of all."""
    links = index.event_links(id_)
    if not links:
        return ()
    from briefcli.index.checks.record import shifted

    activities = index.activities()
    found = (MovedEvent(link, activities[link.official]) for link in links if link.official in activities)
    return tuple(
        msgspec.structs.replace(each, shifts=tuple(shifted(index, each.link))) if each.is_news else each
        for each in found
    )


def moved_remarks(events: Sequence[MovedEvent]) -> Iterator[Remark]:
    """One sentence for each event that the record has changed."""
    for event in events:
        if not event.is_news:
            continue
        title = Words(event.link.title)
        if event.is_gone:
            told = tr("The record of the House: “{title}” ({number}) is {status}.")
            status = in_words(event.activity.status or "")
            yield Remark(sentence(told, title=title, number=event.activity.official, status=status))
        else:
            told = tr("The record of the House: “{title}” is on {new}, not on {old}.")
            yield Remark(sentence(told, title=title, new=event.activity.when, old=Struck(event.link.when)))
        if event.shifts:
            shifting = count("{n} deadline shifts with it", "{n} deadlines shift with it", len(event.shifts))
            yield Remark((f"{shifting}: ", Words("; ".join(event.shifts))))


def with_official(
    fields: dict[str, Any],
    cited: Mapping[str, Citation],
    papers: "Mapping[str, HousePaper]",
    events: Sequence[MovedEvent],
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
        fields["events"][place]["official"] = _event_record(event, written[place])
    return fields


def _event_record(event: MovedEvent, written: "Event") -> dict[str, Any]:
    activity = event.activity
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
