"""Staatsblad, Staatscourant and Tractatenblad: a year and a number."""

import re
from typing import Final

from msgspec.structs import replace

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, reference, with_further
from briefcli.domain.citations.forms import PUBLICATION
from briefcli.domain.citations.number_list import NumberSeries, PaperNumber, height, read_list, within
from briefcli.domain.citations.other_figures import MAY_BE_COUNT, has_unit
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import BLANK, DAY_AND_MONTH, GAP, MARK, MONTH, WORD
from briefcli.patterns import Pattern

# Until 1 July 2009 several publications of the Staatscourant shared the number of the day's paper.
_FIRST_YEAR_OF_OWN_NUMBERS: Final = 2010
_SHARED_NUMBER: Final = later("Before July 2009 one number of the Staatscourant holds several publications.")

_TITLE: Final = Pattern(
    WORD + r"(?i:(?P<stb>stb|staatsblad(?:en)?|Bulletin of Acts and Decrees)"
    r"|(?P<stcrt>stcrt|stct|staatscourant(?:en)?|(?:Netherlands|Dutch) Government Gazette)"
    rf"|(?P<trb>trb|tractatenblad(?:en)?|(?:Netherlands|Dutch) Treaty Series))(?![A-Za-z])\.?"
    rf"(?:{BLANK}van{BLANK}het{BLANK}Koninkrijk(?:{BLANK}der{BLANK}Nederlanden)?)?"
)
_YEAR: Final = r"(?:18|19|20)[0-9]{2}(?![0-9])"
_DAY: Final = f"(?:{DAY_AND_MONTH})?"
# From 1944 to 1950 the number began with a letter for the year.
_YEARS: Final = {letter: str(year) for year, letter in enumerate("EFGHIJK", 1944)}
_OLD_LETTER: Final = "(?:[E-K][ ]?(?=[0-9]{1,3}(?![0-9])))?"
_OTHER_LETTER: Final = later("The letter before the number is that of another year.")
_YEAR_BY_LETTER: Final = later("The year is not stated; it follows from the letter before the number.")
_NUMBER_ALONE: Final = Pattern(
    rf"{GAP},?{GAP}(?:{MARK}{GAP})?(?P<number>{_OLD_LETTER}[1-9][0-9]{{0,2}})(?![0-9A-Za-z]|[.,/-][0-9])"
)
_ACT_BEFORE: Final = Pattern(rf"{DAY_AND_MONTH}(?P<year>{_YEAR}){GAP}[,(]?{GAP}\Z")
_YEAR_OF_ACT: Final = later("The year of the Staatsblad is not stated; it is taken from the date of the act.")
_YEAR_FIRST: Final = Pattern(
    rf"{GAP}(?:,|(?P<bracket>\())?{GAP}(?:(?:van|[Jj]aargang|jrg\.){BLANK})?{_DAY}(?P<year>{_YEAR})(?(bracket)\)?)"
    rf"(?:{GAP}[,:/(]?{GAP}(?:{MARK}{GAP})?|-)(?P<number>{_OLD_LETTER}[0-9]{{1,6}})(?![0-9]|{BLANK}{MONTH})"
)
_NUMBER_FIRST: Final = Pattern(
    rf"{GAP},?{GAP}(?:{MARK}{GAP}|(?!{_YEAR}))(?P<number>[0-9]{{1,6}}){GAP}(?:,|van|d\.d\.|/|\(){GAP}{_DAY}(?P<year>{_YEAR})"
)
_OTHER: Final = Pattern(rf"{_YEAR}{GAP}[,/]|[0-9]{{5}}-[0-9]|[0-9]{{1,6}}{GAP}\({GAP}[0-9]{{2}}[ .]?[0-9]{{3}}")
# The Staatsblad and the Tractatenblad have fewer than a thousand numbers a year.
_FIGURES: Final = {"stb": 3, "stcrt": 5, "trb": 3}
_SERIES: Final = {title: NumberSeries(longest, other=_OTHER) for title, longest in _FIGURES.items()}


