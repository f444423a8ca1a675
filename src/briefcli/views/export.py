"""`brief export`: the calendar entries of meetings and their events, deadlines and commitments.

Only what has a known day goes into a calendar. A deadline “before 15 June” is put on the 14th, and its title says “by
this day”. Everything else is listed as left out. The public version does not hold what is withheld.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda, Event
from briefcli.domain.file_names import slug
from briefcli.domain.item import Item, is_hidden, words_of
from briefcli.domain.late import DELIVERABLE
from briefcli.domain.rhythm import Inherited, Rhythm, expected, id_of_replaced
from briefcli.domain.vocabulary import Promise, Status, plain_name
from briefcli.domain.when import HOME, Grain, When
from briefcli.index.queries import Filter, Index
from briefcli.index.records import DatedItem, ListedMeeting
from briefcli.views.dated import each_once, source_of
from briefcli.views.labels import due_words
from briefcli.views.nearness import called_off


class CalendarEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a calendar; its `key` stays the same when its date or its position in the file changes."""

    key: tuple[str, str, str, int]
    title: str
    when: When
    zone: str
    place: str
    about: tuple[str, ...]
    sort: str
    cancelled: bool
    settled: bool = False  # done, dropped or held: it needs no reminder
    calendar: str = ""  # the name of the calendar that it belongs to
    confidential: bool = False


class Export(msgspec.Struct, frozen=True):
    """The entries with a day, and what is left out for lack of one: meeting id, title and what is known of the date."""

    entries: list[CalendarEntry]
    left_out: list[tuple[str, str, When]]


_Sourced = tuple[DatedItem, Item | None]  # an item and its part of the agenda (None for a standard deadline or event)


def export_of(index: Index, public: Index, wanted: Filter, rhythms: tuple[Rhythm, ...] = ()) -> Export:
    """The calendar entries of a meeting, of a series or of all meetings.

    In an internal export, entries that the public one lacks or shows differently are marked as confidential.
    """
    found = _gathered(index, wanted, rhythms)
    if not index.internal:
        return found
    shown = {each.key: each for each in _gathered(public, wanted, rhythms).entries}
    secret = (each if shown.get(each.key) == each else replace(each, confidential=True) for each in found.entries)
    return Export([*secret], found.left_out)


def _gathered(index: Index, wanted: Filter, rhythms: tuple[Rhythm, ...]) -> Export:
    by_meeting: dict[str, list[DatedItem]] = {}
    for item in each_once(index, index.dated(wanted)):
        by_meeting.setdefault(item.meeting, []).append(item)
    export = Export([], [])
    meetings = index.meetings(wanted)
    times = Counter(each.id for each in meetings)
    for meeting in meetings:
        found = index.agenda(meeting.id)
        if found is None or found[1] != meeting.path or not (found[0].public or index.internal):
            continue
        items = by_meeting.get(meeting.id, [])
        if times[meeting.id] > 1:  # several files have this id, and only the items of the first one count
            items = index.dated(Filter(meeting=meeting.id))
        sourced = ((each, source_of(each, found[0])) for each in items)
        shown = [each for each in sourced if index.internal or each[1] is None or each[1].public]
        _add(export, meeting, found[0], shown, rhythms)
    return export


def _add(
    export: Export, meeting: ListedMeeting, agenda: Agenda, items: Iterable[_Sourced], rhythms: tuple[Rhythm, ...]
) -> None:
    brought = expected(agenda, rhythms)
    seen: dict[tuple[str, str], int] = {}
    for item, source in sorted(items, key=lambda each: (each[0].source, each[0].place)):
        name = _name(item, source, agenda, brought)
        if source is not None and not source.public and item.source != "meeting":
            name = f"{name} [withheld"  # else it is counted among public items of this name, and their UIDs change
        occurrence = seen[item.source, name] = seen.get((item.source, name), -1) + 1
        when = _day_of(item, meeting)
        if when is None:
            export.left_out.append((meeting.id, _title(item, agenda), item.when))
            continue
        place = words_of(getattr(source, "place", None))
        entry = CalendarEntry(
            # A meeting keeps its key when its title changes
            key=(meeting.id, item.source, "" if item.source == "meeting" else name, occurrence),
            title=_summary(item, meeting, agenda),
            when=when,
            zone=when.zone or HOME,
            place="" if is_hidden(place) else place,
            about=tuple(_about(item, meeting, source)),
            sort=item.source,
            settled=item.status in {"done", Promise.DROPPED, Status.HELD},
            # The calendar of the meeting's series, else of its body, else the one for all other meetings
            calendar=meeting.series or ("" if is_hidden(meeting.body) else meeting.body) or tr("other meetings"),
            cancelled=called_off(item)
            or item.status == Promise.DROPPED
            or (item.source == "meeting" and item.when.grain is Grain.UNKNOWN),
        )
        export.entries.append(entry)


