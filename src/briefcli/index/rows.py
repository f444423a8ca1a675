"""Turns an agenda into records of the index, without side effects. The public ones come from its public version."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
from msgspec.structs import replace

from briefcli.domain.agenda import Agenda, Commitment, Deadline, Document, Event
from briefcli.domain.anchors import anchor_dates, anchor_items, anchor_title, expected_date
from briefcli.domain.citations.finder import references_in, references_of
from briefcli.domain.citations.reference import Reference, dossier_of
from briefcli.domain.due import Due, Side, resolve
from briefcli.domain.file_names import id_of
from briefcli.domain.item import words_of
from briefcli.domain.late import DELIVERABLE, known_limit
from briefcli.domain.redaction import has_withheld, inherited_in_public, redact
from briefcli.domain.rhythm import Inherited, inherited
from briefcli.domain.texts import passages, refs_of
from briefcli.domain.vocabulary import Promise
from briefcli.domain.when import When, when_of
from briefcli.domain.workdays import Calendar, workday_by
from briefcli.index import records
from briefcli.index.records import (
    DatedItem,
    EventLink,
    ListedCitation,
    ListedCommitment,
    ListedMeeting,
    ListedQuestion,
    OtherName,
    StoredBody,
)
from briefcli.index.tables import Audience, Record, Records, RecordTable, filled
from briefcli.official.applied import EMPTY_RECORD, AppliedRecord, with_record
from briefcli.settings import Settings

_UNKNOWN = When.unknown()
_encode = msgspec.json.Encoder().encode


class Version(msgspec.Struct, frozen=True, dict=True):
    """One version of an agenda (public, internal, or the same for both), with the items that it inherits."""

    audience: Audience
    path: str
    agenda: Agenda
    brought: tuple[Inherited, ...]
    anchors: Mapping[str, When]  # the date of each name that a due date can count from
    calendar: Calendar
    record: AppliedRecord  # what the official record has of the numbers in the agenda
    written: Sequence[Event]  # the events as the file has them

    @cached_property
    def meeting(self) -> Mapping[str, str]:
        """The id of the meeting, and its title as other lists show it."""
        title = words_of(self.agenda.short) or words_of(self.agenda.title)
        return {"meeting": id_of(self.path), "meeting_title": title}

    @cached_property
    def anchor_items(self) -> Mapping[str, Event | Deadline]:
        return anchor_items(self.agenda)

    @cached_property
    def citations(self) -> list[ListedCitation]:
        return list(_citations(self))

    def due(self, due: Due | None) -> dict[str, Any]:
        """The fields of a due date: its date, how it is written, and the title of the item whose id it names."""
        when, anchor = resolve(due, self.anchors, self.calendar), anchor_title(due, self.anchor_items)
        return {"when": when, "written": due.text if due else "", "anchor": anchor}

    def promised(self, promise: Commitment) -> dict[str, Any]:
        """Like `due`. If the file has no due date, the term in the record counts, as long as the commitment is open."""
        known = self.record.promises.get(official_number(promise.ref))
        of_record = {"when": known.due} if known and known.is_open and not promise.due else {}
        return self.due(promise.due) | of_record


def records_of(
    path: str, agenda: Agenda, settings: Settings, record: AppliedRecord = EMPTY_RECORD, public: Agenda | None = None
) -> Records:
    """All records of one agenda, by table. If its public version (made here if not given) differs, there are two sets.

    The official `record` supplies the day and status of events that it has, and the term of commitments without one.
    """
    calendar, rhythms, written = settings.calendar, settings.rhythms, agenda.events
    if record.activities:
        agenda, public = with_record(agenda, record), None
    public = redact(agenda) if public is None else public
    made = [(Audience.BOTH, agenda, inherited(agenda, rhythms))]
    if public is not agenda:
        made = [
            (Audience.PUBLIC, public, inherited_in_public(public, rhythms)),
            (Audience.INTERNAL, agenda, inherited(agenda, rhythms)),
        ]
    versions = [
        Version(to, path, each, brought, anchor_dates(each, calendar, brought), calendar, record, written)
        for to, each, brought in made
    ]
    found: Records = {
        table: [(version.audience, each) for version in versions for each in make(version)]
        for table, make in _MAKERS.items()
    }
    if public is not agenda:
        for table in (records.MEETING, records.DATED):
            found[table] = _marked(found[table])
    return found


# Fields that are ignored to see whether an item is withheld. Some repeat its meeting, whose title may be withheld while
# the item is not. The place is ignored because an inherited item has none in the file
_IGNORED: dict[str, Any] = {"meeting_title": "", "meeting_status": "", "series": "", "place": 0}


def _marked(made: Sequence[tuple[Audience, Any]]) -> list[tuple[Audience, Any]]:
    """The records, with an internal one marked as withheld if no public one says the same."""
    public = {_own(record) for audience, record in made if audience is Audience.PUBLIC}
    return [
        (audience, replace(record, withheld=audience is Audience.INTERNAL and _own(record) not in public))
        for audience, record in made
    ]


def _own(record: Any) -> Any:
    return replace(record, **_IGNORED) if isinstance(record, DatedItem) else record


def _meetings(of: Version) -> Iterator[ListedMeeting]:
    agenda, id_ = of.agenda, of.meeting["meeting"]
    yield filled(
        ListedMeeting, agenda, id=id_, path=of.path, when=agenda.held_when, original=agenda.when, withheld=False
    )


def _dated(of: Version) -> Iterator[DatedItem]:
    """The meeting, then the items in its file, then those that it inherits, numbered after those in the file."""
    agenda = of.agenda
    yield _item(of, agenda, "meeting", 0, when=agenda.held_when, status=agenda.status or "")
    for place, event in enumerate(agenda.events):
        yield _item(of, event, "event", place, when=event.when or _UNKNOWN, status=event.status or "")
    for place, deadline in enumerate(agenda.deadlines):
        status = "done" if deadline.is_done else "open"
        yield _item(of, deadline, "deadline", place, **of.due(deadline.due), status=status)
    for place, promise in enumerate(agenda.commitments):
        yield _item(of, promise, "commitment", place, **of.promised(promise), status=promise.status or Promise.OPEN)
    own = {"event": len(agenda.events), "deadline": len(agenda.deadlines)}
    for number, (rhythm, item) in enumerate((each.rhythm, each.item) for each in of.brought):
        source, status = ("event", "") if item.happens else ("deadline", "open")
        when, place = expected_date(item, of.anchors, of.calendar), own[source] + number
        yield _item(of, item, source, place, when=when, written=item.due.text, status=status, rhythm=rhythm)


def _item(
    of: Version, item: Any, source: str, place: int, *, when: When, record: type[DatedItem] = DatedItem, **said: Any
) -> Any:
    """The record of an item on this date."""
    recess = of.calendar.recess_on(when.day) if when.day else None
    workday = _workday(of, item.due, when) if source in DELIVERABLE else _UNKNOWN
    fields = {
        "source": source, "place": place, "when": when, "recess": recess or "",
        "workday": workday, "written": when.text, "withheld": False, "meeting_status": of.agenda.status or "",
        "series": of.agenda.series or "", **of.meeting,
    }  # fmt: skip
    return filled(record, item, **(fields | said))


def _workday(of: Version, due: Due | None, when: When) -> When:
    """The last workday before a due date that is counted and does not fall on a workday; else unknown.

    Also unknown if that workday would not be after the day from which the date is counted (`2 days after meeting`).
    """
    day = known_limit(when)
    if due is None or due.when is not None or day is None:
        return _UNKNOWN
    workday, begun = workday_by(day, of.calendar), of.anchors.get(due.anchor, _UNKNOWN).last
    is_too_early = due.side is Side.AFTER and begun and workday <= begun
    return _UNKNOWN if workday == day or is_too_early else when_of(workday)


def _commitments(of: Version) -> Iterator[ListedCommitment]:
    for place, promise in enumerate(of.agenda.commitments):
        number = official_number(promise.ref)
        yield _item(
            of,
            promise,
            "commitment",
            place,
            **of.promised(promise),
            record=ListedCommitment,
            path=of.path,
            kind=promise.kind or "commitment",
            document=_document(promise.ref),
            official=number,
            applied=of.record.signature(number),
            status=promise.status or Promise.OPEN,
            withheld=has_withheld(promise),
        )


def _questions(of: Version) -> Iterator[ListedQuestion]:
    for place, asked in enumerate(of.agenda.questions):
        if of.audience is Audience.PUBLIC and not asked.public:
            continue  # there is nothing public to say of it
        yield filled(
            ListedQuestion,
            asked,
            place=place,
            document=_document(asked.ref),
            meant_for=asked.audience or "",
            withheld=has_withheld(asked),
            when=of.agenda.held_when,
            **of.meeting,
        )


def official_number(ref: str | None) -> str:
    """The number of a commitment in the notation of the House, whatever the agenda uses."""
    return _document(ref) or (ref or "").replace(" ", "").upper()


def _document(ref: str | None) -> str:
    """The identifier of the paper that a ref names; empty if it names none."""
    return next((each.canonical for each in references_of(ref)), "") if ref else ""


def _citations(of: Version) -> Iterator[ListedCitation]:
    for where, ref, item in refs_of(of.agenda):
        for reference in references_of(ref):
            yield _citation(of, where, ref, reference, item)
    for passage in passages(of.agenda):
        for reference in references_in(passage.text):
            yield _citation(of, passage.where, reference.text, reference)


def _citation(of: Version, spot: str, written: str, reference: Reference, item: object = None) -> ListedCitation:
    """One citation, with the date, kind and title of the paper if the item that cites it states them."""
    document, others = reference.canonical, tuple(reference.alternatives)
    dossier, meeting, dated, title = dossier_of(document) or "", of.meeting["meeting"], "", ""
    if isinstance(item, Document):
        dated, title = item.date.text if item.date else "", words_of(item.title)
    kind = (item.kind or "") if isinstance(item, Document | Commitment) else ""
    return ListedCitation(
        document, dossier, reference.certain, written, spot, dated, kind, title, meeting, of.path, others
    )


def _links(of: Version) -> Iterator[EventLink]:
    """The events in this version that name an activity. The public version of a withheld agenda has none."""
    for place, event in enumerate(of.agenda.events):
        if event.official:
            yield filled(
                EventLink,
                of.written[place],
                path=of.path,
                meeting=of.meeting["meeting"],
                place=place,
                official=event.activity,
                title=words_of(event.title),
                applied=of.record.signature(event.activity),
            )


# To add a table, declare its record, list it in `records.OF_FILE`, and add one line here
_MAKERS: Mapping[RecordTable[Any], Callable[[Version], Iterable[Record]]] = {
    records.MEETING: _meetings,
    records.BODY: lambda of: [StoredBody(_encode(of.agenda))],
    records.DATED: _dated,
    records.COMMITMENT: _commitments,
    records.QUESTION: _questions,
    records.CITATION: lambda of: of.citations,
    records.OTHER_NAME: lambda of: [
        OtherName(each.document, other, dossier_of(other) or "") for each in of.citations for other in each.others
    ],
    records.LINK: _links,
}