@with_further
def read_gazette(text: str, position: int) -> Citation | None:
    """Publications of one gazette: `Stb. 2023, 12`, `Staatscourant 2024, nr. 21380`, `Trb. 2009, 217 en 2010, 162`."""
    title = _TITLE.match(text, position)
    if title is None:
        return None
    series = title.lastgroup or ""
    first = _YEAR_FIRST.match(text, title.end()) or _NUMBER_FIRST.match(text, title.end())
    if first is None:
        return _read_without_year(text, position, title.end()) if series == "stb" else None
    number, end = first["number"], first.end("number")
    if not number.strip("0") or (number.startswith("0") and text[end : end + 1] == "-"):  # "Trb. 2024-06-28" is a date
        return None
    references = _read_numbers(text, position, series, first)
    return Citation(tuple(references), references[-1].end)


def _read_numbers(text: str, start: int, series: str, match: re.Match[str]) -> list[Reference]:
    """The numbers of one year: the one that is matched, and those that follow it in a list."""
    is_plural = text[start : match.start("number")].rstrip(". ").endswith(("nrs", "nummers"))
    items = read_list(text, start, match.span("number"), is_plural=is_plural, series=_SERIES[series])
    # In "nr. 45 van 2023" the year after the number is a part of the reference.
    items[0] = replace(items[0], end=max(items[0].end, match.end()))
    last, listed = items[-1], _SERIES[series]
    day = listed.next.match(text, last.end) or listed.through.match(text, last.end)
    if day and height(last.value) < height(day["item"]) and has_unit(text, last.end, last.value):
        items[-1] = last.doubted(MAY_BE_COUNT)  # "Stb. 2024, 12 en 13 maart": a number, or the first of two days
    return [_publication(text, series, match["year"], item) for item in items]


def _read_without_year(text: str, start: int, position: int) -> Citation | None:
    """A number whose year follows from its letter (`Stb. K 258`) or the act (`Wet van 29 juni 1994, Stb. 573`)."""
    number = _NUMBER_ALONE.match(text, position)
    if number is None:
        return None
    letter, act = number["number"][0], None
    if not letter.isalpha() and (act := _ACT_BEFORE.search(text, max(0, start - 40), start)) is None:
        return None
    year, doubt = (act["year"], _YEAR_OF_ACT) if act else (_YEARS[letter], _YEAR_BY_LETTER)
    publication = _publication(text, "stb", year, PaperNumber(number["number"], start, number.end()), doubt)
    return Citation((publication,), number.end())


def _publication(text: str, series: str, year: str, item: PaperNumber, doubt: str | None = None) -> Reference:
    item = within(item, 10 ** _SERIES[series].longest - 1)
    number = item.value.replace(" ", "")
    is_shared = series == "stcrt" and int(year) < _FIRST_YEAR_OF_OWN_NUMBERS
    is_other_year = number[0].isalpha() and year != _YEARS[number[0]]
    reasons = (_SHARED_NUMBER if is_shared else None, item.reason, _OTHER_LETTER if is_other_year else None, doubt)
    others = [f"{series}-{year}-{other}" for other in item.others]
    return reference(text, item.start, item.end, f"{series}-{year}-{number}", *reasons, alternatives=others)


FORM: Final = Form(
    title="Staatsblad, Staatscourant, Tractatenblad",
    words="~taatsbl|~taatsc|~ractaten|Stb|STB|STAATS|Stc|STC|Trb|TRB|TRACT|Bulletin of |Netherlands |Dutch ",
    readers=(read_gazette,),
    address=PUBLICATION,
    examples="""
        Stb. 2023, 12 → stb-2023-12
        Staatscourant van 5 juli 2024, nr. 21380 → stcrt-2024-21380
        Trb. 2009, 217 → trb-2009-217
        Trb. 2009, 217 en 2010, 162 → trb-2009-217;trb-2010-162
        Stb. 1950, nr. K 258 → stb-1950-K258
        Staatscourant nr. 21380 d.d. 5 juli 2024 → stcrt-2024-21380
        Wet van 29 juni 1994, Stb. 573 → stb-1994-573?
    """,
)
