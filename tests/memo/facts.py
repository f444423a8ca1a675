"""Facts about memos, read from their texts by hand, and how to find each of them in an import.

`facts.tsv` is about decision memos; a field without a row is empty there. `facts_letters.tsv` is about all other texts
and has only some fields. A secret is given as the number of its line (`20`), or with a range of characters (`20:7-19`).
"""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import SHARED
from tests.memo.words import words_of_text

from briefcli.domain.agenda import Agenda, Considerations, Document
from briefcli.domain.citations.finder import scan_references
from briefcli.domain.item import words_of
from briefcli.memo.imported import Imported

FOLDER = Path(__file__).parent
_ITSELF = {"annotated agenda", "letter", "report", "agenda", "decision memo", "fiche"}
_LISTS = ("summary", "decision", "sessions", "key_points", "withheld", "unplaced", "documents", "deadlines", "events")
_WEIGHED = ("general", "political", "financial", "legal", "communication", "implementation")

Facts = dict[str, dict[str, str]]


def facts_of(name: str) -> Facts:
    """The value of each field, by memo."""
    facts: Facts = {}
    for row in (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]:
        memo, field, value = row.split("\t")
        facts.setdefault(memo, {})[field] = value
    return facts


def path_of(memo: str) -> Path:
    """The path of the text of a memo. It is in the first folder if no folder has the text."""
    places = [SHARED / folder / f"{memo}.txt" for folder in ("memos", "memos2", "cases/memos")]
    return next((each for each in places if each.is_file()), places[0])


def secrets(text: str, value: str) -> set[str]:
    """The words at the places that `value` names, except words that also occur elsewhere in the text."""
    lines = text.split("\n")
    hidden: list[str] = []
    for place in value.split():
        number, _, span = place.partition(":")
        start, _, end = span.partition("-")
        line = lines[int(number) - 1]
        hidden.append(line[int(start or 0) : int(end or len(line))])
        lines[int(number) - 1] = line.replace(hidden[-1], " " * len(hidden[-1]))
    words = set(words_of_text(" ".join(hidden))) - set(words_of_text("\n".join(lines)))
    return {each for each in words if len(each) > 1}


def _itself(agenda: Agenda) -> Document:
    return _own_paper(agenda) or Document()


def _cited(agenda: Agenda) -> list[Document]:
    return [each for each in agenda.documents if each.ref is not None and each is not _own_paper(agenda)]


def _own_paper(agenda: Agenda) -> Document | None:
    """The imported paper itself: the last document, with the words of its head."""
    last = agenda.documents[-1] if agenda.documents else None
    return last if last is not None and last.kind in _ITSELF else None


def _papers(agenda: Agenda) -> str:
    return "; ".join(f"{scan_references(each.ref or '')[0].canonical} {each.date or '-'}" for each in _cited(agenda))


def _annexes(agenda: Agenda) -> int:
    return sum(each.ref is None and each is not _own_paper(agenda) for each in agenda.documents)


def _wanted(imported: Imported) -> str:
    notes = [words_of(each.note) for each in imported.agenda.documents if each.kind == "decision memo"]
    return "".join(part for note in notes for part in note.split("; ") if part.startswith("TER "))


def _dates(imported: Imported) -> str:
    return " ".join(each.reads for each in imported.traces if each.reads and _is_date(each.reads))


def _is_date(reads: str) -> bool:
    return not scan_references(reads) and reads[:2] in {"19", "20"}


def _references(imported: Imported) -> str:
    return " ".join(each.reads for each in imported.traces if each.reads and not _is_date(each.reads))


def _events(agenda: Agenda) -> str:
    return "; ".join(
        f"{each.kind} {each.when or '-'}{f' {each.status}' if each.status else ''}" for each in agenda.events
    )


def _counted(agenda: Agenda) -> str:
    """Deadlines that are counted from something else."""
    relative = [each for each in agenda.deadlines if each.due and each.due.anchor]
    return "; ".join(f"{each.kind} {each.due} {each.owner or '-'}" for each in relative)


def _due(agenda: Agenda) -> str:
    return "; ".join(f"{each.due or '-'} {each.owner or '-'}" for each in agenda.deadlines)


def _figures(agenda: Agenda) -> str:
    return "; ".join(f"{each.amount} {each.year or '-'}" for each in agenda.figures)


def _ranges(imported: Imported) -> str:
    """Figures with their upper end and unit, and a question mark if the amount itself is uncertain."""
    doubted = {each.field for each in imported.checks}
    return "; ".join(
        f"{each.amount}{f'..{each.to}' if each.to else ''}{'?' if f'figures[{number}].amount' in doubted else ''}"
        f" {each.unit} {each.year or '-'}"
        for number, each in enumerate(imported.agenda.figures)
    )


def _title(agenda: Agenda) -> str:
    """The title without the date that follows the name of a meeting."""
    title = words_of(agenda.title)
    return title.rpartition(", ")[0] if str(agenda.when) != "unknown" and ", " in title else title


def _weighed(name: str) -> Callable[[Imported], str]:
    return lambda imported: str(len(getattr(imported.agenda.considerations or Considerations(), name)))


def _count(name: str) -> Callable[[Imported], str]:
    return lambda imported: str(len(getattr(imported.agenda, name)))


FOUND: dict[str, Callable[[Imported], str]] = {
    "id": lambda imported: imported.id if imported.agenda.series else "",
    "title": lambda imported: _title(imported.agenda),
    "series": lambda imported: imported.agenda.series or "",
    "when": lambda imported: str(imported.agenda.when).replace("unknown", ""),
    "status": lambda imported: str(imported.agenda.status or ""),
    "moved_to": lambda imported: str(imported.agenda.moved_to or ""),
    "ground": lambda imported: imported.agenda.ground or "",
    "place": lambda imported: words_of(imported.agenda.place),
    "leads_to": lambda imported: " ".join(imported.agenda.leads_to),
    "own": lambda imported: _itself(imported.agenda).ref or "",
    "form": lambda imported: _itself(imported.agenda).kind or "",
    "date": lambda imported: str(_itself(imported.agenda).date or ""),
    "wanted": _wanted,
    "references": _references,
    "dates": _dates,
    "papers": lambda imported: _papers(imported.agenda),
    "kinds": lambda imported: "; ".join(each.kind or "-" for each in _cited(imported.agenda)),
    "annexes": lambda imported: str(_annexes(imported.agenda)),
    "notes": lambda imported: str(sum(each.note is not None for each in imported.agenda.documents)),
    "figures": lambda imported: _figures(imported.agenda),
    "ranges": _ranges,
    "happens": lambda imported: _events(imported.agenda),
    "counted": lambda imported: _counted(imported.agenda),
    "due": lambda imported: _due(imported.agenda),
    "commitments": lambda imported: "; ".join(
        f"{each.kind} {each.made or '-'}" for each in imported.agenda.commitments
    ),
    "consulted": lambda imported: "; ".join(map(words_of, imported.agenda.consulted)),
    "numbers": lambda imported: " ".join(str(each.number or "-") for each in imported.agenda.sessions),
    "positions": lambda imported: " ".join(
        str(number) for number, each in enumerate(imported.agenda.sessions, start=1) if each.position
    ),
    "points": lambda imported: " ".join(str(len(each.points)) for each in imported.agenda.sessions),
    "shown": lambda imported: str(sum(each.public is True for each in imported.agenda.withheld)),
    "undated": lambda imported: str(sum(each.message == "the memo gives no date" for each in imported.checks)),
    **{name: _count(name) for name in _LISTS},
    **{f"considerations.{name}": _weighed(name) for name in _WEIGHED},
}
