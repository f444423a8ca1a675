"""Commitments to the House and adopted motions that the memo names with their day."""

import re

import msgspec

from briefcli.domain.agenda import Commitment
from briefcli.domain.due import parse_due
from briefcli.domain.when import Grain
from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.layout.sentences import Sentence, shortened
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
_TIME_OF = re.compile(r"\b(?:voor|vóór|in|tegen|rond|medio)\s(?:het\s|de\s)?$|^$", re.IGNORECASE)
_BY = re.compile(r"\b(?:voor|vóór|uiterlijk(?:\s(?:op|gereed|klaar|in|per))?|niet later dan)\s$", re.IGNORECASE)


class FoundCommitment(msgspec.Struct):
    commitment: Commitment
    line: Line
    words: str


def find_promises(paragraphs: list[Paragraph]) -> list[FoundCommitment]:
    """Sentences that name one, with the day it was made or the day by which it is due; each day is given once."""
    found: dict[tuple[str, str], FoundCommitment] = {}
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
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
