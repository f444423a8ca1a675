"""The commands that record what became of something: it is done, moved or cancelled, and the change taken back."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

from msgspec.structs import replace

from briefcli.catalog import tr
from briefcli.cli.changing import Opened, finish, one_thing, opened, warn_of_past
from briefcli.cli.input import paper_typed, typed_date
from briefcli.cli.options import Common, DryRun, MeetingId, Text, Texts, argument, flag, option
from briefcli.cli.output import warn, write
from briefcli.config import AGENDAS
from briefcli.domain.anchors import Thing, named
from briefcli.domain.vocabulary import WITH_THE_HOUSE, plain_name
from briefcli.domain.when import DateRefusedError, When, WhenError
from briefcli.domain.workdays import day_off
from briefcli.errors import BriefError, Exit, UsageError
from briefcli.files.undo import last_change, take_back
from briefcli.render.clean import one_line
from briefcli.render.wording import date_words
from briefcli.views.labels import reason_words
from briefcli.workspace import find_agendas
from briefcli.writing.settling import move_event, move_meeting, record_done, record_undone, to_written
from briefcli.writing.smallest_change import Draft


def done(
    meeting: MeetingId,
    what: Annotated[list[str], argument("WHAT…", "The id of a deadline or commitment, or words of its title.")],
    undone: Annotated[bool, flag("--not", "It is not done after all.")] = False,
    on: Annotated[Text, option("--on", "DATE", "The day on which it was done.")] = None,
    paper: Annotated[Text, option("--paper", "NUMBER", "The paper that settled it: 28 676, nr. 434.")] = None,
    dry_run: DryRun = False,
    *,
    common: Common,
) -> Exit:
    """Record that a deadline or commitment is done. A standard deadline is written into the agenda with it.

    Example: brief done dmm-2023-06 woordvoering --on 2023-06-07
    """
    change = opened(meeting, common)
    words = " ".join(what)
    thing = _to_settle(change, words)
    if thing.carried_from and (origin := _origin(change, thing, common)):
        change, thing = origin
    draft = Draft(change.text)
    if undone:
        record_undone(draft, thing)
        said = tr("“{title}” is not done", title=thing.title)
    else:
        day = _day_typed(on, change.place.today) if on is not None else None
        number = paper_typed(paper) if paper is not None else None
        record_done(draft, thing, on=day, paper=number)
        if number is not None and number not in {each.ref for each in change.agenda.documents}:
            draft.add("documents", {"ref": number, "note": thing.title} if thing.title else {"ref": number})
        said = tr("“{title}” is done", title=thing.title)
    return finish(change, draft.text, said, dry_run=dry_run)


def _day_typed(text: str, today: date) -> When:
    """The day on which it was done. Raises UsageError for one that is not over: the lists would count it as open."""
    day = typed_date(text, today, ahead=False)
    latest = day.last or day.first
    if latest is not None and latest > today:
        message = tr("“{date}” is not over yet today ({today})", date=day.text, today=today.isoformat())
        raise UsageError(message, tr("give the day on which it was done, or leave --on out"))
    return day


def _origin(change: Opened, thing: Thing, common: Common) -> tuple[Opened, Thing] | None:
    """The same commitment at the meeting at which it was made; None where it is not there, so that it counts here."""
    try:
        origin = opened(thing.carried_from, common._replace(today=change.place.today.isoformat()))
    except BriefError:
        return None
    promises = [each for each in origin.things() if each.source == "commitment" and not each.carried_from]
    found = [each for each in promises if each.title == thing.title]
    return (origin, found[0]) if found and origin.id == thing.carried_from else None


def _to_settle(change: Opened, words: str) -> Thing:
    things = [each for each in change.things() if each.source != "event"]
    if not named(things, words) and (events := named(change.things(), words)):
        message = tr("“{title}” is an event, and only deadlines and commitments are done", title=events[0].title)
        raise UsageError(message, tr("brief move gives it another date, brief cancel calls it off"))
    return one_thing(change, named(things, words), words, things)


def move(
    meeting: MeetingId,
    words: Annotated[
        Texts, argument("[EVENT] WHEN", "The new date, after the event that moves if not the meeting.")
    ] = None,
    written: Annotated[bool, flag("--to-written", "The debate becomes a written consultation.")] = False,
    dry_run: DryRun = False,
    *,
    common: Common,
) -> Exit:
    """Move a meeting or an event to another date, and see which deadlines shift with it.

    Example: brief move dmm-2023-06 debate volgende week dinsdag
    """
    change = opened(meeting, common)
    draft, typed = Draft(change.text), list(words or [])
    if written:
        said = _to_written(change, draft, typed)
    elif not "".join(typed).strip():
        raise _no_date()
    elif _is_date(" ".join(typed), change.place.today):
        when = typed_date(" ".join(typed), change.place.today, ahead=True)
        warn_of_past(change, change.id, change.seen.held_when)
        move_meeting(draft, when)
        said = tr("{meeting} is moved to {date}", meeting=change.id, date=date_words(when))
    else:
        said = _event(change, draft, typed)
    return finish(change, draft.text, said, dry_run=dry_run)


def _event(change: Opened, draft: Draft, typed: list[str]) -> str:
    thing, rest = _event_and_rest(change, typed)
    if not rest:
        raise _no_date()
    when = typed_date(" ".join(rest), change.place.today, ahead=True)
    warn_of_past(change, thing.title, thing.when)
    _warn_of_date(change, thing, when)
    move_event(draft, thing, when)
    return tr("“{title}” is moved to {date}", title=thing.title, date=date_words(when))


def _warn_of_date(change: Opened, thing: Thing, when: When) -> None:
    """One line for each thing that makes the new date of an event unlikely."""
    meeting, title = change.seen.held_when, thing.title
    if when.is_past(change.place.today):
        warn(tr("the new date of “{title}” has passed; is it right?", title=title))
    if plain_name(thing.kind) not in WITH_THE_HOUSE:
        return
    if when.first and meeting.last and when.first > meeting.last:
        warn(tr("“{title}” comes after the meeting now, which is on {date}", title=title, date=date_words(meeting)))
    if when.day and (reason := day_off(when.day, change.place.settings().calendar)):
        warn(tr("the new date of “{title}” is no working day: {reason}", title=title, reason=reason_words(reason)))


def _no_date() -> UsageError:
    return UsageError(tr("the new date is missing"), tr("brief move ID [EVENT] WHEN"))


def _to_written(change: Opened, draft: Draft, typed: list[str]) -> str:
    thing, rest = _event_and_rest(change, typed or ["debate"])
    to_written(draft, thing)
    if rest:
        when = typed_date(" ".join(rest), change.place.today, ahead=True)
        where = thing.where or f"events[{len(change.agenda.events)}]"
        move_event(draft, replace(thing, where=where), when)
    return tr("“{title}” is a written consultation now", title=thing.title)


def _event_and_rest(change: Opened, typed: list[str]) -> tuple[Thing, list[str]]:
    """The event that the first words name, and the words behind them: as few words as name one before a date."""
    events = [each for each in change.things() if each.source == "event"]
    for count in range(1, len(typed) + 1):
        head, rest = " ".join(typed[:count]), typed[count:]
        if named(events, head) and (not rest or _is_date(" ".join(rest), change.place.today)):
            return one_thing(change, named(events, head), head, events), rest
    words = " ".join(typed)
    if not named(events, typed[0] if typed else ""):
        if words[:1].isdigit():
            typed_date(words, change.place.today, ahead=True)  # says what is wrong with the date
        return one_thing(change, [], words, events), []
    hint = tr("write it as in 15 juni 2023 or 2023-06-15")
    raise UsageError(tr("“{typed}” does not end in a date", typed=words), hint)


def _is_date(text: str, today: date) -> bool:
    """Whether the words are a date, also one that is refused: the caller reads it again and says why."""
    from briefcli.domain.dates.typed import read_typed

    try:
        read_typed(text, today, ahead=True)
    except WhenError as error:
        return isinstance(error, DateRefusedError)
    return True


def cancel(
    meeting: MeetingId,
    event: Annotated[Texts, argument("[EVENT…]", "The event that does not go on, if not the meeting.")] = None,
    dry_run: DryRun = False,
    *,
    common: Common,
) -> Exit:
    """Cancel a meeting or an event around it, and see what is no longer due. Commitments stay.

    Example: brief cancel dmm-2023-06
    """
    change = opened(meeting, common)
    draft, words = Draft(change.text), " ".join(event or [])
    if not words:
        warn_of_past(change, change.id, change.seen.held_when)
        draft.set("", "status", "cancelled")
        said = tr("{meeting} is cancelled", meeting=change.id)
    else:
        events = [each for each in change.things() if each.source == "event"]
        thing = one_thing(change, named(events, words), words, events)
        warn_of_past(change, thing.title, thing.when)
        if thing.where:
            draft.set(thing.where, "status", "cancelled")
        else:
            draft.add("drops", thing.id)
        said = tr("“{title}” is cancelled", title=thing.title)
    return finish(change, draft.text, said, dry_run=dry_run)


def undo(dry_run: DryRun = False) -> Exit:
    """Take back the last change of done, move, cancel, add, new, import, release or official match.

    A file that changed since is left as it is.

    Example: brief undo
    """
    change = last_change()
    if find_agendas(Path.cwd(), os.environ).resolve() != change.folder:
        folder = one_line(str(change.folder))
        hint = tr('brief undo {option} "{folder}" takes it back', option=AGENDAS.option, folder=folder)
        raise UsageError(tr("the last change was made in another folder: {folder}", folder=folder), hint)
    said = one_line(change.said)
    if dry_run:
        write(tr("This would be taken back: {said}.", said=said) + "\n")
    else:
        take_back(change)
        write(tr("Taken back: {said}.", said=said) + "\n")
    return Exit.DONE
