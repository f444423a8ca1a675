"""Random mistakes in real agendas: nothing may raise, hang, crash or point outside the file.

`python -m tests.bench.mutations [CASES] [SEED]` runs 100,000 of them by default; the test suite runs a few hundred.
A case that fails is printed with its seed, so that it can be repeated.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading.codes import CODES
from briefcli.reading.lines import lines_of
from briefcli.reading.nodes import Unreadable, decoded
from briefcli.reading.quoting import quotable
from briefcli.reading.reader import read_agenda
from briefcli.writing.formatting import formatted

AGENDAS = Path(__file__).parent.parent.parent / "agendas"
SLOWEST = 20.0  # seconds that any one case may take, however busy the machine
_SIGNS = [
    *"\t:-#'\"[]{}&*!|>%@`,?\\~\r\0\x85", "\u2028", "\u202e", "\ufeff", "é", "😀", "\n", "\n\n", "  ", "- ", ": ",
    "---\n", "...\n", ">-\n", "public: false\n", "null", "2023-02-30", "\\ud800", "'" * 9, "[" * 60, "- " * 60,
    "brief: ignore[",
]  # fmt: skip
_BYTES = [b"\xff", b"\xc3", b"\x00", b"\xed\xa0\x80", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n"]

Mutation = Callable[[random.Random, bytes], bytes]


def chance_of(seed: str) -> random.Random:
    """A random generator that repeats itself for the same seed."""
    return random.Random(seed)  # noqa: S311  # the same case again, no secret


def mutated(chance: random.Random, data: bytes) -> bytes:
    """The data after one to four mistakes."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(_MUTATIONS)(chance, data)
    return data


def failure(data: bytes, path: str = "x.yaml") -> str | None:
    """What the program does wrong with these bytes, or None."""
    began = time.perf_counter()
    reading = read_agenda(path, data)
    wrong = next((said for each in reading.diagnostics if (said := _misplaced(each, data))), None)
    lines = quotable(data)
    for each in reading.diagnostics:
        lines.line(each.line, internal=True)
    if reading.agenda is not None:
        text = decoded(data)
        once = formatted(text)
        if formatted(once) != once:
            return "formatted twice is not formatted once"
    if time.perf_counter() - began > SLOWEST:
        return "too slow"
    return wrong


def samples() -> list[bytes]:
    """The real agendas. The largest is repeated, because it has one of everything."""
    files = [path.read_bytes() for path in sorted(AGENDAS.glob("*.yaml"))]
    return files + [max(files, key=len)] * (len(files) // 2)


def _misplaced(found: Diagnostic, data: bytes) -> str | None:
    if found.code not in CODES or not found.message:
        return f"no code or message: {found}"
    try:
        lines = lines_of(decoded(data))
    except Unreadable:
        return None
    inside = 1 <= found.line <= len(lines) and 1 <= found.column <= len(lines[found.line - 1]) + 1
    return None if inside else f"outside the file: {found}"


def _insert(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data) + 1)
    sign: str = chance.choice(_SIGNS)
    return data[:place] + sign.encode() + data[place:]


def _insert_bytes(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_BYTES) + data[place:]


def _remove(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data) + 1)
    length: int = chance.choice((1, 1, 1, 2, 8, 40))
    return data[:place] + data[place + length :]


def _flip(chance: random.Random, data: bytes) -> bytes:
    if not data:
        return data
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def _repeat_line(chance: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    place = chance.randrange(len(lines))
    return b"".join([*lines[:place], lines[place], *lines[place:]])


def _swap_lines(chance: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _indent_line(chance: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    place = chance.randrange(len(lines))
    lines[place] = b" " * chance.choice((1, 2, 3)) + lines[place] if chance.random() < 0.5 else lines[place][1:]
    return b"".join(lines)


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


_MUTATIONS: tuple[Mutation, ...] = (
    _insert, _insert, _insert, _insert_bytes, _remove, _remove, _flip, _repeat_line, _swap_lines, _indent_line, _cut,
)  # fmt: skip


def main(cases: int = 100_000, seed: int = 1) -> int:
    """Run the cases, and return the number of failures."""
    files, kinds, failures = samples(), Counter[str](), 0
    began = time.perf_counter()
    for number in range(cases):
        chance = chance_of(f"{seed}-{number}")
        data = mutated(chance, chance.choice(files))
        try:
            said = failure(data)
        except Exception as error:  # noqa: BLE001  # any exception is a failure
            said = f"{type(error).__name__}: {error}"
        kinds.update({each.code for each in read_agenda("x", data).diagnostics} or {"clean"})
        if said:
            failures += 1
            print(f"case {seed}-{number}: {said}")  # noqa: T201
    seconds = time.perf_counter() - began
    print(f"{cases} cases, {failures} failures, {seconds:.0f} s")  # noqa: T201
    print(", ".join(f"{name} {count}" for name, count in kinds.most_common()))  # noqa: T201
    return failures


if __name__ == "__main__":
    sys.exit(min(1, main(*map(int, sys.argv[1:]))))
