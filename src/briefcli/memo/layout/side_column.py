"""Reads the side column of a head after the text beside it. Text from a PDF often has both on the same lines."""

import re
from collections import Counter
from itertools import groupby

from briefcli.memo.layout.head_labels import label_of

_RIGHT = re.compile(r"(?:(?<=\s{3})|(?<=\t))(?P<words>\S+(?:\s{1,2}\S+)*)\s*$")
_FEWEST = 2  # labels that start at the same character, to be a column


def columns_apart(rows: list[str]) -> list[tuple[int, str]]:
    """Each row with its index. Where a side column runs beside a text, its rows come before those of the text."""
    right = [_RIGHT.search(row) for row in rows]
    starts = Counter(found.start() for found in right if found and label_of(found["words"]) is not None)
    start = next((start for start, count in starts.most_common(1) if count >= _FEWEST), None)
    if start is None:
        return list(enumerate(rows))
    kept: list[tuple[int, str]] = []
    for is_free, run in groupby(range(len(rows)), lambda place: _leaves_free(rows[place], start)):
        places = list(run)
        side = [(place, rows[place][start:]) for place in places if is_free and rows[place][start:].strip()]
        if len(side) < _FEWEST:
            kept += [(place, rows[place]) for place in places]
        else:
            kept += [*side, (side[-1][0], ""), *((place, rows[place][:start].rstrip()) for place in places)]
    return kept


def _leaves_free(row: str, start: int) -> bool:
    """Whether a row has spaces before this character, so that a column can start there."""
    return not row[max(start - 2, 0) : start].strip()
