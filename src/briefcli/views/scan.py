"""`brief scan`: every reference and date in a text, at its place."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.model import Reference, dossier_of
from briefcli.domain.cited import CitedPaper, cited_papers
from briefcli.domain.dates.reader import DateMention, date_of_text
from briefcli.domain.findings import Findings, find
from briefcli.domain.when import Grain, when_of
from briefcli.views.model import Block, Cell, Column, Paper, Remark, Table, View, Words

_LINE_BREAK = re.compile(r"\r\n?|\n")


class Sought(StrEnum):
    """What to look for."""

    ALL = "all"
    REFERENCES = "references"
    DATES = "dates"


class Scanned(msgspec.Struct, frozen=True):
    """A text with what was found in it; `written` is the day from which dates without a year are counted."""

    text: str
    written: date | None
    findings: Findings


def scanned(text: str, written: date | None, sought: Sought = Sought.ALL) -> Scanned:
    """Read the text; `written` is the day it was written on, else what the text itself says of that."""
    if written is None and (own := date_of_text(text)):
        written = own.day
    found = find(text, written)
    if sought is Sought.REFERENCES:
        found = Findings(references=found.references)
    elif sought is Sought.DATES:
        found = Findings(dates=found.dates)
    return Scanned(text, written, found)


def scan_view(scan: Scanned) -> View:
    """All findings in order of place; not found (exit code 1) where there are none."""
    places = _Places(scan.text)
    found = scan.findings.in_order
    if not found:
        return View(data=[], blocks=(Remark(tr("No references or dates found.")),), found=False)
    blocks: list[Block] = [_table(found, places)]
    if scan.written and scan.findings.dates:
        counted = tr("Dates without a year are counted from the date of the text:")
        blocks.append(Remark((counted, " ", when_of(scan.written), ".")))
    return View(data=[_record(each, places) for each in found], blocks=tuple(blocks))


def papers_of(scan: Scanned) -> list[CitedPaper]:
    """Every paper in the text once, as a `documents:` block holds it."""
    return cited_papers(scan.text, scan.findings)


def has_dates_without_year(scan: Scanned) -> bool:
    """Whether a date in the text would be known better if the date of the text itself were known."""
    return scan.written is None and any(each.when.grain is Grain.YEARLESS for each in scan.findings.dates)


class _Places:
    """Line and column of a place in a text, both counted from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]

    def of(self, position: int) -> tuple[int, int]:
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1


def _table(found: Sequence[Reference | DateMention], places: _Places) -> Table:
    columns = (
        Column("line", tr("Line"), whole=True, right=True),
        Column("kind", tr("Kind"), whole=True),
        Column("text", tr("Text")),
        Column("canonical", tr("Paper or date"), whole=True),
        Column("check", tr("To check")),
    )
    return Table(columns, tuple(_row(each, places) for each in found))


def _row(found: Reference | DateMention, places: _Places) -> tuple[Cell, ...]:
    line, column = places.of(found.start)
    return (
        f"{line}:{column}",
        tr(_kind(found)),
        Words(" ".join(found.text.split())),
        _identified(found),
        _doubt(found),
    )


def _identified(found: Reference | DateMention) -> Cell:
    if isinstance(found, Reference):
        return Paper(found.canonical, found.url, certain=found.certain)
    return found.when if found.certain else (found.when, f" ({tr('uncertain')})")


def _doubt(found: Reference | DateMention) -> Cell:
    """Why it is not certain and what else it can be, or where else the paper is filed."""
    if found.certain:
        dossiers = dict.fromkeys(filter(None, map(dossier_of, found.alternatives)))
        return f"{tr('also in')} {', '.join(dossiers)}" if dossiers else None
    others = ", ".join(found.alternatives)
    reason = tr(found.reason or "")
    return f"{reason} {tr('Also possible:')} {others}." if others else reason


def _kind(found: Reference | DateMention) -> str:
    return found.kind if isinstance(found, Reference) else "date"


def _record(found: Reference | DateMention, places: _Places) -> dict[str, Any]:
    line, column = places.of(found.start)
    return {
        "kind": _kind(found),
        "text": found.text,
        "canonical": found.canonical if isinstance(found, Reference) else found.when.text,
        "url": found.url if isinstance(found, Reference) else None,
        "start": found.start,
        "end": found.end,
        "certain": found.certain,
        "alternatives": list(found.alternatives),
        "line": line,
        "column": column,
        "reason": found.reason,
    }
