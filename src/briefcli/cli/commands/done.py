from datetime import date
from typing import Annotated

from briefcli.catalog import tr
from briefcli.cli.changing import Opened, finish, one_thing, opened
from briefcli.cli.input import typed_date
from briefcli.cli.options import Common, DryRun, MeetingId, argument, flag, option
from briefcli.domain.anchors import Thing
from briefcli.domain.citations.finder import read_reference
from briefcli.domain.citations.paper_names import paper_name
from briefcli.domain.when import When
from briefcli.errors import BriefError, UsageError
from briefcli.render.wording import date_words, day_words
from briefcli.writing.settling import record_done, record_undone


def run(
    common: Common,
    meeting: MeetingId,
    what: Annotated[
        list[str] | None,
        argument("[WHAT…]", "The id of a deadline or commitment, or words of its title; default: choose from a list."),
    ] = None,
    undone: Annotated[bool, flag("--not", "Record that it is not done after all.")] = False,
    on: Annotated[str | None, option("--on", "DATE", "The day on which it was done.")] = None,
    paper: Annotated[str | None, option("--paper", "NUMBER", "The paper that settled it: 28 676, nr. 434.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Record that a deadline or commitment is done. A standard deadline is written into the agenda with it.

    Example: brief done dmm-2023-06 woordvoering --on 2023-06-07
    """
    change = opened(meeting, common)
    thing = one_thing(change, " ".join(what or ()), "deadline", "commitment")
    if thing.carried_from and (origin := _origin(change, thing, common)):
        change, thing = origin
    if undone:
        record_undone(change.draft, thing)
        said = tr("“{title}” is not done", title=thing.title)
    else:
        day = _day_typed(on, change.place.today) if on is not None else None
        number = paper_typed(paper) if paper is not None else None
        record_done(change.draft, thing, on=day, paper=number)
        if number is not None and number not in {each.ref for each in change.agenda.documents}:
            change.draft.add("documents", {"ref": number, "note": thing.title} if thing.title else {"ref": number})
        said = tr("“{title}” is done", title=thing.title)
    finish(change, said, dry_run=dry_run)


def _day_typed(text: str, today: date) -> When:
    """The day on which a thing was done. Raises UsageError if it is after today: lists would show the thing as open."""
    day = typed_date(text, today, ahead=False)
    latest = day.last or day.first
    if latest is not None and latest > today:
        message = tr("{date} is not over yet: today is {today}", date=date_words(day), today=day_words(today))
        raise UsageError(message, tr("give the day on which it was done, or leave --on out"))
    return day


def _origin(change: Opened, thing: Thing, common: Common) -> tuple[Opened, Thing] | None:
    """The same commitment in the agenda of the meeting that made it. None if it is not there: then the copy counts."""
    try:
        origin = opened(thing.carried_from, common._replace(today=change.place.today.isoformat()))
    except BriefError:
        return None
    promises = origin.things("commitment")
    found = [each for each in promises if each.title == thing.title and not each.carried_from]
    return (origin, found[0]) if found and origin.id == thing.carried_from else None


def paper_typed(text: str) -> str:
    """A paper's number in its usual form, parsed as `brief scan` does. Raises UsageError unless it is exactly one."""
    found = read_reference(text)
    if len(found) != 1:
        message = tr("“{text}” is not one paper's number", text=text)
        raise UsageError(message, tr("write it as in 28 676, nr. 434 or kst-28676-434"))
    return paper_name(found[0].canonical)
