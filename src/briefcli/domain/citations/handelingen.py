"""Reports of debates (Handelingen), by session, meeting and item; before session 2010-2011, by session and pages."""

import re
from typing import Final

from msgspec.structs import replace

from briefcli.catalog import later
from briefcli.domain.citations.dossier import read_dossiers
from briefcli.domain.citations.form import Citation, Form, reference, with_further
from briefcli.domain.citations.forms import PUBLICATION
from briefcli.domain.citations.number_list import (
    COMMA_OR_AND,
    NEVER,
    NumberSeries,
    PaperNumber,
    read_list,
    starting_at,
    within,
)
from briefcli.domain.citations.paper import cite
from briefcli.domain.citations.paper_number import read_numbers
from briefcli.domain.citations.reference import FIRST_SESSION_BY_ITEM, Reference
from briefcli.domain.citations.session import Head, SessionYear, opening_day, read_head
from briefcli.domain.citations.spelling import BLANK, CHAMBERS, GAP, MARK, MONTH, PAGE_WORD, THROUGH, WORD, skip_pages
from briefcli.patterns import Pattern

# A single paper seldom has more pages than this. The pages of a session's Handelingen run into the thousands.
_LONGEST_PAPER: Final = 400
_HIGHEST_ITEM: Final = 99

_NO_ITEM: Final = later("The identifier needs the item of the meeting, which is not stated.")
_SOME_PAGES: Final = later(
    "The pages cited need not be the first and last of the item, which the identifier is made of."
)
_NO_PAGES: Final = later("Handelingen of that time are identified by the first and last page of an item.")
_NO_CHAMBER: Final = later("The chamber is not stated; the Tweede Kamer is a guess.")
_CALLED_HANDELINGEN: Final = later("It is called Handelingen, but a dossier with a number is a Kamerstuk.")

_WORD: Final = Pattern(
    rf"{WORD}(?:[Hh]andelingen|HANDELINGEN|[Hh]and\.|H(?=[TE]K(?![A-Za-z]))|Parliamentary{BLANK}Proceedings"
    rf"|HAN(?={BLANK}(?:TK|EK|II?)?[ ,]{{0,2}}[0-9]{{4}}[/-][0-9]{{2,4}},{GAP}(?:{MARK}{GAP})?[0-9]{{1,3}}-[0-9]))"
)
_DAY: Final = (
    rf"(?P<day>[0-9]{{1,2}}){BLANK}(?P<month>{MONTH})[a-z]{{0,6}}{BLANK}(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])"
)
_MEETING: Final = Pattern(
    rf"(?:{GAP},?{GAP}{_DAY})?{GAP},?{GAP}(?:[TE]K{BLANK})?"
    rf"(?:(?:{MARK}|[Vv]ergadering|{PAGE_WORD}(?={GAP}[0-9]{{1,3}}-[0-9]{{1,3}}-[0-9])){GAP})?"
    rf"(?P<meeting>[0-9]{{1,3}})(?![0-9/]|{BLANK}{MONTH})"
    rf"(?:(?:e|ste|de){BLANK}vergadering(?![a-z])|-(?P<item>[0-9]{{1,5}})(?![0-9])(?:-[0-9]{{1,4}}(?![0-9]))?)?"
)
_ITEM: Final = Pattern(
    rf"(?:{GAP}[,(]?{GAP}(?:(?:van|d\.d\.){BLANK})?{_DAY}\)?)?{GAP}[,(-]?{GAP}(?:onder{BLANK})?(?:[Ii]tem(?P<plural>s)?|[Aa]gendapunt(?:en)?|[Oo]nderdeel){GAP}(?:{MARK}{GAP})?(?P<item>[0-9]{{1,4}})(?![0-9])"
)
_ITEMS: Final = NumberSeries(2, joint=COMMA_OR_AND, mark="items?", note=NEVER)
_PAGE: Final = Pattern(
    rf"{GAP}[,;(]?{GAP}{PAGE_WORD}{GAP}(?P<first>[0-9]{{1,5}})(?:{GAP}-{GAP}(?P<last>[0-9]{{1,5}}))?(?![0-9_])"
)
_THROUGH_PAGE: Final = Pattern(rf"{GAP}{THROUGH}{GAP}(?:[0-9]{{1,3}}-)?(?P<last>[0-9]{{1,5}})(?![0-9])")
_DAY_BEFORE: Final = Pattern(rf"{_DAY}(?=[^0-9]{{0,12}}\Z)")
_DAY_BEHIND: Final = Pattern(rf"{GAP},?{GAP}(?:(?:van|d\.d\.){BLANK})?{_DAY}")
_UNKNOWN_SESSION: Final = "XXXXXXXX"
_NO_SESSION: Final = later("The session is not stated, which the identifier needs.")
_DAY_GIVES_SESSION: Final = later("The session is not stated; it is taken from the day beside it.")


