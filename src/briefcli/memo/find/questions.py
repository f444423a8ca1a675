"""Reads questions with their answers as ministries list them: each answer is below the label “Antwoord”.

A question has the label “Vraag 1”, or starts with its number or the party that asks: “De leden van de SP-fractie …”.
"""

import re
from datetime import date

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Question
from briefcli.domain.marks import is_marked
from briefcli.memo.imported import Found, Imported
from briefcli.memo.layout.headings import Part, part_of
from briefcli.memo.layout.house import SIGNATORY
from briefcli.memo.layout.paragraphs import Paragraph, study
from briefcli.memo.layout.persons import PARTY, is_greeting
from briefcli.memo.layout.points import MemoPoint, PointReader
from briefcli.memo.text import Line, not_blank

_NUMBERS = r"[0-9]{1,3}(?:(?:\s?,\s?|\sen\s|\st/m\s)[0-9]{1,3})*"
# A label has a number or a colon, or is the whole line. “Vraag is of …” is the start of a sentence
_ENDS = r"(?:\s*[:.)]\s*|\s+(?=[(\[]?(?:van|door)\s)|\s+(?=[A-Z(\[])|\s*$)"
_PARTY = rf"(?-i:(?:(?:GL|GroenLinks)-PvdA|GroenLinks|ChristenUnie|Volt|{PARTY})(?![\w-]))"
_FRACTIONS = rf"{_PARTY}(?:(?:,\s?|\s?/\s?|\sen\s){_PARTY}){{0,9}}"
_ITEM = r"\s*(?:(?:[0-9]{1,3}[.)]|[-*•])\s+)?"  # a list may number or mark what has a label as well
_QUESTION = re.compile(
    rf"(?i){_ITEM}(?:(?:Vraag|Vragen)(?:\s+(?P<number>{_NUMBERS}){_ENDS}|\s*:\s*|\s*$|\s+(?=[(\[]{_FRACTIONS}[)\]]))"
    r"|[VQ]\s?[0-9]{0,3}:)(?P<rest>.*)"
)
_ANSWER = re.compile(
    rf"(?i){_ITEM}(?:A\s?[0-9]{{0,3}}:|Antwoord(?:en)?(?:\s+van\s+(?:het\s+kabinet|de\s+[\w ,-]{{6,60}}))?"
    rf"(?:\s+(?:op\s+)?(?:de\s+)?(?:vraag|vragen))?(?:\s+(?P<number>{_NUMBERS}){_ENDS}|\s*:\s*|\s*$))(?P<rest>.*)"
)
# A question without a label, which counts only above the label of an answer; one with a number only if none has a label
_PARTIES = (
    r"(?:leden\s+van\s+de\s+(?P<party>[\w-]{2,30})-fracties?|(?:leden\s+van\s+de\s+)?fracties?\s+van\s+(?:de\s+|het\s+)?"
    r"(?P<parties>(?-i:[A-Z])[\w-]+(?:(?:,|\sen)\s(?:de\s|het\s)?(?-i:[A-Z])[\w-]+){0,9}))"
)
_UNLABELLED = re.compile(rf"(?i)\s*(?:[0-9]{{1,3}}(?:[.)]\s+|[.)]?\s*$)(?P<rest>.*)|de\s+{_PARTIES}\b.*)")
_ASKS = re.compile(r"\b(?:vragen|verzoeken|willen|horen)\b|\?")
_OF_PARTIES = re.compile(rf"(?i)[\W\dIVX]*(?:vragen|opmerkingen|inbreng)\b(?:\sen\s\w+)?\svan\sde\s{_PARTIES}\W*")
_BY = re.compile(r"[(\[]?(?:van|door)\s+(?:het lid|de leden|de fractie(?:s)? van|lid)\s+(?P<who>[^:?!]{2,80}?)[)\]]?:?")
_IN_BRACKETS = re.compile(
    rf"[(\[](?P<who>{_FRACTIONS}|(?:[Dd]e heer|[Mm]evrouw|[Mm]w\.|[Dd]hr\.|(?:[Hh]et )?[Ll]id)\s[^()\[\]]{{2,70}}"
    r"|[A-Z][^()\[\],]{1,40},\s?[A-Z][\w-]+(?=[)\]](?::|$)))[)\]]:?"
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
    """Take out the questions, if one has the label of an answer. Returns the other lines, and the questions."""
    kept: list[Line] = []
    found: list[Asked] = []
    current: Asked | None = None
    under_withheld = False
    unlabelled = _above_answers(lines)
    for place, line in enumerate(lines):
        part = part_of(line.text) if place not in unlabelled else None
        if part is not None or is_greeting(line.text) or (line.text.endswith(",") and SIGNATORY.fullmatch(line.text)):
            current, under_withheld = None, part is Part.WITHHELD
        elif _OF_PARTIES.fullmatch(line.text):
            current = None
        if asked := unlabelled.get(place) or _labelled(line.text):
            question, by = asked
            current = Asked(line, by, [line.saying(question)] if question else [])
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


def _labelled(text: str) -> tuple[str, str | None] | None:
    """The first words of a question after its label, and who asks it. None if the line has no such label."""
    if (asked := _QUESTION.fullmatch(text)) is None:
        return None
    rest = asked["rest"].strip()
    if by := _BY.fullmatch(rest) or _IN_BRACKETS.match(rest):
        return rest[by.end() :].strip(), by["who"].strip()
    return rest, None


def _above_answers(lines: list[Line]) -> dict[int, tuple[str, str | None]]:
    """The questions without a label: by the place of their first line its words, and the party that asks."""
    found: dict[int, tuple[str, str | None]] = {}
    is_answered = is_asked = is_below_party = False
    has_labels = any(_QUESTION.fullmatch(line.text) for line in lines)
    for place in reversed(not_blank(lines)):
        text = lines[place].text
        if _ANSWER.fullmatch(text):
            is_answered, is_asked = True, False
            continue
        is_asked = is_asked or (is_answered and ("?" in text or is_marked(text)))
        begins = _UNLABELLED.fullmatch(text) if is_answered or (is_below_party and _ASKS.search(text)) else None
        if is_below_party := begins is not None and begins["rest"] is None:
            found[place] = text, begins["party"] or begins["parties"]
        elif begins and is_asked and not has_labels:
            found[place] = begins["rest"], None
        if place in found or (begins and not has_labels) or _QUESTION.fullmatch(text) or part_of(text) is not None:
            is_answered = False
    return found


def place_questions(
    draft: Imported, found: list[Asked], reader: PointReader, written: date | None, *, in_doubt: bool
) -> list[list[Paragraph]]:
    """Put the questions in `questions`, and return the points of each answer.

    With `in_doubt` all are withheld: what the memo leaves out is unknown. `written` is the date of the memo.
    """
    answers: list[list[Paragraph]] = []
    for number, each in enumerate(found):
        points = reader.points(each.answer)
        question, answer = _text(reader.points(each.question)), _text(points)
        hidden, asked = each.is_withheld or in_doubt or is_marked(question), question or each.label.text.strip()
        made = Question(question=asked, by=each.by, answer=answer or None, public=not hidden)
        parts = [("question", each.question[0] if each.question else each.label, question)]
        parts += [("answer", each.answer[0], answer)] if answer else []
        doubt = tr("not shown in public, as the memo says or may mean") if hidden else None
        draft.place(Found("questions", made, each.label, question, {"": doubt}, parts))
        for label in filter(None, (each.label, each.answer_label)):
            draft.drop(label, tr("label, now questions"), withheld=hidden)
        answers.append([study(Part.WITHHELD if hidden else Part.EXPLANATION, point, written) for point in points])
        for point in answers[-1]:
            point.field = f"questions[{number}].answer"
    return answers


def _text(points: list[MemoPoint]) -> str:
    return " ".join(f"{each.label} {each.text}".strip() for each in points)
