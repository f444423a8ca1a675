"""Commitments to the House and adopted motions that the memo names with their day."""

import re
from typing import Any

from briefcli.catalog import tr
from briefcli.domain.agenda import Commitment
from briefcli.domain.due import parse_due
from briefcli.domain.when import Grain
from briefcli.memo.imported import Found
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence, shortened

_ADOPTED = re.compile(
    r"\bmotie\b.{0,160}\b(?:aangenomen|aanvaard)\b|\b(?:aangenomen|aanvaarde)\smotie\b", re.IGNORECASE
)
_PROMISED = re.compile(
    r"\btoegezegd\b|\bzeg(?:t|gen)?\b.{0,40}\btoe\b|\bdeed\b.{0,60}\btoezegging\b|\btoezegging\sgedaan\b", re.IGNORECASE
)

# What a letter promises itself, with the time by which
_WILL = re.compile(
    r"\b(?:informeer|stuur|zend|bericht|kom)\s(?:ik|wij)\b|\bontvangt\s(?:u|uw Kamer)\b|\b[Uu](?:w Kamer)?\sontvangt\b"
    r"|\b(?:[Ii]k|[Ww]ij)\b[^.;]{0,80}\b(?:informeren|sturen|toesturen|zenden|toezenden|toekomen|terugkomen|berichten"
    r"|aanbieden)\b"
)
# A commitment by its number or by the one it was made to: `Uw toezegging aan het lid Snoek (TZ203106-012)`
_MADE_TO = re.compile(
    r"\btoezegging\s(?:\w+\s)?aan\s(?P<to>(?:(?:de|het)\s)?(?:(?:lid|leden|heer|mevrouw)\s)?"
    r"(?:[Vv]aste\s)?(?:\w*[Cc]ommissie|[A-Z][\w'’-]+)(?:\s(?:(?:van|der|den|de|el|voor|en)\s)*[A-Z][\w'’-]+|\sc\.s\.)*)"
)
_NUMBER = re.compile(r"TZ[0-9]{6}-[0-9]{1,4}|T0[0-9]{4}")
_BY_THEN = re.compile(
    r"\b(?:voor|vóór|uiterlijk(?:\s\w+)?|in|tegen|eind|begin|rond|medio|niet later dan)\s(?:het\s|de\s)?$"
    r"|\b(?:loopt\saf|afloopt|verloopt|vervalt)\s(?:op\s)?$",
    re.IGNORECASE,
)
_TERM = re.compile(r"\b(?:uiterlijk|binnen|\w*reces)\b", re.IGNORECASE)
_DONE = re.compile(r"\btoezegging\b.*\bgedaan\b", re.IGNORECASE)
_MET = re.compile(r"\b(?:is|zijn|werd|was)\b[^.;]{0,60}\b(?:nagekomen|afgedaan|gestand|gedaan)\b", re.IGNORECASE)
_TIME_OF = re.compile(r"\b(?:voor|vóór|in|tegen|rond|medio)\s(?:het\s|de\s)?$|^$", re.IGNORECASE)
_BY = re.compile(r"\b(?:voor|vóór|uiterlijk(?:\s(?:op|gereed|klaar|in|per))?|niet later dan)\s$", re.IGNORECASE)

_Keyed = tuple[tuple[str, str], Found[Commitment]]  # what is given once, and a promise


def find_promises(paragraphs: list[Paragraph]) -> list[Found[Commitment]]:
    """Sentences that name one, with the day it was made or the day by which it is due; each day is given once."""
    found: dict[tuple[str, str], Found[Commitment]] = {}
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            for key, promise in _registered(sentence) or _announced(sentence) or _dated(sentence):
                found.setdefault(key, promise)
    return list(found.values())


def _registered(sentence: Sentence) -> list[_Keyed]:
    """A commitment for every number of one in a sentence, or for the words `toezegging aan …`."""
    text = sentence.text
    to, refs = _MADE_TO.search(text), list(dict.fromkeys(_NUMBER.findall(text)))
    if sentence.paragraph.part is Part.ANNEXES or not (refs or to):
        return []
    dates = [each for each in sentence.dates if each.when.first or each.when.last]
    is_met = bool(_MET.search(text))
    by = next((each for each in dates if not is_met and _BY_THEN.search(sentence.before(each.start))), None)
    days = [each.when for each in dates if each is not by and each.certain and each.when.grain is Grain.DAY]
    fields: dict[str, Any] = {
        "made": days[0] if days and (_PROMISED.search(text) or _DONE.search(text)) else None,
        "to": to["to"] if to else None,
        "due": parse_due(by.when.text) if by else None,
    }
    doubt = by.reason if by else tr("no date is given") if _TERM.search(text) and not is_met else None
    return [
        (("registered", ref or text), _promise(sentence, sentence.start, doubt, ref=ref, **fields))
        for ref in refs or [None]
    ]


def _announced(sentence: Sentence) -> list[_Keyed]:
    """What the writer will send or tell the House by a month, season or year: `In het najaar van 2025 ontvangt u …`."""
    dates, text = sentence.dates, sentence.text
    if len(dates) != 1 or not dates[0].certain or dates[0].when.first is None:
        return []
    if _PROMISED.search(text) or not _WILL.search(text) or not _TIME_OF.search(sentence.before(dates[0].start)):
        return []
    return [(("announced", text), _promise(sentence, sentence.start, due=parse_due(dates[0].when.text)))]


def _dated(sentence: Sentence) -> list[_Keyed]:
    """What was promised or adopted on a day, or is promised by one."""
    kind = "motion" if _ADOPTED.search(sentence.text) else "commitment"
    if kind != "motion" and not _PROMISED.search(sentence.text):
        return []
    days = [each for each in sentence.dates if each.when.grain is Grain.DAY]
    due = [each for each in days if _BY.search(sentence.before(each.start))]
    made = [each for each in days if each not in due]
    if not days or not all(each.certain for each in days) or len(due) > 1 or len(made) > 1:
        return []
    first = (made or due)[0]
    fields: dict[str, Any] = {
        "made": made[0].when if made else None,
        "due": parse_due(due[0].when.text) if due else None,
    }
    return [((kind, first.when.text), _promise(sentence, first.start, kind=kind, **fields))]


def _promise(
    sentence: Sentence, place: int, doubt: str | None = None, *, kind: str = "commitment", **fields: Any
) -> Found[Commitment]:
    commitment = Commitment(title=shortened(sentence.text), kind=kind, **fields)
    line = sentence.paragraph.line_at(place)
    return Found("commitments", commitment, line, sentence.text, {"due" if commitment.due else "": doubt})
