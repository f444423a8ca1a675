"""The real memos, where they are at hand, against facts that were read from them by hand (facts.tsv).

`references` and `dates` are all that stand in the sections, in order; a field without a row is empty.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import SHARED

from briefcli.domain.agenda import Agenda, Considerations, words_of
from briefcli.domain.citations.reader import scan_references
from briefcli.memo.extract.source import read_memo
from briefcli.memo.imported import Imported
from briefcli.memo.importer import import_memo

FACTS = Path(__file__).parent / "facts.tsv"
ROWS = [line.split("\t") for line in FACTS.read_text(encoding="utf-8").splitlines()[1:]]
NAMES = sorted({memo for memo, _, _ in ROWS})


def _count(name: str) -> Callable[[Imported], str]:
    def count(imported: Imported) -> str:
        return str(len(getattr(imported.agenda, name)) or "")

    return count


def _weighed(name: str) -> Callable[[Imported], str]:
    def count(imported: Imported) -> str:
        return str(len(getattr(imported.agenda.considerations or Considerations(), name)) or "")

    return count


def _papers(imported: Imported) -> str:
    cited = [each for each in imported.agenda.documents if each.ref is not None]
    return "; ".join(f"{scan_references(each.ref or '')[0].canonical} {each.date or '-'}" for each in cited)


def _annexes(imported: Imported) -> str:
    return str(sum(each.ref is None and each.kind != "decision memo" for each in imported.agenda.documents) or "")


def _own_date(imported: Imported) -> str:
    return "".join(str(each.date) for each in imported.agenda.documents if each.kind == "decision memo")


def _wanted(imported: Imported) -> str:
    notes = [words_of(each.note) for each in imported.agenda.documents if each.kind == "decision memo"]
    return "".join(part for note in notes for part in note.split("; ") if part.startswith("TER "))


def _dates(imported: Imported) -> str:
    return " ".join(
        each.reads[:21].rstrip("?")
        for each in imported.traces
        if each.reads and _is_date(each.reads) and (each.reads[-1].isdigit() or each.reads[10:] == "?")
    )


def _is_date(reads: str) -> bool:
    return not scan_references(reads) and reads[:2] in {"19", "20"}


def _references(imported: Imported) -> str:
    return " ".join(each.reads for each in imported.traces if each.reads and not _is_date(each.reads))


def _events(agenda: Agenda) -> str:
    return "; ".join(f"{each.kind} {each.when or '-'}" for each in agenda.events)


def _deadlines(agenda: Agenda) -> str:
    return "; ".join(
        f"{each.kind} {each.due} {each.owner or '-'}" for each in agenda.deadlines if each.due and each.due.anchor
    )


FOUND: dict[str, Callable[[Imported], str]] = {
    "id": lambda imported: imported.id if imported.agenda.series else "",
    "when": lambda imported: "" if str(imported.agenda.when) == "unknown" else str(imported.agenda.when),
    "place": lambda imported: words_of(imported.agenda.place),
    "leads_to": lambda imported: " ".join(imported.agenda.leads_to),
    "date": _own_date,
    "wanted": _wanted,
    "references": _references,
    "dates": _dates,
    "papers": _papers,
    "annexes": _annexes,
    "figures": lambda imported: "; ".join(f"{each.amount} {each.year or '-'}" for each in imported.agenda.figures),
    "events": lambda imported: _events(imported.agenda),
    "deadlines": lambda imported: _deadlines(imported.agenda),
    "commitments": lambda imported: "; ".join(f"{each.kind} {each.made}" for each in imported.agenda.commitments),
    "consulted": lambda imported: "; ".join(map(words_of, imported.agenda.consulted)),
    **{name: _count(name) for name in ("summary", "decision", "sessions", "key_points", "withheld", "unplaced")},
    **{
        f"considerations.{name}": _weighed(name)
        for name in ("general", "political", "financial", "legal", "communication", "implementation")
    },
}


@pytest.mark.parametrize("name", NAMES)
def test_a_real_memo_gives_what_was_read_from_it_by_hand(name: str) -> None:
    path = SHARED / "memos" / f"{name}.txt"
    if not path.is_file():
        pytest.skip("the folder with real memos is not at hand")
    imported = import_memo(read_memo(path))
    expected = {field: value for memo, field, value in ROWS if memo == name}
    assert set(expected) <= set(FOUND)
    found = {field: find(imported) for field, find in FOUND.items()}
    assert {field: value for field, value in found.items() if value} == expected


def test_every_real_memo_has_its_facts() -> None:
    if not (SHARED / "memos").is_dir():
        pytest.skip("the folder with real memos is not at hand")
    assert {path.stem for path in (SHARED / "memos").glob("*.txt")} == set(NAMES)
