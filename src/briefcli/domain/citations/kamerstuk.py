"""Papers of the States General (Kamerstukken) after a word that announces them: Kamerstuk, Tweede Kamer, TK, EK."""

from typing import Final

from msgspec.structs import replace

from briefcli.domain.citations.dossier import read_dossier, read_dossiers
from briefcli.domain.citations.form import NO_WORD, Citation, Form, Opening
from briefcli.domain.citations.forms import PUBLICATION
from briefcli.domain.citations.heading import read_titled
from briefcli.domain.citations.identifier import NUMBERED, PAPER
from briefcli.domain.citations.other_figures import MAY_COUNT
from briefcli.domain.citations.paper import NO_DOSSIER_FROM, NUMBER_OF_OTHER, cite, read_groups
from briefcli.domain.citations.paper_number import CLOSING, read_numbers
from briefcli.domain.citations.session import Head, read_head
from briefcli.domain.citations.spelling import BLANK, CHAMBERS, CHAPTER, GAP, MARK, UP_TO, WORD
from briefcli.patterns import Pattern

KAMERSTUK_WORD: Final = Pattern(
    rf"{WORD}(?:[Kk]amerstuk(?:ken|dossiers?)?|KAMERSTUK(?:KEN)?|[Kk]amerst\.?"
    rf"|Parliamentary{BLANK}(?:[Pp]aper|[Dd]ocument)s?|[Kk]st\.?|KST\.?"
    rf"|[Bb]ijl(?:agen?)?\.?{GAP}(?:(?:van|bij|tot|der|op){BLANK}(?:de{BLANK})?)?(?:[Hh]andelingen|[Hh]and\.))(?:nummers?|nrs?\.?)?(?![A-Za-hj-z])"
)
_CHAMBER_WORD: Final = Pattern(
    rf"{WORD}(?:(?i:(?:tweede|eerste){BLANK}kamer)|[TE]K|House{BLANK}of{BLANK}Representatives|Senate)(?![A-Za-z])"
)
# "Kamerstukken II 2023/24, nr. 1848" has a number but no dossier; `aanhangsel.py` reads it.
ONLY_NUMBER: Final = Pattern(
    rf"{GAP},?{GAP}{MARK}{GAP}(?:[1-9][ .][0-9]{{3}}|[0-9]{{1,4}})(?![0-9]|[ .][0-9]{{3}}|{GAP},?{GAP}{MARK})"
)
# The footer of a page of a Kamerstuk names the paper itself, and ends with the number of the page.
_PAGE_FOOT: Final = Pattern(r"[ \t]+[0-9]{1,3}[ \t]*(?:\n|$)")
_TORN_AT_FOOT: Final = Pattern(rf"{MARK}{GAP}[0-9][ ][0-9]{{3}}\Z")
_BEFORE_FOOT: Final = Pattern(
    rf"\s*(?:(?i:(?:tweede|eerste){BLANK}kamer),?{BLANK}(?:vergaderjaar(?:[0-9/\s-]{{7,14}},)?\s*)?)?"
)

# The number precedes the dossier: "nr. 456 (36800-XVI)", "moties 32 en 33 (Kamerstuk 35 925 V)".
_NUMBER_FIRST: Final = Pattern(
    rf"(?<![A-Za-z])(?:(?={MARK}{GAP}[0-9])|(?:[Mm]oties?|[Aa]mendement(?:en)?)(?={BLANK}[0-9]))"
    rf"(?P<numbers>[^0-9()\n]{{0,8}}[0-9](?:[0-9,\s-]|en(?![a-z])|{UP_TO}){{0,30}})\("
)
# `amendement nr. 115 op 36 418`: a dossier without a word that says so
_ON_DOSSIER: Final = Pattern(rf"{BLANK}(?:op|bij|onder){BLANK}(?=[1-3][0-9][ .]?[0-9]{{3}}(?![0-9]))")
_TABLED_BEFORE: Final = Pattern(r"(?<![a-z])(?:[Mm]oties?|[Aa]mendement(?:en)?)[^.;:()0-9\n]{0,40}\Z")
_CHAPTER_BEFORE: Final = Pattern(rf"(?<![A-Za-z.])(?P<chapter>{CHAPTER}),?[ ]?\Z")  # `hoofdstuk X, nr. 12 (36 200)`
_DOSSIER_PAGE: Final = "https://zoek.officielebekendmakingen.nl/dossier/{}"
_DOSSIER_WORD: Final = Pattern(
    WORD + r"(?:(?:[Ww]ets|[Ii]nitiatiefwets)?voorstel(?:len)?"
    r"|(?:[Kk]amer|[Ww]etgevings)?[Dd]ossiers?(?:nummers?|nrs?\.?|-\sen\sondernummer)?)(?![a-z])"
)
# Other organisations that have dossiers, which may have any number.
_OFFICE: Final = (
    "(?:politie|rechtbank|gerechtshof|gemeente|provincie|verzekeraar|ziekenhuis|advocaat|notaris|OM|IND|UWV|CJIB"
    "|Belastingdienst)"
)
_OTHER_OFFICE: Final = Pattern(rf"{BLANK}(?:\(|(?:van|bij){BLANK})(?:de{BLANK}|het{BLANK})?{_OFFICE}(?![a-z])")
_OFFICE_BEFORE: Final = Pattern(rf"{WORD}{_OFFICE}-\Z")


