"""Reports of what was said (Handelingen), in the order of sessions and meetings."""

from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.citations.dossier import cite, read_dossiers
from briefcli.domain.citations.form import Citation, Form, Opening, reference
from briefcli.domain.citations.forms import PUBLICATION
from briefcli.domain.citations.paper_number import read_numbers, skip_pages
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.session import Head, Session, read_head
from briefcli.domain.citations.session_year import opening_day
from briefcli.domain.citations.spelling import BLANK, DASH, GAP, JOINT, MARK, PAGE_WORD, THROUGH, WORD, Pattern
from briefcli.domain.dates.words import FULL_MONTHS, MONTHS

# From this session on, Handelingen are published by meeting and item; before, by the pages of an item.
_FIRST_SESSION_BY_ITEM: Final = "20102011"
# Pages of a session's Handelingen run into the thousands, those of one paper seldom past this.
_LONGEST_PAPER: Final = 400
_MOST_ITEMS: Final = 50

_NO_ITEM: Final = later("The identifier needs the item of the meeting, which is not stated.")
_SOME_PAGES: Final = later(
    "The pages cited need not be the first and last of the item, which the identifier is made of."
)
_NO_PAGES: Final = later("Handelingen of that time are identified by the first and last page of an item.")
_NO_CHAMBER: Final = later("The chamber is not stated; the Tweede Kamer is a guess.")
_COMMITTEE: Final = later("Reports of committee meetings of that time have no identifier.")
_CALLED_HANDELINGEN: Final = later("It is called Handelingen, but a dossier with a number is a Kamerstuk.")

_WORD: Final = Pattern(WORD + r"(?:[Hh]andelingen|HANDELINGEN|[Hh]and\.|H(?=[TE]K(?![A-Za-z])))")
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
_THROUGH_PAGE: Final = Pattern(rf"{GAP}{THROUGH}{GAP}[0-9]{{1,3}}{DASH}(?P<last>[0-9]{{1,5}})(?![0-9])")
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
    """The place in the Handelingen: meeting and items (the place of each), or pages, as far as they are stated."""

    end: int
    meeting: str | None = None
    items: tuple[tuple[int, int], ...] = ()
    first_page: str | None = None
    last_page: str | None = None


def read_handelingen(text: str, position: int) -> Citation | None:
    """`Handelingen II 2012-2013, nr. 71, item 15`, `Handelingen EK 2001-2002, nr. 10, blz. 525`."""
    word = _WORD.match(text, position)
    if word is None:
        return None
    committee = _COMMITTEE_WORD.match(text, word.end())
    head = read_head(text, position, committee.end() if committee else word.end())
    if head.session is None:
        if head.chamber is None:
            return None
        head = _with_session(head)
    if committee:
        head = msgspec.structs.replace(head, chamber="II", doubt=_COMMITTEE)
    citation = _read_with_dossier(head) or _cite_debate(head, _read_debate(head, head.stated_end))
    if citation is None or not _is_by_item(head):
        return citation
    # `nr. 71, item 12 en nr. 25, item 3`: items of further meetings of the same session
    references, end = list(citation.references), citation.end
    while len(references) < _MOST_ITEMS and (joint := _NEXT_MEETING.match(text, end)):
        debate = _read_debate(head, joint.end())
        more = _cite_debate(msgspec.structs.replace(head, start=joint.end()), debate) if debate.items else None
        if more is None:
            break
        references += more.references
        end = more.end
    return Citation(tuple(references), end)


def _with_session(head: Head) -> Head:
    """`op 29 oktober 1997 (Handelingen TK 17-1233 t/m 17-1252)`: the session of a day beside it is a guess."""
    behind = _DAY_BEHIND.match(head.text, head.stated_end)
    end = behind.end() if behind else head.stated_end
    day = behind or _DAY_BEFORE.search(head.text, max(0, head.start - _LOOK_BACK), head.start)
    session = Session(_UNKNOWN_SESSION, end, _NO_SESSION)
    if day:
        year, month = int(day["year"]), MONTHS[day["month"]]
        is_before = (month, int(day["day"])) < (opening_day(year).month, opening_day(year).day)
        session = Session(f"{year - is_before}{year - is_before + 1}", end, _DAY_GIVES_SESSION)
    return msgspec.structs.replace(head, session=session, end=end, stated_end=end)


