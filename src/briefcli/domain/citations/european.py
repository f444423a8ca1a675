"""Papers of the Commission and of the Council of the European Union, and CELEX numbers as such."""

import re
from typing import Final

from briefcli.domain.citations.figures import COUNTED_WORD, NO_NUMBER, TEAR, TORN, TORN_REST
from briefcli.domain.citations.model import Kind, Reference
from briefcli.domain.citations.spelling import BLANK, DASH, GAP, Place, Reading, stands_alone

_COMMISSION: Final = re.compile(
    rf"(?P<series>COM|JOIN|SWD|SEC|C)"
    rf"(?:{GAP}\({GAP}(?P<year>(?:19|20)[0-9]{{2}}|[89][0-9]){GAP}\){GAP}"
    rf"|(?P<mark>[/:])(?P<slashed>(?:19|20)[0-9]{{2}})[/:]|[ ](?P<spaced>(?:19|20)[0-9]{{2}})/)"
    rf"(?:nr\.?{GAP})?(?P<number>[0-9]{{1,5}})(?![0-9])"
    rf"(?P<final>(?:/[0-9]{{1,2}})?{GAP}(?:final|definitief|FINAL|DEFINITIEF|def\.|fin\.)(?:/[0-9]{{1,2}}(?![0-9]))?)?"
)
_COUNCIL: Final = re.compile(
    rf"(?P<st>ST{BLANK})?(?P<number>[0-9]{{4,5}})(?:/(?P<version>[0-9]{{1,2}}))?/(?P<year>(?:20)?[0-9]{{2}})(?![0-9/])"
    rf"(?P<versions>(?:{BLANK}(?:REV|ADD|COR|DCL)(?:{BLANK}[0-9]{{1,2}}(?![0-9]))?){{0,4}})(?:{BLANK}INIT(?![A-Z]))?"
)
# "COM(2022) 5 46" as a scan gives it.
_TORN_OFF: Final = re.compile(rf"[{TEAR}]{TORN_REST}")
_LONGEST_NUMBER: Final = 4
# A further number needs "en", or one more behind it; and is no date, count, dossier, or paper of another year.
_FURTHER: Final = re.compile(
    rf"{GAP}(?:(?P<word>,?{GAP}en(?![a-z]))|,){GAP}(?P<number>(?!(?:19|20)[0-9]{{2}})[0-9]{{1,4}})"
    rf"(?![0-9A-Za-z]|[.:/{TEAR}][0-9]|{NO_NUMBER}|{GAP}(?:%|miljoen|miljard)"
    rf"|{COUNTED_WORD}|{DASH}|{BLANK}[A-Z])"
    rf"(?P<final>{GAP}(?:final|definitief)(?![a-z]))?(?P<more>{GAP}(?:,|en(?![a-z])){GAP}[0-9])?"
)
_MOST_IN_A_LIST: Final = 50
# In the Council's addresses with dashes, at the head of its papers with blanks.
_COUNCIL_DASHED: Final = re.compile(
    r"ST(?P<dash>[- ])(?P<number>[0-9]{4,5})(?P=dash)(?P<year>20[0-9]{2})"
    r"(?:(?P=dash)INIT|(?P<versions>(?:(?P=dash)(?:REV|ADD|COR|DCL)(?P=dash)[0-9]{1,2}){1,4}))"
)
_COUNCIL_WORD: Final = re.compile(rf"(?:[Rr]aadsdocument|[Cc]ouncil document|[Dd]oc\.)(?:{GAP}nr\.?)?{GAP}")
_VERSION: Final = re.compile(r"[A-Z]{3}|[0-9]+")

# Both begin with a figure, so that one search over the figures of a text finds them.
CELEX: Final = r"[02-9](?:19|20)[0-9]{2}[A-Z]{1,2}[0-9]{4}(?![0-9A-Z])"
COUNCIL_NUMBER: Final = rf"[0-9]{{4,5}}/(?:[0-9]{{1,2}}/)?(?:20)?[0-9]{{2}}(?={BLANK}(?:REV|ADD|COR|DCL))"
_CELEX: Final = re.compile(CELEX)


def read_commission(text: str, position: int) -> Reading | None:
    """`COM(2022) 546 final`, `JOIN/2022/48`, `SWD(2022) 546`, `C(2022) 1234`."""
    match = _COMMISSION.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    year = match["year"] or match["slashed"] or match["spaced"]
    if match["series"] == "C" and not match["year"]:
        return None
    year = f"19{year}" if len(year) == 2 else year
    canonical = f"{match['series']}({year}){int(match['number'])}"
    other = None if match["final"] else _torn_number(text, match)
    others = (f"{match['series']}({year}){other}",) if other else ()
    first = _found("eu", canonical, Place(text, position, match.end()), number=match["number"], others=others)
    return first if others else _read_further(text, first, f"{match['series']}({year})")


def _read_further(text: str, first: Reading, series: str) -> Reading:
    """`COM(2022) 546, 547 en 548`: papers of the same series and year."""
    references, end = list(first.references), first.end
    while len(references) < _MOST_IN_A_LIST and (match := _FURTHER.match(text, end)):
        if not (match["word"] or match["more"]):
            break
        place = Place(text, match.start("number"), match.end("final") if match["final"] else match.end("number"))
        references += _found("eu", f"{series}{int(match['number'])}", place, number=match["number"]).references
        end = place.end
    return Reading(tuple(references), end)


def _torn_number(text: str, match: re.Match[str]) -> int | None:
    torn = _TORN_OFF.match(text, match.end())
    whole = match["number"] + torn["rest"] if torn else ""
    return int(whole) if 0 < len(whole) <= _LONGEST_NUMBER else None


def read_council(text: str, position: int) -> Reading | None:
    """`ST 9000/23`, `6786/1/22 REV 1`, `ST-6786-2022-REV-1`; a plain `9000/23` is no reference."""
    match = _COUNCIL_DASHED.match(text, position) or _COUNCIL.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    says_so = match.re is _COUNCIL_DASHED or match["st"] or match["versions"]
    return _council_paper(match) if says_so else None


def read_named_council(text: str, position: int) -> Reading | None:
    """`Raadsdocument 9000/23`: the paper begins behind the word."""
    word = _COUNCIL_WORD.match(text, position)
    match = _COUNCIL.match(text, word.end()) if word and stands_alone(text, position) else None
    return _council_paper(match) if match else None


def _council_paper(match: re.Match[str]) -> Reading:
    is_dashed = match.re is _COUNCIL_DASHED
    versions = _VERSION.findall(match["versions"] or "")
    # The Council writes a revision twice: 6786/1/22 REV 1.
    version = None if is_dashed else match["version"]
    if version is None and versions[:1] == ["REV"] and len(versions) > 1:
        version = versions[1]
    place = "/".join(filter(None, (match["number"], version, match["year"][-2:])))
    canonical = " ".join(("ST", place, *versions))
    return _found("eu", canonical, Place(match.string, match.start(), match.end()), number=match["number"])


def read_celex(text: str, position: int) -> Reading | None:
    """`32012R0260`, `52022PC0546`, `62019CJ0311`."""
    match = _CELEX.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    return _found("celex", match.group(), Place(text, position, match.end()), number=None)


def _found(kind: Kind, canonical: str, place: Place, *, number: str | None, others: tuple[str, ...] = ()) -> Reading:
    reference = Reference(
        kind=kind,
        text=place.words,
        start=place.start,
        end=place.end,
        canonical=canonical,
        certain=not others,
        alternatives=others,
        reason=TORN if others else None,
        number=number,
    )
    return Reading((reference,), place.end)
