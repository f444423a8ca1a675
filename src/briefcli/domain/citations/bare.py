"""Dossier numbers without a word that says what they are: only their own form can make them a reference."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from briefcli.domain.citations.dossier import MOST_IN_A_LIST, Dossier, read_dossiers
from briefcli.domain.citations.kamerstuk import KAMERSTUK_WORD, Opening, cite
from briefcli.domain.citations.model import Reference
from briefcli.domain.citations.paper_number import PaperNumbers, read_numbers
from briefcli.domain.citations.session import Heading, read_heading
from briefcli.domain.citations.spelling import CHAPTER, DASH, GAP, JOINT, MARK, Reading, is_roman_dossier

_NO_WORD: Final = "No word beside the number says that this is a Kamerstuk."
_ONLY_BRACKETS: Final = "Only the brackets around the number suggest that it is a dossier."

# A dossier's five figures; the chambers have not come to 40 000 yet.
_FIVE_FIGURES: Final = r"[1-3][0-9][ .\u00a0\u202f]?[0-9]{3}(?![0-9])"
# The same where it is no tail of a longer number, an amount or a code. What stands before is looked at behind the
# first figure: a search for a pattern that begins with figures is twice as fast.
_FIRST_FIVE_FIGURES: Final = (
    r"[1-3](?<![\w\-‐‑–—−.,/+#=€$£:@].)(?<![€$£][ \u00a0].)(?<!EUR[ \u00a0].)(?<!euro[ \u00a0].)"
    r"(?<![0-9][ \u00a0].)(?<![0-9][.,][ \u00a0].)[0-9][ .\u00a0\u202f]?[0-9]{3}(?![0-9])"
)
# Of figures in a row only the first can begin a list of dossiers, and only what may follow makes them worth reading:
# a number, a letter that opens "nr.", a chapter or a fund, or the end of brackets.
_ROW: Final = re.compile(
    rf"{_FIRST_FIVE_FIGURES}(?:(?:[ ]?{CHAPTER})?{JOINT}{_FIVE_FIGURES}){{0,{MOST_IN_A_LIST - 1}}}+"
    rf"(?P<worth>(?=(?:\s|[\u200b\u00ad\ufeff.,;:(]|{DASH}){{0,26}}+[A-XZbhlnor)]|{DASH}[0-9]))?"
)
_NUMBER_BEFORE: Final = re.compile(rf"(?<![A-Za-z]){MARK}{GAP}[0-9][0-9,\sen–-]{{0,30}}\($")
_NUMBERS_FIRST: Final = re.compile(rf"{MARK}{GAP}[0-9]")
# What makes a dossier of figures that could as well be an amount or an order number.
_NAMED_BEFORE: Final = re.compile(
    rf"(?:[Mm]oties?|[Aa]mendement(?:en)?|[Kk]amerstuk(?:ken)?|[Bb]rief|[Bb]rieven|[Vv]erslag|[Zz]ie|TK|EK){GAP}\(?{GAP}$"
)
_BEGINS: Final = re.compile(r"(?:^|[\n\r])[ \t]{0,8}(?:[-•*–·][ \t]{0,8})?$|\([ ]?$")
# What makes it no dossier, whatever follows: "factuurnummer 28676, nr. 3", "blz. 12345-678".
_OTHER_BEFORE: Final = re.compile(
    r"(?<!\w)(?:\w{0,20}(?:rekening|factuur|bestelling|order|klant|telefoon|fax|post|artikel)(?:nummer|bus|code)?"
    r"|tel|iban|kvk|kvk-nummer|blz|p|pagina|art|vraag|vragen|bijlage|regel|nen|iso)"
    r"[.:]{0,2}[ \u00a0]{1,3}$",
    re.IGNORECASE,
)
_SPACED: Final = re.compile(r"[0-9]{2}[ \u00a0\u202f][0-9]{3}")
_DASHED: Final = re.compile(DASH)
_CLOSING: Final = re.compile(rf"{GAP}\)")
_SENATE_DOSSIER: Final = re.compile(r"[CLXVI]{2,8}(?![A-Za-z])")
_YEAR: Final = re.compile(r"(?:18|19|20)[0-9]{2}")
_LOOK_BACK: Final = 48


def bare_places(text: str) -> Iterator[int]:
    """Where a dossier may stand that no word announces."""
    return (found.start() for found in _ROW.finditer(text) if found["worth"] is not None)


def read_bare(text: str, position: int) -> Reading | None:
    """`(31200 XI, nr. 65)`, `29754-145`, `nr. 456 (36800-XVI)`, `(31 475)`; plain figures are no reference."""
    dossiers = read_dossiers(text, position, four_figures=False)
    if not dossiers:
        return None
    return (
        _read_with_own_number(text, position, dossiers)
        or _read_number_before(text, position, dossiers)
        or _read_dossier_alone(text, position, dossiers)
    )


def read_number_before_word(text: str, position: int) -> Reading | None:
    """`nr. 456 (Kamerstuk 36 800 XVI)`, read from the word: the dossier stands there alone, and the number is its."""
    word = KAMERSTUK_WORD.match(text, position)
    if word is None or text[position - 1 : position] != "(":
        return None
    dossiers = read_dossiers(text, read_heading(text, word.end()).end)
    return _read_number_before(text, position, dossiers) if dossiers else None


def read_given(text: str, position: int) -> Reading | None:
    """A dossier or paper in its barest form, where the asker says that it is one: `28676`, `28676 427`."""
    roman = _SENATE_DOSSIER.match(text, position)
    if roman and is_roman_dossier(roman.group()):
        dossiers = [Dossier(roman.group(), None, position, roman.end())]
    else:
        dossiers = read_dossiers(text, position)
    if not dossiers or _YEAR.fullmatch(dossiers[0].name):
        return None
    numbers = read_numbers(text, dossiers[-1].end, chamber="I")
    references = cite(_opening(text, position), dossiers, numbers)
    return Reading(tuple(references), numbers.end if numbers else dossiers[-1].end)


def read_number_first(text: str, position: int) -> Reading | None:
    """`nr. 456 (36800-XVI)`, read from its beginning."""
    bracket = text.find("(", position, position + _LOOK_BACK) if _NUMBERS_FIRST.match(text, position) else -1
    if bracket < 0:
        return None
    dossiers = read_dossiers(text, bracket + 1, four_figures=False)
    return _read_number_before(text, bracket + 1, dossiers) if dossiers else None


def _read_with_own_number(text: str, position: int, dossiers: list[Dossier]) -> Reading | None:
    last = dossiers[-1]
    numbers = read_numbers(text, last.end)
    if numbers is None or not (numbers.is_marked or _DASHED.match(text, last.end)):
        return None
    before = text[max(0, position - _LOOK_BACK) : position]
    if last.suffix is not None:
        return _reading(text, position, dossiers, numbers, None)
    # "12345-A" may be any code; "12345-678" is a guess unless a word says more.
    if _OTHER_BEFORE.search(before) or (not numbers.is_marked and numbers.items[0].value.isalpha()):
        return None
    is_named = _NAMED_BEFORE.search(before) or (numbers.is_marked and _BEGINS.search(before))
    return _reading(text, position, dossiers, numbers, None if is_named else _NO_WORD)


def _read_number_before(text: str, position: int, dossiers: list[Dossier]) -> Reading | None:
    """`nr. 456 (36800-XVI)`: how a motion is named in the debate in which it is tabled."""
    closing = _CLOSING.match(text, dossiers[-1].end)
    start = max(0, position - _LOOK_BACK)
    before = _NUMBER_BEFORE.search(text[start:position]) if closing else None
    if before is None or closing is None:
        return None
    numbers = read_numbers(text, start + before.start(), before_dossier=True)
    if numbers is None or numbers.end > position:
        return None
    references = cite(_opening(text, start + before.start()), dossiers, numbers)
    # The last number's place runs on to the dossier, which is a part of what names the paper.
    last_end = references[-1].end
    widened = [_widen(text, each, closing.end()) if each.end == last_end else each for each in references]
    return Reading(tuple(widened), closing.end())


def _read_dossier_alone(text: str, position: int, dossiers: list[Dossier]) -> Reading | None:
    last = dossiers[-1]
    if len(dossiers) == 1 and last.suffix and last.suffix.isdigit():
        return _reading(text, position, dossiers, None, None)
    in_brackets = text[position - 1 : position] == "(" and _CLOSING.match(text, last.end) is not None
    if in_brackets and _SPACED.match(text, position) and not last.number.endswith("000"):
        return _reading(text, position, dossiers, None, _ONLY_BRACKETS)
    return None


def _reading(
    text: str, start: int, dossiers: list[Dossier], numbers: PaperNumbers | None, reason: str | None
) -> Reading:
    references = cite(_opening(text, start, reason), dossiers, numbers)
    return Reading(tuple(references), numbers.end if numbers else dossiers[-1].end)


def _opening(text: str, start: int, reason: str | None = None) -> Opening:
    return Opening(text, start, Heading(None, None, start), reason)


def _widen(text: str, reference: Reference, end: int) -> Reference:
    return msgspec.structs.replace(reference, end=end, text=text[reference.start : end])
