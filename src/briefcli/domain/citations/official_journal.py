"""The Official Journal of the European Union: `PbEU 2016, L 119`, `OJ L, 2024/1689`."""

from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.celex import EUR_LEX
from briefcli.domain.citations.form import Citation, Form, Opening, cite_one
from briefcli.domain.citations.pattern import Pattern
from briefcli.domain.citations.spelling import BLANK, GAP, PAGE_WORD, Span, stands_alone

_NO_YEAR: Final = later("The year of the Official Journal is not stated.")

_TITLE: Final = (
    r"(?:P[bB](?:{GAP}(?:EU|EG|EEG|EGKS|EC)(?![A-Za-z]))?|[Pp]ublicatieblad|OJ|JO|Official Journal)(?![A-Za-z])\.?"
)
_NAMED: Final = rf"{_TITLE}(?:{{BLANK}}van{{BLANK}}de{{BLANK}}E(?:U|G|uropese{{BLANK}}(?:Unie|Gemeenschappen)))?"
_WORD: Final = _NAMED.replace("{GAP}", GAP).replace("{BLANK}", BLANK)
# Since October 2023 every act has a number of its own, and the series C too.
_BY_ACT: Final = Pattern(
    rf"{_WORD}{GAP},?{GAP}(?P<series>[LC])(?:,{GAP}(?:(?P=series)/)?|/|{BLANK})(?P<year>20(?:2[3-9]|[3-4][0-9]))/(?P<number>[0-9]{{1,5}})(?![0-9])"
)
_IDENTIFIER: Final = Pattern(r"OJ:[LC](?:_20[0-9]{7}|:(?:19|20)[0-9]{2}:[0-9]{1,3}(?::TOC)?)(?![0-9])")
_YEAR_FIRST: Final = Pattern(
    rf"{_WORD}{GAP},?{GAP}(?P<year>(?:19|20)[0-9]{{2}}){GAP},?{GAP}(?:nr\.?{GAP})?(?P<series>[LC]){GAP}(?:nr\.?{GAP})?"
    r"(?P<number>[0-9]{1,3})(?:/[0-9]{1,4})?(?![0-9])"
)
_NUMBER_FIRST: Final = Pattern(
    rf"{_WORD}{GAP},?{GAP}(?:nr\.?{GAP})?(?P<series>[LC]){GAP}(?:nr\.?{GAP})?(?P<number>[0-9]{{1,3}})(?:/[0-9]{{1,4}})?(?![0-9])"
    # The day of the issue is a date of its own; only its year is taken.
    rf"(?=(?:{GAP},{GAP}{PAGE_WORD}{GAP}[0-9]{{1,4}})?{GAP},?{GAP}(?:van|d\.d\.|of)?{GAP}\(?"
    rf"[0-9]{{1,2}}(?:[./-]{GAP}[0-9]{{1,2}}[./-]{GAP}|{BLANK}[A-Za-z]{{3,9}}{BLANK})(?P<year>(?:19|20)[0-9]{{2}})|)"
)


def read_journal_identifier(text: str, position: int) -> Citation | None:
    match = _IDENTIFIER.match(text, position)
    if match is None or not (stands_alone(text, position) or text[position - 1] == "="):
        return None
    return cite_one("pb", match.group().removesuffix(":TOC"), match)


def read_journal(text: str, position: int) -> Citation | None:
    if not stands_alone(text, position):
        return None
    if by_act := _BY_ACT.match(text, position):
        canonical = f"OJ:{by_act['series']}_{by_act['year']}{int(by_act['number']):05d}"
        return cite_one("pb", canonical, Span(text, *by_act.span()), number=by_act["number"])
    match = _YEAR_FIRST.match(text, position) or _NUMBER_FIRST.match(text, position)
    if match is None:
        return None
    year = match["year"]
    canonical = f"OJ:{match['series']}:{year or 'XXXX'}:{int(match['number'])}"
    return cite_one("pb", canonical, match, number=match["number"], reason=None if year else _NO_YEAR)


def address(canonical: str) -> str | None:
    if "XXXX" in canonical:
        return None
    return f"{EUR_LEX}{canonical}" if "_" in canonical else f"{EUR_LEX}{canonical}:TOC"


FORM: Final = Form(
    title="Official Journal of the EU",
    openings=(
        Opening(
            words="Pb|PB|~ublicatieblad|OJ L|OJ C|OJ, |JO L|JO C|Official Journal",
            readers=(read_journal,),
        ),
        Opening(words="OJ:", readers=(read_journal_identifier,)),
    ),
    address=address,
    examples=(
        ("PbEU 2016, L 119", "OJ:L:2016:119"),
        ("OJ L, 2024/1689", "OJ:L_202401689"),
        ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=OJ:L_202401689", "OJ:L_202401689"),
        ("PbEU 2009, L140/1", "OJ:L:2009:140"),
        ("PB L 187 van 29.7.1993, blz. 52", "OJ:L:1993:187"),
        ("PB C, C/2025/659", "OJ:C_202500659"),
        ("PbEG 1996, L 162", "OJ:L:1996:162"),
        ("PB EU 2013, L 352", "OJ:L:2013:352"),
    ),
    uncertain=(("PB L 119/1", "OJ:L:XXXX:119"), ("PbEG L 180", "OJ:L:XXXX:180")),
    lookalikes=("Postbus L 119", "PBL 119/1", "PB 2016", "het Publicatieblad van 2016", "OJ 119", "Postbus 3011"),
)
