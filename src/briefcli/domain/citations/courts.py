"""Judgments by their European Case Law Identifier, and cases of courts by their own numbers or a law journal.

`ECLI:NL:…`, `LJN BD9220`; of the Court of Justice `C-123/22`, `zaak 26/62`; of Dutch courts `AWB 20/1234`,
`C/09/456789 / HA ZA 20-12`, `NJ 2012/123`; `EHRM … nr. 47143/06`. A number whose form any register may have is certain
only where a court is named beside it.
"""

from collections.abc import Iterator
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import EUR_LEX, NO_WORD, Citation, Form, Opening, Shape, cite_one, plain, reference
from briefcli.domain.citations.forms import kind_of
from briefcli.domain.citations.spelling import ALONE, BLANK, GAP, GOES_ON, JOINT, WORD
from briefcli.patterns import Pattern

_MARK: Final = r"[ ]?:\s?"
# Behind a point in a Dutch or European one stands the mark of a footnote; other countries have points in the number.
_ECLI: Final = Shape(
    rf"{WORD}(?:ECLI|ecli){_MARK}(?:(?P<plain>NL|nl|EU|eu)|[A-Za-z]{{2}}){_MARK}[A-Za-z0-9]{{1,12}}"
    rf"{_MARK}(?:18|19|20)[0-9]{{2}}{_MARK}[A-Za-z0-9]{{1,30}}(?(plain)|(?:\.[A-Za-z0-9]{{1,10}}){{0,4}})",
    lambda match: plain(match[0]).upper(),
)
# The Court of Justice leaves the first part out when it cites itself.
_SHORT: Final = Shape(rf"{ALONE}(?<!:)EU:[CTF]:(?:19|20)[0-9]{{2}}:[0-9]{{1,4}}(?![0-9A-Za-z])", "ECLI:{0}")
_LJN: Final = Shape(
    rf"{ALONE}LJN(?:-?nummer|-nr\.)?(?:{GAP}[:.])?{GAP}(?:nr\.?{GAP})?"
    r"(?P<number>[A-Z]{2}[ ]?[0-9]{4})(?![0-9A-Za-z])",
    "LJN {number}",
)

_NO_CASES_THEN: Final = later("The Court had no case with that letter and year.")
_OTHER_COURT: Final = later("Only the word beside the number suggests that this is a case of the Court of Justice.")
_LOOK_BACK: Final = 120
_LOOK_AHEAD: Final = 60
# The Court began in 1953 and put no letter before its numbers until the General Court came in 1989.
_FIRST_LETTER_YEAR: Final = 89
_LAST_YEAR: Final = 49  # of the century after
_CIVIL_SERVICE: Final = range(5, 17)

_OLD_NUMBER: Final = rf"[1-9][0-9]{{0,2}}/(?:5[3-9]|[67][0-9]|8[0-8])(?![0-9/-]|{GOES_ON})"
_CASE: Final = Pattern(
    rf"{ALONE}(?P<court>[CTF])-(?!0+/)(?P<number>[0-9]{{1,4}})/(?P<year>[0-9]{{2}})(?![0-9/])"
    rf"(?:[ ](?P<sort>P|PPU|R|P-R)(?![A-Za-z0-9-]))?"
)
_OLD_CASE: Final = Pattern(
    rf"{ALONE}(?:[Zz]a(?:ak|ken)|[Cc]ases?|HvJ(?:{BLANK}(?:EG|EU))?[^;.\n/]{{0,40}}?,){BLANK}(?:nrs?\.?{GAP})?"
    rf"(?P<cases>{_OLD_NUMBER}(?:{JOINT}{_OLD_NUMBER}){{0,9}})"
)
_OLD_NUMBERS: Final = Pattern(_OLD_NUMBER)
_YEAR_OF_OLD_CASE: Final = Pattern(r"/(?:5[3-9]|[67][0-9]|8[0-8])(?![0-9/-])")
_OLD_WORD: Final = Pattern(r"(?<![A-Za-z])(?:[Zz]a(?:ak|ken)|[Cc]ases?|HvJ)(?![a-z])")
_JUDGE_BESIDE: Final = Pattern(
    r"HvJ|Hof van Justitie|Court of Justice|Europe(?:se|es)|[Gg]evoegde|Jur(?:ispr)?\.|ECR|EU:C:"
    r"|(?<![A-Za-z])EE?G(?![A-Za-z])"
)
_COURT_BEFORE: Final = Pattern(
    r"(?<![A-Za-z])(?:[Zz]aak(?:nrs?|nummers?)?|[Zz]aken|[Cc]ases?|HvJ(?:EU|EG)?|HvJEU|GvEA|Gerecht|Hof|CURIA|[Cc]uria|[Aa]rrest(?:en)?|[Jj]udgments?|ECLI)(?![a-z])"
)


