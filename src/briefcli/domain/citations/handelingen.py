"""Reports of what was said (Handelingen), in the order of sessions and meetings."""

import re
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.citations.dossier import read_dossiers
from briefcli.domain.citations.dossier_paper import CitationStart, cite
from briefcli.domain.citations.form import Citation, Form, Opening, published, reference_at
from briefcli.domain.citations.paper_number import read_numbers, skip_pages
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.session import SessionPart, SessionYear, read_session_part
from briefcli.domain.citations.session_year import opening_day
from briefcli.domain.citations.spelling import BLANK, DASH, GAP, JOINT, MARK, PAGE_WORD, Span, join_reasons, starts_word
from briefcli.domain.dates.words import FULL_MONTHS, MONTHS

# From this session on, Handelingen are published by meeting and item; before, by the pages of an item.
_FIRST_SESSION_BY_ITEM: Final = "20102011"
# Pages of a session's Handelingen run into the thousands, those of one paper seldom past this.
_LONGEST_PAPER: Final = 400
_MOST_ITEMS: Final = 50
_CODES: Final = {"I": "ek", "II": "tk", None: "tk"}

_NO_ITEM: Final = later("The identifier needs the item of the meeting, which is not stated.")
_SOME_PAGES: Final = later(
    "The pages cited need not be the first and last of the item, which the identifier is made of."
)
_NO_PAGES: Final = later("Handelingen of that time are identified by the first and last page of an item.")
_NO_CHAMBER: Final = later("The chamber is not stated; the Tweede Kamer is a guess.")
_COMMITTEE: Final = later("Reports of committee meetings of that time have no identifier.")
_CALLED_HANDELINGEN: Final = later("It is called Handelingen, but a dossier with a number is a Kamerstuk.")

_WORD: Final = Pattern(r"(?:[Hh]andelingen|HANDELINGEN|[Hh]and\.|H(?=[TE]K(?![A-Za-z])))")
_COMMITTEE_WORD: Final = Pattern(rf"{GAP},?{GAP}(?:UCV|OCV)(?![A-Za-z])")
_MEETING: Final = Pattern(
    rf"{GAP},?{GAP}(?:{MARK}{GAP})?(?P<meeting>[0-9]{{1,3}})(?![0-9/])"
    rf"(?:{DASH}(?P<dashed>[0-9]{{1,5}})(?![0-9])(?:{DASH}[0-9]{{1,4}}(?![0-9]))?)?"
)
_ITEM: Final = Pattern(
    rf"{GAP}[,(]?{GAP}(?:[Ii]tems?|[Aa]gendapunt(?:en)?|[Oo]nderdeel){GAP}(?:{MARK}{GAP})?(?P<item>[0-9]{{1,3}})(?![0-9])"
)
_NEXT_ITEM: Final = Pattern(
    rf"{GAP}(?:,|en(?![a-z])){GAP}(?:items?{GAP})?(?P<item>[0-9]{{1,3}})(?![0-9]|{GAP}(?!en{BLANK})[a-z(]|{DASH})"
)
_PAGE: Final = Pattern(
    rf"{GAP}[,;(]?{GAP}{PAGE_WORD}{GAP}(?P<first>[0-9]{{1,5}})(?:{GAP}{DASH}{GAP}(?P<last>[0-9]{{1,5}}))?(?![0-9])"
)


_NEXT_MEETING: Final = Pattern(rf"{JOINT}(?={MARK}{GAP}[0-9]{{1,3}}{GAP},?{GAP}[Ii]tem)")
_THROUGH_PAGE: Final = Pattern(
    rf"{GAP}(?:t/m|tot{BLANK}en{BLANK}met|{DASH}){GAP}[0-9]{{1,3}}{DASH}(?P<last>[0-9]{{1,5}})(?![0-9])"
)
_PLACE_OF_ITEM: Final = Pattern(
    rf"{GAP},?{GAP}{PAGE_WORD}{GAP}(?P<meeting>[0-9]{{1,3}}){DASH}(?P<item>[0-9]{{1,3}}){DASH}[0-9]{{1,4}}(?![0-9])"
)
_DAY: Final = (
    rf"(?P<day>[0-9]{{1,2}}){BLANK}(?P<month>{'|'.join(FULL_MONTHS)}){BLANK}(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])"
)
_DAY_BEFORE: Final = Pattern(rf"{_DAY}(?=[^0-9]{{0,12}}\Z)")
_DAY_BEHIND: Final = Pattern(rf"{GAP},?{GAP}(?:(?:van|d\.d\.){BLANK})?{_DAY}")
_LOOK_BACK: Final = 40
_UNKNOWN_SESSION: Final = "XXXXXXXX"
_NO_SESSION: Final = later("The session is not stated, which the identifier needs.")
_DAY_GIVES_SESSION: Final = later("The session is not stated; it is taken from the day beside it.")


