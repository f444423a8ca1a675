"""Reads the side column of a head before the text beside it. Text from a PDF often has both on the same lines."""

import re
from collections import Counter
from itertools import groupby

from briefcli.domain.marks import is_marked
from briefcli.memo.layout.head_labels import label_of
from briefcli.memo.layout.headings import Part, has_doubtful_label, may_withhold, part_of

_RIGHT = re.compile(r"(?:(?<=\s{3})|(?<=\t))(?P<words>\S+(?:\s{1,2}\S+)*)\s*$")
_FEWEST = 2  # different labels that start at the same character, to be a column
_LONGEST_HEADING = 40  # characters


def columns_apart(rows: list[str]) -> list[tuple[int, str]]:
    """Each row with its index. Where a side column runs beside a text, its rows come before those of the text.

    What is beside a text that may be withheld stays in its row, so that it is withheld too.
    """
    labels = {(found.start(), label_of(found["words"])) for found in map(_RIGHT.search, rows) if found}
    starts = Counter(start for start, label in labels if label is not None)
    start = next((start for start, count in starts.most_common(1) if count >= _FEWEST), None)
    if start is None:
        return list(enumerate(rows))
    kept: list[tuple[int, str]] = []
    for is_free, run in groupby(range(len(rows)), lambda place: not rows[place][max(start - 2, 0) : start].strip()):
        places = list(run)
        count = _count_open([rows[place][:start].strip() for place in places]) if is_free else 0
        side = [(place, rows[place][start:]) for place in places[:count] if rows[place][start:].strip()]
        if len(side) < _FEWEST:
            kept += [(place, rows[place]) for place in places]
        else:
            kept += [*side, (side[-1][0], ""), *((place, rows[place][:start].rstrip()) for place in places[:count])]
            kept += [(place, rows[place]) for place in places[count:]]
    return kept


def _count_open(texts: list[str]) -> int:
    """How many of these lines are above the first paragraph or heading that may be withheld."""
    marked = next((place for place, text in enumerate(texts) if _may_be_withheld(text)), len(texts))
    while 0 < marked < len(texts) and texts[marked - 1]:
        marked -= 1
    return marked


def _may_be_withheld(text: str) -> bool:
    is_heading = part_of(text) is Part.WITHHELD or (len(text) <= _LONGEST_HEADING and may_withhold(text))
    return is_heading or is_marked(text) or has_doubtful_label(text)
