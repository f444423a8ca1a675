"""The agenda: every field declared once, with its type and its description.

Decoding, checking, the JSON Schema for editors, the reference page and the template of a new agenda are all
made from these declarations, in the order in which they stand.
"""

from collections.abc import Collection
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar

import msgspec

from briefcli.domain.due import Due
from briefcli.domain.letters import composed
from briefcli.domain.when import When


class Status(StrEnum):
    """How a meeting, session or event stands."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"
    NOT_REACHED = "not-reached"


class Promise(StrEnum):
    """How a commitment or motion stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


MEETING_KINDS = (
    "ministerial", "informal", "summit", "council", "debate", "committee", "working group", "bilateral",
    "conference", "visit", "other",
)  # fmt: skip
DEBATE, CONSULTATION = "debate", "written consultation"  # with the House; one comes in the place of the other
EVENT_KINDS = (
    DEBATE, CONSULTATION, "side meeting", "summit", "publication", "deadline", "vote", "visit", "press", "other",
)  # fmt: skip
DOCUMENT_KINDS = (
    "letter", "annotated agenda", "report", "motion", "question", "answer", "decision memo", "bill", "advice",
    "statement", "regulation", "other",
)  # fmt: skip
COMMITMENT_KINDS = ("commitment", "motion")
OPEN_AUDIENCES = ("public", "house", "press")
AUDIENCES = (*OPEN_AUDIENCES, "minister", "spokesperson", "ministry")
# The Dutch words that are read as those above; where there are two, the one that the field has
DUTCH: dict[str, tuple[str, ...]] = {
    "gepland": ("planned",), "gehouden": ("held",), "verplaatst": ("moved",), "geannuleerd": ("cancelled",),
    "afgelast": ("cancelled",), "vervallen": ("cancelled", "dropped"), "niet aan toegekomen": ("not-reached",),
    "gedaan": ("done",), "gereed": ("done",), "afgedaan": ("done",), "openstaand": ("open",),
    "ministerieel": ("ministerial",), "informeel": ("informal",), "top": ("summit",), "raad": ("council",),
    "debat": ("debate",), "schriftelijk overleg": ("written consultation",),
    "commissie": ("committee",), "werkgroep": ("working group",), "bilateraal": ("bilateral",),
    "conferentie": ("conference",), "bezoek": ("visit",), "overig": ("other",), "publicatie": ("publication",),
    "stemming": ("vote",), "pers": ("press",), "brief": ("letter",), "geannoteerde agenda": ("annotated agenda",),
    "verslag": ("report",), "motie": ("motion",), "vraag": ("question",), "antwoord": ("answer",),
    "beslisnota": ("decision memo",), "wetsvoorstel": ("bill",), "advies": ("advice",), "verklaring": ("statement",),
    "verordening": ("regulation",), "toezegging": ("commitment",),
    "openbaar": ("public",), "kamer": ("house",), "bewindspersoon": ("minister",), "woordvoerder": ("spokesperson",),
    "ministerie": ("ministry",),
}  # fmt: skip
ACTIVITY_NUMBER = "[0-9]{4}A[0-9]{5}"  # of the House: a pattern
NOT_READ = "not yet read"  # the ground of an imported text until a person releases it


def usual_word(word: str, vocabulary: Collection[str]) -> str:
    """The word of the vocabulary that a Dutch word stands for; any other word as it is."""
    return next((each for each in DUTCH.get(word.strip().casefold(), ()) if each in vocabulary), word)


def _words(description: str, *examples: str, vocabulary: tuple[str, ...] = ()) -> msgspec.Meta:
    """A field's description; a vocabulary is what `check` suggests without refusing other words."""
    extra: dict[str, Any] = {"vocabulary": vocabulary} if vocabulary else {}
    return msgspec.Meta(description=description, examples=list(examples or vocabulary) or None, extra=extra or None)


