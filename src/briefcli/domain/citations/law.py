"""Dutch law in force, by its number and by article: `BWBR0005416`, `artikel 8:26 van de Algemene wet bestuursrecht`."""

import re
from itertools import takewhile
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import Citation, Form, Matcher, reference
from briefcli.domain.citations.spelling import ALONE, AND, BLANK, GAP, THROUGH, WORD
from briefcli.patterns import Pattern

_MOST_ARTICLES: Final = 30

# The laws that papers of ministries cite by article, by their names and short names.
_LAWS: Final = {
    "BWBR0005537": r"Algemene wet bestuursrecht|Awb|AWB",
    "BWBR0001840": r"Grondwet|Gw|GW",
    "BWBR0045754": r"Wet open overheid|Woo",
    "BWBR0005252": r"Wet openbaarheid van bestuur|Wob|WOB",
    "BWBR0039429": r"Comptabiliteitswet 2016|CW 2016",
    "BWBR0005416": r"Gemeentewet",
    "BWBR0005645": r"Provinciewet",
    "BWBR0011823": r"Vreemdelingenwet 2000|Vw 2000",
    "BWBR0001854": r"Wetboek van Strafrecht|Sr",
    "BWBR0001903": r"Wetboek van Strafvordering|Sv",
    "BWBR0039896": r"Wet op de inlichtingen- en veiligheidsdiensten 2017|Wiv 2017",
    "BWBV0001000": r"EVRM|Europees Verdrag voor de Rechten van de Mens",
    "BWBR0006799": r"Rijkswet goedkeuring en bekendmaking verdragen|Rgbv",
}
# The treaties of the European Union, which have a CELEX number for each article.
_TREATIES: Final = {
    "M": r"VEU|EU-Verdrag|Verdrag betreffende de Europese Unie|TEU|Treaty on European Union",
    "E": (
        r"VWEU|Verdrag betreffende de werking van de Europese Unie"
        r"|TFEU|Treaty on the Functioning of the European Union"
    ),
}
_LAW: Final = "|".join(f"(?P<{number}>{names.replace(' ', BLANK)})" for number, names in (_LAWS | _TREATIES).items())

# The number of a law; also with an article, as in a web address of wetten.overheid.nl
_NUMBER: Final = Matcher(
    ALONE + r"(?:(?:BWB[RV][0-9]{7}|CVDR[0-9]{3,7})(?![0-9A-Za-z])|jci1\.[0-9]:[cv]:BWB[RV][0-9]{7}"
    r"(?:&(?:hoofdstuk|paragraaf|afdeling|artikel|lid)=[0-9A-Za-z]{1,6}(?:[.:][0-9A-Za-z]{1,6}){0,2}){1,5})"
)
_ARTICLE: Final = r"[0-9]{1,4}(?::[0-9]{1,3})?(?:\.[0-9]{1,3})?[a-z]{0,2}(?![0-9A-Za-z:])"
_ORDINAL: Final = "(?:eerste|achtste|[a-z]{2,8}de)"
_AND: Final = rf"{GAP}(?:,?{GAP}{AND}|,){GAP}"
# A part of an article, or a list of parts: "eerste en tweede lid", "leden 1 en 2", "onder a, b en g", ".2.e"
_PART: Final = (
    rf"(?:(?<=\.[0-9])|(?<=\.[0-9]{{2}}))\.[0-9]{{1,2}}(?:\.?[a-z]{{1,2}})?(?![0-9A-Za-z])|{GAP},?{GAP}(?:en{BLANK})?(?:{_ORDINAL}(?:{_AND}{_ORDINAL}){{0,4}}{BLANK}lid|lid{BLANK}[0-9]{{1,2}}"
    rf"|leden{BLANK}[0-9]{{1,2}}(?:{_AND}[0-9]{{1,2}}){{1,4}}|\([0-9]{{1,2}}\)|e\.?v\."
    rf"|(?:aanhef|onder|onderdeel|sub){BLANK}(?:en{BLANK}(?:onder|onderdeel){BLANK})?[a-z0-9]{{1,2}}(?![a-z0-9])"
    rf"(?:{_AND}[a-z](?![a-z0-9])){{0,6}})"
)
_PARTS: Final = Pattern(_PART)
_MAY_BE_PARAGRAPH: Final = Pattern(rf"lid{BLANK}[0-9]{{1,2}}{_AND}[0-9]{{1,2}}(?![0-9:.])")
_ARTICLE_OR_PARAGRAPH: Final = later("A number without “artikel” may be that of a paragraph.")
_ARTICLE_ALONE: Final = Pattern(rf"(?<![0-9A-Za-z:.]){_ARTICLE}")
_RANGE: Final = Pattern(
    rf"(?<![0-9A-Za-z:.])((?:[0-9]{{1,4}}:)?)([0-9]{{1,4}}){GAP}{THROUGH}{GAP}\1([0-9]{{1,4}})(?![0-9A-Za-z:.])"
)
_THROUGH: Final = Pattern(THROUGH)
_WORD: Final = r"(?:[Aa]rtikel(?:en)?|[Aa]rticles?|[Aa]rtt?\.|[Aa]rtt?(?=\s[0-9]))"
_ARTICLES: Final = Pattern(
    rf"{WORD}{_WORD}{BLANK}(?P<articles>{_ARTICLE}(?:{_PART}){{0,4}}"
    rf"(?:(?:{_AND}|{GAP}{THROUGH}{GAP})(?:{_WORD}{BLANK})?{_ARTICLE}(?:{_PART}){{0,4}}){{0,8}}){GAP},?{GAP}(?:(?:van|uit|of){BLANK}(?:de|het|the){BLANK})?(?:{_LAW})(?![A-Za-z0-9]|{BLANK}van{BLANK}[A-Z])"
)


