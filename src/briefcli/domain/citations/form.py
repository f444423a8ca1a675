"""The types that all forms of citation share: what each file of this package declares, and what its readers return."""

import re
from collections.abc import Callable, Iterable
from typing import Final

import msgspec
from msgspec.structs import replace

from briefcli.catalog import later, tr
from briefcli.domain.citations.other_figures import MAY_BE_COUNT, MAY_COUNT, NOT_A_YEAR, OTHER_FIGURE, has_unit
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import JOINT_OR_UP_TO, MARK
from briefcli.patterns import Pattern

EUR_LEX: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
NO_WORD: Final = later("No word beside the number says what it is.")
MAY_BE_YEARS: Final = later("The numbers may be a season or two years, and not that of a paper.")
_DASH: Final = later("The dash may stand for all numbers between these two.")
_JOINT: Final = Pattern(rf"{JOINT_OR_UP_TO}|(?P<dash>-(?=[0-9]{{2}}))")
# A year, two years, or a number with a mark ("nr. 12 van de agenda"), which the forms themselves read in their lists
_NO_END: Final = Pattern(r"(?:(?:19|20)[0-9]{2}(?:,\s(?:19|20)[0-9]{2})?|nrs?\.\s{0,4}[0-9]+)\Z")
# The rest of a number or an amount, or what shows the number to be a dossier: "28676, nr. 427", "36200 X"
_GOES_ON: Final = Pattern(
    rf"[/-][0-9]|[ .][0-9]{{3}}(?![0-9])|['’A-Za-z]|{OTHER_FIGURE}|(?<=[0-9]{{5}})(?:[ -][IVX]|,?[ ]{MARK}[ ]?[0-9])"
)
_NUMBERS: Final = re.compile(r"([0-9]+|(?<=-)(?<!\A[0-9]{5}-)[A-Z]{1,3}\Z)")  # `36200-V` ends in a chapter
_AROUND: Final = 120  # characters that a reader may look at before and behind a further paper of a list
# Where an end of a citation may begin, and what a further paper of a list begins with
_ENDS: Final = Pattern(r"\b(?=\w)|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])|(?=[(:-])")
_HAS_FIGURES: Final = Pattern(r"[^\sa-z]{0,6}[ ]?(?:nrs?\.[ ]?)?[0-9]")
_FIGURES: Final = Pattern("[0-9]+")
_BODY: Final = Pattern(r"\([A-Z]+")
_MAY_BE_DAY: Final = Pattern(r"(?<![0-9])(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])\Z")
_RUN: Final = Pattern(r"[0-9]+|[\s,]+|nrs?\.|[A-Za-z]+")
# An end that can be nothing else, even if more than one number differs: "nr. 5", a year or body in brackets, "9001/23",
# "2024, 15", "2023/24, nr. 5", "90/425/EEG"
_SURE_END: Final = Pattern(
    rf"nrs?\.|[^(]{{0,8}}\([0-9A-Z]|{NOT_A_YEAR}[0-9]{{3,5}}/[0-9]{{2}}(?![0-9])|[0-9]+/[0-9]+/[A-Z]"
    rf"|[12][0-9]{{3}}(?:[/-][0-9]{{2,4}})?(?:,\s{NOT_A_YEAR}|,?\snrs?\.)"
)


class Citation(msgspec.Struct, frozen=True):
    """The references that a reader found, and the position where the citation ends, after its pages and attachments."""

    references: tuple[Reference, ...]
    end: int


# Reads the citation that begins at this position of the text; returns None if no citation of its form begins there.
Reader = Callable[[str, int], Citation | None]
Derived = Callable[[re.Match[str]], str | None]


