"""Finds what changed in our agendas since a day, by comparing them with their state on that day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from briefcli.domain.agenda import Agenda, Commitment, Deadline, Document, Event
from briefcli.domain.anchors import anchor_dates
from briefcli.domain.citations.finder import references_of
from briefcli.domain.due import Due, resolve
from briefcli.domain.item import marker, words_of
from briefcli.domain.redaction import inherited_in_public, shows_only_mark
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import When
from briefcli.official.news import HAPPENED, News
from briefcli.settings import Settings

TrackedItem = Event | Deadline | Commitment | Document
Versions = Callable[[], list[Agenda]]  # returns versions of one agenda, as they may be shown


def news_of_agendas(
    before: Mapping[str, Agenda],
    after: Mapping[str, Agenda],
    settings: Settings,
    between: Callable[[set[str]], list[Agenda]] = lambda _: [],
) -> list[News]:
    """What changed in our agendas between `before` and `after`, both by id and in the version that may be shown.

    A deadline that is counted from an event moves with that event. A meeting that is withheld now is not reported,
    even if it was public then. A meeting that is gone is not reported if it was withheld at any time in between:
    `between` returns the versions that an agenda had in that time, by its ids, as they may be shown.
    """
    former = _former_ids(before, after)
    found: list[News] = []
    for id_ in sorted(former.keys() | after.keys()):
        old, new = before.get(former.get(id_, "")), after.get(id_)
        versions = cache(partial(between, {id_, former.get(id_, id_)}))
        if old is not None and new is None:
            if not any(map(shows_only_mark, versions())):
                found.append(_meeting("vanished", id_, old, before=old.held_when.text))
        elif new is not None and not shows_only_mark(new):
            found += _of_agenda(id_, old, new, settings, versions)
    return found


def _former_ids(before: Mapping[str, Agenda], after: Mapping[str, Agenda]) -> dict[str, str]:
    """The earlier id of each agenda by its id of today. A renamed file is recognised by its title and day."""

    def identity(agenda: Agenda) -> tuple[str, str]:
        return words_of(agenda.title), agenda.held_when.text

    new = {identity(agenda): id_ for id_, agenda in after.items() if id_ not in before}
    return {id_ if id_ in after else new.get(identity(agenda), id_): id_ for id_, agenda in before.items()}


def _of_agenda(id_: str, old: Agenda | None, new: Agenda, settings: Settings, between: Versions) -> Iterator[News]:
    if old is None or shows_only_mark(old):
        yield _meeting("new", id_, new, after=new.held_when.text)
        return
    if old == new:
        return
    if old.held_when != new.held_when:
        yield _meeting("moved", id_, new, before=old.held_when.text, after=new.held_when.text)
    if old.status is not new.status and (new.status is Status.CANCELLED or old.held_when == new.held_when):
        what = "cancelled" if new.status is Status.CANCELLED else "changed"
        yield _meeting(what, id_, new, before=old.status or "", after=new.status or "")

    yield from _items(id_, old, new, settings, lambda: [new, *between()])
    for name in Agenda.__struct_fields__:
        if name not in _COMPARED_APART and getattr(old, name) != getattr(new, name):
            yield News(what="changed", kind="section", title=name, meeting=id_)


class _Sort(NamedTuple):
    """One list of an agenda."""

    field: str
    kind: str  # of an item without a kind of its own
    key: Callable[[Any], str]  # by which an item is found again
    ended: Callable[[Any], str] = lambda _: ""  # what ended an item for good
    number: str = ""  # the field with its number at the House
    counted: bool = False  # items have a due date, which may be counted from something that is withheld


def _id(item: Event | Deadline) -> str:
    return item.id or ""


def _paper(document: Document) -> str:
    """The number of the paper in one form, however the agenda writes it."""
    cited = references_of(document.ref) if document.ref else ()
    return cited[0].canonical if cited else document.ref or ""


_SORTS = (
    _Sort("events", "event", _id, lambda each: "cancelled" if each.status is Status.CANCELLED else "", "official"),
    _Sort("deadlines", "deadline", _id, lambda each: "met" if each.is_done else "", counted=True),
    _Sort(
        "commitments", "commitment", lambda each: each.ref or "", lambda each: HAPPENED.get(each.status, ""), "ref",
        counted=True,
    ),
    _Sort("documents", "paper", _paper),
)  # fmt: skip
# Fields that are compared separately, or that say only what is withheld
_COMPARED_APART = {"when", "moved_to", "status", "public", "ground", "withheld", *(sort.field for sort in _SORTS)}


def _items(id_: str, old: Agenda, new: Agenda, settings: Settings, later: Versions) -> Iterator[News]:
    date_then, date_now = _dates(old, settings), _dates(new, settings)
    for sort in _SORTS:
        olds, news = getattr(old, sort.field), getattr(new, sort.field)
        if olds == news and not sort.counted:  # equal due dates may be counted from something that moved
            continue
        pairs, gone = _paired(olds, news, sort.key, _title)
        yield from _vanished(id_, sort, gone, later)
        for item, earlier in pairs:
            was, now = date_then(earlier), date_now(item)
            if what := _what(sort, earlier, item, has_moved=was.text != now.text):
                before, after = _before_and_after(sort, earlier, item, was, now)
                is_known = sort.counted and what != "changed"  # readers want to know by when it is or was due
                yield News(
                    what=what,
                    kind=sort.kind if isinstance(item, Deadline) else item.kind or sort.kind,
                    title=_title(item),
                    meeting=id_,
                    official=getattr(item, sort.number, None) or "",
                    document=_paper(item) if isinstance(item, Document) else "",
                    before=before,
                    after=now.text if is_known else after,
                    day=now.when.day if now.when else None,
                )


def _what(sort: _Sort, old: TrackedItem | None, new: TrackedItem, *, has_moved: bool) -> str:
    ended = sort.ended(new)
    if ended and (old is None or sort.ended(old) != ended):
        return ended
    if old is None:
        return "new"
    if has_moved and not ended and not isinstance(new, Document):
        return "moved"
    return "changed" if old != new else ""


def _before_and_after(sort: _Sort, old: TrackedItem | None, new: TrackedItem, was: Due, now: Due) -> tuple[str, str]:
    """The date of an item before and after if that changed, or else its status if that changed."""
    if was.text != now.text:
        # It may be counted from something that is withheld now: then its earlier day is withheld too
        is_withheld = sort.counted and now.when == When.unknown()
        return "" if is_withheld else was.text, now.text
    if isinstance(old, Event) and isinstance(new, Event) and old.status is not new.status:
        return old.status or "", new.status or ""
    return "", ""


def _dates(agenda: Agenda, settings: Settings) -> Callable[[TrackedItem | None], Due]:
    """A function that returns the date of an item of this agenda, or the term as written if its date is unknown."""
    anchors = anchor_dates(agenda, settings.calendar, inherited_in_public(agenda, settings.rhythms))

    def date_of(item: TrackedItem | None) -> Due:
        due = item.due if isinstance(item, Deadline | Commitment) else None
        when = resolve(due, anchors, settings.calendar) if due else _day_written(item) if item else None
        if due and when == When.unknown():
            return due
        return Due(when.text, when) if when else Due("")

    return date_of


def _day_written(item: TrackedItem) -> When | None:
    """The date of an item as it is written. None if it is counted from something, which may be withheld now."""
    if isinstance(item, Event):
        return item.when
    if isinstance(item, Document):
        return item.date
    return item.due.when if item.due else None


def _title(item: TrackedItem) -> str:
    return words_of(item.title) or getattr(item, "ref", None) or ""


def _paired(
    before: Sequence[TrackedItem], after: Sequence[TrackedItem], *keys: Callable[[Any], str]
) -> tuple[list[tuple[TrackedItem, TrackedItem | None]], list[TrackedItem]]:
    """Each item of today with the earlier item of the same key, if there was one; then the earlier items that are gone.

    Items that are withheld in either version are left out. An item that is withheld now looks like one that is gone,
    so the number of newly withheld items is dropped from those that are gone.
    """
    waiting, now = ([each for each in items if not shows_only_mark(each)] for items in (before, after))
    found: dict[int, TrackedItem] = {}
    for key in keys:
        by_key: dict[str, list[TrackedItem]] = {}
        for each in waiting:
            by_key.setdefault(key(each), []).append(each)
        for place, each in enumerate(now):
            if place not in found and key(each) and (same := by_key.get(key(each))):
                found[place] = same.pop(0)
        taken = {id(each) for each in found.values()}
        waiting = [each for each in waiting if id(each) not in taken]
    newly_withheld = max(0, sum(map(shows_only_mark, after)) - sum(map(shows_only_mark, before)))
    return [(each, found.get(place)) for place, each in enumerate(now)], waiting[newly_withheld:]


def _vanished(id_: str, sort: _Sort, gone: Sequence[TrackedItem], later: Versions) -> Iterator[News]:
    """A row for each item that is gone. A later version may withhold it: then its words are left out."""
    may_be_withheld = bool(gone) and any(
        shows_only_mark(each) or any(map(shows_only_mark, getattr(each, sort.field))) for each in later()
    )
    for each in gone:
        was = None if may_be_withheld else _day_written(each)
        yield News(
            what="vanished",
            kind=sort.kind,
            title=marker(None) if may_be_withheld else _title(each),
            meeting=id_,
            before=was.text if was else "",
            day=was.day if was else None,
        )


def _meeting(what: str, id_: str, agenda: Agenda, *, before: str = "", after: str = "") -> News:
    title = words_of(agenda.short) or words_of(agenda.title)
    return News(
        what=what, kind="meeting", title=title, meeting=id_, before=before, after=after, day=agenda.held_when.day
    )