def _name(item: DatedItem, source: Item | None, agenda: Agenda, brought: dict[str, Inherited]) -> str:
    """The name that identifies an item within its meeting; a standard item and its replacement have the same name."""
    if source is None:
        found = (name for name, each in brought.items() if (each.rhythm, each.item.title) == (item.rhythm, item.title))
        return next(found, item.title)
    if id_ := getattr(source, "id", None):
        return plain_name(id_)
    replaced = id_of_replaced(source, brought) if isinstance(source, Event) else None
    return replaced or _title(item, agenda)


def _day_of(item: DatedItem, meeting: ListedMeeting) -> When | None:
    """The date of the calendar entry; None if no day is known."""
    is_before = item.source in DELIVERABLE and item.when.grain is Grain.BEFORE
    if is_before and item.when.to_time:
        return replace(item.when, grain=Grain.DAY, first=item.when.last, from_time=item.when.to_time, to_time=None)
    if is_before or item.when.grain is Grain.DAY:
        return item.workday if item.workday.day else item.when
    # A meeting moved to a day that is not known yet: the calendar must cancel the entry on the old day
    moved_away = item.source == "meeting" and meeting.status == Status.MOVED and item.when.grain is Grain.UNKNOWN
    return meeting.original if moved_away and meeting.original.grain is Grain.DAY else None


def _title(item: DatedItem, agenda: Agenda) -> str:
    return words_of(agenda.short or agenda.title) if item.source == "meeting" else item.title


def _summary(item: DatedItem, meeting: ListedMeeting, agenda: Agenda) -> str:
    """The title in the calendar. As a calendar shows no context, all entries but meetings name their meeting."""
    title = _title(item, agenda)
    if item.source != "meeting":
        named = meeting.id if not meeting.short or is_hidden(meeting.short) else meeting.short
        title = tr("{title} · {meeting}", title=title, meeting=named)
    if item.status == "done":
        return f"✓ {title}"
    is_by_day = item.when.grain is Grain.BEFORE and not item.when.to_time
    return tr("by this day: {title}", title=title) if is_by_day else title


def _about(item: DatedItem, meeting: ListedMeeting, source: Item | None) -> Iterator[str]:
    if item.source != "meeting":
        yield tr("Meeting: {title} ({id})", title=meeting.short or meeting.title, id=meeting.id)
    elif meeting.short and meeting.title != meeting.short:
        yield meeting.title
    if item.owner:
        yield tr("Owner: {name}", name=item.owner)
    if item.source in DELIVERABLE and item.written and item.written != item.when.text:
        yield tr("Due: {written}", written=due_words(item.written, item.anchor))
    if item.workday.day:
        yield tr("{day} is no working day, so it stands on the one before", day=item.when.last)
    if item.rhythm:
        yield tr("standard deadline of “{name}” (brief.toml), not in the agenda itself", name=item.rhythm)
    if note := words_of(getattr(source, "note", None)):
        yield note


def by_calendar(entries: Iterable[CalendarEntry]) -> dict[str, list[CalendarEntry]]:
    """The entries of each calendar, by its file name without ending; calendars with the same file name are merged."""
    found: dict[str, list[CalendarEntry]] = {}
    for each in entries:
        found.setdefault(slug(each.calendar) or "brief", []).append(each)
    return found