class Debate(msgspec.Struct, frozen=True):
    """The place in the Handelingen: meeting and items, or pages, as far as they are stated."""

    end: int
    meeting: str | None = None
    items: tuple[Span, ...] = ()
    first_page: str | None = None
    last_page: str | None = None


def read_handelingen(text: str, position: int) -> Citation | None:
    """`Handelingen II 2012-2013, nr. 71, item 15`, `Handelingen EK 2001-2002, nr. 10, blz. 525`."""
    word = _WORD.match(text, position)
    if word is None or not starts_word(text, position):
        return None
    committee = _COMMITTEE_WORD.match(text, word.end())
    part = read_session_part(text, committee.end() if committee else word.end())
    if part.session is None:
        if part.chamber is None:
            return None
        part = _with_session(text, position, part)
    if committee:
        part = msgspec.structs.replace(part, chamber="II")
    opening = CitationStart(text, position, part, _COMMITTEE if committee else None)
    citation = _read_with_dossier(opening) or _cite_debate(opening, _read_debate(opening, part.stated_end))
    return _read_more_meetings(opening, citation) if citation and _is_by_item(part) else citation


def _read_more_meetings(opening: CitationStart, first: Citation) -> Citation:
    """`nr. 71, item 12 en nr. 25, item 3`: items of further meetings of the same session."""
    references, end = list(first.references), first.end
    while len(references) < _MOST_ITEMS and (joint := _NEXT_MEETING.match(opening.text, end)):
        debate = _read_debate(opening, joint.end())
        more = _cite_debate(msgspec.structs.replace(opening, start=joint.end()), debate) if debate.items else None
        if more is None:
            break
        references += more.references
        end = more.end
    return Citation(tuple(references), end)


def _with_session(text: str, position: int, part: SessionPart) -> SessionPart:
    """`op 29 oktober 1997 (Handelingen TK 17-1233 t/m 17-1252)`: the session of a day beside it is a guess."""
    behind = _DAY_BEHIND.match(text, part.stated_end)
    end = behind.end() if behind else part.stated_end
    day = behind or _DAY_BEFORE.search(text, max(0, position - _LOOK_BACK), position)
    if day is None:
        session = SessionYear(_UNKNOWN_SESSION, end, _NO_SESSION)
    else:
        year = _session_of(day)
        session = SessionYear(f"{year}{year + 1}", end, _DAY_GIVES_SESSION)
    return msgspec.structs.replace(part, session=session, end=end, stated_end=end)


def _session_of(day: re.Match[str]) -> int:
    """The year in which the session opened that the day lies in."""
    year, month = int(day["year"]), MONTHS[day["month"]]
    is_before = (month, int(day["day"])) < (opening_day(year).month, opening_day(year).day)
    return year - is_before


def _read_with_dossier(opening: CitationStart) -> Citation | None:
    """`Handelingen II, 1995-1996, 24 692, nr. 3`: a Kamerstuk by another name, unless the page tells."""
    text = opening.text
    dossiers = read_dossiers(text, opening.part.end, four_figures=False)
    if not dossiers:
        return None
    numbers = read_numbers(text, dossiers[-1].end, chamber=opening.part.chamber)
    if numbers is None or not numbers.is_marked:
        return _cite_debate(opening, _read_debate(opening, dossiers[-1].end))
    miscalled = msgspec.structs.replace(opening, reason=_CALLED_HANDELINGEN)
    papers = cite(miscalled, dossiers, numbers)
    page = _PAGE.match(text, numbers.items[-1].end)
    if page and int(page["first"]) > _LONGEST_PAPER:
        return _cite_debate(
            opening,
            _read_debate(opening, dossiers[-1].end),
            tuple(paper.canonical for paper in papers),
        )
    return Citation(tuple(papers), numbers.end)


def _read_debate(opening: CitationStart, position: int) -> Debate:
    text, by_item = opening.text, _is_by_item(opening.part)
    if by_item and (place := _PLACE_OF_ITEM.match(text, position)):
        return Debate(place.end(), place["meeting"], (Span(text, place.start("item"), place.end("item")),))
    meeting = _MEETING.match(text, position)
    if meeting is None:
        return _read_pages(text, Debate(position))
    if meeting["dashed"] is None:
        return _read_pages(text, _read_items(text, Debate(meeting.end(), meeting["meeting"])))
    if by_item:
        item = Span(text, meeting.start("dashed"), meeting.end("dashed"))
        return _read_pages(text, Debate(meeting.end(), meeting["meeting"], (item,)))
    through = _THROUGH_PAGE.match(text, meeting.end())
    if through:
        return Debate(through.end(), meeting["meeting"], (), meeting["dashed"], through["last"])
    return Debate(skip_pages(text, meeting.end()), meeting["meeting"], first_page=meeting["dashed"])


