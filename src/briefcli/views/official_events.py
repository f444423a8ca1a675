"""What the official record says of an agenda's events and papers: on the screens of one meeting, and for machines."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.when import When
from briefcli.index.queries import Index
from briefcli.index.records import Citation
from briefcli.views.labels import status_words
from briefcli.views.official_papers import official_record
from briefcli.views.view import Remark, Struck, Words, sentence

if TYPE_CHECKING:  # without a record none of it is needed
    from briefcli.index.official import OfficialActivity, OfficialPaper


class MovedEvent(msgspec.Struct, frozen=True):
    """An event that names an activity of the record; `shifts` are the deadlines that are counted from it."""

    place: int
    meeting: str
    title: str
    written: When
    activity: "OfficialActivity"
    shifts: tuple[str, ...] = ()

    @property
    def is_news(self) -> bool:
        """Whether the record says another day than the file, or that it does not go on then."""
        from briefcli.index.checks.record import differs

        return bool(differs(self.written, self.activity)) or self.activity.status in {"moved", "cancelled"}

    def is_ahead(self, today: date) -> bool:
        """Whether either of its days can still come."""
        return not (self.written.is_past(today) and self.activity.when.is_past(today))


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
            moved = MovedEvent(link.place, link.meeting, link.title, link.when, activity)
            titles = shifted(index, link.meeting, link.place) if moved.is_news else []
            found.append(msgspec.structs.replace(moved, shifts=tuple(titles)))
    return tuple(found)


def moved_remarks(events: Sequence[MovedEvent]) -> Iterator[Remark]:
    """One sentence for each event of which the record says something new."""
    for event in events:
        if not event.is_news:
            continue
        title = Words(event.title)
        if event.activity.status in {"moved", "cancelled"}:
            told = tr("The record of the House: “{title}” ({number}) is {status}.")
            yield Remark(
                sentence(told, title=title, number=event.activity.official, status=status_words(event.activity.status))
            )
        else:
            told = tr("The record of the House: “{title}” is on {new}, not on {old}.")
            yield Remark(sentence(told, title=title, new=event.activity.when, old=Struck(event.written)))
        if event.shifts:
            shifting = count("{n} deadline shifts with it", "{n} deadlines shift with it", len(event.shifts))
            yield Remark((f"{shifting}: ", Words("; ".join(event.shifts))))


def with_official(
    fields: dict[str, Any],
    cited: Mapping[str, Citation],
    papers: "Mapping[str, OfficialPaper]",
    events: Sequence[MovedEvent],
) -> dict[str, Any]:
    """An agenda's plain fields, its documents and events with what the record says of them under `official`."""
    if papers:
        documents = [
            each | {"official": official_record(papers.get(citation.document) if citation else None)}
            for place, each in enumerate(fields.get("documents", []))
            for citation in [cited.get(f"documents[{place}].ref")]
        ]
        fields |= {"documents": documents} if documents else {}
    for event in events:
        fields["events"][event.place]["official"] = _event_record(event)
    return fields


def _event_record(event: MovedEvent) -> dict[str, Any]:
    activity = event.activity
    return {
        "number": activity.official,
        "date": activity.when.text,
        "status": activity.status or None,
        "kind": activity.form,
        "subject": activity.subject,
        "place": activity.place or None,
        "committee": activity.committee,
        "written": event.written.text,
    }
