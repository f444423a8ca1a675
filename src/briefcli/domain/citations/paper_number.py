"""The numbers and letters of papers in a dossier: lists, ranges, and the pages that are no numbers."""

import re
from functools import lru_cache
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.number_range import LONGEST_NUMBER, rank, spread
from briefcli.domain.citations.spelling import AND, BLANK, CHAPTER, DASH, GAP, MARK, PAGE_WORD, THROUGH, Pattern
from briefcli.domain.citations.trailing_figures import (
    COUNTED_UNIT,
    COUNTED_WORD,
    MAY_BE_COUNT,
    NO_NUMBER,
    NO_NUMBER_BEHIND,
    OTHER_FIGURE,
    TEAR,
    TORN,
    skip_pages,
)

_LAST_DAY: Final = 31
_PLACEHOLDERS: Final = ("XX", "XXX")
_MOST_IN_A_LIST: Final = 500

DATE: Final = rf"[0-9]{{1,2}}(?:{BLANK}[a-z]{{3,9}}{BLANK}|[-/.][0-9]{{1,2}}[-/.])[0-9]{{4}}"
_ITS_DATE: Final = rf"{GAP},?{GAP}\(?(?:van|d\.?d\.?){BLANK}{DATE}\)?"
_CHAPTER_IN_BRACKETS: Final = rf"{GAP}\({GAP}(?:(?:[Hh]oofdstuk|[Hh]f(?:dst|st|d)k?\.?|H\.){GAP})?({CHAPTER}){GAP}\)"
# "nrs. 427 (geannoteerde agenda) en 430 (p. 3)": what the paper is, its date, or pages
_NOTE: Final = (
    rf"(?!{_CHAPTER_IN_BRACKETS}){GAP}\((?:[^()0-9]{{2,60}}|{DATE}|{PAGE_WORD}{GAP}[0-9][0-9\s,en–-]{{0,20}})\)"
)
# "nr. 2023/145" is that of a letter
_NUMBER: Final = (
    r"[0-9]{1,4}(?:[a-wyz](?![a-z]|/m))?(?![0-9_…]|\.\.|[xX]{1,3}(?![A-Za-z0-9])|(?<=[^0-9]20[0-9]{2})/[0-9])"
)
_LETTERS: Final = rf"[A-Z]{{1,3}}(?![A-Za-z0-9]|{DASH}[0-9])"
# What stands behind a letter is more often another citation, a body or a party: "C en EK 35 673", "C, COM(2023) 237".
_FURTHER_LETTERS: Final = (
    rf"(?!EU|EK|AO|CD|BZ|EZ|EG|EC|GL|CU|MC)[A-M]?[A-Z](?![A-Za-z0-9(]|(?:{DASH}|/|\.)[A-Za-z0-9]|[ ][0-9]{{4}})"
)
# "28 676, gewijzigde motie nr. 443", "28 676, met name de nrs. 4 en 5": what the paper is, and small words
_SMALL_WORDS: Final = (
    rf"(?:(?:onder|meer|andere|de|het|o\.a\.|m\.n\.|met|name|in|bijzonder|laatstelijk|zowel|zie|ook|TK){BLANK}){{0,4}}"
)
_SORT: Final = (
    rf"(?:(?:[Nn]ader{BLANK})?[Gg]ewijzigde?{BLANK})?"
    rf"(?:[Mm]oties?|[Aa]mendement(?:en)?|[Bb]rie(?:f|ven)|[Ss]tuk(?:ken)?|[Vv]erslag(?:en)?|[Nn]ota|[Bb]ijlagen?(?:{BLANK}[0-9]{{1,2}})?{BLANK}bij){BLANK}"
)
_NEW_PARAGRAPH: Final = r"[.;:]?[ ]?\n[ ]?\n"
# Most numbers end a text, a sentence or brackets, or a word stands behind them with which nothing of a citation begins:
# that spares the patterns for all that may follow.
_LAST_NUMBER: Final = Pattern(
    r"(?:,? (?P<mark>nrs?\.) ?|-)(?P<item>[1-9][0-9]{0,3})"
    r"(?=\)|\.?\Z|\.\s|(?(mark)[ ](?!a[ln]|e[nv]|o[fno]|re|v[ao]|zi|[bdghjmnpt])[a-z]{2}|(?!)))"
)
_MARKED: Final = Pattern(
    rf"(?!{_NEW_PARAGRAPH}|\.\s{{1,12}}N)(?:{GAP}[,:(]{GAP}{_SMALL_WORDS}(?:{_SORT})?|{BLANK}{_SORT}|{_ITS_DATE}{GAP}[,(]?{GAP}|{GAP}(?:{DASH}|[,;:.(/|])?{GAP})"
    rf"(?P<mark>{MARK}|n[ ]r\.|[Ll]etters?)[:,]?{GAP}(?P<item>{_NUMBER}|{_LETTERS})"
)
# Without "nr." a number follows a comma, a dash or a blank, and is neither a date, an amount nor a year.
_COUNTED: Final = (
    rf"(?!{OTHER_FIGURE}|{GAP}(?:andere|moties|brieven|bijlagen|leden|vragen)|{DASH}[0-9]{{1,2}}{DASH}[0-9])"
    r"(?!/[0-9]{1,4}(?![0-9]))(?![ .][0-9]{3}(?![0-9]))(?![A-Za-z])"
)
_COUNTED_NUMBER: Final = rf"[0-9]{{1,4}}(?:[a-df-wyz](?![a-z]))?(?![0-9]){_COUNTED}"
_PLAIN_NUMBER: Final = rf"(?!(?:19|20)[0-9]{{2}}(?![0-9])){_COUNTED_NUMBER}"
_UNMARKED_NUMBER: Final = Pattern(rf"(?:{GAP},{GAP}(?:{_SORT})?|[ \t]{{1,12}})(?P<item>(?!0){_PLAIN_NUMBER})")
_DASHED_NUMBER: Final = Pattern(
    rf"(?:[ ]{{0,2}}{DASH}|/|[ ]/[ ](?!(?:19|20)[0-9]{{2}})|[ ]{DASH}[ ])"
    rf"(?P<item>{_COUNTED_NUMBER})(?!{DASH}[0-9])"
)
# "26 855 (250, 250a)": a list of numbers, or one with a letter.
_BRACKETED: Final = Pattern(
    rf"{GAP}\({GAP}(?P<item>{_PLAIN_NUMBER})(?=(?<=[a-z]){GAP}\)|(?:{GAP},{GAP}{_PLAIN_NUMBER}){{1,20}}{GAP}\))"
)
_BEFORE_LETTERS: Final = rf"(?:{GAP},{GAP}(?:{_SORT})?|[ \t]{{0,3}}{DASH}[ \t]{{0,3}}|[ \t]{{1,12}})"
_SENATE_LETTERS: Final = Pattern(rf"{_BEFORE_LETTERS}(?P<item>{_LETTERS})")
_UNMARKED_LETTERS: Final = Pattern(
    rf"{_BEFORE_LETTERS}(?P<item>(?!EU|EK|TK|AO|CD|VN|VS|UK|SO)[A-H]?[A-Z](?![A-Za-z0-9]))"
    r"(?=[^\S\n]{0,12}+\n|\s{0,12}+(?:[,;.)\]:]|\Z|(?:p|pp|pag|blz)\.|en[ ]))"
)

