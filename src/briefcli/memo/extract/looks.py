"""Describe how a piece of text looks in a Word, OpenDocument or HTML file, and decide whether a reader can see it.

The module of each format makes a `Look` of each style and combines them in the order of that format. OpenDocument
properties get their CSS names first, so that `look_of` reads them as it reads HTML.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

import msgspec

from briefcli.catalog import later

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Why text is left out
HIDDEN = later("hidden text is left out")
STRUCK = later("struck-through text is left out")
BLACKENED = later("text that was made black is left out")
COLOURLESS = later("text in the colour of its background is left out")
TINY = later("text too small to be read is left out")

Rgb = tuple[int, int, int]

BLACK: Rgb = (0, 0, 0)
WHITE: Rgb = (255, 255, 255)
THINNEST = 4.0  # points: a drawing that is thinner can be no more than a line
LARGEST = 1000.0  # points: no page is larger
USUAL_SIZE = 11.0  # points
_PAGE = 600.0  # points: the width of a page, of which the place or size of a box can be a share
_SMALLEST = 2.0  # points
_MOST = 40  # looks that one text may have; text with more counts as hidden
_DEEPEST = 50  # styles, each based on the next
_SIGNS = 2  # letters in a symbol font: no more than this can be a tick or a bullet
_SIGN_FONTS = ("wingdings", "webdings", "zapf", "marlett", "bookshelf symbol", "opensymbol", "adobe blank", "redacted")
_SAME = 32  # of 255: two colours that differ less in red, green and blue cannot be told apart in print
_DARK = 3 * 96  # the sum of red, green and blue: a background below this is dark
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})|#([0-9A-Fa-f]{3})")
# The colour names that Word and HTML have in common, and those of Word's highlighter
_NAMES: dict[str, Rgb] = {
    "black": BLACK, "white": WHITE, "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "cyan": (0, 255, 255), "magenta": (255, 0, 255), "darkblue": (0, 0, 128),
    "darkcyan": (0, 128, 128), "darkgreen": (0, 128, 0), "darkmagenta": (128, 0, 128), "darkred": (128, 0, 0),
    "darkyellow": (128, 128, 0), "darkgray": (128, 128, 128), "lightgray": (192, 192, 192), "gray": (128, 128, 128),
    "silver": (192, 192, 192), "navy": (0, 0, 128),
}  # fmt: skip

_HIDES = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|mso-hide:(?:all|screen)|content-visibility:hidden|mso-element:comment-list"
    r"|mso-special-character:comment"
    r"|(?:clip|clip-path|transform|scale|translate|rotate|mix-blend-mode|-webkit-text-security"
    r"|(?:-webkit-)?mask(?:-image)?):(?!none|auto|normal|(?:1|0deg)\Z)"
    r"|opacity:(?:0?\.0|0+(?![.0-9])|[0-9]%)|filter:.*(?:opacity|blur|brightness|contrast|invert)|zoom:0?\.[0-2]"
)
_LENGTH = re.compile(r"(?<![\w#.-])(-?[0-9]*\.?[0-9]+)([a-z]+|%)?(?![\w-])")
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "vw": 6.0, "vh": 6.0}
# By measure, the range in points within which text can be read
_PLACES = {
    **dict.fromkeys((
        "text-indent", "margin", "margin-left", "margin-right", "margin-top", "margin-inline-start", "padding",
        "padding-left", "padding-inline-start",
    ), (-100.0, 450.0)),
    **dict.fromkeys(("left", "right", "top", "bottom", "inset", "inset-inline-start"), (-LARGEST / 4, LARGEST)),
}  # fmt: skip
_BOUNDS = {
    **_PLACES, "word-spacing": (-100.0, 450.0),
    "line-height": (_SMALLEST + 0.1, LARGEST), "text-scale": (2.19, 66.1),  # 20 to 600 per cent of the usual size
    "relative-size": (3.29, 110.1), "fit": (10.0, LARGEST),  # 30 to 1,000 per cent; the width to fit in
    "letter-spacing": (-5.0, 450.0), "row-height": (5.1, LARGEST), "vertical-align": (-50.0, 50.0),
    "frame": (-25.0, 850.0),  # how far a frame in Word is from the edge
}  # fmt: skip
_SIZES = ("height", "width", "block-size", "inline-size")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|[a-z]+(?:\([^()]*\)?)?")
_RGB = re.compile(
    r"rgba?\(\s*([0-9]{1,3})[\s,]+([0-9]{1,3})[\s,]+([0-9]{1,3})\s*(?:[,/]\s*(?:1|1\.0|0?\.[3-9][0-9]*)\s*)?\)?"
)
# Words in a background that name no colour, or that keep the background around it
_NO_COLOUR = {
    "inherit", "initial", "unset", "revert", "none", "currentcolor", "windowtext", "auto", "repeat", "scroll", "no",
    "x", "y", "fixed", "center", "left", "right", "top", "bottom", "cover", "contain",
}  # fmt: skip

Declarations = dict[str, str]  # CSS properties and their values, in lower case


class Look(msgspec.Struct, frozen=True):
    """What one style or element sets; None for what it does not set. A background of `()` means no background."""

    hidden: bool | None = None
    inks: tuple[Rgb, ...] | None = None  # every colour that the text may have
    paper: Rgb | tuple[()] | None = None
    block: Rgb | tuple[()] | None = None  # the background of the paragraph, cell, section or box around it
    size: float | None = None  # points
    thin: bool | None = None  # whether its size or place makes it unreadable
    signs: bool | None = None  # whether its font draws symbols instead of letters
    also: "tuple[Look, ...]" = ()  # other looks that it may have, if the file does not settle it
    struck: bool | None = None  # whether it is struck through, so that the writer has withdrawn it
    raised: bool | None = None  # whether it is superscript, like the number of a note
    only_in: str | None = None  # the part of a table, such as the first row, that may have this look

    @lru_cache(maxsize=1000)  # noqa: B019  # small values, and most pieces of a text look alike
    def over(self, below: "Look") -> "Look":
        """Combine two looks. What this one sets takes precedence."""
        plain = msgspec.structs.replace(self, also=())
        also = [*(each.over(below) for each in self.also), *(plain.over(each) for each in below.also)]
        said = {name: value for name in self.__struct_fields__ if (value := getattr(self, name)) is not None}
        if len(also) > _MOST:
            said["hidden"] = True
        return msgspec.structs.replace(below, **said | {"also": tuple(dict.fromkeys(also))[:_MOST]})

    def within(self, around: "Look") -> "Look":
        """Return this look inside another: it inherits what it does not set, and is hidden if the outer one is."""
        hidden, thin = self.hidden or around.hidden, self.thin or around.thin
        return msgspec.structs.replace(self, block=self.block or None, hidden=hidden, thin=thin).over(around)

    def why_unseen(self, text: str) -> str | None:
        """Why a text with this look cannot be seen: one of the reasons above. None if it can be seen."""
        if self.hidden or (self.signs and sum(map(str.isalnum, text)) > _SIGNS):
            return HIDDEN
        if self.struck:
            return STRUCK
        paper = self.paper or self.block or WHITE
        if any(_is_same(ink, paper) for ink in (self.inks if self.inks is not None else (BLACK,))):
            return BLACKENED if sum(paper) < _DARK else COLOURLESS
        if self.thin or (self.size is not None and self.size <= _SMALLEST):
            return TINY
        return next((reason for each in self.also if (reason := each.why_unseen(text))), None)


def look_of(groups: list[Declarations], around: float | None = None, *, is_block: bool) -> Look:
    """Make a look of groups of CSS properties. A later group overrides an earlier one, unless that is `!important`.

    Text that any group hides is hidden. A colour that is not understood counts as one that hides. `around` is the size
    of the text around, in points.
    """
    is_hidden = any(map(hides, groups))
    strongest = _strongest(pair for group in groups for pair in group.items())
    says = {name: value.partition("!")[0].strip() for name, value in strongest.items()}
    usual = USUAL_SIZE if around is None else around
    named = [says.get(name, "transparent") for name in ("background", "background-color")]
    papers = [each for each in named if each != "transparent"]
    paper = next((colours[0] for each in papers if (colours := _colours(each))), None)
    is_drawn = any("url(" in each or "gradient(" in each for each in (*papers, says.get("background-image", "")))
    inks = [says[name] for name in ("color", "-webkit-text-fill-color") if name in says]
    place = says.get("vertical-align", "")
    return Look(
        hidden=is_hidden or _is_cut(says, usual) or None,
        inks=tuple(ink for each in inks for ink in _colours(each)) or None,
        paper=None if is_block else paper,
        block=paper if is_block else None,
        size=points(says.get("font-size") or says.get("font", ""), usual),
        thin=_is_thin(says, usual) or None,
        signs=draws_signs(says.get("font-family") or says.get("font", "").rpartition(" ")[2]),
        also=(Look(block=WHITE), Look(block=BLACK)) if is_drawn else (),
        raised=place.startswith("super") or (points(place) or 0) > 0 or None,
        struck="line-through" in says.get("text-decoration", "") + says.get("text-decoration-line", "") or None,
    )


def style_properties(style: str) -> Declarations:
    """The properties in a `style` attribute, in lower case."""
    pairs = (each.partition(":") for each in style.lower().split(";"))
    return _strongest((name.strip(), value.strip()) for name, _, value in pairs)


def _strongest(pairs: Iterable[tuple[str, str]]) -> Declarations:
    """The last value of each property, unless an earlier value is `!important` and the last is not."""
    says: Declarations = {}
    for name, value in pairs:
        if "!" not in says.get(name, "") or "!" in value:
            says[name] = value
    return says


def hides(says: Declarations) -> bool:
    """Whether at least one of these properties hides text by itself."""
    return any(_HIDES.match(f"{name}:{value}") for name, value in says.items())


_PLAIN = Look()


class Styles:
    """The styles of one file. `parent` names the style that a style is based on, `own` is what a style itself sets."""

    def __init__(
        self, named: "dict[str, Element]", parent: "Callable[[Element], str | None]", own: "Callable[[Element], Look]"
    ) -> None:
        self._named, self._parent, self._own = named, parent, own
        self._known: dict[str | None, Look] = {}

    def chain(self, name: str | None) -> "list[Element]":
        """Return a style, the style it is based on, and so on. Raises OverflowError if there are too many."""
        passed: dict[str, Element] = {}
        while name in self._named and name not in passed:
            passed[name] = self._named[name]
            name = self._parent(passed[name])
            if len(passed) > _DEEPEST:
                raise OverflowError
        return list(passed.values())

    def look(self, name: str | None, usual: Look = _PLAIN) -> Look:
        """The look of a style, combined with the styles it is based on, and last with the `usual` one of its kind."""
        if name not in self._known:
            self._known[name] = reduce(lambda below, style: self._own(style).over(below), self.chain(name)[::-1], usual)
        return self._known[name]


def rgb(text: str | None) -> Rgb | None:
    """Return the colour written as `1F3864`, `#1f3864`, `#fff` or a name. None for anything else, such as `auto`."""
    text = (text or "").strip()
    found = _HEX.fullmatch(text)
    if found is None:
        return _NAMES.get(text.lower().split(" ")[0])
    digits = found[1] or "".join(2 * each for each in found[2])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """Mix two colours: a `share` (0 to 1) of the one, and for the rest the other."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def draws_signs(font: str | None) -> bool | None:
    """Whether a font shows symbols instead of letters. None if no font is named."""
    name = (font or "").strip("'\" ")
    return name.lower().startswith(_SIGN_FONTS) if name else None


