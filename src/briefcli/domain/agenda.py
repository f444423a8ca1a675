# ruff: noqa: RUF012  # msgspec copies an empty list for each new agenda
"""The agenda: every field declared once, with its type and its description.

Decoding, checking, the JSON Schema for editors, the reference page and the template of a new agenda are all
made from these declarations, in this order.
"""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

import msgspec

from briefcli.domain.due import Due
from briefcli.domain.item import Item, Marked, Text, Texts, about
from briefcli.domain.vocabulary import (
    AUDIENCES,
    COMMITMENT_KINDS,
    DOCUMENT_KINDS,
    EVENT_KINDS,
    MEETING_KINDS,
    NOT_READ,
    Promise,
    Status,
)
from briefcli.domain.when import When


class Decision(Marked, kw_only=True, omit_defaults=True):
    given: Annotated[bool | None, about("true once the minister has decided so.")] = None


class Session(Item, kw_only=True, omit_defaults=True):
    number: Annotated[int | None, about("Its number on the programme.")] = None
    title: Annotated[Text | None, about("What it is called or about.")] = None
    kind: Annotated[str | None, about("The kind of session: working session, dinner, plenary, …")] = None
    when: Annotated[When | None, about("When it is held, as exactly as it is known.")] = None
    status: Annotated[Status | None, about("not-reached says that it was not dealt with.")] = None
    attendees: Annotated[Texts, about("Who attends besides the members.")] = []
    topics: Annotated[Texts, about("What is on its agenda.")] = []
    position: Annotated[Texts, about("Our position.")] = []
    points: Annotated[Texts, about("Further points.")] = []


class Considerations(Item, kw_only=True, omit_defaults=True):
    headline = "political"

    general: Annotated[Texts, about("Explanation of no kind named below.")] = []
    political: Annotated[Texts, about("Political context.")] = []
    financial: Annotated[Texts, about("Financial considerations.")] = []
    legal: Annotated[Texts, about("Legal considerations.")] = []
    communication: Annotated[Texts, about("Communication.")] = []
    implementation: Annotated[Texts, about("Implementation, and consequences for society.")] = []


class Figure(Item, kw_only=True, omit_defaults=True):
    headline = "what"

    what: Annotated[Text, about("What the figure is of.")]
    year: Annotated[int | None, about("The year it is for.", "2023")] = None
    period: Annotated[str | None, about("The period it is for, if not a single year.", "2023-2027")] = None
    amount: Annotated[int | float | None, about("The number, with a decimal point.", "16.6")] = None
    to: Annotated[int | float | None, about("The upper end of a range; amount is the lower end.", "20")] = None
    unit: Annotated[str | None, about("What the number counts.", "billion euro", "% of GDP")] = None
    source: Annotated[Text | None, about("The source.")] = None


class Document(Item, kw_only=True, omit_defaults=True):
    ref: Annotated[str | None, about("The paper's number.", "28 676, nr. 427", "kst-28676-427", "2023D45117")] = None
    date: Annotated[When | None, about("The paper's own date.", "2023-03-09")] = None
    kind: Annotated[str | None, about("The kind of paper.", vocabulary=DOCUMENT_KINDS)] = None
    title: Annotated[Text | None, about("Its title, or what it is about.")] = None
    note: Annotated[Text | None, about("Why it matters here.")] = None


class Event(Item, kw_only=True, omit_defaults=True):
    title: Annotated[Text, about("What happens.")]
    id: Annotated[str | None, about("A name by which a relative due date can point here.", "debate-2")] = None
    kind: Annotated[str | None, about("The kind of event.", vocabulary=EVENT_KINDS)] = None
    when: Annotated[When | None, about("When, as exactly as it is known.")] = None
    place: Annotated[Text | None, about("Where.")] = None
    status: Annotated[Status | None, about("Its status.")] = None
    official: Annotated[
        str | None,
        about("Its number in the record of the House: day, place and status then come from there.", "2023A01661"),
    ] = None
    note: Annotated[Text | None, about("Other remarks.")] = None

    @property
    def activity(self) -> str:
        """The number of the activity as the House writes it (`2023A01661`); empty if none is given."""
        return (self.official or "").replace(" ", "").upper()


