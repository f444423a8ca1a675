"""Turn paragraphs of Word, OpenDocument and HTML into lines of text, without text that cannot be seen.

List items get their bullet or number back. Notes get a raised number in the text and a line at the end. These files do
not say where on the page a text is printed. So a drawing counts as covering the paragraph that it is anchored to, and
all lines above and below that it may reach: in doubt a line is covered.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import compress, count, groupby, pairwise

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.reference import ROMANS
from briefcli.domain.marks import classified_as
from briefcli.domain.marks_apart import is_mark
from briefcli.memo.extract.comments import Comments
from briefcli.memo.extract.looks import STRUCK, THINNEST, Look
from briefcli.memo.layout.table_rows import CELL as BETWEEN_CELLS
from briefcli.memo.layout.table_rows import DITTO, TextRow, rows_together
from briefcli.memo.layout.tick_boxes import is_label, is_prompt
from briefcli.memo.text import RAISED, FileLine, FileText

# Why text is left out, other than for its look
COVERED = later("text that a shape may lie over is left out")
DELETED = later("text that a tracked change deleted is left out")
COMMENTS = later("comments are left out")
OTHER_FILE = later("a part that is another file is left out")
PLACEHOLDER = later("the prompt of an empty field is left out")

LINE = 10.0  # points: the least height of a line
_PAGE = 842.0  # points: the height of a page
_MOST_COLUMNS, _MOST_ROWS = 50, 1000
_LONGEST_LABEL = 40  # characters of a cell that can be the label of the next cell
_TORN = 0.05  # share of paragraphs that end inside a sentence: almost none do, unless each printed line is a paragraph
_LONGEST = 100  # characters of a printed line
BULLET_KIND = "bullet"
_MARK_OF_NOTE = re.compile(r"[\W0-9_]*|[ivx]+")  # not `e` in `1e`
_PLACE = re.compile("%([1-9])")  # in a label: the place of the number of that level
_FEWEST_LETTERS = 3  # in the words of a label, as in `Vraag 1:`. With fewer, only the number and a full stop are kept


class Cover(msgspec.Struct, frozen=True):
    """How many lines a drawing may cover: above the paragraph it is anchored to, and from its first line down."""

    above: int
    below: int
    over_boxes: bool = True  # whether it may cover the text in other drawings there


CellPlace = tuple[int, ...]  # the numbers of a table, its row and its cell, all unique; empty outside tables
_Printed = tuple[CellPlace, FileLine]  # the cell that a line is in, and the line
Spans = tuple[str | None, str | None]  # how many columns and rows a cell takes, as the file writes it
# How many numbers of a `CellPlace` are known before that of the cell, row or table is added
CELL, ROW, TABLE = range(3)


class ListLabel(msgspec.Struct, frozen=True):
    """How the items at one level of a list are labelled. `kind` is a bullet or a kind of number, as the file calls it.

    `words` has the text of the label with the place of the number, as in `Vraag %1:`. `runs_on` is True if the level
    counts on after an item of a higher level.
    """

    kind: str = BULLET_KIND
    first: int = 1
    words: str = ""
    runs_on: bool = False


ListLevel = tuple[str, int, ListLabel]  # the list that counts it, its level, and the form of its label


class OfficeParagraph(msgspec.Struct):
    """One paragraph. `text` is what can be seen of it, or None if there are only drawings."""

    text: str | None
    item: ListLevel | None = None
    covers: list[Cover] = []
    in_box: bool = False  # in a drawing
    cell: CellPlace = ()  # the table cell that it is in
    is_heading: bool = False
    is_marked: bool = False  # by a comment on it, or by the name of its section


def in_box(paragraphs: Iterable[OfficeParagraph]) -> Iterator[OfficeParagraph]:
    """Mark paragraphs as belonging to a drawing."""
    for each in paragraphs:
        each.in_box = True
        yield each


class OfficeReader:
    """Collects the lines of one file, and the reasons why text was left out."""

    def __init__(self) -> None:
        self.left_out: set[str] = set()
        self.beside: list[str] = []
        self.comments = Comments()
        self.numbers = count(1)  # of tables, rows and cells
        self._spans: dict[int, tuple[int, int]] = {}  # columns and rows that a cell takes, if not one each
        self._counts: dict[str, dict[int, int]] = {}  # number of the last item, by list and level
        self._run_on: set[tuple[str, int]] = set()  # levels of lists that count on after an item of a higher level

    def take_mark(self, text: str) -> None:
        """Note a mark that may be about the whole memo: in a drawing, or deleted by a change that is not accepted."""
        self.beside += [text] if classified_as(text) else []

    def file_text(self, lines: list[FileLine]) -> FileText:
        beside = [*self.beside, *self.comments.unplaced()]
        return FileText(_spaced(lines), beside, [tr(reason) for reason in sorted(self.left_out)])

    def leave_out(self, reason: str | None, text: str | None = None) -> bool:
        """Record the reason, if there is one, why a text is left out, and the text, which may have a mark.

        Returns whether there is a reason. A blank text is no loss.
        """
        if reason is not None and (text is None or text.strip()):
            self.left_out.add(reason)
            self.beside += [text] if text else []
        return reason is not None

    def seen(self, text: str, look: Look) -> str:
        """Return a text with this look, with raised digits as superscripts; empty if it cannot be seen."""
        reason = look.why_unseen(text) if text and not text.isspace() else None
        if look.raised and _MARK_OF_NOTE.fullmatch(text):
            text = text.translate(RAISED)  # so that `nr. 41` with note 1 does not become `nr. 411`
        return "" if self.leave_out(reason, None if reason == STRUCK else text) else text

    def inside(
        self, depth: int, paragraphs: Iterable[OfficeParagraph], spans: Spans = (None, None)
    ) -> Iterator[OfficeParagraph]:
        """Number a cell, row or table (`depth`), and add the number to its paragraphs. `spans` is for `span`."""
        number = next(self.numbers)
        self.span(number, *spans)
        for each in paragraphs:
            if len(each.cell) == depth:  # else it is in a table within this one
                each.cell = (number, *each.cell)
            yield each

    def lines(self, paragraphs: Iterable[OfficeParagraph]) -> list[FileLine]:
        """Return one line or more for each paragraph, without text that a drawing may cover."""
        printed: list[_Printed] = []
        covered = boxes_covered = height = 0  # printed lines from here on that a drawing may cover
        box = ""  # the last paragraph, if it is in a drawing: a mark may be on two of its lines
        for paragraph in paragraphs:
            for each in paragraph.covers:
                self._clear_above(printed, each.above)
                covered = max(covered, each.below)
            if (text := paragraph.text) is None:
                continue
            if not paragraph.in_box:
                boxes_covered -= height
                height = _height(text)
            boxes_covered = max([boxes_covered, *(each.below for each in paragraph.covers if each.over_boxes)])
            if (boxes_covered if paragraph.in_box else covered) > 0 and text:
                self.leave_out(COVERED, text)
                text = ""
            if paragraph.in_box:
                self.take_mark(text)
                self.take_mark(f"{box} {text}")
            box = text if paragraph.in_box else ""
            covered -= 0 if paragraph.in_box else height
            label = self._label(*paragraph.item) if paragraph.item and text.strip() else ""
            is_heading = paragraph.is_heading and text.strip() != "" and not paragraph.cell
            if is_heading:
                label = f"{label.strip(' •')} ".lstrip()
            cell = paragraph.cell if len(paragraph.cell) > TABLE else ()
            lines = (FileLine(line, is_heading, is_marked=paragraph.is_marked) for line in f"{label}{text}".split("\n"))
            printed += [(cell, line) for line in lines]
        tables = groupby(printed, key=lambda each: each[0][:1])
        return [line for table, each in tables for line in (self._table_lines(each) if table else (t for _, t in each))]

    def note(self, number: int, paragraphs: Iterable[OfficeParagraph]) -> FileLine:
        """A note on one line, with its number."""
        lines = self.lines(paragraphs)
        words = " ".join(line.text for line in lines).split()
        return FileLine(" ".join([str(number), *words]), is_marked=any(line.is_marked for line in lines))

    def _label(self, name: str, level: int, form: ListLabel) -> str:
        """The bullet or number in front of the next item of a list, counted as a word processor does."""
        indent = "  " * level
        if form.kind in {BULLET_KIND, "none", ""}:
            return f"{indent}• "
        self._run_on |= {(name, level)} if form.runs_on else set()
        counted = self._counts.get(name, {}).items()
        counts = {each: count for each, count in counted if each <= level or (name, each) in self._run_on}
        counts[level] = count = counts.get(level, form.first - 1) + 1
        self._counts[name] = counts
        number = _shown(count, form.kind)
        if sum(map(str.isalpha, form.words)) < _FEWEST_LETTERS:
            return f"{indent}{number}. "
        numbers = {each + 1: str(count) for each, count in counts.items()} | {level + 1: number}
        words = _PLACE.sub(lambda found: numbers.get(int(found[1]), ""), form.words).strip()
        return f"{words}. " if words[-1:].isalnum() else f"{words} "

    def count_from(self, item: ListLevel | None, written: str | None) -> None:
        """Give the next item at this level of a list this number, if it is a number."""
        number = whole(written)
        if item is not None and number is not None and number >= 0:
            name, level, _ = item
            counts = {each: count for each, count in self._counts.get(name, {}).items() if each < level}
            self._counts[name] = counts | {level: number - 1}

    def span(self, cell: int, columns: str | None, rows: str | None) -> None:
        """Record how many columns and rows a cell takes, as the file writes it. 0 rows: it continues the cell above."""
        wide, high = (1 if (number := whole(each)) is None else number for each in (columns, rows))
        self._spans[cell] = min(wide, _MOST_COLUMNS), min(max(high, 0), _MOST_ROWS)

    def _table_lines(self, printed: Iterable[_Printed]) -> list[FileLine]:
        """The lines of one table.

        A row becomes one line if the table can be read by row. Otherwise each cell has its own lines.
        """
        rows: dict[int, dict[int, list[FileLine]]] = {}
        for (_, row, cell), line in printed:
            rows.setdefault(row, {}).setdefault(cell, []).append(line)
        rows = {row: cells for row, cells in rows.items() if not _is_unfilled(list(cells.values()))}
        grid = self._grid(list(rows.values()))
        is_row = [len(cells) > 1 or DITTO in texts for cells, texts in zip(rows.values(), grid, strict=True)]
        together = iter(rows_together(list(compress(grid, is_row))) or ())
        kept: list[FileLine] = []
        for cells, one_of_many in zip(rows.values(), is_row, strict=True):
            joined = next(together, None) if one_of_many else None
            if joined is None:
                kept += _row_lines(list(cells.values()))
                continue
            is_marked = any(line.is_marked for cell in cells.values() for line in cell)
            kept += [FileLine(line, is_marked=is_marked) for line in joined.split("\n")]
        return kept

    def _grid(self, rows: list[dict[int, list[FileLine]]]) -> list[TextRow]:
        """The texts of rows by column: DITTO for a cell that continues from above, empty text beside a wide cell."""
        found: list[TextRow] = []
        left: dict[int, int] = {}  # by column, how many rows the cell above still takes
        for row in rows:
            texts: TextRow = []
            for number, lines in [*row.items(), (0, [])]:
                while left.get(len(texts), 0):
                    left[len(texts)] -= 1
                    texts.append(DITTO)
                if number:
                    wide, high = self._spans.get(number, (1, 1))
                    left |= {len(texts) + each: high - 1 for each in range(wide) if high}
                    text = " ".join(line.text.strip() for line in lines).strip()
                    texts += [text if high else DITTO, *[""] * (wide - 1)]
            found.append(texts)
        return found

    def _clear_above(self, printed: list[_Printed], count: int) -> None:
        """Empty the last `count` printed lines."""
        for place in reversed(range(len(printed))):
            if count <= 0:
                return
            cell, line = printed[place]
            count -= _height(line.text)
            self.leave_out(COVERED, line.text)
            printed[place] = cell, FileLine("")


def _row_lines(row: list[list[FileLine]]) -> list[FileLine]:
    """The lines of a row, cell by cell. A short cell of one line may be the label of the next cell.

    A mark in a cell is about the cells before it, so these become one line if each of them is.
    """
    cells = [[line for line in cell if not line.is_blank] or cell[:1] for cell in row]
    *labels, last = cells
    if any(is_mark(cell[0].text) for cell in cells[1:]):
        if all(len(cell) == 1 for cell in cells):
            is_marked = any(cell[0].is_marked for cell in cells)
            return [FileLine(BETWEEN_CELLS.join(cell[0].text for cell in cells), is_marked=is_marked)]
        return [msgspec.structs.replace(line, is_marked=True) for cell in cells for line in cell]
    for cell in labels:
        if len(cell) == 1 and 0 < len(cell[0].text) < _LONGEST_LABEL:
            cell[0] = msgspec.structs.replace(cell[0], is_label=True)
    return [line for cell in [*labels, last] for line in cell]


def _is_unfilled(row: list[list[FileLine]]) -> bool:
    """Whether a row of a form has a label, and only a prompt beside it."""
    label, *values = (" ".join(line.text for line in cell).strip() for cell in row)
    return len(values) == 1 and is_prompt(values[0]) and is_label(f"{label.rstrip(':')}:")


def _shown(count: int, kind: str) -> str:
    """The number of an item as its list writes it, but in figures below `z`: `aa.` would not read as an item."""
    number = str(count)
    if kind in {"lowerLetter", "upperLetter", "a", "A"} and 0 < count <= 26:
        number = chr(ord("a") + count - 1)
    elif kind in {"lowerRoman", "upperRoman", "i", "I"} and 0 < count <= len(ROMANS):
        number = ROMANS[count - 1].lower()
    return number.upper() if kind in {"upperRoman", "I"} else number  # not letters: `A. Dijk` would read as a name


def cover(height: float, offset: float | None, *, over_boxes: bool, is_tied: bool = True) -> Cover | None:
    """What a drawing covers, given its height and its vertical offset in points (None if unknown).

    The offset counts from the paragraph that the drawing is anchored to. If `is_tied` is False, it counts from the top
    of the page, and the paragraph can be anywhere on that page. Returns None if the drawing is too thin to cover text.
    """
    if height < THINNEST:
        return None
    start, end = (0.0, _PAGE) if offset is None else (offset, offset + height)
    above = -start if is_tied else _PAGE - start
    return Cover(int(max(above, 0) / LINE + 0.9), max(int(end / LINE + 0.9), 1), over_boxes)


def whole(text: str | None) -> int | None:
    """The number in a text, cut off to an integer of at most a billion. None if there is none."""
    try:
        return int(min(max(float(text or ""), -1e9), 1e9))
    except ValueError:
        return None


def _height(text: str) -> int:
    """The largest number of printed lines that a paragraph can take."""
    return sum(1 + len(each) // _LONGEST for each in text.split("\n"))


def _spaced(paragraphs: list[FileLine]) -> list[FileLine]:
    """Put an empty line after each paragraph, unless they are printed lines that were pasted one by one."""
    written = [line for line in paragraphs if not line.is_blank]
    pairs = [(above.text.rstrip(), below.text.lstrip()) for above, below in pairwise(written) if not above.is_label]
    torn = sum(below[0].islower() and above[-1] not in ".;:" for above, below in pairs)
    if torn > max(len(pairs) * _TORN, 1):
        return paragraphs
    apart = ([line] if line.is_label or line.is_blank else [line, FileLine("")] for line in paragraphs)
    return [line for lines in apart for line in lines]
