"""Which characters of a PDF page a reader sees.

The page is painted twice, with its text and without. What makes no difference where it stands is not seen: it is
covered by a box or an image, has the colour of what is behind it, is transparent, clipped away, outside the page or
in a layer that is switched off. So no way of hiding text has to be known.
"""

from ctypes import byref, c_double, c_int
from typing import Any

from pypdfium2 import raw

_SCALE = 1.5  # pixels a point
_MOST_PIXELS = 4_000_000  # a page of A4 has a third of that
_ROWS = 6  # of pixels that are looked at, at least, where a character has so many
_SHARE = 0.5  # of them that must show it: what sticks out from under a box is less
_SCANNED = 0.6  # of the page that an image covers, where the page is a scan
_DEEPEST = 12  # forms within forms
# A grey in steps of 32, and the same shifted by half a step: what differs by 32 differs in both, by 15 in at most one
_COARSE = bytes(value // 32 for value in range(256))
_SHIFTED = bytes((value + 16) // 32 for value in range(256))
_ONES = bytes([0]) + bytes([1]) * 255


class Sight:
    """What is seen of one page; `text` is PDFium's handle of its text, which must be loaded before."""

    def __init__(self, page: Any, text: Any, count: int) -> None:
        self.has_unseen = False
        self._saw_last = True
        self._text = text
        self._box = tuple(c_double() for _ in range(4))
        self._scanned = _invisible(page, text, count)
        with_text, self._width, self._height = _painted(page)
        for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEEPEST):
            raw.FPDFPageObj_SetIsActive(each.raw, False)  # noqa: FBT003  # a C function
        without, _, _ = _painted(page)
        self._coarse, self._shifted = (_differing(with_text, without, steps) for steps in (_COARSE, _SHIFTED))
        self._picture = without.translate(_COARSE) if self._scanned else b""
        self._to_pixels = _placing(page, self._width, self._height)

    def sees(self, index: int, char: str) -> bool:
        """Whether the character is seen. A space, and a sign that hardly shows, goes with the letter before it."""
        if not char.isspace():
            seen = self._is_seen(index)
            if char.isalnum() or seen:
                self.has_unseen = self.has_unseen or not seen
                self._saw_last = seen
        return self._saw_last

    def _is_seen(self, index: int) -> bool:
        left, bottom, right, top = self._pixels(index)
        left, right = max(left, 0), min(right + 1, self._width)
        rows = range(max(top, 0), min(bottom + 1, self._height), max((bottom - top) // _ROWS, 1))
        if left >= right or not rows:
            return False
        starts = [row * self._width for row in rows]
        coarse, shifted = self._coarse.find, self._shifted.find
        spans = [(start + left, start + right) for start in starts]
        shown = sum([coarse(1, *span) >= 0 and shifted(1, *span) >= 0 for span in spans])
        if shown < len(starts) * _SHARE and index in self._scanned:
            shown = sum([len(set(self._picture[start:end])) > 1 for start, end in spans])
        return shown >= len(starts) * _SHARE

    def _pixels(self, index: int) -> tuple[int, int, int, int]:
        """The pixels between which a character stands: left, below, right, above."""
        left, right, bottom, top = self._box
        if not raw.FPDFText_GetCharBox(self._text, index, byref(left), byref(right), byref(bottom), byref(top)):
            return 0, 0, -1, 0
        (xx, xy, x0), (yx, yy, y0) = self._to_pixels
        one_x, other_x = xx * left.value + xy * bottom.value + x0, xx * right.value + xy * top.value + x0
        one_y, other_y = yx * left.value + yy * bottom.value + y0, yx * right.value + yy * top.value + y0
        if one_x > other_x:
            one_x, other_x = other_x, one_x
        if one_y > other_y:
            one_y, other_y = other_y, one_y
        return int(one_x), int(other_y), int(other_x), int(one_y)


def _painted(page: Any) -> tuple[bytes, int, int]:
    """The greys of the page, row by row, and how many there are in a row and how many rows."""
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    greys = bytes(bitmap.buffer)
    if bitmap.stride != bitmap.width:
        rows = range(0, len(greys), bitmap.stride)
        greys = b"".join(greys[start : start + bitmap.width] for start in rows)
    return greys, bitmap.width, bitmap.height


def _differing(one: bytes, other: bytes, steps: bytes) -> bytes:
    """A 1 for each pixel that differs when greys are rounded so."""
    differences = int.from_bytes(one.translate(steps), "big") ^ int.from_bytes(other.translate(steps), "big")
    return differences.to_bytes(len(one), "big").translate(_ONES)


_Line = tuple[float, float, float]


def _placing(page: Any, width: int, height: int) -> tuple[_Line, _Line]:
    """How a point of the page becomes a pixel, with the page's rotation and its visible part."""
    fine = 100  # PDFium answers in whole pixels
    x, y = c_int(), c_int()

    def pixel(left: int, bottom: int) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page.raw, 0, 0, width * fine, height * fine, 0, left, bottom, byref(x), byref(y))
        return x.value / fine, y.value / fine

    origin, right, up = pixel(0, 0), pixel(1000, 0), pixel(0, 1000)
    return (
        ((right[0] - origin[0]) / 1000, (up[0] - origin[0]) / 1000, origin[0]),
        ((right[1] - origin[1]) / 1000, (up[1] - origin[1]) / 1000, origin[1]),
    )


def _invisible(page: Any, text: Any, count: int) -> frozenset[int]:
    """The characters of a scanned page that are there to be searched for only; none of any other page."""
    width, height = page.get_size()
    images = (each.get_bounds() for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST))
    if not any((right - left) * (top - bottom) >= width * height * _SCANNED for left, bottom, right, top in images):
        return frozenset()
    invisible = raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return frozenset(
        index
        for index in range(count)
        if (owner := raw.FPDFText_GetTextObject(text, index)) and raw.FPDFTextObj_GetTextRenderMode(owner) == invisible
    )
