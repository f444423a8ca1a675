"""What Word and OpenDocument files have in common: their paragraphs become lines of text, without what is not seen.

Lists get their bullet or number back, notes a raised number in the text and a line at the end. Where text is printed
is not known in a file with styles. So a drawing is taken to cover the paragraph it is tied to, and as many lines above
and below it as it may reach: in doubt they are covered.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count, groupby, pairwise

import msgspec

from briefcli.catalog import later, tr
from briefcli.memo.tables import DITTO, Row, rows_together
from briefcli.memo.text import HEADING, RAISED

# Why something is left out
HIDDEN = later("hidden text is left out")
STRUCK = later("struck-through text is left out")
BLACKENED = later("text that was made black is left out")
COLOURLESS = later("text in the colour of its background is left out")
TINY = later("text too small to be read is left out")
COVERED = later("text that a shape may lie over is left out")
DELETED = later("text that a tracked change deleted is left out")
COMMENTS = later("comments are left out")
OTHER_FILE = later("a part that is another file is left out")
PLACEHOLDER = later("the prompt of an empty field is left out")

IN_ROW = "\v"  # stands behind a cell of a table, when another follows in its row
LINE = 10.0  # points that a line is high, at least
THINNEST = 4.0  # points: a drawing of less is a rule
LARGEST = 1000.0  # points: no page is larger
_MOST_COLUMNS, _MOST_ROWS = 50, 1000
_LONGEST_LABEL = 40  # characters of a cell that can be the label of the next one
_TORN = 0.05  # share of paragraphs that break off in a sentence; of written paragraphs it is almost none
_LONGEST = 100  # characters of a printed line
BULLET = "bullet"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

Rgb = tuple[int, int, int]

BLACK: Rgb = (0, 0, 0)
WHITE: Rgb = (255, 255, 255)
SMALLEST = 2.0  # points
_MOST = 40  # looks that one text may have; with more nobody knows whether it is seen
_SIGNS = 2  # letters that may stand for a tick or a bullet
_SIGN_FONTS = ("wingdings", "webdings", "zapf", "marlett", "bookshelf symbol", "opensymbol", "adobe blank", "redacted")
_SAME = 32  # of 255: two colours that differ less in red, green and blue cannot be told apart in print
_DARK = 3 * 96  # red, green and blue together
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})|#([0-9A-Fa-f]{3})")
# The names that Word and HTML have in common, and those of Word's highlighter
_NAMES: dict[str, Rgb] = {
    "black": BLACK, "white": WHITE, "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "cyan": (0, 255, 255), "magenta": (255, 0, 255), "darkblue": (0, 0, 128),
    "darkcyan": (0, 128, 128), "darkgreen": (0, 128, 0), "darkmagenta": (128, 0, 128), "darkred": (128, 0, 0),
    "darkyellow": (128, 128, 0), "darkgray": (128, 128, 128), "lightgray": (192, 192, 192), "gray": (128, 128, 128),
    "silver": (192, 192, 192), "navy": (0, 0, 128),
}  # fmt: skip


class Look(msgspec.Struct, frozen=True):
    """What one place says; None where it says nothing. A background of `()` says that there is none."""

    hidden: bool | None = None
    inks: tuple[Rgb, ...] | None = None  # every colour that may be meant
    paper: Rgb | tuple[()] | None = None
    block: Rgb | tuple[()] | None = None  # the background of the paragraph, cell, section or box around it
    size: float | None = None  # points
    thin: bool | None = None  # whether its measures keep it from being read
    signs: bool | None = None  # whether its font draws signs for letters
    also: "tuple[Look, ...]" = ()  # how else it may look, where the file does not say for certain
    struck: bool | None = None  # whether a line goes through it, so that the writer no longer says it
    only_in: str = ""  # the part of a table in which it may look so

    def over(self, below: "Look") -> "Look":
        """What both say together; this one counts first."""
        also = [*(each.over(below) for each in self.also), *(_plain(self).over(each) for each in below.also)]
        hidden = below.hidden if self.hidden is None else self.hidden
        return Look(
            True if len(also) > _MOST else hidden,
            below.inks if self.inks is None else self.inks,
            below.paper if self.paper is None else self.paper,
            below.block if self.block is None else self.block,
            below.size if self.size is None else self.size,
            below.thin if self.thin is None else self.thin,
            below.signs if self.signs is None else self.signs,
            tuple(dict.fromkeys(also))[:_MOST],
            below.struck if self.struck is None else self.struck,
            self.only_in or below.only_in,
        )

    def within(self, around: "Look") -> "Look":
        """The same inside something else: what hides that hides this, and its background shines through."""
        clear = msgspec.structs.replace(
            self, block=self.block or None, hidden=self.hidden or around.hidden, thin=self.thin or around.thin
        )
        return clear.over(around)

    def why_unseen(self, text: str) -> str | None:
        """Why a text that looks so cannot be seen, as one of the sorts above; None where it can."""
        if self.hidden or (self.signs and sum(map(str.isalnum, text)) > _SIGNS):
            return HIDDEN
        if self.struck:
            return STRUCK
        paper = self.paper or self.block or WHITE
        if any(_is_same(ink, paper) for ink in (self.inks if self.inks is not None else (BLACK,))):
            return BLACKENED if sum(paper) < _DARK else COLOURLESS
        if self.thin or (self.size is not None and self.size <= SMALLEST):
            return TINY
        return next((reason for each in self.also if (reason := each.why_unseen(text))), None)


def rgb(text: str | None) -> Rgb | None:
    """The colour written as `1F3864`, `#1f3864`, `#fff` or a name; None for anything else, such as `auto`."""
    text = (text or "").strip()
    found = _HEX.fullmatch(text)
    if found is None:
        return _NAMES.get(text.lower().split(" ")[0])
    digits = found[1] or "".join(2 * each for each in found[2])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """So much (0 to 1) of the one colour, and for the rest the other."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def draws_signs(font: str | None) -> bool | None:
    """Whether a font shows other signs than the letters of a text; None where none is named."""
    return None if not font else font.lower().startswith(_SIGN_FONTS)


