from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.changing import finish, one_thing, opened, warn_of_past
from briefcli.cli.options import Common, DryRun, MeetingId, argument
from briefcli.writing.settling import cancel_event


def run(
    common: Common,
    meeting: MeetingId,
    event: Annotated[list[str] | None, argument("[EVENT…]", "The event to cancel, if not the meeting.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Cancel a meeting or an event around it, and see what is no longer due. Commitments stay.

    Example: brief cancel dmm-2023-06
    """
    change = opened(meeting, common)
    words = " ".join(event or [])
    if not words:
        warn_of_past(change, change.id, change.seen.held_when)
        change.draft.set("", "status", "cancelled")
        said = tr("{meeting} is cancelled", meeting=change.id)
    else:
        thing = one_thing(change, words, "event")
        warn_of_past(change, thing.title, thing.when)
        cancel_event(change.draft, thing, change.day_of(thing))
        said = tr("“{title}” is cancelled", title=thing.title)
    finish(change, said, dry_run=dry_run)
