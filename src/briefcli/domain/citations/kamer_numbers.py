"""Numbers that the chambers give to their own files, papers, meetings and commitments."""

import re
from typing import Final

from briefcli.domain.citations.model import Kind, Reference
from briefcli.domain.citations.spelling import Reading, stands_alone

_KINDS: Final[dict[str, Kind]] = {"Z": "tk-zaak", "D": "tk-document", "A": "tk-activiteit"}
_FIGURES: Final = 5

# Begins with its figures, so that one search over the figures of a text finds it.
TWEEDE_KAMER: Final = r"(?:19|20)[0-9]{2}[ZDAzda][0-9]{4,6}(?![0-9A-Za-z])"
_TWEEDE_KAMER: Final = re.compile(TWEEDE_KAMER)
_COMMITMENT: Final = re.compile(r"T(?:Z[0-9]{6}-[0-9]{1,4}|0[0-9]{4})(?![0-9A-Za-z])")


def read_kamer_number(text: str, position: int) -> Reading | None:
    """`2022Z24775`, `2023D45117`, `2008A02139`, also inside an address; five figures follow the letter."""
    match = _TWEEDE_KAMER.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    written = match.group().upper()
    year, letter, figures = written[:4], written[4], written[5:]
    reason: str | None = None
    alternatives: tuple[str, ...] = ()
    if len(figures) != _FIGURES:
        reason = f"A number of the Tweede Kamer has five figures after the letter; this one has {len(figures)}."
        alternatives = _likely_numbers(year, letter, figures)
    reference = Reference(
        kind=_KINDS[letter],
        text=match.group(),
        start=position,
        end=match.end(),
        canonical=written,
        certain=reason is None,
        alternatives=alternatives,
        reason=reason,
        chamber="II",
        number=figures,
    )
    return Reading((reference,), match.end())


def read_commitment(text: str, position: int) -> Reading | None:
    """`TZ202501-123` of the Tweede Kamer, `T02867` of the Eerste Kamer."""
    match = _COMMITMENT.match(text, position)
    if match is None or not stands_alone(text, position):
        return None
    canonical = match.group()
    reference = Reference(
        kind="toezegging",
        text=canonical,
        start=position,
        end=match.end(),
        canonical=canonical,
        certain=True,
        chamber="II" if canonical.startswith("TZ") else "I",
        number=canonical.rpartition("-")[2],
    )
    return Reading((reference,), match.end())


def _likely_numbers(year: str, letter: str, figures: str) -> tuple[str, ...]:
    """A nought left out in front, or a figure left out at the end, is the likeliest slip."""
    if len(figures) < _FIGURES:
        return (f"{year}{letter}0{figures}", *(f"{year}{letter}{figures}{last}" for last in range(10)))
    dropped = dict.fromkeys(figures[:index] + figures[index + 1 :] for index in range(len(figures)))
    return tuple(f"{year}{letter}{each}" for each in dropped)
