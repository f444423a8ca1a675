"""What a person can point at in an agenda: a deadline, a commitment or an event, by its id or by words of its title."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from briefcli.domain.agenda import Agenda
from briefcli.domain.composed import folded
from briefcli.domain.due import anchor_name
from briefcli.domain.item import is_hidden, words_of
from briefcli.domain.rhythm import Expected, Inherited
from briefcli.domain.when import When


class Thing(msgspec.Struct, frozen=True):
    """One of them; `where` is its path in the file, empty for what a standard brings (`standard`)."""

    source: str  # deadline, commitment or event
    title: str
    id: str = ""
    kind: str = ""
    where: str = ""
    standard: Expected | None = None
    when: When | None = None  # of an event
    carried_from: str = ""  # the meeting at which a commitment was made that is only carried over here


def things_of(agenda: Agenda, brought: Sequence[Inherited]) -> list[Thing]:
    """All of them; what is withheld in this version of the agenda cannot be pointed at."""
    return [*_written(agenda), *(_standard(each) for each in brought)]


def _written(agenda: Agenda) -> Iterator[Thing]:
    for number, deadline in enumerate(agenda.deadlines):
        if not is_hidden(words_of(deadline.title)):
            where = f"deadlines[{number}]"
            yield Thing("deadline", words_of(deadline.title), deadline.id or "", deadline.kind or "", where)
    for number, promise in enumerate(agenda.commitments):
        if not is_hidden(words_of(promise.title)):
            where = f"commitments[{number}]"
            about = (words_of(promise.title), promise.ref or "", promise.kind or "", where)
            yield Thing("commitment", *about, carried_from=promise.carried_from or "")
    for number, event in enumerate(agenda.events):
        if not is_hidden(words_of(event.title)):
            about = (words_of(event.title), event.id or "", event.kind or "", f"events[{number}]")
            yield Thing("event", *about, when=event.when)


def _standard(brought: Inherited) -> Thing:
    item = brought.item
    return Thing("event" if item.happens else "deadline", item.title, item.id, item.kind, standard=item)


def named(things: Iterable[Thing], words: str) -> list[Thing]:
    """Those that these words can mean: by id, else by kind or whole title, else by all words in the title."""
    listed, asked = list(things), _plain(words)
    by_id = [each for each in listed if _plain(each.id) == asked]
    by_name = [each for each in listed if asked in {_plain(each.title), _plain(each.kind)}]
    by_words = [each for each in listed if asked and _has_words(each, asked)]
    return by_id or by_name or by_words


def _has_words(thing: Thing, asked: str) -> bool:
    text = f"{_plain(thing.title)} {_plain(thing.id)}"
    return all(word in text for word in asked.split())


def _plain(words: str) -> str:
    return " ".join(folded(anchor_name(words)).split())
