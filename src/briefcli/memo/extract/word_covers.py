"""Shapes of a Word file that lie over its text.

Where text is printed is not known here. So a shape is taken to cover the paragraph it is tied to, and as many lines
above and below it as it may reach: in doubt they are covered.
"""

import re
from typing import TYPE_CHECKING

import msgspec

from briefcli.memo.extract.word_xml import A, W

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_EMU = 12_700  # in a point
_LINE = 10.0  # points that a line is high, at least
_THINNEST = 4.0  # points: anything less is a rule
_LONGEST = 100  # characters of a printed line
_POINTS = re.compile(r"(?P<name>[a-z-]+):(?P<size>-?[0-9.]+)pt")
_VML_SHAPES = {f"{_VML}rect", f"{_VML}roundrect", f"{_VML}oval", f"{_VML}shape"}


class Cover(msgspec.Struct, frozen=True):
    """How many lines a shape may cover: above the paragraph that it is tied to, and from its first line on."""

    above: int
    below: int


def covers_in(paragraph: "Element") -> "Iterator[Cover]":
    """The filled shapes without a text of their own that lie over the text and are tied to this paragraph."""
    for element in _drawn(paragraph):
        cover = _of_drawing(element) if element.tag == f"{_DRAWN}anchor" else _of_vml(element)
        if cover is not None:
            yield cover


def lines_of(text: str) -> int:
    """How many printed lines a paragraph takes, at most."""
    return sum(1 + len(each) // _LONGEST for each in text.split("\n"))


def _drawn(element: "Element") -> "Iterator[Element]":
    for child in element:
        if child.tag == _FALLBACK:
            continue
        if child.tag == f"{_DRAWN}anchor" or child.tag in _VML_SHAPES:
            yield child
        elif child.tag != f"{W}txbxContent":
            yield from _drawn(child)


def _of_drawing(anchor: "Element") -> Cover | None:
    shape = next(anchor.iter(f"{_SHAPE}wsp"), None)
    fill = None if shape is None else shape.find(f"{_SHAPE}spPr/{A}solidFill")
    is_over = anchor.find(f"{_DRAWN}wrapNone") is not None and anchor.get("behindDoc") not in {"1", "true"}
    if shape is None or fill is None or not is_over or shape.find(f"{_SHAPE}txbx") is not None:
        return None
    extent, offset = anchor.find(f"{_DRAWN}extent"), anchor.find(f"{_DRAWN}positionV/{_DRAWN}posOffset")
    height = _number(None if extent is None else extent.get("cy")) / _EMU
    return _cover(height, _number(None if offset is None else offset.text) / _EMU)


def _of_vml(shape: "Element") -> Cover | None:
    style = (shape.get("style") or "").replace(" ", "").lower()
    sizes = {found["name"]: _number(found["size"]) for found in _POINTS.finditer(style)}
    is_over = "position:absolute" in style and "z-index:-" not in style and shape.get("filled") not in {"f", "false"}
    has_own = any(child.tag in {f"{_VML}textbox", f"{_VML}imagedata", f"{_VML}textpath"} for child in shape)
    wraps = any(child.tag.endswith("}wrap") and child.get("type") not in {None, "none"} for child in shape)
    if not is_over or has_own or wraps:
        return None
    return _cover(sizes.get("height", 0.0), sizes.get("margin-top", 0.0))


def _cover(height: float, offset: float) -> Cover | None:
    if height < _THINNEST:
        return None
    return Cover(above=int(max(-offset, 0) / _LINE + 0.9), below=max(int((height + offset) / _LINE + 0.9), 1))


def _number(text: str | None) -> float:
    try:
        return min(max(float(text or 0), -1e9), 1e9)
    except ValueError:
        return 0.0
