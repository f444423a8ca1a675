"""`brief diff`: what is new, changed, carried over and gone between two editions, as a colleague would tell it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from briefcli.catalog import later, tr
from briefcli.domain.agenda import Agenda, Commitment, Considerations, Document, Figure, Session
from briefcli.domain.compare import Compared, Entry, compare
from briefcli.domain.due import Due
from briefcli.domain.item import UNREAD, Item, Text, marker, words_of
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import parse_when
from briefcli.errors import NothingFound
from briefcli.index.naming import choose
from briefcli.index.queries import Filter, Index
from briefcli.index.records import Citation, Meeting
from briefcli.views.due_words import due_words
from briefcli.views.labels import kind_words, number_words, plain_number, status_words
from briefcli.views.papers import paper_cell
from briefcli.views.view import Cell, Facts, Heading, Point, Points, Remark, View, Words, item_words, present, words

_HIDDEN = (marker(None).rstrip("]"), UNREAD)

Entries = list[Entry[Cell]]


class Edition(msgspec.Struct, frozen=True):
    """One of the two meetings, with what its papers' numbers stand for."""

    meeting: Meeting
    agenda: Agenda
    papers: dict[str, Citation]


class Part(msgspec.Struct, frozen=True):
    """One part of the comparison; `key` names it in JSON."""

    key: str
    title: str
    compared: Compared[Cell]


def diff_view(index: Index, today: date, first: str, second: str | None) -> View:
    """Two meetings, or the two that `first` alone stands for. Raises NothingFound."""
    ids = editions_of(index, today, first) if second is None else (choose(index.ids, first), choose(index.ids, second))
    before, after = (_edition(index, each) for each in ids)
    parts = list(_parts(before, after))
    blocks = (
        Heading(_title(before, after), (before.meeting.when, " → ", after.meeting.when)),
        _summary(parts),
        None if any(part.compared.differs for part in parts) else Remark(tr("The two say the same.")),
        *(_block(part) for part in parts),
        Remark(tr("What is not public is left out of this comparison.")) if _hides(before, after) else None,
    )
    return View(data=_record(before, after, parts), blocks=present(blocks))


def editions_of(index: Index, today: date, typed: str) -> tuple[str, str]:
    """Of a series the next edition and the one before it, or the last two; of a meeting, it and the one before."""
    editions = [] if typed in index.ids else _held(index, typed)
    if editions:
        ahead = (place for place, each in enumerate(editions) if not each.when.is_past(today))
        at = max(1, next(ahead, len(editions) - 1))
    else:
        meeting = index.meeting(choose(index.ids, typed))
        editions = _held(index, meeting.series) if meeting and meeting.series else []
        at = next((place for place, each in enumerate(editions) if meeting and each.id == meeting.id), 0)
    if not 1 <= at < len(editions):
        message = tr("“{typed}” has no earlier edition to compare with").format(typed=typed)
        raise NothingFound(message, tr("name two meetings: brief diff A B"))
    return editions[at - 1].id, editions[at].id


def _held(index: Index, series: str) -> list[Meeting]:
    """The editions of a series in order, without those that were called off."""
    return [each for each in index.meetings(Filter(series=series)) if each.status != Status.CANCELLED]


def _edition(index: Index, id_: str) -> Edition:
    meeting, found = index.meeting(id_), index.agenda(id_)
    if meeting is None or found is None:
        raise NothingFound(tr("there is no meeting “{typed}”").format(typed=id_))
    return Edition(meeting, found[0], index.papers_of(id_))


def _parts(before: Edition, after: Edition) -> Iterator[Part]:
    """In the order in which a colleague would go through them."""
    old, new = before.agenda, after.agenda
    yield Part("facts", tr("The meeting"), compare(_facts(old), _facts(new)))
    for name, title in (("decision", tr("What is asked")), ("summary", tr("Why this is on the table"))):
        yield Part(name, title, compare(_texts(getattr(old, name)), _texts(getattr(new, name))))
    sessions = compare(_sessions(old), _sessions(new))
    yield Part("sessions", tr("Sessions"), sessions)
    yield from _inside_sessions(sessions, old, new)
    yield Part("key_points", tr("Key points"), compare(_texts(old.key_points), _texts(new.key_points)))
    for name, title in _CONSIDERATIONS:
        lists = (getattr(each.considerations or Considerations(), name) for each in (old, new))
        yield Part(f"considerations.{name}", tr(title), compare(*map(_texts, lists)))
    yield Part("figures", tr("Figures"), compare(_figures(old), _figures(new)))
    yield Part("documents", tr("Papers"), compare(_documents(before), _documents(after)))
    yield Part("commitments", tr("Commitments and motions"), compare(_commitments(before), _commitments(after)))
    yield Part("events", tr("Events"), compare(_events(old), _events(new)))
    yield Part("deadlines", tr("Deadlines"), compare(_deadlines(old), _deadlines(new)))
    yield Part("questions", tr("Questions and answers"), compare(_questions(old), _questions(new)))
    yield Part("speaking", tr("To be spoken"), compare(_texts(old.speaking), _texts(new.speaking)))
    yield Part("consulted", tr("Consulted"), compare(_texts(old.consulted), _texts(new.consulted)))


