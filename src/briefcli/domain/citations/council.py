"""Papers of the Council of the European Union: `ST 9000/23`, `6786/1/22 REV 1`, `WK 1234/24`."""

import re
from typing import Final

from briefcli.catalog import later
from briefcli.domain.citations.form import MAY_BE_YEARS, NO_WORD, Citation, Form, reference, with_further
from briefcli.domain.citations.other_figures import COUNTED_WORD, OTHER_FIGURE
from briefcli.domain.citations.spelling import ALONE, BLANK, GAP, JOINT_OR_UP_TO, UP_TO, WORD
from briefcli.patterns import Pattern

_SITE: Final = "https://data.consilium.europa.eu/doc/document"
_TOO_SHORT: Final = later("Letters with so short a number may be something else than a paper of the Council.")
# Series whose numbers start at 1 and whose letters mean nothing else.
_OWN_LETTERS: Final = ("EUCO", "PE-CONS")
_SHORTEST_NUMBER: Final = 4
_HIGHEST_OF_COUNCIL: Final = 18_000
# Two-digit years of the last century: the Council's register has no papers from 1940 to 1989.
_EARLY_YEARS: Final = range(40, 90)

# Of these series, only ST, EUCO (the European Council) and CM (notices of meetings) are public.
_SERIES: Final = r"(?P<series>ST|EUCO|WK|CM|DS|SN|PE-CONS)"
_VERSION: Final = r"(?:REV|ADD|COR|DCL|EXT|AMD|SUP)"
# The code after the number at the head of a paper, for those who deal with it. The count of their papers in that year
# follows.
_SUBJECT: Final = (
    r"(?:CFSP|PESC|CSDP|PSDC|COPS|POLMIL|CIVCOM|EUMC|RELEX|POLGEN|COEST|COWEB|COASI|COAFR|COLAC|COTRA|MAMA|MOG|CONOP"
    r"|CODUN|COARM|CONUN|COHOM|COTER|COJUR|COSI|CYBER|HYBRID|TELECOM|JAI|MIGR|FRONT|ECOFIN|FISC|FIN|COMPET|ENER|ENV"
    r"|TRANS|AGRI|WTO|COMER|DEVGEN|ELARG|INST|JUR|CODEC|PE|CO EUR-PREP|CSC|IPCR|PROCIV)(?=[ /][A-Z0-9])"
)
_PAPER: Final = Pattern(
    rf"(?:{WORD}(?=[A-Z])|{ALONE})(?:{_SERIES}(?:{BLANK}|-?(?=[0-9]{{4,5}}/)))?(?P<number>(?!0+/)0?[0-9]{{1,5}})(?:/(?P<revision>[0-9]{{1,2}}))?"
    rf"/(?P<year>(?:20)?[0-9]{{2}})(?![0-9/])"
    rf"(?P<versions>(?:{BLANK}{_VERSION}(?:{GAP}[0-9]{{1,2}}(?![0-9])|(?!{GAP}[0-9]))(?![A-Z])){{0,4}})"
    rf"(?P<first>{BLANK}(?:(?:INIT|LIMITE)(?![A-Z])|\(OR\.[ ][a-z]{{2}}\)))?(?P<subject>{BLANK}{_SUBJECT})?"
)
# As in the Council's web addresses (with dashes) and at the head of its papers (with spaces).
_DASHED: Final = Pattern(
    rf"{ALONE}{_SERIES}(?P<dash>[- ])(?P<number>[0-9]{{1,5}})(?P=dash)(?P<year>20[0-9]{{2}})(?P<revision>)"
    rf"(?:(?P=dash)INIT|(?P<versions>(?:(?P=dash){_VERSION}(?P=dash)[0-9]{{1,2}}){{1,4}}))"
)
_VERSION_PARTS: Final = Pattern("[A-Z]{3}|[0-9]+")
_REVISION: Final = Pattern(r"[\s-]+REV[\s-]*([0-9]+)")
# "ST 9000/23 + ADD 1 en ADD 2", "ADD 1-2": further parts of the same paper
_FURTHER: Final = Pattern(
    rf"(?:{JOINT_OR_UP_TO}(?=[A-Z])|(?<=[0-9])(?:-|{GAP}{UP_TO}{GAP})(?=[0-9]))"
    rf"(?P<part>(?:(?P<version>{_VERSION}){GAP})?(?P<number>[0-9]{{1,2}}))(?![0-9/]|{OTHER_FIGURE}|{COUNTED_WORD})"
)
_ADDED: Final = Pattern(rf"{GAP}[+]{GAP}{_VERSION}{GAP}[0-9]")
_OF_COUNCIL: Final = (
    rf"{BLANK}[0-9]{{4,5}}/[0-9]{{2}}{BLANK}(?:van{BLANK}de{BLANK}Raad|of{BLANK}the{BLANK}Council)(?![a-z])"
)
_WORD: Final = Pattern(
    rf"{WORD}(?:[Rr]aadsdoc(?:ument(?:en)?(?:nummers?)?|\.)|[Dd]ocument(?:en)?(?={_OF_COUNCIL})"
    rf"|[Cc]ouncil doc(?:uments?|\.)|[Dd]oc\."
    rf"|(?:[Rr]aadsconclusies|Council [Cc]onclusions)(?!{GAP}\(?(?:19|20)[0-9]{{2}}/))"
    rf"(?:{GAP}(?:nrs?|nos?)\.?)?{GAP}\(?"
)
# A place or a unit, which never follows a paper.
_GOES_ON: Final = Pattern(
    rf"{BLANK}(?:in{BLANK}[A-Z]|(?:stuks|punten|procent|keer|uur|euro|jaar|km|kg|personen)(?![a-z]))"
)
_GIVEN: Final = Pattern(r"[0-9]{4,5}/[0-9]{2}(?![0-9/])")

