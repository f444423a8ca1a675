"""The changes that done, move, cancel and add make in the text of an agenda, as steps of a draft."""

import re
from typing import Any

from briefcli.domain.anchors import Thing
from briefcli.domain.vocabulary import CONSULTATION
from briefcli.domain.when import When
from briefcli.writing.smallest_change import Draft

_DEBATE = re.compile(r"\b(?:commissie|plenair )?debat(?: met de Kamer)?\b", re.IGNORECASE)


def record_done(draft: Draft, thing: Thing, *, on: When | None, paper: str | None) -> None:
    """Record that a thing is done. A standard deadline is first written into the agenda."""
    where = thing.where or _written_out(draft, thing)
    if thing.source == "commitment":
        draft.set(where, "status", "done")
    else:
        draft.set(where, "done", value=True)
    if on is not None:
        draft.set(where, "done_on", on.text)
    if paper is not None:
        draft.set(where, "paper", paper)


def record_undone(draft: Draft, thing: Thing) -> None:
    if thing.source == "commitment":
        draft.set(thing.where, "status", "open")
    elif thing.where:
        draft.remove(thing.where, "done")
    for name in ("done_on", "paper") if thing.where else ():
        draft.remove(thing.where, name)


def move_meeting(draft: Draft, when: When) -> None:
    """Record the new date of the meeting. The original date stays under `when`."""
    draft.set("", "moved_to", when.text)
    draft.set("", "status", "moved")


def move_event(draft: Draft, thing: Thing, when: When) -> None:
    """Give an event this date. It takes place then, even if it was cancelled."""
    where = thing.where or _written_out(draft, thing)
    draft.set(where, "when", when.text)
    draft.remove(where, "status")


def cancel_event(draft: Draft, thing: Thing, when: When) -> None:
    """Cancel an event, which keeps its date: due dates may count from it. A standard event is on the day `when`."""
    where = thing.where or _written_out(draft, thing, when)
    draft.set(where, "status", "cancelled")


def to_written(draft: Draft, thing: Thing, when: When) -> None:
    """Make a debate a written consultation. Due dates that count from the debate then count from the consultation."""
    where = thing.where or _written_out(draft, thing, when)
    draft.set(where, "kind", CONSULTATION)
    draft.remove(where, "status")
    title = _DEBATE.sub("Schriftelijk overleg", thing.title, count=1)
    if title != thing.title:
        draft.set(where, "title", title)


def _written_out(draft: Draft, thing: Thing, when: When | None = None) -> str:
    """Write a standard deadline or event into the agenda, and return its path there. `when` is the date of an event."""
    standard = thing.standard
    if standard is None:
        raise ValueError(thing)
    name = "events" if standard.happens else "deadlines"
    fields: dict[str, Any] = {"title": standard.title, "id": standard.id}
    if not standard.happens:
        fields |= {"due": standard.due.text} | ({"owner": standard.owner} if standard.owner else {})
    fields |= {"kind": standard.kind} if standard.kind else {}
    fields |= {"when": when.text} if when else {}
    return f"{name}[{draft.add(name, fields)}]"
