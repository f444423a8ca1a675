"""The rhythm of a meeting: what is due around every meeting of a kind or series, unless its file says otherwise."""

from collections.abc import Iterator

import msgspec

from briefcli.domain.agenda import Agenda, Deadline, Event
from briefcli.domain.due import Due
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import WITH_THE_HOUSE, body_names, plain_name


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a rhythm brings: a deadline of ours, or (`happens`) an event such as the debate.

    An event's date comes from practice, so it counts as not confirmed.
    """

    id: str
    title: str
    due: Due
    kind: str = ""
    owner: str = ""
    happens: bool = False


class Rhythm(msgspec.Struct, frozen=True, kw_only=True):
    """For which meetings it holds (all that are named must fit; nothing named: every meeting), and what it brings.

    `drops` names ids that a broader rhythm brings and this one does not have.
    """

    name: str
    series: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    expects: tuple[Expected, ...] = ()
    drops: tuple[str, ...] = ()

    @property
    def breadth(self) -> int:
        """Rhythms of a series are the narrowest, then those of a kind, then those of a body, then those for all."""
        return 0 if self.series else 1 if self.kinds else 2 if self.bodies else 3

    def placed(self) -> Iterator[tuple[str, Expected]]:
        """Each thing that it brings, behind its path in the rhythm of brief.toml: `deadlines[0]`."""
        for name, happens in (("events", True), ("deadlines", False)):
            found = [each for each in self.expects if each.happens is happens]
            yield from ((f"{name}[{number}]", each) for number, each in enumerate(found))

    def holds_for(self, agenda: Agenda) -> bool:
        bodies = [name for body in self.bodies for name in body_names(body)]
        named = ((self.series, agenda.series), (self.kinds, agenda.kind), (bodies, words_of(agenda.body)))
        return all(not wanted or plain_name(value or "") in map(plain_name, wanted) for wanted, value in named)


class Inherited(msgspec.Struct, frozen=True):
    """A thing that an agenda has from a rhythm, with the rhythm's name."""

    rhythm: str
    item: Expected


def inherited(agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> tuple[Inherited, ...]:
    """What the rhythms bring to this agenda, in their order; a narrower rhythm's item replaces a broader one's.

    What the agenda writes itself wins: a deadline or event with the same id, or an event of the same kind as an
    expected event; a written consultation comes in the place of a debate. What it names under `drops` it does not have.
    """
    items: list[Event | Deadline] = [*agenda.events, *agenda.deadlines]
    own = {*map(plain_name, agenda.drops), *(plain_name(item.id) for item in items if item.id)}
    kinds = set().union(*map(_kinds, agenda.events))
    found = ((name, each, each.item) for name, each in expected(agenda, rhythms).items())
    return tuple(
        each for name, each, item in found if name not in own and not (item.happens and plain_name(item.kind) in kinds)
    )


def expected(agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> dict[str, Inherited]:
    """What the rhythms would bring to this agenda if it wrote nothing itself, by id."""
    found: dict[str, Inherited] = {}
    for rhythm in sorted(rhythms, key=lambda each: -each.breadth):
        if rhythm.holds_for(agenda):
            for name in rhythm.drops:
                found.pop(plain_name(name), None)
            found |= {plain_name(item.id): Inherited(rhythm.name, item) for item in rhythm.expects}
    return found


def id_of_replaced(event: Event, brought: dict[str, Inherited]) -> str | None:
    """The id of the expected event in whose place this one comes, being of the same kind."""
    kinds = _kinds(event)
    names = (name for name, each in brought.items() if each.item.happens and plain_name(each.item.kind) in kinds)
    return next(names, None)


def _kinds(event: Event) -> set[str]:
    """The kinds of expected events that an event comes in the place of."""
    kinds = {plain_name(event.kind)} if event.kind else set()
    return kinds | WITH_THE_HOUSE if kinds & WITH_THE_HOUSE else kinds