def _is_same(ink: Rgb, paper: Rgb) -> bool:
    """Whether text of the one colour cannot be read on the other."""
    return all(abs(a - b) < _SAME for a, b in zip(ink, paper, strict=True))


def _plain(look: Look) -> Look:
    return msgspec.structs.replace(look, also=()) if look.also else look


class Cover(msgspec.Struct, frozen=True):
    """How many lines a drawing may cover: above the paragraph it is tied to, and from its first line on."""

    above: int
    below: int
    over_boxes: bool = True  # whether it may lie over the text of other drawings there


Cell = tuple[int, int, int]  # the numbers of a table, a row and a cell, each of one of them alone


class Paragraph(msgspec.Struct):
    """`text` is what is seen of it, None for a drawing on its own; `item` is its list, level and form of label."""

    text: str | None
    item: tuple[str, int, str] | None = None
    covers: list[Cover] = []
    in_box: bool = False  # in a drawing
    cell: Cell | None = None  # where it stands in a table
    is_heading: bool = False


class OfficeReader:
    """Collects the lines of one file, its notes, and the sorts of what was left out."""

    def __init__(self) -> None:
        self.left_out: set[str] = set()
        self.numbers = count(1)  # of tables, rows and cells
        self._spans: dict[int, tuple[int, int]] = {}  # by cell, how many columns and rows it takes, if not one
        self._counts: dict[str, dict[int, int]] = {}  # items of numbered lists, by list and level

    def remarks(self) -> list[str]:
        return [tr(sort) for sort in sorted(self.left_out)]

    def leave_out(self, sort: str | None) -> bool:
        """Keep in mind that something of this sort is left out; False for None, where nothing is."""
        self.left_out |= {sort} if sort is not None else set()
        return sort is not None

    def seen(self, text: str, look: Look) -> str:
        """A text that looks so; empty where it cannot be seen."""
        is_unseen = bool(text) and not text.isspace() and self.leave_out(look.why_unseen(text))
        return "" if is_unseen else text

    def lines(self, paragraphs: Iterable[Paragraph]) -> list[str]:
        """One line or more for each paragraph, without what a drawing may lie over."""
        lines: list[str] = []
        cells: list[Cell | None] = []  # in which the lines stand
        covered = boxes_covered = height = 0  # printed lines from here on that a drawing may lie over
        for paragraph in paragraphs:
            for each in paragraph.covers:
                self._clear_above(lines, each.above)
                covered = max(covered, each.below)
            if paragraph.text is None:
                continue
            text = paragraph.text
            if not paragraph.in_box:
                boxes_covered -= height
                height = _height(text)
            boxes_covered = max([boxes_covered, *(each.below for each in paragraph.covers if each.over_boxes)])
            if (boxes_covered if paragraph.in_box else covered) > 0 and text:
                self.left_out |= {COVERED} if text.strip() else set()
                text = ""
            covered -= 0 if paragraph.in_box else height
            label = self._label(*paragraph.item) if paragraph.item and text.strip() else ""
            if paragraph.is_heading and text.strip() and paragraph.cell is None:
                label = f"{HEADING}{label.strip(' •')}{' ' * label.endswith('. ')}"
            lines += f"{label}{text}".split("\n")
            cells += [paragraph.cell] * (len(lines) - len(cells))
        return [line for places in _tables(cells) for line in self._table_lines(lines, places, cells)]

    def note(self, paragraphs: Iterable[Paragraph]) -> str:
        """The text of a note, on one line."""
        return " ".join(" ".join(self.lines(paragraphs)).split())

    def _label(self, number: str, level: int, form: str) -> str:
        """What stands before the next item of a list, as a word processor counts; `form` is the file's name for it."""
        indent = "  " * level
        if form in {BULLET, "none", ""}:
            return f"{indent}• "
        counts = {each: count for each, count in self._counts.get(number, {}).items() if each <= level}
        counts[level] = count = counts.get(level, 0) + 1
        self._counts[number] = counts
        return f"{indent}{_shown(count, form)}. "

    def span(self, cell: int, columns: str | None, rows: str | None) -> None:
        """Keep in mind how far a cell reaches, as the file writes it; no rows for the rest of the cell above it."""
        wide, high = (int(each) if each and each.isascii() and each.isdecimal() else 1 for each in (columns, rows))
        if (wide, high) != (1, 1):
            self._spans[cell] = min(wide, _MOST_COLUMNS), min(high, _MOST_ROWS)

    def _table_lines(self, lines: list[str], places: list[int], cells: list[Cell | None]) -> list[str]:
        """The lines at these places, which are one table: each of its rows on one line, or a sign behind its labels."""
        if cells[places[0]] is None:
            return [lines[place] for place in places]
        rows: dict[int, dict[int, list[str]]] = {}
        for place in places:
            _, row, cell = cells[place] or (0, 0, 0)
            rows.setdefault(row, {}).setdefault(cell, []).append(lines[place])
        texts = self._grid([row for row in rows.values() if len(row) > 1])
        together = iter(rows_together(texts) or ())
        kept: list[str] = []
        for row_cells in rows.values():
            joined = next(together, None) if len(row_cells) > 1 else None
            kept += joined.split("\n") if joined is not None else _row_lines(list(row_cells.values()))
        return kept

    def _grid(self, rows: list[dict[int, list[str]]]) -> list[Row]:
        """The texts by column, with a sign where a cell goes on from above and an empty one beside a wide cell."""
        found: list[Row] = []
        left: dict[int, int] = {}  # by column, how many rows the cell above still takes
        for row in rows:
            texts: Row = []
            for number, lines in [*row.items(), (0, [])]:
                while left.get(len(texts), 0):
                    left[len(texts)] -= 1
                    texts.append(DITTO)
                if number:
                    wide, high = self._spans.get(number, (1, 1))
                    left |= {len(texts) + each: high - 1 for each in range(wide) if high}
                    texts += [" ".join(map(str.strip, lines)).strip() if high else DITTO, *[""] * (wide - 1)]
            found.append(texts)
        return found

    def _clear_above(self, lines: list[str], count: int) -> None:
        """Empty so many printed lines at the end."""
        place = len(lines)
        while count > 0 and place > 0:
            place -= 1
            count -= _height(lines[place])
            self.left_out |= {COVERED} if lines[place].strip() else set()
            lines[place] = ""


