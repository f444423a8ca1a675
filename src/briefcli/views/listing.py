"""`brief list`: all meetings in order of date."""

from datetime import date
from typing import Literal

from briefcli.catalog import tr
from briefcli.domain.vocabulary import Status
from briefcli.index.queries import Filter, Index
from briefcli.index.records import ListedMeeting
from briefcli.views.cell import Countdown, Words
from briefcli.views.dated import MEETING_FIELDS, meeting_record
from briefcli.views.filters import unknown_name
from briefcli.views.labels import status_on
from briefcli.views.making import nothing_found, table, view_of
from briefcli.views.view import Column, View

Period = Literal["upcoming", "past"]  # seen from today


def list_view(index: Index, today: date, wanted: Filter, side: Period | None) -> View:
    """One row per meeting in order of date: a moved one at its new date, a cancelled one without a countdown."""
    since = today if side == "upcoming" else None
    meetings = [each for each in index.meetings(wanted, since=since) if _is_on(each, side, today)]
    if not meetings:
        return nothing_found(_nothing(index, wanted), MEETING_FIELDS)
    listed = table(
        meetings,
        (Column(tr("Id"), whole=True), lambda each: Words(each.id)),
        (Column(tr("When")), lambda each: each.when),
        (
            Column(tr("Countdown"), whole=True),
            lambda each: Countdown(each.when, today) if each.status != Status.CANCELLED and each.when.first else None,
        ),
        (Column(tr("Meeting"), main=True), lambda each: Words(each.short or each.title, withheld=each.withheld)),
        (Column(tr("Body"), whole=True, spare=True), lambda each: Words(each.body)),
        (Column(tr("Place"), spare=True), lambda each: Words(each.place)),
        (Column(tr("Status"), whole=True), lambda each: status_on(each.status, each.when, today)),
    )
    return view_of([meeting_record(each, today) for each in meetings], listed)


def _nothing(index: Index, wanted: Filter) -> str:
    """Why no meeting matches, and which values of the filter would match."""
    if unknown := unknown_name(index, wanted):
        return unknown
    if wanted.year is not None:
        years = sorted({str(each.when.first.year) for each in index.meetings() if each.when.first})
        if years:
            return tr("No meetings match. There are meetings in {years}.", years=", ".join(years))
    return tr("No meetings match.")


def _is_on(meeting: ListedMeeting, side: Period | None, today: date) -> bool:
    if side == "past":
        return meeting.when.is_past(today)
    return side is None or not (meeting.when.is_past(today) or meeting.status == Status.CANCELLED)
