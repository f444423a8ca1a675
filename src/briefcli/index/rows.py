"""An agenda becomes the rows of the index: pure, and made from the public version for the public."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec
from msgspec.structs import astuple, replace

from briefcli.domain.agenda import Agenda, Promise, words_of
from briefcli.domain.anchors import anchor_dates, due_date, expected_date
from briefcli.domain.citations.model import Reference, dossier_of
from briefcli.domain.citations.reader import may_cite, references_in, references_of
from briefcli.domain.redaction import has_withheld, inherited_in_public, redact
from briefcli.domain.rhythm import Inherited, inherited
from briefcli.domain.texts import passages
from briefcli.domain.when import When
from briefcli.domain.workdays import Calendar
from briefcli.index.bodies import FAR, encode
from briefcli.index.schema import Audience
from briefcli.settings import Settings


class MeetingRow(msgspec.Struct, frozen=True):
    audience: int
    id: str
    title: str
    short: str
    series: str
    body: str
    kind: str
    place: str
    status: str
    held: str  # the best known date
    original: str  # the date as first set
    sort: str
    last: str
    withheld: bool  # whether the public version says something else
    agenda: bytes


class DatedRow(msgspec.Struct, frozen=True):
    audience: int
    source: str  # meeting, event, deadline or commitment
    place: int  # its number in the file's list
    title: str
    kind: str
    moment: str  # its date, resolved
    written: str  # its date as it stands in the file
    sort: str
    last: str
    owner: str
    status: str
    done_on: str  # the day on which it was done, as it stands in the file
    rhythm: str  # the rhythm it is inherited from; empty where the file has it
    recess: str  # the recess of the House that its day falls in
    withheld: bool = False  # whether the public version says something else


class PromiseRow(msgspec.Struct, frozen=True):
    """A commitment or motion, with what only the list of them shows."""

    audience: int
    place: int
    title: str
    kind: str
    ref: str
    made: str
    promiser: str
    promised_to: str
    debate: str
    moment: str
    written: str
    owner: str
    status: str
    done_on: str
    withheld: bool


class LeadRow(msgspec.Struct, frozen=True):
    """That this meeting prepares another; `target` is the id of that one."""

    audience: int
    place: int
    target: str


class PaperRow(msgspec.Struct, frozen=True):
    audience: int
    spot: str  # the path of the field that cites it
    written: str
    document: str
    dossier: str
    certain: bool
    dated: str
    kind: str
    title: str


class FiledRow(msgspec.Struct, frozen=True):
    """Another identifier of a paper: of one filed in several dossiers, or what an uncertain one may be."""

    audience: int
    document: str
    other: str
    dossier: str


class AgendaRows(msgspec.Struct, frozen=True):
    """Rows by the table they go into."""

    meeting: list[MeetingRow]
    dated: list[DatedRow]
    promise: list[PromiseRow]
    lead: list[LeadRow]
    paper: list[PaperRow]
    filed: list[FiledRow]

    def by_table(self) -> dict[str, list[tuple[Any, ...]]]:
        """The same as plain values."""
        return {table: list(map(astuple, getattr(self, table))) for table in self.__struct_fields__}


Brought = tuple[Inherited, ...]
Anchors = Mapping[str, When]  # the date of each name that a due date can count from


def rows_of(id_: str, agenda: Agenda, settings: Settings) -> AgendaRows:
    """All rows of one agenda; twice where its public version differs from the internal one."""
    rows = AgendaRows([], [], [], [], [], [])
    brought = inherited(agenda, settings.rhythms)
    if has_withheld(agenda):
        public = redact(agenda)
        versions = [
            (Audience.PUBLIC, public, inherited_in_public(public, settings.rhythms)),
            (Audience.INTERNAL, agenda, brought),
        ]
    else:
        versions = [(Audience.BOTH, agenda, brought)]
    for audience, version, of_rhythms in versions:
        rows.meeting.append(_meeting(audience, id_, version))
        anchors = anchor_dates(version, settings.calendar, of_rhythms)
        rows.dated.extend(_dated(audience, version, of_rhythms, anchors, settings.calendar))
        rows.promise.extend(_promises(audience, version, anchors, settings.calendar))
        rows.lead.extend(LeadRow(audience, place, target) for place, target in enumerate(version.leads_to))
        for paper, others in _papers(audience, version):
            rows.paper.append(paper)
            rows.filed.extend(others)
    if len(versions) > 1:
        rows.meeting[:] = _marked(rows.meeting, {"agenda": b""})
        rows.dated[:] = _marked(rows.dated, {"place": 0})  # what a rhythm brings has no place of its own in the file
    return rows


def _marked(rows: Sequence[Any], ignored: dict[str, Any]) -> list[Any]:
    """The rows, those for internal eyes with a mark where no public row says the same."""
    told = {replace(row, audience=Audience.BOTH, **ignored) for row in rows if row.audience is Audience.PUBLIC}
    return [
        replace(
            row,
            withheld=row.audience is Audience.INTERNAL and replace(row, audience=Audience.BOTH, **ignored) not in told,
        )
        for row in rows
    ]


def _meeting(audience: Audience, id_: str, agenda: Agenda) -> MeetingRow:
    held = agenda.held_when
    return MeetingRow(
        audience=audience,
        id=id_,
        title=words_of(agenda.title),
        short=words_of(agenda.short),
        series=agenda.series or "",
        body=words_of(agenda.body),
        kind=agenda.kind or "",
        place=words_of(agenda.place),
        status=agenda.status or "",
        held=held.text,
        original=agenda.when.text,
        sort=sort_of(held),
        last=last_of(held),
        withheld=False,
        agenda=encode(agenda),
    )


def _dated(
    audience: Audience, agenda: Agenda, brought: Brought, anchors: Anchors, calendar: Calendar
) -> Iterator[DatedRow]:
    """The meeting, then what its file has, then what it inherits (numbered on after the file's own)."""
    row = partial(_row, audience, calendar)
    held = agenda.held_when
    yield row("meeting", 0, agenda.title, agenda.kind, held, held.text, status=agenda.status or "")
    for place, event in enumerate(agenda.events):
        when = event.when or When.unknown()
        yield row("event", place, event.title, event.kind, when, when.text, status=event.status or "")
    for place, deadline in enumerate(agenda.deadlines):
        due, written = due_date(deadline.due, anchors, calendar), deadline.due.text if deadline.due else ""
        owner, status = words_of(deadline.owner), "done" if deadline.is_done else "open"
        done_on = deadline.done_on.text if deadline.done_on else ""
        yield row(
            "deadline", place, deadline.title, deadline.kind, due, written, owner=owner, status=status, done_on=done_on
        )
    for place, promise in enumerate(agenda.commitments):
        due, written = due_date(promise.due, anchors, calendar), promise.due.text if promise.due else ""
        owner, status = words_of(promise.owner), promise.status or Promise.OPEN
        done_on = promise.done_on.text if promise.done_on else ""
        yield row(
            "commitment", place, promise.title, promise.kind, due, written, owner=owner, status=status, done_on=done_on
        )
    own = {"event": len(agenda.events), "deadline": len(agenda.deadlines)}
    for number, (rhythm, item) in enumerate((each.rhythm, each.item) for each in brought):
        source, status = ("event", "") if item.happens else ("deadline", "open")
        place, due = own[source] + number, expected_date(item, anchors, calendar)
        yield row(
            source, place, item.title, item.kind, due, item.due.text, owner=item.owner, status=status, rhythm=rhythm
        )


def _row(
    audience: Audience,
    calendar: Calendar,
    source: str,
    place: int,
    title: Any,
    kind: str | None,
    when: When,
    written: str,
    *,
    owner: str = "",
    status: str,
    done_on: str = "",
    rhythm: str = "",
) -> DatedRow:
    recess = calendar.recess_on(when.day) if when.day else None
    return DatedRow(
        audience, source, place, words_of(title), kind or "", when.text, written,
        sort_of(when), last_of(when), owner, status, done_on, rhythm, recess or "",
    )  # fmt: skip


def _promises(audience: Audience, agenda: Agenda, anchors: Anchors, calendar: Calendar) -> Iterator[PromiseRow]:
    for place, promise in enumerate(agenda.commitments):
        yield PromiseRow(
            audience=audience,
            place=place,
            title=words_of(promise.title),
            kind=promise.kind or "commitment",
            ref=promise.ref or "",
            made=promise.made.text if promise.made else "",
            promiser=words_of(promise.by),
            promised_to=words_of(promise.to),
            debate=words_of(promise.debate),
            moment=due_date(promise.due, anchors, calendar).text,
            written=promise.due.text if promise.due else "",
            owner=words_of(promise.owner),
            status=promise.status or Promise.OPEN,
            done_on=promise.done_on.text if promise.done_on else "",
            withheld=has_withheld(promise),
        )


_Cited = tuple[PaperRow, list[FiledRow]]


def _papers(audience: Audience, agenda: Agenda) -> Iterator[_Cited]:
    for place, document in enumerate(agenda.documents):
        about = (document.date.text if document.date else "", document.kind or "", words_of(document.title))
        yield from _cited(audience, f"documents[{place}].ref", document.ref, about)
    for place, promise in enumerate(agenda.commitments):
        yield from _cited(audience, f"commitments[{place}].ref", promise.ref, ("", promise.kind or "", ""))
    for passage in passages(agenda, keep=may_cite):
        for reference in references_in(passage.text):
            yield _paper(audience, passage.where, reference.text, reference, ("", "", ""))


def _cited(audience: Audience, spot: str, ref: str | None, about: tuple[str, str, str]) -> Iterator[_Cited]:
    if not ref:
        return
    for reference in references_of(ref):
        yield _paper(audience, spot, ref, reference, about)


def _paper(audience: Audience, spot: str, written: str, reference: Reference, about: tuple[str, str, str]) -> _Cited:
    document = reference.canonical
    others = [FiledRow(audience, document, each, dossier_of(each) or "") for each in reference.alternatives]
    return PaperRow(audience, spot, written, document, dossier_of(document) or "", reference.certain, *about), others


def sort_of(when: When) -> str:
    """A text that sorts as the date does; what has no day at all sorts last."""
    return "|".join(when.sort_key)


def last_of(when: When) -> str:
    """The last day it can be, as text; a day beyond all days where that is open."""
    return when.last.isoformat() if when.last else FAR
