"""Words by which a text doubts a date: `naar verwachting op 14 juni 2023`, `14 juni 2023 (onder voorbehoud)`.

Some words count only beside the date, because further off they may be said of something else (`rond`, `mogelijk`).
Others count in the whole sentence: those before the date for the dates behind them, those behind a date for all.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates.mention import DateMention, Meaning, doubted, mention_of
from briefcli.domain.dates.parts import EITHER, LINK
from briefcli.domain.dates.settle import CHOICE, MOVED
from briefcli.domain.dates.words import GAP, SPACE
from briefcli.domain.when import Grain, can_agree, period, provisional

HEDGED: Final = later("The text gives this date with a reservation.")
CALLED_OFF: Final = later("The text says that this date no longer holds.")
_LOOK_BACK: Final = 60

_NEAR: Final = (
    rf"~|rond(?:om)?|omstreeks|ongeveer|circa|ca\.?|±|\+/-|plusminus|vlak{SPACE}(?:voor|na)|around|about|approximately"
    rf"|om{SPACE}en{SPACE}nabij|op{SPACE}z(?:ij|')n{SPACE}vroegst|ten{SPACE}vroegste|niet{SPACE}eerder{SPACE}dan"
)
_PERHAPS: Final = (
    r"(?:mogelijk|waarschijnlijk|vermoedelijk|wellicht|misschien|vooralsnog|voorlopig)"
    rf"|naar{SPACE}verwachting|onder{SPACE}voorbehoud(?:{SPACE}van)?|o\.?v\.?b\.?|streefdatum:?"
)
# These doubt every date behind them in the sentence.
_AHEAD: Final = re.compile(
    rf"\b(?:in{SPACE}(?:principe|beginsel)|beoogde?|beoogt|streefdat(?:um|a)|streven|streeft?"
    rf"|indicatie(?:f|ve)|(?<!zoals )(?<!dan )verwacht(?:e|en)?|waarschijnlijk"
    rf"|naar{SPACE}verwachting|wellicht|misschien|vermoedelijk|hopelijk|eventueel|hoopt?|hopen|optie(?:s|datum|data)?|(?:reserve|uitwijk)dat(?:um|a)|mik(?:t|ken){SPACE}op|may{SPACE}(?:be|take|still)"
    rf"|mogelijk(?={SPACE}(?:wordt|worden|is|zijn|komt|vindt|volgt|valt))|nog{SPACE}te{SPACE}bevestigen"
    rf"|mogelijkheid{SPACE}bestaat|bestaat{SPACE}de{SPACE}mogelijkheid|voornemens?|ambitie|ligt{SPACE}(?:het{SPACE})?in{SPACE}de{SPACE}rede|bij{SPACE}voorkeur|voorgestelde{SPACE}dat(?:um|a)"
    rf"|naar{SPACE}(?:alle{SPACE})?waarschijnlijkheid|vooralsnog"
    rf"|onder{SPACE}voorbehoud(?!{SPACE}van{SPACE}(?:goedkeuring|instemming))"
    rf"|gedacht{SPACE}(?:wordt{SPACE})?aan|wordt{SPACE}gedacht|denkt{SPACE}aan"
    rf"|voorlopige?{SPACE}(?:datum|data|planning|agenda|gepland|voorzien|vastgesteld)|naar{SPACE}het{SPACE}zich{SPACE}laat{SPACE}aanzien"
    rf"|tentative(?:ly)?|provisional(?:ly)?|expected|likely|possibly|perhaps|subject{SPACE}to|pencill?ed{SPACE}in"
    rf"|(?:indien|zo){SPACE}nodig|if{SPACE}(?:needed|necessary)|voorstel(?=:)|concept-?planning)\b"
)
# These doubt the dates before them.
_BEHIND_IN_SENTENCE: Final = re.compile(
    rf"\b(?:(?:nog{SPACE})?(?:niet|geenszins|allerminst){SPACE}(?:helemaal{SPACE})?"
    rf"(?:zeker|bevestigd|definitief|vast)|nog{SPACE}te{SPACE}(?:bevestigen|bepalen)"
    rf"|staat{SPACE}nog{SPACE}niet{SPACE}vast|is{SPACE}(?:nog{SPACE})?onzeker"
    rf"|onder{SPACE}(?:enig{SPACE})?voorbehoud(?!{SPACE}van)|wordt{SPACE}verwacht|(?:is|zijn|blijft|blijven){SPACE}(?:nog{SPACE})?voorlopig|to{SPACE}be{SPACE}confirmed|tbc"
    rf"|(?:beoogde|streef|richt|voorlopige){SPACE}?datum|subject{SPACE}to{SPACE}(?:confirmation|change)"
    rf"|tenzij|unless|not{SPACE}(?:yet{SPACE})?confirmed|o\.v\.b?\.?)(?!\w)"
)
# These say that the date before them is given up, unless it is the day on which they come true.
_GIVEN_UP: Final = re.compile(
    rf"{GAP}[,(:–-]?{GAP}(?P<but>(?:maar|but){SPACE})?(?:(?:dat|die|which){SPACE}|(?P<planned>geplande){SPACE}\w{{2,30}}{SPACE})?"
    rf"(?:(?:is|zijn|blijkt|lijkt|bleek|was|wordt|worden|komt|komen|gaat|gaan|has|have|been|inmiddels|echter|te){SPACE}){{0,4}}"
    rf"(?P<what>vervalt|vervallen|afgelast|afgezegd|geannuleerd|geschrapt|niet{SPACE}(?:door|haalbaar)|verplaatst|verschoven|uitgesteld|verzet"
    rf"|cancelled|canceled|postponed|moved)\b"
)
_MOVED_ON: Final = re.compile(
    rf"(?:verplaatst|verschoven|verzet|uitgesteld|moved|postponed){SPACE}(?:naar|tot|to){SPACE}"
)
# `oorspronkelijk gepland op`, `in plaats van`, `(was:`, `GEANNULEERD:`
_GONE_BEFORE: Final = re.compile(
    rf"(?:\b(?:(?:oorspronkelijk|aanvankelijk|originally|initially)(?:{SPACE}(?:gepland|voorzien|planned|scheduled))?"
    rf"|(?:in{SPACE}plaats{SPACE}van|i\.p\.v\.|instead{SPACE}of)){SPACE}(?:(?:op|voor|on|for){SPACE})?|\(was:?{SPACE}"
    rf"|\b(?:vervalt|vervallen|afgelast|afgezegd|geannuleerd|cancelled|canceled){GAP}[:–-]{GAP}"
    rf"|\b(?:niet|not|no)(?:{SPACE}(?:langer|meer|longer))?{SPACE}(?:be{SPACE})?(?:(?:op|in|on){SPACE})?)\Z"
)
# The end of a range that no form reads: `12 juni 2024 t/m 14`
_OTHER_END: Final = re.compile(
    rf"{GAP}(?:t/m|tot{SPACE}en{SPACE}met|t\.e\.m\.|through|[–—](?=[0-9])){GAP}(?:de{SPACE})?[0-9]{{1,2}}(?:e|ste)?(?![\w:/.-]*[0-9]|{SPACE}uur)"
)
_HALF: Final = later("The text names another end of these days that is not in the reading.")
_ARROW: Final = re.compile(rf"{GAP}(?:→|[-=]>){GAP}(?=[0-9a-z])")
_COMES_TRUE: Final = re.compile(rf"\b(?:op|per|vanaf|met{SPACE}ingang{SPACE}van|on|as{SPACE}of){SPACE}\Z")
# A paper is dated in the past: no doubt in the sentence is about its date.
PAPER_BEFORE: Final = re.compile(
    rf"(?:brief|brieven|motie|verslag|nota|besluit|uitspraak|arrest|toezegging|verzoek|notitie|wet|regeling|verdrag"
    rf"|akkoord|convenant|protocol){SPACE}"
    rf"(?:van|d\.d\.){SPACE}(?:de{SPACE})?\Z|d\.d\.{GAP}\Z"
)
SENTENCE_END: Final = re.compile(r"[.!?;][0-9]{0,2}(?=\s+[A-Z\d(‘“'\"])|\n[ \t]*\n|\n[ \t]*[-•*–]")
_QUESTION: Final = re.compile(
    rf"(?:\w+{SPACE}(?:u|je|wij|we|de|het|een|er|deze|die|dit|dat|ik|hij|zij)\b"
    rf"|(?:wanneer|hoe|wat|waarom|welke?|wie|waar|hoeveel|when|what|how|why|is|are|will|does|do|can)\b)"
)
_SENTENCE_REACH: Final = 400
_TO_DATE: Final = r"op|in|per|van|vanaf|de|het|al|reeds|pas"
_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<no_hedge>niet{SPACE}|(?:zo|hoe){SPACE}\w{{1,20}}{SPACE})?"
    rf"(?:(?:{_NEAR}){GAP}(?:(?:de|het){SPACE})?|(?:zou(?:den)?|could|might){SPACE}(?:\w{{1,20}}{SPACE}){{0,6}}(?:op|in|on|for){SPACE}|(?:onzeker|niet{SPACE}(?:bevestigd|definitief|zeker)):{SPACE}"
    rf"|(?:{_PERHAPS}){SPACE}(?:(?:{_TO_DATE}|rond|circa){SPACE}){{0,3}})\Z"
    rf"|(?:\A|[\n:;,–-])[ \t]{{0,8}}\((?:{_PERHAPS})\)[ \t]{{1,8}}\Z"  # in brackets behind another date it is of that
)
_NO_DECISION: Final = rf"(?:niet|te){SPACE}(?:zeker|bevestigd|bevestigen|definitief)"
_OPEN: Final = (
    rf"(?:o\.?v\.?b|o\.v|n\.?t\.?b|t\.?b\.?[cd])\.?(?!\w)|onbevestigd|nader{SPACE}te{SPACE}bepalen"
    rf"|nog{SPACE}{_NO_DECISION}"
)
_IN_BRACKETS: Final = (
    rf"{_OPEN}|{_NO_DECISION}|onder{SPACE}voorbehoud|naar{SPACE}verwachting"
    rf"|(?:mogelijk|waarschijnlijk|vermoedelijk|voorlopige?|indicatief|streefdatum|concept|gepland|tentative|provisional|unconfirmed|beoogd|optie|reserve|p\.?m)\b"
)
# Without brackets `onder voorbehoud van goedkeuring` is said of what was done on that day.
_BEHIND: Final = re.compile(
    rf"{GAP}\({GAP}\?{GAP}\)|,?{SPACE}(?:(?:of|or){SPACE}(?:later|eerder|earlier)|e\.?v\.?|at{SPACE}the{SPACE}earliest)(?!\w)|{GAP},?{GAP}(?:{_OPEN}|onder{SPACE}voorbehoud(?!{SPACE}van))"
    rf"|{GAP}\((?:[^()]{{0,40}}\b)?(?:{_IN_BRACKETS})"
)
_EITHER: Final = re.compile(rf",?{GAP}\(?{EITHER}")
_COMMA: Final = re.compile(rf",(?!{GAP}(?:en|&|resp))")
_LINK: Final = re.compile(rf"(?:{GAP}\()?{LINK}(?:(?:op|in|van|de|het|uiterlijk){SPACE}){{0,2}}")


def with_hedges(text: str, lower: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, not certain where the text doubts them; a doubt holds for a whole row of dates (`8 en 15 juni`)."""
    found: list[DateMention] = []
    first = stop = 0  # of the sentence; the full stop of a date in it (`jan. 2024`) ends none
    for row in _rows(lower, mentions):
        start, end = row[0].start, row[-1].end
        if start >= stop:
            first, stop = _sentence(text, start, end, stop)
        before = lower[max(0, start - _LOOK_BACK) : start]
        hedge = _BEFORE.search(before)
        is_hedged = (
            (hedge and not hedge["no_hedge"])  # `zo snel mogelijk in juni` takes nothing back
            or _BEHIND.match(lower, end)
            or _is_doubted(lower, first, stop, row)
        )
        settled = _with_choices(lower, row)
        if reason := _given_up(lower, before, end):
            settled = [doubted(each, reason) for each in settled]
        if is_hedged:
            settled = [msgspec.structs.replace(doubted(each, HEDGED), when=provisional(each.when)) for each in settled]
        found.extend(settled)
    return found


