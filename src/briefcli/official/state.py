"""What the official record says now: many files, downloaded on many days, become one state of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec

from briefcli.official.contents import (
    ROWS,
    Activity,
    FileContents,
    HousePaper,
    Kind,
    OfficialFact,
    R,
    Toezegging,
    newest,
    papers_by_name,
)
from briefcli.official.ics import day_in_name

_LAST = "9999"  # later than any moment


class State(msgspec.Struct, frozen=True):
    """The newest row of each activity, paper and commitment; of the calendars of a committee the newest.

    `withdrawn` are the ids of the rows that the House has withdrawn.
    """

    activities: tuple[Activity, ...] = ()
    papers: tuple[HousePaper, ...] = ()
    toezeggingen: tuple[Toezegging, ...] = ()
    withdrawn: frozenset[str] = frozenset()


def state_of(records: Sequence[FileContents]) -> State:
    """The state that the files give together. Rows that the House has withdrawn are left out."""
    withdrawn = _moments(each for record in records for each in record.withdrawn)
    others = [each for each in records if each.kind is not Kind.CALENDAR]

    def live(rows_of: Callable[[FileContents], Iterable[R]]) -> Iterator[R]:
        """Those that the House has not withdrawn since they changed."""
        rows = (row for record in others for row in rows_of(record))
        return (row for row in rows if row.id not in withdrawn or row.changed > withdrawn[row.id])

    numbered = newest(live(lambda each: each.activities)).values()
    known = {(each.day, each.subject.casefold().strip()) for each in numbered}
    papers = papers_by_name(live(lambda each: each.papers)).values()
    bare = [each for record in _newest_calendars(records) for each in record.activities]
    return State(
        activities=(*numbered, *(each for each in bare if (each.day, each.subject.casefold().strip()) not in known)),
        papers=tuple(sorted(dict.fromkeys(papers), key=lambda each: (each.document, each.official))),
        toezeggingen=tuple(newest(live(lambda each: each.toezeggingen)).values()),
        withdrawn=frozenset(withdrawn),
    )


def state_at(moment: str, old: Sequence[FileContents], records: Sequence[FileContents]) -> State:
    """The state at a moment: all that the `old` files say, and the rows of all files that are older than it."""
    return state_of([*old, *(_older_rows(each, moment) for each in records)])


def _older_rows(record: FileContents, moment: str) -> FileContents:
    rows = {name: [each for each in getattr(record, name) if "" < each.changed < moment] for name in ROWS}
    return msgspec.structs.replace(record, **rows)


def _moments(withdrawn: Iterable[OfficialFact]) -> dict[str, str]:
    """When each row was withdrawn last, by its id. Without a moment it counts as the last of all."""
    found: dict[str, str] = {}
    for each in withdrawn:
        if each.id:
            found[each.id] = max(found.get(each.id, ""), each.changed or _LAST)
    return found


def _newest_calendars(records: Sequence[FileContents]) -> Iterable[FileContents]:
    """The newest calendar of each committee: what an older one has besides is gone."""
    calendars = [each for each in records if each.kind is Kind.CALENDAR and each.activities]
    calendars.sort(key=lambda each: (day_in_name(each.path) or date.min, each.path))
    return {each.activities[0].committee.casefold(): each for each in calendars}.values()
