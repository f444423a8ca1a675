"""Compares our agendas with the official record: other days, other papers, numbers that the record does not have."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.agenda import Commitment, Deadline
from briefcli.domain.anchors import anchor_items
from briefcli.domain.citations.paper_names import paper_name
from briefcli.domain.citations.reference import dossier_of, number_in_dossier
from briefcli.domain.diagnostic import Concern
from briefcli.domain.item import is_hidden, words_of
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import Grain, can_agree, parse_when, when_of
from briefcli.index.queries import Index
from briefcli.index.records import EventLink, ListedCitation, ListedCommitment
from briefcli.reading import codes

if TYPE_CHECKING:  # without a record none of it is needed
    from briefcli.official.contents import Activity, HousePaper, Toezegging

_LETTERS = frozenset({"letter", "annotated agenda", "report", "answer", "question", "advice"})  # each may be a letter
_KINDS = _LETTERS | {"motion", "bill"}
_DUTCH = frozenset({"de", "het", "een", "van", "voor", "en", "inzake", "naar", "met"})
_SETTLED = frozenset({Promise.DONE, Promise.DROPPED})
_SHORT = 2  # letters; words of at most so many are not compared


def against_record(index: Index) -> Iterator[Concern]:
    yield from _events(index)
    yield from _papers(index)
    yield from _commitments(index)


# How the record differs from the file: it does not; it lacks the activity; the House withdrew the activity; or the
# activity is gone (moved away or cancelled), goes on though the file cancels it, has no day, or another day or hour
EventNews = Literal["", "unknown", "withdrawn", "gone", "goes on", "no day", "another day"]


class LinkedEvent(msgspec.Struct, frozen=True):
    """An event that names an activity of the record."""

    link: EventLink
    activity: "Activity | None"  # None if it was withdrawn or is not in the record
    news: EventNews
    shifts: tuple[str, ...] = ()  # the titles of the deadlines and commitments that count from an event with news
    successors: "tuple[Activity, ...]" = ()  # what replaced an activity that is gone, or has its corrected number

    def is_ahead(self, today: date) -> bool:
        """Whether its day in the file or in the record can still come."""
        return not all(each.when.is_past(today) for each in (self.link, self.activity) if each)


def linked_events(index: Index, id_: str | None = None) -> Iterator[LinkedEvent]:
    """Every event that names an activity, of one meeting or of all."""
    links = index.event_links(id_)
    numbers = [each.official for each in links]
    activities = index.house.activities(numbers) if links else {}
    withdrawn = index.house.withdrawn(numbers) if links else {}
    for link in links:
        activity = activities.get(link.official)
        news = _news(link, activity) if activity or link.official not in withdrawn else "withdrawn"
        shifts = _shifted(index, link) if news not in {"", "unknown"} else ()
        came = tuple(index.house.successors(link.official)) if news in {"gone", "unknown"} else ()
        yield LinkedEvent(link, activity, news, shifts, came)


def _news(link: EventLink, activity: "Activity | None") -> EventNews:
    """How the record differs from the file, for an activity that was not withdrawn."""
    if activity is None:
        return "unknown"
    written, official = link.when, activity.when
    if activity.is_gone:
        return "" if activity.status == link.status else "gone"
    if link.status == Status.CANCELLED and activity.status:
        return "goes on"
    if Grain.UNKNOWN in {written.grain, official.grain}:
        return "" if written.grain is Grain.UNKNOWN else "no day"
    hours = ((written.from_time, official.from_time), (written.to_time, official.to_time))
    is_other_hour = any(ours and theirs and ours != theirs for ours, theirs in hours)
    return "" if can_agree((written, official)) and not is_other_hour else "another day"


def _shifted(index: Index, link: EventLink) -> tuple[str, ...]:
    """The titles of the deadlines and commitments that count from the event."""
    agenda, path = index.agenda(link.meeting) or (None, "")
    if agenda is None or path != link.path:  # another file has the same id
        return ()
    event, anchors = agenda.events[link.place], anchor_items(agenda)
    items: list[Deadline | Commitment] = [*agenda.deadlines, *agenda.commitments]
    return tuple(
        words_of(each.title)
        for each in items
        if each.due and each.due.when is None and anchors.get(each.due.anchor) is event
    )


def _events(index: Index) -> Iterator[Concern]:
    for event in linked_events(index):
        link, activity, field, code = event.link, event.activity, "official", codes.OFFICIAL_EVENT
        came = ", ".join(f"{each.official} ({each.when})" for each in event.successors)
        hint = tr("brief official match {id} looks for what replaced it", id=link.meeting)
        hint = tr("it was replaced by {activities}: write that number", activities=came) if came else hint
        match event.news:
            case "withdrawn":
                code = codes.OFFICIAL_NOWHERE
                message = tr("the House has withdrawn activity {number} from its record", number=link.official)
            # Reported if the record covers the day (it has days before and after it), or if the event has no day
            case "unknown" if (has := index.house.days) and has[0] <= (link.when.day or has[0]) <= has[1]:
                code, hint = codes.OFFICIAL_NOWHERE, hint if came else tr("correct it, or download it again")
                message = tr("the record here has no activity {number}", number=link.official)
            case "gone" if activity:
                is_moved, cancelled = activity.status is Status.MOVED, tr("the record says that this was cancelled")
                message = tr("the record says that this was moved") if is_moved else cancelled
            case "goes on" if activity:
                field, hint = "status", tr("correct the status here; if the record is too old, download it again")
                message = tr("this is cancelled here, but “{status}” in the record", status=tr(activity.status or ""))
            case "no day":
                field, hint = "when", tr("ask the House whether that day still holds; if not, write when: unknown")
                message = tr("this is {written} here, but the record gives no day for it", written=link.when)
            case "another day" if activity:
                field, hint = "when", tr("write that day here too")
                if event.shifts:
                    hint = count("write that day here too; {n} deadline shifts with it: {titles}",
                                 "write that day here too; {n} deadlines shift with it: {titles}",
                                 len(event.shifts), titles="; ".join(event.shifts))  # fmt: skip
                day = activity.when
                message = tr("this is {written} here, but {official} in the record", written=link.when, official=day)
            case "" if activity and activity.prepares_meetings and _is_of_another(index, link, activity):
                message = tr("{number} is about another meeting in the record: “{text}”",
                             number=link.official, text=activity.subject)  # fmt: skip
                hint = tr("look whether that is the right number")
            case _:
                continue
        yield Concern(f"events[{link.place}].{field}", code, message, hint, link.path)


def _is_of_another(index: Index, link: EventLink, activity: "Activity") -> bool:
    from briefcli.official.matching import is_of_another, meeting_of

    found = index.agenda(link.meeting)
    ours = meeting_of(link.meeting, found[0]) if found and not is_hidden(link.title) else None
    return ours is not None and is_of_another(ours, activity, link.title)


def _papers(index: Index) -> Iterator[Concern]:
    if not index.has_record:
        return
    cited = defaultdict[str, list[ListedCitation]](list)
    for citation in index.citations():
        if citation.certain and citation.spot.startswith("documents["):
            cited[citation.document].append(citation)
    for document, now in index.house.withdrawn(cited).items():
        for path, spot in dict.fromkeys((each.path, each.spot) for each in cited[document]):
            message = tr("the House has withdrawn this paper from its record")
            hint = tr("ask the House what replaced it, or whether the number is right")
            if now:
                message = tr("the House has given this paper another number: {number}", number=paper_name(now))
                hint = tr("look whether that is the paper that you mean")
            yield Concern(spot, codes.OFFICIAL_PAPER, message, hint, path)
    for document, paper in index.house.papers(cited).items():
        for citation in cited[document]:
            yield from _another_paper(citation, paper)


def missing_papers(index: Index, documents: Iterable[str]) -> frozenset[str]:
    """The papers that do not exist: the record has papers of their dossier with lower and higher numbers, but not them.

    A dossier is downloaded from a certain day on, so nothing is known before its first paper or after its last.
    """
    found = set[str]()
    cited = {each: (dossier_of(each), number) for each in documents if (number := _figure(each)) is not None}
    for dossier in {of for of, _ in cited.values() if of} if index.has_record else ():
        there = {name: number for name in index.house.dossier(dossier) if (number := _figure(name)) is not None}
        least, most = min(there.values(), default=0), max(there.values(), default=0)
        missing = (name for name, (of, number) in cited.items() if of == dossier and least < number < most)
        found.update(name for name in missing if name not in there)
    return frozenset(found)


def _figure(document: str) -> int | None:
    number = number_in_dossier(document)
    return int(number) if isinstance(number, int) or (number and number.isdigit()) else None


def met_in_record(index: Index) -> list[tuple[ListedCommitment, "Toezegging"]]:
    """The commitments that are open in our agendas and met in the record, each with that of the record."""
    return [(ours, theirs) for ours, theirs in _open_in_record(index) if theirs and theirs.is_met]


def _open_in_record(index: Index) -> list[tuple[ListedCommitment, "Toezegging | None"]]:
    """The commitments that are open in our agendas, each with that of the record; None if it is withdrawn."""
    if not index.has_record:
        return []
    ours = [each for each in index.commitments() if each.official and each.status not in _SETTLED]
    promises, withdrawn = index.house.promises, index.house.withdrawn(each.official for each in ours)
    return [(each, promises.get(each.official)) for each in ours if each.official in promises.keys() | withdrawn]


def _commitments(index: Index) -> Iterator[Concern]:
    """Concerns if ours is open but no more so in the record, or due later here than its words in the record say."""
    for ours, theirs in _open_in_record(index):
        number, field, due, term = ours.official, "ref", ours.due, theirs.due if theirs else ours.due
        if theirs is None or theirs.status is Promise.DROPPED:
            message = tr("{number} is open here, but dropped in the record", number=number)
            if theirs is None:
                message = tr("{number} is open here, but the House has withdrawn it from its record", number=number)
            hint = tr("write status: dropped, or correct the number")
        elif theirs.is_met:
            message = tr("{number} is open here, but met in the record", number=number)
            if day := theirs.met:
                message = tr("{number} is open here, but met in the record (on {day})", number=number, day=day)
            hint = tr("write that it is done")
            if theirs.met_by:
                hint = tr("met by {papers}: write that it is done", papers=", ".join(theirs.met_by))
        elif due.last and term.last and due.last > term.last and not can_agree((due, term)):
            field, hint = "due", tr("correct the date, or the number if that is another commitment's")
            message = tr(
                "{number} is due {written} here, but {official} by its words in the record (“{text}”)",
                number=number, written=due, official=term, text=_seen(ours.title, theirs.text),
            )  # fmt: skip
        else:
            continue
        where = f"commitments[{ours.place}].{field}"
        yield Concern(where, codes.OFFICIAL_COMMITMENT, message, hint, ours.path)


def _another_paper(citation: ListedCitation, paper: "HousePaper") -> Iterator[Concern]:
    """Concerns if the date, kind or title must be that of another paper.

    We shorten titles, so titles with one word in common are taken for the same.
    """
    path, spot, document = citation.path, citation.spot.removesuffix(".ref"), citation.document
    title = _seen(citation.title, paper.title)
    if citation.dated and paper.dated and not can_agree((parse_when(citation.dated), when_of(paper.dated))):
        message = tr(
            "{document} is dated {written} here, but {official} in the record (“{title}”)",
            document=document, written=citation.dated, official=paper.dated, title=title,
        )  # fmt: skip
        received, published = paper.received or "–", paper.published or "–"
        hint = tr("received on {received}, published on {published}", received=received, published=published)
        yield Concern(f"{spot}.date", codes.OFFICIAL_PAPER, message, hint, path)
    hint = tr("one of the two is wrong, or the number is that of another paper")
    kind = paper.our_kind
    if citation.kind != kind and {citation.kind, kind} <= _KINDS and not {citation.kind, kind} <= _LETTERS:
        message = tr(
            "{document} is “{written}” here, but “{official}” in the record (“{title}”)",
            document=document, written=citation.kind, official=paper.kind or kind, title=title,
        )  # fmt: skip
        yield Concern(f"{spot}.kind", codes.OFFICIAL_PAPER, message, hint, path)
    ours, theirs = (_words(each) for each in (citation.title, title))
    if ours and theirs and not ours & theirs:
        message = tr(
            "{document} is called “{written}” here, but “{official}” in the record",
            document=document, written=citation.title, official=title,
        )  # fmt: skip
        yield Concern(f"{spot}.title", codes.OFFICIAL_PAPER, message, hint, path)


def _seen(ours: str, theirs: str) -> str:
    """The title in the record, or ours if that hides from the public what it is."""
    return ours if is_hidden(ours) else theirs


def _words(title: str) -> set[str]:
    """The first letters of each significant word of a title. Empty if it is not clearly Dutch, as the record's are."""
    from briefcli.official.subjects import significant

    words = {each[:5] for each in significant(title) if len(each) > _SHORT}
    return words if _DUTCH & set(title.casefold().split()) else set()