def _given_up(lower: str, before: str, end: int) -> str | None:
    """`10 juni vervalt`, `niet 10 juni maar 12 juni`: why the date no longer holds."""
    if _OTHER_END.match(lower, end):
        return _HALF
    if _GONE_BEFORE.search(before):
        return CALLED_OFF
    if _ARROW.match(lower, end):
        return MOVED
    gone = _GIVEN_UP.match(lower, end)
    if gone is None or (
        not gone["planned"] and not gone["but"] and (_COMES_TRUE.search(before) or PAPER_BEFORE.search(before))
    ):
        return None
    return MOVED if _MOVED_ON.match(lower, gone.start("what")) else CALLED_OFF


def _is_doubted(lower: str, first: int, stop: int, row: Sequence[DateMention]) -> bool:
    """Whether words elsewhere in the sentence, from `first` to `stop`, doubt the dates of a row."""
    start, end = row[0].start, row[-1].end
    is_doubted = _AHEAD.search(lower, first, start) or _BEHIND_IN_SENTENCE.search(lower, end, stop)
    if not is_doubted and (lower[end : end + 1] != "?" or _QUESTION.match(lower[first:stop].lstrip())):
        return False
    return PAPER_BEFORE.search(lower, max(0, start - _LOOK_BACK), start) is None


