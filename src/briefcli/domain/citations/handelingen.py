"""Reports of what was said (Handelingen), in the order of sessions and meetings."""

import re
from typing import Final

import msgspec

from briefcli.domain.citations.dossier import read_dossiers
from briefcli.domain.citations.kamerstuk import Opening, cite
from briefcli.domain.citations.model import Reference
from briefcli.domain.citations.paper_number import read_numbers, skip_pages
from briefcli.domain.citations.session import Heading, read_heading
from briefcli.domain.citations.spelling import (
    DASH,
    GAP,
    MARK,
    PAGE_WORD,
    Place,
    Reading,
    join_reasons,
    starts_word,
)

# From this session on, Handelingen are published by meeting and item; before, by the pages of an item.
_FIRST_SESSION_BY_ITEM: Final = "20102011"
# Pages of a session's Handelingen run into the thousands, those of one paper seldom past this.
_LONGEST_PAPER: Final = 400
_MOST_ITEMS: Final = 50
_CODES: Final = {"I": "ek", "II": "tk", None: "tk"}

_NO_ITEM: Final = "The identifier needs the item of the meeting, which is not stated."
_SOME_PAGES: Final = "The pages cited need not be the first and last of the item, which the identifier is made of."
_NO_PAGES: Final = "Handelingen of that time are identified by the first and last page of an item."
_NO_CHAMBER: Final = "The chamber is not stated; the Tweede Kamer is a guess."
_COMMITTEE: Final = "Reports of committee meetings of that time have no identifier."
_CALLED_HANDELINGEN: Final = "It is called Handelingen, but a dossier with a number is a Kamerstuk."

_WORD: Final = re.compile(r"(?:[Hh]andelingen|HANDELINGEN|[Hh]and\.|H(?=[TE]K(?![A-Za-z])))")
_COMMITTEE_WORD: Final = re.compile(rf"{GAP},?{GAP}(?:UCV|OCV)(?![A-Za-z])")
_MEETING: Final = re.compile(
    rf"{GAP},?{GAP}(?:{MARK}{GAP})?(?P<meeting>[0-9]{{1,3}})(?![0-9/])"
    rf"(?:{DASH}(?P<dashed>[0-9]{{1,5}})(?![0-9])(?:{DASH}[0-9]{{1,4}}(?![0-9]))?)?"
)
_ITEM: Final = re.compile(
    rf"{GAP}[,(]?{GAP}(?:[Ii]tems?|[Aa]gendapunt(?:en)?|[Oo]nderdeel){GAP}(?:{MARK}{GAP})?(?P<item>[0-9]{{1,3}})(?![0-9])"
)
_NEXT_ITEM: Final = re.compile(
    rf"{GAP}(?:,|en(?![a-z])){GAP}(?:items?{GAP})?(?P<item>[0-9]{{1,3}})(?![0-9]|{GAP}[a-z(]|{DASH})"
)
_PAGE: Final = re.compile(
    rf"{GAP}[,;(]?{GAP}{PAGE_WORD}{GAP}(?P<first>[0-9]{{1,5}})(?:{GAP}{DASH}{GAP}(?P<last>[0-9]{{1,5}}))?(?![0-9])"
)


class Debate(msgspec.Struct, frozen=True):
    """The place in the Handelingen: meeting and items, or pages, as far as they are stated."""

    end: int
    meeting: str | None = None
    items: tuple[Place, ...] = ()
    first_page: str | None = None
    last_page: str | None = None


def read_handelingen(text: str, position: int) -> Reading | None:
    """`Handelingen II 2012-2013, nr. 71, item 15`, `Handelingen EK 2001-2002, nr. 10, blz. 525`."""
    word = _WORD.match(text, position)
    if word is None or not starts_word(text, position):
        return None
    committee = _COMMITTEE_WORD.match(text, word.end())
    heading = read_heading(text, committee.end() if committee else word.end())
    if heading.session is None:
        return None
    if committee:
        heading = msgspec.structs.replace(heading, chamber="II")
    opening = Opening(text, position, heading, _COMMITTEE if committee else None)
    return _read_with_dossier(opening) or _cite_debate(opening, _read_debate(opening, heading.stated_end))


