"""Render a PDF page, or a part of it, in greys: with all its texts or without some of them."""

from math import ceil
from typing import Any

import msgspec
from pypdfium2 import PdfPosConv, raw

_SCALE = 2.0  # pixels per point; fewer for a large page
_MOST_PIXELS = 4_000_000  # an A4 page has half of that
_DEEPEST = 12  # nested forms (a form in a PDF is a drawing that can be used again)
# Greys in steps of 32, and in steps shifted by half. Two greys that are 32 or more apart differ in both, two that are
# less than 16 apart in at most one
COARSE = bytes(value // 32 for value in range(256))
_SHIFTED = bytes((value + 16) // 32 for value in range(256))
_ONES = bytes([0]) + bytes([1]) * 255

Area = tuple[float, float, float, float]  # left, top, right and bottom in points from the upper left corner
_Line = tuple[float, float, float]  # (a, b, c) for a·x + b·y + c


class Sheet(msgspec.Struct):
    """A rendered image: its greys, row by row. `xs` and `ys` turn a point of the page into a pixel."""

    greys: bytes
    width: int
    height: int
    xs: _Line
    ys: _Line

    def clearly_differs(self, other: bytes) -> bytes:
        """Return a 1 for each pixel whose grey differs in `other`, whichever way the greys are rounded; else a 0."""
        found = -1
        for steps in (COARSE, _SHIFTED):
            found &= int.from_bytes(differing(self.greys.translate(steps), other.translate(steps)), "big")
        return found.to_bytes(len(other), "big")


class Painter:
    """Renders one page."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.width, self.height = page.get_size()  # in points
        self.scale: float = min(_SCALE, (_MOST_PIXELS / max(self.width * self.height, 1)) ** 0.5)  # for the whole page
        self._xs, self._ys = _placing(page, self.width, self.height)

    def sheet(self, scale: float, area: Area | None = None) -> Sheet:
        """Render the page, or an area of it, with everything on it."""
        left, top, right, bottom = area or (0, 0, self.width, self.height)
        crop = (max(each, 0.0) for each in (left, self.height - bottom, self.width - right, top))
        bitmap = self._page.render(scale=scale, grayscale=True, crop=tuple(crop))
        across, down = ceil(self.width * scale) / self.width, ceil(self.height * scale) / self.height
        xs = (self._xs[0] * across, self._xs[1] * across, self._xs[2] * across - ceil(max(left, 0.0) * scale))
        ys = (self._ys[0] * down, self._ys[1] * down, self._ys[2] * down - ceil(max(top, 0.0) * scale))
        return Sheet(bytes(bitmap.buffer), bitmap.width, bitmap.height, xs, ys)

    def without(self, texts: list[Any], scale: float, area: Area | None = None) -> bytes:
        """Return the greys of the page, or of an area of it, rendered without these texts."""
        for each in texts:
            raw.FPDFPageObj_SetIsActive(each, False)  # noqa: FBT003  # a C function
        greys = self.sheet(scale, area).greys
        for each in texts:
            raw.FPDFPageObj_SetIsActive(each, True)  # noqa: FBT003
        return greys


def objects(page: Any, sort: int) -> list[Any]:
    return list(page.get_objects(filter=[sort], max_depth=_DEEPEST))


def differing(one: bytes, other: bytes) -> bytes:
    """Return a 1 for each pixel whose grey differs, however little; else a 0."""
    different = int.from_bytes(one, "big") ^ int.from_bytes(other, "big")
    return different.to_bytes(len(one), "big").translate(_ONES)


def _placing(page: Any, width: float, height: float) -> tuple[_Line, _Line]:
    """Return what turns PDF coordinates into points from the upper left corner of the visible, rotated page."""
    fine = 1000  # pixels per point: PDFium returns whole pixels
    convert = PdfPosConv(page, (0, 0, round(width * fine), round(height * fine), 0)).to_bitmap
    origin, right, up = ([each / fine for each in convert(*point)] for point in ((0, 0), (1000, 0), (0, 1000)))
    return (
        ((right[0] - origin[0]) / 1000, (up[0] - origin[0]) / 1000, origin[0]),
        ((right[1] - origin[1]) / 1000, (up[1] - origin[1]) / 1000, origin[1]),
    )
