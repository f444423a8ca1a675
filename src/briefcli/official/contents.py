"""The contents of the House's own files, in any format: activities, papers and commitments (toezeggingen).

Days and times are those of Amsterdam. A text that is not in the file is empty, a day that is not in the file is None.
`official` is the House's own number, as in our agendas.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import ClassVar, Self, TypeVar

import msgspec
from msgspec.structs import replace

from briefcli.domain import vocabulary
from briefcli.domain.diagnostic import Code, Diagnostic, problem
from briefcli.domain.vocabulary import Promise, Status
from briefcli.domain.when import When
from briefcli.patterns import Pattern
from briefcli.reading import codes

_FOLLOW_UP = Pattern(r"(?i)\b(?:tweeminutendebat|v[as]o)\b")
DEBATES = (
    "commissiedebat", "algemeen overleg", "notaoverleg", "wetgevingsoverleg", "plenair debat", "verzamelcommissiedebat",
    "verzamelalgemeen overleg", "verzamel algemeen overleg",
)  # fmt: skip

_LAST = "9999"  # later than any moment
MOST_MISTAKES = 100  # that are listed of one file

# The House's words for kinds of papers with our words for them, the longer ones first
_PAPER_KINDS = (
    ("geannoteerde agenda", "annotated agenda"), ("verslag", "report"), ("motie", "motion"),
    ("antwoord", "answer"), ("schriftelijke vragen", "question"), ("voorstel van wet", "bill"),
    ("advies", "advice"), ("brief", "letter"),
)  # fmt: skip


class ActivityForm(StrEnum):
    """How an activity is held, as far as our agendas distinguish forms. Round tables and visits are OTHER."""

    DEBATE = vocabulary.DEBATE
    CONSULTATION = vocabulary.CONSULTATION
    FOLLOW_UP = "two-minute debate"
    OTHER = "other"


class OfficialFact(msgspec.Struct, frozen=True):
    """The fields of every row of the House. `changed` is the moment of its last change (UTC, ISO 8601)."""

    id: str = ""
    official: str = ""
    changed: str = ""

    @property
    def key(self) -> object:
        """Its number, or else its id: the same for all rows about one thing. A row without either matches no other."""
        return self.official or self.id or object()

    # The fields that the House always fills: if one is empty, the download left it out (`$select`). () means all fields
    always: ClassVar[tuple[str, ...]] = ()

    def completed(self, older: Self) -> Self:
        """The row, with the fields that its download left out taken from an older row about the same thing."""
        names = self.always or self.__struct_fields__
        missing = {name: getattr(older, name) for name in names if not getattr(self, name)}
        return replace(self, **missing) if missing else self


F = TypeVar("F", bound=OfficialFact)


def numbered(rows: Iterable[F], known: Iterable[F]) -> list[F]:
    """The rows, each with the number of the newest row in `known` with its id: the House may correct a number."""
    newer = {each.id: each for each in sorted(known, key=attrgetter("changed")) if each.id and each.official}

    def number_of(row: F) -> str:
        known = newer.get(row.id, row)
        return known.official if not row.official or row.changed < known.changed else row.official

    return [replace(each, official=number_of(each)) for each in rows]


def newest(rows: Iterable[F]) -> dict[object, F]:
    """The row of each thing that changed last, by key, in the order in which they changed."""
    found: dict[object, F] = {}
    rows = sorted(rows, key=attrgetter("changed"))
    for row in numbered(rows, rows):
        key = row.key
        found[key] = row.completed(found.get(key, row))
    return found


def withdrawals(withdrawn: Iterable[OfficialFact]) -> dict[str, str]:
    """When each row was last withdrawn, by its id. A withdrawal without a moment counts as later than any change."""
    found: dict[str, str] = {}
    for each in withdrawn:
        if each.id:
            found[each.id] = max(found.get(each.id, ""), each.changed or _LAST)
    return found


def is_live(row: OfficialFact, withdrawn: Mapping[str, str]) -> bool:
    """Whether the House has not withdrawn the row since it changed. `withdrawn` is the result of `withdrawals`."""
    return row.id not in withdrawn or row.changed > withdrawn[row.id]


class Activity(OfficialFact, frozen=True):
    """One meeting of the House or of a committee. One from a calendar has no number, and no id: those do not last."""

    always = ("kind", "subject", "status", "committee", "committee_short")
    kind: str = ""  # the House's own word: Commissiedebat
    subject: str = ""
    when: When = When.unknown()  # its day or days, with the hours if it is one day; or else the week, month or year
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
        return ActivityForm.DEBATE if word.startswith(DEBATES) else ActivityForm.OTHER

    @property
    def signature(self) -> str:
        """Everything that an agenda takes from it, as one text."""
        return "|".join((self.when.text, self.place, self.status or "", self.form))

    @property
    def day(self) -> date | None:
        """Its first day, if that is fixed."""
        return self.when.day

    @property
    def is_gone(self) -> bool:
        """Whether it was moved or cancelled, so that another activity may have replaced it."""
        return self.status in {Status.MOVED, Status.CANCELLED}

    @property
    def prepares_meetings(self) -> bool:
        """Whether it is of a form that the House holds before our meetings, and not moved or cancelled."""
        return self.form in {ActivityForm.DEBATE, ActivityForm.CONSULTATION} and not self.is_gone


class Replacement(msgspec.Struct, frozen=True):
    """An activity that replaced one that was moved or split."""

    old: str  # the number or id of the one that was replaced
    new: str  # the number of the one that replaced it


class HousePaper(OfficialFact, frozen=True):
    """A paper (with the number 2023D32031 at the House) or a case (zaak, 2023Z12232)."""

    document: str = ""  # its identifier: kst-28676-432
    dossier: str = ""
    kind: str = ""
    title: str = ""
    dated: date | None = None  # its own date
    received: date | None = None  # by the House
    published: date | None = None

    @property
    def our_kind(self) -> str:
        """Our word for its kind, or the House's own if we have none."""
        if self.title.casefold().startswith("geannoteerde agenda"):
            return "annotated agenda"
        kind = self.kind.casefold()
        return next((ours for word, ours in _PAPER_KINDS if kind.startswith(word)), self.kind)


