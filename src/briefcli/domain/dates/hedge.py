"""Words that take back what a date says: `naar verwachting op 14 juni 2023`, `14 juni 2023 (onder voorbehoud)`.

Only words right beside the date count, and those in brackets behind it: what stands further off may be said of
something else.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from briefcli.domain.dates.days import LINK
from briefcli.domain.dates.mention import DateMention
from briefcli.domain.dates.settle import CHOICE
from briefcli.domain.dates.words import GAP, NO_WORD_AFTER, NO_WORD_BEFORE, SPACE
from briefcli.domain.when import provisional

HEDGED: Final = "The text gives this date with a reservation."
_LOOK_BACK: Final = 60

_NEAR: Final = rf"rond(?:om)?|omstreeks|ongeveer|circa|ca\.?|±|\+/-|plusminus|vlak{SPACE}(?:voor|na)"
_PERHAPS: Final = (
    r"(?:mogelijk|waarschijnlijk|vermoedelijk|wellicht|misschien|vooralsnog|voorlopig)"
    rf"|naar{SPACE}verwachting|onder{SPACE}voorbehoud(?:{SPACE}van)?|o\.?v\.?b\.?|streefdatum:?"
)
_TO_DATE: Final = r"op|in|per|van|vanaf|de|het"
_BEFORE: Final = re.compile(
    rf"{NO_WORD_BEFORE}(?P<no_hedge>niet{SPACE}|(?:zo|hoe){SPACE}\w{{1,20}}{SPACE})?"
    rf"(?:(?:{_NEAR}){GAP}(?:(?:de|het){SPACE})?|(?:{_PERHAPS}){SPACE}(?:(?:{_TO_DATE}|rond|circa){SPACE}){{0,3}})\Z"
)
_NO_DECISION: Final = rf"(?:niet|te){SPACE}(?:zeker|bevestigd|bevestigen|definitief)"
_OPEN: Final = (
    rf"(?:o\.?v\.?b|n\.?t\.?b|t\.?b\.?[cd])\.?{NO_WORD_AFTER}|onbevestigd|nader{SPACE}te{SPACE}bepalen"
    rf"|nog{SPACE}{_NO_DECISION}"
)
_IN_BRACKETS: Final = (
    rf"{_OPEN}|{_NO_DECISION}|onder{SPACE}voorbehoud|naar{SPACE}verwachting"
    rf"|(?:mogelijk|waarschijnlijk|vermoedelijk|voorlopige?|indicatief|streefdatum){NO_WORD_AFTER}"
)
# Without brackets `onder voorbehoud van goedkeuring` is said of what was done on that day.
_BEHIND: Final = re.compile(
    rf"{GAP}\({GAP}\?{GAP}\)|{GAP},?{GAP}(?:{_OPEN}|onder{SPACE}voorbehoud(?!{SPACE}van))"
    rf"|{GAP}\((?:[^()]{{0,40}}{NO_WORD_BEFORE})?(?:{_IN_BRACKETS})"
)
_EITHER: Final = re.compile(rf",?{GAP}of{NO_WORD_AFTER}")
_COMMA: Final = re.compile(rf",(?!{GAP}(?:en|&|resp))")
_LINK: Final = re.compile(rf"{LINK}(?:(?:op|in|van|de|het){SPACE}){{0,2}}")


def with_hedges(lower: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, not certain where they are said with a reservation, which holds for a whole row, or as a choice."""
    found: list[DateMention] = []
    for row in _rows(lower, mentions):
        before = lower[max(0, row[0].start - _LOOK_BACK) : row[0].start]
        is_hedged = _is_hedge(_BEFORE.search(before)) or _BEHIND.match(lower, row[-1].end)
        settled = _with_choices(lower, row)
        found.extend(map(_doubted, settled) if is_hedged else settled)
    return found


def _rows(lower: str, mentions: Sequence[DateMention]) -> list[list[DateMention]]:
    """The mentions, together where nothing but `en`, a comma or the like stands between them."""
    rows: list[list[DateMention]] = []
    for mention in mentions:
        if rows and _LINK.fullmatch(lower, rows[-1][-1].end, mention.start):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _with_choices(lower: str, row: list[DateMention]) -> list[DateMention]:
    """The row, those uncertain between which the text does not choose: `15 juni 2023 of juli 2023`."""
    chosen: list[DateMention] = []
    is_open = False
    for mention, following in zip(reversed(row), [None, *reversed(row)], strict=False):
        link = lower[mention.end : following.start].strip() if following else ""
        leads = _EITHER.match(link) is not None
        is_open = leads or (is_open and _COMMA.match(link) is not None)
        chosen.append(mention)
        if is_open:
            chosen[-1] = _undecided(mention)
        if leads and len(chosen) > 1:
            chosen[-2] = _undecided(chosen[-2])
    return chosen[::-1]


def _undecided(mention: DateMention) -> DateMention:
    return msgspec.structs.replace(mention, certain=False, reason=mention.reason or CHOICE)


def _is_hedge(found: re.Match[str] | None) -> bool:
    """`zo snel mogelijk in juni` takes nothing back."""
    return found is not None and found["no_hedge"] is None


def _doubted(mention: DateMention) -> DateMention:
    """An earlier reason stays: it says more."""
    reason = mention.reason or HEDGED
    return msgspec.structs.replace(mention, when=provisional(mention.when), certain=False, reason=reason)
