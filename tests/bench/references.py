"""Measures how citations and dates are read, and how fast: `python -m tests.bench.references [FOLDER] [--verbose]`.

FOLDER contains tables of real citations and dates, with the meaning of each. In `canonical`, `a;b` requires both,
`a / b` one of the two, and `A || B` one of two sets; `[x]` is optional, and empty means that nothing may be found. If
`certain` is no, the answer must be marked uncertain. The worst fault is an answer that is certain and wrong.

It also tries every way to number an act of the European Union, by kind and period.
"""

import csv
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from briefcli.domain.citations.finder import scan_references
from briefcli.domain.cited import find
from briefcli.domain.dates.in_text import date_of_text, scan_dates

SHARED = Path(__file__).parents[3] / "shared" / "facts"
OWN_CITATIONS = Path(__file__).parents[1] / "domain" / "citations" / "citations.tsv"
TABLES = ("citations.tsv", "citations_2.tsv", "dates_2.tsv")
RUNNING_TEXT = (
    "de minister informeert Kamer over inzet van het kabinet voor agenda en stand zaken bij brief op verzoek "
    "commissie Defensie Buitenlandse NAVO besluit verdrag steun aan leden motie debat richtlijn 2023 15 juni 16,6 "
    "miljard wordt daarbij verwacht dat aandacht toeneemt in aanloop naar top Vilnius Tweede Kamer geannoteerde"
)
HOSTILE_PIECES = {
    "long runs of figures": "1234567890",
    "open brackets": "(",
    "blanks": " ",
    "nr. nr. nr.": "nr. ",
    "the word and nothing else": "Kamerstukken ",
    "headings without a number": "Kamerstukken II 2022/23, ",
    "sessions of Handelingen": "Handelingen II 2010/11, ",
    "dossiers in a row": "28 676 en ",
    "brackets that never close": "(31 475 ",
    "numbers after a citation": "1, ",
    "council numbers without a word": "1234/22 ",
    "numbers before brackets": "nr. 4 (",
    "acts without a number": "Verordening (EU) nr. ",
    "a date every 15 letters": "op 5 en 6 juni ",
}
# Kinds that were added after the tables were made: some are in their notes, but none in `canonical`
LATER_KINDS = {"pb", "eu-procedure", "ep", "ecli", "ljn", "eu-case", "nl-case", "echr-case", "wet", "rvs", "vn", "nato"}
OUTSIDE = "outside"  # the kind of rows about those
SHARE_OF_CITATIONS = 0.02
LETTERS = 2_000_000


class Answer(msgspec.Struct, frozen=True):
    canonical: str
    certain: bool


class Verdict(msgspec.Struct, frozen=True):
    exact: bool
    missed: list[str]
    wrong: list[str]  # certain, but not what the table requires
    extra: list[str]  # uncertain, and not what the table requires


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))
    for row in rows:
        row["text"] = row["text"].replace("\\n", "\n").replace("<NBSP>", "\u00a0")
    return rows


def judge(wanted: str, answers: list[Answer]) -> Verdict:
    verdicts = [_judge_set(each, answers) for each in wanted.split("||")]
    return min(verdicts, key=lambda each: (not each.exact, len(each.wrong), len(each.missed), len(each.extra)))


def _judge_set(wanted: str, answers: list[Answer]) -> Verdict:
    needed: list[set[str]] = []
    allowed: set[str] = set()
    for part in filter(None, map(_plain, wanted.split(";"))):
        choices = set(part.strip("[]").split("/-/"))
        allowed |= choices
        if not part.startswith("["):
            needed.append(choices)
    found = {_plain(each.canonical) for each in answers}
    missed = [min(choices) for choices in needed if not choices & found]
    doubled = any(len(choices & found) > 1 for choices in needed)
    wrong = [each.canonical for each in answers if each.certain and _plain(each.canonical) not in allowed]
    extra = [each.canonical for each in answers if not each.certain and _plain(each.canonical) not in allowed]
    return Verdict(not (missed or doubled or wrong or extra), missed, wrong, extra)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text.replace(" / ", "/-/")).lower()