_CONSIDERATIONS = tuple(
    (name, name.capitalize()) for name in Considerations.__struct_fields__ if name not in Item.__struct_fields__
)
_LISTS = (
    ("topics", later("topics")), ("position", later("our position")), ("points", later("points")),
    ("attendees", later("attendees")),
)  # fmt: skip


def _inside_sessions(sessions: Compared[Cell], old: Agenda, new: Agenda) -> Iterator[Part]:
    """The topics, position and points of each session that both have."""
    earlier, newer = _by_title(old), _by_title(new)
    for before, after in (*sessions.changed, *sessions.same):
        for name, title in _LISTS:
            lists = (getattr(earlier[before.key], name), getattr(newer[after.key], name))
            label = f"{after.key}: {tr(title)}"
            yield Part(f"sessions.{after.key}.{name}", label, compare(*map(_texts, lists)))


def _by_title(agenda: Agenda) -> dict[str, Session]:
    return {_session_title(each): each for each in reversed(agenda.sessions)}


def _session_title(session: Session) -> str:
    return words_of(session.title) or (str(session.number) if session.number is not None else tr("session"))


def _sessions(agenda: Agenda) -> Entries:
    found: Entries = []
    for each in agenda.sessions:
        title = _session_title(each)
        if not title.startswith(_HIDDEN):
            standing = "not reached" if each.status is Status.NOT_REACHED else ""
            cell: Cell = item_words(each, each.title) or title
            found.append(Entry(title, standing, (cell, " (", status_words(standing), ")") if standing else cell))
    return found


def _facts(agenda: Agenda) -> Entries:
    leads_to = ", ".join(agenda.leads_to)
    facts = (
        ("Body", words(agenda.body)),
        ("Place", words(agenda.place)),
        ("Kind", Words(agenda.kind) if agenda.kind else None),
        ("Leads to", Words(leads_to) if leads_to else None),
    )
    return [
        Entry(label, cell.text, (tr(label), ": ", kind_words(cell.text) if label == "Kind" else cell))
        for label, cell in facts
        if cell and not cell.text.startswith(_HIDDEN)
    ]


def _events(agenda: Agenda) -> Entries:
    """Each with its date: that is what changes from one edition to the next."""
    shown = [each for each in agenda.events if not words_of(each.title).startswith(_HIDDEN)]
    return [_dated(each, each.title, each.when.text if each.when else "", each.when) for each in shown]


def _deadlines(agenda: Agenda) -> Entries:
    """Each as it is written, so that what is counted from the meeting is the same in both."""
    shown = [each for each in agenda.deadlines if not words_of(each.title).startswith(_HIDDEN)]
    return [_dated(each, each.title, each.due.text if each.due else "", _due_cell(each.due)) for each in shown]


def _due_cell(due: Due | None) -> Cell:
    return None if due is None else due.when or Words(due_words(due.text))


def _dated(item: Item, title: Text, written: str, date_: Cell) -> Entry[Cell]:
    cell: Cell = item_words(item, title)
    return Entry(words_of(title), written, (cell, ": ", date_) if date_ is not None else cell)


def _texts(texts: Iterable[Text]) -> Entries:
    shown = ((words_of(each), words(each)) for each in texts)
    return [Entry(text, text, cell) for text, cell in shown if not text.startswith(_HIDDEN)]


def _figures(agenda: Agenda) -> Entries:
    shown = [each for each in agenda.figures if not words_of(each.what).startswith(_HIDDEN)]
    return [_figure(each) for each in shown]


def _figure(figure: Figure) -> Entry[Cell]:
    period = str(figure.year) if figure.year is not None else figure.period or ""
    numbers = [each for each in (figure.amount, figure.to) if each is not None]
    value, shown = (
        f"{'–'.join(map(write, numbers))} {figure.unit or ''}".strip() for write in (plain_number, number_words)
    )
    what: Cell = item_words(figure, figure.what)
    of_period: Cell = (" (", Words(period), ")") if period else ""
    return Entry(f"{words_of(figure.what)} {period}", value, (what, of_period, ": ", Words(shown)))


