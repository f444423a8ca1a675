"""Staatsblad, Staatscourant and Tractatenblad: a year and a number."""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Opening, published, reference_at
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import BLANK, DASH, GAP, MARK, MONTH, Span, join_reasons, stands_alone
from briefcli.domain.citations.trailing_figures import MAY_BE_COUNT, TEAR, TORN, TORN_REST, is_no_number, may_count

# Until 1 July 2009 several publications of the Staatscourant shared the number of the day's paper.
_FIRST_YEAR_OF_OWN_NUMBERS: Final = 2010
_SHARED_NUMBER: Final = later("Before July 2009 one number of the Staatscourant holds several publications.")
_MOST_IN_A_LIST: Final = 100

_TITLE: Final = Pattern(
    r"(?:(?P<stb>Stb|[Ss]taatsblad(?:en)?)|(?P<stcrt>Stcrt|Stct|[Ss]taatscourant(?:en)?)"
    rf"|(?P<trb>Trb|[Tt]ractatenblad(?:en)?))(?![A-Za-z])\.?(?:{BLANK}van{BLANK}het{BLANK}Koninkrijk(?:{BLANK}der{BLANK}Nederlanden)?)?"
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
    rf"{GAP}[,(]?{GAP}(?:(?:van|jaargang|jrg\.){BLANK})?{_DAY}(?P<year>{_YEAR})"
    rf"(?:{GAP}[,:/(]?{GAP}(?:{MARK}{GAP})?|{DASH})(?P<number>{_OLD_LETTER}[0-9]{{1,6}})(?![0-9])"
)
_NUMBER_FIRST: Final = Pattern(
    rf"{GAP},?{GAP}(?:{MARK}{GAP})?(?P<number>[0-9]{{1,6}}){GAP}(?:,|van|d\.d\.|/|\(){GAP}{_DAY}(?P<year>{_YEAR})"
)
_NEXT: Final = Pattern(
    rf"{GAP}(?:,{GAP}en(?![a-z])|,|;|(?:en|juncto|jo\.?)(?![a-z])|&){GAP}(?:(?P<year>{_YEAR})(?:{GAP}[,/]{GAP}(?:{MARK}{GAP})?|{BLANK}{MARK}{GAP}))?"
    rf"(?P<mark>{MARK}{GAP})?(?P<number>[0-9]{{1,6}})(?![0-9]|{GAP}(?:{MONTH}|%|miljoen|miljard|[0-9]{{3}}(?![0-9])))(?!{DASH}[0-9])"
)
_THROUGH: Final = Pattern(
    rf"{GAP}(?:{DASH}|t/m|tot{BLANK}en{BLANK}met){GAP}(?:{MARK}{GAP})?(?P<last>[0-9]{{1,6}})(?![0-9])"
)
# "Stcrt. 2022, 34 567" is 34567, as amounts are written; the Staatsblad and the Tractatenblad do not come that far.
_TORN: Final = Pattern(rf"[.{TEAR}]{TORN_REST}")
_LONGEST_NUMBER: Final = {"stb": 3, "stcrt": 5, "trb": 3}
_MORE_FOLLOWS: Final = Pattern(rf"{GAP}(?:,{GAP}[0-9]|en{BLANK}[0-9])")


def read_gazette(text: str, position: int) -> Citation | None:
    """`Stb. 2023, 12`, `Staatscourant 2024, nr. 21380`, `Trb. 2009, 217 en 2010, 162`."""
    title = _TITLE.match(text, position)
    if title is None or not (stands_alone(text, position) or text[position - 1].isdigit()):
        return None
    first = _YEAR_FIRST.match(text, title.end()) or _NUMBER_FIRST.match(text, title.end())
    series: str = "stb" if title["stb"] else "stcrt" if title["stcrt"] else "trb"
    if first is None and series == "stb":
        return _read_letter(text, position, title.end()) or _read_of_dated_act(text, position, title.end())
    if first is None or not first["number"].strip("0"):
        return None
    year = first["year"]
    references = [_publication(series, year, first["number"], Span(text, position, first.end()))]
    end = references[0].end
    if through := _through(text, references[0]):
        span = Span(text, position, through.end())
        numbers = range(int(first["number"]), int(through["last"]) + 1)
        references = [_publication(series, year, str(number), span) for number in numbers]
        end = through.end()
    while len(references) < _MOST_IN_A_LIST and (match := _NEXT.match(text, end)):
        if not _belongs_to_list(text, match):
            break
        year = match["year"] or year
        start = next(match.start(name) for name in ("year", "mark", "number") if match[name])
        is_count = not (match["year"] or match["mark"]) and may_count(text, match.end())
        span = Span(text, start, match.end())
        references.append(_publication(series, year, match["number"], span, MAY_BE_COUNT if is_count else None))
        end = references[-1].end
    return Citation(tuple(references), end)


