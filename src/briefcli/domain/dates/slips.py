"""Letters that a scanned paper has for figures in a date: `l5 juni 2O24`, `10.OO uur`."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.mention import DateMention
from briefcli.domain.dates.words import MONTH

_FIGURES: Final = str.maketrans("lios", "1105")
# The figure comes first: Python searches quickly for one.
_MAY_SLIP: Final = re.compile(r"[0-9](?:(?<=[lios].)|(?=[lios]))")
_SLIP: Final = re.compile(
    rf"(?<![\w.,:/-])(?P<plain>(?=[0-9lios]{{2}}(?:e|ste|de)?\s{{1,3}}{MONTH})(?:[lio][0-9]|[0-3][lios])"
    r"|(?=[0-9lo]{1,2}(?P<mark>[-/.])[0-9lo]{1,2}(?P=mark)[0-9lo]{4}(?!\w))[0-9lo./-]{8,10}"
    r"|[0-9o]{1,2}[.:][0-9o]{2}(?=\s{0,3}(?:uur|u)(?!\w)|\s?[-–]))"
    rf"|{MONTH}\s{{1,3}}(?P<year>[12l][0-9o][0-9lio]{{2}})(?!\w)"
)
_LONGEST: Final = 16
_LETTER: Final = later("A letter in the date is taken for a figure.")


def with_figures(lower: str) -> tuple[str, list[int]]:
    """The text with figures for such letters, and the places where they stand."""
    places: list[int] = []
    pieces: list[str] = []
    end = 0
    for near in _MAY_SLIP.finditer(lower):
        for found in _SLIP.finditer(lower, max(end, near.start() - _LONGEST), near.end() + _LONGEST):
            start, stop = found.span("plain" if found["plain"] else "year")
            figures = lower[start:stop].translate(_FIGURES)
            places += (start + place for place, sign in enumerate(figures) if sign != lower[start + place])
            pieces += (lower[end:start], figures)
            end = stop
    return ("".join((*pieces, lower[end:])), places) if places else (lower, [])


def doubt_slip(mention: DateMention, slips: Sequence[int]) -> DateMention:
    if not any(mention.start <= place < mention.end for place in slips):
        return mention
    return msgspec.structs.replace(mention, certain=False, reason=mention.reason or tr(_LETTER))
