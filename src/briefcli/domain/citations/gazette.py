"""Staatsblad, Staatscourant and Tractatenblad: a year and a number."""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Opening, reference
from briefcli.domain.citations.forms import PUBLICATION
from briefcli.domain.citations.procedure import KINDS
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import BLANK, DASH, GAP, MARK, THROUGH, WORD, Pattern
from briefcli.domain.citations.trailing_figures import (
    COUNTED_WORD,
    MAY_BE_COUNT,
    MAY_COUNT,
    NO_NUMBER_BEHIND,
    OTHER_FIGURE,
    TEAR,
    TOO_HIGH,
    TORN,
    TORN_REST,
    may_go_on,
)

# Until 1 July 2009 several publications of the Staatscourant shared the number of the day's paper.
_FIRST_YEAR_OF_OWN_NUMBERS: Final = 2010
_SHARED_NUMBER: Final = later("Before July 2009 one number of the Staatscourant holds several publications.")
_MOST_IN_A_LIST: Final = 100

_TITLE: Final = Pattern(
    WORD + r"(?:(?P<stb>Stb|[Ss]taatsblad(?:en)?|Bulletin of Acts and Decrees)"
    r"|(?P<stcrt>Stcrt|Stct|[Ss]taatscourant(?:en)?|(?:Netherlands|Dutch) Government Gazette)"
    rf"|(?P<trb>Trb|[Tt]ractatenblad(?:en)?|(?:Netherlands|Dutch) Treaty Series))(?![A-Za-z])\.?"
    rf"(?:{BLANK}van{BLANK}het{BLANK}Koninkrijk(?:{BLANK}der{BLANK}Nederlanden)?)?"
)
_YEAR: Final = r"(?:18|19|20)[0-9]{2}(?![0-9])"
_YEAR_ALONE: Final = Pattern(_YEAR)
_DAY: Final = rf"(?:[0-9]{{1,2}}(?:{BLANK}[a-z]{{3,9}}{BLANK}|[-./][0-9]{{1,2}}[-./]))?"
# From 1944 to 1950 the number began with the letter of the year.
_FIRST_LETTER_YEAR: Final = 1944
_YEAR_LETTERS: Final = "EFGHIJK"
_OLD_LETTER: Final = rf"(?:[{_YEAR_LETTERS}][ ]?(?=[0-9]{{1,3}}(?![0-9])))?"
_OTHER_LETTER: Final = later("The letter before the number is that of another year.")
_YEAR_BY_LETTER: Final = later("The year is not stated; it follows from the letter before the number.")
_LETTER_ALONE: Final = Pattern(
    rf"{GAP},?{GAP}(?:{MARK}{GAP})?(?P<number>(?P<letter>[{_YEAR_LETTERS}])[ ]?[0-9]{{1,3}})(?![0-9A-Za-z]|[.,/-][0-9])"
)
_NUMBER_ALONE: Final = Pattern(rf"{GAP},?{GAP}(?:{MARK}{GAP})?(?P<number>[1-9][0-9]{{0,2}})(?![0-9A-Za-z]|[.,/-][0-9])")
_ACT_BEFORE: Final = Pattern(rf"[0-9]{{1,2}}{BLANK}[a-z]{{3,9}}{BLANK}(?P<year>{_YEAR}){GAP}[,(]?{GAP}\Z")
_LOOK_BACK: Final = 40
_YEAR_OF_ACT: Final = later("The year of the Staatsblad is not stated; it is taken from the date of the act.")
_YEAR_FIRST: Final = Pattern(
    rf"{GAP}(?:,|(?P<bracket>\())?{GAP}(?:(?:van|jaargang|jrg\.){BLANK})?{_DAY}(?P<year>{_YEAR})(?(bracket)\)?)"
    rf"(?:{GAP}[,:/(]?{GAP}(?:{MARK}{GAP})?|{DASH})(?P<number>{_OLD_LETTER}[0-9]{{1,6}}(?:-n[0-9]{{1,2}}(?![0-9A-Za-z]))?)(?![0-9])"
)
_NUMBER_FIRST: Final = Pattern(
    rf"{GAP},?{GAP}(?:{MARK}{GAP})?(?P<number>[0-9]{{1,6}}){GAP}(?:,|van|d\.d\.|/|\(){GAP}{_DAY}(?P<year>{_YEAR})"
)
_NEXT: Final = Pattern(
    rf"{GAP}(?:,{GAP}en(?![a-z])|,|;|(?:en|juncto|jo\.?)(?![a-z])|&){GAP}(?:(?P<year>{_YEAR})(?:{GAP}[,/]{GAP}(?:{MARK}{GAP})?|{BLANK}{MARK}{GAP}))?"
    rf"(?P<mark>{MARK}{GAP})?(?P<number>[0-9]{{1,6}})"
    rf"(?![0-9A-Za-z(]|{GAP}(?:\(|[/ ]){KINDS}(?![A-Z])|{GAP}\([0-9]{{2}}[ .]?[0-9]{{3}}"
    rf"|{OTHER_FIGURE}|/[0-9]|{DASH}[0-9]|{GAP}[0-9]{{3}}(?![0-9]))"
)
_THROUGH: Final = Pattern(
    rf"{GAP}{THROUGH}{GAP}(?:{MARK}{GAP})?(?P<last>[1-9][0-9]{{0,5}})(?![0-9]|{DASH}[0-9]|{OTHER_FIGURE}|{COUNTED_WORD})"
)
# "Stcrt. 2022, 34 567" is 34567, as amounts are written; the Staatsblad and the Tractatenblad do not come that far.
_TORN: Final = Pattern(rf"[.{TEAR}]{TORN_REST}")
_LONGEST_NUMBER: Final = {"stb": 3, "stcrt": 5, "trb": 3}
_MORE_FOLLOWS: Final = Pattern(rf"{GAP}(?:,{GAP}[0-9]|en{BLANK}[0-9])")


