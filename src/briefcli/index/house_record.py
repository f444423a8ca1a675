"""The official record in the index: what its files say together, and what it changes in the events of an agenda.

Several files may have rows about one thing, older and newer, with more or fewer fields. Whenever a file of the record
changes, the rows of all files are merged, and the index keeps the result.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any

import msgspec

from briefcli.domain.agenda import Agenda, Event
from briefcli.domain.item import Marked
from briefcli.domain.vocabulary import DEBATE, WITH_THE_HOUSE, Status
from briefcli.domain.when import Grain, When, can_agree
from briefcli.index.records import PROBLEMS, StoredBody
from briefcli.index.tables import Audience, Record, Records, RecordTable
from briefcli.official.contents import (
    Activity,
    F,
    FileContents,
    HousePaper,
    OfficialFact,
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


class OfficialThing(Record, frozen=True):
    """What the record says of one thing, under one of its names: a number, an identifier, or else its id or its text.

    `kind` is the name of its class. `within` is the day of an activity, or the dossier of a paper under its identifier.
    Three kinds have no body: "withdrawn" for a name that the House withdrew; "successor" for an activity that was
    replaced, with the number of the new one in `within`; and "days" for the first and the last day of any activity.
    """

    kind: str
    name: str
    within: str = ""
    body: bytes = b""  # as MessagePack


THING = RecordTable("official", OfficialThing, "(kind, name)", "(kind, within)")
CONTENTS = RecordTable("official_contents", StoredBody)
# The tables in which a file of the record has rows
OF_RECORD = (CONTENTS, PROBLEMS)
_LISTED = {Activity: "activities", HousePaper: "papers", Toezegging: "toezeggingen"}  # the field of FileContents


def things_of(files: Sequence[FileContents]) -> Iterator[OfficialThing]:
    """What these files say together, without what the House has withdrawn."""
    withdrawn = withdrawals(each for file in files for each in file.withdrawn)
    for kind, field in _LISTED.items():
        rows = sorted((each for file in files for each in getattr(file, field)), key=attrgetter("changed"))
        live = [each for each in rows if is_live(each, withdrawn)]
        merged = papers_by_name(live) if kind is HousePaper else newest(live)
        for name, each in merged.items():
            if isinstance(name, str) and name:  # an activity of a calendar has neither number nor id
                yield OfficialThing(kind.__name__, name, _within(name, each), msgspec.msgpack.encode(each))
        number = attrgetter("document" if kind is HousePaper else "official")
        gone = {*map(number, rows)} - {*map(number, live)}
        yield from (OfficialThing("withdrawn", name) for name in gone if name)
    activities = [each for file in files for each in file.activities if each.key in (each.official, each.id)]
    if days := sorted(str(each.day) for each in activities if each.day):
        yield OfficialThing("days", days[0], days[-1])
    numbers = {each.id: each.official for each in activities if each.official}
    for each in (one for file in files for one in file.replacements):
        yield OfficialThing("successor", numbers.get(each.old, each.old), each.new)


def _within(name: str, each: OfficialFact) -> str:
    if isinstance(each, HousePaper):
        return each.dossier if name == each.document else ""
    return str(each.day or "") if isinstance(each, Activity) else ""


_NAMED = "name IN (SELECT value FROM json_each(:names))"
# An activity, and those that replaced it, directly or through others
_CAME = (
    "name IN (WITH RECURSIVE came(number) AS (SELECT :number UNION SELECT o.within FROM came "
    "JOIN official o ON o.kind = 'successor' AND o.name = came.number) SELECT number FROM came)"
)


class HouseRecord:
    """The official record in an index, without what the House has withdrawn. `ask` returns the rows of a statement."""

    def __init__(self, ask: Callable[..., list[Any]]) -> None:
        self._ask = ask

    def files(self) -> list[FileContents]:
        """The contents of each file, sorted by path."""
        decode = msgspec.msgpack.Decoder(FileContents).decode
        found = self._ask("SELECT body FROM official_contents", lambda row: decode(row[0]))
        return sorted(found, key=lambda each: each.path)

    def _things(self, kind: type[F], condition: str = "true", **values: str) -> dict[str, F]:
        """The things of this kind that fit the condition, by name."""
        decode = msgspec.msgpack.Decoder(kind).decode
        statement = f"SELECT name, body FROM official WHERE kind = :kind AND {condition} ORDER BY number"  # noqa: S608
        return dict(self._ask(statement, lambda row: (row[0], decode(row[1])), kind=kind.__name__, **values))

    def withdrawn(self, names: Iterable[str]) -> frozenset[str]:
        """Which of these activities, papers and commitments, by number or identifier, the House has withdrawn."""
        statement = f"SELECT name FROM official WHERE kind = 'withdrawn' AND {_NAMED}"  # noqa: S608
        return frozenset(self._ask(statement, lambda row: row[0], names=_json(names)))

    def activities(self) -> dict[str, Activity]:
        """Each activity that an event names, by its number."""
        return self._things(Activity, "name IN (SELECT official FROM official_link)")

    def activities_between(self, first: date, last: date) -> dict[str, Activity]:
        """Each activity on these days, by its number, in order of number."""
        found = self._things(Activity, "within BETWEEN :first AND :last", first=str(first), last=str(last))
        return {name: each for name, each in sorted(found.items()) if each.official}

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the activities in the record. None if no activity has a day."""
        days = self._ask("SELECT name, within FROM official WHERE kind = 'days'")
        return (date.fromisoformat(days[0][0]), date.fromisoformat(days[0][1])) if days else None

    def successors(self, activity: Activity) -> list[Activity]:
        """The activities that replaced one that was moved or split, except those also gone, in order of date."""
        found = self._things(Activity, _CAME, number=activity.official).values()
        return sorted((each for each in found if not each.is_gone), key=lambda each: each.when.sort_key)

    def came(self, activities: Mapping[str, Activity]) -> dict[str, Activity]:
        """The replacement of each activity that was moved away or cancelled, if there is exactly one, with a date."""
        found = {number: self.successors(each) for number, each in activities.items() if each.is_gone}
        return {number: each[0] for number, each in found.items() if len(each) == 1 and each[0].when.first}

    def papers(self, names: Iterable[str]) -> dict[str, HousePaper]:
        """What the record says of these papers, by their identifiers or numbers."""
        return self._things(HousePaper, _NAMED, names=_json(names))

    def dossier(self, dossier: str) -> dict[str, HousePaper]:
        """Every paper of a dossier that the record has, by its identifier."""
        return self._things(HousePaper, "within = :dossier", dossier=dossier)

    @cached_property
    def promises(self) -> dict[str, Toezegging]:
        """Each commitment of the record, by its number (else its id, else its text)."""
        return self._things(Toezegging)


def _json(names: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(set(names))).decode()


def official_records(record: FileContents) -> Records:
    """All records of one file of the House."""
    return {CONTENTS: [(Audience.BOTH, StoredBody(msgspec.msgpack.encode(record)))]}


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