def _tables(cells: list[Cell | None]) -> Iterator[list[int]]:
    """The places of the lines of each table, and of those between tables."""
    for _, places in groupby(range(len(cells)), key=lambda place: (cells[place] or (0, 0, 0))[0]):
        yield list(places)


def _row_lines(row: list[list[str]]) -> list[str]:
    """The lines of a row that is read cell by cell."""
    *labels, last = row
    return [f"{line}{IN_ROW}" if 0 < len(line) < _LONGEST_LABEL else line for cell in labels for line in cell] + last


def _shown(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter", "a", "A"} and count <= 26:
        return chr(ord("a") + count - 1)
    if form in {"lowerRoman", "upperRoman", "i", "I"} and count <= len(_ROMAN):
        return _ROMAN[count - 1]
    return str(count)


def raised(number: int) -> str:
    """The number of a note as it stands in the text."""
    return str(number).translate(RAISED)


def cover(height: float, offset: float, *, over_boxes: bool, anywhere: bool = False) -> Cover | None:
    """What a drawing covers, both in points; one that may stand `anywhere` on its page covers as much as that holds."""
    if anywhere:
        return Cover(84, 84, over_boxes)
    if height < THINNEST:
        return None
    return Cover(int(max(-offset, 0) / LINE + 0.9), max(int((height + offset) / LINE + 0.9), 1), over_boxes)


def _height(text: str) -> int:
    """How many printed lines a paragraph takes, at most."""
    return sum(1 + len(each) // _LONGEST for each in text.split("\n"))


def spaced(paragraphs: list[str]) -> list[str]:
    """The paragraphs with an empty line after each, unless they are printed lines that were pasted one by one."""
    written = [text for text in paragraphs if text.strip()]
    pairs = [(above.rstrip(), below.lstrip()) for above, below in pairwise(written) if not above.endswith(IN_ROW)]
    torn = sum(below[0].islower() and above[-1] not in ".;:" for above, below in pairs)
    if torn > max(len(pairs) * _TORN, 1):
        return paragraphs
    spaced: list[str] = []
    for text in paragraphs:
        spaced += [text] if text.endswith(IN_ROW) or not text.strip() else [text, ""]
    return spaced
