"""Measures how the official record is read and matched: `python -m tests.bench.official FOLDER [--quick]`.

FOLDER contains real files of the House and `verdicts_*.tsv`: the activities that belong to each meeting, as judged by
people. --verdicts names other verdicts, and --agendas the agendas that they are about. The exit code is 1 if a goal is
missed.
"""

import argparse
import csv
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from tests.bench.mutations import chance_of, mutated
from tests.bench.speed import BRIEF, environment_for
from tests.bench.timing import run

from briefcli.domain.agenda import Agenda
from briefcli.official.contents import FileContents, RecordFormat
from briefcli.official.folder import State, read_record_file, state_of
from briefcli.official.formats import read_official
from briefcli.official.matching import meeting_of, proposals
from briefcli.official.names import is_official_name
from briefcli.official.news import activity_changes, key_of
from briefcli.official.practice import cases, fitted, score
from briefcli.reading.reader import read_agenda

AGENDAS = Path(__file__).parent.parent.parent / "agendas"
FILES = Path(__file__).parent.parent / "official" / "files"
_MUTATED, _MANY, _ROUNDS, _SETTLED = 20_000, 100_000, 15, 2.1
_SLOWEST, _MOST_ADDED = 1.0, 1.20


def main() -> int:
    asked = _arguments()
    folder = Path(asked.folder)
    paths = (path for path in sorted(folder.rglob("*")) if is_official_name(path.name))
    records = [read_record_file(path, path.relative_to(folder.parent).as_posix()) for path in paths]
    goals = [
        _rows(records),
        _verdicts(
            state_of(records), asked.verdicts or sorted(map(str, folder.glob("verdicts*.tsv"))), Path(asked.agendas)
        ),
        _calendars(records),
        _practice(state_of(records)),
        _large(folder),
        _mutations(500 if asked.quick else _MUTATED),
        asked.quick or _added_to_a_warm_command(folder),
    ]
    return 0 if all(goals) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--verdicts", nargs="*", help="other tables than those in the folder")
    parser.add_argument("--agendas", default=str(AGENDAS), help="the meetings that the verdicts are about")
    parser.add_argument("--quick", action="store_true", help="few mutations, and no timing of commands")
    return parser.parse_args()


def _rows(records: Sequence[FileContents]) -> bool:
    """Whether every row is in the record, or is named by a diagnostic with its position."""
    named = sum(len(each.diagnostics) for each in records)
    lost = sum(_lost(each) for each in records)
    total = sum(each.rows for each in records)
    _say(f"rows: {total:,} in {len(records)} files, {named} named with their place, {lost} lost", ok=not lost)
    for each in records:
        for found in each.diagnostics:
            _say(f"  {found.path}:{found.line}:{found.column}: {found.message}")
    return not lost


def _lost(record: FileContents) -> int:
    read = len(record.activities) + len(record.papers) + len(record.toezeggingen) + len(record.withdrawn)
    return max(0, record.rows - read - sum(record.unused.values()) - len(record.diagnostics))


def _verdicts(state: State, tables: Sequence[str], agendas: Path) -> bool:
    """Compare the proposals with the verdicts. Returns whether all verdicts are proposed, and nothing else."""
    wanted: set[tuple[str, str]] = set()
    for table in tables:
        with Path(table).open(encoding="utf-8") as opened:
            wanted |= {(row["meeting"], row["number"]) for row in csv.DictReader(opened, delimiter="\t")}
    found = {(id_, number): certain for id_, number, certain in _proposed(state, agendas)}
    for meeting, number in sorted(wanted | found.keys()):
        judged = "missed" if (meeting, number) not in found else "right" if (meeting, number) in wanted else "WRONG"
        certain = "" if judged == "missed" else "  certain" if found[meeting, number] else "  a guess"
        _say(f"  {judged:8}{meeting:20}{number}{certain}")
    right, wrong = len(wanted & found.keys()), len(found.keys() - wanted)
    _say(
        f"verdicts: {right} of {len(wanted)} right, {wrong} proposed that none has",
        ok=right == len(wanted) and not wrong,
    )
    return right == len(wanted) and not wrong


def _proposed(state: State, folder: Path) -> Iterator[tuple[str, str, bool]]:
    """The proposals for agendas without the events that name a number: those have the dates of the verdicts."""
    agendas: dict[str, Agenda] = {}
    for path in sorted(folder.glob("*.yaml")):
        agenda = read_agenda(path.name, path.read_bytes()).agenda
        if agenda is not None:
            agenda.events = [each for each in agenda.events if not each.official]
            agendas[path.stem] = agenda
    others = [known for id_, agenda in agendas.items() if (known := meeting_of(id_, agenda))]
    for id_, agenda in agendas.items():
        for each in proposals(id_, agenda, state.activities, others):
            yield id_, each.activity.official, each.certain


