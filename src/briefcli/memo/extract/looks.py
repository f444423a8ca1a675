"""How a piece of text looks in a file with styles, and whether a reader of the page can see it.

What cannot be seen is no part of the memo; that some was there is always said, by its sort.
"""

import re

import msgspec

from briefcli.catalog import later

HIDDEN = later("hidden text is left out")
STRUCK = later("struck-through text is left out")
BLACKENED = later("text that was made black is left out")
COLOURLESS = later("text in the colour of its background is left out")
TINY = later("text too small to be read is left out")

Rgb = tuple[int, int, int]

BLACK: Rgb = (0, 0, 0)
WHITE: Rgb = (255, 255, 255)
SMALLEST = 2.0  # points
_MOST = 40  # looks that one text may have; with more nobody knows whether it is seen
_SIGNS = 2  # letters that may stand for a tick or a bullet
_SIGN_FONTS = ("wingdings", "webdings", "zapf", "marlett", "bookshelf symbol", "opensymbol", "adobe blank", "redacted")
_SAME = 32  # of 255: two colours that differ less in red, green and blue cannot be told apart in print
_DARK = 3 * 96  # red, green and blue together
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})|#([0-9A-Fa-f]{3})")
# The names that Word and HTML have in common, and those of Word's highlighter
_NAMES: dict[str, Rgb] = {
    "black": BLACK, "white": WHITE, "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "cyan": (0, 255, 255), "magenta": (255, 0, 255), "darkblue": (0, 0, 128),
    "darkcyan": (0, 128, 128), "darkgreen": (0, 128, 0), "darkmagenta": (128, 0, 128), "darkred": (128, 0, 0),
    "darkyellow": (128, 128, 0), "darkgray": (128, 128, 128), "lightgray": (192, 192, 192), "gray": (128, 128, 128),
    "silver": (192, 192, 192), "navy": (0, 0, 128),
}  # fmt: skip


class Look(msgspec.Struct, frozen=True):
    """What one place says; None where it says nothing. A background of `()` says that there is none."""

    hidden: bool | None = None
    inks: tuple[Rgb, ...] | None = None  # every colour that may be meant
    paper: Rgb | tuple[()] | None = None
    block: Rgb | tuple[()] | None = None  # the background of the paragraph, cell, section or box around it
    size: float | None = None  # points
    thin: bool | None = None  # whether its measures keep it from being read
    signs: bool | None = None  # whether its font draws signs for letters
    also: "tuple[Look, ...]" = ()  # how else it may look, where the file does not say for certain
    struck: bool | None = None  # whether a line goes through it, so that the writer no longer says it
    only_in: str = ""  # the part of a table in which it may look so

    def over(self, below: "Look") -> "Look":
        """What both say together; this one counts first."""
        also = [*(each.over(below) for each in self.also), *(_plain(self).over(each) for each in below.also)]
        hidden = below.hidden if self.hidden is None else self.hidden
        return Look(
            True if len(also) > _MOST else hidden,
            below.inks if self.inks is None else self.inks,
            below.paper if self.paper is None else self.paper,
            below.block if self.block is None else self.block,
            below.size if self.size is None else self.size,
            below.thin if self.thin is None else self.thin,
            below.signs if self.signs is None else self.signs,
            tuple(dict.fromkeys(also))[:_MOST],
            below.struck if self.struck is None else self.struck,
            self.only_in or below.only_in,
        )

    def within(self, around: "Look") -> "Look":
        """The same inside something else: what hides that hides this, and its background shines through."""
        clear = msgspec.structs.replace(
            self, block=self.block or None, hidden=self.hidden or around.hidden, thin=self.thin or around.thin
        )
        return clear.over(around)

    def why_unseen(self, text: str) -> str | None:
        """Why a text that looks so cannot be seen, as one of the sorts above; None where it can."""
        if self.hidden or (self.signs and sum(map(str.isalnum, text)) > _SIGNS):
            return HIDDEN
        if self.struck:
            return STRUCK
        paper = self.paper or self.block or WHITE
        if any(_is_same(ink, paper) for ink in (self.inks if self.inks is not None else (BLACK,))):
            return BLACKENED if sum(paper) < _DARK else COLOURLESS
        if self.thin or (self.size is not None and self.size <= SMALLEST):
            return TINY
        return next((reason for each in self.also if (reason := each.why_unseen(text))), None)


def rgb(text: str | None) -> Rgb | None:
    """The colour written as `1F3864`, `#1f3864`, `#fff` or a name; None for anything else, such as `auto`."""
    text = (text or "").strip()
    found = _HEX.fullmatch(text)
    if found is None:
        return _NAMES.get(text.lower().split(" ")[0])
    digits = found[1] or "".join(2 * each for each in found[2])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """So much (0 to 1) of the one colour, and for the rest the other."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def draws_signs(font: str | None) -> bool | None:
    """Whether a font shows other signs than the letters of a text; None where none is named."""
    return None if not font else font.lower().startswith(_SIGN_FONTS)


def _is_same(ink: Rgb, paper: Rgb) -> bool:
    """Whether text of the one colour cannot be read on the other."""
    return all(abs(a - b) < _SAME for a, b in zip(ink, paper, strict=True))


def _plain(look: Look) -> Look:
    return msgspec.structs.replace(look, also=()) if look.also else look
