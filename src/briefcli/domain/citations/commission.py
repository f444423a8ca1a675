"""Papers of the European Commission: `COM(2022) 546 final`, `JOIN/2022/48`, `SWD(2022) 546`."""

from typing import Final

from briefcli.domain.citations.form import EUR_LEX, SHORT_YEAR, Citation, Form, Opening, cite_one, reference
from briefcli.domain.citations.spelling import ALONE, DASH, GAP, THROUGH, WORD, Pattern
from briefcli.domain.citations.trailing_figures import (
    COUNTED_WORD,
    MAY_BE_COUNT,
    MAY_COUNT,
    NO_NUMBER,
    OTHER_FIGURE,
    TEAR,
    TOO_HIGH,
    TORN,
    TORN_REST,
)

_FINAL: Final = r"(?:(?:final|definitief|def|fin)(?![a-z])\.?|FINAL|DEFINITIEF)"
# "C/2025/659" is a number of the Official Journal, and "USB-C(2022)" a plug.
_COMMISSION: Final = Pattern(
    rf"{WORD}(?P<series>COM|[Cc]om(?=[ ]?\()|JOIN|SWD|SEC|{ALONE}(?<!-)C(?={GAP}[(\[]))"
    rf"(?:{GAP}[(\[]{GAP}(?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}}){GAP}[)\]]{GAP}"
    rf"|[/:-](?P<slashed>(?:19|20)[0-9]{{2}})[/:-]|[ ](?P<spaced>(?:19|20)[0-9]{{2}})/)"
    rf"(?:,?{GAP}(?:nr|no)\.?{GAP})?(?P<number>[0-9]{{1,5}})(?![0-9])"
    rf"(?P<final>(?:/[0-9]{{1,2}})?{GAP}{_FINAL}(?:/[0-9]{{1,2}}(?![0-9]))?)?"
)
# "COM(2021) 550-568 final": the dash ties the numbers of a package.
_PACKAGE: Final = Pattern(
    rf"{GAP}(?:{THROUGH}|to){GAP}(?P<last>[0-9]{{1,4}})(?![0-9A-Za-z/]|[.,][0-9]|{DASH})(?:{GAP}{_FINAL})?"
)
# "COM(2022) 5 46", as a scanned paper has it.
_TORN_OFF: Final = Pattern(rf"[{TEAR}]{TORN_REST}")
_LONGEST_NUMBER: Final = 4
# A further number needs "en", or one more behind it; and is no date, count, dossier, or paper of another year.
_FURTHER: Final = Pattern(
    rf"{GAP}(?:(?P<word>,?{GAP}en(?![a-z]))|,){GAP}(?P<paper>(?P<number>(?!(?:19|20)[0-9]{{2}})[0-9]{{1,4}})"
    rf"(?![0-9A-Za-z]|[/{TEAR}][0-9]|{OTHER_FIGURE}|{NO_NUMBER}|{DASH}|(?<![0-9]{{3}})(?:{COUNTED_WORD}|[ ][A-Z]))"
    rf"(?:{GAP}{_FINAL})?)(?(word)|(?={GAP}(?:,|en(?![a-z])){GAP}[0-9]))"
)
_MOST_IN_A_LIST: Final = 50
_HIGHEST_NUMBER: Final = 2_000


def read_commission(text: str, position: int) -> Citation | None:
    match = _COMMISSION.match(text, position)
    if match is None:
        return None
    year = match["year"] or match["slashed"] or match["spaced"]
    is_short = len(year) == 2 and year[0] in "1234567"
    if is_short and not match["series"].isupper():
        return None
    century = "" if len(year) == 4 else "19" if year[0] in "89" else "20"
    series, number = f"{match['series'].upper()}({century}{year})", int(match["number"])
    torn = None if match["final"] else _TORN_OFF.match(text, match.end())
    if torn and 0 < len(whole := match["number"] + torn["rest"]) <= _LONGEST_NUMBER:
        return cite_one(match, f"{series}{number}", TORN, alternatives=(f"{series}{int(whole)}",))
    if match["series"] != "C" and number > _HIGHEST_NUMBER:
        shorter = (f"{series}{number // 10}", f"{series}{number // 100}")
        return cite_one(match, f"{series}{number}", TOO_HIGH, alternatives=shorter)
    reason = SHORT_YEAR if is_short else None
    package = _PACKAGE.match(text, match.end())
    if package and 0 < int(package["last"]) - number < _MOST_IN_A_LIST:
        end, numbers = package.end(), range(number, int(package["last"]) + 1)
        return Citation(tuple(reference(text, position, end, f"{series}{each}", reason) for each in numbers), end)
    references, end = [reference(text, *match.span(), f"{series}{number}", reason)], match.end()
    # "COM(2022) 546, 547 en 548": papers of the same series and year
    while len(references) < _MOST_IN_A_LIST and (further := _FURTHER.match(text, end)):
        doubt = MAY_BE_COUNT if MAY_COUNT.match(text, further.end()) else None
        references.append(reference(text, *further.span("paper"), f"{series}{int(further['number'])}", reason, doubt))
        end = further.end()
    return Citation(tuple(references), end)


def address(canonical: str) -> str:
    series, year, number = canonical.replace(")", "(").split("(")
    return f"{EUR_LEX}{series}:{year}:{number}:FIN"


FORM: Final = Form(
    title="European Commission",
    openings=(
        Opening(words="COM|JOIN|SWD|SEC", is_whole=True, readers=(read_commission,)),
        Opening(words="Com(|com(|Com (|C(|C (", readers=(read_commission,)),
    ),
    address=address,
    examples=(
        ("COM(2022) 546 final", "COM(2022)546"),
        ("JOIN/2022/48", "JOIN(2022)48"),
        ("SWD(2022) 546", "SWD(2022)546"),
        ("COM [2022] 546", "COM(2022)546"),
        ("COM (98) 546 def.", "COM(1998)546"),
        ("SEC(2009)1234", "SEC(2009)1234"),
    ),
    lookalikes="TELECOM(2022) 5 | COM 546 | C/2025/659 | de commissie (2022) 546 | COM(2022) | USB-C(2022)12",
)
