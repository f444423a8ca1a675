"""`brief changes`: what is new, moved, cancelled, met or published since a day."""

from collections.abc import Sequence
from datetime import date

from briefcli.catalog import later, tr
from briefcli.domain.when import WhenError, parse_when, when_of
from briefcli.official.news import News
from briefcli.views.labels import kind_words
from briefcli.views.view import Block, Cell, Column, Remark, Table, View, Words, present

_WHAT = {
    "new": later("new"), "moved": later("moved"), "converted": later("converted"), "cancelled": later("cancelled"),
    "vanished": later("gone"), "met": later("met"), "published": later("published"),
}  # fmt: skip
_FIELDS = ("what", "kind", "title", "meeting", "official", "document", "before", "after", "date")


def changes_view(found: Sequence[News], since: date, remarks: Sequence[str]) -> View:
    """One row a change, those of our meetings first."""
    told: list[Block] = [Remark(each) for each in remarks]
    if not found:
        nothing = Remark(tr("Nothing changed since {day}.", day=since.isoformat()))
        return View(data=[], blocks=(nothing, *told), found=False, fields=_FIELDS)
    columns = (
        Column("what", tr("What"), whole=True),
        Column("date", tr("Date"), whole=True, spare=True),
        Column("meeting", tr("Meeting"), whole=True),
        Column("title", tr("Subject"), main=True),
        Column("kind", tr("Kind"), spare=True),
        Column("before", tr("Before"), whole=True),
        Column("after", tr("After"), whole=True),
        Column("official", tr("Number"), whole=True, spare=True),
    )
    rows = tuple(_row(each) for each in found)
    data = [
        {
            "what": each.what,
            "kind": each.kind,
            "title": each.title,
            "meeting": each.meeting or None,
            "official": each.official or None,
            "document": each.document or None,
            "before": each.before or None,
            "after": each.after or None,
            "date": each.day,
        }
        for each in found
    ]
    heading = tr("Since {day}", day=since.isoformat())
    return View(data=data, blocks=present((Table(columns, rows, heading), *told)))


def _row(news: News) -> tuple[Cell, ...]:
    return (
        tr(_WHAT[news.what]),
        when_of(news.day) if news.day else None,
        Words(news.meeting),
        Words(news.title),
        Words(kind_words(news.kind)),
        _date_or_words(news.before),
        _date_or_words(news.after),
        Words(news.official or news.document),
    )


def _date_or_words(text: str) -> Cell:
    try:
        return parse_when(text) if text else None
    except WhenError:
        return Words(text)
