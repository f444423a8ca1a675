"""`brief deadlines`: what is late, and everything with a date ahead, nearest first, over all agendas."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from briefcli.catalog import count, tr
from briefcli.domain.composed import dutch_order
from briefcli.domain.vocabulary import COMMITMENT_KINDS, DOCUMENT_KINDS, EVENT_KINDS, MEETING_KINDS, kind_names
from briefcli.domain.when import when_of
from briefcli.errors import UsageError
from briefcli.index.queries import Filter, Index
from briefcli.index.records import DatedItem
from briefcli.views.cell import Cell
from briefcli.views.dated import DATED_FIELDS, dated_record, dated_table, each_once, last_passed
from briefcli.views.filters import has_owner, unknown_name, unknown_owners
from briefcli.views.labels import in_words
from briefcli.views.making import sentence, view_of
from briefcli.views.nearness import called_off, is_late, is_settled, late_first, limit_of
from briefcli.views.official_facts import commitment_remarks, moved_events, moved_remarks
from briefcli.views.view import Remark, View

_SOURCES = ("meeting", "event", "deadline", "commitment")
_KINDS = (*MEETING_KINDS, *EVENT_KINDS, *DOCUMENT_KINDS, *COMMITMENT_KINDS)


class DeadlineChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Which items to show: those of the next `days` days; with `everything` also past and more distant ones."""

    wanted: Filter = Filter()
    days: int | None = None
    horizon: int = 90  # how far ahead to look if `days` is None
    owners: tuple[str, ...] = ()  # items of any of these; of all owners if empty
    kind: str | None = None
    everything: bool = False

    @property
    def days_ahead(self) -> int:
        return self.horizon if self.days is None else self.days


class FoundDates(msgspec.Struct, frozen=True):
    """The items to show, with and without a day, and the items beyond the days that were asked for."""

    dated: list[DatedItem]
    undated: list[DatedItem]
    beyond: list[DatedItem]


def deadlines_view(index: Index, today: date, choice: DeadlineChoice) -> View:
    """Late items first, then the others by date, then those without a day; cancelled items are left out.

    Raises UsageError for an unknown kind.
    """
    if choice.kind is not None:
        _must_be_known(index, choice.kind)
    found = found_dates(index, today, choice)
    shown = [*found.dated, *found.undated]
    # A narrower question gets no remarks on the record's commitments: they may not belong to what is asked for
    is_narrow = choice.owners or choice.kind or choice.wanted != Filter()
    return view_of(
        [dated_record(each, today) for each in shown],
        dated_table(found.dated, today, meeting=True),
        dated_table(found.undated, today, tr("Without a day yet"), meeting=True),
        None if found.dated else Remark(_nothing(index, today, choice, found)),
        unknown_owners(index, choice.owners),
        _beyond(found.beyond, today, choice),
        *([] if choice.everything else moved_remarks([each for each in moved_events(index) if each.is_ahead(today)])),
        *([] if is_narrow else commitment_remarks(index, today, None if choice.everything else choice.days_ahead)),
        found=bool(shown),
        fields=DATED_FIELDS,
    )


def found_dates(index: Index, today: date, choice: DeadlineChoice) -> FoundDates:
    """Late items first, then the others in order of date.

    Late items are shown however few days are asked for. If days are asked for, items without any date are left out.
    """
    items = index.dated(choice.wanted, since=None if choice.everything else today)
    # An event gives way to the meeting that it is, even if that is cancelled, but not if the choice leaves it out
    asked = [each for each in items if _is_asked_for(each, choice, today)]
    wanted = [each for each in each_once(index, asked) if not called_off(each)]
    found = FoundDates([], [], [])
    for each in sorted(wanted, key=lambda each: late_first(each, today)):
        day = limit_of(each, today)
        first = day or each.when.first
        if is_late(each, today):
            found.dated.append(each)
        elif not choice.everything and first and (first - today).days > choice.days_ahead:
            found.beyond.append(each)
        elif day is not None:
            found.dated.append(each)
        elif choice.days is None or each.when.first or each.when.last:
            found.undated.append(each)
    return found


def _is_asked_for(item: DatedItem, choice: DeadlineChoice, today: date) -> bool:
    if not choice.everything and item.when.is_past(today) and is_settled(item, today):
        return False
    if not has_owner(item.owner, choice.owners):
        return False
    return choice.kind is None or not kind_names(choice.kind).isdisjoint(_names(item))


def _names(item: DatedItem) -> set[str]:
    return {item.source, tr(item.source).casefold(), *kind_names(item.kind)}


def _must_be_known(index: Index, kind: str) -> None:
    """Raise UsageError for a kind that is unknown to the format and to all agendas."""
    asked = kind_names(kind)
    if any(not asked.isdisjoint({tr(each).casefold(), *kind_names(each)}) for each in (*_SOURCES, *_KINDS)):
        return  # known to the format: no need to read every row of the index
    found = {in_words(each.kind or each.source): _names(each) for each in index.dated()}
    if all(asked.isdisjoint(names) for names in found.values()):
        from briefcli.manual.mistakes import meant

        known = sorted({*found, *map(in_words, _SOURCES)}, key=dutch_order)
        hint = tr("the kinds here are {kinds}", kinds=", ".join(known))
        raise UsageError(tr("there is no kind “{typed}”", typed=kind), meant(kind, known, hint))


def _beyond(items: Sequence[DatedItem], today: date, choice: DeadlineChoice) -> Remark | None:
    if not items:
        return None
    last = max((each.when for each in items), key=lambda when: when.sort_key)
    more = count("{n} more comes after {end}: {last}; --all shows it.",
                 "{n} more come after {end}, the last: {last}; --all shows them.",
                 len(items), end="{end}", last="{last}")  # fmt: skip
    return Remark(sentence(more, end=when_of(today + timedelta(days=choice.days_ahead)), last=last))


def _nothing(index: Index, today: date, choice: DeadlineChoice, found: FoundDates) -> Cell:
    """What to say instead of an empty table: a wrong name, or if nothing is further ahead the last item that passed."""
    if unknown := unknown_name(index, choice.wanted):
        return unknown
    nothing = count("Nothing within {n} day.", "Nothing within {n} days.", choice.days_ahead)
    if found.beyond:
        return nothing
    if choice.days is None:
        nothing = tr("Nothing ahead has a day yet.") if found.undated else tr("Nothing ahead.")
    everything = msgspec.structs.replace(choice, days=None, everything=True)
    # Only items that are in a file: a standard deadline or event may never have happened
    past = index.past(today, choice.wanted)
    wanted = (each for each in past if _is_asked_for(each, everything, today) and not called_off(each))
    last = next(wanted, None)
    return nothing if last is None else (nothing, " ", last_passed(last.title, last.meeting, last.when))
