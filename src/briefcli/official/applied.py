"""What the official record changes in an agenda: the events that name an activity follow it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from briefcli.domain.agenda import Agenda, Event
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import DEBATE, WITH_THE_HOUSE, Status
from briefcli.domain.when import Grain, When, can_agree, provisional

if TYPE_CHECKING:  # without a record none of it is needed
    from briefcli.official.contents import Activity, Toezegging


class AppliedRecord(msgspec.Struct, frozen=True):
    """The activities and commitments of the record that agendas name, by number."""

    activities: "Mapping[str, Activity]" = {}
    promises: "Mapping[str, Toezegging]" = {}
    came: "Mapping[str, Activity]" = {}  # the activity that replaced one, by the number of the old one

    def signature(self, number: str) -> str:
        """All that an agenda takes from the record for this number, as text. Empty if the record does not have it."""
        found = (self.activities.get(number), self.promises.get(number), self.came.get(number))
        return "\n".join(each.signature for each in found if each)


EMPTY_RECORD = AppliedRecord()  # of an agenda that names nothing, or without a record


def with_record(agenda: Agenda, record: AppliedRecord) -> Agenda:
    """A copy of the agenda in which the events that name an activity have its day, place, status and kind.

    If the activity was moved away or cancelled, another day in the agenda stays: it may be the new one. If the agenda
    still has the old day or none, its replacement counts, if there is one. A place with a mark of its own
    stays, because the mark says whether the place is public. An event that the agenda cancels and the record moves away
    stays cancelled, unless it has a replacement.
    """
    if not any(event.activity in record.activities for event in agenda.events):
        return agenda
    return msgspec.structs.replace(agenda, events=[_event(each, record) for each in agenda.events])


def _event(event: Event, record: AppliedRecord) -> Event:
    activity, later = record.activities.get(event.activity), record.came.get(event.activity)
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
    """The date of the record. The file's date counts if it agrees and is more exact, or uncertain if it stands alone.

    A day is more exact than its month, an hour than its day, and a start with an end time than the start alone.
    """
    if official.grain is Grain.UNKNOWN:
        return provisional(written) if written else None
    if written is None or written.grain is not Grain.DAY:
        return official
    is_coarser = official.grain is not Grain.DAY and can_agree((written, official))
    is_same_day = (written.first, written.last, official.to_time) == (official.first, official.last, None)
    has_its_hour = is_same_day and written.from_time and official.from_time in {None, written.from_time}
    found = written if is_coarser or has_its_hour else official
    return found if official.confirmed else provisional(found)
