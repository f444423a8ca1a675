"""Entries as an iCalendar file (RFC 5545); a calendar program that imports a later export updates its entries.

UIDs are made from the meeting and the item itself, so they stay the same when a date moves. DTSTAMP and LAST-MODIFIED
are the moment of the export. SEQUENCE must rise with every change, and earlier exports are not remembered: so it is the
number of seconds from 2000 to the export, and a later export always replaces an earlier one.
"""

import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from briefcli.catalog import tr
from briefcli.domain.when import HOME
from briefcli.files.outputs import PRODUCER
from briefcli.render.clean import clean, one_line
from briefcli.views.export import CalendarEntry
from briefcli.views.labels import in_words

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "briefcli")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MOST = 2**31 - 1  # the largest integer of RFC 5545
_RULE_SINCE = 1996  # the first year of the rule of the zone at home, which holds for every later year
_DAY = timedelta(days=1)
_MORNING = timedelta(hours=9)  # the time of an alarm for whole days: an alarm at midnight helps nobody


def render_ics(
    entries: Sequence[CalendarEntry], now: datetime, alarm_days: int | None = None, name: str = "brief", about: str = ""
) -> bytes:
    """The calendar file as of `now`; with `alarm_days`, each open entry has an alarm this number of days before.

    `name` and `about` are the name and the description of the calendar as a whole.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", one_line(name))  # RFC 7986
    calendar.add("x-wr-calname", one_line(name))  # what Outlook, Google and Apple read
    if about:
        calendar.add("description", about)
        calendar.add("x-wr-caldesc", about)
    for entry in entries:
        calendar.add_component(_event(entry, now, alarm_days))
    _add_zones(calendar, entries)
    data: bytes = calendar.to_ical()
    return data


def _event(entry: CalendarEntry, now: datetime, alarm_days: int | None) -> Event:
    event = Event()
    start, end = _span(entry)
    title = one_line(entry.title)
    if entry.confidential:  # only Outlook shows CLASS
        title = f"{title} ⟨{tr('not public')}⟩"
    fields: dict[str, Any] = {
        "uid": str(uuid.uuid5(_NAMESPACE, "\n".join(map(str, entry.key)))),
        "dtstamp": now,
        "last-modified": now,
        # In seconds: a calendar accepts a correction only if it is newer, and it may come on the same day
        "sequence": min(max(0, int((now - _EPOCH).total_seconds())), _MOST),
        "summary": title,
        "dtstart": start,
        "duration" if isinstance(end, timedelta) else "dtend": end,
        "location": one_line(entry.place) or None,
        "description": clean("\n".join(entry.about)) or None,
        "status": "CANCELLED" if entry.cancelled else "CONFIRMED" if entry.when.confirmed else "TENTATIVE",
        "transp": "OPAQUE" if entry.sort == "meeting" or isinstance(start, datetime) else "TRANSPARENT",
        "categories": [in_words(entry.sort)],
        "class": "CONFIDENTIAL" if entry.confidential else None,
    }
    for name, value in fields.items():
        if value is not None:
            event.add(name, value)
    if alarm_days is not None and not (entry.cancelled or entry.settled):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", timedelta(days=-alarm_days) + (timedelta() if isinstance(start, datetime) else _MORNING))
        event.add_component(alarm)
    return event


def _span(entry: CalendarEntry) -> tuple[date, date | timedelta | None]:
    """Start and end as the standard has them: whole days end on the day after the last. None if there is no end.

    For what lasts until the last day of the calendar, after which no day can be written, the end is a duration.
    Raises ValueError for an entry without a day.
    """
    when = entry.when
    first, last = when.first or when.last, when.last or when.first
    if first is None or last is None:
        raise ValueError(when.text)
    days, is_last_day = last - first + _DAY, last == date.max
    if when.from_time is None or when.first is None:
        return first, days if is_last_day else first + days
    zone = ZoneInfo(entry.zone)
    start = datetime.combine(first, when.from_time, zone)
    if when.to_time is not None:
        end = datetime.combine(last, when.to_time, zone)
        return start, end if end > start else None
    if last == first:
        return start, None
    midnight = datetime.combine(first, datetime.min.time(), zone)
    return start, days - (start - midnight) if is_last_day else midnight + days


def _add_zones(calendar: Calendar, entries: Sequence[CalendarEntry]) -> None:
    """Add the time zones used: for the one at home its rule, for others their changes in the years needed."""
    timed = [entry for entry in entries if entry.when.from_time is not None]
    years = [day.year for entry in timed for day in (entry.when.first, entry.when.last) if day]
    if not years:
        return
    if HOME in {entry.zone for entry in timed} and min(years) > _RULE_SINCE:
        calendar.subcomponents.insert(0, _home_zone())  # before the entries: some programs read the file only once
    first, last = date(max(min(years) - 1, 1), 1, 1), date(min(max(years) + 2, 9999), 1, 1)
    calendar.add_missing_timezones(first_date=first, last_date=last)


def _home_zone() -> Timezone:
    """Summer time from the last Sunday of March to that of October (Directive 2000/84/EC; the rule since 1996)."""
    zone = Timezone()
    zone.add("tzid", HOME)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, name, onset, month, before, after in (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), 3, winter, summer),  # noqa: DTZ001  # local, by the standard
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, summer, winter),  # noqa: DTZ001
    ):
        part.add("dtstart", onset)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
