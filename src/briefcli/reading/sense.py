"""Checks whether the fields of one agenda make sense together. Each may be right by itself."""

import re
from collections.abc import Iterator, Mapping

import msgspec

from briefcli.catalog import tr
from briefcli.domain.agenda import Agenda, Deadline, Event
from briefcli.domain.anchors import anchor_items, circular, expected_items, several_of_kind
from briefcli.domain.composed import folded
from briefcli.domain.diagnostic import Concern, Diagnostic, problem
from briefcli.domain.due import MEETING_ANCHOR, Due
from briefcli.domain.item import marker, words_of
from briefcli.domain.redaction import repeats, withheld_sentences
from briefcli.domain.rhythm import Expected, Rhythm, inherited
from briefcli.domain.texts import items_of, passages, refs_of
from briefcli.domain.vocabulary import ACTIVITY_NUMBER, DUTCH, Promise, Status, plain_name
from briefcli.domain.when import When
from briefcli.reading import codes
from briefcli.reading.leaves import date_hint, nearest
from briefcli.reading.unlikely_dates import changing_clocks, unlikely_dates, wrong_weekdays
from briefcli.reading.yaml_places import Places

_NO_PLACE = ("posix", "right", "localtime", "Factory")  # files beside those of the time zones
_MOST_NAMES = 20  # listed in a hint
_REPORTS = frozenset({"report", "verslag"})  # what is written about a meeting comes after it


def senseless(
    id_: str, agenda: Agenda, public: Agenda, places: Places, text: str, rhythms: tuple[Rhythm, ...]
) -> list[Diagnostic]:
    """Everything in one agenda that makes no sense. Its fields may refer to the items that `rhythms` bring.

    What is not found in its `public` version is internal: it would reveal how a withheld date or name fits.
    """
    found = _found_in(agenda, places, text, rhythms)
    if public is agenda:
        return found
    found += _telling_name(id_, agenda)
    found += [placed(concern, places) for concern in _repeated(agenda)]
    if not found:
        return found
    shown = _found_in(public, places, text, rhythms)
    seen = {each.sort_key for each in shown}
    return shown + [msgspec.structs.replace(each, internal=True) for each in found if each.sort_key not in seen]


def _telling_name(id_: str, agenda: Agenda) -> Iterator[Diagnostic]:
    """A warning if the id of a meeting that is withheld as a whole contains words from its texts or its month."""
    if agenda.public or agenda.is_unread:
        return
    name = folded(id_)
    texts = (agenda.title, agenda.short, agenda.series, agenda.place)
    own = set(re.findall(r"[^\W\d_]{3,}", folded(" ".join(words_of(each) for each in texts))))
    said = [each for each in re.findall(r"[^\W\d_]{3,}", name) if each in own]
    if (day := agenda.held_when.first) and (month := f"{day:%Y-%m}") in name:
        said.append(month)
    if said:
        message = tr("the id stays public, and says what is withheld: {words}", words=", ".join(said))
        yield problem((1, 1), codes.NAME_TELLS, message, tr("give the file a name that reveals nothing"))


def _found_in(agenda: Agenda, places: Places, text: str, rhythms: tuple[Rhythm, ...]) -> list[Diagnostic]:
    found = [placed(concern, places) for concern in _concerns(agenda, places, rhythms)]
    return found + wrong_weekdays(agenda, places, text)


def placed(concern: Concern, places: Places) -> Diagnostic:
    place, width = places.spot(concern.where)
    return problem(place, concern.code, concern.message, concern.hint, width=width)


def _concerns(agenda: Agenda, places: Places, rhythms: tuple[Rhythm, ...]) -> Iterator[Concern]:
    if agenda.moved_to is not None and agenda.status not in {Status.MOVED, Status.CANCELLED}:
        hint = tr("add status: moved, or remove moved_to")
        yield Concern("moved_to", codes.MOVED_TO_UNUSED, tr(codes.MOVED_TO_UNUSED.title), hint)
    if agenda.timezone is not None:
        yield from _timezone(agenda.timezone)
    yield from _sessions(agenda)
    for where, message in unlikely_dates(agenda).items():
        yield Concern(where, codes.UNLIKELY_DATE, message, tr("correct the year, or leave the date out"))
    for where in changing_clocks(agenda):
        message = tr("the clocks change in that night: the time comes twice, or not at all")
        yield Concern(where, codes.UNLIKELY_DATE, message, tr("write another time"))
    yield from _undone(agenda, places)
    if agenda.deadlines or agenda.commitments:
        yield from _dues(agenda, rhythms)
    if agenda.drops and rhythms:
        yield from _drops(agenda, rhythms)
    yield from _names(agenda)
    yield from _references(agenda)
    for where, asked in items_of(agenda, "questions"):
        if not words_of(asked.answer).strip() and asked.question != marker(asked.ground):
            hint = tr("add answer: below it, or leave it open until it is known")
            yield Concern(f"{where}.question", codes.UNANSWERED, tr(codes.UNANSWERED.title), hint)


