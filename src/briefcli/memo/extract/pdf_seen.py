"""Find out which characters of a PDF page a reader can see.

The page is rendered with its text and without it. A character that makes no difference is not seen: it is covered by a
box or an image, has the colour of its background, is transparent, clipped, outside the page or in a layer that is
switched off. So this module need not know all ways to hide text. Texts that overlap, such as a word and what was
printed over it, are taken away one after the other.

PDFium moves letters in small print by up to half a pixel, so that a narrow letter is rendered beside its place. If a
letter seems unseen although something differs there, that part is rendered again, so large that nothing is moved.
"""

from collections.abc import Iterable, Iterator
from ctypes import addressof, byref, c_double
from math import hypot
from typing import Any

import msgspec
from pypdfium2 import raw

from briefcli.memo.extract.pdf_painted import COARSE, Area, Painter, Sheet, differing, objects

_FINE = 51.0  # pixels: PDFium does not move a letter that is at least this wide
_MOST_AGAIN = 1_000_000  # pixels that are rendered again at a time: one line of small print, or a few
_SMALLEST = 2.0  # points: text that is less high is not meant to be read
_WIDTHS = (0.2, 6.0)  # times the usual width of letters: the range in which they can be read
_ROWS = 6  # rows of pixels that are checked for a character, at least, if it has that many
_SHARE = 0.5  # share of those rows in which a character must show: one that sticks out from under a box shows in fewer
_SCANNED = 0.6  # share of the page that an image covers if the page is a scan
_STEP = 3  # rows of pixels: only every third row is checked for overlap
_MOST_LAYERS = 6  # of texts that overlap; if there are more, the rest counts as unseen
_NOT_SHOWN = b"ActualText"  # what programs are to read instead of the letters on the page
_MIDDLE = (0.1, 0.8)  # share of the height of a letter, from the top: a line in this range strikes it through
_THICK = 0.5  # share of that height: the largest thickness of such a line, or of two such lines together
_STRIKE = 0.5  # share of such a line that must cross letters: a line in a chart or table goes on beside them


class _Box(msgspec.Struct, frozen=True):
    """The edges of a character in pixels, and the text it belongs to. A box without width is outside the page."""

    owner: int
    left: int = 0
    right: int = 0
    top: int = 0
    bottom: int = 0
    extent: float = 0.0  # width or height in pixels, whichever is more


class _Layer(msgspec.Struct):
    """Texts that do not overlap. `taken` has a 1 for each pixel that they cover, in every third row."""

    taken: bytearray
    owners: set[int]
    texts: list[Any] = []  # PDFium's handles of all texts that are taken away for this layer
    shown: bytes = b""  # a 1 for each pixel that differs clearly without these texts
    touched: bytes = b""  # a 1 for each pixel that differs at all without these texts