_LIST: Final = Pattern(
    rf"{GAP}(?P<joint>,{GAP}{AND}|,|;|{AND}|&|/|\+){GAP}"
    rf"(?P<mark>{MARK}{GAP})?(?:{DASH}(?=[0-9]))?(?P<item>{_NUMBER}|{_FURTHER_LETTERS})"
)
_RANGE: Final = Pattern(
    rf"(?!\s{{0,12}}\n{DASH}[ \n]){GAP}{THROUGH}{GAP}(?P<mark>{MARK}{GAP})?"
    rf"(?P<item>(?!0[0-9]{{2}}){_NUMBER}|[0-9]{{5,9}}(?![0-9])|{_FURTHER_LETTERS})"
)
_PLAIN_ITEM: Final = Pattern(rf"{_PLAIN_NUMBER}|{_LETTERS}")
_NO_END_BEHIND: Final = Pattern(rf"{BLANK}[A-Z][a-z]|{DASH}[0-9]|{NO_NUMBER}")
_COUNTED_BEHIND: Final = Pattern(rf"{COUNTED_WORD}|{NO_NUMBER}")
_UNIT_BEHIND: Final = Pattern(COUNTED_UNIT)
# "28 676, 150 Nederlandse militairen"; without a comma also "28 676 3. Vervolg", "28 676 3.1 Vervolg"
_NEXT_BEGINS: Final = Pattern(r"[ \t]{1,12}[A-Z][a-z]")
_ITEM_BEGINS: Final = Pattern(r"[.)]?[ \t]{1,12}[A-Z]|\.[0-9]")
_MAY_COUNT: Final = Pattern(rf"{COUNTED_WORD}|[ \t]{{1,12}}[A-Z][a-z]")
_LISTED_ITEM: Final = Pattern(_COUNTED_NUMBER)
_MORE_FOLLOWS: Final = Pattern(rf"{GAP}(?:,|en(?![a-z])|&|{DASH}|t/m)")
_OTHER_DOSSIER: Final = Pattern(rf"{GAP}\({GAP}[0-9]{{2}}[ .]?[0-9]{{3}}")

