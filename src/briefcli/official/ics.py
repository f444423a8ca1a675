"""A committee's calendar: every event in it is an activity without a number. Read leniently, line by line.

`icalendar` gives up on the whole file at the first broken line, so it is not used here.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefcli.catalog import tr
from briefcli.domain.diagnostic import problem
from briefcli.domain.vocabulary import Status
from briefcli.official.contents import Activity, FileContents, Kind
from briefcli.official.values import moment_of, plain_text
from briefcli.reading import official_codes

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


def read_calendar(path: str, data: bytes) -> FileContents:
    """Never raises; an event that cannot be read is a diagnostic."""
    record = FileContents(path=path, kind=Kind.CALENDAR)
    committee = _committee(path)
    fields: dict[str, _Line] | None = None
    for line in _lines(_text(data)):
        if line.name == "X-WR-CALNAME":
            committee = plain_text(line.value)
        if line.name == "BEGIN" and line.value.upper() == "VEVENT":
            fields = {"BEGIN": line}
        elif line.name == "END" and line.value.upper() == "VEVENT" and fields:
            _add(record, fields, committee)
            fields = None
        elif fields is not None:
            fields.setdefault(line.name, line)
    if fields:
        record.rows += 1
        place = (fields["BEGIN"].number, 1)
        record.diagnostics.append(
            problem(path, place, official_codes.ROW, tr("this event has no end: the file is cut off"))
        )
    return record


def day_in_name(path: str) -> date | None:
    """The day on which a file was downloaded, where its name says so: `Commissie_2023-01-15.ics`."""
    found = _DATED_NAME.fullmatch(_stem(path))
    try:
        return date.fromisoformat(found["day"]) if found else None
    except ValueError:
        return None


def _add(record: FileContents, fields: dict[str, _Line], committee: str) -> None:
    record.rows += 1
    begin, words = fields["BEGIN"], _words(fields, "SUMMARY")
    start, end = _moment(fields.get("DTSTART")), _moment(fields.get("DTEND"))
    if start is None or not words:
        message = tr("this event has no day that can be read") if words else tr("this event has no subject")
        record.diagnostics.append(problem(record.path, (begin.number, 1), official_codes.ROW, message))
        return
    kind = _KINDS.match(words)
    record.activities.append(
        Activity(
            id=_words(fields, "UID"),
            kind=kind["kind"].capitalize() if kind else "",
            subject=words,
            day=_day(start),
            last_day=_day(end) if end and _day(end) > _day(start) and isinstance(end, datetime) else None,
            start=_time(start),
            end=_time(end) if end else None,
            place=_words(fields, "LOCATION"),
            status=_STATUS.get(_words(fields, "STATUS").upper()),
            committee=committee,
            note=_words(fields, "DESCRIPTION"),
            file=record.path,
            place_in_file=f"line {begin.number}",
        )
    )


def _text(data: bytes) -> str:
    """Calendars are UTF-8; one that is not comes from an old program on Windows."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(text: str) -> Iterator[_Line]:
    """Name, parameters and value of each line, folded lines put together."""
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
    line = fields.get(name)
    return plain_text(_ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], line.value)) if line else ""


def _moment(line: _Line | None) -> datetime | date | None:
    """In Amsterdam; a date without a time stays one."""
    if line is None:
        return None
    try:
        if re.fullmatch("[0-9]{8}", line.value):
            return date.fromisoformat(line.value)
        zone = re.search(r"TZID=\"?([^;\"]+)", line.parameters)
        if zone and not line.value.endswith("Z"):
            return moment_of(
                datetime.fromisoformat(line.value).replace(tzinfo=ZoneInfo(_ZONES.get(zone[1], zone[1]))).isoformat()
            )
        return moment_of(line.value)
    except (ValueError, OverflowError, OSError):  # a zone that does not exist is a ValueError or an OSError
        return None
    except KeyError:  # ZoneInfoNotFoundError
        return None


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _time(moment: datetime | date) -> time | None:
    return time(moment.hour, moment.minute) if isinstance(moment, datetime) else None


def _stem(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]


def _committee(path: str) -> str:
    """As the file's name says: `Vaste-commissie-voor-Defensie_2023-01-15.ics`."""
    found = _DATED_NAME.fullmatch(_stem(path))
    return " ".join((found["name"] if found else _stem(path)).replace("-", " ").replace("_", " ").split())
