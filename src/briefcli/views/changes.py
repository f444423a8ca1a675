"""`brief changes`: what is new, moved, cancelled, met or published since a day."""

from collections.abc import Sequence
from datetime import date

from briefcli.catalog import later, tr
from briefcli.domain.when import WhenError, parse_when, when_of
from briefcli.official.news import News
from briefcli.views.labels import due_words, field_label, in_words
from briefcli.views.view import (
    Block,
    Cell,
    Column,
    Heading,
    Remark,
    View,
    Words,
    nothing_found,
    present,
    record_of,
    sentence,
    table,
)

_WHAT = {
    "new": later("new"), "moved": later("moved"), "converted": later("converted"), "changed": later("changed"),
    "cancelled": later("cancelled"),
    "vanished": later("gone"), "met": later("met"), "published": later("published"),
}  # fmt: skip
_RECORD = ("what", "kind", "title", "meeting?", "official?", "document?", "before?", "after?")
_FIELDS = (*(each.rstrip("?") for each in _RECORD), "date")


def changes_view(found: Sequence[News], since: date, remarks: Sequence[str], *, all_known: bool = True) -> View:
    """One row a change, those of our meetings first; without `all_known` no row is no news."""
    told: list[Block] = [Remark(each) for each in remarks]
    if not found:
        said = tr("Nothing changed since {day}.") if all_known else tr("No change since {day} is known.")
        return nothing_found(sentence(said, day=when_of(since)), _FIELDS, *told)
    changed = table(
        found,
        (Column(tr("What"), whole=True), lambda each: tr(_WHAT[each.what])),
        (Column(tr("Date"), whole=True, spare=True), lambda each: when_of(each.day) if each.day else None),
        (Column(tr("Meeting"), whole=True), lambda each: Words(each.meeting)),
        (Column(tr("Subject"), main=True), _subject),
        (Column(tr("Kind"), spare=True), lambda each: Words(in_words(each.kind))),
        (Column(tr("Before"), whole=True), lambda each: _date_or_words(each.before)),
        (Column(tr("After"), whole=True), lambda each: _date_or_words(each.after)),
        (Column(tr("Number"), whole=True, spare=True), _numbers),
    )
    data = [record_of(each, *_RECORD) | {"date": each.day} for each in found]
    title = Heading(Words(tr("Changes")), sentence(tr("since {day}"), day=when_of(since)))
    return View(data=data, blocks=present((title, changed, *told)))


def _subject(change: News) -> Words:
    return Words(field_label(change.title) if change.kind == "section" else change.title)


def _numbers(change: News) -> Words:
    """Its own number, and that of the paper."""
    return Words(", ".join(dict.fromkeys(filter(None, (change.official, change.document)))))


def _date_or_words(text: str) -> Cell:
    try:
        return parse_when(text) if text else None
    except WhenError:
        return Words(due_words(text) if " " in text else in_words(text))
