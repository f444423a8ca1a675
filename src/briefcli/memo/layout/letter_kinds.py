"""What sort of text a letter, agenda or report is, from the words at its head."""

import re
from enum import StrEnum

from briefcli.memo.text import Line


class LetterKind(StrEnum):
    """What sort of text it is; the value is the kind of paper."""

    AGENDA = "annotated agenda"
    REPORT = "report"
    LETTER = "letter"
    COUNCIL = "agenda"
    MEMO = "decision memo"
    FICHE = "fiche"
    ANSWER = "answer"


NAMES_AGENDA = re.compile(
    r"\binforme\w+\s(?:ik|wij)\s(?:de|uw)\sKamer\sover\sde\s(?:\w+\s)?agenda\b|\bgeannoteerde\s+agenda\b|\bannotaties?\b|\bannotated\s+agenda\b",
    re.IGNORECASE,
)
NAMES_REPORT = re.compile(
    r"\b(?:het\s)?verslag\s+(?:van|aan|over)\b|^\s*(?:verslag|besluitenlijst)\b|\breport\s+of\s+the\s+meeting\b",
    re.IGNORECASE | re.MULTILINE,
)
_COUNCIL = re.compile(
    r"\b(?:provisional\s|draft\s|indicative\s)?(?:agenda|programme)\b|\bmeeting\s+of\b|\bCOUNCIL\s+OF\s+THE\b"
    r"|\bNORTH\s+ATLANTIC\b|\b(?:concept)?agenda\b|\bprogramma\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"^\W*(?:outcomes?|(?:summary\s+of\s+(?:the\s+)?)?conclusions|(?:draft\s+)?minutes|summary\s+record)\s+of\s+(?:the\s+)?"
    r"(?:\w+\s+){0,4}(?:meeting|council|summit)\b",
    re.IGNORECASE | re.MULTILINE,
)
_AGENDA = re.compile(r"\b(?:agenda|programme)\b", re.IGNORECASE)
_PRESENTS = re.compile(
    r"\b(?:informe\w+|hierbij|bied\w*|bijgaand\w*|zend\w*|stuur\w*|doe\w*\su|ontvangt)\b", re.IGNORECASE
)
_TO_THE_HOUSE = re.compile(r"\bvoorzitter\s+van\s+de\s+(?:tweede|eerste)\s+kamer\b", re.IGNORECASE)
_TITLE_WORDS = 15


def kind_of_head(head: list[Line]) -> LetterKind:
    """What sort of text a head of labels stands above."""
    words = "\n".join(line.text.strip() for line in head)
    if _TO_THE_HOUSE.search(words):
        return LetterKind.LETTER
    form = kind_of(words)
    return form if form in {LetterKind.AGENDA, LetterKind.REPORT} else LetterKind.MEMO


def kind_of(opening: str) -> LetterKind:
    """What sort of text begins with these lines."""
    named = [line for line in opening.split("\n") if len(line.split()) <= _TITLE_WORDS or _PRESENTS.search(line)]
    titles = "\n".join(named)
    if NAMES_REPORT.search(titles) and not NAMES_AGENDA.search(titles):
        return LetterKind.REPORT
    if NAMES_AGENDA.search(titles):
        return LetterKind.AGENDA
    if "BRIEF VAN" in opening or "Geachte" in opening:
        return LetterKind.LETTER
    return LetterKind.COUNCIL if _COUNCIL.search(titles) or _OUTCOME.search(titles) else LetterKind.LETTER


def is_outcome(head: str) -> bool:
    """Whether the lines above the items of a council say that it was held, and do not call the text an agenda."""
    return _OUTCOME.search(head) is not None and _AGENDA.search(head) is None
