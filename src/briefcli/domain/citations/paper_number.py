"""Reads the numbers and letters of papers after a dossier, in lists and ranges, and skips the pages."""

import re
from functools import lru_cache
from typing import Final

import msgspec
from msgspec.structs import replace

from briefcli.catalog import later
from briefcli.domain.citations.number_list import (
    LETTERS,
    MOST_IN_A_LIST,
    PaperNumber,
    counted_number,
    height,
    is_of_other_dossier,
    number,
    read_list,
)
from briefcli.domain.citations.other_figures import (
    MAY_BE_COUNT,
    MAY_BELONG_TO_NEXT,
    MAY_COUNT,
    NAME_BEHIND,
    NOT_A_YEAR,
    NOT_COUNTED,
    has_unit,
)
from briefcli.domain.citations.spelling import AND, BLANK, CHAPTER_IN_BRACKETS, DATE, GAP, MARK, NOTE, skip_pages
from briefcli.patterns import Pattern

_TO_COME: Final = ("PM", "NN")
_ITS_DATE: Final = rf"{GAP},?{GAP}\(?(?:van|d\.?d\.?){BLANK}{DATE}\)?"
_NUMBER: Final = number(4)
# The kind of paper and small words may precede the number: "28 676, gewijzigde motie nr. 443", "28 676, met name de
# nrs. 4 en 5".
_SMALL_WORDS: Final = (
    rf"(?:(?:onder|meer|andere|de|het|o\.a\.|m\.n\.|met|name|in|bijzonder|laatstelijk|zowel|zie|ook|TK){BLANK}){{0,4}}"
)
_SORT: Final = (
    rf"(?:(?:[Nn]ader{BLANK})?[Gg]ewijzigde?{BLANK})?"
    rf"(?:[Mm]oties?|[Aa]mendement(?:en)?|[Bb]rie(?:f|ven)|[Ss]tuk(?:ken)?|[Vv]erslag(?:en)?|[Nn]ota|[Bb]ijlagen?(?:{BLANK}[0-9]{{1,2}})?{BLANK}bij){BLANK}"
)
_NEW_PARAGRAPH: Final = r"[.;:]?[ ]?\n[ ]?\n"
_IDEM: Final = rf"idem,?{BLANK}"
_IDEM_FURTHER: Final = rf"\)[^().;0-9]{{1,80}}\({_IDEM}"  # `(30 125, nr. 18) en de motie-De Vries (idem, nr. 20)`
_MARKED: Final = Pattern(
    rf"(?!{_NEW_PARAGRAPH}|\.\s{{1,12}}N)(?:\)(?=,?[ ]))?"
    rf"(?:{GAP}[,:(]{GAP}{_SMALL_WORDS}(?:{_SORT})?|{BLANK}{_SORT}|{_ITS_DATE}{GAP}[,(]?{GAP}|{GAP}[,;:.(/|-]?{GAP})"
    rf"(?P<mark>{MARK}|n[ ]r\.|(?i:letters?))[:,]?{GAP}(?P<item>{_NUMBER}|[A-Z]{{1,2}}(?![A-Za-z0-9]|-[0-9]))"
)
# Without "nr.", a comma, a dash or a space must precede the number. Only after a council ("21501-20, 1944") it may be
# like a year, as no other dossiers have so many papers. In brackets, it must be one of a list or have a
# letter: "26 855 (250, 250a)". After a dash, slashes may join numbers: "28676-441/442".
_UNMARKED_NUMBER: Final = Pattern(
    rf"(?:{GAP},{GAP}(?:{_SORT})?|[ \t]{{1,12}}|{BLANK}[Ss]tuk{BLANK}"
    rf"|(?P<dash>[ ]{{0,2}}-|/|\s/\s(?!(?:19|20)[0-9]{{2}})|[ ]-[ ])|{GAP}(?P<bracket>\(){GAP})"
    rf"(?P<item>(?(dash)|(?!0)(?:(?<=-[0-9]{{2}},\s)(?![0-9]{{4}}-)|{NOT_A_YEAR}))"
    rf"(?:{counted_number(4)}|(?(dash){NOT_A_YEAR}[1-9][0-9]{{0,3}}(?=(?:/[1-9][0-9]{{1,3}}){{1,9}}(?![0-9-]){NOT_COUNTED})|(?!))))(?(dash)(?!-[0-9]))"
    rf"(?(bracket)(?=(?<=[a-z]){GAP}\)|(?:{GAP},{GAP}{NOT_A_YEAR}[0-9]{{1,4}}[a-z]?){{1,20}}{GAP}\)))"
)
_BEFORE_LETTERS: Final = rf"(?:{GAP},{GAP}(?:{_SORT})?|[ \t]{{0,3}}-[ \t]{{0,3}}|[ \t]{{1,12}})"
_SENATE_LETTERS: Final = Pattern(rf"{_BEFORE_LETTERS}(?P<item>{LETTERS})")
_UNMARKED_LETTERS: Final = Pattern(
    rf"{_BEFORE_LETTERS}(?P<item>(?!EU|EK|TK|AO|CD|VN|VS|UK|SO|B{GAP}(?:en|&){GAP}W)"
    r"[A-H]?[A-Z](?![A-Za-z0-9]|\.[ ][a-z0-9]))"
    r"(?=[^\S\n]{0,12}+\n|\s{0,12}+(?:[,;.()\]:]|\Z|(?:p|pp|pag|blz)\.|en[ ]))"
)