def read_kamerstuk(text: str, position: int) -> Citation | None:
    """Papers or dossiers: `Kamerstukken II 2022/23, 36 200 X, nrs. 4 en 5`, `kamerstuknummer 28676`."""
    word = KAMERSTUK_WORD.match(text, position)
    head = read_head(text, position, word.end()) if word else None
    if head is None or ONLY_NUMBER.match(text, head.stated_end):
        return None
    return read_groups(head) or _read_identifier(head)


def read_chamber(text: str, position: int) -> Citation | None:
    """`Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424`, `TK 21501-20-1944`: papers after a chamber.

    The session may come first, or the chamber may be a Roman numeral in brackets: `(II ’95–’96, 24 400 XIV, nr. 37)`.
    A dossier without a number is read only if both chamber and session are stated.
    """
    start = position + (text[position] == "(")
    head = read_head(text, start, start)
    if not (head.session or _CHAMBER_WORD.match(text, position)):
        return None
    if titled := read_titled(head):
        return titled
    citation = None if ONLY_NUMBER.match(text, head.stated_end) else read_groups(head)
    if citation is None or is_page_foot(text, position, citation):
        return None
    if head.chamber is None and "/" in text[head.end : citation.end]:  # "2022–2023, 47143/06" is a case of a court
        return None
    if citation.references[0].kind != "dossier":
        return citation
    # "Tweede Kamer, 28 676 leden" names no dossier; with a session it does.
    return citation if head.session and head.chamber and not MAY_COUNT.match(text, citation.end) else None


def read_named_dossier(text: str, position: int) -> Citation | None:
    """`wetsvoorstellen 31815, 31816 en 31840`, `dossier 28676`: dossiers of five digits, or their papers."""
    word = _DOSSIER_WORD.match(text, position)
    if word is None or _OFFICE_BEFORE.search(text, max(0, position - 48), position):
        return None
    head = read_head(text, position, word.end())
    dossiers = read_dossiers(text, head.end, four_figures=False)
    if not dossiers or NO_DOSSIER_FROM <= dossiers[0].number < "A":
        return None
    # "wetsvoorstel 36 327 en 29 521, nr. 489": a bill, and most likely a paper of another dossier
    is_doubtful = len(dossiers) > 1 and read_numbers(text, dossiers[-1].end)
    citation = read_groups(head.doubted(NUMBER_OF_OTHER) if is_doubtful else head)
    if citation and text[position - 1 : position] == "-" and citation.references[0].kind == "dossier":
        citation = read_groups(head.doubted(NO_WORD))  # a “NAVO-dossier” may be of the chambers, or any pile of papers
    return None if citation and _OTHER_OFFICE.match(text, citation.end) else citation


