"""`brief changes`: what is new, moved, cancelled, met or published since a day."""

from collections.abc import Sequence
from datetime import date

from briefcli.catalog import later, tr
from briefcli.domain.citations.paper_names import paper_name
from briefcli.domain.when import WhenError, parse_when, when_of
from briefcli.official.news import News
from briefcli.views.cell import Cell, Words
from briefcli.views.labels import due_words, field_label, in_words
from briefcli.views.making import nothing_found, record_of, sentence, table, view_of
from briefcli.views.view import Column, Heading, Remark, View

_WHAT = {
    "new": later("new"), "moved": later("moved"), "converted": later("converted"), "changed": later("changed"),
    "cancelled": later("cancelled"),
    "vanished": later("gone"), "met": later("met"), "published": later("published"),
}  # fmt: skip
_RECORD = ("what", "kind", "title", "meeting?", "official?", "document?", "before?", "after?")
_FIELDS = (*(each.rstrip("?") for each in _RECORD), "date")


def changes_view(found: Sequence[News], since: date, remarks: Sequence[str], *, all_known: bool = True) -> View:
    """One row per change, in the order of `found`.

    If `all_known` is false and nothing is found, the view does not claim that nothing changed.
    """
    told = [Remark(each) for each in remarks]
    if not found:
        said = tr("Nothing changed since {day}.") if all_known else tr("No change since {day} is known.")
        return nothing_found(sentence(said, day=when_of(since)), _FIELDS, *told)
    changed = table(
        found,
        (Column(tr("What"), whole=True), _what_happened),
        (Column(tr("Date"), whole=True, spare=True), lambda each: when_of(each.day) if each.day else None),
        (Column(tr("Meeting"), whole=True), lambda each: Words(each.meeting)),
        (
            Column(tr("Subject"), main=True),
            lambda each: Words(field_label(each.title) if each.kind == "section" else each.title),
        ),
        (Column(tr("Kind"), spare=True), lambda each: Words(in_words(each.kind))),
        (Column(tr("Before"), whole=True), lambda each: _date_or_words(each.before)),
        (Column(tr("After"), whole=True), lambda each: _date_or_words(each.after)),
        (  # the activity's or commitment's own number, and that of the paper
            Column(tr("Number"), whole=True, spare=True),
            lambda each: Words(", ".join(dict.fromkeys(map(paper_name, filter(None, (each.official, each.document)))))),
        ),
    )
    data = [record_of(each, *_RECORD) | {"date": each.day} for each in found]
    title = Heading(Words(tr("Changes")), sentence(tr("since {day}"), day=when_of(since)))
    return view_of(data, title, changed, *told)


def _what_happened(change: News) -> str:
    is_delivered = change.what == "met" and change.kind == "deadline"  # commitments are met, deadlines are not
    return tr("done") if is_delivered else tr(_WHAT[change.what])


def _date_or_words(text: str) -> Cell:
    try:
        return parse_when(text) if text else None
    except WhenError:
        name = paper_name(text)
        return Words(name if name != text else due_words(text) if " " in text else in_words(text))
