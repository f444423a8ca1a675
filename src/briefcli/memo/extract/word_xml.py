"""Read elements of WordprocessingML: values, fields, checkboxes, symbols, list items and drawings."""

from collections.abc import Callable, Iterator
from functools import cache
from xml.etree.ElementTree import Element  # builds only; defusedxml parses

import msgspec

from briefcli.memo.extract.looks import Styles, hides, lies_outside, points, style_properties
from briefcli.memo.extract.office import BULLET_KIND, Cover, ListLabel, ListLevel, cover, whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = {"0", "false", "off"}
_CLEAREST = 10_000  # of 100,000: with no more than this opacity a colour is not seen
# Extensions that today's programs understand. Of several alternatives they show the first that they understand
_UNDERSTOOD = {"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cex", "w16cid", "w16sdtdh"}
NOTHING = Element("nothing")  # stands for a missing element, so that its values are missing as well


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def shown(element: Element) -> Iterator[Element]:
    """The child elements. If the file offers alternatives, only the one that is shown."""
    for child in element:
        if child.tag != f"{_COMPATIBLE}AlternateContent":
            yield child
            continue
        ways = (way for way in child if _UNDERSTOOD.issuperset((way.get("Requires") or "").split()))
        way = next(ways, None)
        if way is not None:
            yield from shown(way)


def first(element: Element, tag: str) -> Element:
    found = element.find(tag)
    return NOTHING if found is None else found


def inside(element: Element, path: str) -> Element:
    """The element at a path such as `pPr/numPr/numId`, or NOTHING."""
    return first(element, _full(path)) if len(element) else NOTHING


@cache
def _full(path: str) -> str:
    return "/".join(f"{W}{step}" for step in path.split("/"))


def value_at(element: Element, path: str) -> str | None:
    """The `w:val` of the element at a path."""
    return inside(element, path).get(f"{W}val")


def switch(element: Element, name: str) -> bool | None:
    """The value of an on/off element. None if there is no such element."""
    found = inside(element, name)
    return None if found is NOTHING else (found.get(f"{W}val") or "true").lower() not in _OFF


def fill_of(shape: Element) -> Element | None:
    """The element that says how a DrawingML shape is filled. None if nothing is painted."""
    parts = {local(each): each for part in shape if local(part) in {"spPr", "style"} for each in part}
    fill = next((each for name, each in parts.items() if name.endswith("Fill")), parts.get("fillRef"))
    if fill is None or local(fill) == "noFill" or fill.get("idx") == "0":
        return None
    opacities = [whole(each.get("val")) or 0 for each in fill.iter(f"{DRAWING}alpha")]
    return fill if not opacities or local(fill) != "solidFill" or max(opacities) > _CLEAREST else None


