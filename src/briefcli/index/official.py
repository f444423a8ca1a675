"""The official record in the index: its activities, papers and commitments, and the events of agendas that name one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from briefcli.domain.citations.reference import dossier_of
from briefcli.domain.when import When
from briefcli.index.tables import Audience, Record, Row, Table, filled

if TYPE_CHECKING:
    from briefcli.domain.diagnostic import Diagnostic
    from briefcli.official.contents import HousePaper

SPLIT = "|"
Activities = Mapping[str, "OfficialActivity"]  # by their numbers
# The House's words for sorts of papers, as far as ours fit; a longer one first
_KINDS = (
    ("geannoteerde agenda", "annotated agenda"), ("verslag", "report"), ("motie", "motion"),
    ("antwoord", "answer"), ("schriftelijke vragen", "question"), ("voorstel van wet", "bill"),
    ("advies", "advice"), ("brief", "letter"),
)  # fmt: skip


class OfficialActivity(Record, frozen=True):
    """One activity of the House. `id` is that of its row, by which the House withdraws it."""

    official: str  # its number
    id: str
    kind: str  # the House's own word
    form: str  # debate, written consultation, …
    subject: str
    when: When
    place: str
    status: str
    committee: str
    changed: str

    @property
    def signature(self) -> str:
        """All that an agenda takes from it."""
        return SPLIT.join((self.when.text, self.place, self.status, self.form))


class OfficialPaper(Record, frozen=True):
    """One paper as one file of the record has it; the three dates in ISO notation, empty where there is none."""

    document: str
    official: str  # its number
    id: str
    dossier: str
    kind: str
    title: str
    dated: str
    received: str
    published: str
    changed: str

    @property
    def our_kind(self) -> str:
        """Our word for its kind; the House's own where we have none."""
        if self.title.casefold().startswith("geannoteerde agenda"):
            return "annotated agenda"
        kind = self.kind.casefold()
        return next((ours for word, ours in _KINDS if kind.startswith(word)), self.kind)


class OfficialPromise(Record, frozen=True):
    """One commitment (toezegging) of the record."""

    official: str  # its number
    id: str
    text: str
    by: str
    to: str
    activity: str
    made: When
    due: When
    status: str
    met: str
    met_by: tuple[str, ...]
    changed: str


class Withdrawn(Record, frozen=True):
    """The id of a row that the House has withdrawn, and when; a later row of that id counts again."""

    id: str
    changed: str


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


ACTIVITY = Table("official_activity", OfficialActivity, "(official)")
PAPER = Table("official_paper", OfficialPaper, "(document)", "(official)", "(dossier)", "(id)")
PROMISE = Table("official_promise", OfficialPromise, "(activity)")
WITHDRAWN = Table("official_withdrawn", Withdrawn, "(id)")
LINK = Table("official_link", EventLink, "(official)")
TABLES = (ACTIVITY, PAPER, PROMISE, WITHDRAWN, LINK)

_NOT_WITHDRAWN = (
    "NOT EXISTS (SELECT 1 FROM official_withdrawn w WHERE w.id = {alias}.id "
    "AND (w.changed = '' OR w.changed >= {alias}.changed))"
)
# In order of their last change, so that the newest row of a number is the last. CROSS fixes the order of the join
LINKED = (
    f"SELECT DISTINCT {ACTIVITY.select('a')}, a.changed FROM official_link l CROSS JOIN official_activity a "  # noqa: S608
    f"ON a.official = l.official WHERE {_NOT_WITHDRAWN.format(alias='a')} ORDER BY a.changed"
)
LINKS = f"SELECT {LINK.select('l')} FROM official_link l WHERE l.audience & :audience"  # noqa: S608
PAPERS = (
    f"SELECT {PAPER.select('p')} FROM official_paper p WHERE {_NOT_WITHDRAWN.format(alias='p')} AND "  # noqa: S608
    "NOT EXISTS (SELECT 1 FROM official_paper n WHERE n.id = p.id AND n.id <> '' AND n.changed > p.changed) AND "
    "{condition} ORDER BY p.official = '', p.changed DESC"
)
PROMISES = (
    f"SELECT {PROMISE.select('p')} FROM official_promise p "  # noqa: S608
    f"WHERE {_NOT_WITHDRAWN.format(alias='p')} ORDER BY p.changed, p.file, p.number"
)


def by_name(rows: Sequence[Row]) -> dict[str, OfficialPaper]:
    """One paper for each identifier and number: what the first row does not say, as later ones say it.

    Two rows are of one paper where they share a name and no other name of theirs differs.
    """
    found: dict[str, OfficialPaper] = {}
    for row in rows:
        paper = PAPER.read(row)
        names = [name for name in (paper.document, paper.official) if name]
        known = next((found[name] for name in names if name in found and _can_be_one(found[name], paper)), None)
        whole = _completed(known, paper) if known else paper
        for name in {*names, whole.document, whole.official} - {""}:
            if found.get(name, known) is known:
                found[name] = whole
    return found


def _can_be_one(one: OfficialPaper, other: OfficialPaper) -> bool:
    pairs = ((one.document, other.document), (one.official, other.official))
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


def _completed(paper: OfficialPaper, other: OfficialPaper) -> OfficialPaper:
    missing = {name: getattr(other, name) for name in _COMPLETED if not getattr(paper, name)}
    return msgspec.structs.replace(paper, **missing) if missing else paper


_COMPLETED = ("document", "official", "dossier", "kind", "title", "dated", "received", "published")


def official_rows(path: str, data: bytes) -> "tuple[dict[str, list[Row]], list[Diagnostic]]":
    """All rows of one file of the record by the name of their table, and what is wrong in it."""
    from briefcli.official.reader import read_official

    record = read_official(path, data)
    made: dict[Table[Any], list[Any]] = {
        ACTIVITY: [filled(OfficialActivity, each, official=each.number) for each in record.activities if each.number],
        PAPER: [_paper(each) for each in record.papers],
        PROMISE: [filled(OfficialPromise, each, official=each.number) for each in record.toezeggingen],
        WITHDRAWN: [filled(Withdrawn, each) for each in record.withdrawn if each.id],
    }
    rows = {table.name: [(int(Audience.BOTH), *table.values(each)) for each in found] for table, found in made.items()}
    return rows, record.diagnostics


def _paper(paper: "HousePaper") -> OfficialPaper:
    dossier = paper.dossier or dossier_of(paper.identifier) or ""
    return filled(OfficialPaper, paper, document=paper.identifier, official=paper.number, dossier=dossier)
