"""`brief commitments`: what was promised to whom over all meetings, and which motions are to be carried out.

The list also has the commitments that are only in the official record.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from briefcli.catalog import tr
from briefcli.domain.citations.reference import dossier_of
from briefcli.domain.late import Standing
from briefcli.domain.when import Grain, When, when_of
from briefcli.errors import UsageError
from briefcli.index.queries import Index
from briefcli.index.records import ListedCommitment
from briefcli.index.tables import filled
from briefcli.views.cell import Words
from briefcli.views.dated import date_of, title_of
from briefcli.views.filters import has_owner, unknown_owners
from briefcli.views.labels import in_words
from briefcli.views.making import nothing_found, record_of, table, view_of
from briefcli.views.nearness import days_left, left_until, own_day, standing_of
from briefcli.views.official_facts import met_remarks
from briefcli.views.paper_numbers import listed_paper
from briefcli.views.view import Column, View

if TYPE_CHECKING:  # needed only if there is a record
    from briefcli.official.contents import Toezegging

_RECORD = ("due", "title", "kind", "ref?", "document?", "made", "by?", "to?", "debate?", "owner?")
_FIELDS = ("date", "days", *(each.rstrip("?") for each in _RECORD), "status", "written", "meeting", "workday", "public")


def commitments_view(
    index: Index, today: date, *, only_open: bool = False, owners: Sequence[str] = (), dossier: str | None = None
) -> View:
    """Late commitments first, then open ones, then settled ones, each group by due date.

    With `owners`, only the commitments of any of them; with `dossier`, only those that cite a paper of that dossier.
    Raises UsageError if `dossier` is not a dossier.
    """
    cited = _dossier(dossier) if dossier is not None else None
    promises = index.house.promises
    own = index.commitments(dossier=cited)
    official = _official(index, promises, own) if cited is None and promises else []
    found = [each for each in (*own, *official) if has_owner(each.owner, owners)]
    if only_open:
        found = [each for each in found if standing_of(each, today) in {Standing.OPEN, Standing.LATE}]
    unknown = unknown_owners(index, owners)
    if not found:
        return nothing_found(tr("No commitments or motions match."), _FIELDS, unknown)
    shown = sorted(found, key=lambda each: _order(each, today))
    data = [_record(each, promises.get(each.official), today) for each in shown]
    listed = table(
        shown,
        (Column(tr("Left"), whole=True), lambda each: left_until(each, today)),
        (Column(tr("Due")), date_of),
        (Column(tr("What"), main=True), title_of),
        (Column(tr("Meeting"), whole=True, id=True), lambda each: Words(each.meeting)),
        (Column(tr("Kind"), whole=True, spare=True), lambda each: in_words(each.kind)),
        (Column(tr("By → to"), spare=True), lambda each: Words(f"{each.by} → {each.to}" if each.to else each.by)),
        (Column(tr("Debate"), spare=True), lambda each: Words(each.debate)),
        (
            Column(tr("Made"), whole=True, spare=True),
            lambda each: each.made if each.made.grain is not Grain.UNKNOWN else None,
        ),
        (Column(tr("Paper"), whole=True), listed_paper),
        (Column(tr("Owner")), lambda each: Words(each.owner)),
    )
    return view_of(data, listed, unknown, *met_remarks(index))


def _dossier(asked: str) -> str:
    from briefcli.domain.citations.finder import read_reference

    dossiers = [dossier for each in read_reference(asked) if (dossier := dossier_of(each.canonical))]
    if not dossiers:
        raise UsageError(tr("“{asked}” is no dossier", asked=asked), tr("write its number, as in 28676"))
    return dossiers[0]


def _official(
    index: Index, promises: Mapping[str, "Toezegging"], own: Iterable[ListedCommitment]
) -> list[ListedCommitment]:
    """The commitments that only the record has, each with the meeting whose agenda names the debate it was made in."""
    known = {each.official for each in own}
    meetings = {link.official: link.meeting for link in index.event_links()}
    debates = index.house.activities(each.activity for each in promises.values())
    return [
        filled(
            ListedCommitment,
            each,
            source="commitment",
            place=-1,
            title=each.text,
            kind="commitment",
            when=each.due,
            written="",
            ref=each.official,
            document=each.official,
            debate=debates[each.activity].subject if each.activity in debates else each.activity,
            done_on=when_of(each.met) if each.met else When.unknown(),
            meeting=meetings.get(each.activity, ""),
        )
        for number, each in promises.items()
        if number not in known
    ]


def _order(commitment: ListedCommitment, today: date) -> tuple[bool, bool, tuple[str, str, str]]:
    standing = standing_of(commitment, today)
    return (standing is not Standing.LATE, standing is not Standing.OPEN, commitment.due.sort_key)


def _record(commitment: ListedCommitment, promise: "Toezegging | None", today: date) -> dict[str, Any]:
    """The commitment for machines; what the record says of it, if anything, is under `official`."""
    record = {
        "date": own_day(commitment),
        "days": days_left(commitment, today),
        **record_of(commitment, *_RECORD),
        "status": standing_of(commitment, today),
        **record_of(commitment, "written?", "meeting"),
        "workday": commitment.workday.day,
        "public": not commitment.withheld,
    }
    if promise is not None:
        told = {"number": promise.official, **record_of(promise, "due", "status?", "met?")}
        record["official"] = told | {"met_by": list(promise.met_by), "activity": promise.activity or None}
    return record