def read_court_case(text: str, position: int) -> Citation | None:
    match = _CASE.match(text, position)
    if match is None:
        return None
    court, year = match["court"], int(match["year"])
    is_named = _COURT_BEFORE.search(text, max(0, position - _LOOK_BACK), position) is not None
    is_timely = year in _CIVIL_SERVICE if court == "F" else year >= _FIRST_LETTER_YEAR or year <= _LAST_YEAR
    if not is_named and (not is_timely or court == "F"):
        return None
    sort = f" {match['sort']}" if match["sort"] else ""
    reason = NO_WORD if not is_named else None if is_timely else _NO_CASES_THEN
    return cite_one(match, f"{court}-{int(match['number'])}/{match['year']}{sort}", reason)


def _old_cases(text: str) -> Iterator[int]:
    """Where the word stands that announces a number with such a year."""
    for year in _YEAR_OF_OLD_CASE.finditer(text):
        yield from (word.start() for word in _OLD_WORD.finditer(text, max(0, year.start() - _LOOK_AHEAD), year.start()))


def read_old_case(text: str, position: int) -> Citation | None:
    """`zaak 26/62`, `gevoegde zaken 60/84 en 61/84`: cases of before 1989, which have no letter."""
    match = _OLD_CASE.match(text, position)
    if match is None:
        return None
    is_sure = _JUDGE_BESIDE.search(text, max(0, position - _LOOK_BACK), match.end() + _LOOK_AHEAD)
    cases = _OLD_NUMBERS.finditer(text, *match.span("cases"))
    cited = (reference(text, *case.span(), case[0], None if is_sure else _OTHER_COURT) for case in cases)
    return Citation(tuple(cited), match.end())


_REACH: Final = 80
_NEAR: Final = 40
_EACH_COURT: Final = later("Each court has a case with this number, and none is stated with it.")

# Journals whose letters mean nothing else, and those that may.
_OWN_LETTERS: Final = "NJ |RvdW |BNB |EHRC "
_LETTERS: Final = "AB |JB |JV |JAR |JOR |RSV |USZ |TAR |V-N |NTFR "
_DISTRICTS: Final = "AMS|ALK|ALM|ARN|ASS|BRE|DOR|GRO|HAA|LEE|MAA|MID|ROE|ROT|SGR|SHE|UTR|ZUT|ZWO"
_IN_JOURNAL: Final = (
    rf"(?:,?{BLANK})(?P<year>(?:19|20)[0-9]{{2}})(?:/|,{GAP}(?:nr\.{GAP})?)"
    r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,2}(?![0-9]))?)(?![0-9/]|[.,][0-9])"
)
_AT_COURT: Final = rf"[ ]?-?[ ]?(?P<year>[0-9]{{2}})[ ]?[/_][ ]?(?P<number>[0-9]{{1,5}})(?![0-9/]|-[0-9]|{GOES_ON})"
_ROLL: Final = r"(?P<roll>HA|KG)[ ](?P<sort>ZA|RK)[ ](?P<case>[0-9]{2}-[0-9]{1,4})(?![0-9])"
_CIVIL: Final = Shape(rf"{ALONE}(?P<number>C/[0-9]{{2}}/[0-9]{{4,6}})(?![0-9/])(?:{GAP}[/,]?{GAP}{_ROLL})?", "{number}")
_ON_ROLL: Final = Shape(ALONE + _ROLL, "{roll} {sort} {case}", _EACH_COURT)
_BENEFITS: Final = "WIA|WAO|WAJONG|WAZ|WW|ZW|PW|WWB|AOW|ANW|AKW|AW|WMO|WMO15|WSF|WTOS|BPW|IOAW|IOAZ|MAW|WUV"
# Appeal, the Council of State, the Central Court of Appeal (with the law on benefits)
_SURE: Final = Shape(
    r"200[.][0-9]{3}[.][0-9]{3}(?:/[0-9]{2})(?![0-9])|20[0-2][0-9]{6}/[1-9](?:/[A-Z]{1,2}[0-9])?(?![0-9A-Za-z])"
    rf"|[0-9]{{2}}/[0-9]{{3,5}}[ ]?(?:{_BENEFITS})(?![A-Za-z])",
    lambda match: match[0],
)
_HUMAN_RIGHTS: Final = Pattern(rf"(?!20[0-9]{{2}}/)[0-9]{{4,5}}/[0-9]{{2}}(?![0-9/]|-[0-9]|{GOES_ON})")
_STRASBOURG: Final = Pattern(
    r"EHRM|ECHR|ECtHR|HUDOC|[Aa]ppl(?:ications?|\.)[ ]?no|Hof voor de [Rr]echten van de [Mm]ens|Court of Human Rights"
)
_COURT: Final = Pattern(
    r"(?<![A-Za-z])(?:[Rr]echtbank|Rb|[Gg]erechtshof|Hof|HR|Hoge Raad|PHR|ABRvS|[Rr]aad van State|CRvB|Centrale Raad"
    r"|CBb|[Zz]aak(?:nr|nummers?)|[Rr]olnr|[Rr]olnummer|[Rr]ekestn|[Pp]arketn|[Pp]rocedurenummer|[Uu]itspraak|[Aa]rrest|[Bb]eschikking"
    r"|[Vv]onnis|[Cc]onclusie|m\.nt|ECLI:NL|Gst|LJN)"
)
_PLAIN: Final = Shape(
    rf"[0-9]{{2}}/[0-9]{{5}}(?![0-9/]|-[0-9]|{GOES_ON})|[0-9]{{2}}/[0-9]{{6}}-[0-9]{{2}}(?![0-9/-]|{GOES_ON})",
    doubt=NO_WORD,
    unless=_COURT,
    reach=_REACH,
)
_SLASH: Final = Pattern(r"/(?<=[0-9]/)[0-9]")