def answers_of(row: dict[str, str]) -> list[Answer]:
    if "anchor" not in row:
        found = scan_references(row["text"])
        return [Answer(each.canonical, each.certain) for each in found if each.kind not in LATER_KINDS]
    anchor = row["anchor"]
    own = date_of_text(row["text"])
    written = date.fromisoformat(anchor) if anchor else own.day if own else None
    return [Answer(each.when.text, each.certain) for each in find(row["text"], written).dates]


def print_reach(path: Path, *, is_verbose: bool) -> None:
    """Print the score of each kind. Kinds that start with `x-` do not count in the total."""
    kinds: dict[str, Counter[str]] = {}
    for row in read_rows(path):
        answers = answers_of(row)
        verdict = judge(row["canonical"], answers)
        is_told = row.get("certain") == "no" and any(each.certain for each in answers)
        is_free = row.get("parse") in ("none", "incomplete") and not verdict.missed and not verdict.wrong
        exact = (verdict.exact or is_free) and not is_told
        scores = kinds.setdefault(row["kind"], Counter())
        scores.update(rows=1, exact=exact, wrong=bool(verdict.wrong) or is_told, missed=bool(verdict.missed))
        if is_verbose and not exact:
            shown = ", ".join(f"{each.canonical}{'' if each.certain else '?'}" for each in answers)
            say(f"  {row['id']} [{row['kind']}] {row['text']!r}")
            say(f"    wanted {row['canonical']!r}, read {shown or 'nothing'}")
    total: Counter[str] = Counter()
    for kind, scores in sorted(kinds.items(), key=lambda each: -each[1]["rows"]):
        say(f"  {kind:32} {scores['exact']:4} of {scores['rows']:4} exact, {scores['wrong']:3} certain and wrong")
        total.update({} if kind.startswith("x-") or kind == OUTSIDE else scores)
    share = 100 * total["exact"] / total["rows"]
    say(f"{path.name}: {total['exact']} of {total['rows']} exact ({share:.1f}%), {total['wrong']} certain and wrong")


def numbered_acts() -> Iterator[tuple[str, str]]:
    """Acts numbered in every way that has been in use, each with its CELEX number."""
    chance = random.Random(1)  # noqa: S311
    for year in range(1958, 2025):
        short, bodies = str(year)[2:], _bodies(year)
        for body in bodies:
            number = chance.randrange(1, 1300)
            for mark in ("", "nr. "):
                yield from _acts_of_year(year, short, number, body, mark)


def _bodies(year: int) -> tuple[str, ...]:
    community = "EEG" if year < 1993 else "EG" if year < 2010 else "EU"
    return (community, "Euratom") if year < 2015 else (community, "EU, Euratom")


def _acts_of_year(year: int, short: str, number: int, body: str, mark: str) -> Iterator[tuple[str, str]]:
    if year >= 2015:
        for name, letter in (("Verordening", "R"), ("Richtlijn", "L"), ("Uitvoeringsbesluit", "D"), ("Besluit", "D")):
            yield f"{name} ({body}) {mark}{year}/{number}", f"3{year}{letter}{number:04d}"
        yield f"Besluit (GBVB) {mark}{year}/{number}", f"3{year}D{number:04d}"
        return
    own = short if year < 1999 else str(year)
    yield f"Verordening ({body}) {mark}{number}/{own}", f"3{year}R{number:04d}"
    for name, letter in (("Richtlijn", "L"), ("Beschikking", "D"), ("Besluit", "D"), ("Aanbeveling", "H")):
        yield f"{name} {mark}{own}/{number}/{body}", f"3{year}{letter}{number:04d}"
    if body == "Euratom" or year < 1993:
        return
    yield f"Besluit {mark}{number}/{own}/{body}", f"3{year}D{number:04d}"  # of Parliament and Council
    yield f"Besluit {mark}{own}/{number}/GBVB", f"3{year}D{number:04d}"
    yield f"Gemeenschappelijk standpunt {mark}{own}/{number}/GBVB", f"3{year}E{number:04d}"
    if year < 2010:
        yield f"Kaderbesluit {mark}{own}/{number}/JBZ", f"3{year}F{number:04d}"
        yield f"Gemeenschappelijk optreden {mark}{own}/{number}/JBZ", f"3{year}F{number:04d}"


