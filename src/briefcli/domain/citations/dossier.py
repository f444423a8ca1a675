"""Dossiers with their suffixes: chapters and funds of the budget (`36200-X`), councils of the EU (`21501-28`)."""

from functools import lru_cache
from typing import Final

import msgspec
from msgspec.structs import replace

from briefcli.catalog import later, tr
from briefcli.domain.citations.form import without_spaces
from briefcli.domain.citations.number_list import FIGURES
from briefcli.domain.citations.other_figures import MAY_COUNT, OTHER_FIGURE
from briefcli.domain.citations.paper_number import MAY_BE_CHAPTER, read_numbers
from briefcli.domain.citations.reference import ROMANS
from briefcli.domain.citations.spelling import BLANK, CHAPTER, GAP, JOINT, JOINT_OR_UP_TO, MARK, MONTH, ROMAN_DOSSIER
from briefcli.patterns import Pattern

# The dossier on meetings of the EU Council. Each council has a series of its own, written 21 501-28.
_COUNCIL_DOSSIER: Final = "21501"
MOST_IN_A_LIST: Final = 40

_NO_COUNCIL: Final = later("The dossier has a series for each council, and no council is stated.")
MAY_BE_AMOUNT: Final = later("The number may count what follows, and not be a dossier.")
_FIGURES_MISREAD: Final = later("A letter or a space in the dossier may be a mistake of a scan.")

