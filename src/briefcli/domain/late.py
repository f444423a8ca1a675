"""Which deadlines and commitments are late.

They are in time until the end of their last day, which `when.py` computes: the 7th for `before 8 June`, the 30th for
`June 2023`. From the next day they are late, and they stay late, also after the meeting, until somebody records that
they are done or dropped. A standard deadline (from `brief.toml`) that nobody recorded is late for thirty days and then
counts as not recorded. If a meeting is cancelled, its deadlines are cancelled too, but never its commitments.
"""

from datetime import date, timedelta
from enum import StrEnum

from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import Grain, When

DELIVERABLE = ("deadline", "commitment")  # the sources of what we must deliver ourselves
STANDARD_DAYS = 30  # how long a standard deadline that nobody recorded stays late


class Standing(StrEnum):
    """The state of a deadline or commitment on a day."""

    OPEN = "open"
    LATE = "overdue"
    NOT_RECORDED = "not-recorded"
    DONE = "done"
    DROPPED = "dropped"


def known_limit(due: When) -> date | None:
    """The last day if that exact day is known, else None: a countdown to the end of a month would be too exact."""
    return due.last if due.grain in {Grain.DAY, Grain.BEFORE} else None


def standing(status: str, due: When, today: date, *, done_on: When | None = None, standard: bool = False) -> Standing:
    """The state of a deadline or commitment on `today`. If it was done on a later day, it is still to be done."""
    if status == Promise.DROPPED:
        return Standing.DROPPED
    if status == Promise.DONE and not (done_on and done_on.last and done_on.last > today):
        return Standing.DONE
    last = due.last
    if last is None or today <= last:
        return Standing.OPEN
    return Standing.NOT_RECORDED if standard and last < first_late_day(today) else Standing.LATE


def first_late_day(today: date) -> date:
    """The earliest last day with which a standard deadline still counts as late on `today`."""
    return today - timedelta(days=min(STANDARD_DAYS, (today - date.min).days))


def is_called_off(source: str, status: str, meeting_status: str) -> bool:
    """Whether an item need not happen any more: it is cancelled itself, or with its meeting (never a commitment)."""
    return status == Status.CANCELLED or (meeting_status == Status.CANCELLED and source != "commitment")
