"""Checks that compare several agendas, or that depend on today's date."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from briefcli.catalog import tr
from briefcli.domain.diagnostic import Concern
from briefcli.domain.file_names import copied_from
from briefcli.domain.item import is_hidden
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import conflict
from briefcli.index.checks.record import against_record, missing_papers
from briefcli.index.queries import Index
from briefcli.index.records import ListedCitation, ListedMeeting
from briefcli.index.scan import said_of_copy
from briefcli.reading import codes
from briefcli.reading.leaves import nearest

LONG_PAST = timedelta(days=14)  # a report has gone to the House by then


def concerns(index: Index, today: date) -> list[Concern]:
    """Everything that these checks find, as far as the audience of the index may see it."""
    meetings, citations = index.meetings(), index.citations()
    leads = _leads(meetings)
    return [
        *_twins(meetings),
        *_copies(meetings),
        *_dangling(leads, index.ids),
        *_circles(leads, [each.id for each in meetings]),
        *_carried(index),
        *_conflicts(citations),
        *_unlisted(index, citations),
        *_forgotten(meetings, today),
        *against_record(index),
    ]


def _twins(meetings: Sequence[ListedMeeting]) -> Iterator[Concern]:
    """The ids that several files share, in upper or lower case."""
    paths: dict[str, list[str]] = defaultdict(list)
    for each in meetings:
        paths[each.id.casefold()].append(each.path)
    for each in meetings:
        if others := ", ".join(sorted(path for path in paths[each.id.casefold()] if path != each.path)):
            message = tr("the id “{id}” is also that of {others}", id=each.id, others=others)
            yield Concern("", codes.ID_TWICE, message, tr("rename one of the two files"), each.path)


def _copies(meetings: Sequence[ListedMeeting]) -> Iterator[Concern]:
    """The files with the title and date of another one, whose name they continue: `dmm-2023-06-MIN00123`.

    OneDrive adds the name of the computer, which can be anything. The scan finds the names that only copies have.
    Without a day, or with a title that is not public, two meetings may only look the same.
    """
    paths = {(each.id, each.title, each.when.text): each.path for each in meetings}
    for each in meetings:
        stems = (each.id[:at] for at, sign in enumerate(each.id) if not sign.isalnum())
        originals = [paths[key] for stem in stems if (key := (stem, each.title, each.when.text)) in paths]
        if originals and each.when.day and not (is_hidden(each.title) or copied_from(each.id)):
            yield Concern("", codes.COPY, *said_of_copy(originals[-1]), each.path)


class Lead(NamedTuple):
    """One meeting prepares another: the file and the field that say so, and the id of the other (`target`)."""

    id: str
    path: str
    where: str
    target: str


def _leads(meetings: Iterable[ListedMeeting]) -> list[Lead]:
    by_file = sorted(meetings, key=attrgetter("path"))
    return [Lead(each.id, each.path, f"leads_to[{at}]", to) for each in by_file for at, to in enumerate(each.leads_to)]


def _dangling(leads: Sequence[Lead], ids: Sequence[str]) -> Iterator[Concern]:
    known = set(ids) if leads else set()
    for lead in leads:
        if lead.target not in known:
            hint = tr("correct the id, or write it: brief new {target}", target=lead.target)
            hint = nearest(lead.target, ids) or hint
            message = tr("there is no agenda “{target}”", target=lead.target)
            yield Concern(lead.where, codes.LEADS_NOWHERE, message, hint, lead.path)


def _carried(index: Index) -> Iterator[Concern]:
    """The commitments carried over from a meeting that does not have them. They count at the meeting they are in."""
    for each in index.commitments():
        if each.carried_from:
            if each.carried_from in index.ids:
                message = tr("“{id}” has no commitment of its own with this title and date", id=each.carried_from)
                hint = tr("give both the same title, remove due here, or name the right meeting in carried_from")
            else:
                message = tr("there is no agenda “{id}”", id=each.carried_from)
                hint = tr("correct the id, or remove carried_from; until then the commitment counts here")
            where = f"commitments[{each.place}].carried_from"
            yield Concern(where, codes.CARRIED_NOWHERE, message, hint, each.path)


def _circles(leads: Iterable[Lead], ids: Sequence[str] = ()) -> Iterator[Concern]:
    """Concerns about meetings that lead to each other in a circle, at the step that goes furthest back in time.

    `ids` are those of the meetings in order of time. Without the steps that are named, no circle is left.
    """
    steps = {(lead.id, lead.target): lead for lead in leads}
    order = {id_: place for place, id_ in enumerate(ids)}
    while True:
        sorter = TopologicalSorter[str]()
        for id_, target in steps:
            sorter.add(target, id_)
        try:
            return sorter.prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
        back = max(pairwise(circle), key=lambda step: order.get(step[0], 0) - order.get(step[1], 0))
        step = steps.pop(back)
        start = circle.index(back[1])
        way = [*circle[start:-1], *circle[:start], back[1]]
        message = tr("this leads back to where it began: {circle}", circle=" → ".join(way))
        yield Concern(step.where, codes.CIRCLE, message, tr("remove the step that goes back in time"), step.path)


def _conflicts(citations: Iterable[ListedCitation]) -> Iterator[Concern]:
    dated = [each for each in citations if each.certain and each.dated]
    dated.sort(key=attrgetter("document", "path", "spot"))
    for document, found in groupby(dated, key=attrgetter("document")):
        places = list(found)
        given: dict[str, set[str]] = defaultdict(set)
        for each in places:
            given[each.dated].add(each.meeting)
        for each in places:
            against = [other for other in given if conflict(each.dated, other)][:3]
            others = "; ".join(
                tr("{date} in {ids}", date=other, ids=", ".join(sorted(given[other])[:3])) for other in against
            )
            if others:
                message = tr(
                    "{document} is dated {dated} here, but {others}", document=document, dated=each.dated, others=others
                )
                hint = tr("look the paper up and correct the date that is wrong")
                yield Concern(each.spot.removesuffix(".ref") + ".date", codes.DATE_CONFLICT, message, hint, each.path)


_ANSWERS = re.compile(r"questions\[[0-9]+\]\.(?:ref|answer)")


def _unlisted(index: Index, citations: Iterable[ListedCitation]) -> Iterator[Concern]:
    """Answers that cite a paper that no meeting lists, or that does not exist according to the record."""
    cited = [each for each in citations if each.certain]
    listed = {name for each in cited if not _ANSWERS.match(each.spot) for name in (each.document, *each.others)}
    answers = [each for each in cited if _ANSWERS.match(each.spot) and each.dossier != each.document]
    missing = missing_papers(index, [each.document for each in answers])
    if index.has_record:
        listed.update(index.house.papers(name for each in answers for name in (each.document, *each.others)))
    for each in answers:
        if each.document in missing:
            message = tr("the record has papers before and after {document}, but not this one", document=each.document)
            hint = tr("look the number up, and correct it")
        elif listed.isdisjoint((each.document, *each.others)):
            message = tr("{document} is among the papers of no meeting", document=each.document)
            hint = tr("look the number up; if it is right, add the paper under documents")
        else:
            continue
        yield Concern(each.spot, codes.UNKNOWN_PAPER, message, hint, each.path)


def _forgotten(meetings: Sequence[ListedMeeting], today: date) -> Iterator[Concern]:
    since = max(today, date.min + LONG_PAST) - LONG_PAST
    for each in meetings:
        if each.status == Status.PLANNED and each.when.last and each.when.last < since:
            message = tr("this meeting of {text} is still “planned”", text=each.when.text)
            yield Concern("status", codes.STILL_PLANNED, message, tr("write held, moved or cancelled"), each.path)
