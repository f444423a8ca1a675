"""Measures commands, as ratios of time: python -m tests.bench [--sizes 12,1000] [--rounds 9] [--work FOLDER].

The figures are the least processor time of all rounds, and the least elapsed time for a first run. A command with an
index is compared with the simplest program of its kind, a first run with PyYAML's fast loader.
It prints a table and writes results/figures.json. Sizes that are not measured keep their earlier figures.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import msgspec
from tests.bench.machine import machine
from tests.bench.speed import goal_of, measure
from tests.bench.timing import Measured

RESULTS = Path(__file__).parent / "results"
SIZES = (12, 1_000, 10_000, 100_000)


def main() -> int:
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as temporary:
        work = Path(asked.work or temporary)
        results = {size: _measured(size, asked.rounds, work) for size in map(int, asked.sizes.split(","))}
    _write(results)
    return 0


def _measured(size: int, rounds: int, work: Path) -> list[Measured]:
    _say(f"\n{size:,} agendas{'':24}ms   ratio    goal      MB")
    found = []
    for each in measure(size, rounds, work):
        goal = goal_of(each.name, size)
        sign = "✓" if each.ratio <= goal else "✗"
        _say(f"  {each.name:28}{each.milliseconds:9,.1f}{each.ratio:8.2f}{goal:8.2f} {sign}{each.memory:8.1f}")
        found.append(each)
    return found


def _write(results: dict[int, list[Measured]]) -> None:
    about = machine()
    results = dict(sorted((_earlier(about) | results).items()))
    figures = {"machine": about, "sizes": {str(size): msgspec.to_builtins(found) for size, found in results.items()}}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _earlier(about: dict[str, object]) -> dict[int, list[Measured]]:
    """The figures of an earlier run on the same machine."""
    try:
        found = json.loads((RESULTS / "figures.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return msgspec.convert(found["sizes"], dict[int, list[Measured]], strict=False) if found["machine"] == about else {}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of agendas, with commas")
    parser.add_argument("--rounds", type=int, default=9, help="how often each pair is run")
    parser.add_argument("--work", help="a folder to keep what is generated, for the next time")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
