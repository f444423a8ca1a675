"""A page of a PDF, or a part of it, painted in greys: with all its texts, or without some."""

from math import ceil
from typing import Any

import msgspec
from pypdfium2 import PdfPosConv, raw

_SCALE = 2.0  # pixels a point; fewer for a large page
_MOST_PIXELS = 4_000_000  # a page of A4 has half of that
_DEEPEST = 12  # forms within forms
# A grey in steps of 32, and the same shifted by half a step: what differs by 32 differs in both, by 15 in at most one
COARSE = bytes(value // 32 for value in range(256))
_SHIFTED = bytes((value + 16) // 32 for value in range(256))
_ONES = bytes([0]) + bytes([1]) * 255

Area = tuple[float, float, float, float]  # left, top, right and bottom in points from the upper left corner
_Line = tuple[float, float, float]


class Sheet(msgspec.Struct):
    """The greys, row by row; `xs` and `ys` make a pixel of a point of the page."""

    greys: bytes
    width: int
    height: int
    xs: _Line
    ys: _Line

    def clearly_differs(self, other: bytes) -> bytes:
        """A 1 for each pixel that has another grey there, whichever way the greys are rounded."""
        found = -1
        for steps in (COARSE, _SHIFTED):
            found &= int.from_bytes(differing(self.greys.translate(steps), other.translate(steps)), "big")
        return found.to_bytes(len(other), "big")


class Painter:
    """Paints one page."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.width, self.height = page.get_size()  # in points
        self.scale: float = min(_SCALE, (_MOST_PIXELS / max(self.width * self.height, 1)) ** 0.5)  # of the whole page
        self._xs, self._ys = _placing(page, self.width, self.height)

    def sheet(self, scale: float, area: Area | None = None) -> Sheet:
        """The page, or this area of it, with all that stands there."""
        left, top, right, bottom = area or (0, 0, self.width, self.height)
        crop = (max(each, 0.0) for each in (left, self.height - bottom, self.width - right, top))
        bitmap = self._page.render(scale=scale, grayscale=True, crop=tuple(crop))
        greys = bytes(bitmap.buffer)
        if bitmap.stride != bitmap.width:
            rows = range(0, len(greys), bitmap.stride)
            greys = b"".join(greys[start : start + bitmap.width] for start in rows)
        across, down = ceil(self.width * scale) / self.width, ceil(self.height * scale) / self.height
        xs = (self._xs[0] * across, self._xs[1] * across, self._xs[2] * across - ceil(max(left, 0.0) * scale))
        ys = (self._ys[0] * down, self._ys[1] * down, self._ys[2] * down - ceil(max(top, 0.0) * scale))
        return Sheet(greys, bitmap.width, bitmap.height, xs, ys)

    def without(self, texts: list[Any], scale: float, area: Area | None = None) -> bytes:
        """The greys of the same, without these texts."""
        for each in texts:
            raw.FPDFPageObj_SetIsActive(each, False)  # noqa: FBT003  # a C function
        greys = self.sheet(scale, area).greys
        for each in texts:
            raw.FPDFPageObj_SetIsActive(each, True)  # noqa: FBT003
        return greys


def objects(page: Any, sort: int) -> list[Any]:
    return list(page.get_objects(filter=[sort], max_depth=_DEEPEST))


def differing(one: bytes, other: bytes) -> bytes:
    """A 1 for each pixel that has another grey in the other, however little."""
    different = int.from_bytes(one, "big") ^ int.from_bytes(other, "big")
    return different.to_bytes(len(one), "big").translate(_ONES)


def _placing(page: Any, width: float, height: float) -> tuple[_Line, _Line]:
    """How a place of the page becomes points from the upper left corner, with its rotation and its visible part."""
    fine = 1000  # PDFium answers in whole pixels
    convert = PdfPosConv(page, (0, 0, round(width * fine), round(height * fine), 0)).to_bitmap
    origin, right, up = ([each / fine for each in convert(*point)] for point in ((0, 0), (1000, 0), (0, 1000)))
    return (
        ((right[0] - origin[0]) / 1000, (up[0] - origin[0]) / 1000, origin[0]),
        ((right[1] - origin[1]) / 1000, (up[1] - origin[1]) / 1000, origin[1]),
    )
