"""What the index holds of an agenda, each fact declared once: the views read these records."""

from typing import TYPE_CHECKING, ClassVar

import msgspec

from briefcli.domain.when import When
from briefcli.index.tables import Record, Table

if TYPE_CHECKING:
    from briefcli.domain.agenda import Agenda


class Meeting(Record, frozen=True):
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
    when: When  # the best known date: of a moved meeting the new one
    original: When  # the date as first set
    withheld: bool = False  # whether the public version says something else


class AgendaBody(Record, frozen=True):
    """The whole agenda, as JSON."""

    body: bytes


class DatedItem(Record, frozen=True):
    """One thing with a date: a meeting itself, an event, a deadline or a commitment of it."""

    source: str  # meeting, event, deadline or commitment
    title: str
    kind: str
    when: When
    written: str  # its date as it stands in the file
    status: str
    meeting: str
    meeting_title: str
    meeting_status: str
    series: str
    recess: str  # the recess of the House that its day falls in
    anchor: str = ""  # the title of what `written` names by its id
    workday: When = When.unknown()  # the last one before a counted deadline whose day is none
    place: int = 0  # its number in the file's list
    owner: str = ""
    done_on: When = When.unknown()
    rhythm: str = ""  # the rhythm it is inherited from; empty where the file has it
    carried_from: str = ""  # of a commitment that is only carried over here: the meeting at which it was made
    withheld: bool = False  # whether the public version says something else


class ListedCommitment(Record, frozen=True):
    """One commitment or motion; `document` identifies the paper it stands in, as far as its ref says."""

    place: int  # its number in the file's list
    title: str
    kind: str
    ref: str
    document: str
    official: str  # its number as the House writes it, however the agenda does
    made: When
    by: str
    to: str
    debate: str
    due: When
    written: str
    anchor: str  # the title of what `written` names by its id
    owner: str
    status: str
    done_on: When
    withheld: bool
    meeting: str
    meeting_title: str
    workday: When = When.unknown()  # as in a DatedItem
    carried_from: str = ""  # the meeting at which it was made; empty where that is this one
    applied: str = ""  # the term and state that the record gave for it

    # As a DatedItem has them
    source: ClassVar[str] = "commitment"
    rhythm: ClassVar[str] = ""
    meeting_status: ClassVar[str] = ""

    @property
    def when(self) -> When:
        return self.due


class ListedQuestion(Record, frozen=True):
    """One question with its answer; `document` identifies the paper that the answer rests on, as far as ref says."""

    place: int  # its number in the file's list
    question: str
    by: str
    item: str
    answer: str  # empty where there is none yet
    ref: str
    document: str
    meant_for: str
    withheld: bool
    meeting: str
    meeting_title: str
    when: When  # of the meeting


class Lead(Record, frozen=True):
    """That one meeting prepares another: the file and the field that say so, and the id of the other."""

    id: str
    path: str
    where: str
    target: str


class Citation(Record, frozen=True):
    """One place that cites one paper; `dated`, `kind` and `title` are what that place says of it."""

    document: str
    dossier: str
    certain: bool
    written: str
    spot: str  # the path of the field that cites it
    dated: str
    kind: str
    title: str
    meeting: str
    others: tuple[str, ...] = ()  # its identifiers in other dossiers; of an uncertain one, what else it may be


class OtherName(Record, frozen=True):
    """Another identifier of a cited paper, so that it is found by each: one row for each of `Citation.others`."""

    document: str
    other: str
    dossier: str


class FileProblems(Record, frozen=True):
    """What is wrong in a file: how many errors, how many of them the public may know of, all diagnostics as JSON."""

    path: str
    errors: int
    public_errors: int
    diagnostics: bytes


class EventLink(Record, frozen=True):
    """An event of an agenda that names an activity: as the file has it, and what was taken from the record."""

    path: str
    meeting: str
    place: int  # its number in the file's list
    official: str  # its number
    title: str
    when: When  # as the file has it
    status: str  # as the file has it
    applied: str  # the signature of the activity; empty where the record has none of that number


MEETING = Table("meeting", Meeting, "(id)", "(series COLLATE NOCASE)", "(last)", dated_by="when")
BODY = Table("agenda", AgendaBody)
DATED = Table("dated", DatedItem, "(last)", "(last) WHERE status = 'open' OR done_on <> 'unknown'", dated_by="when")
COMMITMENT = Table("commitment", ListedCommitment)
QUESTION = Table("question", ListedQuestion)
LEAD = Table("lead", Lead)
CITATION = Table("citation", Citation, "(dossier)", "(document, certain, dated, audience)")
OTHER_NAME = Table("other_name", OtherName, "(document)", "(other)", "(dossier)")
LINK = Table("official_link", EventLink, "(official)")
PROBLEMS = Table("problems", FileProblems)


OF_AGENDA = (MEETING, BODY, DATED, COMMITMENT, QUESTION, LEAD, CITATION, OTHER_NAME, LINK, PROBLEMS)


def decoded(body: bytes) -> "Agenda":
    """The agenda that `AgendaBody` holds. Raises msgspec.MsgspecError where it is damaged."""
    from briefcli.domain.agenda import Agenda  # to load it takes longer than a list of meetings

    return msgspec.json.decode(body, type=Agenda)
