from datetime import date
from typing import Annotated

from msgspec.structs import replace

from briefcli.catalog import tr
from briefcli.cli.changing import Opened, finish, one_thing, opened, warn_of_past
from briefcli.cli.input import typed_date
from briefcli.cli.options import Common, DryRun, MeetingId, argument, flag
from briefcli.cli.output import warn
from briefcli.domain.agenda import Agenda
from briefcli.domain.anchors import Thing, named
from briefcli.domain.dates.typed import read_typed
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import WITH_THE_HOUSE, Status, plain_name
from briefcli.domain.when import DateRefusedError, Grain, When, WhenError, can_agree
from briefcli.domain.workdays import day_off
from briefcli.errors import UsageError
from briefcli.render.wording import date_words
from briefcli.views.labels import reason_words
from briefcli.writing.settling import move_event, move_meeting, to_written


def run(
    common: Common,
    meeting: MeetingId,
    words: Annotated[
        list[str] | None, argument("[EVENT] WHEN", "The new date; before it the event, if not the meeting is moved.")
    ] = None,
    to_written: Annotated[bool, flag("--to-written", "The debate becomes a written consultation.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Move a meeting or an event to another date, and see which deadlines shift with it.

    Example: brief move dmm-2023-06 debate volgende week dinsdag
    """
    change = opened(meeting, common)
    typed = list(words or [])
    if to_written:
        said = _to_written(change, typed)
    elif not "".join(typed).strip():
        raise _no_date()
    elif _is_date(" ".join(typed), change.place.today):
        when = typed_date(" ".join(typed), change.place.today, ahead=True)
        warn_of_past(change, change.id, change.seen.held_when)
        _warn_of_new(change, change.id, change.seen.kind, change.seen.held_when, when)
        _warn_of_title(change, when)
        for thing in change.things("event"):
            if thing.when and not _is_after(thing, thing.when, change.seen.held_when):
                _warn_of_after(thing, thing.when, when)
        if _is_more_exact(change.agenda, when):
            change.draft.set("", "when", when.text)
            said = tr("{meeting} is on {date}", meeting=change.id, date=date_words(when))
        else:
            move_meeting(change.draft, when)
            said = tr("{meeting} is moved to {date}", meeting=change.id, date=date_words(when))
    else:
        said = _event(change, typed)
    finish(change, said, dry_run=dry_run)


def _is_more_exact(agenda: Agenda, when: When) -> bool:
    """Whether the date only makes the old one more exact: a day in the agenda's month, or an hour on its day."""
    old = agenda.when
    is_in_it = old.grain is not Grain.DAY and can_agree((old, when))
    has_same_days = (old.first, old.last) == (when.first, when.last)
    return agenda.status in {None, Status.PLANNED} and when.grain is Grain.DAY and (is_in_it or has_same_days)


def _event(change: Opened, typed: list[str]) -> str:
    thing, rest = _event_and_rest(change, typed)
    if not rest:
        raise _no_date()
    when = typed_date(" ".join(rest), change.place.today, ahead=True)
    warn_of_past(change, thing.title, thing.when)
    _warn_of_date(change, thing, when)
    move_event(change.draft, thing, when)
    return tr("“{title}” is moved to {date}", title=thing.title, date=date_words(when))


def _warn_of_date(change: Opened, thing: Thing, when: When) -> None:
    _warn_of_new(change, thing.title, thing.kind, thing.when, when)
    _warn_of_after(thing, when, change.seen.held_when)


def _warn_of_new(change: Opened, title: str, kind: str | None, old: When | None, when: When) -> None:
    """Warn if the new date is past, has no hour although the old one has, or is no working day for the House."""
    if old and old.from_time and not when.from_time:
        hour = f"{old.from_time:%H:%M}"
        warn(tr("the new date of “{title}” has no hour any more; it was {hour}", title=title, hour=hour))
    if when.is_past(change.place.today):
        warn(tr("the new date of “{title}” is in the past; is that right?", title=title))
    is_of_house = plain_name(kind or "") in WITH_THE_HOUSE
    if is_of_house and when.day and (reason := day_off(when.day, change.place.settings().calendar)):
        warn(tr("the new date of “{title}” is no working day: {reason}", title=title, reason=reason_words(reason)))


def _warn_of_title(change: Opened, when: When) -> None:
    """Warn if the title names the old date: the meeting would be listed under it."""
    title, old = words_of(change.seen.title), change.seen.held_when
    if not any(map(str.isdigit, title)):
        return  # the reader of texts loads slowly
    from briefcli.domain.dates.in_text import scan_dates

    for day in scan_dates(title, old.first):
        if can_agree((day.when, old)) and not can_agree((day.when, when)):
            said = tr("the title still says “{date}”; brief edit {id} opens the file", date=day.text, id=change.id)
            warn(said)


def _warn_of_after(thing: Thing, when: When, meeting: When) -> None:
    """Warn if a debate would come after the meeting that it prepares."""
    if _is_after(thing, when, meeting):
        day = date_words(meeting)
        warn(tr("“{title}” now comes after the meeting ({date})", title=thing.title, date=day))


def _is_after(thing: Thing, when: When, meeting: When) -> bool:
    is_debate = plain_name(thing.kind) in WITH_THE_HOUSE
    return bool(is_debate and when.first and meeting.last and when.first > meeting.last)


def _no_date() -> UsageError:
    return UsageError(tr("the new date is missing"), tr("brief move ID [EVENT] WHEN"))


def _to_written(change: Opened, typed: list[str]) -> str:
    thing, rest = _event_and_rest(change, typed or ["debate"])
    to_written(change.draft, thing, change.day_of(thing))
    if rest:
        when = typed_date(" ".join(rest), change.place.today, ahead=True)
        _warn_of_date(change, thing, when)
        where = thing.where or f"events[{len(change.agenda.events)}]"
        move_event(change.draft, replace(thing, where=where), when)
    return tr("“{title}” is a written consultation now", title=thing.title)


def _event_and_rest(change: Opened, typed: list[str]) -> tuple[Thing, list[str]]:
    """The event that the first words name, and the other words, which are a date or empty. The shortest name wins."""
    events = change.things("event")
    parts = [(" ".join(typed[:count]), typed[count:]) for count in range(1, len(typed) + 1)]
    dated = [each for each in parts if not each[1] or _is_date(" ".join(each[1]), change.place.today)]
    head, rest = next((each for each in dated if named(events, each[0])), dated[0])
    words = " ".join(typed)
    if not named(events, head):
        if named(events, typed[0]):
            hint = tr("write it as in 15 juni 2023 or 2023-06-15")
            raise UsageError(tr("“{typed}” does not end in a date", typed=words), hint)
        if words[:1].isdigit():
            typed_date(words, change.place.today, ahead=True)  # says what is wrong with the date
    return one_thing(change, head, "event"), rest


def _is_date(text: str, today: date) -> bool:
    """Whether the words are a date, even one that is refused: the caller reads it again and reports the reason."""
    try:
        read_typed(text, today, ahead=True)
    except WhenError as error:
        return isinstance(error, DateRefusedError)
    return True