class Item(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What may be kept out of the public version as a whole; `headline` is the field that shows the mark then."""

    headline: ClassVar[str] = "title"

    public: Annotated[bool, _words("false keeps it out of every output, unless --internal asks for it.")] = True
    ground: Annotated[str | None, _words("On which ground it is withheld.", "Woo 5.1.2e")] = None


class Marked(Item, kw_only=True, omit_defaults=True):
    """A text with a mark: the long form of a text item, for what is not public."""

    headline = "text"

    text: Annotated[str, _words("The text itself.")]


Text = str | Marked
Texts = list[Text]


class Decision(Marked, kw_only=True, omit_defaults=True):
    given: Annotated[bool | None, _words("true once the minister has decided so.")] = None


class Session(Item, kw_only=True, omit_defaults=True):
    number: Annotated[int | None, _words("Its number on the programme.")] = None
    title: Annotated[Text | None, _words("What it is called or about.")] = None
    kind: Annotated[str | None, _words("What sort of session: working session, dinner, plenary, …")] = None
    when: Annotated[When | None, _words("When it is held, as exactly as it is known.")] = None
    status: Annotated[Status | None, _words("not-reached says that it was not dealt with.")] = None
    attendees: Annotated[Texts, _words("Who attends besides the members.")] = []
    topics: Annotated[Texts, _words("What is on its agenda.")] = []
    position: Annotated[Texts, _words("Our position.")] = []
    points: Annotated[Texts, _words("Further points.")] = []


class Considerations(Item, kw_only=True, omit_defaults=True):
    headline = "political"

    general: Annotated[Texts, _words("Explanation that is none of the sorts below.")] = []
    political: Annotated[Texts, _words("Political context.")] = []
    financial: Annotated[Texts, _words("Financial considerations.")] = []
    legal: Annotated[Texts, _words("Legal considerations.")] = []
    communication: Annotated[Texts, _words("Communication.")] = []
    implementation: Annotated[Texts, _words("Implementation and consequences for society.")] = []


class Figure(Item, kw_only=True, omit_defaults=True):
    headline = "what"

    what: Annotated[Text, _words("What the figure is of.")]
    year: Annotated[int | None, _words("The year it is for.", "2023")] = None
    period: Annotated[str | None, _words("The period it is for, where that is no single year.", "2023-2027")] = None
    amount: Annotated[int | float | None, _words("The number, with a decimal point.", "16.6")] = None
    to: Annotated[int | float | None, _words("Of a range, the upper end: amount is the lower end.", "20")] = None
    unit: Annotated[str | None, _words("What the number counts.", "billion euro", "% of GDP")] = None
    source: Annotated[Text | None, _words("Who says so.")] = None


class Document(Item, kw_only=True, omit_defaults=True):
    ref: Annotated[str | None, _words("The paper's number.", "28 676, nr. 427", "kst-28676-427", "2023D45117")] = None
    date: Annotated[When | None, _words("The paper's own date.", "2023-03-09")] = None
    kind: Annotated[str | None, _words("What sort of paper.", vocabulary=DOCUMENT_KINDS)] = None
    title: Annotated[Text | None, _words("Its title, or what it is about.")] = None
    note: Annotated[Text | None, _words("Why it matters here.")] = None


class Event(Item, kw_only=True, omit_defaults=True):
    title: Annotated[Text, _words("What happens.")]
    id: Annotated[str | None, _words("A name by which a relative due date can point here.", "debate-2")] = None
    kind: Annotated[str | None, _words("What sort of event.", vocabulary=EVENT_KINDS)] = None
    when: Annotated[When | None, _words("When, as exactly as it is known.")] = None
    place: Annotated[Text | None, _words("Where.")] = None
    status: Annotated[Status | None, _words("How it stands.")] = None
    official: Annotated[
        str | None,
        _words("Its number in the record of the House: day, place and status then come from there.", "2023A01661"),
    ] = None
    note: Annotated[Text | None, _words("What else there is to know.")] = None


class Deadline(Item, kw_only=True, omit_defaults=True):
    title: Annotated[Text, _words("What we must deliver.")]
    id: Annotated[str | None, _words("A name by which another due date can point here.")] = None
    due: Annotated[
        Due | None,
        _words("A date, or counted from something in this file.", "2023-06-05", "5 workdays before meeting"),
    ] = None
    owner: Annotated[Text | None, _words("Who delivers it.", "DCO")] = None
    done: Annotated[bool, _words("true once it is delivered.")] = False
    done_on: Annotated[When | None, _words("The day on which it was delivered.", "2023-06-05")] = None
    paper: Annotated[str | None, _words("The number of the paper that settled it.", "28 676, nr. 434")] = None
    kind: Annotated[str | None, _words("What sort of product: letter, spokesperson lines, memo, …")] = None
    note: Annotated[Text | None, _words("What else there is to know.")] = None

    @property
    def is_done(self) -> bool:
        """Delivered: recorded with `done`, or with the day on which it was."""
        return self.done or self.done_on is not None


class Commitment(Item, kw_only=True, omit_defaults=True):
    title: Annotated[Text, _words("What was promised, or what the motion asks.")]
    kind: Annotated[str | None, _words("commitment (toezegging) or motion.", vocabulary=COMMITMENT_KINDS)] = None
    ref: Annotated[str | None, _words("Its number, or the paper it stands in.", "TZ202306-101")] = None
    made: Annotated[When | None, _words("The day it was made or adopted.")] = None
    by: Annotated[Text | None, _words("Who promised or submitted it.")] = None
    to: Annotated[Text | None, _words("To whom.")] = None
    debate: Annotated[Text | None, _words("In which debate.")] = None
    due: Annotated[Due | None, _words("When it must be met: a date, or counted as a deadline is.")] = None
    owner: Annotated[Text | None, _words("Who sees to it.")] = None
    status: Annotated[Promise | None, _words("open, done or dropped.")] = None
    done_on: Annotated[When | None, _words("The day on which it was met.", "2023-09-01")] = None
    paper: Annotated[str | None, _words("The number of the paper that settled it.", "28 676, nr. 440")] = None
    carried_from: Annotated[
        str | None, _words("The id of the meeting at which it was made, and where it counts.", "dmm-2023-06")
    ] = None
    note: Annotated[Text | None, _words("What else there is to know.")] = None


class Question(Item, kw_only=True, omit_defaults=True):
    headline = "question"

    question: Annotated[Text, _words("What may be asked.")]
    by: Annotated[Text | None, _words("Who may ask it, or did.")] = None
    item: Annotated[Text | None, _words("At which agenda item or session.", "2", "Afschrikking en verdediging")] = None
    answer: Annotated[Text | None, _words("The answer to it; a question without one is open.")] = None
    ref: Annotated[str | None, _words("The paper that the answer rests on.", "28 676, nr. 427")] = None
    audience: Annotated[
        str | None,
        _words(
            "For whose eyes. Without a mark of its own, a question for the minister, the spokesperson or the ministry "
            "is not public.",
            vocabulary=AUDIENCES,
        ),
    ] = None


class Speaking(Marked, kw_only=True, omit_defaults=True):
    """A text to be spoken, at one agenda item."""

    item: Annotated[Text | None, _words("At which agenda item or session.", "2", "Afschrikking en verdediging")] = None


class Withheld(Marked, kw_only=True, omit_defaults=True):
    """What was left out of the public version; itself shown only where it says `public: true`."""

    public: Annotated[bool, _words("true where even the public version may say what was left out.")] = False


class Agenda(Item, kw_only=True, omit_defaults=True):
    """One meeting and all that stands around it."""

    title: Annotated[Text, _words("What meeting this is.", "NAVO Defence Ministers' Meeting juni 2023")]
    short: Annotated[Text | None, _words("A short name for tables.", "DMM juni 2023")] = None
    series: Annotated[str | None, _words("What ties the editions of one meeting together.", "dmm")] = None
    body: Annotated[Text | None, _words("Whose meeting it is.", "NATO", "EU")] = None
    kind: Annotated[str | None, _words("What sort of meeting.", vocabulary=MEETING_KINDS)] = None
    place: Annotated[Text | None, _words("Where it is held.", "Brussel")] = None
    when: Annotated[
        When,
        _words("When it is held, as exactly as it is known.", "2023-06-15/2023-06-16", "2023-06", "unknown"),
    ]
    moved_to: Annotated[When | None, _words("The new date of a moved meeting; `when` keeps the old one.")] = None
    timezone: Annotated[
        str | None, _words("The time zone of its times, if not Europe/Amsterdam.", "Europe/Helsinki")
    ] = None
    status: Annotated[Status | None, _words("planned, held, moved or cancelled.")] = None
    summary: Annotated[Texts, _words("Why this is on the table (Aanleiding).")] = []
    decision: Annotated[
        list[Decision],
        _words("What the minister is asked to decide (Geadviseerd besluit), and whether it is given."),
    ] = []
    leads_to: Annotated[list[str], _words("The id or ids of the meeting this one prepares.", "nato-top-2023-07")] = []
    sessions: Annotated[list[Session], _words("Its sessions, in order.")] = []
    key_points: Annotated[Texts, _words("Key points (Kernpunten).")] = []
    considerations: Annotated[Considerations | None, _words("What weighs in (Toelichting), by sort.")] = None
    figures: Annotated[list[Figure], _words("Figures that matter.")] = []
    documents: Annotated[list[Document], _words("Related papers.")] = []
    events: Annotated[list[Event], _words("What happens around the meeting.")] = []
    deadlines: Annotated[list[Deadline], _words("What we must deliver.")] = []
    drops: Annotated[
        list[str],
        _words("Ids of the standard deadlines (brief.toml) that this meeting does not have.", "report"),
    ] = []
    commitments: Annotated[list[Commitment], _words("Toezeggingen and motions.")] = []
    questions: Annotated[list[Question], _words("What may be asked, and what the answer is.")] = []
    speaking: Annotated[list[Speaking], _words("The text to be spoken, by session or agenda item.")] = []
    consulted: Annotated[Texts, _words("Who has agreed or been consulted (afgestemd met).")] = []
    withheld: Annotated[
        list[Withheld],
        _words("What is not made public, and on which ground; a plain text here is not public."),
    ] = []
    unplaced: Annotated[Texts, _words("What an import could not place, in order.")] = []
    released: Annotated[When | None, _words("The day on which a person read the imported text and released it.")] = None

    @property
    def is_unread(self) -> bool:
        """Whether it was imported and no person has released it."""
        return not self.public and self.ground == NOT_READ

    @property
    def held_when(self) -> When:
        """The best known date: of a moved meeting the new one, unknown as long as none is set."""
        if self.status is Status.CANCELLED:
            return self.moved_to or self.when
        if self.status is not Status.MOVED:
            return self.when
        return self.moved_to or When.unknown()


@cache
def declared(record: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """How each field of a record is declared. Remembered: it takes 40 µs to find out, and two rooms ask."""
    return msgspec.structs.fields(record)


def words_of(text: Text | None) -> str:
    """The words of a text item in either form; empty where there is none."""
    if text is None:
        return ""
    return text if isinstance(text, str) else text.text


WORDS_A_MINUTE = 130  # of a text that is spoken


def minutes_of(text: str) -> float:
    """How many minutes it takes to speak this text."""
    return len(text.split()) / WORDS_A_MINUTE


def id_of(path: str) -> str:
    """The id of the meeting in this file: its name without the folder and the ending."""
    return composed(path.rpartition("/")[2].rpartition(".")[0])
