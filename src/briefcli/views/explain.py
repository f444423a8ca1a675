"""`brief import --explain`: where in the memo each field comes from."""

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.redaction import marker
from briefcli.domain.texts import passages
from briefcli.memo.imported import Imported, Trace
from briefcli.views.model import Column, Table, View, Words


def explain_view(imported: Imported, *, internal: bool) -> View:
    """Every field with its place and the memo's own words; of what is not public, the words only with `internal`."""
    hidden = frozenset[str]() if internal else hidden_fields(imported.agenda)
    traces = [_masked(each) if is_hidden(each.field, hidden) else each for each in imported.traces]
    columns = (
        Column("field", tr("Field"), whole=True),
        Column("place", tr("Place"), whole=True),
        Column("words", tr("The memo's words")),
        Column("reads", tr("Read as")),
    )
    rows = tuple((Words(each.field), _place(each), Words(each.words), Words(each.reads)) for each in traces)
    return View(data=[_record(each) for each in traces], blocks=(Table(columns, rows),), found=bool(traces))


def hidden_fields(agenda: Agenda) -> frozenset[str]:
    """The paths of all texts that are not public."""
    return frozenset(passage.where for passage in passages(agenda) if passage.withheld)


def is_hidden(field: str, hidden: frozenset[str]) -> bool:
    """Whether the field is, holds, or is a part of something that is not public."""
    return any(
        field == each or each.startswith((f"{field}.", f"{field}[")) or field.startswith(f"{each}.") for each in hidden
    )


def _masked(trace: Trace) -> Trace:
    return Trace(field=trace.field, page=trace.page, line=trace.line, words=marker(None))


def _place(trace: Trace) -> str:
    line = f"{tr('line')} {trace.line}"
    return f"{tr('page')} {trace.page}, {line}" if trace.page else line


def _record(trace: Trace) -> dict[str, object]:
    names = ("field", "page", "line", "words", "reads")
    return {name: getattr(trace, name) for name in names}
