"""The official record in the index: its tables and queries, and what it changes in the events of an agenda."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from briefcli.domain.agenda import Agenda, Event
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import DEBATE, WITH_THE_HOUSE, Status
from briefcli.domain.when import Grain, When, can_agree
from briefcli.index.records import PROBLEMS, StoredBody
from briefcli.index.tables import Audience, Records, RecordTable
from briefcli.official.contents import (
    Activity,
    F,
    FileContents,
    HousePaper,
    OfficialFact,
    Replacement,
    Toezegging,
    is_live,
    newest,
    papers_by_name,
    withdrawals,
)


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


EMPTY_RECORD = Named()  # of an agenda that names nothing, or without a record

ACTIVITY = RecordTable("official_activity", Activity, "(official)", "(id)", "([when])")
PAPER = RecordTable("official_paper", HousePaper, "(document)", "(official)", "(dossier)", "(id)")
PROMISE = RecordTable("official_promise", Toezegging, "(activity)", "(official)")
WITHDRAWN = RecordTable("official_withdrawn", OfficialFact, "(id)")
REPLACED = RecordTable("official_replaced", Replacement, "(old)")
CONTENTS = RecordTable("official_contents", StoredBody)
# The tables in which a file of the record has rows
OF_RECORD = (ACTIVITY, PAPER, PROMISE, WITHDRAWN, REPLACED, CONTENTS, PROBLEMS)


def _rows(table: RecordTable[Any], condition: str = "true") -> str:
    """A query for the rows of a table (as `t`), in order of their last change."""
    return (
        f"SELECT {table.select('t')} FROM {table.name} t WHERE {condition} "  # noqa: S608
        "ORDER BY t.changed, (SELECT path FROM file f WHERE f.number = t.file), t.number"
    )


def _with_same_ids(table: RecordTable[Any], condition: str) -> str:
    """Like `_rows`, with every row that has the id of one that fits: it may say more, or have no number or another."""
    same_id = f"t.id IN (SELECT t.id FROM {table.name} t WHERE t.id <> '' AND {condition})"  # noqa: S608
    return _rows(table, f"({condition} OR {same_id})")


_ON_DAYS = "[when] BETWEEN :first AND :last || '~'"  # ~ comes after the signs that can follow a day
# All rows of the numbers that are on these days, as the newest may give another day. A row without a number counts for
# that of another row with its id
_BETWEEN = _with_same_ids(
    ACTIVITY,
    "t.official IN (SELECT official FROM official_activity WHERE official <> '' AND "  # noqa: S608  # our own names
    f"({_ON_DAYS} OR id IN (SELECT id FROM official_activity WHERE id <> '' AND {_ON_DAYS})))",
)
_LINKED = _with_same_ids(ACTIVITY, "t.official IN (SELECT official FROM official_link)")
# The activities that replaced an activity, directly or through others
_SUCCESSORS = (  # noqa: S608  # our own names
    "WITH RECURSIVE came(number) AS (SELECT new FROM official_replaced WHERE old IN (:number, :id) UNION "
    "SELECT r.new FROM came JOIN official_activity o ON o.official = came.number "
    "JOIN official_replaced r ON r.old IN (o.official, o.id)) "
) + _with_same_ids(ACTIVITY, "t.official IN (SELECT number FROM came)")
_IDENTIFIED = ((ACTIVITY, "official"), (PAPER, "document"), (PROMISE, "official"))
_NAMED = "t.{} IN (SELECT value FROM json_each(:names))"


class HouseRecord:
    """The official record in an index, without what the House has withdrawn. `ask` returns the rows of a statement."""

    def __init__(self, ask: Callable[..., list[Any]]) -> None:
        self._ask = ask

    def files(self) -> list[FileContents]:
        """The contents of each file, sorted by path."""
        decode = msgspec.msgpack.Decoder(FileContents).decode
        found = self._ask("SELECT body FROM official_contents", lambda row: decode(row[0]))
        return sorted(found, key=lambda each: each.path)

    @cached_property
    def _withdrawals(self) -> dict[str, str]:
        return withdrawals(self._ask(_rows(WITHDRAWN), WITHDRAWN.read))

    def _live(self, table: RecordTable[F], statement: str, **values: str) -> list[F]:
        return [each for each in self._ask(statement, table.read, **values) if is_live(each, self._withdrawals)]

    def withdrawn(self, names: Iterable[str]) -> frozenset[str]:
        """Which of these activities, papers and commitments, by number or identifier, the House has withdrawn."""
        found, wanted = set[str](), _json(names)
        for table, field in _IDENTIFIED if self._withdrawals else ():
            told = self._ask(_rows(table, _NAMED.format(field)), table.read, names=wanted)
            rows = [(getattr(each, field), each) for each in told]
            live = {name for name, each in rows if is_live(each, self._withdrawals)}
            found.update(name for name, _ in rows if name not in live)
        return frozenset(found)

    def activities(self) -> dict[str, Activity]:
        """The newest row of each activity that an event names, by its number."""
        return {each.official: each for each in newest(self._live(ACTIVITY, _LINKED)).values()}

    def activities_between(self, first: date, last: date) -> dict[str, Activity]:
        """The newest row of each activity on these days, by its number, in order of number."""
        rows = newest(self._live(ACTIVITY, _BETWEEN, first=str(first), last=str(last))).values()
        found = {each.official: each for each in rows if each.official and each.day and first <= each.day <= last}
        return dict(sorted(found.items()))

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the activities in the record. None if no activity has a day."""
        day = "substr([when], 1, 10)"
        [days] = self._ask(f"SELECT min({day}), max({day}) FROM official_activity WHERE [when] GLOB '????-??-??*'")  # noqa: S608
        return (date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days[0] else None

    def successors(self, activity: Activity) -> list[Activity]:
        """The activities that replaced one that was moved or split, except those also gone, in order of date."""
        found = newest(self._live(ACTIVITY, _SUCCESSORS, number=activity.official, id=activity.id)).values()
        return sorted((each for each in found if not each.is_gone), key=lambda each: each.when.sort_key)

    def came(self, activities: Mapping[str, Activity]) -> dict[str, Activity]:
        """The replacement of each activity that was moved away or cancelled, if there is exactly one, with a date."""
        found = {number: self.successors(each) for number, each in activities.items() if each.is_gone}
        return {number: each[0] for number, each in found.items() if len(each) == 1 and each[0].when.first}

    def papers(self, names: Iterable[str]) -> dict[str, HousePaper]:
        """What the record says of these papers, by their identifiers or numbers."""
        return self._papers(f"({_NAMED.format('document')} OR {_NAMED.format('official')})", names=_json(names))

    def dossier(self, dossier: str) -> dict[str, HousePaper]:
        """Every paper of a dossier that the record has, by its identifier."""
        papers = self._papers("t.dossier = :dossier", dossier=dossier).items()
        return {name: each for name, each in papers if name == each.document}

    def _papers(self, condition: str, **values: str) -> dict[str, HousePaper]:
        return papers_by_name(self._live(PAPER, _with_same_ids(PAPER, condition), **values))

    @cached_property
    def promises(self) -> dict[str, Toezegging]:
        """The newest row of each commitment of the record, by its number (else its id, else its text)."""
        return {str(key): each for key, each in newest(self._live(PROMISE, _rows(PROMISE))).items() if key}


def _json(names: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(set(names))).decode()


def official_records(record: FileContents) -> Records:
    """All records of one file of the House."""
    made: dict[RecordTable[Any], list[Any]] = {
        ACTIVITY: [each for each in record.activities if each.official or each.id],  # not those of a calendar
        PAPER: record.papers,
        PROMISE: record.toezeggingen,
        WITHDRAWN: record.withdrawn,
        REPLACED: record.replacements,
        CONTENTS: [StoredBody(msgspec.msgpack.encode(record))],
    }
    return {table: [(Audience.BOTH, each) for each in found] for table, found in made.items()}


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

    A day is more exact than its month, an hour than its day, and a start with an end time than the start alone.
    """
    if written is None or written.grain is not Grain.DAY:
        return written if official.grain is Grain.UNKNOWN else official
    is_coarser = official.grain is not Grain.DAY and can_agree((written, official))
    is_same_day = (written.first, written.last, official.to_time) == (official.first, official.last, None)
    has_its_hour = is_same_day and written.from_time and official.from_time in {None, written.from_time}
    return written if official.grain is Grain.UNKNOWN or is_coarser or has_its_hour else official
