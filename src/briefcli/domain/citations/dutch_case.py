"""Cases of Dutch courts and of the Court of Human Rights by their own numbers, or by a law journal.

`AWB 20/1234`, `C/09/456789 / HA ZA 20-12`, `NJ 2012/123`, `EHRM … nr. 47143/06`. A number whose form any register may
have is certain only where a court is named beside it.
"""

from collections.abc import Iterator
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Opening, Place, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import BLANK, GAP, stands_alone

_REACH: Final = 80
_NO_COURT: Final = later("No word beside the number says that this is a case of a court.")
_EACH_COURT: Final = later("Each court has a case with this number, and none is stated with it.")

# Journals whose letters mean nothing else, and those that may.
_OWN_LETTERS: Final = ("NJ", "RvdW", "BNB", "EHRC")
_JOURNALS: Final = (*_OWN_LETTERS, "AB", "JB", "JV", "JAR", "JOR", "RSV", "USZ", "TAR", "V-N", "NTFR")
_JOURNAL: Final = Pattern(
    rf"(?P<journal>{'|'.join(_JOURNALS)})(?:,?{BLANK})(?P<year>(?:19|20)[0-9]{{2}})(?:/|,{GAP}(?:nr\.{GAP})?)"
    r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,2}(?![0-9]))?)(?![0-9/]|[.,][0-9])"
)
_DISTRICTS: Final = (
    "AMS", "ALK", "ALM", "ARN", "ASS", "BRE", "DOR", "GRO", "HAA", "LEE", "MAA", "MID", "ROE", "ROT", "SGR", "SHE",
    "UTR", "ZUT", "ZWO",
)  # fmt: skip
_ADMINISTRATIVE: Final = Pattern(
    rf"(?P<code>AWB|{'|'.join(_DISTRICTS)})[ ]?-?[ ]?(?P<year>[0-9]{{2}})"
    r"[ ]?[/_][ ]?(?P<number>[0-9]{1,5})(?![0-9/]|[.,-][0-9])"
)
_ROLL: Final = r"(?:HA|KG)[ ](?:ZA|RK)[ ][0-9]{2}-[0-9]{1,4}(?![0-9])"
_CIVIL: Final = Pattern(rf"(?P<number>C/[0-9]{{2}}/[0-9]{{4,6}})(?![0-9/])(?:{GAP}[/,]?{GAP}{_ROLL})?")
_ON_ROLL: Final = Pattern(_ROLL)
# Appeal, the Council of State, the Supreme Court, the Central Court of Appeal, the public prosecutor
_BENEFITS: Final = "WIA|WAO|WAJONG|WAZ|WW|ZW|PW|WWB|AOW|ANW|AKW|AW|WMO|WMO15|WSF|WTOS|BPW|IOAW|IOAZ|MAW|WUV"
_SURE: Final = Pattern(
    r"200[.][0-9]{3}[.][0-9]{3}(?:/[0-9]{2})(?![0-9])|20[0-2][0-9]{6}/[1-9](?:/[A-Z]{1,2}[0-9])?(?![0-9A-Za-z])"
    rf"|[0-9]{{2}}/[0-9]{{3,5}}[ ]?(?:{_BENEFITS})(?![A-Za-z])"
)
_PLAIN: Final = Pattern(r"[0-9]{2}/[0-9]{5}(?![0-9/]|[.,-][0-9])|[0-9]{2}/[0-9]{6}-[0-9]{2}(?![0-9/-]|[.,][0-9])")
_HUMAN_RIGHTS: Final = Pattern(r"[0-9]{4,5}/[0-9]{2}(?![0-9/]|[.,-][0-9])")
_STRASBOURG: Final = Pattern(
    r"EHRM|ECHR|ECtHR|HUDOC|[Aa]ppl(?:ication|\.)[ ]?no|Hof voor de [Rr]echten van de [Mm]ens|Court of Human Rights"
)
_COURT: Final = Pattern(
    r"(?<![A-Za-z])(?:[Rr]echtbank|Rb|[Gg]erechtshof|Hof|HR|Hoge Raad|PHR|ABRvS|[Rr]aad van State|CRvB|Centrale Raad"
    r"|CBb|[Zz]aak(?:nr|nummers?)|[Rr]olnr|[Rr]olnummer|[Rr]ekestn|[Pp]arketn|[Pp]rocedurenummer|[Uu]itspraak|[Aa]rrest|[Bb]eschikking"
    r"|[Vv]onnis|[Cc]onclusie|m\.nt|ECLI:NL|Gst|LJN)"
)
_SLASH: Final = Pattern(r"/(?<=[0-9]/)[0-9]")


