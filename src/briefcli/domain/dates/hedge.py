"""Words by which a text doubts a date: `naar verwachting op 14 juni 2023`, `14 juni 2023 (onder voorbehoud)`.

Some words count only beside the date, because further off they may be about something else (`rond`, `mogelijk`).
Others count in the whole sentence: words of `ahead` for all dates after them, words of `after` for all before them.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from briefcli.catalog import later
from briefcli.domain.dates.parts import DateMention, Meaning, doubted, mention_of
from briefcli.domain.dates.settle import CHOICE, MOVED
from briefcli.domain.dates.words import regex
from briefcli.domain.when import Grain, can_agree, period, provisional
from briefcli.patterns import any_of

HEDGED: Final = later("The text gives this date with a reservation.")
CALLED_OFF: Final = later("The text says that this date no longer holds.")
MISSED: Final = later("The text says what should have been done by then.")
_LOOK_BACK: Final = 60
# Phrases that doubt a date, by the places where they do: right before the date (before) or anywhere before it in the
# sentence (ahead), right after it (behind) or anywhere after it in the sentence (after), or in brackets after it.
_HEDGES: Final = {
    "before": r"""
        \~|±|\+/-|rond(?:om)?|omstreeks|ongeveer|circa|ca\.?|plusminus|vlak (?:voor|na)|om en nabij
        op z(?:ij|')n vroegst|ten vroegste|niet eerder dan|around|about|approximately
        (?:zou(?:den)?|could|might)(?:(?: \w{1,20}){0,6} (?:op|in|on|for)| (?:dan|ook|wel|al))?
        (?:onzeker|niet (?:bevestigd|definitief|zeker)):
        """,
    "before brackets": "mogelijk|voorlopige?",
    "before ahead brackets": "streefdat(?:um|a):?",
    "before behind after brackets": r"(?:o\.?v\.?b\.?|o\.v\.|t\.?b\.?[cd]\.?):?",
    "before behind brackets": r"n\.?t\.?b\.?:?",  # not `12 juni 2024, zaal n.t.b.`
    "ahead": r"""
        in (?:principe|beginsel)|beoogt|streven|streeft?|gestreefd
        (?<!zoals\s)(?<!dan\s)verwacht(?:en?)?|wellicht|misschien
        hopelijk|eventueel|hoopt?|hopen|(?:reserve|uitwijk)dat(?:um|a)|mik(?:t|ken) op|may (?:be|take|still)
        mogelijk(?= (?:wordt|worden|is|zijn|komt|vindt|volgt|valt|moet(?:en)?|gaa[nt]|stuurt|zal|kan|al|pas|uiterlijk))
        mogelijkheid bestaat|bestaat de mogelijkheid
        voornemens?|ambitie|ligt (?:het )?in de rede|bij voorkeur|voorgestelde dat(?:um|a)|vooralsnog
        naar (?:alle )?waarschijnlijkheid|onder (?:enig )?voorbehoud
        gedacht (?:wordt )?aan|wordt gedacht|denkt aan|naar het zich laat aanzien
        (?:voorstel|concept)(?=:)|concept-?planning|als (?:alles|het) mee(?:zit|valt|werkt)
        voorlopige? (?:datum|data|planning|agenda|gepland|voorzien|vastgesteld)|(?:indien|zo) nodig
        expected|likely|possibly|perhaps|subject to|pencill?ed in|if (?:needed|necessary)
        """,
    "ahead brackets": r"""
        naar verwachting|waarschijnlijk|vermoedelijk|indicatie(?:f|ve)|beoogde?|optie(?:s|datum|data)?
        tentative(?:ly)?|provisional(?:ly)?
        """,
    "ahead after": "tenzij|mits|unless|provided that",
    "ahead behind after brackets": "nog te bevestigen",
    "behind": "(?:of|or) (?:later|eerder|earlier)|e\\.?v\\.?|at the earliest",
    "behind brackets": r"onbevestigd|nader te bepalen",
    "behind after": "onder (?:enig )?voorbehoud",
    "behind after brackets": r"nog (?:niet|te) (?:zeker|bevestigd|bevestigen|definitief)",
    "after": r"""
        (?:niet|geenszins|allerminst) (?:helemaal )?(?:zeker|bevestigd|definitief|vast)|nog te bepalen
        (?:kan|kunnen) nog (?:altijd )?(?:(?:ver)?schuiven|wijzigen|veranderen)
        staat nog niet vast|is (?:nog )?onzeker|wordt verwacht|(?:is|zijn|blijft|blijven) (?:nog )?voorlopig
        (?:is|zijn) (?:nog )?(?:slechts )?een (?:optie|mogelijkheid)|(?:beoogde|streef|richt|voorlopige) ?datum
        (?:moet(?:en)?|dient|word(?:t|en)|zal|zullen)(?: \w{1,20}){0,3} nog (?:te )?(?:worden )?bevestig(?:d|en)
        to be confirmed|not (?:yet )?confirmed|subject to (?:confirmation|change)
        """,
    "brackets": r"""
        (?:niet|te) (?:zeker|bevestigd|bevestigen|definitief)|onder voorbehoud|concept|gepland|unconfirmed|reserve
        p\.?m
        """,
}


def _phrases(place: str) -> str:
    return any_of("\n".join(phrases.strip() for places, phrases in _HEDGES.items() if place in places.split()), " ")


_BEFORE: Final = regex(
    rf"(?<!\w)(?P<no_hedge>niet |(?:zo|hoe) \w{{1,20}} )?{_phrases('before')}"
    r"~(?:(?:op|in|per|van|vanaf|de|het|al|reeds|pas|rond|circa) ){0,3}\Z"
    rf"|\({_phrases('before')}\):? \Z"
)
_AHEAD: Final = regex(rf"\b{_phrases('ahead')}(?!\w)")
_BEHIND: Final = regex(rf"~\(~\?~\)|~,?~{_phrases('behind')}(?!\w)|~\((?:[^()]{{0,40}}\b)?{_phrases('brackets')}(?!\w)")
_AFTER: Final = regex(rf"\b{_phrases('after')}(?!\w)")

# Words that say that the date before them is given up, unless it is the day on which they come true.
_CANCELLED: Final = "vervalt|vervallen|afgelast|afgezegd|geannuleerd|cancelled|canceled"
_GIVEN_UP: Final = regex(
    r"~[,(:–-]?~(?P<but>(?:maar|but) )?(?:(?:dat|die|which) |(?P<planned>geplande) \w{2,30} )?(?:(?:is|zijn|blijkt"
    "|lijkt|bleek|was|wordt|worden|komt|komen|gaat|gaan|has|have|been|inmiddels|echter|te) ){0,4}"
    rf"(?:(?:{_CANCELLED}|geschrapt|(?P<undone>(?:(?:het|de) \w{{1,30}} )?niet (?:door(?:gegaan)?|haalbaar)))\b"
    r"|(?P<moved>verplaatst|verschoven|uitgesteld|verzet|postponed|moved)\b(?P<on> (?:naar|tot|to) )?)"
)
# `oorspronkelijk gepland op`, `in plaats van`, `(was:`, `GEANNULEERD:`
_GONE_BEFORE: Final = regex(
    r"(?:\b(?:(?:oorspronkelijk|aanvankelijk|originally|initially)(?: (?:gepland|voorzien|planned|scheduled))?"
    r"|in plaats van|i\.p\.v\.|instead of) (?:(?:op|voor|on|for) )?|\(was:? |\b(?:"
    rf"{_CANCELLED})~[:–-]~|\b(?:niet|not|no)(?: (?:langer|meer|longer))? (?:be )?(?:(?:op|in|on) )?)\Z"
)
# The end of a range that no rule reads: `12 juni 2024 t/m 14`
_OTHER_END: Final = regex(r"~(?:UP_TO|[–—](?=[0-9]))~(?:de )?[0-9]{1,2}(?:e|ste)?(?![\w:/.-]*[0-9]| uur)")
_HALF: Final = later("The text gives another last day, which was not read.")
_ARROW: Final = regex("~(?:→|[-=]>)~(?=[0-9a-z])")
_COMES_TRUE: Final = regex(r"\b(?:op|per|vanaf|met ingang van|on|as of) \Z")
# `had op 12 juni verzonden moeten worden`, `het debat dat op 12 juni had moeten plaatsvinden`
_SHOULD_HAVE: Final = regex(
    r"\b(?:had(?:den)?\b[^,;:]{0,120}(?<!\bwe)(?<!\bwij)(?<!\bze)(?<!\bzij)(?<!\bdie) (?:moeten|gemoeten|zullen)"
    r"|should have)\b"
)
_OTHER_CLAUSE: Final = regex(r"[,;:]|\b(?:maar|en|but|and)\b")
# A paper is dated in the past: no doubt in the sentence is about its date.
PAPER_BEFORE: Final = regex(
    "(?:brief|brieven|motie|verslag|nota|besluit|uitspraak|arrest|toezegging|verzoek|notitie|wet|regeling|verdrag"
    "|akkoord|convenant|protocol) "
    r"(?:van|d\.d\.) (?:de )?\Z|d\.d\.~\Z"
)
SENTENCE_END: Final = regex(r"[.!?;][0-9]{0,2}(?=\s+[A-Z\d(‘“'\"])|\n[\x20\t]*\n|\n[\x20\t]*[-•*–]")
_QUESTION: Final = regex(
    r"(?:\w+ (?:u|je|wij|we|de|het|een|er|deze|die|dit|dat|ik|hij|zij)\b"
    r"|(?:wanneer|hoe|wat|waarom|welke?|wie|waar|hoeveel|when|what|how|why|is|are|will|does|do|can)\b)"
)
_SENTENCE_REACH: Final = 400
_EITHER: Final = regex(r",?~\(?EITHER")
_COMMA: Final = regex(",(?!~(?:en|&|resp))")
_LINK: Final = regex(r"(?:~\()?LINK(?:(?:op|in|van|de|het|uiterlijk) ){0,2}")


def with_hedges(text: str, lower: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, uncertain if the text doubts them. A doubt holds for a whole row of dates (`8 en 15 juni`)."""
    found: list[DateMention] = []
    first = stop = 0  # of the sentence; a full stop in a date (`jan. 2024`) does not end it
    for row in _rows(lower, mentions):
        start, end = row[0].start, row[-1].end
        if start >= stop:
            first, stop = _sentence(text, start, end, stop)
        before = lower[max(0, start - _LOOK_BACK) : start]
        hedge = _BEFORE.search(before)
        is_of_last = hedge and hedge[0][0] == "(" and found and lower[found[-1].end : start] == f" {hedge[0]}"
        is_beside = hedge and not hedge["no_hedge"] and not is_of_last  # `zo snel mogelijk in juni` doubts nothing
        is_hedged = is_beside or _BEHIND.match(lower, end) or _is_doubted(lower, first, stop, row)
        settled = _with_choices(lower, row)
        is_moved = any(each.doubt == MOVED for each in row)  # `van 3 juni naar 10 juni verplaatst`
        if reason := _given_up(lower, before, end, is_moved=is_moved) or _missed(lower, first, stop, row):
            settled = [msgspec.structs.replace(each, doubt=reason) for each in settled]
        if is_hedged:
            settled = [msgspec.structs.replace(doubted(each, HEDGED), when=provisional(each.when)) for each in settled]
        found.extend(settled)
    return found


def _given_up(lower: str, before: str, end: int, *, is_moved: bool) -> str | None:
    """The reason why a date no longer holds: `10 juni vervalt`, `niet 10 juni maar 12 juni`; None if it holds.

    If `is_moved`, the words before the date name the day that it replaces, so `verplaatst` after it is about that day.
    """
    if _OTHER_END.match(lower, end):
        return _HALF
    if _GONE_BEFORE.search(before):
        return CALLED_OFF
    if _ARROW.match(lower, end):
        return MOVED
    gone = _GIVEN_UP.match(lower, end)
    is_plain = gone and (gone["planned"] or gone["but"] or gone["undone"])
    if gone is None or (is_moved and gone["moved"] and not gone["on"]):
        return None
    if not is_plain and (_COMES_TRUE.search(before) or PAPER_BEFORE.search(before)):
        return None
    return MOVED if gone["on"] else CALLED_OFF


def _missed(lower: str, first: int, stop: int, row: Sequence[DateMention]) -> str | None:
    """The doubt about a row of dates if its clause says that something should have been done then; else None."""
    for found in _SHOULD_HAVE.finditer(lower, first, stop):
        # Empty if the row is inside the words
        apart = lower[row[-1].end : found.start()] or lower[found.end() : row[0].start]
        if not _OTHER_CLAUSE.search(apart):
            return MISSED
    return None


def _is_doubted(lower: str, first: int, stop: int, row: Sequence[DateMention]) -> bool:
    """Whether words elsewhere in the sentence, from `first` to `stop`, doubt the dates of a row."""
    start, end = row[0].start, row[-1].end
    is_doubted = _AHEAD.search(lower, first, start) or _AFTER.search(lower, end, stop)
    if not is_doubted and (lower[end : end + 1] != "?" or _QUESTION.match(lower[first:stop].lstrip())):
        return False
    return PAPER_BEFORE.search(lower, max(0, start - _LOOK_BACK), start) is None


def _sentence(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """The start and end of the sentence around a stretch of text."""
    first = max(floor, start - _SENTENCE_REACH)
    for boundary in SENTENCE_END.finditer(text, first, start):
        first = boundary.end()
    last = SENTENCE_END.search(text, end, end + _SENTENCE_REACH)
    return first, last.start() + 1 if last else min(len(text), end + _SENTENCE_REACH)


def _rows(lower: str, mentions: Sequence[DateMention]) -> list[list[DateMention]]:
    """The mentions in rows: in a row, only `en`, a comma or the like comes between them."""
    rows: list[list[DateMention]] = []
    for mention in mentions:
        if rows and _LINK.fullmatch(lower, rows[-1][-1].end, mention.start):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def _with_choices(lower: str, row: list[DateMention]) -> list[DateMention]:
    """The row; dates between which the text does not choose are uncertain: `15 juni 2023 of juli 2023`."""
    is_open = [False] * len(row)
    for at in reversed(range(len(row) - 1)):
        link = lower[row[at].end : row[at + 1].start].strip()
        if _EITHER.match(link):
            is_open[at] = is_open[at + 1] = True
        elif _COMMA.match(link):
            is_open[at] = is_open[at + 1]
    return [doubted(mention, CHOICE) if left else mention for mention, left in zip(row, is_open, strict=True)]


_OTHER_WEEK: Final = later("The week and the day beside each other do not go together.")
_BESIDE: Final = regex(r",?~\(?(?:(?:op|van) )?")
_WEEK_ALONE: Final = regex(r"we?e?k\w{0,7}\.? (?P<number>[0-9]{1,2})")


def with_weeks(text: str, lower: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions. A week beside a day gets the year of that day; both are in doubt if the day is not in that week."""
    found = list(mentions)
    for at, pair in enumerate(pairwise(mentions)):
        day, week = pair if pair[0].when.grain is Grain.DAY else pair[::-1]
        alone = _WEEK_ALONE.fullmatch(lower, week.start, week.end)
        is_week = alone or week.when.grain is Grain.WEEK
        if not is_week or day.when.day is None or not _BESIDE.fullmatch(lower, pair[0].end, pair[1].start):
            continue
        own = period(day.when.day, day.when.day, Grain.WEEK)
        if alone and not week.certain and int(alone["number"]) == int(own.text[-2:]):
            same = mention_of(text, week.start, week.end, Meaning(own.text, day.doubt))
            found[at + (pair[1] is week)] = same or week
        elif "\n" not in lower[pair[0].end : pair[1].start] and (alone or not can_agree((day.when, week.when))):
            found[at : at + 2] = [doubted(each, _OTHER_WEEK) for each in pair]
    return found
