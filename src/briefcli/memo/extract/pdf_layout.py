"""The printed lines of a PDF page: put together from its characters, with raised footnote numbers kept apart."""

import itertools
import statistics

import msgspec

from briefcli.memo.text import RAISED

_RAISED_SIZE = 0.8  # a footnote number is set at 58–70% of the text it stands in
_RAISED_BY = 0.12  # and stands this much of the text's size higher
_NUDGE = (0.2, 0.9)  # times the text's size: one space, which can be all that is left of a bullet
_PARAGRAPH_GAP = 1.55  # times the usual distance between lines


class Glyph(msgspec.Struct):
    char: str
    size: float
    left: float
    bottom: float


class _Row(msgspec.Struct):
    """One printed line: its text and how high it stands on the page, in points from below."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


def page_lines(printed: list[list[Glyph]]) -> list[str]:
    """The lines of one page, with an empty one where the page leaves room between paragraphs."""
    rows = [_row(glyphs) for glyphs in printed]
    return _with_gaps(_rejoined([row for row in rows if row.text.strip()]))


def _row(glyphs: list[Glyph]) -> _Row:
    printed = [glyph for glyph in glyphs if glyph.char.strip()]
    if not printed:
        return _Row("", 0, 0, 0, 0)
    size = statistics.median_high([glyph.size for glyph in printed])
    bottom = statistics.median_low([glyph.bottom for glyph in printed])
    text = "".join(
        glyph.char.translate(RAISED)
        if glyph.size < size * _RAISED_SIZE and glyph.bottom > bottom + size * _RAISED_BY
        else glyph.char
        for glyph in glyphs
    )
    return _Row(text, printed[0].left, printed[-1].left + printed[-1].size / 2, bottom, size)


def _rejoined(rows: list[_Row]) -> list[_Row]:
    """Pieces of one printed line are put together again: a bullet or a raised number with its text."""
    joined: list[_Row] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before is not None and before.left < row.left and abs(before.bottom - row.bottom) < before.size * 0.45:
            is_raised = row.size < before.size * _RAISED_SIZE and row.text.strip().isdecimal()
            is_label = len(before.text.strip()) <= 3 and not before.text.strip().isalpha()
            if is_raised:
                before.text = before.text.rstrip() + row.text.strip().translate(RAISED)
                before.right = row.right
                continue
            if is_label:
                joined[-1] = _Row(f"{before.text.strip()} {row.text}", before.left, row.right, row.bottom, row.size)
                continue
            if row.left - before.right < before.size:
                before.text, before.right = f"{before.text.rstrip()} {row.text.lstrip()}", row.right
                continue
        joined.append(row)
    return joined


def _with_gaps(rows: list[_Row]) -> list[str]:
    """The lines, with an empty one where the page leaves more room than between lines of one paragraph."""
    if not rows:
        return []
    steps = [above.bottom - below.bottom for above, below in itertools.pairwise(rows)]
    usual = statistics.median_low([step for step in steps if step > 0] or [0])
    edge = min(row.left for row in rows)
    lines: list[str] = []
    for row, step in zip(rows, [*steps, 0.0], strict=True):
        is_nudged = row.size * _NUDGE[0] < row.left - edge < row.size * _NUDGE[1]
        lines.append(f" {row.text}" if is_nudged else row.text)
        if step < 0 or step > usual * _PARAGRAPH_GAP:
            lines.append("")
    return lines
