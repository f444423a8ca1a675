"""Judgments and cases of courts: `ECLI:NL:…`, `C-402/05 P`, `zaak 26/62`, `AWB 20/1234`, `NJ 2012/123`.

A number that any register may have is certain only if a court is named near it.
"""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import (
    EUR_LEX,
    NO_WORD,
    Citation,
    Derived,
    Form,
    Matcher,
    Opening,
    is_near,
    reference,
    with_further,
    without_spaces,
)
from briefcli.domain.citations.forms import kind_of
from briefcli.domain.citations.spelling import ALONE, BLANK, GAP, GOES_ON, WORD
from briefcli.patterns import Pattern

_MARK: Final = r"[ ]?:\s?"
# In a Dutch or European identifier, a footnote mark follows a full stop. Other countries have full stops in the number.
_ECLI: Final = Matcher(
    rf"{WORD}(?:ECLI|ecli){_MARK}(?:(?P<plain>NL|nl|EU|eu)|[A-Za-z]{{2}}){_MARK}[A-Za-z0-9]{{1,12}}"
    rf"{_MARK}(?:18|19|20)[0-9]{{2}}{_MARK}[A-Za-z0-9]{{1,30}}(?(plain)|(?:\.[A-Za-z0-9]{{1,10}}){{0,4}})",
    lambda match: without_spaces(match[0]).upper(),
)
# The Court of Justice leaves the first part out when it cites itself.
_SHORT: Final = Matcher(rf"{ALONE}(?<!:)EU:[CTF]:(?:19|20)[0-9]{{2}}:[0-9]{{1,4}}(?![0-9A-Za-z])", "ECLI:{0}")
_LJN: Final = Matcher(
    rf"{ALONE}LJN(?:-?nummer|-nr\.)?(?:{GAP}[:.])?{GAP}(?:nr\.?{GAP})?"
    r"(?P<number>[A-Z]{2}[ ]?[0-9]{4})(?![0-9A-Za-z])",
    "LJN {number}",
)

# The Court of Justice of the European Union
_NO_CASES_THEN: Final = later("The Court had no case with that letter and year.")
_OTHER_COURT: Final = later("Only the word beside the number suggests that this is a case of the Court of Justice.")
# The Court began in 1953 and put no letter before its numbers until the General Court came in 1989.
_FIRST_LETTER_YEAR: Final = 89
_LAST_YEAR: Final = 49  # 2049: higher years are of the last century
_CIVIL_SERVICE: Final = range(5, 17)

_OLD_NUMBER: Final = rf"[1-9][0-9]{{0,2}}/(?:5[3-9]|[67][0-9]|8[0-8])(?![0-9/-]|{GOES_ON})"
_OLD_CASE: Final = Pattern(
    rf"{ALONE}(?:[Zz]a(?:ak|ken)|[Cc]ases?|HvJ(?:{BLANK}(?:EG|EU))?[^;.\n/]{{0,40}}?,){BLANK}(?:nrs?\.?{GAP})?"
    rf"(?P<case>{_OLD_NUMBER})"
)
_JUDGE_BESIDE: Final = Pattern(
    r"HvJ|Hof van Justitie|Court of Justice|Europe(?:se|es)|[Gg]evoegde|Jur(?:ispr)?\.|ECR|EU:C:"
    r"|(?<![A-Za-z])EE?G(?![A-Za-z])"
)
_COURT_BEFORE: Final = Pattern(
    r"(?<![A-Za-z])(?:[Zz]aak(?:nrs?|nummers?)?|[Zz]aken|[Cc]ases?|HvJ(?:EU|EG)?|HvJEU|GvEA|Gerecht|Hof|CURIA|[Cc]uria|[Aa]rrest(?:en)?|[Jj]udgments?|ECLI)(?![a-z])"
)


def _is_timely(case: re.Match[str]) -> bool:
    year = int(case["year"])
    return year in _CIVIL_SERVICE if case["court"] == "F" else year >= _FIRST_LETTER_YEAR or year <= _LAST_YEAR


def _identifier(case: re.Match[str]) -> str | None:
    if not is_near(case, _COURT_BEFORE, 120) and (not _is_timely(case) or case["court"] == "F"):
        return None
    sort = f" {case['sort']}" if case["sort"] else ""
    return f"{case['court']}-{int(case['number'])}/{case['year']}{sort}"


