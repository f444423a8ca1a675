"""How near a thing with a date is, and whether it is late."""

from datetime import date

from briefcli.domain.late import DELIVERABLE, Standing, is_called_off, known_limit, standing
from briefcli.domain.when import When
from briefcli.index.records import DatedItem, ListedCommitment
from briefcli.views.view import Left, Nearness


def limit_of(item: DatedItem | ListedCommitment, today: date) -> date | None:
    """The day to count down to: the working day before its own, as long as that is not past; None where unknown."""
    return item.workday.day if item.workday.day and item.workday.day >= today else own_day(item)


def own_day(item: DatedItem | ListedCommitment) -> date | None:
    """Of what must be delivered its last day, of what happens its first, working day or not; None where unknown."""
    if isinstance(item, ListedCommitment):
        return known_limit(item.due)
    return known_limit(item.when) if item.source in DELIVERABLE else item.when.day


def standing_of(item: DatedItem, today: date) -> Standing:
    """How a thing we must deliver stands; what only happens, or is called off, is never late."""
    if item.source not in DELIVERABLE:
        return Standing.OPEN
    found = standing(item.status, item.when, today, done_on=item.done_on, standard=bool(item.rhythm))
    return Standing.OPEN if found is Standing.LATE and called_off(item) else found


def called_off(item: DatedItem) -> bool:
    return is_called_off(item.source, item.status, item.meeting_status)


def is_late(item: DatedItem, today: date) -> bool:
    return standing_of(item, today) is Standing.LATE


def is_settled(item: DatedItem, today: date) -> bool:
    """Whether nothing is left to do: done, dropped, cancelled, or a standard deadline that nobody recorded."""
    return called_off(item) or standing_of(item, today) in {Standing.DONE, Standing.DROPPED, Standing.NOT_RECORDED}


def left_until(item: DatedItem, today: date) -> Left:
    """The time left until the day that counts."""
    standing = Standing.DROPPED if called_off(item) else standing_of(item, today)
    return _left(standing, item.when, limit_of(item, today), today)


def left_of_commitment(commitment: ListedCommitment, today: date) -> Left:
    """The same for a row of the list of commitments."""
    standing = standing_of_commitment(commitment, today)
    return _left(standing, commitment.due, limit_of(commitment, today), today)


def _left(standing: Standing, when: When, day: date | None, today: date) -> Left:
    match standing:
        case Standing.DONE:
            return Left(Nearness.DONE, day, today)
        case Standing.LATE:
            return Left(Nearness.LATE, when.last, today)
        case Standing.NOT_RECORDED:
            return Left(Nearness.NOT_RECORDED, day, today)
        case Standing.DROPPED:
            return Left(Nearness.CALLED_OFF, day, today)
    near = nearness(when, day, today)
    return Left(near, when.final_day if near is Nearness.PAST else day, today)  # past since its last day


def standing_of_commitment(commitment: ListedCommitment, today: date) -> Standing:
    return standing(commitment.status, commitment.due, today, done_on=commitment.done_on)


def nearness(when: When, day: date | None, today: date) -> Nearness:
    if when.is_running(today):
        return Nearness.NOW
    if when.is_past(today):
        return Nearness.PAST
    if day is None:
        return Nearness.UNDATED
    days = (day - today).days
    return next(near for near, most in _STEPS if days <= most)


_STEPS = ((Nearness.PAST, -1), (Nearness.NOW, 2), (Nearness.WEEK, 7), (Nearness.MONTH, 31), (Nearness.LATER, 10**7))
