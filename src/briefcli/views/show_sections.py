"""The sections of one meeting's screen: each a function from the meeting and the section's title to a block."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda, Commitment, Considerations, Deadline, Decision, Document, Figure, Session
from briefcli.domain.item import Item, Text
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import parse_when
from briefcli.index.records import Citation, DatedItem
from briefcli.views.dated import date_of, late_first, left_column, owner_column, source_of, title_of, when_cell
from briefcli.views.labels import field_label, in_words, number_words
from briefcli.views.nearness import is_late, is_settled, left_until, limit_of
from briefcli.views.official_facts import MovedEvent, filled, moved_remarks
from briefcli.views.paper_numbers import written_paper
from briefcli.views.view import (
    Block,
    Cell,
    Column,
    Countdown,
    Facts,
    Heading,
    Point,
    Points,
    Remark,
    Strong,
    Struck,
    Table,
    Words,
    item_words,
    points,
    sentence,
    table,
    words,
)

if TYPE_CHECKING:  # without a record it is not needed
    from briefcli.index.official import OfficialPaper


CONSIDERATIONS = tuple(each for each in Considerations.__struct_fields__ if each not in Item.__struct_fields__)


class ShownMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting with what the index knows of it; `path` is the file's, as it is shown."""

    id: str
    path: str
    agenda: Agenda
    dated: list[DatedItem]
    papers: Mapping[str, Citation]
    other_dates: Mapping[str, list[Citation]]  # of the same papers, where another meeting dates them differently
    titles: Mapping[str, str]  # of the meetings it leads to
    today: date
    official: "Mapping[str, OfficialPaper]" = {}  # what the record says of its papers, by identifier
    moved: tuple[MovedEvent, ...] = ()  # what the record says otherwise than the file


def heading(shown: ShownMeeting) -> Heading:
    agenda = shown.agenda
    title = item_words(agenda, agenda.title) or Words("")
    held = agenda.held_when
    countdown = None if agenda.status is Status.CANCELLED else Countdown(held, shown.today)
    return Heading(title, countdown)


def road_blocks(shown: ShownMeeting) -> Iterable[Block]:
    """What a reader must know first: whether the meeting goes on, what is late, and the next three dates."""
    agenda = shown.agenda
    if agenda.status is Status.CANCELLED:
        yield Remark(Strong(tr("This meeting is cancelled.")))
    elif agenda.status is Status.MOVED:
        moved = tr("This meeting was moved from {old} to {new}.")
        yield Remark(sentence(moved, old=Struck(agenda.when), new=agenda.held_when))
    yield from moved_remarks(shown.moved)
    late = [each for each in shown.dated if is_late(each, shown.today)]
    ahead = [each for each in shown.dated if each.source != "meeting" and _is_ahead(each, shown.today)]
    ahead.sort(key=lambda each: late_first(each, shown.today))
    yield table(
        late + ahead[:3],
        (left_column(), lambda each: left_until(each, shown.today)),
        (Column(tr("Date")), date_of),
        (Column(tr("What"), main=True), title_of),
        (owner_column(), lambda each: Words(each.owner)),
    )


def _is_ahead(item: DatedItem, today: date) -> bool:
    return limit_of(item) is not None and not item.when.is_past(today) and not is_settled(item, today)


def texts_section(field: str) -> "Callable[[ShownMeeting, str], Block]":
    """The section of a field that holds texts alone."""
    return lambda shown, title: Points(points(getattr(shown.agenda, field)), title)


def facts(shown: ShownMeeting, _title: str) -> Block:
    agenda = shown.agenda
    leads_to = ", ".join(f"{shown.titles[each]} ({each})" if each in shown.titles else each for each in agenda.leads_to)
    return Facts(
        (
            (tr("When"), when_cell(agenda.status, agenda.held_when, agenda.when)),
            (tr("Short name"), words(agenda.short)),
            (tr("Place"), words(agenda.place)),
            (tr("Body"), words(agenda.body)),
            (tr("Kind"), agenda.kind and in_words(agenda.kind)),
            (tr("Series"), agenda.series and Words(agenda.series)),
            (tr("Times are of"), agenda.timezone and Words(agenda.timezone)),
            (tr("Status"), _status_on(agenda, shown.today)),
            (tr("Leads to"), Words(leads_to) if leads_to else None),
        )
    )


def _status_on(agenda: Agenda, today: date) -> Cell:
    """As the file has it; but seen from a day before the meeting, it has not been held yet."""
    early = agenda.status is Status.HELD and not agenda.when.is_past(today) and not agenda.when.is_running(today)
    return in_words(agenda.status) if agenda.status and not early else None


def asked(shown: ShownMeeting, title: str) -> Block:
    return Points(tuple(Point(_with_remark(words(each), _standing(each))) for each in shown.agenda.decision), title)


def _standing(decision: Decision) -> str:
    return {True: tr("decided"), False: tr("not decided yet"), None: ""}[decision.given]


def _with_remark(text: Cell, remark: Cell) -> Cell:
    return (text, " (", remark, ")") if remark else text


def sessions(shown: ShownMeeting, title: str) -> Block:
    return Points(tuple(_session(each) for each in shown.agenda.sessions), title)


def _session(session: Session) -> Point:
    status = session.status if session.status not in (None, Status.HELD, Status.PLANNED) else None
    head: list[Cell] = [item_words(session, session.title) or tr("session")]
    details: list[Cell] = [Words(session.kind) if session.kind else None, session.when, status and in_words(status)]
    for detail in details:
        if detail is not None:
            head += [" · ", detail]
    lists = (
        (tr("With"), session.attendees),
        (tr("Topics"), session.topics),
        (tr("Position"), session.position),
        (tr("Points"), session.points),
    )
    number = str(session.number) if session.number is not None else ""
    return Point(tuple(head), label=number, below=_labelled(lists))


