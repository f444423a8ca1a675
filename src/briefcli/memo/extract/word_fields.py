"""What a Word file shows in the place of a field, a box to tick or a sign of a font."""

from typing import TYPE_CHECKING

import msgspec

from briefcli.memo.extract.word_xml import inside, switch

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TICKED, _EMPTY = "☒", "☐"
# Boxes and ticks of the fonts Wingdings and Wingdings 2
_SIGNS = {
    "F0FE": _TICKED, "F0FD": _TICKED, "F0A8": _EMPTY, "F06F": _EMPTY, "F0FC": "✓", "F0FB": "✗", "F052": _TICKED,
    "F054": _TICKED, "F0A3": _EMPTY, "F050": "✓", "F04F": "✗",
}  # fmt: skip
_NO_RESULT = {"ASK", "NEXT", "NEXTIF", "PRIVATE", "RD", "SET", "SKIPIF", "TA", "TC", "XE"}  # fields that show nothing


class Field(msgspec.Struct):
    """A field: its instruction, and whether that is over, so that the result follows."""

    instruction: str = ""
    is_over: bool = False

    @property
    def hides(self) -> bool:
        """Whether what stands in it here is not shown."""
        return not self.is_over or self.instruction.lstrip().partition(" ")[0].upper() in _NO_RESULT


def ticked_box(mark: "Element") -> str:
    """A box to tick, which has no result; empty for any other field that begins here."""
    box = inside(mark, "ffData/checkBox")
    if box is None:
        return ""
    ticked = switch(box, "checked")
    return _TICKED if (switch(box, "default") if ticked is None else ticked) else _EMPTY


def sign(code: str) -> str:
    """A sign of a font for signs; what is not known stays the character that the file names."""
    code = code.upper()
    if code in _SIGNS:
        return _SIGNS[code]
    try:
        return chr(int(code, 16)) if len(code) <= 4 else ""
    except ValueError:
        return ""
