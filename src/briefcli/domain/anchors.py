"""What a relative due date, or a person, can point at in an agenda.

A due date points at the meeting, an event or a deadline, by id or by the kind of an event. A person can also point at
a commitment, and can use words of a title.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from briefcli.domain.agenda import Agenda, Commitment, Deadline, Event
from briefcli.domain.composed import folded
from briefcli.domain.due import MEETING_ANCHOR, Due, resolve
from briefcli.domain.item import is_hidden, words_of
from briefcli.domain.rhythm import Expected, Inherited
from briefcli.domain.texts import items_of
from briefcli.domain.vocabulary import (
    CONSULTATION,
    DEBATE,
    DUTCH,
    EVENT_KINDS,
    WITH_THE_HOUSE,
    Status,
    kind_names,
    plain_name,
)
from briefcli.domain.when import When, provisional, when_of
from briefcli.domain.workdays import Calendar, workday_by

WrittenAnchor = Event | Deadline
Anchor = WrittenAnchor | Expected
A = TypeVar("A", bound=Anchor)
# The Dutch words for each kind
_IN_DUTCH = {kinds[0]: [word for word, found in DUTCH.items() if found[0] == kinds[0]] for kinds in DUTCH.values()}


def anchor_items(agenda: Agenda) -> dict[str, WrittenAnchor]:
    """The event or deadline for each name that a due date can use.

    An id wins over a kind; of a kind the earliest event counts, and cancelled events come last. If the file has no
    debate, the name `debate` points at the written consultation that replaced it.
    """
    found: dict[str, WrittenAnchor] = {}
    items: list[WrittenAnchor] = [*agenda.events, *agenda.deadlines]
    for item in items:
        if item.id:
            found.setdefault(plain_name(item.id), item)
    for cancelled in (False, True):
        for event in _in_time(each for each in agenda.events if (each.status is Status.CANCELLED) is cancelled):
            if event.kind:
                found.setdefault(plain_name(event.kind), event)
        if CONSULTATION in found:
            found.setdefault(DEBATE, found[CONSULTATION])
    return _also_in_dutch(found)


def _also_in_dutch(found: dict[str, A]) -> dict[str, A]:
    """The same names plus the Dutch words for each kind, as in `5 werkdagen voor debat`."""
    words = {word: item for kind, item in found.items() for word in _IN_DUTCH.get(kind, ())}
    return found | {word: item for word, item in words.items() if word not in found}


def _in_time(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda each: (each.when or When.unknown()).sort_key)


def several_of_kind(due: Due, agenda: Agenda, items: Mapping[str, WrittenAnchor]) -> list[Event]:
    """If `due` names a kind that several events have, those events without the cancelled ones; else an empty list."""
    item = items.get(due.anchor)
    if not isinstance(item, Event) or plain_name(item.id or "") == due.anchor:
        return []
    kind = plain_name(item.kind or "")
    going_on = (each for each in _in_time(agenda.events) if each.status is not Status.CANCELLED)
    found = [each for each in going_on if plain_name(each.kind or "") == kind]
    return found if len(found) > 1 else []


def anchor_dates(agenda: Agenda, calendar: Calendar, inherited: Sequence[Inherited] = ()) -> dict[str, When]:
    """The date of each name; an inherited item counts only if the file has none of that name.

    The date is unknown for an item that counts in a circle, or from a name that does not exist.
    """
    items: dict[str, Anchor] = {**expected_items(each.item for each in inherited), **anchor_items(agenda)}
    dates: dict[str, When] = {MEETING_ANCHOR: agenda.held_when}
    for name in items:
        _settle(name, items, dates, calendar)
    return dates


def anchor_title(due: Due | None, items: Mapping[str, WrittenAnchor]) -> str:
    """The title of the one of `anchor_items` whose id a due date counts from; empty if it counts from anything else."""
    item = items.get(due.anchor) if due and due.anchor not in EVENT_KINDS else None
    return words_of(item.title) if item else ""


def expected_date(item: Expected, anchors: Mapping[str, When], calendar: Calendar) -> When:
    """The date of an inherited item. The date of an event comes from practice, so it is not confirmed.

    The House debates on working days: a debate that would fall on another day is set on the last working day before.
    """
    when = resolve(item.due, anchors, calendar)
    if not item.happens:
        return when
    if when.day and when.day == when.last and plain_name(item.kind) in WITH_THE_HOUSE:
        when = when_of(workday_by(when.day, calendar))
    return provisional(when)


def expected_items(items: Iterable[Expected]) -> dict[str, Expected]:
    """The inherited item of each name that points at one; an id wins over a kind."""
    listed = list(items)
    by_kind = {plain_name(each.kind): each for each in listed if each.happens and each.kind}
    return _also_in_dutch(by_kind | {plain_name(each.id): each for each in listed})


def circular(items: Mapping[str, Anchor]) -> set[int]:
    """The `id()` of each item that counts from itself, directly or through others."""
    done: set[int] = set()
    found: set[int] = set()
    for start in items.values():
        way: list[int] = []
        item: Anchor | None = start
        while item and not isinstance(item, Event) and item.due and item.due.when is None and id(item) not in done:
            done.add(id(item))
            way.append(id(item))
            item = items.get(item.due.anchor)
        if id(item) in way:
            found.update(way[way.index(id(item)) :])
    return found


def _settle(name: str, items: Mapping[str, Anchor], dates: dict[str, When], calendar: Calendar) -> None:
    """Follow the chain of anchors to its end, then date each item on the way back. A loop, as a chain may be long."""
    way: dict[str, Anchor] = {}
    while name in items and name not in dates and name not in way:
        item = way[name] = items[name]
        if isinstance(item, Event) or item.due is None or item.due.when is not None:
            break
        name = item.due.anchor
    for each, item in reversed(way.items()):
        dates[each] = _date_of(item, dates, calendar)


def _date_of(item: Anchor, dates: Mapping[str, When], calendar: Calendar) -> When:
    if isinstance(item, Event):
        return item.when or When.unknown()
    return expected_date(item, dates, calendar) if isinstance(item, Expected) else resolve(item.due, dates, calendar)


class Thing(msgspec.Struct, frozen=True):
    """A thing that a person can point at."""

    source: str  # deadline, commitment or event
    title: str
    id: str = ""
    kind: str = ""
    where: str = ""  # its path in the file; empty for an inherited item
    standard: Expected | None = None  # the inherited item
    when: When | None = None  # as written; None if it is counted
    carried_from: str = ""  # the meeting at which a commitment was made that is only carried over here


def things_of(agenda: Agenda, brought: Sequence[Inherited]) -> list[Thing]:
    """All that a person can point at, without what is withheld in this version of the agenda."""
    items = (each.item for each in brought)
    standard = (
        Thing("event" if each.happens else "deadline", each.title, each.id, each.kind, standard=each) for each in items
    )
    return [*_written(agenda), *standard]


def _written(agenda: Agenda) -> Iterator[Thing]:
    for source in ("deadline", "commitment", "event"):
        for where, item in items_of(agenda, f"{source}s"):
            if not is_hidden(title := words_of(item.title)):
                is_promise = isinstance(item, Commitment)
                id_, carried_from = (item.ref, item.carried_from) if is_promise else (item.id, None)
                when = item.when if isinstance(item, Event) else item.due.when if item.due else None
                yield Thing(source, title, id_ or "", item.kind or "", where, None, when, carried_from or "")


def named(things: Iterable[Thing], words: str) -> list[Thing]:
    """The things that these words can mean.

    The first of these that any thing fits decides: the id, the exact title, the title in any case and without accents,
    the kind, all words somewhere in title and id.
    """
    listed, asked = list(things), _plain(words)
    kinds = {asked, *kind_names(asked)}
    ways: tuple[Callable[[Thing], bool], ...] = (
        lambda each: _plain(each.id) == asked,
        lambda each: each.title == words,
        lambda each: _plain(each.title) == asked,
        lambda each: bool(each.kind) and _plain(each.kind) in kinds,
        lambda each: bool(asked) and all(word in _plain(f"{each.title} {each.id}") for word in asked.split()),
    )
    return next((found for is_meant in ways if (found := list(filter(is_meant, listed)))), [])


def _plain(words: str) -> str:
    return folded(plain_name(words))