@with_further
def read_handelingen(text: str, position: int) -> Citation | None:
    """Reports of debates: `Handelingen II 2012-2013, nr. 71, item 15`, `Handelingen EK 2001-2002, nr. 10, blz. 525`."""
    word = _WORD.match(text, position)
    head = read_head(text, position, word.end() if word else position)
    if word is None:  # `Tweede Kamer, vergaderjaar 2022–2023, nr. 27, item 11`
        is_debate = head.chamber and head.session and _names_item(text, head.end)
        return _read_debate(head, head.end) if is_debate else None
    if head.session is None:
        if head.chamber is None and not _names_item(text, head.stated_end):
            return None
        head = _with_session(head)
    dossiers = read_dossiers(text, head.end, four_figures=False)
    numbers = read_numbers(text, dossiers[-1].end, chamber=head.chamber) if dossiers else None
    end = dossiers[-1].end if dossiers else head.stated_end
    if numbers is None or not numbers.is_marked:
        return _read_debate(head, end)
    # `Handelingen II, 1995-1996, 24 692, nr. 3`: a Kamerstuk by another name, unless a page is too high for a Kamerstuk
    papers = cite(head.doubted(_CALLED_HANDELINGEN), dossiers, numbers)
    page = _PAGE.match(text, numbers.items[-1].end)
    debate = _read_debate(head, end) if page and int(page["first"]) > _LONGEST_PAPER else None
    if debate is None:
        return papers
    others = tuple(paper.canonical for paper in papers.references)
    return Citation(tuple(replace(each, alternatives=others) for each in debate.references), debate.end)


def _names_item(text: str, position: int) -> bool:
    """Whether a meeting and its item follow, which only Handelingen have."""
    meeting = _MEETING.match(text, position)
    return meeting is not None and _ITEM.match(text, meeting.end()) is not None


def _with_session(head: Head) -> Head:
    """The head with the session of a day beside the citation, as a guess, or with an unknown session.

    `op 29 oktober 1997 (Handelingen TK 17-1233 t/m 17-1252)` is of the session 1997-1998.
    """
    behind = _DAY_BEHIND.match(head.text, head.stated_end)
    end = behind.end() if behind else head.stated_end
    day = behind or _DAY_BEFORE.search(head.text, max(0, head.start - 40), head.start)
    session = SessionYear(_UNKNOWN_SESSION, end, _NO_SESSION)
    if day:
        from briefcli.domain.dates.words import MONTHS  # few citations need it

        year, month = int(day["year"]), MONTHS[day["month"].lower()]
        is_before = (month, int(day["day"])) < (opening_day(year).month, opening_day(year).day)
        session = SessionYear(f"{year - is_before}{year - is_before + 1}", end, _DAY_GIVES_SESSION)
    return replace(head, session=session, end=end, stated_end=end)


