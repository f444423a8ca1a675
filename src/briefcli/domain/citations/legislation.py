"""European legislation named by its number, given as CELEX: `Verordening (EU) nr. 260/2012`."""

import re
from typing import Final

import msgspec

from briefcli.domain.citations.model import Reference
from briefcli.domain.citations.spelling import BLANK, GAP, Place, Reading

# From 2015 on, legislation is numbered year first, whatever it is.
_FIRST_YEAR_IN_FRONT: Final = 2015
_FIRST_YEAR: Final = 1952
_MOST_IN_A_LIST: Final = 50
_LONGEST_PREFIX: Final = 24
_LETTERS: Final = {
    "verordening": "R",
    "regulation": "R",
    "richtlijn": "L",
    "directive": "L",
    "kaderbesluit": "F",
    "optreden": "E",
    "standpunt": "E",
    "besluit": "D",
    "beschikking": "D",
    "decision": "D",
}

_NO_BODY: Final = "The text does not say that this is legislation of the European Union."
_EITHER_ORDER: Final = "Either figure may be the year."

_ACT: Final = re.compile(
    r"(?P<act>[Vv]erordening|[Rr]egulation|[Rr]ichtlijn|[Dd]irective|[Oo]ptreden|(?:[Kk]ader)?[Bb]esluit"
    r"|[Bb]eschikking|[Dd]ecision|[Gg]emeenschappelijk [Ss]tandpunt)(?:en|s)?(?![a-z])"
)
_BODY: Final = r"(?:EU|EG|EEG|EC|EEC|Euratom|EURATOM|EGKS|GBVB|CFSP|JBZ|JHA)"
_NUMBER: Final = re.compile(
    rf"{GAP}(?P<body>\({GAP}{_BODY}(?:{GAP},{GAP}{_BODY})?{GAP}\){GAP})?(?P<mark>(?:[Nn]rs?|[Nn]o)\.?{GAP})?"
    rf"(?P<first>[0-9]{{1,4}})/(?P<second>[0-9]{{1,4}})(?![0-9])(?P<tail>/{_BODY}(?![A-Za-z]))?"
)
_JOINT: Final = re.compile(rf"{GAP}(?:,{GAP}en(?![a-z])|,|en(?![a-z])|and(?![a-z]))(?={BLANK})")


class Act(msgspec.Struct, frozen=True):
    """The year and number of one act, and the other way round where that is possible too."""

    year: int
    number: int
    is_either: bool = False

    def celex(self, letter: str) -> str:
        return f"3{self.year}{letter}{self.number:04d}"


def read_legislation(text: str, position: int) -> Reading | None:
    """`Richtlijn 98/26/EG`, `Besluit (GBVB) 2021/509`, `Verordeningen (EU) nr. 1303/2013 en nr. 1304/2013`."""
    word = _ACT.match(text, position)
    match = _NUMBER.match(text, word.end()) if word else None
    if word is None or match is None:
        return None
    act = word["act"].split()[-1].lower()
    letter = _LETTERS[act]
    if letter == "D" and text[position - 5 : position].lower() == "kader":
        letter = "F"
    is_european = bool(match["body"] or match["tail"])
    if not is_european and letter not in "RL":
        return None
    # A common position of another policy is a step towards an act, in another series.
    if act == "standpunt" and "GBVB" not in match.group():
        return None
    references: list[Reference] = []
    start = _start_of_word(text, position)
    while match and len(references) < _MOST_IN_A_LIST:
        reference = _cite(text, start, match, letter, is_european=is_european)
        if reference is None:
            break
        references.append(reference)
        joint = _JOINT.match(text, match.end())
        match = _NUMBER.match(text, joint.end()) if joint else None
        start = _start_of_number(match) if match else start
    return Reading(tuple(references), references[-1].end) if references else None


def _cite(text: str, start: int, match: re.Match[str], letter: str, *, is_european: bool) -> Reference | None:
    act = _read_act(letter, match["first"], match["second"], is_marked=match["mark"] is not None)
    if act is None:
        return None
    other = (Act(act.number, act.year).celex(letter),) if act.is_either else ()
    reason = _EITHER_ORDER if act.is_either else None if is_european else _NO_BODY
    place = Place(text, start, match.end())
    return Reference(
        kind="celex",
        text=place.words,
        start=place.start,
        end=place.end,
        canonical=act.celex(letter),
        certain=reason is None,
        alternatives=other,
        reason=reason,
        number=str(act.number),
    )


def _read_act(letter: str, first: str, second: str, *, is_marked: bool) -> Act | None:
    """Which of the two figures is the year: regulations had it last until 2015, directives first."""
    year_first, year_last = _year(first), _year(second)
    is_number_first = letter == "R" or is_marked
    if year_first and (year_first >= _FIRST_YEAR_IN_FRONT or not is_number_first):
        is_either = bool(is_marked and year_last and year_last < _FIRST_YEAR_IN_FRONT)
        return Act(year_first, int(second), is_either)
    if year_last and is_number_first:
        return Act(year_last, int(first))
    return Act(year_first, int(second)) if year_first else None


def _year(figures: str) -> int | None:
    if len(figures) == 2:
        return 1900 + int(figures) if 1900 + int(figures) >= _FIRST_YEAR else None
    if len(figures) != 4:
        return None
    return int(figures) if _FIRST_YEAR <= int(figures) <= 2099 else None


def _start_of_word(text: str, position: int) -> int:
    """`Uitvoeringsverordening` begins before the word that was looked for."""
    start = position
    while start > 0 and position - start < _LONGEST_PREFIX and text[start - 1].isalpha():
        start -= 1
    return start


def _start_of_number(match: re.Match[str]) -> int:
    return next(match.start(part) for part in ("body", "mark", "first") if match[part])