def _documents(edition: Edition) -> Entries:
    shown = [
        (edition.papers.get(f"documents[{place}].ref"), each)
        for place, each in enumerate(edition.agenda.documents)
        if not words_of(each.title).startswith(_HIDDEN)
    ]
    return [_document(each, cited.document if cited else None) for cited, each in shown]


def _document(document: Document, canonical: str | None) -> Entry[Cell]:
    about = item_words(document, document.title) or item_words(document, document.note)
    dated = document.date.text if document.date else ""
    number = paper_cell(canonical) if canonical else Words(document.ref or "")
    parts: list[Cell] = [number] if document.ref else []
    parts += [", " if parts else "", document.date] if document.date else []
    parts += [" — " if parts else "", about] if about else []
    return Entry(canonical or document.ref or words_of(document.title), dated, tuple(parts))


def _commitments(edition: Edition) -> Entries:
    shown = [each for each in edition.agenda.commitments if not words_of(each.title).startswith(_HIDDEN)]
    return [_commitment(each) for each in shown]


def _commitment(promise: Commitment) -> Entry[Cell]:
    standing = promise.status or "open"
    cell: Cell = (item_words(promise, promise.title), " (", status_words(standing), ")")
    return Entry(promise.ref or words_of(promise.title), standing, cell)


def _questions(agenda: Agenda) -> Entries:
    """Two questions are the same when their words are, also when the answer changed."""
    found: Entries = []
    for each in agenda.questions:
        question, answer = words_of(each.question), words_of(each.answer)
        if not question.startswith(_HIDDEN):
            said = item_words(each, each.answer) if answer else tr("no answer yet")
            found.append(Entry(question, answer, (item_words(each, each.question), " — ", said)))
    return found


def _title(before: Edition, after: Edition) -> Words:
    old, new = (each.meeting.short or each.meeting.title for each in (before, after))
    return Words(tr("From {old} to {new}").format(old=old, new=new))


def _summary(parts: Iterable[Part]) -> Facts:
    """How much of what is new, changed, gone or the same: what a reader asks first."""
    listed = list(parts)
    sorts = ((tr("New"), "new"), (tr("Changed"), "changed"), (tr("Gone"), "gone"), (tr("Same"), "same"))
    return Facts(tuple((label, _amounts(listed, name)) for label, name in sorts))


def _amounts(parts: Iterable[Part], name: str) -> Cell:
    counted = ((part, len(getattr(part.compared, name))) for part in parts)
    said = [f"{part.title} ({number})" for part, number in counted if number]
    return Words(", ".join(said)) if said else None


def _block(part: Part) -> Points:
    found = part.compared
    groups = (
        (tr("New"), tuple(Point(each.source) for each in found.new)),
        (
            tr("Changed"),
            tuple(
                Point((new.source, " (", tr("was"), ": ", _former(old, new, part), ")")) for old, new in found.changed
            ),
        ),
        (tr("Gone"), tuple(Point(each.source) for each in found.gone)),
        (tr("Same"), tuple(Point(new.source) for _, new in found.same)),
    )
    return Points(tuple(Point(label, below=points) for label, points in groups if points), part.title)


def _former(old: Entry[Cell], new: Entry[Cell], part: Part) -> Cell:
    """Only what changed, where the rest of it is the same: of a paper its date."""
    if part.key == "documents" and old.text:
        return parse_when(old.text)
    if part.key in {"events", "deadlines"} and isinstance(old.source, tuple):
        return old.source[-1] if old.text else tr("date unknown")
    return Words(old.text) if old.key == new.key and old.text else old.source


def _hides(before: Edition, after: Edition) -> bool:
    from briefcli.domain.texts import passages

    return any(each.text.startswith(_HIDDEN) for edition in (before, after) for each in passages(edition.agenda))


def _record(before: Edition, after: Edition, parts: Iterable[Part]) -> dict[str, Any]:
    return {
        "from": _about(before.meeting),
        "to": _about(after.meeting),
        "parts": {part.key: _plain(part.compared) for part in parts if _plain(part.compared)},
    }


def _about(meeting: Meeting) -> dict[str, Any]:
    return {"id": meeting.id, "title": meeting.title, "when": meeting.when.text}


def _plain(found: Compared[Cell]) -> dict[str, Any]:
    lists: dict[str, list[Any]] = {
        "new": [_said(each) for each in found.new],
        "changed": [{"before": _said(old), "after": _said(new)} for old, new in found.changed],
        "gone": [_said(each) for each in found.gone],
        "same": [_said(new) for _, new in found.same],
    }
    return {name: each for name, each in lists.items() if each}


def _said(entry: Entry[Cell]) -> str:
    return entry.key if entry.text in {"", entry.key} else f"{entry.key}: {entry.text}"