def _labelled(lists: Iterable[tuple[str, list[Text]]]) -> tuple[Point, ...]:
    return tuple(Point(label, below=points(texts)) for label, texts in lists if texts)


def considerations(shown: ShownMeeting, title: str) -> Block:
    weighed = shown.agenda.considerations or Considerations()
    return Points(_labelled((field_label(sort), getattr(weighed, sort)) for sort in CONSIDERATIONS), title)


def figures(shown: ShownMeeting, title: str) -> Block:
    return table(
        shown.agenda.figures,
        (Column(tr("What"), main=True), lambda each: item_words(each, each.what)),
        (Column(tr("Year"), whole=True), _period),
        (Column(tr("Amount"), whole=True, right=True), _amount),
        (Column(tr("Unit")), lambda each: Words(each.unit) if each.unit else None),
        (Column(tr("Source")), lambda each: item_words(each, each.source)),
        title=title,
    )


def _period(figure: Figure) -> Words:
    return Words(", ".join(str(each) for each in (figure.year, figure.period) if each is not None))


def _amount(figure: Figure) -> str:
    return "–".join(number_words(each) for each in (figure.amount, figure.to) if each is not None)


def documents(shown: ShownMeeting, title: str) -> Block:
    columns = (Column(tr("Paper"), whole=True), Column(tr("Date")), Column(tr("Kind")), Column(tr("About"), main=True))
    rows = tuple(
        _document(each, shown.papers.get(f"documents[{place}].ref"), shown)
        for place, each in enumerate(shown.agenda.documents)
    )
    return Table(columns, rows, title)


def _document(document: Document, cited: Citation | None, shown: ShownMeeting) -> tuple[Cell, ...]:
    ref = document.ref
    document = filled(document, shown.official.get(cited.document) if cited else None)
    about = [item_words(document, each) for each in (document.title, document.note) if each is not None]
    others = shown.other_dates.get(cited.document, []) if cited else []
    kind = in_words(document.kind) if document.kind else None
    return (written_paper(ref, cited), _date_of_paper(document, others), kind, _joined(about))


def _date_of_paper(document: Document, others: Iterable[Citation]) -> Cell:
    """Its date, and plainly where another meeting says otherwise: one of the two is wrong."""
    conflicts = [("\n≠ ", parse_when(each.dated), " (", Words(each.meeting), ")") for each in others]
    return (document.date, *conflicts) if conflicts else document.date


def _joined(cells: Iterable[Cell]) -> Cell:
    parts: list[Cell] = []
    for cell in cells:
        parts += [" — ", cell] if parts else [cell]
    return tuple(parts)


def commitments(shown: ShownMeeting, title: str) -> Block:
    columns = (
        Column(tr("What"), main=True),
        Column(tr("Paper"), whole=True),
        Column(tr("Made")),
        Column(tr("By → to")),
        Column(tr("Status"), whole=True),
    )
    rows = tuple(
        _commitment(each, shown.papers.get(f"commitments[{place}].ref"))
        for place, each in enumerate(shown.agenda.commitments)
    )
    return Table(columns, rows, title)


def _commitment(promise: Commitment, cited: Citation | None) -> tuple[Cell, ...]:
    carried = tr("carried over from {meeting}", meeting=promise.carried_from) if promise.carried_from else None
    details = (promise.title, promise.debate, carried, _settled(promise), promise.note)
    about = [item_words(promise, each) for each in details if each]
    by, to = item_words(promise, promise.by), item_words(promise, promise.to)
    status = in_words(promise.status) if promise.status else None
    return (_joined(about), written_paper(promise.ref, cited), promise.made, (by, " → ", to) if to else by, status)


def _settled(item: Commitment | Deadline) -> str | None:
    return tr("settled by {paper}", paper=item.paper) if item.paper else None


def dates(shown: ShownMeeting, title: str) -> Block | None:
    """Events, deadlines and commitments in order of date, the meeting itself among them."""
    if len(shown.dated) < 2:
        return None
    columns = (
        Column(tr("Date")),
        left_column(),
        Column(tr("Kind"), spare=True),
        Column(tr("What"), main=True),
        owner_column(),
    )
    return Table(columns, tuple(_date_row(each, shown) for each in shown.dated), title)


def _date_row(item: DatedItem, shown: ShownMeeting) -> tuple[Cell, ...]:
    about, owner = _written(item, shown.agenda)
    return (date_of(item), left_until(item, shown.today), in_words(item.kind or item.source), about, owner)


def _written(item: DatedItem, agenda: Agenda) -> tuple[Cell, Cell]:
    """What the file says of it, and who sees to it."""
    source = source_of(item, agenda)
    if source is None:
        return title_of(item), Words(item.owner)
    more = () if item.source in {"meeting", "commitment"} else ("place", "official", "note")
    details = [item_words(source, getattr(source, name, None)) for name in more]
    if isinstance(source, Deadline):
        details.append(item_words(source, _settled(source)))
    about = [item_words(source, source.title), *(each for each in details if each is not None)]
    return _joined(about), item_words(source, getattr(source, "owner", None))


def withheld(shown: ShownMeeting, title: str) -> Block:
    told = (
        _with_remark(words(each), Words(each.ground) if each.public and each.ground else None)
        for each in shown.agenda.withheld
    )
    return Points(tuple(map(Point, told)), title)