def _read_letter(text: str, start: int, position: int) -> Citation | None:
    """`Stb. K 258`: the letter stands for the year, K for 1950."""
    match = _LETTER_ALONE.match(text, position)
    if match is None:
        return None
    year = str(_FIRST_LETTER_YEAR + _YEAR_LETTERS.index(match["letter"]))
    reference = _publication("stb", year, match["number"], Span(text, start, match.end()), _YEAR_BY_LETTER)
    return Citation((reference,), match.end())


def _read_of_dated_act(text: str, start: int, position: int) -> Citation | None:
    """`Wet van 29 juni 1994, Stb. 573`: the year is that of the act."""
    number = _NUMBER_ALONE.match(text, position)
    act = _ACT_BEFORE.search(text, max(0, start - _LOOK_BACK), start) if number else None
    if number is None or act is None:
        return None
    span = Span(text, start, number.end())
    return Citation((_publication("stb", act["year"], number["number"], span, _YEAR_OF_ACT),), number.end())


def _through(text: str, first: Reference) -> re.Match[str] | None:
    """`Stcrt. 2023, nrs. 1 t/m 3`: where the range ends that the number begins."""
    match = _THROUGH.match(text, first.end)
    is_range = match and first.number and first.number.isdigit() and first.canonical.endswith(f"-{first.number}")
    if match is None or not is_range:
        return None
    return match if 0 < int(match["last"]) - int(first.number or 0) < _MOST_IN_A_LIST else None


def _belongs_to_list(text: str, match: re.Match[str]) -> bool:
    """A second number needs "en", "nr." or its own year, or a third number after it."""
    if match["year"] or match["mark"]:
        return True
    if is_no_number(text, match.end()):
        return False
    if _YEAR_ALONE.fullmatch(match["number"]):
        return False
    joined_by_word = "en" in text[match.start() : match.start("number")]
    return joined_by_word or _MORE_FOLLOWS.match(text, match.end()) is not None


def _read_torn(series: str, number: str, span: Span) -> tuple[str, Span, tuple[str, ...]] | None:
    """A number with figures behind it that may be its own: what it is read as, where, and what else it may be."""
    match = _TORN.match(span.text, span.end)
    whole = number + match["rest"] if match else ""
    if match is None or len(whole) > _LONGEST_NUMBER[series]:
        return None
    # In two and three it is how thousands are written; else the figures may be anything.
    if len(match["rest"]) == 3:
        return whole, Span(span.text, span.start, match.end()), (number,)
    return (number, span, (whole,)) if span.text[span.end] != "." else None


def _publication(series: str, year: str, number: str, span: Span, doubt: str | None = None) -> Reference:
    is_shared = series == "stcrt" and int(year) < _FIRST_YEAR_OF_OWN_NUMBERS
    torn = _read_torn(series, number, span)
    number, span, others = torn or (number, span, ())
    is_other_year = number[0].isalpha() and int(year) != _FIRST_LETTER_YEAR + _YEAR_LETTERS.index(number[0])
    reason = join_reasons(
        _SHARED_NUMBER if is_shared else None,
        TORN if torn else None,
        _OTHER_LETTER if is_other_year else None,
        doubt,
    )
    canonical = f"{series}-{year}-{number.replace(' ', '').lstrip('0')}"
    alternatives = tuple(f"{series}-{year}-{other}" for other in others)
    return reference_at(span, series, canonical, reason, alternatives, number=number)


FORM: Final = Form(
    title="Staatsblad, Staatscourant, Tractatenblad",
    openings=(Opening(words="~taatsblad|~taatscourant|~ractatenblad|Stb|Stc|Trb", readers=(read_gazette,)),),
    address=published,
    examples=(
        ("Stb. 2023, 12", "stb-2023-12"),
        ("Staatscourant van 5 juli 2024, nr. 21380", "stcrt-2024-21380"),
        ("Trb. 2009, 217", "trb-2009-217"),
        ("Trb. 2009, 217 en 2010, 162", "trb-2009-217;trb-2010-162"),
        ("Stb. 1950, nr. K 258", "stb-1950-K258"),
        ("Staatscourant nr. 21380 d.d. 5 juli 2024", "stcrt-2024-21380"),
        ("Stb. 1992, 422 jo. 2001, 180", "stb-1992-422;stb-2001-180"),
        ("Stb. 2023, nrs. 12 t/m 14", "stb-2023-12;stb-2023-13;stb-2023-14"),
    ),
    uncertain=(
        ("Wet van 29 juni 1994, Stb. 573", "stb-1994-573"),
        ("Stb. K 258", "stb-1950-K258"),
        ("Stb. 1949, K 258", "stb-1949-K258"),
        ("Stcrt. 2005, 115", "stcrt-2005-115"),
        ("Stcrt. 2022, 34 567", "stcrt-2022-34567"),
    ),
    lookalikes=("het Staatsblad van 2023", "Stb. 12", "Trbl. 2009, 217", "de Staatscourant van 5 juli 2024"),
)