_FIVE_FIGURES: Final = (
    r"(?P<five>[0-9]{2}(?:[\s.]{1,2}|-)?[0-9]{3}(?![0-9])"
    r"|(?P<torn>[1-3l](?:[ .]?[0-9OolI]){4}(?![0-9A-Za-z])"
    rf"(?=(?:[ -]?{CHAPTER}|-[0-9]{{2}})?,?{GAP}{MARK}{GAP}[0-9])))"
)
# "2022Z01234" is a number of the Tweede Kamer.
_FOUR_FIGURES: Final = r"[0-9][. ]?[0-9]{3}(?![0-9]|[ZDAzda][0-9])"
# "32012R0260" is an act of the EU.
_FIGURES: Final = Pattern(rf"(?!0|3(?:19|20)[0-9]{{2}}[A-Z][0-9]{{4}})(?:{_FIVE_FIGURES}|{_FOUR_FIGURES})")
_RIJKSWET: Final = Pattern(rf"{GAP}-?{GAP}(?:\({GAP}R{GAP}[0-9]{{3,4}}{GAP}\)|(?<![0-9])R[ ]?[0-9]{{4}}(?![0-9]))")
# A space may replace the dash if no date and no other dossier can be meant: "21 501 28, nr. 254".
_COUNCIL: Final = Pattern(rf"(?:{GAP}-{GAP}|[ ](?=[0-9]{{2}}(?![ .]?[0-9]|{GAP}{MONTH})))([0-9]{{2}})(?![0-9])")
_SUFFIX_GAP: Final = r"(?:[ .\t]{0,3}|[ ]{0,2}-[ ]{0,2})"
_PAPER_BEHIND: Final = rf"{GAP}(?:[,;.:/(|]|-)?{GAP}{MARK}"
_NUMBER_BEHIND: Final = (
    rf"(?:{_PAPER_BEHIND}{GAP}[0-9A-Z]|(?:{GAP},{GAP}|/|-)[1-9][0-9]{{0,3}}(?![0-9])|[ ][0-9]{{1,4}}(?![0-9]))"
)
# A bare H stands for "hoofdstuk" only if "nr." follows: "HI" and "HX" are letters of papers of the Eerste Kamer.
CHAPTER_WORD: Final = (
    r"(?:(?:[Bb]egrotings)?(?:[Hh]oofdstuk(?:ken)?|[Hh]f(?:dst|st|d)k?\.?|[Hh]st\.?|H\.)"
    rf"|H(?=[ ]?[IVX]{{1,5}}[AB]?{_PAPER_BEHIND}))"
)
_FUND: Final = r"([A-M])(?!(?<=[ .].)-|(?<=[.][ ].)/)"  # "28 676 F-35" names a plane
# What must follow a suffix that comes after a line break
_BROKEN_OFF: Final = rf",?{GAP}{MARK}{GAP}[0-9A-Z]|,[ ](?:letter[ ])?[0-9A-Z]|\)|[ ]en[ ]|[ /-][0-9]{{1,4}}(?![0-9])"
_SUFFIX: Final = Pattern(
    # Most suffixes count only before a number. The A or B of a chapter may be separate: "II A".
    rf"(?:{_SUFFIX_GAP}((?:II|IX)[ ]?[AB]|{CHAPTER}|(?i:{CHAPTER})(?![ ][0-9])|{_FUND})|{GAP}[,/]{GAP}({CHAPTER})"
    rf"|{GAP}\({GAP}(?:{CHAPTER_WORD}{GAP})?((?i:{CHAPTER}|[A-M])){GAP}\))(?={_NUMBER_BEHIND})"
    rf"|[\s,.(-]{{1,4}}{CHAPTER_WORD}{GAP}((?i:{CHAPTER}|[A-M](?![A-Z])))"
    rf"|{_SUFFIX_GAP}({CHAPTER}(?!\.[ ][A-Z]|-[0-9])|(?:II|IX)[ ][AB](?=\)))"
    rf"|\n({CHAPTER}|[A-M](?=,?{GAP}{MARK}))(?={_BROKEN_OFF})"
    rf"|{_PAPER_BEHIND}{GAP}({CHAPTER})(?=-[0-9])"  # "36 410 nr. V-12"
)
# What looks like a chapter, but is none after most dossiers: "28 676 V-22", "28 676 I. Vervolg". Only the budget has
# chapters, and nearly all of its dossiers end in 0 or 5.
_NO_CHAPTER: Final = Pattern(rf"(?:\s{{1,3}}|{GAP}[,/]{GAP})(?i:{CHAPTER})(?:-[0-9]|\.[ ][A-Z])")
# A chapter that a scan misread (`XVl`) or that is written in digits (`hoofdstuk 10`)
_MISREAD_CHAPTER: Final = Pattern(
    rf"(?:{BLANK}|-)(?P<letters>(?=[IVX]*l)[IVXl]{{2,6}})(?![A-Za-z])"
    rf"|(?:[\s,.(-]{{1,4}}{CHAPTER_WORD}{GAP}|[ ])(?P<figures>[0-9]{{1,2}})(?={_PAPER_BEHIND}{GAP}[0-9])"
)
_CHAPTERS: Final = {str(number): figure for number, figure in enumerate(ROMANS[:18], 1)}
# "36 410 K, A" is paper A of fund K. Letters in alphabetical order ("36 410 K, M") may also be two papers.
_FUND_BEFORE_LETTER: Final = Pattern(
    rf"(?:[\s.]{{1,3}}(?P<fund>[A-M])|{GAP},{GAP}([A-M]|{CHAPTER}))"
    rf"(?={GAP},{GAP}(?!EU|EK|TK|AO|CD|VN|VS|UK|SO|I{{1,2}}{BLANK}[0-9])"
    rf"([A-Z]{{1,3}})(?![A-Za-z0-9/(]|-|\.[ ][a-z]))"
)
_MORE_LETTERS: Final = Pattern(rf"{GAP},{GAP}[A-Z]{{1,3}}{JOINT}[A-Z]{{1,3}}(?![A-Za-z0-9])")
# "36 600 V, X en XVII": a single letter is a chapter only if a paper or another chapter follows.
_NEXT_CHAPTER: Final = Pattern(
    rf"{JOINT}({CHAPTER})(?=(?:{JOINT}{CHAPTER})?(?:{_PAPER_BEHIND}|{GAP},{GAP}[A-Z]{{1,2}}(?![A-Za-z0-9]))"
    rf"|(?<=[IVX]{{2}})|{JOINT}(?=[IVX]{{2}}){CHAPTER})"
)
_AMOUNT: Final = Pattern(OTHER_FIGURE)
_JOINT: Final = Pattern(rf"(?!{GAP};){JOINT_OR_UP_TO}")
_AND_OTHERS: Final = Pattern(rf"{GAP},?{GAP}(?:[ec]\.{GAP}a|e\.{GAP}v)\.?(?![a-z])")


class Dossier(msgspec.Struct, frozen=True):
    """A dossier as the text states it. `others` are papers that it may also name: `36410-K`, `36410-M`."""

    number: str
    suffix: str | None
    start: int
    end: int
    reason: str | None = None
    others: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.number}-{self.suffix}" if self.suffix else self.number

    @property
    def is_council(self) -> bool:
        return self.suffix is not None and self.suffix.isdigit()


