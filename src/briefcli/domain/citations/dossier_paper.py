"""The references that dossiers and numbers give together, with the doubts about each."""

from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.citations.dossier import Dossier
from briefcli.domain.citations.form import reference_at
from briefcli.domain.citations.paper_number import PaperNumber, PaperNumbers
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.session import SessionPart, carries_session
from briefcli.domain.citations.spelling import DASH, GAP, MARK, Span, join_reasons

# The first dossier of the session 2010-2011, since when papers of the Eerste Kamer are numbered across sessions.
_FIRST_NUMBERED_THROUGH: Final = 32500
_MAY_BE_FUND: Final = later("The letter may also stand for a fund in the budget, which has a dossier of its own.")
_CHAPTER_BEHIND: Final = later("The figure in brackets behind the number may be its chapter, or something else.")
# No chapter of the budget has had so many papers, and no dossier the other number.
_MOST_IN_CHAPTER: Final = 1_000
_MOST_IN_DOSSIER: Final = 6_000
_TOO_HIGH: Final = later("No dossier has so many papers; the last figures may be a footnote's mark.")
_DASH: Final = Pattern(DASH)
_NUMBER_BEHIND: Final = Pattern(rf"{GAP},?{GAP}{MARK}{GAP}[0-9A-Za-z]")
_UNREAD: Final = later("A number stands behind the dossier that cannot be read.")


class CitationStart(msgspec.Struct, frozen=True):
    """Where a citation begins, what it says of chamber and session, and why it may be no citation at all."""

    text: str
    start: int
    part: SessionPart
    reason: str | None = None


def cite(opening: CitationStart, dossiers: list[Dossier], numbers: PaperNumbers | None) -> list[Reference]:
    """The papers that these dossiers and numbers name, or the dossiers themselves where no number stands."""
    if numbers is None:
        return [_dossier_reference(opening, each, is_first=each is dossiers[0]) for each in dossiers]
    home = _home_of_number(dossiers)
    others = [each.name for each in dossiers if each is not home]
    first_end = numbers.items[0].end
    return [
        _paper_reference(
            opening,
            _with_chapter_behind(home, item, numbers.chapter),
            others,
            item,
            opening.start if item.end == first_end else item.start,
        )
        for item in numbers.items
    ]


def _home_of_number(dossiers: list[Dossier]) -> Dossier:
    """The dossier that a number belongs to: the first, unless a chapter of that same dossier is named."""
    first = dossiers[0]
    if first.suffix is None:
        for other in dossiers[1:]:
            if other.number == first.number and other.suffix:
                return other
    return first


def _with_chapter_behind(home: Dossier, item: PaperNumber, chapter: str | None) -> Dossier:
    """`36 200 nr. 31 (X)`: most likely paper 31 of chapter X, which has numbers of its own."""
    if chapter is None or home.suffix is not None or not home.number.isdigit():
        return home
    others = (f"{home.number}-{item.value}",)
    return msgspec.structs.replace(home, suffix=chapter, reason=_CHAPTER_BEHIND, others=others)


def _paper_reference(
    opening: CitationStart, home: Dossier, others: list[str], item: PaperNumber, start: int
) -> Reference:
    part = opening.part
    is_fund = part.chamber is None and item.reason is None and _may_be_fund(opening.text, home, item)
    reason = join_reasons(
        opening.reason,
        part.reason,
        _session_reason(part, home, item),
        home.reason,
        _MAY_BE_FUND if is_fund else item.reason,
        _TOO_HIGH if _is_too_high(home, item) else None,
    )
    session = part.session_code
    is_by_session = carries_session(part.chamber, session)
    prefix = f"kst-{session}" if is_by_session else "kst"
    other_sessions = part.session.others if part.session and is_by_session else ()
    alternatives = (
        *(f"{prefix}-{home.name}-{other}" for other in item.others),
        *(f"{prefix}-{other}" for other in home.others),
        *(f"{prefix}-{other}-{item.value}" for other in others),
        *(f"kst-{other}-{home.name}-{item.value}" for other in other_sessions),
        *((f"{home.name}-{item.value}",) if is_fund else ()),
    )
    span, canonical = Span(opening.text, start, item.end), f"{prefix}-{home.name}-{item.value}"
    known = {"chamber": part.chamber, "session": session, "dossier": home.number, "suffix": home.suffix}
    return reference_at(span, "kamerstuk", canonical, reason, alternatives, **known, number=item.value)


def _is_too_high(home: Dossier, item: PaperNumber) -> bool:
    most = _MOST_IN_CHAPTER if home.suffix and home.suffix.isalpha() else _MOST_IN_DOSSIER
    return item.value.isdigit() and int(item.value) >= most


def _may_be_fund(text: str, home: Dossier, item: PaperNumber) -> bool:
    """`36200-A` may be paper A of the Eerste Kamer, or the dossier of a fund in the budget."""
    is_letter = home.suffix is None and len(item.value) == 1 and "A" <= item.value <= "M"
    return is_letter and item.start == home.end + 1 and _DASH.match(text, home.end) is not None


def _session_reason(part: SessionPart, home: Dossier, item: PaperNumber) -> str | None:
    if part.session is not None:
        return part.session.reason
    is_senate = part.chamber == "I" or item.value.isalpha()
    if is_senate and home.number.isdigit() and int(home.number) < _FIRST_NUMBERED_THROUGH:
        return (
            "Papers of the Eerste Kamer up to 2009-2010 have their session in the identifier, "
            "and no session is stated here."
        )
    return None


def _dossier_reference(opening: CitationStart, dossier: Dossier, *, is_first: bool) -> Reference:
    start = opening.start if is_first else dossier.start
    is_unread = _NUMBER_BEHIND.match(opening.text, dossier.end)
    reason = join_reasons(opening.reason, dossier.reason, _UNREAD if is_unread else None)
    known = {"chamber": opening.part.chamber, "session": opening.part.session_code, "dossier": dossier.number}
    span = Span(opening.text, start, dossier.end)
    return reference_at(span, "dossier", dossier.name, reason, (), **known, suffix=dossier.suffix)