def _read_with_dossier(opening: Opening) -> Reading | None:
    """`Handelingen II, 1995-1996, 24 692, nr. 3`: a Kamerstuk by another name, unless the page tells."""
    text = opening.text
    dossiers = read_dossiers(text, opening.heading.end, four_figures=False)
    if not dossiers:
        return None
    numbers = read_numbers(text, dossiers[-1].end, chamber=opening.heading.chamber)
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
    return Reading(tuple(papers), numbers.end)


def _read_debate(opening: Opening, position: int) -> Debate:
    text, by_item = opening.text, _is_by_item(opening.heading)
    meeting = _MEETING.match(text, position)
    if meeting is None:
        return _read_pages(text, Debate(position))
    if meeting["dashed"] is None:
        return _read_pages(text, _read_items(text, Debate(meeting.end(), meeting["meeting"])))
    if by_item:
        item = Place(text, meeting.start("dashed"), meeting.end("dashed"))
        return _read_pages(text, Debate(meeting.end(), meeting["meeting"], (item,)))
    return Debate(skip_pages(text, meeting.end()), meeting["meeting"], first_page=meeting["dashed"])


def _read_items(text: str, debate: Debate) -> Debate:
    places: list[Place] = []
    match = _ITEM.match(text, debate.end)
    while match and len(places) < _MOST_ITEMS:
        places.append(Place(text, match.start("item"), match.end("item")))
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


def _cite_debate(opening: Opening, debate: Debate, alternatives: tuple[str, ...] = ()) -> Reading | None:
    if debate.meeting is None and debate.first_page is None:
        return None
    if _is_by_item(opening.heading) and debate.items:
        references = tuple(_item_reference(opening, debate, index) for index in range(len(debate.items)))
        return Reading(references, debate.end)
    tail, reason = _known_part(opening.heading, debate)
    place = Place(opening.text, opening.start, debate.end)
    return Reading((_reference(opening, place, tail, opening.reason or reason, alternatives),), debate.end)


def _item_reference(opening: Opening, debate: Debate, index: int) -> Reference:
    place = debate.items[index]
    start = opening.start if index == 0 else place.start
    return _reference(
        opening, Place(opening.text, start, place.end), f"{debate.meeting}-{place.words}", opening.reason, ()
    )


def _known_part(heading: Heading, debate: Debate) -> tuple[str | None, str]:
    """As much of the identifier as the citation gives, and why it is not the whole."""
    if _is_by_item(heading):
        return debate.meeting, _NO_ITEM
    if debate.first_page and debate.last_page and int(debate.first_page) < int(debate.last_page):
        return f"{debate.first_page}-{debate.last_page}", _SOME_PAGES
    return debate.first_page, _NO_PAGES


def _reference(
    opening: Opening, place: Place, tail: str | None, reason: str | None, alternatives: tuple[str, ...]
) -> Reference:
    heading = opening.heading
    session = heading.session_code
    session_reason = heading.session.reason if heading.session else None
    no_chamber = None if heading.chamber else _NO_CHAMBER
    reasons = join_reasons(reason, heading.reason, session_reason, no_chamber)
    others = (f"h-ek-{session}-{tail}",) if no_chamber and tail else ()
    return Reference(
        kind="handelingen",
        text=place.words,
        start=place.start,
        end=place.end,
        canonical="-".join(filter(None, ("h", _CODES[heading.chamber], session, tail))),
        certain=reasons is None,
        alternatives=(*alternatives, *others),
        reason=reasons,
        chamber=heading.chamber,
        session=session,
        number=tail,
    )


def _is_by_item(heading: Heading) -> bool:
    return (heading.session_code or "") >= _FIRST_SESSION_BY_ITEM