# Without a comma, the 3 in "28 676 3. Vervolg" and "28 676 3.1 Vervolg" begins a list item.
_ITEM_BEGINS: Final = Pattern(r"[.)]?[ \t]{1,12}[A-Z0-9(]|\.[0-9]|\.[ ]")
# "nr. 12 van de lijst" is an item of something else, and "nr. 427/2023" is a number with its own year.
_OF_LIST: Final = Pattern(
    rf"/(?:19|20)[0-9]{{2}}(?![0-9])|{BLANK}(?:van{BLANK}de{BLANK}agenda|(?:van|op|uit|in){BLANK}(?:de|het|deze|die|dit){BLANK}"
    r"[a-z]{0,20}(?:lijst|overzicht|tabel|inventaris))(?![a-z])"
)
_CHAPTER_BEHIND: Final = Pattern(CHAPTER_IN_BRACKETS)
CLOSING: Final = Pattern(rf"{GAP}\)")
_REST_OF_DOSSIER: Final = Pattern("[ ][0-9]{3}(?![0-9])")
_THEN_MARKED: Final = Pattern(rf"{GAP},?{GAP}{MARK}")
_RESUMED: Final = Pattern(
    rf"(?!{_NEW_PARAGRAPH}|\nN)(?:{NOTE}|(?P<date>{_ITS_DATE}))?"
    rf"(?:{GAP}[,;]?{GAP}(?:(?:{AND}|als){BLANK})?(?:{_IDEM})?(?:zie{BLANK})?(?:ook{BLANK})?(?:de{BLANK})?"
    rf"|{_IDEM_FURTHER})"
    rf"(?P<mark>{MARK}){GAP}(?P<item>{_NUMBER}|{LETTERS})(?(date)(?={_ITS_DATE}|{GAP}[,;.)]|\Z))"
)

_YEAR: Final = Pattern("(?:19|20)[0-9]{2}")
_MAY_BE_YEAR: Final = later("The number may be a year.")
_MAY_COME: Final = later("The letters may be a placeholder for a number that is not known yet.")
MAY_BE_CHAPTER: Final = later("What is before the number may be a chapter of the budget, or a paper of its own.")


class PaperNumbers(msgspec.Struct, frozen=True):
    """The numbers of a citation, and the position where it ends, after its pages and attachments.

    `is_marked` says whether "nr." precedes the first. `chapter` is the budget chapter that may follow the numbers:
    `36 200 nr. 31 (X)`.
    """

    items: tuple[PaperNumber, ...]
    end: int
    is_marked: bool
    chapter: str | None = None


