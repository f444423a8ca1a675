"""`brief commitments`: what was promised to whom over all meetings, and which motions are to be carried out."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.reader import read_reference
from briefcli.domain.citations.reference import dossier_of
from briefcli.domain.composed import is_in
from briefcli.domain.late import Standing
from briefcli.domain.when import When
from briefcli.errors import UsageError
from briefcli.index.queries import Index
from briefcli.index.records import Commitment
from briefcli.views.dated import left_column, owner_column
from briefcli.views.due_words import due_words
from briefcli.views.labels import kind_words, status_words
from briefcli.views.nearness import left_of, limit_of_pledge, standing_of_pledge
from briefcli.views.official_promises import met_remark, official_commitments, official_promise
from briefcli.views.papers import paper_cell
from briefcli.views.view import Cell, Column, Remark, Table, View, Words, present

_FIELDS = (
    "date", "days", "due", "title", "kind", "ref", "document", "made", "by", "to", "debate", "owner", "status",
    "written", "meeting",
)  # fmt: skip


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What of it to show; `dossier` keeps those that cite a paper of it."""

    only_open: bool = False
    owners: tuple[str, ...] = ()  # any of them
    dossier: str | None = None


def commitments_view(index: Index, today: date, choice: Choice) -> View:
    """Late ones first, then open ones by due date, then what is settled. Raises UsageError for no dossier."""
    dossier = _dossier(choice.dossier) if choice.dossier is not None else None
    promises = {each.official: each for each in index.promises()}
    own = list(index.commitments(dossier=dossier))
    official = official_commitments(index, promises, own) if dossier is None else []
    found = [each for each in (*own, *official) if _is_wanted(each, choice, today)]
    if not found:
        return View(data=[], blocks=(Remark(tr("No commitments or motions match.")),), found=False, fields=_FIELDS)
    shown = sorted(found, key=lambda each: _order(each, today))
    data = [_record(each, today) | official_promise(promises.get(each.ref)) for each in shown]
    return View(data=data, blocks=present((_table(shown, today), met_remark(index))))


def _dossier(asked: str) -> str:
    dossiers = [dossier for each in read_reference(asked) if (dossier := dossier_of(each.canonical))]
    if not dossiers:
        raise UsageError(tr("“{asked}” is no dossier").format(asked=asked), tr("write its number, as in 28676"))
    return dossiers[0]


def _is_wanted(commitment: Commitment, choice: Choice, today: date) -> bool:
    if choice.only_open and standing_of_pledge(commitment, today) not in {Standing.OPEN, Standing.LATE}:
        return False
    return not choice.owners or any(is_in(each, commitment.owner) for each in choice.owners)


def _order(commitment: Commitment, today: date) -> tuple[bool, bool, tuple[str, str, str]]:
    standing = standing_of_pledge(commitment, today)
    return (standing is not Standing.LATE, standing is not Standing.OPEN, commitment.due.sort_key)


def _table(pledges: Iterable[Commitment], today: date) -> Table:
    columns = (
        left_column(),
        Column("due", tr("Due")),
        Column("title", tr("What"), main=True),
        Column("kind", tr("Kind"), whole=True, spare=True),
        Column("whose", tr("By → to"), spare=True),
        Column("debate", tr("Debate"), spare=True),
        Column("made", tr("Made"), whole=True, spare=True),
        Column("paper", tr("Paper"), whole=True),
        Column("status", tr("Status"), whole=True, spare=True),
        owner_column(),
        Column("meeting", tr("Meeting"), whole=True, spare=True),
    )
    return Table(columns, tuple(_row(each, today) for each in pledges))


def _row(commitment: Commitment, today: date) -> tuple[Cell, ...]:
    unknown = When.unknown().text
    return (
        left_of(commitment, today),
        Words(due_words(commitment.written))
        if commitment.due.text == unknown and commitment.written not in {"", unknown}
        else commitment.due,
        Words(commitment.title, withheld=commitment.withheld),
        kind_words(commitment.kind),
        Words(f"{commitment.by} → {commitment.to}" if commitment.to else commitment.by),
        Words(commitment.debate),
        commitment.made if commitment.made.text != unknown else None,
        _paper(commitment),
        status_words(_written_status(commitment, today)),
        Words(commitment.owner),
        Words(commitment.meeting),
    )


def _written_status(commitment: Commitment, today: date) -> str:
    standing = standing_of_pledge(commitment, today)
    return Standing.OPEN if standing is Standing.LATE else standing


def _paper(commitment: Commitment) -> Cell:
    if commitment.document:
        return paper_cell(commitment.document)
    return Words(commitment.ref) if commitment.ref else None


def _record(commitment: Commitment, today: date) -> dict[str, Any]:
    day = limit_of_pledge(commitment)
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
        "status": standing_of_pledge(commitment, today),
        "written": commitment.written or None,
        "meeting": commitment.meeting,
    }
