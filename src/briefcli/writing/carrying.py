"""What a new edition of a meeting takes over from an earlier one, and no more."""

from typing import Any

import msgspec

from briefcli.domain.agenda import Agenda, Commitment, Session
from briefcli.domain.item import words_of
from briefcli.domain.plain_data import plain
from briefcli.domain.vocabulary import Promise
from briefcli.reading.shapes import shapes_of

_SAME = ("series", "body", "kind", "place", "timezone", "public", "ground")
_OF_COMMITMENT = ("title", "kind", "ref", "public", "ground")
_OF_SESSION = ("number", "title", "kind", "attendees", "public", "ground")


def carried_over(id_: str, earlier: Agenda, before: Agenda | None = None) -> dict[str, Any]:
    """Plain data by field: what meeting it is, the sessions that recur, and what is still open.

    A session recurs when the edition `before` the earlier one had it as well; without such an edition all do.
    Dates, positions and papers stay behind, and so does a due date that was counted from the earlier meeting.
    """
    known = {name: _plain(getattr(earlier, name)) for name in _SAME if _is_set(earlier, name)}
    sessions = [_session(each) for each in earlier.sessions if before is None or _recurs(each, before)]
    commitments = [_commitment(id_, each) for each in earlier.commitments if each.status in (None, Promise.OPEN)]
    questions = [_plain(each) for each in earlier.questions if not words_of(each.answer).strip()]
    lists = {"sessions": sessions, "commitments": commitments, "questions": questions}
    return known | {name: found for name, found in lists.items() if found}


def left_behind(earlier: Agenda) -> int:
    """How many open commitments had a due date that was counted from the earlier meeting."""
    return sum(_counts_from_meeting(each) for each in earlier.commitments if each.status in (None, Promise.OPEN))


def _is_set(agenda: Agenda, name: str) -> bool:
    return getattr(agenda, name) is not None and not (name == "public" and agenda.public)


def _recurs(session: Session, before: Agenda) -> bool:
    name = words_of(session.title).casefold()
    return bool(name) and any(words_of(each.title).casefold() == name for each in before.sessions)


def _session(session: Session) -> dict[str, Any]:
    return {name: value for name, value in _plain(session).items() if name in _OF_SESSION}


def _commitment(id_: str, commitment: Commitment) -> dict[str, Any]:
    """A reference to where the commitment was made: it counts, and is settled, there alone."""
    fields: dict[str, Any] = _plain(commitment)
    kept = {name: value for name, value in fields.items() if name in _OF_COMMITMENT}
    return kept | {"carried_from": commitment.carried_from or id_}


def _counts_from_meeting(commitment: Commitment) -> bool:
    return commitment.due is not None and commitment.due.when is None


def _plain(value: Any) -> Any:
    """Plain data in the order in which fields are written."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    made = plain(value)
    if not isinstance(made, dict) or not isinstance(value, msgspec.Struct):
        return made
    return {name: _plain(getattr(value, name)) for name in shapes_of(type(value)) if name in made}
