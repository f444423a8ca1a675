"""`brief import --explain`: where in the memo each field comes from, and what was left out."""

from typing import Any

from briefcli.catalog import later, tr
from briefcli.domain.item import UNREAD
from briefcli.memo.imported import Dropped, Imported, Trace
from briefcli.views.cell import Words
from briefcli.views.making import table, view_of
from briefcli.views.view import Column, View


def explain_view(imported: Imported, *, internal: bool) -> View:
    """Every field with its place and the memo's own words, then the lines that were left out.

    Without `internal`, `UNREAD` replaces the words, and there is no row for what stays withheld after a release.
    """
    traces = imported.shown(imported.traces, internal=internal)
    dropped = [each for each in imported.dropped if internal or not each.withheld]
    data = [
        *(_record(each, each.field, each.reads if internal else "", internal=internal) for each in traces),
        *(_record(each, later("left out"), each.why, internal=internal) for each in dropped),
    ]
    places = table(
        data,
        (Column(tr("Field"), whole=True), lambda each: Words(tr(each["field"]))),
        (Column(tr("Place"), whole=True), _place),
        (Column(tr("The memo's words")), lambda each: Words(each["words"])),
        (Column(tr("Read as")), lambda each: Words(each["reads"])),
    )
    return view_of(data, places, found=bool(data))


def _record(found: Trace | Dropped, field: str, reads: str, *, internal: bool) -> dict[str, Any]:
    words = found.words if internal else UNREAD
    return {"field": field, "page": found.page, "line": found.line, "words": words, "reads": reads}


def _place(record: dict[str, Any]) -> str:
    line = tr("line {line}", line=record["line"])
    return tr("page {page}, {line}", page=record["page"], line=line) if record["page"] else line
