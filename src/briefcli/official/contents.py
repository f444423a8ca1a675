"""What the House's own files hold, whatever form they come in: activities, papers and commitments (toezeggingen).

Days and times are those of Amsterdam. A text that a file does not give is empty, a day that it does not give None.
"""

import re
from datetime import date, time
from enum import StrEnum

import msgspec

from briefcli.domain import vocabulary
from briefcli.domain.diagnostic import Diagnostic
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When, parse_when, when_of


class ActivityForm(StrEnum):
    """How the activity is held, as far as our agendas tell such forms apart."""

    DEBATE = vocabulary.DEBATE
    CONSULTATION = vocabulary.CONSULTATION
    FOLLOW_UP = "two-minute debate"
    OTHER = "other"


class Activity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One meeting of the House or of a committee; `number` is empty where it comes from a calendar.

    `changed` is the moment of its last change (UTC, ISO 8601), `place_in_file` the path of its row.
    """

    id: str = ""
    number: str = ""
    kind: str = ""  # the House's own word: Commissiedebat
    subject: str = ""
    day: date | None = None
    last_day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str = ""
    status: Status | None = None
    committee: str = ""
    committee_short: str = ""
    note: str = ""
    changed: str = ""
    file: str = ""
    place_in_file: str = ""

    @property
    def form(self) -> ActivityForm:
        return activity_form(self.kind, self.subject)

    @property
    def when(self) -> When:
        """Its day or days, with the hour at which it begins."""
        if self.day is None:
            return When.unknown()
        if self.start is None or self.last_day not in {None, self.day}:
            return when_of(self.day, self.last_day)
        return parse_when(f"{self.day}T{self.start:%H:%M}")


class HousePaper(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A paper or a case (zaak). Its three dates: its own, when the House received it, when it was published.

    `identifier` is the official one (`kst-28676-432`), `number` that of the House (`2023D32031`, `2023Z12232`).
    """

    id: str = ""
    number: str = ""
    identifier: str = ""
    dossier: str = ""
    kind: str = ""
    title: str = ""
    dated: date | None = None
    received: date | None = None
    published: date | None = None
    changed: str = ""
    file: str = ""
    place_in_file: str = ""


class Toezegging(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a minister promised the House. `due` is read from its words; `met_by` are the letters that met it."""

    id: str = ""
    number: str = ""
    text: str = ""
    by: str = ""
    office: str = ""
    to: str = ""
    activity: str = ""  # the number of the debate it was made in
    made: date | None = None
    due: When | None = None
    status: Promise | None = None
    met: date | None = None
    met_by: tuple[str, ...] = ()
    changed: str = ""
    file: str = ""
    place_in_file: str = ""


class Kind(StrEnum):
    """What sort of file it is."""

    ODATA = "OData"
    SYNCFEED = "SyncFeed"
    SRU = "SRU"
    METADATA = "metadata"
    PUBLICATION = "publication"
    CALENDAR = "calendar"


class FileContents(msgspec.Struct, kw_only=True):
    """What one file gave. Every row is counted: in a list here, as deleted, unused, or in a diagnostic."""

    path: str
    kind: Kind | None = None
    rows: int = 0
    activities: list[Activity] = []
    papers: list[HousePaper] = []
    toezeggingen: list[Toezegging] = []
    deleted: list[str] = []  # ids of rows that the House has withdrawn
    unused: dict[str, int] = {}  # rows of sorts that no question asks for, by sort
    diagnostics: list[Diagnostic] = []

    @property
    def is_usable(self) -> bool:
        """Whether any row of it could be read."""
        return bool(self.activities or self.papers or self.toezeggingen or self.deleted or self.unused)

    @property
    def days(self) -> list[date]:
        """The days of all that is in it, in order."""
        found = (
            *(each.day for each in self.activities),
            *(each.dated or each.published for each in self.papers),
            *(each.made for each in self.toezeggingen),
        )
        return sorted(day for day in found if day is not None)


def activity_form(kind: str, subject: str = "") -> ActivityForm:
    """What the House's word for a kind of activity means for our agendas. Round tables and visits are OTHER.

    A plenary debate on the report of a consultation (VAO, VSO) often says so in its subject alone.
    """
    word = kind.casefold()
    if _FOLLOW_UP.search(word) or _FOLLOW_UP.match(subject.lstrip()):
        return ActivityForm.FOLLOW_UP
    if "schriftelijk overleg" in word:
        return ActivityForm.CONSULTATION
    if word.startswith(_DEBATES):
        return ActivityForm.DEBATE
    return ActivityForm.OTHER


_FOLLOW_UP = re.compile(r"\b(?:tweeminutendebat|v[as]o)\b", re.IGNORECASE)
_DEBATES = (
    "commissiedebat", "algemeen overleg", "notaoverleg", "wetgevingsoverleg", "plenair debat", "verzamelcommissiedebat",
    "verzamelalgemeen overleg", "verzamel algemeen overleg",
)  # fmt: skip
