"""Our agendas against the official record: other days, other papers, numbers that it does not have."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Commitment, Deadline
from briefcli.domain.anchors import anchor_items
from briefcli.domain.citations.reference import dossier_of, number_of
from briefcli.domain.diagnostic import Code
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import Grain, When, can_agree, parse_when, when_of
from briefcli.index.queries import Index
from briefcli.index.records import Citation, ListedCommitment
from briefcli.reading import codes

if TYPE_CHECKING:  # without a record none of it is needed
    from briefcli.index.records import EventLink
    from briefcli.official.contents import Activity, HousePaper, Toezegging

_LETTERS = frozenset({"letter", "annotated agenda", "report", "answer", "question", "advice"})  # each may be a letter
_KINDS = _LETTERS | {"motion", "bill"}
_DUTCH = frozenset({"de", "het", "een", "van", "voor", "en", "inzake", "naar", "met"})
_SETTLED = frozenset({Promise.DONE, Promise.DROPPED})
_SHORT = 2  # letters of a word that says nothing


class Concern(msgspec.Struct, frozen=True):
    """Something that does not fit: in which file (as the index names it), at which field."""

    path: str
    where: str
    code: Code
    message: str
    hint: str


def against_record(index: Index) -> Iterator[Concern]:
    yield from _events(index)
    yield from _papers(index)
    yield from _commitments(index)


def differs(written: When, activity: "Activity") -> bool:
    """Whether the file says another day or hour than the record has for what goes on."""
    if activity.is_gone or Grain.UNKNOWN in {written.grain, activity.when.grain}:
        return False
    if not can_agree((written, activity.when)):
        return True
    hours = ((written.from_time, activity.when.from_time), (written.to_time, activity.when.to_time))
    return any(ours and theirs and ours != theirs for ours, theirs in hours)


def has_lost_its_day(link: "EventLink", activity: "Activity") -> bool:
    is_known = link.when.grain is not Grain.UNKNOWN
    return is_known and activity.when.grain is Grain.UNKNOWN and not activity.is_gone


def is_gone(link: "EventLink", activity: "Activity") -> bool:
    """Whether the record says that it was moved away or cancelled, and the file does not."""
    return activity.is_gone and activity.status != link.status


def shifted(index: Index, link: "EventLink") -> list[str]:
    """The titles of the deadlines of a meeting that are counted from this event."""
    found = index.agenda(link.meeting)
    if found is None or link.place >= len(found[0].events):
        return []
    agenda, event, anchors = found[0], found[0].events[link.place], anchor_items(found[0])
    items: list[Deadline | Commitment] = [*agenda.deadlines, *agenda.commitments]
    dues = [(each.title, each.due) for each in items]
    return [words_of(title) for title, due in dues if due and due.when is None and anchors.get(due.anchor) is event]


def _events(index: Index) -> Iterator[Concern]:
    links = index.event_links()
    activities = index.activities() if links else {}
    withdrawn = index.withdrawn() if links else ()
    for link in links:
        activity = activities.get(link.official)
        where = f"events[{link.place}].official"
        if activity is None:
            if link.official in withdrawn:
                message = tr("the House has withdrawn activity {number} from its record", number=link.official)
                hint = tr("brief official match {id} looks for what came in its place", id=link.meeting)
                yield Concern(link.path, where, codes.OFFICIAL_NOWHERE, message, hint)
            elif index.has_record:
                message = tr("the record here has no activity {number}", number=link.official)
                yield Concern(link.path, where, codes.OFFICIAL_NOWHERE, message, tr("correct it, or download anew"))
        elif is_gone(link, activity):
            message = tr("the record says that this was cancelled")
            if activity.status == Status.MOVED:
                message = tr("the record says that this was moved")
            hint = tr("brief official match {id} looks for what came in its place", id=link.meeting)
            if came := [f"{each.official} ({each.when})" for each in index.successors(activity)]:
                hint = tr("in its place came {activities}: write that number", activities=", ".join(came))
            yield Concern(link.path, where, codes.OFFICIAL_EVENT, message, hint)
        elif has_lost_its_day(link, activity):
            message = tr("this is {written} here, but the record gives no day for it", written=link.when)
            hint = tr("ask the House whether that day still holds; if not, write when: unknown")
            yield Concern(link.path, f"events[{link.place}].when", codes.OFFICIAL_EVENT, message, hint)
        elif differs(link.when, activity):
            message = tr(
                "this is {written} here, but {official} in the record", written=link.when, official=activity.when
            )
            titles = shifted(index, link)
            hint = count(
                "write that day here too; {n} deadline shifts with it: {titles}",
                "write that day here too; {n} deadlines shift with it: {titles}",
                len(titles),
                titles="; ".join(titles),
            )
            hint = hint if titles else tr("write that day here too")
            yield Concern(link.path, f"events[{link.place}].when", codes.OFFICIAL_EVENT, message, hint)


def _papers(index: Index) -> Iterator[Concern]:
    if not index.has_record:
        return
    paths = {each.id: each.path for each in index.meetings()}
    cited = defaultdict[str, list[Citation]](list)
    for citation in index.citations():
        if citation.certain and citation.spot.startswith("documents["):
            cited[citation.document].append(citation)
    for document in index.withdrawn() & cited.keys():
        for meeting, spot in dict.fromkeys((each.meeting, each.spot) for each in cited[document]):
            message = tr("the House has withdrawn this paper from its record")
            hint = tr("ask the House what came in its place, or whether the number is right")
            yield Concern(paths[meeting], spot, codes.OFFICIAL_PAPER, message, hint)
    for document, paper in index.official_papers(cited).items():
        for citation in cited[document]:
            if citation.dated and paper.dated and not can_agree((parse_when(citation.dated), when_of(paper.dated))):
                yield _paper(paths[citation.meeting], citation, paper)
            yield from _another_paper(paths[citation.meeting], citation, paper)


def missing_papers(index: Index, documents: Iterable[str]) -> frozenset[str]:
    """The papers that a dossier does not have, of those dossiers that the record covers on both sides of their number.

    A dossier is downloaded from a day on, so what lies before the first paper or after the last is not known.
    """
    found = set[str]()
    dossiers = {each: dossier_of(each) for each in documents} if index.has_record else {}
    for dossier in sorted({each for each in dossiers.values() if each}):
        there = {name: number for name in index.official_dossier(dossier) if (number := _figure(name)) is not None}
        for document, its in dossiers.items():
            figure = _figure(document)
            if its == dossier and there and figure is not None and document not in there:
                found |= {document} if min(there.values()) < figure < max(there.values()) else set()
    return frozenset(found)


def _figure(document: str) -> int | None:
    number = number_of(document)
    return int(number) if isinstance(number, int) or (number and number.isdigit()) else None


def met_in_record(index: Index) -> list[tuple[ListedCommitment, "Toezegging"]]:
    """The commitments that are open in our agendas, while the record says that they are met."""
    return [(ours, theirs) for ours, theirs in _open_in_record(index) if theirs.is_met]


def _open_in_record(index: Index) -> list[tuple[ListedCommitment, "Toezegging"]]:
    """The commitments that are open in our agendas, with those of the record that have their numbers."""
    ours = index.commitments() if index.promises else ()
    found = (
        (each, index.promises.get(each.official)) for each in ours if each.official and each.status not in _SETTLED
    )
    return [(each, promise) for each, promise in found if promise]


def _commitments(index: Index) -> Iterator[Concern]:
    found = _open_in_record(index)
    paths = {each.id: each.path for each in index.meetings()} if found else {}
    for commitment, promise in found:
        if not promise.is_met:
            yield from _later_than_promised(paths[commitment.meeting], commitment, promise)
            continue
        message = tr("{number} is open here, but met in the record", number=promise.official)
        if promise.met:
            message = tr(
                "{number} is open here, but met in the record (on {day})", number=promise.official, day=promise.met
            )
        hint = tr("write that it is done")
        if promise.met_by:
            hint = tr("met by {papers}: write that it is done", papers=", ".join(promise.met_by))
        where = f"commitments[{commitment.place}].ref"
        yield Concern(paths[commitment.meeting], where, codes.OFFICIAL_COMMITMENT, message, hint)


def _later_than_promised(path: str, commitment: ListedCommitment, promise: "Toezegging") -> Iterator[Concern]:
    """Where our date lies after the term that the words of the commitment give."""
    ours, theirs = commitment.due, promise.due
    if ours.last and theirs.last and ours.last > theirs.last and not can_agree((ours, theirs)):
        message = tr(
            "{number} is due {written} here, but {official} by its words in the record (“{text}”)",
            number=promise.official, written=ours, official=theirs, text=promise.text,
        )  # fmt: skip
        hint = tr("correct the date, or the number if that is another commitment's")
        yield Concern(path, f"commitments[{commitment.place}].due", codes.OFFICIAL_COMMITMENT, message, hint)


def _another_paper(path: str, citation: Citation, paper: "HousePaper") -> Iterator[Concern]:
    """Where kind or title can only be those of another paper: we shorten titles, so one word in common is enough."""
    spot = citation.spot.removesuffix(".ref")
    hint = tr("one of the two is wrong, or the number is that of another paper")
    kind = paper.our_kind
    if citation.kind != kind and {citation.kind, kind} <= _KINDS and not {citation.kind, kind} <= _LETTERS:
        message = tr(
            "{document} is “{written}” here, but “{official}” in the record (“{title}”)",
            document=citation.document, written=citation.kind, official=paper.kind or kind, title=paper.title,
        )  # fmt: skip
        yield Concern(path, f"{spot}.kind", codes.OFFICIAL_PAPER, message, hint)
    ours, theirs = (_words(each) for each in (citation.title, paper.title))
    if ours and theirs and not ours & theirs:
        message = tr(
            "{document} is called “{written}” here, but “{official}” in the record",
            document=citation.document, written=citation.title, official=paper.title,
        )  # fmt: skip
        yield Concern(path, f"{spot}.title", codes.OFFICIAL_PAPER, message, hint)


def _words(title: str) -> set[str]:
    """The beginnings of its significant words; none of a title that is not clearly Dutch, as the record's are."""
    from briefcli.official.subjects import significant

    words = {each[:5] for each in significant(title) if len(each) > _SHORT}
    return words if _DUTCH & set(title.casefold().split()) else set()


def _paper(path: str, citation: Citation, paper: "HousePaper") -> Concern:
    message = tr(
        "{document} is dated {written} here, but {official} in the record (“{title}”)",
        document=citation.document, written=citation.dated, official=paper.dated, title=paper.title,
    )  # fmt: skip
    received, published = paper.received or "–", paper.published or "–"
    hint = tr("received on {received}, published on {published}", received=received, published=published)
    where = citation.spot.removesuffix(".ref") + ".date"
    return Concern(path, where, codes.OFFICIAL_PAPER, message, hint)