def read_gazette(text: str, position: int) -> Citation | None:
    """`Stb. 2023, 12`, `Staatscourant 2024, nr. 21380`, `Trb. 2009, 217 en 2010, 162`."""
    title = _TITLE.match(text, position)
    if title is None:
        return None
    series = title.lastgroup or ""
    first = _YEAR_FIRST.match(text, title.end()) or _NUMBER_FIRST.match(text, title.end())
    if first is None:
        return _read_without_year(text, position, title.end()) if series == "stb" else None
    if not first["number"].strip("0"):
        return None
    year = first["year"]
    references = [_publication(text, position, first.end(), series, year, first["number"])]
    end = references[0].end
    number = references[0].canonical.rpartition("-")[2]
    is_day = first["number"].startswith("0")  # "Trb. 2024-06-28"
    through = _THROUGH.match(text, end) if number.isdigit() and not is_day and may_go_on(text, end) else None
    if through and 0 < int(through["last"]) - int(number) < _MOST_IN_A_LIST:
        end = through.end()
        numbers = range(int(number), int(through["last"]) + 1)
        references = [_publication(text, position, end, series, year, str(each)) for each in numbers]
    while len(references) < _MOST_IN_A_LIST and may_go_on(text, end) and (match := _NEXT.match(text, end)):
        if not _belongs_to_list(text, match):
            break
        year = match["year"] or year
        start = next(match.start(name) for name in ("year", "mark", "number") if match[name])
        is_count = not (match["year"] or match["mark"]) and MAY_COUNT.match(text, match.end())
        doubt = MAY_BE_COUNT if is_count else None
        references.append(_publication(text, start, match.end(), series, year, match["number"], doubt))
        end = references[-1].end
    return Citation(tuple(references), end)


