"""What is new since a day: in the record (against its state on that day) and in our agendas (against theirs)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from briefcli.domain.agenda import Agenda, Commitment, Deadline, Event
from briefcli.domain.citations.reader import references_of
from briefcli.domain.item import is_hidden, words_of
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When
from briefcli.official.contents import Activity, HousePaper, Toezegging
from briefcli.official.history import What, activity_changes
from briefcli.official.state import State

_TOLD = frozenset({What.NEW, What.MOVED, What.CONVERTED, What.CANCELLED, What.VANISHED})


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
        *_commitments(before.toezeggingen, after.toezeggingen, meetings),
    ]


def news_of_agendas(before: Mapping[str, Agenda], after: Mapping[str, Agenda]) -> list[News]:
    """What our own agendas say that they did not say, by id; both in the version that may be shown.

    Of a meeting that is withheld now nothing is said, although it may have been public then.
    """
    earlier = _under_their_new_ids(before, after)
    found: list[News] = []
    for id_ in sorted(earlier.keys() | after.keys()):
        old, new = earlier.get(id_), after.get(id_)
        if new is None and old is not None:
            found.append(_meeting("vanished", id_, old, old.held_when.text, "", old.held_when))
        elif new is not None and not _is_hidden(new) and (old is None or _is_hidden(old)):
            found.append(_meeting("new", id_, new, "", new.held_when.text, new.held_when))
        elif old is not None and new is not None and not _is_hidden(new):
            found += _changed(id_, old, new)
    return found


def _under_their_new_ids(before: Mapping[str, Agenda], after: Mapping[str, Agenda]) -> dict[str, Agenda]:
    """The earlier agendas; one whose file has another name now, by its title and day, under that of today."""
    new = {_identity(agenda): id_ for id_, agenda in after.items() if id_ not in before}
    return {id_ if id_ in after else new.get(_identity(agenda), id_): agenda for id_, agenda in before.items()}


def _is_hidden(item: Agenda | Event | Deadline | Commitment) -> bool:
    """Whether the version that may be shown has a mark in its place: there is nothing to compare."""
    return is_hidden(words_of(item.title))


def _identity(agenda: Agenda) -> tuple[str, str]:
    return words_of(agenda.title), agenda.held_when.text


def _activities(
    before: Iterable[Activity], after: Iterable[Activity], since: date, meetings: Mapping[str, str]
) -> Iterator[News]:
    for change in activity_changes(before, after):
        one = change.new or change.old
        if one is None or change.what not in _TOLD or not _is_ahead(one, change.old, since):
            continue
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


def _is_ahead(one: Activity, old: Activity | None, since: date) -> bool:
    """A calendar forgets what is past: only what lay ahead on that day counts as gone or new."""
    return any(each.day is None or each.day >= since for each in (one, old) if each is not None)


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


def _commitments(
    before: Iterable[Toezegging], after: Iterable[Toezegging], meetings: Mapping[str, str]
) -> Iterator[News]:
    known = {each.number: each for each in before}
    for promise in after:
        old = known.get(promise.number)
        if old is not None and old.status is promise.status:
            continue
        what = "met" if promise.status is Promise.DONE else "cancelled" if promise.status is Promise.DROPPED else "new"
        yield News(
            what=what,
            kind="commitment",
            title=promise.text,
            meeting=meetings.get(promise.activity, ""),
            official=promise.number,
            document=", ".join(promise.met_by),
            before=old.status or "" if old else "",
            after=promise.status or "",
            day=promise.met or promise.made,
        )


def _changed(id_: str, old: Agenda, new: Agenda) -> Iterator[News]:
    if old.held_when != new.held_when:
        yield _meeting("moved", id_, new, old.held_when.text, new.held_when.text, new.held_when)
    if old.status is not new.status and new.status is Status.CANCELLED:
        yield _meeting("cancelled", id_, new, old.status or "", new.status, new.held_when)
    events = {_key(each.id, words_of(each.title)): each for each in old.events}
    for event in new.events:
        if _is_hidden(event):
            continue
        earlier = events.get(_key(event.id, words_of(event.title)))
        what = _what_of_event(earlier, event)
        if what:
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
    yield from _deadlines_and_promises(id_, old, new)
    yield from _new_papers(id_, old, new)


def _what_of_event(old: Event | None, new: Event) -> str:
    if new.status is Status.CANCELLED and (old is None or old.status is not new.status):
        return "cancelled"
    if old is None:
        return "new"
    return "moved" if old.when != new.when and new.when is not None else ""


def _what_of_deadline(old: Deadline | None, new: Deadline) -> str:
    if new.is_done and not (old and old.is_done):
        return "met"
    if old is None:
        return "new"
    return "moved" if old.due != new.due and not new.is_done else ""


def _deadlines_and_promises(id_: str, old: Agenda, new: Agenda) -> Iterator[News]:
    deadlines = {_key(each.id, words_of(each.title)): each for each in old.deadlines}
    for deadline in new.deadlines:
        earlier = deadlines.get(_key(deadline.id, words_of(deadline.title)))
        if not _is_hidden(deadline) and (what := _what_of_deadline(earlier, deadline)):
            yield News(
                what=what,
                kind="deadline",
                title=words_of(deadline.title),
                meeting=id_,
                before=earlier.due.text if earlier and earlier.due else "",
                after=deadline.due.text if deadline.due else "",
                day=deadline.due.when.day if deadline.due and deadline.due.when else None,
            )
    known = {words_of(each.title): each.status for each in old.commitments}
    for promise in new.commitments:
        title = words_of(promise.title)
        if _is_hidden(promise):
            continue
        if title not in known or (promise.status is Promise.DONE and known[title] is not Promise.DONE):
            what = "met" if promise.status is Promise.DONE else "new"
            yield News(
                what=what, kind=promise.kind or "commitment", title=title, meeting=id_, official=promise.ref or ""
            )


def _new_papers(id_: str, old: Agenda, new: Agenda) -> Iterator[News]:
    known = {each.ref for each in old.documents}
    for document in new.documents:
        if document.ref and document.ref not in known:
            cited = references_of(document.ref)
            yield News(
                what="new",
                kind=document.kind or "paper",
                title=words_of(document.title) or document.ref,
                meeting=id_,
                document=cited[0].canonical if cited else document.ref,
                day=document.date.day if document.date else None,
            )


def _meeting(what: str, id_: str, agenda: Agenda, before: str, after: str, when: When) -> News:
    title = words_of(agenda.short) or words_of(agenda.title)
    return News(what=what, kind="meeting", title=title, meeting=id_, before=before, after=after, day=when.day)


def _key(id_: str | None, title: str) -> str:
    return id_ or title


def in_order(found: Sequence[News]) -> list[News]:
    """What touches our meetings first, then by day; what has no day last."""
    return sorted(found, key=lambda each: (not each.meeting, each.day or date.max, each.meeting, each.title))
