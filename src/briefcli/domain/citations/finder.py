"""Reads the references to official papers in a running text, or in a text that is a reference as a whole.

Most text cites nothing, so finding the places where a citation may begin takes most of the time of a scan. Words that
start with a capital are found by one small pattern for their first two characters. For the other words, a plain search
for each is faster than a pattern.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from itertools import chain, pairwise
from operator import itemgetter
from typing import Final

from msgspec.structs import replace

from briefcli.catalog import later, tr
from briefcli.domain.citations.form import Form, Reader, doubted, only_other_number, reference
from briefcli.domain.citations.forms import FORMS
from briefcli.domain.citations.number_list import spread
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import GAP, UP_TO
from briefcli.domain.composed import read_seen
from briefcli.patterns import Pattern, beginnings

_LAST: Final = 1_000  # the rank of numbers: at the same position, all openings come first
# A number with what may follow it in any form: a letter (2023Z12345, 32012R0260), a slash (9000/23), "EK" (35.673 EK).
_NUMBER: Final = Pattern(
    r"[0-9](?<![0-9].)(?:[0-9]{3}(?:[ZDAzda][ ]?[0-9]|[0-9][A-Za-z]{1,2}[0-9]|[0-9]?[/_][0-9])"
    r"|[0-9][. ]?[0-9]{3}(?:[- ]?[A-Z]{1,5})?,?[ -]EK[ ,-])"
)
# Whether a text has a digit or two letters of a Roman numeral. Nine texts in ten have neither, and so cite nothing.
may_cite: Final = re.compile("[0-9CLX](?:(?<=[0-9])|[CLXVI])").search
_BETWEEN: Final = Pattern(r"(?>(?:[\s.,;:()\[\]\"'“”‘’]|en(?![a-z])|t/m(?![a-z]))*)")

# Nearly every `ref:` is written this way (`28676-427`, `28 676, nr. 427`, `28676`) and needs no other pattern.
# Dossier 21501 is left out, because the digits after its dash are a council and not a number: `21501-02`.
_PLAIN: Final = re.compile(
    r"(?:kst-)?(?!21[ \u00a0]?501)([1-3][0-9])[ \u00a0]?([0-9]{3})(?:(?:-|,[ \u00a0]nr\.?[ \u00a0]?)([1-9][0-9]{0,3}))?"
)
_CODES: Final = {
    "&nbsp;": " ", "&#160;": " ", "&ndash;": "-", "&#8211;": "-", "&amp;": "&",
    "%3A": ":", "%3a": ":", "%3D": "=", "%3d": "=", "%2F": "/", "%2f": "/", "%20": " ", "%28": "(", "%29": ")",
}  # fmt: skip
_UP_TO: Final = Pattern(rf"{GAP}{UP_TO}{GAP}")
_NOT_KNOWN: Final = later("What lies between the two ends of the range is not known.")
_ASKED: Final = later("A question mark follows it.")
_QUESTION: Final = Pattern(r"[ ]?(?:(?P<mark>\(\?\))|\?(?![\w/&=]))")
# A sentence that is a question as a whole: it addresses the minister ("u"), or starts like a question
_ASKS: Final = Pattern(
    r"(?<!\w)u(?!\w)|(?:^|[.:!][ ])[ ]?(?:Wat|Wie|Welke?|Wanneer|Waar[a-z]*|Hoe[a-z]*|Deelt|Erkent|Gaat|Heeft|Hebben"
    r"|Kan|Kunnen|Wil|Wordt|Zal|(?:Is|Zijn)(?![ ]d[ai]t))(?!\w)"
)


@lru_cache(maxsize=4_000)  # the agendas of a folder cite the same papers
def references_of(ref: str) -> tuple[Reference, ...]:
    """The references that a `ref:` field names; empty if it is no reference."""
    return tuple(read_reference(ref))


@lru_cache(maxsize=500)  # the public and the internal version of an agenda share most texts
def references_in(text: str) -> Sequence[Reference]:
    """Every reference in a running text, ordered by position."""
    return tuple(scan_references(text)) if may_cite(text) else ()


def scan_references(text: str) -> list[Reference]:
    """Every reference in a running text, ordered by position.

    References do not overlap, except that the papers of one range (`nrs. 1–3`) all have the position of the range.
    """
    return _read(text, _scan)


def _read(text: str, read: Callable[[str], list[Reference]]) -> list[Reference]:
    """What `read` finds in the normalised text: codes are decoded, broken words are whole, and dashes are hyphens.

    The forms thus need to know only the hyphen. The positions returned are those in the text itself.
    """
    found = read_seen(_decoded(text), lambda seen: read(seen.replace("\u2013", "-").replace("\u2014", "-")))
    return [replace(each, text=text[each.start : each.end]) for each in found]


def _decoded(text: str) -> str:
    """The text with the characters that HTML and URLs write as codes, each padded to the length of its code."""
    if "&" in text or "%" in text:
        for code, sign in _CODES.items():
            text = text.replace(code, sign.rjust(len(code), "\u200b"))
    return text


def _scan(text: str) -> list[Reference]:
    references: list[Reference] = []
    end = 0
    for position, _, readers in _candidates(text):
        if position < end:
            continue
        for reader in readers:
            citation = reader(text, position)
            if citation is not None and citation.references[0].start >= end:
                references += _with_questions(text, citation.references)
                end = citation.end
                break
    return _with_ranges(text, references)


def _with_ranges(text: str, references: list[Reference]) -> list[Reference]:
    """The references, with every paper between two that "t/m" joins: `C-203/15 t/m C-205/15`."""
    found = references[:1]
    for before, after in pairwise(references):
        is_range = before.end < after.start and _UP_TO.fullmatch(text, before.end, after.start)
        found[-1:] = _range(text, before, after) if is_range else [found[-1], after]
    return found


def _range(text: str, first: Reference, last: Reference) -> list[Reference]:
    """The papers from the first to the last if only one number in their identifiers differs, or these two in doubt."""
    found = only_other_number(first.canonical, last.canonical)
    if found is None:
        return [doubted(each, tr(_NOT_KNOWN)) for each in (first, last)]
    low, high, place = found
    values, reason = spread(low[place], high[place], len(high[place]))
    numbers = (value.zfill(len(low[place])) for value in values)
    papers = ("".join((*low[:place], number, *low[place + 1 :])) for number in numbers)
    reasons = (first.reason, last.reason, reason)
    return [reference(text, first.start, last.end, each, *reasons, session=first.session) for each in papers]


def _with_questions(text: str, references: tuple[Reference, ...]) -> Sequence[Reference]:
    """The references, with the last one uncertain if a question mark follows: `nr. 427?`.

    A question mark that ends a whole question says nothing about the number: `Kent u Kamerstuk 28 676, nr. 427?`
    """
    end = references[-1].end
    behind = _QUESTION.match(text, end)
    if behind is None:
        return references
    start = references[0].start
    line = text[max(0, start - 300) : start].rpartition("\n")[2]
    if not behind["mark"] and _ASKS.search(line.rpartition("?")[2]):
        return references
    return [doubted(each, tr(_ASKED)) if each.end == end else each for each in references]


def read_reference(text: str) -> list[Reference]:
    """The references in a text that consists of references only: a `ref:` field, or the argument of a command.

    Bare forms are accepted (`28676`, `36200-X`, `28676 427`). Empty if any part of the text is no reference.
    """
    match = _PLAIN.fullmatch(text)
    if match is None:
        may_be_code = text.isascii() and re.search("[0-9]", text)  # `com(2022) 546`; letters alone are mostly a word
        return _read(text, _read_whole) or (_read(text.upper(), _read_whole) if may_be_code else [])
    dossier = match[1] + match[2]
    return [Reference(text, 0, len(text), f"kst-{dossier}-{match[3]}" if match[3] else dossier)]


def _read_whole(text: str) -> list[Reference]:
    references: list[Reference] = []
    position = _BETWEEN.after(text, 0)
    while position < len(text):
        citation = next((found for reader in _readers() if (found := reader(text, position))), None)
        if citation is None or citation.references[0].start < position:
            return []
        references += citation.references
        position = _BETWEEN.after(text, citation.end)
    return _with_ranges(text, references)


def all_forms() -> list[Form]:
    """The forms that the files of this package declare, imported when asked for: only reading a text needs them."""
    return [import_module(f"{__package__}.{file}").FORM for file in FORMS]


PossibleStart = tuple[int, int, tuple[Reader, ...]]  # position, rank of the opening, readers to try there
OpeningWord = tuple[str, int, int, tuple[Reader, ...]]  # text to search for, number of `~` before it, rank, readers


def _candidates(text: str) -> list[PossibleStart]:
    """The positions where a citation may begin, in order, and by rank of the opening at the same position."""
    finding, capitals, others, words = _openings()
    found = [(match.start(), rank, readers) for rank, find, readers in finding for match in find.finditer(text)]
    line = text.replace("\n", " ")
    for match in capitals.finditer(line):
        found += _opened(line, match.start(), words[match[0]])
    for sought in [each for each in others if each in line]:
        place = line.find(sought)
        while place >= 0:
            found += _opened(line, place, words[sought])
            place = line.find(sought, place + len(sought))
    found.sort(key=itemgetter(0, 1))
    return found


def _opened(line: str, place: int, words: list[OpeningWord]) -> Iterator[PossibleStart]:
    for sought, before, rank, readers in words:
        if place >= before and line.startswith(sought, place):
            yield place - before, rank, readers


@cache
def _openings() -> tuple[
    list[tuple[int, Pattern, tuple[Reader, ...]]], Pattern, list[str], dict[str, list[OpeningWord]]
]:
    """What finds the openings of all forms: the forms' own patterns, one for the first two characters of words with a
    capital, the first parts of all other words, and the readers of all words by those two characters or that part.
    """
    ranked = list(enumerate(opening for each in all_forms() for opening in (each, *each.openings)))
    at_numbers = tuple(reader for _, each in ranked if each.at_numbers for reader in each.readers)
    words: dict[str, list[OpeningWord]] = defaultdict(list)
    for rank, opening in ranked:
        for spelt in {each.replace("#", figure) for each in opening.words.split("|") for figure in "0123456789"} - {""}:
            sought = spelt.lstrip("~")
            word = (sought, len(spelt) - len(sought), rank, opening.readers)
            words[sought[:2] if spelt[0].isupper() else sought.partition(" ")[0]].append(word)
    finding = [(rank, each.find, each.readers) for rank, each in ranked if each.find]
    others = [each for each in words if not each[0].isupper()]
    return [*finding, (_LAST, _NUMBER, at_numbers)], Pattern(beginnings(words.keys() - others)), others, words


@cache
def _readers() -> tuple[Reader, ...]:
    tried = (each.whole + sum((opening.readers for opening in (each, *each.openings)), ()) for each in all_forms())
    return tuple(dict.fromkeys(chain.from_iterable(tried)))
