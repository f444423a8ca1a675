"""Papers of the States General (Kamerstukken) behind a word that says so: Kamerstuk, Tweede Kamer, TK, EK."""

from collections.abc import Sequence
from typing import Final

import msgspec

from briefcli.catalog import tr
from briefcli.domain.citations.dossier import (
    CHAPTER_WORD,
    MAY_BE_AMOUNT,
    Dossier,
    read_dossiers,
    read_roman_dossier,
)
from briefcli.domain.citations.dossier_paper import cite
from briefcli.domain.citations.form import Citation, Form, Opening
from briefcli.domain.citations.forms import PUBLICATION
from briefcli.domain.citations.identifier import PAPER
from briefcli.domain.citations.paper_number import read_numbers
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.session import Head, read_head, read_session
from briefcli.domain.citations.spelling import BLANK, CHAPTER, GAP, JOINT, MARK, WORD
from briefcli.domain.citations.trailing_figures import MAY_COUNT, skip_pages
from briefcli.patterns import Pattern

_MOST_GROUPS: Final = 100
NO_DOSSIER_FROM: Final = "40000"  # the chambers have not come so far yet
_MOST_CHAPTERS: Final = 30
# Dossiers of four figures end in 1969; later, 1900 to 2099 are years.
_YEAR: Final = Pattern(r"(?:19|20)[0-9]{2}")
_LAST_YEAR_OF_FOUR_FIGURES: Final = 1969

KAMERSTUK_WORD: Final = Pattern(
    rf"{WORD}(?:[Kk]amer(?:-\n[ \t]{{0,8}})?stuk(?:ken|dossiers?)?|KAMERSTUK(?:KEN)?|[Kk]amerst\."
    rf"|Parliamentary{BLANK}(?:[Pp]aper|[Dd]ocument)s?|[Kk]st\.?|KST\.?"
    rf"|[Bb]ijl(?:agen?)?\.?{GAP}(?:(?:van|bij|tot|der|op){BLANK}(?:de{BLANK})?)?(?:[Hh]andelingen|[Hh]and\.))(?:nummers?|nrs?\.?)?(?![A-Za-hj-z])"
)
_CHAMBER_WORD: Final = Pattern(
    rf"{WORD}(?:(?:Tweede|Eerste){BLANK}Kamer|[TE]K|House{BLANK}of{BLANK}Representatives|Senate)(?![A-Za-z])"
)
_AFTER_CHAMBER: Final = tuple(
    f"{word}{mark}" for word in ("Kamer", "Generaal", "TK", "EK", "Representatives", "Senate") for mark in (" ", ", ")
)
_JOINT: Final = Pattern(rf"(?:{GAP}[;.]{GAP}(?:en{BLANK})?|{JOINT})")
_NEXT_CHAPTER: Final = Pattern(
    rf"(?:{GAP};{GAP}|{JOINT})(?:{CHAPTER_WORD}{GAP})?(?P<chapter>{CHAPTER}){GAP},?{GAP}(?={MARK}{GAP}[0-9])"
)
_OWN_NUMBERS: Final = Pattern(
    rf"{GAP},?{GAP}[Nn]rs?(?![a-z])|-[0-9A-Z]|{GAP},{GAP}[0-9A-Z]|{GAP}\({GAP}[0-9]{{1,4}}[a-z]?{GAP}[,)]"
)
# "Kamerstukken II 2023/24, nr. 1848" has a number and no dossier.
_ONLY_NUMBER: Final = Pattern(rf"{GAP},?{GAP}{MARK}{GAP}[0-9]{{1,4}}(?![0-9]|[ .][0-9]{{3}}|{GAP},?{GAP}{MARK})")
_BEFORE_SESSION: Final = Pattern(rf"{GAP}[,(]{GAP}|{BLANK}")
# "nr. 456 (36800-XVI)": the number stands before the dossier
_PAPER_WORD: Final = r"(?:[Mm]oties?|[Aa]mendement(?:en)?)"
_NUMBER_BEFORE: Final = Pattern(
    rf"(?<![A-Za-z])(?:{MARK}{GAP}|(?P<word>{_PAPER_WORD}){BLANK}(?!n))[0-9][0-9,\sent/m-]{{0,30}}\($"
)
_NUMBERS_FIRST: Final = Pattern(rf"(?:{MARK}{GAP}|{_PAPER_WORD}{BLANK})[0-9]")
CLOSING: Final = Pattern(rf"{GAP}\)")
_LOOK_BACK: Final = 48
# The foot of a page of a Kamerstuk names the paper itself, and the page.
_PAGE_FOOT: Final = Pattern(r"[ \t]+[0-9]{1,3}[ \t]*(?:\n|$)")
_BEFORE_FOOT: Final = Pattern(rf"\s*(?:(?:Tweede|Eerste){BLANK}Kamer,?{BLANK}vergaderjaar[0-9/\s-]{{7,14}},\s*)?")
_TORN_AT_FOOT: Final = Pattern(rf"{MARK}{GAP}[0-9][ ][0-9]{{3}}\Z")


