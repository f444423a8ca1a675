"""Dossier numbers with what belongs to them: budget chapters, funds, council numbers, Rijkswet numbers."""

import re
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import BLANK, CHAPTER, DASH, GAP, JOINT, MARK, MONTH

# The dossier of the Council's meetings: one series for each council, written 21 501-28.
_COUNCIL_DOSSIER: Final = "21501"
_NO_COUNCIL: Final = later("The dossier has a series for each council, and no council is stated.")
MOST_IN_A_LIST: Final = 40

_FIVE_FIGURES: Final = Pattern(r"([0-9]{2})(?:[\s.]{1,2}|-)?([0-9]{3})(?![0-9])")
# "2022Z01234" is a number of the Tweede Kamer.
_FOUR_FIGURES: Final = Pattern(r"([0-9])[. \u00a0]?([0-9]{3})(?![0-9]|[ZDAzda][0-9])")
# Most dossiers have no suffix: this one pattern spares the dozen that look for one.
_PAPER_NEXT: Final = Pattern(r",[ \u00a0]nr\.[ \u00a0][0-9]")
_RIJKSWET: Final = Pattern(rf"{GAP}(?:{DASH})?{GAP}(?:\({GAP}R{GAP}[0-9]{{3,4}}{GAP}\)|R[ ]?[0-9]{{4}}(?![0-9]))")
# A blank serves as dash where no date and no other dossier can be meant: "21 501 28, nr. 254".
_COUNCIL: Final = Pattern(
    rf"(?:{GAP}{DASH}{GAP}|[ \u00a0\u202f](?=[0-9]{{2}}(?![ .\u00a0\u202f]?[0-9]|{GAP}{MONTH})))([0-9]{{2}})(?![0-9])"
)
# A bare H is a chapter's only where a numbered paper follows: "HI" and "HX" are letters of the Eerste Kamer.
_CHAPTER_WORD: Final = (
    r"(?:(?:[Bb]egrotings)?(?:[Hh]oofdstuk(?:ken)?|[Hh]f(?:dst|st|d)k?\.?|[Hh]st\.?|H\.)"
    rf"|H(?=[ ]?{CHAPTER}{GAP},?{GAP}{MARK}))"
)
_NAMED_CHAPTER: Final = Pattern(rf"[\s,.(-]{{1,4}}{_CHAPTER_WORD}{GAP}({CHAPTER}|[A-M](?![A-Za-z]))")
_BRACKETED_CHAPTER: Final = Pattern(
    rf"{GAP}\({GAP}(?:{_CHAPTER_WORD}{GAP})?({CHAPTER}){GAP}\)(?={GAP},?{GAP}{MARK}{GAP}[0-9A-Z])"
)
_CHAPTER: Final = Pattern(rf"(?:[\s.]{{0,3}}|{GAP}{DASH}{GAP})({CHAPTER})")
# The chapters II and IX are split; the letter may stand apart.
_SPLIT_CHAPTER: Final = Pattern(
    rf"(?:[\s.]{{0,3}}|{GAP}{DASH}{GAP})(II|IX)[ \u00a0]?([AB])(?={GAP},?{GAP}{MARK}|{DASH}[0-9]|\))"
)
_CHAPTER_AFTER_COMMA: Final = Pattern(
    rf"{GAP},{GAP}({CHAPTER})(?={GAP},?{GAP}(?:{MARK}{GAP}[0-9A-Z]|[0-9]{{1,4}}(?![0-9])))"
)
# "36 410 nr. V-12": the chapter and the number behind the word for a number.
_CHAPTER_AFTER_MARK: Final = Pattern(rf"{GAP},?{GAP}{MARK}{GAP}({CHAPTER})(?={DASH}[0-9])")
_MISREAD_CHAPTER: Final = Pattern(rf"(?:{BLANK}|{DASH})(?=[IVX]*l)([IVXl]{{2,6}})(?![A-Za-z])")
_FUND: Final = Pattern(
    rf"(?:[\s.]{{0,3}}|{GAP}{DASH}{GAP})([A-M])"
    rf"(?=(?:{GAP},?{GAP}{MARK}{GAP}[0-9A-Z]|{DASH}[0-9]|,?[ ][0-9]{{1,4}}(?![0-9])))"
)
# "36 410 K, A" is letter A in chapter K. Two letters in order, "36 410 K, M", may be two papers as well.
_FUND_BEFORE_LETTER: Final = Pattern(
    rf"(?:[\s.]{{1,3}})([A-M])(?={GAP},{GAP}(?!EU|EK|TK|AO|CD|VN|VS|UK|SO|I{{1,2}}{BLANK}[0-9])([A-Z]{{1,3}})(?![A-Za-z0-9]|{DASH}))"
)
_MORE_LETTERS: Final = Pattern(rf"{GAP},{GAP}[A-Z]{{1,3}}{JOINT}[A-Z]{{1,3}}(?![A-Za-z0-9])")
_MAY_BE_TWO_LETTERS: Final = later("The first letter may be a chapter of the budget, or a paper of its own.")
_NEXT_CHAPTER: Final = Pattern(rf"{JOINT}({CHAPTER})(?=(?:{JOINT}{CHAPTER})?{GAP},?{GAP}{MARK})")
_JOINT: Final = Pattern(JOINT)
_AND_OTHERS: Final = Pattern(rf"{GAP},?{GAP}(?:e\.{GAP}a\.?|c\.{GAP}a\.?)(?![a-z])")


