"""What is late, once its last day has passed.

What we must deliver is in time until the end of its last day, as `when.py` gives it: of `before 8 June` that is the
7th, of `June 2023` the 30th. From the next day on it is late, and stays late until somebody records that it is done
or dropped, before and after the meeting. A standard deadline (from `brief.toml`) that nobody recorded is late for
thirty days, and then counts as not recorded. When a meeting is cancelled its deadlines are too, but never its
commitments.
"""

from datetime import date, timedelta
from enum import StrEnum

from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import Grain, When

DELIVERABLE = ("deadline", "commitment")  # the sources of what we must deliver ourselves
STANDARD_DAYS = 30  # how long a standard deadline that nobody recorded stays late


class Standing(StrEnum):
    """How something we must deliver stands on a day."""

    OPEN = "open"
    LATE = "overdue"
    NOT_RECORDED = "not-recorded"
    DONE = "done"
    DROPPED = "dropped"


def known_limit(due: When) -> date | None:
    """The last day, where that very day is known: a countdown to the end of a month would be too exact."""
    return due.last if due.grain in {Grain.DAY, Grain.BEFORE} else None


def standing(status: str, due: When, today: date, *, done_on: When | None = None, standard: bool = False) -> Standing:
    """How it stands on `today`; seen from before the day on which it was done, it is still to be done."""
    if status == Promise.DROPPED:
        return Standing.DROPPED
    if status == Promise.DONE and not (done_on and done_on.last and done_on.last > today):
        return Standing.DONE
    last = due.last
    if last is None or today <= last:
        return Standing.OPEN
    return Standing.NOT_RECORDED if standard and last < first_late_day(today) else Standing.LATE


def first_late_day(today: date) -> date:
    """A standard deadline of an earlier day no longer counts as late on `today`."""
    return today - timedelta(days=min(STANDARD_DAYS, (today - date.min).days))


def is_called_off(source: str, status: str, meeting_status: str) -> bool:
    """Whether it need not happen any more: cancelled itself, or cancelled with its meeting."""
    if status == Status.CANCELLED:
        return True
    return meeting_status == Status.CANCELLED and source != "commitment"
