"""Official identifiers as such, alone or inside an address: `kst-28676-427`, `ah-tk-20232024-2129`."""

from typing import Final

from briefcli.domain.citations.form import Citation, Form, Opening, published, reference_at
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.reference import kind_of
from briefcli.domain.citations.spelling import CHAPTER, Span, is_roman_dossier, starts_word

_COUNCIL_DOSSIER: Final = "21501"
_CHAMBERS: Final = {"tk": "II", "ek": "I", "vv": "VV"}

_PAPER: Final = Pattern(
    r"[Kk](?:st|ST)(?:[-:][ ]?|[ \u00a0])?"
    r"(?P<body>[0-9A-Za-z]{1,8}+(?:-(?:\([0-9A-Za-z]{1,8}\)|[0-9A-Za-z]{1,8}+)){0,5})"
)
_PUBLICATION: Final = Pattern(
    r"(?:ah-(?P<answers>tk|ek)-(?P<ah_session>[0-9]{8})-(?P<ah_number>[0-9]{1,5})"
    r"|h-(?P<debates>tk|ek|vv)-(?P<h_session>[0-9]{8})-(?P<h_number>[0-9]{1,5}-[0-9]{1,5})"
    r"|(?:stb|stcrt|trb)-(?:18|19|20)[0-9]{2}-(?P<number>[0-9]{1,6})"
    r"|blg-(?P<blg_number>[0-9]{3,9}))(?![0-9])",
    ignore_case=True,
)
_DOSSIER: Final = Pattern(r"[0-9]{4,5}")
_SUFFIX: Final = Pattern(rf"{CHAPTER}|[A-M]|[0-9]{{2}}")
_NUMBER: Final = Pattern(r"[0-9]{1,4}[a-z]?|[A-Z]{1,3}")
_REPRINT: Final = Pattern(r"[a-z][0-9]{1,2}")
_RIJKSWET: Final = Pattern(r"\(?R[0-9]{3,4}\)?")


def read_paper_identifier(text: str, position: int) -> Citation | None:
    """`kst-36200-X-5`, `KST 22343-330`, `kst-20082009-31145-C`, `kst-CVIII-S`; `kst-28676` is a dossier."""
    match = _PAPER.match(text, position)
    if match is None or not starts_word(text, position):
        return None
    segments = match["body"].split("-")
    taken = _take_segments(segments)
    if taken is None:
        return None
    parts, count = taken
    if parts[-1] is None and text[position + 3] != "-":
        return None
    end = match.start("body") + len("-".join(segments[:count]))
    name = "-".join(part for part in parts if part)
    canonical = f"kst-{name}" if parts[-1] else name
    kind = "kamerstuk" if parts[-1] else "dossier"
    session, dossier, suffix, number = parts
    known = {"chamber": "I" if session else None, "session": session, "dossier": dossier, "suffix": suffix}
    reference = reference_at(Span(text, position, end), kind, canonical, None, (), **known, number=number)
    return Citation((reference,), end)


def read_publication(text: str, position: int) -> Citation | None:
    """`ah-tk-20232024-2129`, `h-tk-20102011-95-17`, `stcrt-2024-21380`, `stb-2023-12`, `blg-903667`."""
    match = _PUBLICATION.match(text, position)
    if match is None or not starts_word(text, position):
        return None
    canonical = match.group().lower()
    kind = kind_of(canonical)
    if kind is None:
        return None
    chamber = match["answers"] or match["debates"]
    reference = reference_at(
        match,
        kind,
        canonical,
        chamber=_CHAMBERS[chamber.lower()] if chamber else None,
        session=match["ah_session"] or match["h_session"],
        number=match["ah_number"] or match["h_number"] or match["number"] or match["blg_number"],
    )
    return Citation((reference,), match.end())


def _take_segments(segments: list[str]) -> tuple[tuple[str | None, str, str | None, str | None], int] | None:
    """Session, dossier, suffix and number from the front of an identifier, and how many pieces they take."""
    count = 0
    session = None
    if len(segments[0]) == 8 and segments[0].isdigit() and len(segments) > 2:
        session, count = segments[0], 1
    dossier = segments[count].upper()
    if not (_DOSSIER.fullmatch(dossier) or is_roman_dossier(dossier)):
        return None
    count += 1
    while count < len(segments) and _RIJKSWET.fullmatch(segments[count].upper()):
        count += 1
    suffix = _suffix_at(segments, count, dossier)
    count += suffix is not None
    number = segments[count] if count < len(segments) and _NUMBER.fullmatch(segments[count]) else None
    if number is None:
        return (session, dossier, suffix, None), count
    count += 1
    if count < len(segments) and _REPRINT.fullmatch(segments[count]):
        number, count = f"{number}-{segments[count]}", count + 1
    return (session, dossier, suffix, number), count


def _suffix_at(segments: list[str], index: int, dossier: str) -> str | None:
    suffix = segments[index].upper() if index < len(segments) else ""
    if not _SUFFIX.fullmatch(suffix):
        return None
    has_number = index + 1 < len(segments) and _NUMBER.fullmatch(segments[index + 1])
    if suffix.isdigit():
        return suffix if dossier == _COUNCIL_DOSSIER or has_number else None
    # A chapter of two letters or more is no letter of the Eerste Kamer; `kst-35570-C` is a paper.
    return suffix if has_number or (len(suffix) > 1 and suffix[0] in "IVX") else None


FORM: Final = Form(
    title="identifiers",
    openings=(
        Opening(words="kst|KST|Kst", readers=(read_paper_identifier,)),
        Opening(words="ah-|h-tk|h-ek|h-vv|blg-|~tb-|~tcrt-|~rb-", readers=(read_publication,)),
    ),
    address=published,
    examples=(
        ("kst-28676-427", "kst-28676-427"),
        ("https://zoek.officielebekendmakingen.nl/kst-28676-427.html", "kst-28676-427"),
        ("kst-36200-X-5", "kst-36200-X-5"),
        ("kst-20082009-31145-C", "kst-20082009-31145-C"),
        ("h-tk-20122013-71-15", "h-tk-20122013-71-15"),
        ("ah-tk-20232024-2129", "ah-tk-20232024-2129"),
        ("stcrt-2024-21380", "stcrt-2024-21380"),
        ("Stcrt-2024-21380", "stcrt-2024-21380"),
        ("blg-903667", "blg-903667"),
    ),
    lookalikes=("kst", "tekst-28676", "gekst 28676", "h-tk-2012-71", "stb-12-5", "ah-tk-12-3"),
)
