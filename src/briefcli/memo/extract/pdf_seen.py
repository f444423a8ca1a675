"""Which characters of a PDF page a reader sees.

The page is painted with its text and without. What makes no difference where it stands is not seen: it is covered by a
box or an image, has the colour of what is behind it, is transparent, clipped away, outside the page or in a layer that
is switched off. So no way of hiding text has to be known. Texts that lie over each other, such as a word and what was
printed over it, are taken away one after the other.
"""

from ctypes import addressof, byref, c_double
from typing import Any

import msgspec
from pypdfium2 import PdfPosConv, raw

_SCALE = 1.5  # pixels a point
_MOST_PIXELS = 4_000_000  # a page of A4 has a third of that
_ROWS = 6  # of pixels that are looked at, at least, where a character has so many
_SHARE = 0.5  # of them that must show it: what sticks out from under a box is less
_SCANNED = 0.6  # of the page that an image covers, where the page is a scan
_DEEPEST = 12  # forms within forms
_STEP = 3  # rows of pixels
_MOST_LAYERS = 6  # of texts that lie over each other; of more, the rest is taken to be unseen
# A grey in steps of 32, and the same shifted by half a step: what differs by 32 differs in both, by 15 in at most one
_COARSE = bytes(value // 32 for value in range(256))
_SHIFTED = bytes((value + 16) // 32 for value in range(256))
_ONES = bytes([0]) + bytes([1]) * 255
_NOT_SHOWN = b"ActualText"  # what a program is to read instead of the letters that stand there


class _Box(msgspec.Struct, frozen=True):
    """The pixels between which a character stands, and the text it belongs to; a box without width is outside."""

    left: int
    right: int
    top: int
    bottom: int
    owner: int


class _Layer(msgspec.Struct):
    """Texts of which none lies over another; `taken` has a 1 for each pixel of every third row that they cover."""

    taken: bytearray
    owners: set[int]
    differs: bytes = b""  # a 1 for each pixel that is another one without them


class Sight:
    """What is seen of one page; `text` is PDFium's handle of its text, which must be loaded before."""

    def __init__(self, page: Any, text: Any, count: int) -> None:
        self._text = text
        self._corners = tuple(c_double() for _ in range(4))
        with_text, self._width, self._height = _painted(page)
        self._to_pixels = _placing(page, self._width, self._height)
        self._boxes = [self._box(index) for index in range(count)]
        self._layers = self._divided()
        self._layer_of = {owner: layer for layer in self._layers for owner in layer.owners}
        objects = {addressof(each.raw.contents): each.raw for each in _objects(page, raw.FPDF_PAGEOBJ_TEXT)}
        others = objects.keys() - {each.owner for each in self._boxes}  # such as the same letter once more, as bold
        without = with_text
        for layer in self._layers:
            gone = [objects[each] for each in {*layer.owners, *others} if each in objects]
            without = _painted_without(page, gone)
            layer.differs = _differing(with_text, without)
        self._scanned = _invisible(page, objects)
        self._picture = without.translate(_COARSE) if self._scanned else b""
        self._seen = [self._is_seen(box) for box in self._boxes]

    def layer(self, index: int) -> int:
        """A number that differs for texts that lie over each other."""
        layer = self._layer_of.get(self._boxes[index].owner)
        return 0 if layer is None else id(layer)

    def sees(self, index: int) -> bool:
        """Whether the character is seen by itself; a sign that hardly shows may not be."""
        return self._seen[index]

    def _divided(self) -> list[_Layer]:
        whole: dict[int, list[_Box]] = {}
        for box in self._boxes:
            if box.owner and box.left < box.right:
                whole.setdefault(box.owner, []).append(box)
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
        """The middle of a character as places in `taken`: neighbours may touch at their edges."""
        quarter = (box.bottom - box.top) // 4
        inset = min((box.right - box.left) // 4, 2)
        first = (box.top + quarter) // _STEP
        rows = range(first, max((box.bottom - quarter) // _STEP, first + 1))
        return [(row * self._width + box.left + inset, row * self._width + box.right - inset) for row in rows]

    def _is_seen(self, box: _Box) -> bool:
        layer = self._layer_of.get(box.owner)
        if layer is None:
            return False
        rows = range(box.top, box.bottom, max((box.bottom - box.top) // _ROWS, 1))
        spans = [(row * self._width + box.left, row * self._width + box.right) for row in rows]
        find = layer.differs.find
        shown = sum([find(1, *span) >= 0 for span in spans])
        if shown < len(spans) * _SHARE and box.owner in self._scanned:
            shown = sum([len(set(self._picture[start:end])) > 1 for start, end in spans])
        return shown >= len(spans) * _SHARE

    def _box(self, index: int) -> _Box:
        left, right, bottom, top = self._corners
        found = raw.FPDFText_GetTextObject(self._text, index)
        owner = addressof(found.contents) if found else 0
        if not raw.FPDFText_GetCharBox(self._text, index, byref(left), byref(right), byref(bottom), byref(top)):
            return _Box(0, 0, 0, 0, owner)
        (xx, xy, x0), (yx, yy, y0) = self._to_pixels
        xs = xx * left.value + xy * bottom.value + x0, xx * right.value + xy * top.value + x0
        ys = yx * left.value + yy * bottom.value + y0, yx * right.value + yy * top.value + y0
        first, last = max(int(min(xs)), 0), min(int(max(xs)) + 1, self._width)
        above, below = max(int(min(ys)), 0), min(int(max(ys)) + 1, self._height)
        return _Box(first, last, above, below, owner) if first < last and above < below else _Box(0, 0, 0, 0, owner)


def forget_other_words(page: Any) -> None:
    """Make PDFium read the letters that a page shows, also where the file gives other words for them."""
    for each in _objects(page, raw.FPDF_PAGEOBJ_TEXT):
        for number in range(raw.FPDFPageObj_CountMarks(each.raw)):
            mark = raw.FPDFPageObj_GetMark(each.raw, number)
            raw.FPDFPageObjMark_RemoveParam(each.raw, mark, _NOT_SHOWN)


def _objects(page: Any, sort: int) -> list[Any]:
    return list(page.get_objects(filter=[sort], max_depth=_DEEPEST))


def _painted_without(page: Any, objects: list[Any]) -> bytes:
    for each in objects:
        raw.FPDFPageObj_SetIsActive(each, False)  # noqa: FBT003  # a C function
    greys, _, _ = _painted(page)
    for each in objects:
        raw.FPDFPageObj_SetIsActive(each, True)  # noqa: FBT003
    return greys


def _painted(page: Any) -> tuple[bytes, int, int]:
    """The greys of the page, row by row, and how many there are in a row and how many rows."""
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    greys = bytes(bitmap.buffer)
    if bitmap.stride != bitmap.width:
        rows = range(0, len(greys), bitmap.stride)
        greys = b"".join(greys[start : start + bitmap.width] for start in rows)
    return greys, bitmap.width, bitmap.height


def _differing(one: bytes, other: bytes) -> bytes:
    """A 1 for each pixel that differs, whichever way the greys are rounded."""
    found = -1
    for steps in (_COARSE, _SHIFTED):
        differences = int.from_bytes(one.translate(steps), "big") ^ int.from_bytes(other.translate(steps), "big")
        found &= int.from_bytes(differences.to_bytes(len(one), "big").translate(_ONES), "big")
    return found.to_bytes(len(one), "big")


_Line = tuple[float, float, float]


def _placing(page: Any, width: int, height: int) -> tuple[_Line, _Line]:
    """How a point of the page becomes a pixel, with the page's rotation and its visible part."""
    fine = 100  # PDFium answers in whole pixels
    convert = PdfPosConv(page, (0, 0, width * fine, height * fine, 0)).to_bitmap
    origin, right, up = ([each / fine for each in convert(*point)] for point in ((0, 0), (1000, 0), (0, 1000)))
    return (
        ((right[0] - origin[0]) / 1000, (up[0] - origin[0]) / 1000, origin[0]),
        ((right[1] - origin[1]) / 1000, (up[1] - origin[1]) / 1000, origin[1]),
    )


def _invisible(page: Any, texts: dict[int, Any]) -> frozenset[int]:
    """The texts of a scanned page that are there to be searched for only; none of any other page."""
    width, height = page.get_size()
    images = (each.get_bounds() for each in _objects(page, raw.FPDF_PAGEOBJ_IMAGE))
    if not any((right - left) * (top - bottom) >= width * height * _SCANNED for left, bottom, right, top in images):
        return frozenset()
    invisible = raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return frozenset(each for each, text in texts.items() if raw.FPDFTextObj_GetTextRenderMode(text) == invisible)
