"""Finds what changed in the official record, between two states or since a day. For our agendas, see `agenda_news`.

An activity is recognised by its number. Activities from a calendar have none, and their ids change every day: the same
subject on the same day is the same activity, and the same subject on another day has moved, which is a guess.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Literal

import msgspec

from briefcli.domain.citations.reference import dossier_of
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When, provisional
from briefcli.official.contents import Activity, ActivityForm, HousePaper, Toezegging, numbered
from briefcli.official.folder import State, committees_now
from briefcli.official.subjects import is_converted, meetings_named, significant, without_remarks

# `converted`: a debate became a written consultation, or the other way round; `changed`: its place changed
What = Literal["new", "moved", "converted", "renamed", "changed", "cancelled", "vanished"]


class ActivityChange(msgspec.Struct, frozen=True, kw_only=True):
    """One change. `old` is None for a new activity, `new` is None for one that is gone."""

    what: What
    old: Activity | None = None
    new: Activity | None = None


def activity_changes(before: Iterable[Activity], after: Iterable[Activity]) -> list[ActivityChange]:
    """The changes from one state to the next. Both must cover the same committees and days.

    Activities without a number are paired if they have the same subject and day; the rest if they start at the same
    moment; and what is left then if they have the same subject.
    """
    olds, news = ({each.official: each for each in state} for state in (before, after))
    with_number = ((olds.get(number), news.get(number)) for number in sorted(olds.keys() | news.keys()) if number)
    gone, new = ([each for each in state if not each.official] for state in (before, after))
    names = committees_now(gone, new)
    gone = [msgspec.structs.replace(each, committee=names.get(each.committee, each.committee)) for each in gone]
    same = [*with_number, *_paired(gone, new, lambda each: (key_of(each), each.day))]
    found = [_change(*pair) for pair in same]
    at_once = _paired(gone, new, lambda each: (each.committee, each.day, each.when.from_time))
    found += [_change(*pair, "renamed") for pair in at_once]
    found += [ActivityChange(what="moved", old=old, new=new) for old, new in _paired(gone, new, key_of)]
    found += [_change(each, None) for each in gone] + [_change(None, each) for each in new]
    return [each for each in found if each]


def _change(old: Activity | None, new: Activity | None, otherwise: What | None = None) -> ActivityChange | None:
    what = _what(old, new) or otherwise
    return ActivityChange(what=what, old=old, new=new) if what else None


def _paired(
    before: list[Activity], after: list[Activity], key: Callable[[Activity], Hashable]
) -> list[tuple[Activity, Activity]]:
    """Remove from both lists the pairs with the same key and a word in common, and return them, nearest days first."""
    by_key: dict[Hashable, list[Activity]] = defaultdict(list)
    for each in after:
        by_key[key(each)].append(each)
    near = [(one, other) for one in before for other in by_key[key(one)] if key_of(one)[1] & key_of(other)[1]]
    pairs: list[tuple[Activity, Activity]] = []
    taken: set[int] = set()
    for one, other in sorted(near, key=lambda pair: abs((pair[0].day or date.min) - (pair[1].day or date.min))):
        if not {id(one), id(other)} & taken:
            taken |= {id(one), id(other)}
            pairs.append((one, other))
    before[:] = [each for each in before if id(each) not in taken]
    after[:] = [each for each in after if id(each) not in taken]
    return pairs


def key_of(activity: Activity) -> tuple[str, frozenset[str]]:
    """The committee and the significant words of the subject, which are the same however the subject is written."""
    return activity.committee.casefold(), significant(without_remarks(activity.subject))


def _what(old: Activity | None, new: Activity | None) -> What | None:
    if new is None:
        return "vanished"
    if new.is_gone and (old is None or new.status is not old.status):
        return "moved" if new.status is Status.MOVED else "cancelled"
    if old is None:
        return "new"
    is_other_form = {old.form, new.form} == {ActivityForm.DEBATE, ActivityForm.CONSULTATION}
    if is_other_form or (is_converted(new.subject) and not is_converted(old.subject)):
        return "converted"
    if old.when != new.when:
        return "moved"
    if old.is_gone and not new.is_gone:  # it goes on after all
        return "new"
    if old.place != new.place:  # if the subject changed too, the new one is shown
        return "changed"
    return "renamed" if old.subject != new.subject and _is_about_another(old, new) else None


def _is_about_another(old: Activity, new: Activity) -> bool:
    """Whether the new subject has other words than the old one, or a meeting on other days."""
    before, after = (
        {each.when for each in meetings_named(one.subject, one.day) if each.is_dated} for one in (old, new)
    )
    return key_of(old)[1] != key_of(new)[1] or (bool(before and after) and before != after)


class News(msgspec.Struct, frozen=True, kw_only=True):
    what: str  # new, moved, converted, changed, cancelled, vanished, met or published
    kind: str  # of the thing that changed; `section` for one of an agenda
    title: str  # of the thing; for a section the name of its field
    meeting: str = ""
    official: str = ""
    document: str = ""
    before: str = ""
    after: str = ""
    day: date | None = None


def news_of_record(before: State, after: State, since: date, meetings: Mapping[str, str]) -> list[News]:
    """What changed in the record since that day. `meetings` are our ids, by the numbers that they name."""
    return [
        *_activities(numbered(before.activities, after.activities), after.activities, since, meetings),
        *_papers(before, after, since),
        *_toezeggingen(numbered(before.toezeggingen, after.toezeggingen), after.toezeggingen, meetings),
    ]


def sorted_news(found: Sequence[News]) -> list[News]:
    """The changes in order: those of our meetings first, then by day, those without a day last."""
    return sorted(found, key=lambda each: (not each.meeting, each.day or date.max, each.meeting, each.title))


# Changes that are reported only for activities in our agendas, each with the value to show
_MINOR: dict[str, Callable[[Activity], str]] = {"changed": attrgetter("place"), "renamed": attrgetter("subject")}


def _activities(
    before: Iterable[Activity], after: Iterable[Activity], since: date, meetings: Mapping[str, str]
) -> Iterator[News]:
    for change in activity_changes(before, after):
        sides = [each for each in (change.new, change.old) if each]
        one, what = sides[0], change.what
        # A calendar drops what is past: only activities on or after that day count as gone or new
        is_ahead = any(each.day is None or each.day >= since for each in sides)
        meeting = meetings.get(one.official, "")
        if not is_ahead or (what in _MINOR and not meeting):
            continue
        told = _MINOR.get(what, attrgetter("when.text"))
        was, now = (told(each) if each else "" for each in (None if what == "new" else change.old, change.new))
        if one.is_gone and what not in _MINOR:  # another day may be the new one, or one from which it was moved on
            is_other_day = one.status is Status.MOVED and was != now
            now = provisional(one.when).text if is_other_day else ""
        yield News(
            what="changed" if what in _MINOR else what,
            kind=str(one.form),
            title=one.subject,
            meeting=meeting,
            official=one.official,
            before=was,
            after=now,
            day=one.day,
        )


def _papers(before: State, after: State, since: date) -> Iterator[News]:
    """Papers that were published since that day, have another date or number now, or were withdrawn."""
    olds, news = (
        {name: each for each in state.papers for name in (each.official, each.document) if name}
        for state in (before, after)
    )
    for paper in after.papers:
        day = paper.published or paper.received or paper.dated
        old = olds.get(paper.official) or olds.get(paper.document)
        if old:
            for was, now in ((old.dated, paper.dated), (old.document, dossier_of(paper.document) and paper.document)):
                if now and was != now:
                    yield _of_paper("changed", paper, was, now)
        elif day and day >= since:
            yield _of_paper("published", paper, None, day)
    for old in before.papers:
        if old.id in after.withdrawn and not {old.official, old.document} & news.keys():
            yield _of_paper("vanished", old, old.dated, None)


def _of_paper(what: str, paper: HousePaper, was: object, now: object) -> News:
    return News(
        what=what,
        kind=paper.kind,
        title=paper.title,
        official=paper.official,
        document=paper.document or paper.official,
        before=str(was or ""),
        after=str(now or ""),
        day=now if isinstance(now, date) else paper.dated,
    )


HAPPENED = {Promise.DONE: "met", Promise.DROPPED: "cancelled"}


def _toezeggingen(
    before: Iterable[Toezegging], after: Iterable[Toezegging], meetings: Mapping[str, str]
) -> Iterator[News]:
    """Commitments that were made, met or withdrawn, and open ones whose words or term changed."""
    olds, news = ({each.key: each for each in state} for state in (before, after))
    for key in {**olds, **news}:
        old, new = olds.get(key), news.get(key)
        what, was, now = _what_of_promise(old, new)
        if what and (one := new or old):
            yield News(
                what=what,
                kind="commitment",
                title=one.text,
                meeting=meetings.get(one.official) or meetings.get(one.activity, ""),
                official=one.official,
                document=", ".join(one.met_by),
                before=was,
                after=now,
                day=one.met or one.made,
            )


def _what_of_promise(old: Toezegging | None, new: Toezegging | None) -> tuple[str, str, str]:
    """What happened, and the status or term before and after. Three empty texts if nothing changed."""
    if new is None:
        is_open = old is not None and old.status not in HAPPENED
        return ("vanished", _term(old), "") if is_open else ("", "", "")
    was, now = old.status or "" if old else "", new.status or ""
    if old is None or was != now:  # of a new one that is open, readers want to know the term
        told = (new.is_open and not old and _term(new)) or now
        return HAPPENED.get(new.status or Promise.OPEN, "changed" if old else "new"), was, told
    if new.status in HAPPENED:
        return "", "", ""
    if old.due != new.due:
        return "moved", _term(old), _term(new)
    return "changed" if old.text != new.text else "", "", ""


def _term(promise: Toezegging | None) -> str:
    return "" if promise is None or promise.due == When.unknown() else promise.due.text