def points(text: str | None, size: float = USUAL_SIZE) -> float | None:
    """Return the first length in a text, in points. None if there is none: `700` is a font weight, not a length."""
    found = (each for each in _LENGTH.finditer(text or "") if each[2] or float(each[1]) == 0)
    return next((_length(each, size) for each in found), None)


def is_outside(name: str, value: float) -> bool:
    """Whether text cannot be read if the measure called `name` has this value, in points."""
    low, high = _BOUNDS[name]
    return not low <= value <= high


def lies_outside(sizes: Iterable[float | None], places: Iterable[float | None]) -> bool:
    """Whether a drawing is too thin to be seen or is outside the page, given its sizes and offsets in points."""
    is_thin = any(each is not None and each < THINNEST for each in sizes)
    return is_thin or any(is_outside("left", each) for each in places if each is not None)


def _length(found: re.Match[str], size: float, whole: float | None = None) -> float:
    """A length in points. A number without a unit is a multiple of `size`, a share is one of `whole` or else of it."""
    share = (whole or size) / 100 if found[2] == "%" else size
    return float(found[1]) * _POINTS.get(found[2] or "em", share)


def _is_thin(says: Declarations, size: float) -> bool:
    measures = ((name, found) for name in _BOUNDS for found in _LENGTH.finditer(says.get(name, "")))
    return any(is_outside(name, _length(found, size, _PAGE * (name in _PLACES))) for name, found in measures)


