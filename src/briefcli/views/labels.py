"""Kinds, statuses and names of fields in words for people.

A kind that the format does not know is shown as it is written.
"""

import re

from briefcli.catalog import later, tr, tr_as
from briefcli.domain.vocabulary import NOT_READ

# What stands between the sign of a list and its end: `key_points[3]`
_STEP = r"([^.\[\]]+)(?:\[([0-9]+)\])?"
_STATES = (
    later("planned"), later("held"), later("moved"), later("cancelled"), later("not reached"), later("open"),
    later("done"), later("dropped"),
)  # fmt: skip
_KINDS = (
    later("meeting"), later("event"), later("deadline"), later("commitment"), later("motion"), later("ministerial"),
    later("informal"), later("summit"), later("council"), later("debate"), later("committee"),
    later("working group"), later("bilateral"), later("conference"), later("visit"), later("other"),
    later("side meeting"), later("publication"), later("vote"), later("press"), later("letter"),
    later("annotated agenda"), later("report"), later("question"), later("answer"), later("decision memo"),
    later("bill"), later("advice"), later("statement"), later("regulation"), later("written consultation"),
    later("public"), later("house"), later("minister"), later("spokesperson"), later("ministry"), later("metadata"),
    later("calendar"), later("unreadable"), later("spokesperson lines"), later("memo"), later("working session"),
    later("dinner"), later("plenary"),
)  # fmt: skip
_FIELDS = {
    "title": later("Title"),
    "short": later("Short name"),
    "series": later("Series"),
    "body": later("Body"),
    "kind": later("Kind"),
    "place": later("Place"),
    "when": later("When"),
    "moved_to": later("Moved to"),
    "timezone": later("Time zone"),
    "status": later("Status"),
    "summary": later("Why this is on the table"),
    "decision": later("What is asked"),
    "leads_to": later("Leads to"),
    "sessions": later("Sessions"),
    "key_points": later("Key points"),
    "considerations": later("Considerations"),
    "figures": later("Figures"),
    "documents": later("Related papers"),
    "events": later("Events"),
    "deadlines": later("Deadlines"),
    "drops": later("Dropped standard deadlines"),
    "commitments": later("Commitments and motions"),
    "questions": later("Questions and answers"),
    "speaking": later("To be spoken"),
    "question": later("Question"),
    "answer": later("Answer"),
    "item": later("Agenda item"),
    "audience": later("For whose eyes"),
    "consulted": later("Consulted"),
    "withheld": later("Not made public"),
    "unplaced": later("Not placed yet"),
    "topics": later("Topics"),
    "position": later("Position"),
    "points": later("Points"),
    "attendees": later("With"),
    "general": later("General"),
    "political": later("Political"),
    "financial": later("Financial"),
    "legal": later("Legal"),
    "communication": later("Communication"),
    "implementation": later("Implementation"),
    "text": later("Text"),
    "note": later("Note"),
    "owner": later("Owner"),
    "ref": later("Paper number"),
    "paper": later("Paper"),
    "due": later("Due"),
    "done": later("Done"),
    "done_on": later("Done on"),
    "date": later("Date"),
    "what": later("What"),
    "year": later("Year"),
    "period": later("Period"),
    "amount": later("Amount"),
    "unit": later("Unit"),
    "source": later("Source"),
    "made": later("Made"),
    "by": later("By"),
    "to": later("To"),
    "debate": later("Debate"),
    "ground": later("Ground"),
    "number": later("Number"),
    "id": later("Id"),
    "given": later("Decided"),
    "released": later("Released"),
    "carried_from": later("Carried over from"),
    "official": later("Number at the House"),
    "public": later("Public"),
}
_QUIET = frozenset({"text", "title", "what"})  # the field in which an item's own words stand


def kind_words(kind: str) -> str:
    return tr(kind.replace("-", " "))


def status_words(status: str) -> str:
    return tr(status.replace("-", " "))


def ground_words(ground: str) -> str:
    """The ground of what is not public; the one of an import in the user's language."""
    return tr(ground) if ground == NOT_READ else ground


def plain_number(number: float) -> str:
    """A number as programs read it."""
    return f"{number:.15g}"


def number_words(number: float) -> str:
    """A number as people write it: “20,300.5”, in Dutch “20.300,5”."""
    plain = f"{number:,}" if isinstance(number, int) else f"{number:,.15g}"
    return plain.translate({ord(","): tr_as("thousands", ","), ord("."): tr_as("decimals", ".")})


def reason_words(reason: str) -> str:
    """Why a day is no working day; two holidays can fall on one day."""
    return ", ".join(map(tr, reason.split(", ")))


def field_words(where: str) -> str:
    """A field's path in words: `key_points[3]` is “Key points, 4th”."""
    steps = re.findall(_STEP, where)
    if len(steps) > 1 and steps[-1][0] in _QUIET:
        steps = steps[:-1]
    words = ""
    for name, number in steps:
        label = tr(_FIELDS.get(name, name.replace("_", " ").capitalize()))
        step = tr("{field}, {ordinal}", field=label, ordinal=ordinal(int(number) + 1)) if number else label
        words = tr("{outer}: {inner}", outer=words, inner=step) if words else step
    return words


def ordinal(number: int) -> str:
    """“1st”, “2nd”, “3rd”, “4th”, “11th”."""
    last = 0 if number % 100 in {11, 12, 13} else number % 10
    match last:
        case 1:
            return tr("{n}st", n=number)
        case 2:
            return tr("{n}nd", n=number)
        case 3:
            return tr("{n}rd", n=number)
        case _:
            return tr("{n}th", n=number)
