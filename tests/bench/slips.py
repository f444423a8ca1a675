"""One typo in an agenda without mistakes: how often does `check` report exactly one mistake?

`python -m tests.bench.slips [CASES] [SEED]` tries 4,000 typos by default, in the real agendas and in the samples.
A file that can still be read after the typo is not counted: it has no syntax error.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable

from tests.bench.mutations import AGENDAS, chance_of

from briefcli.domain.diagnostic import Diagnostic
from briefcli.reading.reader import read_agenda

SAMPLES = AGENDAS.parent / "tests" / "samples" / "agendas"
_KEY = re.compile(r"( *(?:- )*)(\w+):( |$)")
_SIGNS = "@%`,*&!|>"

Slip = Callable[[random.Random, str], str | None]


def clean_agendas() -> list[bytes]:
    """All agendas without mistakes. The largest is repeated, because it has the most fields."""
    files = [path.read_bytes() for folder in (AGENDAS, SAMPLES) for path in sorted(folder.rglob("*.yaml"))]
    clean = [data for data in files if not read_agenda("x.yaml", data).diagnostics]
    return clean + [max(clean, key=len)] * (len(clean) // 2)


def slipped(chance: random.Random, data: bytes) -> tuple[str, bytes] | None:
    """The name of a random typo and the agenda with it. None if the chosen line cannot have that typo."""
    lines = data.decode().split("\n")
    number = chance.choice([each for each, line in enumerate(lines) if line.strip()])
    name = chance.choice(list(SLIPS))
    line = SLIPS[name](chance, lines[number])
    if line is None or line == lines[number]:
        return None
    lines[number] = line
    return name, "\n".join(lines).encode("utf-8", "surrogateescape")


def told(data: bytes) -> list[Diagnostic] | None:
    """The mistakes that are reported. None if the file can still be read."""
    reading = read_agenda("x.yaml", data)
    return None if reading.agenda is not None else reading.diagnostics


def _value(line: str) -> tuple[str, str] | None:
    found = re.match(r"( *(?:- )*(?:\w+: )?)(?!\w+:(?: |$))([^ \"'>|\[{#].*)$", line)
    return (found[1], found[2]) if found else None


def _tab_for_indent(_chance: random.Random, line: str) -> str | None:
    rest = line.lstrip()
    return "\t" + rest if rest != line else None


def _tab_added(chance: random.Random, line: str) -> str:
    return chance.choice(("\t", "  \t")) + line.lstrip()


def _tab_behind_colon(_chance: random.Random, line: str) -> str | None:
    return line.replace(": ", ":\t", 1) if _KEY.match(line) else None


def _before_value(signs: str) -> Slip:
    def slip(chance: random.Random, line: str) -> str | None:
        parts = _value(line)
        return parts[0] + chance.choice(signs) + parts[1] if parts else None

    return slip


def _sign_and_space(chance: random.Random, line: str) -> str | None:
    parts = _value(line)
    return f"{parts[0]}{chance.choice(_SIGNS)} {parts[1]}" if parts else None


def _in_value(sign: str) -> Slip:
    def slip(chance: random.Random, line: str) -> str | None:
        parts = _value(line)
        if parts is None or " " not in parts[1]:
            return None
        at = chance.choice([found.start() for found in re.finditer(" ", parts[1])])
        return parts[0] + parts[1][:at] + sign + parts[1][at:]

    return slip


def _quoted(inside: str) -> Slip:
    def slip(_chance: random.Random, line: str) -> str | None:
        parts = _value(line)
        return f"{parts[0]}{inside}".replace("%", parts[1], 1) if parts and _KEY.match(line) else None

    return slip


def _no_colon(_chance: random.Random, line: str) -> str | None:
    return line.replace(":", "", 1) if _KEY.match(line) else None


def _indented(by: tuple[int, ...]) -> Slip:
    def slip(chance: random.Random, line: str) -> str | None:
        step = chance.choice(by)
        if step > 0:
            return " " * step + line
        return line[-step:] if line.startswith(" " * -step) else None

    return slip


def _anywhere(sign: str) -> Slip:
    def slip(chance: random.Random, line: str) -> str:
        at = chance.randrange(len(line) + 1)
        return line[:at] + sign + line[at:]

    return slip


SLIPS: dict[str, Slip] = {
    "a tab for the indent": _tab_for_indent,
    "a tab added": _tab_added,
    "a tab behind a colon": _tab_behind_colon,
    "a quote that is never closed": _before_value("\"'"),
    "a bracket that is never closed": _before_value("[{"),
    "a sign": _before_value(_SIGNS),
    "a sign and a space": _sign_and_space,
    "a second colon": _in_value(":"),
    "quotes in quotes": _quoted('"% "x" y"'),
    "text behind a quote": _quoted("'%' x"),
    "a bad escape": _quoted('"%\\d"'),
    "no colon": _no_colon,
    "one too far to the right": _indented((1, 2, 3)),
    "one too far to the left": _indented((-1, -2, -3, -4)),
    "a control character": _anywhere("\x07"),
    "a byte that is not UTF-8": _anywhere("\udceb"),
    "a line of dashes": lambda _chance, line: f"---\n{line}",
}


def main(cases: int = 4_000, seed: int = 1, shown: int = 0) -> int:
    """Try the typos, and print how many of them gave exactly one mistake."""
    files = clean_agendas()
    counts: dict[str, Counter[int]] = {}
    for number in range(cases):
        chance = chance_of(f"{seed}-{number}")
        made = slipped(chance, chance.choice(files))
        found = told(made[1]) if made else None
        if made is None or found is None:
            continue
        counts.setdefault(made[0], Counter())[min(len(found), 3)] += 1
        if len(found) != 1 and shown:
            shown -= 1
            print(f"{seed}-{number} {made[0]}:", [(each.line, each.column, each.code) for each in found])  # noqa: T201
    for name, counted in sorted(counts.items()):
        print(f"{name}: {counted.total()}, {counted[1] / counted.total():.1%} exactly one")  # noqa: T201
    total = sum((each for each in counts.values()), Counter[int]())
    print(f"{total.total()} slips, {total[1] / total.total():.2%} exactly one")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
