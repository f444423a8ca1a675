"""Papers of the European Commission: `COM(2022) 546 final`, `JOIN/2022/48`, `SWD(2022) 546`."""

from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.celex import EUR_LEX
from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import BLANK, DASH, GAP, Span, stands_alone
from briefcli.domain.citations.trailing_figures import COUNTED_WORD, NO_NUMBER, TEAR, TORN, TORN_REST

_FINAL: Final = r"(?:final|definitief|FINAL|DEFINITIEF|def\.|fin\.)"
_COMMISSION: Final = Pattern(
    r"(?P<series>COM|[Cc]om(?=[ ]?\()|JOIN|SWD|SEC|C)"
    rf"(?:{GAP}[(\[]{GAP}(?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}}){GAP}[)\]]{GAP}"
    rf"|[/:](?P<slashed>(?:19|20)[0-9]{{2}})[/:]|[ ](?P<spaced>(?:19|20)[0-9]{{2}})/)"
    rf"(?:(?:nr|no)\.?{GAP})?(?P<number>[0-9]{{1,5}})(?![0-9])"
    rf"(?P<final>(?:/[0-9]{{1,2}})?{GAP}{_FINAL}(?:/[0-9]{{1,2}}(?![0-9]))?)?"
)
_SHORT_YEAR: Final = later("The century of the year is not stated.")
# "COM(2022) 5 46", as a scanned paper has it.
# "COM(2021) 550-568 final": the dash ties the numbers of a package.
_THROUGH: Final = Pattern(
    rf"{GAP}(?:{DASH}|t/m|tot{BLANK}en{BLANK}met|to){GAP}(?P<last>[0-9]{{1,4}})(?![0-9A-Za-z/]|[.,][0-9]|{DASH})(?P<final>{GAP}{_FINAL})?"
)
_TORN_OFF: Final = Pattern(rf"[{TEAR}]{TORN_REST}")
_LONGEST_NUMBER: Final = 4
# A further number needs "en", or one more behind it; and is no date, count, dossier, or paper of another year.
_FURTHER: Final = Pattern(
    rf"{GAP}(?:(?P<word>,?{GAP}en(?![a-z]))|,){GAP}(?P<number>(?!(?:19|20)[0-9]{{2}})[0-9]{{1,4}})"
    rf"(?![0-9A-Za-z]|[.:/{TEAR}][0-9]|{NO_NUMBER}|{GAP}(?:%|miljoen|miljard)"
    rf"|{COUNTED_WORD}|{DASH}|{BLANK}[A-Z])"
    rf"(?P<final>{GAP}(?:final|definitief)(?![a-z]))?(?P<more>{GAP}(?:,|en(?![a-z])){GAP}[0-9])?"
)
_MOST_IN_A_LIST: Final = 50


def read_commission(text: str, position: int) -> Citation | None:
    match = _COMMISSION.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    year = match["year"] or match["slashed"] or match["spaced"]
    # "C/2025/659" is a number of the Official Journal, and "USB-C(2022)" a plug.
    if match["series"] == "C" and (not match["year"] or text[position - 1 : position] == "-"):
        return None
    is_short = year[0] in "1234567" and len(year) == 2
    if is_short and not match["series"].isupper():
        return None
    year = f"{19 if year[0] in '89' else 20}{year}" if len(year) == 2 else year
    series = f"{match['series'].upper()}({year})"
    torn = None if match["final"] else _torn_number(text, match["number"], match.end())
    first = cite_one(
        "eu",
        f"{series}{int(match['number'])}",
        match,
        number=match["number"],
        reason=TORN if torn else _SHORT_YEAR if is_short else None,
        alternatives=(f"{series}{torn}",) if torn else (),
    )
    if torn:
        return first
    package = _read_package(text, first, series, int(match["number"]))
    return package or _read_further(text, first, series)


def _read_package(text: str, first: Citation, series: str, number: int) -> Citation | None:
    """`COM(2021) 550-568`, where the second number is the higher one."""
    match = _THROUGH.match(text, first.end)
    if match is None or not 0 < int(match["last"]) - number < _MOST_IN_A_LIST:
        return None
    span = Span(text, first.references[0].start, match.end())
    numbers = range(number, int(match["last"]) + 1)
    cited = (cite_one("eu", f"{series}{each}", span, number=str(each)) for each in numbers)
    return Citation(tuple(reference for each in cited for reference in each.references), match.end())


def _read_further(text: str, first: Citation, series: str) -> Citation:
    """`COM(2022) 546, 547 en 548`: papers of the same series and year."""
    references, end = list(first.references), first.end
    while len(references) < _MOST_IN_A_LIST and (match := _FURTHER.match(text, end)):
        if not (match["word"] or match["more"]):
            break
        span = Span(text, match.start("number"), match.end("final") if match["final"] else match.end("number"))
        references += cite_one("eu", f"{series}{int(match['number'])}", span, number=match["number"]).references
        end = span.end
    return Citation(tuple(references), end)


def _torn_number(text: str, number: str, end: int) -> int | None:
    torn = _TORN_OFF.match(text, end)
    whole = number + torn["rest"] if torn else ""
    return int(whole) if 0 < len(whole) <= _LONGEST_NUMBER else None


def address(canonical: str) -> str | None:
    series, _, rest = canonical.partition("(")
    year, _, number = rest.partition(")")
    return f"{EUR_LEX}{series}:{year}:{number}:FIN"


FORM: Final = Form(
    title="European Commission",
    openings=(Opening(words="COM|Com(|com(|Com (|JOIN|SWD|SEC|C(|C (", readers=(read_commission,)),),
    address=address,
    examples=(
        ("COM(2022) 546 final", "COM(2022)546"),
        ("JOIN/2022/48", "JOIN(2022)48"),
        ("SWD(2022) 546", "SWD(2022)546"),
        ("COM [2022] 546", "COM(2022)546"),
        ("COM (98) 546 def.", "COM(1998)546"),
        ("SEC(2009)1234", "SEC(2009)1234"),
        ("C(2022) 1234 final", "C(2022)1234"),
        ("COM(2022) 546, 547 en 548", "COM(2022)546;COM(2022)547;COM(2022)548"),
        ("SWD(2022) 546-548 final", "SWD(2022)546;SWD(2022)547;SWD(2022)548"),
        ("COM(2005) 507-2", "COM(2005)507"),
        ("COM(02) 276", "COM(2002)276"),
    ),
    uncertain=(("COM(2022) 5 46", "COM(2022)5"), ("COM(24) 12", "COM(2024)12")),
    lookalikes=("TELECOM(2022) 5", "COM 546", "C/2025/659", "de commissie (2022) 546", "COM(2022)", "USB-C(2022)12"),
)