def _calendars(records: Sequence[FileContents]) -> bool:
    """Compare successive calendars: each activity of the older one that is not in the newer one must be a change."""
    calendars = sorted((each for each in records if each.kind is RecordFormat.CALENDAR), key=lambda each: each.path)
    silent = 0
    for old, new in pairwise(calendars):
        changes = activity_changes(old.activities, new.activities)
        there = [(key_of(each), each.day) for each in new.activities]
        gone = [each for each in old.activities if (key_of(each), each.day) not in there]
        silent += sum(each not in [change.old for change in changes] for each in gone)
        told = ", ".join(
            f"{change.what} “{(change.new or change.old).subject[:40]}”" for change in changes if change.old
        )
        _say(f"  {old.path.rpartition('_')[2]} → {new.path.rpartition('_')[2]}: {told}")
    _say(f"calendars: {len(calendars)} replayed, {silent} moved or gone without a word", ok=not silent)
    return not silent


def _practice(state: State) -> bool:
    """Test, for each year, the rule that the other years give; then the former and the current standard."""
    councils = [
        each for each in cases(state.activities, state.papers) if "raad" in each.name[0] and each.kind == "debate"
    ]
    for year in sorted({each.day.year for each in councils}):
        rule = fitted([each for each in councils if each.day.year != year])
        told = score(rule, [each for each in councils if each.day.year == year])
        _say(f"  debates of {year}, fitted on the others: {rule}: {told.right} of {told.n} right, {told.off} days off")
    now, before = (score(rule, councils) for rule in ("the Thursday before meeting", "7 days before meeting"))
    _say(
        f"practice: {now.right} of {now.n} right now ({now.off} days off), {before.right} before ({before.off})",
        ok=now.off < before.off,
    )
    return now.off < before.off


def _large(folder: Path) -> bool:
    """Whether the largest JSON file, repeated to five megabytes, is read in time."""
    largest = max(folder.rglob("*.json"), key=lambda path: path.stat().st_size)
    page = json.loads(largest.read_bytes())
    page["value"] *= 5_000_000 // largest.stat().st_size + 1
    data = json.dumps(page, ensure_ascii=False).encode()
    began = time.process_time()
    rows = read_official("x.json", data).rows
    seconds = time.process_time() - began
    _say(f"large: {len(data):,} bytes, {rows:,} rows in {seconds:.2f} s of one core", ok=seconds < _SLOWEST)
    return seconds < _SLOWEST


def _mutations(cases_: int) -> bool:
    files = [path.read_bytes() for path in sorted(FILES.iterdir())]
    failures = 0
    for number in range(cases_):
        chance = chance_of(f"official-{number}")
        data = mutated(chance, chance.choice(files))
        try:
            record = read_official("x", data)
        except Exception as error:  # noqa: BLE001  # any exception is a failure
            failures += 1
            _say(f"  case {number}: {type(error).__name__}: {error}")
        else:
            failures += _lost(record) > 0
    _say(f"mutations: {cases_:,} files, {failures} failures", ok=not failures)
    return not failures


def _added_to_a_warm_command(folder: Path) -> bool:
    """Compare `brief deadlines` with a hundred thousand activities beside the agendas, and without them."""
    row = json.loads(max(folder.rglob("activiteit*.json"), key=lambda path: path.stat().st_size).read_bytes())["value"][
        0
    ]
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as work:
        with_record, without = Path(work) / "with", Path(work) / "without"
        for each in (with_record, without):
            shutil.copytree(AGENDAS, each)
        (with_record / "official").mkdir()
        for part in range(10):
            numbers = range(part * _MANY // 10, (part + 1) * _MANY // 10)
            rows = [row | {"Id": f"{number}", "Nummer": f"{2000 + part}A{number % 10_000:05}"} for number in numbers]
            (with_record / "official" / f"{part}.json").write_text(json.dumps({"value": rows}), encoding="utf-8")
        time.sleep(_SETTLED)
        environments = [environment_for(each, Path(work) / "cache") for each in (with_record, without)]
        for environment in (*environments, *environments):
            run((*BRIEF, "deadlines"), environment)
        ratios = []
        for _ in range(_ROUNDS):
            one, other = (run((*BRIEF, "deadlines"), each).seconds for each in environments)
            ratios.append(one / other)
    ratio = median(ratios)
    _say(f"warm deadlines with {_MANY:,} activities: {ratio:.2f} of the time without", ok=ratio <= _MOST_ADDED)
    return ratio <= _MOST_ADDED


def _say(line: str, *, ok: bool | None = None) -> None:
    sign = "" if ok is None else " ✓" if ok else " ✗"
    print(f"{line}{sign}", flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