def read_kamerstuk(text: str, position: int) -> Citation | None:
    """`Kamerstukken II 2022/23, 36 200 X, nrs. 4 en 5`, `Kamerstuk 34 919`, `kamerstuknummer 28676`."""
    word = KAMERSTUK_WORD.match(text, position)
    head = read_head(text, position, word.end()) if word else None
    return _read_behind(head) or _read_identifier(head) if head else None


def read_chamber(text: str, position: int) -> Citation | None:
    """`Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424`, `TK 21501-20-1944`: never a bare dossier."""
    head = read_head(text, position, position) if _CHAMBER_WORD.match(text, position) else None
    citation = _read_behind(head) if head else None
    if head is None or citation is None:
        return None
    # "Tweede Kamer, 28 676 leden" names no dossier; with a session it does.
    is_dossier = any(each.kind == "dossier" for each in citation.references)
    if (is_dossier and head.session is None) or is_page_foot(text, position, citation):
        return None
    if is_dossier and MAY_COUNT.match(text, citation.end):  # `EK 2020/21, 28 676 toeschouwers`
        doubted = (msgspec.structs.replace(each, reason=tr(MAY_BE_AMOUNT)) for each in citation.references)
        return Citation(tuple(doubted), citation.end)
    return citation


def _read_behind(head: Head) -> Citation | None:
    is_without_dossier = _ONLY_NUMBER.match(head.text, head.stated_end)
    return None if is_without_dossier else read_groups(head) or read_senate_dossier(head)


def read_session_first(text: str, position: int) -> Citation | None:
    """`Vergaderjaar 2023–2024, 36 410 V, nr. 12`: a session, and no word and no chamber."""
    # Behind a chamber its own reader has already tried it.
    if text[max(0, position - 10) : position].endswith(_AFTER_CHAMBER):
        return None
    citation = _read_paper(read_head(text, position, position))
    return None if citation is None or is_page_foot(text, position, citation) else citation


def read_chamber_in_brackets(text: str, position: int) -> Citation | None:
    """`(II ’95–’96, 24 400 XIV, nr. 37)`: a chamber and a session in brackets, and no word."""
    head = read_head(text, position + 1, position + 1)
    return _read_paper(head) if head.chamber else None


def read_number_before_word(text: str, position: int) -> Citation | None:
    """`nr. 456 (Kamerstuk 36 800 XVI)`, read from the word: the number in front belongs to that dossier."""
    word = KAMERSTUK_WORD.match(text, position) if text[position - 1 : position] == "(" else None
    head = read_head(text, position, word.end()) if word else None
    return read_number_before(text, position, read_dossiers(text, head.end)) if head else None


def read_number_first(text: str, position: int) -> Citation | None:
    """`nr. 456 (36800-XVI)`, read from its beginning."""
    bracket = text.find("(", position, position + _LOOK_BACK) if _NUMBERS_FIRST.match(text, position) else -1
    if bracket < 0:
        return None
    return read_number_before(text, bracket + 1, read_dossiers(text, bracket + 1, four_figures=False))


