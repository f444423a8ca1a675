"""`brief scan`: every reference and date in a text, at its place."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import tr, tr_as
from briefcli.domain.citations.paper_names import dossier_name, paper_name
from briefcli.domain.citations.reference import Reference, dossier_of
from briefcli.domain.cited import Findings, find
from briefcli.domain.dates.in_text import DateMention, date_of_text
from briefcli.domain.when import Grain, WhenError, parse_when, when_of
from briefcli.views.cell import Cell, PaperCell, Words
from briefcli.views.making import joined_cells, nothing_found, record_of, sentence, table, view_of
from briefcli.views.view import Column, Remark, View

MOST_FOUND = 5_000
_HEAD, _BEGINNING = 50_000, 150_000  # characters
_LINE_BREAK = re.compile(r"\r\n?|\n")


_FIELDS = (
    "kind", "text", "canonical", "url", "start", "end", "certain", "alternatives", "line", "column", "reason",
)  # fmt: skip


class Scanned(msgspec.Struct, frozen=True):
    """A text with what was found in it; `written` is the day from which dates without a year are counted.

    `is_cut` says that the text holds more than MOST_FOUND references and dates, of which only the first are here.
    """

    text: str
    written: date | None
    findings: Findings
    is_cut: bool = False


def scanned(text: str, written: date | None, *, references: bool = True, dates: bool = True) -> Scanned:
    """Find references, dates or both. `written` is the day of writing; if it is None, it is looked for in the text."""
    if written is None and (own := date_of_text(text[:_HEAD])):
        written = own.day
    found = find(text[:_BEGINNING], written).in_order  # a text full of dates is not read to its end
    if len(text) > _BEGINNING and len(found) <= MOST_FOUND:
        found = find(text, written).in_order
    kept = found[:MOST_FOUND]
    papers = tuple(each for each in kept if references and isinstance(each, Reference))
    days = tuple(each for each in kept if dates and isinstance(each, DateMention))
    return Scanned(text, written, Findings(papers, days), is_cut=len(kept) < len(found))


def scan_view(scan: Scanned) -> View:
    """All findings in order of place; `found` is false (exit code 1) if there are none."""
    lines = [0, *(each.end() for each in _LINE_BREAK.finditer(scan.text))]
    found = scan.findings.in_order
    if not found:
        return nothing_found(tr("No references or dates found."), _FIELDS)
    remark = None
    if scan.written and scan.findings.dates:
        counted = tr("Dates without a year are counted from the date of the text:")
        remark = Remark((counted, " ", when_of(scan.written), "."))
    listed = table(
        found,
        (Column(tr("Line"), whole=True, right=True), lambda each: ":".join(map(str, _place(each.start, lines)))),
        (Column(tr("Kind"), whole=True), lambda each: getattr(each, "kind", tr_as("kind", "date"))),
        (Column(tr("Text")), lambda each: Words(" ".join(each.text.split()))),
        (Column(tr("Paper or date"), whole=True), _identified),
        (Column(tr("To check")), _doubt),
    )
    return view_of([_record(each, lines) for each in found], listed, remark)


def has_dates_without_year(scan: Scanned) -> bool:
    """Whether the text has dates without a year, which the date of the text would complete if it were known."""
    return scan.written is None and any(each.when.grain is Grain.YEARLESS for each in scan.findings.dates)


def _place(start: int, lines: Sequence[int]) -> tuple[int, int]:
    """Line and column, both counted from 1, of the place `start` in a text whose lines start at `lines`."""
    line = bisect_right(lines, start)
    return line, start - lines[line - 1] + 1


def _identified(found: Reference | DateMention) -> Cell:
    if isinstance(found, Reference):
        return PaperCell(found.canonical, found.url, certain=found.certain)
    if found.certain:
        return found.when
    return found.due or found.when, f" ({tr('uncertain')})"


def _doubt(found: Reference | DateMention) -> Cell:
    """Why a finding is uncertain and what else it may be; for a certain paper, the other dossiers that it is in."""
    if found.certain:
        dossiers = dict.fromkeys(filter(None, map(dossier_of, found.alternatives)))
        return tr("also in {dossiers}", dossiers=", ".join(map(dossier_name, dossiers))) if dossiers else None
    reason = tr(found.reason) if found.reason else ""
    if not found.alternatives:
        return reason
    name = paper_name if isinstance(found, Reference) else _date_name
    return sentence(
        tr("{reason} Also possible: {others}."), reason=reason, others=joined_cells(", ", map(name, found.alternatives))
    )


def _date_name(written: str) -> Cell:
    try:
        return parse_when(written)
    except WhenError:
        return written


def _record(found: Reference | DateMention, lines: Sequence[int]) -> dict[str, Any]:
    line, column = _place(found.start, lines)
    if isinstance(found, Reference):
        what = record_of(found, "kind", "text", "canonical", "url")
    else:
        what = {"kind": "date", "text": found.text, "canonical": found.notation, "url": None}
    return {
        **what,
        **record_of(found, "start", "end", "certain"),
        "alternatives": list(found.alternatives),
        "line": line,
        "column": column,
        "reason": found.reason,
    }