class Dossier(msgspec.Struct, frozen=True):
    """A dossier as it stands in the text; `others` are the papers that its suffix and number may also be."""

    number: str
    suffix: str | None
    start: int
    end: int
    reason: str | None = None
    others: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.number}-{self.suffix}" if self.suffix else self.number


def read_dossier(text: str, position: int, *, four_figures: bool = True) -> Dossier | None:
    """One dossier at this place, with its suffix. The words around it have to say that it is one."""
    match = _FIVE_FIGURES.match(text, position)
    if match is None and four_figures:
        match = _FOUR_FIGURES.match(text, position)
    if match is None or match[1].startswith("0"):
        return None
    number = match[1] + match[2]
    if number != _COUNCIL_DOSSIER and _PAPER_NEXT.match(text, match.end()):
        return Dossier(number, None, position, match.end())
    end = _after_rijkswet(text, match.end())
    if number != _COUNCIL_DOSSIER and (fund := _read_fund_before_letter(text, number, position, end)):
        return fund
    suffix, end, reason = _read_suffix(text, number, end)
    end = _after_rijkswet(text, end)
    others = _AND_OTHERS.match(text, end)
    return Dossier(number, suffix, position, others.end() if others else end, reason)


def read_dossiers(text: str, position: int, *, four_figures: bool = True, most: int = MOST_IN_A_LIST) -> list[Dossier]:
    """`28 676 en 36 045`, `9595,9596`, `36 200 V en VI`: every dossier of a list; empty when there is none."""
    first = read_dossier(text, position, four_figures=four_figures)
    if first is None:
        return []
    dossiers = [first]
    while len(dossiers) < most:
        following = _read_following(text, dossiers[-1])
        if following is None:
            break
        dossiers.append(following)
    return dossiers


def _read_following(text: str, last: Dossier) -> Dossier | None:
    if last.suffix and (match := _NEXT_CHAPTER.match(text, last.end)):
        return Dossier(last.number, match[1], match.start(1), match.end())
    joint = None if _PAPER_NEXT.match(text, last.end) else _JOINT.match(text, last.end)
    if joint is None:
        return None
    # After a dossier of five figures, four figures are a paper's number: "22 112, 2830".
    return read_dossier(text, joint.end(), four_figures=len(last.number) == 4)


def _read_fund_before_letter(text: str, number: str, start: int, position: int) -> Dossier | None:
    match = _FUND_BEFORE_LETTER.match(text, position)
    if match is None:
        return None
    fund, letter = match[1], match[2]
    if (len(letter), letter) <= (1, fund):
        return Dossier(number, fund, start, match.end())
    if _MORE_LETTERS.match(text, match.end()):
        return None
    others = (f"{number}-{fund}", f"{number}-{letter}")
    return Dossier(number, fund, start, match.end(), _MAY_BE_TWO_LETTERS, others)


def _read_suffix(text: str, number: str, position: int) -> tuple[str | None, int, str | None]:
    if number == _COUNCIL_DOSSIER:
        match = _COUNCIL.match(text, position)
        return (match[1], match.end(), None) if match else (None, position, _NO_COUNCIL)
    if match := _SPLIT_CHAPTER.match(text, position):
        return match[1] + match[2], match.end(), None
    for form in (_BRACKETED_CHAPTER, _NAMED_CHAPTER, _CHAPTER, _CHAPTER_AFTER_COMMA, _CHAPTER_AFTER_MARK, _FUND):
        if match := form.match(text, position):
            return match[1], match.end(), None
    if (match := _MISREAD_CHAPTER.match(text, position)) and re.fullmatch(CHAPTER, match[1].replace("l", "I")):
        chapter = match[1].replace("l", "I")
        return (
            chapter,
            match.end(),
            tr('"{written}" is taken for the Roman figure {figure}.', written=match[1], figure=chapter),
        )
    return None, position, None


def _after_rijkswet(text: str, position: int) -> int:
    match = _RIJKSWET.match(text, position)
    return match.end() if match else position