def read_number_before(text: str, position: int, dossiers: Sequence[Dossier]) -> Citation | None:
    """`nr. 456 (36800-XVI)`: how a motion is named in the debate in which it is tabled."""
    closing = CLOSING.match(text, dossiers[-1].end) if dossiers else None
    start = max(0, position - _LOOK_BACK)
    before = _NUMBER_BEFORE.search(text[start:position]) if closing else None
    if before is None or closing is None:
        return None
    # "moties 32 en 33 (35 925 V)": behind the word a number needs no mark.
    first = start + (before.end("word") if before["word"] else before.start())
    numbers = read_numbers(text, first)
    if numbers is None or numbers.end > position:
        return None
    begins, end = start + before.start(), closing.end()
    references = cite(Head(text, begins, begins), dossiers, numbers).references
    # The last number's place runs on to the dossier, which is a part of what names the paper.
    last_end = references[-1].end
    widened = (
        msgspec.structs.replace(each, end=end, text=text[each.start : end]) if each.end == last_end else each
        for each in references
    )
    return Citation(tuple(widened), end)


def _read_paper(head: Head) -> Citation | None:
    """A paper behind a session, which is too little to make a dossier of figures."""
    citation = read_groups(head) if head.session else None
    return citation if citation and citation.references[0].kind == "kamerstuk" else None


def read_groups(head: Head) -> Citation | None:
    """Dossiers with their numbers, and further dossiers with numbers of their own behind those."""
    text, following = head.text, head
    references: list[Reference] = []
    end = head.end
    for _ in range(_MOST_GROUPS):
        dossiers = read_dossiers(text, following.end)
        if not dossiers:
            break
        numbers = read_numbers(text, dossiers[-1].end, chamber=following.chamber)
        if numbers is None and following.session is None:
            following = _with_session_behind(following, dossiers[-1].end)
            numbers = read_numbers(text, following.end, chamber=following.chamber) if following.session else None
        if _is_year(dossiers[0], following.code) or (references and numbers is None):
            break
        if references:
            following = msgspec.structs.replace(following, start=dossiers[0].start)
        cited = cite(following, dossiers, numbers)
        references += cited.references
        if numbers is None:
            end = skip_pages(text, cited.end)
            break
        chapters = _read_chapters(following, cited.end, dossiers[-1])
        references += chapters.references
        end = chapters.end
        next_head = _head_behind(following, end)
        if next_head is None:
            break
        following = next_head
    return Citation(tuple(references), end) if references else None


def _read_chapters(head: Head, position: int, last: Dossier) -> Citation:
    """`36 410 VII nr. 5 en X nr. 6`: further chapters of the same dossier, each with numbers of its own."""
    references: list[Reference] = []
    while last.suffix and len(references) < _MOST_CHAPTERS and (match := _NEXT_CHAPTER.match(head.text, position)):
        chapter = Dossier(last.number, match["chapter"], *match.span("chapter"))
        numbers = read_numbers(head.text, chapter.end, chamber=head.chamber)
        if numbers is None:
            break
        own = msgspec.structs.replace(head, start=chapter.start, doubt=None)
        references += cite(own, [chapter], numbers).references
        position = numbers.end
    return Citation(tuple(references), position)


def _is_year(dossier: Dossier, session: str | None) -> bool:
    """`Kamerstuk 2023, nr. 5`: no dossier, unless a session says that it is of the time of such numbers."""
    is_old = session is not None and int(session[:4]) <= _LAST_YEAR_OF_FOUR_FIGURES
    return not is_old and _YEAR.fullmatch(dossier.number) is not None


def _with_session_behind(head: Head, position: int) -> Head:
    """`Kamerstukken II 34 972, 2018/19, nr. 3`: the session stands between dossier and number."""
    comma = _BEFORE_SESSION.match(head.text, position)
    session = read_session(head.text, comma.end()) if comma else None
    if session is None:
        return head
    end = CLOSING.after(head.text, session.end)
    numbers = read_numbers(head.text, end, chamber=head.chamber)
    return msgspec.structs.replace(head, session=session, end=end) if numbers and numbers.is_marked else head