def read_dossier(text: str, position: int, *, four_figures: bool = True) -> Dossier | None:
    """The dossier at `position`, with its suffix. The caller must know from the text around it that it is a dossier."""
    match = _FIGURES.match(text, position)
    if match is None or not (match["five"] or four_figures):
        return None
    number = "".join(filter(str.isdigit, match[0].translate(FIGURES) if match["torn"] else match[0]))
    end = _RIJKSWET.after(text, match.end())
    found = Dossier(number, None, position, end, _FIGURES_MISREAD if match["torn"] else None)
    if number == _COUNCIL_DOSSIER:
        council = _COUNCIL.match(text, end)
        found = replace(found, suffix=council[1], end=council.end()) if council else replace(found, reason=_NO_COUNCIL)
    else:
        found = _with_fund_before_letter(text, found) or _with_suffix(text, found)
    return replace(found, end=_AND_OTHERS.after(text, _RIJKSWET.after(text, found.end)))


def read_roman_dossier(text: str, position: int) -> Dossier | None:
    """The dossier of the Eerste Kamer itself at `position`, numbered in Roman numerals: `CVIII`."""
    match = ROMAN_DOSSIER.match(text, position)
    return Dossier(match[0], None, *match.span()) if match else None


@lru_cache(maxsize=4)  # several readers try the same place
def read_dossiers(text: str, position: int, *, four_figures: bool = True) -> tuple[Dossier, ...]:
    """Every dossier of a list: `28 676 en 36 045`, `9595,9596`, `36 200 V en VI`. Empty if there is none.

    A dossier of the Eerste Kamer itself is read alone, and only if the letter of a paper follows: `CVIII, S`.
    """
    roman = read_roman_dossier(text, position)
    numbers = read_numbers(text, roman.end, chamber="I") if roman else None
    if roman and numbers and numbers.items[0].value.isalpha():
        return (roman,)
    dossiers: list[Dossier] = []
    following = read_dossier(text, position, four_figures=four_figures)
    while following and len(dossiers) < MOST_IN_A_LIST:
        dossiers.append(following)
        following = _read_following(text, following)
    return tuple(dossiers)


def _read_following(text: str, last: Dossier) -> Dossier | None:
    if last.suffix and (match := _NEXT_CHAPTER.match(text, last.end)):
        return Dossier(last.number, match[1], match.start(1), match.end())
    joint = _JOINT.match(text, last.end)
    # After a dossier of five digits, four digits are a paper's number: "22 112, 2830".
    found = read_dossier(text, joint.end(), four_figures=len(last.number) == 4) if joint else None
    if found is None or _AMOUNT.match(text, found.end):
        return None
    return replace(found, reason=MAY_BE_AMOUNT) if MAY_COUNT.match(text, found.end) else found


def _with_fund_before_letter(text: str, dossier: Dossier) -> Dossier | None:
    match = _FUND_BEFORE_LETTER.match(text, dossier.end)
    if match is None:
        return None
    fund, letter = match["fund"] or match[2], match[3]
    found = replace(dossier, suffix=fund, end=match.end())
    if (len(letter), letter) <= (1, fund):
        return found
    if match["fund"] is None or _MORE_LETTERS.match(text, match.end()):
        return None
    others = (f"{dossier.number}-{fund}", f"{dossier.number}-{letter}")
    return replace(found, reason=MAY_BE_CHAPTER, others=others)


def _with_suffix(text: str, dossier: Dossier) -> Dossier:
    if dossier.number[-1] not in "05" and _NO_CHAPTER.match(text, dossier.end):
        return dossier
    if match := _SUFFIX.match(text, dossier.end):
        return replace(dossier, suffix=without_spaces(match[match.lastindex or 0]).upper(), end=match.end())
    return _with_misread_chapter(text, dossier)


def _with_misread_chapter(text: str, dossier: Dossier) -> Dossier:
    match = _MISREAD_CHAPTER.match(text, dossier.end)
    written = match[match.lastgroup or 0] if match else ""
    chapter = _CHAPTERS.get(written, written.replace("l", "I"))
    if match is None or chapter not in _CHAPTERS.values():
        return dossier
    reason = tr('"{written}" is read as the Roman numeral {figure}.', written=written, figure=chapter)
    others = (f"{dossier.number}-{written}",) if match["figures"] else ()
    return replace(dossier, suffix=chapter, end=match.end(), reason=dossier.reason or reason, others=others)