def read_journal_case(text: str, position: int) -> Citation | None:
    match = _JOURNAL.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    is_sure = match["journal"] in _OWN_LETTERS or _is_court_beside(text, *match.span())
    return _cite(match["journal"], f"{match['year']}/{match['number']}", match, is_sure=is_sure)


def read_code(text: str, position: int) -> Citation | None:
    """`AWB 20/1234`, `SGR 20/1234`, `C/09/456789 / HA ZA 20-12`, `HA ZA 20-12`: a number behind its letters."""
    if not stands_alone(text, position):
        return None
    if match := _ADMINISTRATIVE.match(text, position):
        is_sure = match["code"] == "AWB" or _is_court_beside(text, *match.span())
        return _cite(match["code"], f"{match['year']}/{match['number']}", match, is_sure=is_sure)
    if match := _CIVIL.match(text, position):
        return cite_one("nl-case", match["number"], match)
    match = _ON_ROLL.match(text, position)
    return cite_one("nl-case", match[0], match, reason=_EACH_COURT) if match else None


def read_number(text: str, position: int) -> Citation | None:
    """A number in the form of one court, or in any form with a court beside it."""
    if match := _SURE.match(text, position):
        return cite_one("nl-case", " ".join(match[0].split()), match)
    if match := _PLAIN.match(text, position):
        is_sure = _is_court_beside(text, *match.span())
        return cite_one("nl-case", match[0], match, reason=None if is_sure else _NO_COURT)
    match = _HUMAN_RIGHTS.match(text, position)
    if match is None or not _STRASBOURG.search(text, max(0, position - _REACH), position):
        return None
    return cite_one("echr-case", f"EHRM {match[0]}", match, number=match[0])


def _cite(letters: str, number: str, span: Place, *, is_sure: bool) -> Citation:
    return cite_one("nl-case", f"{letters} {number}", span, number=number, reason=None if is_sure else _NO_COURT)


def _is_court_beside(text: str, start: int, end: int) -> bool:
    return _COURT.search(text, max(0, start - _REACH), end + _REACH) is not None


def _places(text: str) -> Iterator[int]:
    """Where the figures begin that stand before a slash; most texts have few slashes, and many figures."""
    for slash in _SLASH.finditer(text):
        start = slash.start()
        while start > 0 and (text[start - 1].isdigit() or text[start - 1] == "."):
            start -= 1
        if not (start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_/.,:-")):
            yield start


FORM: Final = Form(
    title="Dutch courts and the Court of Human Rights",
    openings=(
        Opening(words="|".join(f"{each} " for each in _JOURNALS), readers=(read_journal_case,)),
        Opening(words="|".join(("AWB|C/|HA ZA|HA RK|KG ZA|KG RK", *_DISTRICTS)), readers=(read_code,)),
        Opening(find=_places, readers=(read_number,)),
    ),
    examples=(
        ("NJ 2012/123", "NJ 2012/123"),
        ("Rb. Noord-Nederland, AWB 20/1234", "AWB 20/1234"),
        ("C/09/456789 / HA ZA 20-12", "C/09/456789"),
        ("Hoge Raad, zaaknummer 18/01234", "18/01234"),
        ("201600614/1/R2", "201600614/1/R2"),
        ("200.178.245/01", "200.178.245/01"),
        ("CRvB 18/1234 WIA", "18/1234 WIA"),
        ("parketnummer 09/123456-12", "09/123456-12"),
        ("AB 2019/321, m.nt. De Vries", "AB 2019/321"),
        ("EHRM 47143/06", "EHRM 47143/06"),
    ),
    uncertain=(
        ("18/01234", "18/01234"),
        ("SGR 20/1234", "SGR 20/1234"),
        ("HA ZA 20-12", "HA ZA 20-12"),
        ("AB 2019/321", "AB 2019/321"),
    ),
    lookalikes=(
        "47143/06",
        "06/12345678",
        "NJ 2012",
        "de JB 2014",
        "C/2025/659",
        "12/2023",
        "AWB 2020",
        "bestelling A18/01234",
        "18/01234/2",
    ),
)
