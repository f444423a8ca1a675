"""Finds the date and the place that belong to a name in the same sentence."""

import re

from briefcli.domain.dates.in_text import DateMention
from briefcli.memo.layout.paragraphs import Paragraph, Sentence

_TO_DATE = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:,?\sonderdeel\s[^.,;]{3,40},?)?"
    r"(?:\sin\s(?:\w+\s)?samenstelling|\s(?:meets|takes place|will (?:meet|be held|take place)))?"
    r"(?:\s(?:in|te)\s(?:(?:het|de|Den)\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?[,:]?\s*\(?"
    r"(?:(?:die|dat)?\s?(?:op|on|van|d\.d\.|dd\.?|per|staat (?:gepland )?op"
    r"|(?:is )?(?:gepland|voorzien) (?:op|voor|in)(?: de week van)?"
    r"|vindt (?:plaats )?op|(?:is|loopt|duurt|plaatsvindt) (?:op|van)|(?:is|zijn)(?= )|plaats op"
    r"|bijeen op|(?:sluit|eindigt) op|takes place on|komt op|komen op|vinden op"
    r"|is (?:verplaatst|verzet|verschoven) van))?\s*"
)
_CELL = re.compile(r"(?i)(?:^|\|\s)(?:(?:het|de)\s)?$")
_FROM_DATE = re.compile(
    r"\s+(?:is|zijn|was|waren|sprak|spraken|debatteerde|vond|vonden|kwam|hield|hielden|voerde|vindt|vinden|komt|komen|staat|staan|wordt|worden|neemt|heeft|debatteert|spreekt|spreken|houdt|voert|voeren|neemt|nemen)\b"
    r"[^.;]{0,90}"
)
_IN_BRACKETS = re.compile(r"\s\((?:tijdens\s)?(?:het\s|de\s)?")  # `spreekt u op 8 juni met de Kamer (commissiedebat)`
_ROW_OF_DAY = re.compile(r":\s|\s[–-]\s")  # `4 februari: commissiedebat`
_TO_GATHERING = re.compile(r"\s(?:in|tijdens)\s(?:de|het)\s")  # `op 21 februari in de ministerraad`
# `heeft op 8 juni een extra commissiedebat gepland`
_VERB_BEFORE = re.compile(r"(?i)\b(?:heeft|hebben|is|zijn|vindt|vinden|staat|staan|wordt|worden|volgt)\s(?:er\s)?op\s$")
_TO_NAME = re.compile(r"\s(?:een|het|de)\s(?:\w+\s)?")
# `een commissiedebat aangevraagd`: the day before it is that of the request
_REQUESTED = re.compile(r"(?:(?!\b(?:dat|die)\b)[^.;,]){0,80}\b(?:aangevraagd|aangekondigd)\b")
_ON = re.compile(r"(?i)\b(?:op|tijdens|van|d\.d\.)\s*$")
NAME = r"(?:Den |New |Sint-|'s-|’s-)?[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?(?: D\.C\.)?"
_HELD_IN = re.compile(
    rf"\b(?:vindt|vinden|vond(?:en)?|kom(?:t|en)|kwam(?:en)?|neemt\su)\s(?:er\s)?(?:in|te)\s(?P<place>{NAME})\b"
)
_PLACE = re.compile(
    rf"(?:bijeen|plaats|gehouden|meets?|held|[Tt]op|bijeenkomst|[Rr]aad|conferentie|\))\s(?:in|te)\s(?P<place>{NAME})"
    rf"|\b(?:in|te)\s(?P<before>{NAME})\s(?:bijeen|plaats)\b"
)
_BEHIND_DATE = re.compile(
    r"(?:\s(?:jl|j\.l|a\.s)\.?)?,?\s(?:(?:plaatsvindt|gehouden wordt|bijeenkomt)\s)?"
    rf"(?i:in|te)\s(?:het\s|de\s(?=\w+zaal\b))?(?P<place>{NAME})"
)

_VENUE = re.compile(
    r"(?<=[.!] )(?:(?:Locatie|Plaats|Adres)\s?:\s(?P<label>[^.;|]{3,60})"
    r"|(?:Het|De|Dit|Deze)\s(?i:[\w-]*(?:overleg|bijeenkomst|vergadering|gesprek|conferentie|bezoek|raad))\svindt\splaats\s"
    rf"(?:in|op|bij|te)\s(?:het\s|de\s)?(?P<place>(?:[\w-]+\s(?:in|te)\s)?{NAME}))"
)
_REACH = 400  # characters behind a day in which the place of a meeting may be


def linked_date(paragraph: Paragraph, start: int, end: int) -> DateMention | None:
    """The date of the meeting that is named at `[start:end]`: after the name, or before it as in `Op 8 juni is …`."""
    text, sentence = paragraph.text, paragraph.sentence_at(start)
    dates = sentence.dates
    is_cell = _CELL.search(text, max(start - len("| het "), 0), start) is not None
    for mention in dates:
        between = text[end : mention.start]
        if mention.start >= end and (_TO_DATE.fullmatch(between) or (is_cell and between == " | ")):
            return mention
    last = next((each for each in reversed(dates) if each.end <= start), None)
    if last is None or start - last.end >= 100 or _REQUESTED.match(text, end):
        return None
    before = sentence.before(last.start)
    if _VERB_BEFORE.search(before) and _TO_NAME.fullmatch(text, last.end, start):
        return last
    shapes = (_FROM_DATE, _TO_GATHERING, _IN_BRACKETS) if _ON.search(before) else () if before else (_ROW_OF_DAY,)
    return last if any(each.fullmatch(text, last.end, start) for each in shapes) else None


def place_after(sentence: Sentence, end: int) -> str | None:
    """The place in the rest of the sentence: `bijeen in Brussel`, `top in Vilnius`."""
    found = _PLACE.search(sentence.paragraph.text, max(end - 12, sentence.start), sentence.end)
    found = found or _HELD_IN.search(sentence.text)
    return next(filter(None, found.groups())) if found else None


def place_behind(paragraph: Paragraph, end: int) -> str | None:
    """The place right after a date, or in a sentence after it: `van 11 en 12 oktober 2018 in Luxemburg`."""
    found = _BEHIND_DATE.match(paragraph.text, end) or _VENUE.search(paragraph.text, end, end + _REACH)
    place = next(filter(None, found.groups())) if found else None
    return place.title() if place and paragraph.text.isupper() else place
