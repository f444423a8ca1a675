"""What is new in the record since a day; `agenda_news` has what is new in our agendas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from briefcli.domain.vocabulary import Promise
from briefcli.official.contents import Activity, HousePaper, Toezegging
from briefcli.official.history import What, activity_changes
from briefcli.official.state import State


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
                meeting=meetings.get(one.number, ""),
                official=one.number,
                before=change.old.when.text if change.old else "",
                after=change.new.when.text if change.new else "",
                day=one.day,
            )


def _papers(before: Iterable[HousePaper], after: Iterable[HousePaper], since: date) -> Iterator[News]:
    known = {name for each in before for name in (each.number, each.identifier) if name}
    for paper in after:
        day = paper.published or paper.received or paper.dated
        if day and day >= since and not {paper.number, paper.identifier} & known:
            yield News(
                what="published",
                kind=paper.kind,
                title=paper.title,
                official=paper.number,
                document=paper.identifier or paper.number,
                after=day.isoformat(),
                day=day,
            )


HAPPENED = {Promise.DONE: "met", Promise.DROPPED: "cancelled"}


def _toezeggingen(
    before: Iterable[Toezegging], after: Iterable[Toezegging], meetings: Mapping[str, str]
) -> Iterator[News]:
    known = {each.number: each for each in before}
    for promise in after:
        old = known.get(promise.number)
        if old is None or old.status is not promise.status:
            yield News(
                what=HAPPENED.get(promise.status or Promise.OPEN, "new"),
                kind="commitment",
                title=promise.text,
                meeting=meetings.get(promise.activity, ""),
                official=promise.number,
                document=", ".join(promise.met_by),
                before=old.status or "" if old else "",
                after=promise.status or "",
                day=promise.met or promise.made,
            )
