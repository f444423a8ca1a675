"""A paper whose number stands before its dossier: `nr. 456 (36800-XVI)`, `nr. 456 (Kamerstuk 36 800 XVI)`."""

from typing import Final

import msgspec

from briefcli.domain.citations.dossier import Dossier, cite, read_dossiers
from briefcli.domain.citations.form import Citation, Form, Opening
from briefcli.domain.citations.kamerstuk import KAMERSTUK_WORD
from briefcli.domain.citations.paper_number import read_numbers
from briefcli.domain.citations.session import Head, read_head
from briefcli.domain.citations.spelling import BLANK, GAP, MARK, Pattern

_PAPER_WORD: Final = r"(?:[Mm]oties?|[Aa]mendement(?:en)?)"
_NUMBER_BEFORE: Final = Pattern(
    rf"(?<![A-Za-z])(?:{MARK}{GAP}|(?P<word>{_PAPER_WORD}){BLANK})[0-9][0-9,\sen–-]{{0,30}}\($"
)
_NUMBERS_FIRST: Final = Pattern(rf"(?:{MARK}{GAP}|{_PAPER_WORD}{BLANK})[0-9]")
CLOSING: Final = Pattern(rf"{GAP}\)")
_LOOK_BACK: Final = 48


def read_number_before_word(text: str, position: int) -> Citation | None:
    """`nr. 456 (Kamerstuk 36 800 XVI)`, read from the word: the dossier stands there alone, and the number is its."""
    word = KAMERSTUK_WORD.match(text, position) if text[position - 1 : position] == "(" else None
    return (
        read_number_before(text, position, read_dossiers(text, read_head(text, position, word.end()).end))
        if word
        else None
    )


def read_number_first(text: str, position: int) -> Citation | None:
    """`nr. 456 (36800-XVI)`, read from its beginning."""
    bracket = text.find("(", position, position + _LOOK_BACK) if _NUMBERS_FIRST.match(text, position) else -1
    if bracket < 0:
        return None
    return read_number_before(text, bracket + 1, read_dossiers(text, bracket + 1, four_figures=False))


def read_number_before(text: str, position: int, dossiers: list[Dossier]) -> Citation | None:
    """`nr. 456 (36800-XVI)`: how a motion is named in the debate in which it is tabled."""
    closing = CLOSING.match(text, dossiers[-1].end) if dossiers else None
    start = max(0, position - _LOOK_BACK)
    before = _NUMBER_BEFORE.search(text[start:position]) if closing else None
    if before is None or closing is None:
        return None
    # "moties 32 en 33 (35 925 V)": behind the word a number needs no mark.
    first = start + (before.end("word") if before["word"] else before.start())
    numbers = read_numbers(text, first, before_dossier=True)
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


FORM: Final = Form(
    title="number first",
    openings=(Opening(words="~amerst", has_session=True, readers=(read_number_before_word,)),),
    whole=(read_number_first,),
    examples=(
        ("nr. 456 (36800-XVI)", "kst-36800-XVI-456"),
        ("moties 32 en 33 (35 925 V)", "kst-35925-V-32;kst-35925-V-33"),
        ("stuk nr. 456 (Kamerstuk 36 800 XVI)", "kst-36800-XVI-456"),
    ),
    lookalikes="nr. 456 (3680-XVI) | nr. 456 (36 800 euro) | nr. 456 (in 2023) | motie 45 (in 2023)",
)
