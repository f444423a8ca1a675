"""What is new since a day: in the record (against its state on that day) and in our agendas (against theirs)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from briefcli.domain.agenda import Agenda, Commitment, Deadline, Document, Event
from briefcli.domain.anchors import anchor_dates, due_date
from briefcli.domain.citations.reader import references_of
from briefcli.domain.due import Due
from briefcli.domain.item import is_hidden, words_of
from briefcli.domain.redaction import inherited_in_public
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When
from briefcli.official.contents import Activity, HousePaper, Toezegging
from briefcli.official.history import What, activity_changes
from briefcli.official.state import State
from briefcli.settings import Settings

I = TypeVar("I", Event, Deadline, Commitment, Document)  # noqa: E741  # an item of an agenda


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One change. `what` is new, moved, converted, cancelled, vanished, met or published; `kind` says of what."""

    what: str
    kind: str
    title: str
    meeting: str = ""
    official: str = ""
    document: str = ""
    before: str = ""
    after: str = ""
    day: date | None = None


def news_of_record(before: State, after: State, since: date, meetings: Mapping[str, str]) -> list[News]:
    """What the record says that it did not say on that day; `meetings` are our ids by the numbers that they name."""
    return [
        *_activities(before.activities, after.activities, since, meetings),
        *_papers(before.papers, after.papers, since),
        *_toezeggingen(before.toezeggingen, after.toezeggingen, meetings),
    ]


def news_of_agendas(before: Mapping[str, Agenda], after: Mapping[str, Agenda], settings: Settings) -> list[News]:
    """What our own agendas say that they did not say, by id; both in the version that may be shown.

    A deadline that is counted has moved when what it is counted from has. Of a meeting that is withheld now nothing is
    said, although it may have been public then.
    """
    earlier = _under_their_new_ids(before, after)
    found: list[News] = []
    for id_ in sorted(earlier.keys() | after.keys()):
        old, new = earlier.get(id_), after.get(id_)
        if old is not None and new is None:
            found.append(_meeting("vanished", id_, old, before=old.held_when.text))
        elif new is not None and not _is_hidden(new):
            found += _of_agenda(id_, old, new, settings)
    return found


def in_order(found: Sequence[News]) -> list[News]:
    """What touches our meetings first, then by day; what has no day last."""
    return sorted(found, key=lambda each: (not each.meeting, each.day or date.max, each.meeting, each.title))


def _activities(
    before: Iterable[Activity], after: Iterable[Activity], since: date, meetings: Mapping[str, str]
) -> Iterator[News]:
    for change in activity_changes(before, after):
        one = change.new or change.old
        # A calendar forgets what is past: only what lay ahead on that day counts as gone or new
        is_ahead = any(each.day is None or each.day >= since for each in (change.new, change.old) if each)
        if one is not None and is_ahead and change.what is not What.RENAMED:
            yield News(
                what=str(change.what),
                kind=str(one.form),
                title=one.subject,
                meeting=meetings.get(one.number, ""),
                official=one.number,
                before=change.old.when.text if change.old else "",
                after=change.new.when.text if change.new else "",
                day=one.day,
            )


def _papers(before: Iterable[HousePaper], after: Iterable[HousePaper], since: date) -> Iterator[News]:
    known = {name for each in before for name in (each.number, each.identifier) if name}
    for paper in after:
        day = paper.published or paper.received or paper.dated
        if day and day >= since and not {paper.number, paper.identifier} & known:
            yield News(
                what="published",
                kind=paper.kind,
                title=paper.title,
                official=paper.number,
                document=paper.identifier or paper.number,
                after=day.isoformat(),
                day=day,
            )


_HAPPENED = {Promise.DONE: "met", Promise.DROPPED: "cancelled"}


def _toezeggingen(
    before: Iterable[Toezegging], after: Iterable[Toezegging], meetings: Mapping[str, str]
) -> Iterator[News]:
    known = {each.number: each for each in before}
    for promise in after:
        old = known.get(promise.number)
        if old is None or old.status is not promise.status:
            yield News(
                what=_HAPPENED.get(promise.status or Promise.OPEN, "new"),
                kind="commitment",
                title=promise.text,
                meeting=meetings.get(promise.activity, ""),
                official=promise.number,
                document=", ".join(promise.met_by),
                before=old.status or "" if old else "",
                after=promise.status or "",
                day=promise.met or promise.made,
            )


def _under_their_new_ids(before: Mapping[str, Agenda], after: Mapping[str, Agenda]) -> dict[str, Agenda]:
    """The earlier agendas; one whose file has another name now, by its title and day, under that of today."""

    def identity(agenda: Agenda) -> tuple[str, str]:
        return words_of(agenda.title), agenda.held_when.text

    new = {identity(agenda): id_ for id_, agenda in after.items() if id_ not in before}
    return {id_ if id_ in after else new.get(identity(agenda), id_): agenda for id_, agenda in before.items()}


