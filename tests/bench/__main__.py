"""All figures in one command: python -m tests.bench [--sizes 12,1000] [--rounds 9] [--others] [--faults].

Prints a table, and writes results/figures.json and results/figures.svg beside this file; sizes that are not measured
this time stay as they were. Without options it takes about a quarter of an hour, most of it for 100,000 agendas.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import msgspec
from tests.bench.chart import chart
from tests.bench.faults import run_all
from tests.bench.machine import machine
from tests.bench.others import measure_others
from tests.bench.speed import BRIEF, COMPARED_WITH_BARE, GOALS, environment_for, measure
from tests.bench.timing import Measured

RESULTS = Path(__file__).parent / "results"
SIZES = (12, 1_000, 10_000, 100_000)
_SIZE_OF_OTHERS = 10_000


def main() -> int:
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as temporary:
        work = Path(asked.work or temporary)
        if asked.faults:
            return 0 if run_all(work, write=_say) else 1
        sizes = [int(size) for size in asked.sizes.split(",")]
        results = {size: _measured(size, asked.rounds, work) for size in sizes}
        others = _others(asked.rounds, work) if asked.others else []
    _write(results, others)
    return 0


def _measured(size: int, rounds: int, work: Path) -> list[Measured]:
    _say(f"\n{size:,} agendas{'':24}ms   ratio    goal      MB")
    found = []
    for each in measure(size, rounds, work):
        goal = GOALS.get(each.name, {}).get(size)
        sign = " " if goal is None else "✓" if each.ratio <= goal else "✗"
        shown = "" if goal is None else f"{goal:.2f}"
        _say(f"  {each.name:28}{each.milliseconds:9,.1f}{each.ratio:8.2f}{shown:>8} {sign}{each.memory:8.1f}")
        found.append(each)
    return found


def _others(rounds: int, work: Path) -> list[Measured]:
    _say(f"\nother programs, {_SIZE_OF_OTHERS:,} items{'':6}ms   ratio to brief deadlines")
    agendas = work / f"agendas-{_SIZE_OF_OTHERS}"
    environment = environment_for(agendas, work / "cache")
    found = []
    for each in measure_others(_SIZE_OF_OTHERS, rounds, work, (*BRIEF, "deadlines"), environment):
        _say(f"  {each.name:28}{each.milliseconds:9,.1f}{each.ratio:8.2f}")
        found.append(each)
    return found


def _write(results: dict[int, list[Measured]], others: list[Measured]) -> None:
    about = machine()
    kept, kept_others = _kept(about)
    results = dict(sorted((kept | results).items()))
    others = others or kept_others
    RESULTS.mkdir(exist_ok=True)
    figures = {
        "machine": about,
        "sizes": {str(size): msgspec.to_builtins(found) for size, found in results.items()},
        "others": msgspec.to_builtins(others),
    }
    (RESULTS / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    note = f"{about['processor']}, {about['cores']} cores, Python {about['python']}; medians, everything read before"
    names = [name for name in GOALS if name not in (*COMPARED_WITH_BARE, "one changed file")]
    picture = chart(results, names, "How long a command takes", note)
    (RESULTS / "figures.svg").write_text(picture, encoding="utf-8")


def _kept(about: dict[str, object]) -> tuple[dict[int, list[Measured]], list[Measured]]:
    """The figures of an earlier run on such a machine, of what is not measured this time."""
    try:
        found = json.loads((RESULTS / "figures.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}, []
    if found.get("machine") != about:
        return {}, []
    sizes = msgspec.convert(found["sizes"], dict[int, list[Measured]], strict=False)
    return sizes, msgspec.convert(found["others"], list[Measured])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of agendas, with commas")
    parser.add_argument("--rounds", type=int, default=9, help="how often each pair is run")
    parser.add_argument("--others", action="store_true", help="also the other programs that are installed")
    parser.add_argument("--faults", action="store_true", help="instead: kills, noise, a full disk, many at once")
    parser.add_argument("--work", help="a folder to keep what is generated, for the next time")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
