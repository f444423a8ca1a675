"""The sections of one meeting's screen: each a function from the meeting and the section's title to a block."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.agenda import (
    Agenda,
    Commitment,
    Considerations,
    Deadline,
    Decision,
    Event,
    Question,
    Session,
    Speaking,
    minutes_of,
)
from briefcli.domain.item import Item, Marked, Text, marker
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import Grain, When, parse_when
from briefcli.index.records import DatedItem, ListedCitation
from briefcli.views.cell import Cell, Countdown, Strong, Struck, Words
from briefcli.views.dated import date_of, dated_table, due_remark, source_of, title_of, when_cell, with_unusual
from briefcli.views.labels import field_label, in_words, number_words, status_on
from briefcli.views.making import item_words, joined_cells, known_facts, sentence, table, with_remark, words
from briefcli.views.nearness import is_late, is_settled, late_first, left_until, own_day
from briefcli.views.official_facts import as_recorded, moved_remarks, withdrawn_papers
from briefcli.views.paper_numbers import written_paper
from briefcli.views.view import Block, Column, Heading, Point, Points, Remark

if TYPE_CHECKING:  # needed only if there is a record
    from briefcli.index.checks.record import LinkedEvent
    from briefcli.official.contents import HousePaper


CONSIDERATIONS = tuple(each for each in Considerations.__struct_fields__ if each not in Item.__struct_fields__)


class ShownMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting with what the index knows of it; `path` is the path of its file as it is shown."""

    id: str
    path: str
    agenda: Agenda
    dated: list[DatedItem]
    papers: Mapping[str, ListedCitation]
    other_dates: Mapping[str, list[ListedCitation]]  # by identifier of a paper, where another date is given for it
    titles: Mapping[str, str]  # of the meetings that it leads to, by their ids
    today: date
    official: "Mapping[str, HousePaper]" = {}  # what the record says of its papers, by identifier
    moved: "tuple[LinkedEvent, ...]" = ()  # its events with a number at the House, and what changed in the record
    withdrawn: Mapping[str, str] = {}  # its papers that the House withdrew, each with its new number


def heading(shown: ShownMeeting) -> Heading:
    agenda = shown.agenda
    countdown = None if agenda.status is Status.CANCELLED else Countdown(agenda.held_when, shown.today)
    return Heading(item_words(agenda, agenda.title) or Words(""), countdown)


def road_blocks(shown: ShownMeeting) -> Iterable[Block]:
    """What a reader must know first: whether the meeting goes on, what is late, and the next three dates."""
    agenda = shown.agenda
    if agenda.status is Status.CANCELLED:
        yield Remark(Strong(tr("This meeting is cancelled.")))
    elif agenda.status is Status.MOVED:
        moved = tr("This meeting was moved from {old} to {new}.")
        yield Remark(sentence(moved, old=Struck(agenda.when), new=agenda.held_when))
    yield from moved_remarks(shown.moved)
    if gone := withdrawn_papers(shown.withdrawn):
        yield gone
    late = [each for each in shown.dated if is_late(each, shown.today)]
    dated = (each for each in shown.dated if each.source != "meeting" and own_day(each) is not None)
    ahead = [each for each in dated if not (each.when.is_past(shown.today) or is_settled(each, shown.today))]
    ahead.sort(key=lambda each: late_first(each, shown.today))
    yield dated_table(late + ahead[:3], shown.today, kind=False)


def text(item: Text) -> Point:
    return Point(words(item))


def facts(shown: ShownMeeting, _title: str) -> Block:
    agenda = shown.agenda
    leads_to = ", ".join(f"{shown.titles[each]} ({each})" if each in shown.titles else each for each in agenda.leads_to)
    return known_facts(
        (tr("When"), when_cell(agenda.status, agenda.held_when, agenda.when)),
        (tr("Short name"), words(agenda.short)),
        (tr("Place"), words(agenda.place)),
        (tr("Body"), words(agenda.body)),
        (tr("Kind"), agenda.kind and in_words(agenda.kind)),
        (tr("Series"), agenda.series and Words(agenda.series)),
        (tr("Times are of"), agenda.timezone and Words(agenda.timezone)),
        (tr("Status"), status_on(agenda.status, agenda.when, shown.today)),
        (tr("Leads to"), Words(leads_to) if leads_to else None),
    )


def decision(asked: Decision) -> Point:
    standing = {True: tr("decided"), False: tr("not decided yet"), None: ""}
    return Point(with_remark(words(asked), standing[asked.given]))


def session(session: Session) -> Point:
    status = session.status if session.status not in (None, Status.HELD, Status.PLANNED) else None
    head: tuple[Cell, ...] = (
        item_words(session, session.title) or tr("session"),
        Words(session.kind) if session.kind else None,
        session.when,
        in_words(status) if status else None,
    )
    lists = (
        (tr("With"), session.attendees),
        (tr("Topics"), session.topics),
        (tr("Position"), session.position),
        (tr("Points"), session.points),
    )
    number = str(session.number) if session.number is not None else ""
    said = joined_cells(" · ", (each for each in head if each is not None))
    return Point(said, label=number, below=_labelled(lists))


def _labelled(lists: Iterable[tuple[str, list[Text]]]) -> tuple[Point, ...]:
    return tuple(Point(label, below=tuple(map(text, texts))) for label, texts in lists if texts)


def considerations(shown: ShownMeeting, title: str) -> Block:
    weighed = shown.agenda.considerations or Considerations()
    return Points(_labelled((field_label(sort), getattr(weighed, sort)) for sort in CONSIDERATIONS), title)