_YEARS: Final = Pattern(r"(?:19|20)[0-9]{2}")


@with_further
def read_council(text: str, position: int) -> Citation | None:
    """`ST 9000/23`, `6786/1/22 REV 1`; after a word also `Raadsdocument 9000/23`, where the reference follows it."""
    if dashed := _DASHED.match(text, position):
        return _cite(dashed, None)
    word = _WORD.match(text, position)
    match = _PAPER.match(text, word.end() if word else position)
    if match and word:
        return _cite(match, _doubt_of_years(match)) if _is_long(match) else None
    if match is None or not (
        match["series"] or match["versions"] or match["first"] or match["subject"] or _ADDED.match(text, match.end())
    ):
        return None
    reason = _doubt(match)
    return None if reason is _TOO_SHORT and _GOES_ON.match(text, match.end()) else _cite(match, reason)


@with_further
def read_given_council(text: str, position: int) -> Citation | None:
    """`14565/24` in a text that is known to be a reference. Paper 24 of dossier 14565 would be half a century old."""
    match = _PAPER.match(text, position) if _GIVEN.match(text, position) else None
    if match is None or not _is_long(match) or int(match["number"]) >= _HIGHEST_OF_COUNCIL:
        return None
    return _cite(match, None if match["versions"] else NO_WORD)


def _is_long(match: re.Match[str]) -> bool:
    """Whether the match has the letters of a series, or is no day and no session (`12/23`, `2023/24`)."""
    is_session = _YEARS.fullmatch(match["number"]) and int(match["year"]) == int(match["number"][-2:]) + 1
    return match["series"] is not None or (len(match["number"]) >= _SHORTEST_NUMBER and not is_session)


def _doubt(match: re.Match[str]) -> str | None:
    """Why the match may be no paper, or None: `WK 2024/25` is a world cup, `SN 12/24` may be anything."""
    if match["series"] is None:
        return None if match["versions"] else NO_WORD
    if match["versions"] or match["first"] or match["series"] in _OWN_LETTERS:
        return None
    return _TOO_SHORT if len(match["number"]) < _SHORTEST_NUMBER else _doubt_of_years(match)


def _doubt_of_years(match: re.Match[str]) -> str | None:
    is_year = 1900 <= int(match["number"]) < 2100
    return MAY_BE_YEARS if is_year or int(match["year"]) % 100 in _EARLY_YEARS else None


def _cite(match: re.Match[str], reason: str | None) -> Citation:
    """The paper, and the corrections and additions that are named after it."""
    text, end = match.string, match.end()
    # The Council writes the revision twice (6786/1/22 REV 1), but not that of a working paper (WK 3456/24 REV 2)
    revision = _REVISION.match(match["versions"] or "") if match["series"] != "WK" else None
    parts = (match["number"].lstrip("0"), match["revision"] or (revision and revision[1]), match["year"][-2:])
    paper = f"{match['series'] or 'ST'} {'/'.join(filter(None, parts))}"
    versions = _VERSION_PARTS.findall(match["versions"] or "")
    references = [reference(text, match.start(), end, " ".join((paper, *versions)), reason)]
    while further := _FURTHER.match(text, end):
        stem, _, last = references[-1].canonical.rpartition(" ")
        number = first = int(further["number"])
        if further["version"]:
            stem = f"{paper} {further['version']}"
        elif last.isdigit() and stem[-3:].isalpha():
            first = int(last) + 1
        else:
            break
        span = further.span("part")
        references += [reference(text, *span, f"{stem} {each}", reason) for each in range(first, number + 1)]
        end = further.end()
    return Citation(tuple(references), end)


def address(canonical: str) -> str | None:
    """The web address, with `ST 6786/1/22 REV 1` as `ST-6786-2022-REV-1`; None if the series is not public."""
    series, numbers, *versions = canonical.split(" ")
    parts = numbers.split("/")
    if series not in ("ST", "EUCO", "CM") or len(parts) not in (2, 3) or not all(part.isdigit() for part in parts):
        return None
    return f"{_SITE}/{series}-{parts[0]}-20{parts[-1][-2:]}-{'-'.join(versions) or 'INIT'}/nl/pdf"


FORM: Final = Form(
    title="Council and European Council",
    words="ST#|WK#|ST |ST-|EUCO|WK |WK-|CM |CM-|DS |SN |PE-CONS |~aadsdoc|~aadsconclusies|~ouncil doc"
    "|Council conclusions|~oc.|~ocument",
    at_numbers=True,
    readers=(read_council,),
    whole=(read_given_council,),
    address=address,
    examples="""
        ST 9000/23
        6786/1/22 REV 1 → ST 6786/1/22 REV 1
        ST-6786-2022-REV-1 → ST 6786/1/22 REV 1
        Raadsdocument 9000/23 → ST 9000/23
        Raadsdocumenten 14565/24 en 14566/24 → ST 14565/24;ST 14566/24
        9000/23 INIT → ST 9000/23?
    """,
)
