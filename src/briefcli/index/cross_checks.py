"""What can only be seen with several agendas side by side, or on a certain day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import groupby

import msgspec

from briefcli.domain.agenda import Status
from briefcli.domain.diagnostic import Code
from briefcli.domain.when import can_agree, parse_when
from briefcli.index.questions import Library
from briefcli.reading import codes

LONG_PAST = timedelta(days=14)  # a report has gone to the House by then

_TWINS = """
    SELECT m.id, f.path FROM meeting m JOIN file f ON f.number = m.file
    WHERE m.audience & :audience AND m.id IN
        (SELECT id FROM meeting WHERE audience & :audience GROUP BY id HAVING count(*) > 1)
    ORDER BY m.id, f.path
"""
_LEADS = """
    SELECT m.id, f.path, l.place, l.target
    FROM lead l CROSS JOIN file f ON f.number = l.file
        CROSS JOIN meeting m ON m.file = l.file AND m.audience & :audience
    WHERE l.audience & :audience ORDER BY f.path, l.place
"""
_CONFLICTS = """
    SELECT p.document, p.dated, p.spot, m.id, f.path
    FROM paper p JOIN file f ON f.number = p.file JOIN meeting m ON m.file = p.file AND m.audience & :audience
    WHERE p.audience & :audience AND p.certain AND p.dated <> '' AND p.document IN
        (SELECT document FROM paper WHERE audience & :audience AND certain AND dated <> ''
         GROUP BY document HAVING min(dated) <> max(dated))
    ORDER BY p.document, f.path, p.spot
"""
_FORGOTTEN = """
    SELECT m.held, f.path FROM meeting m JOIN file f ON f.number = m.file
    WHERE m.audience & :audience AND m.status = :planned AND m.last < :since
"""


class Concern(msgspec.Struct, frozen=True):
    """Something that does not fit: in which file (as the library names it), at which field."""

    path: str
    where: str
    code: Code
    message: str
    hint: str


class Lead(msgspec.Struct, frozen=True):
    """That one meeting prepares another: the file and the field that say so, and the id of the other."""

    id: str
    path: str
    where: str
    target: str


def concerns(library: Library, today: date) -> list[Concern]:
    """Everything that the agendas say against each other, as far as the library's audience may see it."""
    leads = [Lead(id_, path, f"leads_to[{number}]", target) for id_, path, number, target in library.ask(_LEADS)]
    return [
        *_twins(library),
        *_dangling(leads, library.ids),
        *_circles(leads),
        *_conflicts(library),
        *_forgotten(library, today),
    ]


def _twins(library: Library) -> Iterator[Concern]:
    for id_, rows in groupby(library.ask(_TWINS), key=lambda row: str(row[0])):
        paths = [path for _, path in rows]
        for path in paths:
            others = ", ".join(other for other in paths if other != path)
            message = f"the id “{id_}” is also that of {others}"
            yield Concern(path, "", codes.ID_TWICE, message, "rename one of the two files")


def _dangling(leads: Sequence[Lead], ids: Sequence[str]) -> Iterator[Concern]:
    known = set(ids) if leads else set()
    for lead in leads:
        if lead.target not in known:
            near = get_close_matches(lead.target.casefold(), ids, n=1)
            hint = f"did you mean “{near[0]}”?" if near else f"correct the id, or write it: brief new {lead.target}"
            yield Concern(lead.path, lead.where, codes.LEADS_NOWHERE, f"there is no agenda “{lead.target}”", hint)


def _circles(leads: Sequence[Lead]) -> Iterator[Concern]:
    """One concern a circle, at the step that closes it."""
    onward: dict[str, list[Lead]] = defaultdict(list)
    for lead in leads:
        onward[lead.id].append(lead)
    done: set[str] = set()
    for start in list(onward):
        way: dict[str, Iterator[Lead]] = {start: iter(onward[start])} if start not in done else {}
        while way:
            id_ = next(reversed(way))
            step = next(way[id_], None)
            if step is None:
                done.add(id_)
                del way[id_]
            elif step.target in way:
                yield _circle(step, list(way))
            elif step.target not in done:
                way[step.target] = iter(onward.get(step.target, ()))


def _circle(step: Lead, way: list[str]) -> Concern:
    circle = " → ".join([*way[way.index(step.target) :], step.target])
    message = f"this leads back to where it began: {circle}"
    return Concern(step.path, step.where, codes.CIRCLE, message, "remove the step that goes back in time")


def _conflicts(library: Library) -> Iterator[Concern]:
    for document, rows in groupby(library.ask(_CONFLICTS), key=lambda row: str(row[0])):
        found = [(dated, spot, id_, path) for _, dated, spot, id_, path in rows]
        given: dict[str, list[str]] = defaultdict(list)
        for dated, _, id_, _ in found:
            given[dated].append(id_)
        for dated, spot, _, path in found:
            against = [other for other in given if not can_agree(map(parse_when, (dated, other)))]
            if against:
                others = "; ".join(f"{other} in {', '.join(sorted(set(given[other]))[:3])}" for other in against[:3])
                message = f"{document} is dated {dated} here, but {others}"
                hint = "look the paper up and correct the date that is wrong"
                yield Concern(path, spot.removesuffix(".ref") + ".date", codes.DATE_CONFLICT, message, hint)


def _forgotten(library: Library, today: date) -> Iterator[Concern]:
    since = (max(today, date.min + LONG_PAST) - LONG_PAST).isoformat()
    for held, path in library.ask(_FORGOTTEN, planned=str(Status.PLANNED), since=since):
        message = f"this meeting of {held} is still “planned”"
        yield Concern(path, "status", codes.STILL_PLANNED, message, "write held, moved or cancelled")