def read_articles(text: str, position: int) -> Citation | None:
    """Every article of a list, by the identifier of wetten.overheid.nl, or by CELEX number for the EU treaties."""
    match = _ARTICLES.match(text, position)
    if match is None or match.lastgroup is None:
        return None
    law = match.lastgroup
    listed = _RANGE.sub(_spread, _PARTS.sub("", match["articles"]))
    if _THROUGH.search(listed):  # "5a t/m 5c": which articles lie between is not known
        return None
    articles = list(dict.fromkeys(_ARTICLE_ALONE.findall(listed)))[:_MOST_ARTICLES]
    if law in _TREATIES:  # "42.7" is the seventh paragraph of article 42
        numbers = dict.fromkeys(article.partition(".")[0] for article in articles)
        cited = [f"12016{law}{number:0>3}" for number in takewhile(str.isdigit, numbers)]
    else:
        cited = [f"jci1.3:c:{law}&artikel={article}" for article in articles]
    doubt = _ARTICLE_OR_PARAGRAPH if _MAY_BE_PARAGRAPH.search(match["articles"]) else None
    found = tuple(reference(text, *match.span(), each, doubt) for each in cited)
    return Citation(found, match.end()) if found else None


def _spread(ends: re.Match[str]) -> str:
    first, last = int(ends[2]), int(ends[3])
    return " ".join(f"{ends[1]}{each}" for each in range(first, min(last, first + _MOST_ARTICLES) + 1))


def address(canonical: str) -> str | None:
    site = "lokaleregelgeving" if canonical.startswith("CVDR") else "wetten"
    return f"https://{site}.overheid.nl/{canonical}"


FORM: Final = Form(
    title="Dutch law",
    words="BWBR|BWBV|CVDR|jci1.|~rt",
    readers=(_NUMBER, read_articles),
    address=address,
    examples="""
        BWBR0005416
        artikel 8:26 van de Algemene wet bestuursrecht → jci1.3:c:BWBR0005537&artikel=8:26
        artikelen 8:26 en 8:29 Awb → jci1.3:c:BWBR0005537&artikel=8:26;jci1.3:c:BWBR0005537&artikel=8:29
        art. 8:26-8:27 Awb → jci1.3:c:BWBR0005537&artikel=8:26;jci1.3:c:BWBR0005537&artikel=8:27
        art. 5.1, tweede lid, onder a, Woo → jci1.3:c:BWBR0045754&artikel=5.1
        art 5.1.2.e Woo → jci1.3:c:BWBR0045754&artikel=5.1
        artikel 42, zevende lid, VEU → 12016M042
    """,
)
