"""How near a thing with a date is, and whether it is late."""

from datetime import date

from briefcli.domain.late import DELIVERABLE, Standing, is_called_off, standing
from briefcli.domain.when import Grain, When
from briefcli.index.questions import Dated, Pledge
from briefcli.views.model import Left, Near


def limit_of(item: Dated) -> date | None:
    """The day that counts: of what must be delivered its last, of what happens its first; None where unknown."""
    if item.source in DELIVERABLE and item.when.grain in {Grain.DAY, Grain.BEFORE}:
        return item.when.last
    return item.when.day


def standing_of(item: Dated, today: date) -> Standing:
    """How a thing we must deliver stands; what only happens is never late."""
    if item.source not in DELIVERABLE:
        return Standing.OPEN
    return standing(item.status, item.when, today, done_on=item.done_on, standard=bool(item.rhythm))


def called_off(item: Dated) -> bool:
    return is_called_off(item.source, item.status, item.meeting_status)


def is_late(item: Dated, today: date) -> bool:
    return not called_off(item) and standing_of(item, today) is Standing.LATE


def is_settled(item: Dated, today: date) -> bool:
    """Nobody need look at it any more: done, dropped, cancelled, or a standard deadline that nobody recorded."""
    return called_off(item) or standing_of(item, today) in {Standing.DONE, Standing.DROPPED, Standing.NOT_RECORDED}


def left_until(item: Dated, today: date) -> Left:
    day = limit_of(item)
    match standing_of(item, today):
        case Standing.DONE:
            return Left(Near.DONE, day, today)
        case Standing.LATE if is_late(item, today):
            return Left(Near.LATE, item.when.last, today)
        case Standing.NOT_RECORDED:
            return Left(Near.NOT_RECORDED, day, today)
    return Left(nearness(item.when, day, today), day, today)


def left_of(pledge: Pledge, today: date) -> Left:
    """The same of a commitment as the list of commitments has it."""
    day = limit_of_pledge(pledge)
    match standing_of_pledge(pledge, today):
        case Standing.DONE:
            return Left(Near.DONE, day, today)
        case Standing.LATE:
            return Left(Near.LATE, pledge.due.last, today)
    return Left(nearness(pledge.due, day, today), day, today)


def standing_of_pledge(pledge: Pledge, today: date) -> Standing:
    return standing(pledge.status, pledge.due, today, done_on=pledge.done_on)


def limit_of_pledge(pledge: Pledge) -> date | None:
    return pledge.due.last if pledge.due.grain is Grain.BEFORE else pledge.due.final_day


def nearness(when: When, day: date | None, today: date) -> Near:
    if when.is_running(today):
        return Near.NOW
    if when.is_past(today):
        return Near.PAST
    if day is None:
        return Near.UNDATED
    days = (day - today).days
    return next(near for near, most in _STEPS if days <= most)


_STEPS = ((Near.PAST, -1), (Near.NOW, 2), (Near.WEEK, 7), (Near.MONTH, 31), (Near.LATER, 10**7))
