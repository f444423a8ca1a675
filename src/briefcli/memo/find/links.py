"""Which date, place and change belong to a name in the same sentence."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.dates.hedge import CALLED_OFF
from briefcli.domain.dates.reader import DateMention, scan_dates
from briefcli.domain.dates.settle import MOVED
from briefcli.domain.dates.terms import before_date
from briefcli.domain.dates.typed import AT_LATEST
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain, When, WhenError, after, parse_when
from briefcli.memo.layout.paragraphs import YEAR, Paragraph, Sentence

_TO_DATE = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:\s(?:in|te)\s(?:(?:het|de|Den)\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?[,:]?"
    r"\s*\(?(?:(?:die|dat)?\s?(?:op|van|d\.d\.|dd\.?|per|staat (?:gepland )?op|(?:is )?gepland (?:op|voor)"
    r"|vindt (?:plaats )?op|(?:is|loopt|duurt|plaatsvindt) (?:op|van)|(?:is|zijn)(?= )|(?:is )?voorzien op|plaats op"
    r"|bijeen op|komt op|komen op|vinden op|is (?:verplaatst|verzet|verschoven) van))?\s*",
)
_CELL = re.compile(r"(?i)(?:^|\|\s)(?:(?:het|de)\s)?$")
_TO_DATE_IN_CAPITALS = re.compile(_TO_DATE.pattern, re.IGNORECASE)
_FROM_DATE = re.compile(
    r"\s+(?:is|zijn|was|waren|sprak|spraken|debatteerde|vond|vonden|kwam|hield|hielden|voerde|vindt|vinden|komt|komen|staat|staan|wordt|worden|neemt|heeft|debatteert|spreekt|spreken|houdt|voert|voeren|neemt|nemen)\b"
    r"[^.;]{0,90}"
)
_ON = re.compile(r"(?i)\b(?:op|tijdens|van|d\.d\.)\s*$")
NAME = r"(?:Den |New |Sint-|'s-|’s-)?[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?(?: D\.C\.)?"
_HELD_IN = re.compile(rf"\b(?:vindt|vinden|komt|komen)\s(?:er\s)?(?:in|te)\s(?P<place>{NAME})\b")
_PLACE = re.compile(
    rf"(?:bijeen|plaats|gehouden|[Tt]op|bijeenkomst|[Rr]aad|conferentie|\))\s(?:in|te)\s(?P<place>{NAME})"
    rf"|\b(?:in|te)\s(?P<before>{NAME})\s(?:bijeen|plaats)\b"
)
_BEHIND_DATE = re.compile(
    rf",?\s(?:(?:plaatsvindt|gehouden wordt|bijeenkomt)\s)?(?i:in|te)\s(?:het\s)?(?P<place>{NAME})"
)
_FARTHEST = 100
_CANCELLED = re.compile(
    r"(?i)\b(?:gaat|gaan|ging|gingen)\b[^.;]{0,40}\bniet\s(?:meer\s)?door\b|\bniet\sdoorgegaan\b"
    r"|\b(?:vervalt|vervallen|komt\ste\svervallen|geannuleerd|afgelast|afgezegd|geschrapt|cancell?ed)\b"
)
_WRITTEN = re.compile(
    r"(?i)\b(?:omgezet|veranderd|gewijzigd)\b[^.;,]{0,40}?\b(?:in|naar)\s(?:een\s)?(?P<title>schriftelijk\soverleg)\b"
    r"|\b(?:vervangen\sdoor|wordt|werd)\s(?:een\s)?(?P<other>schriftelijk\soverleg)\b"
)
_MOVED = re.compile(
    r"\b(?:verplaatst|verzet|verschoven|uitgesteld|verdaagd|opgeschoven|vervroegd|postponed|moved|rescheduled)\s"
    r"(?:\w+\s){0,5}?(?:naar|tot|to|until)(?:\s|:)"
    r"|\bmaar\s(?:is|zijn|wordt|worden|vindt|vinden|staat|staan)\s(?:nu|inmiddels|thans)\s(?:\w+\s){0,3}?op\s",
    re.IGNORECASE,
)
_THEN_MOVED = re.compile(rf"(?i)[^.,;]{{0,40}}?{_MOVED.pattern}")
_DUE = re.compile(
    rf"(?i)\b(?:(?P<before>voor|vóór|before)|(?:{AT_LATEST})(?:\s(?:op|on|gereed|klaar|in|per))?)\s+(?:\w+dag\s)?$"
)
_NOT_THEN = re.compile(r"(?i)\b(?:niet|nooit|not|never)\s(?:(?:al|meer|reeds)\s)?$")
_OWN_DUE = re.compile(r"(?i)(?:voor|vóór|before|binnen|within)\b")  # `voor de zomer` is one date
# What was done on a day, or at the debate of that day
_WAS_DONE = re.compile(
    r"(?i)\b(?:heeft|hebben|had|hadden|heb|is|zijn|werd|werden|was|waren)\b"
    r"(?:(?!\b(?:die|dat|waar\w*)\b)[^;,]|,(?=\s(?:nr|[0-9]))){0,120}\b(?:toegezegd|aangenomen|aanvaard|verworpen|aangehouden|ingetrokken|ingediend|nagekomen|afgedaan)\b"
    r"|\b(?:zegde\b[^;]{0,80}\btoe|deed\b[^;]{0,80}\btoezegging)\b"
)
_AT_DEBATE = re.compile(
    r"(?i)\b(?:in|tijdens|bij)\s(?:het|een)\s(?:\w+\s)?\w*(?:debat|overleg|vragenuur)\b[^.;,]{0,60}\s(?:van|op|d\.d\.)\s$"
)
# What a sentence says of a day to come, and what it says of one that has been
_TO_COME = re.compile(
    r"(?i)\b(?:vindt|vinden|komt|komen|zal|zullen|gaat|gaan|moet|moeten|dient|dienen|wordt|worden|ontvangt|ontvangen|volgt"
    r"|volgen|staat|staan|voert|neemt|will|must|takes\splace|is\sdue)\b"
)
_PAST = re.compile(
    r"(?i)\b(?:was|waren|werd|werden|had|hadden|heeft|hebben|vond|vonden|kwam|kwamen|sprak|spraken|jl|jongstleden|afgelopen|vorige?)\b"
)
_LAST_BEFORE = later("The year is not stated; {year} is the last before the date of the text.")
_FIRST_AFTER = later("The year is not stated; {year} is the first after the date of the text.")
_LONG = timedelta(days=60)  # a day not so long ago may be what a memo is late with
_NOT_ON = re.compile(r"(?i)(?:na|minstens|ten\sminste|later\sdan|after)\s(?:\w+dag\s)?")
_FIRST_PLAN = re.compile(
    r"(?i)\b(?:stond|stonden|was|waren)\s(?:(?:eerst|eerder|aanvankelijk|oorspronkelijk|in\seerste\sinstantie)\s)+"
    r"(?:gepland|voorzien|geagendeerd)?\s?(?:op|voor)?\s?(?:\w+dag\s)?$"
)
_DENIED = re.compile(r"(?i)\b(?:niet|nooit|not)\s(?:\w+\s){0,2}$")


def due_by(sentence: Sentence, mention: DateMention) -> When | None:
    """When something is due, where the words in front of a date say so; some day before it behind `vóór`."""
    return limit(sentence.before(mention.start), mention)


def limits(sentence: Sentence) -> list[tuple[DateMention, When]]:
    """The dates of a sentence by which something is due, each with when that is."""
    return [(each, when) for each in sentence.dates if (when := due_by(sentence, each)) is not None]


def is_not_before(sentence: Sentence, mention: DateMention) -> bool:
    """Whether something is said not to happen before a date: `niet voor 1 december`."""
    words = sentence.before(mention.start)
    return denies_limit(words[: found.start()] if (found := _DUE.search(words)) else words)


def denies_limit(words: str) -> bool:
    return _NOT_THEN.search(words) is not None


def is_given_up(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the words around a date take it back: `de termijn van 20 november is verschoven naar 4 december`."""
    return mention.doubt in {MOVED, CALLED_OFF} or _THEN_MOVED.match(sentence.behind(mention.end)) is not None


