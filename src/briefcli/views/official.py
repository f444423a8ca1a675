"""`brief official`: what is there of the House's record, what it has for our meetings, and what practice it shows."""

from collections.abc import Sequence
from typing import Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.composed import dutch_order
from briefcli.domain.item import words_of
from briefcli.domain.when import When, when_of
from briefcli.official.folder import File
from briefcli.official.practice import FEW, Practice, Score
from briefcli.official.proposals import Proposal
from briefcli.views.labels import kind_words
from briefcli.views.view import Block, Cell, Column, Facts, Remark, Table, View, Words, present

_FILE = ("file", "kind", "rows", "first", "last", "downloaded")
_PROPOSED = (
    "meeting", "event", "official", "date", "kind", "status", "subject", "committee", "days_before", "reason",
    "certain",
)  # fmt: skip


def folder_view(files: Sequence[File], shown_as: str) -> View:
    """Every file with its rows, days and age; then what they hold together."""
    if not files:
        hint = tr("There are no files in {folder}: brief official update downloads them.", folder=shown_as)
        return View(data=[], blocks=(Remark(hint),), found=False, fields=_FILE)
    columns = (
        Column("file", tr("File"), main=True),
        Column("kind", tr("Kind"), whole=True),
        Column("rows", tr("Rows"), right=True),
        Column("first", tr("First day"), whole=True),
        Column("last", tr("Last day"), whole=True),
        Column("downloaded", tr("Downloaded"), whole=True),
    )
    data = [_file(each) for each in files]
    rows = tuple(
        (Words(each["file"]), kind_words(each["kind"] or "unreadable"), each["rows"], *_days(each)) for each in data
    )
    return View(data=data, blocks=(Table(columns, rows), _held(files)))


def match_view(found: Sequence[tuple[str, Agenda, Proposal]]) -> View:
    """One row a proposal."""
    data = [_proposal(*each) for each in found]
    if not data:
        nothing = Remark(tr("The record has no activity to propose."))
        return View(data=[], blocks=(nothing,), found=False, fields=_PROPOSED)
    columns = (
        Column("meeting", tr("Meeting"), whole=True),
        Column("official", tr("Number"), whole=True),
        Column("date", tr("Date"), whole=True),
        Column("kind", tr("Kind"), spare=True),
        Column("subject", tr("Subject"), main=True),
        Column("days_before", tr("Days before"), right=True, spare=True),
        Column("certain", tr("Certain"), whole=True),
        Column("reason", tr("Reason"), spare=True),
    )
    rows = tuple(
        (
            Words(each["meeting"]),
            Words(each["official"]),
            proposal.match.activity.when,
            tr(each["kind"]),
            Words(each["subject"]),
            each["days_before"],
            tr("yes") if each["certain"] else tr("a guess"),
            each["reason"],
        )
        for each, (_, _, proposal) in zip(data, found, strict=True)
    )
    return View(data=data, blocks=(Table(columns, rows),))


def practice_view(found: Sequence[Practice], scores: Sequence[Score] = ()) -> View:
    """How many days before a meeting each kind came, and how rules for the debates before EU councils do."""
    data = [msgspec.structs.asdict(each) for each in found]
    if not data:
        nothing = Remark(tr("The record names no day of such a meeting."))
        return View(data=[], blocks=(nothing,), found=False, fields=Practice.__struct_fields__)
    columns = (
        Column("series", tr("Series"), whole=True),
        Column("kind", tr("Kind"), main=True),
        Column("n", tr("Cases"), right=True),
        Column("median", tr("Days before (median)"), right=True),
        Column("low", tr("Least"), right=True),
        Column("high", tr("Most"), right=True),
    )
    rows = tuple((Words(each.series), tr(each.kind), each.n, each.median, each.low, each.high) for each in found)
    spread = Remark(tr("Four in five lie between the least and the most days."))
    few = Remark(tr("Fewer than {n} cases say little: their least and most are all that there is.", n=FEW))
    blocks = (
        Table(columns, rows),
        spread if any(each.n >= FEW for each in found) else None,
        few if any(each.n < FEW for each in found) else None,
        _scores(scores),
    )
    return View(data=data, blocks=present(blocks))


def downloaded_view(names: Sequence[str], rows: int) -> View:
    new = count("{n} new or changed row", "{n} new or changed rows", rows)
    facts = Facts(((tr("Downloaded"), Words(", ".join(names) or "–")), (tr("Rows"), new)))
    return View(data=[{"file": name} for name in names], blocks=(facts,), fields=("file",))


def _scores(scores: Sequence[Score]) -> Block | None:
    columns = (
        Column("rule", tr("Rule"), main=True),
        Column("n", tr("Cases"), right=True),
        Column("right", tr("On the very day"), right=True),
        Column("off", tr("Days off (average)"), right=True),
    )
    rows = tuple((each.rule, each.n, each.right, each.off) for each in scores)
    title = tr("Rules for debates before EU councils, scored on other years than they were fitted on")
    return Table(columns, rows, title) if rows else None


def _file(file: File) -> dict[str, Any]:
    days = file.record.days
    return {
        "file": file.record.path,
        "kind": file.record.kind,
        "rows": file.record.rows,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "downloaded": file.downloaded,
    }


def _days(record: dict[str, Any]) -> tuple[When | None, ...]:
    return tuple(when_of(record[name]) if record[name] else None for name in ("first", "last", "downloaded"))


def _held(files: Sequence[File]) -> Facts:
    records = [each.record for each in files]
    activities = [each for record in records for each in record.activities]
    dossiers = sorted({each.dossier for record in records for each in record.papers if each.dossier})
    committees = sorted({each.committee for each in activities if each.committee}, key=dutch_order)
    wrong = sum(len(record.diagnostics) for record in records)
    facts: list[tuple[str, Cell]] = [
        (tr("Activities"), len(activities)),
        (tr("Papers"), sum(len(record.papers) for record in records)),
        (tr("Commitments"), sum(len(record.toezeggingen) for record in records)),
        (tr("Committees"), Words("; ".join(committees))),
        (tr("Dossiers"), Words(", ".join(dossiers))),
    ]
    if wrong:
        facts.append(
            (
                tr("Wrong"),
                count("{n} row or file: brief check shows it", "{n} rows or files: brief check shows them", wrong),
            )
        )
    return Facts(tuple(facts))


def _proposal(id_: str, agenda: Agenda, proposal: Proposal) -> dict[str, Any]:
    activity = proposal.match.activity
    event = agenda.events[proposal.event] if proposal.event is not None else None
    return {
        "meeting": id_,
        "event": (event.id or words_of(event.title)) if event else None,
        "official": activity.number,
        "date": activity.when.text,
        "kind": str(activity.form),
        "status": activity.status,
        "subject": activity.subject,
        "committee": activity.committee_short or activity.committee,
        "days_before": proposal.match.days_before,
        "reason": proposal.match.reason,
        "certain": proposal.match.certain,
    }