class Deadline(Item, kw_only=True, omit_defaults=True):
    title: Annotated[Text, about("What we must deliver.")]
    id: Annotated[str | None, about("A name by which another due date can point here.")] = None
    due: Annotated[
        Due | None, about("A date, or a count from something in this file.", "2023-06-05", "5 workdays before meeting")
    ] = None
    owner: Annotated[Text | None, about("Who delivers it.", "DCO")] = None
    done: Annotated[bool, about("true once it is delivered.")] = False
    done_on: Annotated[When | None, about("The day on which it was delivered.", "2023-06-05")] = None
    paper: Annotated[str | None, about("The number of the paper that settled it.", "28 676, nr. 434")] = None
    kind: Annotated[str | None, about("The kind of product: letter, spokesperson lines, memo, …")] = None
    note: Annotated[Text | None, about("Other remarks.")] = None

    @property
    def is_done(self) -> bool:
        """Whether it is recorded as delivered, by `done` or by a day in `done_on`."""
        return self.done or self.done_on is not None


class Commitment(Item, kw_only=True, omit_defaults=True):
    title: Annotated[Text, about("What was promised, or what the motion asks.")]
    kind: Annotated[str | None, about("commitment (toezegging) or motion.", vocabulary=COMMITMENT_KINDS)] = None
    ref: Annotated[str | None, about("Its number, or the paper that contains it.", "TZ202306-101")] = None
    made: Annotated[When | None, about("The day it was made or adopted.")] = None
    by: Annotated[Text | None, about("Who promised or submitted it.")] = None
    to: Annotated[Text | None, about("To whom.")] = None
    debate: Annotated[Text | None, about("In which debate.")] = None
    due: Annotated[Due | None, about("When it must be met: a date, or a count as for a deadline.")] = None
    owner: Annotated[Text | None, about("Who is responsible.")] = None
    status: Annotated[Promise | None, about("open, done or dropped.")] = None
    done_on: Annotated[When | None, about("The day on which it was met.", "2023-09-01")] = None
    paper: Annotated[str | None, about("The number of the paper that settled it.", "28 676, nr. 440")] = None
    carried_from: Annotated[
        str | None, about("The id of the meeting at which it was made, where it counts.", "dmm-2023-06")
    ] = None
    note: Annotated[Text | None, about("Other remarks.")] = None


class Question(Item, kw_only=True, omit_defaults=True):
    headline = "question"

    question: Annotated[Text, about("What may be asked.")]
    by: Annotated[Text | None, about("Who may ask it or has asked it.")] = None
    item: Annotated[Text | None, about("The agenda item or session.", "2", "Afschrikking en verdediging")] = None
    answer: Annotated[Text | None, about("The answer to it; a question without one is open.")] = None
    ref: Annotated[str | None, about("The paper that the answer rests on.", "28 676, nr. 427")] = None
    audience: Annotated[
        str | None,
        about(
            "Who may read it. Without a mark, a question for the minister, spokesperson or ministry is not public.",
            vocabulary=AUDIENCES,
        ),
    ] = None


class Speaking(Marked, kw_only=True, omit_defaults=True):
    """A text to be spoken, at one agenda item."""

    item: Annotated[Text | None, about("The agenda item or session.", "2", "Afschrikking en verdediging")] = None


class Withheld(Marked, kw_only=True, omit_defaults=True):
    """What was left out of the public version. This text is itself shown only with `public: true`."""

    public: Annotated[bool, about("true if even the public version may say what was left out.")] = False


