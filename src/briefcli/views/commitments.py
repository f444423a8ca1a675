"""`brief commitments`: what was promised to whom over all meetings, and which motions are to be carried out."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.reader import read_reference
from briefcli.domain.citations.reference import dossier_of
from briefcli.domain.late import Standing, known_limit
from briefcli.domain.when import Grain
from briefcli.errors import UsageError
from briefcli.index.queries import Index
from briefcli.index.records import Commitment
from briefcli.views.dated import due_cell, is_of, left_column, owner_column
from briefcli.views.labels import in_words
from briefcli.views.nearness import left_of_commitment, standing_of_commitment
from briefcli.views.official_promises import met_remark, official_commitments, official_promise
from briefcli.views.paper_numbers import paper_cell
from briefcli.views.view import Cell, Column, Table, View, Words, nothing_found, present, table

_FIELDS = (
    "date", "days", "due", "title", "kind", "ref", "document", "made", "by", "to", "debate", "owner", "status",
    "written", "meeting",
)  # fmt: skip


class CommitmentChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Which commitments to show; with `dossier` those that cite a paper of it."""

    only_open: bool = False
    owners: tuple[str, ...] = ()  # any of them
    dossier: str | None = None


def commitments_view(index: Index, today: date, choice: CommitmentChoice) -> View:
    """Late ones first, then open ones by due date, then what is settled. Raises UsageError for no dossier."""
    dossier = _dossier(choice.dossier) if choice.dossier is not None else None
    promises = {each.official: each for each in index.promises()}
    own = list(index.commitments(dossier=dossier))
    official = official_commitments(index, promises, own) if dossier is None else []
    found = [each for each in (*own, *official) if _is_wanted(each, choice, today)]
    if not found:
        return nothing_found(tr("No commitments or motions match."), _FIELDS)
    shown = sorted(found, key=lambda each: _order(each, today))
    data = [_record(each, today) | official_promise(promises.get(each.ref)) for each in shown]
    return View(data=data, blocks=present((_table(shown, today), met_remark(index))))


def _dossier(asked: str) -> str:
    dossiers = [dossier for each in read_reference(asked) if (dossier := dossier_of(each.canonical))]
    if not dossiers:
        raise UsageError(tr("“{asked}” is no dossier").format(asked=asked), tr("write its number, as in 28676"))
    return dossiers[0]


def _is_wanted(commitment: Commitment, choice: CommitmentChoice, today: date) -> bool:
    if choice.only_open and standing_of_commitment(commitment, today) not in {Standing.OPEN, Standing.LATE}:
        return False
    return is_of(commitment.owner, choice.owners)


def _order(commitment: Commitment, today: date) -> tuple[bool, bool, tuple[str, str, str]]:
    standing = standing_of_commitment(commitment, today)
    return (standing is not Standing.LATE, standing is not Standing.OPEN, commitment.due.sort_key)


def _table(pledges: Iterable[Commitment], today: date) -> Table:
    return table(
        pledges,
        (left_column(), lambda each: left_of_commitment(each, today)),
        (Column("due", tr("Due")), lambda each: due_cell(each.due, each.written, each.anchor)),
        (Column("title", tr("What"), main=True), lambda each: Words(each.title, withheld=each.withheld)),
        (Column("kind", tr("Kind"), whole=True, spare=True), lambda each: in_words(each.kind)),
        (
            Column("whose", tr("By → to"), spare=True),
            lambda each: Words(f"{each.by} → {each.to}" if each.to else each.by),
        ),
        (Column("debate", tr("Debate"), spare=True), lambda each: Words(each.debate)),
        (
            Column("made", tr("Made"), whole=True, spare=True),
            lambda each: each.made if each.made.grain is not Grain.UNKNOWN else None,
        ),
        (Column("paper", tr("Paper"), whole=True), _paper),
        (Column("status", tr("Status"), whole=True, spare=True), lambda each: _status(each, today)),
        (owner_column(), lambda each: Words(each.owner)),
        (Column("meeting", tr("Meeting"), whole=True, spare=True), lambda each: Words(each.meeting)),
    )


def _status(commitment: Commitment, today: date) -> str:
    """What is late is still open: that it is late stands in another column."""
    standing = standing_of_commitment(commitment, today)
    return in_words(Standing.OPEN if standing is Standing.LATE else standing)


def _paper(commitment: Commitment) -> Cell:
    if commitment.document:
        return paper_cell(commitment.document)
    return Words(commitment.ref) if commitment.ref else None


def _record(commitment: Commitment, today: date) -> dict[str, Any]:
    day = known_limit(commitment.due)
    return {
        "date": day,
        "days": (day - today).days if day else None,
        "due": commitment.due.text,
        "title": commitment.title,
        "kind": commitment.kind,
        "ref": commitment.ref or None,
        "document": commitment.document or None,
        "made": commitment.made.text,
        "by": commitment.by or None,
        "to": commitment.to or None,
        "debate": commitment.debate or None,
        "owner": commitment.owner or None,
        "status": standing_of_commitment(commitment, today),
        "written": commitment.written or None,
        "meeting": commitment.meeting,
    }