def read_number_first(text: str, position: int) -> Citation | None:
    """`nr. 456 (36800-XVI)`: how a motion is named in the debate in which it is tabled."""
    first = _NUMBER_FIRST.match(text, position)
    numbers = read_numbers(text, first.start("numbers")) if first else None
    if first is None or numbers is None or text[numbers.end : first.end()].strip(", \n") != "(":
        return None
    word = KAMERSTUK_WORD.match(text, first.end())
    head = read_head(text, position, word.end()) if word else Head(text, position, first.end())
    dossiers = read_dossiers(text, head.end, four_figures=word is not None)
    closing = CLOSING.match(text, dossiers[-1].end) if dossiers else None
    if closing is None:
        return None
    # The reference to the last number includes the dossier, which is a part of the paper's name.
    before = _CHAPTER_BEFORE.search(text, max(0, position - 8), position)
    if before and dossiers[0].number[-1] in "05":  # as those of the budget
        numbers = replace(numbers, chapter=before["chapter"])
    last, end = numbers.items[-1].end, closing.end()
    items = tuple(replace(each, end=end) if each.end == last else each for each in numbers.items)
    return cite(head, dossiers, replace(numbers, items=items, end=end))


def read_on_dossier(text: str, position: int) -> Citation | None:
    """`amendement nr. 115 op 36 418`: a paper before its dossier, without brackets."""
    if not _TABLED_BEFORE.search(text, max(0, position - 60), position):
        return None
    numbers = read_numbers(text, position)
    joint = _ON_DOSSIER.match(text, numbers.end) if numbers and numbers.is_marked else None
    dossier = read_dossier(text, joint.end(), four_figures=False) if joint else None
    if numbers is None or dossier is None or MAY_COUNT.match(text, dossier.end):
        return None
    last = numbers.items[-1]
    items = (*numbers.items[:-1], replace(last, end=dossier.end))
    head = Head(text, position, position).doubted(NO_WORD)
    return cite(head, [dossier], replace(numbers, items=items, end=dossier.end))


def _read_identifier(head: Head) -> Citation | None:
    """`Kamerstuk I kst-CVIII-S`: the reference includes the word before the identifier."""
    citation = PAPER(head.text, head.end) or NUMBERED(head.text, head.end)
    if citation is None:
        return None
    paper, *further = citation.references
    return Citation((replace(paper, start=head.start), *further), citation.end)


def is_page_foot(text: str, position: int, citation: Citation) -> bool:
    """Whether a citation is the foot of a page. `nr. 3 412` alone on its line is as well paper 3, page 412."""
    end = citation.end
    end -= 4 * (_TORN_AT_FOOT.search(text, position, end) is not None)
    is_before_page = len(citation.references) == 1 and _PAGE_FOOT.match(text, end)
    return bool(is_before_page) and begins_line(text, position)


def begins_line(text: str, position: int) -> bool:
    """Whether nothing precedes on the line, except for the chamber and the session of a page footer."""
    return _BEFORE_FOOT.fullmatch(text[max(0, position - 60) : position].rpartition("\n")[2]) is not None


FORM: Final = Form(
    title="Kamerstuk",
    openings=(
        Opening(words="nr|Nr|NR|no.|No.|~ummer|~otie|~mendement", readers=(read_number_first, read_on_dossier)),
        Opening(words="~amerst|KAMERST|~ijlage|~ijl.|Parliamentary |kst|KST|Kst", readers=(read_kamerstuk,)),
        Opening(words=f"{CHAMBERS}|TK|EK|House|Senate|~ergaderjaar|(I", readers=(read_chamber,)),
        Opening(words="~etsvoorst|~nitiatiefwetsvoorst|~amerdossier|~ossier", readers=(read_named_dossier,)),
    ),
    address=lambda canonical: (PUBLICATION if canonical.startswith("kst-") else _DOSSIER_PAGE).format(canonical),
    examples="""
        Kamerstukken II 2022/23, 28 676, nr. 427 → kst-28676-427
        Kamerstuk 28.676, nr. 427, p. 12 en 13 → kst-28676-427
        Tweede Kamer, vergaderjaar 2022–2023, 28 676, nr. 427 → kst-28676-427
        Kamerstukken 28 676, nrs. 431 en 437 → kst-28676-431;kst-28676-437
        Kamerstukken II 1999/00, 26 824, nrs. 1–3 → kst-26824-1;kst-26824-2;kst-26824-3
        Kamerstukken ll 2023/24, 36 410 XVI, nr. 160 → kst-36410-XVI-160?
        dossier 28676 → 28676
        wetsvoorstel 36.327 (R2179) → 36327
        wetsvoorstellen 31815, 31816 en 31840 → 31815;31816;31840
        dossier CXXV, A → kst-CXXV-A
    """,
)
