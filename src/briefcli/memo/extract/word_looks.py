"""How a piece of text in a Word file looks: whether it is hidden, its colour, its background and its size.

What a run itself sets overrides its character style, which overrides its paragraph style, which overrides the defaults
of the file. This follows ISO 29500 with one exception: text that any style hides stays hidden. By the standard (part 1,
17.7.3), two styles that hide a text would show it again.
"""

from xml.etree.ElementTree import Element

import msgspec

from briefcli.memo.extract.looks import (
    BLACK,
    THINNEST,
    USUAL_SIZE,
    WHITE,
    Look,
    Rgb,
    Styles,
    draws_signs,
    is_outside,
    mixed,
    rgb,
)
from briefcli.memo.extract.office import whole
from briefcli.memo.extract.word_xml import DRAWING, NOTHING, W14, W, fill_of, first, inside, local, switch, value_at

FIRST_ROW = "firstRow"
# Attributes for the position and size of text, by element: the measure in `looks`, and how many units make a point
_MEASURES: dict[str, dict[str, tuple[str, float]]] = {
    "ind": {
        **dict.fromkeys(("left", "start", "right", "end"), ("margin-left", 20)),
        **dict.fromkeys(("firstLine", "hanging"), ("text-indent", 20)),
    },
    "framePr": {"x": ("frame", 20), "y": ("frame", 20), "h": ("row-height", 20), "w": ("fit", 20)},
    "tblInd": {"w": ("left", 20)}, "tblpPr": {"tblpX": ("left", 20), "tblpY": ("top", 20)},
    "trHeight": {"val": ("row-height", 20)}, "spacing": {"line": ("line-height", 20), "val": ("letter-spacing", 20)},
    "position": {"val": ("vertical-align", 2)}, "fitText": {"val": ("fit", 20)},
    "w": {"val": ("text-scale", 100 / USUAL_SIZE)},
}  # fmt: skip
_AT_LEAST = {"row-height", "line-height"}  # minimum heights, unless the file calls them exact
# The names of colours in the theme, by the names that texts use for them
_THEME = {"background1": "lt1", "light1": "lt1", "text1": "dk1", "dark1": "dk1", "background2": "lt2", "light2": "lt2",
          "text2": "dk2", "dark2": "dk2", "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}  # fmt: skip
_MAPPED = {"bg1": "lt1", "t1": "dk1", "bg2": "lt2", "t2": "dk2"}  # the same, by the names in `w:clrSchemeMapping`
_COLOURS = {"srgbClr", "schemeClr", "sysClr", "prstClr"}
_CLEAR = 50_000  # of 100,000: with at least this transparency a colour is hardly painted


class WordLooks:
    """The styles and defaults of one file, given its parts with the styles and theme, and `w:clrSchemeMapping`."""

    def __init__(self, styles: Element, theme: Element, mapping: Element) -> None:
        self._theme = _theme(theme, mapping)
        named = {each.get(f"{W}styleId") or "": each for each in styles.iter(f"{W}style")}
        self.styles = Styles(named, lambda style: value_at(style, "basedOn"), self._own)
        usual = [each for each in named.values() if each.get(f"{W}default") in {"1", "true", "on"}]
        self._usual = {each.get(f"{W}type") or "": each.get(f"{W}styleId") or "" for each in usual}
        said = [inside(styles, f"docDefaults/{each}Default/{each}") for each in ("rPr", "pPr")]
        self._defaults = self.styles.look(self._usual.get("character")).over(self._said(*said))

    def of_page(self, background: Element) -> Look:
        """The look around everything. A coloured page is printed white but has its colour on screen, so both count."""
        return Look(also=tuple(Look(block=each) for each in self._named(background, "color", "theme")))

    def of_block(self, properties: Element, around: Look) -> Look:
        """The look of the text of a paragraph before its runs change it. `properties` is its `w:pPr`."""
        style = value_at(properties, "pStyle") or self._usual.get("paragraph")
        return self._said(NOTHING, properties).over(self.styles.look(style)).within(around)

    def of_table(self, properties: Element, around: Look) -> Look:
        """The look around everything in a table, row or cell with these properties."""
        own = Look(hidden=switch(properties, "hidden"), block=self._shade(properties), thin=_is_thin(properties))
        width = inside(properties, "tcW")
        if width.get(f"{W}type") != "pct" and 0 < (whole(width.get(f"{W}w")) or 0) < THINNEST * 20:
            own = msgspec.structs.replace(own, thin=True)
        style = value_at(properties, "tblStyle") or (self._usual.get("table") if local(properties) == "tblPr" else "")
        return own.over(self.styles.look(style)).within(around)

    def of_box(self, shape: Element, around: Look) -> Look:
        """The look around the text of a drawn shape, which is white by default."""
        fill, inks = fill_of(shape), self._painted(first(shape, f"{{*}}style/{DRAWING}fontRef"))
        papers = [] if fill is None else self._painted(fill)
        hidden = around.hidden or (fill is not None and not papers)  # a picture behind it may have any colour
        also = tuple(Look(block=each) for each in papers[1:])
        return Look(hidden=hidden or None, inks=tuple(inks) or None, block=papers[0] if papers else None, also=also)

    def of_run(self, run: Element, block: Look) -> Look:
        """The look of the text of a run. `run` is its `w:rPr`."""
        own = self._said(run, NOTHING)
        style = self.styles.look(value_at(run, "rStyle"))
        hidden = own.hidden if own.hidden is not None else style.hidden or block.hidden or self._defaults.hidden
        return msgspec.structs.replace(own.over(style).over(block).over(self._defaults), hidden=hidden)

    def _own(self, style: Element) -> Look:
        """The look that a style itself sets, and in `also` what it sets for some rows or columns of a table."""
        also = tuple(self._of_part(part) for part in style.findall(f"{W}tblStylePr"))
        return msgspec.structs.replace(self._of_part(style), also=also)

    def _of_part(self, style: Element) -> Look:
        """The look of a style, or of the part of a table style that is for some rows or columns."""
        said = self._said(inside(style, "rPr"), inside(style, "pPr"))
        shades = (self._shade(each) for each in (inside(style, "tcPr"), inside(style, "tblPr")))
        block = said.block or next((each for each in shades if each), said.block)
        return msgspec.structs.replace(said, block=block, only_in=style.get(f"{W}type"))

    def _said(self, run: Element, paragraph: Element) -> Look:
        """The look that `w:rPr` and `w:pPr` set themselves, without their styles."""
        if not len(run) and not len(paragraph):
            return Look()
        hides = {switch(run, name) for name in ("vanish", "specVanish", "webHidden")} - {None}
        strikes = {switch(run, name) for name in ("strike", "dstrike")} - {None}
        highlight, fonts = value_at(run, "highlight"), inside(run, "rFonts")
        marked = rgb(highlight) if highlight != "none" else None
        place, height = value_at(run, "vertAlign"), whole(value_at(run, "position"))
        return Look(
            hidden=any(hides) if hides else None,
            inks=self._inks(run),
            paper=marked or self._shade(run),
            block=self._shade(paragraph),
            size=_size(run),
            thin=_is_thin(run) or _is_thin(paragraph),
            signs=draws_signs(fonts.get(f"{W}ascii")) or draws_signs(fonts.get(f"{W}hAnsi")),
            struck=any(strikes) if strikes else None,
            raised=None if place is None and height is None else place == "superscript" or (height or 0) > 0,
        )

    def _inks(self, run: Element) -> tuple[Rgb, ...] | None:
        """The colours that the text may have: that of the newer `w14:textFill`, else as in the theme and as written."""
        fill = run.find(f"{W14}textFill/*")
        if fill is not None:
            return tuple(self._painted(fill)) or (WHITE, BLACK)  # nothing is painted: unseen on white and on black
        colour = run.find(f"{W}color")
        if colour is None:
            return None
        return self._named(colour, "val", "theme") or (BLACK,)

    def _shade(self, properties: Element) -> Rgb | tuple[()] | None:
        """The background that properties set. A pattern counts as the mix of its two colours."""
        shade = properties.find(f"{W}shd")
        if shade is None:
            return None
        fill = next(iter(self._named(shade, "fill", "themeFill")), None)
        pattern = (shade.get(f"{W}val") or "clear").lower()
        share = whole(pattern.removeprefix("pct")) if pattern.startswith("pct") else 100 if pattern == "solid" else 0
        if not share:
            return fill or ()
        return mixed(next(iter(self._named(shade, "color", "theme")), BLACK), fill or WHITE, min(share, 100) / 100)

    def _named(self, element: Element, written: str, prefix: str) -> tuple[Rgb, ...]:
        """The colour that an element takes from the theme, and the colour that it writes out."""
        themed = self._theme.get(element.get(f"{W}{prefix}" if prefix == "themeFill" else f"{W}{prefix}Color") or "")
        for change, other in (("Tint", WHITE), ("Shade", BLACK)):
            share = element.get(f"{W}{prefix}{change}") or ""
            if themed is not None and len(share) == 2:
                themed = mixed(themed, other, int(share, 16) / 255 if share.isalnum() and share.isascii() else 1)
        found = dict.fromkeys(each for each in (themed, rgb(element.get(f"{W}{written}"))) if each is not None)
        return tuple(found)

    def _painted(self, fill: Element) -> list[Rgb]:
        """The colours that a DrawingML fill paints. If a colour is hardly painted or unknown, also white and black."""
        found: list[Rgb] = []
        for element in fill.iter():
            if local(element) not in _COLOURS:
                continue
            said = {local(each): whole(next(iter(each.attrib.values()), None)) or 0 for each in element}
            name = next((value for key, value in element.attrib.items() if key.endswith("val")), "")
            colour = self._theme.get(name) or rgb(element.get("lastClr")) or rgb(name)
            if colour is not None:
                dark = mixed(colour, BLACK, said.get("lumMod", 100_000) / 100_000)
                found.append(mixed(WHITE, dark, said.get("lumOff", 0) / 100_000) if "lumOff" in said else dark)
            transparent = said.get("alpha", 0) if element.tag.startswith(W14) else 100_000 - said.get("alpha", 100_000)
            found += [WHITE, BLACK] if transparent >= _CLEAR or colour is None else []
        return found


def _size(run: Element) -> float | None:
    """The font size in points. Subscript and superscript text is smaller."""
    is_complex = switch(run, "cs") or switch(run, "rtl")
    half = whole(value_at(run, "szCs" if is_complex and inside(run, "szCs") is not NOTHING else "sz"))
    if half is None:
        return None
    return half / (2 if value_at(run, "vertAlign") in {None, "baseline"} else 3.5)


def _is_thin(properties: Element) -> bool | None:
    """Whether these properties make text unreadable by its size or position.

    False if they set a readable line height, None if they set nothing that matters.
    """
    thin: bool | None = None
    for each in properties:
        is_exact = "exact" in {each.get(f"{W}hRule"), each.get(f"{W}lineRule")}
        for name, (measure, units) in _MEASURES.get(local(each), {}).items():
            value = whole(each.get(f"{W}{name}"))
            if value is None:
                continue
            if is_outside(measure, value / units) and (is_exact or measure not in _AT_LEAST):
                return True
            thin = False if measure == "line-height" else thin
    return thin


def _theme(tree: Element, mapping: Element) -> dict[str, Rgb]:
    """The colours of the theme by all their names. `mapping` says which of them texts and backgrounds have."""
    found: dict[str, Rgb] = {"lt1": WHITE, "dk1": BLACK}
    for entry in next(tree.iter(f"{DRAWING}clrScheme"), NOTHING):
        for colour in entry:
            value = rgb(colour.get("val")) or rgb(colour.get("lastClr"))
            if value is not None:
                found[entry.tag.removeprefix(DRAWING)] = value
    mapped = ((_MAPPED.get(key.removeprefix(W)), _THEME.get(name, name)) for key, name in mapping.attrib.items())
    found |= {name: found[other] for name, other in mapped if name is not None and other in found}
    return found | {alias: found[name] for alias, name in _THEME.items() if name in found}
