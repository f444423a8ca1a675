"""Commitments to the House and adopted motions that the memo names with their day."""

import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Commitment
from briefcli.domain.due import parse_due
from briefcli.domain.when import Grain
from briefcli.memo.layout.headings import Part
from briefcli.memo.layout.paragraphs import Paragraph, Sentence
from briefcli.memo.layout.sentences import shortened
from briefcli.memo.text import Line

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
    r"\b(?:voor|vóór|uiterlijk(?:\s\w+)?|in|tegen|eind|begin|rond|medio|niet later dan)\s(?:het\s|de\s)?$",
    re.IGNORECASE,
)
_TERM = re.compile(r"\b(?:uiterlijk|binnen|\w*reces)\b", re.IGNORECASE)
_DONE = re.compile(r"\btoezegging\b.*\bgedaan\b", re.IGNORECASE)
_MET = re.compile(r"\b(?:is|zijn|werd|was)\b[^.;]{0,60}\b(?:nagekomen|afgedaan|gestand|gedaan)\b", re.IGNORECASE)
_TIME_OF = re.compile(r"\b(?:voor|vóór|in|tegen|rond|medio)\s(?:het\s|de\s)?$|^$", re.IGNORECASE)
_BY = re.compile(r"\b(?:voor|vóór|uiterlijk(?:\s(?:op|gereed|klaar|in|per))?|niet later dan)\s$", re.IGNORECASE)


class FoundCommitment(msgspec.Struct):
    commitment: Commitment
    line: Line
    words: str
    doubt: str | None = None  # about the day by which it is due


def find_promises(paragraphs: list[Paragraph]) -> list[FoundCommitment]:
    """Sentences that name one, with the day it was made or the day by which it is due; each day is given once."""
    found: dict[tuple[str, str], FoundCommitment] = {}
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            if registered := _registered(paragraph, sentence):
                for each in registered:
                    found.setdefault(("registered", each.commitment.ref or sentence.text), each)
                continue
            if (promise := _announced(paragraph, sentence)) is not None:
                found.setdefault(("announced", sentence.text), promise)
                continue
            kind = "motion" if _ADOPTED.search(sentence.text) else "commitment"
            days = [each for each in paragraph.dates_in(sentence.start, sentence.end) if each.when.grain is Grain.DAY]
            if not (kind == "motion" or _PROMISED.search(sentence.text)) or not all(each.certain for each in days):
                continue
            due = [each for each in days if _BY.search(paragraph.text[sentence.start : each.start])]
            made = [each for each in days if each not in due]
            if not days or len(due) > 1 or len(made) > 1:
                continue
            first = (made or due)[0]
            commitment = Commitment(
                title=shortened(sentence.text),
                kind=kind,
                made=made[0].when if made else None,
                due=parse_due(due[0].when.text) if due else None,
            )
            place = FoundCommitment(commitment, paragraph.line_at(first.start), sentence.text)
            found.setdefault((kind, first.when.text), place)
    return list(found.values())


def _registered(paragraph: Paragraph, sentence: Sentence) -> list[FoundCommitment]:
    """A commitment for every number of one in a sentence, or for the words `toezegging aan …`."""
    if paragraph.part is Part.ANNEXES:
        return []
    to, refs = _MADE_TO.search(sentence.text), list(dict.fromkeys(_NUMBER.findall(sentence.text)))
    if not refs and to is None:
        return []
    dates = [each for each in paragraph.dates_in(sentence.start, sentence.end) if each.when.first or each.when.last]
    is_met = bool(_MET.search(sentence.text))
    by = [each for each in dates if not is_met and _BY_THEN.search(paragraph.text[sentence.start : each.start])][:1]
    due = parse_due(by[0].when.text) if by else None
    doubt = by[0].reason if by else tr("no date is given") if _TERM.search(sentence.text) and not is_met else None
    days = [each.when for each in dates if each not in by and each.certain and each.when.grain is Grain.DAY]
    made = days[0] if days and (_PROMISED.search(sentence.text) or _DONE.search(sentence.text)) else None
    line = paragraph.line_at(sentence.start)
    return [
        FoundCommitment(
            Commitment(
                title=shortened(sentence.text),
                kind="commitment",
                ref=ref,
                made=made,
                to=to["to"] if to else None,
                due=due,
            ),
            line,
            sentence.text,
            doubt,
        )
        for ref in refs or [None]
    ]


def _announced(paragraph: Paragraph, sentence: Sentence) -> FoundCommitment | None:
    """What the writer will send or tell the House by a month, season or year: `In het najaar van 2025 ontvangt u …`."""
    dates = paragraph.dates_in(sentence.start, sentence.end)
    if len(dates) != 1 or not dates[0].certain or _PROMISED.search(sentence.text) or not _WILL.search(sentence.text):
        return None
    before = paragraph.text[sentence.start : dates[0].start].removeprefix("In het ").removeprefix("In ")
    if dates[0].when.first is None or not _TIME_OF.search(before):
        return None
    commitment = Commitment(title=shortened(sentence.text), kind="commitment", due=parse_due(dates[0].when.text))
    return FoundCommitment(commitment, paragraph.line_at(sentence.start), sentence.text)
