"""Reads a committee's calendar leniently, line by line. Every event in it is an activity without a number.

The library `icalendar` is not used: it rejects the whole file at the first broken line.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefcli.catalog import tr
from briefcli.domain.vocabulary import Status
from briefcli.official.contents import DEBATES, Activity, FileContents, RecordFormat
from briefcli.official.names import dated_name
from briefcli.official.subjects import GONE_FIRST, fate_in
from briefcli.official.values import moment_of, when_between, without_html

_LINE_END = re.compile(rb"\r\n|\r|\n")
FOLD = re.compile(rb"(?:\r\n|\r|\n)[ \t]")
_FIELD = re.compile(r"""(?P<name>[A-Za-z-]+)(?:;(?P<parameters>(?:"[^"]*"|[^":])*))?:(?P<value>.*)""", re.DOTALL)
_EVENT = "VEVENT"
_ESCAPE = re.compile(r"\\([nN,;\\])")
_KINDS = re.compile(
    rf"(?P<kind>{'|'.join(DEBATES)}|(?:inbreng )?schriftelijk overleg|tweeminutendebat|"
    r"rondetafelgesprek|technische briefing|procedurevergadering|werkbezoek)\b[: ]*",
    re.IGNORECASE,
)
_STATUS = {"CANCELLED": Status.CANCELLED, "CONFIRMED": Status.PLANNED, "TENTATIVE": Status.PLANNED}
_ZONE = re.compile(r"TZID=(?:\"([^\"]+)\"|([^;\"]+))", re.IGNORECASE)
_ZONE_NAME = re.compile(r"(?:/.*/)?([A-Za-z_]+/[A-Za-z_]+)")  # some programs put their own name in front
# Outlook's names for the time zone of Amsterdam
_OUR_TIME = re.compile(
    r"(?:W\. Europe|Romance|Central European?) Standard Time|\(?(?:UTC|GMT)\+01:00\).*", re.IGNORECASE
)
_DATE = re.compile("[0-9]{4}-?[0-9]{2}-?[0-9]{2}")
_DURATION = re.compile("P(?:([0-9]{1,3})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,4})H)?(?:([0-9]{1,4})M)?(?:[0-9]+S)?)?")


class _Line(NamedTuple):
    number: int
    name: str
    parameters: str
    value: str


_ABSENT = _Line(0, "", "", "")


def read_calendar(contents: FileContents, data: bytes) -> None:
    """Add the last version of each event of a calendar. Never raises: an unreadable event becomes a diagnostic."""
    contents.kind = RecordFormat.CALENDAR
    name, _ = dated_name(contents.path)
    committee = " ".join(name.replace("-", " ").replace("_", " ").split())
    newest: dict[object, dict[str, _Line]] = {}
    fields: dict[str, _Line] = {}
    cancelled: _Line | None = None
    components: list[str] = []  # around the line, the innermost last: an alarm in an event has its own fields
    for line in _lines(data):
        component = line.value.upper()
        if line.name == "BEGIN":
            components.append(component)
            fields = {"BEGIN": line} if component == _EVENT else fields
        elif line.name == "END" and component in components:
            del components[components.index(component) :]
            if component == _EVENT:
                key = (_words(fields, "UID") or object(), _words(fields, "RECURRENCE-ID"))
                newest[key] = max(fields, newest.get(key, fields), key=_version)
        elif components[-1:] == [_EVENT]:
            fields.setdefault(line.name, line)
        elif line.name == "X-WR-CALNAME":
            committee = without_html(line.value)
        elif line.name == "METHOD" and component == "CANCEL":  # RFC 5546, 3.2.5: it cancels every event in the file
            cancelled = line._replace(name="STATUS", value="CANCELLED")
    for event in newest.values():
        _add(contents, {**event, "STATUS": cancelled} if cancelled else event, committee)
    if components:
        contents.rows += _EVENT in components
        last = fields.get("BEGIN", _ABSENT)
        contents.report(tr("this calendar has no end after this event: the file is cut off"), (max(1, last.number), 1))


def _version(fields: Mapping[str, _Line]) -> tuple[int, str]:
    written = _words(fields, "SEQUENCE")
    changed = _words(fields, "LAST-MODIFIED") or _words(fields, "DTSTAMP")
    return int(written) if re.fullmatch("[0-9]{1,9}", written) else 0, changed


def _add(contents: FileContents, fields: Mapping[str, _Line], committee: str) -> None:
    contents.rows += 1
    place = (fields["BEGIN"].number, 1)
    words = _words(fields, "SUMMARY")
    start = _moment(fields.get("DTSTART", _ABSENT))
    if start is None or not words:
        message = tr("this event has no day that can be read") if words else tr("this event has no subject")
        contents.report(message, place)
        return
    if "RRULE" in fields or "RDATE" in fields:
        contents.report(tr("this event repeats, so it is not read"), place)
        return
    if not isinstance(start, datetime) and "T" in fields["DTSTART"].value.upper():
        contents.report(tr("its time zone is not known here, so it has a day and no hour"), place)
    gone, when = GONE_FIRST.match(words), when_between(start, _end(fields, start))
    kind = _KINDS.match(words, gone.end() if gone else 0)
    contents.activities.append(
        Activity(
            kind=kind["kind"].capitalize() if kind else "",
            subject=words,
            when=when,
            place=_words(fields, "LOCATION"),
            # The subject (“Geannuleerd: …”) takes priority: some calendars do not update the field
            status=fate_in(words, when) or _STATUS.get(_words(fields, "STATUS").upper()),
            committee=committee,
        )
    )


def _end(fields: Mapping[str, _Line], start: datetime | date) -> datetime | date | None:
    """The end as stated, or by the duration. Of whole days: the last, where the file has the next (RFC 5545, 3.6.1)."""
    end = _moment(fields.get("DTEND", _ABSENT))
    if end is None and (found := _DURATION.fullmatch(_words(fields, "DURATION").upper())):
        weeks, days, hours, minutes = (int(each or 0) for each in found.groups())
        end = start + timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    if end is None or isinstance(end, datetime):
        return end
    return end - timedelta(days=1)


def _lines(data: bytes) -> Iterator[_Line]:
    """Each line. Folded lines are joined before they are decoded, as a fold may split the bytes of one character."""
    number, whole = 0, b""
    for at, line in enumerate([*_LINE_END.split(data), b""], 1):
        if line[:1] in {b" ", b"\t"} and whole:
            whole += line[1:]
            continue
        if found := _FIELD.fullmatch(whole.decode("utf-8-sig", "replace").strip()):
            yield _Line(number, found["name"].upper(), found["parameters"] or "", found["value"].strip())
        number, whole = at, line


def _words(fields: Mapping[str, _Line], name: str) -> str:
    written = fields.get(name, _ABSENT).value
    return without_html(_ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], written))


def _moment(line: _Line) -> datetime | date | None:
    """The moment in Amsterdam, or the date if there is no time or its zone is unknown. None if it cannot be read."""
    found = _ZONE.search(line.parameters)
    name = (found[1] or found[2]).strip() if found else ""
    try:
        if _DATE.fullmatch(line.value):
            return date.fromisoformat(line.value)
        if not name or line.value.endswith("Z") or _OUR_TIME.fullmatch(name):
            return moment_of(line.value)
        moment = datetime.fromisoformat(line.value)
    except (ValueError, OverflowError):
        return None
    try:
        zone = _ZONE_NAME.fullmatch(name)
        return moment_of(moment.replace(tzinfo=ZoneInfo(zone[1] if zone else name)).isoformat())
    except (ValueError, OverflowError, OSError, KeyError):  # an unknown zone raises any but OverflowError
        return moment.date()
