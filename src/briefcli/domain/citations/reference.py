"""A reference to an official paper, and what follows from its identifier alone.

The readers of text are in other files of this package. A command that only sorts papers imports this file and none of
the readers.
"""

import re
from functools import lru_cache
from typing import Final

import msgspec

from briefcli.domain.citations.forms import KINDS, kind_of, url_of
from briefcli.patterns import Pattern

__all__ = ["kind_of", "url_of"]

SortKey = tuple[tuple[int, int, str], ...]

# From this session on, Handelingen are published by meeting and item; before, by the pages of an item.
FIRST_SESSION_BY_ITEM: Final = "20102011"
# A reprint or an attachment is published under the paper's own number: `427-n1`.
_PAPER: Final = Pattern(
    r"kst-(?![0-9]{7,}\Z)(?:([0-9]{8})-(?=.))?([^-]+)(?:-(.+?))??(?:-([^-]+(?:-[a-z][0-9]{1,2})?))?"
)
_ONES: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS: Final = tuple(ten + one for ten in ("", "X", "XX") for one in _ONES)[1:]  # from 1 on
_PIECES: Final = re.compile("([0-9]+)|([^0-9]+)")


class Reference(msgspec.Struct, frozen=True):
    """One official paper (or dossier) that a text names.

    `start` and `end` count code points of the text that was read; `text` is what stands between them.
    `canonical` is the official identifier. `reason` says in one sentence why the reading is not certain.
    `alternatives` are other readings, or the other dossiers that the same paper is filed in.
    `session` is the one that the text states, written as in identifiers (`20082009`).
    """

    text: str
    start: int
    end: int
    canonical: str
    reason: str | None = None
    alternatives: tuple[str, ...] = ()
    session: str | None = None

    @property
    def certain(self) -> bool:
        return self.reason is None

    @property
    def kind(self) -> str:
        return kind_of(self.canonical) or ""

    @property
    def url(self) -> str | None:
        return url_of(self.canonical)


class PaperParts(msgspec.Struct, frozen=True):
    """The parts of a Kamerstuk's identifier, or of a dossier's (then `number` is None)."""

    session: str | None
    dossier: str
    suffix: str | None
    number: str | None


def paper_of(canonical: str) -> PaperParts | None:
    """The parts of a Kamerstuk or a dossier; None for every other identifier, and for one like `kst-1268678`."""
    kind = kind_of(canonical)
    if kind == "dossier":
        dossier, _, suffix = canonical.partition("-")
        return PaperParts(None, dossier, suffix or None, None)
    match = _PAPER.fullmatch(canonical) if kind == "kamerstuk" else None
    return PaperParts(*match.groups()) if match else None


@lru_cache(maxsize=4_000)  # the same papers are cited in many places
def dossier_of(canonical: str) -> str | None:
    """The dossier with its suffix: `28676`, `36200-X`, `21501-28`. None if the paper has no dossier."""
    paper = paper_of(canonical)
    if paper is None:
        return None
    return f"{paper.dossier}-{paper.suffix}" if paper.suffix else paper.dossier


def number_in_dossier(canonical: str) -> str | None:
    """The number or letter of a Kamerstuk in its dossier, or the number at the end of another identifier, if any."""
    paper = paper_of(canonical)
    if paper is not None:
        return paper.number
    kind = kind_of(canonical)
    if kind in ("aanhangsel", "stb", "stcrt", "trb", "bijlage"):
        return canonical.rpartition("-")[2]
    if kind == "handelingen":
        return "-".join(canonical.split("-")[3:]) or None
    return None


def sort_key(canonical: str) -> SortKey:
    """A key that sorts papers by dossier, suffix and number in natural order: nr. 2 before nr. 10, B before AA."""
    paper = paper_of(canonical)
    if paper is None:
        kind = kind_of(canonical)
        rank = KINDS.index(kind) if kind else len(KINDS)
        return ((rank + 1, 0, ""), *_natural(canonical))
    number = paper.number or ""
    is_letter = number.isalpha() and number.isupper()
    return (
        (0, 0, ""),
        *_natural(paper.dossier),
        _suffix_key(paper.suffix or ""),
        *(((2, len(number), number),) if is_letter else _natural(number) or ((0, 0, ""),)),
        (0, 0, paper.session or ""),
    )


def _suffix_key(suffix: str) -> tuple[int, int, str]:
    if not suffix or suffix.isdecimal():
        return (1, int(suffix), "") if suffix else (0, 0, "")
    roman = suffix[: len(suffix) - len(suffix.lstrip("IVX"))]
    return (2, ROMANS.index(roman), suffix) if roman in ROMANS else (3, 0, suffix)


def _natural(text: str) -> SortKey:
    """A key that sorts digits as numbers, and everything between them as text."""
    return tuple((1, int(digits[:18]), "") if digits else (3, 0, word) for digits, word in _PIECES.findall(text))
