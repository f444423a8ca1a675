"""What the House's own files hold, whatever form they come in: activities, papers and commitments (toezeggingen).

Days and times are those of Amsterdam. A text that a file does not give is empty, a day that it does not give None.
"""

import re
from datetime import date, time
from enum import StrEnum

import msgspec

from briefcli.domain import vocabulary
from briefcli.domain.diagnostic import Code, Diagnostic, problem
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When, parse_when, when_of
from briefcli.reading import official_codes

_FOLLOW_UP = re.compile(r"\b(?:tweeminutendebat|v[as]o)\b", re.IGNORECASE)
_DEBATES = (
    "commissiedebat", "algemeen overleg", "notaoverleg", "wetgevingsoverleg", "plenair debat", "verzamelcommissiedebat",
    "verzamelalgemeen overleg", "verzamel algemeen overleg",
)  # fmt: skip


class ActivityForm(StrEnum):
    """How the activity is held, as far as our agendas tell such forms apart. Round tables and visits are OTHER."""

    DEBATE = vocabulary.DEBATE
    CONSULTATION = vocabulary.CONSULTATION
    FOLLOW_UP = "two-minute debate"
    OTHER = "other"


class OfficialFact(msgspec.Struct, frozen=True, kw_only=True):
    """What every row of the House has. `changed` is the moment of its last change (UTC, ISO 8601)."""

    id: str = ""
    number: str = ""
    changed: str = ""


class Activity(OfficialFact, frozen=True, kw_only=True):
    """One meeting of the House or of a committee; `number` is empty where it comes from a calendar."""

    kind: str = ""  # the House's own word: Commissiedebat
    subject: str = ""
    day: date | None = None
    last_day: date | None = None
    start: time | None = None
    period: When | None = None  # the week, month or year where no day is fixed yet
    place: str = ""
    status: Status | None = None
    committee: str = ""
    committee_short: str = ""

    @property
    def form(self) -> ActivityForm:
        """A plenary debate on the report of a consultation (VAO, VSO) often says so in its subject alone."""
        word = self.kind.casefold()
        if _FOLLOW_UP.search(word) or _FOLLOW_UP.match(self.subject.lstrip()):
            return ActivityForm.FOLLOW_UP
        if "schriftelijk overleg" in word:
            return ActivityForm.CONSULTATION
        return ActivityForm.DEBATE if word.startswith(_DEBATES) else ActivityForm.OTHER

    @property
    def when(self) -> When:
        """Its day or days, with the hour at which it begins; else the period in which it will be."""
        if self.day is None:
            return self.period or When.unknown()
        if self.start is None or self.last_day not in {None, self.day}:
            return when_of(self.day, self.last_day)
        return parse_when(f"{self.day}T{self.start:%H:%M}")

    @property
    def is_gone(self) -> bool:
        """Whether it was moved away or cancelled: another one may have come in its place."""
        return self.status in {Status.MOVED, Status.CANCELLED}

    @property
    def prepares_meetings(self) -> bool:
        """Whether it is one of those that the House holds before a meeting of ours."""
        return self.form in {ActivityForm.DEBATE, ActivityForm.CONSULTATION} and not self.is_gone


class HousePaper(OfficialFact, frozen=True, kw_only=True):
    """A paper or a case (zaak). Its three dates: its own, when the House received it, when it was published.

    `identifier` is the official one (`kst-28676-432`), `number` that of the House (`2023D32031`, `2023Z12232`).
    """

    identifier: str = ""
    dossier: str = ""
    kind: str = ""
    title: str = ""
    dated: date | None = None
    received: date | None = None
    published: date | None = None


class Toezegging(OfficialFact, frozen=True, kw_only=True):
    """What a minister promised the House. `due` is read from its words; `met_by` are the letters that met it."""

    text: str = ""
    by: str = ""  # the name, else the office
    to: str = ""
    activity: str = ""  # the number of the debate it was made in
    made: date | None = None
    due: When | None = None
    status: Promise | None = None
    met: date | None = None
    met_by: tuple[str, ...] = ()


class Kind(StrEnum):
    """What sort of file it is."""

    ODATA = "OData"
    SYNCFEED = "SyncFeed"
    SRU = "SRU"
    METADATA = "metadata"
    PUBLICATION = "publication"
    CALENDAR = "calendar"


class FileContents(msgspec.Struct, kw_only=True):
    """What one file gave. Every row is counted: in a list here, as withdrawn, unused, or in a diagnostic."""

    path: str
    kind: Kind | None = None
    rows: int = 0
    next_page: str = ""  # of OData: the address of the next page, if there is one
    of_all: int = 0  # of SRU: how many rows all pages have together
    activities: list[Activity] = []
    papers: list[HousePaper] = []
    toezeggingen: list[Toezegging] = []
    withdrawn: list[OfficialFact] = []  # with their ids and the moment of it
    unused: dict[str, int] = {}  # rows of sorts that no question asks for, by sort
    diagnostics: list[Diagnostic] = []

    def report(self, message: str, place: tuple[int, int], code: Code = official_codes.ROW) -> None:
        """Note what is wrong at this line and column."""
        self.diagnostics.append(problem(self.path, place, code, message))

    def refuse(self, message: str, place: tuple[int, int] = (1, 1)) -> None:
        """Note that the file cannot be read."""
        self.report(message, place, official_codes.UNREADABLE)

    @property
    def is_usable(self) -> bool:
        """Whether any row of it could be read."""
        return bool(self.activities or self.papers or self.toezeggingen or self.withdrawn or self.unused)

    @property
    def days(self) -> list[date]:
        """The days of all that is in it, in order."""
        found = (
            *(each.day for each in self.activities),
            *(each.dated or each.published for each in self.papers),
            *(each.made for each in self.toezeggingen),
        )
        return sorted(day for day in found if day is not None)
