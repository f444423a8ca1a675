"""Our agendas against the official record: which activity each meeting may have that it does not name yet."""

from collections.abc import Iterable, Sequence

import msgspec

from briefcli.domain.agenda import Agenda, Event
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import WITH_THE_HOUSE, plain_name
from briefcli.official.contents import Activity
from briefcli.official.matching import Match, OurMeeting, matches_for, meeting_of


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """One activity for one meeting; `event` is the number of the agenda's event that it is about, if it has one."""

    match: Match
    event: int | None


def meeting_of_agenda(id_: str, agenda: Agenda) -> OurMeeting | None:
    """What tells which activities belong to it; None where its day is not known."""
    when = agenda.held_when
    if when.day is None or when.last is None:
        return None
    days = (event.when.day for event in agenda.events if event.when and _is_with_the_house(event))
    return meeting_of(
        id_,
        title=words_of(agenda.title),
        series=agenda.series or "",
        kind=agenda.kind or "",
        first=when.day,
        last=when.last,
        written=[day for day in days if day],
    )


def proposals(id_: str, agenda: Agenda, activities: Iterable[Activity], others: Sequence[OurMeeting]) -> list[Proposal]:
    """What the record has for this meeting and the agenda does not name.

    An event whose activity was moved away or cancelled may get the number of what came in its place.
    """
    meeting = meeting_of_agenda(id_, agenda)
    if meeting is None:
        return []
    numbered = [each for each in activities if each.number]
    gone = {each.number for each in numbered if each.is_gone}
    named = {event.official for event in agenda.events if event.official}
    found: list[Proposal] = []
    for match in matches_for(meeting, numbered, others):
        if match.activity.number not in named:
            taken = {each.event for each in found}
            events = [at for at in _events_for(agenda, match.activity, gone) if at not in taken]
            found.append(Proposal(match=match, event=next(iter(events), None)))
    return found


def with_number(text: str, proposal: Proposal) -> str:
    """The agenda's text with the activity's number: one line more in its event, or one event more.

    Raises BriefError where that cannot be done safely.
    """
    from briefcli.writing.smallest_change import Draft

    draft, activity = Draft(text), proposal.match.activity
    if proposal.event is None:
        fields = {
            "title": activity.kind.removeprefix("Inbreng ").capitalize() or activity.subject,
            "kind": str(activity.form),
            "when": activity.when.text,
            "place": activity.place,
            "official": activity.number,
        }
        draft.add("events", {name: value for name, value in fields.items() if value})
    else:
        draft.set(f"events[{proposal.event}]", "official", activity.number)
    return draft.text


def _events_for(agenda: Agenda, activity: Activity, gone: set[str]) -> list[int]:
    """The events that can be meant, the likeliest first: on that day, of that kind, whose own activity is gone."""
    events = [(at, each) for at, each in enumerate(agenda.events) if _is_with_the_house(each)]
    free = [(at, each) for at, each in events if not each.official]
    on_day = [at for at, each in free if each.when and each.when.day == activity.day]
    of_kind = [at for at, each in free if (each.kind or "").casefold() == activity.form]
    replaced = [at for at, each in events if each.official in gone]
    return [*on_day, *of_kind, *replaced]


def _is_with_the_house(event: Event) -> bool:
    return plain_name(event.kind or "") in WITH_THE_HOUSE