def _doubt(case: re.Match[str]) -> str | None:
    if not is_near(case, _COURT_BEFORE, 120):
        return NO_WORD
    return None if _is_timely(case) else _NO_CASES_THEN


_CASE: Final = Matcher(
    rf"{ALONE}(?P<court>[CTF])-(?!0+/)(?P<number>[0-9]{{1,4}})/(?P<year>[0-9]{{2}})(?![0-9/])"
    rf"(?:[ ](?P<sort>P|PPU|R|P-R)(?![A-Za-z0-9-]))?",
    _identifier,
    _doubt,
)


@with_further
def read_old_case(text: str, position: int) -> Citation | None:
    """`zaak 26/62`, `gevoegde zaken 60/84 en 61/84`: cases from before 1989, which have no letter."""
    match = _OLD_CASE.match(text, position)
    if match is None:
        return None
    doubt = None if is_near(match, _JUDGE_BESIDE, 120, 60) else _OTHER_COURT
    return Citation((reference(text, *match.span("case"), match["case"], doubt),), match.end())


# Dutch courts and the Court of Human Rights
_REACH: Final = 80
_EACH_COURT: Final = later("Each court has a case with this number, and none is stated with it.")

_IN_JOURNAL: Final = (
    rf"(?:,?{BLANK})(?P<year>(?:19|20)[0-9]{{2}})(?:/|,{GAP}(?:nr\.{GAP})?)"
    r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,2}(?![0-9]))?)(?![0-9/]|[.,][0-9])"
)
_AT_COURT: Final = rf"[ ]?-?[ ]?(?P<year>[0-9]{{2}})[ ]?[/_][ ]?(?P<number>[0-9]{{1,5}})(?![0-9/]|-[0-9]|{GOES_ON})"
_ROLL: Final = r"(?P<roll>HA|KG)[ ](?P<sort>ZA|RK)[ ](?P<case>[0-9]{2}-[0-9]{1,4})(?![0-9])"
_CIVIL: Final = Matcher(
    rf"{ALONE}(?P<number>C/[0-9]{{2}}/[0-9]{{4,6}})(?![0-9/])(?:{GAP}[/,]?{GAP}{_ROLL})?", "{number}"
)
_ON_ROLL: Final = Matcher(ALONE + _ROLL, "{roll} {sort} {case}", _EACH_COURT)
_BENEFITS: Final = "WIA|WAO|WAJONG|WAZ|WW|ZW|PW|WWB|AOW|ANW|AKW|AW|WMO|WMO15|WSF|WTOS|BPW|IOAW|IOAZ|MAW|WUV"
# Numbers of the courts of appeal, the Raad van State, and the Centrale Raad van Beroep (with the law on benefits)
_SURE: Final = Matcher(
    r"200[.][0-9]{3}[.][0-9]{3}(?:/[0-9]{2})(?![0-9])|20[0-2][0-9]{6}/[1-9](?:/[A-Z]{1,2}[0-9])?(?![0-9A-Za-z])"
    rf"|[0-9]{{2}}/[0-9]{{3,5}}[ ]?(?:{_BENEFITS})(?![A-Za-z])",
    lambda match: match[0],
)
_STRASBOURG: Final = Pattern(
    r"EHRM|ECHR|ECtHR|HUDOC|[Aa]ppl(?:ications?|\.)[ ]?no|Hof voor de [Rr]echten van de [Mm]ens|Court of Human Rights"
)
_DUTCH_COURT: Final = Pattern(
    r"(?<![A-Za-z])(?:[Rr]echtbank|Rb|[Gg]erechtshof|Hof|HR|Hoge Raad|PHR|ABRvS|[Rr]aad van State|CRvB|Centrale Raad"
    r"|CBb|[Rr]oln(?:r|ummer)|[Rr]ekestn|[Pp]arketn|[Uu]itspraak|[Aa]rrest|[Vv]onnis"
    r"|[Cc]onclusie|m\.nt|ECLI:NL|Gst|LJN)"
)


def _doubt_of_court(match: re.Match[str]) -> str | None:
    return None if is_near(match, _DUTCH_COURT, _REACH, _REACH) else NO_WORD


