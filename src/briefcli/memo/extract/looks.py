"""How a piece of text looks in a file with styles, and whether a reader can see it."""

import msgspec

from briefcli.memo.extract.colours import BLACK, WHITE, Rgb, cannot_be_read, is_dark
from briefcli.memo.extract.left_out import BLACKENED, COLOURLESS, HIDDEN, TINY

SMALLEST = 2.0  # points
_MOST = 40  # looks that one text may have; with more nobody knows whether it is seen
_SIGNS = 2  # letters that may stand for a tick or a bullet
_SIGN_FONTS = ("wingdings", "webdings", "zapf", "marlett", "bookshelf symbol", "opensymbol", "adobe blank", "redacted")


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
            self.only_in or below.only_in,
        )

    def within(self, around: "Look") -> "Look":
        """The same inside something else: what hides that hides this, and its background shines through."""
        clear = msgspec.structs.replace(
            self, block=self.block or None, hidden=self.hidden or around.hidden, thin=self.thin or around.thin
        )
        return clear.over(around)

    def why_unseen(self, text: str) -> str | None:
        """Why a text that looks so cannot be seen (a sort of `left_out`), or None where it can."""
        if self.hidden or (self.signs and sum(map(str.isalnum, text)) > _SIGNS):
            return HIDDEN
        paper = self.paper or self.block or WHITE
        if cannot_be_read((BLACK,) if self.inks is None else self.inks, paper):
            return BLACKENED if is_dark(paper) else COLOURLESS
        if self.thin or (self.size is not None and self.size <= SMALLEST):
            return TINY
        return next((reason for each in self.also if (reason := each.why_unseen(text))), None)


def draws_signs(font: str | None) -> bool | None:
    """Whether a font shows other signs than the letters of a text; None where none is named."""
    return None if not font else font.lower().startswith(_SIGN_FONTS)


def _plain(look: Look) -> Look:
    return msgspec.structs.replace(look, also=()) if look.also else look