def _read_debate(head: Head, position: int) -> Citation | None:
    """The items or pages of one meeting: `nr. 71, items 4 en 7`, `71-4`, `p. 7909-7943`, `17-1233 t/m 17-1252`."""
    text, match = head.text, _MEETING.match(head.text, position)
    items, end = _read_items(text, match) if match else ([], position)
    pages = _PAGE.match(text, end)
    if match is None and pages is None:
        return None
    meeting = match["meeting"] if match else None
    first, last = pages.group("first", "last") if pages else ("", None)
    end = skip_pages(text, end) if pages else end
    if last and len(last) > len(first) + 1:  # "39-2410" is page 2410 of meeting 39; no item is that long
        meeting, first, last = meeting or first, last, None
    # No meeting has so many items: "TK 17-1233" of an unknown session is a page.
    is_page = head.code == _UNKNOWN_SESSION and match and int(match["item"] or 0) > _HIGHEST_ITEM
    if (head.code or "") >= FIRST_SESSION_BY_ITEM and not is_page:
        if not items:
            return Citation((_reference(head, head.start, end, [meeting] if meeting else [], _NO_ITEM),), end)
        cited: list[Reference] = []
        for item in (within(each, _HIGHEST_ITEM) for each in starting_at(head.start, items)):
            places = [f"{meeting}-{each}" for each in (item.value, *item.others)]
            cited.append(_reference(head, item.start, item.end, places, item.reason))
        return Citation(tuple(cited), end)
    if match and match["item"]:  # what follows the meeting is a page
        through = _THROUGH_PAGE.match(text, match.end())
        first, last = match["item"], through["last"] if through else None
        end = through.end() if through else skip_pages(text, match.end())
    is_whole = last and int(first) < int(last)
    place, reason = (f"{first}-{last}", _SOME_PAGES) if is_whole else (first, _NO_PAGES)
    return Citation((_reference(head, head.start, end, [place] if place else [], reason),), end)


def _read_items(text: str, meeting: re.Match[str]) -> tuple[list[PaperNumber], int]:
    """The items of the meeting, and the position where they end."""
    if meeting["item"]:
        return [PaperNumber(meeting["item"], *meeting.span("item"))], meeting.end()
    match = _ITEM.match(text, meeting.end())
    if match is None:
        return [], meeting.end()
    is_plural = match["plural"] is not None
    items = read_list(text, match.start("item"), match.span("item"), is_plural=is_plural, series=_ITEMS)
    return items, items[-1].end


def _reference(head: Head, start: int, end: int, places: list[str], reason: str | None) -> Reference:
    """`places` are a meeting and an item, or pages, and what else these may be; empty if only the session is stated."""
    debates = f"h-{'ek' if head.chamber == 'I' else 'tk'}-{head.code}"
    canonical, *others = [f"{debates}-{place}" for place in places] or [debates]
    if head.chamber is None and places:
        others.append(f"h-ek-{head.code}-{places[0]}")
    reasons = (reason, *head.reasons, None if head.chamber else _NO_CHAMBER)
    session = None if head.code == _UNKNOWN_SESSION else head.code
    return reference(head.text, start, end, canonical, *reasons, alternatives=others, session=session)


def address(canonical: str) -> str | None:
    """The web address; None without a session, an item or a last page, as only whole items are published."""
    is_whole = len(canonical.split("-")) == 5 and _UNKNOWN_SESSION not in canonical
    return PUBLICATION.format(canonical) if is_whole else None


FORM: Final = Form(
    title="Handelingen",
    words=f"~andelingen|HANDELINGEN|Hand.|HTK|HEK|HAN |Parliamentary Proc|{CHAMBERS}",
    readers=(read_handelingen,),
    address=address,
    examples="""
        Handelingen II 2022/23, nr. 71 item 4 en nr. 72 item 5 → h-tk-20222023-71-4;h-tk-20222023-72-5
        Handelingen II 2012-2013, nr. 71, item 15 → h-tk-20122013-71-15
        Handelingen II 2012/13, vergadering 71 (5 juni 2013), item 15 → h-tk-20122013-71-15
        HAN II 2022/23, 71-15 → h-tk-20222023-71-15
        HAN 2022/23, 71-15 → h-tk-20222023-71-15?
        Handelingen II 5 juni 2023, nr. 71 → h-tk-20222023-71?
    """,
)
