"""Questions and texts to be spoken: as sections of one meeting, and the questions and answers of all meetings."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Agenda, Question, Speaking, minutes_of
from briefcli.domain.item import marker
from briefcli.index.queries import Filter, Index
from briefcli.index.records import Citation, ListedQuestion
from briefcli.views.labels import in_words
from briefcli.views.paper_numbers import listed_paper, written_paper
from briefcli.views.show_sections import ShownMeeting, papers_cited
from briefcli.views.view import (
    Block,
    Cell,
    Column,
    Point,
    Points,
    Table,
    View,
    Words,
    item_words,
    nothing_found,
    record_of,
    table,
    view_of,
    with_remark,
)

if TYPE_CHECKING:  # not needed to show a meeting
    from briefcli.domain.texts import Passage

_RECORD = ("meeting", "when", "question", "by?", "item?", "answer?", "ref?", "document?")
_FIELDS = (*(each.rstrip("?") for each in _RECORD), "audience", "public")


def questions_section(shown: ShownMeeting, title: str) -> Block:
    return Points(tuple(map(_asked, shown.agenda.questions, papers_cited(shown, "questions"))), title)


def _asked(asked: Question, cited: Citation | None) -> Point:
    head: list[Cell] = [item_words(asked, asked.question)]
    for label, text in ((tr("By"), asked.by), (tr("At"), asked.item)):
        if text is not None:
            head += [" · ", label, ": ", item_words(asked, text)]
    if asked.audience:
        head += [" · ", tr("for: {audience}", audience=in_words(asked.audience))]
    if not asked.public and asked.question == marker(asked.ground):  # whether there is an answer is not public either
        return Point(tuple(head))
    answer: Cell = item_words(asked, asked.answer) if asked.answer else tr("no answer yet")
    said = with_remark(answer, written_paper(asked.ref, cited))
    return Point(tuple(head), below=(Point(said, label=tr("Answer")),))


def spoken(text: Speaking) -> Point:
    words = item_words(text, text.text)
    if not text.public and text.text == marker(text.ground):
        return Point(words)
    head: list[Cell] = [item_words(text, text.item), " · "] if text.item is not None else []
    # Rounded up: a text that is too long is worse than one that is too short
    minutes = count("{n} minute", "{n} minutes", max(1, int(minutes_of(text.text) + 0.95)))
    return Point((*head, minutes), below=(Point(words),))


def spoken_minutes(agenda: Agenda) -> float:
    """The minutes that all texts to be spoken take together, without the withheld ones."""
    return round(sum(minutes_of(each.text) for each in agenda.speaking if each.text != marker(each.ground)), 1)


def questions_view(index: Index, asked: str, wanted: Filter) -> View:
    """The questions that match the query `asked` (all if it is empty) and their answers, latest meeting first.

    Raises UsageError for a query that cannot be read.
    """
    found = index.questions(wanted)
    if asked.strip():
        from briefcli.index.search.hits import matches
        from briefcli.index.search.query import read_query

        query = read_query(asked)
        found = [each for each in found if matches(query, list(_passages(each)))]
    if not found:
        return nothing_found(tr("No question matches."), _FIELDS)
    data = [
        record_of(each, *_RECORD) | {"audience": each.meant_for or None, "public": not each.withheld} for each in found
    ]
    return view_of(data, _table(found))


def _passages(asked: ListedQuestion) -> "Iterable[Passage]":
    """All texts of one question: some words of a query may be in the question, others in the answer."""
    from briefcli.domain.texts import Passage

    texts = record_of(asked, "meeting", "question", "answer", "by", "item", "ref")
    return (Passage(f"questions[{asked.place}].{name}", text) for name, text in texts.items() if text)


def _table(found: Sequence[ListedQuestion]) -> Table:
    return table(
        found,
        (Column(tr("Date"), whole=True), lambda each: each.when),
        (Column(tr("Meeting"), whole=True), lambda each: Words(each.meeting)),
        (Column(tr("Question"), main=True), lambda each: Words(each.question, withheld=each.withheld)),
        (Column(tr("Answer"), main=True), lambda each: each.answer and Words(each.answer, withheld=each.withheld)),
        (Column(tr("By"), spare=True), lambda each: Words(each.by)),
        (Column(tr("Paper"), whole=True, spare=True), listed_paper),
    )
