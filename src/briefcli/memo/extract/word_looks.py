"""How a piece of text in a Word file looks: hidden or not, its colour, its background and its size.

What a run says itself counts before its character style, that before its paragraph style, that before the defaults of
the file. Only in one thing the order of ISO 29500 (part 1, 17.7.3) is not followed: text that any style hides stays
hidden, although two styles that hide it would show it again.
"""

from typing import TYPE_CHECKING

import msgspec

from briefcli.memo.extract.colours import BLACK, WHITE, Rgb, rgb
from briefcli.memo.extract.looks import Look
from briefcli.memo.extract.word_xml import W14, A, W, inside, switch, value_at, whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NARROWEST = 40  # twentieths of a point that a line is high
_HIDING = ("vanish", "specVanish", "webHidden")
_MOSTLY = 75  # per cent of a pattern, above which its own colour is what is seen
_THEME = {"background1": "lt1", "light1": "lt1", "text1": "dk1", "dark1": "dk1", "background2": "lt2", "light2": "lt2",
          "text2": "dk2", "dark2": "dk2"}  # fmt: skip

Theme = dict[str, Rgb]


class Looks:
    """The styles and defaults of one file."""

    def __init__(self, styles: "Element | None", theme: "Element | None") -> None:
        self._theme = _theme(theme)
        self._styles = {
            each.get(f"{W}styleId") or "": each for each in (styles.iter(f"{W}style") if styles is not None else ())
        }
        self._known: dict[str, Look] = {}
        usual = [each for each in self._styles.values() if each.get(f"{W}default") in {"1", "true", "on"}]
        self._usual = {each.get(f"{W}type") or "": each.get(f"{W}styleId") or "" for each in usual}
        defaults = None if styles is None else styles.find(f"{W}docDefaults")
        self._defaults = Look()
        if defaults is not None:
            run, paragraph = inside(defaults, "rPrDefault/rPr"), inside(defaults, "pPrDefault/pPr")
            self._defaults = self._said(run, paragraph)

    def of_block(self, properties: "Element | None", around: Look) -> Look:
        """How the text of a paragraph looks before a run says more; `properties` is its `w:pPr`."""
        style = None if properties is None else value_at(properties, "pStyle")
        own = self._said(None, properties).over(self._of_style(style or self._usual.get("paragraph")))
        return own.within(around)

    def of_table(self, properties: "Element | None", around: Look) -> Look:
        """What is around all that stands in a table, row or cell, whose properties these are."""
        if properties is None:
            return around
        style = self._of_style(value_at(properties, "tblStyle"))
        hidden = bool(switch(properties, "hidden") or style.hidden)
        return Look(hidden=hidden, block=self._shade(properties)).over(Look(block=style.block)).within(around)

    def of_run(self, run: "Element | None", block: Look) -> Look:
        """How the text of a run looks; `run` is its `w:rPr`."""
        if run is None:
            return block.over(self._defaults)
        own = self._said(run, None)
        style = self._of_style(value_at(run, "rStyle"))
        hidden = own.hidden if own.hidden is not None else style.hidden or block.hidden or self._defaults.hidden
        return msgspec.structs.replace(own.over(style).over(block).over(self._defaults), hidden=hidden)

    def _of_style(self, style: str | None) -> Look:
        """What a style and all that it is based on say."""
        way: list[str] = []
        look = Look()
        while style and style in self._styles and style not in way:
            if style in self._known:
                look = self._known[style]
                break
            way.append(style)
            style = value_at(self._styles[style], "basedOn")
        for each in reversed(way):
            element = self._styles[each]
            look = self._known[each] = self._said(inside(element, "rPr"), inside(element, "pPr")).over(look)
        return look

    def _said(self, run: "Element | None", paragraph: "Element | None") -> Look:
        """What `w:rPr` and `w:pPr` say themselves."""
        if run is None and paragraph is None:
            return Look()
        switches = [each for each in (switch(run, name) for name in _HIDING) if each is not None]
        return Look(
            hidden=any(switches) if switches else None,
            inks=None if run is None else self._inks(run),
            paper=None if run is None else self._paper(run),
            block=None if paragraph is None else self._shade(paragraph),
            size=None if run is None else _points(value_at(run, "sz")),
            thin=None if paragraph is None else _is_thin(paragraph),
        )

    def _inks(self, run: "Element") -> tuple[Rgb, ...] | None:
        """The colours that the text may have: as written, as the theme has it, and as the newer text effect has it."""
        fill = run.find(f"{W14}textFill")
        if fill is not None:
            if fill.find(f"{W14}noFill") is not None:
                return (WHITE, BLACK)  # nothing is painted, whatever is behind it
            solid = next((rgb(each.get(f"{W14}val")) for each in fill.iter(f"{W14}srgbClr")), None)
            if solid is not None:
                return (solid,)
        colour = run.find(f"{W}color")
        if colour is None:
            return None
        return self._named(colour, "val", "theme") or (BLACK,)

    def _paper(self, run: "Element") -> Rgb | tuple[()] | None:
        highlight = value_at(run, "highlight")
        marked = rgb(highlight) if highlight and highlight != "none" else None
        return marked or self._shade(run)

    def _shade(self, properties: "Element") -> Rgb | tuple[()] | None:
        shade = properties.find(f"{W}shd")
        if shade is None:
            return None
        pattern = (shade.get(f"{W}val") or "clear").lower()
        share = whole(pattern.removeprefix("pct")) if pattern.startswith("pct") else 100 if pattern == "solid" else 0
        if (share or 0) >= _MOSTLY:
            return next(iter(self._named(shade, "color", "theme")), BLACK)
        return next(iter(self._named(shade, "fill", "themeFill")), ())

    def _named(self, element: "Element", written: str, prefix: str) -> tuple[Rgb, ...]:
        """The colour that an element writes, and the one that it takes from the theme."""
        name = element.get(f"{W}{prefix}" if prefix == "themeFill" else f"{W}{prefix}Color") or ""
        themed = self._theme.get(_THEME.get(name, name))
        if element.get(f"{W}{prefix}Tint") or element.get(f"{W}{prefix}Shade"):
            themed = None  # the colour as written is then the one that is meant
        found = dict.fromkeys(each for each in (themed, rgb(element.get(f"{W}{written}"))) if each is not None)
        return tuple(found)


def _points(half: str | None) -> float | None:
    number = whole(half)
    return None if number is None else number / 2


def _is_thin(paragraph: "Element") -> bool | None:
    spacing = paragraph.find(f"{W}spacing")
    if spacing is None or spacing.get(f"{W}line") is None:
        return None
    height = whole(spacing.get(f"{W}line"))
    return spacing.get(f"{W}lineRule") == "exact" and height is not None and height <= _NARROWEST


def _theme(tree: "Element | None") -> Theme:
    found: Theme = {"lt1": WHITE, "dk1": BLACK}
    scheme = None if tree is None else next(tree.iter(f"{A}clrScheme"), None)
    for entry in scheme if scheme is not None else ():
        for colour in entry:
            value = rgb(colour.get("val")) or rgb(colour.get("lastClr"))
            if value is not None:
                found[entry.tag.removeprefix(A)] = value
    return found