_PLAIN: Final = Matcher(
    rf"[0-9]{{2}}/[0-9]{{5}}(?![0-9/]|-[0-9]|{GOES_ON})|[0-9]{{2}}/[0-9]{{6}}-[0-9]{{2}}(?![0-9/-]|{GOES_ON})",
    doubt=_doubt_of_court,
)
# `EHRM 47143/06`, `zaak 47143/06 bij het EHRM`: only if that court is named near it
_HUMAN_RIGHTS: Final = Matcher(
    rf"(?!20[0-9]{{2}}/)[0-9]{{4,5}}/[0-9]{{2}}(?![0-9/]|-[0-9]|{GOES_ON})",
    lambda match: f"EHRM {match[0]}" if is_near(match, _STRASBOURG, _REACH, 40) else None,
)
# Only digits before a slash are tried, as most texts have many digits but few slashes.
_BEFORE_SLASH: Final = Pattern(r"[0-9](?<![\w/.,:-].)[0-9.]*+/[0-9]")


def _lettered(words: str, number: str, doubt: Derived | None = None) -> Opening:
    """The opening for numbers after one of these abbreviations: `NJ 2012/123`, `SGR 20/1234`."""
    pattern = f"{ALONE}(?P<letters>{words.replace(' ', '')}){number}"
    return Opening(words=words, readers=(Matcher(pattern, "{letters} {year}/{number}", doubt),))


def address(canonical: str) -> str | None:
    if canonical.startswith("ECLI:NL:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={canonical}"
    if canonical.startswith("ECLI:EU:"):
        return f"{EUR_LEX}ecli:{canonical}"
    is_european = kind_of(canonical) == "eu-case"
    return f"https://curia.europa.eu/juris/liste.jsf?num={canonical.replace(' ', '%20')}" if is_european else None


FORM: Final = Form(
    title="courts",
    openings=(
        Opening(words="ECLI:|ecli:", readers=(_ECLI,)),
        Opening(words="EU:", readers=(_SHORT,)),
        Opening(words="LJN", readers=(_LJN,)),
        Opening(words="C-|T-|F-", readers=(_CASE,)),
        Opening(words="zaak |Zaak |zaken |Zaken |case|Case|HvJ", readers=(read_old_case,)),
        # Abbreviations of journals and courts: those that mean nothing else, and those that may.
        _lettered("NJ |RvdW |BNB |EHRC ", _IN_JOURNAL),
        _lettered("AB |JB |JV |JAR |JOR |RSV |USZ |TAR |V-N |NTFR ", _IN_JOURNAL, _doubt_of_court),
        _lettered("AWB", _AT_COURT),
        _lettered(
            "AMS|ALK|ALM|ARN|ASS|BRE|DOR|GRO|HAA|LEE|MAA|MID|ROE|ROT|SGR|SHE|UTR|ZUT|ZWO", _AT_COURT, _doubt_of_court
        ),
        Opening(words="C/", readers=(_CIVIL,)),
        Opening(words="HA ZA|HA RK|KG ZA|KG RK", readers=(_ON_ROLL,)),
        Opening(find=_BEFORE_SLASH, readers=(_SURE, _PLAIN, _HUMAN_RIGHTS)),
    ),
    address=address,
    examples="""
        ECLI:NL:RVS:2019:1603 | ECLI:EU:C:2024:123
        EU:C:2024:123 → ECLI:EU:C:2024:123
        LJN BD9220
        zaak C-123/22 → C-123/22
        HvJ EU 12 maart 2024, C-123/22, punt 45 → C-123/22
        gevoegde zaken C-203/15 en C-698/15 | gevoegde zaken C-203/15 en 698/15 → C-203/15;C-698/15
        gevoegde zaken C-203/15 t/m C-205/15 → C-203/15;C-204/15;C-205/15
        zaak C-402/05 P → C-402/05 P
        arrest T-604/18 → T-604/18
        HvJ EG 5 februari 1963, zaak 26/62 → 26/62
        NJ 2012/123
        Rb. Noord-Nederland, AWB 20/1234 → AWB 20/1234
        C/09/456789 / HA ZA 20-12 → C/09/456789
        Hoge Raad, zaaknummer 18/01234 → 18/01234
        201600614/1/R2 | 200.178.245/01
        18/01234 → 18/01234?
    """,
)