def _read_with_dossier(head: Head) -> Citation | None:
    """`Handelingen II, 1995-1996, 24 692, nr. 3`: a Kamerstuk by another name, unless the page tells."""
    dossiers = read_dossiers(head.text, head.end, four_figures=False)
    if not dossiers:
        return None
    end = dossiers[-1].end
    numbers = read_numbers(head.text, end, chamber=head.chamber)
    if numbers is None or not numbers.is_marked:
        return _cite_debate(head, _read_debate(head, end))
    papers = cite(head.doubted(_CALLED_HANDELINGEN), dossiers, numbers)
    page = _PAGE.match(head.text, numbers.items[-1].end)
    if page and int(page["first"]) > _LONGEST_PAPER:
        others = tuple(paper.canonical for paper in papers.references)
        return _cite_debate(head, _read_debate(head, end), others)
    return papers


def _read_debate(head: Head, position: int) -> Debate:
    text, by_item = head.text, _is_by_item(head)
    if by_item and (place := _PLACE_OF_ITEM.match(text, position)):
        return Debate(place.end(), place["meeting"], (place.span("item"),))
    meeting = _MEETING.match(text, position)
    if meeting is None:
        return _read_pages(text, Debate(position))
    if meeting["dashed"] is None:
        return _read_pages(text, _read_items(text, Debate(meeting.end(), meeting["meeting"])))
    if by_item:
        return _read_pages(text, Debate(meeting.end(), meeting["meeting"], (meeting.span("dashed"),)))
    through = _THROUGH_PAGE.match(text, meeting.end())
    if through:
        return Debate(through.end(), meeting["meeting"], (), meeting["dashed"], through["last"])
    return Debate(skip_pages(text, meeting.end()), meeting["meeting"], first_page=meeting["dashed"])


def _read_items(text: str, debate: Debate) -> Debate:
    places: list[tuple[int, int]] = []
    match = _ITEM.match(text, debate.end)
    while match and len(places) < _MOST_ITEMS:
        places.append(match.span("item"))
        match = _NEXT_ITEM.match(text, match.end())
    return msgspec.structs.replace(debate, items=tuple(places), end=places[-1][1]) if places else debate


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


def _cite_debate(head: Head, debate: Debate, alternatives: tuple[str, ...] = ()) -> Citation | None:
    """With as much of the identifier as the citation gives, and why that is not the whole."""
    if debate.meeting is None and debate.first_page is None:
        return None
    if _is_by_item(head) and debate.items:
        starts = (head.start, *(start for start, _ in debate.items[1:]))
        items = (
            _reference(head, start, item[1], f"{debate.meeting}-{head.text[slice(*item)]}", None)
            for start, item in zip(starts, debate.items, strict=True)
        )
        return Citation(tuple(items), debate.end)
    tail, reason = debate.first_page, _NO_PAGES
    if _is_by_item(head):
        tail, reason = debate.meeting, _NO_ITEM
    elif tail and debate.last_page and int(tail) < int(debate.last_page):
        tail, reason = f"{tail}-{debate.last_page}", _SOME_PAGES
    return Citation((_reference(head, head.start, debate.end, tail, reason, alternatives),), debate.end)


def _reference(
    head: Head, start: int, end: int, tail: str | None, reason: str | None, alternatives: tuple[str, ...] = ()
) -> Reference:
    return reference(
        head.text,
        start,
        end,
        "-".join(filter(None, ("h", "ek" if head.chamber == "I" else "tk", head.code, tail))),
        None if head.doubt else reason,
        *head.reasons,
        None if head.chamber else _NO_CHAMBER,
        alternatives=(*alternatives, *((f"h-ek-{head.code}-{tail}",) if head.chamber is None and tail else ())),
        session=None if head.code == _UNKNOWN_SESSION else head.code,
    )


def address(canonical: str) -> str | None:
    """Without a meeting's item, or the pages of one, it is no publication."""
    is_whole = len(canonical.split("-")) == 5 and _UNKNOWN_SESSION not in canonical
    return PUBLICATION.format(canonical) if is_whole else None


def _is_by_item(head: Head) -> bool:
    return (head.code or "") >= _FIRST_SESSION_BY_ITEM


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
    lookalikes="de handelingen van 2023 | Handelingen 5, 12 | rechtshandelingen 2012/13",
)