class Matcher:
    """A reader for citations whose identifier follows from the match of one pattern.

    `canonical` makes the identifier. It is a template in which `{0}` is the match and `{name}` one of its groups, both
    without whitespace, or a function of the match that returns None if the match is no citation. `doubt` says why the
    reading is uncertain; a function returns None if it is certain. A group named `session` is the session of the
    reference; one named `paper` is the reference without the words that announce it.
    """

    def __init__(self, pattern: str, canonical: str | Derived = "{0}", doubt: str | Derived | None = None) -> None:
        self.pattern, self._canonical, self._doubt = Pattern(pattern), canonical, doubt
        self._read_list = with_further(self._read)

    def __call__(self, text: str, position: int) -> Citation | None:
        return self._read_list(text, position)

    def _read(self, text: str, position: int) -> Citation | None:
        match = self.pattern.match(text, position)
        canonical = self._identifier(match) if match else None
        if match is None or canonical is None:
            return None
        doubt = self._doubt(match) if callable(self._doubt) else self._doubt
        groups = match.groupdict()
        span = match.span("paper" if "paper" in groups else 0)
        found = reference(text, *span, canonical, doubt, session=groups.get("session"))
        return Citation((found,), match.end())

    def _identifier(self, match: re.Match[str]) -> str | None:
        if callable(self._canonical):
            return self._canonical(match)
        filled = {name: without_spaces(value or "") for name, value in match.groupdict().items()}
        return self._canonical.format(without_spaces(match[0]), **filled)


def with_further(read: Reader, *, left_out: str = "") -> Reader:
    """The reader, extended to lists whose further papers leave out what they share with the one before.

    What stands behind a comma or "en" replaces an end of the paper before it, if it has the shape of that end and the
    reader accepts the whole: `COM(2023) 100 en (2023) 101`, `TZ202305-123, -124`, `2023Z01234 en 01235`. A further
    paper has the doubts of the first, and at most one more: that what `left_out` says is missing.
    """

    def read_list(text: str, position: int) -> Citation | None:
        citation = read(text, position)
        if citation is None:
            return None
        papers, end, offset = list(citation.references), citation.end, min(position, _AROUND)
        last_sure, doubts = papers[-1], (papers[0].reason, left_out and tr(left_out))
        known = text[position - offset : papers[-1].end]
        while (joint := _JOINT.match(text, end)) and _HAS_FIGURES.match(text, joint.end()):
            known, found = _read_end(read, text, joint.end(), known, offset, doubts)
            if not found or _GOES_ON.match(text, found[-1].end):
                break
            end, written = found[-1].end, text[joint.end() : found[0].end]
            is_bare, counts = written.isdigit(), MAY_COUNT.match(text, end) is not None
            if is_bare and (counts or has_unit(text, end, written)):
                break
            is_alike = _SURE_END.match(written) or only_other_number(last_sure.canonical, found[-1].canonical)
            # "Besluit (GBVB) 2021/509 en (EU) 2022/11", "Verordening (EU) 2022/10; (EU) 2022/11": maybe of another kind
            body = _BODY.match(written)
            is_new = body is not None and (";" in joint[0] or body[0] not in text[position : joint.start()])
            may_be_day = _MAY_BE_DAY.search(written) and not _MAY_BE_DAY.search(last_sure.text)
            doubt = _DASH if joint["dash"] else MAY_BE_COUNT if is_bare and not joint["up_to"] else None
            is_sure = is_alike and not (counts or is_new or may_be_day or doubt)
            papers += found if is_sure else [doubted(each, tr(doubt or MAY_BE_COUNT)) for each in found]
            last_sure = found[-1] if is_sure else last_sure
        return Citation(tuple(papers), max(papers[-1].end, citation.end))

    return read_list


def _read_end(
    read: Reader, text: str, start: int, known: str, offset: int, doubts: tuple[str | None, ...]
) -> tuple[str, list[Reference]]:
    """The longest end of `known` that the text at `start` can replace: the citation then, and its papers in the text.

    The citation in `known` begins at `offset`. Its papers have one of these reasons for doubt.
    """
    behind = text[start : start + _AROUND]
    for place in (each.start() for each in _ENDS.finditer(known, offset + 1)):
        citation = read(known[:place] + behind, offset)
        found = [each for each in citation.references if each.end > place] if citation else []
        if found and found[-1].reason in doubts and _is_end(known, place, behind[: found[0].end - place]):
            known, moved = known[:place] + behind[: found[-1].end - place], start - place
            found = [replace(each, start=max(each.start, place) + moved, end=each.end + moved) for each in found]
            return known, found
    return known, []