def papers_by_name(papers: Iterable[HousePaper]) -> dict[str, HousePaper]:
    """One paper for each identifier and number. Fields that its first row lacks are taken from its later rows.

    Two rows are about one paper if they share an identifier or number and none of these differ. The House's own rows
    come first, newer before older ones. An older row with the same id that names another paper is left out: the House
    corrected it.
    """
    by_id: dict[object, HousePaper] = {}
    for row in sorted(papers, key=attrgetter("changed"), reverse=True):
        newer = by_id.get(row.id) if row.id else None
        if newer is None or _can_be_one(newer, row):
            by_id[row.id or object()] = newer.completed(row) if newer else row
    found: dict[str, HousePaper] = {}
    for paper in sorted(by_id.values(), key=lambda each: not each.official):
        names = [name for name in (paper.document, paper.official) if name] or [paper.id or paper.title]
        known = next((found[name] for name in names if name in found and _can_be_one(found[name], paper)), None)
        whole = known.completed(paper) if known else paper
        for name in {*names, whole.document, whole.official} - {""}:
            if found.get(name, known) is known:
                found[name] = whole
    return found


def _can_be_one(one: HousePaper, other: HousePaper) -> bool:
    pairs = ((one.document, other.document), (one.official, other.official))
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


class Toezegging(OfficialFact, frozen=True):
    """A minister's promise to the House."""

    always = ("text", "by", "to", "activity", "made", "status")
    text: str = ""
    by: str = ""  # the name, else the office
    to: str = ""
    activity: str = ""  # the number of the debate it was made in
    made: date | None = None
    due: When = When.unknown()  # as read from its words
    status: Promise | None = None
    met: date | None = None
    met_by: tuple[str, ...] = ()  # the numbers of the letters that met it

    @property
    def key(self) -> object:
        return self.official or self.id or self.text

    def completed(self, older: Self) -> Self:
        """The term is completed too, as it is read from the words."""
        due = self.due if self.text else older.due
        return replace(super().completed(older), due=due)

    @property
    def is_met(self) -> bool:
        return self.met is not None or self.status is Promise.DONE

    @property
    def is_open(self) -> bool:
        return not self.is_met and self.status is not Promise.DROPPED

    @property
    def signature(self) -> str:
        """Everything that an agenda takes from it, as one text."""
        return self.due.text if self.is_open else "settled"


class RecordFormat(StrEnum):
    ODATA = "OData"
    SYNCFEED = "SyncFeed"
    SRU = "SRU"
    METADATA = "metadata"
    PUBLICATION = "publication"
    CALENDAR = "calendar"


ROWS = ("activities", "papers", "toezeggingen", "withdrawn")  # the fields of FileContents with rows of the House


class FileContents(msgspec.Struct, kw_only=True):
    """The contents of one file. Every row is accounted for: in a list here, as unused, or in a diagnostic."""

    path: str
    downloaded: date | None = None  # the day in the name of a file in the folder, else the day of its last change
    kind: RecordFormat | None = None
    rows: int = 0
    next_page: str = ""  # its address, for SRU the number of its first row; empty if there is none
    of_all: int = 0  # for SRU: the number of rows on all pages together
    activities: list[Activity] = []
    replacements: list[Replacement] = []
    papers: list[HousePaper] = []
    toezeggingen: list[Toezegging] = []
    withdrawn: list[OfficialFact] = []  # only their ids and when they were withdrawn
    unused: dict[str, int] = {}  # the number of rows of each sort that nothing here uses
    diagnostics: list[Diagnostic] = []

    @property
    def facts(self) -> list[OfficialFact]:
        """Every row of the House in it."""
        return [each for name in ROWS for each in getattr(self, name)]

    def report(self, message: str, place: tuple[int, int], code: Code = codes.OFFICIAL_ROW) -> None:
        self.diagnostics.append(problem(place, code, message, path=self.path))

    def refuse(self, message: str, place: tuple[int, int] = (1, 1)) -> None:
        """Note that the file cannot be read."""
        self.report(message, place, codes.OFFICIAL_UNREADABLE)

    @property
    def days(self) -> list[date]:
        """The days of all that is in it, in order."""
        found = (
            *(each.day for each in self.activities),
            *(each.dated or each.published for each in self.papers),
            *(each.made for each in self.toezeggingen),
        )
        return sorted(day for day in found if day is not None)
