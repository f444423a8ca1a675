"""Find out which drawings in a Word file cover its text, and which are outside the page."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefcli.memo.extract.looks import LARGEST, THINNEST, declared, points
from briefcli.memo.extract.office import Cover, cover, whole
from briefcli.memo.extract.word_xml import NOTHING, W, fill_of, first, inside, local

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
_EMU = 12_700  # English Metric Units in a point
_SHAPES = {f"{VML}{name}" for name in ("rect", "roundrect", "oval", "shape", "group", "image", "polyline")}
_SIDES = ("left", "top", "right", "bottom")


class Page:
    """The edges of the text on a page, in points; `section` is the last `w:sectPr` of the file."""

    def __init__(self, section: Element) -> None:
        margins, size = inside(section, "pgMar"), inside(section, "pgSz")
        sides = [whole(margins.get(f"{W}{side}", "1440" if margins is NOTHING else "0")) or 0 for side in _SIDES]
        width, height = (whole(size.get(f"{W}{name}")) or usual for name, usual in (("w", 11_906), ("h", 16_838)))
        self.left, self.top = sides[0] / 20, sides[1] / 20
        self.right, self.bottom = (width - sides[2]) / 20, (height - sides[3]) / 20


def covers_in(paragraph: Element, page: Page) -> Iterator[Cover]:
    """What is covered by the filled shapes and pictures that float over the text, anchored to this paragraph."""
    for element in _drawn(paragraph):
        found = _of_drawing(element, page) if element.tag == f"{_DRAWN}anchor" else _of_vml(element, page)
        if found is not None:
            yield found


def is_off_page(drawing: Element) -> bool:
    """Whether a drawing is marked as hidden, is too thin to be seen, or is outside the page."""
    if any(each.get("hidden") in {"1", "true"} for each in drawing.iter()):
        return True
    extent = next(drawing.iter(f"{_DRAWN}extent"), NOTHING)
    sizes = [_points(extent.get(name)) for name in ("cx", "cy")]
    if extent is not NOTHING and min(sizes) < THINNEST:
        return True
    for name, size in zip(("positionH", "positionV"), sizes, strict=True):
        for place in drawing.iter(f"{_DRAWN}{name}"):
            offset = _points(place.findtext(f"{_DRAWN}posOffset"))
            if abs(offset) > LARGEST or (place.get("relativeFrom") == "page" and offset + size < 0):
                return True
    return False


def _drawn(element: Element) -> Iterator[Element]:
    for each in element:
        if each.tag == f"{_DRAWN}anchor" or each.tag in _SHAPES:
            yield each
        elif each.tag != f"{W}txbxContent":
            yield from _drawn(each)


def _of_drawing(anchor: Element, page: Page) -> Cover | None:
    is_over = anchor.find(f"{_DRAWN}wrapNone") is not None and anchor.get("behindDoc") not in {"1", "true"}
    if not is_over or not any(map(_is_painted, anchor.iter())):
        return None
    width, height = (_points(first(anchor, f"{_DRAWN}extent").get(name)) for name in ("cx", "cy"))
    across, down = (first(anchor, f"{_DRAWN}{name}") for name in ("positionH", "positionV"))
    if _is_beside(across, width, page.left, page.right) or _is_beside(down, height, page.top, page.bottom):
        return None
    written = down.findtext(f"{_DRAWN}posOffset")
    offset = None if written is None else _points(written)
    return _cover(anchor, height, offset, down.get("relativeFrom") or "paragraph", page)


def _cover(shape: Element, height: float, offset: float | None, beside: str, page: Page) -> Cover | None:
    """What a shape covers. `offset` is in points from `beside`: its paragraph, or an edge of the page or its text."""
    over_boxes = next(shape.iter(f"{W}txbxContent"), None) is None  # else the text of the box lies on top of it
    if beside in {"paragraph", "text", "line", "char"}:
        return cover(height, offset or 0.0, over_boxes=over_boxes)
    edges = {"page": 0.0, "topMargin": 0.0, "margin": page.top, "bottomMargin": page.bottom}
    from_top = edges[beside] + offset if beside in edges and offset is not None else None
    return cover(height, from_top, over_boxes=over_boxes, is_tied=False)


def _is_painted(element: Element) -> bool:
    """Whether a part of a drawing is a picture, a chart, a diagram or a shape with a fill."""
    name = local(element)
    return name in {"pic", "chart", "relIds"} or (name == "wsp" and fill_of(element) is not None)


def _is_beside(place: Element, size: float, start: float, end: float) -> bool:
    """Whether a drawing is certainly in a margin of the page."""
    offset = place.findtext(f"{_DRAWN}posOffset")
    if offset is None or place.get("relativeFrom") not in {"page", "margin", "column"}:
        return False
    first = _points(offset) + (0 if place.get("relativeFrom") == "page" else start)
    return first + size <= start or first >= end


def is_filled(shape: Element) -> bool:
    return shape.get("filled") not in {"f", "false"}


def _of_vml(shape: Element, page: Page) -> Cover | None:
    style = declared(shape.get("style") or "")
    is_over = style.get("position") == "absolute" and not style.get("z-index", "").startswith("-")
    is_painted = is_filled(shape) or shape.find(f"{VML}imagedata") is not None
    wraps = any(local(each) == "wrap" and each.get("type") not in {None, "none"} for each in shape)
    if not is_over or not is_painted or wraps or shape.find(f"{VML}textpath") is not None:
        return None
    height, offset = (points(style.get(name)) or 0.0 for name in ("height", "margin-top"))
    is_known = style.get("mso-position-vertical", "absolute") == "absolute"
    beside = style.get("mso-position-vertical-relative", "text")
    return _cover(shape, height, offset if is_known else None, beside, page)


def _points(emu: str | None) -> float:
    return (whole(emu) or 0) / _EMU