def _is_cut(says: Declarations, size: float) -> bool:
    """Whether the text is in a box that cuts it off and is too small to show any of it."""
    is_bound = any(says.get(f"overflow{axis}", "visible") != "visible" for axis in ("", "-x", "-y"))
    sizes = " ".join(says.get(f"{most}{name}", "") for most in ("", "max-") for name in _SIZES)
    return is_bound and any(_length(found, size, _PAGE) < THINNEST for found in _LENGTH.finditer(sizes))


def _colours(text: str) -> tuple[Rgb, ...]:
    """Every colour that the first colour word in a text may mean. Empty if there is no such word."""
    for found in _COLOUR.finditer(text):
        word = found[0]
        if word in _NO_COLOUR or word.startswith("url") or "gradient" in word:
            continue
        if shares := _RGB.fullmatch(word):
            red, green, blue = (min(int(each), 255) for each in shares.groups())
            return ((red, green, blue),)
        colour = rgb(word)
        return (colour,) if colour is not None else (WHITE, BLACK)  # transparent or not understood
    return ()


def _is_same(ink: Rgb, paper: Rgb) -> bool:
    """Whether the two colours are so close that text in the one cannot be read on the other."""
    return all(abs(a - b) < _SAME for a, b in zip(ink, paper, strict=True))
