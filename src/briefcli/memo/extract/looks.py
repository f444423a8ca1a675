"""How a piece of text looks in a file with styles, and whether a reader can see it."""

import msgspec

from briefcli.memo.extract.colours import BLACK, WHITE, Rgb, cannot_be_read, is_dark
from briefcli.memo.extract.left_out import BLACKENED, COLOURLESS, HIDDEN, TINY

SMALLEST = 2.0  # points


class Look(msgspec.Struct, frozen=True):
    """What one place says; None where it says nothing. A background of `()` says that there is none."""

    hidden: bool | None = None
    inks: tuple[Rgb, ...] | None = None  # every colour that may be meant
    paper: Rgb | tuple[()] | None = None
    block: Rgb | tuple[()] | None = None  # the background of the paragraph, cell or section around it
    size: float | None = None  # points
    thin: bool | None = None  # whether its lines have no height

    def over(self, below: "Look") -> "Look":
        """What both say together; this one counts first."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.inks if self.inks is None else self.inks,
            below.paper if self.paper is None else self.paper,
            below.block if self.block is None else self.block,
            below.size if self.size is None else self.size,
            below.thin if self.thin is None else self.thin,
        )

    def within(self, around: "Look") -> "Look":
        """The same inside something else: what hides that hides this, and its background shines through."""
        clear = msgspec.structs.replace(self, block=self.block or None, hidden=self.hidden or around.hidden)
        return clear.over(around)

    def why_unseen(self) -> str | None:
        """Why text that looks so cannot be seen (a sort of `left_out`), or None where it can."""
        if self.hidden:
            return HIDDEN
        paper = self.paper or self.block or WHITE
        if cannot_be_read((BLACK,) if self.inks is None else self.inks, paper):
            return BLACKENED if is_dark(paper) else COLOURLESS
        return TINY if self.thin or (self.size is not None and self.size <= SMALLEST) else None
