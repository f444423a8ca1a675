"""Names an imported agenda: its id, and a title if the memo has none."""

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda
from briefcli.domain.file_names import suggested_name
from briefcli.domain.marks import is_marked
from briefcli.memo.imported import Imported
from briefcli.memo.layout.head import MemoHead
from briefcli.memo.layout.paragraphs import sentences, shortened
from briefcli.memo.text import Line


def title_from_text(draft: Imported, lines: list[Line]) -> None:
    """Make a title for a memo without one: from what it asks or why it was written, or else from its first line."""
    if draft.agenda.title:
        return
    opening = next((each.text.strip() for each in lines if not each.is_blank and not is_marked(each.text)), "")
    trace = next((each for each in draft.traces if each.field in {"decision[0]", "summary[0]", "key_points[0]"}), None)
    heading = next((each.words for each in draft.dropped if not each.withheld and each.line == 1), "") or opening
    words = trace.words if trace else heading or "Beslisnota"
    draft.agenda.title = shortened(sentences(words)[0][0])
    if trace is not None:
        draft.traces.append(msgspec.structs.replace(trace, field="title"))
    draft.check("title", tr("the memo has no title; give it a short one"))


def suggested_id(agenda: Agenda, head: MemoHead) -> str:
    """`dmm-2023-06` for a meeting of a series, else `memo-2023-06-05`: no words, as these are not public yet."""
    first = agenda.when.first or head.written
    if agenda.series:
        return suggested_name(agenda.series, f"{first:%Y-%m}" if first else "")
    return f"memo-{first.isoformat()}" if first else "memo"