@lru_cache(maxsize=4)  # several readers try the same place
def read_numbers(text: str, position: int, *, chamber: str | None = None) -> PaperNumbers | None:
    """Every number after the dossier that ends at `position`: `, nrs. 431 en 437`, ` 22`, `-427`, `, C`.

    None if there is none. More letters are accepted if `chamber` is `I`, as papers of the Eerste Kamer have letters.
    """
    marked = _MARKED.match(text, position)
    first = marked or _match_unmarked(text, position, chamber)
    if first is None or not first["item"].strip("0") or first["item"] == "XX":
        return None
    may_be_dossier = marked and (marked[0].lstrip()[0] in ".;" or _REST_OF_DOSSIER.match(text, marked.end()))
    if marked and may_be_dossier and is_of_other_dossier(text, marked):
        return None
    is_bracketed = marked is None and first[0].lstrip().startswith("(")
    is_row = is_bracketed or text.startswith("/", first.end())
    is_plural = first["mark"].lower().rstrip(".").endswith("s") if marked else is_row
    items = read_list(text, first.start("mark" if marked else "item"), first.span("item"), is_plural=is_plural)
    if marked is None and len(items) == 1 and _may_be_of_next(text, first, chamber):
        items = [items[0].doubted(MAY_BE_COUNT)]
    if marked is None and not items[0].value.isalpha() and not first["dash"] and _YEAR.fullmatch(items[0].value):
        items = [each.doubted(_MAY_BE_YEAR) for each in items]
    end = CLOSING.after(text, items[-1].end) if is_bracketed else items[-1].end
    end = _read_resumed(text, skip_pages(text, end), items)
    if _OF_LIST.match(text, items[-1].end):
        items[-1] = items[-1].doubted(MAY_BE_COUNT)
    if items[0].value in _TO_COME:
        items[0] = items[0].doubted(_MAY_COME)
    if marked is None and len(items) > 1 and _THEN_MARKED.match(text, items[0].end):
        # `36 600, A, nr. 12`: a paper A and a paper 12, or paper 12 of chapter A
        items[0], second = (each.doubted(MAY_BE_CHAPTER) for each in items[:2])
        items[1] = replace(second, others=(f"{items[0].value}-{second.value}",))
    chapter = _CHAPTER_BEHIND.match(text, end)
    end = chapter.end() if chapter else end
    return PaperNumbers(tuple(items), end, marked is not None, chapter[1] if chapter else None)


def _read_resumed(text: str, end: int, items: list[PaperNumber]) -> int:
    """Adds to `items` later numbers with a "nr." of their own (`, nr. 4 (brief) en nr. 7`); returns where they end."""
    while len(items) < MOST_IN_A_LIST:
        match = _RESUMED.match(text, end)
        if match is None or is_of_other_dossier(text, match):
            break
        is_loose = text[end : match.start("mark")].isspace()  # "nr. 245 nummer 12 van de lijst"
        more = read_list(text, match.start("mark"), match.span("item"), is_plural=False)
        is_odd = is_loose and height(more[0].value) < height(items[-1].value)
        items += [each.doubted(MAY_BE_COUNT) for each in more] if is_odd else more
        end = skip_pages(text, items[-1].end)
    return end


def _match_unmarked(text: str, position: int, chamber: str | None) -> re.Match[str] | None:
    match = _UNMARKED_NUMBER.match(text, position)
    if match is None:
        return (_SENATE_LETTERS if chamber == "I" else _UNMARKED_LETTERS).match(text, position)
    # `28 676, 12 landen`, `28 676 - 12 landen`: only a number after a space can count what follows.
    counts = MAY_COUNT.match(text, match.end()) or has_unit(text, match.end(), match["item"])
    return None if counts and text[match.start("item") - 1].isspace() else match


def _may_be_of_next(text: str, first: re.Match[str], chamber: str | None) -> bool:
    """Whether a number without "nr." may count what follows it, or be the number of a list item."""
    before, item = first[0][: first.start("item") - first.start()], first["item"]
    if before.isspace():
        return item[-1].islower() or "\t" in before or _ITEM_BEGINS.match(text, first.end()) is not None
    if item.isalpha():
        return chamber != "I" and NAME_BEHIND.match(text, first.end()) is not None
    may_count = item.isdigit() and before[-1].isspace() and before.strip() in (",", "-")
    return may_count and MAY_BELONG_TO_NEXT.match(text, first.end()) is not None