# "nr. 427 en nr. 29 521 nr. 450": what follows is a dossier, though it is called a number.
_DOSSIER_NEXT: Final = Pattern(r"[1-9][0-9][ .]?[0-9]{3}(?![0-9])")

# "nr. 3 412" is most often 3412, as dossiers are written; "nr. 4 12" is most often 4 with something behind it.
_THOUSANDS: Final = Pattern(rf"[.{TEAR}](?P<rest>[0-9]{{3}})(?![0-9]|[.,/][0-9]|[.{TEAR}][0-9]{{3}}(?![0-9]))")
# At the end of a line a number may go on in the next, where it is no item of a list.
_TORN_OFF: Final = Pattern(
    rf"(?:[{TEAR}](?P<rest>[0-9]{{1,3}})(?![0-9:]){_COUNTED}|\r?\n(?P<next>[0-9]{{1,3}})(?=;|\)(?!{BLANK}[A-Z])|,{BLANK}[a-z]|\.?\Z))"
)
_LISTED_THOUSANDS: Final = Pattern(rf"[1-9][.{TEAR}][0-9]{{3}}(?![0-9]){_COUNTED}")
_NOTE_BEHIND: Final = Pattern(_NOTE)
_CHAPTER_BEHIND: Final = Pattern(_CHAPTER_IN_BRACKETS)
_CLOSING: Final = Pattern(rf"{GAP}\)")
_THEN_MARKED: Final = Pattern(rf"{GAP},?{GAP}{MARK}")
_RESUMED: Final = Pattern(
    rf"(?!{_NEW_PARAGRAPH}|\nN)(?:{_NOTE}|(?P<date>{_ITS_DATE}))?{GAP}[,;]?{GAP}(?:(?:{AND}|als){BLANK})?(?:zie{BLANK})?(?:ook{BLANK})?(?:de{BLANK})?"
    rf"(?P<mark>{MARK}){GAP}(?P<item>{_NUMBER}|{_LETTERS})(?(date)(?={_ITS_DATE}|{GAP}[,;.)]|\Z))"
)

# `427-b1`: an attachment or a reprint that is published under the number.
_PUBLISHED_UNDER: Final = Pattern(r"-[bhn][0-9]{1,2}(?![0-9A-Za-z])")
# `9OO`: letters that a scan has for figures
_MISREAD: Final = Pattern(r"[0-9]{0,3}(?:[OolIS][0-9OolIS]{0,3}|(?<=[0-9][oli]))(?![0-9A-Za-z])")
FIGURES: Final = str.maketrans("OolIiS", "001115")
MAY_BE_CHAPTER: Final = later("What stands before the number may be a chapter of the budget, or a paper of its own.")
_LETTERS_IN_NUMBER: Final = later("A letter in the number may stand for a figure.")


class PaperNumber(msgspec.Struct, frozen=True):
    """One number or letter; `start` includes its own `nr.` Papers of one range share its place.

    `others` are the numbers that a torn one may also be.
    """

    value: str
    start: int
    end: int
    reason: str | None = None
    others: tuple[str, ...] = ()


class PaperNumbers(msgspec.Struct, frozen=True):
    """The numbers of a citation and the place where it ends, pages and attachments included.

    `chapter` is that of the budget, where it stands behind them: `36 200 nr. 31 (X)`.
    """

    items: tuple[PaperNumber, ...]
    end: int
    is_marked: bool
    chapter: str | None = None


