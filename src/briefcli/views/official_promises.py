"""The commitments (toezeggingen) of the official record among our own."""

from collections.abc import Iterable, Mapping
from typing import Any

from briefcli.catalog import count
from briefcli.domain.when import When, parse_when
from briefcli.index.checks.record import met_in_record
from briefcli.index.official import OfficialPromise
from briefcli.index.queries import Index
from briefcli.index.records import Commitment
from briefcli.views.view import Remark


def official_commitments(
    index: Index, promises: Mapping[str, OfficialPromise], own: Iterable[Commitment]
) -> list[Commitment]:
    """Those that no agenda has, with the meeting whose debate they were made in."""
    if not promises:
        return []
    known = {each.ref for each in own}
    meetings = {link.official: link.meeting for link in index.event_links()}
    subjects = {number: activity.subject for number, activity in index.activities().items()}
    return [
        Commitment(
            place=-1,
            title=each.text,
            kind="commitment",
            ref=each.official,
            document=each.official,
            made=each.made,
            by=each.by,
            to=each.to,
            debate=subjects.get(each.activity, each.activity),
            due=each.due,
            written="",
            anchor="",
            owner="",
            status=each.status,
            done_on=parse_when(each.met) if each.met else When.unknown(),
            withheld=False,
            meeting=meetings.get(each.activity, ""),
            meeting_title="",
        )
        for number, each in promises.items()
        if number not in known
    ]


def met_remark(index: Index) -> Remark | None:
    """Which commitments are open in our agendas, but met in the record."""
    numbers = sorted({promise.official for _, promise in met_in_record(index)})
    if not numbers:
        return None
    words = count(
        "The record of the House says that {n} commitment that is open here is met: {numbers}",
        "The record of the House says that {n} commitments that are open here are met: {numbers}",
        len(numbers),
        numbers=", ".join(numbers),
    )
    return Remark(words)


def official_promise(promise: OfficialPromise | None) -> dict[str, Any]:
    """What the record says of a commitment; nothing where it does not have it."""
    if promise is None:
        return {}
    return {
        "official": {
            "number": promise.official,
            "due": promise.due.text,
            "status": promise.status or None,
            "met": promise.met or None,
            "met_by": list(promise.met_by),
            "activity": promise.activity or None,
        }
    }
