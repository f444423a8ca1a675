"""The official record in the index: its tables and queries, and what it changes in the events of an agenda."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.domain.agenda import Agenda, Event
from briefcli.domain.citations.reference import dossier_of
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import DEBATE, WITH_THE_HOUSE, Status
from briefcli.domain.when import Grain, When, can_agree
from briefcli.index.records import PROBLEMS
from briefcli.index.tables import Audience, Records, Table
from briefcli.official.contents import Activity, HousePaper, OfficialFact, Replacement, Toezegging

if TYPE_CHECKING:
    from briefcli.domain.diagnostic import Diagnostic


class Named(msgspec.Struct, frozen=True):
    """The activities and commitments of the record that agendas name, by number.

    `came` has the replacement of an activity, by the number of the old one.
    """

    activities: Mapping[str, Activity] = {}
    promises: Mapping[str, Toezegging] = {}
    came: Mapping[str, Activity] = {}

    def signature(self, number: str) -> str:
        """All that an agenda takes from the record for this number, as text. Empty if the record does not have it."""
        found = (self.activities.get(number), self.promises.get(number), self.came.get(number))
        return "\n".join(each.signature for each in found if each)


ACTIVITY = Table("official_activity", Activity, "(official)")
PAPER = Table("official_paper", HousePaper, "(document)", "(official)", "(dossier)", "(id)")
PROMISE = Table("official_promise", Toezegging, "(activity)", "(official)")
WITHDRAWN = Table("official_withdrawn", OfficialFact, "(id)")
REPLACED = Table("official_replaced", Replacement, "(old)")
TABLES = (ACTIVITY, PAPER, PROMISE, WITHDRAWN, REPLACED, PROBLEMS)  # in which a file of the record has rows

# Whether a row `t` is not withdrawn: it may have been changed again after its withdrawal
_IS_LIVE = (
    "NOT EXISTS (SELECT 1 FROM official_withdrawn w WHERE w.id = t.id AND (w.changed = '' OR w.changed >= t.changed))"
)


def _live(table: Table[Any], condition: str = "true", among: str = "") -> str:
    """A query for the rows of a table (as `t`) that are not withdrawn, in order of their last change."""
    return (
        f"SELECT {table.select('t')} FROM {among or f'{table.name} t'} WHERE {condition} AND {_IS_LIVE} "  # noqa: S608
        "ORDER BY t.changed, (SELECT path FROM file f WHERE f.number = t.file), t.number"
    )


# CROSS makes SQLite join in this order
_NAMED = "official_link l CROSS JOIN official_activity t ON t.official = l.official"
LINKED = _live(ACTIVITY, among=_NAMED)
WITHDRAWN_NAMES = (
    f"SELECT t.official FROM {_NAMED} WHERE l.audience & :audience GROUP BY t.official HAVING NOT max({_IS_LIVE}) "  # noqa: S608
    "UNION SELECT c.document FROM official_withdrawn g JOIN official_paper o ON o.id = g.id "
    "JOIN citation c ON c.document = o.document AND c.audience & :audience "
    f"WHERE NOT EXISTS (SELECT 1 FROM official_paper t WHERE t.document = o.document AND {_IS_LIVE})"
)
# The activities that replaced an activity, directly or through others
SUCCESSORS = (  # noqa: S608  # our own names
    "WITH RECURSIVE came(number) AS (SELECT new FROM official_replaced WHERE old IN (:number, :id) UNION "
    "SELECT r.new FROM came JOIN official_activity o ON o.official = came.number "
    "JOIN official_replaced r ON r.old IN (o.official, o.id)) "
) + _live(ACTIVITY, among="came JOIN official_activity t ON t.official = came.number")
# Also every other row with the same ids: an older row may say more, a newer one may have another number
PAPERS = _live(PAPER, "({condition} OR t.id IN (SELECT t.id FROM official_paper t WHERE t.id <> '' AND {condition}))")
PROMISES = _live(PROMISE)


def official_records(path: str, data: bytes) -> "tuple[Records, list[Diagnostic]]":
    """All records of one file of the House, and its problems."""
    from briefcli.official.reader import read_official

    record = read_official(path, data)
    # The dossier in its number counts, else the first dossier in which the House files it
    papers = [
        msgspec.structs.replace(each, dossier=dossier_of(each.document) or each.dossier) for each in record.papers
    ]
    made: dict[Table[Any], list[Any]] = {
        ACTIVITY: [each for each in record.activities if each.official],
        PAPER: papers,
        PROMISE: record.toezeggingen,
        WITHDRAWN: [each for each in record.withdrawn if each.id],
        REPLACED: record.replacements,
    }
    return {table: [(Audience.BOTH, each) for each in found] for table, found in made.items()}, record.diagnostics


def with_record(agenda: Agenda, activities: Mapping[str, Activity], came: Mapping[str, Activity] = {}) -> Agenda:
    """A copy of the agenda in which the events that name an activity have its day, place, status and kind.

    If the activity was moved away or cancelled, another day in the agenda stays: it may be the new one. If the agenda
    still has the old day or none, the replacement in `came` counts, if there is one. A place with a mark of its own
    stays, because the mark says whether the place is public. An event that the agenda cancels and the record moves away
    stays cancelled, unless it has a replacement.
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
    """The date of the record. The file's date counts if the record has none, or if it agrees and is more exact.

    A day is more exact than its month, and a start with an end time is more exact than the same start without one.
    """
    if written is None or written.grain is not Grain.DAY:
        return written if official.grain is Grain.UNKNOWN else official
    is_coarser = official.grain is not Grain.DAY and can_agree((written, official))
    is_same_begin = (written.first, written.from_time) == (official.first, official.from_time)
    has_its_end = is_same_begin and written.to_time and not official.to_time
    return written if official.grain is Grain.UNKNOWN or is_coarser or has_its_end else official
