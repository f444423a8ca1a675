"""Matches activities of the House to our meetings. When in doubt, it proposes nothing.

A subject that names the meeting and its day decides. Without a day, the same words, the right committee and a date
in the two weeks before the meeting make a guess, but only if no other meeting or activity could be meant.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda, Event
from briefcli.domain.item import words_of
from briefcli.domain.vocabulary import WITH_THE_HOUSE, plain_name
from briefcli.domain.when import can_agree, when_of
from briefcli.official.contents import Activity
from briefcli.official.subjects import (
    FOREIGN,
    NAVO,
    QUALIFYING,
    SEVERAL,
    NamedMeeting,
    identity,
    is_informal,
    is_of_other_part,
    meetings_named,
    pieces_of,
    significant,
    without_dates,
)

FARTHEST: Final = 28  # days before a meeting; before the summer recess it can be four weeks
_FARTHEST_GUESS: Final = 14
_APART: Final = 7  # days: two activities with the same words that are so far apart are for two meetings
_COMMITTEES: Final = (  # words of a meeting's name, and a word of its committee's name; the first that fits counts
    (frozenset({"defensie"}), "defensie"),
    (frozenset({"handel"}), "handel"),
    (frozenset({"ontwikkelingssamenwerking"}), "ontwikkelings"),  # …samenwerking, since 2024 …hulp
    (frozenset({"buitenlandse", "zaken"}), "buitenlandse zaken"),
    (frozenset({"algemene", "zaken"}), "europese zaken"),
    (frozenset({"raad", "top"}), "europese zaken"),
    (frozenset({"navo", "top"}), "buitenlandse zaken"),
    (frozenset({"gezondheid"}), "volksgezondheid"),
    (frozenset({"werkgelegenheid"}), "sociale zaken"),
)
_BESIDE_NAVO: Final = frozenset({"ovse"})  # the other meeting that a debate called “NAVO” is about
_EDITION: Final = re.compile("[a-z]{2,}[0-9]{1,3}")  # `mc13`, `wha78`: it names a meeting by itself
_COUNCILS: Final = frozenset({"raad", "navo"})
_GENERAL: Final = (frozenset({"navo", "top"}), frozenset({"navo", "minister", *FOREIGN}))


class OurMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed from an agenda to match it. `written` are the days on which the agenda itself has a debate."""

    id: str
    names: frozenset[frozenset[str]]
    first: date
    last: date
    is_informal: bool = False
    written: frozenset[date] = frozenset()


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """One activity for one meeting. `event` is the index of the event in the agenda that it belongs to, if any."""

    activity: Activity
    days_before: int
    reason: str
    certain: bool
    event: int | None = None


class _Found(msgspec.Struct, frozen=True):
    """An activity whose subject names the meeting by `name`. `is_dated` if the subject has the meeting's day too."""

    activity: Activity
    day: date
    name: frozenset[str]
    is_dated: bool


def meeting_of(id_: str, agenda: Agenda) -> OurMeeting | None:
    """The meeting of an agenda, by its title, and by its series if the title names no body. None without a day."""
    when, title = agenda.held_when, words_of(agenda.title)
    if when.day is None or when.last is None:
        return None
    plain = without_dates(title, when.day)
    named, series = (identity(significant(each), "") for each in (plain, agenda.series or ""))
    is_told = named & _COUNCILS and len(named) > 1
    # The series counts if the title adds only a town or a theme to it: “Informele JBZ-Raad Warschau”
    is_longer = len(series) > 1 and series < named and not (named - series) & QUALIFYING
    names = {named, series} if is_longer or not is_told else {named}
    if not named & _COUNCILS:  # “Gezondheidsraad over COVID19” is no edition
        editions = frozenset(word for word in named if _EDITION.fullmatch(word))
        first = identity(significant(next(iter(pieces_of(plain)), "")), "")  # “Voorjaarsvergadering IMF en Wereldbank”
        names |= {named - editions, *(frozenset({word}) for word in editions), *([first] if len(first) > 1 else [])}
    names |= {frozenset({"raad", several}) for several, parts in SEVERAL.items() if "raad" in named and named & parts}
    days = (event.when.day for event in agenda.events if event.when and _is_with_the_house(event))
    return OurMeeting(
        id=id_,
        names=frozenset(name for name in names if name),
        first=when.day,
        last=when.last,
        is_informal=is_informal(title) or agenda.kind == "informal" or agenda.series == "gymnich",
        written=frozenset(day for day in days if day),
    )


