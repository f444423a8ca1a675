"""What a reference to an official paper is, and what follows from its identifier alone.

Reading text is done elsewhere in this package; a command that only needs an address or an order imports
this file and nothing more.
"""

from functools import lru_cache
from typing import Final, Literal

import msgspec

Kind = Literal[
    "kamerstuk",
    "dossier",
    "handelingen",
    "aanhangsel",
    "stb",
    "stcrt",
    "trb",
    "bijlage",
    "tk-zaak",
    "tk-document",
    "tk-activiteit",
    "toezegging",
    "eu",
    "celex",
]

_PUBLICATIONS: Final = "https://zoek.officielebekendmakingen.nl"
_TWEEDE_KAMER: Final = "https://www.tweedekamer.nl/kamerstukken/detail"
_EUR_LEX: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
_COUNCIL: Final = "https://data.consilium.europa.eu/doc/document"

_ADDRESSES: Final[dict[Kind, str]] = {
    "dossier": f"{_PUBLICATIONS}/dossier/{{0}}",
    "tk-zaak": f"{_TWEEDE_KAMER}?id={{0}}",
    "tk-document": f"{_TWEEDE_KAMER}?id={{0}}&did={{0}}",
    "celex": f"{_EUR_LEX}CELEX:{{0}}",
}

_PUBLICATION_KINDS: Final[dict[str, Kind]] = {
    "kst": "kamerstuk",
    "h": "handelingen",
    "ah": "aanhangsel",
    "stb": "stb",
    "stcrt": "stcrt",
    "trb": "trb",
    "blg": "bijlage",
}
_TWEEDE_KAMER_KINDS: Final[dict[str, Kind]] = {"Z": "tk-zaak", "D": "tk-document", "A": "tk-activiteit"}
_COMMISSION_SERIES: Final = ("COM", "JOIN", "SWD", "SEC", "C")
_KIND_ORDER: Final = (
    "dossier",
    "kamerstuk",
    "handelingen",
    "aanhangsel",
    "bijlage",
    "stb",
    "stcrt",
    "trb",
    "tk-zaak",
    "tk-document",
    "tk-activiteit",
    "toezegging",
    "eu",
    "celex",
)

SortKey = tuple[tuple[int, int, str], ...]


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """One official paper (or dossier) that a text names.

    `start` and `end` count code points of the text that was read; `text` is what stands between them.
    `canonical` is the official identifier. Where `certain` is false, `reason` says in one sentence why.
    `alternatives` are other readings, or the other dossiers that the same paper is filed in.
    `session` is written as in identifiers (`20082009`); `number` is the paper's number or letter.
    """

    kind: Kind
    text: str
    start: int
    end: int
    canonical: str
    certain: bool
    alternatives: tuple[str, ...] = ()
    reason: str | None = None
    chamber: str | None = None
    session: str | None = None
    dossier: str | None = None
    suffix: str | None = None
    number: str | None = None

    @property
    def url(self) -> str | None:
        return url_of(self.canonical)


class Paper(msgspec.Struct, frozen=True):
    """The parts of a Kamerstuk's identifier, or of a dossier's (then `number` is None)."""

    session: str | None
    dossier: str
    suffix: str | None
    number: str | None


def kind_of(canonical: str) -> Kind | None:
    """The kind of paper that an official identifier stands for; None when it is no such identifier."""
    prefix, dash, rest = canonical.partition("-")
    if dash and rest and prefix in _PUBLICATION_KINDS:
        return _PUBLICATION_KINDS[prefix]
    if _is_dossier_number(prefix):
        return "dossier"
    if canonical.startswith("ST ") or _commission_parts(canonical):
        return "eu"
    if canonical.startswith("T"):
        return "toezegging" if _is_number(canonical.lstrip("TZ")[:4]) else None
    return _kind_of_number(canonical)


