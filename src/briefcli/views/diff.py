"""`brief diff`: what is new, changed, carried over and gone between two editions, as a colleague would tell it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.agenda import Agenda, Commitment, Deadline, Document, Figure, Question, Session
from briefcli.domain.anchors import anchor_items, anchor_title
from briefcli.domain.item import Item, Text, is_hidden, words_of
from briefcli.domain.redaction import shows_only_mark
from briefcli.domain.texts import passages
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import parse_when
from briefcli.errors import NothingFound
from briefcli.index.naming import editions
from briefcli.index.queries import Filter, Index
from briefcli.index.records import ListedCitation, ListedMeeting
from briefcli.views.cell import Cell, Words
from briefcli.views.compare import Compared, Entry, compare, differs
from briefcli.views.labels import due_words, english_label, in_words, number_words
from briefcli.views.making import item_words, joined_cells, known_facts, record_of, view_of, with_remark, words
from briefcli.views.paper_numbers import paper_cell
from briefcli.views.show_sections import CONSIDERATIONS, together
from briefcli.views.view import Heading, Point, Points, Remark, View

Entries = list[Entry]
_SORTS = {"new": later("New"), "changed": later("Changed"), "gone": later("Gone"), "same": later("Same")}


class Edition(msgspec.Struct, frozen=True):
    """One of the two meetings; `papers` says which paper each `ref` field cites, by the path of the field."""

    meeting: ListedMeeting
    agenda: Agenda
    papers: dict[str, ListedCitation]


class ComparedPart(msgspec.Struct, frozen=True):
    """One part of the comparison; `key` names it in JSON."""

    key: str
    title: str
    compared: Compared


def diff_view(index: Index, ids: tuple[str, str]) -> View:
    """The comparison of two meetings, given by their ids. Raises NothingFound if one of them does not exist."""
    before, after = (_edition(index, each) for each in ids)
    parts = list(_compared_parts(before, after))
    old, new = (each.meeting.short or each.meeting.title for each in (before, after))
    hides = any(is_hidden(each.text) for edition in (before, after) for each in passages(edition.agenda))
    return view_of(
        {
            "from": record_of(before.meeting, "id", "title", "when"),
            "to": record_of(after.meeting, "id", "title", "when"),
            "parts": {part.key: said for part in parts if (said := _plain(part))},
        },
        Heading(Words(tr("From {old} to {new}", old=old, new=new)), (before.meeting.when, " → ", after.meeting.when)),
        known_facts(*((tr(label), _amounts(parts, name)) for name, label in _SORTS.items())),
        None if any(differs(part.compared) for part in parts) else Remark(tr("The two say the same.")),
        *(_block(part) for part in parts),
        Remark(tr("What is not public is left out of this comparison.")) if hides else None,
    )


def editions_of(index: Index, today: date, wanted: Filter) -> tuple[str, str]:
    """The ids of the two editions to compare, the earlier one first.

    For a series: the next edition and the one before it or, if none is ahead, the last two. For a meeting: the edition
    before it, and the meeting itself. Raises NothingFound if there is no earlier edition.
    """
    if wanted.series is not None:
        found = editions(index, wanted.series)
        ahead = (place for place, each in enumerate(found) if not each.when.is_past(today))
        at = max(1, next(ahead, len(found) - 1))
    else:
        meeting = next(iter(index.meetings(wanted)), None)
        found = editions(index, meeting.series) if meeting and meeting.series else []
        at = next((place for place, each in enumerate(found) if each.id == wanted.meeting), 0)
    if not 1 <= at < len(found):
        message = tr("“{typed}” has no earlier edition to compare with", typed=wanted.series or wanted.meeting)
        raise NothingFound(message, tr("name two meetings: brief diff A B"))
    return found[at - 1].id, found[at].id


def _edition(index: Index, id_: str) -> Edition:
    meeting, found = index.meeting(id_), index.agenda(id_)
    if meeting is None or found is None:
        raise NothingFound(tr("there is no meeting “{typed}”", typed=id_))
    return Edition(meeting, found[0], index.papers_of(id_))


def _amounts(parts: Iterable[ComparedPart], name: str) -> Words:
    """The parts with entries of this sort (such as `new`), each with their number: what a reader asks first."""
    return Words(", ".join(f"{part.title} ({len(found)})" for part in parts if (found := part.compared[name])))


def _block(part: ComparedPart) -> Points:
    found = {name: [Point(each[-1].shown) for each in entries] for name, entries in part.compared.items()}
    found["changed"] = [
        Point((new.shown, " (", tr("was"), ": ", _former(old, new, part.key), ")"))
        for old, new in part.compared["changed"]
    ]
    groups = (Point(tr(_SORTS[name]), below=tuple(points)) for name, points in found.items() if points)
    return Points(tuple(groups), part.title)


def _former(old: Entry, new: Entry, part: str) -> Cell:
    """How a changed entry was; if only a part of it changed, that part alone, such as the date of a paper."""
    if part == "documents" and old.text:
        return parse_when(old.text)
    if part in {"events", "deadlines", "figures"} and isinstance(old.shown, tuple) and old.key == new.key:
        return old.shown[-1] if old.text else tr("date unknown")
    said = in_words(old.text) if (part, old.key) == ("facts", "Kind") else old.text
    return Words(said) if old.key == new.key and old.text else old.shown


def _plain(part: ComparedPart) -> dict[str, Any]:
    found: dict[str, Any] = {name: [_said(each[-1]) for each in entries] for name, entries in part.compared.items()}
    found["changed"] = [{"before": _said(old), "after": _said(new)} for old, new in part.compared["changed"]]
    return {name: said for name, said in found.items() if said}


def _said(entry: Entry) -> str:
    return entry.key if entry.text in {"", entry.key} else f"{entry.key}: {entry.text}"


def _compared_parts(before: Edition, after: Edition) -> Iterator[ComparedPart]:
    for key, entries in _PARTS.items():
        compared = compare(entries(before), entries(after))
        yield ComparedPart(key, tr(_TITLES.get(key) or english_label(key.rpartition(".")[2])), compared)
        if key == "sessions":
            yield from _inside_sessions(compared, before.agenda, after.agenda)


def _inside_sessions(sessions: Compared, old: Agenda, new: Agenda) -> Iterator[ComparedPart]:
    """The topics, position, points and attendees of each session that both editions have."""
    earlier, newer = ({_session_title(each): each for each in reversed(agenda.sessions)} for agenda in (old, new))
    for before, after in (*sessions["changed"], *sessions["same"]):
        for name, title in _LISTS:
            lists = (getattr(earlier[before.key], name), getattr(newer[after.key], name))
            label = f"{after.key}: {tr(title)}"
            yield ComparedPart(f"sessions.{after.key}.{name}", label, compare(*map(_texts, lists)))


_LISTS = (
    ("topics", later("topics")), ("position", later("our position")), ("points", later("points")),
    ("attendees", later("attendees")),
)  # fmt: skip


def _session_title(session: Session) -> str:
    return words_of(session.title) or (str(session.number) if session.number is not None else tr("session"))


def _items_of(field: str, entry: Callable[[Any], Entry]) -> Callable[[Edition], Entries]:
    return lambda edition: [
        _named(entry(each), each) for each in getattr(edition.agenda, field) if not shows_only_mark(each)
    ]


def _named(entry: Entry, item: Item) -> Entry:
    """The entry with the id and the kind of its item."""
    id_, kind = getattr(item, "id", None), getattr(item, "kind", None)
    return msgspec.structs.replace(entry, id=id_ or "", kind=kind or "")


def _texts(texts: Iterable[Text]) -> Entries:
    return [Entry(text, text, words(each)) for each in texts if not is_hidden(text := words_of(each))]


def _texts_of(field: str, part: str = "") -> Callable[[Edition], Entries]:
    """The texts of a field of the agenda, or of a part of it that may be missing."""
    return lambda edition: _texts(getattr(getattr(edition.agenda, part) if part else edition.agenda, field, ()))


def _facts(edition: Edition) -> Entries:
    agenda, leads_to = edition.agenda, ", ".join(edition.agenda.leads_to)
    facts = (
        ("Body", words(agenda.body)),
        ("Place", words(agenda.place)),
        ("Kind", Words(agenda.kind) if agenda.kind else None),
        ("Leads to", Words(leads_to) if leads_to else None),
    )
    return [
        Entry(label, cell.text, (tr(label), ": ", in_words(cell.text) if label == "Kind" else cell))
        for label, cell in facts
        if cell and not is_hidden(cell.text)
    ]


def _session(session: Session) -> Entry:
    title, standing = _session_title(session), "not reached" if session.status is Status.NOT_REACHED else ""
    cell: Cell = item_words(session, session.title) or title
    return Entry(title, standing, with_remark(cell, standing and in_words(standing)))


def _figure(figure: Figure) -> Entry:
    period = str(figure.year) if figure.year is not None else figure.period or ""
    plain, shown = (
        f"{together('–', write, figure.amount, figure.to)} {figure.unit or ''}".strip()
        for write in ("{:.15g}".format, number_words)  # as programs read it, and as people do
    )
    what = with_remark(item_words(figure, figure.what), Words(period) if period else None)
    return Entry(f"{words_of(figure.what)} {period}", plain, (what, ": ", Words(shown)))


def _documents(edition: Edition) -> Entries:
    """One entry per document; its key is the paper that the number stands for, however the number is written."""
    return [
        _named(_document(each, edition.papers.get(f"documents[{place}].ref")), each)
        for place, each in enumerate(edition.agenda.documents)
        if not shows_only_mark(each)
    ]


def _document(document: Document, cited: ListedCitation | None) -> Entry:
    number = paper_cell(cited.document) if cited else document.ref and Words(document.ref)
    about = item_words(document, document.title) or item_words(document, document.note)
    head = joined_cells(", ", filter(None, (number, document.date)))
    key = cited.document if cited else document.ref or words_of(document.title)
    dated = document.date.text if document.date else ""
    return Entry(key, dated, joined_cells(" — ", filter(None, (head, about))))


def _commitment(promise: Commitment) -> Entry:
    standing = promise.status or "open"
    cell = with_remark(item_words(promise, promise.title), in_words(standing))
    return Entry(promise.ref or words_of(promise.title), standing, cell)


def _deadlines(edition: Edition) -> Entries:
    """Dates are compared as written, so that a deadline counted from the meeting is the same in both editions."""
    items = anchor_items(edition.agenda)

    def entry(deadline: Deadline) -> Entry:
        due = deadline.due
        shown = None if due is None else due.when or Words(due_words(due.text, anchor_title(due, items)))
        return _dated(deadline, deadline.title, due.text if due else "", shown)

    return _items_of("deadlines", entry)(edition)


def _dated(item: Item, title: Text, written: str, date_: Cell) -> Entry:
    cell: Cell = item_words(item, title)
    return Entry(words_of(title), written, (cell, ": ", date_) if date_ is not None else cell)


def _question(asked: Question) -> Entry:
    """The key is the question alone, so that a new answer to the same question counts as a change."""
    answer = words_of(asked.answer)
    said = item_words(asked, asked.answer) if answer else tr("no answer yet")
    return Entry(words_of(asked.question), answer, (item_words(asked, asked.question), " — ", said))


# The parts in the order in which a colleague would go through them, by their keys in JSON
_PARTS: dict[str, Callable[[Edition], Entries]] = {
    "facts": _facts,
    "decision": _texts_of("decision"),
    "summary": _texts_of("summary"),
    "sessions": _items_of("sessions", _session),
    "key_points": _texts_of("key_points"),
    **{f"considerations.{sort}": _texts_of(sort, "considerations") for sort in CONSIDERATIONS},
    "figures": _items_of("figures", _figure),
    "documents": _documents,
    "commitments": _items_of("commitments", _commitment),
    # With their dates: that is what changes from one edition to the next
    "events": _items_of(
        "events", lambda each: _dated(each, each.title, each.when.text if each.when else "", each.when)
    ),
    "deadlines": _deadlines,
    "questions": _items_of("questions", _question),
    "speaking": _texts_of("speaking"),
    "consulted": _texts_of("consulted"),
}
_TITLES = {"facts": later("The meeting"), "documents": later("Papers")}  # those that are not simply a field's label