_TICKED, _EMPTY = "☒", "☐"
# Boxes and ticks in the fonts Wingdings and Wingdings 2
_SIGNS = {
    "F0FE": _TICKED, "F0FD": _TICKED, "F0A8": _EMPTY, "F06F": _EMPTY, "F0FC": "✓", "F0FB": "✗", "F052": _TICKED,
    "F054": _TICKED, "F0A3": _EMPTY, "F050": "✓", "F04F": "✗",
}  # fmt: skip
_NO_RESULT = {"ASK", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE"}  # fields that show nothing


class WordField(msgspec.Struct):
    """A field: its instruction, and whether the instruction is over and the result has started."""

    instruction: str = ""
    is_over: bool = False

    @property
    def hides(self) -> bool:
        """Whether text at this point of the field is not shown."""
        return not self.is_over or self.instruction.lstrip().partition(" ")[0].upper() in _NO_RESULT


def filled_in(mark: Element) -> str:
    """What the form field that starts here shows: a ticked or empty box, or a choice from its list. Else empty."""
    box, choices = inside(mark, "ffData/checkBox"), inside(mark, "ffData/ddList")
    if choices is not NOTHING:
        chosen = whole(value_at(choices, "result") or value_at(choices, "default")) or 0
        return next((each.get(f"{W}val") or "" for each in choices.findall(f"{W}listEntry")[chosen:]), "")
    if box is NOTHING:
        return ""
    ticked = switch(box, "checked")
    return _TICKED if (switch(box, "default") if ticked is None else ticked) else _EMPTY


def sign(code: str) -> str:
    """The character for a code in a symbol font. An unknown code stays the character with that code."""
    try:
        return _SIGNS.get(code.upper()) or (chr(int(code, 16)) if len(code) <= 4 else "")
    except ValueError:
        return ""


_NUMBER = "pPr/numPr/numId"
_DEEPEST = 8  # counted from 0: word processors have nine levels


class Lists:
    """The lists of one file. `numbering` is its numbering part. Paragraphs must be given to `item` in order."""

    def __init__(self, numbering: Element, styles: Styles, count_from: Callable[[ListLevel, str], None]) -> None:
        """`count_from` is called for an item from which its list counts anew, with the number of that item."""
        self._styles, self._count_from = styles, count_from
        found = list(numbering.iter(f"{W}abstractNum"))
        known = {each.get(f"{W}abstractNumId"): each for each in found}
        linked = {value_at(each, "styleLink"): each for each in found}  # definitions that hold the levels for others
        self._forms: dict[tuple[str, int], ListLabel] = {}
        self._counted: dict[str, str | None] = {}  # by number of a list, the definition that it counts with
        self._restarts: dict[tuple[str, int], str] = {}  # where levels of lists have yet to restart
        for number in numbering.iter(f"{W}num"):
            name, abstract = number.get(f"{W}numId") or "", value_at(number, "abstractNumId")
            definition = known.get(abstract, NOTHING)
            definition = linked.get(value_at(definition, "numStyleLink") or "", definition)
            self._counted[name] = abstract
            levels = [*definition.iter(f"{W}lvl"), *number.iter(f"{W}lvl")]
            self._forms |= {(name, _level(each.get(f"{W}ilvl"))): _form(each) for each in levels}
            for each in number.iter(f"{W}lvlOverride"):
                if first := value_at(each, "startOverride"):
                    self._restarts[name, _level(each.get(f"{W}ilvl"))] = first

    def is_heading(self, paragraph: Element) -> bool:
        """Whether a paragraph is a heading, by its outline level or by the name or outline level of its styles."""
        styles = self._styles.chain(value_at(paragraph, "pPr/pStyle"))
        names = ((value_at(each, "name") or "").lower() for each in styles)
        levels = (whole(value_at(each, "pPr/outlineLvl")) for each in (paragraph, *styles))
        is_named = any(each.startswith(("heading ", "kop ")) for each in names)
        return is_named or any(each is not None and each <= _DEEPEST for each in levels)

    def item(self, paragraph: Element) -> ListLevel | None:
        """The list, level and form of label of a paragraph. None if it is not a list item."""
        ways = (paragraph, *self._styles.chain(value_at(paragraph, "pPr/pStyle")))
        said = next((each for each in ways if value_at(each, _NUMBER) is not None), NOTHING)  # what names the list
        number, level = value_at(said, _NUMBER) or "0", _level(value_at(said, "pPr/numPr/ilvl"))
        if number == "0":
            return None
        item = f"{self._counted.get(number)}", level, self._forms.get((number, level), ListLabel())
        if (number, level) in self._restarts:
            self._count_from(item, self._restarts.pop((number, level)))
        return item


def _form(level: Element) -> ListLabel:
    kind, start, words, restart = (value_at(level, name) for name in ("numFmt", "start", "lvlText", "lvlRestart"))
    first = whole(start)
    return ListLabel(kind or BULLET_KIND, 1 if first is None else first, words or "", restart == "0")


def _level(value: str | None) -> int:
    return min(max(whole(value) or 0, 0), _DEEPEST)


_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHARED = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"  # places that are a share of a page
VML = "{urn:schemas-microsoft-com:vml}"
_EMU = 12_700  # English Metric Units in a point
_SHAPES = {f"{VML}{name}" for name in ("rect", "roundrect", "oval", "shape", "group", "image", "polyline")}
_SIDES = ("left", "top", "right", "bottom")


class Page:
    """The size of a page and the edges of its text, in points; `section` is the last `w:sectPr` of the file."""

    def __init__(self, section: Element) -> None:
        margins, size = inside(section, "pgMar"), inside(section, "pgSz")
        sides = [whole(margins.get(f"{W}{side}", "1440" if margins is NOTHING else "0")) or 0 for side in _SIDES]
        width, height = (whole(size.get(f"{W}{name}")) or usual for name, usual in (("w", 11_906), ("h", 16_838)))
        self.left, self.top, self.width, self.height = (each / 20 for each in (*sides[:2], width, height))
        self.right, self.bottom = (width - sides[2]) / 20, (height - sides[3]) / 20


def covers_in(paragraph: Element, page: Page) -> list[Cover]:
    """What is covered by the filled shapes and pictures that float over the text, anchored to this paragraph."""
    drawn = _drawn(paragraph)
    found = (_of_drawing(each, page) if each.tag == f"{_DRAWN}anchor" else _of_vml(each, page) for each in drawn)
    return list(filter(None, found))


def is_off_page(drawing: Element, page: Page) -> bool:
    """Whether a drawing is marked as hidden, is too thin to be seen, or is outside the page."""
    if any(each.get(name) in {"1", "true"} for each in drawing.iter() for name in ("hidden", "simplePos")):
        return True
    extent = drawing.find(f"*/{_DRAWN}extent")
    sizes = [] if extent is None else [_points(extent.get(name)) for name in ("cx", "cy")]
    across = {"page": 0.0, "leftMargin": 0.0, "margin": page.left, "column": page.left, "rightMargin": page.right}
    down = {"page": 0.0, "topMargin": 0.0, "margin": page.top, "bottomMargin": page.bottom}
    sides = (("H", across, page.width), ("V", down, page.height))
    for (side, edges, end), size in zip(sides, sizes or (0.0, 0.0), strict=True):
        for place in drawing.iter(f"{_DRAWN}position{side}"):
            edge = edges.get(place.get("relativeFrom") or "")
            share = (whole(place.findtext(f"{_SHARED}pctPos{side}Offset")) or 0) / 100_000
            offset = _points(place.findtext(f"{_DRAWN}posOffset")) + share * end
            lowest = -size if edge is not None else -size - end
            if not lowest <= (edge or 0.0) + offset < end:
                return True
    return lies_outside(sizes, ())


def is_old_off_page(shape: Element) -> bool:
    """The same for a drawing in VML. Within a group its measures have no unit, and say nothing."""
    style = style_properties(shape.get("style") or "")
    sizes = (points(style.get(name)) for name in ("width", "height"))
    places = (points(style.get(name)) for name in ("left", "top", "margin-left", "margin-top"))
    return hides(style) or lies_outside(sizes, places)


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
    style = style_properties(shape.get("style") or "")
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