def _read_items(text: str, debate: Debate) -> Debate:
    places: list[Span] = []
    match = _ITEM.match(text, debate.end)
    while match and len(places) < _MOST_ITEMS:
        places.append(Span(text, match.start("item"), match.end("item")))
        match = _NEXT_ITEM.match(text, match.end())
    return msgspec.structs.replace(debate, items=tuple(places), end=places[-1].end) if places else debate


def _read_pages(text: str, debate: Debate) -> Debate:
    match = _PAGE.match(text, debate.end)
    if match is None:
        return debate
    first, last = match["first"], match["last"]
    end = skip_pages(text, debate.end)
    # "39-2410" is page 2410 of meeting 39; no item is that long.
    if last and len(last) > len(first) + 1:
        return Debate(end, debate.meeting or first, debate.items, last)
    return Debate(end, debate.meeting, debate.items, first, last)


def _cite_debate(opening: CitationStart, debate: Debate, alternatives: tuple[str, ...] = ()) -> Citation | None:
    if debate.meeting is None and debate.first_page is None:
        return None
    if _is_by_item(opening.part) and debate.items:
        references = tuple(_item_reference(opening, debate, index) for index in range(len(debate.items)))
        return Citation(references, debate.end)
    tail, reason = _known_part(opening.part, debate)
    span = Span(opening.text, opening.start, debate.end)
    return Citation((_reference(opening, span, tail, opening.reason or reason, alternatives),), debate.end)


def _item_reference(opening: CitationStart, debate: Debate, index: int) -> Reference:
    span = debate.items[index]
    start = opening.start if index == 0 else span.start
    return _reference(
        opening, Span(opening.text, start, span.end), f"{debate.meeting}-{span.words}", opening.reason, ()
    )


def _known_part(part: SessionPart, debate: Debate) -> tuple[str | None, str]:
    """As much of the identifier as the citation gives, and why it is not the whole."""
    if _is_by_item(part):
        return debate.meeting, _NO_ITEM
    if debate.first_page and debate.last_page and int(debate.first_page) < int(debate.last_page):
        return f"{debate.first_page}-{debate.last_page}", _SOME_PAGES
    return debate.first_page, _NO_PAGES


def _reference(
    opening: CitationStart, span: Span, tail: str | None, reason: str | None, alternatives: tuple[str, ...]
) -> Reference:
    part = opening.part
    session = part.session_code
    session_reason = part.session.reason if part.session else None
    no_chamber = None if part.chamber else _NO_CHAMBER
    reasons = join_reasons(reason, part.reason, session_reason, no_chamber)
    others = (f"h-ek-{session}-{tail}",) if no_chamber and tail else ()
    canonical = "-".join(filter(None, ("h", _CODES[part.chamber], session, tail)))
    stated = None if session == _UNKNOWN_SESSION else session
    known = {"chamber": part.chamber, "session": stated, "number": tail}
    return reference_at(span, "handelingen", canonical, reasons, (*alternatives, *others), **known)


def address(canonical: str) -> str | None:
    """Without a meeting's item, or the pages of one, it is no publication."""
    return published(canonical) if len(canonical.split("-")) == 5 and _UNKNOWN_SESSION not in canonical else None


def _is_by_item(part: SessionPart) -> bool:
    return (part.session_code or "") >= _FIRST_SESSION_BY_ITEM


FORM: Final = Form(
    title="Handelingen",
    openings=(Opening(words="~andelingen|HANDELINGEN|Hand.|HTK|HEK", has_session=True, readers=(read_handelingen,)),),
    address=address,
    examples=(
        ("Handelingen II 2022/23, nr. 71 item 4 en nr. 72 item 5", "h-tk-20222023-71-4;h-tk-20222023-72-5"),
        ("Handelingen II 2012-2013, nr. 71, item 15", "h-tk-20122013-71-15"),
        (
            "Handelingen II 2012/13, nr. 71, items 4, 7 en 12",
            "h-tk-20122013-71-4;h-tk-20122013-71-7;h-tk-20122013-71-12",
        ),
    ),
    uncertain=(
        ("Handelingen II 5 juni 2023, nr. 71", "h-tk-20222023-71"),
        ("Handelingen II, 5 juni 2023, nr. 71, item 15", "h-tk-20222023-71-15"),
        ("Handelingen II 2012/13, nr. 71", "h-tk-20122013-71"),
        ("Handelingen EK 2001-2002, nr. 10, blz. 525", "h-ek-20012002-525"),
        ("Handelingen II, nr. 71, item 15", "h-tk-XXXXXXXX-71-15"),
    ),
    lookalikes=("de handelingen van 2023", "Handelingen 5, 12", "rechtshandelingen 2012/13"),
)
