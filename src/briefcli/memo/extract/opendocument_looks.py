"""The styles of an OpenDocument text: each with what its parents and the defaults of its family say."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefcli.memo.extract.colours import BLACK, WHITE, Rgb, rgb
from briefcli.memo.extract.looks import Look

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
_NOTHING = {"0%", "1%", "2%", "3%", "4%", "5%"}
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835}

# The family that the style of an element is in; a shape has a graphic style
FAMILIES = {
    f"{TEXT}p": "paragraph", f"{TEXT}h": "paragraph", f"{TEXT}span": "text", f"{TEXT}a": "text",
    f"{TEXT}section": "section", f"{TABLE}table": "table", f"{TABLE}table-row": "table-row",
    f"{TABLE}table-cell": "table-cell", f"{DRAW}frame": "graphic", f"{DRAW}custom-shape": "graphic",
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
        family = FAMILIES.get(element.tag)
        if family is None:
            return Look()
        namespace = element.tag.partition("}")[0] + "}"
        return self._of_style((family, element.get(f"{namespace}style-name") or ""))

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


def _said(style: "Element") -> Look:
    look = Look()
    for properties in style:
        if properties.tag == f"{STYLE}text-properties":
            paper = rgb(properties.get(f"{_FO}background-color"))
            look = Look(_hidden(properties), _inks(properties), paper, look.block, _size(properties))
        elif properties.get(f"{_FO}background-color") is not None:
            block = rgb(properties.get(f"{_FO}background-color")) or ()
            look = Look(look.hidden, look.inks, look.paper, block, look.size)
    return look


def _hidden(properties: "Element") -> bool | None:
    display = properties.get(f"{TEXT}display")
    return None if display is None else display != "true"


def _inks(properties: "Element") -> tuple[Rgb, ...] | None:
    if properties.get(f"{STYLE}use-window-font-color") == "true":  # some programs then write an opacity of 0 as well
        return (BLACK,)
    if (properties.get(f"{_LO}opacity") or "").strip() in _NOTHING:
        return WHITE, BLACK  # nothing is painted, whatever is behind it
    colour = rgb(properties.get(f"{_FO}color"))
    return None if colour is None else (colour,)


def _size(properties: "Element") -> float | None:
    text = properties.get(f"{_FO}font-size") or ""
    try:
        return float(text[:-2]) * _POINTS[text[-2:]]
    except (KeyError, ValueError):
        return None