@lru_cache(maxsize=4)  # several readers try the same place
def read_numbers(text: str, position: int, *, chamber: str | None = None) -> PaperNumbers | None:
    """Every number after a dossier: `, nrs. 431 en 437`, ` 22`, `-427`, `, C`; None when there is none."""
    if text[position : position + 1] in ("", ")"):
        return None
    if last := _LAST_NUMBER.match(text, position):
        item = PaperNumber(last["item"], last.start("mark" if last["mark"] else "item"), last.end())
        return PaperNumbers((item,), item.end, last["mark"] is not None)
    marked = _MARKED.match(text, position)
    first = marked or _match_unmarked(text, position, chamber)
    if first is None or not first["item"].strip("0") or first["item"] in _PLACEHOLDERS:
        return None
    if marked and marked[0].lstrip()[0] in ".;" and _OTHER_DOSSIER.match(text, marked.end()):
        return None
    is_bracketed = marked is None and first[0].lstrip().startswith("(")
    is_plural = first["mark"].lower().rstrip(".").endswith("s") if marked else is_bracketed
    items, end = _read_list(text, first, is_plural=is_plural)
    if marked is None and len(items) == 1 and _may_be_of_next(text, first):
        items = [_doubted(items[0], MAY_BE_COUNT)]
    end = skip_pages(text, _CLOSING.after(text, end) if is_bracketed else end)
    while len(items) < _MOST_IN_A_LIST:
        resumed = _RESUMED.match(text, end)
        if resumed is None or _is_of_other_dossier(text, resumed):
            break
        more, end = _read_list(text, resumed, is_plural=False)
        items += more
        end = skip_pages(text, end)
    if marked is None and len(items) > 1 and _THEN_MARKED.match(text, items[0].end):
        # `36 600, A, nr. 12`: a paper A and a paper 12, or paper 12 of chapter A
        items[0], second = (_doubted(each, MAY_BE_CHAPTER) for each in items[:2])
        items[1] = msgspec.structs.replace(second, others=(f"{items[0].value}-{second.value}",))
    chapter = _CHAPTER_BEHIND.match(text, end)
    end = chapter.end() if chapter else end
    return PaperNumbers(tuple(items), end, marked is not None, chapter[1] if chapter else None)


def _is_of_other_dossier(text: str, match: re.Match[str]) -> bool:
    return bool(_OTHER_DOSSIER.match(text, match.end()) or _DOSSIER_NEXT.match(text, match.start("item")))


def _match_unmarked(text: str, position: int, chamber: str | None) -> re.Match[str] | None:
    for form in (_UNMARKED_NUMBER, _DASHED_NUMBER, _BRACKETED):
        match = form.match(text, position)
        # `28 676, 12 landen`, `28 676 - 12 landen`: what is counted has a blank before it.
        if match and not (match[0][-len(match["item"]) - 1].isspace() and _COUNTED_BEHIND.match(text, match.end())):
            return match
    return (_SENATE_LETTERS if chamber == "I" else _UNMARKED_LETTERS).match(text, position)


def _may_be_of_next(text: str, first: re.Match[str]) -> bool:
    """Whether an unmarked number may count, or number, what follows it."""
    before, item = first[0][: first.start("item") - first.start()], first["item"]
    if before.isspace():
        return item[-1].islower() or _ITEM_BEGINS.match(text, first.end()) is not None
    may_count = item.isdigit() and before[-1].isspace() and before.strip() in (",", "-", "–")
    return may_count and _NEXT_BEGINS.match(text, first.end()) is not None


def _read_list(text: str, first: re.Match[str], *, is_plural: bool) -> tuple[list[PaperNumber], int]:
    items, end = _read_item(text, first, is_plural=is_plural)
    may_be_over = not is_plural
    while len(items) < _MOST_IN_A_LIST:
        note = _NOTE_BEHIND.match(text, end)
        match = _LIST.match(text, note.end() if note else end)
        # `nr. 427 (brief) en 430 (verslag)`: behind the singular the second has to be like the first.
        if match and note and not (is_plural or _NOTE_BEHIND.match(text, match.end())):
            break
        if match is None or not _continues(text, match, items[-1].value, is_plural=is_plural):
            break
        more, end = _read_item(text, match, is_plural=is_plural)
        # `nr. 427 en 3 besluiten`, `nrs. 427 en 430, 3 besluiten`: the list may be over, and the figure may count.
        is_lower = (rank(more[0].value) or 0) < (rank(items[-1].value) or 0)
        is_count = is_lower or (may_be_over and more[-1].value.isdigit() and _MAY_COUNT.match(text, end))
        may_be_over = may_be_over or "en" in match["joint"]
        items += [_doubted(each, MAY_BE_COUNT) for each in more] if is_count and not match["mark"] else more
    return items, end


