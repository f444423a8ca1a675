"""An agenda's events as the record has them: day, hour, place, status, and whether the debate became a consultation."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from briefcli.domain.agenda import Agenda, Event
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import DEBATE, WITH_THE_HOUSE, Status
from briefcli.domain.when import Grain, When, can_agree
from briefcli.official.contents import Activity


def only_successors(
    activities: Mapping[str, Activity], successors: Callable[[Activity], Sequence[Activity]]
) -> dict[str, Activity]:
    """What came in the place of each that was moved away or cancelled, where that is one activity with a date."""
    found = {number: successors(each) for number, each in activities.items() if each.is_gone}
    only = {number: each[0] for number, each in found.items() if len(each) == 1}
    return {number: each for number, each in only.items() if each.when.grain is not Grain.UNKNOWN}


def with_record(agenda: Agenda, activities: Mapping[str, Activity], came: Mapping[str, Activity] = {}) -> Agenda:
    """The agenda with what the record says of the events that name their number.

    The file stays as it is. Of what was moved away or cancelled another day in the file counts: it may be the new one.
    Where the file still has the old day or none, what `came` in its place counts, if the record says so.
    A place with a mark of its own stays too: the mark says whether it is public. What is cancelled here and moved away
    there stays cancelled, unless another came in its place.
    """
    if not any(event.activity in activities for event in agenda.events):
        return agenda
    return msgspec.structs.replace(agenda, events=[_event(each, activities, came) for each in agenda.events])


def _event(event: Event, activities: Mapping[str, Activity], came: Mapping[str, Activity]) -> Event:
    activity, later = activities.get(event.activity), came.get(event.activity)
    if activity is None:
        return event
    if later and (event.when is None or can_agree((event.when, activity.when))):
        event = msgspec.structs.replace(event, when=None)
        moved = Status.MOVED if activity.status is Status.MOVED else later.status
        activity = msgspec.structs.replace(later, status=moved)
    is_ours_off = activity.is_gone and not later and event.status is Status.CANCELLED
    is_form = (event.kind or DEBATE) in WITH_THE_HOUSE and activity.form in WITH_THE_HOUSE
    return msgspec.structs.replace(
        event,
        when=event.when if activity.is_gone and event.when else _more_exact(event.when, activity.when),
        place=event.place if isinstance(event.place, Marked) else activity.place or event.place,
        status=event.status if is_ours_off else activity.status or event.status,
        kind=str(activity.form) if is_form else event.kind,
    )


def _more_exact(written: When | None, official: When) -> When | None:
    """The day of the record, unless the file has the same more exactly: its day in that month, its hour with an end."""
    if written is None or written.grain is not Grain.DAY:
        return written if official.grain is Grain.UNKNOWN else official
    is_coarser = official.grain is not Grain.DAY and can_agree((written, official))
    is_same_begin = (written.first, written.from_time) == (official.first, official.from_time)
    has_its_end = is_same_begin and written.to_time and not official.to_time
    return written if official.grain is Grain.UNKNOWN or is_coarser or has_its_end else official
