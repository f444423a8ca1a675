"""Two columns that stand on one line, as in the head of a memo, become lines of their own."""

import re

from briefcli.memo.layout.head_labels import label_of, labelled
from briefcli.memo.tables import is_table_head
from briefcli.memo.text import HEADING, Line, clean

_GAP = re.compile(r"(?<=\S)(?:\t[ \t]*| {3,})(?=\S)")
_MOST_COLUMNS = 12
# What can begin a column besides a label: the number of a page or of a paper of the Council, and a time at the end
_BEGINS = re.compile(
    r"(?:Pagina|Page|Blz\.)\s[0-9].*|\+ ADD\b.*|[0-9]{3,5}/[0-9]{2}(?:\s.*)?|[0-2]?[0-9][.:][0-5][0-9](?:\s?uur)?"
)


def lines_of(raw: str, page: int | None, number: int) -> list[Line]:
    """A line as it was got out of a file, or the columns of it; between a label and its value comes a colon."""
    is_heading, raw = raw.startswith(HEADING), raw.removeprefix(HEADING)
    pieces = _GAP.split(raw)
    first, *others = [raw] if len(pieces) > _MOST_COLUMNS or is_table_head(pieces) else pieces
    found = [first]
    for piece in others:
        last = found[-1].rstrip()
        if any(map(str.isalpha, first)) and _begins_column(piece):  # else the first is the time or number of an item
            found.append(piece)
        elif label_of(last) is not None and not last.endswith(":") and not piece.startswith(":"):
            found[-1] = f"{last}: {piece}"
        else:
            found[-1] = f"{last} {piece}"
    return [Line(clean(each), page, number, is_heading) for each in found]


def _begins_column(text: str) -> bool:
    is_field = label_of(text) is not None or (":" in text and labelled(text) is not None)
    return is_field or _BEGINS.fullmatch(text.rstrip()) is not None