def _doubted(item: PaperNumber, reason: str) -> PaperNumber:
    reasons = dict.fromkeys(tr(each) for each in (item.reason, reason) if each)
    return msgspec.structs.replace(item, reason=" ".join(reasons))


def _read_item(text: str, match: re.Match[str], *, is_plural: bool) -> tuple[list[PaperNumber], int]:
    """A number, or the range that begins with it."""
    start = match.start("mark") if match.groupdict().get("mark") else match.start("item")
    end = match.end()
    value = match["item"].lstrip("0") or match["item"]
    if odd := _read_misread(text, value, start, end) or _read_torn(text, value, start, end):
        return [odd], odd.end
    if under := _PUBLISHED_UNDER.match(text, end):
        return [PaperNumber(f"{value}{under[0]}", start, under.end())], under.end()
    through = _RANGE.match(text, end)
    last = through["item"] if through else ""
    # In "nrs. 1–3 Waardering" the plural says that both are numbers.
    form = _LISTED_ITEM if is_plural and last.isdigit() else _PLAIN_ITEM
    if (
        through is None
        or (through["mark"] and _OTHER_DOSSIER.match(text, through.end()))
        or (_NO_END_BEHIND if form is _PLAIN_ITEM else _UNIT_BEHIND).match(text, through.end())
        or value[0].isdigit() != last[0].isdigit()
        or (len(last) <= LONGEST_NUMBER and not form.match(text, through.start("item")))
    ):
        return [PaperNumber(value, start, end)], end
    values, reason = spread(value, last)
    return [PaperNumber(each, start, through.end(), reason) for each in values], through.end()


def _read_misread(text: str, value: str, start: int, end: int) -> PaperNumber | None:
    """`9OO` and `9l`, of which only the first figure is plain."""
    match = _MISREAD.match(text, end) if value[0].isdigit() else None
    whole = f"{value}{match[0]}".translate(FIGURES) if match else ""
    if match is None or len(whole) > LONGEST_NUMBER:
        return None
    return PaperNumber(value, start, match.end(), _LETTERS_IN_NUMBER, (whole,))


def _read_torn(text: str, value: str, start: int, end: int) -> PaperNumber | None:
    """A number with figures behind it that may be its own: `3 412`, `3.412`, `4 12`."""
    if not value.isdigit() or value.startswith("0"):
        return None
    match = _THOUSANDS.match(text, end) if len(value) == 1 else None
    if match is not None:
        return PaperNumber(value + match["rest"], start, match.end(), TORN, (value,))
    match = _TORN_OFF.match(text, end)
    rest = match and (match["rest"] or match["next"])
    if not rest or len(value + rest) > LONGEST_NUMBER:
        return None
    return PaperNumber(value, start, end, TORN, (value + rest,))


def _continues(text: str, match: re.Match[str], previous: str, *, is_plural: bool) -> bool:
    """Whether the next figure in a row is one more number, and no date, amount, year or other dossier."""
    if match["mark"]:
        return not _is_of_other_dossier(text, match)
    joint, item = match["joint"], match["item"]
    # "nrs. 1 834 en 1 835", "nrs. 4,5,7"
    if is_plural and (_LISTED_THOUSANDS.match(text, match.start("item")) or match[0] == f",{item}"):
        return True
    is_other_sort = item[0].isdigit() != previous[0].isdigit()
    if is_other_sort or (joint == ";" and not is_plural):
        return False
    if joint == "/" and len(previous) == LONGEST_NUMBER:  # "nr. 2023/145"
        return False
    # A number above 1000 may be followed by one that looks like a year: "nrs. 1998 en 2012".
    form = _LISTED_ITEM if len(previous) == 4 and is_plural else _PLAIN_ITEM
    is_lettered = item[-1].islower() and not (previous[-1].islower() or is_plural)
    if is_lettered or not form.match(text, match.start("item")):
        return False
    # "nrs. 4, 5 en 6 juni" has two numbers and a day at least; only behind "en" a plural may go on with a date.
    may_be_day = item.isdigit() and int(item) <= _LAST_DAY and not (is_plural and joint == ",")
    if (NO_NUMBER_BEHIND if may_be_day else _UNIT_BEHIND).match(text, match.end()):
        return False
    return joint != "," or is_plural or item.isalpha() or _MORE_FOLLOWS.match(text, match.end()) is not None