class Sight:
    """Which of these characters of a page are seen. `text` is PDFium's handle of the text of the page, already loaded.

    `seen` tells for each character whether it is seen by itself; a full stop that hardly shows may not be. `struck` has
    the indexes of the characters that are struck through.
    """

    def __init__(self, page: Any, text: Any, chars: list[str]) -> None:
        self._text, self._chars = text, chars
        self._corners = tuple(c_double() for _ in range(4))
        self._painter = Painter(page)
        self._scale = self._painter.scale
        sheet = self._painter.sheet(self._scale)
        self._width, self._height = sheet.width, sheet.height
        self._boxes = [self._box(index, sheet) for index in range(len(chars))]
        places: dict[int, list[int]] = {}  # by text, the indexes of its characters on the page
        for index, box in enumerate(self._boxes):
            if box.left < box.right:
                places.setdefault(box.owner, []).append(index)
        # By text, the scale at which PDFium moves none of its letters. Texts too small to be read are left out
        self._scales = {owner: scale for owner, each in places.items() if (scale := self._fine_scale(each))}
        self._layers = self._divided({owner: [self._boxes[index] for index in places[owner]] for owner in self._scales})
        self._layer_of = {owner: layer for layer in self._layers for owner in layer.owners}
        texts = {addressof(each.raw.contents): each.raw for each in objects(page, raw.FPDF_PAGEOBJ_TEXT)}
        others = texts.keys() - {each.owner for each in self._boxes}  # such as a letter printed twice to make it bold
        without, is_scan = sheet.greys, is_picture(page)
        for layer in self._layers:
            layer.texts = [texts[each] for each in {*layer.owners, *others} if each in texts]
            without = self._painter.without(layer.texts, self._scale)
            layer.shown, layer.touched = sheet.clearly_differs(without), differing(sheet.greys, without)
        if len(self._layers) > 1:
            without = self._painter.without(list(texts.values()), self._scale)
        modes = {each: raw.FPDFTextObj_GetTextRenderMode(text) for each, text in texts.items() if is_scan}
        # The invisible texts of a scanned page, which only make it searchable
        self._scanned = {each for each, mode in modes.items() if mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE}
        self._picture = without.translate(COARSE) if self._scanned else b""
        self.struck = set[int]() if self._scanned else self._struck_in(without.translate(COARSE))
        self.seen = [self._is_seen(box) for box in self._boxes]
        for part, scale in self._doubtful():
            self._look_again(part, scale)

    def layer(self, index: int) -> int:
        """A number for the layer of a character. Texts that overlap have different numbers."""
        return id(self._layer_of.get(self._boxes[index].owner))

    def _struck_in(self, blank: bytes) -> set[int]:
        """The indexes of the characters that a line goes through. `blank` is the page rendered without its texts.

        A line is known by one letter that it crosses from side to side. It strikes all letters that it crosses, and the
        punctuation between them.
        """
        struck: set[int] = set()
        if not blank.strip(blank[:1]):  # the page has only text
            return struck
        placed = [(index, box) for index, box in enumerate(self._boxes) if box.left < box.right]
        lines = {self._line_through(box, blank) for index, box in placed if self._chars[index].isalnum()}
        for row, left, right in filter(None, lines):
            near = [(index, box) for index, box in placed if left <= (box.left + box.right) // 2 <= right]
            crossed = [box for _, box in near if _is_in_middle(row, box)]
            if sum(box.right - box.left for box in crossed) >= (right - left) * _STRIKE:
                top, bottom = min(box.top for box in crossed), max(box.bottom for box in crossed)
                within = {index for index, box in near if top <= box.top < bottom}
                struck |= {index for index in within if index + 1 in within or not self._chars[index].isspace()}
        return struck

    def _line_through(self, box: _Box, blank: bytes) -> tuple[int, int, int] | None:
        """The row, start and end of a line through the middle of a letter and over its full width, or None."""
        width, middle = self._width, (box.left + box.right) // 2
        column = blank[box.top * width + middle : box.bottom * width + middle : width]
        drawn = [place for place, grey in enumerate(column) if grey != column[0]]
        inside = [box.top + each for each in drawn if _is_in_middle(box.top + each, box)]
        if not inside or len(drawn) > max(len(column) * _THICK, 2) or drawn[-1] == len(column) - 1:
            return None
        row = inside[0]
        before, after = blank[row * width : row * width + middle], blank[row * width + middle : (row + 1) * width]
        left = len(before.rstrip(after[:1]))
        right = middle + len(after) - len(after.lstrip(after[:1]))
        spare = max((box.right - box.left) // 3, 1)  # because an f leans over the end of the line
        return (row, left, right) if left <= box.left + spare and right >= box.right - spare else None

    def _fine_scale(self, places: list[int]) -> float:
        """The scale at which PDFium moves none of the letters of one text, or 0 if they are too small to be read.

        The letters of a font can have another size than the font says, so their boxes count as well.
        """
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._text, places[0], byref(matrix))
        size = raw.FPDFText_GetFontSize(self._text, places[0])
        extent = max(self._boxes[index].extent for index in places) / self._scale
        wide = hypot(matrix.a, matrix.b)
        high = abs(matrix.a * matrix.d - matrix.b * matrix.c) / (wide or 1)
        width = wide / (high or 1e-9)  # times the usual width
        if not _WIDTHS[0] <= width <= _WIDTHS[1] or max(high * size, extent / max(width, 1)) <= _SMALLEST:
            return 0.0
        return float(_FINE / max((abs(matrix.a) + abs(matrix.b)) * size, extent * min(width, 1)))

    def _divided(self, whole: dict[int, list[_Box]]) -> list[_Layer]:
        layers: list[_Layer] = []
        for owner, boxes in whole.items():
            spans = [span for box in boxes for span in self._core(box)]
            layer = next((each for each in layers if not any(each.taken.find(1, *span) >= 0 for span in spans)), None)
            if layer is None:
                if len(layers) == _MOST_LAYERS:
                    continue
                layer = _Layer(bytearray(self._width * (self._height // _STEP + 2)), set())
                layers.append(layer)
            for start, end in spans:
                layer.taken[start:end] = b"\1" * (end - start)
            layer.owners.add(owner)
        return layers

    def _core(self, box: _Box) -> list[tuple[int, int]]:
        """The middle of a character, as ranges in `taken`. The edges do not count, as neighbours may touch there."""
        quarter = (box.bottom - box.top) // 4
        inset = min((box.right - box.left) // 4, 2)
        first = (box.top + quarter) // _STEP
        rows = range(first, max((box.bottom - quarter) // _STEP, first + 1))
        return [(row * self._width + box.left + inset, row * self._width + box.right - inset) for row in rows]

    def _is_seen(self, box: _Box) -> bool:
        layer = self._layer_of.get(box.owner)
        if layer is None or _shows(layer.shown, box, self._width):
            return layer is not None
        spans = [(row * self._width + box.left, row * self._width + box.right) for row in _rows(box)]
        is_scanned = box.owner in self._scanned
        return is_scanned and _is_enough([len(set(self._picture[start:end])) > 1 for start, end in spans])

    def _doubtful(self) -> Iterator[tuple[list[int], float]]:
        """Yield letters that seem unseen although something differs there: groups to render again, with the scale."""
        part: list[int] = []
        scale = 0.0
        for index, (box, char) in enumerate(zip(self._boxes, self._chars, strict=True)):
            layer = self._layer_of.get(box.owner)
            if self.seen[index] or layer is None or not char.isalnum() or not self._is_touched(layer.touched, box):
                continue
            finer = max(scale, self._scales[box.owner])
            left, top, right, bottom = self._area([*part, index])
            if part and (right - left) * (bottom - top) * finer**2 > _MOST_AGAIN:
                yield part, scale
                part, finer = [], self._scales[box.owner]
            part, scale = [*part, index], finer
        if part:
            yield part, scale

    def _is_touched(self, touched: bytes, box: _Box) -> bool:
        """Whether anything differs in the box of a character, or one pixel beside it."""
        left, right = max(box.left - 1, 0), min(box.right + 1, self._width)
        rows = range(max(box.top - 1, 0), min(box.bottom + 1, self._height))
        return any(touched.find(1, row * self._width + left, row * self._width + right) >= 0 for row in rows)

    def _look_again(self, part: list[int], scale: float) -> None:
        """Decide whether these characters are seen by rendering their part of the page at this scale."""
        area = self._area(part)
        sheet = self._painter.sheet(scale, area)
        owners = {self._boxes[index].owner for index in part}
        for layer in self._layers:
            if owners & layer.owners:
                shown = sheet.clearly_differs(self._painter.without(layer.texts, scale, area))
                for index in part:
                    if self._boxes[index].owner in layer.owners:
                        self.seen[index] = _shows(shown, self._box(index, sheet), sheet.width)

    def _area(self, part: Iterable[int]) -> Area:
        """The area of these characters, with a little space around it."""
        boxes = [self._boxes[index] for index in part]
        return (
            (min(each.left for each in boxes) - 1) / self._scale,
            (min(each.top for each in boxes) - 1) / self._scale,
            (max(each.right for each in boxes) + 1) / self._scale,
            (max(each.bottom for each in boxes) + 1) / self._scale,
        )

    def _box(self, index: int, sheet: Sheet) -> _Box:
        left, right, bottom, top = self._corners
        found = raw.FPDFText_GetTextObject(self._text, index)
        owner = addressof(found.contents) if found else 0
        if not raw.FPDFText_GetCharBox(self._text, index, byref(left), byref(right), byref(bottom), byref(top)):
            return _Box(owner)
        (xx, xy, x0), (yx, yy, y0) = sheet.xs, sheet.ys
        x1, x2 = sorted(xx * across.value + xy * up.value + x0 for across, up in ((left, bottom), (right, top)))
        y1, y2 = sorted(yx * across.value + yy * up.value + y0 for across, up in ((left, bottom), (right, top)))
        first, last = max(int(x1), 0), min(int(x2) + 1, sheet.width)
        above, below = max(int(y1), 0), min(int(y2) + 1, sheet.height)
        if first >= last or above >= below:
            return _Box(owner)
        return _Box(owner, first, last, above, below, max(x2 - x1, y2 - y1))


def _is_in_middle(row: int, box: _Box) -> bool:
    """Whether a line in this row of pixels would strike a letter through, and not underline it."""
    return _MIDDLE[0] <= (row - box.top) / (box.bottom - box.top) <= _MIDDLE[1]


def forget_other_words(page: Any) -> None:
    """Make PDFium read the letters that a page shows, even if the file gives other words for them."""
    for each in objects(page, raw.FPDF_PAGEOBJ_TEXT):
        for number in range(raw.FPDFPageObj_CountMarks(each.raw)):
            mark = raw.FPDFPageObj_GetMark(each.raw, number)
            raw.FPDFPageObjMark_RemoveParam(each.raw, mark, _NOT_SHOWN)


def _rows(box: _Box) -> range:
    """The rows of pixels that are checked for a character."""
    return range(box.top, box.bottom, max((box.bottom - box.top) // _ROWS, 1))


def _shows(shown: bytes, box: _Box, width: int) -> bool:
    """Whether a character shows in enough of its rows of pixels."""
    return _is_enough([shown.find(1, row * width + box.left, row * width + box.right) >= 0 for row in _rows(box)])


def _is_enough(rows: list[bool]) -> bool:
    return sum(rows) >= max(len(rows) * _SHARE, 1)


def is_picture(page: Any, share: float = _SCANNED) -> bool:
    """Whether an image covers this share of the page, as on a scan."""
    width, height = page.get_size()
    images = (each.get_bounds() for each in objects(page, raw.FPDF_PAGEOBJ_IMAGE))
    return any((right - left) * (top - bottom) >= width * height * share for left, bottom, right, top in images)