def matches_for(meeting: OurMeeting, activities: Iterable[Activity], others: Sequence[OurMeeting] = ()) -> list[Match]:
    """At most one debate and one written consultation for a meeting. `others` are our other meetings.

    If two activities name the meeting and its day, both are uncertain: two ministers in one council each have one.
    """
    found = [each for activity in activities if (each := _found(meeting, activity)) is not None]
    dated = [each for each in found if each.is_dated]
    if dated:
        forms = sorted({each.activity.form for each in dated})
        chosen = [_nearest(meeting, (each for each in dated if each.activity.form is form)) for form in forms]
    else:
        guesses = [each for each in found if _may_be_meant(meeting, each, others)]
        chosen = [_nearest(meeting, guesses)] if guesses else []
        # Another activity this near may be meant as well, except if our agenda has the debate on the chosen day
        rivals = [each for each in guesses if each not in chosen and (chosen[0].day - each.day).days < _APART]
        chosen = chosen if not rivals or chosen[0].day in meeting.written else []
    alone = len(chosen) == 1 and (len(dated) == 1 or chosen[0].day in meeting.written)
    return [_match(meeting, each, alone=alone) for each in chosen]


def is_of_another(meeting: OurMeeting, activity: Activity, title: str) -> bool:
    """Whether the subject names a council or a meeting of NATO, but not ours, or ours on other days.

    An event whose own `title` names that other meeting is in the agenda on purpose.
    """
    committee = activity.committee.casefold()

    def named(text: str) -> dict[frozenset[str], NamedMeeting]:
        found = {identity(each.words, committee): each for each in meetings_named(text, activity.day)}
        return {name: each for name, each in found.items() if name & _COUNCILS}

    def is_one_of(names: Iterable[frozenset[str]], others: Iterable[frozenset[str]]) -> bool:
        return any(name <= other or other <= name for name in names for other in others)

    subject, ours = named(activity.subject), [name for name in meeting.names if name & _COUNCILS]
    on_purpose = [name for name in named(title) if not is_one_of([name], ours)]
    if not ours or not subject or is_one_of(on_purpose, subject):
        return False
    days = [each.when for each in subject.values() if each.when and each.is_dated]
    is_other_day = days and not any(can_agree((each, when_of(meeting.first, meeting.last))) for each in days)
    return bool(is_other_day) or not is_one_of(subject, ours)


def _found(meeting: OurMeeting, activity: Activity) -> _Found | None:
    """How the subject names the meeting. None if it does not, or if the activity is not in the weeks before it."""
    day = activity.day
    if day is None or not 0 <= (meeting.first - day).days <= FARTHEST or not activity.prepares_meetings:
        return None
    committee = activity.committee.casefold()
    subject = meetings_named(activity.subject, day)
    is_navo = all(each.words <= NAVO | _BESIDE_NAVO for each in subject)
    parts = [
        (each, name)
        for each in subject
        if (name := _named(meeting, identity(each.words, committee), dated=each.is_dated)) is not None
        and (is_navo or each.is_dated or name != NAVO)
        and not is_of_other_part(meeting.names, name, subject)
    ]
    dated = [(each, name) for each, name in parts if each.when is not None]
    for part, name in dated or parts:
        if _fits(meeting, part) and _is_right(committee, meeting, name):
            return _Found(activity, day, name, part.is_dated)
    return None


def _named(meeting: OurMeeting, name: frozenset[str], *, dated: bool) -> frozenset[str] | None:
    """The name, if it is one of the meeting's; else None.

    “NAVO” alone is the summit or the meeting of foreign ministers; with a date, any meeting of NATO.
    """
    if name in meeting.names:
        return name
    if name == NAVO and any(each in _GENERAL or (dated and each >= NAVO) for each in meeting.names):
        return name
    return None


def _fits(meeting: OurMeeting, part: NamedMeeting) -> bool:
    """Whether the day in a subject, or else the word “informal”, fits the meeting.

    A day decides. If only the subject says “informal”, its first and last day must be exactly ours. Without a day, an
    informal and a formal meeting do not match, except for NATO and our informal defence councils: such meetings are
    months apart, and committees seldom write that one is informal.
    """
    is_nato, ours = part.words >= NAVO, when_of(meeting.first, meeting.last)
    if part.when is None:
        is_silent = meeting.is_informal and "defensie" in part.words
        return is_nato or part.is_informal == meeting.is_informal or is_silent
    if part.is_informal and not meeting.is_informal and not is_nato:
        return (part.when.first, part.when.last) == (ours.first, ours.last)
    return can_agree((part.when, ours))


def _is_right(committee: str, meeting: OurMeeting, name: frozenset[str]) -> bool:
    """Whether this committee may deal with the meeting.

    The plenary (TK) and an unknown committee may, if the subject names the meeting by more than “NAVO” or “EPSCO”.
    """
    is_general = name == NAVO or bool(name & SEVERAL.keys())
    names = meeting.names if is_general else {name}
    wanted = next((word for each in names for words, word in _COMMITTEES if words <= each), None)
    return wanted is None or (committee in {"", "tk"} and not is_general) or wanted in committee


