"""How many facts an import gets right: `python -m tests.bench.memos`. The facts were read from the texts by hand."""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import SHARED

from briefcli.domain.agenda import Agenda, words_of
from briefcli.memo.extract.source import read_memo
from briefcli.memo.importer import import_memo

FACTS = Path(__file__).parent.parent / "memo" / "facts_letters.tsv"
_FOLDERS = ("memos2", "cases/memos")
_ITSELF = {"annotated agenda", "letter", "report", "agenda", "decision memo"}


def _own(agenda: Agenda, field: str) -> str:
    """A field of the paper that was imported: the last one of a kind that it can have."""
    papers = [each for each in agenda.documents if each.kind in _ITSELF]
    return str(getattr(papers[-1], field) or "") if papers else ""


FOUND: dict[str, Callable[[Agenda], object]] = {
    "title": lambda agenda: words_of(agenda.title),
    "series": lambda agenda: agenda.series or "",
    "when": lambda agenda: agenda.when,
    "moved_to": lambda agenda: agenda.moved_to or "",
    "place": lambda agenda: words_of(agenda.place),
    "own": lambda agenda: _own(agenda, "ref"),
    "date": lambda agenda: _own(agenda, "date"),
    "items": lambda agenda: len(agenda.sessions),
    "positions": lambda agenda: sum(bool(each.position) for each in agenda.sessions),
    "papers": lambda agenda: sum(each.ref is not None for each in agenda.documents) - bool(_own(agenda, "ref")),
    "consulted": lambda agenda: "; ".join(map(words_of, agenda.consulted)),
    "decisions": lambda agenda: sum(not words_of(each).endswith(":") for each in agenda.decision),
    **{
        name: lambda agenda, name=name: len(getattr(agenda, name))  # type: ignore[misc]
        for name in ("events", "documents", "deadlines", "key_points")
    },
}


def main() -> int:
    """Print each fact that is wrong, and the share that is right; 1 below nine tenths."""
    rows = [line.split("\t") for line in FACTS.read_text(encoding="utf-8").splitlines()[1:]]
    agendas = {memo: _agenda(memo) for memo in dict.fromkeys(memo for memo, _, _ in rows)}
    wrong = [(memo, field, value, str(FOUND[field](agendas[memo]))) for memo, field, value in rows]
    wrong = [each for each in wrong if each[2] != each[3]]
    for memo, field, value, found in wrong:
        sys.stdout.write(f"{memo}: {field} is {value}, read as {found or 'nothing'}\n")
    share = 1 - len(wrong) / len(rows)
    sys.stdout.write(f"{len(rows) - len(wrong)} of {len(rows)} facts are right ({share:.0%})\n")
    return int(share < 0.9)


def _agenda(memo: str) -> Agenda:
    path = next(SHARED / folder / f"{memo}.txt" for folder in _FOLDERS if (SHARED / folder / f"{memo}.txt").is_file())
    return import_memo(read_memo(path)).agenda


if __name__ == "__main__":
    sys.exit(main())
