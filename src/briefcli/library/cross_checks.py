"""What can only be seen with several agendas side by side, or on a certain day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import groupby

import msgspec

from briefcli.domain.agenda import Status
from briefcli.domain.diagnostic import Code
from briefcli.domain.when import can_agree, parse_when
from briefcli.library.questions import Citation, Lead, Library, Meeting
from briefcli.reading import codes

LONG_PAST = timedelta(days=14)  # a report has gone to the House by then


class Concern(msgspec.Struct, frozen=True):
    """Something that does not fit: in which file (as the library names it), at which field."""

    path: str
    where: str
    code: Code
    message: str
    hint: str


def concerns(library: Library, today: date) -> list[Concern]:
    """Everything that the agendas say against each other, as far as the library's audience may see it."""
    meetings = list(library.meetings())
    leads = list(library.leads())
    return [
        *_twins(meetings),
        *_dangling(leads, {each.id for each in meetings}),
        *_circles(leads),
        *_conflicts(library.citations(), {each.id: each.path for each in meetings}),
        *_forgotten(meetings, today),
    ]


def _twins(meetings: Sequence[Meeting]) -> Iterator[Concern]:
    paths = defaultdict(list)
    for each in meetings:
        paths[each.id].append(each.path)
    for id_, found in paths.items():
        for path in found if len(found) > 1 else ():
            others = ", ".join(other for other in found if other != path)
            message = f"the id “{id_}” is also that of {others}"
            yield Concern(path, "", codes.ID_TWICE, message, "rename one of the two files")


def _dangling(leads: Sequence[Lead], ids: set[str]) -> Iterator[Concern]:
    for lead in leads:
        if lead.target not in ids:
            near = get_close_matches(lead.target.casefold(), ids, n=1)
            hint = f"did you mean “{near[0]}”?" if near else f"correct the id, or write it: brief new {lead.target}"
            yield Concern(lead.path, lead.where, codes.LEADS_NOWHERE, f"there is no agenda “{lead.target}”", hint)


def _circles(leads: Sequence[Lead]) -> Iterator[Concern]:
    """One concern a circle, at the step that closes it."""
    onward = defaultdict(list)
    for lead in leads:
        onward[lead.id].append(lead)
    done: set[str] = set()
    for start in onward:
        way: list[str] = []
        steps = [(start, iter(onward[start]))] if start not in done else []
        while steps:
            id_, ahead = steps[-1]
            if len(way) < len(steps):
                way.append(id_)
            step = next(ahead, None)
            if step is None:
                done.add(id_)
                steps.pop()
                way.pop()
            elif step.target in way:
                circle = " → ".join([*way[way.index(step.target) :], step.target])
                message = f"this leads back to where it began: {circle}"
                hint = "remove the step that goes back in time"
                yield Concern(step.path, step.where, codes.CIRCLE, message, hint)
            elif step.target not in done:
                steps.append((step.target, iter(onward.get(step.target, ()))))


def _conflicts(citations: Sequence[Citation], paths: Mapping[str, str]) -> Iterator[Concern]:
    dated = sorted((each for each in citations if each.dated and each.certain), key=lambda each: each.document)
    for document, group in groupby(dated, key=lambda each: each.document):
        found = list(group)
        for one in found:
            against = [other for other in found if not can_agree(map(parse_when, (one.dated, other.dated)))]
            if against:
                others = ", ".join(dict.fromkeys(f"{other.meeting} has {other.dated}" for other in against))
                message = f"{document} is dated {one.dated} here; {others}"
                where = one.spot.removesuffix(".ref") + ".date"
                hint = "look the paper up and correct the date that is wrong"
                yield Concern(paths[one.meeting], where, codes.DATE_CONFLICT, message, hint)


def _forgotten(meetings: Sequence[Meeting], today: date) -> Iterator[Concern]:
    for each in meetings:
        if each.status == Status.PLANNED and each.when.last is not None and each.when.last + LONG_PAST < today:
            message = f"this meeting of {each.when} is still “planned”"
            yield Concern(each.path, "status", codes.STILL_PLANNED, message, "write held, moved or cancelled")
