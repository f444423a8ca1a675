"""A committee's calendar: every event in it is an activity without a number. Read leniently, line by line.

`icalendar` gives up on the whole file at the first broken line, so it is not used here.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefcli.catalog import tr
from briefcli.domain.vocabulary import Status
from briefcli.official.contents import Activity, FileContents, Kind
from briefcli.official.values import last_day, moment_of, plain_text, start_of

_ESCAPE = re.compile(r"\\([nN,;\\])")
_DATED_NAME = re.compile(r"(?P<name>.+?)[ _-](?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})")
_KINDS = re.compile(
    r"(?P<kind>commissiedebat|algemeen overleg|notaoverleg|wetgevingsoverleg|(?:inbreng )?schriftelijk overleg|"
    r"tweeminutendebat|rondetafelgesprek|technische briefing|procedurevergadering|werkbezoek)\b[: ]*",
    re.IGNORECASE,
)
_STATUS = {"CANCELLED": Status.CANCELLED, "CONFIRMED": Status.PLANNED, "TENTATIVE": Status.PLANNED}
_ZONES = {"W. Europe Standard Time": "Europe/Amsterdam"}  # Outlook's name


class _Line(NamedTuple):
    number: int
    name: str
    parameters: str
    value: str


_ABSENT = _Line(0, "", "", "")


def read_calendar(record: FileContents, data: bytes) -> None:
    """Never raises; an event that cannot be read is a diagnostic."""
    record.kind = Kind.CALENDAR
    name, _ = _dated_name(record.path)
    committee = " ".join(name.replace("-", " ").replace("_", " ").split())
    fields: dict[str, _Line] = {}
    for line in _lines(data):
        if line.name == "X-WR-CALNAME":
            committee = plain_text(line.value)
        if line.name == "BEGIN" and line.value.upper() == "VEVENT":
            fields = {"BEGIN": line}
        elif line.name == "END" and line.value.upper() == "VEVENT" and fields:
            _add(record, fields, committee)
            fields = {}
        elif fields:
            fields.setdefault(line.name, line)
    if fields:
        record.rows += 1
        record.report(tr("this event has no end: the file is cut off"), (fields["BEGIN"].number, 1))


def day_in_name(path: str) -> date | None:
    """The day on which a file was downloaded, where its name says so: `Commissie_2023-01-15.ics`."""
    try:
        return date.fromisoformat(_dated_name(path)[1])
    except ValueError:
        return None


def _dated_name(path: str) -> tuple[str, str]:
    """The committee and the day in the name of a file; the day is empty where it has none."""
    stem = path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    found = _DATED_NAME.fullmatch(stem)
    return (found["name"], found["day"]) if found else (stem, "")


def _add(record: FileContents, fields: dict[str, _Line], committee: str) -> None:
    record.rows += 1
    words = _words(fields, "SUMMARY")
    start, end = _moment(fields.get("DTSTART", _ABSENT)), _moment(fields.get("DTEND", _ABSENT))
    if start is None or not words:
        message = tr("this event has no day that can be read") if words else tr("this event has no subject")
        record.report(message, (fields["BEGIN"].number, 1))
        return
    kind = _KINDS.match(words)
    record.activities.append(
        Activity(
            id=_words(fields, "UID"),
            kind=kind["kind"].capitalize() if kind else "",
            subject=words,
            day=_day(start),
            last_day=last_day(_day(start), end),
            start=start_of(start, end),
            place=_words(fields, "LOCATION"),
            status=_STATUS.get(_words(fields, "STATUS").upper()),
            committee=committee,
        )
    )


def _lines(data: bytes) -> Iterator[_Line]:
    """Name, parameters and value of each line, folded lines put together."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:  # from an old program on Windows
        text = data.decode("cp1252", "replace")
    number, whole = 0, ""
    for at, line in enumerate([*text.splitlines(), ""], 1):
        if line[:1] in {" ", "\t"} and whole:
            whole += line[1:]
            continue
        head, colon, value = whole.partition(":")
        if colon:
            name, _, parameters = head.partition(";")
            yield _Line(number, name.strip().upper(), parameters, value.strip())
        number, whole = at, line


def _words(fields: dict[str, _Line], name: str) -> str:
    written = fields.get(name, _ABSENT).value
    return plain_text(_ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], written))


def _moment(line: _Line) -> datetime | date | None:
    """In Amsterdam; a date without a time stays one."""
    zone = re.search(r"TZID=\"?([^;\"]+)", line.parameters)
    try:
        if re.fullmatch("[0-9]{8}", line.value):
            return date.fromisoformat(line.value)
        if zone is None or line.value.endswith("Z"):
            return moment_of(line.value)
        moment = datetime.fromisoformat(line.value).replace(tzinfo=ZoneInfo(_ZONES.get(zone[1], zone[1])))
        return moment_of(moment.isoformat())
    except (ValueError, OverflowError, OSError, KeyError):  # a zone that does not exist is any of them but the second
        return None


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
