"""Reads single values of the House's rows: days and times in Amsterdam, plain text without HTML, values for “none”."""

import html
import re
from collections.abc import Container, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.finder import references_of
from briefcli.domain.when import When, parse_when, when_of
from briefcli.official.contents import FileContents

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_OPEN_TAG = re.compile(r"</?[a-zA-Z][^<>]*\Z")
_LONGEST = 20_000
_OF_PUBLICATION = re.compile("kst-[0-9]{7,}")  # the form since 2026
_FLAGS = {"true": True, "1": True, "false": False, "0": False, "": False}
_YEARS = range(1800, 2200)  # a year outside these is a typo
_NIGHT = time(6)  # what ends before this hour started the evening before
_OUR_HOURS = frozenset({timedelta(hours=1), timedelta(hours=2)})  # offsets of Amsterdam, in winter and in summer

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")

T = TypeVar("T")


class OfficialRow(msgspec.Struct):
    """One row, by the names of the House's fields. A value of the wrong type counts as absent and is reported."""

    values: dict[str, Any]  # None for `null`
    place: str  # the row's number or where it is in the file, for reports
    contents: FileContents
    at: tuple[int, int]  # line and column, for reports
    holder: "OfficialRow | None" = None  # the row that this one is nested in

    def text(self, name: str) -> str:
        """A text on one line, without HTML. A number becomes its digits."""
        value = self._one(name)
        if isinstance(value, str):
            return without_html(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        self._refuse(name, value)
        return ""

    def texts(self, name: str, *of: str) -> tuple[str, ...]:
        """The values of one field: its texts, and of each nested row the first of the fields `of` that is filled."""
        value = self.values.get(name)
        written = [
            without_html(each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)
        ]
        inner = (next(filter(None, map(row.text, of)), "") for row in self.nested(name))
        return tuple(dict.fromkeys(filter(None, (*written, *inner))))

    def number(self, name: str) -> int | None:
        """A whole number above zero, or None: the House writes -1 for none. A dossier may be written as `28 676`."""
        value = self._one(name)
        if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}|[0-9]{2}[ .][0-9]{3}", value.strip()):
            value = int(re.sub("[ .]", "", value))
        if isinstance(value, int) and not isinstance(value, bool):
            return value if value > 0 else None
        self._refuse(name, value)
        return None

    def flag(self, name: str) -> bool:
        value = self._one(name)
        flag = _FLAGS.get(str(value).strip().casefold())
        if flag is None:
            self._refuse(name, value)
        return bool(flag)

    def one_of(self, name: str, known: Mapping[str, T]) -> T | None:
        """The value in `known` of a word of the House, in lower case. Any other word is reported, and becomes None."""
        word = self.text(name)
        if word and word.casefold() not in known:
            self.report(tr("“{word}” is not known here", word=word[:40]), name)
        return known.get(word.casefold())

    def moment(self, name: str) -> datetime | None:
        """A moment in Amsterdam. None for 0001-01-01, which the House writes for no date."""
        value = self._one(name)
        if not isinstance(value, str):
            self._refuse(name, value)
            return None
        try:
            return moment_of(value)
        except (ValueError, OverflowError):
            self.report(tr("“{value}” is no date", value=value[:40]), name)
            return None

    def day(self, name: str) -> date | None:
        moment = self.moment(name)
        return moment.date() if moment else None

    def nested(self, name: str) -> "list[OfficialRow]":
        """The rows that `$expand` put into this one."""
        value, place = self.values.get(name), self._place_of(name)
        found = [(value, place)]
        if isinstance(value, list):
            found = [(each, f"{place}[{at}]") for at, each in enumerate(value)]
        rows = ((each, where) for each, where in found if isinstance(each, dict))
        return [OfficialRow(each, where, self.contents, self.at, self) for each, where in rows]

    def one(self, name: str) -> "OfficialRow":
        """The first row that `$expand` put into this one; an empty row if there is none."""
        return next(iter(self.nested(name)), None) or OfficialRow({}, self.place, self.contents, self.at)

    @property
    def id(self) -> str:
        """Its id in lower case, as the feed and OData may write it differently."""
        return self.text("Id").casefold()

    def says_more_than(self, names: Container[str]) -> bool:
        """Whether the row has a text or a nested row in any field besides these."""
        said = (value for key, value in self.values.items() if key not in names and key[:1] != "@")
        return any(isinstance(each, str | list | dict) for each in said)

    def changed(self) -> str:
        """The moment of the last change, in UTC, so that two moments can be compared as texts."""
        moment = self.moment("ApiGewijzigdOp") or self.moment("GewijzigdOp")
        return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else ""

    def report(self, message: str, name: str = "") -> None:
        """Report what is wrong with the row, or with one of its values."""
        place = self._place_of(name) if name else self.place
        self.contents.report(f"{place}: {message}" if place else message, self.at)

    def _place_of(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name

    def _one(self, name: str) -> Any:
        value = self.values.get(name)
        return (value[0] if value else None) if isinstance(value, list) else value

    def _refuse(self, name: str, value: object) -> None:
        if value is not None:
            self.report(tr("“{field}” has a value of the wrong kind", field=name), name)


def moment_of(value: str) -> datetime | None:
    """The moment in Amsterdam. A time without a zone is local. Raises ValueError, OverflowError.

    Midnight at an offset of Amsterdam stands for a day, so it is local too, even in the wrong season: 1 July at
    +01:00, 1 January at +02:00.
    """
    value = value.strip()
    if not value or value.startswith("0001-"):
        return None
    moment = datetime.fromisoformat(value)
    if moment.year not in _YEARS:
        raise ValueError(value)
    if moment.tzinfo is None or (moment.time() == time() and moment.utcoffset() in _OUR_HOURS):
        return moment.replace(tzinfo=_AMSTERDAM)
    return moment.astimezone(_AMSTERDAM)


def when_between(start: date | None, end: date | None) -> When:
    """The day or days from start to end; with the hours if it is one day and `start` has a time.

    A whole day may be written as midnight to midnight, or as midnight to 23:59.
    """
    if start is None:
        return When.unknown()
    day, last = day_of(start), last_day(start, end)
    begin = f"{start:%H:%M}" if isinstance(start, datetime) else ""
    until = f"{end:%H:%M}" if isinstance(end, datetime) else ""
    if last or not begin or (begin == "00:00" and until in {"", "00:00", "23:59"}):
        return when_of(day, last)
    has_end = end is not None and day_of(end) == day and until > begin
    return parse_when(f"{day}T{begin}/{day}T{until}" if has_end else f"{day}T{begin}")


def last_day(first: date, end: date | None) -> date | None:
    """The day of the end, if that is later than the first. An end in the night belongs to the evening before."""
    is_in_night = isinstance(end, datetime) and end.time() < _NIGHT
    last = day_of(end - timedelta(days=1) if is_in_night else end) if end else None
    return last if last and last > day_of(first) else None


def day_of(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def identifier_in(text: str, *, dossiers: bool = True) -> str:
    """The official identifier in a text, in canonical form. Empty if the text does not have exactly one."""
    found = references_of(text) if text else ()
    return found[0].canonical if len(found) == 1 and (dossiers or found[0].kind != "dossier") else ""


def cited_form(identifier: str, by_number: str) -> str:
    """The identifier that people cite: `by_number` has the dossier and number, which the form since 2026 has not."""
    if _OF_PUBLICATION.fullmatch(identifier):
        return identifier_in(by_number, dossiers=False) or identifier
    return identifier


def without_html(value: str) -> str:
    """The text without HTML tags and entities, control characters and repeated spaces. Very long texts are cut off."""
    value = value[:_LONGEST]
    if "<" in value:
        value = _OPEN_TAG.sub("", _TAG.sub(" ", value))
    if "&" in value:
        value = html.unescape(value)
    if not value.isprintable():
        value = "".join(each if each.isprintable() else " " for each in value)
    return " ".join(value.split())
