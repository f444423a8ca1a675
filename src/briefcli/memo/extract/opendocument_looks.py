"""The styles of an OpenDocument text: each with what its parents and the defaults of its family say."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from briefcli.memo.extract.office import BLACK, LARGEST, LINE, THINNEST, WHITE, Look, Rgb, draws_signs, rgb

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{NAMESPACE}text:1.0}}"
STYLE = f"{{{NAMESPACE}style:1.0}}"
OFFICE = f"{{{NAMESPACE}office:1.0}}"
TABLE = f"{{{NAMESPACE}table:1.0}}"
DRAW = f"{{{NAMESPACE}drawing:1.0}}"
_FO = f"{{{NAMESPACE}xsl-fo-compatible:1.0}}"
_LO = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_SVG = f"{{{NAMESPACE}svg-compatible:1.0}}"
_NOTHING = {"0%", "1%", "2%", "3%", "4%", "5%"}
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835}

# What a text that is read keeps to: per cent, or points
_BOUNDS = {
    f"{_FO}font-size": (30.0, 1000.0, 2.1, 1000.0), f"{STYLE}text-scale": (20.0, 600.0, 0.0, 0.0),
    f"{_FO}letter-spacing": (-30.0, 1000.0, -5.0, 100.0), f"{_FO}line-height": (10.0, 1000.0, 2.1, 1000.0),
    f"{_FO}margin-left": (-50.0, 80.0, -100.0, 450.0), f"{_FO}margin-right": (-50.0, 80.0, -100.0, 450.0),
    f"{_FO}text-indent": (-50.0, 80.0, -450.0, 450.0), f"{STYLE}row-height": (0.0, 100.0, 5.0, 1000.0),
}  # fmt: skip
_ANY_COLOUR = (Look(block=WHITE), Look(block=BLACK))
# The family that the style of an element is in; a shape has a graphic style
FAMILIES = {
    f"{TEXT}p": "paragraph", f"{TEXT}h": "paragraph", f"{TEXT}span": "text", f"{TEXT}a": "text",
    f"{TEXT}section": "section", f"{TABLE}table": "table", f"{TABLE}table-row": "table-row",
    f"{TABLE}table-cell": "table-cell", f"{TEXT}ruby-text": "text",
}  # fmt: skip


class Looks:
    """The styles that hold in one part of the file; of two with one name the first counts."""

    def __init__(self, places: Iterable["Element | None"]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._usual: dict[str, Look] = {}
        for place in places:
            for style in place if place is not None else ():
                family, name = style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""
                if style.tag == f"{STYLE}style":
                    self._styles.setdefault((family, name), style)
                elif style.tag == f"{STYLE}default-style":
                    self._usual.setdefault(family, _said(style))
        self._known: dict[tuple[str, str], Look] = {}

    def of(self, element: "Element") -> Look:
        """What the style of an element says."""
        key = _key(element)
        if key is None:
            return Look()
        look = self._of_style(key)
        for name in (f"{TEXT}cond-style-name", f"{TEXT}class-names"):
            for each in (element.get(name) or "").split():
                look = self._of_style((key[0], each)).within(look)
        return look

    def of_cell(self, style: str | None) -> Look:
        """What a column or row says of the cells that have no style of their own."""
        return self._of_style(("table-cell", style)) if style else Look()

    def drawn_as(self, element: "Element") -> dict[str, str]:
        """Where a shape or frame stands and how it is filled: the attributes of its style."""
        key, found, passed = _key(element), dict[str, str](), set[tuple[str, str]]()
        while key in self._styles and key not in passed:
            passed.add(key)
            for properties in self._styles[key].iter(f"{STYLE}graphic-properties"):
                found = {**properties.attrib, **found}
            key = key[0], self._styles[key].get(f"{STYLE}parent-style-name") or ""
        return found

    def _of_style(self, key: tuple[str, str]) -> Look:
        way: list[tuple[str, str]] = []
        look = self._usual.get(key[0], Look())
        while key in self._styles and key not in way:
            if key in self._known:
                look = self._known[key]
                break
            way.append(key)
            key = key[0], self._styles[key].get(f"{STYLE}parent-style-name") or ""
        for each in reversed(way):
            look = self._known[each] = _said(self._styles[each]).over(look)
        return look


def lies_outside(shape: "Element") -> bool:
    """Whether a shape has no size, or stands outside the page."""
    sizes = [points(shape.get(f"{_SVG}{name}")) for name in ("width", "height")]
    places = [points(shape.get(f"{_SVG}{name}")) or 0 for name in ("x", "y")]
    return any(each is not None and each < THINNEST for each in sizes) or max(map(abs, places)) > LARGEST


def height_and_offset(shape: "Element") -> tuple[float, float]:
    """In points."""
    return points(shape.get(f"{_SVG}height")) or LINE, points(shape.get(f"{_SVG}y")) or 0.0


def points(length: str | None) -> float | None:
    """A length such as `1.5cm` in points; None for any other text."""
    text = length or ""
    try:
        return float(text[:-2]) * _POINTS[text[-2:]]
    except (KeyError, ValueError):
        return None


def _key(element: "Element") -> tuple[str, str] | None:
    """The family and the name of the style of an element."""
    family = FAMILIES.get(element.tag) or ("graphic" if element.tag.startswith(DRAW) else None)
    namespace = element.tag.partition("}")[0] + "}"
    return None if family is None else (family, element.get(f"{namespace}style-name") or "")


def _said(style: "Element") -> Look:
    look = Look()
    for properties in style:
        thin = True if look.thin or _is_out_of_bounds(properties) else None
        if properties.tag == f"{STYLE}text-properties":
            paper = rgb(properties.get(f"{_FO}background-color"))
            size = points(properties.get(f"{_FO}font-size"))
            font = properties.get(f"{_FO}font-family") or properties.get(f"{STYLE}font-name") or ""
            signs = draws_signs(font.strip("'\""))
            hidden, inks, struck = _hidden(properties), _inks(properties), _struck(properties)
            look = Look(hidden, inks, paper, look.block, size, thin, signs, look.also, struck)
        else:
            look = _filled(properties).over(msgspec.structs.replace(look, thin=thin))
    return look


def _filled(properties: "Element") -> Look:
    """The background of a paragraph, cell or shape; of a picture or gradient the colour is not known."""
    fill, written = properties.get(f"{DRAW}fill"), properties.get(f"{_FO}background-color")
    if fill not in {None, "none", "solid"}:
        return Look(also=_ANY_COLOUR)
    if fill == "solid":
        written = properties.get(f"{DRAW}fill-color") or written
    return Look(block=None if written is None and fill is None else rgb(written) or ())


def _is_out_of_bounds(properties: "Element") -> bool:
    for name, (least, most, shortest, longest) in _BOUNDS.items():
        text = properties.get(name) or ""
        share, length = _percent(text), points(text)
        if not (length is None or shortest <= length <= longest) or not (share is None or least <= share <= most):
            return True
    raised, _, size = (properties.get(f"{STYLE}text-position") or "").partition(" ")
    share = _percent(size)
    return abs(_percent(raised) or 0) > 200 or (share is not None and share < 30)


def _percent(text: str) -> float | None:
    try:
        return float(text[:-1]) if text.endswith("%") else None
    except ValueError:
        return None


def _hidden(properties: "Element") -> bool | None:
    display = properties.get(f"{TEXT}display")
    return None if display is None else display != "true"


def _struck(properties: "Element") -> bool | None:
    said = [properties.get(f"{STYLE}text-line-through-{each}") for each in ("style", "type", "text")]
    written = [each for each in said if each is not None]
    return any(each not in {"none", ""} for each in written) if written else None


def _inks(properties: "Element") -> tuple[Rgb, ...] | None:
    if properties.get(f"{STYLE}use-window-font-color") == "true":  # some programs then write an opacity of 0 as well
        return (BLACK,)
    if (properties.get(f"{_LO}opacity") or "").strip() in _NOTHING:
        return WHITE, BLACK  # nothing is painted, whatever is behind it
    colour = rgb(properties.get(f"{_FO}color"))
    return None if colour is None else (colour,)
