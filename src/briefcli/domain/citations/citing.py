"""References in the few plain forms that most citations have, read without the full reader.

To load the full reader costs more than all else that one changed file asks for. What is read here is exactly what
the full reader would make of it, to the last field; whatever might be anything else is left to it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from briefcli.domain.citations.model import Reference, kind_of
from briefcli.domain.citations.opening_words import OPENING_WITHOUT_SLASH
from briefcli.domain.citations.spelling import CHAPTER, starts_word

_COUNCIL_DOSSIER: Final = "21501"

_BLANK: Final = r"[ \u00a0]"
_SUFFIX: Final = rf"(?P<suffix>{CHAPTER}|[0-9]{{2}})"
_DOSSIER: Final = rf"(?P<first>[1-9][0-9]){_BLANK}?(?P<last>[0-9]{{3}})(?:(?:-|{_BLANK}(?=[IVX])){_SUFFIX})?"
_NUMBER: Final = rf",{_BLANK}nr\.?{_BLANK}?(?P<number>[0-9]{{1,4}})"
_SESSION: Final = rf"II{_BLANK}(?P<year>(?:19|20)[0-9]{{2}})[/-](?P<next>[0-9]{{4}}|[0-9]{{2}}),{_BLANK}"
_AMERSTUK: Final = rf"amerstuk(?:ken)?{_BLANK}(?:{_SESSION})?"

_PAPER: Final = re.compile(rf"{_DOSSIER}(?:{_NUMBER})?")
# The patterns that are written as text are compiled when first needed, which is seldom.
_NAMED_PAPER: Final = rf"[Kk]{_AMERSTUK}{_DOSSIER}{_NUMBER}"
_IDENTIFIER: Final = rf"kst-(?P<first>[1-9][0-9])(?P<last>[0-9]{{3}})(?:-{_SUFFIX}(?=-))?-(?P<number>[0-9]{{1,4}})"
_OF_TWEEDE_KAMER: Final = r"(?:19|20)[0-9]{2}[ZDA](?P<number>[0-9]{5})"
_COMMITMENT: Final = r"TZ[0-9]{6}-(?P<number>[0-9]{1,4})"
_OF_COMMISSION: Final = r"(?P<series>COM|JOIN|SWD)(?P<year>\(20[0-9]{2}\))[ ]?(?P<number>[0-9]{1,5})"
# In running text the word makes a paper certain, or a bracket before a dossier under 40 000; behind it stands what
# continues no citation. One class first, as in every pattern that is searched for: a third of the time.
_CITATION: Final = re.compile(
    rf"[(Kk](?:(?<=\()(?=[1-3])|(?<=[Kk])(?<![^\s(].){_AMERSTUK}){_DOSSIER}{_NUMBER}"
    rf"(?=\)|\.?\Z|{_BLANK}(?:van|over)[ ]|\.[ ](?:De|Het)[ ])"
)
# Without a figure or a dossier in Roman figures a text names nothing: nine texts in ten.
_SUBSTANCE: Final = re.compile("[0-9CLX](?:(?<=[0-9])|[CLXVI])")
# Tells of a text whether to look for references in it at all. Every text is asked: a function around it takes as long.
may_cite: Final = _SUBSTANCE.search
# A dossier, a number of another office, legislation: all but years, dates, small and broken numbers.
_FIGURES: Final = re.compile(r"[0-9](?:/|[0-9]{3}[A-Za-z0-9]|(?<![\w-].)[0-9][\s.][0-9]{3})")
# What shows behind an opening word that it opens nothing: a longer word, or prose that stands in no citation.
_PROSE: Final = (
    r"(?<=COM|SEC)[A-Z]|[a-z]*(?:[ \u00a0](?:is|zijn|was|wordt|worden|werd|heeft|hebben|zal|kan|over|in|op|te|aan|om"
    r"|dat|die|waar|als)[ ]|[.]?\Z)"
)
_TAKEN: Final = "#"


@lru_cache(maxsize=4_000)
def references_of(ref: str) -> tuple[Reference, ...]:
    """What a text means that is a reference as a whole: a `ref:` field. Empty when it is none.

    Remembered: a folder's agendas cite the same papers, each more than once.
    """
    reference = _read_whole(ref)
    return _read_fully(ref) if reference is None else (reference,)


def references_in(text: str) -> Sequence[Reference]:
    """Every reference in a running text, in order of place."""
    return _read_or_scan(text) if may_cite(text) else ()


def _read_fully(ref: str) -> tuple[Reference, ...]:
    from briefcli.domain.citations.reader import read_reference

    return tuple(read_reference(ref))


@lru_cache(maxsize=500)  # the public and the internal version of an agenda have most texts in common
def _read_or_scan(text: str) -> Sequence[Reference]:
    references = _read_plain(text)
    if references is not None:
        return references
    from briefcli.domain.citations.reader import scan_references

    return tuple(scan_references(text))


def _read_whole(ref: str) -> Reference | None:
    """The paper or dossier that is plainly all of a text; None where the full reader has to say."""
    if match := _PAPER.fullmatch(ref) or re.fullmatch(_IDENTIFIER, ref):
        return _paper(match, 0, None)
    if match := re.fullmatch(_NAMED_PAPER, ref):
        return _cited_paper(match, 0)
    if match := re.fullmatch(_OF_COMMISSION, ref):
        canonical = f"{match['series']}{match['year']}{int(match['number'])}"
        return _other(ref, canonical, None, match["number"])
    match = re.fullmatch(_OF_TWEEDE_KAMER, ref) or re.fullmatch(_COMMITMENT, ref)
    return _other(ref, ref, "II", match["number"]) if match else None


def _read_plain(text: str) -> list[Reference] | None:
    """The papers that are plainly cited; None where anything beside them may be a reference too."""
    references: list[Reference] = []
    rest, end = "", 0
    for match in _CITATION.finditer(text):
        start = match.start() + match[0].startswith("(")
        reference = _cited_paper(match, start)
        if reference is None:
            return None
        references.append(reference)
        rest += text[end:start] + _TAKEN
        end = match.end()
    rest += text[end:]
    return None if _FIGURES.search(rest) or _may_open(rest) else references


def _may_open(text: str) -> bool:
    """Whether a word stands in it that may open a citation."""
    for word, before in OPENING_WITHOUT_SLASH:
        found = text.find(word)
        while found >= 0:
            end = found + len(word)
            if found >= before and starts_word(text, found - before) and not re.compile(_PROSE).match(text, end):
                return True
            found = text.find(word, end)
    return False


def _cited_paper(match: re.Match[str], start: int) -> Reference | None:
    year = match["year"]
    if year is None:
        return _paper(match, start, None)
    session = f"{year}{int(year) + 1}"
    return _paper(match, start, session) if session.endswith(match["next"]) else None


def _paper(match: re.Match[str], start: int, session: str | None) -> Reference | None:
    dossier, suffix, number = match["first"] + match["last"], match["suffix"], match["number"]
    # The Council's dossier, and no other, has its suffix in figures; without one it is for the full reader.
    if (dossier == _COUNCIL_DOSSIER) != (suffix is not None and suffix.isdigit()):
        return None
    name = f"{dossier}-{suffix}" if suffix else dossier
    return Reference(
        kind="kamerstuk" if number else "dossier",
        text=match.string[start : match.end()],
        start=start,
        end=match.end(),
        canonical=f"kst-{name}-{number}" if number else name,
        certain=True,
        chamber="II" if session else None,
        session=session,
        dossier=dossier,
        suffix=suffix,
        number=number,
    )


def _other(ref: str, canonical: str, chamber: str | None, number: str) -> Reference | None:
    kind = kind_of(canonical)
    if kind is None:
        return None
    return Reference(
        kind=kind, text=ref, start=0, end=len(ref), canonical=canonical, certain=True, chamber=chamber, number=number
    )
