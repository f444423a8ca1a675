"""`brief timeline`: a time axis of a meeting and the meetings that it prepares, or of the editions of a series."""

from datetime import date

from briefcli.catalog import tr
from briefcli.domain.late import Standing
from briefcli.domain.vocabulary import Status
from briefcli.errors import NothingFound
from briefcli.index.queries import Filter, Index
from briefcli.index.records import DatedItem, ListedMeeting
from briefcli.views.cell import Words
from briefcli.views.dated import date_of, dated_record, each_once, meeting_record, title_of
from briefcli.views.making import view_of, with_remark
from briefcli.views.nearness import called_off, left_until, standing_of
from briefcli.views.next import next_meeting
from briefcli.views.view import Axis, AxisMark, Heading, View


def timeline_view(index: Index, today: date, wanted: Filter) -> View:
    """The time axis of a meeting, of a series, or else of the next meeting. Raises NothingFound if none is ahead."""
    if wanted.series is not None:
        return _of_series(index, today, wanted)
    meeting = index.meeting(wanted.meeting) if wanted.meeting else next_meeting(index, today)
    if meeting is None:
        raise NothingFound(tr("no meeting is ahead"), tr("name one: brief timeline ID"))
    return _of_chain(index, today, meeting)


def _of_series(index: Index, today: date, wanted: Filter) -> View:
    editions = index.meetings(wanted)
    marks = tuple(_mark(each, (), today) for each in index.dated(wanted) if each.source == "meeting")
    records = (meeting_record(each, today) for each in editions)
    data = [{name: each[name] for name in ("id", "title", "when", "timezone", "start", "end")} for each in records]
    return view_of(data, Heading(Words(editions[0].series)), Axis(marks, today))


def _of_chain(index: Index, today: date, first: ListedMeeting) -> View:
    chain = _chain(index, first.id)
    items = each_once(index, [each for id_ in chain for each in index.dated(Filter(meeting=id_))])
    items.sort(key=lambda each: (each.when.sort_key, each.source != "meeting"))
    starts = {each.meeting: each.when.first for each in items if each.source == "meeting"}
    prepared = [chain[each.meeting] if each.source == "meeting" else [] for each in items]
    marks = tuple(
        _mark(each, tuple(filter(None, map(starts.get, ids))), today, whose=each.meeting != first.id)
        for each, ids in zip(items, prepared, strict=True)
    )
    data = [dated_record(each, today) | {"leads_to": ids} for each, ids in zip(items, prepared, strict=True)]
    return view_of(data, Heading(Words(first.title, withheld=first.withheld)), Axis(marks, today))


def _chain(index: Index, id_: str) -> dict[str, list[str]]:
    """What the meeting leads to, and what those meetings lead to, by id; those without an agenda are left out."""
    chain: dict[str, list[str]] = {}
    waiting = [id_]
    while waiting:
        each = waiting.pop(0)
        if each not in chain and (found := index.meeting(each)):
            chain[each] = list(found.leads_to)
            waiting += chain[each]
    return chain


def _mark(item: DatedItem, leads_to: tuple[date, ...], today: date, *, whose: bool = False) -> AxisMark:
    text = title_of(item)
    if item.source == "meeting":
        text = with_remark(text, Words(item.meeting))
    elif whose:
        text = (Words(item.meeting_title), ": ", text)
    if isinstance(counted := date_of(item), Words):  # from something that has no date yet
        text = with_remark(text, counted)
    is_done = standing_of(item, today) is Standing.DONE
    sort = Status.CANCELLED if called_off(item) else "done" if is_done else item.source
    return AxisMark(item.when, text, sort, left_until(item, today).near, leads_to)
