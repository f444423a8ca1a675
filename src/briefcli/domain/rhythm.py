"""The rhythm of a meeting: what is due around every meeting of a kind or series, unless its file says otherwise."""

import msgspec

from briefcli.domain.agenda import Agenda, Deadline, Event
from briefcli.domain.due import Due
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import WITH_THE_HOUSE, body_names, plain_name


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """One item that a rhythm adds: a deadline of ours, or an event such as the debate."""

    id: str
    title: str
    due: Due
    kind: str = ""
    owner: str = ""
    happens: bool = False  # it is an event; its date comes from practice, so it counts as not confirmed
    where: str = ""  # its path in the settings: rhythm[0].deadlines[1]


class Rhythm(msgspec.Struct, frozen=True, kw_only=True):
    """The items that are due around some meetings."""

    name: str
    # Of these three, each that is not empty must fit a meeting. If all are empty, every meeting fits
    series: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    expects: tuple[Expected, ...] = ()
    drops: tuple[str, ...] = ()  # the ids of items that a broader rhythm adds and this one removes

    @property
    def breadth(self) -> int:
        """How broad the rhythm is: 0 for a series, 1 for a kind, 2 for a body, 3 for every meeting."""
        return 0 if self.series else 1 if self.kinds else 2 if self.bodies else 3

    def holds_for(self, agenda: Agenda) -> bool:
        bodies = [name for body in self.bodies for name in body_names(body)]
        named = ((self.series, agenda.series), (self.kinds, agenda.kind), (bodies, words_of(agenda.body)))
        return all(not wanted or plain_name(value or "") in map(plain_name, wanted) for wanted, value in named)


class Inherited(msgspec.Struct, frozen=True):
    """An item that an agenda gets from a rhythm, with the name of the rhythm."""

    rhythm: str
    item: Expected


def inherited(agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> tuple[Inherited, ...]:
    """The items that the rhythms add to this agenda. An item of a narrower rhythm replaces one of a broader rhythm.

    The agenda's own items win: an item is not added if the agenda has a deadline or event with the same id, or names
    the id under `drops`. An expected event is not added if the agenda has an event of the same kind; a written
    consultation replaces a debate.
    """
    items: list[Event | Deadline] = [*agenda.events, *agenda.deadlines]
    own = {*map(plain_name, agenda.drops), *(plain_name(item.id) for item in items if item.id)}
    kinds = set().union(*map(_kinds, agenda.events))
    found = ((name, each, each.item) for name, each in expected(agenda, rhythms).items())
    return tuple(
        each for name, each, item in found if name not in own and not (item.happens and plain_name(item.kind) in kinds)
    )


def expected(agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> dict[str, Inherited]:
    """The items that the rhythms would add if the agenda had no items of its own, by id."""
    found: dict[str, Inherited] = {}
    for rhythm in sorted(rhythms, key=lambda each: -each.breadth):
        if rhythm.holds_for(agenda):
            for name in rhythm.drops:
                found.pop(plain_name(name), None)
            found |= {plain_name(item.id): Inherited(rhythm.name, item) for item in rhythm.expects}
    return found


def id_of_replaced(event: Event, brought: dict[str, Inherited]) -> str | None:
    """The id of the expected event that this event replaces, as it is of the same kind; None if there is none."""
    kinds = _kinds(event)
    names = (name for name, each in brought.items() if each.item.happens and plain_name(each.item.kind) in kinds)
    return next(names, None)


def _kinds(event: Event) -> set[str]:
    """The kinds of expected events that an event replaces."""
    kinds = {plain_name(event.kind)} if event.kind else set()
    return kinds | WITH_THE_HOUSE if kinds & WITH_THE_HOUSE else kinds