def is_first_plan(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date is only that of an earlier plan: `dit debat stond eerst gepland op 11 november`."""
    return _FIRST_PLAN.search(sentence.before(mention.start)) is not None


def limit(words: str, mention: DateMention) -> When | None:
    """The last moment that a date behind these words means; None where they make no limit of it."""
    if mention.when.grain is Grain.BEFORE and _OWN_DUE.match(mention.text):
        return None if denies_limit(words) else before_date(mention)
    found = _DUE.search(words)
    if found is None or mention.when.first is None or denies_limit(words[: found.start()]):
        return None
    is_before = found["before"] and mention.when.from_time is None  # `voor 4 december 12.00 uur` is by that hour
    return before_date(mention) if is_before else mention.when


def settle_years(paragraphs: list[Paragraph]) -> None:
    """Where no year is stated, what was done lies before the memo, and what must be done or is held lies after it."""
    for paragraph in paragraphs:
        paragraph.dates = [_on_its_side(paragraph, each) for each in paragraph.dates]


def _on_its_side(paragraph: Paragraph, mention: DateMention) -> DateMention:
    sentence = paragraph.sentence_at(mention.start)
    words, done = sentence.before(mention.start), _WAS_DONE.search(sentence.text)
    if done is None or _DUE.search(words):
        is_ahead = (_DUE.search(words) or _TO_COME.search(sentence.text)) and not _PAST.search(sentence.text)
        return in_future(mention, paragraph.written) if is_ahead else mention
    first, last = sentence.start + done.start() - 1, sentence.start + done.end()
    is_its_day = first <= mention.end <= last or _AT_DEBATE.search(words)
    return in_past(mention, paragraph.written) if is_its_day else mention


def in_past(mention: DateMention, written: date | None) -> DateMention:
    """A date whose year is not stated in the last year in which it lies before the memo, unsure; else as it is."""
    if written is None or mention.when.first is None or mention.when.first <= written:
        return mention
    return _in_year(mention, lambda day: day <= written, _LAST_BEFORE)


def in_future(mention: DateMention, written: date | None) -> DateMention:
    """A date without a year that would lie long before the memo, in the first year after it; unsure."""
    first, last = mention.when.first, mention.when.last
    if written is None or first is None or (last or first) > written - _LONG:
        return mention
    return _in_year(mention, lambda day: day > written, _FIRST_AFTER)


def _in_year(mention: DateMention, fits: Callable[[date], bool], reason: str) -> DateMention:
    """A date whose year is not stated on the first of its other days that fits."""
    for when in () if YEAR.search(mention.text) else map(parse_when, mention.alternatives):
        if when.first is not None and fits(when.first):
            return msgspec.structs.replace(mention, when=when, certain=False, doubt=tr(reason, year=when.first.year))
    return mention


def at_hours(day: date, *hours: str, doubted: bool = False) -> When | None:
    """That day at an hour such as `9:30` or `9.30`, or between two; None for what no day has: 27:30, 23:30–00:30."""
    times = (f"{day.isoformat()}T{each.replace('.', ':').zfill(5)}" for each in hours)
    try:
        return parse_when("/".join(times) + ("?" if doubted else ""))
    except WhenError:
        return None


def linked_date(paragraph: Paragraph, start: int, end: int) -> DateMention | None:
    """The date of the meeting that is named at `[start:end]`: behind it, or in front as in `Op 8 juni is …`."""
    text, sentence = paragraph.text, paragraph.sentence_at(start)
    dates = sentence.dates
    to_date = _TO_DATE_IN_CAPITALS if text.isupper() else _TO_DATE
    is_cell = _CELL.search(text, 0, start) is not None
    for mention in dates:
        between = text[end : mention.start]
        if mention.start >= end and (to_date.fullmatch(between) or (is_cell and between == " | ")):
            return mention
    last = next((each for each in reversed(dates) if each.end <= start), None)
    is_near = last is not None and start - last.end < _FARTHEST and _ON.search(sentence.before(last.start))
    return last if last is not None and is_near and _FROM_DATE.fullmatch(text, last.end, start) else None


def place_after(sentence: Sentence, end: int) -> str | None:
    """The place in the rest of the sentence: `bijeen in Brussel`, `top in Vilnius`."""
    found = _PLACE.search(sentence.paragraph.text, max(end - 12, sentence.start), sentence.end)
    if found:
        return found["place"] or found["before"]
    held = _HELD_IN.search(sentence.text)
    return held["place"] if held else None


def place_behind(paragraph: Paragraph, end: int) -> str | None:
    """The place right behind a date: `van 11 en 12 oktober 2018 in Luxemburg`."""
    place = found["place"] if (found := _BEHIND_DATE.match(paragraph.text, end)) else None
    return place.title() if place and paragraph.text.isupper() else place


class Change(msgspec.Struct, frozen=True):
    """What becomes of a meeting; `moved_to` is the new day in `words`, `written` names the written consultation."""

    status: Status | None = None
    moved_to: When | None = None
    written: str | None = None
    words: str = ""


def change_in(words: str, below: list[DateMention] | None = None) -> Change:
    """What the words say; nothing where they deny it. The new day may be the first of those `below` the words."""
    if (moved := _MOVED.search(words)) and not _DENIED.search(words[: moved.start()]):
        days = scan_dates(words[moved.end() :]) or below
        if not days:
            return Change(Status.MOVED)
        last = days[0].when.last
        if last is not None and _NOT_ON.fullmatch(words, moved.end(), moved.end() + days[0].start):
            return Change(Status.MOVED, after(last))
        return Change(Status.MOVED, days[0].when, words=days[0].text)
    if written := _WRITTEN.search(words):
        return Change(written=written["title"] or written["other"])
    found = _CANCELLED.search(words)
    return Change(Status.CANCELLED) if found and not _DENIED.search(words[: found.start()]) else Change()
