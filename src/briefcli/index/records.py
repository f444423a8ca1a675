"""The records that the index holds of an agenda. Each fact is declared once; the views read these records."""

from typing import TYPE_CHECKING

import msgspec

from briefcli.domain.when import When
from briefcli.index.tables import Record, RecordTable

if TYPE_CHECKING:
    from briefcli.domain.agenda import Agenda


class ListedMeeting(Record, frozen=True):
    """One meeting as lists show it."""

    id: str
    path: str
    title: str
    short: str
    series: str
    body: str
    kind: str
    place: str
    status: str
    when: When  # the best known date: the new one if the meeting was moved
    original: When  # the date as first set
    leads_to: tuple[str, ...] = ()  # the ids of the meetings that it prepares
    withheld: bool = False  # whether the public version says something else


class StoredBody(Record, frozen=True):
    """All that was read from a file: an agenda as JSON, a file of the record as MessagePack, which is read quicker."""

    body: bytes


class DatedItem(Record, frozen=True):
    """One thing with a date: a meeting, or one of its events, deadlines or commitments."""

    source: str  # meeting, event, deadline or commitment
    title: str
    kind: str
    when: When
    written: str  # its date as written in the file
    status: str
    meeting: str
    meeting_title: str = ""
    meeting_status: str = ""
    series: str = ""
    recess: str = ""  # the recess of the House that its day falls in
    anchor: str = ""  # the title of the item whose id `written` names
    workday: When = When.unknown()  # the last workday before a counted deadline that is not on a workday
    place: int = 0  # its number in the file's list
    owner: str = ""
    done_on: When = When.unknown()
    rhythm: str = ""  # the rhythm that it is inherited from; empty if it is in the file
    carried_from: str = ""  # the meeting at which a commitment was made, if it is only carried over here
    withheld: bool = False  # whether the public version says something else


class ListedCommitment(DatedItem, frozen=True):
    """One commitment or motion. `document` identifies the paper that it is in, if its ref names one."""

    path: str = ""  # of the file
    ref: str = ""
    document: str = ""
    official: str = ""  # its number in the notation of the House, whatever the agenda uses
    made: When = When.unknown()
    by: str = ""
    to: str = ""
    debate: str = ""
    applied: str = ""  # the term and state that the record gave for it

    @property
    def due(self) -> When:
        return self.when


class ListedQuestion(Record, frozen=True):
    """One question with its answer. `document` identifies the paper that the answer rests on, if its ref names one."""

    place: int  # its number in the file's list
    question: str
    by: str
    item: str
    answer: str  # empty if there is none yet
    ref: str
    document: str
    meant_for: str
    withheld: bool
    meeting: str
    meeting_title: str
    when: When  # of the meeting


class ListedCitation(Record, frozen=True):
    """One place that cites one paper; `dated`, `kind` and `title` are what that place says of the paper."""

    document: str
    dossier: str
    certain: bool
    written: str
    spot: str  # the path of the field that cites it
    dated: str
    kind: str
    title: str
    meeting: str
    path: str  # of the file
    others: tuple[str, ...] = ()  # its identifiers in other dossiers; if uncertain, the other papers it may be


class OtherName(Record, frozen=True):
    """Another identifier of a cited paper, by which it is found as well: one row for each of `Citation.others`."""

    document: str
    other: str
    dossier: str


class FileProblems(Record, frozen=True):
    """The problems of a file: how many errors, how many of these the public may know of, all diagnostics as JSON."""

    path: str
    errors: int
    public_errors: int
    diagnostics: bytes


class EventLink(Record, frozen=True):
    """An event of an agenda that names an activity: as the file has it, and what was taken from the record."""

    path: str
    meeting: str
    place: int  # its number in the file's list
    official: str  # the number of the activity
    title: str
    when: When  # as the file has it
    status: str  # as the file has it
    applied: str  # the signature of the activity; empty if the record does not have that number


class OfficialThing(Record, frozen=True):
    """What the record says of one thing, under one of its names: a number, an identifier, or else its id or its text.

    `kind` is the name of its class. `within` is the day of an activity, or the dossier of a paper under its identifier.
    Three kinds have no body: "withdrawn" for a name that the House withdrew, with the new number of a paper in
    `within`; "successor" for an activity that was replaced, with that of the new one; and "days" for the first and the
    last day of any activity.
    """

    kind: str
    name: str
    within: str = ""
    body: bytes = b""  # as MessagePack


MEETING = RecordTable("meeting", ListedMeeting, "(id)", "(series COLLATE NOCASE)", "(last)", dated_by="when")
BODY = RecordTable("agenda", StoredBody)
DATED = RecordTable(
    "dated", DatedItem, "(last)", "(last) WHERE status = 'open' OR done_on <> 'unknown'", dated_by="when"
)
COMMITMENT = RecordTable("commitment", ListedCommitment)
QUESTION = RecordTable("question", ListedQuestion)
CITATION = RecordTable("citation", ListedCitation, "(dossier)", "(document, certain, dated, audience)")
OTHER_NAME = RecordTable("other_name", OtherName, "(document)", "(other)", "(dossier)")
LINK = RecordTable("official_link", EventLink, "(official)")
PROBLEMS = RecordTable("problems", FileProblems)
CONTENTS = RecordTable("official_contents", StoredBody)
OFFICIAL = RecordTable("official", OfficialThing, "(kind, name)", "(kind, within)")
# The tables in which a file can have rows: all but that of what the files of the record say together
OF_FILE = (MEETING, BODY, DATED, COMMITMENT, QUESTION, CITATION, OTHER_NAME, LINK, PROBLEMS, CONTENTS)


def decoded_agenda(body: bytes) -> "Agenda":
    """The agenda that `StoredBody` holds. Raises msgspec.MsgspecError if the body is damaged."""
    from briefcli.domain.agenda import Agenda  # loading it takes longer than listing meetings

    return msgspec.json.decode(body, type=Agenda)
