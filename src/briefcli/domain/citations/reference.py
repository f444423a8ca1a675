"""A reference to an official paper, and what follows from its identifier alone.

The readers of text are the other files of this package. A command that only orders papers imports this file and
none of those.
"""

from functools import lru_cache

import msgspec

from briefcli.domain.citations.forms import KINDS, kind_of, url_of

__all__ = ["PaperParts", "Reference", "dossier_of", "kind_of", "number_of", "paper_of", "sort_key", "url_of"]

SortKey = tuple[tuple[int, int, str], ...]


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
    """The parts of a Kamerstuk or a dossier; None for every other kind of identifier."""
    kind = kind_of(canonical)
    if kind == "dossier":
        dossier, _, suffix = canonical.partition("-")
        return PaperParts(None, dossier, suffix or None, None)
    if kind != "kamerstuk":
        return None
    parts = canonical.split("-")[1:]
    session = parts.pop(0) if len(parts) > 1 and len(parts[0]) == 8 and _is_number(parts[0]) else None
    dossier = parts.pop(0)
    if len(parts) > 1 and _is_reprint(parts[-1]):
        reprint = parts.pop()
        parts[-1] += f"-{reprint}"
    number = parts.pop() if parts else None
    return PaperParts(session, dossier, "-".join(parts) or None, number)


@lru_cache(maxsize=4_000)  # the same papers are cited in many places
def dossier_of(canonical: str) -> str | None:
    """The dossier with its suffix: `28676`, `36200-X`, `21501-28`. None where a paper has no dossier."""
    paper = paper_of(canonical)
    if paper is None:
        return None
    return f"{paper.dossier}-{paper.suffix}" if paper.suffix else paper.dossier


def number_of(canonical: str) -> str | None:
    """The number or letter of a Kamerstuk in its dossier, or the number at the end of another identifier."""
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
    """Orders papers by dossier, suffix and number as people count: nr. 2 before nr. 10, B before AA."""
    paper = paper_of(canonical)
    if paper is None:
        kind = kind_of(canonical)
        rank = KINDS.index(kind) if kind else len(KINDS)
        return ((rank + 1, 0, ""), *_natural(canonical))
    return (
        (0, 0, ""),
        *_natural(paper.dossier),
        _suffix_key(paper.suffix),
        *((0, 0, "") if paper.number is None else part for part in _number_key(paper.number)),
        (0, 0, paper.session or ""),
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_reprint(part: str) -> bool:
    """`n1`, `h1`, `b2`: a reprint or an attachment published under the paper's own number."""
    return 2 <= len(part) <= 3 and part[0].islower() and _is_number(part[1:])


def _suffix_key(suffix: str | None) -> tuple[int, int, str]:
    if suffix is None:
        return (0, 0, "")
    if _is_number(suffix):
        return (1, int(suffix), "")
    roman = suffix[: len(suffix) - len(suffix.lstrip("IVX"))]
    return (2, _roman_value(roman), suffix) if roman else (3, 0, suffix)


def _roman_value(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _number_key(number: str | None) -> SortKey:
    if number is None:
        return ((0, 0, ""),)
    if number.isalpha() and number.isupper():
        return ((2, len(number), number),)
    return _natural(number)


def _natural(text: str) -> SortKey:
    """Digits count as numbers, everything between them as text."""
    pieces: list[tuple[int, int, str]] = []
    rest = text
    while rest:
        digits = rest[: len(rest) - len(rest.lstrip("0123456789"))]
        if digits:
            pieces.append((1, int(digits[:18]), ""))
            rest = rest[len(digits) :]
            continue
        word = rest[: next((i for i, char in enumerate(rest) if char in "0123456789"), len(rest))]
        pieces.append((3, 0, word))
        rest = rest[len(word) :]
    return tuple(pieces)
