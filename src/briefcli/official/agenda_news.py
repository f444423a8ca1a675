"""What is new in our agendas since a day, against their state on that day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TypeVar

from briefcli.domain.agenda import Agenda, Commitment, Deadline, Document, Event
from briefcli.domain.anchors import anchor_dates, due_date
from briefcli.domain.citations.reader import references_of
from briefcli.domain.due import Due
from briefcli.domain.item import marker, words_of
from briefcli.domain.redaction import inherited_in_public, is_only_mark
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When
from briefcli.official.news import HAPPENED, News
from briefcli.settings import Settings

I = TypeVar("I", Event, Deadline, Commitment, Document)  # noqa: E741  # an item of an agenda
Dues = Callable[[Deadline | Commitment | None], Due]
Versions = Callable[[], list[Agenda]]  # of one meeting, as they might be shown


def news_of_agendas(
    before: Mapping[str, Agenda],
    after: Mapping[str, Agenda],
    settings: Settings,
    between: Callable[[set[str]], list[Agenda]] = lambda _: [],
) -> list[News]:
    """What our own agendas say that they did not say, by id; both in the version that may be shown.

    A deadline that is counted has moved when what it is counted from has. Of a meeting that is withheld now nothing is
    said, although it may have been public then; so it is with what was withheld before it went. `between` gives the
    versions that an agenda had meanwhile, by its ids, as they might be shown.
    """
    former = _former_ids(before, after)
    found: list[News] = []
    for id_ in sorted(former.keys() | after.keys()):
        old, new = before.get(former.get(id_, "")), after.get(id_)
        versions = cache(partial(between, {id_, former.get(id_, id_)}))
        if old is not None and new is None:
            if not any(map(is_only_mark, versions())):
                found.append(_meeting("vanished", id_, old, before=old.held_when.text))
        elif new is not None and not is_only_mark(new):
            found += _of_agenda(id_, old, new, settings, versions)
    return found


def _former_ids(before: Mapping[str, Agenda], after: Mapping[str, Agenda]) -> dict[str, str]:
    """The earlier ids by those of today; a file that has another name now is found by its title and day."""

    def identity(agenda: Agenda) -> tuple[str, str]:
        return words_of(agenda.title), agenda.held_when.text

    new = {identity(agenda): id_ for id_, agenda in after.items() if id_ not in before}
    return {id_ if id_ in after else new.get(identity(agenda), id_): id_ for id_, agenda in before.items()}


def _of_agenda(id_: str, old: Agenda | None, new: Agenda, settings: Settings, between: Versions) -> Iterator[News]:
    if old is None or is_only_mark(old):
        yield _meeting("new", id_, new, after=new.held_when.text)
        return
    if old == new:
        return
    if old.held_when != new.held_when:
        yield _meeting("moved", id_, new, before=old.held_when.text, after=new.held_when.text)
    if old.status is not new.status and (new.status is Status.CANCELLED or old.held_when == new.held_when):
        what = "cancelled" if new.status is Status.CANCELLED else "changed"
        yield _meeting(what, id_, new, before=old.status or "", after=new.status or "")

    def later() -> list[Agenda]:
        return [new, *between()]

    yield from _events(id_, old, new, later)
    dues = _dues(old, settings), _dues(new, settings)
    yield from _deadlines(id_, old, new, later, *dues)
    yield from _commitments(id_, old, new, later, *dues)
    yield from _documents(id_, old, new, later)
    for name in Agenda.__struct_fields__:
        if name not in _COMPARED_APART and getattr(old, name) != getattr(new, name):
            yield News(what="changed", kind="section", title=name, meeting=id_)


# Fields that have rows of their own, or that say only what is withheld
_COMPARED_APART = {
    "when", "moved_to", "status", "events", "deadlines", "commitments", "documents", "public", "ground", "withheld",
}  # fmt: skip


def _events(id_: str, old: Agenda, new: Agenda, later: Versions) -> Iterator[News]:
    pairs, gone = _paired(old.events, new.events, _id, _title)
    yield from _vanished(id_, "event", gone, later, "events")
    for event, earlier in pairs:
        if what := _what_of_event(earlier, event):
            was, now = _date_or_status(earlier, event) if earlier else ("", event.when.text if event.when else "")
            yield News(
                what=what,
                kind=event.kind or "event",
                title=words_of(event.title),
                meeting=id_,
                official=event.official or "",
                before=was,
                after=now,
                day=event.when.day if event.when else None,
            )


def _deadlines(id_: str, old: Agenda, new: Agenda, later: Versions, was_due: Dues, is_due: Dues) -> Iterator[News]:
    pairs, gone = _paired(old.deadlines, new.deadlines, _id, _title)
    yield from _vanished(id_, "deadline", gone, later, "deadlines")
    for deadline, earlier in pairs:
        is_met = deadline.is_done and not (earlier and earlier.is_done)
        before, after = was_due(earlier), is_due(deadline)
        what = "met" if is_met else _what_of_due(earlier, deadline, before, after, is_open=not deadline.is_done)
        if what:
            yield _dated_news(what, "deadline", id_, deadline, before, after)


def _commitments(id_: str, old: Agenda, new: Agenda, later: Versions, was_due: Dues, is_due: Dues) -> Iterator[News]:
    pairs, gone = _paired(old.commitments, new.commitments, lambda each: each.ref or "", _title)
    yield from _vanished(id_, "commitment", gone, later, "commitments")
    for promise, made in pairs:
        status = promise.status or Promise.OPEN
        has_ended = status in HAPPENED and (made is None or made.status is not status)
        before, after = was_due(made), is_due(promise)
        is_open = status not in HAPPENED
        what = HAPPENED[status] if has_ended else _what_of_due(made, promise, before, after, is_open=is_open)
        if what:
            yield _dated_news(what, "commitment", id_, promise, before, after)


def _what_of_due(old: object, new: object, before: Due, after: Due, *, is_open: bool) -> str:
    if old is None:
        return "new"
    if before.text != after.text and is_open:
        return "moved"
    return "changed" if old != new else ""


def _dated_news(what: str, kind: str, id_: str, item: Deadline | Commitment, before: Due, after: Due) -> News:
    """A row with the day on which it was due and is due, where that changed."""
    # It may count from what is withheld now: then the day it had is withheld too
    was = "" if after.when == When.unknown() or before.text == after.text else before.text
    promise = item if isinstance(item, Commitment) else None
    return News(
        what=what,
        kind=(promise.kind if promise else None) or kind,
        title=words_of(item.title),
        meeting=id_,
        official=(promise.ref if promise else None) or "",
        before=was,
        after="" if what == "changed" and before.text == after.text else after.text,
        day=after.when.day if after.when else None,
    )


def _dues(agenda: Agenda, settings: Settings) -> Dues:
    """Gives the day on which an item of this agenda is due; where that is not known, what it is counted from."""
    brought = inherited_in_public(agenda, settings.rhythms)
    anchors = anchor_dates(agenda, settings.calendar, brought)

    def due(item: Deadline | Commitment | None) -> Due:
        if item is None or item.due is None:
            return Due("")
        when = due_date(item.due, anchors, settings.calendar)
        return item.due if when == When.unknown() else Due(when.text, when)

    return due


def _documents(id_: str, old: Agenda, new: Agenda, later: Versions) -> Iterator[News]:
    if old.documents == new.documents:
        return
    pairs, gone = _paired(old.documents, new.documents, _paper, _title)
    yield from _vanished(id_, "paper", gone, later, "documents")
    for document, known in pairs:
        if document != known:
            was, now = _date_or_status(known, document) if known else ("", "")
            yield News(
                what="changed" if known else "new",
                kind=document.kind or "paper",
                title=words_of(document.title) or document.ref or "",
                meeting=id_,
                document=_paper(document),
                before=was,
                after=now,
                day=document.date.day if document.date else None,
            )


def _paper(document: Document) -> str:
    """The number of the paper, the same however it is written."""
    cited = references_of(document.ref) if document.ref else ()
    return cited[0].canonical if cited else document.ref or ""


def _id(item: Event | Deadline) -> str:
    return item.id or ""


def _title(item: Event | Deadline | Commitment | Document) -> str:
    return words_of(item.title)


def _paired(
    before: Sequence[I], after: Sequence[I], *keys: Callable[[I], str]
) -> tuple[list[tuple[I, I | None]], list[I]]:
    """Each item of today with the earlier one of the same key, if there was one; then the earlier ones that are gone.

    What is withheld in either version is left out. An item that is withheld now looks like one that is gone, so of
    these as many are left out as are newly withheld.
    """
    waiting, now = ([each for each in items if not is_only_mark(each)] for items in (before, after))
    found: dict[int, I] = {}
    for key in keys:
        by_key: dict[str, list[I]] = {}
        for each in waiting:
            by_key.setdefault(key(each), []).append(each)
        for place, each in enumerate(now):
            if place not in found and key(each) and (same := by_key.get(key(each))):
                found[place] = same.pop(0)
        taken = {id(each) for each in found.values()}
        waiting = [each for each in waiting if id(each) not in taken]
    newly_withheld = max(0, sum(map(is_only_mark, after)) - sum(map(is_only_mark, before)))
    return [(each, found.get(place)) for place, each in enumerate(now)], waiting[newly_withheld:]


def _vanished(id_: str, kind: str, gone: Sequence[I], later: Versions, field: str) -> Iterator[News]:
    """A row for each; without its words where a later version withholds one of its sort, as it may be that one."""
    may_be_withheld = bool(gone) and any(_withholds(each, field) for each in later())
    for each in gone:
        was = _day_written(each)
        yield News(
            what="vanished",
            kind=kind,
            title=marker(None) if may_be_withheld else _title(each) or getattr(each, "ref", None) or "",
            meeting=id_,
            before="" if may_be_withheld or was is None else was.text,
            day=None if may_be_withheld or was is None else was.day,
        )


def _withholds(agenda: Agenda, field: str) -> bool:
    """Whether the agenda shows only a mark of itself or of an item of this list."""
    return is_only_mark(agenda) or any(map(is_only_mark, getattr(agenda, field)))


def _day_written(item: Event | Deadline | Commitment | Document) -> When | None:
    """Its date as it is written; none where it is counted, as that from which it is may be withheld now."""
    if isinstance(item, Event):
        return item.when
    if isinstance(item, Document):
        return item.date
    return item.due.when if item.due else None


def _date_or_status(old: Event | Document, new: Event | Document) -> tuple[str, str]:
    """Before and after, of the date or else of the status where that changed."""
    was, now = _day_written(old), _day_written(new)
    if was == now and isinstance(old, Event) and isinstance(new, Event):
        return (old.status or "", new.status or "") if old.status is not new.status else ("", "")
    return (was.text if was else "", now.text if now else "") if was != now else ("", "")


def _what_of_event(old: Event | None, new: Event) -> str:
    if new.status is Status.CANCELLED and (old is None or old.status is not new.status):
        return "cancelled"
    if old is None:
        return "new"
    if old.when != new.when and new.when is not None:
        return "moved"
    return "changed" if old != new else ""


def _meeting(what: str, id_: str, agenda: Agenda, *, before: str = "", after: str = "") -> News:
    title = words_of(agenda.short) or words_of(agenda.title)
    return News(
        what=what, kind="meeting", title=title, meeting=id_, before=before, after=after, day=agenda.held_when.day
    )
