"""Papers of the European Commission: `COM(2022) 546 final`, `JOIN/2022/48`, `SWD(2022) 546`."""

from typing import Final

from briefcli.domain.citations.form import EUR_LEX, Citation, Form, reference, with_further
from briefcli.domain.citations.number_list import COMMA_OR_AND, NEVER, NumberSeries, read_list, within
from briefcli.domain.citations.reference import Reference
from briefcli.domain.citations.spelling import ALONE, GAP, THROUGH, WORD
from briefcli.domain.when import SHORT_YEAR
from briefcli.patterns import Pattern

_FINAL: Final = r"(?:(?:final|definitief|def|fin)(?![a-z])\.?|FINAL|DEFINITIEF)"
# Excluded: "C/2025/659", a number of the Official Journal, and "USB-C(2022)", a plug.
_COMMISSION: Final = Pattern(
    rf"{WORD}(?P<series>COM|[Cc]om(?=[ ]?\()|JOIN|SWD|SEC|{ALONE}(?<!-)C(?={GAP}[(\[]))"
    rf"(?:{GAP}[(\[]{GAP}(?P<year>(?:19|20)[0-9]{{2}}|[0-9]{{2}}){GAP}[)\]]{GAP}/?"
    rf"|[/:-](?P<slashed>(?:19|20)[0-9]{{2}})[/:-]|[ ](?P<spaced>(?:19|20)[0-9]{{2}})(?:/|[ ](?=[0-9]{{3}}(?![0-9]))))"
    rf"(?:,?{GAP}(?:nr|no)\.?{GAP})?(?P<number>[0-9]{{1,5}})(?![0-9])"
    rf"(?:(?:/[0-9]{{1,2}})?{GAP}{_FINAL}(?:/[0-9]{{1,2}}(?![0-9]))?)?"
)
_FINAL_BEHIND: Final = rf"{GAP}{_FINAL}(?:/[0-9]{{1,2}}(?![0-9]))?"
# "COM(2022) 546, 547 final en 548", "COM(2021) 550-568 final". A single digit after a dash is a version.
_SERIES: Final = NumberSeries(
    joint=COMMA_OR_AND, through=rf"(?!(?<=[0-9]{{2}})-[0-9](?![0-9]))(?:{THROUGH}|to)", mark=NEVER, note=_FINAL_BEHIND
)
_HIGHEST_NUMBER: Final = 2_000


@with_further
def read_commission(text: str, position: int) -> Citation | None:
    match = _COMMISSION.match(text, position)
    if match is None:
        return None
    year = match["year"] or match["slashed"] or match["spaced"]
    is_short = len(year) == 2 and year[0] in "1234567"
    century = "" if len(year) == 4 else "19" if year[0] in "89" else "20"
    series = f"{match['series'].upper()}({century}{year})"
    items = read_list(text, position, match.span("number"), is_plural=False, series=_SERIES)
    references: list[Reference] = []
    for each in items:
        item = each if match["series"] == "C" else within(each, _HIGHEST_NUMBER)
        reasons = (SHORT_YEAR if is_short else None, item.reason)
        is_first = item.end == items[0].end
        end = max(_SERIES.note.after(text, item.end), match.end() if is_first else 0)
        others = [f"{series}{other}" for other in item.others]
        references.append(reference(text, item.start, end, f"{series}{item.value}", *reasons, alternatives=others))
    return Citation(tuple(references), references[-1].end)


def address(canonical: str) -> str:
    """The web address. EUR-Lex has another form for `C(2022)1234`, as `C:` is a series of the Official Journal."""
    series, year, number = canonical.replace(")", "(").split("(")
    if series == "C":
        return f"{EUR_LEX}PI_COM:{canonical}"
    return f"{EUR_LEX}{series}:{year}:{number}:FIN"


FORM: Final = Form(
    title="European Commission",
    words="COM(|COM[|COM |COM/|COM:|COM-|JOIN|SWD|SEC|Com(|com(|Com (|C(|C (",
    readers=(read_commission,),
    address=address,
    examples="""
        COM(2022) 546 final → COM(2022)546
        JOIN/2022/48 → JOIN(2022)48
        SWD(2022) 546 → SWD(2022)546
        COM (98) 546 def. → COM(1998)546
        SEC(2009)1234
    """,
)