def _head_behind(head: Head, position: int) -> Head | None:
    """`… nr. 3 en I 2020/21, 35 570, C`: what is not said again stays as it was."""
    if head.text[position : position + 1] in ("", ")"):
        return None
    joint = _JOINT.match(head.text, position)
    if joint is None:
        return None
    following = read_head(head.text, joint.end(), joint.end())
    dossiers = read_dossiers(head.text, following.end)
    has_numbers = dossiers and dossiers[0].number < NO_DOSSIER_FROM and _OWN_NUMBERS.match(head.text, dossiers[-1].end)
    if not has_numbers:
        return None
    return following if head.text[joint.end()] == "(" else following.over(head)


def read_senate_dossier(head: Head) -> Citation | None:
    """`Kamerstukken I 2012/13, CVIII, S`: a dossier of the Eerste Kamer's own."""
    dossier = read_roman_dossier(head.text, head.end)
    numbers = read_numbers(head.text, dossier.end, chamber="I") if dossier else None
    if dossier is None or numbers is None or not numbers.items[0].value.isalpha():
        return None
    return cite(head, [dossier], numbers)


def _read_identifier(head: Head) -> Citation | None:
    """`Kamerstuk I kst-CVIII-S`: the word is a part of what names the paper."""
    citation = PAPER(head.text, head.end)
    if citation is None:
        return None
    paper = citation.references[0]
    words = head.text[head.start : paper.end]
    return Citation((msgspec.structs.replace(paper, start=head.start, text=words),), citation.end)


def is_page_foot(text: str, position: int, citation: Citation) -> bool:
    # "nr. 3 412" alone on its line is as well paper 3, page 412.
    end = citation.end
    is_torn = text[end - 4 : end - 3] == " " and _TORN_AT_FOOT.search(text, position, end)
    if len(citation.references) > 1 or not _PAGE_FOOT.match(text, end - 4 if is_torn else end):
        return False
    return _BEFORE_FOOT.fullmatch(text[max(0, position - 60) : position].rpartition("\n")[2]) is not None


FORM: Final = Form(
    title="Kamerstuk",
    openings=(
        Opening(words="~amerst", has_session=True, readers=(read_number_before_word, read_kamerstuk)),
        Opening(words="KAMERST|~amer-\n|~ijlage|~ijl.|Parliamentary ", has_session=True, readers=(read_kamerstuk,)),
        Opening(words="kst|KST|Kst", readers=(read_kamerstuk,)),
        Opening(
            words="Tweede Kamer|Eerste Kamer|TK|EK|House|Senate",
            has_session=True,
            is_whole=True,
            readers=(read_chamber,),
        ),
        Opening(words="~ergaderjaar", has_session=True, readers=(read_session_first,)),
        Opening(words="(I", has_session=True, readers=(read_chamber_in_brackets,)),
    ),
    whole=(read_number_first,),
    address=PUBLICATION,
    examples="""
        Kamerstukken II 2022/23, 28 676, nr. 427 → kst-28676-427
        Kamerstuk 28 676, nr.427 → kst-28676-427
        Kamerstuk 28.676, nr. 427, p. 12 en 13 → kst-28676-427
        Tweede Kamer, vergaderjaar 2022–2023, 28 676, nr. 427 → kst-28676-427
        Kamerstukken 28 676, nrs. 431 en 437 → kst-28676-431;kst-28676-437
        Kamerstukken II 1999/00, 26 824, nrs. 1–3 → kst-26824-1;kst-26824-2;kst-26824-3
        Kamerstukken ll 2023/24, 36 410 XVI, nr. 160 → kst-36410-XVI-160?
        Kamerstuk 2023, nr. 5 | de Tweede Kamer telt 150 leden | Eerste Kamer, 28 676 | TK 28 676 → nothing
        Kamerstukken II 2022/23 | het kamerstuk van 5 juni 2023 | TKP 28 676 | TK 2023-2024, nr. 1234 → nothing
    """,
)