class Agenda(Item, kw_only=True, omit_defaults=True):
    """One meeting, and all that belongs to it."""

    title: Annotated[Text, about("What meeting this is.", "NAVO Defence Ministers' Meeting juni 2023")]
    short: Annotated[Text | None, about("A short name for tables.", "DMM juni 2023")] = None
    series: Annotated[str | None, about("What ties the editions of one meeting together.", "dmm")] = None
    body: Annotated[Text | None, about("Whose meeting it is.", "NATO", "EU")] = None
    kind: Annotated[str | None, about("The kind of meeting.", vocabulary=MEETING_KINDS)] = None
    place: Annotated[Text | None, about("Where it is held.", "Brussel")] = None
    when: Annotated[
        When, about("When it is held, as exactly as it is known.", "2023-06-15/2023-06-16", "2023-06", "unknown")
    ]
    moved_to: Annotated[When | None, about("The new date of a moved meeting; `when` keeps the old one.")] = None
    timezone: Annotated[
        str | None,
        about(
            "Its time zone, if not Europe/Amsterdam. Deadlines and debates of the House stay in Dutch time.",
            "Europe/Helsinki",
        ),
    ] = None
    status: Annotated[Status | None, about("planned, held, moved or cancelled.")] = None
    summary: Annotated[Texts, about("Why this is on the table (Aanleiding).")] = []
    decision: Annotated[
        list[Decision], about("What the minister is asked to decide (Geadviseerd besluit), and whether it is given.")
    ] = []
    leads_to: Annotated[list[str], about("The id or ids of the meeting this one prepares.", "nato-top-2023-07")] = []
    sessions: Annotated[list[Session], about("Its sessions, in order.")] = []
    key_points: Annotated[Texts, about("Key points (Kernpunten).")] = []
    considerations: Annotated[Considerations | None, about("The considerations (Toelichting), by kind.")] = None
    figures: Annotated[list[Figure], about("Important figures.")] = []
    documents: Annotated[list[Document], about("Related papers.")] = []
    events: Annotated[list[Event], about("What happens around the meeting.")] = []
    deadlines: Annotated[list[Deadline], about("What we must deliver.")] = []
    drops: Annotated[
        list[str], about("Ids of the standard deadlines (brief.toml) that this meeting does not have.", "report")
    ] = []
    commitments: Annotated[list[Commitment], about("Toezeggingen and motions.")] = []
    questions: Annotated[list[Question], about("What may be asked, and what the answer is.")] = []
    speaking: Annotated[list[Speaking], about("The text to be spoken, by session or agenda item.")] = []
    consulted: Annotated[Texts, about("Who has agreed or been consulted (afgestemd met).")] = []
    withheld: Annotated[
        list[Withheld], about("What is not made public, and on which ground. A plain text here is itself not public.")
    ] = []
    unplaced: Annotated[Texts, about("Texts that an import could not place, in their order.")] = []
    released: Annotated[When | None, about("The day on which a person read the imported text and released it.")] = None

    @property
    def is_unread(self) -> bool:
        """Whether it was imported and no person has released it."""
        return not self.public and self.ground == NOT_READ

    @property
    def held_when(self) -> When:
        """The best known date. For a moved meeting that is the new date, unknown as long as none is set."""
        if self.status is Status.CANCELLED:
            return self.moved_to or self.when
        if self.status is not Status.MOVED:
            return self.when
        return self.moved_to or When.unknown()


@cache
def declared(record: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """How each field of a record is declared. Cached, as it takes 40 µs to find out and two packages ask."""
    return msgspec.structs.fields(record)


WORDS_A_MINUTE = 130  # at which a text is spoken


def minutes_of(text: str) -> float:
    """How many minutes it takes to speak this text."""
    return len(text.split()) / WORDS_A_MINUTE


def rebuilt(value: Any, change: Callable[[Any], Any]) -> Any:
    """A copy of the value, lists and records in it included. `change` may replace each record, the innermost first."""
    if isinstance(value, list):
        return [rebuilt(each, change) for each in value]
    if isinstance(value, When | Due):
        return change(value)
    if isinstance(value, msgspec.Struct):
        fields = {name: rebuilt(getattr(value, name), change) for name in value.__struct_fields__}
        return change(type(value)(**fields))
    return value


def plain(value: Any) -> Any:
    """The value as mappings, lists, texts and numbers, dates in the notation of the file. Unset fields are left out."""
    if isinstance(value, When | Due):
        return value.text
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, msgspec.Struct):
        has_ground = isinstance(value, Item) and value.ground is not None  # a ground alone would read as "not public"
        return {
            field.name: plain(each)
            for field in declared(type(value))
            if (each := getattr(value, field.name)) not in (None, [])
            and (each != field.default or (has_ground and field.name == "public"))
        }
    return value
