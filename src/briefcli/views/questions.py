"""`brief questions`: the questions and answers of all meetings."""

from collections.abc import Iterable

from briefcli.catalog import tr
from briefcli.domain.item import is_hidden
from briefcli.domain.texts import Passage
from briefcli.index.queries import Filter, Index
from briefcli.index.records import ListedQuestion
from briefcli.views.cell import Words
from briefcli.views.filters import unknown_name
from briefcli.views.making import nothing_found, record_of, table, view_of
from briefcli.views.paper_numbers import listed_paper
from briefcli.views.view import Column, View

_RECORD = ("meeting", "when", "question", "by?", "item?", "answer?", "ref?", "document?")
_FIELDS = (*(each.rstrip("?") for each in _RECORD), "audience", "public")


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
        return nothing_found(unknown_name(index, wanted) or tr("No question matches."), _FIELDS)
    data = [
        record_of(each, *_RECORD)
        | {"audience": each.meant_for or None, "public": not (each.withheld or is_hidden(each.answer))}
        for each in found
    ]
    listed = table(
        found,
        (Column(tr("Date"), whole=True), lambda each: each.when),
        (Column(tr("Meeting"), whole=True), lambda each: Words(each.meeting)),
        (Column(tr("Question"), main=True), lambda each: Words(each.question, withheld=each.withheld)),
        (Column(tr("Answer"), main=True), lambda each: each.answer and Words(each.answer, withheld=each.withheld)),
        (Column(tr("By"), spare=True), lambda each: Words(each.by)),
        (Column(tr("Paper"), whole=True, spare=True), listed_paper),
    )
    return view_of(data, listed)


def _passages(asked: ListedQuestion) -> Iterable[Passage]:
    """All texts of one question: some words of a query may be in the question, others in the answer."""
    texts = record_of(asked, "meeting", "question", "answer", "by", "item", "ref")
    return (Passage(f"questions[{asked.place}].{name}", text) for name, text in texts.items() if text)