def print_numbered_acts(*, is_verbose: bool) -> None:
    counts: Counter[str] = Counter()
    for text, celex in numbered_acts():
        found = scan_references(text)
        right = [each.canonical for each in found] == [celex]
        certain = any(each.certain for each in found)
        verdict = ("right" if right else "wrong") if certain else "uncertain" if found else "missed"
        counts[verdict] += 1
        if is_verbose and verdict in ("wrong", "missed"):
            say(f"  {text}: {verdict}, wanted {celex}, read {[each.canonical for each in found]}")
    say(
        f"acts of the EU: {counts['right']} of {counts.total()} right, {counts['uncertain']} uncertain, "
        f"{counts['wrong']} certain and wrong, {counts['missed']} missed"
    )


def print_own_reach() -> None:
    rows = read_rows(OWN_CITATIONS)
    wrong = [row for row in rows if not is_read_as_stated(row)]
    say(f"own citations: {len(rows) - len(wrong)} of {len(rows)} right")
    for row in wrong:
        say(f"  {row['text']!r}")


def is_read_as_stated(row: dict[str, str]) -> bool:
    found = scan_references(row["text"])
    papers = ";".join(each.canonical for each in found if each.kind != "dossier")
    dossiers = ";".join(each.canonical for each in found if each.kind == "dossier")
    return (papers, dossiers) == (row["papers"], row["dossiers"])


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def running_text(citations: list[str]) -> str:
    """Dutch text made of words of the field, with two percent of citations."""
    chance = random.Random(1)  # noqa: S311
    words = RUNNING_TEXT.split()
    pieces: list[str] = []
    letters = cited = 0
    while letters < LETTERS:
        is_citation = cited < SHARE_OF_CITATIONS * letters
        pieces.append(chance.choice(citations if is_citation else words))
        letters += len(pieces[-1]) + 1
        cited += len(pieces[-1]) if is_citation else 0
    return " ".join(pieces)


def print_speed(name: str, text: str, read: Callable[[str], list[object]]) -> None:
    """Print the speed in processor time, so that other programs do not count."""
    read(f"{text[:20_000]} op 5 juni 2023")  # compiles the patterns, once for a whole run
    began = time.process_time()
    count = len(read(text))
    speed = len(text.encode()) / (time.process_time() - began) / 1e6
    say(f"{name:46} {speed:7.1f} MB/s {count:7d} found in {len(text) / 1e6:.1f} MB")


def print_speeds() -> None:
    running = running_text([row["text"] for row in read_rows(OWN_CITATIONS)])
    readers: dict[str, Callable[[str], list[object]]] = {
        "references": lambda text: list(scan_references(text)),
        "dates": lambda text: list(scan_dates(text)),
    }
    for name, read in readers.items():
        print_speed(f"{name}: running text, 2% citations", running, read)
        for piece_name, piece in HOSTILE_PIECES.items():
            hostile = "Kamerstuk 28 676, nrs. 1, " + piece * (LETTERS // 8 // len(piece))
            print_speed(f"{name}: {piece_name}", hostile, read)


def main() -> int:
    is_verbose = "--verbose" in sys.argv
    folders = [Path(each) for each in sys.argv[1:] if not each.startswith("--")]
    print_own_reach()
    for table in TABLES:
        path = (folders or [SHARED])[0] / table
        if path.exists():
            print_reach(path, is_verbose=is_verbose)
        else:
            say(f"{path} is not there")
    print_numbered_acts(is_verbose=is_verbose)
    if "--fast" not in sys.argv:
        print_speeds()
    return 0


if __name__ == "__main__":
    sys.exit(main())
