"""Commitments to the House and adopted motions that the memo names with their day."""

import re

import msgspec

from briefcli.domain.agenda import Commitment
from briefcli.domain.when import Grain
from briefcli.memo.layout.paragraphs import Paragraph
from briefcli.memo.text import Line

_ADOPTED = re.compile(
    r"\bmotie\b.{0,160}\b(?:aangenomen|aanvaard)\b|\b(?:aangenomen|aanvaarde)\smotie\b", re.IGNORECASE
)
_PROMISED = re.compile(r"\btoegezegd\b|\bdeed\b.{0,60}\btoezegging\b|\btoezegging\sgedaan\b", re.IGNORECASE)


class FoundCommitment(msgspec.Struct):
    commitment: Commitment
    line: Line
    words: str


def find_promises(paragraphs: list[Paragraph]) -> list[FoundCommitment]:
    """Sentences that name one, with exactly one day in them; each day of each sort is given once."""
    found: dict[tuple[str, str], FoundCommitment] = {}
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            kind = "motion" if _ADOPTED.search(sentence.text) else "commitment"
            days = [each for each in paragraph.dates_in(sentence.start, sentence.end) if each.when.grain is Grain.DAY]
            if len(days) != 1 or not (kind == "motion" or _PROMISED.search(sentence.text)) or not days[0].certain:
                continue
            made = days[0].when
            commitment = Commitment(title=sentence.text, kind=kind, made=made)
            place = FoundCommitment(commitment, paragraph.line_at(days[0].start), sentence.text)
            found.setdefault((kind, made.text), place)
    return list(found.values())