def _undone(agenda: Agenda, places: Places) -> Iterator[Concern]:
    """Deadlines and commitments that say that they are open, and yet name the day or paper that settled them."""
    for where, deadline in items_of(agenda, "deadlines"):
        if deadline.done_on and not deadline.done and places.node(f"{where}.done") is not None:
            hint = tr("write done: true, or remove done_on")
            yield Concern(f"{where}.done", codes.DONE_OR_NOT, tr(codes.DONE_OR_NOT.title), hint)
    for where, promise in items_of(agenda, "commitments"):
        if promise.done_on and promise.status is Promise.OPEN:
            hint = tr("write status: done, or remove done_on")
            yield Concern(f"{where}.status", codes.DONE_OR_NOT, tr(codes.DONE_OR_NOT.title), hint)
        elif promise.paper and not promise.done_on and promise.status in {None, Promise.OPEN}:
            message = tr("this is open, but names the paper that settled it")
            hint = tr("write status: done, or remove paper")
            yield Concern(f"{where}.paper", codes.DONE_OR_NOT, message, hint)


def _drops(agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> Iterator[Concern]:
    """The ids in `drops` that no standard deadline of this meeting has."""
    brought = [item.id for rhythm in rhythms if rhythm.holds_for(agenda) for item in rhythm.expects]
    known = {plain_name(id_) for id_ in brought}
    for number, id_ in enumerate(agenda.drops):
        if plain_name(id_) not in known:
            message = tr("no standard deadline of this meeting has the id “{id}”", id=id_)
            listed = ", ".join(dict.fromkeys(brought[:_MOST_NAMES]))
            hint = tr("choose from: {ids}", ids=listed) if listed else tr("remove the line: nothing is dropped by it")
            yield Concern(f"drops[{number}]", codes.DROPS_NOTHING, message, hint)


def _repeated(agenda: Agenda) -> Iterator[Concern]:
    """The texts without a mark that the public version leaves out because they repeat what is withheld."""
    texts = passages(agenda)
    secret = withheld_sentences(texts)
    for said in texts:
        if not said.withheld and repeats(said.text, secret):
            message = tr("this repeats a sentence that is withheld elsewhere, so it is withheld here too")
            yield Concern(said.where, codes.REPEATS_WITHHELD, message, tr("add public: false and the ground here too"))


def _timezone(name: str) -> Iterator[Concern]:
    from zoneinfo import ZoneInfo, available_timezones

    try:
        is_known = not name.startswith(_NO_PLACE) and ZoneInfo(name) is not None
    except (KeyError, OSError, ValueError):  # ZoneInfo raises these for an unknown name, a folder and a path
        is_known = False
    if not is_known:
        near = nearest(name, available_timezones())
        message = tr("there is no time zone “{name}”", name=name)
        yield Concern("timezone", codes.UNKNOWN_TIMEZONE, message, near or tr("write Europe/Brussels"))


def _sessions(agenda: Agenda) -> Iterator[Concern]:
    meeting = agenda.held_when
    for where, session in items_of(agenda, "sessions"):
        if session.when is not None and (_lies_after(session.when, meeting) or _lies_after(meeting, session.when)):
            message = tr("this session is on {day}, its meeting on {meeting}", day=session.when, meeting=meeting)
            hint = tr("correct one of the two, or list it under events")
            yield Concern(f"{where}.when", codes.SESSION_OUTSIDE_MEETING, message, hint)


def _lies_after(one: When, other: When) -> bool:
    """Whether `one` is wholly after `other`. False if that is not known."""
    return one.first is not None and other.last is not None and one.first > other.last


def _dues(agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> Iterator[Concern]:
    items = anchor_items(agenda)
    hint = ""
    brought = _brought(agenda, rhythms)
    in_circles = circular({**brought, **items})
    known = {MEETING_ANCHOR, *items, *brought}
    listed = items_of(agenda, "deadlines", "commitments")
    for where, item, due in ((f"{where}.due", item, item.due) for where, item in listed if item.due):
        if due.when is not None:
            if isinstance(item, Deadline) and item.kind not in _REPORTS and _lies_after(due.when, agenda.held_when):
                message = tr(
                    "this is due {day}, after its meeting of {meeting}", day=due.when, meeting=agenda.held_when
                )
                advice = tr("if that is meant, count from it: 10 days after meeting")
                yield Concern(where, codes.DEADLINE_AFTER_MEETING, message, advice)
        elif due.anchor not in known:
            hint = hint or _names_hint(items)
            yield Concern(where, codes.DUE_NOWHERE, _nowhere(due), date_hint(due.text) or hint)  # “before 15 June 2023”
        elif id(item) in in_circles:
            message = tr("“{due}” counts from itself, directly or through others", due=due.text)
            yield Concern(where, codes.CIRCLE, message, tr("count from the meeting or from an event"))
        elif several := several_of_kind(due, agenda, items):
            titles = "; ".join(words_of(each.title) for each in several[:_MOST_NAMES])
            message = tr("“{due}” can count from several: {titles}", due=due.text, titles=titles)
            advice = tr("it counts from the first; to count from another, give that an id and write the id here")
            yield Concern(where, codes.DUE_FROM_SEVERAL, message, advice)


def counts_from_nowhere(due: Due, agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> tuple[str, str] | None:
    """A message and a hint if a due date counts from something that does not exist, else None."""
    items = anchor_items(agenda)
    if due.when is not None or due.anchor in {MEETING_ANCHOR, *items, *_brought(agenda, rhythms)}:
        return None
    return _nowhere(due), _names_hint(items)


def _nowhere(due: Due) -> str:
    typed = due.text.partition(f"{due.side} ")[2] or due.anchor  # `debat-0` is looked up as “debat 0”
    return tr("nothing in the agenda is called “{typed}”", typed=typed)


def _names_hint(items: Mapping[str, Event | Deadline]) -> str:
    """A hint with the names from which a date can count, in the user's language if the file may use that."""
    public = [name for name, each in items.items() if each.public and name not in DUTCH][: _MOST_NAMES - 1]
    shown = (word if items.get(word := tr(name)) is items[name] else name for name in public)
    return tr("write a date, or count from: {names}", names=", ".join(dict.fromkeys((tr(MEETING_ANCHOR), *shown))))


def _brought(agenda: Agenda, rhythms: tuple[Rhythm, ...]) -> dict[str, Expected]:
    """The items that the rhythms bring to this meeting, by their names."""
    return expected_items(each.item for each in inherited(agenda, rhythms)) if rhythms else {}


def _names(agenda: Agenda) -> Iterator[Concern]:
    seen = set[str]()
    for where, item in items_of(agenda, "events", "deadlines"):
        if item.id and plain_name(item.id) in seen:
            message = tr("the id “{id}” is used a second time here", id=item.id)
            yield Concern(f"{where}.id", codes.SAME_NAME, message, tr("give one of the two another id"))
        seen.add(plain_name(item.id or ""))


def _references(agenda: Agenda) -> Iterator[Concern]:
    for where, ref, _ in refs_of(agenda):
        yield from _reference(where, ref)
    for where, event in items_of(agenda, "events"):
        if event.official and not re.fullmatch(ACTIVITY_NUMBER, event.activity):
            message = tr("“{number}” is not the number of an activity of the House", number=event.official)
            hint = tr("write it as the House does: 2023A01661")
            yield Concern(f"{where}.official", codes.UNREADABLE_REFERENCE, message, hint)


def _reference(where: str, ref: str) -> Iterator[Concern]:
    from briefcli.domain.citations.finder import references_of

    references = references_of(ref)
    if not references:
        message = tr("“{ref}” cannot be read as a paper's number", ref=ref)
        hint = tr("write 28 676, nr. 427 or kst-28676-427; put any other number in the title")
        yield Concern(where, codes.UNREADABLE_REFERENCE, message, hint)
    for reference in references:
        if not reference.certain:
            reason = (reference.reason or "").rstrip(".")
            message = tr(
                "“{ref}” is read as {document}, with a guess: {reason}",
                ref=ref, document=reference.canonical, reason=reason,
            )  # fmt: skip
            others = ", ".join(reference.alternatives)
            hint = tr("write the number out; it may also be {others}", others=others)
            hint = hint if others else tr("write the number out")
            yield Concern(where, codes.UNCERTAIN_REFERENCE, message, hint)