def read_human_rights(text: str, position: int) -> Citation | None:
    """`EHRM 47143/06`, `zaak 47143/06 bij het EHRM`: only where that court is named beside it."""
    match = _HUMAN_RIGHTS.match(text, position)
    is_named = match and _STRASBOURG.search(text, max(0, position - _REACH), match.end() + _NEAR)
    return cite_one(match, f"EHRM {match[0]}") if match and is_named else None


def _places(text: str) -> Iterator[int]:
    """Where the figures begin that stand before a slash; most texts have few slashes, and many figures."""
    for slash in _SLASH.finditer(text):
        start = slash.start()
        while start > 0 and (text[start - 1].isdigit() or text[start - 1] == "."):
            start -= 1
        if not (start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_/.,:-")):
            yield start


def _lettered(words: str, number: str, doubt: str | None = None) -> Opening:
    """A number behind letters: `NJ 2012/123`, `SGR 20/1234`."""
    pattern = f"{ALONE}(?P<letters>{words.replace(' ', '')}){number}"
    shape = Shape(pattern, "{letters} {year}/{number}", doubt, unless=_COURT, reach=_REACH)
    return Opening(words=words, readers=(shape,))


def address(canonical: str) -> str | None:
    if canonical.startswith("ECLI:NL:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={canonical}"
    if canonical.startswith("ECLI:EU:"):
        return f"{EUR_LEX}ecli:{canonical}"
    is_of_union = kind_of(canonical) == "eu-case"
    return f"https://curia.europa.eu/juris/liste.jsf?num={canonical.replace(' ', '%20')}" if is_of_union else None


FORM: Final = Form(
    title="courts",
    openings=(
        Opening(words="ECLI:|ecli:", readers=(_ECLI,)),
        Opening(words="EU:", readers=(_SHORT,)),
        Opening(words="LJN", readers=(_LJN,)),
        Opening(words="C-|T-|F-", readers=(read_court_case,)),
        Opening(find=_old_cases, sign="/", readers=(read_old_case,)),
        _lettered(_OWN_LETTERS, _IN_JOURNAL),
        _lettered(_LETTERS, _IN_JOURNAL, NO_WORD),
        _lettered("AWB", _AT_COURT),
        _lettered(_DISTRICTS, _AT_COURT, NO_WORD),
        Opening(words="C/", readers=(_CIVIL,)),
        Opening(words="HA ZA|HA RK|KG ZA|KG RK", readers=(_ON_ROLL,)),
        Opening(find=_places, sign="/", readers=(_SURE, _PLAIN, read_human_rights)),
    ),
    address=address,
)
