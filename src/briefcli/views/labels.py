"""Kinds, statuses, numbers and names of fields in words for people."""

import re
from datetime import date

from briefcli.catalog import SOURCE, count, language, later, tr, tr_as
from briefcli.domain.vocabulary import Status
from briefcli.domain.when import When, WhenError

# One step of a field's path, with its number if the field is a list: `key_points[3]`
_STEP = r"([^.\[\]]+)(?:\[([0-9]+)\])?"
# Kinds in files of the record and in memos; the catalog takes the kinds in agendas from their vocabulary
_KINDS = (
    later("meeting"), later("event"), later("paper"), later("section"), later("metadata"), later("calendar"),
    later("unreadable"), later("spokesperson lines"), later("memo"), later("working session"), later("dinner"),
    later("plenary"), later("two minute debate"),
)  # fmt: skip
# The labels of fields that are not simply the field's name
_FIELDS = {
    "short": later("Short name"),
    "timezone": later("Time zone"),
    "summary": later("Why this is on the table"),
    "decision": later("What is asked"),
    "documents": later("Related papers"),
    "drops": later("Dropped standard deadlines"),
    "commitments": later("Commitments and motions"),
    "questions": later("Questions and answers"),
    "speaking": later("To be spoken"),
    "item": later("Agenda item"),
    "audience": later("Audience"),
    "withheld": later("Not made public"),
    "unplaced": later("Not placed yet"),
    "attendees": later("With"),
    "ref": later("Paper number"),
    "given": later("Decided"),
    "carried_from": later("Carried over from"),
    "official": later("Number at the House"),
}
_QUIET = frozenset({"text", "title", "what"})  # left out at the end of a path: they hold an item's own words


def in_words(word: str) -> str:
    """A kind or status in the user's language, with spaces for hyphens; one with capitals (`BNC-fiche`) as written."""
    return tr(word.replace("-", " ")) if word.islower() else word


def status_on(status: str | None, when: When, today: date) -> str:
    """The status of a meeting in words, but never “held” for a meeting that is still ahead on `today`."""
    early = status == Status.HELD and not when.is_past(today) and not when.is_running(today)
    return in_words(status) if status and not early else ""


def number_words(number: float) -> str:
    """A number as people write it: “20,300.5”, in Dutch “20.300,5”."""
    plain = f"{number:,}" if isinstance(number, int) else f"{number:,.15g}"
    return plain.translate({ord(","): tr_as("thousands", ","), ord("."): tr_as("decimals", ".")})


def reason_words(reason: str) -> str:
    """Why a day is no working day, in the user's language; two holidays on one day are separated by a comma."""
    return ", ".join(map(tr, reason.split(", ")))


def english_label(name: str) -> str:
    return _FIELDS.get(name, name.replace("_", " ").capitalize())


def field_label(name: str) -> str:
    return tr(english_label(name))


def field_words(where: str) -> str:
    """A field's path in words: `key_points[3]` is “Key points 4”."""
    steps = re.findall(_STEP, where)
    if len(steps) > 1 and steps[-1][0] in _QUIET:
        steps = steps[:-1]
    return ": ".join(
        f"{field_label(name)} {int(number) + 1}" if number else field_label(name) for name, number in steps
    )


def due_words(written: str, title: str = "") -> str:
    """A due date in the user's language; English is the notation of the file itself.

    `title`, if given, replaces the name of what the date is counted from. A plain or unreadable date stays as written.
    """
    if language() == SOURCE and not title:
        return written
    from briefcli.domain.due import Side, parse_due

    try:
        due = parse_due(written)
    except WhenError:
        return written
    if due.when is not None:
        return written
    anchor, span = f"“{title}”" if title else in_words(due.anchor), ""
    if due.count is not None and due.unit is not None:
        span = span_words(due.count, due.unit)
    elif due.weekday is not None:
        from briefcli.domain.dates.words import full_weekday

        span = tr("the {weekday}", weekday=full_weekday(due.weekday))
    forms = {Side.ON: later("on {anchor}"), Side.BEFORE: later("{span} before {anchor}")}
    return tr(forms.get(due.side, later("{span} after {anchor}")), span=span, anchor=anchor).lstrip()


def span_words(number: int, unit: str) -> str:
    """A number of days, weeks, months, years or working days, in words."""
    match unit:
        case "workday":
            return count("{n} workday", "{n} workdays", number)
        case "day":
            return count("{n} day", "{n} days", number)
        case "week":
            return count("{n} week", "{n} weeks", number)
        case "month":
            return count("{n} month", "{n} months", number)
        case _:
            return count("{n} year", "{n} years", number)