def _is_end(known: str, place: int, written: str) -> bool:
    """Whether what is written has the shape of the end of `known` at `place`, as far as the shorter one goes.

    The shape is the order of signs, letters and digits. Digits alone must be as many as those that they replace, and
    can be no year, nor replace the year of `C-203/15`. A date has no such shape.
    """
    if _NO_END.match(written):
        return False
    if written.isdigit():
        may_replace_year = len(written) == 2 and known[place - 1] == "/"
        return not may_replace_year and _FIGURES.after(known, place) == place + len(written)
    shape, replaced = (_RUN.sub(_shape, each) for each in (written, known[place:]))
    shorter, longer = sorted((shape, replaced), key=len)
    is_date = (shape in ("9-9", "9-9-9") and known[place - 1] != " ") or (shape == "9/9" and replaced == "9")
    return "9" in shorter and longer.startswith(shorter) and not is_date


def _shape(run: re.Match[str]) -> str:
    return "9" if run[0].isdigit() else "A" if run[0].isalpha() else ""


def doubted(found: Reference, reason: str) -> Reference:
    """The reference with one more reason for doubt."""
    return replace(found, reason=f"{found.reason} {reason}" if found.reason else reason)


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """Where in a text the readers of a form are tried: at certain words, at numbers, or where `find` matches.

    `words` are separated by `|`. A `~` at the start of a word stands for one character, so that `~amerstuk` finds both
    `Kamerstuk` and `kamerstuk`; `#` stands for a digit. With `at_numbers`, the readers are tried at every number that
    may begin a citation of any form (`finder.py` has the pattern). At each position, the readers are tried in order.
    """

    readers: tuple[Reader, ...] = ()
    words: str = ""
    at_numbers: bool = False
    find: Pattern | None = None


class Form(Opening, frozen=True, kw_only=True):
    """One form of citation, and its opening; `openings` are more of them, for readers that are tried there alone.

    `whole` are extra readers for a text that is known to be a reference (a `ref:` field): they accept forms that are
    too bare for running text. `address` turns an identifier into a web address. It is a template with `{}`, or a
    function that returns None if the paper has no address.

    Each line of `examples` has a text, ` → `, and the identifiers that are read in it, joined by `;`, with `?` after an
    uncertain one. Without an arrow the text is itself the identifier. Texts with the same result are separated by
    ` | `. The tests check all examples, and the page of forms shows them. Texts that only look like citations are in
    `tests/domain/citations/lookalikes.tsv`.
    """

    title: str
    openings: tuple[Opening, ...] = ()
    whole: tuple[Reader, ...] = ()
    address: str | Callable[[str], str | None] | None = None
    examples: str


def reference(
    text: str,
    start: int,
    end: int,
    canonical: str,
    *reasons: str | None,
    alternatives: Iterable[str] = (),
    session: str | None = None,
) -> Reference:
    """The reference from `start` to `end`, certain if no reason for doubt is given."""
    stated = dict.fromkeys([tr(reason) for reason in reasons if reason])
    return Reference(text[start:end], start, end, canonical, " ".join(stated) or None, tuple(alternatives), session)


def only_other_number(one: str, other: str) -> tuple[list[str], list[str], int] | None:
    """The parts of two identifiers, words and numbers in turn, and the place of the only number in which they differ.

    A paper may have letters as its number (`kst-35000-VII-A`). None if they differ in more, or in nothing.
    """
    parts, others = (_NUMBERS.split(each) for each in (one, other))
    places = [place for place, (each, beside) in enumerate(zip(parts, others, strict=False)) if each != beside]
    is_one = len(parts) == len(others) and len(places) == 1 and places[0] % 2 == 1
    is_alike = is_one and parts[places[0]].isdigit() == others[places[0]].isdigit()
    return (parts, others, places[0]) if is_alike else None


def is_near(match: re.Match[str], words: Pattern, before: int, behind: int = 0) -> bool:
    """Whether the words are in the match, or within so many characters before or behind it."""
    return words.search(match.string, max(0, match.start() - before), match.end() + behind) is not None


def without_spaces(written: str) -> str:
    """The text without whitespace."""
    return "".join(written.split())