def figures(shown: ShownMeeting, title: str) -> Block:
    return table(
        shown.agenda.figures,
        (Column(tr("What"), main=True), lambda each: item_words(each, each.what)),
        (Column(tr("Year"), whole=True), lambda each: Words(together(", ", str, each.year, each.period))),
        (Column(tr("Amount"), whole=True, right=True), lambda each: together("–", number_words, each.amount, each.to)),
        (Column(tr("Unit")), lambda each: Words(each.unit) if each.unit else None),
        (Column(tr("Source")), lambda each: item_words(each, each.source)),
        title=title,
    )


def together(sign: str, written: Callable[[Any], str], *values: float | str | None) -> str:
    return sign.join(written(each) for each in values if each is not None)


def documents(shown: ShownMeeting, title: str) -> Block:
    cited = papers_cited(shown, "documents")
    official = [shown.official.get(each.document) if each else None for each in cited]
    return table(
        zip(map(as_recorded, shown.agenda.documents, official), cited, strict=True),
        (Column(tr("Paper"), whole=True), lambda each: written_paper(each[0].ref, each[1])),
        (Column(tr("Date")), lambda each: _date_of_paper(each[0].date, each[1], shown)),
        (Column(tr("Kind")), lambda each: in_words(each[0].kind) if each[0].kind else None),
        (Column(tr("About"), main=True), lambda each: _joined(each[0], each[0].title, each[0].note)),
        title=title,
    )


def papers_cited(shown: ShownMeeting, field: str) -> list[ListedCitation | None]:
    """For each item in the list `field`, the citation in its `ref`; None if it has none."""
    return [shown.papers.get(f"{field}[{place}].ref") for place in range(len(getattr(shown.agenda, field)))]


def _date_of_paper(day: When | None, cited: ListedCitation | None, shown: ShownMeeting) -> Cell:
    """The date of a paper, with each conflicting date that another meeting gives it: one of them is wrong."""
    others = shown.other_dates.get(cited.document, []) if cited else []
    conflicts = [("\n≠ ", parse_when(each.dated), " (", Words(each.meeting), ")") for each in others]
    return (day, *conflicts) if conflicts else day


def _joined(item: Item, *texts: Text | None) -> Cell:
    return joined_cells(" — ", (item_words(item, each) for each in texts if each))


def commitments(shown: ShownMeeting, title: str) -> Block:
    dated = {each.place: each for each in shown.dated if each.source == "commitment"}
    promises = shown.agenda.commitments
    return table(
        zip(promises, papers_cited(shown, "commitments"), map(dated.get, range(len(promises))), strict=True),
        (Column(tr("Left"), whole=True), lambda each: _left(each[0], each[2], shown.today)),
        (Column(tr("Due")), lambda each: date_of(each[2]) if each[2] and _has_term(each[2]) else None),
        (Column(tr("What"), main=True), lambda each: _about(each[0], each[2])),
        (Column(tr("Paper"), whole=True), lambda each: written_paper(each[0].ref, each[1])),
        (Column(tr("Made")), lambda each: each[0].made),
        (Column(tr("By → to")), lambda each: _whose(each[0])),
        (Column(tr("Owner")), lambda each: item_words(each[0], each[0].owner)),
        title=title,
    )


def _left(promise: Commitment, item: DatedItem | None, today: date) -> Cell:
    """The time left, or what became of it; `item` is None if it is listed at the meeting that it comes from."""
    return left_until(item, today) if item else promise.status and in_words(promise.status)


def _has_term(item: DatedItem) -> bool:
    return bool(item.written) or item.when.grain is not Grain.UNKNOWN  # or the record has a term


def _about(promise: Commitment, item: DatedItem | None) -> Cell:
    carried = tr("carried over from {meeting}", meeting=promise.carried_from) if promise.carried_from else None
    said = _joined(promise, promise.title, promise.debate, carried, _settled(promise), promise.note)
    return with_remark(said, due_remark(item) if item else None)


def _whose(promise: Commitment) -> Cell:
    by, to = item_words(promise, promise.by), item_words(promise, promise.to)
    return (by, " → ", to) if to else by


def _settled(item: Commitment | Deadline) -> str | None:
    return tr("settled by {paper}", paper=item.paper) if item.paper else None


def questions(shown: ShownMeeting, title: str) -> Block:
    return Points(tuple(map(_asked, shown.agenda.questions, papers_cited(shown, "questions"))), title)


def _asked(asked: Question, cited: ListedCitation | None) -> Point:
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


def speaking_point(text: Speaking) -> Point:
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


def dates(shown: ShownMeeting, title: str) -> Block | None:
    """Events, deadlines and commitments in order of date, with the meeting itself; None if it is the only one."""
    if len(shown.dated) < 2:
        return None
    return table(
        ((each, source_of(each, shown.agenda)) for each in shown.dated),
        (Column(tr("Date")), lambda each: date_of(each[0])),
        (Column(tr("Left"), whole=True), lambda each: left_until(each[0], shown.today)),
        (Column(tr("Kind"), spare=True), lambda each: in_words(each[0].kind or each[0].source)),
        (Column(tr("What"), main=True), lambda each: _written(*each)),
        (
            Column(tr("Owner")),
            lambda each: item_words(each[1], getattr(each[1], "owner", None)) if each[1] else Words(each[0].owner),
        ),
        title=title,
    )


def _written(item: DatedItem, source: Agenda | Event | Deadline | Commitment | None) -> Cell:
    """What the file says of the item; for a standard item, which the file lacks, its title and its standard."""
    if source is None:
        return title_of(item)
    more = () if item.source in {"meeting", "commitment"} else ("place", "official", "note")
    settled = _settled(source) if isinstance(source, Deadline) else None
    said = _joined(source, source.title, *(getattr(source, name, None) for name in more), settled)
    return with_unusual(said, item)


def withheld(text: Marked) -> Point:
    return Point(with_remark(words(text), Words(text.ground) if text.public and text.ground else None))
