"""Colours of text and of what is behind it, and whether the one can be read on the other."""

import re
from collections.abc import Iterable

Rgb = tuple[int, int, int]

BLACK: Rgb = (0, 0, 0)
WHITE: Rgb = (255, 255, 255)
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})|#([0-9A-Fa-f]{3})")
_SAME = 32  # of 255: two colours that differ less in red, green and blue cannot be told apart in print
# The names that Word and HTML have in common, and those of Word's highlighter
_NAMES: dict[str, Rgb] = {
    "black": BLACK, "white": WHITE, "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "cyan": (0, 255, 255), "magenta": (255, 0, 255), "darkblue": (0, 0, 128),
    "darkcyan": (0, 128, 128), "darkgreen": (0, 128, 0), "darkmagenta": (128, 0, 128), "darkred": (128, 0, 0),
    "darkyellow": (128, 128, 0), "darkgray": (128, 128, 128), "lightgray": (192, 192, 192), "gray": (128, 128, 128),
    "silver": (192, 192, 192), "navy": (0, 0, 128),
}  # fmt: skip


def rgb(text: str | None) -> Rgb | None:
    """The colour written as `1F3864`, `#1f3864`, `#fff` or a name; None for anything else, such as `auto`."""
    if text is None:
        return None
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return _NAMES.get(text.strip().lower().split(" ")[0])
    digits = found[1] or "".join(2 * each for each in found[2])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """So much (0 to 1) of the one colour, and for the rest the other."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def is_same(one: Rgb, other: Rgb) -> bool:
    """Whether text of the one colour cannot be read on the other."""
    return all(abs(a - b) < _SAME for a, b in zip(one, other, strict=True))


def is_dark(colour: Rgb) -> bool:
    return sum(colour) < 3 * 96


def cannot_be_read(inks: Iterable[Rgb], paper: Rgb) -> bool:
    """Whether one of the colours that a text may have is that of its background: in doubt it was made invisible."""
    return any(is_same(ink, paper) for ink in inks)
