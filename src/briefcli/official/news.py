"""What changed in the official record: between two states of it, and since a day; `agenda_news` has our agendas.

An activity with a number is followed by it. Calendars have none, and their ids change every day: there a subject and
a day are the same activity, and the same subject on another day has moved, which is a guess.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from briefcli.domain.vocabulary import Promise, Status
from briefcli.official.contents import Activity, ActivityForm, HousePaper, Toezegging
from briefcli.official.state import State
from briefcli.official.subjects import significant, without_remarks


class What(StrEnum):
    """What happened to something."""

    NEW = "new"
    MOVED = "moved"
    CONVERTED = "converted"  # a debate became a written consultation, or the other way round
    RENAMED = "renamed"
    CANCELLED = "cancelled"
    VANISHED = "vanished"


class ActivityChange(msgspec.Struct, frozen=True, kw_only=True):
    """One change; `old` is None of what is new, `new` of what is gone."""

    what: What
    old: Activity | None = None
    new: Activity | None = None


def activity_changes(before: Iterable[Activity], after: Iterable[Activity]) -> list[ActivityChange]:
    """What became of the activities of one state in the next. Both must cover the same committees and days."""
    olds, news = _by_number(before), _by_number(after)
    numbered = (
        ActivityChange(what=what, old=olds.get(number), new=news.get(number))
        for number in sorted(olds.keys() | news.keys())
        if (what := _what(olds.get(number), news.get(number)))
    )
    bare = ([each for each in state if not each.official] for state in (before, after))
    return [*numbered, *_bare(*bare)]


def _by_number(activities: Iterable[Activity]) -> dict[str, Activity]:
    return {each.official: each for each in sorted(activities, key=lambda each: each.changed) if each.official}


def _bare(before: list[Activity], after: list[Activity]) -> Iterator[ActivityChange]:
    """Pairs what has the same subject and day, then what begins at the same moment, then the same subject."""
    for one, other in _paired(before, after, lambda each: (key_of(each), each.day)):
        if what := _what(one, other):
            yield ActivityChange(what=what, old=one, new=other)
    for one, other in _paired(before, after, lambda each: (each.committee, each.day, each.start)):
        yield ActivityChange(what=What.RENAMED, old=one, new=other)
    for one, other in _paired(before, after, key_of):
        yield ActivityChange(what=What.MOVED, old=one, new=other)
    yield from (ActivityChange(what=What.VANISHED, old=each) for each in before)
    yield from (ActivityChange(what=What.NEW, new=each) for each in after)


def _paired(
    before: list[Activity], after: list[Activity], key: Callable[[Activity], Hashable]
) -> list[tuple[Activity, Activity]]:
    """Takes out of both lists the pairs with the same key and a word in common, those nearest in time first."""
    by_key: dict[Hashable, list[Activity]] = defaultdict(list)
    for each in after:
        by_key[key(each)].append(each)
    near = [(one, other) for one in before for other in by_key[key(one)] if key_of(one)[1] & key_of(other)[1]]
    pairs: list[tuple[Activity, Activity]] = []
    taken: set[int] = set()
    for one, other in sorted(near, key=lambda pair: abs(_ordinal(pair[0]) - _ordinal(pair[1]))):
        if not {id(one), id(other)} & taken:
            taken |= {id(one), id(other)}
            pairs.append((one, other))
    before[:] = [each for each in before if id(each) not in taken]
    after[:] = [each for each in after if id(each) not in taken]
    return pairs


def key_of(activity: Activity) -> tuple[str, frozenset[str]]:
    """The same for the same subject of the same committee, however it is written."""
    return activity.committee.casefold(), significant(without_remarks(activity.subject))


def _ordinal(activity: Activity) -> int:
    return activity.day.toordinal() if activity.day else 0


def _what(old: Activity | None, new: Activity | None) -> What | None:
    if new is None:
        return What.VANISHED
    if new.is_gone and (old is None or new.status is not old.status):
        return What.MOVED if new.status is Status.MOVED else What.CANCELLED
    if old is None:
        return What.NEW
    if {old.form, new.form} == {ActivityForm.DEBATE, ActivityForm.CONSULTATION}:
        return What.CONVERTED
    return What.MOVED if old.when != new.when else None


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One change. `what` is new, moved, converted, changed, cancelled, vanished, met or published; `kind` says of what.

    The title of a changed section of an agenda is the name of its field.
    """

    what: str
    kind: str
    title: str
    meeting: str = ""
    official: str = ""
    document: str = ""
    before: str = ""
    after: str = ""
    day: date | None = None


def news_of_record(before: State, after: State, since: date, meetings: Mapping[str, str]) -> list[News]:
    """What the record says that it did not say on that day; `meetings` are our ids by the numbers that they name."""
    return [
        *_activities(before.activities, after.activities, since, meetings),
        *_papers(before.papers, after.papers, since),
        *_toezeggingen(before.toezeggingen, after.toezeggingen, meetings),
    ]


def in_order(found: Sequence[News]) -> list[News]:
    """What touches our meetings first, then by day; what has no day last."""
    return sorted(found, key=lambda each: (not each.meeting, each.day or date.max, each.meeting, each.title))


def _activities(
    before: Iterable[Activity], after: Iterable[Activity], since: date, meetings: Mapping[str, str]
) -> Iterator[News]:
    for change in activity_changes(before, after):
        one = change.new or change.old
        # A calendar forgets what is past: only what lay ahead on that day counts as gone or new
        is_ahead = any(each.day is None or each.day >= since for each in (change.new, change.old) if each)
        if one is not None and is_ahead and change.what is not What.RENAMED:
            yield News(
                what=str(change.what),
                kind=str(one.form),
                title=one.subject,
                meeting=meetings.get(one.official, ""),
                official=one.official,
                before=change.old.when.text if change.old else "",
                after=change.new.when.text if change.new else "",
                day=one.day,
            )


def _papers(before: Iterable[HousePaper], after: Iterable[HousePaper], since: date) -> Iterator[News]:
    known = {name for each in before for name in (each.official, each.document) if name}
    for paper in after:
        day = paper.published or paper.received or paper.dated
        if day and day >= since and not {paper.official, paper.document} & known:
            yield News(
                what="published",
                kind=paper.kind,
                title=paper.title,
                official=paper.official,
                document=paper.document or paper.official,
                after=day.isoformat(),
                day=day,
            )


HAPPENED = {Promise.DONE: "met", Promise.DROPPED: "cancelled"}


def _toezeggingen(
    before: Iterable[Toezegging], after: Iterable[Toezegging], meetings: Mapping[str, str]
) -> Iterator[News]:
    known = {each.official: each for each in before}
    for promise in after:
        old = known.get(promise.official)
        if old is None or old.status is not promise.status:
            yield News(
                what=HAPPENED.get(promise.status or Promise.OPEN, "new"),
                kind="commitment",
                title=promise.text,
                meeting=meetings.get(promise.activity, ""),
                official=promise.official,
                document=", ".join(promise.met_by),
                before=old.status or "" if old else "",
                after=promise.status or "",
                day=promise.met or promise.made,
            )
