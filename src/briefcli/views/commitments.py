"""`brief commitments`: what was promised to whom over all meetings, and which motions are to be carried out."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.model import dossier_of
from briefcli.domain.citations.reader import read_reference
from briefcli.domain.late import Standing
from briefcli.domain.when import When
from briefcli.errors import UsageError
from briefcli.index.questions import Library, Pledge
from briefcli.views.model import Cell, Column, Remark, Table, View, Words
from briefcli.views.nearness import left_of, limit_of_pledge, standing_of_pledge
from briefcli.views.papers import paper_cell
from briefcli.views.words import kind_words, status_words


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What of it to show; `dossier` keeps those that cite a paper of it."""

    only_open: bool = False
    owner: str | None = None
    dossier: str | None = None


def commitments_view(library: Library, today: date, choice: Choice) -> View:
    """Late ones first, then open ones by due date, then what is settled. Raises UsageError for no dossier."""
    dossier = _dossier(choice.dossier) if choice.dossier is not None else None
    found = [each for each in library.pledges(dossier=dossier) if _is_wanted(each, choice, today)]
    if not found:
        return View(data=[], blocks=(Remark(tr("No commitments or motions match.")),), found=False)
    shown = sorted(found, key=lambda each: _order(each, today))
    return View(data=[_record(each, today) for each in shown], blocks=(_table(shown, today),))


def _dossier(asked: str) -> str:
    dossiers = [dossier for each in read_reference(asked) if (dossier := dossier_of(each.canonical))]
    if not dossiers:
        raise UsageError(tr("“{asked}” is no dossier").format(asked=asked), tr("write its number, as in 28676"))
    return dossiers[0]


def _is_wanted(pledge: Pledge, choice: Choice, today: date) -> bool:
    if choice.only_open and standing_of_pledge(pledge, today) not in {Standing.OPEN, Standing.LATE}:
        return False
    return choice.owner is None or choice.owner.casefold() in pledge.owner.casefold()


def _order(pledge: Pledge, today: date) -> tuple[bool, bool, tuple[str, str, str]]:
    standing = standing_of_pledge(pledge, today)
    return (standing is not Standing.LATE, standing is not Standing.OPEN, pledge.due.sort_key)


def _table(pledges: Iterable[Pledge], today: date) -> Table:
    columns = (
        Column("days", tr("Left"), whole=True),
        Column("due", tr("Due")),
        Column("title", tr("What"), main=True),
        Column("kind", tr("Kind"), whole=True, spare=True),
        Column("whose", tr("By → to"), spare=True),
        Column("debate", tr("Debate"), spare=True),
        Column("made", tr("Made"), whole=True, spare=True),
        Column("paper", tr("Paper"), whole=True),
        Column("status", tr("Status"), whole=True, spare=True),
        Column("owner", tr("Owner")),
        Column("meeting", tr("Meeting"), whole=True, spare=True),
    )
    return Table(columns, tuple(_row(each, today) for each in pledges))


def _row(pledge: Pledge, today: date) -> tuple[Cell, ...]:
    unknown = When.unknown().text
    return (
        left_of(pledge, today),
        Words(pledge.written) if pledge.due.text == unknown and pledge.written not in {"", unknown} else pledge.due,
        Words(pledge.title, withheld=pledge.withheld),
        kind_words(pledge.kind),
        Words(f"{pledge.by} → {pledge.to}" if pledge.to else pledge.by),
        Words(pledge.debate),
        pledge.made if pledge.made.text != unknown else None,
        _paper(pledge),
        status_words(_written_status(pledge, today)),
        Words(pledge.owner),
        Words(pledge.meeting),
    )


def _written_status(pledge: Pledge, today: date) -> str:
    standing = standing_of_pledge(pledge, today)
    return Standing.OPEN if standing is Standing.LATE else standing


def _paper(pledge: Pledge) -> Cell:
    if pledge.document:
        return paper_cell(pledge.document)
    return Words(pledge.ref) if pledge.ref else None


def _record(pledge: Pledge, today: date) -> dict[str, Any]:
    day = limit_of_pledge(pledge)
    return {
        "date": day,
        "days": (day - today).days if day else None,
        "due": pledge.due.text,
        "title": pledge.title,
        "kind": pledge.kind,
        "ref": pledge.ref or None,
        "document": pledge.document or None,
        "made": pledge.made.text,
        "by": pledge.by or None,
        "to": pledge.to or None,
        "debate": pledge.debate or None,
        "owner": pledge.owner or None,
        "status": standing_of_pledge(pledge, today),
        "written": pledge.written or None,
        "meeting": pledge.meeting,
    }
