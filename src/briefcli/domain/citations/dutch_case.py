"""Cases of Dutch courts and of the Court of Human Rights by their own numbers, or by a law journal.

`AWB 20/1234`, `C/09/456789 / HA ZA 20-12`, `NJ 2012/123`, `EHRM … nr. 47143/06`. A number that any register may have
is certain only if a court is named near it.
"""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import NO_WORD, Derived, Form, Matcher, Opening, is_near
from briefcli.domain.citations.spelling import ALONE, BLANK, GAP, GOES_ON
from briefcli.patterns import Pattern

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
_COURT: Final = Pattern(
    r"(?<![A-Za-z])(?:[Rr]echtbank|Rb|[Gg]erechtshof|Hof|HR|Hoge\sRaad|PHR|ABRvS|[Rr]aad\svan\sState|CRvB|Centrale\sRaad"
    r"|CBb|[Rr]oln(?:r|ummer)|[Rr]ekestn|[Pp]arketn|[Uu]itspraak|[Aa]rrest|[Vv]onnis"
    r"|[Cc]onclusie|m\.nt|ECLI:NL|Gst|LJN)"
)


def _doubt(match: re.Match[str]) -> str | None:
    return None if is_near(match, _COURT, _REACH, _REACH) else NO_WORD


_PLAIN: Final = Matcher(
    rf"[0-9]{{2}}/[0-9]{{5}}(?![0-9/]|-[0-9]|{GOES_ON})|[0-9]{{2}}/[0-9]{{6}}-[0-9]{{2}}(?![0-9/-]|{GOES_ON})",
    doubt=_doubt,
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


FORM: Final = Form(
    title="Dutch courts and the Court of Human Rights",
    words="C/|HA ZA|HA RK|KG ZA|KG RK",
    find=_BEFORE_SLASH,
    readers=(_CIVIL, _ON_ROLL, _SURE, _PLAIN, _HUMAN_RIGHTS),
    openings=(
        # Abbreviations of journals and courts: those that mean nothing else, and those that may.
        _lettered("NJ |RvdW |BNB |EHRC ", _IN_JOURNAL),
        _lettered("AB |JB |JV |JAR |JOR |RSV |USZ |TAR |V-N |NTFR ", _IN_JOURNAL, _doubt),
        _lettered("AWB", _AT_COURT),
        _lettered("AMS|ALK|ALM|ARN|ASS|BRE|DOR|GRO|HAA|LEE|MAA|MID|ROE|ROT|SGR|SHE|UTR|ZUT|ZWO", _AT_COURT, _doubt),
    ),
    examples="""
        NJ 2012/123
        Rb. Noord-Nederland, AWB 20/1234 → AWB 20/1234
        C/09/456789 / HA ZA 20-12 → C/09/456789
        Hoge Raad, zaaknummer 18/01234 → 18/01234
        201600614/1/R2 | 200.178.245/01
        18/01234 → 18/01234?
    """,
)
