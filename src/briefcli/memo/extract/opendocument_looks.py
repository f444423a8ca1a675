"""The styles of an OpenDocument text, each combined with its parent styles and the defaults of its family."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

import msgspec

from briefcli.memo.extract.looks import Look, Styles, look_of

# A margin that is more than that of the parent style, or less than 0
_FAR = re.compile(r"-[0-9.]+%|(?!100%)[1-9][0-9]{2,}[0-9.]*%")
NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{NAMESPACE}text:1.0}}"
STYLE = f"{{{NAMESPACE}style:1.0}}"
OFFICE = f"{{{NAMESPACE}office:1.0}}"
TABLE = f"{{{NAMESPACE}table:1.0}}"
DRAW = f"{{{NAMESPACE}drawing:1.0}}"
_FO = f"{{{NAMESPACE}xsl-fo-compatible:1.0}}"
LO = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
SVG = f"{{{NAMESPACE}svg-compatible:1.0}}"
# The CSS names of OpenDocument properties; `row-height` and `text-scale` are our own
_CSS = {
    **{f"{_FO}{name}": name for name in (
        "color", "background-color", "font-size", "font-family", "letter-spacing", "line-height", "text-indent",
        "margin", "margin-left", "margin-right",
    )},
    f"{STYLE}font-name": "font-family", f"{STYLE}row-height": "row-height", f"{STYLE}text-scale": "text-scale",
}  # fmt: skip
# By element, the family of its style. Shapes are not listed: their family is `graphic`
_FAMILIES = {
    f"{TEXT}p": "paragraph", f"{TEXT}h": "paragraph", f"{TEXT}span": "text", f"{TEXT}a": "text",
    f"{TEXT}section": "section", f"{TABLE}table": "table", f"{TABLE}table-row": "table-row",
    f"{TABLE}table-cell": "table-cell", f"{TEXT}ruby-text": "text",
}  # fmt: skip


class Looks:
    """The styles that apply to one part of the file. If two have the same name, the first counts."""

    def __init__(self, places: Iterable[Element | None]) -> None:
        named: dict[str, Element] = {}  # by family and name
        self._usual: dict[str, Look] = {}
        for place in places:
            for style in place if place is not None else ():
                family, name = style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""
                if style.tag == f"{STYLE}style":
                    named.setdefault(f"{family}/{name}", style)
                elif style.tag == f"{STYLE}default-style":
                    self._usual.setdefault(family, _said(style))
        self._styles = Styles(named, _parent, _said)

    def of(self, element: Element) -> Look:
        """The look that the styles of an element give it."""
        family, names = _family(element), _names(element)
        if not family:
            return Look()
        look = self.of_style(family, names[0])
        for name in names[1:]:
            look = self.of_style(family, name).within(look)
        return look

    def of_style(self, family: str, name: str | None) -> Look:
        return self._styles.look(f"{family}/{name}", self._usual.get(family, Look()))

    def drawn_as(self, shape: Element) -> dict[str, str]:
        """The graphic attributes in the style of a shape or frame, such as its position and fill."""
        found: dict[str, str] = {}
        for style in self._styles.chain(f"{_family(shape)}/{_names(shape)[0]}"):
            for properties in style.iter(f"{STYLE}graphic-properties"):
                found = {**properties.attrib, **found}
        return found


def _family(element: Element) -> str:
    return _FAMILIES.get(element.tag, "graphic" if element.tag.startswith(DRAW) else "")


def _names(element: Element) -> list[str]:
    """The name of the style of an element, then the names of other styles that may apply to it."""
    others = (element.get(f"{TEXT}{name}") or "" for name in ("cond-style-name", "class-names"))
    return [element.get(f"{element.tag.partition('}')[0]}}}style-name") or "", *" ".join(others).split()]


def _parent(style: Element) -> str:
    return f"{style.get(f'{STYLE}family')}/{style.get(f'{STYLE}parent-style-name')}"


def _said(style: Element) -> Look:
    """What a style sets itself. With a picture or gradient behind it, the colour of its background is unknown."""
    look = Look()
    for properties in style:
        says = {css: properties.get(name, "").lower() for name, css in _CSS.items() if name in properties.attrib}
        shares = {css: says[css] for css in says if css.startswith(("margin", "text-indent")) and "%" in says[css]}
        is_far = any(map(_FAR.search, shares.values()))
        says |= dict.fromkeys(shares, "")
        is_block = properties.tag != f"{STYLE}text-properties"
        says["vertical-align"], _, raised = properties.get(f"{STYLE}text-position", "").partition(" ")
        says["relative-size"] = " ".join(each for each in (raised, says.get("font-size", "")) if "%" in each)
        if properties.get(f"{STYLE}use-window-font-color") == "true":  # some programs also write an opacity of 0 then
            says["color"] = "black"
        else:
            says["opacity"] = properties.get(f"{LO}opacity", "").strip()
        fill, display = properties.get(f"{DRAW}fill"), properties.get(f"{TEXT}display")
        if fill == "solid":
            says["background-color"] = properties.get(f"{DRAW}fill-color", says.get("background-color", ""))
        elif fill not in {None, "none"}:
            says["background"] = "url()"
        own = look_of([says], is_block=is_block)
        is_clear = is_block and own.block is None and (fill == "none" or "background-color" in says)
        hidden = own.hidden if display is None else display != "true"
        block = () if is_clear else own.block
        thin = own.thin or is_far or None
        look = msgspec.structs.replace(own, hidden=hidden, block=block, thin=thin, struck=_struck(properties)).over(
            look
        )
    return look


def _struck(properties: Element) -> bool | None:
    said = [properties.get(f"{STYLE}text-line-through-{each}") for each in ("style", "type", "text")]
    written = [each for each in said if each is not None]
    return any(each not in {"none", ""} for each in written) if written else None
