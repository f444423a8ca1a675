"""`brief list`: all meetings in order of date."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.composed import dutch_order
from briefcli.domain.vocabulary import Status
from briefcli.index.queries import Filter, Index
from briefcli.index.records import Meeting
from briefcli.views.labels import status_words
from briefcli.views.view import Column, Countdown, Remark, Table, View, Words

_FIELDS = ("id", "title", "series", "body", "kind", "when", "timezone", "start", "end", "days", "status")


class Period(StrEnum):
    """Which side of today."""

    UPCOMING = "upcoming"
    PAST = "past"


def list_view(index: Index, today: date, wanted: Filter, side: Period | None) -> View:
    """Meetings as wanted; a moved one stands at its new date, a cancelled one has no countdown."""
    since = today if side is Period.UPCOMING else None
    meetings = [each for each in index.meetings(wanted, since=since) if _is_on(each, side, today)]
    if not meetings:
        return View(data=[], blocks=(Remark(_nothing(index, wanted)),), found=False, fields=_FIELDS)
    return View(data=[_record(each, today) for each in meetings], blocks=(_table(meetings, today),))


def _nothing(index: Index, wanted: Filter) -> str:
    """Why no meeting matches, and what would."""
    everything = list(index.meetings())
    bodies = {each.body.casefold(): each.body for each in everything if each.body and each.body[0] != "["}
    series = {each.series.casefold(): each.series for each in everything if each.series}
    if wanted.body is not None and wanted.body.casefold() not in bodies:
        names = ", ".join(sorted(bodies.values(), key=dutch_order))
        return tr("No meeting is of “{body}”. The bodies are: {names}.", body=wanted.body, names=names)
    if wanted.series is not None and wanted.series.casefold() not in series:
        names = ", ".join(sorted(series.values(), key=dutch_order))
        return tr("No meeting is of the series “{series}”. The series are: {names}.", series=wanted.series, names=names)
    if wanted.year is not None:
        years = sorted({str(each.when.first.year) for each in everything if each.when.first})
        return tr("No meetings match. There are meetings in {years}.", years=", ".join(years))
    return tr("No meetings match.")


def _is_on(meeting: Meeting, side: Period | None, today: date) -> bool:
    if side is None:
        return True
    if side is Period.PAST:
        return meeting.when.is_past(today)
    return not meeting.when.is_past(today) and meeting.status != Status.CANCELLED


def _table(meetings: Iterable[Meeting], today: date) -> Table:
    columns = (
        Column("id", tr("Id"), whole=True),
        Column("when", tr("When")),
        Column("countdown", tr("Countdown"), whole=True),
        Column("title", tr("Meeting"), main=True),
        Column("body", tr("Body"), whole=True, spare=True),
        Column("place", tr("Place"), spare=True),
        Column("status", tr("Status"), whole=True),
    )
    rows = tuple(
        (
            Words(each.id),
            each.when,
            None if each.status == Status.CANCELLED else Countdown(each.when, today),
            Words(each.short or each.title, withheld=each.withheld),
            Words(each.body),
            Words(each.place),
            status_words(each.status),
        )
        for each in meetings
    )
    return Table(columns, rows)


def _record(meeting: Meeting, today: date) -> dict[str, Any]:
    when = meeting.when
    return {
        "id": meeting.id,
        "title": meeting.title,
        "series": meeting.series or None,
        "body": meeting.body or None,
        "kind": meeting.kind or None,
        "when": when.text,
        "timezone": when.zone or None,
        "start": when.first,
        "end": when.last,
        "days": when.days_from(today),
        "status": meeting.status or None,
    }
