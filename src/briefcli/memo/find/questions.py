"""Reads questions with their answers as ministries list them, after the labels “Vraag 1” and “Antwoord”."""

import re

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Question
from briefcli.domain.marks import is_marked
from briefcli.memo.imported import Found, Imported
from briefcli.memo.layout.headings import Part, part_of
from briefcli.memo.layout.persons import is_greeting
from briefcli.memo.layout.points import PointReader
from briefcli.memo.text import Line

_NUMBERS = r"[0-9]{1,3}(?:(?:\s?,\s?|\sen\s|\st/m\s)[0-9]{1,3})*"
# A label has a number or a colon, or is the whole line. “Vraag is of …” is the start of a sentence
_ENDS = r"(?:\s*[:.)]\s*|\s+(?=[(\[]?(?:van|door)\s)|\s+(?=[A-Z(\[])|\s*$)"
_QUESTION = re.compile(rf"(?i)\s*(?:Vraag|Vragen)(?:\s+(?P<number>{_NUMBERS}){_ENDS}|\s*:\s*|\s*$)(?P<rest>.*)")
_ANSWER = re.compile(
    rf"(?i)\s*Antwoord(?:en)?(?:\s+(?:op\s+)?(?:de\s+)?(?:vraag|vragen))?(?:\s+(?P<number>{_NUMBERS}){_ENDS}|\s*:\s*|\s*$)(?P<rest>.*)"
)
_BY = re.compile(r"[(\[]?(?:van|door)\s+(?:het lid|de leden|de fractie(?:s)? van|lid)\s+(?P<who>[^:?!]{2,80}?)[)\]]?:?")
_IN_BRACKETS = re.compile(
    r"[(\[](?P<who>(?:[Dd]e heer|[Mm]evrouw|[Mm]w\.|[Dd]hr\.|(?:[Hh]et )?[Ll]id)\s[^()\[\]]{2,70}"
    r"|[A-Z][^()\[\],]{1,40},\s?[A-Z][\w-]+)[)\]]:?"
)


class Asked(msgspec.Struct):
    """One question as the text lists it. `is_withheld` if its heading or a mark says that it is not public."""

    label: Line
    by: str | None = None
    question: list[Line] = []
    answer_label: Line | None = None
    answer: list[Line] = []
    is_withheld: bool = False


def lift_questions(lines: list[Line]) -> tuple[list[Line], list[Asked]]:
    """Take out the questions. Returns the other lines, and the questions.

    If no question has an answer label, this is not a list of questions and all lines stay.
    """
    kept: list[Line] = []
    found: list[Asked] = []
    current: Asked | None = None
    under_withheld = False
    for line in lines:
        part = part_of(line.text)
        if part is not None or is_greeting(line.text):
            current, under_withheld = None, part is Part.WITHHELD
        if asked := _QUESTION.fullmatch(line.text):
            rest = asked["rest"].strip()
            by = _BY.fullmatch(rest) or _IN_BRACKETS.fullmatch(rest)
            current = Asked(line, by["who"].strip() if by else None, [line.saying(rest)] if rest and not by else [])
            current.is_withheld = under_withheld or is_marked(line.text)
            found.append(current)
        elif current is None:
            kept.append(line)
        elif current.answer_label is None and (answered := _ANSWER.fullmatch(line.text)):
            current.answer_label = line
            current.answer += [line.saying(answered["rest"])] if answered["rest"].strip() else []
        else:
            (current.question if current.answer_label is None else current.answer).append(line)
    is_list = any(each.answer_label is not None for each in found)
    return (kept, found) if is_list else (lines, [])


def place_questions(draft: Imported, found: list[Asked], reader: PointReader, *, in_doubt: bool) -> None:
    """Put the questions in `questions`. With `in_doubt` all are withheld: what the memo leaves out is unknown."""
    for each in found:
        question, answer = _text(reader, each.question), _text(reader, each.answer)
        hidden, asked = each.is_withheld or in_doubt, question or each.label.text.strip()
        made = Question(question=asked, by=each.by, answer=answer or None, public=not hidden)
        parts = [("question", each.question[0] if each.question else each.label, question)]
        parts += [("answer", each.answer[0], answer)] if answer else []
        doubt = tr("not shown in public, as the memo says or may mean") if hidden else None
        draft.place(Found("questions", made, each.label, question, {"": doubt}, parts))
        for label in filter(None, (each.label, each.answer_label)):
            draft.drop(label, tr("label, now questions"), withheld=hidden)


def _text(reader: PointReader, lines: list[Line]) -> str:
    return " ".join(f"{each.label} {each.text}".strip() for each in reader.points(lines))