def _sentence(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """Where the sentence around a stretch begins and ends."""
    first = max(floor, start - _SENTENCE_REACH)
    for boundary in SENTENCE_END.finditer(text, first, start):
        first = boundary.end()
    last = SENTENCE_END.search(text, end, end + _SENTENCE_REACH)
    return first, last.start() + 1 if last else min(len(text), end + _SENTENCE_REACH)


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
            chosen[-1] = doubted(mention, CHOICE)
        if leads:
            chosen[-2] = doubted(chosen[-2], CHOICE)
    return chosen[::-1]


_OTHER_WEEK: Final = later("The week and the day beside each other do not go together.")
_BESIDE: Final = re.compile(rf",?{GAP}\(?(?:(?:op|van){SPACE})?")
_WEEK_ALONE: Final = re.compile(rf"w\w{{1,9}}\.?{SPACE}(?P<number>[0-9]{{1,2}})")


def with_weeks(text: str, lower: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, a week beside a day in the year of that day; both in doubt where it does not hold the day."""
    found = list(mentions)
    for at, pair in enumerate(pairwise(mentions)):
        day, week = pair if pair[0].when.grain is Grain.DAY else pair[::-1]
        alone = _WEEK_ALONE.fullmatch(lower, week.start, week.end)
        is_week = alone or week.when.grain is Grain.WEEK
        if not is_week or day.when.day is None or not _BESIDE.fullmatch(lower, pair[0].end, pair[1].start):
            continue
        own = period(day.when.day, day.when.day, Grain.WEEK)
        if alone and int(alone["number"]) == int(own.text[-2:]):
            same = mention_of(text, week.start, week.end, Meaning(own.text, day.doubt))
            found[at + (pair[1] is week)] = same or week
        elif alone or not can_agree((day.when, week.when)):
            found[at : at + 2] = [doubted(each, _OTHER_WEEK) for each in pair]
    return found