def _is_hidden(item: Agenda | Event | Deadline | Commitment) -> bool:
    """Whether the version that may be shown has a mark in its place: there is nothing to compare."""
    return is_hidden(words_of(item.title))


def _of_agenda(id_: str, old: Agenda | None, new: Agenda, settings: Settings) -> Iterator[News]:
    if old is None or _is_hidden(old):
        yield _meeting("new", id_, new, after=new.held_when.text)
        return
    if old.held_when != new.held_when:
        yield _meeting("moved", id_, new, before=old.held_when.text, after=new.held_when.text)
    if new.status is Status.CANCELLED and old.status is not new.status:
        yield _meeting("cancelled", id_, new, before=old.status or "", after=new.status)
    yield from _events(id_, old, new)
    yield from _deadlines(id_, old, new, settings)
    yield from _promises_and_papers(id_, old, new)


def _events(id_: str, old: Agenda, new: Agenda) -> Iterator[News]:
    for event, earlier in _with_earlier(old.events, new.events, lambda each: each.id or words_of(each.title)):
        if not _is_hidden(event) and (what := _what_of_event(earlier, event)):
            yield News(
                what=what,
                kind=event.kind or "event",
                title=words_of(event.title),
                meeting=id_,
                official=event.official or "",
                before=earlier.when.text if earlier and earlier.when else "",
                after=event.when.text if event.when else "",
                day=event.when.day if event.when else None,
            )


def _deadlines(id_: str, old: Agenda, new: Agenda, settings: Settings) -> Iterator[News]:
    was_due, is_due = _dues(old, settings), _dues(new, settings)
    for deadline, earlier in _with_earlier(old.deadlines, new.deadlines, lambda each: each.id or words_of(each.title)):
        before, after = was_due(earlier), is_due(deadline)
        is_met = deadline.is_done and not (earlier and earlier.is_done)
        is_moved = before.text != after.text and not deadline.is_done
        if after.when == When.unknown():  # it may count from what is withheld now: then the day it had is too
            before = Due("")
        if not _is_hidden(deadline) and (is_met or is_moved or earlier is None):
            yield News(
                what="met" if is_met else "moved" if earlier else "new",
                kind="deadline",
                title=words_of(deadline.title),
                meeting=id_,
                before="" if before.text == after.text else before.text,
                after=after.text,
                day=after.when.day if after.when else None,
            )


def _dues(agenda: Agenda, settings: Settings) -> Callable[[Deadline | None], Due]:
    """Gives the day on which a deadline of this agenda is due; where that is not known, what it is counted from."""
    brought = inherited_in_public(agenda, settings.rhythms)
    anchors = anchor_dates(agenda, settings.calendar, brought)

    def due(deadline: Deadline | None) -> Due:
        if deadline is None or deadline.due is None:
            return Due("")
        when = due_date(deadline.due, anchors, settings.calendar)
        return deadline.due if when == When.unknown() else Due(when.text, when)

    return due


def _promises_and_papers(id_: str, old: Agenda, new: Agenda) -> Iterator[News]:
    for promise, made in _with_earlier(old.commitments, new.commitments, lambda each: words_of(each.title)):
        is_met = promise.status is Promise.DONE
        if not _is_hidden(promise) and (made is None or (is_met and made.status is not Promise.DONE)):
            yield News(
                what="met" if is_met else "new",
                kind=promise.kind or "commitment",
                title=words_of(promise.title),
                meeting=id_,
                official=promise.ref or "",
            )
    for document, known in _with_earlier(old.documents, new.documents, lambda each: each.ref):
        if document.ref and known is None:
            cited = references_of(document.ref)
            yield News(
                what="new",
                kind=document.kind or "paper",
                title=words_of(document.title) or document.ref,
                meeting=id_,
                document=cited[0].canonical if cited else document.ref,
                day=document.date.day if document.date else None,
            )


def _with_earlier(
    before: Iterable[I], after: Iterable[I], key: Callable[[I], str | None]
) -> Iterator[tuple[I, I | None]]:
    """Each item of today with the earlier one of the same key, if there was one."""
    known = {key(each): each for each in before}
    return ((each, known.get(key(each))) for each in after)


def _what_of_event(old: Event | None, new: Event) -> str:
    if new.status is Status.CANCELLED and (old is None or old.status is not new.status):
        return "cancelled"
    if old is None:
        return "new"
    return "moved" if old.when != new.when and new.when is not None else ""


def _meeting(what: str, id_: str, agenda: Agenda, *, before: str = "", after: str = "") -> News:
    title = words_of(agenda.short) or words_of(agenda.title)
    return News(
        what=what, kind="meeting", title=title, meeting=id_, before=before, after=after, day=agenda.held_when.day
    )
