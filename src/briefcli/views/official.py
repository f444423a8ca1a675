"""`brief official`: the files of the House's record, the activities it has for our meetings, the practice it shows."""

from collections.abc import Sequence
from typing import Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.composed import dutch_order
from briefcli.domain.item import words_of
from briefcli.domain.when import parse_when, when_of
from briefcli.official.contents import FileContents
from briefcli.official.folder import state_of
from briefcli.official.matching import Match
from briefcli.official.practice import FEW, Practice, Score
from briefcli.views.cell import Words
from briefcli.views.labels import due_words, in_words
from briefcli.views.making import known_facts, nothing_found, record_of, table, view_of
from briefcli.views.view import Column, Facts, Remark, View

_FILE = ("file", "kind", "rows", "first", "last", "downloaded")
_PROPOSED = (
    "meeting", "event", "official", "date", "kind", "status", "subject", "committee", "days_before", "reason",
    "certain",
)  # fmt: skip


def folder_view(files: Sequence[FileContents], shown_as: str, unread: Sequence[str] = ()) -> View:
    """Every file with its rows, days and day of download; then totals, and `unread`, the names of files not read."""
    if not files:
        return nothing_found(
            tr("There are no files in {folder}: brief official update downloads them.", folder=shown_as), _FILE
        )
    data = [_file(each) for each in files]
    listed = table(
        data,
        (Column(tr("File"), main=True), lambda each: Words(each["file"].removeprefix(f"{shown_as}/"))),
        (Column(tr("Kind"), whole=True), lambda each: in_words(each["kind"] or "unreadable")),
        (Column(tr("Rows"), right=True), lambda each: each["rows"]),
        (Column(tr("First day"), whole=True), lambda each: each["first"] and when_of(each["first"])),
        (Column(tr("Last day"), whole=True), lambda each: each["last"] and when_of(each["last"])),
        (Column(tr("Downloaded"), whole=True), lambda each: each["downloaded"] and when_of(each["downloaded"])),
    )
    others = tr("Not read, because of how their names end: {files}", files=", ".join(unread)) if unread else ""
    return view_of(data, listed, _held(files), Remark(others) if others else None)


def match_view(found: Sequence[tuple[str, Agenda, Match]]) -> View:
    if not found:
        return nothing_found(tr("The record has no activity to propose."), _PROPOSED)
    data = [_proposal(*each) for each in found]
    listed = table(
        data,
        (Column(tr("Meeting"), whole=True), lambda each: Words(each["meeting"])),
        (Column(tr("Number"), whole=True), lambda each: Words(each["official"])),
        (Column(tr("Date"), whole=True), lambda each: parse_when(each["date"])),
        (Column(tr("Kind"), spare=True), lambda each: in_words(each["kind"])),
        (Column(tr("Subject"), main=True), lambda each: Words(each["subject"])),
        (Column(tr("Days before"), right=True, spare=True), lambda each: each["days_before"]),
        (Column(tr("Certain"), whole=True), lambda each: tr("yes") if each["certain"] else tr("a guess")),
        (Column(tr("Reason"), spare=True), lambda each: each["reason"]),
    )
    return view_of(data, listed)


def practice_view(found: Sequence[Practice], scores: Sequence[Score] = ()) -> View:
    """How many days before a meeting each kind of thing came, and how well rules predict debates before EU councils."""
    if not found:
        return nothing_found(tr("The record names no day of such a meeting."), Practice.__struct_fields__)
    listed = table(
        found,
        (Column(tr("Series"), whole=True), lambda each: Words(each.series)),
        (Column(tr("Kind"), main=True), lambda each: in_words(each.kind)),
        (Column(tr("Cases"), right=True), lambda each: each.n),
        (Column(tr("Days before (median)"), right=True), lambda each: each.median),
        (Column(tr("Least"), right=True), lambda each: each.low),
        (Column(tr("Most"), right=True), lambda each: each.high),
    )
    scored = table(
        scores,
        (Column(tr("Rule"), main=True), lambda each: " / ".join(map(due_words, each.rule.split(" / ")))),
        (Column(tr("Cases"), right=True), lambda each: each.n),
        (Column(tr("On the very day"), right=True), lambda each: each.right),
        (Column(tr("Days off (average)"), right=True), lambda each: each.off),
        title=tr("Rules for debates before EU councils, tested on other years than those they were made from"),
    )
    spread = Remark(tr("Four in five cases are between “least” and “most”."))
    few = Remark(tr("With fewer than {n} cases, “least” and “most” are simply the smallest and largest number.", n=FEW))
    return view_of(
        [msgspec.structs.asdict(each) for each in found],
        listed,
        spread if any(each.n >= FEW for each in found) else None,
        few if any(each.n < FEW for each in found) else None,
        scored,
    )


def downloaded_view(names: Sequence[str], rows: int) -> View:
    new = count("{n} new or changed row", "{n} new or changed rows", rows)
    said = known_facts((tr("Downloaded"), Words(", ".join(names) or "–")), (tr("Rows"), new))
    return view_of([{"file": name} for name in names], said, fields=("file",))


def _file(file: FileContents) -> dict[str, Any]:
    days = file.days
    return {
        "file": file.path,
        **record_of(file, "kind", "rows"),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "downloaded": file.downloaded,
    }


def _held(files: Sequence[FileContents]) -> Facts:
    """Totals over all files; an activity that is in several files counts once."""
    state = state_of(files)
    dossiers = sorted({each.dossier for each in state.papers if each.dossier})
    names = {each.committee.casefold(): each.committee for each in state.activities if each.committee}
    wrong = sum(len(each.diagnostics) for each in files)
    said = count("{n} row or file: brief check shows it", "{n} rows or files: brief check shows them", wrong)
    return known_facts(
        (tr("Activities"), len(state.activities)),
        (tr("Papers"), len(state.papers)),
        (tr("Commitments"), len(state.toezeggingen)),
        (tr("Committees"), Words("; ".join(sorted(names.values(), key=dutch_order)))),
        (tr("Dossiers"), Words(", ".join(dossiers))),
        (tr("Wrong"), said if wrong else None),
    )


def _proposal(id_: str, agenda: Agenda, match: Match) -> dict[str, Any]:
    activity = match.activity
    event = agenda.events[match.event] if match.event is not None else None
    return {
        "meeting": id_,
        "event": (event.id or words_of(event.title)) if event else None,
        "official": activity.official,
        "date": activity.when.text,
        "kind": str(activity.form),
        **record_of(activity, "status", "subject"),
        "committee": activity.committee_short or activity.committee,
        **record_of(match, "days_before", "reason", "certain"),
    }