def _read_without_year(text: str, start: int, position: int) -> Citation | None:
    """`Stb. K 258`, where the letter stands for 1950; `Wet van 29 juni 1994, Stb. 573`, of the year of the act."""
    number, doubt = _LETTER_ALONE.match(text, position), _YEAR_BY_LETTER
    if number:
        year = str(_FIRST_LETTER_YEAR + _YEAR_LETTERS.index(number["letter"]))
    else:
        number, doubt = _NUMBER_ALONE.match(text, position), _YEAR_OF_ACT
        act = _ACT_BEFORE.search(text, max(0, start - _LOOK_BACK), start) if number else None
        if number is None or act is None:
            return None
        year = act["year"]
    publication = _publication(text, start, number.end(), "stb", year, number["number"], doubt)
    return Citation((publication,), number.end())


def _belongs_to_list(text: str, match: re.Match[str]) -> bool:
    """A second number needs "en", "nr." or its own year, or a third number after it."""
    if match["year"]:
        following = int(match["year"]) + 1  # "2023/24" is a session
        return match["number"] not in (str(following), str(following)[2:]) or "/" not in match[0]
    if match["mark"]:
        return True
    if NO_NUMBER_BEHIND.match(text, match.end()) or _YEAR_ALONE.fullmatch(match["number"]):
        return False
    joined_by_word = "en" in text[match.start() : match.start("number")]
    return joined_by_word or _MORE_FOLLOWS.match(text, match.end()) is not None


def _publication(
    text: str, start: int, end: int, series: str, year: str, number: str, doubt: str | None = None
) -> Reference:
    others: tuple[str, ...] = ()
    torn = _TORN.match(text, end)
    if torn and len(number + torn["rest"]) <= _LONGEST_NUMBER[series]:
        # Three figures behind a blank or point are how thousands are written; fewer may be anything.
        if len(torn["rest"]) == 3:
            number, others, end = number + torn["rest"], (number,), torn.end()
        elif text[end] != ".":
            others = (number + torn["rest"],)
    is_shared = series == "stcrt" and int(year) < _FIRST_YEAR_OF_OWN_NUMBERS
    is_other_year = number[0].isalpha() and int(year) != _FIRST_LETTER_YEAR + _YEAR_LETTERS.index(number[0])
    canonical = f"{series}-{year}-{number.replace(' ', '').lstrip('0')}"
    shared, other_year = _SHARED_NUMBER if is_shared else None, _OTHER_LETTER if is_other_year else None
    is_too_high = number.isdigit() and len(number) > _LONGEST_NUMBER[series]
    others = (*others, number[:-1], number[:-2]) if is_too_high else others
    reasons = (shared, TOO_HIGH if is_too_high else TORN if others else None, other_year, doubt)
    alternatives = tuple(f"{series}-{year}-{other}" for other in others)
    return reference(text, start, end, canonical, *reasons, alternatives=alternatives)


FORM: Final = Form(
    title="Staatsblad, Staatscourant, Tractatenblad",
    openings=(
        Opening(
            words=(
                "~taatsblad|~taatscourant|~ractatenblad|Stb|Stc|Trb|Bulletin of Acts|Netherlands Government Gazette|"
                "Dutch Government Gazette|Netherlands Treaty Series|Dutch Treaty Series"
            ),
            readers=(read_gazette,),
        ),
    ),
    address=PUBLICATION,
    examples=(
        ("Stb. 2023, 12", "stb-2023-12"),
        ("Staatscourant van 5 juli 2024, nr. 21380", "stcrt-2024-21380"),
        ("Trb. 2009, 217", "trb-2009-217"),
        ("Trb. 2009, 217 en 2010, 162", "trb-2009-217;trb-2010-162"),
        ("Stb. 1950, nr. K 258", "stb-1950-K258"),
        ("Staatscourant nr. 21380 d.d. 5 juli 2024", "stcrt-2024-21380"),
    ),
    uncertain=(("Wet van 29 juni 1994, Stb. 573", "stb-1994-573"),),
    lookalikes=(
        "het Staatsblad van 2023 | Stb. 2024) 12 leden | Stb. 12 | Trbl. 2009, 217 | de Staatscourant van 5 juli 2024"
    ),
)
