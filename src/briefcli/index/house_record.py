"""The official record in the index: what all its files say together.

Several files may have rows about one thing, older and newer, with more or fewer fields. Whenever a file of the record
changes, the rows of all files are merged, and the index keeps the result.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any

import msgspec

from briefcli.domain.citations.reference import dossier_of
from briefcli.index.records import OfficialThing
from briefcli.official.applied import AppliedRecord
from briefcli.official.contents import (
    Activity,
    F,
    FileContents,
    HousePaper,
    OfficialFact,
    Toezegging,
    is_live,
    newest,
    numbered,
    papers_by_name,
    withdrawals,
)

_LISTED = {Activity: "activities", HousePaper: "papers", Toezegging: "toezeggingen"}  # the field of FileContents


def things_of(files: Sequence[FileContents]) -> Iterator[OfficialThing]:
    """What these files say together, without what the House has withdrawn."""
    withdrawn = withdrawals(each for file in files for each in file.withdrawn)
    for kind, field in _LISTED.items():
        rows = [each for file in files for each in getattr(file, field)]
        live = [each for each in rows if is_live(each, withdrawn)]
        merged = papers_by_name(live) if kind is HousePaper else newest(live)
        for name, each in merged.items():
            if isinstance(name, str) and name:  # an activity of a calendar has neither number nor id
                yield OfficialThing(kind.__name__, name, _within(name, each), msgspec.msgpack.encode(each))
        number = attrgetter("document" if kind is HousePaper else "official")
        # The number of a paper that has another number now is gone too; that of an activity is followed to the new one
        papers = (each for each in merged.values() if isinstance(each, HousePaper))
        anew = {each.id: each.document for each in papers if dossier_of(each.document)}
        gone = {number(each): anew.get(each.id, "") for each in rows if each.id in anew or not is_live(each, withdrawn)}
        there = {"", *map(number, merged.values() if kind is HousePaper else live)}
        yield from (OfficialThing("withdrawn", name, now) for name, now in gone.items() if name not in there)
    activities = [each for file in files for each in file.activities if each.key in (each.official, each.id)]
    if days := sorted(str(each.day) for each in activities if each.day):
        yield OfficialThing("days", days[0], days[-1])
    numbers = {each.id: each.official for each in activities if each.official}
    for each, corrected in zip(activities, numbered(activities, activities), strict=True):
        if each.official and each.official != corrected.official:
            yield OfficialThing("successor", each.official, corrected.official)
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

    def withdrawn(self, names: Iterable[str]) -> dict[str, str]:
        """Those of these numbers and identifiers that the House has withdrawn, each with what a paper is called now."""
        statement = f"SELECT name, within FROM official WHERE kind = 'withdrawn' AND {_NAMED}"  # noqa: S608
        return dict(self._ask(statement, lambda row: (row[0], row[1]), names=_json(names)))

    def activities(self, numbers: Iterable[str]) -> dict[str, Activity]:
        """The activities with these numbers, by number."""
        return self._things(Activity, _NAMED, names=_json(numbers))

    def activities_between(self, first: date, last: date) -> dict[str, Activity]:
        """Each activity on these days, by its number, in order of number."""
        found = self._things(Activity, "within BETWEEN :first AND :last", first=str(first), last=str(last))
        return {name: each for name, each in sorted(found.items()) if each.official}

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the activities in the record. None if no activity has a day."""
        days = self._ask(
            "SELECT name, within FROM official WHERE kind = 'days'",
            lambda row: (date.fromisoformat(row[0]), date.fromisoformat(row[1])),
        )
        return days[0] if days else None

    def successors(self, number: str) -> list[Activity]:
        """The activities that replaced one, or that have its corrected number, except those gone, in order of date."""
        found = self._things(Activity, _CAME, number=number).values()
        return sorted((each for each in found if not each.is_gone), key=lambda each: each.when.sort_key)

    def applied(self, numbers: Container[str] = ()) -> AppliedRecord:
        """What agendas take from the record; of its commitments only those with these numbers."""
        activities = self._things(Activity, "name IN (SELECT official FROM official_link)")
        found = {number: self.successors(number) for number, each in activities.items() if each.is_gone}
        # An activity that is gone has a replacement only if there is exactly one, with a date
        came = {number: each[0] for number, each in found.items() if len(each) == 1 and each[0].when.first}
        promises = {number: each for number, each in self.promises.items() if number in numbers}
        return AppliedRecord(activities, promises, came)

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
    return msgspec.json.encode(list(names)).decode()