def _kind_of_number(canonical: str) -> Kind | None:
    """`2022Z24775` of the Tweede Kamer, `32012R0260` of EUR-Lex: figures, a letter, figures."""
    if len(canonical) < 9 or not _is_number(canonical[:4]):
        return None
    if canonical[4] in _TWEEDE_KAMER_KINDS and _is_number(canonical[5:]):
        return _TWEEDE_KAMER_KINDS[canonical[4]]
    return "celex" if canonical[4].isdigit() and canonical[5].isupper() else None


def paper_of(canonical: str) -> Paper | None:
    """The parts of a Kamerstuk or a dossier; None for every other kind of identifier."""
    kind = kind_of(canonical)
    if kind == "dossier":
        dossier, _, suffix = canonical.partition("-")
        return Paper(None, dossier, suffix or None, None)
    if kind != "kamerstuk":
        return None
    parts = canonical.split("-")[1:]
    session = parts.pop(0) if len(parts) > 1 and len(parts[0]) == 8 and _is_number(parts[0]) else None
    dossier = parts.pop(0)
    if len(parts) > 1 and _is_reprint(parts[-1]):
        reprint = parts.pop()
        parts[-1] += f"-{reprint}"
    number = parts.pop() if parts else None
    return Paper(session, dossier, "-".join(parts) or None, number)


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


def is_same_or_suffixed(dossier: str, wanted: str) -> bool:
    """Whether a dossier is the wanted one or a part of it: `36200` also finds `36200-X`."""
    return dossier == wanted or dossier.startswith(f"{wanted}-")


def url_of(canonical: str) -> str | None:
    """Where the paper can be read; None where no address follows from the identifier alone."""
    kind = kind_of(canonical)
    if kind in _PUBLICATION_KINDS.values():
        # Handelingen without a meeting's item, or without the pages of one, are no publication.
        is_published = kind != "handelingen" or len(canonical.split("-")) == 5
        return f"{_PUBLICATIONS}/{canonical}.html" if is_published else None
    if kind == "eu":
        return _european_url(canonical)
    address = _ADDRESSES.get(kind) if kind else None
    return address.format(canonical) if address else None


def sort_key(canonical: str) -> SortKey:
    """Orders papers by dossier, suffix and number as people count: nr. 2 before nr. 10, B before AA."""
    paper = paper_of(canonical)
    if paper is None:
        kind = kind_of(canonical)
        rank = _KIND_ORDER.index(kind) if kind else len(_KIND_ORDER)
        return ((rank + 1, 0, ""), *_natural(canonical))
    return (
        (0, 0, ""),
        *_natural(paper.dossier),
        _suffix_key(paper.suffix),
        *((0, 0, "") if paper.number is None else part for part in _number_key(paper.number)),
        (0, 0, paper.session or ""),
    )


def _european_url(canonical: str) -> str | None:
    if canonical.startswith("ST "):
        return _council_url(canonical)
    parts = _commission_parts(canonical)
    if parts is None:
        return None
    series, year, number = parts
    return f"{_EUR_LEX}{series}:{year}:{number}:FIN"


def _council_url(canonical: str) -> str | None:
    """`ST 6786/1/22 REV 1` is kept by the Council as ST-6786-2022-REV-1."""
    place, *versions = canonical.removeprefix("ST ").split(" ")
    numbers = place.split("/")
    if not all(map(_is_number, numbers)) or len(numbers) not in (2, 3):
        return None
    year = numbers[-1] if len(numbers[-1]) == 4 else f"20{numbers[-1]}"
    return f"{_COUNCIL}/ST-{numbers[0]}-{year}-{'-'.join(versions) or 'INIT'}/nl/pdf"


def _commission_parts(canonical: str) -> tuple[str, str, str] | None:
    series, bracket, rest = canonical.partition("(")
    year, closed, number = rest.partition(")")
    if bracket and closed and series in _COMMISSION_SERIES and _is_number(year) and _is_number(number):
        return series, year, number
    return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _is_dossier_number(text: str) -> bool:
    return (4 <= len(text) <= 5 and _is_number(text)) or (0 < len(text) <= 8 and not text.strip("IVXLCDM"))


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
