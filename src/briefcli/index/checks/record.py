"""Our agendas against the official record: other days, other papers, numbers that it does not have."""

from collections import defaultdict
from collections.abc import Iterator

from briefcli.catalog import count, tr
from briefcli.domain.due import anchor_name
from briefcli.domain.item import words_of
from briefcli.domain.when import Grain, When, can_agree, parse_when
from briefcli.index.checks.concern import Concern
from briefcli.index.official import OfficialActivity, OfficialPaper
from briefcli.index.queries import Index
from briefcli.index.records import Citation
from briefcli.reading import codes


def against_record(index: Index) -> Iterator[Concern]:
    yield from _events(index)
    yield from _papers(index)


def differs(written: When, activity: OfficialActivity) -> bool:
    """Whether the file says another day or hour than the record."""
    if Grain.UNKNOWN in {written.grain, activity.when.grain}:
        return False
    if not can_agree((written, activity.when)):
        return True
    return bool(written.from_time and activity.when.from_time and written.from_time != activity.when.from_time)


def shifted(index: Index, id_: str, place: int) -> list[str]:
    """The titles of the deadlines of a meeting that are counted from this event."""
    found = index.agenda(id_)
    if found is None or place >= len(found[0].events):
        return []
    agenda, event = found[0], found[0].events[place]
    names = {anchor_name(name) for name in (event.id, event.kind) if name}
    dues = [
        *((each.title, each.due) for each in agenda.deadlines),
        *((each.title, each.due) for each in agenda.commitments),
    ]
    return [words_of(title) for title, due in dues if due and due.when is None and due.anchor in names]


def _events(index: Index) -> Iterator[Concern]:
    links = index.event_links()
    activities = index.activities() if links else {}
    for link in links:
        activity = activities.get(link.official)
        where = f"events[{link.place}].official"
        if activity is None:
            if index.has_record:
                message = tr("the record here has no activity {number}", number=link.official)
                yield Concern(link.path, where, codes.OFFICIAL_NOWHERE, message, tr("correct it, or download anew"))
        elif differs(link.when, activity):
            message = tr(
                "this is {written} here, but {official} in the record", written=link.when, official=activity.when
            )
            titles = shifted(index, link.meeting, link.place)
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
    dated = defaultdict[str, list[Citation]](list)
    for citation in index.citations():
        if citation.dated and citation.certain and citation.spot.startswith("documents["):
            dated[citation.document].append(citation)
    for document, paper in index.official_papers(dated).items():
        for citation in dated[document]:
            if paper.dated and not can_agree(map(parse_when, (citation.dated, paper.dated))):
                yield _paper(paths[citation.meeting], citation, paper)


def _paper(path: str, citation: Citation, paper: OfficialPaper) -> Concern:
    message = tr(
        "{document} is dated {written} here, but {official} in the record (“{title}”)",
        document=citation.document, written=citation.dated, official=paper.dated, title=paper.title,
    )  # fmt: skip
    received, published = paper.received or "–", paper.published or "–"
    hint = tr("received on {received}, published on {published}", received=received, published=published)
    where = citation.spot.removesuffix(".ref") + ".date"
    return Concern(path, where, codes.OFFICIAL_PAPER, message, hint)
