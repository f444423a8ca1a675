"""Finds the meeting that a user means: by its id, by a unique part of its id, or as the next or last of a series."""

from collections.abc import Iterable, Sequence
from datetime import date

from briefcli.catalog import tr
from briefcli.domain.composed import composed, dutch_order, folded
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain
from briefcli.errors import NothingFound
from briefcli.index.queries import Filter, Index
from briefcli.index.records import ListedMeeting

_MOST = 8  # ids that a message lists


def fitting(ids: Sequence[str], typed: str) -> list[str]:
    """The ids that equal what was typed. If there are none, those that start with it, else those that contain it."""
    wanted, names = folded(typed), [(folded(each), each) for each in ids]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        if found := [id_ for name, id_ in names if wanted and fits(name, wanted)]:
            return found
    return []


def choose(ids: Sequence[str], typed: str) -> str:
    """The one id that fits what was typed. Raises NothingFound if none or several fit, with ids to choose from."""
    typed = composed(typed)
    found = [typed] if typed in ids else fitting(ids, typed)
    if len(found) == 1:
        return found[0]
    if found:
        message = tr("“{typed}” fits {count} meetings", typed=typed, count=len(found))
        raise NothingFound(message, tr("choose one of: {ids}", ids=some(found)))
    hint = _near(typed, ids) or (tr("brief list shows them all") if ids else None)
    raise NothingFound(tr("there is no meeting “{typed}”", typed=typed), hint)


def _near(typed: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    typed = typed.casefold()
    near = get_close_matches(typed, known, n=3, cutoff=0.5)
    if typed and not near:  # `jzb` means one of jbz-2024-03 and jbz-2024-06
        starts = {each: each.casefold()[: len(typed)] for each in known}
        best = get_close_matches(typed, dict.fromkeys(starts.values()), n=3, cutoff=0.6)
        near = [each for each, start in starts.items() if start in best]
    return tr("did you mean {ids}?", ids=some(near)) if near else ""


def editions(index: Index, series: str) -> list[ListedMeeting]:
    """The editions of a series in order of date, without cancelled ones."""
    return [each for each in index.meetings(Filter(series=series)) if each.status != Status.CANCELLED]


def of_series(index: Index, series: str, today: date, *, last: bool) -> str:
    """The id of the next meeting of a series, or of the last one held. Raises NothingFound if there is none."""
    meetings = editions(index, series)
    if not meetings:
        known = sorted({each.series for each in index.meetings() if each.series}, key=dutch_order)
        hint = _near(series, known) or (tr("the series are: {names}", names=some(known)) if known else None)
        raise NothingFound(tr("there is no series “{typed}”", typed=series), hint)
    if last:
        held = (each for each in meetings if each.when.is_past(today))
        chosen = max(held, key=lambda each: each.when.last or date.min, default=None)
        message = tr("no meeting of {series} has been held", series=series)
        hint = tr("brief show {series} --next shows the next", series=series)
    else:
        chosen = next_of(each for each in meetings if not each.when.is_past(today))
        message = tr("no meeting of {series} is ahead", series=series)
        hint = tr("brief show {series} --last shows the last", series=series)
    if chosen is None:
        raise NothingFound(message, hint)
    return chosen.id


def next_of(meetings: Iterable[ListedMeeting]) -> ListedMeeting | None:
    """The next of these meetings, which must be in order of date and not over. None if there are none.

    A meeting of which only the month or year is known counts on the last day of it, so that one with a known day goes
    first. Then come meetings "after some day", and last those without a date.
    """

    def place(each: ListedMeeting) -> tuple[bool, date, bool]:
        when = each.when
        is_on_day = when.grain is Grain.DAY
        day = when.first if is_on_day else when.last
        return day is None and when.first is None, day or date.max, not is_on_day

    return min(meetings, key=place, default=None)


def some(ids: Sequence[str]) -> str:
    """A text that lists the first of these names, and the number of the others."""
    listed = ", ".join(ids[:_MOST])
    return tr("{ids} … ({n} more)", ids=listed, n=len(ids) - _MOST) if len(ids) > _MOST else listed
