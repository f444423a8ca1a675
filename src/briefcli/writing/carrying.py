"""Decides what a new edition of a meeting takes over from an earlier one."""

from typing import Any

from briefcli.domain.agenda import Agenda, Commitment, Session
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import Promise
from briefcli.writing.yaml_text import in_usual_order

_SAME = ("series", "body", "kind", "place", "timezone", "public", "ground")
_OF_COMMITMENT = ("title", "kind", "ref", "public", "ground")
_OF_SESSION = ("number", "title", "kind", "attendees", "public", "ground")


def carried_over(id_: str, earlier: Agenda, before: Agenda | None = None) -> dict[str, Any]:
    """Plain data by field: what meeting it is, its recurring sessions, and the open commitments and questions.

    A session recurs if the edition `before` the earlier one had it as well; without such an edition all sessions do.
    Dates, positions and papers are not taken over, nor is a due date that was counted from the earlier meeting.
    Withheld commitments are all taken over, even settled ones: otherwise the public could count which are open.
    """
    fields = in_usual_order(earlier)
    known = {name: fields[name] for name in _SAME if name in fields}
    former = {words_of(each.title).casefold() for each in before.sessions} - {""} if before is not None else None
    recurring = (
        _only(_OF_SESSION, each)
        for each in earlier.sessions
        if former is None or words_of(each.title).casefold() in former
    )
    sessions = [each for each in recurring if each]  # a session with only a day has nothing that recurs
    # A commitment refers to the meeting where it was made: it counts, and is settled, only there
    commitments = [
        _only(_OF_COMMITMENT if _is_open(each) else (*_OF_COMMITMENT, "status"), each)
        | {"carried_from": each.carried_from or id_}
        for each in earlier.commitments
        if _is_open(each) or not each.public
    ]
    questions = [in_usual_order(each) for each in earlier.questions if not words_of(each.answer).strip()]
    lists = {"sessions": sessions, "commitments": commitments, "questions": questions}
    return known | {name: found for name, found in lists.items() if found}


def left_behind(earlier: Agenda) -> int:
    """The number of open commitments with a due date that was counted from the earlier meeting."""
    return sum(each.due is not None and each.due.when is None for each in filter(_is_open, earlier.commitments))


def _is_open(commitment: Commitment) -> bool:
    return commitment.status in (None, Promise.OPEN)


def _only(names: tuple[str, ...], item: Session | Commitment) -> dict[str, Any]:
    return {name: value for name, value in in_usual_order(item).items() if name in names}
