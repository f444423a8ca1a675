"""What the official record says of an agenda's events and papers: on the screens of one meeting, and for machines."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.item import is_hidden, words_of
from briefcli.index.queries import Index
from briefcli.index.records import Citation
from briefcli.views.labels import in_words
from briefcli.views.official_papers import official_record
from briefcli.views.view import Remark, Struck, Words, sentence

if TYPE_CHECKING:  # without a record none of it is needed
    from briefcli.domain.agenda import Event
    from briefcli.index.official import EventLink, OfficialActivity, OfficialPaper


class MovedEvent(msgspec.Struct, frozen=True):
    """An event that names an activity of the record; `shifts` are the deadlines that are counted from it."""

    link: "EventLink"
    activity: "OfficialActivity"
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
    found = []
    for link in links:
        if activity := activities.get(link.official):
            moved = MovedEvent(link, activity)
            titles = shifted(index, link) if moved.is_news else []
            found.append(msgspec.structs.replace(moved, shifts=tuple(titles)))
    return tuple(found)


def moved_remarks(events: Sequence[MovedEvent]) -> Iterator[Remark]:
    """One sentence for each event that the record has changed."""
    for event in events:
        if not event.is_news:
            continue
        title = Words(event.link.title)
        if event.is_gone:
            told = tr("The record of the House: “{title}” ({number}) is {status}.")
            yield Remark(
                sentence(told, title=title, number=event.activity.official, status=in_words(event.activity.status))
            )
        else:
            told = tr("The record of the House: “{title}” is on {new}, not on {old}.")
            yield Remark(sentence(told, title=title, new=event.activity.when, old=Struck(event.link.when)))
        if event.shifts:
            shifting = count("{n} deadline shifts with it", "{n} deadlines shift with it", len(event.shifts))
            yield Remark((f"{shifting}: ", Words("; ".join(event.shifts))))


def with_official(
    fields: dict[str, Any],
    cited: Mapping[str, Citation],
    papers: "Mapping[str, OfficialPaper]",
    events: Sequence[MovedEvent],
    written: "Sequence[Event]",
) -> dict[str, Any]:
    """An agenda's plain fields, its documents and events with what the record says of them under `official`.

    `written` are the agenda's events. Of a title or place that it withholds, the record's own is not shown either.
    """
    if papers:
        documents = [
            each | {"official": official_record(papers.get(citation.document) if citation else None, _title(each))}
            for place, each in enumerate(fields.get("documents", []))
            for citation in [cited.get(f"documents[{place}].ref")]
        ]
        fields |= {"documents": documents} if documents else {}
    for event in events:
        place = event.link.place
        fields["events"][place]["official"] = _event_record(event, written[place])
    return fields


def _title(document: dict[str, Any]) -> str:
    title = document.get("title")
    return title if isinstance(title, str) else ""


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