def _may_be_meant(meeting: OurMeeting, found: _Found, others: Sequence[OurMeeting]) -> bool:
    """Whether an activity without the meeting's day can be a guess: it is at most two weeks before the meeting.

    Another meeting with that name must not be nearer to the activity.
    """
    if (meeting.first - found.day).days > _FARTHEST_GUESS:
        return False
    return not any(
        found.day <= other.first < meeting.first
        and other.is_informal == meeting.is_informal
        and (found.name in other.names or (found.name == NAVO and _named(other, NAVO, dated=False)))
        for other in others
        if other.id != meeting.id
    )


def _nearest(meeting: OurMeeting, found: Iterable[_Found]) -> _Found:
    """The activity on a day on which our agenda has a debate, or else the last one before the meeting."""
    return max(found, key=lambda each: (each.day in meeting.written, each.day))


def _match(meeting: OurMeeting, found: _Found, *, alone: bool) -> Match:
    is_written, is_sure = found.day in meeting.written, found.activity.when.confirmed
    if meeting.written and not is_written:
        reason = tr(
            "the subject names this meeting, but the agenda has the debate on {days}",
            days=", ".join(str(day) for day in sorted(meeting.written)),
        )
    elif found.is_dated:
        day = when_of(meeting.first, meeting.last)
        reason = tr("the subject names this meeting and its day, {day}", day=day)
        reason = reason if alone else tr("{reason}, but so does that of another activity", reason=reason)
        reason = reason if is_sure else tr("{reason}, but also that it was moved or cancelled", reason=reason)
    elif is_written:
        reason = tr("the subject names this meeting without its day; the agenda has a debate on this day")
    else:
        reason = tr("the subject names this meeting without its day; it is the last such activity before it")
    return Match(
        activity=found.activity,
        days_before=(meeting.first - found.day).days,
        reason=reason,
        certain=found.is_dated and alone and is_sure and (is_written or not meeting.written),
    )


def proposals(
    id_: str,
    agenda: Agenda,
    activities: Iterable[Activity],
    others: Sequence[OurMeeting],
    came: Mapping[str, Activity] = {},
) -> list[Match]:
    """The activities in the record for this meeting that the agenda does not name.

    An event whose activity was moved or cancelled may get the number of the activity that replaced it: the one that
    the record names (`came`, by the old number), or else one with the right subject.
    """
    meeting = meeting_of(id_, agenda)
    if meeting is None:
        return []
    numbered = [each for each in activities if each.official]
    gone = {each.official for each in numbered if each.is_gone}
    named = {event.activity for event in agenda.events}
    found = list[Match]()
    for at, event in enumerate(agenda.events):
        if (new := came.get(event.activity)) and new.official not in named:
            days_before = (meeting.first - new.day).days if new.day else 0
            reason = tr("the record says that it replaced {number}", number=event.activity)
            found.append(Match(activity=new, event=at, days_before=days_before, reason=reason, certain=True))
    named |= {each.activity.official for each in found}
    for match in matches_for(meeting, numbered, others):
        if match.activity.official not in named:
            taken = {each.event for each in found}
            free = (at for at in _events_for(agenda, match.activity, gone) if at not in taken)
            found.append(msgspec.structs.replace(match, event=next(free, None)))
    return found


def with_number(text: str, match: Match) -> str:
    """The agenda's text with the activity's number in an event, old or new. Raises BriefError if that is unsafe."""
    from briefcli.writing.smallest_change import Draft

    draft, activity = Draft(text), match.activity
    if match.event is None:
        fields = {
            "title": activity.kind.removeprefix("Inbreng ").capitalize() or activity.subject,
            "kind": str(activity.form),
            "when": activity.when.text,
            "place": activity.place,
            "official": activity.official,
        }
        draft.add("events", {name: value for name, value in fields.items() if value})
    else:
        draft.set(f"events[{match.event}]", "official", activity.official)
    return draft.text


def _events_for(agenda: Agenda, activity: Activity, gone: set[str]) -> list[int]:
    """The events that may be meant, the likeliest first: on that day, of that kind, or whose own activity is gone."""
    events = [(at, each) for at, each in enumerate(agenda.events) if _is_with_the_house(each)]
    free = [(at, each) for at, each in events if not each.official]
    on_day = [at for at, each in free if each.when and each.when.day == activity.day]
    of_kind = [at for at, each in free if (each.kind or "").casefold() == activity.form]
    replaced = [at for at, each in events if each.activity in gone]
    return [*on_day, *of_kind, *replaced]


def _is_with_the_house(event: Event) -> bool:
    return plain_name(event.kind or "") in WITH_THE_HOUSE
